"""What Today says: what there is to do, how long it takes, and what could be begun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quizapp.schedule.day import MS_A_MINUTE, moment
from quizapp.schedule.log import Clock, Moment
from quizapp.schedule.plan import Limits
from quizapp.schedule.store import DeckCounts, DeckEntry, Decks, Store
from quizapp.study.library import reading_minutes
from quizapp.study.lineup import begin_minutes, five_more, planned
from quizapp.study.view import DeckToday, TodayShown, Wanted

SUGGESTED = "kosovo-nato"
MINUTES_AN_HOUR = 60
HOURS_A_DAY = 24
NONE = DeckCounts(due=0, new=0, learned=0, cards=0)


def today(store: Store, decks: Decks, limits: Limits, clock: Clock) -> TodayShown:
    """What Today says now.

    On the first launch `new` and `minutes` are those of a first sitting with the suggested deck.
    """
    now = moment(clock)
    entries = decks.entries()
    usable = [e for e in entries if e.id and not e.unreadable and not e.hidden]
    begun = [e for e in usable if e.begun]
    others = [e for e in usable if not e.begun and e.questions]
    counts = store.counts(now.day, now.utc_ms)
    first = not begun and not any(count.learned for count in counts.values())
    suggested = _suggested(others) if first else None
    due_in: Counter[str] = Counter()
    new_in: Counter[str] = Counter()
    new, minutes = 0, 0.0
    if begun:
        plan = planned(Wanted(), store, limits, now)
        due_in.update(card.deck for card in (*plan.lined.steps, *plan.lined.due))
        new_in.update(card.deck for card in plan.lined.new)
        new, minutes = new_in.total(), plan.plan.minutes
    elif suggested is not None:
        new = min(limits.new, suggested.questions)
        minutes = begin_minutes(decks.questions(suggested.id)[:new])
    done = store.done_on(now.day)
    next_day, next_cards = store.next_due(now.day) or (0, 0)
    return TodayShown(
        hour=_hour(now),
        day=now.day,
        due=due_in.total(),
        new=new,
        minutes=minutes,
        begun=tuple(_line(e, counts.get(e.id, NONE), due_in[e.id], new_in[e.id]) for e in begun),
        others=tuple((e.id, e.title, e.description, e.questions) for e in others),
        first=first,
        done=bool(done.answers) and not due_in and not new,
        next_day=next_day,
        next_cards=next_cards,
        more_new=len(five_more((), store, now)) if begun else 0,
        done_answers=done.answers,
        done_seconds=done.seconds,
        suggested=suggested.id if suggested else "",
        suggested_minutes=_reading(decks, suggested.id) if suggested else 0,
        unreadable=sum(bool(e.unreadable) for e in entries),
        set_aside=len(store.set_aside_cards()),
    )


def _suggested(others: Sequence[DeckEntry]) -> DeckEntry | None:
    """The deck to begin with; another one where it is not there."""
    bundled = [entry for entry in others if entry.bundled]
    wanted = [entry for entry in others if entry.id == SUGGESTED]
    return next(iter((*wanted, *bundled, *others)), None)


def _line(entry: DeckEntry, count: DeckCounts, due: int, new: int) -> DeckToday:
    return DeckToday(
        id=entry.id,
        title=entry.title,
        due=due,
        new=new,
        learned=count.learned,
        cards=count.cards,
        strong=count.strong,
    )


def _reading(decks: Decks, deck_id: str) -> int:
    texts = [source.text for source in decks.sources(deck_id) if source.text]
    return reading_minutes("\n".join(texts)) if texts else 0


def _hour(now: Moment) -> int:
    local_min = now.utc_ms // MS_A_MINUTE + now.offset_min
    return local_min // MINUTES_AN_HOUR % HOURS_A_DAY
