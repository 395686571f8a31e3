"""A student simulated at the real presenter, the real history and a set clock.

What she remembers follows FSRS-6 with her own stability for each fact; what she does besides
(guesses, slips of the keys, time taken) is drawn from a seed. She never looks at what the program
believes of her.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from study_answers import right_answer, wrong_answer
from study_desk import RecordingView, SetClock

from quizapp import build, paths
from quizapp.content.mark import Chosen, DontKnow, Response, Typed
from quizapp.content.question import Form, Kind, Question, split_key
from quizapp.schedule.log import Rating
from quizapp.schedule.memory import DEFAULT_WEIGHTS, Memory, next_memory, retrievability
from quizapp.settings import Settings
from quizapp.study.presenter import Presenter
from quizapp.study.view import AnswerShown, EndShown, QuestionShown, Scope, TodayShown, Wanted

KNOWN_BEFORE = 0.25
"""Share of facts that she knows before the first question."""
SAYS_GUESSED = 0.4
WRONG_CLICK = 0.01
SLIP = 0.05
SECONDS = {Form.CHOOSE: 6.5, Form.TYPE: 8.0, Form.RECALL: 7.0, Form.ORDER: 18.0, Form.MATCH: 20.0}
READS_RIGHT_S, READS_WRONG_S = 2.5, 8.0
FIRST_DAY_MS = 1_795_543_200_000 - 86_400_000 * 2  # a Monday at 18:00, UTC


@dataclass
class Fact:
    """What she holds of one card: how well, and on which day she last met it."""

    memory: Memory | None
    day: int
    strength: float


@dataclass(frozen=True)
class Showing:
    """One question as it went."""

    card: str
    prompt: str
    kind: Kind
    form: Form
    was_new: bool
    step: bool
    recalled: bool
    right: bool
    rating: Rating
    again: str
    seconds: float


@dataclass
class Evening:
    """One sitting."""

    day: int
    promised: TodayShown
    showings: list[Showing] = field(default_factory=list)
    end: EndShown | None = None
    minutes: float = 0.0
    notices: list[str] = field(default_factory=list)

    @property
    def answering(self) -> float:
        """Minutes of answering, as the log has them."""
        return sum(showing.seconds for showing in self.showings) / 60

    @property
    def cards(self) -> int:
        """Different cards."""
        return len({showing.card for showing in self.showings})

    @property
    def forms(self) -> Counter[str]:
        """How often each form was asked."""
        return Counter(showing.form.value for showing in self.showings)

    @property
    def begun(self) -> int:
        """Cards asked for the first time."""
        return sum(showing.was_new for showing in self.showings)


class Student:
    """She opens the program in the evening, studies what is due, and goes to bed.

    Args:
        root: folder for all her data.
        seed: of all chance.
    """

    def __init__(self, root: Path, seed: int, settings: Settings | None = None) -> None:
        self.clock = SetClock(FIRST_DAY_MS)
        self.dice = random.Random(seed)
        self.rooms = build.open_rooms(
            paths.Home(root), settings or Settings(), self.clock, self.dice.randbytes
        )
        self.facts: dict[str, Fact] = {}

    def begin(self, deck: str) -> None:
        """Put a deck into the plan."""
        self.rooms.library.begin(deck)

    def evening(self, wanted: Wanted | None = None) -> Evening:
        """Study one sitting to its end."""
        view = RecordingView()
        door = self.rooms.presenter(view)
        evening = Evening(self.rooms.day(), self.rooms.today())
        started = self.clock.now_ms
        door.start(wanted or Wanted())
        while isinstance(view.shown[-1], QuestionShown):
            asked = view.question
            state = self.rooms.store.card(asked.card)
            question = self.rooms.decks.question(asked.question)
            assert question is not None
            recalled = self._recalls(asked.card)
            seconds = self._seconds(asked)
            self.clock.pass_s(seconds)
            door.respond(self._response(asked, question, recalled=recalled))
            rating, right = self._judge(door, view.answer, recalled=recalled)
            due = view.answer.next_due[rating]
            again = f"{due.minutes} min" if due.minutes else f"{due.days} d"
            evening.showings.append(
                Showing(
                    asked.card,
                    asked.prompt,
                    asked.kind,
                    asked.form,
                    asked.is_new,
                    state.step >= 0,
                    recalled,
                    right,
                    rating,
                    again,
                    seconds,
                )
            )
            self.clock.pass_s(READS_RIGHT_S if right else READS_WRONG_S)
            self._learns(asked.card, recalled=recalled)
            if view.answer.judging:
                door.rate(rating)
            else:
                door.go_on()
        assert view.troubles == []
        evening.end = view.end
        evening.minutes = (self.clock.now_ms - started) / 60_000
        evening.notices = [notice.value for notice in view.notices]
        return evening

    def sleep(self) -> None:
        """Until about the same time tomorrow."""
        self.clock.next_evening()
        self.clock.pass_s(self.dice.uniform(-3000, 3000))

    def _fact(self, card: str) -> Fact:
        if card not in self.facts:
            knows = self.dice.random() < KNOWN_BEFORE
            memory = Memory(20.0, 4.0) if knows else None
            strength = self.dice.lognormvariate(0.0, 0.3)
            self.facts[card] = Fact(memory, self.rooms.day() - 5, strength)
        return self.facts[card]

    def _recalls(self, card: str) -> bool:
        fact = self._fact(card)
        if fact.memory is None:
            return False
        elapsed = max(0, self.rooms.day() - fact.day)
        stability = fact.memory.stability * fact.strength
        # In the minutes after she read it she has it all but for what did not settle.
        chance = retrievability(stability, elapsed, DEFAULT_WEIGHTS) if elapsed else 0.93
        return self.dice.random() < chance

    def _learns(self, card: str, *, recalled: bool) -> None:
        fact = self.facts[card]
        day = self.rooms.day()
        rating = Rating.GOOD if recalled else Rating.AGAIN
        elapsed = max(0, day - fact.day)
        fact.memory = next_memory(fact.memory, rating, elapsed, DEFAULT_WEIGHTS)
        fact.day = day

    def _seconds(self, asked: QuestionShown) -> float:
        usual = SECONDS[asked.form] * float(max(1, asked.fields) ** 0.8)
        drawn = usual * self.dice.lognormvariate(0.0, 0.35) + len(asked.prompt) / 60
        return float(round(drawn, 1))

    def _response(self, asked: QuestionShown, question: Question, *, recalled: bool) -> Response:
        knows = right_answer(asked, question)
        if recalled:
            if isinstance(knows, Chosen) and self.dice.random() < WRONG_CLICK:
                return wrong_answer(asked, question)
            if isinstance(knows, Typed) and self.dice.random() < SLIP:
                return Typed((_slipped(knows.texts[0]), *knows.texts[1:]))
            return knows
        if asked.form is Form.CHOOSE and not asked.several:
            options = max(2, len(asked.options))
            return Chosen(frozenset({self.dice.randrange(options)}))
        if asked.form is Form.RECALL:
            return knows
        return DontKnow() if self.dice.random() < 0.6 else wrong_answer(asked, question)

    def _judge(
        self, door: Presenter, answer: AnswerShown, *, recalled: bool
    ) -> tuple[Rating, bool]:
        if answer.judging:
            return (Rating.GOOD if recalled else Rating.AGAIN), recalled
        assert answer.mark is not None
        assert answer.rating is not None
        if answer.mark.right and not recalled and self.dice.random() < SAYS_GUESSED:
            door.guess()
            return Rating.AGAIN, True
        return answer.rating, answer.mark.right


def _slipped(word: str) -> str:
    """Two letters changed over, where it is long enough."""
    return word[:2] + word[3] + word[2] + word[4:] if len(word) > 5 else word


def week(student: Student, decks: Sequence[tuple[int, str]], days: int) -> list[Evening]:
    """One sitting an evening; `decks` says on which evening, from 0, which deck is begun."""
    evenings = []
    for evening in range(days):
        for when, deck in decks:
            if when == evening:
                student.begin(deck)
        evenings.append(student.evening())
        student.sleep()
    return evenings


def five_more() -> Wanted:
    """Five new ones past the limit."""
    return Wanted(Scope.FIVE_MORE)


def question_of(showing: Showing) -> str:
    """The id of the question a showing asked."""
    return split_key(showing.card)[0]
