"""The Qt binding that is installed can be trusted with a long evening."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot


def test_a_call_that_returns_nothing_keeps_the_references_to_none(qtbot: QtBot) -> None:
    """One release lost a reference a call, and ended the program after some thousands."""
    del qtbot
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(300):
        timer.setInterval(5)
    assert abs(sys.getrefcount(None) - before) < 100
