"""A deck's text edited block by block: a table of texts before and after."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.content import deck_editing, deck_file
from quizapp.content.deck import Deck, Source
from quizapp.content.deck_editing import BlockMissingError, DeckText, NotOneBlockError
from quizapp.content.deck_editing_reading import QUESTION_ORDER
from quizapp.content.deck_text import question_values
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Evidence,
    Flashcard,
    Form,
    Image,
    ListQuestion,
    Match,
    Number,
    PartialDate,
    Precision,
    Question,
    Short,
    Tolerance,
    TrueFalse,
)

HEAD = 'format = 1\n[deck]\nid = "d"\ntitle = "t"\n'
SOURCE = '[[source]]\nid = "s"\ntitle = "S"\n'
ID = "aaaaaaaaaa"


def question_of(text: str) -> Question:
    """The first question of a text that is a deck once the usual head stands above it."""
    found = deck_file.read_as(Path("/nowhere/d.toml"), HEAD + SOURCE + text).deck
    assert found is not None
    return found.questions[0]


def block(*lines: str) -> str:
    """A question's block."""
    return "\n".join(["[[question]]", f'id = "{ID}"', *lines, ""])


PLAIN = ('prompt = "p?"', 'answer = "a"')


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        pytest.param(
            block("prompt   = 'p?'   # why", "answer   = 'a'"),
            lambda q: replace(q, body=replace(q.body, answer="b c")),
            block("prompt   = 'p?'   # why", "answer   = 'b c'"),
            id="quotes and alignment stay",
        ),
        pytest.param(
            block("prompt = 'p?'", "answer = 'a'"),
            lambda q: replace(q, body=replace(q.body, answer="it's")),
            block("prompt = 'p?'", 'answer = "it\'s"'),
            id="quotes that cannot hold it are changed",
        ),
        pytest.param(
            block(*PLAIN, 'explanation = """', "One.", 'Two."""'),
            lambda q: replace(q, explanation='One.\nTwo "three".'),
            block(*PLAIN, 'explanation = """', "One.", 'Two "three"."""'),
            id="a text over several lines keeps them",
        ),
        pytest.param(
            block(*PLAIN, "hint = '''a\\b'''"),
            lambda q: replace(q, hint="a\\c'"),
            block(*PLAIN, 'hint = """a\\\\c\'"""'),
            id="a long text that its quotes cannot hold",
        ),
        pytest.param(
            block(*PLAIN, "# mine", 'tags = ["x"]'),
            lambda q: replace(q, hint="h", attribution="A"),
            block(*PLAIN, 'hint = "h"', "# mine", 'tags = ["x"]', 'attribution = "A"'),
            id="new keys stand in the writer's order",
        ),
        pytest.param(
            block('answer = "a"', 'prompt = "p?"', 'tags = ["x"] # one', "# two"),
            lambda q: replace(q, tags=()),
            block('answer = "a"', 'prompt = "p?"', "# one", "# two"),
            id="a key that goes leaves the comment beside it",
        ),
        pytest.param(
            block(*PLAIN, "accept = [ # one", '  "# no", # two', "] # three", 'hint = "h"'),
            lambda q: replace(q, hint="", body=replace(q.body, accept=())),
            block(*PLAIN, "# one", "# two", "# three"),
            id="a list that goes leaves the comments within",
        ),
        pytest.param(
            block(*PLAIN, 'accept = ["x", \'y\', "z"]'),
            lambda q: replace(q, body=replace(q.body, accept=("x", "w", "y"))),
            block(*PLAIN, 'accept = ["x", "w", \'y\']'),
            id="items that stay keep their quotes",
        ),
        pytest.param(
            block(*PLAIN, "accept = [", '  "x", # one', "  # two", "  'y',", "]"),
            lambda q: replace(q, body=replace(q.body, accept=("y", "z"))),
            block(*PLAIN, "accept = [", '  # "x",  # one', "  # two", "  'y',", '  "z",', "]"),
            id="comments within a list stay",
        ),
        pytest.param(
            block(*PLAIN, "accept = [", '  "x" # one', "]"),
            lambda q: replace(q, body=replace(q.body, accept=("x", "y"))),
            block(*PLAIN, "accept = [", '  "x", # one', '  "y"', "]"),
            id="a comment beside an item stays beside it",
        ),
        pytest.param(
            block(*PLAIN, "accept = []"),
            lambda q: replace(q, body=replace(q.body, accept=("x",))),
            block(*PLAIN, 'accept = ["x"]'),
            id="a list that was empty",
        ),
        pytest.param(
            block('kind = "match"', 'prompt = "p?"', 'pairs = [["a", \'b\'], ["c", "d"]]'),
            lambda q: replace(q, body=Match("p?", (("a", "e"), ("c", "d")))),
            block('kind = "match"', 'prompt = "p?"', 'pairs = [["a", \'e\'], ["c", "d"]]'),
            id="pairs",
        ),
        pytest.param(
            block(*PLAIN, "[question.evidence] # from", "quote = 'q'", 'source = "s"'),
            lambda q: replace(q, evidence=Evidence("s", "new")),
            block(*PLAIN, "[question.evidence] # from", "quote = 'new'", 'source = "s"'),
            id="evidence below its header",
        ),
        pytest.param(
            block(*PLAIN, "evidence = { source = 's', quote = 'q' } # from"),
            lambda q: replace(q, evidence=Evidence("s", "new")),
            block(*PLAIN, "evidence = { source = 's', quote = 'new' } # from"),
            id="evidence in a row",
        ),
        pytest.param(
            block(*PLAIN, "evidence.source = 's'", "evidence.quote = 'q'"),
            lambda q: replace(q, evidence=Evidence("s", "new")),
            block(*PLAIN, "evidence.source = 's'", "evidence.quote = 'new'"),
            id="evidence with dots",
        ),
        pytest.param(
            block(*PLAIN, "evidence.source = 's'", "evidence.quote = 'q'", 'hint = "h"'),
            lambda q: replace(q, evidence=None),
            block(*PLAIN, 'hint = "h"'),
            id="evidence that goes",
        ),
        pytest.param(
            block(
                *PLAIN, "# about", "[question.evidence] # at", "# of", "quote = 'q'", 'source="s"'
            ),
            lambda q: replace(q, evidence=None),
            block(*PLAIN, "# about", "# at", "# of"),
            id="evidence that goes leaves its comments",
        ),
        pytest.param(
            block(*PLAIN, "# end"),
            lambda q: replace(q, evidence=Evidence("s", "q")),
            block(*PLAIN, "[question.evidence]", 'source = "s"', 'quote = "q"', "# end"),
            id="evidence that is new",
        ),
        pytest.param(
            block('kind = "date"', 'prompt = "p?"', 'answer = "2008"'),
            lambda q: replace(q, body=DateQuestion("p?", PartialDate(2008, 2), Precision.YEAR)),
            block('kind = "date"', 'prompt = "p?"', 'answer = "2008-02"', 'precision = "year"'),
            id="what stood for itself is written when another key changes",
        ),
        pytest.param(
            block('kind = "list"', 'prompt = "p?"', 'answers = ["a", "b"]', "need = 2"),
            lambda q: replace(q, body=ListQuestion("p?", ("a", "b", "c"), 3)),
            block('kind = "list"', 'prompt = "p?"', 'answers = ["a", "b", "c"]'),
            id="what would be so anyway goes when it must change",
        ),
        pytest.param(
            block(*PLAIN, "as_of = 2022-03-01"),
            lambda q: replace(q, as_of=PartialDate(2026, 11, 24)),
            block(*PLAIN, "as_of = 2026-11-24"),
            id="a bare date stays bare",
        ),
        pytest.param(
            block("kind = 'short'", *PLAIN, "wrong = ['x', 'y']", "forms = ['type']"),
            lambda q: replace(q, body=Choice("p?", "a", ("x", "y"))),
            block("kind = 'choice'", *PLAIN, "wrong = ['x', 'y']"),
            id="another kind drops what has no place in it",
        ),
        pytest.param(
            block(*PLAIN, "accept = ['x']").replace("\n", "\r\n"),
            lambda q: replace(q, hint="h", explanation="e"),
            block(*PLAIN, "accept = ['x']", 'hint = "h"', 'explanation = "e"').replace(
                "\n", "\r\n"
            ),
            id="the file's own line ends",
        ),
        pytest.param(
            block(*PLAIN).removesuffix("\n"),
            lambda q: replace(q, hint="h", tags=("x",)),
            block(*PLAIN, 'hint = "h"', 'tags = ["x"]').removesuffix("\n"),
            id="no line end at the end",
        ),
        pytest.param(
            "  [[question]]\n" + block(*PLAIN).split("\n", 1)[1].replace("p?", "p\\u003f"),
            lambda q: replace(q, image=Image("i.svg", "An i.")),
            "  [[question]]\n"
            + block(*PLAIN, 'image = "i.svg"', 'image_alt = "An i."')
            .split("\n", 1)[1]
            .replace("p?", "p\\u003f"),
            id="an image comes with its words",
        ),
    ],
)
def test_only_what_differs_is_written(
    before: str, change: Callable[[Question], Question], after: str
) -> None:
    """The block changes as by an author's hand; the same question changes nothing."""
    question = question_of(before)
    top, rest = HEAD + SOURCE, "\n# next\n" + block(*PLAIN).replace(ID, "b" * 10)
    whole = top + before + (rest if before.endswith("\n") else "")
    assert deck_editing.change_question(whole, 0, question) == whole
    changed = deck_editing.change_question(whole, 0, change(question))
    assert changed == top + after + (rest if before.endswith("\n") else "")


