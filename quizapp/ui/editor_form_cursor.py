"""Where the cursor of the editor's form stands within the field that has the focus."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from quizapp.ui.article_text_box import TextBox
from quizapp.ui.editor_rows import Row


def put_cursor(focus: QWidget | None, side: int, letters: int) -> None:
    """Have the cursor behind some letters of the text that is typed into.

    Args:
        focus: what has the focus; nothing is done where no text is typed into it.
        side: of its row, where it stands in one.
        letters: that stand before the cursor; with -1 it stays where it is.
    """
    row, box = _around(focus, Row), _around(focus, TextBox)
    if isinstance(row, Row) and side < len(row.boxes):
        row.type_into(side)
        box = row.boxes[side]
    if isinstance(box, TextBox) and letters >= 0:
        box.put_cursor(letters)


def _around(widget: QWidget | None, kind: type[QWidget]) -> QWidget | None:
    """The widget of a kind in which another stands."""
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget
