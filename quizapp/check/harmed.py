"""A question that cannot be asked for its errors, read as far as it goes, to be judged so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from quizapp.check.finding import Finding, Mend, held
from quizapp.check.placing import QUESTION, BlockAt, Places
from quizapp.content.deck import Deck, DeckRead, Fault, Severity
from quizapp.content.question import Body, Evidence, Image, Kind, Number, Question
from quizapp.content.toml_text import KeyPath
from quizapp.content.validation_fields import Fields, Table
from quizapp.content.validation_kinds import RULES

_WHOLE = frozenset({"prompt", "text", "kind"})
"""Where one of these is wrong, nothing can be judged."""
_RIGHT = frozenset({"answer", "answers", "pairs"})
_OF_PROMPT = frozenset({"E136", "E142", "E309", "E310", "E316", "E404", "E607"})
"""What is judged by the prompt alone, and by what else an answer does not count for."""
_JUDGED_BY: Mapping[str, frozenset[str]] = {
    "wrong": frozenset(["E301", "E303", "E304", "E305", "E306", "E307", "E308", "E501"]),
    "accept": frozenset(["E303", "E501", "E502", "E503", "E504"]),
    "forms": frozenset({"E503"}),
    "unit": frozenset({"E206", "E301"}),
    "tolerance": frozenset({"E506"}),
    "precision": frozenset({"E206", "E301"}),
    "need": frozenset(),
    "correction": frozenset({"E205"}),
    "as_of": frozenset({"E401", "E404", "E405"}),
    "review_by": frozenset({"E405"}),
    "attribution": frozenset({"E210"}),
    "hint": frozenset({"E315"}),
    "evidence": frozenset(["E205", "E206", "E207", "E210", "E211"]),
    **dict.fromkeys(("image", "image_alt"), frozenset(["E310", "E605", "E606", "E607"])),
}
"""By each key what cannot be judged while it is wrong."""
_IN_EVIDENCE = frozenset({"source", "quote"})


@dataclass(frozen=True, slots=True)
class Harmed:
    """A question with errors.

    Attributes:
        question: as far as it can be read; None where nothing can be judged.
        wrong: its keys that have errors.
        bare: whether it has no id.
    """

    question: Question | None
    wrong: frozenset[str]
    bare: bool
    line: int

    def sound(self, finding: Finding) -> bool:
        """Whether a finding holds, whatever the keys with errors should say."""
        number = finding.code.number
        if self.wrong & _RIGHT and number not in _OF_PROMPT:
            return False
        if finding.key.partition(".")[0] in self.wrong:
            return False
        return not any(number in _JUDGED_BY.get(key, ()) for key in self.wrong)

    def unnamed(self) -> Iterator[Finding]:
        """E136: it has no id."""
        if self.bare:
            yield held("E136", "no-id", "", mend=Mend("write-id"))


def harmed_in(read: DeckRead, deck: Deck, places: Places) -> Iterator[Harmed]:
    """The questions of a file that are left out of its deck, in order."""
    kept = {question.line for question in deck.questions}
    faults: dict[int, list[Fault]] = {}
    blocks: dict[int, BlockAt] = {}
    for fault in read.faults:
        if fault.severity is not Severity.ERROR:
            continue
        block = places.block(fault.line)
        if block is not None and block.kind == QUESTION and block.line not in kept:
            faults.setdefault(block.line, []).append(fault)
            blocks[block.line] = block
    for line, block in blocks.items():
        wrong = frozenset(_keys_of(faults[line]))
        yield Harmed(_read(block.table, line, wrong), wrong, "id" not in block.table, line)


def _keys_of(faults: Iterable[Fault]) -> Iterator[str]:
    for fault in faults:
        key = dict(fault.facts).get("key", "")
        yield "evidence" if key in _IN_EVIDENCE else key


def _read(table: Table, line: int, wrong: frozenset[str]) -> Question | None:
    faults: list[Fault] = []
    f = Fields(table, _nowhere, faults)
    kind = f.text("kind") or Kind.SHORT
    if wrong & _WHOLE or kind not in RULES:
        return None
    evidence, image = table.get("evidence"), f.text("image")
    return Question(
        f.text("id") or None,
        _body(f, Kind(kind), wrong),
        f.text("hint"),
        f.text("explanation"),
        f.texts("tags"),
        f.partial_date("as_of"),
        f.day("review_by"),
        f.text("attribution"),
        _evidence(evidence) if "evidence" not in wrong else None,
        Image(image, f.text("image_alt"))
        if image and not wrong & {"image", "image_alt"}
        else None,
        line,
    )


def _body(f: Fields, kind: Kind, wrong: frozenset[str]) -> Body:
    body = RULES[kind].read(f)
    if isinstance(body, Number) and "answer" in wrong:
        return replace(body, answer=Decimal(0))  # no rule should have to do with what is none
    return body


def _evidence(table: object) -> Evidence | None:
    if not isinstance(table, dict):
        return None
    f = Fields(table, _nowhere, [])
    source, quote = f.text("source"), f.text("quote")
    return Evidence(source, quote) if source and quote else None


def _nowhere(_path: KeyPath) -> tuple[int, int]:
    return 0, 0
