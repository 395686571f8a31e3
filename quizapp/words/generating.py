"""Questions made of an article at the terminal, in words: what was found, left out and decided."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.words import N_, _, ngettext
from quizapp.words import reading as reading_words
from quizapp.words.reading import Coded

_REFUSED = {
    "no-such-folder": N_("There is no folder {path}. Make it, or name another."),
    "deck-is-folder": N_("This is a folder: {path}. Name a file in it that ends in .toml."),
    "deck-ending": N_("The name of a deck ends in .toml: {path}.toml"),
    "json-interactive": N_("Leave out --json or --interactive: they do not go together."),
    "piped-interactive": N_(
        "Your keys cannot be read where the article comes from. Save the article to a file and "
        "name that."
    ),
    "not-a-date": N_("“{text}” is no date. Write it as 2022, 2022-03 or 2022-03-10."),
    "no-parser": N_(
        "The parser is not installed. Install it with: pip install 'quizapp[spacy]', then "
        "python -m spacy download en_core_web_sm. Without --engine spacy the rules do it alone."
    ),
    "parser-uneven": N_(
        "The parser cannot be used: it made {read} words of a sentence of {words}. Nothing was "
        "kept. Install en_core_web_sm as it is published, or leave out --engine spacy: the rules "
        "do it alone."
    ),
}
"""Why a command is not carried out."""

_KEYS = (
    ("a", N_("keep it")),
    ("e", N_("edit it")),
    ("r", N_("refuse it, with a reason if you like")),
    ("1 2 3", N_("take what the checks offer under that number")),
    ("j k", N_("the next one, the one before")),
    ("w", N_("the paragraph that its words stand in")),
    ("z", N_("undo")),
    ("A", N_("keep all that are ready")),
    ("l", N_("all questions")),
    ("d", N_("show the doubtful ones, or hide them")),
    ("o q", N_("leave the article, all decisions are kept")),
    ("?", N_("these keys")),
)

KNOWN_REFUSED = frozenset(_REFUSED)


def refused(code: str, **facts: str) -> str:
    """Why a command is not carried out, and what to do."""
    return _(_REFUSED[code]).format(**facts)


def unreadable(error: Coded) -> str:
    """Why an article could not be read, and what can be done in a terminal."""
    said = str(reading_words.describe_error(error))
    if error.code == "address-private":
        said += " " + _("To read it all the same, add --allow-private.")
    return said


def key_table() -> list[tuple[str, str]]:
    """(key, meaning) while deciding."""
    return [(key, _(meaning)) for key, meaning in _KEYS]


def words(count: int) -> str:
    """The length of an article: "812 words"."""
    return ngettext("{n} word", "{n} words", count).format(n=count)


def no_date() -> str:
    """What a missing date costs, and how to give it."""
    return _(
        "It is not said when this was published. Questions on numbers and offices need the date "
        "and are left out without it. Give it with --published 2022-03-10, or 2022-03, or 2022."
    )


def ready(count: int) -> str:
    """How many questions pass all checks."""
    return ngettext("{n} question is ready.", "{n} questions are ready.", count).format(n=count)


def not_ready(amber: int, red: int) -> str:
    """How many do not: "2 to look at, 5 doubtful."."""
    told = []
    if amber:
        told.append(ngettext("{n} to look at", "{n} to look at", amber).format(n=amber))
    if red:
        told.append(ngettext("{n} doubtful", "{n} doubtful", red).format(n=red))
    return ", ".join(told) + "." if told else ""


def refused_count(count: int) -> str:
    """How many the author refused before."""
    return ngettext("{n} you refused.", "{n} you refused.", count).format(n=count)


def nothing(*, of_doubtful: bool) -> str:
    """That no question could be made."""
    if of_doubtful:
        return _("No question passes all checks.")
    return _("The rules found nothing to ask in this article.")


def draft_left() -> str:
    """Where to go on."""
    return _(
        "A draft is left: decide on it in the window under “New from article”, or here with "
        "--interactive. With -o DECK.toml the ready ones become a deck."
    )


def draft_damaged(path: str) -> str:
    """That a draft could not be read whole."""
    return _(
        "The draft of this article was damaged. What could be read of it holds; the damaged "
        "file lies here: {path}"
    ).format(path=path)


def look_at_them() -> str:
    """What to do about those that do not pass."""
    return _("To decide on them one by one, add --interactive.")


def written(count: int, path: str) -> str:
    """What went into a deck."""
    return ngettext("Wrote {n} question to {path}", "Wrote {n} questions to {path}", count).format(
        n=count, path=path
    )


def there(count: int) -> str:
    """How many stood in the deck before."""
    return ngettext("{n} is there already.", "{n} are there already.", count).format(n=count)


def left_out(by_check: Sequence[tuple[str, int]]) -> list[str]:
    """Lines on what was left out.

    Args:
        by_check: name of a check on screen, and how many did not pass it.
    """
    if not by_check:
        return []
    head = _("Left out, by the checks that they do not pass (one may fail several):")
    return [head, *(f"  {count:>3}  {check}" for check, count in by_check)]


def paste() -> str:
    """What to do at a terminal that is read from."""
    return _("Paste the article, then press Ctrl-D on a line of its own.")
