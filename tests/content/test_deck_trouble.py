"""Files that are no deck at all: one reason each, and nothing raised."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.content import deck_file
from quizapp.content.deck import Deck
from quizapp.words.faults import describe


def _gone(path: Path) -> None:
    assert not path.exists()


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)


def _inside_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("no folder")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_gone, "missing"),
        (_dangling, "missing"),
        (_inside_a_file, "missing"),
        (Path.mkdir, "is-folder"),
        (_loop, "link-loop"),
        (os.mkfifo, "not-a-file"),
        (_large, "too-large"),
        (Path.touch, "empty"),
    ],
)
def test_a_file_in_trouble_has_one_reason(make: object, code: str, tmp_path: Path) -> None:
    """The reading has no deck, and one fault for the whole file that can be worded."""
    assert callable(make)
    path = tmp_path / "below" / "deck.toml"
    path.parent.mkdir()
    make(path)
    found = deck_file.read(path)
    assert found.deck is None
    assert [(fault.code, fault.line) for fault in found.faults] == [(code, 0)]
    assert describe(found.faults[0])


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_path_that_no_system_takes_is_a_fault(name: str, tmp_path: Path) -> None:
    """A name too long, or with a zero byte, is told like any other trouble."""
    found = deck_file.read(tmp_path / name)
    assert found.deck is None
    assert describe(found.faults[0])


def test_a_file_that_may_not_be_read_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's own reason is told; root may read everything, so its answer is acted."""

    def refuse(_path: Path, _mode: str = "r") -> object:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "deck.toml"
    path.write_text("format = 1")
    monkeypatch.setattr(Path, "open", refuse)
    fault = deck_file.read(path).faults[0]
    assert fault.code == "unreadable"
    assert "Permission denied" in describe(fault)


def test_toml_that_is_broken_tells_line_and_column(tmp_path: Path) -> None:
    """The place is tomllib's, at the end of the text too, and a byte order mark is no fault."""
    path = tmp_path / "deck.toml"
    path.write_text("format = 1\n[deck]\nid = x\n")
    fault = deck_file.read(path).faults[0]
    assert (fault.code, fault.line, fault.column) == ("not-toml", 3, 6)
    path.write_text('format = 1\nid = "x')
    fault = deck_file.read(path).faults[0]
    assert (fault.code, fault.line) == ("not-toml", 2)
    path.write_bytes("\ufeffformat = 1\r\n[deck]\r\nid = 'd'\r\ntitle = 't'\r\n".encode())
    found = deck_file.read(path)
    assert [fault.code for fault in found.faults] == ["no-questions"]
    assert found.deck == Deck("d", "t")


def test_a_deck_without_id_or_title_goes_by_its_name(tmp_path: Path) -> None:
    """A deck with faults in its head can still be opened; they are told."""
    path = tmp_path / "my-deck.toml"
    path.write_text("format = 1\n[deck]\n")
    found = deck_file.read(path)
    assert found.deck == Deck("my-deck", "my-deck")
    path = tmp_path / "My Deck.toml"
    path.write_text("format = 1\n[deck]\n")
    assert deck_file.read(path).deck == Deck("deck", "My Deck")


_words = st.sampled_from(
    [
        *("format", "deck", "source", "question", "evidence", "id", "kind", "prompt", "answer"),
        *("answers", "wrong", "accept", "pairs", "text", "image", "image_alt", "file", "need"),
        *("precision", "tolerance", "forms", "as_of", "review_by", "quote", "url", "sha256"),
        *(
            " = ",
            "\n",
            "\n[[question]]\n",
            "\n[[source]]\n",
            "\n[deck]\n",
            "[question.evidence]\n",
        ),
        *('"short"', '"cloze"', '"match"', '"date"', '"number"', '"list"', '"order"', "true"),
        *("1", "1.5", "nan", "inf", "-1", "0x10", "2008-02-17", '"2008"', "2008-02-17T00:00:00"),
        *("[", "]", "{", "}", ",", ".", "#", '"', "'", '"""', "\\", '"{{a}}"', '"{{b"', '["a"]'),
        *('[["a", "b"]]', '""', '"."', '".."', '"/"', '"\\u0000"', "é", "\0", "\r", "[[1], [2]]"),
    ]
)
_values = st.recursive(
    st.sampled_from(
        [
            '"a"',
            '""',
            "1",
            "-1",
            "1.5",
            "nan",
            "true",
            "2008-02-17",
            '"{{a}}"',
            '"2008"',
            "10:00:00",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | inner.map("{{ a = {} }}".format)
    ),
    max_leaves=4,
)
_KEYS = [
    "id",
    "kind",
    "prompt",
    "answer",
    "answers",
    "wrong",
    "accept",
    "pairs",
    "text",
    "image",
    "image_alt",
    "need",
    "precision",
    "unit",
    "tolerance",
    "forms",
    "as_of",
    "review_by",
    "evidence",
    "hint",
    "tags",
    "attribution",
    "correction",
    "both_ways",
]
_KINDS = [
    "short",
    "choice",
    "multi",
    "true-false",
    "number",
    "date",
    "list",
    "order",
    "match",
    "cloze",
    "flashcard",
]


@st.composite
def _wild_questions(draw: st.DrawFn) -> str:
    """A question of some kind whose keys hold values of any type."""
    lines = ["format = 1", "[[question]]", f'kind = "{draw(st.sampled_from(_KINDS))}"']
    for key in draw(st.lists(st.sampled_from(_KEYS), unique=True, max_size=6)):
        if key != "kind":
            lines.append(f"{key} = {draw(_values)}")  # noqa: PERF401 - drawn one by one
    return "\n".join(lines)


@settings(max_examples=600)
@given(text=_wild_questions() | st.lists(_words, max_size=12).map("".join))
def test_no_text_makes_reading_raise(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever stands in a file, it is read, and every fault has words."""
    path = tmp_path_factory.getbasetemp() / f"wild-{threading.get_ident()}.toml"
    path.write_bytes(text.encode())
    found = deck_file.read(path)
    assert found.deck is not None or len(found.faults) == 1
    for fault in found.faults:
        assert describe(fault)
        assert 0 <= fault.line <= text.count("\n") + 1


@settings(max_examples=300)
@given(data=st.binary(max_size=60))
def test_no_bytes_make_reading_raise(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Bytes that are no text are one fault."""
    path = tmp_path_factory.getbasetemp() / f"bytes-{threading.get_ident()}.toml"
    path.write_bytes(data)
    found = deck_file.read(path)
    assert found.faults
    assert describe(found.faults[0])
