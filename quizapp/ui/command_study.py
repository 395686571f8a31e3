"""What can be done with the card that is studied, as commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizapp.study.view import Stage
from quizapp.ui.command import Command
from quizapp.ui.study_keys import Command as Asked
from quizapp.ui.study_keys import meant
from quizapp.words import N_, _

_WORDS = (
    (Asked.HINT, N_("Show the hint"), "H"),
    (Asked.GUESSED, N_("Say that you guessed"), "G"),
    (Asked.OVERRULE, N_("Turn the mark: it was wrong"), "O"),
    (Asked.ACCEPT, N_("Accept what you typed from now on"), "A"),
    (Asked.PARAGRAPH, N_("Show the whole paragraph"), "M"),
    (Asked.UNDO, N_("Undo"), "U"),
    (Asked.FLAG, N_("Flag this question and say what is wrong"), "F"),
    (Asked.EDIT, N_("Edit this question"), "E"),
    (Asked.SUSPEND, N_("Set this question aside"), "S"),
    (Asked.BURY, N_("Leave this question out until tomorrow"), "B"),
    (Asked.KEYS, N_("See the keys of this page"), "?"),
    (Asked.END, N_("End; every answer is kept"), "Esc"),
)


def of_card(stage: Stage, do: Mapping[Asked, Callable[[], None]]) -> tuple[Command, ...]:
    """The commands that mean something on the side that is up.

    Args:
        stage: which side is up.
        do: what carries out each.
    """
    always = {Asked.KEYS, Asked.END}
    return tuple(
        Command(f"study.{asked.value}", _(words), keys, _("This question"), do[asked])
        for asked, words, keys in _WORDS
        if asked in always | meant(stage) and asked in do
    )
