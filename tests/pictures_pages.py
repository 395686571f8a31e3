"""Pictures of the pages other than Study, light and dark: `pictures_pages.py FOLDER`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pages_shown
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.ui.about_page import AboutPage
from quizapp.ui.choose_decks import ChooseDecks
from quizapp.ui.confirm import Confirm
from quizapp.ui.deck_page import DeckPage
from quizapp.ui.library_page import LibraryPage
from quizapp.ui.reader_page import ReaderPage
from quizapp.ui.settings_page import SettingsPage
from quizapp.ui.theme import Theme
from quizapp.ui.today_page import TodayPage

SHAPES = (
    ("1280", 1280 - 160, 800, 100),
    ("900", 900 - 72, 600, 100),
    ("900-200", 900 - 96, 600, 200),
)
"""(name, width without the side bar, height, text size in percent)."""


def first(theme: Theme) -> QWidget:
    """Today on the first launch."""
    page = TodayPage(theme)
    page.show_today(pages_shown.first_launch())
    return page


def plan(theme: Theme) -> QWidget:
    """Today with a plan."""
    page = TodayPage(theme)
    page.show_today(pages_shown.today(unreadable=1, set_aside=3))
    return page


def done(theme: Theme) -> QWidget:
    """Today when all is done."""
    page = TodayPage(theme)
    page.show_today(pages_shown.done())
    return page


def no_plan(theme: Theme) -> QWidget:
    """Today when every deck was set aside."""
    page = TodayPage(theme)
    page.show_today(pages_shown.today(begun=(), due=0, new=0))
    return page


def library(theme: Theme) -> QWidget:
    """Library."""
    page = LibraryPage(theme)
    page.show_lines(pages_shown.library())
    return page


def rival(theme: Theme) -> QWidget:
    """Library with one of two decks with one id chosen."""
    page = LibraryPage(theme)
    lines = pages_shown.library()
    page.show_lines(lines)
    page.list.choose(str(lines[2].entry.path))
    return page


def deck(theme: Theme) -> QWidget:
    """A deck's questions."""
    page = DeckPage(theme)
    page.show_deck(pages_shown.deck())
    return page


def aside(theme: Theme) -> QWidget:
    """A deck's cards that are set aside."""
    page = DeckPage(theme)
    page.show_deck(pages_shown.deck())
    page.show_part("aside")
    return page


def faults(theme: Theme) -> QWidget:
    """A deck's faults."""
    page = DeckPage(theme)
    page.show_deck(pages_shown.deck())
    page.show_part("faults")
    return page


def reader(theme: Theme) -> QWidget:
    """An article."""
    page = ReaderPage(theme)
    page.show_article(
        "Kosovo asks to join NATO", pages_shown.article(), begun=False, deck_id="kosovo-nato"
    )
    return page


def settings(theme: Theme) -> QWidget:
    """Settings."""
    page = SettingsPage(theme)
    page.show_settings(pages_shown.settings(), pages_shown.HOME, pages_shown.backups())
    return page


def settings_foot(theme: Theme) -> QWidget:
    """The lower half of Settings."""
    page = settings(theme)
    page.setObjectName("foot")
    return page


def about(theme: Theme) -> QWidget:
    """About."""
    page = AboutPage(theme)
    page.show_about(pages_shown.HOME)
    return page


PAGES: tuple[Callable[[Theme], QWidget], ...] = (
    first,
    plan,
    done,
    no_plan,
    library,
    rival,
    deck,
    aside,
    faults,
    reader,
    settings,
    settings_foot,
    about,
)


def dialogs(theme: Theme, parent: QWidget) -> dict[str, QWidget]:
    """Every dialog of these pages."""
    begun = pages_shown.today().begun
    return {
        "choose": ChooseDecks(theme, begun, parent),
        "pick": ChooseDecks(theme, begun, parent, several=False),
        "confirm": Confirm(
            theme,
            parent,
            "Restore this copy?",
            "Your learning history becomes what it was on 23 November. Your history as it is now"
            " is kept as a copy first, so this can be undone.",
            "Restore",
            careful=True,
        ),
    }


def main(folder: Path) -> None:
    """Save them all."""
    application = QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    theme = Theme("light", 100)
    for shape, width, height, size in SHAPES:
        theme.set_text_size(size)
        for scheme in ("light", "dark"):
            theme.set_choice(scheme)
            for make in PAGES:
                page = make(theme)
                page.setAutoFillBackground(True)
                page.resize(width, height)
                page.show()
                if hasattr(page, "focus_first"):
                    page.focus_first()
                application.processEvents()
                application.processEvents()
                if page.objectName() == "foot" and isinstance(page, SettingsPage):
                    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
                    application.processEvents()
                page.grab().save(str(folder / f"{make.__name__}-{shape}-{scheme}.png"))
                if make is first:
                    for name, dialog in dialogs(theme, page).items():
                        dialog.show()
                        application.processEvents()
                        dialog.grab().save(str(folder / f"{name}-{shape}-{scheme}.png"))
                        dialog.close()
                page.close()
                page.deleteLater()
                application.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
