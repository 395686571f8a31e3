"""What the checks hold against the questions of a deck in work, whole and one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from quizapp.author.desk_judging import Findings, Judge
from quizapp.author.desk_state import State, id_of_key
from quizapp.check.checking import DeckChecks
from quizapp.check.code import code_of
from quizapp.check.facts_to_check import facts_to_check, make_ready
from quizapp.check.finding import Finding
from quizapp.content.deck import Deck, Severity
from quizapp.content.folding import forget
from quizapp.content.question import Question

_ID_TWICE = "E119"


class DeckChecking:
    """Checks of a whole deck, taken as a snapshot; `quizapp.author.door.Checking`.

    Attributes:
        checks: made ready for single questions, once it has run.
        found: what is held against each question, by key.
        aged: ids of questions that are due for checking.
        judge: of single questions.
        error: why it failed, or None.
    """

    def __init__(
        self, state: State, judge: Judge, texts: Mapping[str, str], today: date | None
    ) -> None:
        self.checks: DeckChecks | None = None
        self.found: dict[str, Findings] = {}
        self.aged: frozenset[str] = frozenset()
        self.error: Exception | None = None
        self._state = state
        self.judge = judge
        self._texts = texts
        self._today = today

    def run(self) -> None:
        """Check the whole deck; it raises nothing."""
        try:
            self._run()
        except Exception as error:  # noqa: BLE001 - a rule that fails must not end the editor
            self.error = error

    def _run(self) -> None:
        state = self._state
        keys = state.question_keys()
        valid: dict[str, Question] = {}
        for key in keys:
            question = state.entry(key).question
            if question is not None and key == id_of_key(key):
                valid[key] = question
        deck = replace(self.judge.head, questions=tuple(valid.values()))
        checks = DeckChecks(deck, dict(self._texts), self._today)
        rules: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in checks.all():
            rules[finding.question or ""].append(replace(finding, line=0, column=0))
        for key in keys:
            found = self._of(key, valid.get(key), tuple(rules[key]))
            if found:
                self.found[key] = found
        if self._today is not None:
            due = facts_to_check(deck, self._today)
            self.aged = frozenset(fact.question for fact in due)
        make_ready(deck)
        forget()
        self.checks = checks

    def _of(self, key: str, question: Question | None, rules: Findings) -> Findings:
        entry = self._state.entry(key)
        if entry.wrong:
            return ()
        if key != id_of_key(key):
            return (id_twice(key),)
        block = self._state.block(key)
        faults = entry.made is None and entry.base is not None and entry.base.has_faults
        if question is not None and not faults and self.judge.is_plain(question, block):
            return rules
        return self.judge.judged(question, block, rules)


def id_twice(key: str) -> Finding:
    """That an earlier question has the same id."""
    name = id_of_key(key)
    facts = (("key", "id"), ("id", name))
    severity = Severity.ERROR
    return Finding(code_of(_ID_TWICE), "id-twice", 0, 0, "id", name, facts, severity)


class DeskFindings:
    """The findings of a desk's questions, each kept until its question changes."""

    def __init__(self, path: Path, today: date | None) -> None:
        self._path = path
        self._today = today
        self._checks: DeckChecks | None = None
        self._judge: Judge | None = None
        self._found: dict[str, Findings] = {}
        self._stale: set[str] = set()
        self.aged: set[str] = set()

    def moved(self, path: Path) -> None:
        """The deck lies elsewhere now."""
        self._path = path
        self._judge = None

    def begin(self, state: State, head: Deck, texts: Mapping[str, str]) -> DeckChecking:
        """Checks of the whole deck, to be run in another thread.

        Args:
            state: a copy of the desk.
            head: the deck's own fields and its sources.
            texts: of the sources.
        """
        self._stale.clear()
        judge = Judge(self._path, head, texts, self._today)
        return DeckChecking(state, judge, dict(texts), self._today)

    def end(self, checking: DeckChecking) -> frozenset[str]:
        """Take the findings in; keys of questions of which other things are held than before."""
        if checking.checks is None:
            return frozenset()
        self._checks, self._judge = checking.checks, checking.judge
        before, self._found = self._found, dict(checking.found)
        aged, self.aged = self.aged, set(checking.aged)
        names = before.keys() | self._found.keys()
        changed = {name for name in names if before.get(name) != self._found.get(name)}
        return frozenset(changed | (aged ^ self.aged))

    def kept(self, key: str) -> Findings:
        """What was last found; it may be of the words before."""
        return self._found.get(key, ())

    def touch(self, keys: frozenset[str]) -> None:
        """These questions changed."""
        self._stale.update(keys)

    def of(
        self, key: str, question: Question | None, block: str, head: Deck, texts: Mapping[str, str]
    ) -> Findings:
        """What is held against a question as it stands now.

        Args:
            key: the question's.
            question: None while it is unfinished, or where its block has an error.
            block: the text of the question's block.
            head: the deck's own fields and its sources.
            texts: of the sources.
        """
        checks = self._checks
        if checks is None or key not in self._stale or key != id_of_key(key):
            return self.kept(key)
        self._stale.discard(key)
        checks.changed(key, question)
        found: Findings = ()
        if question is not None:
            if self._judge is None or not self._judge.fits(head, texts):
                self._judge = Judge(self._path, head, texts, self._today)
            found = self._judge.judged(question, block, checks.of(question))
        self._found[key] = found
        return found
