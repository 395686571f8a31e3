"""Words that teachers and students type into the help, and the page that they look for."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from help_shown import FOLDER, pages

from quizapp.author.fields import Fields
from quizapp.content.question import Kind
from quizapp.ui.article_words import kind_words
from quizapp.ui.editor_field_words import LABELS, label
from quizapp.words.help_pages import read_help, without_also
from quizapp.words.help_search import HelpIndex, stem

LOOKED_FOR = {
    "start": "tutorial=first-deck, getting started",
    "studying": "undo, flag, guess, skip, suspend, bury, rating, grade, result, leech, test, exam",
    "marking": (
        "typo, typos, spelling, spelling mistake, accent, umlaut, case, capital letters, plural,"
        " score, partial, percent, synonym, wrong mark, misspelled"
    ),
    "forms": "interval, schedule, algorithm, spaced repetition, how often, retention",
    "decks": "rename, delete a deck, copy a deck, share, start over, same id, leave out",
    "first-deck": "create, make a deck, new deck, beginner",
    "editor": (
        "draft, autosave, saved, conflict, merge, preview, try it, redo, unfinished, reorder,"
        " duplicate, wrong options, distractor, version control"
    ),
    "kinds": (
        "kind, multiple choice, fill in the blank, gap, yes or no, matching, sequence, flashcards,"
        " question types, cloze"
    ),
    "fields": (
        "as of, as-of, photo, picture, image, alt text, evidence, source, quote, distractors, tag,"
        " labels, review by, explanation, accepted answers, licence"
    ),
    "importing": "csv, excel, spreadsheet, quizlet, anki, import, paste, table, semicolon",
    "generating": "article, pdf, website, news, generate, url",
    "checking": "errors, finding, findings, check, false alarm, ignore, pre-commit",
    "facts": "out of date, outdated, expired, stale, check again",
    "deck-file": "toml, schema, vs code, autocomplete, git",
    "data": (
        "backup, back up, backups, restore, recover, sync, move to another computer, privacy,"
        " offline, where are my files, uninstall, damaged, internet, password"
    ),
    "settings": "text size, font, bigger letters, dark, dark mode, minutes a day, settings",
    "keys": "keyboard, shortcut, shortcuts, hotkey, without a mouse, commands",
    "codes/E203": "E203, e203",
    "codes/E211": "no evidence, missing evidence, without evidence, E211",
}
CASES = [
    (typed.partition("=")[0].strip(), typed.partition("=")[2].strip() or page)
    for page, words in LOOKED_FOR.items()
    for typed in words.split(",")
]
FIRST = 3


@cache
def _index() -> HelpIndex:
    return HelpIndex(pages())


@pytest.mark.parametrize(("typed", "page"), CASES)
def test_what_people_type_finds_its_page_among_the_first_three(typed: str, page: str) -> None:
    """Also by words that the help itself does not use."""
    found = [one.page for one in _index().search(typed)[:FIRST]]
    assert page in found


@pytest.mark.parametrize(
    ("typed", "page"),
    [("librery", "decks"), ("flahscard", "kinds"), ("spreadshet", "importing")],
)
def test_a_slip_of_the_keys_is_overlooked(typed: str, page: str) -> None:
    """Where nothing is spelled so."""
    assert page in [one.page for one in _index().search(typed)[:FIRST]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("spelling", "spellings"),
        ("copies", "copy"),
        ("create", "creating"),
        ("planned", "plan"),
        ("saved", "save"),
        ("pass", "passes"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    """They are found by each other."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["as", "is", "s", "status", "less", "red", "ring", "a"])
def test_a_short_word_is_no_other(word: str) -> None:
    """What looks like an ending may be the word itself."""
    assert len(stem(word)) >= len(word) - 1


def test_words_to_be_found_by_are_not_shown(tmp_path: Path) -> None:
    """They stand in a line of their own; in code they are code."""
    (tmp_path / "a.md").write_text(
        "# A\n\n<!-- also: backup -->\n\nCopies.\n\n```\n<!-- also: x -->\n```\n"
    )
    page = read_help(tmp_path).pages["a"]
    assert "backup" not in page.markdown
    assert page.sections[0].also == "backup"
    assert "<!-- also: x -->" in page.markdown
    assert without_also("# A\n\n<!-- also: backup -->\n\nCopies.\n") == "# A\n\nCopies.\n"


def test_every_field_of_the_form_is_told_of() -> None:
    """By the words that stand over it, in any kind, and by its key in a deck file."""
    text = " ".join((FOLDER / "fields.md").read_text(encoding="utf-8").split())
    labels = {label(field, kind) for field in LABELS for kind in Kind}
    assert {words for words in labels if words and words not in text} == set()
    keys = set(re.findall(r"`([a-z_]+)`", text))
    named = {field.name for field in fields(Fields)} & set(LABELS)
    assert named - {"quote", "prompt", "answers", "holds", "pairs", "both_ways", "unit"} <= keys


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_told_of(kind: Kind) -> None:
    """As it is called in the form, and in a deck file."""
    text = (FOLDER / "kinds.md").read_text(encoding="utf-8")
    assert f"## {kind_words(kind)}\n" in text
    assert f"`{kind.value}`" in text
