"""A neighbour of the evidence is withheld while it answers a question that is still to come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from study_desk import Desk

from quizapp.content.mark import DontKnow, Typed
from quizapp.content.question import Evidence, Question, Short
from quizapp.schedule.log import Rating
from quizapp.schedule.store import Quoted, SourceEntry
from quizapp.study.quotes import Quotes
from quizapp.study.view import WITHHELD, EvidenceShown, Wanted

SENTENCES = ("One came first.", "Two came second.", "Three came third.", "Four came last.")
TEXT = " ".join(SENTENCES)


def _question(n: int, quote: str) -> Question:
    return Question(
        f"q{n:09d}", Short(f"Number {n}?", f"word{n}"), evidence=Evidence("text", quote)
    )


def _desk(*quotes: str) -> Desk:
    desk = Desk(*(_question(n, quote) for n, quote in enumerate(quotes)))
    desk.store.texts["deck"] = (SourceEntry("text", "The news", "", "", "", TEXT),)
    desk.door.start(Wanted())
    return desk


def _evidence(desk: Desk) -> EvidenceShown:
    shown = desk.view.answer.evidence
    assert shown is not None
    return shown


def _answer(desk: Desk) -> tuple[str, str]:
    """Answer what is asked so that it is done for today; the neighbours that were shown."""
    desk.door.respond(Typed((f"word{int(desk.view.question.card[1:])}",)))
    shown = _evidence(desk)
    desk.door.rate(Rating.EASY)
    desk.door.go_on()
    return shown.before, shown.after


def test_neighbours_come_back_as_their_questions_are_asked() -> None:
    """Each is shown once nothing is left to ask about it; the paragraph is always whole."""
    desk = _desk(*SENTENCES[:3])
    assert _answer(desk) == ("", WITHHELD)
    desk.door.respond(DontKnow())
    assert (_evidence(desk).before, _evidence(desk).after) == (SENTENCES[0], WITHHELD)
    assert _evidence(desk).paragraph == TEXT
    desk.door.undo()
    assert _answer(desk) == (SENTENCES[0], WITHHELD)
    assert _answer(desk) == (SENTENCES[1], SENTENCES[3])


def test_a_question_that_waits_in_the_sitting_is_not_answered_either() -> None:
    """It was answered before, but comes again."""
    desk = _desk(*SENTENCES[:2])
    desk.door.respond(DontKnow())
    desk.door.go_on()
    desk.door.respond(DontKnow())
    assert _evidence(desk).before == WITHHELD


def test_a_question_on_the_same_sentence_withholds_nothing_beside_it() -> None:
    """Its own sentence is shown in any case."""
    desk = _desk(SENTENCES[1], SENTENCES[1])
    assert _answer(desk) == (SENTENCES[0], SENTENCES[2])


def test_a_quote_that_runs_into_a_neighbour_withholds_it() -> None:
    """Overlapping by a few words is enough."""
    desk = _desk(SENTENCES[0], "second. Three came")
    assert _answer(desk) == ("", WITHHELD)


def test_the_same_words_of_another_source_do_not_matter() -> None:
    """Quotes are looked up by source."""
    desk = Desk(
        _question(0, SENTENCES[0]),
        Question("other22222", Short("?", "x"), evidence=Evidence("elsewhere", SENTENCES[1])),
    )
    desk.store.texts["deck"] = (SourceEntry("text", "The news", "", "", "", TEXT),)
    desk.door.start(Wanted())
    assert _answer(desk) == ("", SENTENCES[1])


@given(st.data(), st.text("abc .", min_size=1, max_size=60))
def test_every_quote_of_a_paragraph_is_found_where_it_stands(
    data: st.DataObject, text: str
) -> None:
    """For any paragraph and any of its parts, short ones too."""
    paragraph = " ".join(text.split())
    start = data.draw(st.integers(0, len(paragraph)))
    end = data.draw(st.integers(start, len(paragraph)))
    quote = " ".join(paragraph[start:end].split())
    found = list(Quotes([Quoted("q", "text", quote)]).within("text", paragraph))
    expected = [
        (at, at + len(quote), "q")
        for at in range(len(paragraph))
        if quote and paragraph.startswith(quote, at)
    ]
    assert found == expected
