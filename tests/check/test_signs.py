"""Signs that are not seen, wherever they stand in a deck: each told once, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from deck_desk import checked

from quizapp.words.checking import describe

HEAD = 'format = 1\n[deck]\nid = "d"\ntitle = "t"\n'
ID = 'id = "k7f3q2m4xd"\n'
ASKED = f'[[question]]\n{ID}prompt = "Why does ice float?"\nanswer = "it is light"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + ASKED + 'hint = "a\u202eb"\n', "9:10 hint U+202E"),
        (HEAD + ASKED + 'hint = "a\\u202eb"\n', "9:10 hint U+202E"),
        (HEAD + ASKED + 'hint = """\na\nb\\U0000202Eb"""\n', "11:2 hint U+202E"),
        (HEAD + ASKED + 'hint = "a\u202eb\u202cc\u202e"\n', "9:10 hint U+202E"),
        (HEAD + ASKED + 'tags = ["a", "b\u200bc"]\n', "9:16 tags U+200B"),
        (HEAD + ASKED + 'accept = ["a", "li\u00adght"]\n', "9:19 accept U+00AD"),
        (HEAD + ASKED + '# see \u2066here\nhint = "h"\n', "9:7  U+2066"),
        (HEAD + ASKED + 'hint = "h" # \u200b\n', "9:14  U+200B"),
        (HEAD + "# \u200b\n" + ASKED, "5:3  U+200B"),
        (HEAD + ASKED + 'hint = "# no \u202e"\n', "9:14 hint U+202E"),
        (HEAD.replace('"t"', '"t\u202e"') + ASKED, "4:11 deck.title U+202E"),
        (HEAD + 'authors = ["x", "y\u200b"]\n' + ASKED, "5:19 deck.authors U+200B"),
        (
            f'{HEAD}[[source]]\nid = "s"\npublisher = "p\\u00ad"\ntitle = "u"\n{ASKED}',
            "7:15 source.publisher U+00AD",
        ),
        (HEAD.replace("[deck]", '[deck]\nlanguage = "fa"') + ASKED + 'hint = "می\u200cخو"\n', ""),
        (HEAD + ASKED + 'hint = "\u2066שלום\u2069 a"\n', ""),
        ("\ufeff" + HEAD + ASKED, ""),
        (HEAD + ASKED.replace("\n", "\r\n"), ""),
    ],
)
def test_a_sign_that_is_not_seen_is_told_at_its_place(
    tmp_path: Path, text: str, told: str
) -> None:
    """Line, column, key and the sign's number; in its words nothing raw."""
    found = [f for f in checked(tmp_path, text) if f.code.number == "E142"]
    places = [f"{f.line}:{f.column} {f.key} {dict(f.facts)['sign']}" for f in found]
    assert ", ".join(places) == told
    assert all(str(describe(f)).isprintable() for f in found)


@pytest.mark.parametrize(
    ("sign", "numbers"), [("\u00ad", set()), ("\u200b", set()), ("\u202e", {"E142"})]
)
def test_a_quote_may_have_what_its_text_has(tmp_path: Path, sign: str, numbers: set[str]) -> None:
    """Else it could not be found there; but nothing is turned round unseen."""
    (tmp_path / "s.md").write_text(f"Ice is li{sign}ght: it is light.\n", encoding="utf-8")
    text = (
        f'{HEAD}[[source]]\nid = "s"\ntitle = "t"\nfile = "s.md"\n{ASKED}'
        f'[question.evidence]\nsource = "s"\nquote = "Ice is li{sign}ght: it is light."\n'
    )
    assert {f.code.number for f in checked(tmp_path, text)} == numbers
