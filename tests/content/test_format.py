"""Format 1: its table, the validator, the schema and the reference say the same."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from fault_samples import CASES, HEAD, LETTER, Case
from format_schema import schema
from hypothesis import given
from hypothesis import strategies as st
from make_format import made

from quizapp.content import deck_file
from quizapp.content.deck import DeckRead, Severity
from quizapp.content.format_key import Key
from quizapp.content.format_table import COMMON, DECK, EVIDENCE, EXAMPLES, KINDS, SOURCE

ROOT = Path(__file__).resolve().parents[2]
CHECKED = jsonschema.Draft7Validator(schema())

UNSAYABLE = {
    # What a schema of JSON cannot say, by the validator's code, and why.
    "blocks-wanted": "JSON has no two ways of writing a list of tables",
    "format-wrong": "1.0 is 1 in JSON",
    "source-twice": "it compares blocks",
    "id-twice": "it compares blocks",
    "url-form": "what a host is takes more than a pattern",
    "file-outside": "it looks at the disk",
    "file-missing": "it looks at the disk",
    "file-is-folder": "it looks at the disk",
    "file-link-loop": "it looks at the disk",
    "file-not-a-file": "it looks at the disk",
    "file-too-large": "it looks at the disk",
    "file-unreadable": "it looks at the disk",
    "file-not-utf8": "it looks at the disk",
    "not-an-image": "it looks at the disk",
    "quotes-wanted": "a date is a text in JSON",
    "item-quotes-wanted": "a date is a text in JSON",
    "repeated-item": "that white space makes no difference, or one side of pairs",
    "no-such-date": "which month has how many days",
    "day-wanted": "which month has how many days",
    "number-finite": "JSON has no infinity",
    "number-range": "how many digits a number has",
    "need-wanted": "2.0 is whole in JSON",
    "need-range": "it compares a number with the length of a list",
    "wrong-is-right": "it compares keys",
    "wrong-is-accepted": "it compares keys",
    "accept-target": "it compares keys",
    "accept-is-answer": "it compares keys",
    "gap-empty": "braces are counted",
    "gap-braces": "braces are counted",
    "gap-label": "labels are read",
    "gap-label-twice": "labels are compared",
    "unknown-source": "it compares blocks",
    "unknown-source-far": "it compares blocks",
    "quote-near": "it reads the source's text",
    "quote-not-found": "it reads the source's text",
    "quote-twice": "it reads the source's text",
}


def as_json(value: object) -> object:
    """A TOML value as editors hand it to a schema: dates are texts."""
    match value:
        case dict():
            return {key: as_json(inner) for key, inner in value.items()}
        case list():
            return [as_json(item) for item in value]
        case date() | datetime() | time():
            return value.isoformat()
        case Decimal():
            return float(value)
    return value


def passes(text: str) -> bool:
    """Whether a deck file agrees with the schema."""
    return bool(CHECKED.is_valid(as_json(tomllib.loads(text))))


def read(folder: Path, text: str) -> DeckRead:
    """A deck file read from a folder."""
    path = folder / "deck.toml"
    path.write_bytes(text.encode(errors="surrogateescape"))
    return deck_file.read(path, today=date(2026, 11, 24))


def errors(folder: Path, text: str) -> set[str]:
    """The codes of what is wrong with a deck, warnings left out."""
    return {f.code for f in read(folder, text).faults if f.severity is Severity.ERROR}


def lines(keys: tuple[Key, ...], leave_out: str = "", instead: str = "") -> str:
    """The examples of keys; one left out, or with another value."""
    found = ""
    for key in keys:
        if key.example[0] == "[" or (key.name == leave_out and not instead):
            continue
        found += f"{key.name} = {instead}\n" if key.name == leave_out else f"{key.example}\n"
    return found


def sample(kind: str, leave_out: str = "", instead: str = "", block: str = "") -> str:
    """A deck of all examples: one question of a kind, with one key of one block changed."""

    def changed(name: str, keys: tuple[Key, ...]) -> str:
        return lines(keys, leave_out, instead) if block == name else lines(keys)

    own = next(part.keys for part in KINDS if part.kind == kind)
    common = tuple(key for key in COMMON if key.name != "kind")
    source = tuple(key for key in SOURCE if key.name != "sha256")
    return (
        f"format = 1\n[deck]\n{changed('deck', DECK)}[[source]]\n{changed('source', source)}"
        f'[[question]]\nkind = "{kind}"\n{changed("question", (*common, *own))}'
        f"[question.evidence]\n{changed('evidence', EVIDENCE)}"
    )


KIND_NAMES = [part.kind.value for part in KINDS]
PLACES = [
    (kind, block, key)
    for kind in KIND_NAMES
    for block, keys in (
        ("deck", DECK),
        ("source", SOURCE),
        ("question", (*COMMON, *next(part.keys for part in KINDS if part.kind == kind))),
        ("evidence", EVIDENCE),
    )
    for key in keys
    if key.example[0] != "[" and key.name not in {"kind", "sha256"}
    if kind == "short" or block == "question"
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the text and the picture that the examples name."""
    below = tmp_path / "kosovo-nato"
    below.mkdir()
    (below / "letter.md").write_text("Osmani wrote to Biden in March.\n")
    (below / "letter.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "letter.md").write_text(LETTER)
    (tmp_path / "good.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path


@pytest.mark.parametrize("path", made(), ids=lambda path: path.name)
def test_what_is_made_of_the_table_is_in_the_tree(path: Path) -> None:
    """`python tests/make_format.py` was run after the last change of the table."""
    assert path.read_text(encoding="utf-8") == made()[path]


def test_the_schema_is_one() -> None:
    """It holds to the draft that it names."""
    jsonschema.Draft7Validator.check_schema(schema())


def test_editors_are_offered_every_key_with_its_meaning() -> None:
    """Each key stands in the properties of its block, and no `allOf` stands beside them."""
    top = CHECKED.schema
    assert isinstance(top, dict)
    blocks = {
        "deck": top["properties"]["deck"],
        "source": top["properties"]["source"]["items"],
        "question": top["properties"]["question"]["items"],
        "evidence": top["properties"]["question"]["items"]["properties"]["evidence"],
    }
    for _kind, block, key in PLACES:
        assert key.meaning in blocks[block]["properties"][key.name]["description"]
    assert all("allOf" not in block for block in blocks.values())


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_examples_of_a_kind_make_a_deck(kind: str, folder: Path) -> None:
    """All of them together have no fault, not even a warning."""
    found = read(folder, sample(kind))
    assert [(fault.code, fault.facts) for fault in found.faults] == []
    assert passes(sample(kind))


@pytest.mark.parametrize(
    ("kind", "block", "key"), PLACES, ids=lambda one: getattr(one, "name", one)
)
def test_a_key_is_required_as_the_table_says(
    kind: str, block: str, key: Key, folder: Path
) -> None:
    """Left out, the validator and the schema miss it, or neither does."""
    text = sample(kind, key.name, block=block)
    tied = key.name in {"image", "image_alt", "correction"} or (kind, key.name) == (
        "short",
        "wrong",
    )
    missed = key.required or tied
    assert bool(errors(folder, text)) is missed
    assert passes(text) is not missed


@pytest.mark.parametrize(
    ("kind", "block", "key"), PLACES, ids=lambda one: getattr(one, "name", one)
)
def test_a_key_takes_no_other_type(kind: str, block: str, key: Key, folder: Path) -> None:
    """Brackets within brackets are what no key takes."""
    text = sample(kind, key.name, "[[true]]", block)
    found = {fault.code: dict(fault.facts).get("key") for fault in read(folder, text).faults}
    assert key.name in found.values()
    assert not passes(text)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_a_line_of_its_key(name: str) -> None:
    """What a fault tells to write is written as its key."""
    example = EXAMPLES[name]
    assert example.startswith("[") or list(tomllib.loads(example)) == [name]


@pytest.mark.parametrize("path", sorted((ROOT / "decks").glob("*.toml")), ids=lambda p: p.stem)
def test_bundled_decks_pass(path: Path) -> None:
    """What comes along is what an editor calls right."""
    assert passes(path.read_text(encoding="utf-8"))


PARSED = []
for _case in CASES:
    try:
        tomllib.loads(_case.text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        continue  # an editor says itself that this is no TOML
    PARSED.append(_case)


@pytest.mark.parametrize("case", PARSED, ids=lambda case: f"{case.code}-{case.line}")
def test_a_fault_fails_where_a_schema_can_say_it(case: Case) -> None:
    """Errors are refused, warnings are not; what cannot be said is on the list."""
    if case.severity is Severity.WARNING:
        assert passes(case.text)
    elif case.code not in UNSAYABLE:
        assert not passes(case.text)


@pytest.mark.parametrize("code", UNSAYABLE)
def test_what_is_on_the_list_cannot_be_said(code: str) -> None:
    """At least one sample of each listed code passes the schema, so that no line is left over."""
    twice = '[[question]]\nid = "aaaaaaaaaa"\nprompt = "?"\nanswer = "A"\n'
    more = {
        "id-twice": HEAD + twice * 2,
        "day-wanted": HEAD
        + '[[question]]\nprompt = "?"\nanswer = "A"\nreview_by = "2027-02-30"\n',
        "need-wanted": (
            HEAD + '[[question]]\nkind = "list"\nprompt = "?"\nanswers = ["a", "b"]\nneed = 2.0\n'
        ),
        "item-quotes-wanted": (
            HEAD + '[[question]]\nprompt = "?"\nanswer = "A"\ntags = [2008-02-17]\n'
        ),
        "blocks-wanted": 'source = [{ id = "a", title = "t" }]\n' + HEAD,
        "format-wrong": HEAD.replace("1", "1.0", 1),
    }
    samples = [case.text for case in PARSED if case.code == code]
    assert any(passes(text) for text in (*samples, *([more[code]] if code in more else ())))


VALUES = st.sampled_from(
    [
        *('""', '" "', '"a"', '"Serbia"', '"2008"', '"2008-13"', '"2008-02-17"', '"2022-2"'),
        *("2008-02-17", "2008-02-17T10:00:00", "true", "false", "0", "1", "3", "-1", "0.5", "nan"),
        *(
            '"5%"',
            '"100.0 %"',
            '"101%"',
            '"-5%"',
            '"year"',
            '"day"',
            '"choose"',
            '"{{a}}"',
            '"a}}"',
        ),
        *("[]", '["a"]', '["a", "b"]', '["a", "a"]', '["a", ""]', '["a", 1]', '["choose"]'),
        *(
            '[["a", "b"]]',
            '[["a", "b"], ["c", "d"]]',
            '[["a"]]',
            '[["a", "b", "c"]]',
            "[[]]",
            "{}",
        ),
        *(
            '"match"',
            '"number"',
            '"https://a.org"',
            '"HTTP://a.org/b"',
            '"ftp://a"',
            '"k7f3q2m4xd"',
        ),
    ]
)


@given(place=st.sampled_from(PLACES), value=VALUES)
def test_schema_and_validator_agree_on_decks_changed_at_random(
    place: tuple[str, str, Key], value: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What the validator takes passes; what it refuses fails, unless the list says why not."""
    kind, block, key = place
    text = sample(kind, key.name, value, block)
    found = errors(tmp_path_factory.getbasetemp(), text)
    # The text and the picture of the examples are not there.
    wrong = {code for code in found if code not in {"file-missing", "file-outside"}}
    if not passes(text):
        assert wrong
    else:
        assert not wrong or wrong & UNSAYABLE.keys()
