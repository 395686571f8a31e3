"""One answer is right, and the wrong options are wrong and look like it."""

from __future__ import annotations

import pytest
from gate_samples import BASE, NAMES, choice, codes, found, resting, short
from grounds import ground_from

from quizapp.content.question import Choice, Form, Multi, Question, Short
from quizapp.generate.entity import EntityKind

MORE = ground_from(
    BASE
    + """

Greece and Romania did not recognise Kosovo. Russia did not recognise Kosovo's independence. \
France recognised Kosovo in 2008, and Germany recognised Kosovo soon after. \
Anna Berg won the medal in judo at Tokyo. Maria Silva won the medal in judo at Paris. \
Poland and Denmark bought planes from Sweden. Norway bought planes from Brazil. \
Mexico signed the pact in Oslo. Chile signed the pact in Oslo. Peru refused to sign the pact. \
Kenya borders Uganda, Somalia and Ethiopia. The first guest was Malta, and Cyprus came later.""",
    NAMES
    | dict.fromkeys(
        (
            *("Greece", "Romania", "Kosovo", "France", "Germany", "Poland", "Denmark", "Sweden"),
            *("Norway", "Brazil", "Mexico", "Chile", "Peru", "Kenya", "Uganda", "Somalia"),
            *("Ethiopia", "Malta", "Cyprus"),
        ),
        (EntityKind.COUNTRY, ""),
    )
    | dict.fromkeys(("Anna Berg", "Maria Silva"), (EntityKind.PERSON, ""))
    | dict.fromkeys(("Tokyo", "Paris", "Oslo"), (EntityKind.PLACE, "")),
    published="2024-03-14",
)


def rest(prompt: str, answer: str, on: str, *wrong: str) -> Question:
    """A question on a sentence of the longer article."""
    text = MORE.article.text
    at = text.index(on)
    quote = next(s.span.of(text) for s in MORE.sentences if s.span.start <= at < s.span.end)
    return resting(Short(prompt, answer, wrong=wrong), quote)


SEVERAL = [
    rest("Which country sent ships to Latvia?", "Spain", "Spain sent ships"),
    rest("Which country sent no soldiers to Latvia?", "Turkey", "Turkey sent no"),
    rest("Which country sent no soldiers to Latvia?", "Hungary", "Hungary and Slovakia"),
    rest("Which state joined the European Union in 2004?", "Estonia", "Estonia, Latvia"),
    rest("Which country did not recognise Kosovo?", "Greece", "Greece and Romania"),
    rest("Which country did not recognise Kosovo's independence?", "Russia", "Russia did not"),
    rest("Who won the medal in judo?", "Anna Berg", "Anna Berg won"),
    rest("Which country bought planes from Sweden?", "Poland", "Poland and Denmark"),
    rest("Which country signed the pact in Oslo?", "Mexico", "Mexico signed"),
    rest("Which country borders on Kenya?", "Somalia", "Kenya borders"),
]
SINGLE = [
    rest("Which country sent ships to Latvia in 2018?", "Spain", "Spain sent ships"),
    rest("Which two states sent no soldiers to Latvia?", "Hungary", "Hungary and Slovakia"),
    rest("Who won the medal in judo at Tokyo?", "Anna Berg", "Anna Berg won"),
    rest("Who won the medal in judo at Paris?", "Maria Silva", "Maria Silva won"),
    rest("Which country bought planes from Brazil?", "Norway", "Norway bought"),
    rest("Which country refused to sign the pact?", "Peru", "Peru refused"),
    rest("From which country did Norway buy planes?", "Brazil", "Norway bought"),
    rest("Which country was the first guest?", "Malta", "The first guest"),
    rest("With which country did Estonia join the Union?", "Lithuania", "Estonia, Latvia"),
    rest("Which country borders Uganda and Somalia?", "Kenya", "Kenya borders"),
    rest("Where did Mexico and Chile sign the pact?", "Oslo", "Mexico signed"),
    rest("Which country took the euro in 2014?", "Latvia", "Latvia took"),
]


@pytest.mark.parametrize("question", SEVERAL, ids=lambda q: q.prompt)
def test_a_second_right_answer_is_found(question: Question) -> None:
    """The quote joins another to it, or another sentence says the same of somebody else."""
    assert codes("one-answer", question, MORE) in (["second-answer"], ["other-answer"])


@pytest.mark.parametrize("question", SINGLE, ids=lambda q: q.prompt)
def test_a_question_with_one_answer_is_let_go(question: Question) -> None:
    """A year, a place or a word for "first" leaves one."""
    assert codes("one-answer", question, MORE) == []


