"""Marks of the kinds that are chosen, arranged or recalled, and what stands around a mark."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quizapp.content.difference import difference
from quizapp.content.mark import (
    Arranged,
    Change,
    Chosen,
    DontKnow,
    Mark,
    Reason,
    Recalled,
    Response,
    Typed,
)
from quizapp.content.marking import (
    NoSuchGapError,
    Rivals,
    UnfitResponseError,
    answer_text,
    choices,
    mark,
    typed_answers,
)
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
    TrueFalse,
)

LETTERS = ("a", "b", "c", "d")
MULTI = Multi("?", ("a", "b"), ("c", "d"))
ORDER = Order("?", ("c", "a", "b"))
MATCH = Match("?", (("A", "a"), ("B", "b"), ("C", "c")))
CLOZE = Cloze("Kosovo left {{Serbia}} in {{year:2008}}.", (("SRB", "Serbia"),))


def ask(body: Body) -> Question:
    """A question with that body."""
    return Question("aaaaaaaaaa", body)


def chosen(body: Body, *indexes: int) -> Mark:
    """The mark for options chosen of a, b, c and d."""
    response = Chosen(frozenset(indexes))
    return mark(ask(body), response, form=Form.CHOOSE, shown=LETTERS)


def arranged(body: Body, *indexes: int) -> Mark:
    """The mark for a, b and c put in an order, or joined."""
    form = Form.ORDER if isinstance(body, Order) else Form.MATCH
    return mark(ask(body), Arranged(indexes), form=form, shown=LETTERS[:3])


@pytest.mark.parametrize(
    ("body", "indexes", "right", "reason", "score"),
    [
        (Short("?", "b", (), ("a", "c", "d")), (1,), True, Reason.CHOSEN, 1),
        (Short("?", "b", (), ("a", "c", "d")), (0,), False, Reason.WRONG_OPTION, 0),
        (Choice("?", "d", ("a", "b", "c")), (3,), True, Reason.CHOSEN, 1),
        (Choice("?", "d", ("a", "b", "c")), (2,), False, Reason.WRONG_OPTION, 0),
        (Choice("?", "d", ("a", "b", "c")), (2, 3), False, Reason.WRONG_OPTION, 0),
        (Choice("?", "d", ("a", "b", "c")), (), False, Reason.DONT_KNOW, 0),
        (TrueFalse("?", True), (0,), True, Reason.CHOSEN, 1),
        (TrueFalse("?", True), (1,), False, Reason.WRONG_OPTION, 0),
        (TrueFalse("?", False), (1,), True, Reason.CHOSEN, 1),
        (TrueFalse("?", False), (0,), False, Reason.WRONG_OPTION, 0),
        (MULTI, (0, 1), True, Reason.PARTS, 1),
        (MULTI, (0,), False, Reason.TOO_FEW, 0.5),
        (MULTI, (0, 1, 2), False, Reason.WRONG_OPTION, 0.5),
        (MULTI, (0, 2), False, Reason.WRONG_OPTION, 0),
        (MULTI, (2, 3), False, Reason.WRONG_OPTION, 0),
        (MULTI, (0, 1, 2, 3), False, Reason.WRONG_OPTION, 0),
        (MULTI, (), False, Reason.DONT_KNOW, 0),
    ],
)
def test_chosen(
    body: Body, indexes: tuple[int, ...], right: bool, reason: Reason, score: float
) -> None:
    """Options chosen get the tabled mark, reason and score."""
    got = chosen(body, *indexes)
    assert (got.right, got.reason, got.score) == (right, reason, score)


@pytest.mark.parametrize(
    ("body", "indexes", "right", "reason", "hits"),
    [
        (ORDER, (2, 0, 1), True, Reason.PARTS, 3),
        (ORDER, (2, 1, 0), False, Reason.TOO_FEW, 1),
        (ORDER, (0, 1, 2), False, Reason.WRONG, 0),
        (ORDER, (2, 0), False, Reason.TOO_FEW, 2),
        (ORDER, (2, 0, 1, 1), False, Reason.TOO_FEW, 3),
        (ORDER, (), False, Reason.DONT_KNOW, 0),
        (MATCH, (0, 1, 2), True, Reason.PARTS, 3),
        (MATCH, (0, 2, 1), False, Reason.TOO_FEW, 1),
        (MATCH, (1, 2, 0), False, Reason.WRONG, 0),
        (MATCH, (0, 1, -1), False, Reason.TOO_FEW, 2),
        (MATCH, (-1, -1, -1), False, Reason.DONT_KNOW, 0),
        (MATCH, (0, 0, 0), False, Reason.TOO_FEW, 1),
    ],
)
def test_arranged(
    body: Body, indexes: tuple[int, ...], right: bool, reason: Reason, hits: int
) -> None:
    """Items in order and pairs joined get the tabled mark and count of right places."""
    got = arranged(body, *indexes)
    assert (got.right, got.reason) == (right, reason)
    assert sum(part.right for part in got.parts) == hits
    assert got.score == pytest.approx(hits / 3)


def test_equal_items_may_change_places() -> None:
    """Of two right items that read the same, either stands for either."""
    body = Match("?", (("A", "a"), ("B", "a")))
    assert mark(ask(body), Arranged((1, 0)), form=Form.MATCH, shown=("a", "a")).right


def test_a_multi_says_what_was_missed() -> None:
    """Every option chosen is a part, and the right ones left out are missed."""
    got = chosen(MULTI, 1, 3)
    assert [(part.given, part.right) for part in got.parts] == [("b", True), ("d", False)]
    assert got.missed == ("a",)


def test_a_list_says_what_was_given_twice_and_what_was_missed() -> None:
    """An item that repeats an answer is told apart from one that is wrong."""
    body = ListQuestion("?", ("China", "France", "Russia"), 3, (("PRC", "China"),))
    got = mark(ask(body), Typed(("China", "PRC", "Spain")), form=Form.TYPE)
    assert [(part.given, part.reason) for part in got.parts] == [
        ("China", Reason.EXACT),
        ("PRC", Reason.REPEATED),
        ("Spain", Reason.WRONG),
    ]
    assert got.missed == ("France", "Russia")
    assert got.score == pytest.approx(1 / 3)


def test_an_item_that_fits_two_answers_leaves_room_for_the_other() -> None:
    """Items are given to answers so that as many as can be are right."""
    both = (("the council", "Security Council"), ("the council", "European Council"))
    body = ListQuestion("?", ("Security Council", "European Council"), 2, both)
    for items in (("the council", "Security Council"), ("Security Council", "the council")):
        assert mark(ask(body), Typed(items), form=Form.TYPE).right


@pytest.mark.parametrize("body", [MULTI, ORDER, MATCH, Short("?", "a"), TrueFalse("?", True)])
def test_not_known_is_wrong_whatever_the_kind(body: Body) -> None:
    """Not known is wrong with a reason of its own."""
    got = mark(ask(body), DontKnow(), form=Form.CHOOSE)
    assert (got.right, got.reason, got.score) == (False, Reason.DONT_KNOW, 0)


def test_a_recall_is_left_to_the_student() -> None:
    """A recall is not compared with anything, and shows the answer."""
    got = mark(ask(Flashcard("Front", "**Back**")), Recalled(), form=Form.RECALL)
    assert (got.reason, got.against) == (Reason.RECALLED, "**Back**")


@pytest.mark.parametrize(
    ("body", "response"),
    [
        (Number("?", Decimal(3)), Chosen(frozenset({0}))),
        (ORDER, Chosen(frozenset({0}))),
        (ORDER, Typed(("a",))),
        (TrueFalse("?", True), Typed(("true",))),
        (Short("?", "a"), Typed(("a", "b"))),
        (Short("?", "a"), Arranged((0,))),
    ],
)
def test_a_response_that_does_not_fit_is_refused(body: Body, response: Response) -> None:
    """A response of another kind is a fault of the caller, not a wrong answer."""
    with pytest.raises(UnfitResponseError):
        mark(ask(body), response, form=Form.TYPE, shown=LETTERS)


def test_a_gap_that_is_not_there_is_refused() -> None:
    """A card whose gap has left the cloze cannot be marked."""
    with pytest.raises(NoSuchGapError):
        mark(ask(CLOZE), Typed(("x",)), form=Form.TYPE, gap="place")


@pytest.mark.parametrize(
    ("body", "gap", "text"),
    [
        (Short("?", "Vjosa Osmani"), None, "Vjosa Osmani"),
        (Choice("?", "a", ("b",)), None, "a"),
        (MULTI, None, "a, b"),
        (Multi("?", ("a, b", "c"), ()), None, "a, b; c"),
        (TrueFalse("?", True), None, "True"),
        (TrueFalse("?", False), None, "False"),
        (Number("?", Decimal(3770), "troops"), None, "3770\u00a0troops"),
        (Number("?", Decimal(50000)), None, "50\u202f000"),
        (Number("?", Decimal("-1800000.5"), "€"), None, "-1\u202f800\u202f000.5\u00a0€"),
        (Number("?", Decimal("1E+6")), None, "1\u202f000\u202f000"),
        (Number("?", Decimal("2.5"), "%"), None, "2.5%"),
        (Number("?", Decimal(20), "$"), None, "$20"),
        (DateQuestion("?", PartialDate(2008, 2, 17), Precision.DAY), None, "17 February 2008"),
        (DateQuestion("?", PartialDate(2008, 2, 17), Precision.YEAR), None, "2008"),
        (DateQuestion("?", PartialDate(2022, 3), Precision.MONTH), None, "March 2022"),
        (ListQuestion("?", ("a", "b"), 1), None, "a, b"),
        (ORDER, None, "c → a → b"),
        (MATCH, None, "A – a; B – b; C – c"),
        (CLOZE, "serbia", "Serbia"),
        (CLOZE, "year", "2008"),
        (Flashcard("Front", "Back"), None, "Back"),
        (Flashcard("Front", "Back", both_ways=True), "reverse", "Front"),
    ],
)
def test_the_right_answer_in_words(body: Body, gap: str | None, text: str) -> None:
    """The right answer of every kind reads as tabled."""
    assert answer_text(ask(body), gap) == text


@pytest.mark.parametrize(
    ("body", "form", "shown", "count"),
    [
        (Short("?", "a", (), ("b", "c")), Form.CHOOSE, LETTERS[:3], 3),
        (Short("?", "a", (), ("b", "c")), Form.TYPE, (), 0),
        (Short("?", "a", (), ("b", "c")), Form.RECALL, (), 0),
        (Choice("?", "a", ("b", "c", "d")), Form.CHOOSE, LETTERS, 4),
        (TrueFalse("?", True), Form.CHOOSE, (), 2),
        (MULTI, Form.CHOOSE, LETTERS, 15),
        (ORDER, Form.ORDER, LETTERS[:3], 6),
        (MATCH, Form.MATCH, LETTERS[:3], 6),
        (Number("?", Decimal(3)), Form.TYPE, (), 0),
        (ListQuestion("?", ("a",), 1), Form.TYPE, (), 0),
        (CLOZE, Form.TYPE, (), 0),
        (Flashcard("a", "b"), Form.RECALL, (), 0),
    ],
)
def test_among_how_many_a_guess_picks(
    body: Body, form: Form, shown: tuple[str, ...], count: int
) -> None:
    """A blind guess picks among so many; what is typed or recalled cannot be guessed."""
    assert choices(ask(body), form, shown) == count


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (Short("?", "a", ("b",), ("c",)), ("a", "b")),
        (Choice("?", "a", ("b",)), ("a",)),
        (MULTI, ("a", "b")),
        (ListQuestion("?", ("a", "b"), 1, (("c", "a"),)), ("a", "b", "c")),
        (CLOZE, ("Serbia", "2008", "SRB")),
        (MATCH, ("A", "a", "B", "b", "C", "c")),
        (Number("?", Decimal(3), accept=("III",)), ()),
        (TrueFalse("?", True), ()),
        (Flashcard("a", "b"), ()),
    ],
)
def test_what_may_be_a_rival(body: Body, texts: tuple[str, ...]) -> None:
    """Answers and accepted spellings in words are rivals; wrong options are the question's own."""
    assert typed_answers(ask(body)) == texts


