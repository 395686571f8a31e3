"""When it was true, who says so, asked once, and in a form that can be answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from gate_samples import (
    GROUND,
    UNDATED,
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

from quizapp.content.question import (
    Flashcard,
    ListQuestion,
    Match,
    Multi,
    Order,
    PartialDate,
    Question,
)
from quizapp.generate.gates.company import Company

AGEING = [
    number("About how many soldiers does Canada have in Latvia?", "1900", "soldiers", "1,900"),
    number("How many soldiers are in Latvia?", "240", "soldiers", "240 of them"),
    number("How many people live in Riga?", "600000", "people"),
    short("Who is the president of Latvia?", "Ilze Kalnina", "Latvia's president"),
    short("Who leads the ministry of Canada?", "Peter Marsh"),
    short("What office does Ilze Kalnina hold?", "President"),
    short("Which country currently keeps soldiers in Latvia?", "Canada", "Canada currently"),
    short("Which city remains the home of the staff?", "Ottawa"),
    short("Which treaty has still not been ratified by Spain?", "Treaty of Riga"),
    statement("Spain has still not ratified the Treaty of Riga."),
    short("Which country keeps soldiers in Latvia?", "Canada", "Canada currently"),
    cloze("Canada now has soldiers in {{Latvia}}."),
]
TIMELESS = [
    number("About how many soldiers had Canada in Latvia in 2024?", "1900", "", "1,900"),
    number("How many votes does a decision need?", "9", "votes"),
    number("How many kilometres does Latvia cover?", "64000", "km"),
    number("How many people gathered in Riga?", "3000", "people", "some 3,000"),
    number("How many days did the siege last?", "78", "days"),
    short("Who was president of Latvia in March 2024?", "Ilze Kalnina"),
    short("Who signed the Treaty of Riga?", "Peter Marsh", "The Treaty of Riga"),
    short("Which country took the euro in 2014?", "Latvia", "Latvia took"),
    short("Who chairs the council of NATO?", "The Secretary General"),
    short("What is the capital of Latvia?", "Riga"),
    short("How can a state still fail to join?", "By a veto"),
    statement("Latvia took the euro in 2014.", "Latvia took"),
    cloze("Latvia took the {{euro}} in {{2014}}.", "Latvia took"),
]


@pytest.mark.parametrize("question", AGEING, ids=lambda q: q.prompt)
def test_what_goes_out_of_date_is_found(question: Question) -> None:
    """A count, an office, a "currently" in the question or in its quote."""
    (finding,) = found("as-of", question)
    (mend,) = finding.mends
    assert mend.question.as_of == PartialDate(2024, 3)
    assert codes("as-of", mend.question) == []


@pytest.mark.parametrize("question", TIMELESS, ids=lambda q: q.prompt)
def test_what_stays_true_is_let_go(question: Question) -> None:
    """Past events, rules, and all that names its year."""
    assert codes("as-of", question) == []


def test_without_a_day_of_publication_no_date_is_offered() -> None:
    """The author knows it, the program does not."""
    (finding,) = found("as-of", AGEING[3], UNDATED)
    assert finding.mends == ()


CLAIMS = [
    short("What would be a disaster for the region?", "A withdrawal", "A withdrawal"),
    short("What does the mission need more of?", "Ships", "Defence minister"),
    number("How many people gathered in Riga?", "3000", "people", "some 3,000"),
    number("What percentage supports the mission?", "60", "percent", "Nearly 60"),
    short("What is the base at Adazi?", "A threat", "Russia regards"),
    statement("A withdrawal would be a disaster for the region.", "A withdrawal"),
    short("What was lost?", "The key", "The key was lost, police said."),
    short("What was lost?", "The key", "The key was lost, the ministry said on Friday."),
    short("What was lost?", "The key", "Marsh explained that the key had been lost."),
    short("What was lost?", "The key", "The bank has claimed that the key was lost."),
    short("What is the bank?", "A danger", "Moscow considers the bank as a danger to trade."),
    short("What must go?", "The tax", "“The tax on bread must go at once,” Marsh said."),
    cloze("The {{tax}} on bread must go.", "“The tax on bread must go at once,” Marsh said."),
]
ASKED_AS_SAID = [
    short("What did Kalnina call a disaster for the region?", "A withdrawal", "A withdrawal"),
    short("What does the mission need, according to Peter Marsh?", "Ships", "Defence minister"),
    short("Who warned that the mission needed ships?", "Peter Marsh", "Defence minister"),
    number("According to the Riga police, how many came?", "3000", "people", "some 3,000"),
    short("What does Russia see in the base?", "A threat", "Russia regards"),
    short("Which country regards the base as a threat?", "Russia", "Russia regards"),
    statement("Kalnina said that a withdrawal would be a disaster.", "A withdrawal"),
    statement("It is welcome.", "A withdrawal", "Kalnina called it a disaster.", right=False),
    short("Which country took the euro in 2014?", "Latvia", "Latvia took"),
    short("Who signed the Treaty of Riga?", "Peter Marsh", "The Treaty of Riga"),
    short("To whom did Kalnina write?", "Marsh", "Kalnina wrote a letter to Marsh in May."),
    short("What was it called?", "Daugava Star", "The ship was called “Daugava Star” in Riga."),
    short("What did the court find?", "No fault", "The court ruled that there was no fault."),
    short(
        "Whose house stood?", "A farmer's", "“It shook,” said Berg, a farmer whose house stood."
    ),
    resting(Flashcard("What is the base?", "A threat"), "Russia regards"),
]


@pytest.mark.parametrize("question", CLAIMS, ids=lambda q: f"{q.prompt} {q.evidence.quote[-30:]}")
def test_a_claim_asked_as_a_fact_is_found(question: Question) -> None:
    """A person, a government or a neutral body says it; the article does not."""
    assert codes("attributed", question) == ["claim"]


@pytest.mark.parametrize("question", ASKED_AS_SAID, ids=lambda q: q.prompt)
def test_a_claim_asked_as_said_and_a_fact_are_let_go(question: Question) -> None:
    """The question says who says so, or nobody has to."""
    assert codes("attributed", question) == []


def test_a_claim_is_put_in_its_speakers_mouth_in_one_step() -> None:
    """The prompt names the speaker, and so does the attribution."""
    (finding,) = found("attributed", CLAIMS[0])
    (mend,) = finding.mends
    assert mend.question.prompt == (
        "According to Kalnina, what would be a disaster for the region?"
    )
    assert mend.question.attribution == "Kalnina"
    assert codes("attributed", mend.question) == []


ONE = short("Who signed the Treaty of Riga in 2016?", "Peter Marsh", "The Treaty of Riga")
REPEATS = [
    (ONE, short("Who signed in 2016 the Treaty of Riga?", "Peter Marsh"), "duplicate"),
    (ONE, choice("Who signed the Riga treaty in 2016?", "Peter Marsh", ""), "duplicate"),
    (ONE, short("Who was it that signed the Treaty of Riga?", "Peter Marsh"), "duplicate"),
    (
        date("On what day was the treaty of Riga signed?", "2016-05-03"),
        date("When was the Treaty of Riga signed?", "2016-05-03"),
        "duplicate",
    ),
    (
        number("How many soldiers has Canada in Latvia?", "1900"),
        number("How many Canadian soldiers has Canada in Latvia?", "1900"),
        "duplicate",
    ),
    (
        statement("Latvia took the euro in 2014."),
        statement("In 2014 Latvia took the euro."),
        "duplicate",
    ),
    (
        short("Who is president of Latvia?", "Ilze Kalnina"),
        short("Of which country is Ilze Kalnina president?", "Latvia"),
        "answers-each-other",
    ),
    (
        short("Which ship sank off Riga?", "Daugava Star"),
        short("Off which city did the Daugava Star sink?", "Riga"),
        "answers-each-other",
    ),
    (
        short("Which ship did Kalnina name in Riga?", "Daugava Star"),
        short("Who named the Daugava Star in Riga?", "Kalnina"),
        "answers-each-other",
    ),
    (
        short("Why was Marsh, who signed the Treaty of Riga in 2016, sad?", "It rained"),
        short("Who signed the Treaty of Riga in 2016?", "Marsh"),
        "answered-by",
    ),
    (
        short("Who signed the Treaty of Riga in 2016?", "Marsh"),
        short("Why was Marsh, who signed the Treaty of Riga in 2016, sad?", "It rained"),
        "answers",
    ),
]
DIFFERENT = [
    (ONE, short("Who signed the Treaty of Oslo in 1993?", "Peter Marsh")),
    (ONE, short("Who asked for more ships?", "Peter Marsh")),
    (ONE, short("Which treaty was signed in 2016?", "Treaty of Rome")),
    (
        number("How many states joined in 2004?", "10"),
        number("How many states joined in 2005?", "10"),
    ),
    (
        short("Which state borders on Estonia?", "Latvia"),
        short("Which state took the euro in 2014?", "Latvia"),
    ),
    (
        short("Who is president of Latvia?", "Ilze Kalnina"),
        short("Where does Ilze Kalnina live?", "Jurmala"),
    ),
    (
        date("In which year did Latvia take the euro?", "2014"),
        date("In which year did Estonia take the euro?", "2011"),
    ),
    (
        statement("Latvia took the euro in 2014."),
        statement("Lithuania took the euro in 2015."),
    ),
    (
        short("In which city was the Treaty signed?", "Riga"),
        short("What is the capital of Latvia?", "Riga"),
    ),
    (
        resting(ListQuestion("Which two joined?", ("Estonia", "Latvia"), 2)),
        resting(ListQuestion("Which two left?", ("Estonia", "Latvia"), 2)),
    ),
]


@pytest.mark.parametrize(
    ("first", "second", "code"), REPEATS, ids=lambda x: getattr(x, "prompt", x)
)
def test_a_question_that_repeats_another_is_found(
    first: Question, second: Question, code: str
) -> None:
    """The same again, or each gives the other its answer."""
    company = Company.of([first])
    assert codes("no-repeat", replace(second, id="bbbbbbbbbb"), company=company) == [code]


@pytest.mark.parametrize(("first", "second"), DIFFERENT, ids=lambda x: x.prompt)
def test_a_question_of_its_own_is_let_go(first: Question, second: Question) -> None:
    """One answer or many words in common do not make two questions one."""
    company = Company.of([first])
    assert codes("no-repeat", replace(second, id="bbbbbbbbbb"), company=company) == []


def test_of_two_that_repeat_one_another_the_later_is_named() -> None:
    """A deck is judged as it stands."""
    again = replace(REPEATS[0][1], id="bbbbbbbbbb")
    company = Company.of([ONE, again])
    assert codes("no-repeat", ONE, company=company) == []
    assert codes("no-repeat", again, company=company) == ["duplicate"]


ILL_FORMED = [
    (short("Who signed it?"), "too-short"),
    (short("Riga?"), "too-short"),
    (short("Who signed " + "the long and winding " * 8 + "treaty?"), "too-long"),
    (short("Who signed the Treaty of Riga"), "no-question"),
    (short("Who signed the Treaty of Riga."), "no-question"),
    (number("How many soldiers has Canada in Latvia", "1900"), "no-question"),
    (short("Name who signed the Treaty of Riga."), "no-question"),
    (statement("Latvia took the euro in 2014"), "no-statement"),
    (statement("Did Latvia take the euro in 2014?"), "no-statement"),
    (short("What rose in the 12 months to in May 2020?"), "broken"),
    (short("What carried by the Daugava Star came to Riga?"), "broken"),
    (statement("The Latvian government will decide in June whether."), "broken"),
    (cloze("Latvia took the euro in 2014."), "gaps"),
    (cloze("{{Latvia}} took {{the}} {{euro}} in {{2014}} with joy."), "gaps"),
    (resting(Match("Which is the capital of which", (("a", "b"), ("c", "d")))), "no-question"),
]
WELL_FORMED = [
    short("Who signed the Treaty of Riga?"),
    short("Who said “we will not leave?”"),
    short("What increased by half in the year to May 2020?"),
    number("About how many soldiers has Canada in Latvia?", "1900"),
    statement("Latvia took the euro in 2014."),
    cloze("Latvia took the euro in {{2014}}."),
    cloze("{{Latvia}} took the euro in {{2014}}."),
    resting(Match("Match each capital to its country.", (("a", "b"), ("c", "d")))),
    resting(Match("Which capital belongs to which country?", (("a", "b"), ("c", "d")))),
    resting(Order("Put these states in order of size.", ("a", "b"))),
    resting(ListQuestion("Which states joined in 2004? Name three of them.", ("a", "b"), 2)),
    resting(Flashcard("A state is *landlocked* when …", "It has no coast")),
    resting(Multi("Which of these joined in 2004?", ("a", "b"), ("c", "d"))),
]


@pytest.mark.parametrize(("question", "code"), ILL_FORMED, ids=lambda x: getattr(x, "prompt", x))
def test_an_ill_formed_question_is_found(question: Question, code: str) -> None:
    """Too short, too long, or without the end of its kind."""
    assert codes("well-formed", question) == [code]


@pytest.mark.parametrize("question", WELL_FORMED, ids=lambda q: q.prompt)
def test_a_well_formed_question_is_let_go(question: Question) -> None:
    """Each kind has an end of its own."""
    assert codes("well-formed", question) == []


def test_the_missing_sign_is_added_in_one_step() -> None:
    """A question gets its mark, a statement its stop."""
    (asked,) = found("well-formed", ILL_FORMED[3][0])
    (told,) = found("well-formed", ILL_FORMED[7][0])
    assert asked.mends[0].question.prompt == "Who signed the Treaty of Riga?"
    assert told.mends[0].question.prompt == "Latvia took the euro in 2014."


UNFIT = [
    (short("Who brought the first soldiers to Latvia?", "Daugava Star"), "person"),
    (short("Who was signed in 2016?", "Treaty of Riga"), "person"),
    (short("Who joined in the year 2004?", "2004"), "person"),
    (short("Where was the treaty signed by Marsh?", "Peter Marsh"), "place"),
    (short("Where was the base opened then?", "2017"), "place"),
    (short("Where was the base opened then?", "September"), "place"),
    (short("When was the treaty signed in Riga?", "Peter Marsh"), "time"),
    (short("In which year was the base opened?", "Canada"), "time"),
    (short("How many soldiers came to Riga?", "Canada"), "count"),
    (short("Why was the base at Adazi opened?", "2017"), "reason"),
    (short("Why did the soldiers leave Adazi?", "Canada"), "reason"),
    (short("Which country signed the treaty?", "Peter Marsh"), "kind"),
    (short("Which president signed the treaty?", "Latvia"), "kind"),
    (short("Which country opened the base?", "2017"), "kind"),
    (number("Who came to Riga that day?", "3000"), "not-a-count"),
    (date("Where was the Treaty of Riga signed?", "2016"), "not-a-date"),
]
FIT = [
    short("Who signed the Treaty of Riga?", "Peter Marsh"),
    short("Who keeps soldiers in Latvia?", "Canada"),
    short("Who opened the base at Adazi?", "NATO"),
    short("Where was the treaty signed?", "Riga"),
    short("Where must a state lie?", "In Europe"),
    short("When is a state landlocked?", "When it has no coast"),
    short("When was the base opened?", "In 2017"),
    short("Which country took the euro?", "Latvia"),
    short("In which year was it?", "2017"),
    short("How many states must agree?", "All of them"),
    short("How much of the cost was paid?", "Two thirds"),
    short("Why was the base opened?", "To protect Latvia"),
    short("Which ship brought soldiers?", "Daugava Star"),
    short("Which country's president asked?", "Latvia"),
    number("What percentage supports it?", "60", "percent"),
    date("On what day was it signed?", "2016-05-03"),
]


@pytest.mark.parametrize(("question", "code"), UNFIT, ids=lambda x: getattr(x, "prompt", x))
def test_a_question_word_that_does_not_fit_is_found(question: Question, code: str) -> None:
    """No "who" for a ship, "where" for a year."""
    assert codes("word-fits", question) == [code]


@pytest.mark.parametrize("question", FIT, ids=lambda q: q.prompt)
def test_a_question_word_that_fits_is_let_go(question: Question) -> None:
    """And so is one of which nothing is known."""
    assert codes("word-fits", question) == []


SOFT = [
    ("no-formula", short("Who did not immediately reply to a request?", "NATO"), True),
    ("no-formula", short("Who declined to comment on the mission?", "NATO"), True),
    ("no-formula", short("What did NATO do?", "It did not respond"), True),
    ("no-formula", short("Whose spokesman could not be reached?", "NATO"), True),
    ("no-formula", short("Who asked Canada for soldiers?", "Latvia"), False),
    ("no-formula", short("What did the court reply to Latvia?", "No"), False),
    ("no-praise", short("Which heroic ship brought the soldiers?", "Daugava Star"), True),
    ("no-praise", short("Who made a brilliant speech in Riga?", "Kalnina"), True),
    ("no-praise", short("What was the end of the mission?", "A disastrous one"), True),
    ("no-praise", short("What did Kalnina call disastrous?", "A withdrawal"), False),
    ("no-praise", replace(short("What was an imperative?"), attribution="Kalnina"), False),
    ("no-praise", short("Which ship brought the soldiers?", "Daugava Star"), False),
    ("positive", choice("Which of these is not a member?", "Turkey", "", "Latvia"), True),
    ("positive", choice("Which of these states was never a member?", "Turkey", ""), True),
    ("positive", choice("Which state is NOT a member?", "Turkey", ""), True),
    ("positive", choice("Who joined, of all these states, except?", "Turkey", ""), True),
    ("positive", short("Which four states had not recognised Kosovo?", "Spain"), False),
    ("positive", short("Who cannot overrule a member of NATO?", "He"), False),
]


@pytest.mark.parametrize(("gate", "question", "noted"), SOFT)
def test_what_an_author_should_think_about_is_noted(
    gate: str, question: Question, noted: bool
) -> None:
    """A soft gate makes the light amber."""
    findings = found(gate, question, GROUND)
    assert bool(findings) is noted
    assert not any(finding.hard for finding in findings)