def test_faulty_keys_are_mended_and_unknown_ones_stay() -> None:
    """A key that cannot be read is written anew or goes; one of a later version is left alone."""
    text = block(
        'kind = "shrt"', "prompt = 5", "answer.x = 1", 'correction = "c"', "zeal = { a = 1 }"
    )
    question = Question(ID, Short("p?", "a"))
    assert deck_editing.change_question(text, 0, question) == block(
        'prompt = "p?"', 'answer = "a"', "zeal = { a = 1 }"
    )


@pytest.mark.parametrize(
    ("evidence", "path", "after"),
    [
        ("{ source = 's', quote = 'q' }", ("evidence", "quote"), "{ source = 's' }"),
        ("{source='s', quote='q'}", ("evidence", "source"), "{quote='q'}"),
        ("{ source = 's' }", ("evidence", "source"), "{}"),
        ("{ source = 's' }", ("evidence", "gone"), "{ source = 's' }"),
    ],
)
def test_one_key_is_taken_out_of_a_row(evidence: str, path: tuple[str, ...], after: str) -> None:
    """Its comma goes with it."""
    text = block(*PLAIN, f"evidence = {evidence}")
    assert deck_editing.remove_key(text, 0, path) == block(*PLAIN, f"evidence = {after}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("evidence = { source = 's' }", "evidence = { source = 's', quote = \"q\" }"),
        ("evidence = {}", 'evidence = { quote = "q" }'),
        ("evidence = 'none'", 'evidence = { quote = "q" }'),
        ("evidence.source = 's' # x", "evidence.source = 's' # x\nevidence.quote = \"q\""),
        (
            "[question.evidence]\nsource = 's'",
            "[question.evidence]\nsource = 's'\nquote = \"q\"",
        ),
        ("hint = 'h'", "hint = 'h'\n[question.evidence]\nquote = \"q\""),
    ],
)
def test_one_key_is_put_into_evidence_in_its_own_form(before: str, after: str) -> None:
    """As a row, with dots, or below a header."""
    text = deck_editing.set_key(block(*PLAIN, before), 0, ("evidence", "quote"), "q")
    assert text == block(*PLAIN, after)


