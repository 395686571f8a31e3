"""What can be done about a check in one step, and that it is only offered where it helps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from drafting import Clock

from quizapp.content.question import PartialDate, Question, Short
from quizapp.generate.article import Article
from quizapp.generate.candidate import Field, Finding, Light, Mend
from quizapp.generate.desk import Desk
from quizapp.generate.draft_offers import OfferCode, checks
from quizapp.generate.engine import Rules

ASKED = Question("abcdefghij", Short("In the report “Velin mends a bridge”, which town?", "Velin"))
LEAKS = Finding("no-leak", "answer-in-stem", True, Field.PROMPT, (("words", "Velin"),))
FAILS = Finding("word-fits", "place", True, Field.PROMPT)
SOFT = Finding("even", "other-length", False, Field.WRONG)
ARTICLES = Path(__file__).parent.parent / "articles"


def repeat(code: str) -> Finding:
    """One that names another question."""
    return Finding("no-repeat", code, True, Field.PROMPT, (("question", "other"),))


@pytest.mark.parametrize(
    ("finding", "codes"),
    [
        (repeat("answers-each-other"), [OfferCode.INSTEAD, OfferCode.SEE_OTHER]),
        (repeat("refused-alike"), [OfferCode.SEE_OTHER]),
        (Finding("as-of", "count-now", True, Field.AS_OF), [OfferCode.TELL_DATE]),
        (replace(SOFT, mends=(Mend("drop-option", (), ASKED),)), ["drop-option"]),
        (LEAKS, ["cut-time"]),
        (FAILS, []),
    ],
)
def test_each_finding_offers_what_answers_it(finding: Finding, codes: list[str]) -> None:
    """A mend of the gate's own first of all; nothing where only the author's words can help."""
    [check] = checks(ASKED, [finding], lambda _question: ())
    assert [offer.code for offer in check.offers] == codes


def test_words_are_left_out_only_where_nothing_else_is_wrong_then() -> None:
    """A mend that needs another mend is none."""
    [check] = checks(ASKED, [LEAKS], lambda _question: ())
    mend = check.offers[0].mend
    assert mend is not None
    assert mend.question.prompt == "Which town?"
    [check] = checks(ASKED, [LEAKS], lambda _question: (FAILS,))
    assert check.offers == ()
    plain = replace(ASKED, body=Short("Which town did Velin mend?", "Velin"))
    [check] = checks(plain, [LEAKS], lambda _question: ())
    assert check.offers == ()


def test_the_hard_ones_come_first() -> None:
    """In the order in which they are shown and numbered."""
    found = checks(ASKED, [SOFT, FAILS], lambda _question: ())
    assert [check.finding for check in found] == [FAILS, SOFT]


def test_what_is_offered_on_an_article_passes_the_hard_gates() -> None:
    """Each question that is mended by leaving words out is doubtful no more."""
    text = (ARTICLES / "accord.md").read_text("utf-8")
    desk = Desk(Article(text, "", PartialDate(2023, 5, 12)), Rules(), Clock())
    desk.show_red = True
    cut = [
        desk.mend(item.id, offer.mend).light
        for item in desk.items
        for check in desk.checks(item.id)
        for offer in check.offers
        if offer.mend is not None and check.finding.code == LEAKS.code
    ]
    assert cut
    assert Light.RED not in cut
