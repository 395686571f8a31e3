"""Any steps taken back leave the text as it was, byte for byte; done again, as it became."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from author_home import editor_in, save
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from strategies import texts

from quizapp.author.desk import DeckDesk
from quizapp.author.field_reading import fields_of
from quizapp.author.told import HeadFields, NewSource, SaveState
from quizapp.content.deck_file import give_ids, read
from quizapp.content.question import Kind

DECKS = (
    """# A deck with comments everywhere.
format = 1   # the first

[deck]
id = "d"
title = 'Kosovo'   # literal

# Sources below.

[[source]]
id = "letter"
title = "A letter"

# About people.

# This one is hard.
[[question]]
id = "aaaaaaaaaa"
prompt = \"\"\"
Who wrote
it?\"\"\"
answer = "Vjosa Osmani"  # the president
wrong = [
    "Kurti",  # prime minister
    'Rama',
]
tags = ["people"]

[question.evidence]
quote = "She wrote."
source = "letter"

# Between two.

[[question]]
id = "bbbbbbbbbb"
kind = "cloze"
text = "Left {{serbia:Serbia}} in {{2008}}."
evidence = { source = "letter", quote = "It left." }
[[question]]
id = "cccccccccc"
kind = "number"
prompt = 'How many?'
answer = 3_770
# the end""",
    (
        '[deck]\r\nid = "d"\r\ntitle = "Windows"\r\n\r\n[[question]]\r\nprompt = "One?"\r\n'
        'answer = "1"\r\n\r\n[[question]]\r\nprompt = "Two?"\r\nanswer = "2"\r\n'
    ),
    (
        '[deck]\nid = "d"\ntitle = "Faults"\n[[question]]\nid = "aaaaaaaaaa"\nprompt = ""\n'
        'anser = "1"\n\n[[question]]\nid = "bbbbbbbbbb"\nprompt = "Two?"\nanswer = "2"\n'
        '[[question]]\nid = "BAD"\nkind = "list"\nprompt = "Three?"\nanswers = "2"\n'
    ),
    'format = 1\n[deck]\nid = "d"\ntitle = "Empty"\n',
)
FIELDS = ("prompt", "answers", "wrong", "hint", "tags", "explanation", "as_of", "quote")


