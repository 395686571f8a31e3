"""Two short articles, who is named in them, and questions put together in a line for the gates."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from grounds import Table, ground_from

from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Evidence,
    Number,
    PartialDate,
    Question,
    Short,
    TrueFalse,
)
from quizapp.generate.candidate import SOURCE, Finding
from quizapp.generate.entity import EntityKind
from quizapp.generate.gates.company import ALONE, Company
from quizapp.generate.gates.judging import judge
from quizapp.generate.ground import Ground
from quizapp.words.gates import describe, describe_mend

BASE = """\
Latvia's president, Ilze Kalnina, asked Canada on Thursday to keep its soldiers at Adazi. \
Canada currently has about 1,900 soldiers in Latvia, and 240 of them drive tanks. \
The alliance opened the base at Adazi in 2017. The war of 1998-99 was long over by then.

"A withdrawal would be a disaster for the whole Baltic region," Kalnina said. \
Defence minister Peter Marsh warned that the mission would need more ships. \
According to the police, some 3,000 people gathered in Riga. \
Nearly 60 percent of Latvians support the mission, a poll by Delfi Data found. \
The mission cost Canada at least 410 million dollars in 2023.

Estonia, Latvia and Lithuania joined the European Union in 2004. \
Latvia took the euro in 2014. Russia regards the base as a threat. \
Hungary and Slovakia sent no soldiers to Latvia. Turkey sent no soldiers to Latvia either. \
Spain sent ships to Latvia in 2018. Italy sent ships to Latvia in 2019.

The Treaty of Riga was signed on 3 May 2016 by Peter Marsh. Four of the members voted for it. \
The ship Daugava Star brought the first soldiers. Ilze Kalnina was elected in 2021. \
Kalnina lives in Jurmala. NATO did not immediately reply to a request for comment. \
The treaty has still not been ratified by Spain. Ottawa remains the home of the mission's staff."""

NAMES: Table = {
    "Latvia": (EntityKind.COUNTRY, "Latvian, Latvian government"),
    "Canada": (EntityKind.COUNTRY, "Canadian, Ottawa"),
    "Ilze Kalnina": (EntityKind.PERSON, "Kalnina"),
    "Peter Marsh": (EntityKind.PERSON, "Marsh"),
    "NATO": (EntityKind.ORGANISATION, "North Atlantic Treaty Organization"),
    "European Union": (EntityKind.ORGANISATION, "EU"),
    "Delfi Data": (EntityKind.ORGANISATION, ""),
    "Estonia": (EntityKind.COUNTRY, ""),
    "Lithuania": (EntityKind.COUNTRY, ""),
    "Russia": (EntityKind.COUNTRY, "Moscow"),
    "Hungary": (EntityKind.COUNTRY, ""),
    "Slovakia": (EntityKind.COUNTRY, ""),
    "Turkey": (EntityKind.COUNTRY, ""),
    "Spain": (EntityKind.COUNTRY, "Madrid"),
    "Italy": (EntityKind.COUNTRY, ""),
    "Riga": (EntityKind.PLACE, ""),
    "Adazi": (EntityKind.PLACE, ""),
    "Jurmala": (EntityKind.PLACE, ""),
    "Treaty of Riga": (EntityKind.WORK, ""),
    "Daugava Star": (EntityKind.WORK, ""),
}

GROUND = ground_from(BASE, NAMES, published="2024-03-14")
UNDATED = ground_from(BASE, NAMES)


def sentence(words: str, ground: Ground = GROUND) -> str:
    """The sentence of an article in which words stand, as it stands there."""
    text = ground.article.text
    at = text.index(words)
    return next(s.span.of(text) for s in ground.sentences if s.span.start <= at < s.span.end)


def resting(body: Body, on: str = "", **others: object) -> Question:
    """A question that rests on the sentence with these words, or on the words themselves."""
    quote = on if on not in BASE else sentence(on) if on else ""
    evidence = Evidence(SOURCE, quote) if quote else None
    return replace(Question("aaaaaaaaaa", body, evidence=evidence), **others)  # type: ignore[arg-type]


def short(prompt: str, answer: str = "Latvia", on: str = "", *wrong: str) -> Question:
    """A question with one answer in words."""
    return resting(Short(prompt, answer, wrong=wrong), on)


def choice(prompt: str, answer: str, on: str, *wrong: str) -> Question:
    """A question to be chosen."""
    return resting(Choice(prompt, answer, wrong), on)


def number(prompt: str, answer: str, unit: str = "", on: str = "") -> Question:
    """A question for a number."""
    return resting(Number(prompt, Decimal(answer), unit), on)


def date(prompt: str, answer: str, on: str = "") -> Question:
    """A question for a date: "2016", "2016-05" or "2016-05-03"."""
    day = PartialDate(*(int(part) for part in answer.split("-")))
    return resting(DateQuestion(prompt, day, day.precision), on)


def statement(prompt: str, on: str = "", correction: str = "", *, right: bool = True) -> Question:
    """A statement that holds or not."""
    return resting(TrueFalse(prompt, right, correction), on)


def cloze(text: str, on: str = "") -> Question:
    """A text with gaps."""
    return resting(Cloze(text), on)


def found(
    gate: str, question: Question, ground: Ground = GROUND, company: Company = ALONE
) -> tuple[Finding, ...]:
    """What one gate holds against a question; what it says and offers can be read."""
    findings = judge(question, ground, company=company, only={gate})
    for finding in findings:
        assert "{" not in describe(finding)
        assert all("{" not in describe_mend(mend) for mend in finding.mends)
    return findings


def codes(
    gate: str, question: Question, ground: Ground = GROUND, company: Company = ALONE
) -> list[str]:
    """The codes of what one gate holds against a question."""
    return [finding.code for finding in found(gate, question, ground, company)]
