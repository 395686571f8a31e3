"""A whole deck as TOML text: one way to write each deck, so that writing twice is byte-equal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from quizapp.content import hidden_signs
from quizapp.content.content_hash import labelled
from quizapp.content.deck import Deck, Source
from quizapp.content.question import (
    Cloze,
    DateQuestion,
    Evidence,
    Flashcard,
    Kind,
    ListQuestion,
    Number,
    PartialDate,
    Question,
    Short,
    Tolerance,
    TrueFalse,
)

if TYPE_CHECKING:
    import toml

Value: TypeAlias = "str | int | bool | Decimal | date | list[Value]"
Block: TypeAlias = dict[str, Value]

_SPECIAL = re.compile(rf'["\\\n\t\r\u2028\u2029{hidden_signs.ALL}]')
"""What is written as an escape, so that whoever reads the file sees it stand there."""
_SHORT_ESCAPES = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}


def write_text(deck: Deck) -> str:
    """The deck as a file's text, format 1, with keys in the design's order.

    Raises:
        ValueError: a text holds half of a surrogate pair, which no file can.
    """
    pieces = [_dump({"format": 1}), _headed("[deck]", head_values(deck))]
    return "\n".join([*pieces, *_blocks(deck.sources, deck.questions)])


def with_blocks(text: str, sources: Iterable[Source], questions: Iterable[Question]) -> str:
    """A deck file's text with blocks at its end and every other character as it is.

    Args:
        text: the file's text, valid TOML; its line ends are gone by.
        sources: written first.
        questions: written with a label in each gap.

    Raises:
        ValueError: a text holds half of a surrogate pair, which no file can.
    """
    blocks = _blocks(sources, (_with_labels(question) for question in questions))
    line_end = "\r\n" if "\r\n" in text else "\n"
    parting = line_end if text.endswith("\n") or not text else 2 * line_end
    added = [block.replace("\n", line_end) for block in blocks]
    return text + parting + line_end.join(added) if added else text


def _blocks(sources: Iterable[Source], questions: Iterable[Question]) -> Iterator[str]:
    for source in sources:
        yield _headed("[[source]]", source_values(source))
    for question in questions:
        block = _headed("[[question]]", question_values(question))
        if question.evidence is not None:
            block += _headed("[question.evidence]", evidence_values(question.evidence))
        yield block


def with_labels(deck: Deck) -> Deck:
    """The deck with a label written into each gap; its cards keep their keys."""
    return replace(deck, questions=tuple(_with_labels(q) for q in deck.questions))


def _with_labels(question: Question) -> Question:
    if not isinstance(question.body, Cloze):
        return question
    return replace(question, body=replace(question.body, text=labelled(question.body.text)))


def _string(text: str) -> str:
    if not text.isascii():
        text.encode()  # UnicodeEncodeError, a ValueError, for half of a surrogate pair
    return '"' + _SPECIAL.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    return _SHORT_ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _list(items: Iterable[Value]) -> str:
    return "[" + ", ".join(str(_encoder().dump_value(item)) for item in items) + "]"


def _decimal(number: Decimal) -> str:
    return format(number or abs(number), "f")


@cache
def _encoder() -> toml.TomlEncoder[Block]:
    """The library's encoder with writers of our own for three types.

    Its own turn a no-break space into "xa0", leave a comma after the last item of a list, and
    write decimals with an exponent. It is imported late: most starts write no deck.
    """
    import toml

    encoder: toml.TomlEncoder[Block] = toml.TomlEncoder()
    encoder.dump_funcs[str] = _string
    encoder.dump_funcs[list] = _list
    encoder.dump_funcs[Decimal] = _decimal
    return encoder


def _dump(block: Block) -> str:
    import toml

    return toml.dumps(block, _encoder())


def _headed(header: str, block: Block) -> str:
    return f"{header}\n{_dump(block)}"


def _texts(items: Iterable[str]) -> list[Value]:
    return list(items)


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[Value]:
    return [[left, right] for left, right in pairs]


def _filled(*pairs: tuple[str, Value | None]) -> Block:
    """The keys that hold something, in order."""
    return {key: value for key, value in pairs if value is not None and value not in ("", [])}


def _partial(when: PartialDate | None) -> str | None:
    return None if when is None else str(when)


def value_text(value: Value) -> str:
    """One value as it stands behind its key.

    Raises:
        ValueError: a text holds half of a surrogate pair, which no file can.
    """
    return str(_encoder().dump_value(value))


def head_values(deck: Deck) -> Block:
    """The keys of `[deck]` that hold something, in order."""
    return _filled(
        ("id", deck.id),
        ("title", deck.title),
        ("language", deck.language),
        ("description", deck.description),
        ("authors", _texts(deck.authors)),
        ("license", deck.license),
    )


def source_values(source: Source) -> Block:
    """The keys of a `[[source]]` that hold something, in order."""
    return _filled(
        ("id", source.id),
        ("title", source.title),
        ("publisher", source.publisher),
        ("published", _partial(source.published)),
        ("url", source.url),
        ("file", source.file),
        ("sha256", source.sha256),
    )


def evidence_values(evidence: Evidence) -> Block:
    """The keys of a question's evidence."""
    return {"source": evidence.source, "quote": evidence.quote}


def question_values(question: Question) -> Block:
    """The keys of a `[[question]]` that hold something, in order, without its evidence."""
    image = question.image
    return _filled(
        ("id", question.id),
        ("kind", None if question.kind is Kind.SHORT else question.kind.value),
        *_body(question),
        ("hint", question.hint),
        ("explanation", question.explanation),
        ("tags", _texts(question.tags)),
        ("as_of", _partial(question.as_of)),
        ("review_by", question.review_by),
        ("attribution", question.attribution),
        ("image", image.path if image else None),
        ("image_alt", image.alt if image else None),
    )


def _body(question: Question) -> Iterator[tuple[str, Value | None]]:
    """The keys of a question's kind; those that say what is so anyway are left out."""
    body = question.body
    yield ("text", body.text) if isinstance(body, Cloze) else ("prompt", body.prompt)
    answer = getattr(body, "answer", None)
    yield "answer", str(answer) if isinstance(answer, PartialDate) else answer
    yield "answers", _texts(getattr(body, "answers", ()))
    yield "pairs", _pairs(getattr(body, "pairs", ()))
    match body:
        case Short():
            yield "accept", _texts(body.accept)
        case TrueFalse():
            yield "correction", body.correction
        case Number():
            yield "unit", body.unit
            yield "tolerance", _tolerance(body.tolerance)
            yield "accept", _texts(body.accept)
        case DateQuestion():
            yield "precision", body.precision.value
            yield "accept", _texts(body.accept)
        case ListQuestion():
            yield "need", None if body.need == len(body.answers) else body.need
            yield "accept", _pairs(body.accept)
        case Cloze():
            yield "accept", _pairs(body.accept)
        case Flashcard(both_ways=True):
            yield "both_ways", True
    yield "wrong", _texts(getattr(body, "wrong", ()))
    yield "forms", [form.value for form in getattr(body, "forms", ())]


def _tolerance(tolerance: Tolerance) -> str | Decimal | None:
    if tolerance.percent:
        return f"{_decimal(tolerance.amount)}%"
    return tolerance.amount or None
