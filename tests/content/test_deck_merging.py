"""Two copies of one deck changed apart and merged: what one side did is there, nothing is lost."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hostile_decks import HostileWriter, comments
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import decks, question_id

from quizapp.content import deck_file
from quizapp.content.deck import Deck
from quizapp.content.deck_editing import DeckText
from quizapp.content.deck_merging import Conflict, TheirsUnreadableError, merge
from quizapp.content.question import Question, Short
from quizapp.content.toml_text import Outline

HEAD = 'format = 1\n[deck]\nid = "d"\ntitle = "t"\n'
A = '[[question]]\nid = "aaaaaaaaaa"\nprompt = "a?"\nanswer = "a"\n'
B = '[[question]]\nid = "bbbbbbbbbb"\nprompt = "b?"\nanswer = "b"\n'
C = '[[question]]\nid = "cccccccccc"\nprompt = "c?"\nanswer = "c"\n'
A2, A3 = A.replace('"a"', '"a2"'), A.replace('"a"', '"a3"')
B2 = B.replace('"b"', '"b2"')


def _text(*blocks: str) -> str:
    return "\n".join([HEAD, *blocks])


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        pytest.param(_text(A, B), _text(A2, B), _text(A, B2), _text(A2, B2), id="two changed"),
        pytest.param(_text(A, B), _text(A2, B), _text(A2, B2), _text(A2, B2), id="alike"),
        pytest.param(_text(A, B), _text(B), _text(A, B2), _text(B2), id="one gone here"),
        pytest.param(_text(A, B), _text(A, B2), _text(B), _text(B2), id="one gone there"),
        pytest.param(_text(A), _text(A, B), _text(A2), _text(A2, B), id="one new here"),
        pytest.param(_text(A), _text(A2), _text(A, B), _text(A2, B), id="one new there"),
        pytest.param(_text(A), _text(A, B), _text(C, A), _text(C, A, B), id="new on both sides"),
        pytest.param(_text(A, B), _text(B, A), _text(A2, B), _text(B, A2), id="moved here"),
        pytest.param(_text(A, B), _text(A2, B), _text(B, A), _text(B, A2), id="moved there"),
        pytest.param(
            _text(A, B),
            _text(A, "# mine", B2),
            _text(A, B).replace('"t"', '"T"'),
            _text(A, "# mine", B2).replace('"t"', '"T"'),
            id="the head there, a comment here",
        ),
        pytest.param(
            _text(A, B),
            _text(A, "# mine\n", B),
            _text(A, "# theirs\n", B),
            _text(A, "# theirs\n\n# mine\n", B),
            id="comments on both sides",
        ),
        pytest.param(
            _text(A, B),
            _text(B2),
            _text(A, "# theirs\n", B),
            _text("# theirs\n", B2),
            id="a comment behind a block that is gone",
        ),
        pytest.param(
            _text(A, B).replace("\n", "\r\n"),
            _text(A2, B).replace("\n", "\r\n"),
            _text(A, B2),
            _text(A2, B2),
            id="other line ends there",
        ),
        pytest.param(
            _text(A, B).replace('id = "aaaaaaaaaa"\n', ""),
            _text(A, B),
            _text(A, B2).replace('id = "aaaaaaaaaa"\n', ""),
            _text(A, B2),
            id="an id was given here",
        ),
    ],
)
def test_what_one_side_did_is_there(base: str, mine: str, theirs: str, merged: str) -> None:
    """Blocks that only one side touched come from that side."""
    found = merge(base, mine, theirs)
    assert found.conflicts == ()
    assert [line for line in found.text.splitlines() if line] == [
        line for line in merged.splitlines() if line
    ]
    assert tomllib.loads(found.text) == tomllib.loads(merged)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "conflict"),
    [
        (_text(A, B), _text(A2, B), _text(A3, B2), Conflict("question", "a" * 10, A, A2, A3)),
        (_text(A, B), _text(B), _text(A3, B2), Conflict("question", "a" * 10, A, "", A3)),
        (_text(A, B), _text(A2, B), _text(B2), Conflict("question", "a" * 10, A, A2, "")),
        (_text(B), _text(A2, B), _text(A3, B2), Conflict("question", "a" * 10, "", A2, A3)),
    ],
)
def test_one_block_changed_on_both_sides_is_a_conflict(
    base: str, mine: str, theirs: str, conflict: Conflict
) -> None:
    """Theirs stands, both texts are handed out; all else is merged."""
    found = merge(base, mine, theirs)
    assert found.conflicts == (conflict,)
    assert found.text.count(B2) == 1
    assert found.text.count(A.splitlines()[1]) == bool(conflict.theirs)
    assert conflict.theirs in found.text


def test_both_sides_wrote_another_head() -> None:
    """The deck's own table is a block as others are."""
    base = _text(A)
    mine, theirs = base.replace('"t"', '"T1"'), base.replace('"t"', '"T2"')
    found = merge(base, mine, theirs.replace(A, A2))
    head = HEAD.removeprefix("format = 1\n")
    wanted = (head, head.replace('"t"', '"T1"'), head.replace('"t"', '"T2"'))
    assert found.conflicts == (Conflict("deck", "", *wanted),)
    assert found.text == theirs.replace(A, A2)


