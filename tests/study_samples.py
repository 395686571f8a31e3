"""Cards as a sitting would show them, all eleven kinds, and a door that writes down its calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from quizapp.content.mark import (
    Arranged,
    Change,
    Chosen,
    Mark,
    Part,
    Piece,
    Reason,
    Recalled,
    Response,
    Typed,
)
from quizapp.content.question import Form, Kind, PartialDate
from quizapp.schedule.log import Rating
from quizapp.study.view import (
    GAP,
    AnswerShown,
    Due,
    EndShown,
    EvidenceShown,
    Missed,
    QuestionShown,
    Wanted,
)

ICONS = Path(__file__).parent.parent / "resources" / "icons"

EVIDENCE = EvidenceShown(
    before="Kosovo's president asked for help from Washington.",
    sentence="In a letter to Joe Biden, Vjosa Osmani asked the United States to use its influence "
    "so that Kosovo could join NATO.",
    after="She called it an absolute necessity after the attack on Ukraine.",
    paragraph="Kosovo's president asked for help from Washington. In a letter to Joe Biden, Vjosa "
    "Osmani asked the United States to use its influence so that Kosovo could join NATO. She "
    "called it an absolute necessity after the attack on Ukraine. Four members of the alliance do "
    "not recognise Kosovo: Greece, Romania, Slovakia and Spain.",
    source_title="Kosovo asks to join NATO",
    publisher="Quizapp",
    published="2026-11",
    url="https://example.org/kosovo",
    attribution="Vjosa Osmani",
    as_of=PartialDate(2022, 3),
)
DUES = {
    Rating.AGAIN: Due(minutes=1),
    Rating.HARD: Due(minutes=10),
    Rating.GOOD: Due(days=2),
    Rating.EASY: Due(days=12),
}
WHO = "Who wrote to Joe Biden in March 2022 to ask for help in joining NATO?"


def question(kind: Kind, form: Form, prompt: str, **more: object) -> QuestionShown:
    """A question side."""
    plain = QuestionShown(
        card=f"{kind.value}-card",
        question=f"{kind.value}-id",
        deck="kosovo-nato",
        deck_title="Kosovo asks to join NATO",
        kind=kind,
        form=form,
        number=7,
        total=24,
        prompt=prompt,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def answer(
    shown: QuestionShown, response: Response, mark: Mark | None, **more: object
) -> AnswerShown:
    """An answer side."""
    right = mark is not None and mark.right
    plain = AnswerShown(
        question=shown,
        response=response,
        mark=mark,
        answer="Vjosa Osmani",
        explanation="She has been Kosovo's president since April 2021; parliament elected her.",
        correction="",
        evidence=EVIDENCE,
        rating=None if mark is None else Rating.GOOD if right else Rating.AGAIN,
        next_due=DUES,
        judging=mark is None,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


CHOOSE = question(
    Kind.SHORT,
    Form.CHOOSE,
    WHO,
    options=("Albin Kurti", "Vjosa Osmani", "Edi Rama", "Jens Stoltenberg"),
    hint="She is the president.",
)
SHORT = question(
    Kind.SHORT, Form.TYPE, WHO, fields=1, hint="She is the president.", card="short-typed"
)
CHOICE = replace(CHOOSE, kind=Kind.CHOICE, card="choice-card", as_of=PartialDate(2022, 3))
MULTI = question(
    Kind.MULTI,
    Form.CHOOSE,
    "Which members of NATO do not recognise Kosovo?",
    options=("Greece", "Italy", "Romania", "Slovakia", "Spain", "Türkiye"),
    several=True,
)
TRUE_FALSE = question(Kind.TRUE_FALSE, Form.CHOOSE, "Spain recognises Kosovo as a state.")
NUMBER = question(
    Kind.NUMBER,
    Form.TYPE,
    "How many soldiers did the peacekeeping force KFOR have?",
    fields=1,
    unit="soldiers",
    as_of=PartialDate(2022, 3),
)
DATE = question(
    Kind.DATE,
    Form.TYPE,
    "On what day did Kosovo declare its independence?",
    fields=1,
    date_precision="day",
)
LIST = question(
    Kind.LIST, Form.TYPE, "Name three members of NATO that do not recognise Kosovo.", fields=3
)
ORDER = question(
    Kind.ORDER,
    Form.ORDER,
    "Put these in order, earliest first.",
    options=(
        "Kosovo declares its independence",
        "NATO's air campaign ends",
        "Vjosa Osmani writes to Joe Biden",
        "KFOR enters Kosovo",
    ),
)
MATCH = question(
    Kind.MATCH,
    Form.MATCH,
    "Which office does each of them hold?",
    left=("Vjosa Osmani", "Albin Kurti", "Jens Stoltenberg"),
    options=("Prime minister of Kosovo", "Secretary General of NATO", "President of Kosovo"),
)
CLOZE = question(
    Kind.CLOZE, Form.TYPE, f"Kosovo declared its independence from {GAP} in 2008.", fields=1
)
FLASHCARD = question(
    Kind.FLASHCARD,
    Form.RECALL,
    "What does **Article 5** of the North Atlantic Treaty say?",
    markdown=True,
)

QUESTIONS: dict[str, QuestionShown] = {
    "short-choose": CHOOSE,
    "short": SHORT,
    "choice": CHOICE,
    "multi": MULTI,
    "true-false": TRUE_FALSE,
    "number": NUMBER,
    "date": DATE,
    "list": LIST,
    "order": ORDER,
    "match": MATCH,
    "cloze": CLOZE,
    "flashcard": FLASHCARD,
}
RIGHT = Mark(right=True, reason=Reason.CHOSEN, score=1.0)
WRONG_OPTION = Mark(right=False, reason=Reason.WRONG_OPTION, score=0.0)
SLIPPED = Mark(
    right=False,
    reason=Reason.WRONG,
    score=0.0,
    against="Vjosa Osmani",
    difference=(
        Piece(Change.SAME, "Vjos"),
        Piece(Change.EXTRA, "hu"),
        Piece(Change.MISSING, "a"),
        Piece(Change.SAME, " Osman"),
        Piece(Change.MISSING, "i"),
    ),
)
ANSWERS: dict[str, AnswerShown] = {
    "short-choose": answer(
        CHOOSE,
        Chosen(frozenset({0})),
        WRONG_OPTION,
        chosen=(0,),
        right_options=(1,),
        can_overrule=True,
    ),
    "short": answer(SHORT, Typed(("Vjoshu Osman",)), SLIPPED, can_overrule=True, can_accept=True),
    "choice": answer(
        CHOICE,
        Chosen(frozenset({1})),
        RIGHT,
        chosen=(1,),
        right_options=(1,),
        can_guess=True,
        can_overrule=True,
    ),
    "multi": answer(
        MULTI,
        Chosen(frozenset({0, 1, 3})),
        Mark(
            right=False,
            reason=Reason.TOO_FEW,
            score=0.5,
            parts=(Part("Greece", True), Part("Italy", False), Part("Slovakia", True)),
            missed=("Romania", "Spain"),
        ),
        chosen=(0, 1, 3),
        right_options=(0, 2, 3, 4),
    ),
    "true-false": answer(
        TRUE_FALSE,
        Chosen(frozenset({1})),
        RIGHT,
        chosen=(1,),
        right_options=(1,),
        correction="Spain is one of four members of NATO that do not recognise Kosovo.",
        can_guess=True,
    ),
    "number": answer(
        NUMBER,
        Typed(("3770",)),
        Mark(right=True, reason=Reason.SAME_VALUE, score=1.0),
        answer="3,770 soldiers",
    ),
    "date": answer(
        DATE,
        Typed(("2008",)),
        Mark(right=False, reason=Reason.TOO_COARSE, score=0.0),
        answer="17 February 2008",
        can_overrule=True,
    ),
    "list": answer(
        LIST,
        Typed(("Greece", "Italia", "spain")),
        Mark(
            right=False,
            reason=Reason.TOO_FEW,
            score=0.67,
            parts=(
                Part("Greece", True, "Greece"),
                Part("Italia", False),
                Part("spain", True, "Spain"),
            ),
            missed=("Romania", "Slovakia"),
        ),
        answer="Greece, Romania, Slovakia, Spain",
    ),
    "order": answer(
        ORDER,
        Arranged((1, 0, 3, 2)),
        Mark(
            right=False,
            reason=Reason.PARTS,
            score=0.5,
            parts=tuple(Part(ORDER.options[i], i in (1, 2)) for i in (1, 0, 3, 2)),
        ),
        order=(1, 3, 0, 2),
    ),
    "match": answer(
        MATCH,
        Arranged((2, 1, 0)),
        Mark(
            right=False,
            reason=Reason.PARTS,
            score=0.33,
            parts=tuple(Part(left, left == MATCH.left[0]) for left in MATCH.left),
        ),
        order=(2, 0, 1),
    ),
    "cloze": answer(
        CLOZE,
        Typed(("Serbia",)),
        Mark(right=True, reason=Reason.EXACT, score=1.0),
        answer="Serbia",
        changed_from="Yugoslavia",
    ),
    "flashcard": answer(
        FLASHCARD,
        Recalled(),
        None,
        answer="An armed attack on **one** ally is an attack on *all*. See "
        "[the treaty](https://example.org/treaty).\n\n- Each ally helps as it *deems necessary*\n"
        "- Invoked once, in 2001",
        can_overrule=False,
    ),
}
END = EndShown(
    answered=12,
    right=10,
    learned=4,
    missed=(
        Missed("a", WHO, "Vjosa Osmani"),
        Missed("b", "How many soldiers did the peacekeeping force KFOR have?", "3,770 soldiers"),
    ),
    seconds=372,
    next_day=739_000,
    next_minutes=9,
    next_cards=14,
    more_new=5,
    today=738_999,
)


class RecordingDoor:
    """A door (`StudyDoor`) that writes down its calls.

    `on_respond` is called on an answer, `on_undo` on an undo, and `refuse` where the student
    turns a mark, as a sitting refuses what has no meaning.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.on_respond: Callable[[], None] | None = None
        self.on_undo: Callable[[], None] | None = None
        self.refuse: Callable[[], None] | None = None

    def start(self, wanted: Wanted) -> None:
        """Write it down."""
        self.calls.append(("start", wanted))

    def respond(self, response: Response) -> None:
        """Write it down."""
        self.calls.append(("respond", response))
        if self.on_respond is not None:
            self.on_respond()

    def go_on(self) -> None:
        """Write it down."""
        self.calls.append(("go_on",))

    def rate(self, rating: Rating) -> None:
        """Write it down."""
        self.calls.append(("rate", rating))

    def hint(self) -> None:
        """Write it down."""
        self.calls.append(("hint",))

    def guess(self) -> None:
        """Write it down."""
        self.calls.append(("guess",))
        if self.refuse is not None:
            self.refuse()

    def overrule(self) -> None:
        """Write it down."""
        self.calls.append(("overrule",))
        if self.refuse is not None:
            self.refuse()

    def accept(self) -> None:
        """Write it down."""
        self.calls.append(("accept",))
        if self.refuse is not None:
            self.refuse()

    def undo(self) -> None:
        """Write it down."""
        self.calls.append(("undo",))
        if self.on_undo is not None:
            self.on_undo()

    def flag(self, reason: str) -> None:
        """Write it down."""
        self.calls.append(("flag", reason))

    def suspend(self) -> None:
        """Write it down."""
        self.calls.append(("suspend",))

    def bury(self) -> None:
        """Write it down."""
        self.calls.append(("bury",))

    def start_over(self) -> None:
        """Write it down."""
        self.calls.append(("start_over",))

    def reread(self) -> None:
        """Write it down."""
        self.calls.append(("reread",))

    def end(self) -> None:
        """Write it down."""
        self.calls.append(("end",))
