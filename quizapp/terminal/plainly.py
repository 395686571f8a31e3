"""What went wrong in a command, said in words, and the exit code that tells it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from quizapp.terminal.saying import fail
from quizapp.terminal.streams import OutputLostError
from quizapp.words import _
from quizapp.words.troubles import describe

FAILED, MISUSED, INTERRUPTED = 1, 2, 130


@contextmanager
def told_plainly() -> Iterator[None]:
    """Say what went wrong in words, on standard error, and end with 1 or 2."""
    from quizapp.terminal.begin import EmptyDeckError, NoSuchDeckError
    from quizapp.terminal.keyboard import EndedError, StoppedError
    from quizapp.words.troubles import KNOWN

    try:
        yield
    except (typer.Exit, typer.BadParameter):
        raise
    except NoSuchDeckError as error:
        known = ", ".join(error.known)
        fail(_("There is no deck “{deck}”.").format(deck=error.wanted))
        if known:
            fail(_("There is: {decks}").format(decks=known))
        raise typer.Exit(MISUSED) from None
    except EmptyDeckError as error:
        fail(_("There is no question in “{deck}” that can be asked.").format(deck=error.title))
        raise typer.Exit(FAILED) from None
    except (StoppedError, KeyboardInterrupt):
        raise typer.Exit(INTERRUPTED) from None
    except EndedError:
        raise typer.Exit(0) from None
    except Exception as error:
        if isinstance(error, OutputLostError) or not KNOWN.intersection(
            cls.__name__ for cls in type(error).__mro__
        ):
            raise  # a fault of ours keeps its traceback
        fail(str(describe(error)))
        if type(error).__name__ == "CorruptDatabase":
            fail(_way_out(getattr(error, "backup", None)))
        raise typer.Exit(FAILED) from None


def _way_out(backup: Path | None) -> str:
    """What can be done about a damaged history: the window has a button for each."""
    if backup is None:
        return _(
            "There is no good backup of it. Open the window, by typing quizapp alone, to go on "
            "with what could be read."
        )
    return _(
        "The newest good backup is {path}. Open the window, by typing quizapp alone, to restore "
        "it or to go on with what could be read."
    ).format(path=backup)
