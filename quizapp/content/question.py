"""The question as a value: eleven kinds, what all have in common, and the cards they make."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """The kinds of question, as a deck file spells them."""

    SHORT = "short"
    CHOICE = "choice"
    MULTI = "multi"
    TRUE_FALSE = "true-false"
    NUMBER = "number"
    DATE = "date"
    LIST = "list"
    ORDER = "order"
    MATCH = "match"
    CLOZE = "cloze"
    FLASHCARD = "flashcard"


class Form(StrEnum):
    """How a card is asked. Only CHOOSE, TYPE and RECALL may stand in a question's `forms`."""

    CHOOSE = "choose"
    TYPE = "type"
    RECALL = "recall"
    ORDER = "order"
    MATCH = "match"


class Precision(StrEnum):
    """How exactly a date is known or asked."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date that may be known to the year or month only; absent parts are None."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision:
        """The finest part that is known."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    def __str__(self) -> str:
        """The ISO writing: 2008, 2008-02 or 2008-02-17."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence a question rests on.

    Attributes:
        source: id of a source of the deck.
        quote: words standing verbatim, on one place only, in the source's text.
    """

    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture beside the prompt: a path relative to the deck file, and its description."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far from a number an answer may be: an amount, or percent of the answer."""

    amount: Decimal = Decimal(0)
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Short:
    """One answer in words; chosen, typed or recalled as memory grows."""

    prompt: str
    answer: str
    accept: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Choose the one right option."""

    prompt: str
    answer: str
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Multi:
    """Choose all options that are right."""

    prompt: str
    answers: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A statement that holds or not; `correction` states the fact whichever button is right."""

    prompt: str
    answer: bool
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number is typed; `accept` holds other writings that are also right."""

    prompt: str
    answer: Decimal
    unit: str = ""
    tolerance: Tolerance = Tolerance()
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """A date is typed, to the asked precision."""

    prompt: str
    answer: PartialDate
    precision: Precision
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """`need` of the answers are typed, in any order.

    Attributes:
        accept: pairs of (spelling, the answer it stands for).
    """

    prompt: str
    answers: tuple[str, ...]
    need: int
    accept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Items to be put in order; `answers` is the right order."""

    prompt: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Pairs to be joined."""

    prompt: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text with gaps, `{{Serbia}}` or `{{year:2008}}`; one card a gap.

    Attributes:
        accept: pairs of (spelling, the gap's text it stands for).
    """

    text: str
    accept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Flashcard:
    """Recall and rate; `prompt` and `answer` are Markdown."""

    prompt: str
    answer: str
    both_ways: bool = False


Body: TypeAlias = (
    Short
    | Choice
    | Multi
    | TrueFalse
    | Number
    | DateQuestion
    | ListQuestion
    | Order
    | Match
    | Cloze
    | Flashcard
)

KIND_OF: dict[type, Kind] = {
    Short: Kind.SHORT,
    Choice: Kind.CHOICE,
    Multi: Kind.MULTI,
    TrueFalse: Kind.TRUE_FALSE,
    Number: Kind.NUMBER,
    DateQuestion: Kind.DATE,
    ListQuestion: Kind.LIST,
    Order: Kind.ORDER,
    Match: Kind.MATCH,
    Cloze: Kind.CLOZE,
    Flashcard: Kind.FLASHCARD,
}


@dataclass(frozen=True, slots=True)
class Question:
    """One block of a deck.

    Attributes:
        id: ten of a-z2-7, the question's identity for ever; None until it is given one.
        body: what is asked and what is right, by kind.
        as_of: when it was true.
        review_by: after this day the question wants checking.
        attribution: whose claim it is, or "".
        line: where its block starts in the file, from 1; no part of equality.
    """

    id: str | None
    body: Body
    hint: str = ""
    explanation: str = ""
    tags: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    review_by: date | None = None
    attribution: str = ""
    evidence: Evidence | None = None
    image: Image | None = None
    line: int = field(default=0, compare=False)

    @property
    def kind(self) -> Kind:
        """The kind, as a deck file spells it."""
        return KIND_OF[type(self.body)]

    @property
    def prompt(self) -> str:
        """What is asked, in words; a cloze's text with its gaps as written."""
        return self.body.text if isinstance(self.body, Cloze) else self.body.prompt


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap of a cloze: its label, the words hidden, and where the braces stand in `text`."""

    label: str
    answer: str
    start: int
    end: int
    labelled: bool


_GAP = re.compile(r"\{\{(?:([a-z0-9_]+):)?(.*?)\}\}", re.DOTALL)
REVERSE = "reverse"


def gaps(text: str) -> tuple[Gap, ...]:
    """The gaps of a cloze text in order.

    An unlabelled gap gets the label that the first save would write: a slug of its words, so
    that its card keeps its key when the label is written. Words without a Latin letter or digit
    get a label made of their hash.
    """
    found: list[Gap] = []
    taken = {m.group(1) for m in _GAP.finditer(text) if m.group(1)}
    for m in _GAP.finditer(text):
        label = m.group(1)
        if label is None:
            label = _free(_slug(m.group(2)), taken)
            taken.add(label)
        found.append(Gap(label, m.group(2), m.start(), m.end(), labelled=m.group(1) is not None))
    return tuple(found)


def filled_in(text: str, found: Iterable[Gap] | None = None) -> str:
    """The text of a cloze with the words of its gaps in place; any other text as it is.

    Args:
        text: of the cloze.
        found: its gaps, where they are known.
    """
    out, at = [], 0
    for gap in gaps(text) if found is None else found:
        out += [text[at : gap.start], gap.answer]
        at = gap.end
    return "".join([*out, text[at:]])


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    slug = re.sub(r"[^a-z0-9]+", "_", "".join(c for c in plain if not unicodedata.combining(c)))
    slug = slug.strip("_")[:24].strip("_")
    return slug or "g" + hashlib.sha256(words.encode()).hexdigest()[:8]


def _free(wanted: str, taken: set[str]) -> str:
    label, n = wanted, 2
    while label in taken:
        label, n = f"{wanted}_{n}", n + 1
    return label


def card_keys(question: Question) -> Iterator[str]:
    """The keys of a question's cards, in order.

    A key is the question's id, followed by "/label" for a gap of a cloze and "/reverse" for the
    second direction of a flashcard. A question without an id has no cards yet.
    """
    if question.id is None:
        return
    match question.body:
        case Cloze(text=text):
            for gap in gaps(text):
                yield f"{question.id}/{gap.label}"
        case Flashcard(both_ways=True):
            yield question.id
            yield f"{question.id}/{REVERSE}"
        case _:
            yield question.id


def split_key(key: str) -> tuple[str, str | None]:
    """(question id, gap label or direction or None) of a card key."""
    question_id, _, part = key.partition("/")
    return question_id, part or None
