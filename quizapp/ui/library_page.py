"""Library: every deck file, what it holds, how far one is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from quizapp.author.standing import Standing
from quizapp.study.library import DeckLine
from quizapp.study.view import Scope, Wanted
from quizapp.ui.buttons import Button
from quizapp.ui.controls import Body, Caption, Card, Field, Heading, Page
from quizapp.ui.deck_table import counts_in_words
from quizapp.ui.flow import Flow, empty
from quizapp.ui.keep_focus import focused_name, give_back
from quizapp.ui.kept_notice import KeptNotice
from quizapp.ui.lines_model import Line
from quizapp.ui.lines_view import LinesView, on_a_card
from quizapp.ui.theme import Role, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingPrimary, WrappingQuiet
from quizapp.words import _, ngettext
from quizapp.words.faults import describe

WIDE = 100  # characters across the column
_LEAST = 112  # pixels of the list, so that the smallest window holds all without scrolling


class LibraryPage(Page):
    """All decks in a list with a filter; at the foot what can be done with the chosen one.

    Signals:
        open_deck: deck id, on Enter, a double click or "Open".
        begin: id of a deck that the student wants to begin.
        leave_out: id of a deck that the student wants out of the plan.
        study: a `Wanted` for one deck.
        read: id of a deck whose article the student wants to read.
        open_folder: path of a deck file whose folder is wanted.
        choose: path of the file to use, of two with one id.
        add_deck: the student wants to take in a file.
        new_deck: she wants to write one.
        edit: path of a deck file that she wants to write in.
        duplicate, rename, delete_deck: path and title of a deck of her own.
        open_facts: she wants to see which facts of her own decks are old.
        write_anew, let_go: a deck that lies among the drafts alone.
    """

    open_deck = Signal(str)
    begin = Signal(str)
    leave_out = Signal(str)
    study = Signal(object)
    read = Signal(str)
    open_folder = Signal(object)
    choose = Signal(object)
    add_deck = Signal()
    new_deck = Signal()
    edit = Signal(object)
    duplicate = Signal(object, str)
    rename = Signal(object, str)
    delete_deck = Signal(object, str)
    open_facts = Signal()
    write_anew = Signal(object)
    let_go = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=WIDE)
        self._decks: dict[str, DeckLine] = {}
        self._standings: Mapping[Path, Standing] = {}
        self._copies: frozenset[str] = frozenset()
        self._line: DeckLine | None = None
        head = QWidget()
        row = Flow(head, gap=16, spread=True)
        row.addWidget(Heading(theme, _("Library")))
        ways = QWidget()
        flow = Flow(ways, gap=8)
        for name, words, wanted in (
            ("new", _("New deck"), self.new_deck),
            ("add", _("Add a deck"), self.add_deck),
        ):
            button = WrappingQuiet(theme, words)
            button.setObjectName(name)
            button.clicked.connect(wanted)
            flow.addWidget(button)
        row.addWidget(ways)
        self._facts = WrappingLink(theme, _("Facts to check"))
        self._facts.setObjectName("facts")
        self._facts.clicked.connect(self.open_facts)
        self._facts.hide()
        self.kept = KeptNotice(theme)
        self.kept.write_anew.connect(self.write_anew)
        self.kept.let_go.connect(self.let_go)
        self.filter = Field(theme, _("Filter decks"))
        self.filter.setPlaceholderText(_("Filter decks"))
        self.filter.setClearButtonEnabled(True)
        self.list = LinesView(
            theme, _("Decks"), _("No deck has these words. Clear the filter to see all.")
        )
        self.list.setMinimumHeight(_LEAST)
        self._foot = Card(theme)
        self.column.setSpacing(16)
        self.column.addWidget(head)
        self.column.addWidget(self.kept)
        self.column.addWidget(self._facts, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.filter)
        self.column.addWidget(on_a_card(theme, self.list), 1)
        self.column.addWidget(self._foot)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.setWhatsThis(_("Filter decks"))
        find.activated.connect(self._find)
        self.filter.textChanged.connect(self.list.set_filter)
        self.filter.returnPressed.connect(self._go_to_list)
        self.list.chosen.connect(self._show_foot)
        self.list.opened.connect(self._open)

    def show_lines(self, lines: Sequence[DeckLine]) -> None:
        """Show the decks; filter and choice stay.

        A deck that comes with the program is left out where one's own copy is used in its place;
        what was chosen is the copy then.
        """
        chosen = self._decks.get(self.list.key)
        replaced = {line.entry.id for line in lines if _is_replaced(line)}
        shown = [line for line in lines if not _is_replaced(line)]
        self._decks = {str(line.entry.path): line for line in shown}
        copies = frozenset(path for path, line in self._decks.items() if line.entry.id in replaced)
        if copies != self._copies:
            self._copies, self._line = copies, None  # the foot says so
        self._fill()
        if chosen is not None and str(chosen.entry.path) not in self._decks:
            same = (path for path, line in self._decks.items() if line.entry.id == chosen.entry.id)
            if (path := next(same, "")) and chosen.entry.id:
                self.list.choose(path)

    def show_standings(self, standings: Mapping[Path, Standing]) -> None:
        """Show what the checks hold against the author's own decks, by their files."""
        self._standings = standings
        self._fill()
        self._facts.setVisible(any(standing.old for standing in standings.values()))

    def focus_first(self) -> None:
        """Give the focus to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        none = Standing()
        self.list.show_lines(
            [
                _line(path, deck, self._standings.get(deck.entry.path, none))
                for path, deck in self._decks.items()
            ]
        )

    def _find(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_foot(self, path: str) -> None:
        line = self._decks.get(path)
        if line is not None and line == self._line:
            return
        had = focused_name(self._foot)
        self._line = line
        empty(self._foot.column)
        self._foot.setVisible(line is not None)
        if line is None:
            return
        self._foot.column.addWidget(Body(self.theme, line.entry.title or line.entry.path.name))
        for words in _explained(line, copied=path in self._copies):
            self._foot.column.addWidget(Caption(self.theme, words))
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        for name, words in _steps(line):
            primary = name in {"study", "begin"}
            button: Button = (WrappingPrimary if primary else WrappingQuiet)(self.theme, words)
            button.setObjectName(name)
            button.clicked.connect(self._step)
            flow.addWidget(button)
        self._foot.column.addWidget(buttons)
        give_back(self._foot, had)

    def _step(self) -> None:
        if self._line is None:
            return
        entry = self._line.entry
        path, title = entry.path, entry.title
        steps: dict[str, Callable[[], None]] = {
            "study": partial(self.study.emit, Wanted(decks=(entry.id,))),
            "over": partial(self.study.emit, Wanted(Scope.GO_OVER, decks=(entry.id,))),
            "begin": partial(self.begin.emit, entry.id),
            "leave out": partial(self.leave_out.emit, entry.id),
            "open": partial(self.open_deck.emit, entry.id),
            "read": partial(self.read.emit, entry.id),
            "use": partial(self.choose.emit, path),
            "edit": partial(self.edit.emit, path),
            "duplicate": partial(self.duplicate.emit, path, title),
            "rename": partial(self.rename.emit, path, title),
            "delete": partial(self.delete_deck.emit, path, title),
            "folder": partial(self.open_folder.emit, path),
        }
        steps[self.sender().objectName()]()

    def _open(self, path: str) -> None:
        line = self._decks.get(path)
        if line is not None and line.askable:
            self.open_deck.emit(line.entry.id)


def _steps(line: DeckLine) -> list[tuple[str, str]]:
    """What can be done with a file, the likeliest first."""
    entry = line.entry
    steps = []
    if line.askable:
        if not entry.begun:
            steps.append(("begin", _("Begin")))
        elif line.counts.due or line.counts.new:
            steps.append(("study", _("Study")))
        else:
            steps.append(("over", _("Go over")))
        steps.append(("open", _("Open")))
        steps.append(("edit", _("Edit")))
        if entry.articles:
            steps.append(("read", _("Read the article")))
        if entry.begun:
            steps.append(("leave out", _("Leave out of the plan")))
    if entry.rival and not entry.unreadable:
        steps.append(("use", _("Use this one")))
    if not entry.bundled:
        if entry.writable and not entry.unreadable:
            if not line.askable:
                steps.append(("edit", _("Edit")))
            steps.append(("duplicate", _("Duplicate")))
            steps.append(("rename", _("Rename")))
            steps.append(("delete", _("Delete")))
        steps.append(("folder", _("Open folder")))
    return steps


def _is_replaced(line: DeckLine) -> bool:
    """Whether another deck is used in its place, and nothing is to be chosen between them."""
    return line.entry.hidden and not line.entry.rival


def _explained(line: DeckLine, *, copied: bool) -> list[str]:
    """What is to be known of the chosen file besides its line in the list.

    Args:
        line: of the file.
        copied: it is used in place of the deck that comes with the program.
    """
    entry = line.entry
    said = []
    if entry.description and not entry.unreadable:
        said.append(entry.description)
    if copied:
        said.append(
            _(
                "Your own copy of a deck that comes with Quizapp. Delete it, and the original is"
                " used again."
            )
        )
    if entry.without_id:
        said.append(
            ngettext(
                "{n} question has no id yet. It is given one when you begin the deck.",
                "{n} questions have no id yet. They are given one when you begin the deck.",
                entry.without_id,
            ).format(n=entry.without_id)
        )
    if entry.rival:
        said.append(
            _("This file: {path}. The other one with the same id: {other}").format(
                path=entry.path, other=entry.rival
            )
        )
    elif entry.unreadable:
        said.append(
            _("The file: {path}. The other decks are not affected.").format(path=entry.path)
        )
    return said


def _line(path: str, line: DeckLine, standing: Standing) -> Line:
    entry = line.entry
    if entry.unreadable:
        return _unreadable(path, line)
    counts = line.counts
    parts = []
    if entry.begun:
        parts.append(counts_in_words(counts.due, counts.new))
        parts.append(
            _("{learned} of {cards} cards seen").format(learned=counts.learned, cards=counts.cards)
        )
        parts += _drafts(standing)
    else:
        questions = ngettext("{n} question", "{n} questions", entry.questions)
        parts.append(questions.format(n=entry.questions))
        parts += _drafts(standing)
        parts.append(_("out of the plan") if counts.learned else _("not begun"))
    if entry.bundled:
        parts.append(_("comes with Quizapp"))
    under = [(" · ".join(parts), Role.MUTED)]
    wants = _wanting(line, standing)
    if wants:
        under.append((" · ".join(wants), Role.ATTENTION))
    if entry.rival:
        used = _("{file} is used; {other} has the same id.")
        unused = _("{file} is not used; {other} has the same id.")
        names = {"file": entry.path.name, "other": Path(entry.rival).name}
        under.append(((unused if entry.hidden else used).format(**names), Role.ATTENTION))
    share = counts.learned / counts.cards if entry.begun and counts.cards else None
    search = f"{entry.title} {entry.description} {entry.path.name}".casefold()
    return Line(path, entry.title, tuple(under), search, share)


def _drafts(standing: Standing) -> list[str]:
    """How many questions are unfinished in the editor, be an older version in the file or not."""
    n = standing.drafts
    return [ngettext("{n} draft", "{n} drafts", n).format(n=n)] if n else []


def _wanting(line: DeckLine, standing: Standing) -> list[str]:
    """What in a deck wants looking after."""
    faults, findings = len(line.entry.faults), standing.errors + standing.warnings
    both = standing.conflicts
    told = (
        (both, ngettext("{n} changed in two places", "{n} changed in two places", both)),
        (faults, ngettext("{n} fault in the file", "{n} faults in the file", faults)),
        (0 if faults else findings, ngettext("{n} finding", "{n} findings", findings)),
        (line.flagged, ngettext("{n} flagged", "{n} flagged", line.flagged)),
        (line.set_aside, ngettext("{n} set aside", "{n} set aside", line.set_aside)),
        (
            len(standing.old),
            ngettext("{n} fact to check", "{n} facts to check", len(standing.old)),
        ),
    )
    return [words.format(n=n) for n, words in told if n]


def _unreadable(path: str, line: DeckLine) -> Line:
    entry = line.entry
    fault = next((f for f in entry.faults if f.code == entry.unreadable), None)
    fault = fault or next(iter(entry.faults), None)
    reason = describe(fault) if fault is not None else ""
    said = _("Cannot be read. {reason}").format(reason=reason)
    name = entry.path.name
    return Line(path, name, ((said, Role.WRONG),), f"{name} {said}".casefold())
