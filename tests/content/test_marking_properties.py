"""What holds for marking whatever the deck and whatever is typed."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from hypothesis import assume, example, given
from hypothesis import strategies as st

from quizapp.content.date_text import at_precision, date_in_words
from quizapp.content.difference import difference
from quizapp.content.folding import alike, normalise, same_answer, strict, visible
from quizapp.content.mark import Arranged, Change, Chosen, Mark, Reason, Typed
from quizapp.content.marking import Rivals, answer_text, mark
from quizapp.content.question import (
    Body,
    Choice,
    Cloze,
    DateQuestion,
    Flashcard,
    Form,
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
from quizapp.content.right_answer import number_text

ANY_TEXT = st.text(st.characters(), max_size=60)
VISIBLE = ANY_TEXT.filter(visible)
NEAR_LETTERS = st.text("abcdéeiy ", min_size=1, max_size=12).filter(visible)
STEMS = (
    *("Austria", "Australia", "Slovakia", "Slovenia", "Gambia", "Zambia", "Niger", "Nigeria"),
    *("legal", "constitutional", "General Assembly", "Article 4", "Chapter XVIII", "résumé"),
    *("The Security Council", "non-member", "Vjosa Osmani", "two thirds", "first house", "C++"),
    *("3,770 troops", "17 February 2008", "not a member", "with a vote", "ガーナ", "мой"),
    *("10 March", "10 May", "1998–1999", "10,887 km²", "February", "World War I", "Pius XII"),
)


@st.composite
def near_words(draw: st.DrawFn) -> str:
    """A word of a civics class, or one that is an edit or two away from it."""
    word = draw(st.sampled_from(STEMS))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(word)))
        new = draw(st.sampled_from(["", *"aeéio 124.-+XIи", "un", "not ", "the "]))
        word = word[:at] + new + word[at + draw(st.integers(0, 1)) :]
    assume(visible(word))
    return word


DAYS = st.dates().map(lambda d: PartialDate(d.year, d.month, d.day))
PARTIAL_DAYS = (
    DAYS
    | DAYS.map(lambda d: PartialDate(d.year))
    | DAYS.map(lambda d: PartialDate(d.year, d.month))
)
NUMBERS = st.decimals(-(10**12), 10**12, allow_nan=False, places=2) | st.integers(
    -(10**15), 10**15
).map(Decimal)
TYPED_BODIES: st.SearchStrategy[Body] = st.one_of(
    st.builds(Short, st.just("?"), VISIBLE | near_words(), st.lists(VISIBLE).map(tuple)),
    st.builds(Choice, st.just("?"), VISIBLE, st.just(())),
    st.builds(
        Number,
        st.just("?"),
        NUMBERS,
        st.sampled_from(["", "troops", "%", "€", "$", "m", "km", "million people"]),
        st.builds(Tolerance, st.decimals(0, 50, places=1), st.booleans()),
    ),
    st.builds(DateQuestion, st.just("?"), PARTIAL_DAYS, st.sampled_from(Precision)),
)


def typed(body: Body, text: str, *rivals: str, student: tuple[str, ...] = ()) -> Mark:
    """The mark for one text typed."""
    return mark(
        Question("aaaaaaaaaa", body),
        Typed((text,)),
        form=Form.TYPE,
        rivals=Rivals.of(rivals),
        student_accepts=student,
    )


@given(ANY_TEXT | near_words())
@example("5.'5")
@example("x -5")
@example("the a")
@example("10⁶ 2½ \u200b²")
def test_normalising_twice_is_normalising_once(text: str) -> None:
    """Normalising, keeping accents or not, and making visible change nothing the second time."""
    assert normalise(normalise(text)) == normalise(text)
    assert strict(strict(text)) == strict(text)
    assert visible(visible(text)) == visible(text)


@given(VISIBLE)
def test_what_can_be_seen_never_normalises_to_nothing(text: str) -> None:
    """A text that shows something keeps something, be it only punctuation."""
    assert normalise(text)


@given(TYPED_BODIES, st.lists(VISIBLE | near_words(), max_size=5))
def test_a_right_answer_typed_is_right(body: Body, rivals: list[str]) -> None:
    """The answer as it is shown is right, whatever the deck's other answers are."""
    answer = answer_text(Question("aaaaaaaaaa", body))
    assert typed(body, answer, *rivals).right


