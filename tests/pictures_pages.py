"""Every page other than Study, in each of its states, filled with what a student might have."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import articles_shown
import editor_desk
import help_shown
import pages_shown
from PySide6.QtWidgets import QWidget

from quizapp.author.standing import Standing
from quizapp.author.told import SaveState
from quizapp.collection.failures import CorruptDatabase, DatabaseLocked
from quizapp.generate.reading.outcome import Note, ReadingError
from quizapp.ui.about_page import AboutPage
from quizapp.ui.article_save import OwnDeck, SaveDialog
from quizapp.ui.article_trouble import in_words
from quizapp.ui.choose_decks import ChooseDecks
from quizapp.ui.confirm import Confirm
from quizapp.ui.deck_page import DeckPage
from quizapp.ui.editor_ask import AskDeck, AskLine
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.editor_sources import SourceDialog
from quizapp.ui.editor_words import trouble_words
from quizapp.ui.facts_page import FactsPage
from quizapp.ui.library_page import LibraryPage
from quizapp.ui.reader_page import ReaderPage
from quizapp.ui.settings_page import SettingsPage
from quizapp.ui.theme import Theme
from quizapp.ui.today_page import TodayPage
from quizapp.ui.trouble_page import TroublePage, steps_for
from quizapp.words import _
from quizapp.words.ageing import to_check
from quizapp.words.reading import describe_note
from quizapp.words.troubles import describe


def first(theme: Theme) -> QWidget:
    """Today on the first launch."""
    page = TodayPage(theme)
    page.show_today(pages_shown.first_launch())
    return page


def plan(theme: Theme) -> QWidget:
    """Today with a plan."""
    page = TodayPage(theme)
    page.show_today(pages_shown.today(unreadable=1, set_aside=3))
    old = editor_desk.old_facts()
    page.show_facts(to_check(5, [fact.prompt for fact in old]))
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
    lines = pages_shown.library()
    page.show_lines(lines)
    own = [line.entry.path for line in lines if not line.entry.bundled]
    page.show_standings({own[0]: Standing(1, 2, editor_desk.old_facts())})
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


def spellings(theme: Theme) -> QWidget:
    """What the student accepted."""
    page = DeckPage(theme)
    page.show_deck(pages_shown.deck())
    page.show_part("spellings")
    return page


def question(theme: Theme) -> QWidget:
    """One question of a deck."""
    page = DeckPage(theme)
    page.show_deck(pages_shown.deck())
    page.show_question(pages_shown.question())
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


def damaged(theme: Theme) -> QWidget:
    """A history that cannot be read, with a backup at hand."""
    aside = pages_shown.HOME / "quizapp.sqlite.corrupt-2026-11-24"
    backup = pages_shown.HOME / "backups" / "2026-11-24.sqlite"
    return _trouble(theme, CorruptDatabase(aside, aside=aside, backup=backup))


def locked(theme: Theme) -> QWidget:
    """A history that another program holds."""
    return _trouble(theme, DatabaseLocked(pages_shown.HOME / "quizapp.sqlite"))


def _trouble(theme: Theme, error: Exception) -> QWidget:
    page = TroublePage(theme)
    said = describe(error)
    page.show_trouble(_("Your learning history could not be opened"), said, steps_for(error))
    return page


def article_entry(theme: Theme) -> QWidget:
    """New from article, with drafts."""
    page = articles_shown.page(theme)
    page.entry.show_drafts(articles_shown.DRAFTS)
    return page


def article_trouble(theme: Theme) -> QWidget:
    """New from article, after one could not be read."""
    page = articles_shown.page(theme)
    page.show_entry(in_words(ReadingError("missing", path="/home/mira/article.pdf")))
    return page


def article_own_network(theme: Theme) -> QWidget:
    """New from article, after an address of the own network was refused."""
    page = articles_shown.page(theme)
    words = in_words(ReadingError("address-private", host="wiki.school.lan"))
    page.show_entry(words, anyway=True)
    return page


def article_waiting(theme: Theme) -> QWidget:
    """An article being read."""
    page = articles_shown.page(theme)
    page.show_waiting(_("Reading"), "bridge.pdf", measured=True)
    page.waiting.show_progress(0.4)
    return page


def article_details(theme: Theme) -> QWidget:
    """An article without a date."""
    page = articles_shown.page(theme)
    page.show_details(articles_shown.article(None))
    return page


def article_question(theme: Theme) -> QWidget:
    """An article's first question."""
    page = articles_shown.page(theme)
    page.show_desk(articles_shown.desk(), [describe_note(Note("not-english"))])
    return page


def article_doubt(theme: Theme) -> QWidget:
    """A question that failed a check, with its mend."""
    page = articles_shown.page(theme)
    desk = articles_shown.desk()
    desk.keep(desk.items[0].id)
    page.show_desk(desk)
    page.deciding.columns.show_column("right")
    return page


def article_form(theme: Theme) -> QWidget:
    """A question being changed."""
    page = articles_shown.page(theme)
    page.show_desk(articles_shown.desk())
    page.deciding.question.step.emit("edit")
    return page


