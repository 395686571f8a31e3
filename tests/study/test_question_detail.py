"""One question read whole: found by id or place, with how each of its cards stands."""

from __future__ import annotations

from study_desk import Memory, SetClock

from quizapp.content.question import Cloze, Evidence, Question, Short
from quizapp.schedule.day import moment
from quizapp.schedule.log import Action, Entry
from quizapp.schedule.store import SourceEntry
from quizapp.study.question_detail import question_detail

OSMANI = Question(
    "k7f3q2m4xd",
    Short("Who wrote the letter?", "Vjosa Osmani", accept=("Osmani",)),
    explanation="She was president.",
    evidence=Evidence("letter", "Osmani wrote a letter."),
)
YEAR = Question("b2c3d4e5f6", Cloze("Kosovo left {{Serbia}} in {{year:2008}}."))
NAMELESS = Question(None, Short("What is the force called?", "KFOR"))
TEXT = "It was March. Osmani wrote a letter. Biden read it."


def desk() -> Memory:
    """A deck of three questions, one without an id, and the text it rests on."""
    return Memory(
        decks={"kosovo": [OSMANI, YEAR, NAMELESS]},
        texts={"kosovo": (SourceEntry("letter", "Letter", "", "2022-03", "", TEXT),)},
    )


def test_a_question_is_read_with_all_that_belongs_to_it() -> None:
    """Answer, spellings of the deck and of the student, explanation, and evidence in its place."""
    on = desk()
    now = moment(SetClock())
    on.append(Entry(Action.ACCEPT, now, question="k7f3q2m4xd", deck="kosovo", text="V. Osmani"))
    on.append(Entry(Action.FLAG, now, card="k7f3q2m4xd", deck="kosovo", text="out of date"))
    found = question_detail(on, on, "kosovo", "k7f3q2m4xd", now.day)
    assert found is not None
    assert (found.prompt, found.answer) == ("Who wrote the letter?", "Vjosa Osmani")
    assert (found.accepted, found.own) == (("Osmani",), ("V. Osmani",))
    assert found.explanation == "She was president."
    assert found.evidence is not None
    assert found.evidence.sentence == "Osmani wrote a letter."
    assert found.evidence.before == "It was March."
    assert [(card.new, card.flag) for card in found.cards] == [(True, "out of date")]


def test_each_gap_of_a_cloze_stands_for_itself() -> None:
    """The text is shown filled in, and each card is named by the words of its gap."""
    found = question_detail(desk(), desk(), "kosovo", "b2c3d4e5f6", 0)
    assert found is not None
    assert found.prompt == "Kosovo left Serbia in 2008."
    assert [card.part for card in found.cards] == ["Serbia", "2008"]


def test_a_question_without_an_id_is_found_by_its_place() -> None:
    """It has no cards yet; a place or an id that is gone finds nothing."""
    on = desk()
    found = question_detail(on, on, "kosovo", "#2", 0)
    assert found is not None
    assert (found.prompt, found.cards, found.own) == ("What is the force called?", (), ())
    assert question_detail(on, on, "kosovo", "#3", 0) is None
    assert question_detail(on, on, "kosovo", "zzzzzzzzzz", 0) is None