@given(st.lists(VISIBLE, min_size=1, max_size=5, unique_by=strict), st.data())
def test_the_answers_of_a_list_are_right_in_any_order(
    answers: list[str], data: st.DataObject
) -> None:
    """All answers of a list, in any order and one a field, are right."""
    body = ListQuestion("?", tuple(answers), len(answers))
    given_ = data.draw(st.permutations(answers))
    got = mark(
        Question("aaaaaaaaaa", body),
        Typed(tuple(given_)),
        form=Form.TYPE,
        rivals=Rivals.of(answers),
    )
    assert got.right
    assert got.score == 1


@given(st.lists(near_words() | NEAR_LETTERS, min_size=2, max_size=6))
def test_different_answers_of_a_deck_never_accept_each_other(answers: list[str]) -> None:
    """An answer of the deck that differs in more than case and the like is wrong for another."""
    rivals = Rivals.of(answers)
    for answer in answers:
        for other in answers:
            if same_answer(answer, other):
                continue
            got = mark(
                Question("aaaaaaaaaa", Short("?", answer)),
                Typed((other,)),
                form=Form.TYPE,
                rivals=rivals,
            )
            assert not got.right or got.reason is Reason.SAME_VALUE, (answer, other)


@given(near_words(), near_words())
def test_a_wrong_option_typed_is_wrong(answer: str, option: str) -> None:
    """A wrong option of the question is never taken for a slip of its answer."""
    assume(strict(answer) != strict(option) and not alike(answer, option))
    assert not typed(Short("?", answer, (), (option,)), option).right


@given(near_words(), near_words(), st.lists(near_words(), max_size=4))
def test_an_accepted_spelling_is_right_though_another_answer(
    answer: str, accepted: str, rivals: list[str]
) -> None:
    """What `accept` or the student lists is right, even where it is another answer of the deck."""
    assert typed(Short("?", answer, (accepted,)), accepted, accepted, *rivals).right
    assert typed(Short("?", answer), accepted, accepted, *rivals, student=(accepted,)).right


@given(TYPED_BODIES, ANY_TEXT | near_words(), st.lists(ANY_TEXT, max_size=4))
def test_any_text_gets_a_mark(body: Body, text: str, rivals: list[str]) -> None:
    """No text raises, a score lies in 0 to 1, and only a right mark has the whole of it."""
    got = typed(body, text, *rivals)
    assert 0 <= got.score <= 1
    assert got.right == (got.score == 1)
    assert (got.reason is Reason.DONT_KNOW) == (not visible(text))


@given(ANY_TEXT, st.text("0123456789.,/- kmMXIV%€$½²", max_size=20))
def test_any_figures_get_a_mark(noise: str, figures: str) -> None:
    """No jumble of figures, signs and scales raises, for a number or a date."""
    for body in (
        Number("?", Decimal("2.5"), "%"),
        DateQuestion("?", PartialDate(2008, 2, 17), Precision.DAY),
        Short("?", "Article 4"),
    ):
        for text in (figures, figures + noise, noise + figures):
            assert typed(body, text).reason in set(Reason)


@given(near_words(), near_words() | ANY_TEXT)
def test_a_mark_that_is_right_keeps_every_digit(answer: str, text: str) -> None:
    """A slip never changes, adds, drops or swaps a digit."""
    got = typed(Short("?", answer), text)
    if got.reason is Reason.SLIP:
        digits = [[c for c in visible(t) if c.isdigit()] for t in (answer, text)]
        assert digits[0] == digits[1]


@given(ANY_TEXT | near_words(), ANY_TEXT | near_words())
def test_a_difference_spells_both_texts(mine: str, answer: str) -> None:
    """SAME and MISSING spell the answer; SAME and EXTRA what was typed, but for case."""
    pieces = difference(mine, answer)
    right = "".join(p.text for p in pieces if p.change is not Change.EXTRA)
    wrong = "".join(p.text for p in pieces if p.change is not Change.MISSING)
    assert right == unicodedata.normalize("NFC", answer)
    assert wrong.casefold() == unicodedata.normalize("NFC", mine.strip()).casefold()
    assert all(p.text for p in pieces)


