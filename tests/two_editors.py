"""Two ways to edit a deck at random: the program's editor, and a text editor with its habits."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from strategies import ALPHABET

from quizapp.content.deck_editing import DeckText, set_key
from quizapp.content.deck_file import read_as
from quizapp.content.question import Evidence, Question, Short
from quizapp.content.toml_text import Outline, keys, past_line
from quizapp.content.whole_write import write_whole

FEWEST = 8
"""Questions of a deck below which none is taken out."""

_NOTE = re.compile(r"# note (\d+)\.")
_FACT = re.compile(r"fact (\d+)\b")


def notes(text: str) -> set[str]:
    """The comments of a text, by the number that each has."""
    return set(_NOTE.findall(text))


def fact(text: str) -> str:
    """Which fact a question asks for, whatever its words."""
    found = _FACT.search(text)
    return found[1] if found else ""


def questions(path: Path, text: str) -> tuple[Question, ...]:
    """The questions of a deck that has no error."""
    read = read_as(path, text)
    if read.deck is None or any(fault.severity == "error" for fault in read.faults):
        raise ValueError(str(read.faults))
    return read.deck.questions


@dataclass
class Numbers:
    """What is counted for both editors, so that each comment and each fact is unlike all others.

    Attributes:
        written: every comment.
        dropped: comments that an author took out, with the block that they stood at.
    """

    dice: random.Random
    written: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    _count: int = 0

    def next(self) -> int:
        """A number not used before."""
        self._count += 1
        return self._count

    def note(self) -> str:
        """A comment."""
        tail = self.dice.choice(["", " [[question]]", ' """', " it's", ' id = "x"'])
        return f"{self._new_note()}{tail}"

    def id(self) -> str:
        """An id not used before."""
        return "".join(self.dice.choices(ALPHABET, k=10))

    def question(self, name: str | None) -> Question:
        """A new question about a new fact."""
        number = self.next()
        body = Short(f"What is fact {number}?", f"Thing {number}", wrong=("This", "That"))
        return Question(name, body, tags=("new",))

    def copy(self, block: str) -> str:
        """A block's text whose comments are new ones."""
        return _NOTE.sub(lambda _: self._new_note(), block)

    def _new_note(self) -> str:
        number = self.next()
        self.written.add(str(number))
        return f"# note {number}."


@dataclass
class Editor:
    """The program's editor: blocks are edited as values."""

    numbers: Numbers

    def edited(self, path: Path, text: str, other: DeckText) -> tuple[str, str]:
        """One edit of a deck; another deck, to which a question may move, comes back too."""
        cut = DeckText.of(text)
        dice = self.numbers.dice
        index = dice.randrange(len(cut.ids))
        question = questions(path, text)[index]
        what = dice.choice(["words"] * 6 + ["add", "add", "copy", "remove", "order", "away"])
        if what in {"remove", "away"} and len(cut.ids) <= FEWEST:
            what = "words"
        match what:
            case "words":
                cut = cut.change_question(index, self._reworded(question))
            case "add":
                new = self.numbers.question(self.numbers.id())
                cut = cut.add_questions([new], dice.choice([None, index]))
            case "copy":
                cut = cut.add_questions([replace(question, id=self.numbers.id())], index)
            case "remove":
                self.numbers.dropped |= notes(cut.block(index))
                cut = cut.remove_questions([index])
            case "order":
                cut = cut.move_question(index, dice.randrange(len(cut.ids)))
            case _:
                other = other.add_block(cut.block(index), dice.choice([None, 0]))
                cut = cut.remove_questions([index])
        return cut.text, other.text

    def _reworded(self, question: Question) -> Question:
        dice = self.numbers.dice
        body = question.body
        assert isinstance(body, Short)
        number = self.numbers.next()
        match dice.choice(["prompt", "answer", "accept", "hint", "evidence", "less"]):
            case "prompt":
                words = f"Which one is fact {fact(body.prompt)}, said in way {number}?"
                return replace(question, body=replace(body, prompt=words))
            case "answer":
                return replace(question, body=replace(body, answer=f"Thing, now {number}"))
            case "accept":
                spellings = (*body.accept[-2:], f"T{number}")
                return replace(question, body=replace(body, accept=spellings))
            case "hint":
                return replace(question, hint=f"Hint {number}", tags=(f"tag {number}", "it's"))
            case "evidence":
                evidence = Evidence("letter", f"It was {number}.")
                return replace(question, evidence=None if question.evidence else evidence)
            case _:
                return replace(question, hint="", tags=(), explanation="")


