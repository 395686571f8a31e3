"""The body of a question made of what was typed: eleven kinds, with all that is wrong at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from quizapp.author.field_values import (
    Troubles,
    date_of,
    line_of,
    number_of,
    rows_of,
    same,
    text_of,
    tolerance_of,
)
from quizapp.author.fields import Fields
from quizapp.author.gap_labels import with_kept_labels
from quizapp.content.gap_faults import gap_faults
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Form,
    Kind,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    PartialDate,
    Precision,
    Short,
    TrueFalse,
    gaps,
)

_FORMS = (Form.CHOOSE, Form.TYPE, Form.RECALL)
_FINENESS = list(Precision)
_OPTIONS_TO_CHOOSE = 2
Pairs = tuple[tuple[str, str], ...]


class BodyReader:
    """Reads the fields of a kind; where something is wrong it is told and a stand-in is given.

    Attributes:
        fields: as typed.
        old: what the form held for the question as it was.
        before: the body of the question as it was.
    """

    def __init__(
        self, fields: Fields, old: Fields, before: Body | None, troubles: Troubles
    ) -> None:
        self.fields = fields
        self.old = old
        self.before = before
        self._troubles = troubles
        self._same_kind = before is not None and fields.kind is old.kind

    def body(self) -> Body:
        """The body; good for nothing where troubles were told."""
        makers: dict[Kind, Callable[[], Body]] = {
            Kind.SHORT: self._short,
            Kind.CHOICE: self._choice,
            Kind.MULTI: self._multi,
            Kind.TRUE_FALSE: self._statement,
            Kind.NUMBER: self._number,
            Kind.DATE: self._date,
            Kind.LIST: self._list,
            Kind.ORDER: self._order,
            Kind.MATCH: self._match,
            Kind.CLOZE: self._cloze,
            Kind.FLASHCARD: self._flashcard,
        }
        return makers[self.fields.kind]()

    def _prompt(self) -> str:
        prompt = text_of(self.fields.prompt, self.old.prompt)
        if not prompt or prompt.isspace():
            self._troubles.add("prompt", "no-prompt")
        return prompt

    def _answer(self) -> str:
        typed, old = self._first_answer()
        several_lines = self.fields.kind is Kind.FLASHCARD
        answer = text_of(typed, old) if several_lines else line_of(typed, old)
        if not answer or answer.isspace():
            self._troubles.add("answers", "no-answer", 0)
        return answer

    def _first_answer(self) -> tuple[str, str]:
        typed = self.fields.answers[0] if self.fields.answers else ""
        return typed, self.old.answers[0] if self.old.answers else ""

    def _answers(self, least: int = 1) -> tuple[str, ...]:
        rows = rows_of(self.fields.answers, self.old.answers)
        if not rows:
            self._troubles.add("answers", "no-answer", 0)
        elif len(rows) < least:
            self._troubles.add("answers", "one-item")
        self._all_differ("answers", rows)
        return tuple(row for _at, row in rows)

    def _all_differ(self, field: str, rows: Sequence[tuple[int, str]]) -> None:
        seen: set[str] = set()
        for at, row in rows:
            if same(row) in seen:
                self._troubles.add(field, "repeated", at, text=row)
            seen.add(same(row))

    def _wrong(self, right: Sequence[str], least: int = 0) -> tuple[str, ...]:
        rows = rows_of(self.fields.wrong, self.old.wrong)
        if len(rows) < least:
            self._troubles.add("wrong", "no-wrong", 0)
        self._all_differ("wrong", rows)
        answers = {same(answer) for answer in right if answer}
        for at, row in rows:
            if same(row) in answers:
                self._troubles.add("wrong", "wrong-is-right", at, text=row)
        return tuple(row for _at, row in rows)

    def _spellings(self, wrong: Sequence[str] = ()) -> tuple[str, ...]:
        """Other spellings of the one answer; one that comes twice only once, unless it did."""
        old = [spelling for spelling, _of in self.old.accept]
        typed = [spelling for spelling, _of in self.fields.accept]
        rows = rows_of(typed, old)
        for at, row in rows:
            if row in wrong:
                self._troubles.add("accept", "wrong-is-accepted", at, text=row)
        found = [row for _at, row in rows]
        return tuple(found) if typed == old else tuple(dict.fromkeys(found))

    def _short(self) -> Short:
        prompt, answer = self._prompt(), self._answer()
        wrong = self._wrong((answer,))
        accept = self._spellings(wrong)
        typed = dict.fromkeys(self.fields.forms)
        untouched = self.fields.forms == self.old.forms
        forms = self.fields.forms if untouched else tuple(f for f in _FORMS if f in typed)
        if Form.CHOOSE in forms and len(wrong) < _OPTIONS_TO_CHOOSE:
            self._troubles.add("forms", "forms-choose")
        return Short(prompt, answer, accept, wrong, forms)

    def _choice(self) -> Choice:
        prompt, answer = self._prompt(), self._answer()
        return Choice(prompt, answer, self._wrong((answer,), 1))

    def _multi(self) -> Multi:
        prompt, answers = self._prompt(), self._answers()
        return Multi(prompt, answers, self._wrong(answers, 1))

    def _statement(self) -> TrueFalse:
        prompt = self._prompt()
        correction = text_of(self.fields.correction, self.old.correction)
        if not self.fields.holds and (not correction or correction.isspace()):
            self._troubles.add("correction", "no-correction")
        return TrueFalse(prompt, self.fields.holds, correction)

    def _number(self) -> Number:
        prompt = self._prompt()
        before = self.before if isinstance(self.before, Number) else None
        unit = line_of(self.fields.unit, self.old.unit)
        typed, old = self._first_answer()
        number: Decimal | None
        if before is not None and typed == old:
            number = before.answer
        elif not typed.strip():
            self._troubles.add("answers", "no-answer", 0)
            number = None
        else:
            number = number_of(typed, unit, self._troubles)
        if before is not None and self.fields.tolerance == self.old.tolerance:
            tolerance = before.tolerance
        else:
            tolerance = tolerance_of(self.fields.tolerance, self._troubles)
        return Number(prompt, number or Decimal(0), unit, tolerance, self._spellings())

    def _date(self) -> DateQuestion:
        prompt = self._prompt()
        before = self.before if isinstance(self.before, DateQuestion) else None
        typed, old = self._first_answer()
        answer: PartialDate | None
        if before is not None and typed == old:
            answer = before.answer
        elif not typed.strip():
            self._troubles.add("answers", "no-answer", 0)
            answer = None
        else:
            answer = date_of(typed, "answers", self._troubles, 0)
        known = answer or PartialDate(1)
        precision = known.precision
        if self.fields.precision in _FINENESS:
            precision = Precision(self.fields.precision)
            if answer and _FINENESS.index(precision) > _FINENESS.index(answer.precision):
                self._troubles.add("precision", "precision-finer")
        return DateQuestion(prompt, known, precision, self._spellings())

    def _list(self) -> ListQuestion:
        prompt, answers = self._prompt(), self._answers()
        before = self.before.answers if isinstance(self.before, ListQuestion) else ()
        accept = self._accept(answers, before)
        typed = self.fields.need.strip()
        need = int(typed[:9]) if typed.isascii() and typed.isdigit() else 0
        if answers and typed and not 1 <= need <= len(answers):
            self._troubles.add("need", "need", count=str(len(answers)))
        return ListQuestion(prompt, answers, need if typed else len(answers), accept)

    def _order(self) -> Order:
        return Order(self._prompt(), self._answers(2))

    def _match(self) -> Match:
        prompt = self._prompt()
        known = set(self.old.pairs)
        rows: list[tuple[int, str, str]] = []
        for at, pair in enumerate(self.fields.pairs):
            left, right = pair if pair in known else (line_of(side, "") for side in pair)
            if left.strip() and right.strip():
                rows.append((at, left, right))
            elif left.strip() or right.strip():
                self._troubles.add("pairs", "half-a-pair", at, text=left.strip() or right)
        if len(rows) < 2 and not any(t.field == "pairs" for t in self._troubles.found):
            self._troubles.add("pairs", "one-pair")
        self._all_differ("pairs", [(at, left) for at, left, _right in rows])
        self._all_differ("pairs", [(at, right) for at, _left, right in rows])
        return Match(prompt, tuple((left, right) for _at, left, right in rows))

    def _cloze(self) -> Cloze:
        typed = text_of(self.fields.prompt, self.old.prompt)
        if not typed or typed.isspace():
            self._troubles.add("prompt", "no-prompt")
            return Cloze(typed)
        for code, gap in gap_faults(typed):
            self._troubles.add("prompt", code, gap=gap)
        before = self.before.text if isinstance(self.before, Cloze) else ""
        text = with_kept_labels(typed, before)
        hidden = tuple(gap.answer for gap in gaps(text))
        return Cloze(text, self._accept(hidden, tuple(gap.answer for gap in gaps(before))))

    def _accept(self, answers: Sequence[str], before: Sequence[str]) -> Pairs:
        """Other spellings of several answers; they follow an answer that is written anew."""
        old: Pairs = ()
        if isinstance(self.before, ListQuestion | Cloze) and self._same_kind:
            old = self.before.accept
        known = {spelling for spelling, _of in (*self.old.accept, *old)}
        found: list[tuple[str, str]] = []
        for at, (typed, wanted) in enumerate(self.fields.accept):
            spelling = typed if typed in known else line_of(typed, "")
            if not spelling.strip():
                continue
            target = _follow(wanted, spelling, answers, before, old)
            if not target:
                self._troubles.add("accept", "accept-target", at, text=spelling)
            elif spelling != target and spelling in answers:
                self._troubles.add("accept", "accept-is-answer", at, text=spelling)
            else:
                found.append((spelling, target))
        untouched = self._same_kind and self.fields.accept == self.old.accept
        return tuple(found) if untouched else tuple(dict.fromkeys(found))

    def _flashcard(self) -> Flashcard:
        return Flashcard(self._prompt(), self._answer(), self.fields.both_ways)


def _follow(
    wanted: str, spelling: str, answers: Sequence[str], before: Sequence[str], old: Pairs
) -> str:
    """The answer that a spelling stands for now, or "" where that is not known.

    The form may still name it by words that have changed since: then it is what the question as
    it was says of this spelling, and what stands in that answer's place now.
    """
    if wanted in answers:
        return wanted
    if len(answers) == 1:
        return answers[0]
    was = [of for known, of in old if known == spelling] if wanted not in before else [wanted]
    for name in was:
        if name in answers:
            return name
        if name in before and len(before) == len(answers):
            return answers[before.index(name)]
    return ""
