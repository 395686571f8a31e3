"""What each rule holds against a question, and what it lets pass: a table of both for each."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from deck_desk import HEAD, PICTURE, checked, numbers


class Case(NamedTuple):
    """Lines of a question, and the codes that they raise."""

    lines: str
    raises: str = ""


def short(prompt: str, answer: str, more: str = "") -> str:
    """A short question."""
    return f'prompt = "{prompt}"\nanswer = "{answer}"\n{more}'


def options(answer: str, *wrong: str, prompt: str = "Which of these is it?") -> str:
    """A question with wrong options."""
    listed = ", ".join(f'"{option}"' for option in wrong)
    return f'prompt = "{prompt}"\nanswer = "{answer}"\nwrong = [{listed}]\n'


def cloze(text: str) -> str:
    """A sentence with gaps."""
    return f'kind = "cloze"\ntext = "{text}"\n'


OPTIONS = [
    # An option that is the answer.
    Case(options("Mount Everest", "mount everest", "K2"), "E303"),
    Case(options("The Hague", "Hague", "Delft"), "E303"),
    Case(options("3,770", "3770", "4000"), "E303"),
    Case(options("Swansea", "swansea", "Cardiff"), "E303"),
    Case(options("résumé", "resume", "roman"), ""),
    Case(options("its", "it's", "its'"), ""),
    Case(options("C", "C#", "C++"), ""),
    Case(options("1.5", "15", "150"), ""),
    Case(options("H2O", "HO2", "H2O2"), ""),
    Case(options("Ca", "ca", "CA", prompt="How is the symbol of calcium written?"), ""),
    Case(options("a lot", "alot", "allot", prompt="Which is the correct spelling?"), ""),
    Case(options("+5", "-5", "5"), ""),
    Case(options("i++", "++i", "i+1"), ""),
    # Two options that are one.
    Case(options("Vienna", "Graz", "graz"), "E305"),
    Case(options("Vienna", "Salzburg", "the Salzburg"), "E305"),
    Case(options("1914", "1,000", "1000"), "E305"),
    Case(options("Vienna", "Graz", "Linz"), ""),
    Case(options("do", "dó", "dò"), ""),
    Case(options("10", "1.0", "100"), ""),
    Case('kind = "multi"\nprompt = "?"\nanswers = ["Rome", "rome"]\nwrong = ["Bari"]\n', "E305"),
    Case('kind = "order"\nprompt = "?"\nanswers = ["Egg", "egg", "Hen"]\n', "E305"),
    # All of the above.
    Case(options("Graz", "Linz", "All of the above"), "E308"),
    Case(options("Graz", "Linz", "None of these."), "E308"),
    Case(options("Both of the above", "Linz", "Graz"), "E308"),
    Case(options("Graz", "Linz", "none of them"), "E308"),
    Case(options("Graz", "Linz", "A and B"), "E308"),
    Case(options("All of Gaul", "Spain", "Italy"), ""),
    Case(options("none", "one", "two", prompt="How many moons has Venus?"), ""),
    Case(options("a and b", "a and c", "b and c"), ""),
    Case(options("All Quiet on the Western Front", "Emil", "Momo"), ""),
    # The answer's look.
    Case(options("It " + "is long " * 9 + "indeed", "It is short", "It is not", "No"), "E306"),
    Case(options("No", "It is rather long, this", "It is rather long, that"), ""),
    Case(options("1914", "after the war", "before the war"), "E307"),
    Case(options("40 percent", "50 percent", "122 percent"), "E307"),
    Case(options("1914", "1915", "before the war"), ""),
    Case(options("1914", "1915", "1939"), ""),
    Case(options("$5", "$50", "$500"), ""),
    # What is asked is not so.
    Case(options("Frog", "Cow", "Dog", prompt="Which of these is NOT a mammal?"), "E309"),
    Case(options("Frog", "Cow", "Dog", prompt="All are mammals, except?"), "E309"),
    Case(options("Oslo", "Rome", "Bern", prompt="Which city never hosted the Games?"), ""),
    Case(short("Why did the bill not pass the House of Lords?", "no majority"), ""),
]

WRITING = [
    # The answer in the prompt.
    Case(short("After whom is the Brezhnev Doctrine named?", "Leonid Brezhnev"), "E301"),
    Case('kind = "number"\nprompt = "How many of the 101 Dalmatians?"\nanswer = 101\n', "E301"),
    Case('kind = "date"\nprompt = "When was the Treaty of 1648?"\nanswer = "1648"\n', "E301"),
    Case(short("Which river flows through Paris?", "the Seine"), ""),
    Case(short("Which city is the capital of Mexico?", "Ciudad de México"), ""),
    Case(short("What does NATO stand for?", "North Atlantic Treaty Organization"), ""),
    Case(short("What is the plural of “mouse”?", "mice"), ""),
    Case('kind = "number"\nprompt = "What is 3 times 4?"\nanswer = 12\n', ""),
    # It stands alone.
    Case(short("What did he write in 1867?", "Das Kapital"), "E310"),
    Case(short("When was their first record released?", "in 1963"), "E310"),
    Case(short("What is it called by chemists?", "sodium chloride"), "E310"),
    Case(short("What is it called when prices rise?", "inflation"), ""),
    Case(short("Which word is a noun in “The dog barks”?", "dog"), ""),
    Case(short("Which planet has Titan as its moon?", "Saturn"), ""),
    Case(short("What did Karl Marx publish in his fiftieth year?", "Das Kapital"), ""),
    Case(short("What is the past tense of “he goes”?", "he went"), ""),
    Case(short("Why does ice float on water?", "it is less dense"), ""),
    Case(cloze("She {{has}} lived there since 1990."), ""),
    Case(cloze("It {{was raining}} when they came home."), ""),
    Case(short("Which tense is used in the sentence “She has left”?", "present perfect"), ""),
    # The question word.
    Case(short("Who fell in the winter of the revolution?", "1989"), "E314"),
    Case(short("When did the wall in Berlin fall?", "1989"), ""),
    Case(short("Where is the liver?", "on the right, under the ribs"), ""),
    Case(short("Who is the author of “1984”?", "George Orwell"), ""),
    # The hint.
    Case(short("Which river flows through Paris?", "Seine", 'hint = "The Seine."\n'), "E315"),
    Case(short("Which river flows through Paris?", "Seine", 'hint = "S…"\n'), ""),
    Case(short("Which gas is lighter?", "He", 'hint = "He who floats."\n'), ""),
]

TIME = [
    Case(short("Who is the president of France?", "Emmanuel Macron"), "E401"),
    Case(short("Who is the mayor of London?", "Sadiq Khan"), "E401"),
    Case(short("Which town is currently the seat of the court?", "Karlsruhe"), "E401"),
    Case(short("How many people live in Kosovo?", "1.6 million"), "E401"),
    Case(short("Who is the president of France?", "Emmanuel Macron", 'as_of = "2024"\n'), ""),
    Case(short("Who was the president of France in 2024?", "Emmanuel Macron"), ""),
    Case(short("Who is the king of the gods?", "Zeus"), ""),
    Case(short("How many players has a football team?", "eleven"), ""),
    Case(short("How many sides does a hexagon have?", "six"), ""),
    Case(short("How many members does a string quartet have?", "four"), ""),
    Case(short("Which city is now called Istanbul?", "Constantinople"), ""),
    Case(cloze("At the moment she {{is reading}} a book."), ""),
    Case(short("Who won the cup last year?", "Ajax"), "E404"),
    Case(short("Which state recently joined the alliance?", "Sweden"), "E404"),
    Case(short("Who won the cup in the last year of the war, 1918?", "Ajax"), ""),
    Case(short("What does “last week” mean in Albanian?", "javën e kaluar"), ""),
    Case(short("What is Constantinople called today?", "Istanbul"), ""),
    Case(short("Which state recently joined NATO?", "Sweden", 'as_of = "2024"\n'), ""),
    Case(cloze("Yesterday she {{went}} to school."), ""),
    Case(short("Q?", "A", 'as_of = "2022-03"\nreview_by = 2022-02-01\n'), "E402 E405"),
    Case(short("Q?", "A", 'as_of = "2022"\nreview_by = 2027-02-01\n'), ""),
    Case(short("Q?", "A", 'as_of = "2031"\n'), "E403"),
    Case(short("Q?", "A", "review_by = 2026-11-23\n"), "E402"),
    Case(short("Q?", "A", "review_by = 2026-11-24\n"), ""),
]

MARKING = [
    Case(short("Q?", "New York", 'accept = ["new york"]\n'), "E504"),
    Case(short("Q?", "New York", 'accept = ["NYC", "nyc"]\n'), "E504"),
    Case(short("Q?", "New York", 'accept = ["New-York", "the New York"]\n'), ""),
    Case(short("Q?", "Rome", 'accept = ["Roma"]\nwrong = ["roma", "Pisa"]\n'), "E501"),
    Case(short("Q?", "Rome", 'accept = ["Roma"]\nwrong = ["Parma", "Pisa"]\n'), ""),
    Case('kind = "number"\nprompt = "?"\nanswer = 10\ntolerance = 10\n', "E506"),
    Case('kind = "number"\nprompt = "?"\nanswer = -10\ntolerance = "150%"\n', "E126"),
    Case('kind = "number"\nprompt = "?"\nanswer = 10\ntolerance = 9\n', ""),
    Case('kind = "number"\nprompt = "?"\nanswer = 0\ntolerance = 1\n', ""),
    Case(short("Q?", "x" * 41, 'forms = ["type"]\n'), "E503"),
    Case(short("Q?", "x" * 41, 'forms = ["type"]\naccept = ["xx"]\n'), ""),
    Case(short("Q?", "x" * 41), ""),
    Case(cloze("It is {{" + "long " * 9 + "}}."), "E503"),
    Case('kind = "list"\nprompt = "?"\nanswers = ["a", "b"]\n', ""),
]

FLAG = 'image = "flag.png"\nimage_alt = '
MEDIA = [
    Case(short("Whose flag is this?", "Kosovo", FLAG + '"The flag of Kosovo"\n'), "E605"),
    Case(short("Whose flag is this?", "Kosovo", FLAG + '"flag.png"\n'), "E606"),
    Case(short("Whose flag is this?", "Kosovo", FLAG + '"A photo."\n'), "E606"),
    Case(short("Whose flag is this?", "Kosovo", FLAG + '"…"\n'), "E606"),
    Case(short("Whose flag is this?", "Kosovo", FLAG + '"Gold on blue, six stars"\n'), ""),
    Case(short("Whose flag is this?", "Kosovo", FLAG + '"A photo of a blue flag"\n'), ""),
    Case(short("Which letter is in the picture?", "I", FLAG + '"I in red"\n'), ""),
    Case(short("What does the picture above show?", "a fox"), "E607"),
    Case(short("Which river is marked on the map?", "the Sava"), "E607"),
    Case(short("Who is shown here?", "Ada Lovelace"), "E607"),
    Case(short("Who is in the picture of Dorian Gray?", "its owner"), ""),
    Case(short("Who is the girl in the photograph by Nick Ut?", "Kim Phuc"), ""),
    Case(short("What does a map at 1:25,000 show?", "footpaths"), ""),
    Case('kind = "flashcard"\nprompt = "What is on this map? ![](a.png)"\nanswer = "x"\n', ""),
]


@pytest.mark.parametrize("case", [*OPTIONS, *WRITING, *TIME, *MARKING, *MEDIA])
def test_a_rule_says_this_and_no_more(tmp_path: Path, case: Case) -> None:
    """Exactly these codes, of a deck in English with this one question."""
    (tmp_path / "flag.png").write_bytes(PICTURE)
    found = checked(tmp_path, f"{HEAD}[[question]]\n{case.lines}")
    assert numbers(found) == set(case.raises.split())


TEXT = (
    "Malta and Cyprus joined the European Union in 2004. Some 50,000 people died in the war.\n"
    "The bridge was opened on 2 July 1932 by Jack Lang, the premier.\n"
    "“The talks have failed,” Ana Lopez said on 3 May 2021. Peru has 33 million inhabitants.\n"
    "Bolivia lies in South America. It has no coast, and it has two capitals, La Paz and Sucre.\n"
)


def resting(lines: str, quote: str) -> str:
    """A deck with a source, and a question on it."""
    return (
        f'{HEAD}[[source]]\nid = "text"\ntitle = "t"\npublished = "2022"\nfile = "text.md"\n'
        f'[[question]]\n{lines}[question.evidence]\nsource = "text"\nquote = "{quote}"\n'
    )


BRIDGE = "The bridge was opened on 2 July 1932 by Jack Lang, the premier."
TALKS = "“The talks have failed,” Ana Lopez said on 3 May 2021."
WAR = "Some 50,000 people died in the war."
UNION = "Malta and Cyprus joined the European Union in 2004."


@pytest.mark.parametrize(
    ("lines", "quote", "raises"),
    [
        (short("Who opened the harbour bridge of Sydney?", "Jack Lang"), BRIDGE, ""),
        (short("Who opened the harbour bridge of Sydney?", "Lang"), BRIDGE, ""),
        (short("Who opened the bridge to everybody?", "Jack Lang"), BRIDGE, "E310"),
        (short("Who spoke of failed talks?", "Ana Lopez"), TALKS, ""),
        (short("What became of the talks in Lima?", "they have failed"), TALKS, "E210"),
        (short("Who opened the harbour bridge of Sydney?", "Robert Menzies"), BRIDGE, "E205"),
        ('kind = "date"\nprompt = "When was it?"\nanswer = "1932-07-02"\n', BRIDGE, "E310"),
        ('kind = "date"\nprompt = "When did Lang open it?"\nanswer = "1933"\n', BRIDGE, "E206"),
        ('kind = "number"\nprompt = "About how many died?"\nanswer = 50000\n', WAR, ""),
        ('kind = "number"\nprompt = "How many people died?"\nanswer = 50000\n', WAR, "E207"),
        ('kind = "number"\nprompt = "About how many died?"\nanswer = 5000\n', WAR, "E206"),
        (short("Which island country joined the European Union in 2004?", "Malta"), UNION, "E302"),
        (
            options(
                "Malta",
                "Cyprus",
                "Iceland",
                prompt="Which country joined the European Union in 2004?",
            ),
            UNION,
            "E304",
        ),
        (cloze("Malta and {{state:Cyprus}} joined the European Union."), UNION, ""),
        (cloze("Malta and {{state:Norway}} joined the European Union."), UNION, "E205"),
        ('kind = "true-false"\nprompt = "Malta joined in 2004."\nanswer = true\n', UNION, ""),
        (
            'kind = "true-false"\nprompt = "Volcanoes sleep."\nanswer = true\n',
            UNION,
            "E205",
        ),
    ],
)
def test_what_a_question_rests_on(tmp_path: Path, lines: str, quote: str, raises: str) -> None:
    """The quote gives the answer, and no other."""
    (tmp_path / "text.md").write_text(TEXT)
    assert numbers(checked(tmp_path, resting(lines, quote))) >= set(raises.split())
    if not raises:
        assert numbers(checked(tmp_path, resting(lines, quote))) == set()


GERMAN = HEAD.replace("[deck]", '[deck]\nlanguage = "de"')


@pytest.mark.parametrize(
    "lines",
    [
        short("Was hat er im Jahr 1867 geschrieben?", "Das Kapital"),
        short("Who is the president of France?", "Emmanuel Macron"),
        options("Graz", "Linz", "All of the above"),
        short("After whom is the Brezhnev Doctrine named?", "Leonid Brezhnev"),
    ],
)
def test_rules_that_read_english_are_silent_in_other_languages(tmp_path: Path, lines: str) -> None:
    """A deck says which language it is in."""
    assert numbers(checked(tmp_path, f"{GERMAN}[[question]]\n{lines}")) == set()


def test_rules_that_only_count_hold_in_any_language(tmp_path: Path) -> None:
    """Lengths, spellings and dates."""
    lines = options("x" * 90, "Linz", "Graz") + 'accept = ["Y", "y"]\nreview_by = 2020-01-01\n'
    found = checked(tmp_path, f"{GERMAN}[[question]]\n{lines}")
    assert numbers(found) == {"E306", "E402", "E504"}
