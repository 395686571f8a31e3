"""Statements beside the questions of an article: no fact in two forms, none said twice."""

from __future__ import annotations

from collections import Counter

from quizapp.content.question import Cloze, DateQuestion, Number, PartialDate, TrueFalse
from quizapp.generate.article import Article
from quizapp.generate.candidate import Candidate, Light
from quizapp.generate.engine import propose

_TITLE = "Harwell council saves its lido"
_TEXT = (
    "Harwell council voted on Monday to buy the Marine Lido from the county of Dorset.\n\n"
    "The Marine Lido was used by 41,000 swimmers in 2024. "
    "The Marine Lido will reopen on 23 May 2026. "
    "The council may hand back the lease after five years. "
    "Ellen Marsh proposed the purchase and 17 members voted for it."
)


def _green() -> list[Candidate]:
    article = Article(_TEXT, _TITLE, PartialDate(2025, 6, 3))
    return [c for c in propose(article) if c.light is Light.GREEN]


def test_no_fact_is_asked_in_two_forms() -> None:
    """A gap stands where no question asks for the same number, and no date beside a date."""
    asked = _green()
    numbers = {(c.span, int(c.question.body.answer)) for c in asked
               if isinstance(c.question.body, Number)}  # fmt: skip
    dated = {c.span for c in asked if isinstance(c.question.body, DateQuestion)}
    gaps = [(c.span, c.question.body.text) for c in asked if isinstance(c.question.body, Cloze)]
    assert gaps
    for span, text in gaps:
        assert not [n for where, n in numbers if where == span and f"{{{{{n:,}}}}}" in text]
        assert not (span in dated and "{{23 May 2026}}" in text)


def test_few_statements_rest_on_one_sentence() -> None:
    """No sentence has more than two gaps, and no two that say the same."""
    said = Counter(c.span for c in _green() if isinstance(c.question.body, Cloze))
    assert said
    assert max(said.values()) <= 2


def test_what_is_made_false_is_a_number_or_a_name() -> None:
    """A statement made false has what is true beside it."""
    false = [c.question.body for c in _green() if isinstance(c.question.body, TrueFalse)]
    assert all(body.correction and body.correction != body.prompt for body in false)
    assert all(not body.answer for body in false)
