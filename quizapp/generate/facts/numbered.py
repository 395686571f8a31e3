"""A number of a sentence as a fact: its value, its words, its unit, and who gives it."""

from __future__ import annotations

from decimal import Decimal

from quizapp.generate.candidate import FactKind
from quizapp.generate.fact import Count, Fact
from quizapp.generate.facts.clause_stem import placed
from quizapp.generate.facts.place import At, is_done, low_first
from quizapp.generate.facts.posing import posed
from quizapp.generate.facts.speakers import speaker_words
from quizapp.generate.language.quantities import Quantity, Sort
from quizapp.generate.stem import Stem

_MILLION = 10**6
_SCALES = ("million", "billion", "trillion")


def number_fact(at: At, stem: Stem, quantity: Quantity, question: str, weight: float) -> Fact:
    """The fact of a number, asked for by a question's words; `weight` from 0 to 1.

    Raises:
        HangingError: nothing in the words says what they are about.
    """
    where = placed(at.discourse, at.index, at.clause)
    stem.named = stem.named or (bool(where) and where in question)
    words = _as_written(at, quantity)
    share = quantity.sort in (Sort.SHARE, Sort.PART, Sort.RATIO)
    value = quantity.value or Decimal(0)
    glued = quantity.end == quantity.number + 1 and quantity.sort is Sort.MEASURE
    number = quantity.sort in (Sort.COUNT, Sort.SHARE) or bool(
        quantity.sort in (Sort.MEASURE, Sort.LENGTH) and quantity.unit
    )
    number = number and not glued and not quantity.ranged and " half" not in words
    unit = "%" if quantity.sort is Sort.SHARE else "" if number else quantity.sort.value
    if number and value >= _MILLION and any(scale in words for scale in _SCALES):
        unit = "scaled"
        if quantity.sort is not Sort.COUNT:
            words = words[: words.rindex("illion") + len("illion")]
    if quantity.ranged:
        unit = "range"
    whole = value == value.to_integral_value()
    return Fact(
        FactKind.SHARE if share else FactKind.COUNT,
        at.index,
        (posed(stem, question, at.speaker),),
        (words,),
        count=Count(value.quantize(Decimal(1)) if whole else value, words, quantity.hedge, unit),
        speaker=speaker_words(at.speaker) if at.speaker else "",
        ages=stem.ages
        or (at.parse.tag(at.clause.verb.first) in ("VBZ", "VBP") and not is_done(at)),
        predicate=f"{at.lemma} {at.clause.verb.main}",
        weight=weight,
    )


def _as_written(at: At, quantity: Quantity) -> str:
    """The words of a quantity, without the capital of a sentence's beginning."""
    words = " ".join(at.discourse.words(at.index, quantity.first, quantity.end).split())
    return low_first(words) if quantity.first == 0 else words
