"""What the checks hold against a proposed question, in words: what is wrong, and what mends it.

Each gate of a question is called a check on screen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from quizapp.words import N_, _, ngettext
from quizapp.words.months import month_names


class Coded(Protocol):
    """What a finding or a mend must tell to be worded: its code, and the facts it names."""

    @property
    def code(self) -> str:
        """Which wording."""

    @property
    def facts(self) -> Sequence[tuple[str, str]]:
        """Name and value of each fact."""


NAMES: dict[str, str] = {
    "verbatim": N_("The quote stands in the article"),
    "supported": N_("The quote gives the answer"),
    "self-contained": N_("No pronoun without a name"),
    "resolved": N_("Names instead of “the country”"),
    "no-leak": N_("The question does not answer itself"),
    "one-answer": N_("Only one answer is right"),
    "none-true": N_("No wrong option is right"),
    "matching": N_("The options are alike"),
    "dated": N_("Days are dated"),
    "as-of": N_("It says when it was true"),
    "attributed": N_("It says who says so"),
    "no-repeat": N_("It is asked only once"),
    "well-formed": N_("Length and ending"),
    "word-fits": N_("The question word fits"),
    "hedged": N_("“About” is kept"),
    "no-formula": N_("Nothing on who did not reply"),
    "no-praise": N_("No opinion without a speaker"),
    "positive": N_("It asks what is so"),
    "even": N_("The options are of one length"),
    "choosable": N_("Enough wrong options"),
    "typable": N_("Short enough to type"),
    "tells-which": N_("It says which one is meant"),
    "worth-asking": N_("It is worth remembering"),
    "reads-well": N_("It reads like a sentence"),
}
"""Each check by its name, as a list on screen gives it."""

WORDING: dict[str, str] = {
    # The quote.
    "no-quote": N_("The question rests on no sentence. Choose the sentence that answers it."),
    "quote-not-found": N_("The quote is not in the article, letter by letter."),
    "quote-twice": N_("The quote stands twice in the article. Make it longer."),
    "answer-not-in-quote": N_(
        "The quote does not give the answer: “{answer}”. Change it, or ask about other words."
    ),
    # Understood without the article.
    "pronoun": N_("Without the article nobody knows what “{word}” stands for. Write the name."),
    "definite": N_("Without the article nobody knows which is meant by “{words}”. Say which."),
    "relative-time": N_(
        "“{words}” has no date. Later nobody knows when that was. Say the day, or leave it out."
    ),
    "says-now": N_("“{word}” goes out of date. Say when it was true."),
    "quote-says-now": N_("The quote says “{word}”. Say when it was true."),
    "count-now": N_("This number changes. Say when it was true."),
    "office-now": N_("Another person may hold this office soon. Say when it was true."),
    # The answer.
    "answer-in-stem": N_(
        "The answer stands in the question: “{words}”. Leave it out, or say it in other words."
    ),
    "second-answer": N_(
        "“{other}” is right as well: the quote names both. Ask for both, or say more of the one."
    ),
    "other-answer": N_(
        "“{other}” may be right as well: “{quote}” Say more, so that only one is right."
    ),
    # The options.
    "option-is-answer": N_(
        "The wrong option “{option}” means the same as “{answer}”. Take another."
    ),
    "option-in-list": N_(
        "The wrong option “{option}” is right as well: the quote names both. Take another."
    ),
    "option-true": N_("The wrong option “{option}” may be right as well: “{quote}” Take another."),
    "over-100-percent": N_("The wrong option “{option}” is more than all. Take another."),
    "future-year": N_("The wrong option “{option}” lies in the future. Take another."),
    "other-form": N_(
        "The wrong option “{option}” is written in another way than the answer. Write both alike."
    ),
    "other-size": N_("The wrong option “{option}” is far from the answer. Take a nearer one."),
    "other-unit": N_(
        "The wrong option “{option}” counts something else than the answer. Take another."
    ),
    "not-a-number": N_(
        "The wrong option “{option}” is no number, and the answer is. Take another."
    ),
    "other-kind": N_(
        "The wrong option “{option}” is of another kind than the answer. Take another."
    ),
    "plural": N_(
        "One of “{option}” and the answer is a plural, the other is not. Write both alike."
    ),
    "other-length": N_(
        "The wrong option “{option}” is much longer or shorter than the answer. Take another."
    ),
    # Whose words.
    "claim": N_("This is what {speaker} says. Ask it as their words."),
    "claim-nobody": N_("This is what somebody says. Ask it as their words."),
    # The deck.
    "duplicate": N_("This is asked already: “{prompt}” Keep one of the two."),
    "refused-alike": N_(
        "You refused this question in other words: “{prompt}” Keep it if you want it in these."
    ),
    "answers-each-other": N_(
        "This question and another answer each other: “{prompt}” Keep one of the two."
    ),
    "answered-by": N_(
        "Another question gives the answer: “{prompt}” Keep one of the two, or "
        "leave the answer out of the other."
    ),
    "answers": N_(
        "This question gives another its answer: “{prompt}” Keep one of the two, "
        "or leave that out of this one."
    ),
    # The form.
    "broken": N_("Something is missing around “{words}”. Write it in."),
    "no-statement": N_("A statement ends with a full stop."),
    "no-question": N_("The question has no question mark at its end."),
    "not-a-count": N_(
        "“{word}” does not ask for a number, and the answer is one. Ask “How many”."
    ),
    "not-a-date": N_(
        "“{word}” does not ask for a date, and the answer is one. Ask “When” or “In which year”."
    ),
    "person": N_("“{word}” asks for a person. “{answer}” is none. Ask “What” or “Which”."),
    "place": N_("“{word}” asks for a place. “{answer}” is none. Ask “What” or “Which”."),
    "time": N_("The question asks for a time. “{answer}” is none. Ask for what it is."),
    "count": N_("“{word}” asks for a number. “{answer}” is none. Ask for what it is."),
    "reason": N_("“Why” asks for a reason. “{answer}” is none. Ask for what it is."),
    "kind": N_("“{answer}” is not of the kind that the question asks for. Ask for what it is."),
    "hedge-lost": N_("The article says “{hedge}” before this number. Keep it."),
    # To think about.
    "formula": N_("“{words}” tells of reporting, and not of what happened. Ask about that."),
    "opinion": N_("“{word}” is an opinion. Say whose it is."),
    "negative": N_("The question asks what is not so. Ask what is."),
    "which-one": N_(
        "Without the article nobody knows which one “{words}” is. Say whose it is, where or when."
    ),
    "bystander": N_(
        "The article only quotes {name} in passing. Ask about somebody whom it is about."
    ),
    "garbled": N_("“{words}” does not read well. Put it in other words."),
    "cut-answer": N_("The article goes on with “{words}”. Take the whole of the answer."),
    "passing": N_("Nobody needs to remember “{words}”. Ask about what came of it."),
    "answer-longest": N_(
        "The right answer is much the longest. That gives it away. Shorten it, "
        "or take longer options."
    ),
    "answer-shortest": N_(
        "The right answer is much the shortest. That gives it away. Take shorter options."
    ),
}

MENDS: dict[str, str] = {
    "take-quote": N_("Take the sentence most like it"),
    "widen-quote": N_("Quote the whole sentence"),
    "name-instead": N_("Write “{new}” for “{old}”"),
    "cut-time": N_("Leave out “{old}”"),
    "exchange-option": N_("Take “{instead}” for “{option}”"),
    "drop-option": N_("Leave out “{option}”"),
    "add-as-of": N_("Add “as of {date}”"),
    "according-to": N_("Ask it “According to {speaker}”"),
    "add-stop": N_("Add the full stop"),
    "add-question-mark": N_("Add the question mark"),
    "keep-hedge": N_("Write “{hedge}”"),
    "hedge-in-answer": N_("Write “{hedge}” in the answer"),
    "ask-instead": N_("Ask this one, refuse the other"),
    "see-other": N_("See the other"),
    "tell-date": N_("Say when the article was published"),
}

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def describe(finding: Coded) -> str:
    """What a check holds against a question, in one or two sentences.

    Raises:
        KeyError: no wording is known for the code, or a fact that it names is not told.
    """
    facts = dict(finding.facts)
    code = finding.code
    if code == "claim" and not facts["speaker"]:
        code = "claim-nobody"
    if code in _COUNTED:
        return _counted(code, int(facts["count"]))
    if code == "answer-not-in-quote" and _DATE.fullmatch(facts["answer"]):
        facts["answer"] = _date(facts["answer"])
    return _(WORDING[code]).format(**facts)


def describe_mend(mend: Coded) -> str:
    """What a mend does, as a button says it.

    Raises:
        KeyError: no wording is known for the code, or a fact that it names is not told.
    """
    facts = dict(mend.facts)
    if "date" in facts:
        facts["date"] = _date(facts["date"])
    return _(MENDS[mend.code]).format(**facts)


def name(gate: str) -> str:
    """What a check is called on screen.

    Raises:
        KeyError: there is no such check.
    """
    return _(NAMES[gate])


_COUNTED = ("too-short", "too-long", "gaps", "few-options", "long-answer")


def _counted(code: str, n: int) -> str:
    words = {
        "too-short": ngettext(
            "The question has only {n} word. Five are the fewest: say more of who, where or when.",
            "The question has only {n} words. Five are the fewest: say more of who, where "
            "or when.",
            n,
        ),
        "too-long": ngettext(
            "The question has {n} word. More than 28 are hard to read: leave something out.",
            "The question has {n} words. More than 28 are hard to read: leave something out.",
            n,
        ),
        "gaps": ngettext(
            "The text has {n} gap. One to three can be filled in.",
            "The text has {n} gaps. One to three can be filled in.",
            n,
        ),
        "few-options": ngettext(
            "There is {n} wrong option. Add some: with two the question can be chosen.",
            "There are {n} wrong options. Add some: with two the question can be chosen.",
            n,
        ),
        "long-answer": ngettext(
            "The answer has {n} word. That is much to type: shorten it.",
            "The answer has {n} words. That is much to type: shorten it.",
            n,
        ),
    }
    return words[code].format(n=n)


def _date(iso: str) -> str:
    """Worded as "March 2022" for "2022-03"; another text as it is."""
    match = _DATE.fullmatch(iso)
    if match is None or match.group(2) is None:
        return iso
    month = month_names()[int(match.group(2)) - 1]
    if match.group(3) is None:
        return _("{month} {year}").format(month=month, year=match.group(1))
    return _("{day} {month} {year}").format(
        day=int(match.group(3)), month=month, year=match.group(1)
    )
