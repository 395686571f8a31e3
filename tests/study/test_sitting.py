"""One sitting through its door: every kind asked, answered, marked and written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from study_answers import right_answer, wrong_answer
from study_desk import DAY, Desk

from quizapp.content.mark import (
    Arranged,
    Chosen,
    DontKnow,
    Reason,
    Recalled,
    Response,
    Typed,
)
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
    Multi,
    Number,
    Order,
    PartialDate,
    Precision,
    Question,
    Short,
    TrueFalse,
)
from quizapp.schedule.log import Action, Rating
from quizapp.schedule.store import SourceEntry
from quizapp.study.view import GAP, AnswerShown, Due, EndShown, Notice, QuestionShown, Wanted

SHORT = Question("short22222", Short("Who asked?", "Vjosa Osmani", wrong=("Kurti", "Rama")))
TYPED = Question("typed22222", Short("Capital of Kosovo?", "Pristina"))
KINDS: dict[str, tuple[Body, Form]] = {
    "short": (Short("Who asked?", "Osmani", wrong=("Kurti", "Rama")), Form.CHOOSE),
    "typed short": (Short("Capital?", "Pristina"), Form.TYPE),
    "long short": (
        Short("Which rule?", "An attack on one is an attack on them all"),
        Form.RECALL,
    ),
    "choice": (Choice("Which?", "NATO", ("UN", "EU")), Form.CHOOSE),
    "multi": (Multi("Which are?", ("A", "B"), ("C", "D")), Form.CHOOSE),
    "true-false": (TrueFalse("It holds.", answer=False, correction="It does not."), Form.CHOOSE),
    "number": (Number("How many?", Decimal(3770), "troops"), Form.TYPE),
    "date": (DateQuestion("When?", PartialDate(2008, 2, 17), Precision.DAY), Form.TYPE),
    "list": (ListQuestion("Which?", ("Kurti", "Osmani", "Biden"), 2), Form.TYPE),
    "order": (Order("In order?", ("one", "two", "three")), Form.ORDER),
    "match": (Match("Join.", (("a", "1"), ("b", "2"), ("c", "3"))), Form.MATCH),
    "cloze": (Cloze("Kosovo left {{Serbia}}."), Form.TYPE),
    "flashcard": (Flashcard("What is *KFOR*?", "Kosovo Force"), Form.RECALL),
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("rightly", [True, False])
def test_every_kind_is_asked_marked_and_written(name: str, rightly: bool) -> None:
    """Right proposes Good and wrong Again, and the log keeps what was answered, in its form."""
    body, form = KINDS[name]
    question = Question("q222222222", body)
    desk = Desk(question)
    desk.door.start(Wanted())
    asked = desk.view.question
    assert asked.form is form
    desk.clock.pass_s(7)
    desk.door.respond((right_answer if rightly else wrong_answer)(asked, question))
    shown = desk.view.answer
    if shown.judging:
        desk.door.rate(Rating.GOOD if rightly else Rating.AGAIN)
    else:
        assert shown.mark is not None
        assert shown.mark.right is rightly
        desk.door.go_on()
    (row,) = desk.answers()
    answer = row.answer
    assert answer is not None
    assert (answer.right, answer.form, answer.seconds) == (rightly, form.value, 7.0)
    assert answer.rating is (Rating.GOOD if rightly else Rating.AGAIN)
    assert answer.predicted is None
    assert (row.card.partition("/")[0], row.question, row.deck) == ("q222222222",) * 2 + ("deck",)
    assert desk.view.troubles == []


@pytest.mark.parametrize("name", KINDS)
def test_not_knowing_is_again_for_every_kind(name: str) -> None:
    """Nothing was remembered, so the card starts its steps anew."""
    desk = Desk(Question("q222222222", KINDS[name][0]))
    desk.door.start(Wanted())
    desk.door.respond(DontKnow())
    assert desk.view.answer.mark is not None
    assert desk.view.answer.mark.reason is Reason.DONT_KNOW
    assert desk.view.answer.rating is Rating.AGAIN
    assert not desk.view.answer.can_overrule


@pytest.mark.parametrize(
    "response",
    [Typed(("x",)), Recalled(), Arranged((0, 1, 2)), Chosen(frozenset({9})), Chosen(frozenset())],
)
def test_an_answer_of_another_form_is_refused(response: Response) -> None:
    """The question stays, and one line says that this does nothing here."""
    desk = Desk(SHORT)
    desk.door.start(Wanted())
    desk.door.respond(response)
    assert desk.view.notices == [Notice.NOT_NOW]
    assert isinstance(desk.view.shown[-1], QuestionShown)


def test_an_empty_field_is_not_knowing() -> None:
    """Enter in an empty field says "I don't know"."""
    desk = Desk(TYPED)
    desk.door.start(Wanted())
    desk.door.respond(Typed(("  ",)))
    assert desk.view.answer.response == DontKnow()


def test_a_cloze_shows_its_gap_open_and_the_others_filled() -> None:
    """Each gap is a card, and only one of them is asked on a day."""
    desk = Desk(Question("cloze22222", Cloze("{{Kosovo}} left {{land:Serbia}}.")))
    desk.door.start(Wanted())
    assert desk.view.question.prompt == f"{GAP} left Serbia."
    desk.door.respond(Typed(("Kosovo",)))
    desk.door.rate(Rating.EASY)
    desk.door.go_on()
    assert desk.view.end.answered == 1
    desk.clock.next_evening()
    desk.door.start(Wanted())
    assert desk.view.question.prompt == f"Kosovo left {GAP}."


def test_the_ratings_say_when_they_ask_again() -> None:
    """A new card goes by its steps: Again in one minute, Good in ten, Easy by days."""
    desk = Desk(SHORT)
    desk.door.start(Wanted())
    desk.door.respond(right_answer(desk.view.question, SHORT))
    due = desk.view.answer.next_due
    assert due[Rating.AGAIN] == Due(minutes=1)
    assert due[Rating.GOOD] == Due(minutes=10)
    assert due[Rating.EASY].days >= 1


def test_a_recall_is_judged_by_the_student() -> None:
    """The four ratings stand instead of Next, and going on without one is out of turn."""
    desk = Desk(Question("flash22222", Flashcard("Front", "Back")))
    desk.door.start(Wanted())
    desk.door.respond(Recalled())
    assert desk.view.answer.judging
    assert desk.view.answer.mark is None
    desk.door.go_on()
    assert desk.view.notices == [Notice.NOT_NOW]
    desk.door.rate(Rating.HARD)
    assert [row.answer.rating for row in desk.answers() if row.answer] == [Rating.HARD]


def test_a_guess_is_again_and_can_be_taken_back() -> None:
    """The words "I guessed" turn on and off, and leave the mark right."""
    desk = Desk(SHORT)
    desk.door.start(Wanted())
    desk.door.respond(right_answer(desk.view.question, SHORT))
    desk.door.guess()
    assert (desk.view.answer.guessed, desk.view.answer.rating) == (True, Rating.AGAIN)
    desk.door.guess()
    assert (desk.view.answer.guessed, desk.view.answer.rating) == (False, Rating.GOOD)


def test_a_hint_makes_it_hard() -> None:
    """An answer with a hint is right, but hard; where there is none, nothing happens."""
    desk = Desk(replace(SHORT, hint="A president."), replace(TYPED))
    desk.door.start(Wanted())
    desk.door.hint()
    desk.door.respond(right_answer(desk.view.question, SHORT))
    assert desk.view.answer.rating is Rating.HARD
    desk.door.go_on()
    desk.door.hint()
    assert desk.view.notices == [Notice.NOT_NOW]


def test_a_wrong_mark_can_be_turned_and_turned_back() -> None:
    """Overruled, the answer counts as right, and the log says so."""
    desk = Desk(TYPED)
    desk.door.start(Wanted())
    desk.door.respond(Typed(("Prishtinë",)))
    desk.door.overrule()
    assert desk.view.answer.mark is not None
    assert (desk.view.answer.mark.right, desk.view.answer.rating) == (True, Rating.GOOD)
    desk.door.overrule()
    assert desk.view.answer.rating is Rating.AGAIN
    desk.door.overrule()
    desk.door.go_on()
    (row,) = desk.answers()
    assert row.answer is not None
    assert (row.answer.overruled, row.answer.right, row.answer.reason) == (True, True, "overruled")


def test_an_accepted_spelling_holds_from_now_on() -> None:
    """The row is written at once; undo takes the spelling back and leaves the answer standing."""
    desk = Desk(TYPED)
    desk.door.start(Wanted())
    desk.door.respond(Typed((" Prishtinë ",)))
    assert desk.view.answer.can_accept
    desk.door.accept()
    assert desk.view.answer.mark is not None
    assert desk.view.answer.mark.reason is Reason.ACCEPTED_BY_STUDENT
    assert desk.store.accepted("typed22222") == ["Prishtinë"]
    desk.door.undo()
    assert desk.store.accepted("typed22222") == []
    assert desk.view.answer.rating is Rating.AGAIN
    desk.door.undo()
    assert desk.view.question.card == "typed22222"


def test_undo_shows_the_same_card_with_the_same_options() -> None:
    """Chance is seeded by card and review, so what is taken back looks as it did."""
    desk = Desk(SHORT, TYPED)
    desk.door.start(Wanted())
    first = desk.view.question
    desk.door.respond(right_answer(first, SHORT))
    desk.door.go_on()
    second = desk.view.question
    desk.door.undo()
    assert replace(desk.view.question, can_undo=False) == replace(first, can_undo=False)
    assert desk.answers() == []
    desk.door.respond(right_answer(first, SHORT))
    desk.door.go_on()
    assert desk.view.question == second


def test_undo_reaches_back_over_a_restart_on_the_same_day() -> None:
    """The log remembers the steps, not the window."""
    desk = Desk(SHORT, TYPED)
    desk.door.start(Wanted())
    desk.door.respond(DontKnow())
    desk.door.go_on()
    desk.door.flag("not clear")
    desk.restart()
    desk.door.start(Wanted())
    desk.door.undo()
    assert desk.view.question.card == "typed22222"
    assert not desk.view.question.flagged
    desk.door.undo()
    assert desk.view.question.card == "short22222"
    assert desk.view.question.is_new
    desk.door.undo()
    assert desk.view.notices[-1] is Notice.NOTHING_TO_UNDO


def test_undo_at_the_end_goes_back_into_the_sitting() -> None:
    """The last answer can be taken back from the end page."""
    desk = Desk(TYPED)
    desk.door.start(Wanted())
    desk.door.respond(Typed(("Pristina",)))
    desk.door.rate(Rating.EASY)
    desk.door.go_on()
    assert desk.view.end.answered == 1
    desk.door.undo()
    assert desk.view.question.number == 1
    desk.door.end()
    assert desk.view.end.answered == 0


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize(
    ("step", "action"),
    [("suspend", Action.SUSPEND), ("bury", Action.BURY), ("start_over", Action.START_OVER)],
)
def test_steps_on_a_card_keep_an_answer_given_before(
    step: str, action: Action, answered: bool
) -> None:
    """Suspend, bury and start over write what was answered, go on, and can be taken back."""
    desk = Desk(SHORT, TYPED)
    desk.door.start(Wanted())
    if answered:
        desk.door.respond(right_answer(desk.view.question, SHORT))
    getattr(desk.door, step)()
    assert len(desk.answers()) == answered
    assert desk.store.rows[-1].action is action
    desk.door.undo()
    assert desk.view.question.card == "short22222"
    assert len(desk.answers()) == answered
    assert not desk.store.card("short22222").suspended
    assert desk.view.troubles == []


def test_burying_leaves_out_all_cards_of_the_question_and_one_undo_brings_them_back() -> None:
    """Siblings are buried together and taken back together."""
    desk = Desk(Question("flash22222", Flashcard("Front", "Back", both_ways=True)))
    desk.door.start(Wanted())
    desk.door.bury()
    assert isinstance(desk.view.shown[-1], EndShown)
    assert desk.store.new(DAY, [], 9) == []
    desk.door.undo()
    assert len(desk.store.new(DAY, [], 9)) == 2
    assert desk.view.question.card == "flash22222"


def test_a_flag_keeps_its_reason_and_an_empty_one_takes_it_away() -> None:
    """The card on the screen stays, on either side."""
    desk = Desk(SHORT)
    desk.door.start(Wanted())
    desk.door.flag(" two answers ")
    assert desk.view.question.flagged
    assert desk.store.card("short22222").flag == "two answers"
    desk.door.respond(DontKnow())
    desk.door.flag("")
    assert not desk.view.answer.question.flagged
    assert desk.view.notices == [Notice.FLAGGED, Notice.UNFLAGGED]


def test_an_answer_that_cannot_be_written_waits() -> None:
    """The sitting stays on its answer side, and the next step writes it, once."""
    desk = Desk(SHORT, TYPED)
    desk.door.start(Wanted())
    desk.door.respond(DontKnow())
    desk.store.refusing = True
    desk.door.go_on()
    desk.door.end()
    desk.door.suspend()
    assert len(desk.view.troubles) == 3
    assert isinstance(desk.view.shown[-1], AnswerShown)
    desk.store.refusing = False
    desk.door.go_on()
    assert len(desk.answers()) == 1
    assert desk.view.question.card == "typed22222"


def test_ending_writes_what_is_answered() -> None:
    """Esc on the answer side keeps the answer."""
    desk = Desk(SHORT)
    desk.door.start(Wanted())
    desk.door.respond(DontKnow())
    desk.door.end()
    assert len(desk.answers()) == 1
    end = desk.view.end
    assert (end.answered, end.right, end.learned) == (1, 0, 1)
    assert [missed.card for missed in end.missed] == ["short22222"]
    assert end.next_minutes == 1


def test_a_leech_is_told_and_asked_no_more() -> None:
    """At the eighth lapse the card is set aside."""
    desk = Desk(TYPED)
    desk.door.start(Wanted())
    desk.door.respond(Typed(("Pristina",)))
    desk.door.rate(Rating.EASY)
    for _ in range(8):
        desk.door.go_on()
        desk.clock.now_ms += 400 * 86_400_000
        desk.restart()
        desk.door.start(Wanted())
        desk.door.respond(DontKnow())
        if desk.store.card("typed22222").lapses == 7:
            break
        desk.door.go_on()
        desk.door.respond(Typed(("Pristina",)))
    desk.door.go_on()
    assert Notice.LEECH in desk.view.notices
    assert desk.store.card("typed22222").leech
    assert isinstance(desk.view.shown[-1], EndShown)


def test_a_changed_answer_is_told_on_the_answer_side() -> None:
    """The student is shown the answer as it was."""
    desk = Desk(TYPED)
    desk.door.start(Wanted())
    desk.door.respond(Typed(("Pristina",)))
    desk.door.rate(Rating.EASY)
    desk.door.go_on()
    desk.change(Question("typed22222", Short("Capital of Kosovo?", "Prishtina")))
    desk.clock.now_ms += 60 * 86_400_000
    desk.door.start(Wanted())
    desk.door.respond(Typed(("Prishtina",)))
    assert desk.view.answer.changed_from == "as it was"


def test_a_long_pause_is_not_time_taken() -> None:
    """Two minutes are the most one answer counts for."""
    desk = Desk(TYPED)
    desk.door.start(Wanted())
    desk.clock.pass_s(4000)
    desk.door.respond(Typed(("Pristina",)))
    desk.door.go_on()
    (row,) = desk.answers()
    assert row.answer is not None
    assert row.answer.seconds == 120.0


def test_undo_is_offered_where_there_is_something_to_take_back() -> None:
    """Not on the first question of a day, but after a step and after a restart."""
    desk = Desk(SHORT, TYPED)
    desk.door.start(Wanted())
    offered = [desk.view.question.can_undo]
    desk.door.flag("odd")
    offered.append(desk.view.question.can_undo)
    desk.restart()
    desk.door.start(Wanted())
    offered.append(desk.view.question.can_undo)
    desk.door.undo()
    offered.append(desk.view.question.can_undo)
    assert offered == [False, True, True, False]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (Question("a222222222", Short("Who is president?", "Osmani")), True),
        (Question("a222222222", Short("Who was president in 2022?", "Osmani")), False),
        (Question("a222222222", Short("Since when?", "March 2022")), False),
        (Question("a222222222", Number("In which year?", Decimal(2022))), False),
        (
            Question("a222222222", DateQuestion("When?", PartialDate(2022, 3), Precision.MONTH)),
            False,
        ),
        (Question("a222222222", Choice("Since when?", "2008", ("2022", "1999"))), False),
        (Question("a222222222", Cloze("In {{year:2022}} it was so.")), False),
        (Question("a222222222", Number("How many?", Decimal(20220))), True),
    ],
)
def test_as_of_is_said_unless_the_prompt_says_it_or_it_gives_the_answer_away(
    question: Question, said: bool
) -> None:
    """A fact that ages is dated on the question side; the answer side always says when."""
    as_of = PartialDate(2022, 3)
    desk = Desk(replace(question, as_of=as_of))
    desk.door.start(Wanted())
    assert desk.view.question.as_of == (as_of if said else None)


def test_the_question_side_never_tells_the_source_and_the_answer_side_does() -> None:
    """The sentence stands between its neighbours, with source, claim and date."""
    text = "Before it. Vjosa Osmani wrote a letter. After it."
    evidence = Evidence("text", "Vjosa Osmani wrote a letter.")
    desk = Desk(replace(SHORT, evidence=evidence, attribution="Reuters", explanation="So."))
    desk.store.texts["deck"] = (SourceEntry("text", "The news", "Paper", "2022", "url", text),)
    desk.door.start(Wanted())
    assert "The news" not in repr(desk.view.question)
    desk.door.respond(DontKnow())
    shown = desk.view.answer
    assert shown.evidence is not None
    assert (shown.evidence.before, shown.evidence.after) == ("Before it.", "After it.")
    assert (shown.evidence.source_title, shown.evidence.attribution) == ("The news", "Reuters")
    assert shown.explanation == "So."


@pytest.mark.parametrize(
    ("sources", "sentence"),
    [((SourceEntry("text", "The news", "", "", "", ""),), "She wrote."), ((), None)],
)
def test_a_quote_whose_text_is_gone_stands_alone(
    sources: tuple[SourceEntry, ...], sentence: str | None
) -> None:
    """Without its source there is none."""
    desk = Desk(replace(SHORT, evidence=Evidence("text", "She wrote.")))
    desk.store.texts["deck"] = sources
    desk.door.start(Wanted())
    desk.door.respond(DontKnow())
    shown = desk.view.answer.evidence
    assert (shown.sentence if shown else None) == sentence


def test_a_picture_lies_in_the_deck_s_folder() -> None:
    """Its path is whole, its description comes along."""
    desk = Desk(replace(SHORT, image=Image("map.png", "A map")))
    desk.door.start(Wanted())
    assert desk.view.question.image == Path("/decks/map.png")
    assert desk.view.question.image_alt == "A map"


def test_a_flashcard_is_asked_both_ways_on_different_days() -> None:
    """The second direction shows the back and wants the front."""
    desk = Desk(Question("flash22222", Flashcard("Front", "Back", both_ways=True)))
    desk.door.start(Wanted())
    desk.door.respond(Recalled())
    desk.door.rate(Rating.EASY)
    desk.clock.next_evening()
    desk.door.start(Wanted())
    assert (desk.view.question.prompt, desk.view.question.markdown) == ("Back", True)
    desk.door.respond(Recalled())
    assert desk.view.answer.answer == "Front"


def test_a_fixed_form_holds_for_the_deck() -> None:
    """A question that could be chosen is typed where the student wants all typed."""
    desk = Desk(SHORT)
    desk.store.form = "type"
    desk.door.start(Wanted())
    assert desk.view.question.form is Form.TYPE


def test_no_step_is_taken_before_a_sitting_begins() -> None:
    """Everything but a start is out of turn."""
    desk = Desk(SHORT)
    for step in ("go_on", "hint", "guess", "overrule", "accept", "undo", "suspend", "bury", "end"):
        getattr(desk.door, step)()
    assert desk.view.notices == [Notice.NOT_NOW] * 9
    assert desk.view.shown == []
