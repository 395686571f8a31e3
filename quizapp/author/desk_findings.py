"""What the checks hold against the questions of a deck in work, whole and one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from quizapp.check import suppression
from quizapp.check.checking import DeckChecks, check_deck
from quizapp.check.fault_findings import FaultFindings
from quizapp.check.finding import Finding
from quizapp.check.placing import Places
from quizapp.content.deck import Deck, Fault
from quizapp.content.deck_file import read_as, write_text
from quizapp.content.question import Question
from quizapp.content.validation_evidence import Texts
from quizapp.content.validation_fields import Fields, Table

Findings = tuple[Finding, ...]


class DeckChecking:
    """Checks of a whole deck, taken as a snapshot; `quizapp.author.door.Checking`.

    Attributes:
        checks: made ready for single questions, once it has run.
        found: what is held against each question, by id.
        aged: ids of questions that are due for checking.
        deck: as it was read for it.
        error: why it failed, or None.
    """

    def __init__(self, path: Path, text: Callable[[], str], today: date | None) -> None:
        self.checks: DeckChecks | None = None
        self.found: dict[str, Findings] = {}
        self.aged: frozenset[str] = frozenset()
        self.deck: Deck | None = None
        self.error: Exception | None = None
        self._path = path
        self._text = text
        self._today = today

    def run(self) -> None:
        """Read and check the whole deck; it raises nothing."""
        try:
            self._run()
        except (OSError, ValueError, LookupError) as error:
            self.error = error

    def _run(self) -> None:
        text = self._text()
        read = read_as(self._path, text, today=self._today)
        if read.deck is None:
            return
        checks = DeckChecks(read.deck, dict(read.texts), self._today)
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in check_deck(read, text, today=self._today, checks=checks):
            if finding.question is not None:
                found[finding.question].append(replace(finding, line=0, column=0))
        self.found = {name: tuple(findings) for name, findings in found.items()}
        self.aged = aged_in(read.deck, self._today)
        self.checks, self.deck = checks, read.deck


def aged_in(deck: Deck, today: date | None) -> frozenset[str]:
    """Ids of questions past `review_by`, or whose as-of is old for their kind."""
    if today is None:
        return frozenset()
    from quizapp.check.facts_to_check import facts_to_check

    return frozenset(fact.question for fact in facts_to_check(deck, today))


class DeskFindings:
    """The findings of a desk's questions, each kept until its question changes."""

    def __init__(self, path: Path, today: date | None) -> None:
        self._path = path
        self._today = today
        self._checks: DeckChecks | None = None
        self._found: dict[str, Findings] = {}
        self._stale: set[str] = set()
        self._texts = Texts(path.parent)
        self.aged: set[str] = set()

    def begin(self, text: Callable[[], str]) -> DeckChecking:
        """Checks of the whole deck, to be run in another thread.

        Args:
            text: gives the deck's text; called where it runs.
        """
        self._stale.clear()
        return DeckChecking(self._path, text, self._today)

    def end(self, checking: DeckChecking) -> frozenset[str]:
        """Take the findings in; ids of questions of which other things are held than before."""
        if checking.checks is None:
            return frozenset()
        self._checks = checking.checks
        before, self._found = self._found, dict(checking.found)
        aged, self.aged = self.aged, set(checking.aged)
        names = before.keys() | self._found.keys()
        changed = {name for name in names if before.get(name) != self._found.get(name)}
        return frozenset(changed | (aged ^ self.aged))

    def kept(self, key: str) -> Findings:
        """What was last found; it may be of the words before."""
        return self._found.get(key, ())

    def touch(self, keys: Sequence[str] | frozenset[str]) -> None:
        """These questions changed."""
        self._stale.update(keys)

    def of(self, key: str, question: Question | None, head: Deck, block: str) -> Findings:
        """What is held against a question as it stands now.

        Args:
            key: the question's.
            question: None while it is unfinished, or where its block has an error.
            head: the deck's own fields and its sources.
            block: the text of the question's block.
        """
        checks = self._checks
        if checks is None or key not in self._stale:
            return self.kept(key)
        self._stale.discard(key)
        checks.changed(key, question)
        found = () if question is None else self._judged(checks, question, head, block)
        self._found[key] = found
        return found

    def with_texts(self, texts: Mapping[str, str]) -> None:
        """Look for quotes in these texts from now on, by source."""
        if texts != self._texts.of:
            self._texts = Texts(self._path.parent, of=dict(texts))

    def _judged(self, checks: DeckChecks, question: Question, head: Deck, block: str) -> Findings:
        """The question judged in a deck of its own, whose sources' texts are read already."""
        bare = tuple(replace(source, file="", sha256="") for source in head.sources)
        text = write_text(replace(head, sources=bare, questions=())) + "\n" + block
        read = read_as(self._path, text, today=self._today)
        places = Places(text)
        line = next((at.line for at in places.blocks if at.kind == "question"), 0)
        faults = FaultFindings(replace(read, texts=tuple(self._texts.of.items())), places)
        found = [faults.of(fault) for fault in read.faults if fault.line >= line]
        found += [faults.of(fault) for fault in self._in_evidence(question, line)]
        found += checks.of(replace(question, line=line))
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
