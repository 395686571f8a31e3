"""The focus, kept while widgets are made anew: by the object name of the button that has it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def focused_name(within: QWidget) -> str:
    """The object name of the widget inside that has the focus, "" for none."""
    focus = cast("QWidget | None", within.focusWidget())  # the stubs leave None out
    return focus.objectName() if focus is not None and focus.hasFocus() else ""


def give_back(within: QWidget, name: str) -> bool:
    """Give the focus to the button of that name that is still wanted; whether there is one."""
    if not name:
        return False
    button = within.findChild(QAbstractButton, name)
    if button is None:
        return False
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    return True
