"""The articles that questions are tried on, and the lists of what matters in them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent.parent / "articles"
LISTS = sorted(HERE.glob("*.toml"))
TEXTS = sorted(HERE.glob("*.md"))
LIST_ALONE = {"kosovo-nato"}
"""Lists of the facts of an article whose text is not ours to keep here."""
KINDS = {
    "politics",
    "court",
    "disaster",
    "economy",
    "science",
    "local",
    "culture",
    "health",
    "diplomacy",
    "explainer",
}
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+|\n+")


def read(path: Path) -> dict[str, Any]:
    """A list of facts as its file has it."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    """What a case is called in the report."""
    return path.stem


with_text = pytest.mark.parametrize("path", TEXTS, ids=named)
with_list = pytest.mark.parametrize("path", LISTS, ids=named)


def test_every_text_has_its_list() -> None:
    """Ten articles each have a list of facts, and only the lists known to stand alone do so."""
    texts = {path.stem for path in TEXTS}
    assert len(texts) == 10
    assert {path.stem for path in LISTS} == texts | LIST_ALONE
    assert not texts & LIST_ALONE


def test_every_kind_of_article_is_there() -> None:
    """Each article is of another kind."""
    kinds = [read(path.with_suffix(".toml"))["kind"] for path in TEXTS]
    assert sorted(kinds) == sorted(KINDS)


@with_text
def test_text_is_bare(path: Path) -> None:
    """A text is 300 to 550 words in paragraphs parted by one empty line, headline first."""
    text = path.read_text(encoding="utf-8")
    paragraphs = text.removesuffix("\n").split("\n\n")
    assert paragraphs[0] == read(path.with_suffix(".toml"))["title"]
    assert all(line == line.strip() for line in text.split("\n"))
    assert all(paragraph and "\n" not in paragraph for paragraph in paragraphs)
    assert not re.search(r"[*_#`\[\]]|  ", text)
    assert 300 <= len(text.split()) <= 550


@with_text
def test_a_text_keeps_to_one_kind_of_quotation_marks(path: Path) -> None:
    """A text has typographic quotation marks or straight ones, never both."""
    text = path.read_text(encoding="utf-8")
    assert bool(re.search("[“”‘’]", text)) != bool(re.search("[\"']", text))


def test_half_of_the_texts_are_typographic() -> None:
    """Both manners of quotation marks are tried equally."""
    curly = [path for path in TEXTS if re.search("[“”‘’]", path.read_text(encoding="utf-8"))]
    assert len(curly) * 2 == len(TEXTS)


@with_text
def test_every_quote_stands_once(path: Path) -> None:
    """Each fact rests on a fragment of one line of the text that stands there once."""
    text = path.read_text(encoding="utf-8")
    for fact in read(path.with_suffix(".toml"))["fact"]:
        quote = fact["quote"]
        assert len(quote) >= 20
        assert "\n" not in quote
        assert text.count(quote) == 1, quote


@with_text
def test_no_fact_rests_on_the_headline(path: Path) -> None:
    """What a headline says is told again by the sentence that the fact rests on."""
    text = path.read_text(encoding="utf-8")
    body = text.partition("\n\n")[2]
    assert all(fact["quote"] in body for fact in read(path.with_suffix(".toml"))["fact"])


@with_list
def test_list_says_what_is_needed(path: Path) -> None:
    """A list has a title, a date or none, and at least fourteen facts, each with answers."""
    listed = read(path)
    assert listed["title"]
    told_on = listed["published"]
    assert told_on == "" or date.fromisoformat(told_on).isoformat() == told_on
    facts = listed["fact"]
    assert len(facts) >= 14
    told = Counter(fact["says"] for fact in facts)
    assert set(told.values()) == {1}
    for fact in facts:
        assert fact["says"].endswith(".")
        assert fact["answers"]
        assert all(isinstance(answer, str) and answer.strip() for answer in fact["answers"])
        assert len(set(fact["answers"])) == len(fact["answers"])


@pytest.mark.parametrize("name", sorted(LIST_ALONE))
def test_list_without_a_text_points_by_words(name: str) -> None:
    """A list without its text points at sentences by three to six words, and has 25 top facts."""
    facts = read(HERE / f"{name}.toml")["fact"]
    assert sum(1 for fact in facts if fact.get("top")) == 25
    for fact in facts:
        assert "quote" not in fact
        assert 3 <= len(set(fact["words"])) == len(fact["words"]) <= 6
        assert all(" " not in word for word in fact["words"])


def test_no_two_articles_share_a_sentence() -> None:
    """No sentence stands in two articles, nor twice in one."""
    told = Counter(
        sentence.strip().casefold()
        for path in TEXTS
        for sentence in _SENTENCE_END.split(path.read_text(encoding="utf-8"))
        if len(sentence.split()) >= 4
    )
    assert len(told) > 100
    assert [sentence for sentence, times in told.items() if times > 1] == []
