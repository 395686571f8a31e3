"""What a screen is shown of a question and of an answer, made of a sitting's values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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
from quizapp.schedule.log import Rating
from quizapp.schedule.next_due import Scheduled
from quizapp.schedule.store import Store
from quizapp.study.deck_facts import DeckFacts
from quizapp.study.evidence_shown import evidence_of
from quizapp.study.sitting import Answered, Asking
from quizapp.study.verdict import (
    can_accept,
    can_guess,
    can_overrule,
    final_mark,
    rating_in_force,
    ratings_to_choose,
)
from quizapp.study.view import (
    GAP,
    AnswerShown,
    Due,
    QuestionShown,
)


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
    to_come: Callable[[str], bool],
) -> AnswerShown:
    """The answer side. It answers no question that is `to_come`, still to be asked."""
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
        evidence=evidence_of(asked, asking.card.deck, facts, to_come),
        rating=rating_in_force(answered),
        next_due=_next_due(answered),
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
        hinted=asking.hinted,
    )


def _next_due(answered: Answered) -> Mapping[Rating, Due]:
    return {rating: _due(answered.outcomes[rating]) for rating in ratings_to_choose(answered)}


def _due(outcome: Scheduled) -> Due:
    return Due(minutes=outcome.minutes) if outcome.due_ms else Due(days=outcome.days)


def _chosen(answered: Answered) -> tuple[int, ...]:
    response = answered.response
    return tuple(sorted(response.indexes)) if isinstance(response, Chosen) else ()


def _image(question: Question, deck: str, facts: DeckFacts) -> Path | None:
    folder = facts.folder(deck) if question.image else None
    return folder / question.image.path if question.image and folder else None
