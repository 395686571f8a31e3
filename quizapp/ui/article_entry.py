"""Where an article comes in: dropped, chosen, pasted or by its address; and the drafts begun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.controls import Body, Caption, Card, Field, Heading, Page
from quizapp.ui.flow import Flow
from quizapp.ui.frames import CARD_CORNER
from quizapp.ui.lines_model import Line
from quizapp.ui.lines_view import on_a_card
from quizapp.ui.tall_lines import TallLines
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import LINE, Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingPrimary, WrappingQuiet
from quizapp.words import _

_DASH = (6, 5)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """An article that was begun.

    Attributes:
        key: by which it is opened and discarded.
        title: of the article, or its first words.
        told: how far it is, and when it was worked on, in words.
        damaged: it cannot be read whole.
        done: everything on it is decided, and what was kept stands in a deck.
    """

    key: str
    title: str
    told: str
    damaged: bool = False
    done: bool = False


class DropArea(Card):
    """A frame that says what may be dropped; the whole window takes it.

    Signals: none.
    """

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw a dashed border, as places to drop things have."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color(Role.CONTROL_BORDER), 1.5)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.setBrush(self._theme.color(Role.SURFACE))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, CARD_CORNER, CARD_CORNER)
        painter.end()


class AddressField(Field):
    """Takes an address; a whole text that is pasted into it is an article.

    Signals:
        pasted: what the clipboard holds is no address, and is meant as the article.
    """

    pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type, or paste."""
        if event.matches(QKeySequence.StandardKey.Paste) and _several_lines():
            self.pasted.emit()
            return
        super().keyPressEvent(event)


def _several_lines() -> bool:
    """The clipboard holds more than an address can be."""
    return "\n" in QGuiApplication.clipboard().text().strip()


class ArticleEntry(Page):
    """The first state of the page.

    Signals:
        choose: the author wants to choose a file.
        paste: what the clipboard holds is the article.
        address: an address that was typed.
        opened: key of a draft to go on with.
        discard: key of a draft to throw away; the author has not been asked yet.
        anyway: what was refused because it is of the own network is to be read all the same.
    """

    choose = Signal()
    paste = Signal()
    address = Signal(str)
    opened = Signal(str)
    discard = Signal(str)
    anyway = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=LINE + 12)
        self._drafts: Sequence[DraftLine] = ()
        self._trouble = Card(theme)
        self._said = Body(theme)
        self._anyway = WrappingQuiet(theme, _("Read it anyway"))
        self._anyway.setObjectName("anyway")
        self._anyway.clicked.connect(self.anyway)
        self._trouble.column.addWidget(self._said)
        self._trouble.column.addWidget(self._anyway, 0, Qt.AlignmentFlag.AlignLeft)
        self._trouble.hide()
        self.field = AddressField(theme, _("Address of the article"))
        self.field.setPlaceholderText("https://")
        self.field.returnPressed.connect(self._go)
        self.field.pasted.connect(self.paste)
        self._begun = Heading(theme, _("Begun"))
        self.list = TallLines(theme, _("Drafts"), "")
        self._list_card = on_a_card(theme, self.list)
        self._steps = self._make_steps()
        self.column.setSpacing(16)
        self.column.addWidget(Heading(theme, _("New from article")))
        self.column.addWidget(self._trouble)
        self.column.addWidget(self._make_drop_area(theme))
        self.column.addSpacing(8)
        for widget in (self._begun, self._list_card, self._steps):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(self._chose)
        self.show_drafts(())

    def show_drafts(self, drafts: Sequence[DraftLine]) -> None:
        """List the articles that were begun."""
        self._drafts = drafts
        lines = [
            Line(one.key, one.title, ((one.told, Role.WRONG if one.damaged else Role.MUTED),))
            for one in drafts
        ]
        self._begun.set_text(_heading(drafts))
        self.list.show_lines(lines)
        for widget in (self._begun, self._list_card, self._steps):
            widget.setVisible(bool(drafts))

    def show_trouble(self, words: str, *, anyway: bool = False) -> None:
        """Say why an article could not be read, until another is tried; "" takes it away.

        Args:
            words: what happened, and what to do.
            anyway: it can be read if the author wants it.
        """
        self._said.set_text(words)
        self._anyway.setVisible(anyway)
        self._trouble.setVisible(bool(words))
        if words:
            self._trouble.setAccessibleName(words)
            self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Go to the likeliest: the draft begun last, or the choice of a file."""
        if self._drafts:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_drop_area(self, theme: Theme) -> DropArea:
        area = DropArea(theme)
        area.column.setContentsMargins(24, 24, 24, 24)
        area.column.setSpacing(16)
        area.column.addWidget(TextLabel(theme, Size.ANSWER, _("Drop a news article here")))
        area.column.addWidget(
            Caption(theme, _("Plain text, Markdown, a saved web page or a PDF."))
        )
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        self._choose = WrappingPrimary(theme, _("Choose a file"))
        self._choose.setObjectName("choose")
        self._choose.clicked.connect(self.choose)
        paste = WrappingQuiet(theme, _("Paste") + "  Ctrl+V")
        paste.setAccessibleName(_("Paste the article"))
        paste.setObjectName("paste")
        paste.clicked.connect(self.paste)
        flow.addWidget(self._choose)
        flow.addWidget(paste)
        area.column.addWidget(buttons)
        label = Caption(theme, _("Or its address"))
        label.setBuddy(self.field)
        read = WrappingQuiet(theme, _("Read it"))
        read.setObjectName("read")
        read.clicked.connect(self._go)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(read)
        address = QVBoxLayout()
        address.setSpacing(4)
        address.addWidget(label)
        address.addLayout(row)
        area.column.addLayout(address)
        return area

    def _make_steps(self) -> QWidget:
        steps = QWidget()
        flow = Flow(steps, gap=8)
        self._draft_buttons: dict[str, WrappingQuiet] = {}
        for name, words in (("open", _("Go on with it")), ("discard", _("Discard"))):
            button = WrappingQuiet(self.theme, words)
            button.setObjectName(f"draft {name}")
            button.clicked.connect(self._draft_step)
            self._draft_buttons[name] = button
            flow.addWidget(button)
        return steps

    def _draft_step(self) -> None:
        if self.list.key:
            opens = self.sender().objectName() == "draft open"
            (self.opened if opens else self.discard).emit(self.list.key)

    def _chose(self, key: str) -> None:
        done = any(one.done for one in self._drafts if one.key == key)
        button = self._draft_buttons["open"]
        button.setText(_("Open it again") if done else _("Go on with it"))
        button.updateGeometry()

    def _go(self) -> None:
        words = self.field.text().strip()
        if words:
            self.address.emit(words)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _heading(drafts: Sequence[DraftLine]) -> str:
    """What stands over the list: begun, done, or both."""
    if all(one.done for one in drafts):
        return _("Done")
    return _("Begun and done") if any(one.done for one in drafts) else _("Begun")
