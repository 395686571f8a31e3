"""The content hash of a question: it notices that what is asked or what is right has changed."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal

from quizapp.content.question import Cloze, Question, gaps


def content_hash(question: Question) -> str:
    """Sixteen hex digits over kind, prompt or text, answers, pairs and unit.

    Fields are kept apart before hashing, so that ("ab", "c") and ("a", "bc") differ. Distractors,
    accepted spellings, explanation and evidence do not count; nor do labels written into the
    gaps of a cloze, nor the way a number is written.
    """
    body = question.body
    unit, pairs = getattr(body, "unit", ""), getattr(body, "pairs", ())
    answers: tuple[object, ...] = getattr(body, "answers", ())
    if not answers and hasattr(body, "answer"):
        answers = (body.answer,)
    prompt = labelled(body.text) if isinstance(body, Cloze) else body.prompt
    fields = [question.kind, prompt, [_plain(a) for a in answers], pairs, unit]
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()[:16]


def labelled(text: str) -> str:
    """A cloze text with its label written into each gap."""
    pieces, done = [], 0
    for gap in gaps(text):
        if not gap.labelled:
            pieces += [text[done : gap.start + 2], gap.label, ":"]
            done = gap.start + 2
    return "".join([*pieces, text[done:]])


def _plain(answer: object) -> object:
    if isinstance(answer, Decimal):
        return format(answer.normalize(), "f") if answer else "0"
    return answer if isinstance(answer, bool) else str(answer)
