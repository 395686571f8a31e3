"""The learning history on disk: the door through which the rooms above reach it."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import bindparam, func, select, text

from quizapp.collection import cards_cache
from quizapp.collection.asking import Asking
from quizapp.collection.cards_cache import STANDS
from quizapp.collection.database import Database
from quizapp.collection.ledger import Ledger, parameters_in, rebuild_wanted
from quizapp.collection.plan import begun_decks
from quizapp.collection.rows import SELECTED, from_columns
from quizapp.collection.tables import SELDOM, daily, log
from quizapp.collection.uuid7 import Dice
from quizapp.schedule.card import CardState
from quizapp.schedule.log import Action, Entry, Row
from quizapp.schedule.store import CardPlace, DayDone, DeckCounts, Parameters

TYPICAL_OF = 400
"""How many of the newest answers tell how long one usually takes."""

_ANSWERED_ON = (
    select(*SELECTED)
    .where(log.c.day == bindparam("day"), log.c.action == Action.ANSWER.value, STANDS)
    .order_by(log.c.t, log.c.device, log.c.sequence)
)
_ALL_ROWS = select(*SELECTED).order_by(log.c.t, log.c.device, log.c.sequence)
_DONE_ON = select(
    func.sum(daily.c.new), func.sum(daily.c.answers), func.sum(daily.c.ms), func.sum(daily.c.right)
).where(daily.c.day == bindparam("day"))
_ACCEPTED = (
    select(log.c.text)
    .where(
        text(SELDOM),
        log.c.action == Action.ACCEPT.value,
        log.c.question == bindparam("question"),
        STANDS,
    )
    .order_by(log.c.t, log.c.device, log.c.sequence)
)
_SPELLINGS = (
    select(log.c.question, log.c.text)
    .where(text(SELDOM), log.c.action == Action.ACCEPT.value, STANDS)
    .order_by(log.c.t, log.c.device, log.c.sequence)
)
_ACCEPTED_SO = select(*SELECTED).where(
    text(SELDOM),
    log.c.action == Action.ACCEPT.value,
    log.c.question == bindparam("question"),
    log.c.text == bindparam("spelling"),
    STANDS,
)
_FIXED_FORM = (
    select(log.c.text)
    .where(
        text(SELDOM), log.c.action == Action.FORM.value, log.c.deck == bindparam("deck"), STANDS
    )
    .order_by(log.c.t.desc(), log.c.device.desc(), log.c.sequence.desc())
    .limit(1)
)
_NEWEST_TIMES = text(
    "SELECT form, seconds FROM log WHERE form IS NOT NULL ORDER BY rowid DESC LIMIT :newest"
)
_FORMER = text(
    """
    SELECT past.answer FROM cards
    JOIN questions AS now ON now.file = cards.file AND now.position = cards.position
    JOIN past ON past.question = cards.question AND past.content_hash = cards.content_hash
    WHERE cards.question = :question AND cards.content_hash NOT IN ('', now.content_hash)
        AND cards.seen_hash <> now.content_hash AND past.answer <> now.answer
    ORDER BY cards.last_ms DESC LIMIT 1
    """
)


class Collection:
    """The log and its cache of cards, for one thread.

    Args:
        database: an open database of the newest schema.
        dice: random bytes, for ids.

    Every method may raise a `HistoryFailure`; one that writes has then written nothing.
    """

    def __init__(self, database: Database, dice: Dice) -> None:
        self.database = database
        self._ledger = Ledger(database, dice)
        self._asking = Asking(database.connection)
        self._seen = -1
        self._begun: tuple[str, ...] | None = None
        self._in_force: Parameters | None = None
        self._load: dict[int, int] | None = None

    @property
    def device(self) -> str:
        """Which machine this is."""
        return self._ledger.device

    @property
    def read_only(self) -> bool:
        """The history can be looked at only."""
        return self.database.read_only

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    # writing

    def append(self, entry: Entry) -> Row:
        """Append one row and bring the cache up to date, durably, before returning."""
        before = self._for_load(entry.card)
        row = self._ledger.append(entry)
        self._note(row, before)
        return row

    def undo(self, day: int, entry: Entry) -> Row | None:
        """Void this device's last standing row of that study day; the row voided, or None."""
        row = self._ledger.undo(day, entry)
        self._forget()
        return row

    def forget_spelling(self, question_id: str, spelling: str, entry: Entry) -> int:
        """Void the rows that accepted a spelling, of whatever day and device; how many."""
        told = {"question": question_id, "spelling": spelling}
        found = self.database.connection.execute(_ACCEPTED_SO, told)
        rows = [from_columns(values) for values in found]
        if rows:
            self._ledger.void(rows, entry)
            self._forget()
        return len(rows)

    def merge(self, rows: Iterable[Row]) -> int:
        """Take in rows of other devices; how many were new."""
        try:
            return self._ledger.merge(rows)
        finally:
            self._forget()

    # one card, one row

    def last_undoable(self, day: int) -> Row | None:
        """The row that `undo` would void."""
        return self._ledger.last_undoable(day)

    def card(self, key: str) -> CardState:
        """The state of a card; the default for one never answered."""
        return cards_cache.state_of(self.database.connection, key)

    # what to ask

    def due(self, day: int, now_ms: int, decks: Sequence[str], limit: int) -> Sequence[CardPlace]:
        """Cards due on or before the day, longest due first.

        A card in a learning step is among them once its time, `due_ms`, is not after `now_ms`.
        """
        return self._asking.due(day, now_ms, decks or self.begun(), limit)

    def new(self, day: int, decks: Sequence[str], limit: int) -> Sequence[CardPlace]:
        """New cards in the order of the decks' beginning and the decks' own order."""
        begun = self.begun()
        wanted = [deck for deck in begun if deck in decks] if decks else begun
        return self._asking.new(day, [*wanted, *(d for d in decks if d not in begun)], limit)

    def all_cards(self, deck_id: str) -> Sequence[CardPlace]:
        """Every askable card of a deck (not suspended), in its order."""
        return self._asking.of_deck(deck_id)

    def set_aside_cards(self) -> Sequence[CardPlace]:
        """Suspended cards, leeches first."""
        return self._asking.suspended()

    def flagged(self) -> Sequence[CardPlace]:
        """Flagged cards with their reasons."""
        return self._asking.flagged()

    def counts(self, day: int, now_ms: int) -> Mapping[str, DeckCounts]:
        """Counts of all decks that have cards, begun or not, by deck id."""
        return self._asking.counts(day, now_ms)

    def load(self, first_day: int, last_day: int) -> Mapping[int, int]:
        """How many cards of begun decks are due on each study day of the range."""
        self._refresh()
        if self._load is None:
            self._load = self._asking.load(self.begun())
        return {d: n for d, n in self._load.items() if first_day <= d <= last_day and n > 0}

    def next_due(self, day: int) -> tuple[int, int] | None:
        """(study day, cards) of the next day after `day` on which a begun deck has cards due."""
        return self._asking.next_due(day, self.begun())

    # what was done

    def done_on(self, day: int) -> DayDone:
        """What was done on that study day."""
        new, answers, ms, right = self.database.connection.execute(_DONE_ON, {"day": day}).one()
        return DayDone(
            new=new or 0, answers=answers or 0, seconds=(ms or 0) / 1000, right=right or 0
        )

    def answered_on(self, day: int) -> Sequence[Row]:
        """The standing answer rows of that study day, in order."""
        found = self.database.connection.execute(_ANSWERED_ON, {"day": day})
        return [from_columns(values) for values in found]

    def seconds_by_form(self) -> Mapping[str, float]:
        """The middle one of the newest answers' seconds, by form."""
        times: dict[str, list[float]] = {}
        newest = self.database.connection.execute(_NEWEST_TIMES, {"newest": TYPICAL_OF})
        for form, seconds in newest:
            times.setdefault(form, []).append(seconds)
        return {form: statistics.median(found) for form, found in times.items()}

    def log_rows(self) -> Iterator[Row]:
        """Every row of the log, voided and voiding ones too, in order."""
        found = self.database.connection.execute(_ALL_ROWS.execution_options(yield_per=1000))
        return (from_columns(values) for values in found)

    def rows(self) -> int:
        """How many rows the log has."""
        return self.database.connection.scalar(select(func.count()).select_from(log)) or 0

    # what the student wants

    def begun(self) -> tuple[str, ...]:
        """Ids of the decks in the plan, in the order in which they were begun."""
        self._refresh()
        if self._begun is None:
            self._begun = begun_decks(self.database.connection)
        return self._begun

    def parameters(self) -> Parameters:
        """The memory parameters and desired retention in force."""
        self._refresh()
        if self._in_force is None:
            self._in_force = parameters_in(self.database.connection)[0]
        return self._in_force

    def accepted(self, question_id: str) -> Sequence[str]:
        """Spellings this student said are right from now on."""
        found = self.database.connection.scalars(_ACCEPTED, {"question": question_id})
        return list(dict.fromkeys(found))

    def spellings(self) -> Sequence[tuple[str, str]]:
        """(question id, spelling) of everything accepted, in the order of accepting."""
        found = self.database.connection.execute(_SPELLINGS)
        return list(dict.fromkeys((question, spelling) for question, spelling in found))

    def fixed_form(self, deck_id: str) -> str:
        """The form the student fixed for the deck, or ""."""
        return self.database.connection.scalar(_FIXED_FORM, {"deck": deck_id}) or ""

    def former_answer(self, question_id: str) -> str | None:
        """The answer as it was when last asked, where it was changed since; else None."""
        found = self.database.connection.scalar(_FORMER, {"question": question_id})
        return None if found is None else str(found)

    @property
    def rebuild_wanted(self) -> bool:
        """Cards wait to be folded anew: parameters or desired retention were changed."""
        return rebuild_wanted(self.database.connection)

    # what is remembered between two calls

    def _refresh(self) -> None:
        """Forget what another connection may have changed."""
        version = self.database.data_version()
        if version != self._seen:
            self._forget()
            self._seen = version

    def _forget(self) -> None:
        self._begun = self._in_force = self._load = None

    def _for_load(self, key: str) -> CardState | None:
        self._refresh()
        return self.card(key) if key and self._load is not None else None

    def _note(self, row: Row, before: CardState | None) -> None:
        """Bring what is remembered in step with a row just written."""
        if row.action is not Action.ANSWER or row.deck not in self.begun():
            self._forget()
        elif self._load is not None and before is not None:
            after = self.card(row.card)
            for state, change in ((before, -1), (after, 1)):
                if not state.is_new and not state.suspended:
                    self._load[state.due_day] = self._load.get(state.due_day, 0) + change
