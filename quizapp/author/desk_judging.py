"""One question of a deck in work judged: by its block, its source's text, and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from quizapp.check import suppression
from quizapp.check.fault_findings import FaultFindings
from quizapp.check.finding import Finding
from quizapp.check.placing import Places
from quizapp.content.deck import Deck, Fault
from quizapp.content.deck_file import read_as, write_text
from quizapp.content.question import Question
from quizapp.content.validation_evidence import Texts
from quizapp.content.validation_fields import Fields, Table

Findings = tuple[Finding, ...]
_COMMENT = "check:"


class Judge:
    """Judges questions beside the head of their deck; for one thread.

    Attributes:
        head: the deck's own fields and its sources.
    """

    def __init__(
        self, path: Path, head: Deck, texts: Mapping[str, str], today: date | None
    ) -> None:
        self.head = head
        self._path = path
        self._texts = Texts(path.parent, of=dict(texts))
        self._today = today
        bare = tuple(replace(source, file="", sha256="") for source in head.sources)
        self._sources = frozenset(source.id for source in bare)
        self._text = write_text(replace(head, sources=bare, questions=())) + "\n"

    def fits(self, head: Deck, texts: Mapping[str, str]) -> bool:
        """Whether it goes by this head and these texts."""
        return head == self.head and texts == self._texts.of

    def is_plain(self, question: Question, block: str) -> bool:
        """Whether nothing but the rules can hold anything against a block without a fault."""
        if question.image is not None or _COMMENT in block:
            return False
        if self._today is not None:
            when = question.as_of
            ahead = when is not None and date(when.year, when.month or 1, when.day or 1)
            if ahead and ahead > self._today:
                return False
            if question.review_by is not None and question.review_by < self._today:
                return False
        evidence = question.evidence
        if evidence is not None and evidence.source not in self._sources:
            return False
        return not self._in_evidence(question, 0)

    def judged(self, question: Question | None, block: str, rules: Iterable[Finding]) -> Findings:
        """What is held against a question.

        Args:
            question: None where its block has an error.
            block: its text; "" while the file holds none yet, so that no fault can be in it.
            rules: what the rules say of it.
        """
        text = self._text + block
        read = read_as(self._path, text, today=self._today)
        places = Places(text)
        line = next((at.line for at in places.blocks if at.kind == "question"), 0)
        faults = FaultFindings(replace(read, texts=tuple(self._texts.of.items())), places)
        # Without a block only the deck's own faults are left, which are not about this question.
        found = [faults.of(fault) for fault in read.faults if 0 < line <= fault.line]
        if question is not None:
            found += [faults.of(fault) for fault in self._in_evidence(question, line)]
        found += [replace(finding, line=line) for finding in rules]
        found = suppression.apply(found, suppression.allowed_in(text, places), places)
        return tuple(replace(one, line=0, column=0) for one in found)

    def _in_evidence(self, question: Question, line: int) -> list[Fault]:
        """Whether the quote stands in its source's text."""
        evidence = question.evidence
        if evidence is None or evidence.source not in self._texts.of:
            return []
        table: Table = {"source": evidence.source, "quote": evidence.quote}
        faults: list[Fault] = []
        form = Fields({"evidence": table}, lambda _path: (line, 1), faults, (), question.id or "")
        self._texts.evidence(form, self._texts.of.keys())
        return faults
