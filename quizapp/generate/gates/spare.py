"""Other wrong options for a question, from its own source."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizapp.content.question import Choice, Multi, Question, Short
from quizapp.generate.candidate import Mend
from quizapp.generate.gates.asked import asked_of
from quizapp.generate.gates.holding import without_option
from quizapp.generate.gates.predicates import rivals
from quizapp.generate.gates.source_index import SourceIndex
from quizapp.generate.gates.wording import LEADING

_SHOWN = 2


def option_mends(
    question: Question, option: str, index: SourceIndex, true: Collection[str] = ()
) -> Iterator[Mend | None]:
    """A wrong option exchanged for another of the answer's kind, or left out.

    Args:
        question: the one with the option.
        option: one of its wrong options.
        index: of its source.
        true: names that would be right, too, and are not offered instead.
    """
    for other in _spare(question, index, true):
        yield without_option(question, option, other)
    yield without_option(question, option)


def _spare(question: Question, index: SourceIndex, true: Collection[str]) -> tuple[str, ...]:
    body = question.body
    if not isinstance(body, (Short, Choice, Multi)) or not index.ground.entities.all:
        return ()
    asked = asked_of(question)
    kinds = {e.kind for a in asked.answers if (e := index.ground.entities.find(a)) is not None}
    told = index.entities(asked.stem) | index.entities(asked.quote)
    barred = (*asked.answers, *asked.wrong, *true, *(n.text for _, n in rivals(asked, index)))
    capital = asked.answers[0][:1].isupper()
    return tuple(
        entity.name
        for entity in index.ground.entities.all
        if entity.kind in kinds
        and entity.name not in told
        and capital
        and entity.name.split()[0].lower() not in LEADING
        and not any(index.same(entity.name, other) for other in barred)
    )[:_SHOWN]
