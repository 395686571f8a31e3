"""Deciding on proposed questions in words: states, what was undone, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from quizapp.words import N_, _, faults, ngettext
from quizapp.words.faults import FaultInFile
from quizapp.words.troubles import Said

_STATES = {"open": N_("Open"), "kept": N_("Kept"), "refused": N_("Refused")}

_SENTENCES = {
    "nothing": N_("Nothing found here"),
    "asked": N_("Asked about"),
    "kept": N_("Kept"),
}

_LIGHTS = {"green": N_("Ready"), "amber": N_("Look at it"), "red": N_("Doubtful")}

_ORIGINS = {
    "article": N_("from the article"),
    "table": N_("from the tables"),
    "near": N_("a near number"),
    "author": N_("yours"),
}

_UNDONE = {
    "kept": N_("Not kept any more."),
    "refused": N_("Not refused any more."),
    "reopened": N_("Decided as before."),
    "edited": N_("The words stand as before."),
    "asked": N_("Your question is taken back."),
    "kept-green": N_("The questions kept together are open again."),
    "dated": N_("The date of the article is as before."),
    "described": N_("What is told of the article is as before."),
}

_IN_DECK = N_("It is in your deck by now, so it stays kept. Take it out in Library.")
_DRAFT_SAFE = N_("What you decided stands as long as this window is open.")
_DECKS_SAFE = N_("Your decks are as they were, and so is what you decided here.")

_DRAFTS: dict[str, tuple[str, str, str]] = {
    "disk-full": (
        N_("The disk is full, so what you decided is not on it yet."),
        _DRAFT_SAFE,
        N_("Free some space: it is written with your next step."),
    ),
    "read-only": (
        N_("What you decided may not be written to this file: {path}"),
        _DRAFT_SAFE,
        N_("Allow writing there, or save your deck to a folder that you may write."),
    ),
    "in-the-way": (
        N_("Something else lies where your drafts should be: {path}"),
        _DRAFT_SAFE,
        N_("Move it away: your draft is written with your next step."),
    ),
    "draft-newer": (
        N_("A newer version of Quizapp wrote the draft of this article: {path}"),
        N_("It was not touched."),
        N_("Update this program, or move that file away to begin anew."),
    ),
    "draft-unreadable": (
        N_("The draft of this article cannot be read: {path} ({reason})"),
        N_("It was not touched."),
        N_("Look whether you may read and move it, then open the article again."),
    ),
    "draft-damaged": (
        N_("This draft is damaged, and its article is lost with it."),
        N_("Nothing was thrown away. The damaged file lies here: {path}"),
        N_("Open the article itself again: it begins anew."),
    ),
    "draft-gone": (
        N_("This draft is not there any more: {path}"),
        N_("Decks made of it are as they were."),
        N_("Open the article itself again: it begins anew."),
    ),
    "nothing-selected": (
        N_("No words are selected."),
        "",
        N_("Select the words that are to be the answer, then ask again."),
    ),
    "several-sentences": (
        N_("The words you selected stand in {n} sentences, and a question rests on one."),
        "",
        N_("Select words of one sentence, then ask again."),
    ),
    "discard": (
        N_("The draft could not be removed: {path} ({reason})"),
        N_("It is still there."),
        N_("Look whether you may change that folder, then try again."),
    ),
}

_SAVING: dict[str, tuple[str, str, str]] = {
    "disk-full": (
        N_("The disk is full, so nothing was saved."),
        _DECKS_SAFE,
        N_("Free some space, then save again."),
    ),
    "read-only": (
        N_("You may not write here: {path}"),
        _DECKS_SAFE,
        N_("Allow writing there, or choose another deck."),
    ),
    "in-the-way": (
        N_("Something else lies where the deck or its text should be: {path}"),
        _DECKS_SAFE,
        N_("Move it away or give the deck another title, then save again."),
    ),
    "gone": (
        N_("A file or folder is not there any more: {path}"),
        _DECKS_SAFE,
        N_("Look where it was moved to, or save a new deck."),
    ),
    "nothing-kept": (
        N_("No question is kept yet."),
        "",
        N_("Keep one or more, then save."),
    ),
    "all-saved": (
        N_("Every question you kept stands in the deck “{deck}” already."),
        "",
        N_("Keep more, or choose to take those too."),
    ),
    "all-there": (
        N_("Every question you kept stands in this deck already."),
        N_("The deck is as it was."),
        N_("Keep more, or choose another deck."),
    ),
    "faulty": (
        N_("A question cannot be saved as it is: {fault}"),
        _DECKS_SAFE,
        N_("Mend it or refuse it, then save again."),
    ),
    "deck-unreadable": (
        N_("The deck cannot be read: {path}"),
        _DECKS_SAFE,
        "{fault}",
    ),
    "deck-shape": (
        N_("Questions cannot be added to the end of this deck: {path}"),
        _DECKS_SAFE,
        N_("Write each of its questions as a block under [[question]], or save a new deck."),
    ),
    "deck-changed": (
        N_("The deck was changed by another program just now: {path}"),
        _DECKS_SAFE,
        N_("Save there first, then add the questions again."),
    ),
    "half-character": (
        N_("A text holds half a character, which no file can."),
        _DECKS_SAFE,
        N_("Type that word again, then save."),
    ),
}

_SYSTEM = N_("The system refused to write a file: {path} ({reason})")
_TRY_AGAIN = N_("Look whether the disk is in order, then try again.")

KNOWN_DRAFTS = frozenset(_DRAFTS)
KNOWN_SAVING = frozenset(_SAVING)
KNOWN_UNDONE = frozenset(_UNDONE)


class Told(Protocol):
    """What an error of the desk must tell to be worded."""

    @property
    def code(self) -> str:
        """Which wording."""

    @property
    def facts(self) -> Mapping[str, str]:
        """The values the wording names."""


class Refused(Told, Protocol):
    """What an error of saving must tell besides."""

    @property
    def faults(self) -> Iterable[FaultInFile]:
        """What a reader of the deck would find wrong."""


class CountsLike(Protocol):
    """How many questions are in which state."""

    @property
    def open(self) -> int:
        """Undecided."""

    @property
    def kept(self) -> int:
        """To go into a deck."""

    @property
    def refused(self) -> int:
        """Not to be asked."""


def state(code: str) -> str:
    """A question's state: "Kept"."""
    return _(_STATES[code])


