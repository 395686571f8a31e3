"""Rows from other programs: cut by the right separators, and made questions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.author.pasted_questions import Column, Mapping, mapping_for, questions
from quizapp.author.pasted_rows import Row, Separators, guessed, rows, written
from quizapp.author.pasted_table import table_of
from quizapp.content.question import Cloze, Flashcard, Kind, ListQuestion, Question, Short

QUIZLET = "Berlin - capital of Germany;Paris - capital of France;Rome - capital of Italy"
ANKI = (
    "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n"
    'a1\tWho &amp; why?<br>Say.\t"<b>Vjosa</b> ""O""\nOsmani"\tpeople kosovo\n'
    "b2\t{{c1::Kosovo::where}} left {{c2::Serbia}}[sound:x.mp3]\t\ttag\n"
    "c3\talone\t\t\n"
)


@pytest.mark.parametrize(
    ("text", "column", "row"),
    [
        ("Berlin\tGermany\nParis\tFrance", "\t", "\n"),
        ("Berlin\tthe capital, and large\nParis\tof light; of love", "\t", "\n"),
        ("Berlin;Germany\nParis;France", ";", "\n"),
        ("Berlin,Germany\nParis,France", ",", "\n"),
        ('"Berlin, east",Germany\nParis,"France, the"', ",", "\n"),
        ("Berlin - Germany\nParis - France\n", " - ", "\n"),
        (QUIZLET, " - ", ";"),
        ("Berlin\tGermany\n\nParis\tFrance", "\t", "\n"),
        ("Berlin = Germany\nParis = France", " = ", "\n"),
        ("Berlin: Germany\nParis: France", ": ", "\n"),
        ("Berlin|Germany|city\nParis|France|city", "|", "\n"),
    ],
)
def test_separators_are_guessed(text: str, column: str, row: str) -> None:
    """By what cuts all rows alike."""
    by = guessed(text)
    assert (by.column, by.row) == (column, row)
    assert len(rows(text).rows) == len(rows(text, by).rows) >= 2
    assert rows(text).unread == ()


def test_quizlet_with_its_own_separators() -> None:
    """Term and definition by " - ", cards by ";"."""
    found = rows(QUIZLET)
    assert [row.cells for row in found.rows] == [
        ("Berlin", "capital of Germany"),
        ("Paris", "capital of France"),
        ("Rome", "capital of Italy"),
    ]


def test_anki_says_itself_how_it_is_cut() -> None:
    """Directives, HTML, quoted cells with line breaks, sounds, gaps, tags."""
    found = rows(ANKI)
    assert found.separators == Separators("\t", "\n", quoted=True, html=True)
    assert found.tags_column == 3
    assert found.dropped_columns == {0}
    assert [row.cells for row in found.rows] == [
        ("a1", "Who & why?\nSay.", 'Vjosa "O"\nOsmani', "people kosovo"),
        ("b2", "{{c1:Kosovo}} left {{c2:Serbia}}", "", "tag"),
        ("c3", "alone", "", ""),
    ]
    assert [row.line for row in found.rows] == [5, 7, 8]
    made, skipped = questions(found.rows, mapping_for(found))
    assert [question.body for question in made] == [
        Short("Who & why?\nSay.", 'Vjosa "O" Osmani'),
        Cloze("{{c1:Kosovo}} left {{c2:Serbia}}"),
    ]
    assert [question.tags for question in made] == [("people", "kosovo"), ("tag",)]
    assert [(each.row.line, each.troubles[0].code) for each in skipped] == [(8, "no-answer")]


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("a\tb\nlonely\nc\td", "one-cell", 2),
        ('a\tb\n"never closed\tb\nc\td', "open-quote", 2),
    ],
)
def test_rows_that_cannot_be_read_are_told(text: str, reason: str, line: int) -> None:
    """With their line, their text and the reason; the others are read."""
    found = rows(text, Separators("\t"))
    assert [(each.reason, each.line) for each in found.unread] == [(reason, line)]
    assert [row.cells for row in found.rows] == [("a", "b"), ("c", "d")]


@pytest.mark.parametrize(
    ("mapping", "cells", "body"),
    [
        (Mapping(), ("Who?", "Vjosa"), Short("Who?", "Vjosa")),
        (Mapping(Kind.FLASHCARD), ("Who?", "Vjosa"), Flashcard("Who?", "Vjosa")),
        (
            Mapping(columns=(Column.ANSWER, Column.PROMPT, Column.WRONG, Column.WRONG)),
            ("Vjosa", "Who?", "Kurti; Rama", "Thaçi"),
            Short("Who?", "Vjosa", (), ("Kurti", "Rama", "Thaçi")),
        ),
        (
            Mapping(columns=(Column.PROMPT, Column.ANSWER, Column.ACCEPT)),
            ("Who?", "Vjosa", "V.|VO"),
            Short("Who?", "Vjosa", ("V.", "VO")),
        ),
        (Mapping(Kind.LIST), ("Which?", "A; B; C"), ListQuestion("Which?", ("A", "B", "C"), 3)),
        (Mapping(), ("It left {{Serbia}}.", "x"), Cloze("It left {{Serbia}}.")),
    ],
)
def test_columns_become_fields(mapping: Mapping, cells: tuple[str, ...], body: object) -> None:
    """As the mapping says; a row with gaps is a cloze."""
    made, skipped = questions([Row(cells)], mapping)
    assert [question.body for question in made] == [body]
    assert skipped == ()
    assert made[0].id is None


def test_a_heading_names_the_columns() -> None:
    """And is no question."""
    found = rows("Question\tAnswer\tOption 1\tOption 2\tTags\nWho?\tA\tB\tC\tpeople, x")
    mapping = mapping_for(found)
    assert mapping.heading
    made, _skipped = questions(found.rows, mapping)
    assert made == (Question(None, Short("Who?", "A", (), ("B", "C")), tags=("people", "x")),)


_cells = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\t\n";,- "'), max_size=8
).map(str.strip)


@settings(max_examples=400)
@given(
    st.lists(st.lists(_cells, min_size=2, max_size=4), min_size=1, max_size=5),
    st.sampled_from(["\t", ";", ",", "|"]),
)
def test_quoting_there_and_back(table: list[list[str]], column: str) -> None:
    """What is written is read again, whatever is in the cells."""
    table = [[*row, "x", "y"] for row in table]
    by = Separators(column, "\n")
    text = written(table, by)
    if text.startswith("#"):
        return
    found = rows(text, by)
    assert found.unread == ()
    assert [list(row.cells) for row in found.rows] == table


@settings(max_examples=300)
@given(st.text(max_size=60), st.sampled_from(["\t", ";", " - ", ","]), st.booleans())
def test_no_text_raises(text: str, column: str, html: bool) -> None:
    """Any text is read or told to be unreadable, and any row makes a question or is skipped."""
    for by in (None, Separators(column, "\n", html=html)):
        found = rows(text, by)
        mapping = mapping_for(found)
        made, skipped = questions(found.rows, mapping)
        assert len(made) + len(skipped) + mapping.heading == len(found.rows)


def test_a_long_text_is_cut_in_no_time_that_grows_with_its_square() -> None:
    """Ten thousand rows, and one row of ten thousand cells."""
    assert len(rows("\n".join(f"a{n}\tb{n}" for n in range(10_000))).rows) == 10_000
    assert rows("\t".join(map(str, range(10_000))), Separators("\t")).unread[0].reason == (
        "too-many-cells"
    )


def test_a_row_that_is_left_out_keeps_its_cells_where_they_stand() -> None:
    """An answer without a question is no question."""
    table = table_of("What is it?\tA bridge\n\tDrin\nWhere?\t\n")
    assert [line.cells for line in table.lines[:2]] == [("", "Drin"), ("Where?", "")]
    assert table.left_out == 2
    assert [question.prompt for question in table.questions] == ["What is it?"]


def test_work_that_is_stopped_ends_early() -> None:
    """Before the first row where it is so at once."""
    assert table_of("a\tb\n" * 1000, None, None, lambda: True).lines == ()
    answers = iter((False, False, True))
    assert 0 < len(rows("a\tb\n" * 1000, None, None, lambda: next(answers)).rows) < 1000


def test_how_far_it_is_only_grows() -> None:
    """From the first cut to the last row read."""
    told: list[float] = []
    table_of("a\tb\n" * 1000, None, told.append)
    assert told == sorted(told)
    assert told[0] == 0.0
    assert 0.9 <= told[-1] <= 1.0
