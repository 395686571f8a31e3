"""What failed on the way from an article to a deck, in words: reading, drafts, saving."""

from __future__ import annotations

from quizapp.generate.chosen import NothingChosenError
from quizapp.generate.draft_errors import DeskError, NothingSelectedError, SavingError
from quizapp.generate.reading.outcome import ReadingError
from quizapp.words import deciding, reading, troubles


def in_words(error: BaseException) -> str:
    """What happened, what is safe, and what to do."""
    match error:
        case ReadingError():
            said = reading.describe_error(error)
        case SavingError():
            said = deciding.describe_saving(error)
        case NothingChosenError():
            said = deciding.describe(NothingSelectedError("nothing-selected"))
        case DeskError():
            said = deciding.describe(error)
        case _:
            said = troubles.describe(error)
    return str(said)
