"""The end of a sitting as a screen shows it: what was right, what is left, when it goes on."""

from __future__ import annotations

from quizapp.content.right_answer import answer_text
from quizapp.schedule.day import MS_A_MINUTE
from quizapp.schedule.log import Moment
from quizapp.schedule.plan import Limits
from quizapp.schedule.store import CardPlace, Store
from quizapp.study.lineup import five_more, planned
from quizapp.study.showing import prompt_of
from quizapp.study.sitting import Finished, Tally
from quizapp.study.view import EndShown, Missed, Scope, Wanted

PLANNED = (Scope.PLAN, Scope.MINUTES)


def end_shown(
    tally: Tally, store: Store, wanted: Wanted, limits: Limits, finished: Finished
) -> EndShown:
    """The end. What is left is read from the plan as Today would, so that both say the same.

    Steps that still wait when a sitting is over are told by their minutes and not counted as
    left; a sitting ended early counts them, as the next one would ask them at once.
    """
    now = finished.moment
    missed = []
    for key, answers in tally.cards.items():
        if not all(done.right for done in answers):
            last = answers[-1]
            question = last.card.question
            missed.append(
                Missed(key, prompt_of(question, last.gap), answer_text(question, last.gap)),
            )
    day, cards = store.next_due(now.day) or (0, 0)
    decks = wanted.decks if wanted.scope in PLANNED else ()
    lined = planned(Wanted(decks=decks), store, limits, now).lined
    waiting = [card for card in lined.steps if card.state.due_ms > now.utc_ms]
    left = len(lined.steps) + len(lined.due) + len(lined.new)
    if not finished.early:
        left -= len(waiting)
    elif wanted.scope not in PLANNED:
        left = finished.left
    return EndShown(
        answered=len(tally.cards),
        right=sum(answers[-1].right for answers in tally.cards.values()),
        learned=sum(answers[0].was_new for answers in tally.cards.values()),
        missed=tuple(missed),
        seconds=sum(done.seconds for done in tally.answers),
        next_day=day,
        next_minutes=_minutes(waiting, now),
        next_cards=cards,
        more_new=len(five_more(wanted.decks, store, now)),
        today=now.day,
        left=left,
        early=finished.early and left > 0,
    )


def _minutes(waiting: list[CardPlace], now: Moment) -> int:
    """Until the first of the steps is over, rounded up; 0 for none."""
    if not waiting:
        return 0
    return -(-(min(card.state.due_ms for card in waiting) - now.utc_ms) // MS_A_MINUTE)