def article_list(theme: Theme) -> QWidget:
    """All questions of an article, one refused and one kept."""
    page = articles_shown.page(theme)
    desk = articles_shown.desk()
    desk.show_red = True
    desk.keep(desk.items[0].id)
    desk.refuse(desk.items[3].id, "Nobody asks that")
    page.show_desk(desk)
    page.deciding.question.listed.emit(True)
    return page


def article_refusing(theme: Theme) -> QWidget:
    """A question being refused."""
    page = articles_shown.page(theme)
    page.show_desk(articles_shown.desk())
    page.deciding.question.step.emit("refuse")
    return page


def editor(theme: Theme) -> EditorPage:
    """A deck that is worked on."""
    desk = editor_desk.FakeDesk()
    desk.held[desk.keys[1]] = (editor_desk.doubt(),)
    desk.aged.add(desk.keys[1])
    return editor_desk.page(theme, desk)


def editor_empty(theme: Theme) -> EditorPage:
    """A deck without a question."""
    return editor_desk.page(theme, editor_desk.FakeDesk(start=(), title="Civics, week 9"))


def editor_list(theme: Theme) -> EditorPage:
    """The questions of a deck, where only one column has room."""
    page = editor(theme)
    page.columns.show_column("left")
    return page


def editor_trouble(theme: Theme) -> EditorPage:
    """A deck whose file was deleted outside."""
    page = editor(theme)
    page.notice.say(trouble_words(SaveState.GONE, ""), (("anew", _("Write it anew")),))
    return page


def editor_head(theme: Theme) -> EditorPage:
    """The deck's own page."""
    page = editor(theme)
    page.show_head()
    return page


def editor_rows(theme: Theme) -> EditorPage:
    """Rows before they are added."""
    page = editor(theme)
    page.show_rows(editor_desk.ROWS)
    return page


def editor_conflict(theme: Theme) -> EditorPage:
    """A question that was changed in two places."""
    page = editor(theme)
    page.conflict.show_conflict(editor_desk.conflict(), 2)
    page.show_sheet(page.conflict)
    return page


def facts(theme: Theme) -> QWidget:
    """Facts to check."""
    page = FactsPage(theme)
    page.show_facts(editor_desk.old_facts())
    return page


def article_nothing(theme: Theme) -> QWidget:
    """An article of which nothing was found."""
    page = articles_shown.page(theme)
    page.show_desk(articles_shown.desk(articles_shown.NoRules()))
    return page


_ARTICLES = (
    article_entry,
    article_trouble,
    article_own_network,
    article_waiting,
    article_details,
    article_question,
    article_doubt,
    article_form,
    article_list,
    article_refusing,
    article_nothing,
)

_EDITOR = (
    editor,
    editor_empty,
    editor_list,
    editor_trouble,
    editor_head,
    editor_rows,
    editor_conflict,
)

PAGES: tuple[Callable[[Theme], QWidget], ...] = (
    first,
    plan,
    done,
    no_plan,
    library,
    rival,
    deck,
    aside,
    spellings,
    question,
    faults,
    reader,
    settings,
    settings_foot,
    about,
    damaged,
    locked,
    *_ARTICLES,
    facts,
    *_EDITOR,
    *help_shown.PAGES,
)
PLACES = {
    "article": _ARTICLES,
    "help": help_shown.PAGES,
    "library": (*_EDITOR, library, rival, deck, aside, spellings, question, faults),
    "settings": (settings, settings_foot, about),
}
"""Which entry of the side bar a page belongs to; all others to Today."""


def dialogs(theme: Theme, parent: QWidget) -> dict[str, Callable[[], QWidget]]:
    """Every dialog of these pages, to be made when it is shown."""
    begun = pages_shown.today().begun
    return {
        "commands": partial(help_shown.menu, theme, parent),
        "choose": partial(ChooseDecks, theme, begun, parent),
        "pick": partial(ChooseDecks, theme, begun, parent, several=False),
        "save": partial(
            SaveDialog,
            theme,
            parent,
            12,
            "Old bridge reopens",
            (OwnDeck(pages_shown.HOME / "decks" / "a.toml", "Civics, week 9", 31),),
        ),
        "new-deck": partial(
            AskLine, theme, parent, "New deck", "It is a text file.", "Title", "Make it"
        ),
        "move": partial(
            AskDeck,
            theme,
            parent,
            "Move 2 questions",
            "What was learned goes with them.",
            "Move",
            (OwnDeck(pages_shown.HOME / "decks" / "a.toml", "Civics, week 9", 31),),
        ),
        "source": partial(SourceDialog, theme, parent, None, editor_desk.TEXT),
        "ids": partial(
            Confirm,
            theme,
            parent,
            "Give its questions ids?",
            "This deck's questions have no ids yet. What you learn hangs on them, so that the"
            " deck can be edited later without losing anything. One short line is written into"
            " each question; nothing else in the file changes.",
            "Give ids and begin",
        ),
        "confirm": partial(
            Confirm,
            theme,
            parent,
            "Restore this copy?",
            "Your learning history becomes what it was on 23 November. Your history as it is now"
            " is kept as a copy first, so this can be undone.",
            "Restore",
            careful=True,
        ),
    }
