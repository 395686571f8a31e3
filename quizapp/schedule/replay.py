"""The fold of a whole log at speed: plain tuples in, plain tuples out.

It steps memory as `fold` does; a property test compares the two bit for bit. A dataclass read
and another made for each of a million answers would cost more than the sums.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from quizapp.schedule.card import CardState
from quizapp.schedule.fold import becomes_leech, marked
from quizapp.schedule.log import Action, Rating, Row
from quizapp.schedule.memory import Weights, stepper
from quizapp.schedule.steps import IN_REVIEW

# card key, action, study day, ordered time, text, content hash,
# rating, right, choices, due day, due ms, next step
Plain: TypeAlias = tuple[str, str, int, int, str, str, int, bool, int, int, int, int]
# The fields of CardState in their order.
StateTuple: TypeAlias = tuple[
    str,
    float,
    float,
    int,
    int,
    int,
    int,
    int,
    int,
    int,
    int,
    bool,
    bool,
    int,
    str | None,
    str,
    str,
]


def plain(row: Row) -> Plain:
    """A row as `replay` takes it; what is no answer has zeros for an answer's columns."""
    head = (row.card, row.action.value, row.moment.day, row.t, row.text)
    a = row.answer
    if a is None:
        return (*head, "", 0, False, 0, 0, 0, 0)
    return (
        *head,
        a.content_hash,
        int(a.rating),
        a.right,
        a.choices,
        a.due_day,
        a.due_ms,
        a.next_step,
    )


NEW_CARD = astuple(CardState(""))[1:]


def replay(rows: Iterable[Plain], w: Weights) -> Iterator[StateTuple]:
    """The state of each card, as the values of `CardState`'s fields in their order.

    Args:
        rows: standing rows that concern a card, sorted by card key and then in order.
        w: the parameters in force.
    """
    step_memory, answer, again = stepper(w), Action.ANSWER.value, int(Rating.AGAIN)
    for key, of_card in groupby(rows, itemgetter(0)):
        (s, d, last_day, last_ms, due_day, due_ms, step, reviews, lapses, run,
         suspended, leech, buried, flag, known_hash, seen_hash) = NEW_CARD  # fmt: skip
        for _, action, day, t, text, content_hash, rating, right, k, due, wait, onward in of_card:
            if action == answer:
                remembered = rating != again
                elapsed = day - last_day
                s, d = step_memory(s, d, rating, max(elapsed, 0), k if right and remembered else 0)
                run = run + 1 if right and remembered else 0
                if step == IN_REVIEW and not remembered and reviews:
                    lapses += 1
                    if becomes_leech(lapses):
                        suspended = leech = True
                reviews += 1
                last_day, last_ms, due_day, due_ms, step = day, t, due, wait, onward
                known_hash = content_hash
            else:
                state = CardState(
                    key, s, d, last_day, last_ms, due_day, due_ms, step, reviews, lapses, run,
                    suspended, leech, buried, flag, known_hash, seen_hash,
                )  # fmt: skip
                (_, s, d, last_day, last_ms, due_day, due_ms, step, reviews, lapses, run,
                 suspended, leech, buried, flag, known_hash, seen_hash,
                ) = astuple(marked(state, Action(action), day, text))  # fmt: skip
        yield (
            key, s, d, last_day, last_ms, due_day, due_ms, step, reviews, lapses, run,
            suspended, leech, buried, flag, known_hash, seen_hash,
        )  # fmt: skip
