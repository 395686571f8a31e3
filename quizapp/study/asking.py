"""Asking a card and judging the answer: form, options, fields, and the mark by the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizapp.content.mark import Arranged, Chosen, DontKnow, Mark, Recalled, Response, Typed
from quizapp.content.marking import Rivals, mark
from quizapp.content.question import (
    Form,
    Kind,
    ListQuestion,
    Match,
    split_key,
)
from quizapp.schedule.dice import seed_of
from quizapp.schedule.store import CardPlace, Store
from quizapp.study.form_of import form_for
from quizapp.study.options import drawn
from quizapp.study.sitting import Asking

UNMATCHED = -1


def ask(card: CardPlace, store: Store, shown_s: float) -> Asking:
    """The card as it is asked now: the same again as long as its state is the same.

    `shown_s` is the reading of the running clock.
    """
    fixed = store.fixed_form(card.deck)
    form = form_for(card.state, card.question, Form(fixed) if fixed else None)
    options = drawn(card.question, form, seed_of(card.state.key, card.state.reviews))
    fields = 0
    if form is Form.TYPE:
        body = card.question.body
        fields = body.need if isinstance(body, ListQuestion) else 1
    return Asking(card, split_key(card.state.key)[1], form, options, fields, shown_s)


def fits(asking: Asking, response: Response) -> bool:
    """Whether an answer is of the form asked for and names only what is shown."""
    options, kind = asking.options, asking.card.question.kind
    match response:
        case DontKnow():
            return True
        case Recalled():
            return asking.form is Form.RECALL
        case Typed(texts=texts):
            return asking.form is Form.TYPE and 0 < len(texts) <= asking.fields
        case Arranged(indexes=indexes):
            if asking.form is Form.ORDER:
                return sorted(indexes) == list(range(len(options.shown)))
            known = range(UNMATCHED, len(options.shown))
            return (
                asking.form is Form.MATCH
                and len(indexes) == len(options.left)
                and all(index in known for index in indexes)
            )
        case Chosen(indexes=chosen):
            shown = 2 if kind is Kind.TRUE_FALSE else len(options.shown)
            return (
                asking.form is Form.CHOOSE
                and all(index in range(shown) for index in chosen)
                and (len(chosen) == 1 or (kind is Kind.MULTI and len(chosen) > 1))
            )


def judge(
    asking: Asking,
    response: Response,
    rivals: Rivals,
    student_accepts: Sequence[str],
) -> Mark:
    """The mark by the rules.

    `rivals` are the answers of the deck, which no slip may spell. The parts of a match stand in
    the order in which its left items were shown.
    """
    body = asking.card.question.body
    if not isinstance(body, Match) or not isinstance(response, Arranged):
        return _marked(asking, response, rivals, student_accepts)
    # The rules go by the pairs as written; on the screen the left items are shuffled.
    shown_at = [asking.options.left.index(left) for left, _ in body.pairs]
    by_pair = Arranged(tuple(response.indexes[place] for place in shown_at))
    found = _marked(asking, by_pair, rivals, student_accepts)
    if len(found.parts) != len(shown_at):
        return found
    parts = sorted(zip(shown_at, found.parts, strict=True), key=lambda placed: placed[0])
    return replace(found, parts=tuple(part for _, part in parts))


def _marked(
    asking: Asking,
    response: Response,
    rivals: Rivals,
    student_accepts: Sequence[str],
) -> Mark:
    return mark(
        asking.card.question,
        response,
        form=asking.form,
        gap=asking.gap,
        shown=asking.options.shown,
        rivals=rivals,
        student_accepts=tuple(student_accepts),
    )


def written(asking: Asking, response: Response) -> tuple[str, ...]:
    """What was answered, as the log keeps it."""
    shown = asking.options.shown
    match response:
        case Chosen(indexes=chosen):
            if asking.card.question.kind is Kind.TRUE_FALSE:
                return tuple("true" if index == 0 else "false" for index in sorted(chosen))
            return tuple(shown[index] for index in sorted(chosen))
        case Arranged(indexes=indexes):
            return tuple("" if index == UNMATCHED else shown[index] for index in indexes)
        case Typed(texts=texts):
            return texts
        case Recalled() | DontKnow():
            return ()
