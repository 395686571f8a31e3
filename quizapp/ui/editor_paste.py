"""Rows of a spreadsheet or another program, seen in a table before they become questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.author.pasted_questions import Column, Mapping
from quizapp.author.pasted_rows import Rows, Separators
from quizapp.author.pasted_table import PastedTable, TableLine, mapped, table_of
from quizapp.content.question import Kind
from quizapp.ui.article_work import ArticleWork, Then, Work
from quizapp.ui.controls import Body, Caption, Card, Page, ProgressLine
from quizapp.ui.editor_ask import AskLine
from quizapp.ui.editor_lines import KINDS
from quizapp.ui.flow import Flow, empty
from quizapp.ui.menu_button import MenuButton
from quizapp.ui.rows_table import RowsTable, TableRow
from quizapp.ui.theme import Theme
from quizapp.ui.wrapping_buttons import WrappingPrimary, WrappingQuiet
from quizapp.words import _, authoring, ngettext, pasting
from quizapp.words.field_troubles import describe_trouble

_MAKES = (Kind.SHORT, Kind.CHOICE, Kind.FLASHCARD, Kind.LIST, Kind.NUMBER, Kind.DATE, Kind.CLOZE)
_BETWEEN_CELLS = ("\t", ",", ";", "|", " - ", " – ", ": ", " = ")
_BETWEEN_ROWS = ("\n", ";", "\n\n", "\n---\n")
_OTHER = "other"
_BY_ROW = "by row"
_MOST_COLUMNS = 8  # that can be given a meaning; tables wider than that are not for cards
_LEAST = 96  # pixels of the table
_LETTERS_AT_ONCE, _ROWS_AT_ONCE = 10_000, 300
"""What takes some milliseconds; more is done in another thread, with progress."""
_PARTS = 1000  # of the line of progress


class EditorPaste(Page):
    """The rows: how they are cut, what each column holds, and what comes of them.

    Signals:
        left: the author does not want them.
        added: the questions that are to be added, as a tuple.
        failed: an error to tell.
    """

    left = Signal()
    added = Signal(object)
    failed = Signal(object)
    help_page = "importing"  # of the help, on F1

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._text = ""
        self._shown = PastedTable(Rows(Separators(), ()), Mapping(), (), ())
        self._adding = False
        self._work = ArticleWork(self)
        self._work.progressed.connect(self._progress)
        self._said = Body(theme)
        self._line = _progress_line(theme)
        self._cells = MenuButton(theme, _("Between cells"))
        self._rows = MenuButton(theme, _("Between rows"))
        self._kind = MenuButton(theme, _("Kind"))
        kinds = [(kind.value, _(KINDS[kind])) for kind in _MAKES]
        self._kind.set_options([(_BY_ROW, _("as each row looks")), *kinds], kinds[0][0])
        self._first = MenuButton(theme, _("First row"))
        self._first.set_options((("row", _("a question")), ("heading", _("names of columns"))))
        ways = QWidget()
        flow = Flow(ways, gap=4)
        for name, button in (
            ("cells", self._cells),
            ("rows", self._rows),
            ("kind", self._kind),
            ("first", self._first),
        ):
            button.setObjectName(name)
            flow.addWidget(button)
        self._columns = QWidget()
        self._columns_flow = Flow(self._columns, gap=4)
        self.table = RowsTable(theme, _("Rows"))
        self.table.setMinimumHeight(_LEAST)
        self.table.chosen.connect(self._say_why)
        self._why = Caption(theme)
        card = Card(theme)
        card.column.setContentsMargins(4, 4, 4, 4)
        card.column.addWidget(self.table)
        self.add = WrappingPrimary(theme)
        self.add.setObjectName("add rows")
        cancel = WrappingQuiet(theme, _("Cancel") + "  Esc")
        cancel.setObjectName("cancel rows")
        foot = QWidget()
        buttons = Flow(foot, gap=8)
        buttons.addWidget(self.add)
        buttons.addWidget(cancel)
        self.column.setSpacing(8)
        self._ways = ways
        for widget in (self._said, self._line, ways, self._columns):
            self.column.addWidget(widget)
        self.column.addWidget(card, 1)
        self.column.addWidget(self._why)
        self.column.addWidget(foot)
        self._cells.taken.connect(self._cut_cells)
        self._rows.taken.connect(self._cut_rows)
        self._kind.taken.connect(self._make_kind)
        self._first.taken.connect(self._name_columns)
        self.add.clicked.connect(self._add)
        cancel.clicked.connect(self._cancel)

    def show_text(self, text: str) -> None:
        """Show the rows of a text, cut as it looks."""
        self._text = text
        self._show_nothing()
        self._cut(None)

    @property
    def words(self) -> str:
        """What comes of the rows, in words."""
        return self._said.text()

    @property
    def why(self) -> str:
        """Why the chosen row is left out, in words; "" where it is not."""
        return self._why.text()

    @property
    def busy(self) -> bool:
        """Whether something long goes on, which Cancel ends."""
        return self._work.busy

    def focus_first(self) -> None:
        """Go to the button that adds them, or to the table where there is nothing to add."""
        first: QWidget = self.add if self.add.isEnabled() else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def carry_out(self, count: int, work: Work, then: Then) -> None:
        """Have the questions made ready to be added, with progress where they are many.

        Args:
            count: of questions.
            work: makes them ready, in another thread.
            then: called here when they are.
        """
        self._adding = True
        words = ngettext("Adding {n:,} question…", "Adding {n:,} questions…", count)
        self._begin(words.format(n=count), work, then, at_once=count <= _ROWS_AT_ONCE)

    def stop(self) -> None:
        """End what goes on; nothing comes of it."""
        self._work.stop()
        self._rest()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave them on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _cancel(self) -> None:
        """Stop adding, so that nothing was added; else leave the rows."""
        adding = self._adding and self.busy
        self.stop()
        if adding:
            self._say()
        else:
            self.left.emit()

    # Work

    def _cut(self, separators: Separators | None) -> None:
        """Cut the text; what the columns hold is guessed anew."""

        def cut(progress: Callable[[float], None], stopped: Callable[[], bool]) -> PastedTable:
            return table_of(text, separators, progress, stopped)

        text = self._text
        self._begin(_("Reading the rows…"), cut, self._take, at_once=len(text) <= _LETTERS_AT_ONCE)

    def _map(self, mapping: Mapping) -> None:
        """Have the columns hold something else."""

        def read(progress: Callable[[float], None], stopped: Callable[[], bool]) -> PastedTable:
            return mapped(found, mapping, progress, stopped)

        found = self._shown.rows
        self._shown = replace(self._shown, mapping=mapping)
        few = len(found.rows) <= _ROWS_AT_ONCE
        self._begin(_("Reading the rows…"), read, self._show, at_once=few)

    def _begin(self, words: str, work: Work, then: Then, *, at_once: bool) -> None:
        """Do some work, here where it is short; else there, and say so meanwhile."""

        def ended(outcome: object) -> None:
            self._rest()
            then(outcome)

        def broke(error: Exception) -> None:
            self._rest()
            self.failed.emit(error)

        if at_once:
            self._work.stop()
            ended(work(_untold, _never))
            return
        self._said.setMinimumHeight(self._said.height() if self._adding else 0)
        self._said.set_text(words)
        self._line.set_progress(0, _PARTS)
        self._line.show()
        self.add.setEnabled(False)
        for part in (self._ways, self._columns):
            part.setEnabled(not self._adding)
        self._work.begin(work, ended, broke)

    def _progress(self, share: float) -> None:
        self._line.set_progress(round(share * _PARTS), _PARTS)

    def _rest(self) -> None:
        """Nothing goes on now."""
        self._adding = False
        self._said.setMinimumHeight(0)
        self._line.hide()
        for part in (self._ways, self._columns):
            part.setEnabled(True)

    # The table

    def _show_nothing(self) -> None:
        """Show no rows: other ones are read now."""
        self._shown = PastedTable(Rows(Separators(), ()), Mapping(), (), ())
        self.table.show_rows([], [])
        for part in (self._ways, self._columns, self._why, self.add):
            part.hide()

    def _take(self, table: PastedTable) -> None:
        """Have other rows."""
        self._shown = table
        mapping, by = table.mapping, table.rows.separators
        for button, marks, mark in (
            (self._cells, _BETWEEN_CELLS, by.column),
            (self._rows, _BETWEEN_ROWS, by.row),
        ):
            known = marks if mark in marks else (*marks, mark)
            options = [(one, pasting.separator(one)) for one in known]
            button.set_options([*options, (_OTHER, _("another"))], mark)
        self._kind.choose(_BY_ROW if mapping.by_row else mapping.kind.value)
        self._first.choose("heading" if mapping.heading else "row")
        self._show_columns()
        self._show(table)

    def _cut_cells(self, mark: str) -> None:
        if mark == _OTHER:
            self._ask(self._shown.rows.separators.column, self._cut_cells)
        else:
            self._cut(replace(self._shown.rows.separators, column=mark))

    def _cut_rows(self, mark: str) -> None:
        if mark == _OTHER:
            self._ask(self._shown.rows.separators.row, self._cut_rows)
        else:
            self._cut(replace(self._shown.rows.separators, row=mark))

    def _ask(self, mark: str, then: object) -> None:
        for button, kept in (
            (self._cells, self._shown.rows.separators.column),
            (self._rows, self._shown.rows.separators.row),
        ):
            button.choose(kept)
        dialog = AskLine(
            self._theme,
            self,
            _("What stands between them?"),
            _("Type the mark or the letters, for example “=>”."),
            _("Separator"),
            _("Use it"),
        )
        dialog.propose(mark.strip())
        dialog.told.connect(then)
        dialog.open()

    def _make_kind(self, kind: str) -> None:
        by_row = kind == _BY_ROW
        made = Kind.SHORT if by_row else Kind(kind)
        self._map(replace(self._shown.mapping, kind=made, by_row=by_row))

    def _name_columns(self, first: str) -> None:
        self._map(replace(self._shown.mapping, heading=first == "heading"))

    def _show_columns(self) -> None:
        """A button for what each column holds."""
        empty(self._columns_flow)
        options = [(each.value, pasting.column(each.value)) for each in Column]
        for at, held in enumerate(self._shown.mapping.columns[:_MOST_COLUMNS]):
            button = MenuButton(self._theme, _("Column {n}").format(n=at + 1))
            button.setObjectName(f"column {at}")
            button.set_options(options)
            button.choose(held.value)
            button.taken.connect(self._hold)
            self._columns_flow.addWidget(button)
        self._columns.setVisible(bool(self._shown.mapping.columns))

    def _hold(self, held: str) -> None:
        at = int(self.sender().objectName().removeprefix("column "))
        columns = list(self._shown.mapping.columns)
        columns[at] = Column(held)
        self._map(replace(self._shown.mapping, columns=tuple(columns)))

    def _show(self, table: PastedTable) -> None:
        """Show what comes of the rows as they are cut and named now."""
        self._shown = table
        names = [pasting.column(held.value) for held in table.mapping.columns]
        names = names or [_("Row")]
        if table.mapping.by_row:
            names = [_("Kind"), *names]
        by_row = table.mapping.by_row
        self.table.show_rows(names, [_row(line, by_row=by_row) for line in table.lines])
        self._say()

    def _say(self) -> None:
        made, out = len(self._shown.questions), self._shown.left_out
        words = [
            ngettext("{n:,} row becomes a question.", "{n:,} rows become questions.", made).format(
                n=made
            )
        ]
        if out:
            words.append(
                ngettext(
                    "{n:,} row is left out; the table begins with it and says why.",
                    "{n:,} rows are left out; the table begins with them and says why.",
                    out,
                ).format(n=out)
            )
        self._said.set_text(" ".join(words))
        self._ways.show()
        self.add.show()
        self._why.setVisible(out > 0)
        self._say_why(self.table.currentIndex().row())
        add = ngettext("Add {n:,} question", "Add {n:,} questions", made).format(n=made)
        self.add.setText(add)
        self.add.setEnabled(made > 0)
        self.add.updateGeometry()

    def _say_why(self, row: int) -> None:
        """Say in full why the chosen row is left out; the table may have no room for it."""
        lines = self._shown.lines
        line = lines[row] if 0 <= row < len(lines) else None
        out = line is not None and line.left_out
        why = _("Left out: {why}").format(why=_reason(line)) if line is not None and out else ""
        self._why.set_text(why or _("This row becomes a question."))

    def _add(self) -> None:
        if self._shown.questions and not self.busy:
            self.added.emit(self._shown.questions)


def _progress_line(theme: Theme) -> ProgressLine:
    """A line, not seen yet, that keeps its place: nothing moves when it comes and goes."""
    line = ProgressLine(theme, _("How far it is"))
    policy = line.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    line.setSizePolicy(policy)
    line.hide()
    return line


def _reason(line: TableLine) -> str:
    if line.unread:
        return authoring.unread(line.unread)
    return " ".join(describe_trouble(trouble) for trouble in line.troubles)


def _row(line: TableLine, *, by_row: bool) -> TableRow:
    kind = _(KINDS[line.kind]) if line.kind is not None and not line.left_out else ""
    cells = (kind, *line.cells) if by_row else line.cells
    return cells, _reason(line) if line.left_out else ""


def _untold(_share: float) -> None:
    """Tell nobody how far it is."""


def _never() -> bool:
    """Go on to the end."""
    return False
