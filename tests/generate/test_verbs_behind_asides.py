"""Verbs that stand far from what they are said of: behind relatives, participles and dates."""

from __future__ import annotations

import pytest
from asked import asked
from test_clauses import parse_of, verb, words


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("A landlord who ignored warnings in a house he had let was found guilty.",
         ("A landlord", "was found")),
        ("The clerk who sold a boat she had repaired has paid a fine.",
         ("The clerk", "has paid")),
        ("Inspectors who found the pumps fined the company.", ("Inspectors", "fined")),
        ("Women whose result was abnormal were given aspirin.", ("Women", "were given")),
        ("Farmers whose wells had dried up were paid.", ("Farmers", "were paid")),
        ("Those that sail without insurance may be barred.", ("Those", "may be barred")),
        ("A survey published last month by the bank found faults.",
         ("A survey published last month by the bank", "found")),
    ],
)  # fmt: skip
def test_a_verb_is_said_of_what_stands_before_the_aside(
    sentence: str, clause: tuple[str, str]
) -> None:
    """What acts is named before the relative clause, not in it."""
    parse = parse_of(sentence)
    assert clause in [(words(parse, c.subject), verb(parse, c)) for c in parse.clauses]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("A landlord who ignored warnings in a house he had let was found guilty.",
         ("A landlord", "had let")),
        ("Latvia signed a treaty in Riga on Thursday that binds its ports.",
         ("Thursday", "binds")),
        ("The port has the right to board and detain ships suspected of smuggling.",
         ("ships", "suspected")),
        ("Unemployment stood at 12%, almost double the average.",
         ("Unemployment", "double")),
        ("The bloc founded only four years ago by doctors had won.", ("The bloc", "founded")),
        ("The blaze broke out at 3.20am on Monday.", ("The blaze", "am")),
        ("The pact creates a centre, to be built in Riga and run by 14 people.",
         ("The pact", "run")),
    ],
)  # fmt: skip
def test_a_verb_is_not_said_of_what_stands_beside_it(
    sentence: str, clause: tuple[str, str]
) -> None:
    """No date acts, and no word that only looks like a verb."""
    parse = parse_of(sentence)
    assert clause not in [(words(parse, c.subject), verb(parse, c)) for c in parse.clauses]


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        (
            "Latvia will shut the Riga plant fuelled by peat at the end of 2027.",
            "fuelled by peat?",
        ),
        ("Courses in Riga will be held in July 2025 and August.", "July"),
        ("Ana Lund toured Latvia urging the parties to resign.", "urging the parties?"),
        ("It was over a leak in Riga that Ana Lund had reported three times.", "How many times"),
        ("Latvia won its first vote in Riga in eight years.", "what time"),
    ],
)
def test_nothing_is_asked_that_the_sentence_does_not_say(sentence: str, never: str) -> None:
    """A date belongs to its own verb, and what is urged is said whole."""
    assert not [question for question in asked(sentence) if never in question]


@pytest.mark.parametrize(
    "sentence",
    [
        "It applied to local votes, but not to others, a concession made in March to the unions.",
        "The hall was paid for with a loan and £610,000 raised by selling shares.",
        "The court ruled that 41 sculptures and funerary busts be sent home.",
        "The bill fell short of the majority, or 60 members, required to amend the law.",
    ],
)
def test_a_participle_is_no_deed(sentence: str) -> None:
    """What was made, raised, sent or required did not do it."""
    said = {verb(parse_of(sentence), c) for c in parse_of(sentence).clauses}
    assert not said & {"made", "raised", "busts", "required", "be sent"}