class Steps(RuleBasedStateMachine):
    """An author at work, who in the end takes everything back and does it again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.editor = editor_in(Path(self.folder.name))
        self.desk: DeckDesk | None = None
        self.path = Path(self.folder.name) / "decks" / "d.toml"

    def teardown(self) -> None:
        """Take all back, do all again, save, and open what was saved."""
        try:
            if self.desk is not None:
                self.come_and_go(self.desk)
        finally:
            self.folder.cleanup()

    def come_and_go(self, desk: DeckDesk) -> None:
        """Both ends of the history, and the file."""
        while desk.redo().keys or desk.redoable:
            pass
        save(desk)
        last = self.path.read_bytes()
        fields = [desk.fields(key) for key in desk.keys]
        while desk.undoable:
            desk.undo()
        save(desk)
        assert self.path.read_bytes() == self.start
        while desk.redoable:
            desk.redo()
        save(desk)
        assert self.path.read_bytes() == last
        again = self.editor.open(self.path)
        for key, typed in zip(desk.keys, fields, strict=True):
            question = desk.question(key)
            found, kept = again.fields(key), typed if question is None else fields_of(question)
            assert replace(found, prompt="") == replace(kept, prompt="")  # its gaps are labelled

    @initialize(text=st.sampled_from(DECKS))
    def begin(self, text: str) -> None:
        """A deck, with the ids that its first save would write."""
        self.path.write_bytes(text.encode())
        give_ids(self.path, self.editor.new_id)
        self.start = self.path.read_bytes()
        self.desk = self.editor.open(self.path)

    def at(self, place: int) -> str:
        """A question."""
        assert self.desk is not None
        return self.desk.keys[place % len(self.desk.keys)]

    def some(self) -> bool:
        """Whether there is a question."""
        return self.desk is not None and bool(self.desk.keys)

    @precondition(some)
    @rule(place=st.integers(0, 9), field=st.sampled_from(FIELDS), text=st.text(max_size=5))
    def type_in(self, place: int, field: str, text: str) -> None:
        """Type into a field."""
        assert self.desk is not None
        key = self.at(place)
        before = self.desk.fields(key)
        value: Any = text
        if isinstance(getattr(before, field), tuple):
            value = (*getattr(before, field), text)
        self.desk.change(key, replace(before, **{field: value}))

    @precondition(some)
    @rule(place=st.integers(0, 9), text=texts)
    def finish(self, place: int, text: str) -> None:
        """Make a question valid with words of any kind."""
        assert self.desk is not None
        key = self.at(place)
        fields = replace(self.desk.fields(key), kind=Kind.SHORT, wrong=(), accept=(), forms=())
        fields = replace(fields, prompt="?" + text, answers=("!" + text,), as_of="", review_by="")
        self.desk.change(key, replace(fields, source="", quote="", image=""))

    @precondition(some)
    @rule(place=st.integers(0, 9), kind=st.sampled_from(Kind))
    def turn(self, place: int, kind: Kind) -> None:
        """Turn a question into another kind."""
        assert self.desk is not None
        key = self.at(place)
        self.desk.change(key, self.desk.turned(key, kind).fields)

    @rule(kind=st.sampled_from(Kind), place=st.integers(-1, 9))
    def add(self, kind: Kind, place: int) -> None:
        """Add a question."""
        if self.desk is not None:
            self.desk.add(kind, self.at(place) if place >= 0 and self.some() else "")

    @precondition(some)
    @rule(places=st.sets(st.integers(0, 9), min_size=1, max_size=3))
    def delete(self, places: set[int]) -> None:
        """Delete questions."""
        assert self.desk is not None
        self.desk.delete({self.at(place) for place in places})

    @precondition(some)
    @rule(places=st.sets(st.integers(0, 9), min_size=1, max_size=3), before=st.integers(-1, 9))
    def move(self, places: set[int], before: int) -> None:
        """Move questions."""
        assert self.desk is not None
        self.desk.move(
            {self.at(place) for place in places}, self.at(before) if before >= 0 else ""
        )

    @precondition(some)
    @rule(places=st.sets(st.integers(0, 9), min_size=1, max_size=3))
    def duplicate(self, places: set[int]) -> None:
        """Copy questions."""
        assert self.desk is not None
        self.desk.duplicate([self.at(place) for place in sorted(places)])

    @precondition(some)
    @rule(place=st.integers(0, 9), tag=st.sampled_from(["people", "new"]), off=st.booleans())
    def tag(self, place: int, tag: str, off: bool) -> None:
        """Add a tag or take it away."""
        assert self.desk is not None
        (self.desk.untag if off else self.desk.tag)([self.at(place)], tag)

    @rule(
        title=st.sampled_from(["New", "Kosovo's “way”", "a\\b"]), text=st.sampled_from(["", "It."])
    )
    def deck(self, title: str, text: str) -> None:
        """Change the deck's own page, and add a source."""
        if self.desk is not None:
            self.desk.change_head(HeadFields(title))
            self.desk.add_source(NewSource(title, text=text))

    @rule()
    def undo(self) -> None:
        """Take a step back."""
        if self.desk is not None:
            self.desk.undo()

    @rule()
    def redo(self) -> None:
        """Do it again."""
        if self.desk is not None:
            self.desk.redo()

    @rule()
    def save(self) -> None:
        """Save what waits; the file is a deck, and opened anew it is the desk."""
        if self.desk is None:
            return
        save(self.desk)
        assert self.desk.state in {SaveState.SAVED, SaveState.UNFINISHED}
        assert read(self.path).deck is not None
        again = self.editor.open(self.path)
        assert list(again.keys) == list(self.desk.keys)
        unfinished = {key for key in again.keys if again.question(key) is None}
        assert {key for key in self.desk.keys if self.desk.question(key) is None} <= unfinished

    @invariant()
    def keys_stand_once(self) -> None:
        """No question is lost or doubled in the list."""
        if self.desk is not None:
            assert len(set(self.desk.keys)) == len(self.desk.keys)
            for key in self.desk.keys:
                assert self.desk.line(key).key == key


Steps.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestSteps = Steps.TestCase