def test_heads_that_cannot_stand_together_leave_all_to_the_author() -> None:
    """Two forms of the head, each changed, are one conflict of the whole texts."""
    base = 'format = 1\ndeck.id = "d"\n\n' + A
    mine, theirs = _text(A), base.replace("format = 1", 'format = 1\ndeck.title = "t"')
    found = merge(base, mine, theirs)
    assert found.text == theirs
    assert ("deck", theirs) in [(conflict.kind, conflict.theirs) for conflict in found.conflicts]


def test_what_was_taken_over_is_told() -> None:
    """Ids of questions that theirs changed, added or took out."""
    found = merge(_text(A, B), _text(A2, B), _text(A, C))
    assert found.taken == {"b" * 10, "c" * 10}
    assert merge(_text(A), _text(A), _text(A2)).taken == {"a" * 10}


@pytest.mark.parametrize(
    "theirs",
    [
        "",
        "# nothing",
        "[[question]",
        _text(A, 'x = "'),
        _text(A).replace('prompt = "a?"', 'prompt = "a'),
        _text(A) + "<<<<<<< mine\n",
        _text(A, "[deck]\n"),
        "question = 5\n" + A,
        "x = 1\n",
        "format = 2\n" + A,
        "format = true\n" + A,
        _text(A) + "x = " + "[" * 100000,
    ],
)
def test_what_is_no_deck_is_not_merged(theirs: str) -> None:
    """A file half written or with the marks of another merge is refused; nothing is guessed."""
    with pytest.raises(TheirsUnreadableError):
        merge(_text(A, B), _text(A2, B), theirs)


_dice = st.integers(0, 2**32).map(random.Random)


def _some_deck(parts: list[Deck]) -> Deck:
    """One deck of all questions of several."""
    questions = [
        replace(question, id=question_id(number), image=None)
        for number, question in enumerate(q for part in parts for q in part.questions)
    ]
    first = next((part for part in parts if part.sources), None)
    sources = first.sources if first else ()
    questions = [
        replace(q, evidence=replace(q.evidence, source=sources[0].id)) if q.evidence else q
        for q in questions
    ]
    return replace(parts[0], sources=sources, questions=tuple(questions))


class _Side:
    """One of two people who change a deck, each other blocks."""

    def __init__(self, name: str, text: str, own: list[str], dice: random.Random) -> None:
        self.name = name
        self.cut = DeckText.of(text)
        self.own = own
        self.dice = dice
        self.count = 0

    def step(self) -> None:
        """Something is done to a block of one's own."""
        self.count += 1
        word = f"{self.name} {self.count}"
        own = [index for index, name in enumerate(self.cut.ids) if name in self.own]
        what = self.dice.choice(["change", "add", "remove", "comment", "inside", "behind"])
        if what == "add" or not own:
            number = 900 + 100 * len(self.name) + self.count
            added = Question(question_id(number), Short(word, "a"))
            after = self.dice.choice([None, *own])
            self.cut = self.cut.add_questions([added], after)
            return
        index = self.dice.choice(own)
        text = self.cut.text
        block = Outline(text).sections("question")[index].parts[0]
        match what:
            case "change":
                key = self.dice.choice(["hint", "explanation"])
                self.cut = self.cut.set_key(index, (key,), word)
                return
            case "remove":
                self.cut = self.cut.remove_questions([index])
                return
            case "comment":
                at = text.rfind("\n", 0, block.start) + 1
                new = f"# {word}\n"
            case "inside" if text.endswith("\n", 0, block.body):
                at, new = block.body, f"# {word}\n"
            case _:
                at, new = len(text), f"\n\n# {word}"
        if "\r\n" in text:
            new = new.replace("\n", "\r\n")
        self.cut = DeckText.of(text[:at] + new + text[at:])

    @property
    def text(self) -> str:
        """What this side has."""
        return self.cut.text


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines()} - {""}


def _questions(text: str) -> dict[str, object]:
    read = deck_file.read_as(Path("/nowhere/d.toml"), text)
    assert {fault.code for fault in read.faults} <= {"no-questions"}
    assert read.deck is not None
    return {str(question.id): question for question in read.deck.questions}


