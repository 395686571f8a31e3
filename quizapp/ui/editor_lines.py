"""A question's line in the editor's list, and which lines a sieve lets through, in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from quizapp.author.told import Line, State
from quizapp.content.question import Kind, filled_in
from quizapp.ui import lines_model
from quizapp.ui.lines_model import clipped
from quizapp.ui.theme import Role
from quizapp.words import N_, _, ngettext

KINDS = {
    Kind.SHORT: N_("Short answer"),
    Kind.CHOICE: N_("Choice"),
    Kind.MULTI: N_("Several right"),
    Kind.TRUE_FALSE: N_("True or false"),
    Kind.NUMBER: N_("Number"),
    Kind.DATE: N_("Date"),
    Kind.LIST: N_("List"),
    Kind.ORDER: N_("Order"),
    Kind.MATCH: N_("Pairs"),
    Kind.CLOZE: N_("Gaps"),
    Kind.FLASHCARD: N_("Flashcard"),
}
STATES = {
    State.UNFINISHED: N_("Unfinished"),
    State.ERROR: N_("Wrong"),
    State.WARNING: N_("To look at"),
    State.CLEAN: N_("In order"),
}
AGED = "aged"
ALL = "all"
SORTS = {
    "deck": N_("deck order"),
    "prompt": N_("by prompt"),
    "state": N_("by state"),
    "kind": N_("by kind"),
}
_ROLES = {State.UNFINISHED: Role.ATTENTION, State.ERROR: Role.WRONG, State.WARNING: Role.ATTENTION}
_WORST_FIRST = {state: rank for rank, state in enumerate(State)}
_KIND_ORDER = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which questions are listed; `ALL` for no limit.

    Attributes:
        kind: a `Kind`.
        tag: a tag.
        state: a `State`, or `AGED` for those due for checking.
        sort: a key of `SORTS`.
    """

    kind: str = ALL
    tag: str = ALL
    state: str = ALL
    sort: str = "deck"

    def lets(self, line: Line) -> bool:
        """Whether a question is listed."""
        if self.kind not in (ALL, line.kind):
            return False
        if self.tag not in (ALL, *line.tags):
            return False
        if self.state == AGED:
            return line.aged
        return self.state in (ALL, line.state)

    def listed(self, lines: Iterable[Line]) -> list[Line]:
        """The questions that are listed, in order."""
        everything = self.kind == self.tag == self.state == ALL
        found = list(lines) if everything else [line for line in lines if self.lets(line)]
        match self.sort:
            case "prompt":
                found.sort(key=lambda line: line.prompt.casefold())
            case "state":
                found.sort(key=lambda line: _WORST_FIRST[line.state])
            case "kind":
                found.sort(key=lambda line: _KIND_ORDER[line.kind])
        return found


class QuestionLine:
    """A question as a line of a list: its prompt, how it stands, its kind, answer and tags.

    Its words are put together when it is drawn: of ten thousand lines a dozen are in sight.
    """

    __slots__ = ("_line", "key", "search")
    share = None

    def __init__(self, line: Line) -> None:
        self._line = line
        self.key = line.key
        self.search = line.search

    @property
    def title(self) -> str:
        """The prompt."""
        line = self._line
        words = clipped(line.prompt)
        words = filled_in(words) if line.kind is Kind.CLOZE else words
        return words.strip() or _("No words yet")

    @property
    def under(self) -> tuple[tuple[str, Role], ...]:
        """How it stands, and what it is."""
        line = self._line
        found: list[tuple[str, Role]] = []
        if line.state in _ROLES:
            found.append((_state_words(line), _ROLES[line.state]))
        if line.aged:
            found.append((_("Due for checking"), Role.ATTENTION))
        parts = (_(KINDS[line.kind]), clipped(line.answer), *map(clipped, line.tags))
        found.append((" · ".join(part for part in parts if part), Role.MUTED))
        return tuple(found)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return "\n".join([self.title, *(words for words, _role in self.under)])


def line_of(line: Line) -> lines_model.Line:
    """A question as a line of a list."""
    return cast("lines_model.Line", QuestionLine(line))  # it has all that a line has


def _state_words(line: Line) -> str:
    if line.state is State.UNFINISHED:
        return _(STATES[State.UNFINISHED])
    n = max(1, line.findings)
    if line.state is State.ERROR:
        return ngettext("Wrong: {n} finding", "Wrong: {n} findings", n).format(n=n)
    return ngettext("{n} finding", "{n} findings", n).format(n=n)
