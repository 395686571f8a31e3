"""A question that was changed here and in its file outside: both versions, side by side."""

from __future__ import annotations

import difflib
import tomllib

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from quizapp.author.told import Conflict, Side
from quizapp.content.toml_text import comments
from quizapp.ui.controls import Body, Caption, Card, Heading, Page
from quizapp.ui.flow import Flow, empty
from quizapp.ui.text_block import Run
from quizapp.ui.text_label import TextLabel
from quizapp.ui.theme import Role, Size, Theme
from quizapp.ui.wrapping_buttons import WrappingLink, WrappingQuiet
from quizapp.words import N_, _, ngettext

_KEYS = {
    "kind": N_("Kind"),
    "prompt": N_("Question"),
    "text": N_("Text with gaps"),
    "answer": N_("Answer"),
    "answers": N_("Answers"),
    "accept": N_("Also right"),
    "wrong": N_("Wrong options"),
    "pairs": N_("Pairs"),
    "hint": N_("Hint"),
    "explanation": N_("Explanation"),
    "tags": N_("Tags"),
    "as_of": N_("As of"),
    "review_by": N_("Check again"),
    "attribution": N_("Whose claim"),
    "source": N_("Source"),
    "quote": N_("Words of the source"),
    "image": N_("Picture"),
    "image_alt": N_("What is on the picture"),
    "title": N_("Title"),
}
_WIDE = 110  # characters across
_SIDE_BY_SIDE = 900  # pixels at 100 % text from which the two stand beside one another


class EditorConflict(Page):
    """Shows the first conflict until one is chosen.

    Signals:
        chosen: key of the question, and the `Side` that stands from now on.
        left: the author wants to choose later.
    """

    chosen = Signal(str, object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, chars=_WIDE)
        self._conflict: Conflict | None = None
        self.column.setSpacing(16)
        later = WrappingLink(theme, _("Choose later"))
        later.setObjectName("later")
        later.clicked.connect(self.left)
        self._left = Caption(theme)
        self._mine, self._theirs = Card(theme), Card(theme)
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        self.buttons: dict[Side, WrappingQuiet] = {}
        for side, words in (
            (Side.MINE, _("Keep mine")),
            (Side.THEIRS, _("Take theirs")),
            (Side.BOTH, _("Keep both")),
        ):
            button = WrappingQuiet(theme, words)
            button.setObjectName(side.value)
            button.clicked.connect(self._take)
            self.buttons[side] = button
            flow.addWidget(button)
        self.column.addWidget(later, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Heading(theme, _("Changed in two places")))
        self.column.addWidget(
            Body(
                theme,
                _(
                    "You changed this question here, and its file was changed outside. Nothing is"
                    " thrown away until you choose; with “Keep both”, yours becomes a question of"
                    " its own beside the other."
                ),
            )
        )
        self.column.addWidget(self._left)
        self.column.addWidget(buttons)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._pair.addWidget(self._mine, 1)
        self._pair.addWidget(self._theirs, 1)
        self.column.addLayout(self._pair)
        self.column.addStretch(1)
        theme.changed.connect(self._show)

    def show_conflict(self, conflict: Conflict, count: int) -> None:
        """Show both versions.

        Args:
            conflict: to be settled now.
            count: how many wait, this one included.
        """
        self._conflict = conflict
        words = ngettext("{n} question waits for you.", "{n} questions wait for you.", count)
        self._left.set_text(words.format(n=count))
        self._left.setVisible(count > 1)
        self.buttons[Side.BOTH].setVisible(bool(conflict.mine and conflict.theirs))
        self._show()

    def _show(self) -> None:
        conflict = self._conflict
        if conflict is None:
            return
        mine, theirs = _differing(readable(conflict.mine), readable(conflict.theirs))
        self._fill(self._mine, _("Yours, here"), mine, _("You deleted it here."))
        self._fill(self._theirs, _("The file's, outside"), theirs, _("It was deleted outside."))

    def focus_first(self) -> None:
        """Go to the first choice."""
        self.buttons[Side.MINE].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave it for later on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside one another where there is room, one over the other where there is not."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE * self.theme.scale
        ways = QBoxLayout.Direction
        self._pair.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _fill(self, card: Card, name: str, lines: list[tuple[str, bool]], gone: str) -> None:
        empty(card.column)
        card.column.addWidget(Caption(self.theme, name))
        text = TextLabel(self.theme, Size.BODY)
        color, ground = self.theme.color(Role.TEXT), self.theme.color(Role.EVIDENCE)
        if lines:
            text.set_runs(
                [
                    Run(line + "\n", color, ground) if other else Run(line + "\n", color)
                    for line, other in lines
                ]
            )
        else:
            text.set_text(gone)
        card.column.addWidget(text)

    def _take(self) -> None:
        if self._conflict is not None:
            self.chosen.emit(self._conflict.key, Side(self.sender().objectName()))


def readable(block: str) -> list[str]:
    """A block of a deck's text as lines of a field and what it holds, then its remarks.

    What cannot be read stands as written.
    """
    try:
        read = tomllib.loads(block)
    except tomllib.TOMLDecodeError:
        return block.splitlines()
    tables = read.get("question") or read.get("source") or [read.get("deck") or read]
    lines: list[str] = []
    for key, value in (tables[0] if isinstance(tables, list) else tables).items():
        if key != "id":  # by which nobody knows a question
            _add_lines(lines, key, value)
    return lines + comments(block, 0, len(block))


def _add_lines(lines: list[str], key: str, value: object) -> None:
    if isinstance(value, dict):
        for inner, held in value.items():
            _add_lines(lines, inner, held)
        return
    if isinstance(value, list):
        told = [" – ".join(map(str, one)) if isinstance(one, list) else str(one) for one in value]
        value = ", ".join(told)
    words = _(_KEYS[key]) if key in _KEYS else key
    lines.append(_("{field}: {value}").format(field=words, value=value))


def _differing(
    left: list[str], right: list[str]
) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The lines of both, each with whether it differs from the other side."""
    ours = [(line, True) for line in left]
    others = [(line, True) for line in right]
    for block in difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        for n in range(block.size):
            ours[block.a + n] = (left[block.a + n], False)
            others[block.b + n] = (right[block.b + n], False)
    return ours, others
