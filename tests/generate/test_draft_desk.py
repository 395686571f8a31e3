"""The desk: what is shown, what a decision does, and that undo goes back to the beginning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from drafting import BODIES, DATED, MAY, TEXT, Clock, Rules, article, desk, ids, worded

from quizapp.content.question import PartialDate, Question, Short
from quizapp.generate.article import Span
from quizapp.generate.candidate import Light, Mend, Origin
from quizapp.generate.desk import Counts, Desk, SentenceState, State
from quizapp.generate.draft_errors import NothingSelectedError, SeveralSentencesError
from quizapp.generate.draft_layout import fresh_id


def prompts(of: Desk) -> list[str]:
    """What is asked, in the order shown."""
    return [item.question.prompt for item in of.items]


def at(words: str) -> Span:
    """Where words stand in the article."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_the_best_come_first_and_red_ones_are_hidden() -> None:
    """Red ones are shown in their place when asked for."""
    table = desk()
    everything = [Question(None, body).prompt for body in BODIES]
    assert prompts(table) == [prompt for prompt in everything if "red" not in prompt]
    table.show_red = True
    assert prompts(table) == everything


def test_no_decision_moves_a_question() -> None:
    """Kept, refused, edited and open ones stay where they stood."""
    table = desk()
    before = ids(table)
    table.keep(before[3])
    table.refuse(before[0], "too easy")
    table.edit(before[1], worded(table.item(before[1]).question, prompt="Who cut it?"))
    assert ids(table) == before
    assert [table.item(name).state for name in before[:4]] == [
        State.REFUSED,
        State.OPEN,
        State.OPEN,
        State.KEPT,
    ]
    assert table.item(before[0]).reason == "too easy"
    assert table.counts == Counts(open=8, kept=1, refused=1)


def test_a_red_question_that_was_decided_on_stays_in_sight() -> None:
    """Hiding red ones hides only what nobody touched."""
    table = desk()
    table.show_red = True
    red = next(item.id for item in table.items if item.light is Light.RED)
    table.keep(red)
    table.show_red = False
    assert red in ids(table)
    table.reopen(red)
    assert red not in ids(table)


@pytest.mark.parametrize(
    ("prompt", "light"),
    [
        ("Which town?", Light.GREEN),
        ("Which amber town?", Light.AMBER),
        ("Which red town?", Light.RED),
        ("Who cut the ribbon?", Light.RED),
    ],
)
def test_an_edited_question_is_judged_among_the_others(prompt: str, light: Light) -> None:
    """Its light follows its words, also when another asks the same; id and state stay."""
    table = desk()
    first = table.items[0]
    table.keep(first.id)
    question = worded(first.question, prompt=prompt)
    item = table.edit(first.id, replace(question, id=None, line=4))
    assert (item.id, item.state, item.edited) == (first.id, State.KEPT, True)
    assert item.question.id == first.id
    assert item.light is light
    assert table.item(first.id) == item
    assert table.judge(question) == item.findings


def test_a_question_is_no_company_for_itself_nor_is_a_refused_one() -> None:
    """What was refused may be asked in other words elsewhere."""
    table = desk()
    first, second = table.items[:2]
    same = worded(first.question, prompt=second.question.prompt)
    assert table.judge(second.question) == ()
    assert [finding.code for finding in table.judge(same)] == ["duplicate"]
    table.refuse(second.id)
    assert table.judge(same) == ()


def test_options_keep_their_origin_until_the_author_writes_her_own() -> None:
    """What stays is from where it was, what was spare is what it was, new words are hers."""
    table = desk()
    first = table.items[0]
    question = worded(first.question, wrong=("Puka", "Kruja", "Vlora"))
    item = table.edit(first.id, question)
    assert item.candidate.origins == (Origin.TABLE, Origin.NEAR, Origin.AUTHOR)


def test_a_mend_is_an_edit_with_options_from_article_or_tables() -> None:
    """Options that the program puts in are not called the author's."""
    table = desk()
    first = table.items[0]
    question = worded(first.question, wrong=("Korça", "Vlora"))
    item = table.mend(first.id, Mend("exchange", (), question))
    assert item.candidate.origins == (Origin.ARTICLE, Origin.TABLE)
    assert table.undo() == "edited"
    assert table.item(first.id) == first