def _whole(*parts: str) -> str:
    return HEAD + "\n" + "\n".join(parts)


A, B, C = (block(*PLAIN).replace(ID, letter * 10) for letter in "abc")
NEW = Question("n" * 10, Cloze("In {{Serbia}}."))
NEW_TEXT = '[[question]]\nid = "nnnnnnnnnn"\nkind = "cloze"\ntext = "In {{serbia:Serbia}}."\n'


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        (_whole(A, B), lambda cut: cut.add_questions([NEW]), _whole(A, B, NEW_TEXT)),
        (_whole(A, B), lambda cut: cut.add_questions([NEW], 0), _whole(A, NEW_TEXT, B)),
        (_whole(A, B), lambda cut: cut.add_questions([]), _whole(A, B)),
        (_whole(A + B), lambda cut: cut.add_questions([NEW], 0), _whole(A, NEW_TEXT, B)),
        (_whole(A).rstrip(), lambda cut: cut.add_questions([NEW]), _whole(A, NEW_TEXT)),
        (
            _whole(A, "# of b\n" + B),
            lambda cut: cut.add_questions([NEW], 0),
            _whole(A, NEW_TEXT, "# of b\n" + B),
        ),
        (HEAD, lambda cut: cut.add_questions([NEW]), _whole(NEW_TEXT)),
        (_whole(A, B, C), lambda cut: cut.remove_questions([0, 2]), _whole(B)),
        (_whole(A, B), lambda cut: cut.remove_questions([0, 1]), HEAD),
        (
            _whole("# stays\n", "# of a\n" + A + "# below a\n", "# stays too\n", B),
            lambda cut: cut.remove_questions([0]),
            _whole("# stays\n", "# stays too\n", B),
        ),
        (_whole(A, B, C), lambda cut: cut.move_question(2, 0), _whole(C, A, B)),
        (_whole(A, B, C), lambda cut: cut.move_question(0, 1), _whole(B, A, C)),
        (_whole(A, B, C), lambda cut: cut.move_question(1, 1), _whole(A, B, C)),
        (
            _whole(A, "# stays\n", "# of b\n" + B),
            lambda cut: cut.move_question(1, 0),
            _whole("# of b\n" + B, A, "# stays\n"),
        ),
        (_whole(A), lambda cut: cut.add_source(Source("s", "S")), _whole(SOURCE, A)),
        (
            _whole(SOURCE, A),
            lambda cut: cut.add_source(Source("t", "T")),
            _whole(SOURCE, SOURCE.replace('"s"', '"t"').replace('"S"', '"T"'), A),
        ),
        (_whole(SOURCE, A), lambda cut: cut.remove_source(0), _whole(A)),
        (_whole(A, B), lambda cut: cut.with_block(0, "# new\n" + C), _whole("# new\n" + C, B)),
        (_whole(A), lambda cut: cut.add_block("\n# new\n" + C), _whole(A, "# new\n" + C)),
        (_whole(A, B), lambda cut: cut.add_block(C.rstrip(), 0), _whole(A, C, B)),
    ],
)
def test_blocks_come_go_and_move(
    before: str, edit: Callable[[DeckText], DeckText], after: str
) -> None:
    """With the comments at them, one blank line between blocks."""
    found = edit(DeckText.of(before))
    assert found.text == after
    assert DeckText.of(after).ids == found.ids