def sentence(code: str) -> str:
    """What a sentence of the article has given, for its tooltip and for who cannot see tints."""
    return _(_SENTENCES[code])


def light(code: str) -> str:
    """What the checks come to: "Ready"."""
    return _(_LIGHTS[code])


def origin(code: str) -> str:
    """Where a wrong option comes from: "from the article"."""
    return _(_ORIGINS[code])


def undone(code: str, *, in_deck: bool = False) -> str:
    """What was undone, in a sentence.

    Args:
        code: what the step did.
        in_deck: what it kept stands in a deck, so that it stays kept.
    """
    return _(_IN_DECK) if in_deck else _(_UNDONE[code])


def counts(of: CountsLike) -> str:
    """How far an article is decided on: "12 open · 5 kept · 2 refused", without what is none."""
    told = [
        ngettext("{n} open", "{n} open", of.open).format(n=of.open),
        ngettext("{n} kept", "{n} kept", of.kept).format(n=of.kept),
        ngettext("{n} refused", "{n} refused", of.refused).format(n=of.refused),
    ]
    numbers = of.open, of.kept, of.refused
    return " · ".join(t for t, n in zip(told, numbers, strict=True) if n) or _("Nothing found")


def keep_green(count: int) -> str:
    """What keeping all that passed would do, to be asked before."""
    return ngettext(
        "Keep {n} question that passes all checks?",
        "Keep {n} questions that pass all checks?",
        count,
    ).format(n=count)


def saved(count: int, deck: str) -> str:
    """What saving did.

    Args:
        count: questions saved.
        deck: its title.
    """
    return ngettext(
        "Saved {n} question in “{deck}”.", "Saved {n} questions in “{deck}”.", count
    ).format(n=count, deck=deck)


def saved_in(count: int, deck: str) -> str:
    """How many of an article's questions stand in a deck: "12 questions in “Old bridge”"."""
    return ngettext("{n} question in “{deck}”", "{n} questions in “{deck}”", count).format(
        n=count, deck=deck
    )


def in_deck(deck: str) -> str:
    """That a question stands in a deck already."""
    return _("In your deck “{deck}” already").format(deck=deck)


def damaged(path: str) -> str:
    """That a draft could not be read whole, where it lies now, and what holds."""
    return _(
        "The draft of this article was damaged. What could be read of it stands here; "
        "the damaged file lies here: {path}"
    ).format(path=path)


def describe(error: Told) -> Said:
    """An error of a draft or the desk in words."""
    code = "discard" if error.code.startswith("discard-") else error.code
    return _said(_DRAFTS.get(code, (_SYSTEM, _DRAFT_SAFE, _TRY_AGAIN)), error.facts)


def describe_saving(error: Refused) -> Said:
    """An error of saving a deck in words; of several faults the first is told."""
    fault = next(iter(error.faults), None)
    told = {"fault": faults.describe(fault)} if fault is not None else {"fault": ""}
    words = _SAVING.get(error.code, (_SYSTEM, _DECKS_SAFE, _TRY_AGAIN))
    return _said(words, told | dict(error.facts))


def _said(words: tuple[str, str, str], facts: Mapping[str, str]) -> Said:
    return Said(*((_(part) if part else "").format_map(facts) for part in words))
