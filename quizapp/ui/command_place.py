"""The menu of commands in the window: Ctrl+Shift+P, on whatever page one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from quizapp.ui.command import Command, Commanding, offered
from quizapp.ui.command_buttons import of_buttons
from quizapp.ui.guard import Guard
from quizapp.ui.side_bar import HELP, places
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window
from quizapp.words import N_, _

KEYS = "Ctrl+Shift+P"


_ALSO = {
    "today": N_("home, start, study, learn, plan, due, review"),
    "library": N_("decks, list, rename, delete, duplicate, browse"),
    "article": N_("generate, news, pdf, web page, import, make questions"),
    "settings": N_(
        "preferences, options, text size, font, dark mode, light, theme, colours, backup, restore,"
        " folders, minutes, about, version"
    ),
}
"""Other words by which the places are looked for."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What every page leads to.

    Attributes:
        go: goes to a place by its name.
        read: opens a page of the help by its name, "" for the one that fits.
        add_deck: asks for a deck's file.
        new_deck: asks for the title of a new one.
        facts: shows the facts to check.
    """

    go: Callable[[str], object]
    read: Callable[[str], object]
    add_deck: Callable[[], object]
    new_deck: Callable[[], object]
    facts: Callable[[], object]


def everywhere(ways: Ways, *, studying: bool) -> tuple[Command, ...]:
    """What can be done on every page; while a card is studied nothing that leaves it."""
    where = _("Everywhere")
    helps = (
        Command(
            "help",
            _("Read the help"),
            "F1",
            where,
            partial(ways.read, ""),
            _("manual, documentation, how to, search, tutorial"),
        ),
        Command(
            "keys",
            _("See all keys"),
            "",
            where,
            partial(ways.read, "keys"),
            _("keyboard shortcuts, hotkeys"),
        ),
    )
    if studying:
        return helps
    gone = (
        Command(
            f"go.{place.name}",
            _("Go to {place}").format(place=place.word),
            place.key,
            where,
            partial(ways.go, place.name),
            _(_ALSO[place.name]) if place.name in _ALSO else "",
        )
        for place in places()
        if place.name != HELP
    )
    steps = (
        Command(
            "new-deck",
            _("Make a new deck"),
            "",
            where,
            ways.new_deck,
            _("create, write questions, author"),
        ),
        Command(
            "add-deck",
            _("Add a deck from a file"),
            "",
            where,
            ways.add_deck,
            _("import, open, load, toml"),
        ),
        Command(
            "facts",
            _("See the facts to check"),
            "",
            where,
            ways.facts,
            _("out of date, old, outdated, expired, due for checking"),
        ),
    )
    return (*gone, *steps, *helps)


class CommandPlace(QObject):
    """Gathers what can be done and does what is chosen.

    Args:
        everywhere: what can be done whatever the page is.
    """

    def __init__(
        self,
        window: Window,
        theme: Theme,
        guard: Guard,
        everywhere: Callable[[], Sequence[Command]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._guard = guard
        self._everywhere = everywhere
        shortcut = QShortcut(QKeySequence(KEYS), window)
        shortcut.activated.connect(self.open)

    def commands(self) -> tuple[Command, ...]:
        """What can be done now, that of the page first."""
        return offered(self._of_page(), self._everywhere())

    def _of_page(self) -> Sequence[Command]:
        shown = self._window.shown
        page: object = shown
        if isinstance(page, Commanding):
            return page.commands()
        return of_buttons(shown) if shown is not None else ()

    def open(self) -> None:
        """Show the menu."""
        from quizapp.ui.command_menu import CommandMenu  # the start waits for no list

        menu = CommandMenu(self._theme, self.commands(), self._window)
        menu.chosen.connect(self._take)
        menu.open()

    def _take(self, command: Command) -> None:
        # Later, since the key that chose it is still on its way, and would hide what is said.
        QTimer.singleShot(0, self, partial(self._guard.do, command.do))