def test_tables_that_stand_astray_are_found() -> None:
    """Evidence below another block's header is its question's still."""
    text = HEAD + A + SOURCE + "[question.evidence]\nsource = 's'\nquote = 'q'\n" + B
    question = replace(question_of(A), id="a" * 10, evidence=Evidence("s", "new"))
    changed = deck_editing.change_question(text, 0, question)
    assert changed == text.replace("'q'", "'new'")
    assert deck_editing.block_text(text, 0).count("evidence") == 1
    moved = deck_editing.move_question(text, 0, 1)
    tables = tomllib.loads(moved)["question"]
    assert [("evidence" in table, table["id"][0]) for table in tables] == [
        (False, "b"),
        (True, "a"),
    ]


def test_the_head_is_added_where_there_is_none() -> None:
    """As a table of its own above the blocks."""
    changed = deck_editing.change_head("format = 1\n\n" + A, Deck("d", "t"))
    table = '\n[deck]\nid = "d"\ntitle = "t"\n'
    assert changed == f"format = 1\n{table}\n{A}"


@pytest.mark.parametrize(
    "call",
    [
        lambda cut: cut.change_question(1, NEW),
        lambda cut: cut.remove_questions([0, 5]),
        lambda cut: cut.move_question(0, 1),
        lambda cut: cut.add_questions([NEW], 1),
        lambda cut: cut.change_source(0, Source("s", "S")),
        lambda cut: cut.block(-1),
    ],
)
def test_a_block_that_is_not_there_is_told(call: Callable[[DeckText], object]) -> None:
    """The error names kind and index."""
    with pytest.raises(BlockMissingError):
        call(DeckText.of(_whole(A)))


