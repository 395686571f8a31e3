"""One block of a deck read to a question, or to what its fields hold where it is none.

Ten thousand blocks are read when a deck is opened, so the usual ones go through the reader for
JSON, whose texts and lists are written as TOML writes them; all others through tomllib.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from sys import intern
from typing import TypeVar

from quizapp.author.field_writing import fields_of
from quizapp.author.fields import Fields
from quizapp.content.deck import Fault, Severity
from quizapp.content.format_key import PATTERNS, Holds, names
from quizapp.content.format_table import COMMON
from quizapp.content.question import Evidence, Form, Image, Kind, Question
from quizapp.content.toml_text import KeyPath
from quizapp.content.validation_fields import Fields as TableFields
from quizapp.content.validation_fields import Table
from quizapp.content.validation_kinds import RULES

_Value = TypeVar("_Value")

_ID = re.compile(PATTERNS[Holds.QUESTION_ID])
_ALLOWED = {kind: rule.keys | names(COMMON) for kind, rule in RULES.items()}

_TEXT = r'"[^"\\\x00-\x1f\x7f]*(?:\\["\\bfnrt][^"\\\x00-\x1f\x7f]*)*"'
_LIST = rf"\[(?:{_TEXT}(?:, ?{_TEXT})*)?\]"
_USUAL = re.compile(
    rf"([A-Za-z0-9_-]+) = ({_TEXT}|{_LIST}|\[{_LIST}(?:, ?{_LIST})*\]|true|false"
    rf"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\r?\n"
)
_json = json.JSONDecoder().raw_decode
_HEADER = re.compile(r"\[\[question\]\]\r?\n")
_EVIDENCE = re.compile(r"\[question\.evidence\]\r?\n")


@dataclass(frozen=True, slots=True)
class BlockRead:
    """What a block says.

    Attributes:
        question: None where it has an error.
        id: as written where it has the form of one; None where there is none.
        faults: what is wrong with it.
        table: its values.
    """

    question: Question | None
    id: str | None
    faults: tuple[Fault, ...]
    table: Table


def table_of(text: str) -> Table:
    """The values of one `[[question]]` block with the tables below it.

    Raises:
        tomllib.TOMLDecodeError: it is no TOML.
    """
    table = _usual(text)
    if table is None:
        found = tomllib.loads(text, parse_float=_decimal).get("question")
        table = found[0] if isinstance(found, list) and found else {}
    return table


def _usual(text: str) -> Table | None:
    """The values of a block as the program writes it; None for any other."""
    header = _HEADER.match(text)
    if header is None:
        return None
    table: Table = {}
    inner, at, end = table, header.end(), len(text)
    while at < end:
        line = _USUAL.match(text, at)
        if line is None:
            if not text[at:].strip("\r\n"):
                break
            header = _EVIDENCE.match(text, at)
            if header is None or inner is not table or "evidence" in table:
                return None
            inner = {}
            table["evidence"] = inner
            at = header.end()
            continue
        key, value = line.groups()
        if key in inner:
            return None
        at = line.end()
        if value[0] == '"' and "\\" not in value:  # most are so
            inner[key] = value[1:-1]
            continue
        try:
            inner[key] = _value(value)
        except ValueError:  # no such day
            return None
    return table


def _value(written: str) -> object:
    if written[0] in '"[tf':
        value, _end = _json(written, 0)
        return value
    if written[4:5] == "-":
        return date.fromisoformat(written)
    return Decimal(written) if "." in written else int(written)


def read_table(table: Table) -> BlockRead:
    """What the values of a block say.

    Sources, texts and images are not looked at: that is the checks' part.
    """
    faults: list[Fault] = []
    f = TableFields(table, _nowhere, faults)
    name = intern(f.text("id")) if "id" in table else ""
    if name and not _ID.fullmatch(name):
        f.report("question-id-form", "id", value=name)
        name = ""
    kind = _kind(table)
    if kind is None:
        f.report("unknown-kind-far", "kind", value=str(table.get("kind")), known=", ".join(Kind))
        return BlockRead(None, name or None, tuple(faults), table)
    stray = table.keys() - _ALLOWED[kind]
    for key in sorted(stray):
        f.unknown(key, _ALLOWED[kind])
    question = Question(
        name or None,
        RULES[kind].read(f),
        f.text("hint"),
        f.text("explanation"),
        shared(f.texts("tags")),
        shared(f.partial_date("as_of")),
        f.day("review_by"),
        f.text("attribution"),
        _evidence(f),
        _image(f),
    )
    f.distinct("tags", question.tags, warning=True)
    wrong = any(fault.severity is Severity.ERROR for fault in faults)
    return BlockRead(None if wrong else question, name or None, tuple(faults), table)


@lru_cache(maxsize=1024)
def shared(value: _Value) -> _Value:
    """An equal value that another question has, for any thread: tags and days are mostly alike."""
    return value


def _kind(table: Table) -> Kind | None:
    name = table.get("kind", Kind.SHORT)
    return Kind(name) if isinstance(name, str) and name in RULES else None


def _evidence(f: TableFields) -> Evidence | None:
    table = f.table.get("evidence")
    if table is None:
        return None
    if not isinstance(table, dict):
        f.report("evidence-shape", "evidence")
        return None
    inner = f.inner("evidence", table)
    inner.known(("source", "quote"))
    source, quote = inner.text("source", required=True), inner.text("quote", required=True)
    found = Evidence(intern(source), quote)
    f.failed = f.failed or inner.failed
    return found


def _image(f: TableFields) -> Image | None:
    name, alt = f.text("image"), f.text("image_alt")
    if name and not alt:
        f.missing("image_alt", 'image_alt = "…"')
    elif alt and not name:
        f.report("image-alt-alone", "image_alt")
    return Image(name, alt) if name else None


def fields_of_table(table: Table) -> Fields:
    """The form of a block with errors: its values as far as they make sense there."""
    kind = _kind(table) or Kind.SHORT
    one, several = table.get("answer"), table.get("answers")
    answers = _rows(several) if isinstance(several, list) else (_text(one),)
    evidence = table.get("evidence")
    quoted: Table = evidence if isinstance(evidence, dict) else {}
    return Fields(
        kind=kind,
        prompt=_text(table.get("text" if kind is Kind.CLOZE else "prompt")),
        answers=("",) if isinstance(one, bool) else answers or ("",),
        wrong=_rows(table.get("wrong")),
        accept=_pairs(table.get("accept")),
        pairs=_pairs(table.get("pairs")),
        holds=one if isinstance(one, bool) else True,
        correction=_text(table.get("correction")),
        unit=_text(table.get("unit")),
        tolerance=_text(table.get("tolerance")),
        precision=_text(table.get("precision")),
        need=_text(table.get("need")),
        forms=tuple(Form(form) for form in _rows(table.get("forms")) if form in list(Form)[:3]),
        both_ways=table.get("both_ways") is True,
        hint=_text(table.get("hint")),
        explanation=_text(table.get("explanation")),
        tags=_rows(table.get("tags")),
        as_of=_text(table.get("as_of")),
        review_by=_text(table.get("review_by")),
        attribution=_text(table.get("attribution")),
        source=_text(quoted.get("source")),
        quote=_text(quoted.get("quote")),
        image=_text(table.get("image")),
        image_alt=_text(table.get("image_alt")),
    )


def fields_in(block: BlockRead) -> Fields:
    """The form of any block."""
    return fields_of_table(block.table) if block.question is None else fields_of(block.question)


def _text(value: object) -> str:
    match value:
        case None | bool() | dict() | list():
            return ""
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f") if value.is_finite() else str(value)
        case _:
            return str(value)


def _rows(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(text for item in value if (text := _text(item)))
    text = _text(value)
    return (text,) if text else ()


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    found = []
    for item in value if isinstance(value, list) else [value]:
        match item:
            case [left, right, *_]:
                found.append((_text(left), _text(right)))
            case [left]:
                found.append((_text(left), ""))
            case _:
                if text := _text(item):
                    found.append((text, ""))
    return tuple(found)


def _nowhere(_path: KeyPath) -> tuple[int, int]:
    return 0, 0


def _decimal(written: str) -> Decimal:
    try:
        return Decimal(written.replace("_", ""))
    except InvalidOperation:  # an exponent past what Decimal can hold
        return Decimal("inf")
