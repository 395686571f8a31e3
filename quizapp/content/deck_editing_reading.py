"""What a block says, key by key, in the writer's own values: two ways to write one are equal."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from quizapp.content.deck import Deck, Fault, Severity, Source
from quizapp.content.deck_text import (
    Block,
    Value,
    evidence_values,
    head_values,
    question_values,
    source_values,
)
from quizapp.content.question import Evidence, Image, Kind, Question
from quizapp.content.toml_text import KeyPath
from quizapp.content.validation_fields import Fields, Table
from quizapp.content.validation_kinds import OWN_KEYS, RULES

Values: TypeAlias = dict[KeyPath, Value]

HEAD_ORDER = ("id", "title", "language", "description", "authors", "license")
SOURCE_ORDER = ("id", "title", "publisher", "published", "url", "file", "sha256")
EVIDENCE_ORDER = ("source", "quote")
QUESTION_ORDER = (
    *("id", "kind", "prompt", "text", "answer", "answers", "pairs", "correction", "unit"),
    *("tolerance", "precision", "need", "accept", "both_ways", "wrong", "forms", "hint"),
    *("explanation", "tags", "as_of", "review_by", "attribution", "image", "image_alt"),
)
"""Every key of a question but its evidence, in the order in which a whole deck is written."""

_KNOWN = frozenset(QUESTION_ORDER) | {"evidence"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a block says.

    Attributes:
        values: the keys a whole deck would be written with, were the block read and saved.
        wrong: the first keys of those that are written but cannot be read, or have no place here.
    """

    values: Values
    wrong: frozenset[str] = frozenset()


def table_of(text: str) -> Table:
    """The values of a TOML text that is valid, decimals exact."""
    table: Table = tomllib.loads(text, parse_float=_decimal)
    return table


def question_said(table: Table) -> Said:
    """What a question's block says."""
    faults: list[Fault] = []
    known = {key: value for key, value in table.items() if key in _KNOWN}
    f = Fields(known, _nowhere, faults)
    name = f.text("kind") if "kind" in known else Kind.SHORT
    if name not in RULES:
        return Said({}, frozenset(known))
    kind = Kind(name)
    foreign = known.keys() & OWN_KEYS - RULES[kind].keys
    question = Question(
        f.text("id") or None,
        RULES[kind].read(f),
        f.text("hint"),
        f.text("explanation"),
        f.texts("tags"),
        f.partial_date("as_of"),
        f.day("review_by"),
        f.text("attribution"),
        _evidence(known.get("evidence")),
        Image(f.text("image"), f.text("image_alt")) if f.text("image") else None,
    )
    if not isinstance(known.get("evidence", {}), dict):
        foreign |= {"evidence"}
    return Said(values_of_question(question), _wrong(faults) | foreign)


def source_said(table: Table) -> Said:
    """What a source's block says."""
    faults: list[Fault] = []
    f = Fields(table, _nowhere, faults)
    name, title = f.text("id"), f.text("title")
    published = f.partial_date("published")
    url, file, sha256 = f.text("url"), f.text("file"), f.text("sha256")
    source = Source(name, title or name, f.text("publisher"), published, url, file, sha256)
    return Said(values_of_source(source), _wrong(faults))


def head_said(table: Table) -> Said:
    """What a deck's head says."""
    faults: list[Fault] = []
    f = Fields(table, _nowhere, faults)
    deck = Deck(
        f.text("id"),
        f.text("title"),
        f.text("language") or "en",
        f.text("description"),
        f.texts("authors"),
        f.text("license"),
    )
    return Said(values_of_head(deck), _wrong(faults))


def values_of_question(question: Question) -> Values:
    """The keys of a question, those of its evidence below it."""
    values = _by_path(question_values(question))
    if question.evidence is not None:
        for key, value in evidence_values(question.evidence).items():
            values["evidence", key] = value
    return values


def values_of_source(source: Source) -> Values:
    """The keys of a source."""
    return _by_path(source_values(source))


def values_of_head(deck: Deck) -> Values:
    """The keys of a deck's head."""
    return _by_path(head_values(deck))


def same(one: object, other: object) -> bool:
    """Whether two values of a file are one; true is not 1."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other


def _by_path(block: Block) -> Values:
    return {(key,): value for key, value in block.items()}


def _evidence(table: object) -> Evidence | None:
    if not isinstance(table, dict):
        return None
    f = Fields(table, _nowhere, [])
    return Evidence(f.text("source"), f.text("quote"))


def _wrong(faults: list[Fault]) -> frozenset[str]:
    errors = (dict(fault.facts) for fault in faults if fault.severity is Severity.ERROR)
    return frozenset(facts["key"] for facts in errors if "key" in facts)


def _nowhere(_path: KeyPath) -> tuple[int, int]:
    return 0, 0


def _decimal(written: str) -> Decimal:
    try:
        return Decimal(written.replace("_", ""))
    except InvalidOperation:  # an exponent past what Decimal can hold
        return Decimal("inf")
