"""`quizapp study`: one sitting in the terminal, or what is due where nobody can answer."""

from __future__ import annotations

import sys

from rich.console import Console

from quizapp.study.rooms import Rooms
from quizapp.study.view import Wanted
from quizapp.terminal.begin import begin, deck_named, suggest
from quizapp.terminal.due_lines import due_lines, plan_line
from quizapp.terminal.keyboard import Keyboard
from quizapp.terminal.saying import say
from quizapp.terminal.screen import TerminalStudy


def study(rooms: Rooms, wanted: str | None) -> int:
    """Study one sitting; the exit code.

    Args:
        rooms: of an open learning history.
        wanted: id, title or file of a deck; None for the plan.

    Raises:
        NoSuchDeckError: no deck is called so.
        EmptyDeckError: there is nothing in it to ask.
    """
    console, keyboard = Console(highlight=False), Keyboard()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        if wanted is not None:
            deck_named(rooms.library, wanted)
        for line in due_lines(rooms.today()):
            say(line)
        return 0
    decks: tuple[str, ...] = ()
    shown = rooms.today()
    if wanted is None and not shown.begun:
        wanted = suggest(shown, keyboard) or None
        if wanted is None:
            for line in due_lines(shown):
                say(line)
            return 0
    if wanted is not None:
        line_of = deck_named(rooms.library, wanted)
        if not line_of.entry.begun and not begin(rooms.library, line_of, console, keyboard):
            return 0
        decks = (line_of.entry.id,)
        shown = rooms.today()
    else:
        console.print(plan_line(shown), markup=False)
    return TerminalStudy(console, keyboard, rooms.presenter).run(Wanted(decks=decks))