@dataclass
class TextEditor:
    """A text editor: lines are edited, and it knows nothing of decks."""

    numbers: Numbers

    def edited(self, text: str) -> str:
        """One edit of a deck's lines."""
        edits: list[Callable[[str], str]] = [self._move, self._new, self._copy, self._delete]
        edits += [*[self._comment] * 4, *[self._words] * 3, *[self._beside] * 2]
        return self.numbers.dice.choice(edits)(text)

    def _block(self, text: str) -> tuple[int, int]:
        """From the header of some question's block to the next header."""
        section = self.numbers.dice.choice(Outline(text).sections("question"))
        start = text.rfind("\n", 0, section.parts[0].start) + 1
        return start, section.parts[-1].end

    def _ends(self, text: str) -> list[int]:
        """Where lines start that stand within no value."""
        found = []
        for block in Outline(text).blocks:
            found.append(block.body)
            found += [past_line(text, key.end) for key in keys(text, block)]
        return [at for at in found if at == 0 or text[at - 1] == "\n"]

    def _comment(self, text: str) -> str:
        at = self.numbers.dice.choice(self._ends(text))
        blank = self.numbers.dice.choice(["", "\n"])
        return f"{text[:at]}{blank}{self.numbers.note()}\n{blank}{text[at:]}"

    def _beside(self, text: str) -> str:
        """A comment at the end of a line that has none."""
        ends = [
            at
            for at in self._ends(text)
            if at and "#" not in text[text.rfind("\n", 0, at - 1) : at]
        ]
        at = self.numbers.dice.choice(ends)
        return f"{text[: at - 1]}  {self.numbers.note()}\n{text[at:]}"

    def _words(self, text: str) -> str:
        start, end = self._block(text)
        wording = f"Say it, fact \\1, in way {self.numbers.next()}?"
        block = re.sub(r"(?m)(?<=^prompt = ).*?fact (\d+).*?\?.", f"'{wording}'", text[start:end])
        return text[:start] + block + text[end:]

    def _move(self, text: str) -> str:
        start, end = self._block(text)
        rest = text[:start] + text[end:]
        there, _ = self._block(rest)
        return rest[:there] + _with_end(text[start:end]) + rest[there:]

    def _new(self, text: str) -> str:
        """A question without an id, with a comment of its own."""
        number = self.numbers.next()
        there, _ = self._block(text)
        new = f"{self.numbers.note()}\n[[question]]\nprompt = 'What is fact {number}?'\n"
        new += f"answer = 'Thing {number}'  {self.numbers.note()}\n\n"
        return text[:there] + new + text[there:]

    def _copy(self, text: str) -> str:
        """A block copied with its id: the error that the checker names."""
        start, end = self._block(text)
        there, _ = self._block(text)
        return text[:there] + _with_end(self.numbers.copy(text[start:end])) + text[there:]

    def _delete(self, text: str) -> str:
        start, end = self._block(text)
        if text.count("[[question]]") <= FEWEST + 4:
            return text
        self.numbers.dropped |= notes(text[start:end])
        return text[:start] + text[end:]

    def save(self, path: Path, text: str) -> None:
        """Write over the file, or beside it and rename, as text editors do."""
        if self.numbers.dice.random() < 0.5:
            path.write_bytes(text.encode())
            return
        beside = path.with_name(f"{path.name}~")
        beside.write_bytes(text.encode())
        beside.replace(path)


def _with_end(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def save(path: Path, text: str) -> None:
    """As the program saves."""
    write_whole(path, text.encode(), lasting=False)


def with_new_id(block: str, name: str) -> str:
    """A block as a question of its own."""
    return set_key(block, 0, ("id",), name)
