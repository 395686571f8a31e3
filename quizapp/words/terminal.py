"""The terminal in words: prompts, the keys, and what to type when a line is unclear."""

from __future__ import annotations

from quizapp.words import N_, _

_UNCLEAR = {
    "one-digit": N_("Type the number of one option, or Enter if you do not know."),
    "digits": N_("Type the numbers of all options that are right, like 1 3."),
    "order": N_("Type every number once, in the right order, like 3 1 2."),
    "match": N_("Type the pairs, like 1b 2a 3c."),
    "enter": N_("Press Enter to see the answer, or type 0 if you do not know."),
}

_PROMPTS = {
    "choose": N_("Number: "),
    "multi": N_("Numbers, like 1 3: "),
    "true-false": N_("1 true, 2 false: "),
    "type": N_("Answer: "),
    "order": N_("In order, like 3 1 2: "),
    "match": N_("Pairs, like 1b 2a: "),
    "recall": N_("Enter shows the answer: "),
}

_QUESTION_KEYS = (
    ("Enter", N_("you do not know it; for a card to recall: show the answer")),
    ("h", N_("show the hint")),
    ("u", N_("take back the last step")),
    ("f", N_("flag the question and say what is wrong")),
    ("s", N_("set aside until you take it back")),
    ("b", N_("not today: ask it again tomorrow")),
    ("q", N_("end, all answers are kept")),
)

_ANSWER_KEYS = (
    ("Enter", N_("go on")),
    ("1 2 3 4", N_("rate it Again, Hard, Good, Easy")),
    ("g", N_("“I guessed”, or not")),
    ("o", N_("the mark was wrong: turn it")),
    ("a", N_("accept what you typed from now on")),
    ("m", N_("the whole paragraph")),
    ("n", N_("start this card over as new (a key of the terminal only)")),
    ("u", N_("take back the last step")),
    ("f", N_("flag the question and say what is wrong")),
    ("s", N_("set aside until you take it back")),
    ("b", N_("not today: ask it again tomorrow")),
    ("q", N_("end, all answers are kept")),
)


def unclear(code: str) -> str:
    """What to type instead."""
    return _(_UNCLEAR[code])


def prompt(kind: str, form: str) -> str:
    """What stands before the line to type."""
    return _(_PROMPTS.get(kind) or _PROMPTS[form])


def keys(*, answered: bool, typing: bool) -> list[tuple[str, str]]:
    """(key, meaning) on a side; where letters are an answer, a colon stands before the key."""
    table = _ANSWER_KEYS if answered else _QUESTION_KEYS
    colon = ":" if typing and not answered else ""
    return [(key if len(key) > 1 else colon + key, _(meaning)) for key, meaning in table]
