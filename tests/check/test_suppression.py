"""A comment in a block allows a finding, says why, and is itself found where it does neither."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck_desk import HEAD, checked, numbers

NEGATIVE = (
    'prompt = "Which of these is NOT a state?"\nanswer = "Wales"\nwrong = ["Peru", "Chad"]\n'
)
WHY = "the exam asks it so"


@pytest.mark.parametrize(
    ("above", "within", "left"),
    [
        ("", "", {"E309"}),
        ("", f"# check: allow E309 – {WHY}\n", set()),
        ("", f"# check: allow E309 - {WHY}\n", set()),
        ("", f"# check: allow E309: {WHY}\n", set()),
        ("", f"#check:allow e309 {WHY}\n", set()),
        ("", f"  #  check:  allow  E309  —  {WHY}  \n", set()),
        (f"# check: allow E309 – {WHY}\n", "", set()),
        (f"# a heading\n# check: allow E309 – {WHY}\n# more\n", "", set()),
        (f"# check: allow E309 – {WHY}\n\n", "", {"E309"}),
        ("", "# check: allow E309\n", {"E140"}),
        ("", f"# check: allow E308 – {WHY}\n", {"E309", "E141"}),
        ("", f"# check: allow E308, E309 – {WHY}\n", {"E141"}),
        ("", f"# check: allow – {WHY}\n", {"E309", "E141"}),
        ("", "# check: allow\n", {"E309", "E140", "E141"}),
        ("", f"# check: allow E30 – {WHY}\n", {"E309", "E141"}),
        ("", f"# check: allowed E309 – {WHY}\n", {"E309"}),
        ("", f"# please check: allow E309 – {WHY}\n", {"E309"}),
        ("", f'hint = """\n# check: allow E309 – {WHY}\n"""\n', {"E309"}),
        ("", f'tags = [ # check: allow E309 – {WHY}\n"a"]\n', {"E309"}),
    ],
)
def test_a_comment_allows_what_it_names(
    tmp_path: Path, above: str, within: str, left: set[str]
) -> None:
    """In the block or directly above it, with a reason, and no more than it names."""
    text = f"{HEAD}{above}[[question]]\n{within}{NEGATIVE}"
    assert numbers(checked(tmp_path, text)) == left


def test_a_comment_speaks_of_its_own_question_only(tmp_path: Path) -> None:
    """The next question is found, and the finding at a comment is told with its line."""
    allowed = f"[[question]]\n# check: allow E309 – {WHY}\n{NEGATIVE}"
    text = f"{HEAD}{allowed}\n[[question]]\n{NEGATIVE.replace('state', 'country')}"
    found = [f for f in checked(tmp_path, text) if f.code.number == "E309"]
    assert [finding.line for finding in found] == [14]


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ('prompt = "What?"\nansver = "x"\n', "E110"),
        ('prompt = "What?"\n', "E112"),
        ('id = "short"\nprompt = "What?"\nanswer = "x"\n', "E118"),
    ],
)
def test_what_keeps_a_question_from_being_asked_cannot_be_allowed(
    tmp_path: Path, lines: str, number: str
) -> None:
    """It would be missing, and nobody would know."""
    text = f"{HEAD}[[question]]\n# check: allow {number} – no time\n{lines}"
    assert {number, "E141"} <= numbers(checked(tmp_path, text))


def test_a_missing_id_may_be_allowed(tmp_path: Path) -> None:
    """It is a warning."""
    text = f'{HEAD}[[question]]\n# check: allow E136 – a template\nprompt = "?"\nanswer = "x"\n'
    assert checked(tmp_path, text) == ()


def test_a_source_has_its_own_comments(tmp_path: Path) -> None:
    """A text that may not be handed on."""
    source = '[[source]]\n# check: allow E209 – not ours to hand on\nid = "s"\ntitle = "t"\n'
    question = '[[question]]\nprompt = "Why is it so?"\nanswer = "it is"\n'
    evidence = '[question.evidence]\nsource = "s"\nquote = "it is"\n'
    assert "E209" not in numbers(checked(tmp_path, HEAD + source + question + evidence))
    bare = source.replace("# check: allow E209 – not ours to hand on\n", "")
    assert "E209" in numbers(checked(tmp_path, HEAD + bare + question + evidence))
