"""Rows of a spreadsheet or another program, seen in a table before they become questions."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.author.pasted_questions import Column, Mapping, mapping_for, questions
from quizapp.author.pasted_rows import Rows, Separators, rows
from quizapp.content.question import Kind, Question
from quizapp.ui.controls import Body, Card, Page
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
_MOST_COLUMNS = 8  # that can be given a meaning; tables wider than that are not for cards
_LEAST = 96  # pixels of the table


class EditorPaste(Page):
    """The rows: how they are cut, what each column holds, and what comes of them.

    Signals:
        left: the author does not want them.
        added: the questions that are to be added, as a tuple.
    """

    left = Signal()
    added = Signal(object)
    help_page = "importing"  # of the help, on F1

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._text = ""
        self._found: Rows = Rows(Separators(), ())
        self._mapping = Mapping()
        self._made: tuple[Question, ...] = ()
        self._said = Body(theme)
        self._cells = MenuButton(theme, _("Between cells"))
        self._rows = MenuButton(theme, _("Between rows"))
        self._kind = MenuButton(theme, _("Kind"))
        self._kind.set_options([(kind.value, _(KINDS[kind])) for kind in _MAKES])
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
        for widget in (self._said, ways, self._columns):
            self.column.addWidget(widget)
        self.column.addWidget(card, 1)
        self.column.addWidget(foot)
        self._cells.taken.connect(self._cut_cells)
        self._rows.taken.connect(self._cut_rows)
        self._kind.taken.connect(self._make_kind)
        self._first.taken.connect(self._name_columns)
        self.add.clicked.connect(self._add)
        cancel.clicked.connect(self.left)

    def show_text(self, text: str) -> None:
        """Show the rows of a text, cut as it looks."""
        self._text = text
        self._take(rows(text))

    @property
    def words(self) -> str:
        """What comes of the rows, in words."""
        return self._said.text()

    def focus_first(self) -> None:
        """Go to the button that adds them, or to the table where there is nothing to add."""
        first: QWidget = self.add if self._made else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave them on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, found: Rows) -> None:
        """Have other rows; what their columns hold is guessed anew."""
        self._found = found
        self._mapping = mapping_for(found)
        by = found.separators
        for button, marks, mark in (
            (self._cells, _BETWEEN_CELLS, by.column),
            (self._rows, _BETWEEN_ROWS, by.row),
        ):
            known = marks if mark in marks else (*marks, mark)
            options = [(one, pasting.separator(one)) for one in known]
            button.set_options([*options, (_OTHER, _("another"))], mark)
        self._kind.choose(self._mapping.kind.value)
        self._first.choose("heading" if self._mapping.heading else "row")
        self._show_columns()
        self._show()

    def _cut_cells(self, mark: str) -> None:
        if mark == _OTHER:
            self._ask(self._found.separators.column, self._cut_cells)
        else:
            self._take(rows(self._text, replace(self._found.separators, column=mark)))

    def _cut_rows(self, mark: str) -> None:
        if mark == _OTHER:
            self._ask(self._found.separators.row, self._cut_rows)
        else:
            self._take(rows(self._text, replace(self._found.separators, row=mark)))

    def _ask(self, mark: str, then: object) -> None:
        for button, kept in (
            (self._cells, self._found.separators.column),
            (self._rows, self._found.separators.row),
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
        self._mapping = replace(self._mapping, kind=Kind(kind))
        self._show()

    def _name_columns(self, first: str) -> None:
        self._mapping = replace(self._mapping, heading=first == "heading")
        self._show()

    def _show_columns(self) -> None:
        """A button for what each column holds."""
        empty(self._columns_flow)
        options = [(each.value, pasting.column(each.value)) for each in Column]
        for at, held in enumerate(self._mapping.columns[:_MOST_COLUMNS]):
            button = MenuButton(self._theme, _("Column {n}").format(n=at + 1))
            button.setObjectName(f"column {at}")
            button.set_options(options)
            button.choose(held.value)
            button.taken.connect(self._hold)
            self._columns_flow.addWidget(button)
        self._columns.setVisible(bool(self._mapping.columns))

    def _hold(self, held: str) -> None:
        at = int(self.sender().objectName().removeprefix("column "))
        columns = list(self._mapping.columns)
        columns[at] = Column(held)
        self._mapping = replace(self._mapping, columns=tuple(columns))
        self._show()

    def _show(self) -> None:
        """Show what comes of the rows as they are cut and named now."""
        found = self._found
        self._made, skipped = questions(found.rows, self._mapping)
        why = {
            one.row.line: " ".join(describe_trouble(trouble) for trouble in one.troubles[:2])
            for one in skipped
        }
        shown = found.rows[1:] if self._mapping.heading else found.rows
        listed: list[TableRow] = [(row.cells, why.get(row.line, "")) for row in shown]
        listed += [((one.text,), authoring.unread(one.reason)) for one in found.unread]
        listed.sort(key=_makes_one)
        names = [pasting.column(held.value) for held in self._mapping.columns]
        self.table.show_rows(names or [_("Row")], listed)
        self._say(len(self._made), len(skipped) + len(found.unread))

    def _say(self, made: int, out: int) -> None:
        words = [
            ngettext("{n} row becomes a question.", "{n} rows become questions.", made).format(
                n=made
            )
        ]
        if out:
            words.append(
                ngettext(
                    "{n} row is left out; the table begins with it and says why.",
                    "{n} rows are left out; the table begins with them and says why.",
                    out,
                ).format(n=out)
            )
        self._said.set_text(" ".join(words))
        add = ngettext("Add {n} question", "Add {n} questions", made).format(n=made)
        self.add.setText(add)
        self.add.setEnabled(made > 0)
        self.add.updateGeometry()

    def _add(self) -> None:
        if self._made:
            self.added.emit(self._made)


def _makes_one(row: TableRow) -> bool:
    return not row[1]
