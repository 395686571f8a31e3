"""What can go wrong at the desk, one small class for each; `quizapp.words.deciding` words them."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

from quizapp.content.deck import Fault

_CODE_OF_ERRNO = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EEXIST: "in-the-way",
    errno.ENOTDIR: "in-the-way",
    errno.EISDIR: "in-the-way",
    errno.ENOENT: "gone",
}


class DeskError(Exception):
    """Something at the desk was not done.

    Attributes:
        code: why, a key of the wording table.
        facts: the values its wording names.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Mapping[str, str] = facts


class NothingSelectedError(DeskError):
    """The selected place of the article holds no words."""


class SeveralSentencesError(DeskError):
    """The selected place holds words of more than one sentence, and a question rests on one."""


class DraftNotWrittenError(DeskError):
    """A draft could not be written; what was decided stands in memory."""


class DraftUnreadableError(DeskError):
    """A draft is there and cannot be opened; it was not touched."""


class SavingError(DeskError):
    """Questions were not saved; decks and texts are as they were.

    Attributes:
        faults: of "faulty": what keeps each question from being asked, with the question's id.
    """

    def __init__(self, code: str, faults: tuple[Fault, ...] = (), **facts: str) -> None:
        super().__init__(code, **facts)
        self.faults = faults


def code_of(error: OSError) -> str:
    """The code that goes with a refusal of the system."""
    return _CODE_OF_ERRNO.get(error.errno or 0, "system")


def facts_of(error: OSError, path: Path) -> dict[str, str]:
    """The values that the wording of such a refusal names."""
    return {"path": str(path), "reason": error.strerror or str(error)}
