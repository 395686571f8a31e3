"""The answer must rest on the quote, and must not stand in the question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from gate_samples import (
    BASE,
    GROUND,
    NAMES,
    choice,
    cloze,
    codes,
    date,
    found,
    number,
    resting,
    short,
    statement,
)
from grounds import ground_from

from quizapp.content.question import (
    Evidence,
    Flashcard,
    ListQuestion,
    Match,
    Order,
    Question,
)
from quizapp.generate.candidate import SOURCE


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("", "no-quote"),
        ("Latvia took the euro in 2013.", "quote-not-found"),
        ("latvia took the euro in 2014.", "quote-not-found"),
        ("Latvia  took the euro in 2014.", "quote-not-found"),
        ("Latvia's president, Ilze Kalnina, begged Canada", "quote-not-found"),
        ("Russia regards the base as a threat", ""),
        ("Latvia took the euro in 2014.", ""),
        ("sent no soldiers to Latvia", "quote-twice"),
        ("sent ships to Latvia in", "quote-twice"),
        ("in 2014", ""),
        ("Riga", "quote-twice"),
        ("“A withdrawal would be", "quote-not-found"),
        ("A withdrawal would be a disaster for the whole Baltic region", ""),
    ],
)
def test_the_quote_stands_on_one_place(quote: str, code: str) -> None:
    """Letter by letter, and nowhere else."""
    evidence = _evidence(quote) if quote else None
    question = replace(short("When did Latvia take the euro?", "2014"), evidence=evidence)
    assert codes("verbatim", question) == ([code] if code else [])


def _evidence(quote: str) -> Evidence:
    return Evidence(SOURCE, quote)


SUPPORTED = [
    short("Which country took the euro in 2014?", "Latvia", "Latvia took"),
    short("Whose president asked for soldiers?", "The Latvian government", "Latvia's president"),
    short("Who lives in Jurmala?", "Ilze Kalnina", "lives in Jurmala"),
    short("Which state sends soldiers?", "Ottawa", "Canada currently"),
    short("Which office was it?", "minister of Canada", "In Ottawa the minister spoke."),
    date("When did it crash?", "2023-04", "Built in 2021, it crashed in April last year."),
    number("About how many soldiers are there?", "1900", "soldiers", "1,900"),
    number("How many million dollars did it cost?", "410", "million dollars", "410 million"),
    number("How many dollars did it cost?", "410000000", "dollars", "410 million"),
    number("How many members voted for it?", "4", "", "Four of the members"),
    number("What percentage supports it?", "60", "percent", "Nearly 60 percent"),
    date("When was it signed?", "2016-05-03", "Treaty of Riga was signed"),
    date("In which month was it signed?", "2016-05", "Treaty of Riga was signed"),
    date("On what day did she ask?", "2024-03-14", "Latvia's president"),
    statement("Latvia uses the euro.", "Latvia took", "Latvia took the euro in 2014."),
    short("What would a withdrawal be?", "A disaster for the region", "A withdrawal"),
    resting(ListQuestion("Which joined?", ("Estonia", "Lithuania"), 2), "Estonia, Latvia"),
    resting(Order("In which order?", ("Spain", "Latvia")), "Spain sent ships"),
    cloze("Latvia took the {{euro}} in {{2014}}.", "Latvia took"),
    resting(Flashcard("What is Adazi?", "A **base** of soldiers, kept by *Canada*"), "Latvia's"),
]
UNSUPPORTED = [
    short("Which country took the euro in 2014?", "Estonia", "Latvia took"),
    short("Who lives in Jurmala?", "Peter Marsh", "lives in Jurmala"),
    short("Which organisation did they join?", "NATO", "joined the European Union"),
    number("About how many soldiers are there?", "190", "soldiers", "1,900"),
    number("How many million dollars did it cost?", "41", "million dollars", "410 million"),
    number("How many dollars did it cost?", "410", "dollars", "410 million"),
    number("How many members voted for it?", "5", "", "Four of the members"),
    date("When was it signed?", "2016-05-04", "Treaty of Riga was signed"),
    date("In which month was it signed?", "2016-06", "Treaty of Riga was signed"),
    date("In which year was it signed?", "2015", "Treaty of Riga was signed"),
    statement("Latvia left NATO.", "Latvia took", "In 1999 Finland sold its submarines."),
    resting(ListQuestion("Which joined?", ("Estonia", "Poland"), 2), "Estonia, Latvia"),
    resting(Match("Match each.", (("Spain", "2018"), ("Italy", "2017"))), "Spain sent ships"),
    cloze("Latvia took the {{krona}} in 2014.", "Latvia took"),
    choice("What would a withdrawal be?", "Welcome news for everybody", "A withdrawal"),
]


@pytest.mark.parametrize("question", SUPPORTED, ids=lambda q: q.prompt)
def test_an_answer_that_the_quote_gives_is_let_go(question: Question) -> None:
    """By one of its names, in another writing, or in most of its words."""
    assert codes("supported", question) == []


@pytest.mark.parametrize("question", UNSUPPORTED, ids=lambda q: q.prompt)
def test_an_answer_that_the_quote_does_not_give_is_found(question: Question) -> None:
    """The quote is right and proves something else."""
    assert codes("supported", question) == ["answer-not-in-quote"]


def test_the_whole_sentence_is_offered_where_it_gives_the_answer() -> None:
    """A quote cut too short is made longer in one step."""
    question = date("In which year did Latvia take the euro?", "2014", "Latvia took the euro")
    cut = replace(question, evidence=_evidence("Latvia took the euro"))
    (finding,) = found("supported", cut)
    (mend,) = finding.mends
    assert mend.question.evidence == _evidence("Latvia took the euro in 2014.")


LEAKS = [
    short("What is the Daugava Star a star of?", "Daugava Star", "The ship"),
    short("Which ship called Daugava brought soldiers?", "Daugava Star", "The ship"),
    short("Which state has a Latvian president?", "Latvia", "Latvia's president"),
    short("Which country did Ottawa help to send soldiers?", "Canada", "Canada currently"),
    short("What disaster would a withdrawal be?", "A disaster", "A withdrawal"),
    short("Which Marsh signed the Treaty of Riga?", "Peter Marsh", "Treaty of Riga was"),
    date("In which year did the war of 1998-99 end?", "1999", "The war of"),
    date("In which year did the war that began in 1998 begin?", "1998", "The war of"),
    date("In which month of May 2016 was it signed?", "2016-05", "Treaty of Riga was"),
    short("When was the war of 1998 fought?", "1998", "The war of"),
    number("How many of the 1,900 soldiers are in Latvia?", "1900", "soldiers", "1,900"),
    number("What did the 410 million dollars pay for?", "410", "million dollars", "410 million"),
    cloze("Latvia took the euro, and the {{euro}} in 2014.", "Latvia took"),
    resting(ListQuestion("With whom did Estonia join?", ("Estonia", "Lithuania"), 2), "Estonia,"),
]
TIGHT = [
    short("Which ship brought the first soldiers?", "Daugava Star", "The ship"),
    short("Who signed the Treaty of Riga in 2016?", "Peter Marsh", "Treaty of Riga was"),
    short("Which treaty did Peter Marsh sign?", "Treaty of Riga", "Treaty of Riga was"),
    short("Which lake lies near Riga?", "Lake Skadar", "", "Lake Bled", "Lake Ohrid"),
    short("What is the capital of Latvia?", "Riga", "gathered in Riga"),
    short("Which republic joined in 2004?", "Republic of Estonia", "Estonia,"),
    date("On what day in May 2016 was the treaty signed?", "2016-05-03", "Treaty of Riga was"),
    date("In which year was the base opened?", "2017", "The alliance opened"),
    number("How many of the four members voted?", "4", "", "Four of the members"),
    number("About how many soldiers are in Latvia?", "1900", "soldiers", "1,900"),
    short(
        "What did the court say about the law of war?",
        "That it does not break the law of nations at sea",
    ),
    cloze("Latvia took the {{euro}} in 2014.", "Latvia took"),
    short("What do the letters NATO stand for?", "North Atlantic Treaty Organization"),
    statement("Latvia took the euro.", "Latvia took"),
]


@pytest.mark.parametrize("question", LEAKS, ids=lambda q: q.prompt)
def test_an_answer_in_the_question_is_found(question: Question) -> None:
    """A word of it, another name of it, its date or its count."""
    assert codes("no-leak", question) == ["answer-in-stem"]


@pytest.mark.parametrize("question", TIGHT, ids=lambda q: q.prompt)
def test_a_question_that_keeps_its_answer_is_let_go(question: Question) -> None:
    """The kind of thing that is asked for may be named."""
    assert codes("no-leak", question) == []


HEDGE_LOST = [
    number("How many soldiers has Canada in Latvia?", "1900", "soldiers", "1,900"),
    number("How many people gathered in Riga?", "3000", "people", "some 3,000"),
    number("What percentage of Latvians supports it?", "60", "percent", "Nearly 60"),
    number("How much did it cost Canada in 2023?", "410", "million dollars", "410 million"),
    short("How many people gathered in Riga?", "3,000", "some 3,000"),
    choice("How many soldiers are there?", "1,900 soldiers", "1,900", "900 soldiers"),
    cloze("Canada has {{1,900}} soldiers in Latvia.", "1,900"),
    number("How many ships came?", "12", "", "More than 12 ships came to Riga."),
    number("How many ships came?", "12", "", "Up to twelve ships came to Riga."),
    number("How many ships came?", "12", "", "At most 12 ships came to Riga."),
    number("How many ships came?", "12", "", "It was at least 12 ships that came."),
    short("How long was the leave?", "Two years", "It was granted for two years at most."),
]
HEDGE_KEPT = [
    number("About how many soldiers has Canada in Latvia?", "1900", "soldiers", "1,900"),
    number("Roughly how many people gathered in Riga?", "3000", "people", "some 3,000"),
    number("What percentage at least supports it?", "60", "percent", "Nearly 60"),
    number("How many soldiers drive tanks?", "240", "soldiers", "240 of them"),
    number("How many members voted for it?", "4", "", "Four of the members"),
    short("How many people gathered in Riga?", "About 3,000", "some 3,000"),
    short("Who gathered in Riga?", "People", "some 3,000"),
    date("In which year was the base opened?", "2017", "The alliance opened"),
    cloze("Canada has about {{1,900}} soldiers in Latvia.", "1,900"),
    cloze("{{Canada}} has soldiers in Latvia.", "1,900"),
    number("How many ships came?", "12", "", "12 ships came, and at most 30 more were built."),
    number("How many ships came?", "12", "", "The 12 ships were more than 30 years old."),
]


@pytest.mark.parametrize("question", HEDGE_LOST, ids=lambda q: q.prompt)
def test_a_number_made_more_exact_is_found(question: Question) -> None:
    """The source says "some" or "at least", and the question does not."""
    assert codes("hedged", question) == ["hedge-lost"]


@pytest.mark.parametrize("question", HEDGE_KEPT, ids=lambda q: q.prompt)
def test_a_number_as_exact_as_its_source_is_let_go(question: Question) -> None:
    """The hedge is kept, or the source has none."""
    assert codes("hedged", question) == []


def test_the_hedge_is_put_back_in_one_step() -> None:
    """It stands before the question word, or before a number in the answer."""
    asked, worded, gap = HEDGE_LOST[1], HEDGE_LOST[4], HEDGE_LOST[6]
    assert _mended(asked).prompt == "About how many people gathered in Riga?"
    assert _mended(worded).body == short("How many people gathered in Riga?", "some 3,000").body
    assert _mended(gap).prompt == "Canada has about {{1,900}} soldiers in Latvia."


def _mended(question: Question) -> Question:
    (finding,) = found("hedged", question)
    return finding.mends[0].question


def test_a_year_is_in_a_quote_that_names_it_in_short() -> None:
    """The writing "1998-99" names two years."""
    for year in ("1998", "1999"):
        assert codes("supported", date("In which year was it?", year, "The war of")) == []


def test_a_source_without_a_date_dates_no_weekday() -> None:
    """Nobody has said yet of which week Thursday is."""
    undated = ground_from(BASE, NAMES)
    question = date("On what day did Kalnina ask?", "2024-03-14", "Latvia's president")
    assert codes("supported", question, undated) == ["answer-not-in-quote"]
    assert codes("supported", question, GROUND) == []