@pytest.mark.parametrize(
    "text", ["", "# x", A + B, SOURCE, "[[question]", "question = [{}]", HEAD + A, "x = 1\n" + A]
)
def test_what_is_no_block_takes_no_place(text: str) -> None:
    """A text that holds more or less than one question is refused."""
    with pytest.raises(NotOneBlockError):
        deck_editing.with_block_text(_whole(A), 0, text)
    with pytest.raises(NotOneBlockError):
        deck_editing.add_block_text(_whole(A), text)


def test_half_a_surrogate_is_refused() -> None:
    """No file can hold it."""
    with pytest.raises(ValueError, match="surrogates"):
        deck_editing.change_question(_whole(A), 0, Question(ID, Short("\ud800", "a")))


def test_ids_are_read_in_every_writing() -> None:
    """In any quotes and place; one that is no text, or is missing, is none."""
    text = _whole(
        A, B.replace('"b', "'b").replace('b"', "b'"), '[[question]]\nhint="""\nid = "x"\n"""\n'
    )
    text += "[[question]]\nid = 5\n[[question]]\n'id' = \"\\u0061a\"\n"
    assert deck_editing.question_ids(text) == ("a" * 10, "b" * 10, "", "", "aa")


@pytest.mark.parametrize(
    "body",
    [
        Short("p", "a", ("b",), ("c", "d"), (Form.TYPE,)),
        TrueFalse("p", answer=False, correction="c"),
        Number("p", Decimal(5), "km", Tolerance(Decimal(1)), ("five",)),
        DateQuestion("p", PartialDate(2008), Precision.YEAR, ("x",)),
        ListQuestion("p", ("a", "b"), 1, (("c", "a"),)),
        Match("p", (("a", "b"), ("c", "d"))),
        Cloze("{{a:b}}", (("c", "b"),)),
        Flashcard("p", "a", both_ways=True),
    ],
)
def test_the_order_of_keys_is_the_writer_s(body: Body) -> None:
    """A key that is new stands where a whole deck is written with it."""
    image = Image("i.svg", "An i.")
    question = Question(ID, body, "h", "e", ("t",), PartialDate(2022), None, "A", None, image)
    keys = [key for key in QUESTION_ORDER if key in question_values(question)]
    assert keys == list(question_values(question))


ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", sorted(ROOT.glob("decks/**/*.toml")), ids=lambda path: path.stem)
def test_a_change_taken_back_is_the_same_file(path: Path) -> None:
    """In the decks that come with the program, for each question."""
    text = deck_file.text_of(path)
    deck = deck_file.read_as(path, text, text_root=ROOT / "resources" / "articles").deck
    assert deck is not None
    cut = DeckText.of(text)
    assert cut.ids == tuple(question.id for question in deck.questions)
    for index, question in enumerate(deck.questions):
        assert cut.change_question(index, question).text == text
        bare = replace(question, hint="")
        without = cut.change_question(index, bare)
        hinted = without.change_question(index, replace(question, hint="A new hint"))
        assert hinted.text != without.text
        assert hinted.change_question(index, bare).text == without.text
    assert cut.change_head(deck).text == text


LISTED = block(*PLAIN, "wrong = [", '  "x",  # one', "  'y',  # two", "  # above z", '  "z",', "]")


@pytest.mark.parametrize(
    ("wrong", "lines"),
    [
        (("y", "z"), ['  # "x",  # one', "  'y',  # two", "  # above z", '  "z",']),
        (("x", "y"), ['  "x",  # one', "  'y',  # two", "  # above z", '  # "z",']),
        (("x", "z"), ['  "x",  # one', "  # 'y',  # two", "  # above z", '  "z",']),
        (("y", "x", "z"), ["  'y',  # two", '  "x",  # one', "  # above z", '  "z",']),
        (("z", "x", "y"), ["  # above z", '  "z",', '  "x",  # one', "  'y',  # two"]),
        (("w", "y", "z"), ['  "w",  # one', "  'y',  # two", "  # above z", '  "z",']),
    ],
)
def test_a_comment_stays_with_its_option(wrong: tuple[str, ...], lines: list[str]) -> None:
    """One that goes becomes a comment itself; one that moves takes its comment along."""
    found = deck_editing.set_key(HEAD + LISTED, 0, ("wrong",), list(wrong))
    assert found == HEAD + block(*PLAIN, "wrong = [", *lines, "]")
