"""A short form of benchmarks/fuzz_generating.py."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.engine import propose

_BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture
def fuzz(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, loaded as a module."""
    monkeypatch.setattr(sys, "path", [str(_BENCHMARKS), *sys.path])
    name = "fuzz_generating"
    spec = importlib.util.spec_from_file_location(name, _BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, name, script)  # where its dataclasses look
    spec.loader.exec_module(script)
    return script


@pytest.mark.parametrize("seed", [1, 2])
def test_harmed_articles_give_sound_questions_or_none(fuzz: ModuleType, seed: int) -> None:
    """Nothing is raised or hangs, each quote is verbatim, and a deck of them has no faults."""
    tally = fuzz.asked(range(120), seed)
    assert tally.faults == []
    assert tally.texts == 120
    assert tally.lights["green"] > 0


def test_a_text_depends_on_its_number_and_seed_alone(fuzz: ModuleType) -> None:
    """A fault can be shown again by its number."""
    assert fuzz.harmed(5, 1) == fuzz.harmed(5, 1)
    assert len({fuzz.harmed(number, seed).text for number in range(5) for seed in (1, 2)}) == 10


@pytest.mark.parametrize(
    "text",
    [
        f"The fund gave {'9' * 5000} people money in 2021.",
        "Lenders lost 9 trillion trillion trillion dollars in 2021, the bank said.",
        "Ruritania left {{Zenda}} and joined the Danube League in May 2019.",
        "The bridge in Strelsau was opened on February 31, 2022 by Rudolf Rassendyll.",
        "The tomb in Strelsau was built 9999999 days ago by Rudolf Rassendyll.",
        "The tomb in Strelsau was built ² years ago by Rudolf Rassendyll.",
        "The\u00a0General\u00a0Assembly\u00a0of\u00a0Ruritania\u00a0met\u00a0in\u00a0Zenda.",
        "In 9①47 Rudolf Rassendyll was the king of Ruritania.",
        "Turkey raised the other way: its central bank went its rate to 50 per cent from 45.",
        " said." * 2000,
        "'\"" * 3000,
        "Strelsau who said that " * 2000,
    ],
    ids=lambda text: text[:24],
)
@pytest.mark.parametrize("day", [None, PartialDate(1, 1, 1), PartialDate(2022, 3, 10)])
def test_what_once_failed_is_sound(
    fuzz: ModuleType, text: str, day: PartialDate | None, tmp_path: Path
) -> None:
    """Endless digits, braces, no days, odd figures, a country like a bird, piles of one word."""
    article = Article(text, published=day)
    with fuzz.alarmed():
        found = propose(article)
    assert list(fuzz.faults_in(article, found, tmp_path)) == []
