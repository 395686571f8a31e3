"""The help: every link leads somewhere, every page is named, and words find what is meant."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from help_shown import pages
from hypothesis import given
from hypothesis import strategies as st

from quizapp.words.help_pages import (
    CODES,
    HelpPage,
    anchor_of,
    links,
    read_help,
    target,
)
from quizapp.words.help_search import HelpIndex
from quizapp.words.markdown_words import plain_words

ALL = list(pages().pages.values())
OWN = [page for page in ALL if not page.name.startswith(f"{CODES}/")]


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: HelpPage) -> None:
    """To a page that is there, and to a heading on it; none leads out of the program."""
    for link in links(page):
        name, anchor = target(link, page.name)
        assert name in pages().pages, link
        if anchor:
            assert anchor in {section.anchor for section in pages().pages[name].sections}, link


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_a_page_has_a_title_and_headings_that_differ(page: HelpPage) -> None:
    """So that a link to each of them is possible."""
    assert page.title != page.name
    anchors = [section.anchor for section in page.sections]
    if page.name != "keys":  # its lists are those of the pages, and two begin alike
        assert len(anchors) == len(set(anchors))
    assert not page.sections[0].anchor


@pytest.mark.parametrize("page", OWN, ids=lambda page: page.name)
def test_a_page_speaks_calmly(page: HelpPage) -> None:
    """No exclamation marks, no picture, nothing left to be put in."""
    text = "\n".join(section.text for section in page.sections)
    assert "!" not in text
    assert "![" not in page.markdown
    assert not re.search(r"@[a-z-]+@", page.markdown)


def test_the_first_page_names_all_others() -> None:
    """Each page can be reached by its link, and that is the order of the contents."""
    first = pages().contents[0]
    named = {target(link, first)[0] for link in links(pages().pages[first])}
    assert first == "start"
    assert named | {first} == {page.name for page in OWN}
    assert set(pages().contents) == {page.name for page in OWN}


@pytest.mark.parametrize(
    ("link", "on", "leads"),
    [
        ("marking.md", "start", ("marking", "")),
        ("marking.md#lists", "start", ("marking", "lists")),
        ("#lists", "marking", ("marking", "lists")),
        ("codes/E203.md", "checking", ("codes/E203", "")),
        ("E204.md", "codes/E203", ("codes/E204", "")),
        ("../marking.md#lists", "codes/E203", ("marking", "lists")),
        ("./marking.md", "start", ("marking", "")),
        ("../marking.md", "start", ("", "")),
        ("https://example.org/a.md", "start", ("", "")),
        ("file:///etc/passwd", "start", ("", "")),
        ("/etc/help.md", "start", ("", "")),
        ("marking.txt", "start", ("", "")),
        ("", "start", ("start", "")),
    ],
)
def test_where_a_link_leads(link: str, on: str, leads: tuple[str, str]) -> None:
    """To a page of the help, or nowhere."""
    assert target(link, on) == leads


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Keep** it, _or_ not.", "Keep it, or not."),
        ("- one\n- two", "one\ntwo"),
        ("See [the keys](keys.md).", "See the keys."),
        ("`review_by` is a day", "review_by is a day"),
        ("| A | Keep |\n|---|---|\n| B | Refuse |", "A: Keep\nB: Refuse"),
        ("3 * 4 * 5", "3 * 4 * 5"),
    ],
)
def test_marks_are_left_out_of_words(markdown: str, words: str) -> None:
    """What is searched and spoken is what is read."""
    assert plain_words(markdown) == words


def test_a_heading_in_code_is_none(tmp_path: Path) -> None:
    """A remark in TOML begins like a heading."""
    (tmp_path / "a.md").write_text("# A\n\n```toml\n# remark\n```\n\n## B\n")
    page = read_help(tmp_path).pages["a"]
    assert [section.heading for section in page.sections] == ["A", "B"]
    assert page.sections[0].code == "# remark"


def test_what_is_put_in_and_what_is_left(tmp_path: Path) -> None:
    """Codes are listed by their titles; a name that nobody knows stays as it stands."""
    (tmp_path / CODES).mkdir()
    (tmp_path / CODES / "E203.md").write_text("# E203: quote not found\n")
    (tmp_path / "a.md").write_text("# A\n\n@codes@\n\n@where@ @nothing@ a@b.org\n")
    text = read_help(tmp_path, {"where": "here"}).pages["a"].markdown
    assert "- [E203: quote not found](codes/E203.md)" in text
    assert "here @nothing@ a@b.org" in text


def test_pages_in_trouble_are_left_out(tmp_path: Path) -> None:
    """A folder, a link to nowhere, an empty file; bytes that are no text are shown somehow."""
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "bytes.md").write_bytes(b"# Caf\xe9\n")
    found = read_help(tmp_path)
    assert list(found.pages) == ["bytes"]
    assert found.page("no such page") is found.pages["bytes"]


@pytest.mark.parametrize("folder", ["missing", "file"])
def test_a_help_that_is_not_there_has_no_pages(tmp_path: Path, folder: str) -> None:
    """And nothing fails for it."""
    (tmp_path / "file").write_text("")
    found = read_help(tmp_path / folder)
    assert (dict(found.pages), found.contents, found.page("start")) == ({}, (), None)


@given(st.text())
def test_any_text_is_a_page(text: str) -> None:
    """Plain words and anchors are made of whatever is written."""
    assert "`" not in plain_words(text)
    assert " " not in anchor_of(text)


@given(st.binary(max_size=400))
def test_any_file_is_read(data: bytes) -> None:
    """Bytes of any sort make a page or none."""
    folder = Path(os.environ["XDG_DATA_HOME"])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.md").write_bytes(data)
    found = read_help(folder)
    assert len(found.pages) <= 1
    HelpIndex(found).search("a")


@pytest.mark.parametrize(
    ("typed", "page", "heading"),
    [
        ("guess", "studying", ""),
        ("hint", "studying", ""),
        ("tolerance", "format-1", "number"),
        ("backup", "data", ""),
        ("restore copy", "data", "Copies"),
        ("review_by", "format-1", "Every question"),
        ("schema", "deck-file", "In a text editor that knows TOML"),
        ("accents", "marking", "What is forgiven"),
        ("stability", "forms", ""),
        ("cloze", "format-1", "cloze"),
        ("E203", "codes/E203", ""),
        ("e203", "codes/E203", ""),
        ("quote twice", "codes/E204", ""),
        ("PDF", "generating", "Bringing an article in"),
        ("ctrl+shift+p", "keys", "Everywhere"),
        ("MARKED", "marking", ""),
        ("tolerances", "format-1", "number"),
    ],
)
def test_words_find_what_is_meant(typed: str, page: str, heading: str) -> None:
    """Among the first six is the section that tells of it."""
    found = HelpIndex(pages()).search(typed)[:6]
    assert any(one.page == page and (not heading or one.heading == heading) for one in found)


@pytest.mark.parametrize("typed", ["", "   ", "…", "\0", "zzzzz qqqqq"])
def test_words_that_stand_nowhere_find_nothing(typed: str) -> None:
    """Nothing is found, and nothing fails."""
    assert HelpIndex(pages()).search(typed) == ()


def test_all_words_are_wanted_before_some() -> None:
    """A section that has both words keeps those with one of them out."""
    index = HelpIndex(pages())
    both = index.search("restore copies")
    assert both
    assert len(both) < len(index.search("copies"))


def test_a_snippet_holds_the_word_and_is_short() -> None:
    """It is cut between words, around what was typed."""
    for one in HelpIndex(pages()).search("disk"):
        assert "disk" in one.snippet
        assert len(one.snippet) <= 142
