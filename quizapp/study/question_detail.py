"""One question as a deck's page shows it whole: what it asks, what is right, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.content.question import (
    REVERSE,
    Cloze,
    Flashcard,
    Question,
    card_keys,
    filled_in,
    gaps,
    split_key,
)
from quizapp.schedule.store import Decks, Store
from quizapp.study.deck_facts import DeckFacts
from quizapp.study.evidence_shown import evidence_of
from quizapp.study.view import EvidenceShown


@dataclass(frozen=True, slots=True)
class CardStanding:
    """How well one card of a question is remembered, and when it is asked.

    Attributes:
        part: words of its gap; "" where the question has one card.
        reverse: it is asked from the answer to the prompt.
        new: it was never answered.
        due_day: study day on which it is due; 0 for a new card.
        strength: days until recall falls to 90 %; 0 for a new card.
        set_aside: it is not asked.
        flag: what the student says is wrong; None when not flagged.
    """

    part: str
    reverse: bool
    new: bool
    due_day: int
    strength: float
    set_aside: bool
    flag: str | None


@dataclass(frozen=True, slots=True)
class QuestionDetail:
    """A question to be read.

    Attributes:
        key: as `Library.question` was asked for it.
        today: the study day it is, beside which `due_day` is read.
        markdown: prompt and answer are Markdown.
        accepted: other spellings that the deck takes for right.
        own: spellings that the student accepted.
    """

    key: str
    prompt: str
    answer: str
    accepted: tuple[str, ...]
    own: tuple[str, ...]
    explanation: str
    evidence: EvidenceShown | None
    cards: tuple[CardStanding, ...]
    today: int
    markdown: bool = False


def question_detail(
    decks: Decks, store: Store, deck_id: str, key: str, today: int
) -> QuestionDetail | None:
    """A question by its id, or by "#" and its place in the deck; None when it is gone."""
    # Late, since marking is heavy to import and Library's list does without it.
    from quizapp.content.right_answer import answer_text

    question = _found(decks, deck_id, key)
    if question is None:
        return None
    body = question.body
    if isinstance(body, Cloze):
        prompt, answer = filled_in(body.text), ", ".join(g.answer for g in gaps(body.text))
    else:
        prompt, answer = body.prompt, answer_text(question, None)
    return QuestionDetail(
        key=key,
        prompt=prompt,
        answer=answer,
        accepted=_accepted(question),
        own=tuple(store.accepted(question.id)) if question.id else (),
        explanation=question.explanation,
        evidence=evidence_of(question, deck_id, DeckFacts(decks)),
        cards=_standings(question, store),
        today=today,
        markdown=isinstance(body, Flashcard),
    )


def _found(decks: Decks, deck_id: str, key: str) -> Question | None:
    if not key.startswith("#"):
        return decks.question(key)
    questions, at = decks.questions(deck_id), int(key[1:])
    return questions[at] if at < len(questions) else None


def _accepted(question: Question) -> tuple[str, ...]:
    spellings: Sequence[str | tuple[str, str]] = getattr(question.body, "accept", ())
    return tuple(one if isinstance(one, str) else one[0] for one in spellings)


def _standings(question: Question, store: Store) -> tuple[CardStanding, ...]:
    body = question.body
    words = {g.label: g.answer for g in gaps(body.text)} if isinstance(body, Cloze) else {}
    found = []
    for card in card_keys(question):
        state, part = store.card(card), split_key(card)[1]
        found.append(
            CardStanding(
                part=words.get(part or "", "") if len(words) > 1 else "",
                reverse=isinstance(body, Flashcard) and part == REVERSE,
                new=state.is_new,
                due_day=state.due_day,
                strength=state.stability,
                set_aside=state.suspended,
                flag=state.flag,
            )
        )
    return tuple(found)
