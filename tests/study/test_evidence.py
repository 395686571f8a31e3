"""The sentence a question rests on is shown between its neighbours."""

from __future__ import annotations

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.paths import articles, bundled_decks
from quizapp.study.evidence import passage, sentences

TEXT = """# A heading

Mr. Biden read it. Vjosa Osmani wrote to the U.S. president. He did
not answer! “Why not?” she asked.

Another paragraph.
"""


def _split(paragraph: str) -> list[str]:
    return [paragraph[a:b] for a, b in sentences(paragraph)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("One. Two. Three", ["One.", "Two.", "Three"]),
        ("Mr. Kurti left. He came back.", ["Mr. Kurti left.", "He came back."]),
        ("J. R. Biden spoke. All heard.", ["J. R. Biden spoke.", "All heard."]),
        ("It cost 3.5 million. Why? He fell!", ["It cost 3.5 million.", "Why?", "He fell!"]),
        ("They said no. Then they left.", ["They said no.", "Then they left."]),
        ("“Stop.” he said. Then silence.", ["“Stop.” he said.", "Then silence."]),
        ("“It is over.” They left.", ["“It is over.”", "They left."]),
        ("条約は成立した。彼は去った。", ["条約は成立した。", "彼は去った。"]),
        ("See Art. 5 of it. Then go.", ["See Art. 5 of it.", "Then go."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(paragraph: str, expected: list[str]) -> None:
    """Abbreviations, initials, decimals and quotes do not cut a sentence short."""
    assert _split(paragraph) == expected


def test_neighbours_are_those_of_the_paragraph() -> None:
    """A line end inside the quoted paragraph is a space, and a neighbour is a whole sentence."""
    found = passage(TEXT, "not answer")
    assert found is not None
    assert found.before == "Vjosa Osmani wrote to the U.S. president."
    assert found.sentence == "He did not answer!"
    assert found.after == "“Why not?” she asked."
    assert found.paragraph.startswith("Mr. Biden read it.")


def test_the_edges_of_a_paragraph_have_no_neighbour() -> None:
    """What stands in the next paragraph is not a neighbour."""
    found = passage(TEXT, "Another paragraph.")
    assert found is not None
    assert (found.before, found.after) == ("", "")


def test_a_quote_over_two_sentences_shows_both() -> None:
    """All sentences that a quote touches are the sentence it rests on."""
    found = passage(TEXT, "read it. Vjosa Osmani")
    assert found is not None
    assert found.sentence == "Mr. Biden read it. Vjosa Osmani wrote to the U.S. president."


def test_a_quote_that_is_not_there_is_none() -> None:
    """No passage is made up."""
    assert passage(TEXT, "Serbia") is None
    assert passage(TEXT, "  ") is None


@given(st.text(alphabet="ab. A!?”\n。x", max_size=80))
def test_sentences_leave_nothing_out(text: str) -> None:
    """Only space stands between sentences."""
    spans = sentences(text)
    at = 0
    for start, end in spans:
        assert text[at:start].strip() == ""
        assert start < end
        at = end
    assert text[at:].strip() == ""


def test_every_bundled_quote_has_its_sentence() -> None:
    """Each quote of the bundled decks is found, and its sentence looks like one."""
    for path in bundled_decks().glob("*.toml"):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        texts = {s["id"]: (articles() / s["file"].split("/")[-1]) for s in data["source"]}
        for question in data["question"]:
            evidence = question.get("evidence")
            if evidence is None:
                continue
            text = texts[evidence["source"]].read_text(encoding="utf-8")
            found = passage(text, evidence["quote"])
            assert found is not None, evidence["quote"]
            assert re.match(r"[“\"‘(]?[A-Z0-9À-Þ]", found.sentence), found.sentence
