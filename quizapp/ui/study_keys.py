"""The keys of a sitting, and which of them mean something on which side."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt

from quizapp.study.view import AnswerShown, Stage
from quizapp.words import N_


class Command(Enum):
    """What a key asks for."""

    ENTER = "enter"
    DIGIT = "digit"
    HINT = "hint"
    GUESSED = "guessed"
    OVERRULE = "overrule"
    ACCEPT = "accept"
    PARAGRAPH = "paragraph"
    UNDO = "undo"
    FLAG = "flag"
    EDIT = "edit"
    SUSPEND = "suspend"
    BURY = "bury"
    KEYS = "keys"
    END = "end"


_ALWAYS: dict[int, Command] = {
    Qt.Key.Key_Escape: Command.END,
    Qt.Key.Key_Return: Command.ENTER,
    Qt.Key.Key_Enter: Command.ENTER,
}
_LETTERS: dict[int, Command] = {
    Qt.Key.Key_H: Command.HINT,
    Qt.Key.Key_G: Command.GUESSED,
    Qt.Key.Key_O: Command.OVERRULE,
    Qt.Key.Key_A: Command.ACCEPT,
    Qt.Key.Key_M: Command.PARAGRAPH,
    Qt.Key.Key_U: Command.UNDO,
    Qt.Key.Key_F: Command.FLAG,
    Qt.Key.Key_E: Command.EDIT,
    Qt.Key.Key_S: Command.SUSPEND,
    Qt.Key.Key_B: Command.BURY,
}
_EVERYWHERE = {Command.UNDO, Command.FLAG, Command.EDIT, Command.SUSPEND, Command.BURY}
_MEANT = {
    Stage.ASKING: _EVERYWHERE | {Command.HINT},
    Stage.ANSWERED: _EVERYWHERE
    | {Command.GUESSED, Command.OVERRULE, Command.ACCEPT, Command.PARAGRAPH},
    Stage.FINISHED: {Command.UNDO},
}

# What `?` shows: heading, then (keys, what they do).
HELP = (
    (
        N_("Question"),
        (
            ("1 – 9", N_("Choose an option; where several are right, turn it on or off")),
            ("⏎", N_("Answer, or show the answer")),
            ("0", N_("I don't know; so does ⏎ in an empty field")),
            ("H", N_("Hint")),
            ("↑ ↓", N_("Go through options, items or pairs")),
            (N_("Space"), N_("Lift an item of an order; ↑ ↓ then move it")),
            (
                "1 – 9",
                N_("In an order: what comes next. In pairs: what belongs to the marked one"),
            ),
            ("⌫", N_("In an order or pairs: take the last one back")),
        ),
    ),
    (
        N_("Answer"),
        (
            ("⏎", N_("Go on")),
            ("1 – 4", N_("Again, hard, good, easy")),
            ("G", N_("I guessed")),
            ("O", N_("The mark was wrong")),
            ("A", N_("Accept what I typed from now on")),
            ("M", N_("The whole paragraph")),
        ),
    ),
    (
        N_("Always"),
        (
            ("U", N_("Undo")),
            ("F", N_("Flag, and say what is wrong")),
            ("E", N_("Edit the question, and come back to it")),
            ("S", N_("Set aside until you take it back")),
            ("B", N_("Not today: left out until tomorrow")),
            ("?", N_("These keys")),
            ("F1", N_("Help; Esc brings you back to the card")),
            ("Esc", N_("End; every answer is kept")),
            (N_("Alt + letter"), N_("The same while a field takes letters")),
        ),
    ),
)


def meant(stage: Stage) -> set[Command]:
    """The commands that letters give at a stage."""
    return _MEANT[stage]


def command_of(
    key: int, modifiers: Qt.KeyboardModifier, text: str, stage: Stage, *, typing: bool
) -> Command | None:
    """What a key press asks for at a stage; None where it asks for nothing.

    Args:
        key: a `Qt.Key`.
        modifiers: what is held with it.
        text: the letters that the key types.
        stage: which side is up.
        typing: a text field has the focus, so that plain letters and digits are its own.
    """
    if key in _ALWAYS:
        return _ALWAYS[key]
    held = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
    alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    if held or (typing and not alt):
        return None
    if text == "?" or key == Qt.Key.Key_Question:
        return Command.KEYS
    if digit_of(key) is not None:
        return None if alt else Command.DIGIT
    command = _LETTERS.get(key)
    return command if command in _MEANT[stage] else None


def why_idle(command: Command, answer: AnswerShown | None) -> str:
    """Why a command has no meaning where it was given, as a code for words; "" for no reason.

    Args:
        command: what was asked for.
        answer: what the answer side shows; None on the question side.
    """
    if command is Command.HINT:
        return "no-hint"
    if answer is None:
        return ""
    if answer.judging:
        return {
            Command.ENTER: "judge",
            Command.GUESSED: "unmarked",
            Command.OVERRULE: "unmarked",
            Command.ACCEPT: "unmarked",
        }.get(command, "")
    right = answer.mark is not None and answer.mark.right
    return {
        Command.DIGIT: "rate-unknown",
        Command.GUESSED: "guess-wrong",
        Command.OVERRULE: "overrule-unknown",
        Command.ACCEPT: "accept-right" if right else "accept-choice",
        Command.PARAGRAPH: "no-paragraph",
    }.get(command, "")


def digit_of(key: int) -> int | None:
    """The digit that a key types, or None."""
    digit = key - Qt.Key.Key_0.value
    return digit if 0 <= digit <= 9 else None
