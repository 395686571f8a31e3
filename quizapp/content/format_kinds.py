"""Format 1, kind by kind: the keys that each of the eleven kinds of question has of its own."""

from __future__ import annotations

from quizapp.content.format_key import Holds, Key, KindKeys
from quizapp.content.question import Kind

_ACCEPT = "Also right when typed."
_WRONG = "Wrong options that look right at first."

KINDS = (
    KindKeys(
        Kind.SHORT,
        "First chosen among options, then typed, at last recalled, as it is better known.",
        (
            Key(
                "prompt", Holds.TEXT, "What is asked.", 'prompt = "Who wrote to Joe Biden?"', True
            ),
            Key("answer", Holds.TEXT, "The right answer.", 'answer = "Vjosa Osmani"', True),
            Key("accept", Holds.TEXTS, _ACCEPT, 'accept = ["Osmani"]'),
            Key(
                "wrong",
                Holds.TEXTS,
                f"{_WRONG} With two or more the question can be chosen.",
                'wrong = ["Albin Kurti", "Edi Rama"]',
                distinct=True,
            ),
            Key(
                "forms",
                Holds.FORMS,
                'Only these ways of asking. "choose" needs two wrong options.',
                'forms = ["choose", "type"]',
                default="all three",
                distinct=True,
            ),
        ),
    ),
    KindKeys(
        Kind.CHOICE,
        "Choose the one right option, always.",
        (
            Key(
                "prompt",
                Holds.TEXT,
                "What is asked.",
                'prompt = "Which of these cities is the capital of Kosovo?"',
                True,
            ),
            Key("answer", Holds.TEXT, "The right option.", 'answer = "Pristina"', True),
            Key(
                "wrong",
                Holds.TEXTS,
                _WRONG,
                'wrong = ["Tirana", "Skopje"]',
                True,
                least=1,
                distinct=True,
            ),
        ),
    ),
    KindKeys(
        Kind.MULTI,
        "Choose all options that are right.",
        (
            Key(
                "prompt",
                Holds.TEXT,
                "What is asked.",
                'prompt = "Which of these countries joined NATO in 2009?"',
                True,
            ),
            Key(
                "answers",
                Holds.TEXTS,
                "Every right option.",
                'answers = ["Albania", "Croatia"]',
                True,
                least=1,
                distinct=True,
            ),
            Key(
                "wrong",
                Holds.TEXTS,
                _WRONG,
                'wrong = ["Finland", "Montenegro"]',
                True,
                least=1,
                distinct=True,
            ),
        ),
    ),
    KindKeys(
        Kind.TRUE_FALSE,
        "A statement; two buttons.",
        (
            Key("prompt", Holds.TEXT, "The statement.", 'prompt = "Kosovo is in NATO."', True),
            Key(
                "answer", Holds.FLAG, "Whether it is true, without quotes.", "answer = false", True
            ),
            Key(
                "correction",
                Holds.TEXT,
                "The fact, shown whichever button is right. Required where the answer is false.",
                'correction = "Kosovo is not a member of NATO."',
            ),
        ),
    ),
    KindKeys(
        Kind.NUMBER,
        "Type a number. `3,770`, `3 770` and `3770` are the same.",
        (
            Key(
                "prompt",
                Holds.TEXT,
                "What is asked.",
                'prompt = "How many soldiers were in KFOR in March 2022?"',
                True,
            ),
            Key("answer", Holds.NUMBER, "The number; it may be a decimal.", "answer = 3770", True),
            Key("unit", Holds.TEXT, "What it counts, shown beside it.", 'unit = "soldiers"'),
            Key(
                "tolerance",
                Holds.TOLERANCE,
                'How far off is still right: an amount (`50`), or a share of the answer (`"5%"`).',
                'tolerance = "5%"',
                default="0",
            ),
            Key("accept", Holds.TEXTS, _ACCEPT, 'accept = ["some 3,800"]'),
        ),
    ),
    KindKeys(
        Kind.DATE,
        "Type a date or a year, in any usual writing.",
        (
            Key(
                "prompt",
                Holds.TEXT,
                "What is asked.",
                'prompt = "When did Kosovo declare its independence?"',
                True,
            ),
            Key(
                "answer",
                Holds.DATE,
                "The date, as far as it is known.",
                'answer = "2008-02-17"',
                True,
            ),
            Key(
                "precision",
                Holds.PRECISION,
                "How exactly it is asked; not finer than the answer is.",
                'precision = "day"',
                default="as exact as the answer",
            ),
            Key("accept", Holds.TEXTS, _ACCEPT, 'accept = ["Independence Day 2008"]'),
        ),
    ),
    KindKeys(
        Kind.LIST,
        "Type several answers, in any order.",
        (
            Key(
                "prompt",
                Holds.TEXT,
                "What is asked; say how many are wanted.",
                'prompt = "Name three countries that border Kosovo."',
                True,
            ),
            Key(
                "answers",
                Holds.TEXTS,
                "All that are right.",
                'answers = ["Albania", "Montenegro", "North Macedonia", "Serbia"]',
                True,
                least=1,
                distinct=True,
            ),
            Key("need", Holds.COUNT, "How many must be typed.", "need = 3", default="all of them"),
            Key(
                "accept",
                Holds.SPELLINGS_OF,
                _ACCEPT,
                'accept = [["Macedonia", "North Macedonia"]]',
            ),
        ),
    ),
    KindKeys(
        Kind.ORDER,
        "Put the items in order.",
        (
            Key(
                "prompt",
                Holds.TEXT,
                "What the order is.",
                'prompt = "Put these in the order in which they happened."',
                True,
            ),
            Key(
                "answers",
                Holds.TEXTS,
                "The items, in the right order.",
                'answers = ["Invitation", "Accession talks", "Ratification"]',
                True,
                least=2,
                distinct=True,
            ),
        ),
    ),
    KindKeys(
        Kind.MATCH,
        "Join the pairs.",
        (
            Key(
                "prompt",
                Holds.TEXT,
                "What belongs together.",
                'prompt = "Which capital belongs to which country?"',
                True,
            ),
            Key(
                "pairs",
                Holds.PAIRS,
                "What belongs together. Nothing may stand twice on one side.",
                'pairs = [["Kosovo", "Pristina"], ["Albania", "Tirana"]]',
                True,
                least=2,
                distinct=True,
            ),
        ),
    ),
    KindKeys(
        Kind.CLOZE,
        "Fill the gaps of a sentence; each gap is a card of its own.",
        (
            Key(
                "text",
                Holds.GAPS,
                "The sentence. A gap may be named before a colon; its card is known by that name.",
                'text = "Kosovo left {{Serbia}} in {{year:2008}}."',
                True,
            ),
            Key(
                "accept",
                Holds.SPELLINGS_OF,
                _ACCEPT,
                'accept = [["Republic of Serbia", "Serbia"]]',
            ),
        ),
    ),
    KindKeys(
        Kind.FLASHCARD,
        "Two sides: recall the other one, and say how well you knew it.",
        (
            Key("prompt", Holds.MARKDOWN, "The front.", 'prompt = "shtet"', True),
            Key("answer", Holds.MARKDOWN, "The back.", 'answer = "state, country"', True),
            Key(
                "both_ways",
                Holds.FLAG,
                "Ask it from back to front too, as a second card.",
                "both_ways = true",
                default="false",
            ),
        ),
    ),
)
