"""Steps that may fail: a failure is logged and said in words, and the program goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from quizapp.ui.controls import Toast
from quizapp.words.troubles import KNOWN, describe

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Guard:
    """Carries out steps for a page.

    Args:
        toast: where a failure is said.
        log: path of the log file, named where nothing better can be said.
    """

    def __init__(self, toast: Toast, log: str) -> None:
        self._toast = toast
        self._log = log

    def say(self, words: str, within: QWidget | None = None) -> None:
        """Say a line that goes by itself, in a part of the window if that can be seen."""
        self._toast.say(words, within=within)

    def tell(self, error: BaseException) -> None:
        """Say what failed, what is safe and what to do; what nobody foresaw goes into the log."""
        if KNOWN.isdisjoint(cls.__name__ for cls in type(error).__mro__):
            _log.error("unforeseen", exc_info=error)
        self._say(error)

    def _say(self, error: BaseException) -> None:
        self._toast.say(str(describe(error, log=self._log)))

    def do(self, step: Callable[..., T], *words: object) -> T | None:
        """Carry out a step; None where it failed, which is said."""
        try:
            return step(*words)
        except Exception as error:  # noqa: BLE001 - whatever fails is said, never a traceback
            _log.exception("could not %s", getattr(step, "__name__", "do that"))
            self._say(error)
            return None
