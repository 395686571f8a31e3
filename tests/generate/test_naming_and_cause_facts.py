"""What things are called, which thing a description fits, and why something was done."""

from __future__ import annotations

import pytest
from asked import asked


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "The International Criminal Court (ICC) issued the warrant.",
            "What do the letters ICC stand for?",
            "International Criminal Court",
        ),
        ("KFOR stands for Kosovo Force.", "What does KFOR stand for?", "Kosovo Force"),
        (
            "The Latin words pacta sunt servanda mean that treaties must be kept in good faith.",
            "What do the Latin words pacta sunt servanda mean?",
            "treaties must be kept in good faith",
        ),
        ("The NATO-led force is called KFOR.", "What is the NATO-led force called?", "KFOR"),
        (
            "The International Court of Justice, often called the World Court, sits in The Hague.",
            "What is the International Court of Justice often called?",
            "the World Court",
        ),
        (
            "The Nairobi River, known locally as Mto wa Taka, crosses the capital.",
            "What is the Nairobi River known locally as?",
            "Mto wa Taka",
        ),
        (
            (
                "Mary Kern leads the B Team, a nonprofit group based in New York that presses "
                "companies to look beyond profit."
            ),
            "Which nonprofit group based in New York presses companies to look beyond profit?",
            "B Team",
        ),
        (
            (
                "Patients were given remdesivir, an antiviral made by Gilead Sciences of the "
                "United "
                "States."
            ),
            "Which antiviral is made by Gilead Sciences of the United States?",
            "remdesivir",
        ),
        (
            "Rescuers flew to Arequipa, Peru's second-largest city, on Tuesday.",
            "What is Peru's second-largest city?",
            "Arequipa",
        ),
        (
            (
                "Rwanda received doses from the Sabin Vaccine Institute, a non-profit body in "
                "Washington."
            ),
            "What is the Sabin Vaccine Institute?",
            "a non-profit body in Washington",
        ),
    ],
)
def test_a_name_is_asked_for(text: str, question: str, answer: str) -> None:
    """Letters, other names and descriptions that fit one thing are asked for."""
    assert asked(text)[question] == (answer,)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The state agency (ODOT) and the Department of Transportation met in Ohio.", "What do"),
        ("The euro is used in Montenegro, the denar in North Macedonia, the dinar in Serbia.",
         "What is the d"),
        ("Rescuers flew to Romania, the Czech Republic and Spain on Tuesday.", "What is the"),
        ("Mary Kern founded Audur Capital, an investment firm, in 2007.", "What is"),
        ("The road is called closed by drivers in Cork.", "What is the road"),
    ],
)  # fmt: skip
def test_no_name_is_asked_for_in_lists_and_bare_words(text: str, start: str) -> None:
    """Lists are no descriptions, bare descriptions tell nothing, and letters must fit."""
    assert not [q for q in asked(text) if q.startswith(start)]


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            (
                "Katrín Jakobsdóttir resigned as prime minister in April so that she could "
                "run for "
                "president."
            ),
            "Why did Katrín Jakobsdóttir resign as prime minister in April 2024?",
            "so that she could run for president",
        ),
        (
            (
                "The Forata dam was built between 1963 and 1969 to protect the farms of the Magro "
                "valley from floods."
            ),
            "Why was the Forata dam built?",
            "to protect the farms of the Magro valley",
        ),
        (
            (
                "In 2004 Ólafur Ragnar Grímsson invoked the constitution of Iceland to block "
                "a law on "
                "news media."
            ),
            "Why did Ólafur Ragnar Grímsson invoke the constitution of Iceland in 2004?",
            "to block a law on news media",
        ),
        (
            "In order to stop the war in Kosovo, NATO bombed Serbia from the air.",
            "Why did NATO bomb Serbia?",
            "in order to stop the war in Kosovo",
        ),
        (
            "The Mill Street Bridge was closed in May after inspectors found a crack.",
            "Why was the Mill Street Bridge closed in May 2024?",
            "inspectors found a crack",
        ),
        (
            "Kelmore Construction was fined 2 million euros for ignoring safety rules in Dublin.",
            "Why was Kelmore Construction fined 2 million euros?",
            "ignoring safety rules in Dublin",
        ),
        (
            "Ana Torres resigned over the handling of the flood in Valencia.",
            "Why did Ana Torres resign?",
            "over the handling of the flood in Valencia",
        ),
        (
            "Galway cancelled its boat race because the river was too high.",
            "Why did Galway cancel its boat race?",
            "the river was too high",
        ),
    ],
)
def test_a_stated_reason_is_asked_for(text: str, question: str, answer: str) -> None:
    """Purpose and cause are asked for in the words the article gives them in."""
    assert asked(text)[question] == (answer,)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torres has announced a plan to close the port of Cadiz.",
        "Kenya decided to ban plastic bags in 2017.",
        "The port of Cadiz was closed two days after the storm reached Spain.",
        "Ana Torres resigned over the delays.",
        "Ana Torres was not dismissed after Cadiz closed its port.",
        "NATO sent no troops to stop the war in Kosovo.",
    ],
)
def test_no_reason_is_made_up(text: str) -> None:
    """What "to", "after" and "over" do not give as a reason is not asked for as one."""
    assert not [q for q in asked(text) if q.startswith("Why")]