TRUE_OPTIONS = [
    rest("Which country sent ships to Latvia?", "Spain", "Spain sent", "Italy", "Norway"),
    rest("Which country sent no soldiers to Latvia?", "Turkey", "Turkey sent", "Hungary"),
    rest("Which country sent no soldiers to Latvia?", "Turkey", "Turkey sent", "Slovakia"),
    rest("Which state joined the European Union?", "Estonia", "Estonia, Latvia", "Lithuania"),
    rest("Which country did not recognise Kosovo?", "Greece", "Greece and", "Romania", "Chile"),
    rest("Which country did not recognise Kosovo?", "Greece", "Greece and", "Russia", "Chile"),
    rest("Who won the medal in judo?", "Anna Berg", "Anna Berg won", "Maria Silva"),
    rest("Which country keeps soldiers in Latvia?", "Canada", "Canada currently", "Ottawa"),
    rest("Which country sees the base as a threat?", "Russia", "Russia regards", "Moscow"),
    rest("Which country signed the pact in Oslo?", "Mexico", "Mexico signed", "Chile", "Peru"),
    rest("Which union did Estonia join?", "European Union", "Estonia, Latvia", "EU", "NATO"),
    rest("Who asked for soldiers?", "Ilze Kalnina", "Latvia's president", "Kalnina"),
]
FALSE_OPTIONS = [
    rest("Which country sent ships in 2018?", "Spain", "Spain sent", "Norway", "Chile"),
    rest("Which country sent ships in 2018?", "Spain", "Spain sent", "Italy", "Peru"),
    rest("Which country sent no soldiers?", "Turkey", "Turkey sent", "Canada", "Norway"),
    rest("Which country refused to sign the pact?", "Peru", "Peru refused", "Mexico", "Chile"),
    rest("Who won the medal at Tokyo?", "Anna Berg", "Anna Berg won", "Maria Silva"),
    rest("Which country recognised Kosovo in 2008?", "France", "France recog", "Russia", "Greece"),
    rest("Which country bought planes from Brazil?", "Norway", "Norway bought", "Poland"),
    rest("Which country was the first guest?", "Malta", "The first guest", "Cyprus"),
    rest("Which country took the euro in 2014?", "Latvia", "Latvia took", "Estonia", "Russia"),
    rest("Who signed the Treaty of Riga?", "Peter Marsh", "The Treaty of Riga", "Ilze Kalnina"),
    rest("In which city was the pact signed?", "Oslo", "Mexico signed", "Riga", "Paris"),
]


@pytest.mark.parametrize("question", TRUE_OPTIONS, ids=lambda q: str(q.body))
def test_a_wrong_option_that_is_right_is_found(question: Question) -> None:
    """By another name, in the same list, or by another sentence."""
    assert len(codes("none-true", question, MORE)) == 1


@pytest.mark.parametrize("question", FALSE_OPTIONS, ids=lambda q: str(q.body))
def test_wrong_options_that_are_wrong_are_let_go(question: Question) -> None:
    """Named in the article, and for something else."""
    assert codes("none-true", question, MORE) == []


def test_a_right_answer_among_the_wrong_of_many_is_found() -> None:
    """What the quote lists with the right ones is right."""
    multi = Multi("Which of these joined in 2004?", ("Estonia", "Latvia"), ("Lithuania", "Turkey"))
    (finding,) = found("none-true", resting(multi, "Estonia, Latvia"))
    assert dict(finding.facts)["option"] == "Lithuania"


def test_an_option_is_exchanged_for_one_that_is_wrong() -> None:
    """The first mend keeps the number of options, the last leaves it out."""
    (finding,) = found("none-true", TRUE_OPTIONS[0], MORE)
    bodies = [mend.question.body for mend in finding.mends]
    assert all(isinstance(body, Short) and "Italy" not in body.wrong for body in bodies)
    first, last = bodies[0], bodies[-1]
    assert isinstance(first, Short)
    assert isinstance(last, Short)
    assert len(first.wrong) == 2
    assert last.wrong == ("Norway",)


