"""What an event did to people, and how strong it was: "…, killing at least 31 people"."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.fact import Fact
from quizapp.generate.facts.amounts import how_many
from quizapp.generate.facts.asking import predicate, subject_words
from quizapp.generate.facts.numbered import number_fact
from quizapp.generate.facts.place import At, front
from quizapp.generate.language.clause import Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.quantities import Quantity, Sort, value_of
from quizapp.generate.language.word_list import row_of
from quizapp.generate.topic import TOLL

_LEFT = row_of("dead homeless injured missing wounded stranded trapped hurt")


def magnitude(at: At) -> Iterator[Fact]:
    """How strong an earthquake was."""
    clause, tokens = at.clause, at.parse.tokens
    subject = clause.subject
    if subject is None or clause.role is not Role.MAIN or clause.verb.end >= clause.end:
        return
    low = [t.low for t in tokens[subject.first : subject.head + 1]]
    if len(low) < 4 or low[0] not in ("a", "the") or low[1] != "magnitude":
        return
    number = subject.first + 2
    value = value_of(tokens[number : number + 1])
    if value is None:
        return
    stem = at.stem()
    begun = f"What was the magnitude of the {low[-1]} that"
    least = clause.object.end if clause.object else 0
    said = predicate(stem, clause, clause.verb.first, room=at.room(begun), least=least)
    quantity = Quantity(Sort.COUNT, number, number, number + 1, value, "", "")
    yield number_fact(at, stem, quantity, f"{begun} {said} {front(at)}", 0.8)


# -- killing at least 31 people -----------------------------------------------------------------


def toll(at: At, quantity: Quantity) -> Fact | None:
    """What an event did to people, told behind a comma: "…, killing at least 31 people"."""
    parse, clause = at.parse, at.clause
    doing = quantity.first - 1
    if not parse.low(doing).endswith("ing") or quantity.sort is not Sort.COUNT:
        return None
    lemma = lexicon().lemma(parse.low(doing), "VBG")
    between = parse.tokens[clause.end : doing]
    left = _left(at, quantity) if lemma == "leave" else ""
    if (lemma not in TOLL and not left) or any(
        t.tag in ("VBD", "VBZ", "VBP", "MD", ":", ".") for t in between
    ):
        return None
    says = "say" in lexicon().verb_flags(at.lemma)
    if parse.low(clause.end) != "," or says:
        return None  # poured down, officials said, burying 61 houses
    stem = at.stem()
    asked = "How many people" if left else how_many(at, quantity, stem)[0]
    subject = subject_words(stem, clause)
    begun = f"{asked} were {left or lexicon().forms(lemma).participle} when {subject}"
    least = clause.object.end if clause.object else 0
    said = predicate(stem, clause, clause.verb.first, room=at.room(begun) + 4, least=least)
    return number_fact(at, stem, quantity, f"{begun} {said}", 0.95)


def _left(at: At, quantity: Quantity) -> str:
    """The "left homeless" of "leaving some 12,000 homeless"; "" where there is none."""
    parse, end = at.parse, quantity.end
    end += parse.low(end) in ("people", "others", "residents")
    state = parse.low(end)
    if state not in _LEFT:
        return ""
    return {"dead": "killed", "hurt": "hurt", "injured": "injured"}.get(state, f"left {state}")
