"""A language that is none: every message in brackets and longer, to show what is missed."""

from __future__ import annotations

import gettext
import math

OPEN, CLOSE = "⟦", "⟧"


class Pseudo(gettext.NullTranslations):
    """Every message in brackets, with 40 % more letters."""

    def gettext(self, message: str) -> str:
        """One message."""
        more = " ".join("ööööö" for _ in range(math.ceil(len(message) * 0.4 / 6)))
        return f"{OPEN}{message} {more}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One of two messages."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - as gettext has it
        """One message."""
        return self.gettext(message)
