"""What a gate holds against a question, and the changes that answer it, in the making."""

from __future__ import annotations

from dataclasses import replace

from quizapp.content.question import (
    Choice,
    Cloze,
    Evidence,
    Multi,
    PartialDate,
    Question,
    Short,
)
from quizapp.generate.candidate import Field, Finding, Mend


def held(gate: str, code: str, field: Field, *mends: Mend | None, **facts: str) -> Finding:
    """A finding of a hard gate; a mend that cannot be made is left out."""
    made = tuple(mend for mend in mends if mend is not None)
    return Finding(gate, code, hard=True, field=field, facts=tuple(facts.items()), mends=made)


def noted(gate: str, code: str, field: Field, *mends: Mend | None, **facts: str) -> Finding:
    """A finding of a soft gate."""
    return replace(held(gate, code, field, *mends, **facts), hard=False)


def with_prompt(question: Question, code: str, prompt: str, **facts: str) -> Mend:
    """The question asked in other words."""
    if isinstance(question.body, Cloze):
        changed = replace(question, body=replace(question.body, text=prompt))
    else:
        changed = replace(question, body=replace(question.body, prompt=prompt))
    return Mend(code, tuple(facts.items()), changed)


def with_words_for(question: Question, code: str, old: str, new: str) -> Mend | None:
    """The first `old` of the prompt exchanged for `new`; None where it does not stand so."""
    at = question.prompt.find(old)
    if at < 0 or old == new:
        return None
    new = new[:1].upper() + new[1:] if at == 0 else new
    prompt = question.prompt[:at] + new + question.prompt[at + len(old) :]
    return with_prompt(question, code, prompt, old=old.strip(), new=new.strip())


def with_date(question: Question, day: PartialDate | None) -> Mend | None:
    """The question as of the day its source was published."""
    if day is None:
        return None
    month = PartialDate(day.year, day.month)
    return Mend("add-as-of", (("date", str(month)),), replace(question, as_of=month))


def with_quote(question: Question, code: str, quote: str) -> Mend | None:
    """The question resting on other words of its source."""
    if question.evidence is None or not quote or quote == question.evidence.quote:
        return None
    evidence = Evidence(question.evidence.source, quote)
    return Mend(code, (("quote", quote),), replace(question, evidence=evidence))


def without_option(question: Question, option: str, instead: str = "") -> Mend | None:
    """The question without one of its wrong options, or with another in its place."""
    body = question.body
    if not isinstance(body, (Short, Choice, Multi)) or option not in body.wrong:
        return None
    wrong = tuple(
        new for old in body.wrong for new in ((instead,) if old == option else (old,)) if new
    )
    changed = replace(question, body=replace(body, wrong=wrong))
    if instead:
        return Mend("exchange-option", (("option", option), ("instead", instead)), changed)
    return Mend("drop-option", (("option", option),), changed)
