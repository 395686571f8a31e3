"""A question must have one right answer, and no wrong option that is right as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizapp.content.question import Choice, Multi, Question, Short
from quizapp.generate.article import Span
from quizapp.generate.candidate import Field, Finding
from quizapp.generate.gates.asked import Asked, asked_of
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.holding import held
from quizapp.generate.gates.predicates import asks_first, joined, predicate_of, rivals
from quizapp.generate.gates.source_index import Named, SourceIndex, index_of
from quizapp.generate.gates.spare import option_mends
from quizapp.generate.gates.wording import stem
from quizapp.generate.ground import Ground

_SEVERAL = re.compile(
    r"\bwhich (?:two|three|four|five|six|\d+)\b|\b(?:one|name one|any) of\b|\btogether with\b"
    r"|\bwith wh(?:om|ich)\b|\bbeside\b|\balongside\b|\bother\b|\banother\b|\bfor example\b",
    re.IGNORECASE,
)
"""Questions that are content with one of several, or name the others."""


def one_answer(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """G6: no other sentence of the source fills what is asked with something else."""
    if not isinstance(question.body, (Short, Choice)):
        return
    asked, index = asked_of(question), index_of(ground)
    if _SEVERAL.search(asked.stem):
        return
    for other in _second_in_quote(asked, index):
        yield held("one-answer", "second-answer", Field.ANSWER, other=other, quote=asked.quote)
        return
    kinds = index.kinds(question.body.answer)
    for line, named in rivals(asked, index):
        if kinds & index.kinds(named.text):
            other = named.entity.name if named.entity else named.text
            yield held("one-answer", "other-answer", Field.ANSWER, other=other, quote=line.text)
            return


def none_true(question: Question, ground: Ground, _company: Company) -> Iterable[Finding]:
    """G7: no wrong option is another name of the answer, or true by any sentence."""
    body = question.body
    if not isinstance(body, (Short, Choice, Multi)) or not body.wrong:
        return
    asked, index = asked_of(question), index_of(ground)
    accept = body.accept if isinstance(body, Short) else ()
    mates = {n.text: asked.quote for n in _mates_of_all(asked, index)}
    said = {named.text: line.text for line, named in rivals(asked, index)}
    for option in body.wrong:
        answer = next((a for a in (*asked.answers, *accept) if index.same(option, a)), None)
        mends = option_mends(question, option, index, (*mates, *said))
        if answer is not None:
            yield held(
                "none-true", "option-is-answer", Field.WRONG, *mends, option=option, answer=answer
            )
            continue
        for code, true in (("option-in-list", mates), ("option-true", said)):
            quote = next((true[name] for name in true if index.same(option, name)), "")
            if quote:
                yield held("none-true", code, Field.WRONG, *mends, option=option, quote=quote)
                break


def _mates_of_all(asked: Asked, index: SourceIndex) -> tuple[Named, ...]:
    """The names that the quote joins to the answers, where what it says holds for each."""
    if asks_first(asked) or (len(asked.answers) == 1 and predicate_of(asked, index) is None):
        return ()
    return tuple(mate for answer in asked.answers for mate in _list_mates(answer, asked, index))


def _second_in_quote(asked: Asked, index: SourceIndex) -> Iterator[str]:
    """Names that the quote joins to the answer, where the question asks for one."""
    if predicate_of(asked, index) is None or _plural_asked(asked):
        return
    for named in _list_mates(asked.answers[0], asked, index):
        told = named.entity is not None and named.entity.name in index.entities(asked.stem)
        if not told and index.kinds(named.text) & index.kinds(asked.answers[0]):
            yield named.text


def _plural_asked(asked: Asked) -> bool:
    if asked.interrogative in {"who", "whom", "whose"}:
        return re.search(r"\bwho (?:are|were|have)\b", asked.stem, re.IGNORECASE) is not None
    match = re.search(r"\bwhich (\w+)\b", asked.stem, re.IGNORECASE)
    return match is None or stem(match.group(1).lower()) != match.group(1).lower().removesuffix(
        "e"
    )


def _list_mates(answer: str, asked: Asked, index: SourceIndex) -> tuple[Named, ...]:
    """What the quote joins to an answer, wherever it names it; () if it once stands alone."""
    mates: list[Named] = []
    places = [
        named
        for named in index.names(asked.quote)
        if index.same(named.text, answer) or named.text == answer
    ]
    for place in places:
        found = joined(asked.quote, Span(place.start, place.end), index)
        if not found:
            return ()
        mates += found
    return tuple(mates)