def test_a_question_goes_to_where_its_new_quote_stands() -> None:
    """The place of the evidence follows an edited quote that stands once."""
    table = desk()
    first = table.items[0]
    assert first.question.evidence is not None
    quote = "The repair cost 2.1 million euros."
    evidence = replace(first.question.evidence, quote=quote)
    assert table.edit(first.id, replace(first.question, evidence=evidence)).candidate.span == at(
        quote
    )
    twice = replace(evidence, quote="bridge")
    item = table.edit(first.id, replace(first.question, evidence=twice))
    assert item.candidate.span == at(quote)


@pytest.mark.parametrize("step", [Desk.keep, Desk.refuse, Desk.reopen])
def test_what_changes_nothing_is_no_step(step: Callable[[Desk, str], None]) -> None:
    """The same decision twice is undone at once."""
    table = desk()
    name = ids(table)[0]
    step(table, name)
    step(table, name)
    table.edit(name, table.item(name).question)
    table.set_details(title=table.article.title)
    undone = [table.undo(), table.undo()]
    assert undone[1] is None


def test_only_green_and_open_ones_are_kept_together() -> None:
    """One step keeps them, one undo opens them all again."""
    table = desk()
    table.refuse(ids(table)[0])
    count = table.green_open()
    kept = [
        item.id for item in table.items if item.light is Light.GREEN and item.state is State.OPEN
    ]
    assert count == len(kept) == 8
    assert table.keep_green() == count
    assert [item.id for item in table.items if item.state is State.KEPT] == kept
    assert table.keep_green() == 0
    assert table.undo() == "kept-green"
    assert table.green_open() == count


def test_a_green_one_that_an_edit_made_a_double_is_not_kept_with_the_rest() -> None:
    """Bulk keeping looks at the company as it is now."""
    table = desk()
    first, second = table.items[:2]
    before = table.green_open()
    table.edit(first.id, worded(first.question, prompt=second.question.prompt))
    assert table.green_open() == before - 2


def test_selected_words_become_a_question() -> None:
    """It is the author's own, open, in the middle of the others by its score, and editable."""
    table = desk()
    item = table.ask(Span(at("the mill").start - 1, at("the mill").end + 1))
    assert isinstance(item.question.body, Short)
    assert item.question.body.answer == "the mill."
    assert (item.state, item.own, item.edited) == (State.OPEN, True, False)
    assert ids(table).index(item.id) == 3
    edited = table.edit(item.id, worded(item.question, answer="the mill"))
    assert (edited.own, edited.edited) == (True, True)
    assert (table.undo(), table.undo(), table.undo()) == ("edited", "asked", None)
    assert item.id not in ids(table)


def test_asking_twice_finds_the_same_question() -> None:
    """The second time opens what is there, also what was refused."""
    table = desk()
    item = table.ask(at("Korça"))
    assert table.ask(at("Korça")) == item
    table.refuse(item.id)
    assert table.ask(at("Korça")).state is State.OPEN


@pytest.mark.parametrize(
    "span", [Span(3, 3), Span(18, 20), Span(len(TEXT), len(TEXT) + 9), Span(9, 4)]
)
def test_no_words_give_no_question(span: Span) -> None:
    """A place without words is told, and changes nothing."""
    table = desk()
    with pytest.raises(NothingSelectedError):
        table.ask(span)
    assert table.undo() is None


@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [
        ("ribbon at noon.", "Some 400", False),
        ("its old bridge", "crossed it", False),
        ("at noon.", "at noon.", True),
        ("at noon", ".\n", True),
    ],
)
def test_words_of_two_sentences_are_refused_and_not_cut(start: str, end: str, fits: bool) -> None:
    """Nothing is asked about half of what was selected; a sign or a line end more is none."""
    table = desk()
    span = Span(TEXT.index(start), TEXT.index(end, TEXT.index(start)) + len(end))
    if fits:
        assert table.ask(span).own
        return
    with pytest.raises(SeveralSentencesError) as caught:
        table.ask(span)
    assert int(caught.value.facts["n"]) > 1
    assert table.undo() is None


def test_undo_names_the_questions_it_changed() -> None:
    """Who shows the desk can go back to them."""
    table = desk()
    first, second = ids(table)[:2]
    table.keep(first)
    table.refuse(second)
    undone = []
    while table.undo() is not None:
        undone.append(table.undone)
    assert undone == [(second,), (first,)]
    assert not table.undone