HOSTILE = {
    "long": "x" * 10_000,
    "long spaces": " " * 10_000 + "y",
    "long marks": "e" + "\u0301" * 10_000,
    "long figures": "9" * 10_000,
    "long words": "the " * 2_500,
    "long number words": "one hundred and " * 600,
    "long commas": "," * 10_000,
    "controls": "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "direction marks": "\u202e\u2066right\u2069\u202c",
    "lone surrogate": "\ud800Vjosa",
    "emoji family": "👨‍👩‍👧‍👦",
    "zalgo": "V̷̢̛j̴o̶s̷a̸",
    "not characters": "\ufffe\uffff\U0010ffff",
    "ligatures": "ﷺﬃ",
    "powers": "2²²²² ½½ ⅔⅔",
    "nul": "Vjosa\x00Osman\x00",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    "body",
    [
        Short("?", "Vjosa Osmani", ("Osmani",), ("Albin Kurti",)),
        Number("?", Decimal(3770), "troops"),
        DateQuestion("?", PartialDate(2008, 2, 17), Precision.DAY),
        ListQuestion("?", ("Vjosa Osmani", "Albin Kurti"), 2),
    ],
    ids=lambda body: type(body).__name__,
)
def test_hostile_texts_are_wrong_and_no_more(body: Body, text: str) -> None:
    """Whatever is pasted into the field is marked wrong."""
    got = mark(ask(body), Typed((text,)), form=Form.TYPE, rivals=Rivals.of([text[:50], "Kurti"]))
    assert not got.right


