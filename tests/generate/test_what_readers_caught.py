"""Questions that readers called wrong, by what they have in common: none is asked so again."""

from __future__ import annotations

import pytest
from asked import asked

from quizapp.content.question import PartialDate, Short, TrueFalse
from quizapp.generate.article import Article
from quizapp.generate.candidate import Candidate, Light
from quizapp.generate.engine import propose

_OBITUARY = (
    "Miriam Holt, who became the first woman to serve as chief justice and who ended the "
    "exclusion of workers from juries, died on Tuesday in Leeds. She was 88.\n\n"
    "Her father, Samuel, unloaded ships; her mother, Grace, sewed uniforms. "
    "She taught history at a school in York for seven years. "
    "Miriam Holt is remembered for Crown v. Pruitt."
)
_POLITICS = (
    "Leipzig's council voted on Monday to buy back 3,100 flats.\n\n"
    "The mayor, Katrin Helbig, a Social Democrat, welcomed the vote. "
    "Erik Sandelin of the seller Arvendal called it fair. Jörn Weidlich opposed it."
)


def _green(text: str, title: str) -> list[Candidate]:
    article = Article(text, title, PartialDate(2025, 6, 3))
    return [c for c in propose(article) if c.light is Light.GREEN]


def test_a_judge_who_died_is_no_case() -> None:
    """A court alone tells of no one's trial."""
    found = _green(_OBITUARY, "Miriam Holt, judge who opened the jury, dies at 88")
    assert found
    assert not [c for c in found if "Holt case" in c.question.prompt]


def test_her_mother_is_not_she() -> None:
    """Whose mother she is goes on being told of."""
    found = _green(_OBITUARY, "Miriam Holt, judge who opened the jury, dies at 88")
    assert not [c for c in found if "Grace" in c.question.prompt and "teach" in c.question.prompt]


def test_no_side_of_a_case_is_left_out() -> None:
    """As in "Crown v. Pruitt"."""
    found = _green(_OBITUARY, "Miriam Holt, judge who opened the jury, dies at 88")
    assert not [c for c in found if "v. " in c.question.prompt and "}} v." in c.question.prompt]


def test_a_social_democrat_is_nobodys_name() -> None:
    """A party's adherent is neither answer nor wrong option where a name is asked."""
    found = _green(_POLITICS, "Leipzig to buy back 3,100 flats")
    for candidate in found:
        body = candidate.question.body
        if isinstance(body, Short):
            assert "Social Democrat" not in (body.answer, *body.wrong)
        assert not isinstance(body, TrueFalse) or "Social Democrat" not in body.prompt


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("The EU had made the payment of €310m to Latvia conditional on a law.", "to Latvia?"),
        ("The plan of Ana Lund in Riga calls for it to become a museum.", "call for it?"),
        ("Riga adopted a plan, offered by Ana Lund, that sets aside €90m a year.", "Ana Lund set"),
    ],
)
def test_nothing_is_cut_off(sentence: str, never: str) -> None:
    """What becomes of a thing is said with it, and a plan does what it does itself."""
    assert not [question for question in asked(sentence) if never in question]


def test_no_quote_begins_with_what_is_not_seen() -> None:
    """A mark of the text's encoding belongs to no sentence."""
    found = _green("\ufeff" + _POLITICS, "Leipzig to buy back 3,100 flats")
    assert found
    assert not [c for c in found if c.span.start == 0]


def test_braces_of_the_article_make_no_gap() -> None:
    """A statement that has braces of its own is not asked with a gap."""
    text = _POLITICS.replace("3,100 flats", "3,100 }} flats for {{14 }} years")
    for candidate in _green(text, "Leipzig }} to buy back 3,100 flats"):
        prompt = candidate.question.prompt
        assert prompt.count("{{") == prompt.count("}}") <= 1 or candidate.question.kind != "cloze"
