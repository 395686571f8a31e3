"""Over the editor's form: the kind, what is said of the whole, what students said of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from quizapp.content.question import Kind
from quizapp.ui.article_words import kind_words
from quizapp.ui.controls import Caption, Card
from quizapp.ui.editor_notes import Note, Notes
from quizapp.ui.flow import Flow, empty
from quizapp.ui.icons import Icons
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import _, ngettext


class FormHead(QWidget):
    """The kind of the question, and what concerns it as a whole.

    Signals:
        kind_wanted: the Kind it is to be turned into.
        mend: the Finding whose mend is to be applied.
        accept_spelling: a spelling of a student's that is to be taken in.
        finding_wanted: the field is to be shown about which something was found.
    """

    kind_wanted = Signal(object)
    mend = Signal(object)
    accept_spelling = Signal(str)
    finding_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._kind: Kind | None = None
        self._said: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.kind_button = WrappingQuiet(theme)
        self.kind_button.setObjectName("kind")
        self.kind_button.clicked.connect(self.choose_kind)
        self._students = Card(theme, ground=Role.EVIDENCE)
        self._students.hide()
        self._notes = Notes(theme, icons)
        self._notes.mend.connect(self.mend)
        self._found = WrappingLink(theme, size=Size.CAPTION)
        self._found.setObjectName("found")
        self._found.clicked.connect(self.finding_wanted)
        self._found.hide()
        self._as_before = Caption(
            theme, _("Unfinished. Until it is finished, students are asked as before.")
        )
        self._as_before.setObjectName("as before")
        self._as_before.hide()
        row = QWidget()
        flow = Flow(row, gap=12)
        flow.addWidget(self.kind_button)
        flow.addWidget(self._found)
        flow.addWidget(self._as_before)
        column.addWidget(row)
        column.addWidget(self._students)
        column.addWidget(self._notes)

    def show_kind(self, kind: Kind) -> None:
        """Name the kind."""
        if kind is self._kind:
            return
        self._kind = kind
        words = kind_words(kind)
        self.kind_button.setText(f"{words}  ▾")
        self.kind_button.setAccessibleName(_("Kind: {kind}").format(kind=words))
        self.kind_button.setAccessibleDescription(_("Alt+K turns it into another kind."))
        self.kind_button.updateGeometry()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Say what concerns no field alone."""
        self._notes.show_notes(notes)

    def notes(self) -> tuple[Note, ...]:
        """What is said of the whole."""
        return self._notes.notes()

    def show_found(self, count: int, fields: Sequence[str]) -> None:
        """Say how much was found, and about which fields: they may be out of sight.

        Args:
            count: of findings.
            fields: what they are about, as labelled; nothing where all of it stands here.
        """
        self._found.setVisible(bool(fields))
        if not fields:
            return
        names = "; ".join(fields)
        words = ngettext("{n} finding: {fields} · Alt+F", "{n} findings: {fields} · Alt+F", count)
        said = words.format(n=count, fields=names)
        if said != self._found.text():
            self._found.setText(said)
            self._found.updateGeometry()

    def say_asked_as_before(self, *, so: bool) -> None:
        """Whether an older version of what is unfinished stands in the deck."""
        self._as_before.setVisible(so)

    def show_students(self, spellings: Sequence[str], flags: Sequence[str]) -> None:
        """Say what students of this machine said of it."""
        said = (tuple(spellings), tuple(flags))
        if said == self._said:
            return
        self._said = said
        empty(self._students.column)
        for flag in flags:
            words = _("Flagged: {reason}").format(reason=flag) if flag else _("Flagged")
            label = TextLabel(self._theme, Size.BODY, words, role=Role.TEXT)
            self._students.column.addWidget(label)
        if spellings:
            self._students.column.addWidget(
                Caption(self._theme, _("Somebody who studies here says that this is right too:"))
            )
        for at, spelling in enumerate(spellings):
            words = _("Accept “{spelling}”").format(spelling=spelling)
            button = WrappingLink(self._theme, words)
            button.setObjectName(f"accept {at}")
            button.clicked.connect(self._accepting(spelling))
            self._students.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._students.setVisible(bool(spellings or flags))

    def choose_kind(self) -> None:
        """Open the menu of kinds."""
        menu = self.kind_menu()
        menu.popup(self.kind_button.mapToGlobal(QPoint(0, self.kind_button.height())))

    def kind_menu(self) -> QMenu:
        """The kinds, the one at hand marked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in Kind:
            action = QAction(kind_words(kind), menu)
            action.setData(kind.value)
            action.setCheckable(True)
            action.setChecked(kind is self._kind)
            menu.addAction(action)
            if kind is self._kind:
                menu.setActiveAction(action)
        menu.triggered.connect(self._took_kind)
        return menu

    def _took_kind(self, action: QAction) -> None:
        kind = Kind(str(action.data()))
        if kind is not self._kind:
            self.kind_wanted.emit(kind)

    def _accepting(self, spelling: str) -> object:
        def accept() -> None:
            self.accept_spelling.emit(spelling)

        return accept
