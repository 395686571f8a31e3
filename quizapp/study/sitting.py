"""Where a sitting stands, as values: a question asked, an answer marked, or the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from quizapp.content.mark import Mark, Response
from quizapp.content.question import Form
from quizapp.schedule.log import Moment, Rating
from quizapp.schedule.next_due import Scheduled
from quizapp.schedule.store import CardPlace
from quizapp.study.options import Options
from quizapp.study.view import Stage


class OutOfTurnError(Exception):
    """The step has no meaning where the sitting stands."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question stands on the screen.

    Attributes:
        gap: label of the asked gap of a cloze, or the direction of a flashcard; None else.
        fields: how many fields to type into.
        shown_s: reading of the running clock when it was shown.
    """

    card: CardPlace
    gap: str | None
    form: Form
    options: Options
    fields: int
    shown_s: float
    hinted: bool = False

    stage: ClassVar[Stage] = Stage.ASKING


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer stands on the screen, marked but not written yet.

    Attributes:
        moment: when it was given.
        given: the mark as the rules gave it; None for a recall.
        outcomes: what each rating would lead to, as the mark now stands.
        chosen: the rating the student changed to, or judged a recall by; None for the proposed.
        accepted: what was typed was accepted from now on.
        rows: ids of rows appended since the answer was given, oldest first.
        written: the answer's row is in the log, but a step after it could not be made.
    """

    asking: Asking
    response: Response
    moment: Moment
    seconds: float
    given: Mark | None
    outcomes: Mapping[Rating, Scheduled]
    chosen: Rating | None = None
    guessed: bool = False
    overruled: bool = False
    accepted: bool = False
    rows: tuple[str, ...] = ()
    written: bool = False

    stage: ClassVar[Stage] = Stage.ANSWERED


@dataclass(frozen=True, slots=True)
class Finished:
    """The sitting is over.

    Attributes:
        moment: when.
        left: questions that still waited in the sitting.
        early: the student ended it.
    """

    moment: Moment
    left: int = 0
    early: bool = False

    stage: ClassVar[Stage] = Stage.FINISHED


State: TypeAlias = Asking | Answered | Finished


@dataclass(frozen=True, slots=True)
class Done:
    """An answer written in this sitting."""

    row: str
    card: CardPlace
    gap: str | None
    right: bool
    was_new: bool
    seconds: float


@dataclass(slots=True)
class Tally:
    """What was asked and answered in this sitting.

    Attributes:
        answers: in order.
        asked: how often each card was shown, in the order of the first showings.
    """

    answers: list[Done] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)

    def show(self, key: str) -> None:
        """Count a showing of a card."""
        self.asked[key] = self.asked.get(key, 0) + 1

    def unshow(self, key: str) -> None:
        """Count a showing no longer: it was taken back, or left without an answer."""
        shown = self.asked.get(key, 0) - 1
        if shown > 0:
            self.asked[key] = shown
        else:
            self.asked.pop(key, None)

    def add(self, done: Done) -> None:
        """Count an answer."""
        self.answers.append(done)

    def take_back(self, row: str) -> None:
        """Count an answer no longer; one of an earlier sitting is passed over."""
        self.answers = [done for done in self.answers if done.row != row]

    @property
    def cards(self) -> dict[str, list[Done]]:
        """The answers by card, in the order of the first ones."""
        by_card: dict[str, list[Done]] = {}
        for done in self.answers:
            by_card.setdefault(done.card.state.key, []).append(done)
        return by_card