@given(NUMBERS, st.sampled_from(["", "troops", "%", "€", "m"]))
def test_a_number_as_it_is_shown_reads_back(number: Decimal, unit: str) -> None:
    """A number in its shown writing, grouped and with its unit, is the number."""
    assert typed(Number("?", number, unit), number_text(number, unit)).right


@given(DAYS, st.sampled_from(Precision))
def test_a_date_as_iso_is_right(day: PartialDate, precision: Precision) -> None:
    """The whole date in ISO is right at any precision."""
    assert typed(DateQuestion("?", day, precision), str(day)).right


@given(DAYS, st.sampled_from(Precision), st.data())
def test_another_day_never_is_right(
    day: PartialDate, precision: Precision, data: st.DataObject
) -> None:
    """A date in words that differs in what is asked is wrong, with a slip in its month or not."""
    other = data.draw(DAYS)
    asked, told = at_precision(day, precision), at_precision(other, precision)
    assume(asked != told)
    text = date_in_words(told)
    at = data.draw(st.integers(0, len(text) - 1))
    slipped = text if text[at].isdigit() else text[:at] + text[at + 1 :]
    assert not typed(DateQuestion("?", day, precision), slipped).right
    assert not typed(Short("?", date_in_words(asked)), slipped).right


@given(DAYS, st.sampled_from(["{0} {1}", "{1} {0}", "the {0}th of {1}", "{0}/{2}", "{0}.{2}."]))
def test_a_day_of_the_year_is_right_in_any_writing(day: PartialDate, writing: str) -> None:
    """A day and its month, typed in any order or in figures, is the day in words."""
    month = date_in_words(PartialDate(2000, day.month)).split()[0]
    text = writing.format(day.day, month, day.month)
    assert typed(Short("?", f"{day.day} {month}"), text).right


@given(st.permutations(["a", "b", "c", "d"]), st.booleans())
def test_what_is_right_is_right_for_kinds_that_are_not_typed(
    shown: list[str], holds: bool
) -> None:
    """The right options, order and pairs are right however they are shuffled."""
    items = tuple(shown)
    places = tuple(items.index(c) for c in "abcd")
    pairs = tuple((c.upper(), c) for c in "abcd")
    cases: list[tuple[Body, Chosen | Arranged, Form]] = [
        (Short("?", "a", (), ("b", "c", "d")), Chosen(frozenset({places[0]})), Form.CHOOSE),
        (Choice("?", "a", ("b", "c", "d")), Chosen(frozenset({places[0]})), Form.CHOOSE),
        (Multi("?", ("a", "b"), ("c", "d")), Chosen(frozenset(places[:2])), Form.CHOOSE),
        (TrueFalse("?", holds), Chosen(frozenset({0 if holds else 1})), Form.CHOOSE),
        (Order("?", ("a", "b", "c", "d")), Arranged(places), Form.ORDER),
        (Match("?", pairs), Arranged(places), Form.MATCH),
    ]
    for body, response, form in cases:
        got = mark(Question("aaaaaaaaaa", body), response, form=form, shown=items)
        assert got.right
        assert got.score == 1


@given(VISIBLE.filter(lambda t: "{" not in t and "}" not in t and ":" not in t))
def test_the_words_of_a_gap_are_right(words: str) -> None:
    """The words hidden in a gap, typed, are right."""
    question = Question("aaaaaaaaaa", Cloze("Left {{gap:" + words + "}} in 2008."))
    assert mark(question, Typed((words,)), form=Form.TYPE, gap="gap").right


@given(VISIBLE, VISIBLE)
def test_a_flashcard_typed_either_way_is_right(front: str, back: str) -> None:
    """Typed instead of recalled, a flashcard's other side is right in both directions."""
    question = Question("aaaaaaaaaa", Flashcard(front, back, both_ways=True))
    assert mark(question, Typed((back,)), form=Form.TYPE).right
    assert mark(question, Typed((front,)), form=Form.TYPE, gap="reverse").right
