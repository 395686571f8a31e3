"""Decks as no program writes them: every quoting, order, spacing, comment, form of a table."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable

from quizapp.content.deck import Deck
from quizapp.content.deck_text import (
    Block,
    Value,
    evidence_values,
    head_values,
    question_values,
    source_values,
    value_text,
)
from quizapp.content.question import Question

_NOT_RAW = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_NOT_RAW_LONG = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED = re.compile(r'[\x00-\x08\x0b-\x1f\x7f\\]|"{3}|"\Z')


class HostileWriter:
    """Writes decks by dice; every comment is unlike all others and says where it stands.

    A comment is "# line 7" where it has a line, "# side 7" beside a key or header, "# item 7"
    within a list.

    Attributes:
        dice: choose among the manners of writing.
        line_end: of the text.
        strange: keys and tables that mean nothing are written too, their names starting "zz".
    """

    def __init__(self, dice: random.Random, *, strange: bool = False) -> None:
        self.dice = dice
        self.line_end = dice.choice(["\n", "\n", "\r\n"])
        self.strange = strange
        self._count = 0

    def deck(self, deck: Deck) -> str:
        """The deck's text."""
        sources = [self._block("source", source_values(source), {}) for source in deck.sources]
        questions = [self.question(question) for question in deck.questions]
        arrays = [*sources, *questions]
        if len(sources) == 1 and self._chance(4):
            arrays = [*questions, *sources]
        head, above = self._head(deck)
        if self._chance(4):
            arrays.insert(self.dice.randint(0, len(arrays)), head)
        else:
            arrays.insert(0, head)
        text = self._gap() + self._lines({"format": 1}, "") + above + "".join(arrays)
        return text.removesuffix(self.line_end) if self._chance(3) else text

    def question(self, question: Question) -> str:
        """One question's block."""
        evidence = {} if question.evidence is None else evidence_values(question.evidence)
        return self._block("question", question_values(question), evidence)

    def _head(self, deck: Deck) -> tuple[str, str]:
        """The head as a block, or as keys that stand above any header."""
        values = head_values(deck)
        match self.dice.choice(["table", "table", "dotted", "inline"]):
            case "dotted":
                return "", self._lines(values, "", above="deck.")
            case "inline":
                return "", self._line("", "deck", self._inline(values))
            case _:
                return self._header("[", "deck", "]") + self._lines(values, "") + self._gap(), ""

    def _block(self, name: str, values: Block, evidence: Block) -> str:
        indent = self.dice.choice(["", "", "  ", "\t"])
        own = [self._line(indent, key, self.value(value)) for key, value in values.items()]
        form = self.dice.choice(["table", "table", "inline", "dotted"])
        if evidence and form == "inline":
            own.append(self._line(indent, "evidence", self._inline(evidence)))
        if self.strange and self._chance(2):
            own.append(self._line(indent, f"zz{self._next()}", self.value(["x", "#"])))
        self.dice.shuffle(own)
        if evidence and form == "dotted":
            dotted = [
                self._line(indent, f"evidence{self._space()}.{self._space()}{key}", self.value(v))
                for key, v in evidence.items()
            ]
            at = self.dice.randint(0, len(own))
            own[at:at] = dotted
        text = self._header("[[", name, "]]") + self._between(own)
        if evidence and form == "table":
            lines = [self._line(indent, key, self.value(v)) for key, v in evidence.items()]
            self.dice.shuffle(lines)
            text += self._header("[", f"{name}.evidence", "]") + self._between(lines)
        if self.strange and self._chance(3):
            text += self._header("[", f"{name}.zz{self._next()}", "]")
            text += self._line(indent, "x", self.value(["y"]))
        return text + self._gap()

    def _header(self, opening: str, name: str, closing: str) -> str:
        lead = "".join(self._comment("line") + self.line_end for _ in range(self._few()))
        middle = f"{self._space()}{name}{self._space()}"
        beside = f" {self._comment('side')}" if self._chance(3) else ""
        return f"{lead}{self._space()}{opening}{middle}{closing}{beside}{self.line_end}"

    def _between(self, lines: Iterable[str]) -> str:
        text = ""
        for line in lines:
            if self._chance(4):
                text += self._space() + self._comment("line") + self.line_end
            text += line
            if self._chance(6):
                text += self._space() + self.line_end
        return text

    def _gap(self) -> str:
        """Blank lines and comments between blocks."""
        text = ""
        for _ in range(self._few()):
            text += self.dice.choice([self.line_end, self._comment("line") + self.line_end])
        return text

    def _lines(self, values: Block, indent: str, above: str = "") -> str:
        return self._between(
            self._line(indent, above + key, self.value(value)) for key, value in values.items()
        )

    def _line(self, indent: str, key: str, value: str) -> str:
        if key.isidentifier() and self._chance(6):
            key = self.dice.choice(['"{}"', "'{}'"]).format(key)
        beside = self._space() + self._comment("side") if self._chance(4) else ""
        space = self.dice.choice([" ", "", "\t", "    "])
        return f"{indent}{key}{space}={space}{value}{beside}{self.line_end}"

    def _inline(self, values: Block) -> str:
        space = self._space()
        pairs = [f"{key}{space}={space}{self._flat(value)}" for key, value in values.items()]
        return "{" + space + f"{space},{self._space()}".join(pairs) + space + "}"

    def _flat(self, value: Value) -> str:
        return value_text(value) if isinstance(value, list) else self.value(value)

    def value(self, value: Value) -> str:
        """A value in one of its many writings."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list):
            return self._array(value)
        return value_text(value)

    def _text(self, text: str) -> str:
        manners: list[Callable[[str], str]] = [value_text, self._long]
        if not _NOT_RAW.search(text) and "'" not in text:
            manners += [lambda words: f"'{words}'"] * 2
        if not _NOT_RAW_LONG.search(text) and "'''" not in text and not text.endswith("'"):
            start = self.line_end if text.startswith("\n") else self._chance(2) * self.line_end
            manners += [lambda words: f"'''{start}{words.replace(chr(10), self.line_end)}'''"]
        return self.dice.choice(manners)(text)

    def _long(self, text: str) -> str:
        words = re.split(r"(?<=[a-z])(?=[a-z])", text)
        inner = [_ESCAPED.sub(_escape, word).replace("\n", self.line_end) for word in words]
        if len(inner) > 1 and self._chance(2):
            inner.insert(self.dice.randint(1, len(inner) - 1), f"\\{self.line_end}   ")
        start = self.line_end if text.startswith("\n") or self._chance(2) else ""
        return f'"""{start}{"".join(inner)}"""'

    def _array(self, items: Iterable[Value]) -> str:
        spread = self._chance(2)
        texts = [self.value(item) for item in items]
        text = "["
        for at, item in enumerate(texts):
            if spread:
                text += self._item_gap()
            last = at == len(texts) - 1
            comma = "" if last and self._chance(2) else ","
            text += item + (self._item_gap() if spread and self._chance(5) else "") + comma
            text += "" if last or spread else self._space()
        return text + (self._item_gap() if spread else self._space()) + "]"

    def _item_gap(self) -> str:
        comment = f" {self._comment('item')}" if self._chance(3) else ""
        more = self._comment("item") + self.line_end if self._chance(6) else ""
        return f"{comment}{self.line_end}{self.dice.choice(['  ', '    ', ''])}" + (
            f"{more}  " if more else ""
        )

    def _comment(self, where: str) -> str:
        tail = self.dice.choice(["", "", ' """', " [[question]]", " '", " é\t]", ' id = "x"'])
        return f"# {where} {self._next()}.{tail}"

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _space(self) -> str:
        return self.dice.choice(["", "", " ", "\t", "  "])

    def _few(self) -> int:
        return self.dice.choice([0, 0, 1, 1, 2, 3])

    def _chance(self, sides: int) -> bool:
        return self.dice.randrange(sides) == 0


def _escape(found: re.Match[str]) -> str:
    if len(found[0]) == 3:
        return '""\\"'
    return "\\" + found[0] if found[0] in '"\\' else f"\\u{ord(found[0]):04X}"


def comments(text: str, *where: str) -> list[str]:
    """The comments of a text that the writer put at such places."""
    return re.findall(rf"# (?:{'|'.join(where)}) \d+\.", text)