@pytest.mark.parametrize(
    ("typed", "answer", "shown"),
    [
        ("Vjosa Osmany", "Vjosa Osmani", "Vjosa Osman[+y][-i]"),
        ("vjosa osmany", "Vjosa Osmani", "Vjosa Osman[+y][-i]"),
        ("Mitrvica", "Mitrovica", "Mitr[-o]vica"),
        ("Mitrrovica", "Mitrovica", "Mitr[+r]ovica"),
        ("Thaci", "Thaçi", "Tha[+c][-ç]i"),
        ("Thac\u0327i", "Thaçi", "Thaçi"),
        ("हिनदी", "हिन्दी", "हि[+न][-न्]दी"),
        ("Paris", "Vjosa Osmani", "[+Paris][-Vjosa Osmani]"),
        ("Parliament", "President", "[+Parliament][-President]"),
        ("0", "30", "[+0][-30]"),
        ("", "NATO", "[-NATO]"),
    ],
)
def test_the_difference_letter_by_letter(typed: str, answer: str, shown: str) -> None:
    """What is missing and what is extra stands where it belongs, marks with their letters."""
    brackets = {Change.SAME: "{}", Change.EXTRA: "[+{}]", Change.MISSING: "[-{}]"}
    pieces = difference(typed, answer)
    assert "".join(brackets[p.change].format(p.text) for p in pieces) == shown


