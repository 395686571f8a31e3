"""JSON Schema of a deck file, made from the table of format 1, for text editors that know TOML.

Draft 7, since that is what they read. A question's keys stand in one place with what they mean,
so that an editor can offer them; what a kind asks for stands in conditions behind it. There is no
`allOf` beside the keys: editors that meet one offer nothing else.
"""

from __future__ import annotations

import json
from typing import TypeAlias

from quizapp.content.format_key import PATTERNS, Holds, Key, KindKeys
from quizapp.content.format_table import COMMON, DECK, EVIDENCE, KINDS, SOURCE, TOP
from quizapp.content.question import Kind

Schema: TypeAlias = dict[str, object]

_FILLED = r"[^\s]"
_FILLED_TEXT: Schema = {"type": "string", "pattern": _FILLED}
_YEAR = "(?!0000)[0-9]{4}"
_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_SHARE = r"\s*0*(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?) ?%\s*"
_ADDRESS = r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]+[^\s]*"


def schema_text() -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """The schema of a whole deck file."""
    top = _properties(TOP)
    top["format"] = {**_told(TOP[0]), "const": 1}
    top["deck"] = {**_told(TOP[1]), **_table(DECK)}
    top["source"] = {**_told(TOP[2]), "type": "array", "items": _table(SOURCE)}
    top["question"] = {**_told(TOP[3]), "type": "array", "items": _question()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A deck of Quizapp, format 1",
        "type": "object",
        "properties": top,
        "required": [key.name for key in TOP if key.required],
        "additionalProperties": False,
    }


def _question() -> Schema:
    """All keys for an editor to offer; behind them what each kind asks for."""
    properties = _properties(COMMON)
    properties["evidence"] = {**_told(COMMON[-1]), **_table(EVIDENCE)}
    for name in dict.fromkeys(key.name for part in KINDS for key in part.keys):
        properties[name] = {"description": _of_every_kind(name)}
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "if": {"type": "object"},
        "then": {"allOf": [*(_kind(part) for part in KINDS), *_ties()]},
    }


def _of_every_kind(name: str) -> str:
    """What a key means, told once for the kinds for which it means the same."""
    kinds: dict[str, list[str]] = {}
    for part in KINDS:
        for key in part.keys:
            if key.name == name:
                kinds.setdefault(_description(key), []).append(part.kind)
    if len(kinds) == 1:
        return next(iter(kinds))
    return "\n\n".join(f"{', '.join(those)}: {meaning}" for meaning, those in kinds.items())


def _kind(part: KindKeys) -> Schema:
    """Where a question is of a kind: its keys' types, and none of another kind's."""
    foreign = {key.name for other in KINDS for key in other.keys} - part.names
    wanted: Schema = {key.name: _type(key) for key in part.keys}
    wanted.update(dict.fromkeys(sorted(foreign), False))
    named: Schema = {"properties": {"kind": {"const": part.kind.value}}}
    if part.kind is not Kind.SHORT:  # which it is where no kind is told
        named["required"] = ["kind"]
    required = [key.name for key in part.keys if key.required]
    return {"if": named, "then": {"properties": wanted, "required": required}}


def _ties() -> list[Schema]:
    """What one key asks of another."""
    return [
        _tie(
            {"image": _FILLED_TEXT},
            {"required": ["image_alt"], "properties": {"image_alt": _FILLED_TEXT}},
        ),
        _tie({"image_alt": _FILLED_TEXT}, {"required": ["image"]}),
        _tie(
            {"kind": {"const": Kind.TRUE_FALSE.value}, "answer": {"const": False}},
            {"required": ["correction"], "properties": {"correction": _FILLED_TEXT}},
        ),
        _tie(
            {"forms": {"type": "array", "contains": {"const": "choose"}}},
            {"required": ["wrong"], "properties": {"wrong": {"minItems": 2}}},
        ),
        *(
            _tie(
                {
                    "kind": {"const": Kind.DATE.value},
                    "answer": {"type": "string", "pattern": f"^{known}$"},
                },
                {"properties": {"precision": {"not": {"enum": finer}}}},
            )
            for known, finer in (("[0-9]{4}", ["month", "day"]), ("[0-9]{4}-[0-9]{2}", ["day"]))
        ),
    ]


def _tie(where: Schema, then: Schema) -> Schema:
    return {"if": {"required": list(where), "properties": where}, "then": then}


def _table(keys: tuple[Key, ...]) -> Schema:
    return {
        "type": "object",
        "properties": _properties(keys),
        "required": [key.name for key in keys if key.required],
        "additionalProperties": False,
    }


def _properties(keys: tuple[Key, ...]) -> Schema:
    return {key.name: {**_told(key), **_type(key)} for key in keys}


def _told(key: Key) -> Schema:
    return {"description": _description(key)}


def _description(key: Key) -> str:
    left_out = f" Left out: {key.default}." if key.default else ""
    return f"{key.meaning}{left_out}\n\n{key.example}"


def _type(key: Key) -> Schema:
    """What a value must be. An optional text that is empty says nothing, and is let be."""
    if key.holds in _ITEMS:
        return _list(key, _ITEMS[key.holds])
    if key.holds in _TEXTS and key.required:
        return dict(_FILLED_TEXT)
    return dict(_VALUES[key.holds])


def _text(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$"}


def _pair() -> Schema:
    return {
        "type": "array",
        "items": [_FILLED_TEXT, _FILLED_TEXT],
        "minItems": 2,
        "additionalItems": False,
    }


_TEXTS = {Holds.TEXT, Holds.MARKDOWN, Holds.FILE}
_VALUES: dict[Holds, Schema] = {
    **{holds: {"type": "string"} for holds in _TEXTS},
    Holds.GAPS: {"type": "string", "pattern": r"\{\{"},
    Holds.KIND: {"enum": [part.kind.value for part in KINDS]},
    Holds.PRECISION: _text(r"(year|month|day|\s*)"),
    Holds.DATE: _text(f"{_YEAR}(-{_MONTH}(-{_DAY})?)?"),
    Holds.DAY: _text(f"{_YEAR}-{_MONTH}-{_DAY}"),
    Holds.TOLERANCE: {"anyOf": [{"type": "number", "minimum": 0}, _text(_SHARE)]},
    Holds.ADDRESS: _text(rf"(\s*|{_ADDRESS})"),
    Holds.ID: _text(PATTERNS[Holds.ID]),
    Holds.QUESTION_ID: _text(PATTERNS[Holds.QUESTION_ID]),
    Holds.LANGUAGE: _text(rf"(\s*|{PATTERNS[Holds.LANGUAGE]})"),
    Holds.SHA256: _text(rf"(\s*|{PATTERNS[Holds.SHA256]})"),
    Holds.COUNT: {"type": "integer", "minimum": 1},
    Holds.FLAG: {"type": "boolean"},
    Holds.NUMBER: {"type": "number"},
    Holds.FORMAT: {"type": "integer"},
    Holds.BLOCK: {"type": "object"},
    Holds.BLOCKS: {"type": "array"},
}
_ITEMS: dict[Holds, Schema] = {
    Holds.TEXTS: _FILLED_TEXT,
    Holds.FORMS: {"enum": ["choose", "type", "recall"]},
    Holds.SPELLINGS_OF: _pair(),
    Holds.PAIRS: _pair(),
}


def _list(key: Key, item: Schema) -> Schema:
    wanted: Schema = {"type": "array", "items": item}
    if key.least:
        wanted["minItems"] = key.least
    if key.distinct:
        wanted["uniqueItems"] = True
    return wanted
