"""What can be done in the editor, by name, for the menu of commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from quizapp.author.door import Desk
from quizapp.ui.command import Command
from quizapp.ui.editor_keys import STEPS
from quizapp.ui.editor_step_words import redo_words, undo_words
from quizapp.words import N_, _

Steps = tuple[tuple[str, str, str], ...]

_ALSO = {
    "new": N_("create, write"),
    "find": N_("filter, look for"),
    "paste": N_("import, spreadsheet, csv, quizlet, anki, table, rows"),
    "deck": N_("title, description, licence, license, language, authors, sources, rename"),
    "source": N_("article, text, evidence, quote"),
    "study": N_("learn, test, review"),
    "tag": N_("label, category, topic"),
    "untag": N_("label, remove"),
    "move": N_("send, other deck"),
    "copy": N_("send, other deck"),
    "duplicate": N_("copy, again, twice"),
    "delete": N_("remove, take out, retire"),
    "try": N_("preview, test, answer, play"),
    "kind": N_("type, turn into, cloze, multiple choice, true or false, flashcard, date, number"),
    "finding": N_("error, warning, check, problem, mend"),
    "evidence": N_("evidence, source, quote, sentence, prove, citation"),
    "suggest": N_("distractors, synonyms, accept"),
    "gap": N_("cloze, blank, braces"),
    "more": N_("hint, explanation, tags, as of, picture, image, review by, attribution"),
    "next": N_("down, forward"),
    "before": N_("previous, up, back"),
    "related": N_("same answer, similar"),
    "undo": N_("take back, revert"),
    "redo": N_("again, repeat"),
    "back": N_("close, library, save, done"),
}
"""Other words by which the steps are looked for."""

_DECK: Steps = (
    ("new", N_("Add a question"), "Ctrl+N"),
    ("find", N_("Search questions"), "Ctrl+F"),
    ("paste", N_("Paste rows"), "Ctrl+V"),
    ("deck", N_("Open the deck's own page"), ""),
    ("source", N_("Add a source"), ""),
    ("study", N_("Study this deck"), ""),
)
_CHOSEN: Steps = (
    ("tag", N_("Add a tag"), ""),
    ("untag", N_("Take a tag away"), ""),
    ("move", N_("Move to another deck"), ""),
    ("copy", N_("Copy to another deck"), ""),
    ("duplicate", N_("Duplicate"), "Ctrl+D"),
    ("delete", N_("Delete"), "Del"),
    ("related", N_("List what rests on the same sentence"), ""),
)
_FORM: Steps = (
    ("try", N_("Try it"), ""),
    ("kind", N_("Change the kind"), "Alt+K"),
    ("finding", N_("Go to what was found, one field after the other"), "Alt+F"),
    ("evidence", N_("Choose in the text what it rests on"), "Alt+E"),
    ("suggest", N_("Suggest wrong options or spellings"), "Alt+S"),
    ("gap", N_("Hide the selected words: make a gap"), "Alt+G"),
    ("more", N_("Show or fold the fields seldom used"), "Alt+M"),
    ("next", N_("Go to the next question"), "Ctrl+PgDown"),
    ("before", N_("Go to the question before"), "Ctrl+PgUp"),
)


def keys_told() -> tuple[tuple[str, str], ...]:
    """The keys of the page and what they do, for the help."""
    told = [(keys, _(words)) for _name, words, keys in (*_DECK, *_FORM, *_CHOSEN) if keys]
    return (*told, ("Ctrl+Z", _("Undo")), ("Ctrl+Shift+Z", _("Do again")))


def commands_of(
    desk: Desk, at: str, do: Callable[[str], object], can: Callable[[str], bool]
) -> tuple[Command, ...]:
    """Everything that can be done now.

    Args:
        desk: the deck that is worked on.
        at: key of the question at hand, "" for none.
        do: does a step by its name.
        can: whether studying, or a step of the form, means something now.
    """
    deck, chosen, question = _("This deck"), _("The chosen questions"), _("This question")
    groups = [(deck, _DECK)]
    if at:
        groups += [(question, _FORM), (chosen, _CHOSEN)]
    found = [
        Command(f"editor.{name}", _(words), keys, where, partial(do, name), _(_ALSO[name]))
        for where, steps in groups
        for name, words, keys in steps
        if name not in (*STEPS, "study") or can(name)
    ]
    if desk.undoable is not None:
        words, also = undo_words(desk.undoable), _(_ALSO["undo"])
        found.append(Command("editor.undo", words, "Ctrl+Z", deck, partial(do, "undo"), also))
    if desk.redoable is not None:
        words, also = redo_words(desk.redoable), _(_ALSO["redo"])
        again = partial(do, "redo")
        found.append(Command("editor.redo", words, "Ctrl+Shift+Z", deck, again, also))
    leave = partial(do, "back")
    found.append(
        Command("editor.back", _("Leave the editor"), "Esc", deck, leave, _(_ALSO["back"]))
    )
    return tuple(found)
