"""Where Tab goes where rows come and go: in reading order, as the layouts have it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


def tab_stops(within: QWidget, here: QWidget | None = None) -> list[QWidget]:
    """What Tab comes to inside a widget that has a layout, in reading order.

    Args:
        within: the widget.
        here: what has the focus; it is among them even if Tab does not come to it.
    """
    found: list[QWidget] = []
    layout = within.layout()
    if layout is not None:
        _collect(layout, found, here)
    return found


def stop_outside(
    widget: QWidget, *, forward: bool, besides: QWidget | None = None
) -> QWidget | None:
    """The next widget in the window that Tab comes to and that is not inside this one.

    Args:
        widget: this one.
        forward: whether Tab goes on, not back.
        besides: what it must not be inside either.
    """
    out = [widget] if besides is None else [widget, besides]
    at: QWidget | None = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
    while at is not None and at is not widget:
        inside = any(one.isAncestorOf(at) for one in out)
        if not inside and at.window() is widget.window() and _stops(at):
            return at
        at = at.nextInFocusChain() if forward else at.previousInFocusChain()
    return None


def _collect(layout: QLayout, found: list[QWidget], here: QWidget | None) -> None:
    for at in range(layout.count()):
        item = cast("QLayoutItem", layout.itemAt(at))  # never None below the count
        widget = item.widget()
        inner = cast("QLayout | None", item.layout())
        if inner is not None:
            _collect(inner, found, here)
        elif widget is not None and not widget.isHidden():
            if widget is here or _stops(widget):
                found.append(widget)
            else:
                found += tab_stops(widget, here)


def _stops(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None
