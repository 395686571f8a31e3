"""A number is only as exact as its source: some, about, nearly and more than are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from quizapp.content.numerals import scale_of_unit
from quizapp.content.question import Choice, Cloze, Number, Question, Short, gaps
from quizapp.generate.candidate import Field, Finding, Mend
from quizapp.generate.gates.asked import asked_of
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.figures import figures
from quizapp.generate.gates.holding import held, with_prompt
from quizapp.generate.ground import Ground

_HEDGES = (
    "some|about|around|roughly|approximately|nearly|almost|more than|over|fewer than|less than|"
    "at least|at most|up to|an estimated|estimated|close to|just over|just under|well over|"
    "as many as|as much as|no more than|no fewer than|under"
)
_BEFORE = re.compile(rf"\b({_HEDGES})(?: the| a| an)?(?: [$€£])?$", re.IGNORECASE)
_BEHIND = re.compile(r"^(?:\w+ ){0,2}(at most|at least|or more|or so|or fewer)\b(?! \d)")
_KEPT = re.compile(
    rf"\b(?:{_HEDGES}|approximate\w*|roughly|exceed\w*|or more|or so|at the (?:most|least)|minimum"
    r"|maximum|how long at most|estimat\w*|round\w*|within|limit)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset({"over", "under"})


def hedged(question: Question, _ground: Ground, _company: Company) -> Iterable[Finding]:
    """G15: the quote's "some" and "about" are kept, where the answer is that number."""
    asked = asked_of(question)
    if not asked.quote:
        return
    for value, kept_in in _numbers_asked(question):
        hedge = _hedge_of(value, asked.quote)
        if hedge and not _KEPT.search(kept_in):
            mend = _put_back(question, hedge)
            yield held("hedged", "hedge-lost", Field.PROMPT, mend, hedge=hedge)
            return


def _numbers_asked(question: Question) -> Iterable[tuple[Fraction, str]]:
    """Each number that is an answer, and the words in which a hedge may be kept."""
    body = question.body
    if isinstance(body, Number):
        scale, _ = scale_of_unit(body.unit)
        yield Fraction(body.answer) * scale, f"{body.prompt} {body.unit}"
    elif isinstance(body, (Short, Choice)):
        found = figures(body.answer)
        if len(found) == 1:
            yield found[0].value, f"{body.prompt} {body.answer}"
    elif isinstance(body, Cloze):
        for gap in gaps(body.text):
            found = figures(gap.answer)
            before = body.text[: gap.start]
            if len(found) == 1:
                yield found[0].value, f"{before[-24:]} {gap.answer} {body.text[gap.end :][:12]}"


def _hedge_of(value: Fraction, quote: str) -> str:
    """The hedge beside a number of the quote, unless the number also stands there without."""
    hedges = []
    for figure in figures(quote):
        if figure.value != value:
            continue
        before = _BEFORE.search(figure.before)
        behind = _BEHIND.search(figure.behind)
        found = before or behind
        if found is None:
            return ""
        hedges.append(found.group(1))
    return hedges[0] if hedges else ""


def _put_back(question: Question, hedge: str) -> Mend | None:
    """Asked as "About how many …?", with the quote's own word where it can stand there."""
    prompt = question.prompt
    facts = {"hedge": hedge}
    if isinstance(question.body, Cloze):
        first = next((g for g in gaps(prompt) if figures(g.answer)), None)
        if first is None:
            return None
        changed = f"{prompt[: first.start]}{hedge} {prompt[first.start :]}"
        return with_prompt(question, "keep-hedge", changed, **facts)
    if isinstance(question.body, (Short, Choice)) and not question.body.answer[:1].isalpha():
        body = replace(question.body, answer=f"{hedge} {question.body.answer}")
        return Mend("hedge-in-answer", tuple(facts.items()), replace(question, body=body))
    match = re.search(r"\bhow (?:many|much|long|far)\b", prompt, re.IGNORECASE)
    if match is None:
        return None
    asked = {"some": "about", "an estimated": "about", "estimated": "about"}.get(hedge, hedge)
    asked = {"nearly": "about", "almost": "about", "around": "about"}.get(asked, asked)
    phrase = f"{asked} {match.group().lower()}"
    phrase = phrase[0].upper() + phrase[1:] if match.start() == 0 else phrase
    changed = prompt[: match.start()] + phrase + prompt[match.end() :]
    return with_prompt(question, "keep-hedge", changed, hedge=asked)
