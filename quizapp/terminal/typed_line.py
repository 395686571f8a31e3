"""What a line typed in the terminal means: an answer, a command, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from quizapp.content.mark import Arranged, Chosen, DontKnow, Recalled, Response, Typed
from quizapp.content.question import Form, Kind
from quizapp.study.view import QuestionShown


class Command(StrEnum):
    """What can be done besides answering, by its letter."""

    HINT = "h"
    UNDO = "u"
    FLAG = "f"
    SUSPEND = "s"
    BURY = "b"
    QUIT = "q"
    HELP = "?"
    GUESS = "g"
    OVERRULE = "o"
    ACCEPT = "a"
    PARAGRAPH = "m"
    NEW_AGAIN = "n"


QUESTION_SIDE = frozenset(
    {
        Command.HINT,
        Command.UNDO,
        Command.FLAG,
        Command.SUSPEND,
        Command.BURY,
        Command.QUIT,
        Command.HELP,
    },
)
ANSWER_SIDE = frozenset(Command) - {Command.HINT}


@dataclass(frozen=True, slots=True)
class Ordered:
    """A command, and what stood behind its letter: the reason of a flag."""

    command: Command
    rest: str = ""


class Unclear(StrEnum):
    """Why a line is neither answer nor command; the student is asked again."""

    ONE_DIGIT = "one-digit"
    DIGITS = "digits"
    ORDER = "order"
    MATCH = "match"
    ENTER = "enter"


Meant: TypeAlias = Response | Ordered | Unclear


def command_in(line: str, allowed: frozenset[Command], *, typing: bool) -> Ordered | None:
    """The command that a line gives.

    While `typing` letters are an answer, so a command needs ":" before it; "?" does not.
    """
    words = line.strip()
    marked = words.startswith(":")
    if marked:
        words = words[1:].lstrip()
    elif typing and words != Command.HELP:
        return None
    letter, _, rest = words.partition(" ")
    if letter.lower() not in {command.value for command in allowed}:
        return None
    command = Command(letter.lower())
    if rest and command is not Command.FLAG:
        return None
    return Ordered(command, rest.strip())


def question_line(line: str, shown: QuestionShown) -> Meant:
    """What a line on the question side means. Of a list it is one item of several."""
    ordered = command_in(line, QUESTION_SIDE, typing=shown.form is Form.TYPE)
    if ordered is not None:
        return ordered
    words = line.strip()
    if shown.form is Form.TYPE:
        return Typed((line,)) if words else DontKnow()
    if shown.form is Form.RECALL and not words:
        return Recalled()
    return DontKnow() if words in ("", "0") else _picked(words, shown)


def _picked(words: str, shown: QuestionShown) -> Meant:
    if shown.form is Form.CHOOSE:
        return _chosen(words, shown)
    if shown.form is Form.ORDER:
        return _ordered(words, len(shown.options))
    if shown.form is Form.MATCH:
        return _matched(words, len(shown.left), len(shown.options))
    return Unclear.ENTER


def _chosen(words: str, shown: QuestionShown) -> Meant:
    options = 2 if shown.kind is Kind.TRUE_FALSE else len(shown.options)
    letters = {"t": 0, "true": 0, "f": 1, "false": 1}
    if shown.kind is Kind.TRUE_FALSE and words.lower() in letters:
        return Chosen(frozenset({letters[words.lower()]}))
    numbers = _numbers(words, options)
    if shown.several:
        return Chosen(frozenset(numbers)) if numbers else Unclear.DIGITS
    return Chosen(frozenset(numbers)) if numbers and len(numbers) == 1 else Unclear.ONE_DIGIT


def _numbers(words: str, most: int) -> list[int] | None:
    """Indexes from numbers apart, or from digits in a row where nine are enough."""
    parts = re.split(r"[\s,;.]+", words.strip(" ,;."))
    if len(parts) == 1 and most <= 9:
        parts = list(parts[0])
    if not all(part.isdecimal() and part.isascii() for part in parts):
        return None
    found = [int(part) - 1 for part in parts]
    return found if all(0 <= number < most for number in found) else None


def _ordered(words: str, items: int) -> Meant:
    numbers = _numbers(words, items)
    if numbers is None or sorted(numbers) != list(range(items)):
        return Unclear.ORDER
    return Arranged(tuple(numbers))


def _matched(words: str, left: int, right: int) -> Meant:
    """Pairs as "1b 2a", or what belongs to 1, 2, 3 in turn as "b a c" or "2 1 3"."""
    pairs = re.findall(r"(\d+)\s*[-=:]?\s*([a-zA-Z])(?![a-zA-Z])", words)
    if pairs and not re.sub(r"(\d+)\s*[-=:]?\s*([a-zA-Z])|[\s,;.]", "", words):
        joined = [-1] * left
        for number, letter in pairs:
            at, to = int(number) - 1, ord(letter.lower()) - ord("a")
            if not (0 <= at < left and 0 <= to < right):
                return Unclear.MATCH
            joined[at] = to
        return Arranged(tuple(joined))
    letters = re.sub(r"[\s,;.]", "", words).lower()
    if letters.isascii() and letters.isalpha():
        places = [ord(letter) - ord("a") for letter in letters]
    else:
        places = _numbers(words, right) or []
    if len(places) != left or not all(0 <= place < right for place in places):
        return Unclear.MATCH
    return Arranged(tuple(places))
