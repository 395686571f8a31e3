"""Questions made ready in another thread and added to a deck in work at once."""

from __future__ import annotations

import pytest
from author_home import save

from quizapp.author.desk import DeckDesk
from quizapp.author.editor import DeckEditor
from quizapp.author.told import Changed, NewDeck
from quizapp.content.question import Question, Short


@pytest.fixture
def desk(editor: DeckEditor) -> DeckDesk:
    """A deck with one question."""
    made = editor.open(editor.new(NewDeck("Rivers")))
    made.add_questions([Question(None, Short("First?", "Drin"))])
    return made


def many(count: int) -> list[Question]:
    """Questions without ids."""
    return [Question(None, Short(f"Number {n}?", str(n))) for n in range(count)]


def test_they_are_added_as_one_step_with_their_lines(desk: DeckDesk) -> None:
    """What was made in the other thread is what the desk itself says of them."""
    adding = desk.begin_add(many(250), desk.keys[0])
    told: list[float] = []
    adding.run(told.append)
    assert told == sorted(told)
    assert len(desk.keys) == 1  # nothing is added yet
    changed = desk.end_add(adding)
    assert changed.order
    assert len(desk.keys) == 251
    assert all(desk.line(key) == line for key, line in adding.lines.items())
    desk.undo()
    assert len(desk.keys) == 1


def test_stopped_they_are_not_added(desk: DeckDesk) -> None:
    """Not even those that were ready."""
    adding = desk.begin_add(many(250))
    adding.run(None, lambda: True)
    assert desk.end_add(adding) == Changed()
    assert len(desk.keys) == 1


def test_an_id_that_was_taken_meanwhile_is_given_to_no_other(desk: DeckDesk) -> None:
    """The question gets another id; neither is lost."""
    own = Question("qaaaaaaaaa", Short("Mine?", "Yes"))
    first, second = desk.begin_add([own]), desk.begin_add([own])
    first.run()
    second.run()
    desk.end_add(first)
    desk.end_add(second)
    assert len(set(desk.keys)) == 3
    assert "qaaaaaaaaa" in desk.keys
    save(desk)
    assert len(desk.whole_deck().questions) == 3