def test_sentences_tell_what_they_gave() -> None:
    """Kept goes before asked; a headline gives nothing; a refused question tints nothing."""
    table = desk()
    states = dict(table.sentences())
    second = table.items[1]
    sentence = second.candidate.span
    nothing = [span.of(TEXT) for span, state in states.items() if state is SentenceState.NOTHING]
    assert nothing == ["Old bridge reopens", "“We kept every stone,” said Duka."]
    table.keep(second.id)
    assert dict(table.sentences())[sentence] is SentenceState.KEPT
    table.refuse(second.id)
    assert dict(table.sentences())[sentence] is SentenceState.NOTHING


def test_every_change_is_told_once() -> None:
    """Who shows the desk hears of each change and of nothing else."""
    table = desk()
    heard: list[Counts] = []
    table.on_change = lambda: heard.append(table.counts)
    name = ids(table)[0]
    table.keep(name)
    table.keep(name)
    table.undo()
    table.undo()
    table.know({name: "mine"})
    assert [counts.kept for counts in heard] == [1, 0, 1]


def test_what_stands_in_a_deck_is_kept_already() -> None:
    """By its own id or by the one that it got there; a decision goes before."""
    table = desk()
    first, second, third = ids(table)[:3]
    table.know({first: "mine", fresh_id(second, "other"): "other", fresh_id(third, "x"): "y"})
    assert [(table.item(i).state, table.item(i).saved_in) for i in (first, second, third)] == [
        (State.KEPT, "mine"),
        (State.KEPT, "other"),
        (State.OPEN, ""),
    ]
    table.refuse(first)
    assert (table.item(first).state, table.item(first).saved_in) == (State.REFUSED, "mine")
    assert [item.id for item in table.to_save()] == []
    assert [item.id for item in table.to_save(again=True)] == [second]


def test_what_is_saved_goes_in_the_order_of_the_article() -> None:
    """Not in the order of keeping."""
    table = desk()
    names = ids(table)
    for name in reversed(names):
        table.keep(name)
    saved = [item.candidate.span.start for item in table.to_save()]
    assert saved == sorted(saved)
    assert len(saved) == len(names)


def test_a_new_date_moves_what_is_dated_and_holds_every_decision() -> None:
    """As-of dates follow, the author's own date stays, and one undo brings the old date back."""
    rules = Rules()
    table = Desk(article(None), rules, Clock())
    names = ids(table)
    dated = next(item.id for item in table.items if item.question.body == BODIES[DATED])
    table.keep(dated)
    table.refuse(names[0])
    table.set_details(published=MAY, publisher="The Post")
    assert table.article == table.ground.article == replace(article(MAY), publisher="The Post")
    assert table.item(dated).question.as_of == MAY
    assert table.item(dated).state is State.KEPT
    assert table.item(names[0]).state is State.REFUSED
    assert ids(table) == names
    own = PartialDate(2020)
    table.edit(dated, replace(table.item(dated).question, as_of=own))
    table.set_details(published=PartialDate(2023))
    assert table.item(dated).question.as_of == own
    assert [table.undo() for _ in range(3)] == ["dated", "edited", "dated"]
    assert table.item(dated).question.as_of is None
    assert table.article == article(None)
    assert rules.proposed == 3


def test_a_date_can_be_taken_away_and_a_name_is_no_date() -> None:
    """A detail other than the date proposes nothing anew and has an undo of its own."""
    rules = Rules()
    table = desk(rules)
    table.set_details(author="A. Writer", url="")
    assert (table.article.author, table.article.url) == ("A. Writer", "")
    assert rules.proposed == 1
    table.set_details(published=None)
    assert table.article == replace(article(None), author="A. Writer", url="")
    assert (table.undo(), table.undo(), table.undo()) == ("dated", "described", None)
    assert table.article == article()


def test_decisions_hold_when_rules_word_a_question_anew() -> None:
    """The same quote, answer and kind is the same question: it is not proposed beside it."""
    old = desk()
    first, second = ids(old)[:2]
    old.refuse(first, "no")
    old.keep(second)
    bodies = list(BODIES)
    bodies[0] = Short("What is the town called?", "Velin")
    new = Desk(article(), Rules(bodies), Clock(), log=old._log)
    assert ids(new) == ids(old)
    assert new.item(first).question == old.item(first).question
    assert new.item(first).state is State.REFUSED
    gone = Desk(article(), Rules(BODIES[2:]), Clock(), log=old._log)
    assert {first, second} < set(ids(gone))
    assert gone.item(second).state is State.KEPT
