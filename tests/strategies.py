"""Decks of every kind over hostile text, for property tests of any room."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from quizapp.content.deck import Deck, Source
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Evidence,
    Flashcard,
    Form,
    Image,
    ListQuestion,
    Match,
    Multi,
    Number,
    Order,
    PartialDate,
    Precision,
    Question,
    Short,
    Tolerance,
    TrueFalse,
)

IMAGE_NAME = "picture.svg"
IMAGE_BYTES = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
HOSTILE = (
    *('"', "'", '"""', "'''", "\\", "\\u0041", "\\x41", "\\n", "\n", "\r", "\r\n", "\t"),
    *("\x00", "\x08", "\x0c", "\x1b", "\x7f", "\x80", "\x85", "\xa0", "\u2028", "\u2029"),
    *("\ufeff", "\u200b", "\u202e", "é", "e\u0301", "Приштина", "東京", "עברית", "العربية"),
    *("👩‍🚀", "🇽🇰", "𝒳", "\U0010ffff", "\uffff", "#", "=", "[[question]]", "\n[deck]\n", "{", "}"),
    *(",", "%", " ", "a", "Kosovo", "x41", "u0041", "id = 1", "true", "2008", "[", "]"),
)
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"


def _same(text: str) -> str:
    return " ".join(text.split())


def _pool(size: int) -> list[str]:
    """Texts put together by seeded dice, the short and plain ones first.

    Hypothesis takes ten times as long to put each text together itself.
    """
    dice = random.Random(size)
    pool = [*HOSTILE]
    while len(pool) < size:
        pieces = dice.choices(HOSTILE, k=dice.randint(1, 6))
        pieces += [chr(dice.randrange(0xD800)), chr(dice.randrange(0xE000, 0x110000))]
        pool.append("".join(dice.sample(pieces, dice.randint(1, len(pieces)))))
    return [text for text in pool if not text.isspace()]


hostile_text = (
    st.lists(st.sampled_from(HOSTILE) | st.characters(exclude_categories=["Cs"]), max_size=6)
    .map("".join)
    .filter(lambda text: text != "" and not text.isspace())
)
texts = st.sampled_from(_pool(20_000))
maybe_texts = st.just("") | texts
_fillers = texts.map(lambda text: text.replace("{", "").replace("}", ""))
_gap_words = _fillers.map(lambda text: text.replace(":", "").strip()).filter(bool)
_labels = st.integers(0, 999).map("g_{}".format)


def _options(least: int, most: int = 4) -> st.SearchStrategy[list[str]]:
    return st.lists(texts, min_size=least, max_size=most, unique_by=_same)


def question_id(number: int) -> str:
    """The id that a number stands for."""
    letters = ""
    for _ in range(10):
        number, digit = divmod(number, 32)
        letters = ALPHABET[digit] + letters
    return letters


partial_dates = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]),
    st.dates(),
    st.integers(1, 3),
)
_numbers = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4
) | st.integers(-(10**30), 10**30).map(Decimal)
_tolerances = st.sampled_from(
    [
        Tolerance(),
        Tolerance(Decimal(50)),
        Tolerance(Decimal("0.5")),
        Tolerance(Decimal(5), percent=True),
        Tolerance(Decimal("0.0"), percent=True),
    ]
)


@st.composite
def _shorts(draw: st.DrawFn) -> Short:
    words = draw(_options(1, 6))
    wrong = tuple(words[1:4])
    forms = draw(st.lists(st.sampled_from(list(Form)[:3]), unique=True, max_size=3))
    if len(wrong) < 2:
        forms = [form for form in forms if form is not Form.CHOOSE]
    return Short(draw(texts), words[0], tuple(words[4:]), wrong, tuple(forms))


@st.composite
def _dates(draw: st.DrawFn) -> DateQuestion:
    answer = draw(partial_dates)
    finest = list(Precision).index(answer.precision)
    precision = list(Precision)[draw(st.integers(0, finest))]
    return DateQuestion(draw(texts), answer, precision, tuple(draw(_options(0, 2))))


