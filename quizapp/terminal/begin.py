"""Choosing a deck in the terminal and putting it into the plan."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from quizapp.study.library import Begin, DeckLine, Library
from quizapp.study.view import TodayShown
from quizapp.terminal.control_signs import plain
from quizapp.terminal.keyboard import Keyboard
from quizapp.words import _, ngettext
from quizapp.words import days as day_words


class NoSuchDeckError(Exception):
    """No deck goes by that name.

    Attributes:
        wanted: as the student wrote it.
        known: ids of the decks there are.
    """

    def __init__(self, wanted: str, known: tuple[str, ...]) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.known = known


class EmptyDeckError(Exception):
    """There is no question in the deck that can be asked."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


def deck_named(library: Library, wanted: str) -> DeckLine:
    """The deck with that id, title or file; a file from elsewhere is taken in.

    Raises:
        NoSuchDeckError: there is none.
        NotADeck, DeckTaken, OSError: the file cannot be taken in.
    """
    lines = [line for line in library.lines() if line.askable]
    for line in lines:
        if wanted == line.entry.id or wanted.casefold() == line.entry.title.casefold():
            return line
    path = _file(wanted)
    if path is not None:
        for line in lines:
            if line.entry.path.exists() and line.entry.path.samefile(path):
                return line
        taken = library.take_in(path)
        line_taken = library.line(taken.id)
        if line_taken is not None:
            return line_taken
    raise NoSuchDeckError(wanted, tuple(line.entry.id for line in lines))


def _file(wanted: str) -> Path | None:
    """The file that goes by that name; None where there is none, or the name can be no file's."""
    try:
        path = Path(wanted).expanduser()
        return path if path.is_file() else None
    except (OSError, RuntimeError):  # a name too long, or the home of nobody
        return None


def begin(library: Library, line: DeckLine, console: Console, keyboard: Keyboard) -> bool:
    """Put a deck into the plan, asking for what it needs first; False where the student says no.

    Raises:
        EmptyDeckError: nothing in it can be asked.
        DeckTaken, OSError: it cannot be copied or written.
    """
    deck_id, title = line.entry.id, line.entry.title
    for _attempt in range(3):  # a copy, then ids, then it is begun
        came_to = library.begin(deck_id)
        if came_to == Begin.BEGUN:
            console.print(_("Begun: {title}").format(title=plain(title)), markup=False)
            return True
        if came_to == Begin.EMPTY:
            break
        if came_to == Begin.NEEDS_COPY:
            asked = _("“{title}” cannot be changed, and its questions need ids. Copy it?")
        else:
            asked = _("The questions of “{title}” need ids to be remembered. Write them into it?")
        if not yes(asked.format(title=title), keyboard):
            return False
        if came_to == Begin.NEEDS_COPY:
            deck_id = library.take_in(line.entry.path).id
        else:
            library.give_ids(deck_id)
    raise EmptyDeckError(title)


def suggest(shown: TodayShown, keyboard: Keyboard) -> str:
    """Offer the deck that a first launch begins with; its id, or "" for no."""
    known = {deck: (title, count) for deck, title, _said, count in shown.others}
    if shown.suggested not in known:
        return ""
    title, _count = known[shown.suggested]
    asked = ngettext(
        "Begin “{title}”: {n} question, {time}?",
        "Begin “{title}”: {n} questions, {time}?",
        shown.new,
    ).format(title=title, n=shown.new, time=day_words.about(shown.minutes))
    return shown.suggested if yes(asked, keyboard) else ""


def yes(question: str, keyboard: Keyboard) -> bool:
    """Ask; Enter is yes."""
    answer = keyboard.line(question + " " + _("[Y/n]") + " ").strip().casefold()
    return answer in ("", "y", "yes", _("yes"), _("y"))
