"""A question must be understood without its article."""

from __future__ import annotations

import pytest
from gate_samples import codes, found, number, resting, short, statement

from quizapp.content.question import ListQuestion, Multi


@pytest.mark.parametrize(
    "prompt",
    [
        "When did he ask Canada to keep soldiers in Latvia?",
        "What did she say about a withdrawal from Adazi?",
        "Why was it opened in 2017 near Riga?",
        "What did the court call his decision?",
        "When did they gather in Riga?",
        "Why does Canada keep soldiers in this country?",
        "What did its president ask for in 2024?",
        "Who sent these soldiers to Latvia?",
        "Where did such a meeting take place?",
        "What did the latter say about Latvia?",
        "Which ships did we send to Latvia?",
        "Who brought the first soldiers there?",
        "Which ship brought her to Riga in 2017?",
        "How many of them drive tanks in 2024?",
        "Which country used its own in 1986?",
    ],
)
def test_a_pronoun_without_its_name_is_found(prompt: str) -> None:
    """Nobody knows what it stands for once the article is out of sight."""
    assert codes("self-contained", short(prompt)) == ["pronoun"]


@pytest.mark.parametrize(
    "prompt",
    [
        "From which state did Kosovo declare its independence?",
        "Which country asked Canada to keep its soldiers at Adazi?",
        "With which of its neighbours does Latvia have its longest border?",
        "Who said that she would not leave Riga?",
        "Why did Ilze Kalnina say that her country needs help?",
        "How long did it take to open the base at Adazi?",
        "Is it true that Latvia took the euro in 2014?",
        "What is the duty of those who serve at Adazi?",
        "How do countries such as Latvia protect their borders?",
        "What did the former president of Latvia ask for?",
        "Who said “we will not leave this country”?",
        "In which year did the US send soldiers to Latvia?",
        "What may a state do once it has signed a treaty?",
        "Is there a base at Adazi in Latvia?",
        "Which country sent its own ships to Riga?",
        "Which probe did Artemis I carry?",
        "Which republic became a state of its own in 1991?",
    ],
)
def test_a_pronoun_with_its_name_is_let_go(prompt: str) -> None:
    """What the stem itself explains needs no article."""
    assert codes("self-contained", short(prompt)) == []


def test_these_may_point_to_the_options_on_screen() -> None:
    """Where items are shown, "these" is plain."""
    multi = Multi(
        "Which of these sent ships to Latvia?", ("Spain", "Italy"), ("Turkey", "Hungary")
    )
    assert codes("self-contained", resting(multi)) == []


def test_a_name_that_the_source_spoke_of_last_is_offered() -> None:
    """One step puts it in place of the pronoun."""
    question = short("What did she say about a withdrawal?", "a disaster", "A withdrawal")
    (finding,) = found("self-contained", question)
    assert [mend.question.prompt for mend in finding.mends] == [
        "What did Ilze Kalnina say about a withdrawal?"
    ]


@pytest.mark.parametrize(
    "prompt",
    [
        "When did the alliance open a base at Adazi?",
        "Who asked Canada to keep soldiers in the country?",
        "What did the president ask for in 2024?",
        "When was the treaty signed in Riga?",
        "How much did the mission cost in 2023?",
        "What did the prime minister promise?",
        "Who signed the agreement on 3 May 2016?",
        "Where does the company have its seat?",
        "Who voted against the two countries?",
        "What brought the soldiers to the island?",
        "What did the small nation's leader ask for?",
        "Why did the talks fail in 2019?",
        "Who was accused of the attack?",
    ],
)
def test_a_noun_that_only_the_article_explains_is_found(prompt: str) -> None:
    """The country is some country, and nobody knows which."""
    assert codes("resolved", short(prompt)) == ["definite"]


@pytest.mark.parametrize(
    "prompt",
    [
        "Who is the president of Latvia?",
        "When did the United States send soldiers to Latvia?",
        "Who wrote the 2016 treaty of Riga?",
        "What is in the letter that Kalnina wrote?",
        "Which is the largest country of the Baltic?",
        "Who was the first president to visit Adazi?",
        "When did the sun rise over Riga?",
        "What is the internet used for at Adazi?",
        "In which city does the river Daugava end?",
        "Why did NATO say that the alliance would stay?",
        "How long did the war in Kosovo last?",
        "What does the law on foreign soldiers allow?",
        "Which country said that the country was safe?",
        "When did the Latvian government open a base?",
        "Who sank the ship called Daugava Star?",
    ],
)
def test_a_noun_that_the_stem_explains_is_let_go(prompt: str) -> None:
    """What follows or went before says which one is meant."""
    assert codes("resolved", short(prompt)) == []


def test_the_country_becomes_a_name_in_one_step() -> None:
    """The names that the source spoke of last are offered, but never the answer."""
    question = short(
        "Who asked Canada to keep soldiers in the country?", "Ilze Kalnina", "Latvia's president"
    )
    (finding,) = found("resolved", question)
    assert [mend.question.prompt for mend in finding.mends] == [
        "Who asked Canada to keep soldiers in Latvia?"
    ]


@pytest.mark.parametrize(
    "prompt",
    [
        "Who asked Canada for help on Thursday?",
        "What did Latvia ask for last week?",
        "Who visited Riga yesterday?",
        "Which country recently sent ships to Latvia?",
        "Who was elected this year?",
        "What will happen in Riga next month?",
        "Who opened a base two years ago?",
        "How many people gathered in Riga on Sunday?",
        "What has Latvia asked for in recent years?",
        "Who spoke in Riga earlier this week?",
        "What did Kalnina announce last Monday?",
        "Which ships came to Latvia last summer?",
    ],
)
def test_a_day_without_a_date_is_found(prompt: str) -> None:
    """Next year nobody knows which Thursday that was."""
    assert codes("dated", short(prompt)) == ["relative-time"]


@pytest.mark.parametrize(
    "prompt",
    [
        "Who asked Canada for help on Thursday, 14 March 2024?",
        "What did Latvia ask for in March 2024?",
        "What happened on Bloody Sunday in Dublin?",
        "Which state joined the European Union a year later?",
        "Who was elected in 2021?",
        "How many days did the war last?",
        "What is the last letter of the alphabet?",
        "Which day of the week do Latvians call Friday?",
        "Who said “we will decide next week”?",
        "In which order did these come, the earliest first?",
        "Who spoke last in the debate of 2 May?",
        "What must a state do within a month?",
    ],
)
def test_a_day_with_its_date_is_let_go(prompt: str) -> None:
    """A date beside it, or none needed."""
    assert codes("dated", short(prompt)) == []


def test_every_kind_is_asked() -> None:
    """Numbers, statements and lists go through the same gates."""
    assert codes("resolved", number("How many soldiers has the country?", "1900")) == ["definite"]
    assert codes("dated", statement("Latvia asked for help last week.")) == ["relative-time"]
    lists = ListQuestion("Which two countries did it join?", ("Estonia", "Lithuania"), 2)
    assert codes("self-contained", resting(lists)) == []
