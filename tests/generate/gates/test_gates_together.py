"""All gates at once: on good questions, on any questions, and as one table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from gate_samples import GROUND, short
from hypothesis import given, settings
from strategies import decks

from quizapp.content import deck_file
from quizapp.content.deck import Deck
from quizapp.content.question import Evidence
from quizapp.generate.article import Article
from quizapp.generate.candidate import SOURCE, Light, light_of
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.judging import GATES, judge
from quizapp.generate.ground import ground_of
from quizapp.words.gates import NAMES, describe, name

ROOT = Path(__file__).resolve().parents[3]
DECKS = sorted((ROOT / "decks").glob("*.toml"))
KNOWN = {
    # The statement names NATO and then "the treaty"; the deck's own title says which.
    ("resolved", "When one NATO member is attacked, the treaty obliges every other member"),
}
"""Held against the bundled decks, which are good: the gate, and how the prompt begins."""


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_the_bundled_decks_pass(path: Path) -> None:
    """Gates that cry out over good questions are not listened to."""
    read = deck_file.read(path, text_root=ROOT / "resources" / "articles")
    assert read.deck is not None
    texts = dict(read.texts)
    grounds = {
        source.id: ground_of(Article(texts[source.id], source.title, source.published))
        for source in read.deck.sources
    }
    company = Company.of(read.deck.questions)
    found = [
        (finding.gate, question.prompt, describe(finding))
        for question in read.deck.questions
        if question.evidence is not None
        for finding in judge(question, grounds[question.evidence.source], company=company)
    ]
    assert [
        (gate, prompt, words)
        for gate, prompt, words in found
        if not any(gate == known and prompt.startswith(start) for known, start in KNOWN)
    ] == []


def test_every_gate_has_a_number_and_a_name_on_screen() -> None:
    """Fifteen hard gates and nine soft ones, each with a name of its own."""
    assert [gate.number for gate in GATES if gate.hard] == [f"G{n}" for n in range(1, 16)]
    assert [gate.number for gate in GATES if not gate.hard] == [f"S{n}" for n in range(1, 10)]
    assert {gate.name for gate in GATES} == set(NAMES)
    assert len({name(gate.name) for gate in GATES}) == len(GATES)


def test_the_light_is_what_the_findings_come_to() -> None:
    """A hard gate makes it red, a soft one amber, none green."""
    good = short("Which country took the euro in 2014?", "Latvia", "Latvia took", "Peru", "Chile")
    praise = short("Which heroic ship brought soldiers?", "Daugava Star", "The ship")
    lost = short("Why did he leave the country last week?", "Latvia", "Latvia took")
    assert light_of(judge(good, GROUND)) is Light.GREEN
    assert light_of(judge(praise, GROUND)) is Light.AMBER
    assert light_of(judge(lost, GROUND)) is Light.RED
    assert {finding.gate for finding in judge(lost, GROUND, only={"dated"})} == {"dated"}


@settings(max_examples=60)
@given(decks())
def test_any_question_can_be_judged(deck: Deck) -> None:
    """Whatever stands in a deck, the gates answer, and twice the same."""
    company = Company.of(deck.questions)
    quote = Evidence(SOURCE, "Latvia took the euro")
    for question in deck.questions:
        for each in (question, replace(question, evidence=quote)):
            findings = judge(each, GROUND, company=company)
            assert findings == judge(each, GROUND, company=company)
            assert all(describe(finding) for finding in findings)
