"""After any series of actions the cache is what the log says, bit for bit."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from history_desk import NOON, answer
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from quizapp.collection.opening import open_collection
from quizapp.collection.rebuild import check, rebuild
from quizapp.schedule.day import study_day
from quizapp.schedule.log import Action, Entry, Moment, Rating
from quizapp.schedule.memory import DEFAULT_WEIGHTS
from quizapp.schedule.parameters import written

CARDS = st.sampled_from(["questionaa", "questionab", "questionac/year"])
HOURS = st.integers(-30, 100)


class Student(RuleBasedStateMachine):
    """Does whatever a student and her second device may do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name)
        dice = random.Random(1).randbytes
        now = datetime(2025, 10, 9, tzinfo=UTC)
        self.collection = open_collection(root / "q.sqlite", dice, root / "backups", now)
        self.other = open_collection(root / "other.sqlite", dice, root / "backups", now)
        self.hours = 0

    def teardown(self) -> None:
        """Check once more after everything was folded anew."""
        rebuild(self.collection.database)
        assert check(self.collection.database) == []
        self.collection.close()
        self.other.close()
        self.folder.cleanup()

    def now(self) -> Moment:
        """What the clock says."""
        utc_ms = NOON + self.hours * 3_600_000
        return Moment(utc_ms, 60, study_day(utc_ms, 60))

    def entry(self, action: Action, **more: object) -> Entry:
        """An entry of now."""
        return replace(Entry(action, self.now(), deck="civics"), **more)  # type: ignore[arg-type]

    @rule(hours=HOURS)
    def time_passes_or_runs_back(self, hours: int) -> None:
        """The clock moves."""
        self.hours += hours

    @rule(
        card=CARDS,
        rating=st.sampled_from(list(Rating)),
        days=st.integers(0, 40),
        form=st.sampled_from(["choose", "type"]),
        seconds=st.floats(0, 300),
        step=st.sampled_from([-1, -1, 0, 1]),
        elsewhere=st.booleans(),
    )
    def answers(
        self,
        card: str,
        rating: Rating,
        days: int,
        form: str,
        seconds: float,
        step: int,
        elsewhere: bool,
    ) -> None:
        """A card is answered, here or on the other device."""
        now = self.now()
        given = answer(
            rating,
            now.day + days,
            due_ms=0 if step < 0 else now.utc_ms + 600_000,
            next_step=step,
            predicted=None if days % 2 else 0.875,
            seconds=seconds,
            form=form,
        )
        entry = self.entry(Action.ANSWER, card=card, question=card.partition("/")[0], answer=given)
        (self.other if elsewhere else self.collection).append(entry)

    @rule(
        card=CARDS,
        action=st.sampled_from(
            [
                Action.SUSPEND,
                Action.UNSUSPEND,
                Action.BURY,
                Action.FLAG,
                Action.UNFLAG,
                Action.START_OVER,
                Action.SEEN_CHANGE,
            ]
        ),
        elsewhere=st.booleans(),
    )
    def does(self, card: str, action: Action, elsewhere: bool) -> None:
        """Something is done to a card."""
        entry = self.entry(action, card=card, text="so")
        (self.other if elsewhere else self.collection).append(entry)

    @rule(action=st.sampled_from([Action.BEGIN, Action.SET_ASIDE, Action.ACCEPT, Action.FORM]))
    def plans(self, action: Action) -> None:
        """Something is done that concerns no card."""
        self.collection.append(self.entry(action, question="questionaa", text="type"))

    @rule(elsewhere=st.booleans())
    def forgets_a_spelling(self, elsewhere: bool) -> None:
        """A spelling accepted on whatever day is taken back."""
        entry = self.entry(Action.UNDO)
        (self.other if elsewhere else self.collection).forget_spelling("questionaa", "type", entry)

    @rule(retention=st.floats(0.7, 0.97))
    def wants_to_remember(self, retention: float) -> None:
        """Desired retention is changed."""
        self.collection.append(self.entry(Action.RETENTION, number=retention))

    @rule(factor=st.floats(0.8, 1.2))
    def fits_parameters(self, factor: float) -> None:
        """Other parameters are put in force."""
        w = tuple(weight * factor for weight in DEFAULT_WEIGHTS[:4]) + DEFAULT_WEIGHTS[4:]
        self.collection.append(self.entry(Action.PARAMETERS, text=written("fitted", w)))

    @rule(elsewhere=st.booleans())
    def undoes(self, elsewhere: bool) -> None:
        """The last row of today is taken back."""
        where = self.other if elsewhere else self.collection
        where.undo(self.now().day, self.entry(Action.UNDO))

    @rule(backwards=st.booleans())
    def second_device_comes_in(self, backwards: bool) -> None:
        """All that the other device has is merged, in either order."""
        rows = list(self.other.log_rows())
        self.collection.merge(reversed(rows) if backwards else rows)

    @rule()
    def is_rebuilt(self) -> None:
        """The cache is made anew; nothing waits afterwards."""
        rebuild(self.collection.database)
        assert not self.collection.rebuild_wanted

    @invariant()
    def cache_is_what_the_log_says(self) -> None:
        """No difference, unless parameters were changed and cards wait to be folded anew."""
        differences = check(self.collection.database)
        if self.collection.rebuild_wanted:
            rebuild(self.collection.database)
            differences = check(self.collection.database)
        assert differences == []


TestStudent = Student.TestCase
TestStudent.settings = settings(
    max_examples=25,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
