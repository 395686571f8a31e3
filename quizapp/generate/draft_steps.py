"""What an author decided, as a log of steps: state is a fold over it, undo and merging are too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias, TypedDict

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.candidate import Candidate

StepKey: TypeAlias = tuple[int, str, int]
"""When, by whom, and the how manieth of theirs: the order of steps."""


class State(StrEnum):
    """What the author decided on a question."""

    OPEN = "open"
    KEPT = "kept"
    REFUSED = "refused"


class Code(StrEnum):
    """What a step did; a key of the wording table."""

    KEPT = "kept"
    REFUSED = "refused"
    REOPENED = "reopened"
    EDITED = "edited"
    ASKED = "asked"
    KEPT_GREEN = "kept-green"
    DATED = "dated"
    """The date of publication was told, and perhaps more."""
    DESCRIBED = "described"
    """Title, publisher, author or address were told."""


class Details(TypedDict, total=False):
    """What an author tells of an article; what is not told stays as it is."""

    title: str
    published: PartialDate | None
    publisher: str
    author: str
    url: str


@dataclass(frozen=True, slots=True)
class Record:
    """A question as decided on, whole, so that later rules take nothing away.

    Attributes:
        candidate: as it stood after the step; its findings are not kept, they are found anew.
        reason: why it was refused, in the author's words, or "".
        edited: the author changed its words.
        own: the author asked it by selecting words.
    """

    candidate: Candidate
    state: State
    reason: str = ""
    edited: bool = False
    own: bool = False

    @property
    def id(self) -> str:
        """The question's id."""
        return self.candidate.question.id or ""


@dataclass(frozen=True)
class Step:
    """One thing the author did.

    Attributes:
        at: when, in milliseconds since 1970 UTC; later than every step its writer knew of.
        writer: who wrote it: each opening of a draft is a writer of its own.
        number: counts the writer's steps, from 1.
        records: the questions it changed, as they are after it.
        details: what it told of the article, as pairs.
    """

    at: int
    writer: str
    number: int
    code: Code
    records: tuple[Record, ...] = ()
    details: tuple[tuple[str, str | PartialDate | None], ...] = ()

    @property
    def key(self) -> StepKey:
        """What it is known and ordered by."""
        return self.at, self.writer, self.number


@dataclass(frozen=True)
class Log:
    """Every step on one article, in order.

    Attributes:
        undone: the keys of steps taken back; they stay, so that merging cannot bring them back.
    """

    steps: tuple[Step, ...] = ()
    undone: frozenset[StepKey] = frozenset()

    @cached_property
    def live(self) -> tuple[Step, ...]:
        """The steps that count."""
        return tuple(step for step in self.steps if step.key not in self.undone)

    @cached_property
    def records(self) -> dict[str, Record]:
        """The last decision on each question, by its id."""
        return {record.id: record for step in self.live for record in step.records}

    @cached_property
    def details(self) -> Details:
        """What was told of the article last."""
        told: dict[str, str | PartialDate | None] = {}
        for step in self.live:
            told.update(step.details)
        found = Details()
        for name, value in told.items():
            if name == "published":
                found["published"] = value if isinstance(value, PartialDate) else None
            elif isinstance(value, str):
                found[name] = value  # type: ignore[literal-required]
        return found

    @property
    def newest(self) -> int:
        """When the last step was made, 0 where there is none."""
        return self.steps[-1].at if self.steps else 0

    def with_step(self, step: Step) -> Log:
        """The log with a step at its end."""
        return Log((*self.steps, step), self.undone)

    def without_last(self) -> tuple[Log, Code | None]:
        """The log with its last step taken back, and what that step did; None where none is."""
        if not self.live:
            return self, None
        last = self.live[-1]
        return Log(self.steps, self.undone | {last.key}), last.code

    def merged(self, other: Log) -> Log:
        """The steps of both; on one question the newest decision holds."""
        return Log(_in_order([*self.steps, *other.steps]), self.undone | other.undone)


def _in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    by_key = {step.key: step for step in steps}
    return tuple(by_key[key] for key in sorted(by_key))


def told_anew(
    article: Article, told: Mapping[str, object]
) -> tuple[tuple[str, str | PartialDate | None], ...]:
    """Of what an article is told to be the details that are not so already, by name."""
    return tuple(
        (name, value if isinstance(value, str | PartialDate) else None)
        for name, value in told.items()
        if getattr(article, name) != value
    )
