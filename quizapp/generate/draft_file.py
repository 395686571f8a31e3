"""A draft on disk: JSON with a step on each line, so that a damaged file loses few of them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from quizapp.content.question_json import Json
from quizapp.content.whole_write import write_whole
from quizapp.generate.article import Article
from quizapp.generate.draft_errors import (
    DraftNotWrittenError,
    DraftUnreadableError,
    code_of,
    facts_of,
)
from quizapp.generate.draft_items import Counts
from quizapp.generate.draft_json import Values, article_of, article_to_json, step_of, step_to_json
from quizapp.generate.draft_steps import Log, Step, StepKey

FORMAT = 1
ENDING = ".json"

_Seen: TypeAlias = tuple[int, int, int]
_BAD = (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError)
"""What reading values raises that were written by something else."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The first line of a draft: enough for a list.

    Attributes:
        touched: when it was worked on last, in milliseconds since 1970 UTC.
        decks: how many kept questions stood in which deck then, by the decks' ids.
    """

    title: str
    sha256: str
    touched: int
    counts: Counts
    decks: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft's file holds.

    Attributes:
        article: as it was opened first; None where that part is damaged.
        whole: everything in it could be read.
    """

    article: Article | None
    log: Log
    whole: bool


class DraftFile:
    """One draft's file, for one desk: `quizapp.generate.draft_items.Keeper`.

    Two desks on one file lose nothing of one another: who finds it changed since, reads it and
    writes the steps of both.
    """

    def __init__(self, path: Path, clock: Callable[[], int]) -> None:
        self.path = path
        self._clock = clock
        self._seen: _Seen | None = None
        self._lines: dict[StepKey, str] = {}
        self.aside: Path | None = None
        """Where the file was moved to when it could not be read whole, or None."""

    def read(self) -> Draft | None:
        """What is there, or None; a damaged file is moved aside, and what could be read is given.

        Raises:
            DraftUnreadableError: the system refuses it, or a newer program wrote it.
        """
        self._seen = self._signature()
        try:
            data = self.path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise DraftUnreadableError("draft-unreadable", **facts_of(error, self.path)) from error
        draft = parse(data, self.path)
        if draft.article is not None and self.path.stem != stem(draft.article.sha256):
            draft = replace(draft, article=None, whole=False)
        if not draft.whole:
            self._set_aside()
        return draft

    def keep(self, article: Article, log: Log, counts: Counts, decks: Mapping[str, int]) -> Log:
        """Write the log, with the steps that another desk wrote meanwhile; what was written.

        Raises:
            DraftNotWrittenError: it was not.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self._seen != self._signature():
                other = self.read()
                log = log if other is None else log.merged(other.log)
            touched = max(self._clock(), log.newest)
            shown = Shown(article.title, article.sha256, touched, counts, decks)
            data = self._text(article, log, shown).encode("ascii")
            # Waiting for the folder too would double the time of each decision, and the next one
            # carries this one along: a power cut costs the last at most.
            write_whole(self.path, data, lasting=False)
            self._seen = self._signature()
        except DraftUnreadableError as error:
            raise DraftNotWrittenError(error.code, **error.facts) from error
        except OSError as error:
            facts = facts_of(error, self.path)
            raise DraftNotWrittenError(code_of(error), **facts) from error
        return log

    def _text(self, article: Article, log: Log, shown: Shown) -> str:
        for step in log.steps:
            if step.key not in self._lines:
                self._lines[step.key] = json.dumps(step_to_json(step))
        steps = ",\n".join(self._lines[step.key] for step in log.steps)
        first = json.dumps({"format": FORMAT, "shown": _shown_to_json(shown)})
        undone = json.dumps([list(key) for key in sorted(log.undone)])
        told = json.dumps(article_to_json(article))
        return (
            f'{first[:-1]},\n"article":\n{told},\n"undone":\n{undone},\n"steps": [\n{steps}\n]}}\n'
        )

    def _signature(self) -> _Seen | None:
        with suppress(OSError):
            found = self.path.stat()
            return found.st_ino, found.st_mtime_ns, found.st_size
        return None

    def _set_aside(self) -> None:
        """Give the damaged file another name, a free one, in the same folder."""
        number, aside = 1, self.path.with_suffix(".damaged")
        while os.path.lexists(aside):
            number += 1
            aside = self.path.with_suffix(f".damaged-{number}")
        try:
            self.path.rename(aside)
        except OSError as error:
            raise DraftUnreadableError("draft-unreadable", **facts_of(error, self.path)) from error
        self.aside, self._seen = aside, None


def stem(sha256: str) -> str:
    """The name of an article's draft, without its ending."""
    return sha256[:16]