@st.composite
def _lists(draw: st.DrawFn) -> ListQuestion:
    words = draw(_options(1, 5))
    answers = tuple(words[:3])
    accept = tuple((word, answers[0]) for word in words[3:])
    return ListQuestion(draw(texts), answers, draw(st.integers(1, len(answers))), accept)


@st.composite
def _clozes(draw: st.DrawFn) -> Cloze:
    gaps = draw(st.lists(st.tuples(_gap_words, _labels), min_size=1, max_size=3, unique_by=_label))
    labelled = draw(st.booleans())
    text = draw(_fillers)
    for words, label in gaps:
        text += f"{{{{{label}:{words}}}}}" if labelled else f"{{{{{words}}}}}"
        text += draw(_fillers)
    spelling = draw(maybe_texts)
    other = spelling and spelling not in [words for words, _ in gaps]
    return Cloze(text, ((spelling, gaps[0][0]),) if other else ())


def _label(gap: tuple[str, str]) -> str:
    return gap[1]


def _matches(words: list[str]) -> tuple[tuple[str, str], ...]:
    half = len(words) // 2
    return tuple(zip(words[:half], words[half : 2 * half], strict=True))


clozes = _clozes()
bodies: st.SearchStrategy[Body] = st.one_of(
    _shorts(),
    st.builds(lambda p, w: Choice(p, w[0], tuple(w[1:])), texts, _options(2)),
    st.builds(lambda p, w: Multi(p, tuple(w[:2]), tuple(w[2:])), texts, _options(3)),
    st.builds(TrueFalse, texts, st.booleans(), texts),
    st.builds(Number, texts, _numbers, maybe_texts, _tolerances, _options(0, 2).map(tuple)),
    _dates(),
    _lists(),
    st.builds(lambda p, w: Order(p, tuple(w)), texts, _options(2)),
    st.builds(lambda p, w: Match(p, _matches(w)), texts, _options(4, 6)),
    clozes,
    st.builds(Flashcard, texts, texts, st.booleans()),
)


_extras = st.fixed_dictionaries(
    {
        "hint": maybe_texts,
        "explanation": texts,
        "tags": _options(0, 2).map(tuple),
        "as_of": partial_dates,
        "review_by": st.dates(),
        "attribution": maybe_texts,
        "image": st.none() | st.builds(Image, st.just(IMAGE_NAME), texts),
    }
)
_sources = st.builds(
    Source,
    id=st.sampled_from(["letter", "7.x_y"]),
    title=texts,
    publisher=maybe_texts,
    published=st.none() | partial_dates,
    url=st.sampled_from(["", "https://example.org/a?b=%20#c"]),
)
_numbers_of_ids = st.lists(st.integers(0, 32**10 - 1), min_size=1, max_size=2, unique=True)
_deck_ids = st.sampled_from(["kosovo-nato", "d", "7.x_y"])
_languages = st.sampled_from(["en", "sq", "pt-BR"])
_authors = st.lists(texts, max_size=2).map(tuple)
_yes_or_no = st.booleans()


@st.composite
def decks(draw: st.DrawFn, ids: bool = True) -> Deck:
    """A deck of one or two questions, valid in every respect.

    Args:
        draw: hypothesis hands it in.
        ids: whether every question has one; otherwise some do.
    """
    source = draw(_sources) if draw(_yes_or_no) else None
    questions = []
    for number in draw(_numbers_of_ids):
        extras: dict[str, Any] = draw(_extras) if draw(_yes_or_no) else {}
        evidence = Evidence(source.id, draw(texts)) if source else None
        name = question_id(number) if ids or draw(_yes_or_no) else None
        questions.append(Question(name, draw(bodies), evidence=evidence, **extras))
    return Deck(
        id=draw(_deck_ids),
        title=draw(hostile_text),
        language=draw(_languages),
        description=draw(maybe_texts),
        authors=draw(_authors),
        license=draw(maybe_texts),
        sources=(source,) if source else (),
        questions=tuple(questions),
    )
