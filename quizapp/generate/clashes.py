"""Which questions of a table repeat which, remembered as long as their words stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeAlias

from quizapp.content.question import Question
from quizapp.generate.candidate import Finding
from quizapp.generate.gates.company import ALONE, Company, Keys
from quizapp.generate.gates.judging import judge
from quizapp.generate.ground import Ground

_GATE = ("no-repeat",)
_FEW = 3  # changed at a time, up to which looking at those alone is quicker than at all

_Clashing: TypeAlias = tuple[tuple[str | None, tuple[Finding, ...]], ...]


class Clashes:
    """Remembers for each question what it repeats of which other."""

    def __init__(self) -> None:
        self._company = ALONE
        self._known: dict[str | None, tuple[Question, _Clashing]] = {}
        self._keys: dict[str | None, tuple[Question, Keys]] = {}

    def first(
        self,
        question: Question,
        ground: Ground,
        others: Sequence[Question],
        among: Collection[str],
    ) -> tuple[Finding, ...]:
        """What a question repeats of the first of those others that count, or ()."""
        if self._company.questions is not others:
            self._sit(others, ground)
        known = self._known.get(question.id)
        if known is None or _differ(known[0], question):
            found = _clashing(question, ground, self._company)
            self._known[question.id] = known = question, found
        return next((found for other, found in known[1] if other in among), ())

    def _sit(self, others: Sequence[Question], ground: Ground) -> None:
        """Others are at the table now; with a few new ones only what they change is found anew."""
        before = {question.id: question for question in self._company.questions}
        self._company = Company.of(others)
        new = [question for question in others if _differ(before.get(question.id), question)]
        if len(new) > _FEW or len(before) + len(new) < len(others):
            self._known.clear()
            self._keys.clear()
            return
        few, there = Company.of(new), {question.id for question in others}
        changed = {question.id for question in new}
        place = {question.id: at for at, question in enumerate(others)}
        met = [self._keys_of(question) for question in new]
        for name, (question, found) in tuple(self._known.items()):
            if name in changed or name not in there:
                del self._known[name]  # found anew when it is asked for
                continue
            stays = tuple(each for each in found if each[0] in there and each[0] not in changed)
            own = self._keys_of(question)
            if any(own.meet(keys) for keys in met):
                stays = (*stays, *_clashing(question, ground, few))
                stays = tuple(sorted(stays, key=lambda each: place[each[0]]))
            self._known[name] = question, stays
        for question, keys in zip(new, met, strict=True):
            near = [one for one in others if one.id != question.id]
            near = [one for one in near if self._keys_of(one).meet(keys)]
            self._known[question.id] = question, _clashing(question, ground, Company.of(near))

    def _keys_of(self, question: Question) -> Keys:
        known = self._keys.get(question.id)
        if known is None or _differ(known[0], question):
            self._keys[question.id] = known = question, Keys.of(question)
        return known[1]


def _differ(one: Question | None, other: Question) -> bool:
    """Whether two questions are not the same; most are one object, which is told fast."""
    return one is not other and one != other


def _clashing(question: Question, ground: Ground, company: Company) -> _Clashing:
    """Ids of those that a question repeats, in their order, and what of each."""
    nameless = replace(question, id=None)  # so that those behind it count too
    found = []
    for other, _ in company.near(nameless):
        if other.id != question.id:
            held = judge(nameless, ground, company=Company((other,)), only=_GATE)
            if held:
                found.append((other.id, held))
    return tuple(found)
