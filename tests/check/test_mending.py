"""Safe mends: what they change, what they leave, and that nothing else is touched."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from deck_desk import HEAD, TODAY
from hostile_decks import HostileWriter, comments
from hypothesis import given
from hypothesis import strategies as st
from strategies import decks

from quizapp.check.checking import check_deck
from quizapp.check.mending import mended
from quizapp.content.content_hash import content_hash
from quizapp.content.deck import Deck
from quizapp.content.deck_file import read_as
from quizapp.content.hidden_signs import without_needless
from quizapp.content.question import Cloze, Question


def ids() -> Callable[[], str]:
    """Ids in order."""
    names = (f"{a}{b}aaaaaaaa" for a in "abcdefgh" for b in "abcdefghijklmnopqrstuvwxyz")
    return lambda: next(names)


def mend(folder: Path, text: str) -> tuple[str, list[str]]:
    """A text after all that is safe is mended, and the codes that were."""
    done: list[str] = []
    new_id = ids()
    for _ in range(5):
        read = read_as(folder / "deck.toml", text, today=TODAY)
        assert read.deck is not None
        text, now = mended(text, check_deck(read, text, today=TODAY), read.deck.sources, new_id)
        if not now:
            break
        done += [finding.code.number for finding in now]
    return text, done


ID = 'id = "k7f3q2m4xd"\n'
Q = f'[[question]] # a head\n{ID}prompt = "Q?" # the question\nanswer = "A"\n# a comment\n'
LETTER = "She said: “We need   NATO” – and left. He came.\nHe read it. He read it.\n"
SOURCE = '[[source]]\nid = "s"\ntitle = "t" # a title\nfile = "s.md"\n'
EVIDENCE = '[question.evidence]\nsource = "s"\nquote = "{quote}"\n'


@pytest.mark.parametrize(
    ("lines", "instead", "code"),
    [
        ('tags = ["a", "b", "a"] # x\n', 'tags = ["a", "b"] # x\n', "E116"),
        ("tags = ['a', \"b\", 'a ']\n", "tags = ['a', \"b\"]\n", "E116"),
        ('wrong = ["B", "C", "B"]\n', 'wrong = ["B", "C"]\n', "E116"),
        ('accept = ["a"]\n', "", "E504"),
        ('accept = ["a", "Aa"] # x\n', 'accept = ["Aa"] # x\n', "E504"),
        ('hint = ""\n', "", "E113"),
        ('accept = ["", "Aa"]\n', 'accept = ["Aa"]\n', "E113"),
        ('accept = "Aa"\n', 'accept = ["Aa"]\n', "E114"),
        ('hint = "Donau\u00addampf" # x\n', 'hint = "Donaudampf" # x\n', "E142"),
        ("hint = 'here \u200b it'\n", "hint = 'here  it'\n", "E142"),
        ('hint = """a\u200b\nb"""\n', 'hint = """a\nb"""\n', "E142"),
        ('hint = "one\u200btwo"\n', 'hint = "one\u200btwo"\n', ""),
        ('hint = "a\u202eb\u00ad"\n', 'hint = "a\u202eb\u00ad"\n', ""),
        ('hint = "a\\u001b[2J"\n', 'hint = "a\\u001b[2J"\n', ""),
        ('tags = ["a\u00ad"]\n', 'tags = ["a\u00ad"]\n', ""),
    ],
)
def test_a_mend_changes_its_key_and_nothing_else(
    tmp_path: Path, lines: str, instead: str, code: str
) -> None:
    """Comments and quoting stay."""
    assert mend(tmp_path, HEAD + Q + lines) == (HEAD + Q + instead, code.split())


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        (f'kind = "number"\n{ID}prompt = "?"\nanswer = "6"\n', "answer = 6", ["E125"]),
        (f'kind = "number"\n{ID}prompt = "?"\nanswer = "6,5"\n', 'answer = "6,5"', []),
        (f'kind = "number"\n{ID}prompt = "?"\nanswer = "007"\n', 'answer = "007"', []),
        (f'{ID}prompt = "?"\nanswer = 1984\n', 'answer = "1984"', ["E114"]),
        (f'{ID}prompt = "?"\nanswer = 19.5\n', "answer = 19.5", []),
        (f'{ID}prompt = "?"\nanswer = true\n', "answer = true", []),
        ('prompt = "?"\nanswer = "A"\n', 'id = "aaaaaaaaaa"\nprompt', ["E136"]),
        (f'kind = "cloze"\n{ID}text = "a {{{{Big Ben}}}}"\n', "{{big_ben:Big Ben}}", ["E137"]),
        (f'{ID}prompt = "?"\nansver = "A"\n', 'ansver = "A"', []),
        (f'{ID}prompt = "?"\nanswer = "A"\nwrong = ["A", "B"]\n', 'wrong = ["A", "B"]', []),
        (f'{ID}prompt = "?"\nanswer = "A"\nhint = 5\n', "hint = 5", []),
    ],
)
def test_only_what_is_certain_is_mended(
    tmp_path: Path, before: str, after: str, codes: list[str]
) -> None:
    """Whatever could be meant otherwise is left to its author."""
    text, done = mend(tmp_path, f"{HEAD}[[question]]\n{before}")
    assert after in text
    assert done == codes


@pytest.mark.parametrize(
    ("quote", "own"),
    [
        ('She said: \\"We need NATO\\" - and left.', "She said: “We need   NATO” – and left."),
        ("“We need NATO”", "“We need   NATO”"),
        ("We need\\nNATO", "We need   NATO"),
        ("We needed NATO", ""),
        ("she said: We need NATO", ""),
        ("He  read  it.", ""),
    ],
)
def test_a_quote_takes_the_words_of_its_text(tmp_path: Path, quote: str, own: str) -> None:
    """Where only spaces, quotation marks and dashes differ, on one place."""
    (tmp_path / "s.md").write_text(LETTER)
    before = HEAD + SOURCE + Q + EVIDENCE.format(quote=quote)
    text, done = mend(tmp_path, before)
    assert done == (["E203"] if own else [])
    assert text == (HEAD + SOURCE + Q + EVIDENCE.format(quote=own) if own else before)


@pytest.mark.parametrize(("quote", "safe"), [("He came.", True), ("He went.", False)])
def test_a_sha256_is_written_where_all_quotes_stand(
    tmp_path: Path, quote: str, safe: bool
) -> None:
    """Else the text may have lost what the questions rest on."""
    (tmp_path / "s.md").write_text(LETTER)
    old = f'sha256 = "{"0" * 64}" # of the text\n'
    before = HEAD + SOURCE + old + Q + EVIDENCE.format(quote=quote)
    text, done = mend(tmp_path, before)
    assert done == (["E202"] if safe else [])
    assert ("0" * 64 in text) != safe
    assert "# of the text\n" in text
    assert len(text) == len(before)


def test_the_format_is_written_first(tmp_path: Path) -> None:
    """Above the comments."""
    text = "# mine\r\n" + HEAD.replace("format = 1\n\n", "").replace("\n", "\r\n") + Q
    after, done = mend(tmp_path, text)
    assert (after, done) == ("format = 1\r\n" + text, ["E106"])


def _seen(question: Question) -> Question:
    """The question without what is not seen in its prompt, which a mend may take out."""
    body = question.body
    if isinstance(body, Cloze):
        return question
    return replace(question, body=replace(body, prompt=without_needless(body.prompt)))


@given(deck=decks(ids=False), seed=st.integers(0, 1000))
def test_mending_loses_no_comment_and_changes_no_question(
    tmp_path_factory: pytest.TempPathFactory, deck: Deck, seed: int
) -> None:
    """Of any deck, however it is written: what is asked and what is right stay, order too."""
    folder = tmp_path_factory.getbasetemp()
    text = HostileWriter(random.Random(seed), strange=False).deck(deck)
    before = read_as(folder / "deck.toml", text, today=TODAY)
    after, _ = mend(folder, text)
    again = read_as(folder / "deck.toml", after, today=TODAY)
    assert before.deck is not None
    assert again.deck is not None
    for side in ("line", "side"):
        assert comments(after, side) == comments(text, side)
    if len(before.deck.questions) == len(again.deck.questions):
        for one, two in zip(before.deck.questions, again.deck.questions, strict=True):
            assert two.id is not None
            assert content_hash(_seen(one)) == content_hash(_seen(two))
    assert mend(folder, after) == (after, [])
