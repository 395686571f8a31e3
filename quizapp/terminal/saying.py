"""What a command says: lines on either stream, and a bar on long work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from quizapp.terminal.control_signs import plain
from quizapp.terminal.streams import OutputLostError


def say(line: str) -> None:
    """Print a line on standard output.

    Raises:
        OutputLostError: it cannot be written.
    """
    try:
        typer.echo(plain(line))
    except OSError as error:
        raise OutputLostError(error) from error


def tell(line: str) -> None:
    """Print a line on standard error."""
    _beside(line, "")


def fail(line: str) -> None:
    """Print what went wrong on standard error."""
    _beside(line, "red")


def _beside(line: str, style: str) -> None:
    Console(stderr=True, soft_wrap=True).print(
        plain(line), style=style, markup=False, highlight=False
    )


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, where that is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(what, total=None)

        def told(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield told
