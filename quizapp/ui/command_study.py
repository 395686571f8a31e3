"""What can be done with the card that is studied, as commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizapp.study.view import AnswerShown, QuestionShown, Stage
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


def of_card(
    shown: QuestionShown | None,
    answer: AnswerShown | None,
    stage: Stage,
    do: Mapping[Asked, Callable[[], None]],
) -> tuple[Command, ...]:
    """The commands that mean something for this card now.

    Args:
        shown: the question side; None before the first.
        answer: the answer side, None while the question is up.
        stage: which side is up.
        do: what carries out each.
    """
    wanted = {Asked.KEYS, Asked.END} | meant(stage)
    if shown is None or not shown.hint:
        wanted -= {Asked.HINT}
    if answer is not None:
        may = {
            Asked.GUESSED: answer.can_guess,
            Asked.OVERRULE: answer.can_overrule,
            Asked.ACCEPT: answer.can_accept,
        }
        wanted -= {asked for asked, can in may.items() if not can}
    return tuple(
        Command(f"study.{asked.value}", _(words), keys, _("This question"), do[asked])
        for asked, words, keys in _WORDS
        if asked in wanted and asked in do
    )