UNLIKE = [
    (choice("What share supports it?", "60 percent", "", "122 percent"), "over-100-percent"),
    (choice("What share supports it?", "60%", "", "140%"), "over-100-percent"),
    (choice("When did it end?", "2014", "", "2031"), "future-year"),
    (choice("When did it end?", "2014", "", "June 2013"), "other-form"),
    (choice("When did it end?", "2014", "", "The summer"), "other-form"),
    (choice("How many were there?", "1,900", "", "4 million"), "other-size"),
    (choice("How many were there?", "1,900", "", "12"), "other-size"),
    (choice("How many were there?", "60 percent", "", "40"), "other-unit"),
    (choice("How many were there?", "1,900", "", "Nobody"), "not-a-number"),
    (choice("Who signed it?", "Peter Marsh", "", "Latvia"), "other-kind"),
    (choice("Which country is it?", "Latvia", "", "Ilze Kalnina"), "other-kind"),
    (choice("Which ship is it?", "Daugava Star", "", "Canada"), "other-kind"),
    (choice("What was the aim?", "To save time", "", "Money"), "other-form"),
    (choice("What was it like?", "Ethnic communities", "", "Historic province"), "plural"),
    (
        choice("What was it?", "Neutrality", "", "A promise to send soldiers to all who ask"),
        "other-length",
    ),
]
ALIKE = [
    choice("What share supports it?", "60 percent", "", "40 percent", "75 percent"),
    choice("By how much did it grow?", "150 percent", "", "120 percent"),
    choice("When did it end?", "2014", "", "2013", "2016"),
    choice("When will it end?", "2030", "", "2031", "2032"),
    choice("How many were there?", "1,900", "", "900", "19,000"),
    choice("How many were there?", "4", "", "2", "6"),
    choice("For how long?", "Two years", "", "One year", "Five years"),
    choice("Which majority is needed?", "Two thirds", "", "A simple majority"),
    choice("Who signed it?", "Peter Marsh", "", "Ilze Kalnina", "John Doe"),
    choice("Who mediated?", "European Union", "", "Canada", "NATO"),
    choice("In which city was it?", "Riga", "", "Ottawa", "Moscow"),
    choice("What was the aim?", "To save time", "", "To win money", "To gain friends"),
    choice("What do stars stand for?", "Ethnic communities", "", "Large cities"),
    choice("Which part is it?", "Article 4", "", "Article 51", "Article 99"),
]


@pytest.mark.parametrize(("question", "code"), UNLIKE, ids=lambda x: str(getattr(x, "body", x)))
def test_an_option_unlike_the_answer_is_found(question: Question, code: str) -> None:
    """Whoever knows nothing can still rule it out."""
    assert codes("matching", question) == [code]


@pytest.mark.parametrize("question", ALIKE, ids=lambda q: str(q.body))
def test_options_alike_are_let_go(question: Question) -> None:
    """They must be known to be ruled out."""
    assert codes("matching", question) == []


LONG = "Because the members could not agree on how the costs were to be shared among them"
SOFT = [
    ("even", choice("Why did it fail?", LONG, "", "Bad weather", "Old ships"), ["answer-longest"]),
    ("even", choice("Why did it fail?", "Money", "", LONG, LONG[:60]), ["answer-shortest"]),
    ("even", choice("Why did it fail?", "Bad weather", "", "Old ships", "High costs"), []),
    ("even", choice("Why did it fail?", "Bad weather", "", LONG, "High costs"), []),
    ("choosable", choice("Who is it?", "Marsh", "", "Kalnina"), ["few-options"]),
    ("choosable", choice("Who is it?", "Marsh", ""), ["few-options"]),
    ("choosable", short("Who is it?", "Marsh", "", "Kalnina"), ["few-options"]),
    ("choosable", short("Who is it?", "Marsh"), []),
    ("choosable", choice("Who is it?", "Marsh", "", "Kalnina", "Doe"), []),
    ("choosable", resting(Short("Who?", "Marsh", forms=(Form.CHOOSE,))), ["few-options"]),
    ("choosable", resting(Short("Who?", "Marsh", forms=(Form.TYPE,))), []),
    ("typable", short("Why did it fail?", LONG), ["long-answer"]),
    ("typable", resting(Short("Why?", LONG, forms=(Form.RECALL,))), []),
    ("typable", short("Why did it fail?", "Bad weather"), []),
    ("typable", resting(Choice("Why?", LONG, ("Money", "Wind"))), []),
]


@pytest.mark.parametrize(("gate", "question", "expected"), SOFT)
def test_what_options_give_away_is_noted(
    gate: str, question: Question, expected: list[str]
) -> None:
    """A soft gate notes it, and the author decides."""
    assert codes(gate, question) == expected
    assert not any(finding.hard for finding in found(gate, question))