@settings(max_examples=100)
@given(parts=st.lists(decks(), min_size=2, max_size=3), dice=_dice)
def test_sides_that_touch_different_blocks_both_have_their_will(
    parts: list[Deck], dice: random.Random
) -> None:
    """Questions are those of the side that touched them, new lines of both are there."""
    base = HostileWriter(dice).deck(_some_deck(parts))
    ids = list(DeckText.of(base).ids)
    dice.shuffle(ids)
    half = len(ids) // 2
    me, them = _Side("I", base, ids[:half], dice), _Side("they", base, ids[half:], dice)
    for side in (me, them):
        for _ in range(dice.randint(0, 4)):
            side.step()
    found = merge(base, me.text, them.text)
    assert found.conflicts == ()
    before, mine, theirs = map(_questions, (base, me.text, them.text))
    wanted = {
        name: mine.get(name) if theirs.get(name) == before.get(name) else theirs.get(name)
        for name in before | mine | theirs
    }
    questions = _questions(found.text)
    assert questions == {name: value for name, value in wanted.items() if value is not None}
    new = (_lines(me.text) | _lines(them.text)) - _lines(base)
    assert new <= _lines(found.text)
    where = ("line", "side", "item")
    kept = {*comments(me.text, *where)} & {*comments(them.text, *where)}
    assert kept <= {*comments(found.text, *where)}
    assert _questions(merge(base, them.text, me.text).text) == questions


@settings(max_examples=100)
@given(parts=st.lists(decks(), min_size=2, max_size=3), dice=_dice)
def test_nothing_is_lost_where_both_touch_anything(parts: list[Deck], dice: random.Random) -> None:
    """Each new line stands in the merged text or in a conflict; the text is a deck."""
    base = HostileWriter(dice).deck(_some_deck(parts))
    ids = list(DeckText.of(base).ids)
    me, them = _Side("I", base, ids, dice), _Side("they", base, ids, dice)
    for side in (me, them):
        for _ in range(dice.randint(0, 6)):
            side.step()
    found = merge(base, me.text, them.text)
    told = set().union(*(_lines(conflict.mine) for conflict in found.conflicts))
    merged = _lines(found.text)
    assert _lines(them.text) - _lines(base) <= merged
    assert _lines(me.text) - _lines(base) <= merged | told
    questions = _questions(found.text)
    for conflict in found.conflicts:
        assert (conflict.id in questions) == bool(conflict.theirs)
    back = merge(base, them.text, me.text)
    assert {(c.id, c.theirs, c.mine) for c in back.conflicts} == {
        (c.id, c.mine, c.theirs) for c in found.conflicts
    }


@settings(max_examples=100)
@given(parts=st.lists(decks(), min_size=2, max_size=3), dice=_dice)
def test_one_side_alone_is_itself(parts: list[Deck], dice: random.Random) -> None:
    """Where the other did nothing or the same, the text is that side's, byte for byte."""
    base = HostileWriter(dice).deck(_some_deck(parts))
    side = _Side("I", base, list(DeckText.of(base).ids), dice)
    for _ in range(dice.randint(0, 6)):
        side.step()
    assert merge(base, side.text, base).text == side.text
    assert merge(base, base, side.text).text == side.text
    assert merge(base, side.text, side.text).text == side.text


REMARKED = """# Remark.
[[question]]
id = "aaaaaaaaaa"

prompt = 'a?'   # asked often
# In class.
answer = "a"
"""


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        pytest.param(A, A2, REMARKED, REMARKED.replace('"a"', '"a2"'), id="remarks there"),
        pytest.param(A, REMARKED, A2, REMARKED.replace('"a"', '"a2"'), id="remarks here"),
        pytest.param(
            A,
            A + 'hint = "h"\n\n[question.evidence]\nsource = "s"\nquote = "q"\n',
            REMARKED,
            REMARKED + 'hint = "h"\n[question.evidence]\nsource = "s"\nquote = "q"\n',
            id="keys and a table that are new",
        ),
        pytest.param(
            A + 'hint = "h"  # or not\n',
            A,
            REMARKED + 'hint = "h"  # or not\n',
            REMARKED + "# or not\n",
            id="a key that goes leaves its remark",
        ),
    ],
)
def test_remarks_of_one_side_and_values_of_the_other(
    base: str, mine: str, theirs: str, merged: str
) -> None:
    """Nothing is left to choose where one side said nothing else."""
    found = merge(_text(base, B), _text(mine, B), _text(theirs, B))
    assert found.conflicts == ()
    assert found.text == _text(merged, B)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (A2.replace("answer", "# mine\nanswer"), REMARKED),
        (A2, REMARKED.replace('"a"', '"a3"')),
    ],
)
def test_what_both_wrote_is_still_a_conflict(mine: str, theirs: str) -> None:
    """Remarks of both sides beside new values, or values of both."""
    found = merge(_text(A, B), _text(mine, B), _text(theirs, B))
    assert [conflict.id for conflict in found.conflicts] == ["a" * 10]


def test_a_remark_in_the_head_and_another_title() -> None:
    """The deck's own table is merged in the same way."""
    base = _text(A)
    mine = base.replace('"t"', '"T"')
    theirs = base.replace('title = "t"', '# For class 9.\ntitle = "t"  # short')
    found = merge(base, mine, theirs)
    assert (found.conflicts, found.text) == ((), theirs.replace('"t"', '"T"'))
