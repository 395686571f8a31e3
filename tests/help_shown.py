"""The help as it comes along, and pages of it for pictures and tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

from quizapp.ui.command import Command
from quizapp.ui.command_menu import CommandMenu
from quizapp.ui.command_place import Ways, everywhere
from quizapp.ui.help_keys import inserts
from quizapp.ui.help_page import HelpPage
from quizapp.ui.theme import Theme
from quizapp.words.help_pages import Help, read_help
from quizapp.words.help_search import HelpIndex

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "help"
TYPED = "wrong opt"
SCHEMA = "/opt/quizapp/resources/deck.schema.json"


@cache
def pages() -> Help:
    """All pages, with what is put into them."""
    return read_help(FOLDER, {**inserts(), "schema": SCHEMA})


def content() -> set[str]:
    """The words of the help, which no catalogue knows."""
    found = {page.title for page in pages().pages.values()}
    for one in HelpIndex(pages()).search(TYPED):
        found |= {one.heading, one.title, one.snippet}
    return found


def _page(theme: Theme, name: str) -> HelpPage:
    page = HelpPage(theme)
    page.show_help(pages())
    page.begin_at(name)
    return page


def help_start(theme: Theme) -> QWidget:
    """The first page."""
    return _page(theme, "start")


def help_reference(theme: Theme) -> QWidget:
    """The reference of format 1."""
    return _page(theme, "format-1")


def help_keys(theme: Theme) -> QWidget:
    """Tables of keys."""
    return _page(theme, "keys")


def help_deck_file(theme: Theme) -> QWidget:
    """A page with lines of code."""
    return _page(theme, "deck-file")


def help_found(theme: Theme) -> QWidget:
    """What was found."""
    page = _page(theme, "marking")
    page.search()
    page.contents.field.setText(TYPED)
    return page


def help_missing(theme: Theme) -> QWidget:
    """The help without its pages."""
    page = HelpPage(theme)
    page.show_help(Help({}, ()))
    page.begin_at("start")
    return page


def menu(theme: Theme, parent: QWidget) -> QWidget:
    """The menu of commands."""
    own = (
        Command("n", "New question", "Ctrl+N", "This deck", list),
        Command("u", "Undo: change answer", "Ctrl+Z", "This deck", list),
    )
    return CommandMenu(
        theme, (*own, *everywhere(Ways(print, print, list, list, list), studying=False)), parent
    )


PAGES = (help_start, help_reference, help_keys, help_deck_file, help_found, help_missing)
