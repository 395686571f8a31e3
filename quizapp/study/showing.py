"""What a screen is shown of a question, an answer and the end, made of a sitting's values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from quizapp.content.mark import Chosen
from quizapp.content.marking import answer_text
from quizapp.content.question import (
    REVERSE,
    Cloze,
    DateQuestion,
    Flashcard,
    Form,
    Kind,
    Number,
    PartialDate,
    Question,
    TrueFalse,
    gaps,
)
from quizapp.schedule.log import Moment, Rating
from quizapp.schedule.next_due import Scheduled
from quizapp.schedule.store import Store
from quizapp.study.deck_facts import DeckFacts
from quizapp.study.evidence import passage
from quizapp.study.lineup import FIVE
from quizapp.study.sitting import Answered, Asking, Tally
from quizapp.study.verdict import (
    can_accept,
    can_guess,
    can_overrule,
    final_mark,
    rating_in_force,
)
from quizapp.study.view import (
    GAP,
    AnswerShown,
    Due,
    EndShown,
    EvidenceShown,
    Missed,
    QuestionShown,
    Wanted,
)

MS_A_MINUTE = 60_000


def question_shown(
    asking: Asking,
    facts: DeckFacts,
    number: int,
    total: int,
    *,
    can_undo: bool,
) -> QuestionShown:
    """The question side, "`number` of `total`". It never names the source."""
    card, question, options = asking.card, asking.card.question, asking.options
    body = question.body
    return QuestionShown(
        card=card.state.key,
        question=question.id or "",
        deck=card.deck,
        deck_title=facts.title(card.deck),
        kind=question.kind,
        form=asking.form,
        number=number,
        total=total,
        prompt=prompt_of(question, asking.gap),
        markdown=isinstance(body, Flashcard),
        image=_image(question, card.deck, facts),
        image_alt=question.image.alt if question.image else "",
        options=options.shown,
        left=options.left,
        several=question.kind is Kind.MULTI,
        fields=asking.fields,
        unit=body.unit if isinstance(body, Number) else "",
        date_precision=body.precision.value if isinstance(body, DateQuestion) else "",
        as_of=as_of_shown(asking),
        hint=question.hint,
        flagged=card.state.flag is not None,
        can_undo=can_undo,
        is_new=card.state.is_new,
    )


def prompt_of(question: Question, gap: str | None) -> str:
    """What is asked: of a cloze the text with the asked gap open and the others filled in."""
    match question.body:
        case Cloze(text=text):
            pieces, done = [], 0
            for found in gaps(text):
                words = GAP if found.label == gap else found.answer
                pieces += [text[done : found.start], words]
                done = found.end
            return "".join([*pieces, text[done:]])
        case Flashcard(answer=answer) if gap == REVERSE:
            return answer
        case body:
            return body.prompt


def as_of_shown(asking: Asking) -> PartialDate | None:
    """When it was true, where the prompt does not say so and it gives nothing away.

    It gives the answer away where the year stands in the answer or in an option.
    """
    question = asking.card.question
    if question.as_of is None:
        return None
    year = re.compile(rf"(?<!\d){question.as_of.year}(?!\d)")
    told = (
        prompt_of(question, asking.gap),
        answer_text(question, asking.gap),
        *asking.options.shown,
        *asking.options.left,
    )
    return None if any(year.search(text) for text in told) else question.as_of


def answer_shown(
    answered: Answered,
    question: QuestionShown,
    store: Store,
    facts: DeckFacts,
) -> AnswerShown:
    """The answer side."""
    asking = answered.asking
    asked, options = asking.card.question, asking.options
    arranged = asking.form in (Form.ORDER, Form.MATCH)
    return AnswerShown(
        question=question,
        response=answered.response,
        mark=final_mark(answered),
        answer=answer_text(asked, asking.gap),
        explanation=asked.explanation,
        correction=asked.body.correction if isinstance(asked.body, TrueFalse) else "",
        evidence=_evidence(asking, facts),
        rating=rating_in_force(answered),
        next_due=_next_due(answered.outcomes),
        chosen=_chosen(answered),
        right_options=() if arranged else options.right,
        order=options.right if arranged else (),
        changed_from=store.former_answer(asked.id or "") or "",
        can_accept=can_accept(answered),
        can_overrule=can_overrule(answered),
        can_guess=can_guess(answered),
        guessed=answered.guessed,
        overruled=answered.overruled,
        judging=answered.given is None,
    )


def end_shown(
    tally: Tally,
    store: Store,
    wanted: Wanted,
    now: Moment,
    waiting_ms: int,
) -> EndShown:
    """The end: what was learned and missed, and when it goes on."""
    missed = []
    for key, answers in tally.cards.items():
        if not all(done.right for done in answers):
            last = answers[-1]
            question = last.card.question
            missed.append(
                Missed(key, prompt_of(question, last.gap), answer_text(question, last.gap)),
            )
    following = store.next_due(now.day)
    day, cards = following or (0, 0)
    minutes = max(1, -(-(waiting_ms - now.utc_ms) // MS_A_MINUTE)) if waiting_ms else 0
    return EndShown(
        answered=len(tally.cards),
        right=len(tally.cards) - len(missed),
        learned=sum(answers[0].was_new for answers in tally.cards.values()),
        missed=tuple(missed),
        seconds=sum(done.seconds for done in tally.answers),
        next_day=day,
        next_minutes=minutes,
        next_cards=cards,
        more_new=len(store.new(now.day, wanted.decks, FIVE)),
        today=now.day,
    )


def _next_due(outcomes: Mapping[Rating, Scheduled]) -> dict[Rating, Due]:
    return {
        rating: Due(minutes=outcome.minutes) if outcome.due_ms else Due(days=outcome.days)
        for rating, outcome in outcomes.items()
    }


def _chosen(answered: Answered) -> tuple[int, ...]:
    response = answered.response
    return tuple(sorted(response.indexes)) if isinstance(response, Chosen) else ()


def _image(question: Question, deck: str, facts: DeckFacts) -> Path | None:
    folder = facts.folder(deck) if question.image else None
    return folder / question.image.path if question.image and folder else None


def _evidence(asking: Asking, facts: DeckFacts) -> EvidenceShown | None:
    """The sentence between its neighbours; the quote alone where there is no text to look in."""
    question = asking.card.question
    if question.evidence is None:
        return None
    wanted = question.evidence
    source = facts.source(asking.card.deck, wanted.source)
    if source is None:
        return None
    found = passage(source.text, wanted.quote)
    return EvidenceShown(
        before=found.before if found else "",
        sentence=found.sentence if found else wanted.quote,
        after=found.after if found else "",
        paragraph=found.paragraph if found else "",
        source_title=source.title,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        attribution=question.attribution,
        as_of=question.as_of,
    )
