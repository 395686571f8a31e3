"""What Today says: what there is to do, how long it takes, and what could be begun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quizapp.schedule.day import MS_A_MINUTE, moment
from quizapp.schedule.log import Clock, Moment
from quizapp.schedule.plan import Limits
from quizapp.schedule.store import DeckCounts, DeckEntry, Decks, Store
from quizapp.study.library import reading_minutes
from quizapp.study.lineup import FIVE, begin_minutes, planned
from quizapp.study.view import DeckToday, TodayShown, Wanted

SUGGESTED = "kosovo-nato"
MINUTES_AN_HOUR = 60
HOURS_A_DAY = 24


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
    due = new = 0
    minutes = 0.0
    if begun:
        plan = planned(Wanted(), store, limits, now)
        due = len(plan.lined.steps) + len(plan.lined.due)
        new, minutes = len(plan.lined.new), plan.plan.minutes
    elif suggested is not None:
        new = min(limits.new, suggested.questions)
        minutes = begin_minutes(decks.questions(suggested.id)[:new])
    done = store.done_on(now.day)
    next_day, next_cards = store.next_due(now.day) or (0, 0)
    return TodayShown(
        hour=_hour(now),
        day=now.day,
        due=due,
        new=new,
        minutes=minutes,
        begun=tuple(_line(entry, counts) for entry in begun),
        others=tuple((e.id, e.title, e.description, e.questions) for e in others),
        first=first,
        done=bool(done.answers) and not due and not new,
        next_day=next_day,
        next_cards=next_cards,
        more_new=len(store.new(now.day, (), FIVE)) if begun else 0,
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


def _line(entry: DeckEntry, counts: Mapping[str, DeckCounts]) -> DeckToday:
    count = counts.get(entry.id, DeckCounts(due=0, new=0, learned=0, cards=0))
    return DeckToday(
        id=entry.id,
        title=entry.title,
        due=count.due,
        new=count.new,
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