def shown_in(path: Path) -> Shown | None:
    """What a list of drafts tells of a file, from its first line; None where it is damaged."""
    try:
        with path.open("rb") as file:
            first = file.readline(65536).decode("ascii").rstrip().removesuffix(",")
        shown = json.loads(first + "}")["shown"]
        counts = Counts(*(int(number) for number in shown["counts"]))
        decks = {str(deck): int(many) for deck, many in shown.get("decks", {}).items()}
        title, sha256, touched = str(shown["title"]), str(shown["sha256"]), int(shown["touched"])
        return Shown(title, sha256, touched, counts, decks)
    except (OSError, *_BAD):
        return None


def parse(data: bytes, path: Path) -> Draft:
    """Read a draft's bytes; of a damaged one every line that can be read.

    Raises:
        DraftUnreadableError: a newer program wrote it.
    """
    try:
        values = json.loads(data)
        number = values["format"]
    except _BAD:
        return _from_lines(data)
    if isinstance(number, int) and number > FORMAT:
        raise DraftUnreadableError("draft-newer", path=str(path))
    if not values.keys() >= {"article", "undone", "steps"}:
        return _from_lines(data)  # the name of a part is damaged, not what it holds
    return _from_values(values)


def _from_values(values: Values) -> Draft:
    whole, article = True, None
    try:
        article = article_of(values["article"])
    except _BAD:
        whole = False
    steps, bad = _each(values.get("steps"))
    undone, bad_too = _undone(values.get("undone"))
    return Draft(article, Log().merged(Log(steps, undone)), whole and not bad and not bad_too)


def _from_lines(data: bytes) -> Draft:
    article, log = None, Log()
    for line in data.decode("ascii", "replace").splitlines():
        with suppress(*_BAD):
            value = json.loads(line.rstrip().removesuffix(","))
            if isinstance(value, list):
                log = log.merged(Log((), _undone(value)[0]))
            elif "did" in value:
                log = log.merged(Log((step_of(value),)))
            elif "text" in value:
                article = article_of(value)
    return Draft(article, log, whole=False)


def _each(values: Json) -> tuple[tuple[Step, ...], bool]:
    """The steps that can be read, and whether some cannot."""
    if not isinstance(values, list):
        return (), True
    steps: list[Step] = []
    for value in values:
        with suppress(*_BAD):
            steps.append(step_of(value))
    return tuple(steps), len(steps) != len(values)


def _undone(values: Json) -> tuple[frozenset[StepKey], bool]:
    if not isinstance(values, list):
        return frozenset(), True
    found = frozenset(_keys(values))
    return found, len(found) != len(values)


def _keys(values: Sequence[Json]) -> Iterator[StepKey]:
    for value in values:
        match value:
            case [int(at), str(writer), int(number)]:
                yield at, writer, number


def _shown_to_json(shown: Shown) -> dict[str, Json]:
    counts = shown.counts
    return {
        "title": shown.title[:200],
        "sha256": shown.sha256,
        "touched": shown.touched,
        "counts": [counts.open, counts.kept, counts.refused],
        "decks": dict(shown.decks),
    }
