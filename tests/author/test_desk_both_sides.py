"""The window and a text editor work on one deck in turn: what both wrote stands in the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from author_home import editor_in, look, save
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.author.door import SaveState
from quizapp.content.deck_file import read

HERE, THERE = ("aaaaaaaaaa", "cccccccccc", "eeeeeeeeee"), ("bbbbbbbbbb", "dddddddddd")
HEAD = 'format = 1\n\n[deck]\nid = "d"\ntitle = "Deck"\n'
WORDS = st.text("abc xyz", min_size=1, max_size=5).map(lambda text: " ".join(text.split()) or "x")


def block(name: str) -> str:
    """A question's block, with comments."""
    return (
        f'\n# About {name}.\n[[question]]\nid = "{name}"\n'
        f'prompt = "{name}?"  # asked\nanswer = "{name}"\n'
    )


def with_answer(text: str, name: str, answer: str) -> str:
    """The text with another answer in one block, as a text editor would make it."""
    before, middle, after = text.partition(f'prompt = "{name}?"  # asked\nanswer = "')
    return before + middle + answer + '"' + after.partition('"')[2]


STEP = st.tuples(
    st.sampled_from(["type", "save", "look", "edit", "note"]), st.integers(0, 2), WORDS
)


@settings(max_examples=150, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=20))
def test_what_both_wrote_stands(steps: list[tuple[str, int, str]]) -> None:
    """Answers typed here, answers and comments written there; no block is touched by both."""
    names = sorted(HERE + THERE)
    wanted = {name: name for name in names}
    notes: list[str] = []
    with TemporaryDirectory() as folder:
        editor = editor_in(Path(folder))
        path = Path(folder) / "decks" / "d.toml"
        path.write_text(HEAD + "".join(map(block, names)))
        desk = editor.open(path)
        for what, at, word in steps:
            if what == "type":
                name = HERE[at]
                wanted[name] = word
                desk.change(name, replace(desk.fields(name), answers=(word,)))
            elif what == "save":
                save(desk)
            elif what == "look":
                look(desk)
            elif what == "edit":
                name = THERE[at % 2]
                wanted[name] = word
                path.write_text(with_answer(path.read_text(), name, word))
            else:
                notes.append(f"# Note {len(notes)}.")
                path.write_text(path.read_text() + "\n" + notes[-1] + "\n")
        save(desk)
        look(desk)
        assert desk.state is SaveState.SAVED
        text = path.read_text()
        found = read(path)
        assert found.deck is not None
        assert {q.id: getattr(q.body, "answer", "") for q in found.deck.questions} == wanted
        assert {key: desk.fields(key).answers[0] for key in desk.keys} == wanted
        for name in names:
            assert text.count(f"# About {name}.") == 1
            assert text.count(f'prompt = "{name}?"  # asked') == 1
        assert all(text.count(note) == 1 for note in notes)
