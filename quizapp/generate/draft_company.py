"""What the questions of a desk repeat of one another as it stands now, after every decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.content.question import Question
from quizapp.generate.candidate import Finding
from quizapp.generate.draft_engine import Engine
from quizapp.generate.draft_layout import Placed
from quizapp.generate.draft_steps import State
from quizapp.generate.ground import Ground

REPEATS = "no-repeat"
"""The gate that looks at other questions; what it holds is found here and nowhere else."""
REFUSED_ALIKE = "refused-alike"
"""The author refused the same question in other words."""
_DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Seat:
    """A question at the table.

    Attributes:
        question: as it reads now, with its id.
        changed: its words are not those that the rules propose now.
        sound: no hard gate holds anything against it by itself.
        repeated: the rules proposed it as one that repeats another.
        score: how much it is worth asking.
    """

    question: Question
    state: State
    changed: bool
    sound: bool
    repeated: bool
    score: float

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id or ""

    @property
    def firm(self) -> bool:
        """The author wants it as it is: what repeats it gives way."""
        return self.state is State.KEPT or (self.changed and self.state is State.OPEN)


def seat_of(placed: Placed, state: State, alone: Sequence[Finding]) -> Seat:
    """The seat of a question of the desk.

    Args:
        placed: the question, and what the rules propose for it.
        state: what was decided on it.
        alone: what is held against it whatever else is asked.
    """
    findings = placed.proposed.findings if placed.proposed is not None else ()
    return Seat(
        placed.candidate.question,
        state,
        changed=placed.changed,
        sound=not any(finding.hard for finding in alone),
        repeated=any(finding.gate == REPEATS for finding in findings),
        score=placed.candidate.score,
    )


def by_itself(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What is held against a question whatever else is asked."""
    return tuple(finding for finding in findings if finding.gate != REPEATS)


class Company:
    """Everyone at the table, and who counts as company for whom."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._questions: tuple[Question, ...] = ()
        self._counting: frozenset[str] = frozenset()

    def seat(self, ground: Ground, seats: Sequence[Seat]) -> dict[str, tuple[Finding, ...]]:
        """What each question repeats now.

        Of two alike the better one stays. What only repeats a refused question in other words
        stays back too, or it would have to be refused again and again. Who was not proposed as
        one that repeats stays in sight, and counts whatever it repeats since.
        """
        questions = tuple(seat.question for seat in seats)
        if questions != self._questions:
            self._questions = questions
        refused = {seat.id for seat in seats if seat.state is State.REFUSED}
        firm = [seat for seat in seats if seat.firm]
        open_ = [seat for seat in seats if seat.sound and not seat.firm]
        open_ = [seat for seat in open_ if seat.state is State.OPEN]
        open_.sort(key=lambda seat: (seat.repeated, -seat.score))  # as the rules judged them
        found: dict[str, tuple[Finding, ...]] = {}
        counting = {seat.id for seat in firm}
        for seat in open_:
            twin = self._twin(seat, refused, ground)
            others = counting if seat.repeated else {one.id for one in firm if one.changed}
            found[seat.id] = twin or self._repeats(seat.question, others, ground)
            if not twin:
                counting.add(seat.id)
        hidden = {seat.id for seat in open_ if seat.repeated and found[seat.id]}
        before: set[str] = set()
        for seat in firm:
            if not seat.changed:
                found[seat.id] = self._repeats(seat.question, before, ground)
                before.add(seat.id)
        self._counting = frozenset(counting - hidden)
        for seat in seats:
            if seat.changed:
                found[seat.id] = self.repeats(seat.question, ground)
        return found

    def repeats(self, question: Question, ground: Ground) -> tuple[Finding, ...]:
        """What a question repeats of all others that count, as it is being typed."""
        return self._repeats(question, self._counting, ground)

    def _twin(self, seat: Seat, refused: set[str], ground: Ground) -> tuple[Finding, ...]:
        same = self._repeats(seat.question, refused, ground) if refused else ()
        return tuple(
            replace(finding, code=REFUSED_ALIKE) for finding in same if finding.code == _DUPLICATE
        )

    def _repeats(
        self, question: Question, among: set[str] | frozenset[str], ground: Ground
    ) -> tuple[Finding, ...]:
        if not among:
            return ()
        return self._engine.repeats(question, ground, self._questions, among)
