"""Which question without an id is one that is gone: exactly the same is, a near one may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

NEAR = 0.8
"""How much of two prompts has to be the same to suggest that they are one."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A question with a history whose text is gone from its deck."""

    id: str
    content_hash: str
    prompt: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Nameless:
    """A question that has no id in its file."""

    position: int
    content_hash: str
    prompt: str = ""
    answer: str = ""


def adopted(nameless: Iterable[Nameless], missing: Iterable[Missing]) -> dict[int, str]:
    """The id that each question without one takes over, by its position.

    Only an exact match of content hashes counts, each id is taken once, and the first in order
    comes first, on both sides.

    Args:
        nameless: of one deck, in order.
        missing: of the same deck; one id may come with several hashes it once had.
    """
    waiting: dict[str, list[str]] = {}
    for one in missing:
        waiting.setdefault(one.content_hash, []).append(one.id)
    taken: set[str] = set()
    found: dict[int, str] = {}
    for question in nameless:
        for question_id in waiting.get(question.content_hash, ()):
            if question_id not in taken:
                taken.add(question_id)
                found[question.position] = question_id
                break
    return found


def suggested(
    nameless: Sequence[Nameless], missing: Sequence[Missing]
) -> Mapping[int, tuple[Missing, float]]:
    """For each question without an id, the one gone that it is nearest to, and how near.

    Nothing is done on the strength of it: only the author knows.
    """
    found = {}
    for question in nameless:
        near = [(_nearness(question, one), one) for one in missing]
        likeness, best = max(near, key=lambda pair: pair[0], default=(0.0, None))
        if best is not None and likeness >= NEAR:
            found[question.position] = (best, likeness)
    return found


def _nearness(question: Nameless, one: Missing) -> float:
    from rapidfuzz.distance import Indel  # late: on most starts nothing is suggested

    prompts = Indel.normalized_similarity(question.prompt, one.prompt)
    answers = Indel.normalized_similarity(question.answer, one.answer)
    return float(prompts * 0.7 + answers * 0.3)
