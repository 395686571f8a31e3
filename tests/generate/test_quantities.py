"""How many, how much and when: the numbers and dates of a sentence and what is asked of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quizapp.content.question import DateQuestion, Number, PartialDate, Short
from quizapp.generate.article import Article
from quizapp.generate.candidate import FactKind
from quizapp.generate.engine import propose
from quizapp.generate.ground import ground_of
from quizapp.generate.language.quantities import Sort, quantities
from quizapp.generate.language.times import When, times
from quizapp.generate.language.token import Token
from quizapp.generate.near_amounts import near_amounts

PUBLISHED = PartialDate(2024, 6, 5)
"""A Wednesday."""


def tokens_of(sentence: str) -> tuple[Token, ...]:
    """The tagged tokens of one sentence."""
    return ground_of(Article(sentence, "", PUBLISHED)).sentences[0].tokens


def asked(sentence: str) -> dict[str, str]:
    """Questions about the numbers and dates of a sentence, with their answers."""
    found = {}
    for candidate in propose(Article(sentence, "", PUBLISHED)):
        body = candidate.question.body
        if candidate.fact in {FactKind.COUNT, FactKind.SHARE, FactKind.TIME} and isinstance(
            body, (DateQuestion, Number, Short)
        ):
            found[body.prompt] = str(body.answer)
    return found


@pytest.mark.parametrize(
    ("sentence", "sort", "value", "hedge", "unit"),
    [
        ("Kosovo hosts 3,770 NATO troops.", Sort.COUNT, "3770", "", ""),
        ("Some 50,000 Serbs fled.", Sort.COUNT, "50000", "some", ""),
        ("At least a dozen people were hurt.", Sort.COUNT, "12", "at least", ""),
        ("A total of 45 people were hurt.", Sort.COUNT, "45", "", ""),
        ("Only three people were hurt.", Sort.COUNT, "3", "", ""),
        ("It cost 1.8 million pounds.", Sort.MONEY, "1800000", "", "pounds"),
        ("It cost £180,000.", Sort.MONEY, "180000", "", "£"),
        ("It cost nearly $2.5 million.", Sort.MONEY, "2500000", "nearly", "$"),
        ("It cost about 18 billion yen.", Sort.MONEY, "18000000000", "about", "yen"),
        ("Prices rose by 1.2 per cent.", Sort.SHARE, "1.2", "", "%"),
        ("It fell to 12%.", Sort.SHARE, "12", "", "%"),
        ("Nearly a third of the houses burned.", Sort.PART, None, "nearly", ""),
        ("Two-thirds of the houses burned.", Sort.PART, None, "", ""),
        ("Half of the houses burned.", Sort.PART, "0.5", "", ""),
        ("Nine in ten homes burned.", Sort.RATIO, "9", "", "10"),
        ("It passed by seven votes to five.", Sort.VOTE, None, "", ""),
        ("The council voted 5-4 to go.", Sort.VOTE, None, "", ""),
        ("He was jailed for six years.", Sort.LENGTH, "6", "", "years"),
        ("He was given four and a half years.", Sort.LENGTH, "4.5", "", "years"),
        ("It weighed 200kg.", Sort.MEASURE, "200", "", "kilograms"),
        ("It covers 10,900 square kilometres.", Sort.MEASURE, "10900", "", "square kilometres"),
        ("It rose to 49.2 degrees Celsius.", Sort.MEASURE, "49.2", "", "degrees Celsius"),
    ],
)
def test_a_quantity_is_read_with_its_unit_and_hedge(
    sentence: str, sort: Sort, value: str | None, hedge: str, unit: str
) -> None:
    """The one quantity of a sentence has its sort, value, hedge and unit."""
    found = quantities(tokens_of(sentence))
    assert [(q.sort, q.hedge, q.unit) for q in found] == [(sort, hedge, unit)]
    assert value is None or found[0].value == Decimal(value)


@pytest.mark.parametrize(
    "sentence",
    [
        "The war ended in 1999.",
        "Anna Lund, 63, was there.",
        "The village of Route 9 burned.",
        "Article 5 was invoked.",
        "It opened at 4 p.m. sharp.",
        "One of the houses burned.",
        "He is 34 years old.",
        "The 61-year-old fisherman left.",
    ],
)
def test_years_ages_times_and_names_are_no_quantities(sentence: str) -> None:
    """A number that only names or dates something is not counted."""
    assert quantities(tokens_of(sentence)) == ()


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Rates rose to between 5 and 7 percent.", "between 5 and 7 percent"),
        ("It takes six to nine minutes.", "six to nine minutes"),
        ("It kills between 81,000 and 138,000 people a year.", "between 81,000 and 138,000"),
        ("It may last 60 to 80 years.", "60 to 80 years"),
    ],
)
def test_a_range_is_one_quantity(sentence: str, words: str) -> None:
    """A range is asked for whole, from its lower to its upper end."""
    tokens = tokens_of(sentence)
    (found,) = quantities(tokens)
    assert found.ranged
    assert found.exact
    assert " ".join(t.text for t in tokens[found.first : found.end]) == words


@pytest.mark.parametrize(
    ("sentence", "exact"),
    [
        ("It rose from 12 to 20 percent.", [False, True]),
        ("Between nine and 4 people left.", [False, False]),
    ],
)
def test_where_something_rose_to_is_exact(sentence: str, exact: list[bool]) -> None:
    """What something rose from, and two numbers that fall, are no range."""
    assert [q.exact for q in quantities(tokens_of(sentence))] == exact


@pytest.mark.parametrize(
    ("sentence", "when", "value"),
    [
        ("She left on Monday.", When.RESOLVED, PartialDate(2024, 6, 3)),
        ("She will leave on Monday.", When.RESOLVED, PartialDate(2024, 6, 10)),
        ("She was sworn in on Aug. 1.", When.RESOLVED, PartialDate(2023, 8, 1)),
        ("She will be sworn in on Aug. 1.", When.RESOLVED, PartialDate(2024, 8, 1)),
        ("The sale is due on 4 March.", When.RESOLVED, PartialDate(2025, 3, 4)),
        ("It is expected to open in October.", When.RESOLVED, PartialDate(2024, 10)),
        ("It opened in the summer of 2019.", When.ABSOLUTE, PartialDate(2019)),
        ("He died on the night of 5 May.", When.RESOLVED, PartialDate(2024, 5, 5)),
        ("It will open in mid-July.", When.RESOLVED, PartialDate(2024, 7)),
        ("He led it from 2013 to 2019.", When.ABSOLUTE, PartialDate(2013)),
        ("They met last month.", When.RESOLVED, PartialDate(2024, 5)),
        ("It came on 11 September 2001.", When.ABSOLUTE, PartialDate(2001, 9, 11)),
    ],
)
def test_a_date_is_the_one_its_verb_means(sentence: str, when: When, value: PartialDate) -> None:
    """What has been is dated back from the publication, what is planned forward."""
    found = times(tokens_of(sentence), PUBLISHED)
    assert [(t.when, t.value) for t in found] == [(when, value)]


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Kosovo hosts 3,770 NATO troops.", "How many NATO troops does Kosovo host?", "3770"),
        (
            "Lisa Marten was sentenced to 12 years in prison for fraud.",
            "To how many years in prison was Lisa Marten sentenced for fraud?",
            "12",
        ),
        (
            "Oslo Airport was fined £750,000.",
            "How much money was Oslo Airport fined?",
            "£750,000",
        ),
        (
            "Unemployment in Spain fell to 11.3 percent in April 2024 from 12.1 percent.",
            "To what percentage did unemployment in Spain fall in April 2024 from 12.1 percent?",
            "11.3",
        ),
        (
            "Nearly one in five children in Scotland live in poverty.",
            "What share of children in Scotland live in poverty?",
            "nearly one in five",
        ),
        (
            "The Supreme Court of India ruled 7-2 that the ban was unconstitutional.",
            "By what vote did the Supreme Court of India rule that the ban was unconstitutional?",
            "7-2",
        ),
        (
            "NASA's probe travelled 4.6 billion kilometres to reach the asteroid.",
            "How many kilometres did NASA's probe travel to reach the asteroid?",
            "4.6 billion",
        ),
        (
            "Police in Berlin seized about 200 kg of cocaine.",
            "About how many kilograms of cocaine did police in Berlin seize?",
            "200",
        ),
        ("Mount Etna is 3,357 metres high.", "How many metres high is Mount Etna?", "3357"),
        (
            "Greenland is home to 57,000 people.",
            "How many people is Greenland home to?",
            "57000",
        ),
        (
            "Wolves killed 38 sheep in the Swiss canton of Valais in 2023.",
            "How many sheep did wolves kill in the Swiss canton of Valais in 2023?",
            "38",
        ),
        (
            "Water levels at Lake Mead have dropped by 40 metres since 2000.",
            "By how many metres have water levels at Lake Mead dropped since 2000?",
            "40",
        ),
        (
            "Kenya's population doubled to 54 million in 2020.",
            "To what number did Kenya's population double in 2020?",
            "54 million",
        ),
        ("The Berlin Wall fell on 9 November 1989.", "On which date did the Berlin Wall fall?",
         "1989-11-09"),
        ("The new airport in Lima will open on 14 July.",
         "On which date was the new airport in Lima to open?", "2024-07-14"),
        ("Priya Nair left Wexcombe Council in 2020.",
         "In which year did Priya Nair leave Wexcombe Council?", "2020"),
        ("Switzerland joined the United Nations only in 2002.",
         "In which year did Switzerland join the United Nations?", "2002"),
        ("Halla Lund has led the B Team since 2018.",
         "Since when has Halla Lund led the B Team?", "2018"),
        ("The Eiffel Tower was built between 1887 and 1889.",
         "Between which years was the Eiffel Tower built?", "1887 and 1889"),
    ],
)  # fmt: skip
def test_a_sentence_is_asked_for_its_number_or_date(
    sentence: str, question: str, answer: str
) -> None:
    """The question names what, where and when, and the answer is the number as it is asked."""
    assert asked(sentence).get(question) == answer


def test_what_an_event_did_is_asked_with_the_event() -> None:
    """A toll behind a comma is asked as what happened when the event did."""
    sentence = (
        "A magnitude 6.8 earthquake struck the mountains of southern Peru on Monday, killing at "
        "least 31 people and leaving some 12,000 homeless."
    )
    assert asked(sentence)[
        "How many people were killed when a magnitude 6.8 earthquake struck the "
        "mountains of southern Peru on June 3, 2024?"
    ] == "at least 31"  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Reuters reported on Monday that the talks had failed.",
        "North Macedonia joined in 2020.",
        "China let it pass in 1974.",
        "Turkey joined in 1952, West Germany in 1955 and Spain in 1982.",
        "Ole Lund might sell 40 ships in 2025.",
        "Kosovo belonged to neither in 2022.",
    ],
)
def test_what_is_no_event_or_not_told_apart_is_not_asked(sentence: str) -> None:
    """Sayings, states, wishes and verbs without their object get no question."""
    assert asked(sentence) == {}


@pytest.mark.parametrize(
    ("words", "sort", "near"),
    [
        ("$2.5 million", "money", "$3.2 million"),
        ("£100,000", "money", "£150,000"),
        ("nearly a third", "part", "nearly a quarter"),
        ("two-thirds", "part", "three-quarters"),
        ("nearly one in five", "ratio", "nearly one in four"),
        ("nine in ten", "ratio", "seven in ten"),
        ("seven votes to five", "vote", "eight votes to four"),
        ("153 votes to 127", "vote", "160 votes to 120"),
        ("5-4", "vote", "6-3"),
        ("four and a half years", "length", "five and a half years"),
        ("2013 to 2019", "span", "2010 to 2016"),
    ],
)
def test_a_wrong_amount_has_the_form_of_the_right_one(words: str, sort: str, near: str) -> None:
    """Wrong amounts are near, differ from the right one, and are written as it is."""
    found = near_amounts(words, sort)
    assert near in found
    assert words not in found
    assert len(set(found)) == len(found) >= 2


@pytest.mark.parametrize("words", ["$00", "$0", "$0 million"])
def test_nothing_is_near_to_nothing(words: str) -> None:
    """No wrong option stands there twice."""
    assert near_amounts(words, "money") == ()
