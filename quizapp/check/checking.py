"""A deck checked: every fault of its file, and what the rules hold against its questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from quizapp.check import (
    rules_asked,
    rules_form,
    rules_marking,
    rules_media,
    rules_options,
    rules_signs,
    rules_time,
    suppression,
)
from quizapp.check.code import ALL, Selection, code_of
from quizapp.check.fault_findings import FaultFindings
from quizapp.check.fields import path_of
from quizapp.check.finding import Finding
from quizapp.check.gate_rules import gate_findings, telling_forms
from quizapp.check.grounds import Grounds
from quizapp.check.harmed import harmed_in
from quizapp.check.likeness import Likeness
from quizapp.check.other_answers import OtherAnswers
from quizapp.check.placing import Places
from quizapp.check.repeats import repeats
from quizapp.check.rules_of_file import OneQuestion
from quizapp.content.deck import Deck, DeckRead
from quizapp.content.question import (
    KIND_OF,
    Choice,
    Cloze,
    DateQuestion,
    ListQuestion,
    Multi,
    Number,
    Order,
    Question,
    Short,
)
from quizapp.content.toml_text import Outline
from quizapp.generate.gates.remembered import forget
from quizapp.generate.ground import Ground

Told = Callable[[int, int], None]
"""Is told how many questions are done, of how many."""

_Rule = Callable[[Question], Iterator[Finding]]
_WITH_PICTURE: tuple[_Rule, ...] = (
    rules_media.description_that_answers,
    rules_media.empty_description,
)
_OPTIONS = (Short, Choice, Multi)
_RULES: tuple[tuple[_Rule, tuple[type, ...]], ...] = (
    (rules_form.unnamed, ()),
    (rules_options.options_alike, _OPTIONS),
    (rules_marking.long_to_type, (Short, ListQuestion, Cloze)),
    (rules_marking.accepted_for_nothing, (Short,)),
    (rules_marking.tolerance_too_wide, (Number,)),
    (rules_options.repeated_items, (Order,)),
)
"""Each rule with the kinds that it can hold anything against; () for all."""
_ENGLISH: tuple[tuple[_Rule, tuple[type, ...]], ...] = (
    (rules_options.options_that_mean_all, _OPTIONS),
    (rules_time.office_without_as_of, ()),
    (rules_media.no_image, ()),
    (rules_asked.answer_of_another_kind, (Short, Choice)),
    (rules_asked.pronoun_for_nobody, ()),
    (rules_asked.two_questions, (Short, Choice, Number, DateQuestion)),
    (telling_forms, _OPTIONS),
)
_FOR: dict[tuple[type, bool], tuple[_Rule, ...]] = {
    (kind, english): tuple(
        rule
        for rule, kinds in (*_RULES, *(_ENGLISH if english else ()))
        if not kinds or kind in kinds
    )
    for kind in KIND_OF
    for english in (True, False)
}

_LONGEST = 20_000  # letters of a prompt; the rules would take seconds for millions


def _bounded(question: Question) -> Question:
    """A question as the rules read it: of a prompt without end only the beginning.

    No mend is made of that: what mends signs is given the whole question.
    """
    body = question.body
    if isinstance(body, Cloze) or len(body.prompt) <= _LONGEST:
        return question
    return replace(question, body=replace(body, prompt=body.prompt[:_LONGEST]))


class DeckChecks:
    """A deck's questions, made quick to check one by one while the deck is being edited.

    Making one costs up to a second or two for a deck of 10,000 questions; it may be made, and
    `prepare` or `all` called, on any thread. Afterwards it belongs to one thread. A source that
    neither has read is not read while a question is typed.
    """

    def __init__(
        self, deck: Deck, texts: Mapping[str, str] | None = None, today: date | None = None
    ) -> None:
        self._english = deck.language.partition("-")[0].casefold() == "en"
        self._file = OneQuestion(deck, texts or {}, today)
        self._grounds = Grounds(deck, texts or {})
        self._questions: list[Question | None] = list(deck.questions)
        self._likeness = Likeness([_bounded(question) for question in deck.questions])
        self._places = {q.id: place for place, q in enumerate(deck.questions) if q.id is not None}
        self._answers = OtherAnswers(deck.questions)

    def prepare(self) -> None:
        """Read the sources now, so that the first question that rests on one does not wait."""
        self._grounds.read_all()
        self._answers.prepare()

    def of(self, question: Question) -> tuple[Finding, ...]:
        """What the rules hold against a question as it stands, beside the others of the deck.

        A finding has the question's line, and no column. What reading the file would tell is not
        among them; see `of_file`.
        """
        place = self._places.get(question.id) if question.id is not None else None
        return self._checked(question, self._grounds.ready(question), place, None)

    def beside(self, question: Question) -> tuple[Finding, ...]:
        """What the rules hold against a question that is not among the deck's."""
        return self._checked(question, self._grounds.of(question), None, None)

    def of_file(self, question: Question) -> tuple[Finding, ...]:
        """The faults that the question's evidence and dates would be in a file."""
        return tuple(
            replace(one, line=question.line, question=question.id)
            for one in self._file.of(question)
        )

    def changed(self, question_id: str, question: Question | None) -> None:
        """Take a question's new words into account; None takes it out, a new id adds one."""
        place = self._places.get(question_id)
        if place is None:
            place = self._places[question_id] = len(self._questions)
            self._questions.append(None)
        self._answers.change(self._questions[place], question)
        self._questions[place] = question
        self._likeness.put(place, None if question is None else _bounded(question))

    def all(self, told: Told | None = None, *, signs: bool = True) -> Iterator[Finding]:
        """What the rules hold against every question, the later of two that repeat each other.

        Args:
            told: is told how far it is.
            signs: whether any sign that is not seen stands in the deck.
        """
        for place, question in enumerate(self._questions):
            if question is not None:
                ground = self._grounds.of(question)
                yield from self._checked(question, ground, place, place, signs=signs)
            if place % 100 == 99:
                forget()
                if told is not None:
                    told(place + 1, len(self._questions))
        forget()

    def _checked(
        self,
        question: Question,
        ground: Ground | None,
        place: int | None,
        before: int | None,
        *,
        signs: bool = True,
    ) -> tuple[Finding, ...]:
        bounded = _bounded(question)
        near = self._likeness.near(bounded, before)
        own = self._likeness.at(place) if place is not None else None
        others = [other for other in near if other is not own]
        found = [
            *(rules_signs.hidden_in(question) if signs else ()),
            *self._by_itself(bounded, ground),
            *(repeats(bounded, others) if self._english else ()),
        ]
        return tuple(
            replace(one, line=question.line, question=question.id) for one in _once(found)
        )

    def _by_itself(self, question: Question, ground: Ground | None) -> Iterator[Finding]:
        for rule in self._rules_for(question):
            yield from rule(question)
        yield from rules_marking.accepted_is_others_slip(question, self._answers)
        yield from gate_findings(question, ground, english=self._english)

    def _rules_for(self, question: Question) -> Iterator[_Rule]:
        """The rules that a question could break, by what it has."""
        yield from _FOR[type(question.body), self._english]
        if question.hint:
            yield rules_form.hint_that_answers
        if question.review_by is not None:
            yield rules_time.review_before_as_of
        if question.image is not None:
            yield from _WITH_PICTURE


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each thing told once: two rules may see the same option."""
    seen: set[tuple[str, str, str]] = set()
    for finding in findings:
        facts = dict(finding.facts)
        same = (finding.code.number, finding.key, facts.get("option", ""))
        if same not in seen:
            seen.add(same)
            yield finding


def check_deck(
    read: DeckRead,
    text: str,
    *,
    today: date | None = None,
    selection: Selection = ALL,
    checks: DeckChecks | None = None,
    told: Told | None = None,
) -> tuple[Finding, ...]:
    """Everything that is held against a deck, in order of line.

    Args:
        read: what reading the deck gave, with the same day.
        text: of its file, without a byte order mark.
        today: what depends on the day is told only when it is given.
        selection: what is told only when it is asked for is told where this asks for it; all
            else is told, whatever it selects.
        checks: made of the same deck before; None makes them.
        told: is told how far it is.
    """
    places = Places(text if read.deck is not None else "")
    faults = FaultFindings(read, places)
    findings = [faults.of(fault) for fault in read.faults]
    if read.deck is not None:
        checks = checks or DeckChecks(read.deck, dict(read.texts), today)
        findings += [
            replace(f, line=line) for line, f in rules_form.sources_without_text(read.deck)
        ]
        findings += rules_signs.hidden_elsewhere(read.deck, text, places)
        signs = rules_signs.may_hide(text)
        found = [*checks.all(told, signs=signs), *_of_harmed(read, read.deck, checks, places)]
        asked = selection.wants(code_of(rules_form.NO_EVIDENCE))
        if asked or rules_form.NO_EVIDENCE in text:
            found += rules_form.without_evidence(read.deck)
        findings += [placed(finding, places) for finding in found]
        findings = suppression.apply(findings, suppression.allowed_in(text, places), places)
        findings = [f for f in findings if asked or not f.code.asked_for]
    return tuple(sorted(findings, key=lambda f: (f.line, f.column, f.code.number)))


def placed(finding: Finding, places: Places) -> Finding:
    """A finding that has its question's line, at the line and column of its key in the file.

    Of the deck's head too, which has no line before.
    """
    if finding.key.startswith("deck."):
        line, column = Outline(places.text).plain.place(tuple(finding.key.split(".")))
        return replace(finding, line=line, column=column)
    block = places.block(finding.line)
    if block is None:
        return finding
    if finding.code.number == "E142":
        return rules_signs.placed_at_sign(finding, block)
    line, column = block.place(path_of(finding.key))
    return replace(finding, line=line, column=column)


def _of_harmed(
    read: DeckRead, deck: Deck, checks: DeckChecks, places: Places
) -> Iterator[Finding]:
    """What is held against the questions that are left out for their errors, besides those."""
    for harmed in harmed_in(read, deck, places):
        question = harmed.question
        name = question.id if question is not None else None
        if question is not None:
            yield from (f for f in checks.beside(question) if harmed.sound(f))
        else:
            yield from (replace(f, line=harmed.line, question=name) for f in harmed.unnamed())


def check_question(
    question: Question,
    deck: Deck,
    texts: Mapping[str, str] | None = None,
    today: date | None = None,
) -> tuple[Finding, ...]:
    """What is held against one question in a deck; whoever asks often keeps a `DeckChecks`."""
    checks = DeckChecks(deck, texts, today)
    checks.prepare()
    return (*checks.of_file(question), *checks.of(question))