def test_a_slip_shows_its_letter() -> None:
    """A slip is right, counted, and shown against the spelling that is meant."""
    body = Short("?", "Vjosa Osmani", ("President Osmani",))
    got = mark(ask(body), Typed(("presidant osmani",)), form=Form.TYPE)
    assert (got.right, got.slips, got.against) == (True, 1, "President Osmani")
    assert [p.text for p in got.difference if p.change is not Change.SAME] == ["a", "e"]


def test_a_wrong_number_is_compared_in_the_writing_it_was_typed_in() -> None:
    """The difference of a wrong number leaves separators alone where both have them."""
    got = mark(ask(Number("?", Decimal(3770))), Typed(("3,700",)), form=Form.TYPE)
    assert [(p.change, p.text) for p in got.difference] == [
        (Change.SAME, "3,7"),
        (Change.EXTRA, "0"),
        (Change.MISSING, "7"),
        (Change.SAME, "0"),
    ]


def test_a_misspelt_month_shows_its_letter() -> None:
    """A date with a slip in its month is right, counted, and shown against the nearest writing."""
    body = DateQuestion("?", PartialDate(2008, 2, 17), Precision.DAY)
    got = mark(ask(body), Typed(("Febuary 17, 2008",)), form=Form.TYPE)
    assert (got.right, got.slips, got.against) == (True, 1, "17 February 2008")
    assert [p.text for p in got.difference if p.change is not Change.SAME] == ["r"]


def test_items_of_one_field_are_named_one_by_one() -> None:
    """Where one field holds several items, each is given back without what joined them."""
    body = ListQuestion("?", ("Canada", "United States", "Mexico"), 3)
    got = mark(
        ask(body), Typed(("Canada , Mexico, and the United States", "", "")), form=Form.TYPE
    )
    assert [part.given for part in got.parts] == ["Canada", "Mexico", "the United States"]
