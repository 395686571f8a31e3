"""Which cards a sitting is made of, and in which order, before the first is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.content.question import Form, Kind, Question, split_key
from quizapp.schedule.card import CardState
from quizapp.schedule.fold import recall_of
from quizapp.schedule.gain import gain
from quizapp.schedule.log import Moment, Row
from quizapp.schedule.plan import NEW_ASKINGS, Limits, Plan, plan
from quizapp.schedule.store import CardPlace, DayDone, Decks, Store
from quizapp.study.form_of import form_for
from quizapp.study.queue import Lined
from quizapp.study.view import Scope, Wanted

MOST_DUE = 500
FIVE = 5
SIBLINGS_AHEAD = 40
"""New cards looked at beyond those wanted, since siblings are passed over."""

SOON_MS = 86_400_000
"""Steps are minutes: looking a day ahead finds those that still wait."""

LOOKING_S = 5.0
"""What reading the answer side takes on top of answering, seconds, as far as nothing is known."""

LOOKING_WEIGHT = 10
"""So many answers of the student count as much as that guess."""

LONGEST_LOOK_S = 60.0
"""Who looks for longer is away, or reads something else."""

USUAL_SECONDS: Mapping[Form, float] = {
    Form.CHOOSE: 8.0,
    Form.TYPE: 10.0,
    Form.RECALL: 9.0,
    Form.ORDER: 20.0,
    Form.MATCH: 22.0,
}
"""Until the log knows the student's own pace."""

PACE_OF_LIST = 2.0
"""A list is typed in several fields; its form is the same as that of a word."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a card takes.

    Attributes:
        by_form: typical seconds of an answer.
        looking: seconds that reading the answer side takes on top.
    """

    by_form: Mapping[str, float]
    looking: float = LOOKING_S

    def seconds(self, question: Question, state: CardState) -> float:
        """For a card as it would be asked now."""
        form = form_for(state, question)
        usual = self.by_form.get(form.value, USUAL_SECONDS[form])
        return self.looking + usual * (PACE_OF_LIST if question.kind is Kind.LIST else 1.0)

    def mean(self, cards: Sequence[CardPlace]) -> float:
        """Over some cards; that of choosing for none."""
        if not cards:
            usual = USUAL_SECONDS[Form.CHOOSE]
            return self.looking + self.by_form.get(Form.CHOOSE.value, usual)
        return sum(self.seconds(card.question, card.state) for card in cards) / len(cards)


def pace_of(store: Store, answered: Sequence[Row]) -> Pace:
    """The student's own pace where the log knows it; `answered` are the latest answers."""
    return Pace(store.seconds_by_form(), looking_s(answered))


def looking_s(answered: Sequence[Row]) -> float:
    """How long the student looks at an answer side, in the mean.

    From one answer to the next one looks at the first and then answers the second, whose seconds
    are known; the rest is looking. The usual guess counts as some answers of hers.
    """
    total, count = LOOKING_S * LOOKING_WEIGHT, LOOKING_WEIGHT
    for one, other in pairwise(answered):
        apart = (other.moment.utc_ms - one.moment.utc_ms) / 1000.0
        look = apart - (other.answer.seconds if other.answer else 0.0)
        if 0.0 <= look <= LONGEST_LOOK_S:
            total += look
            count += 1
    return total / count


@dataclass(frozen=True, slots=True)
class Planned:
    """A sitting as planned: its cards, how much that is, and how long it takes."""

    lined: Lined
    plan: Plan


def line_up(wanted: Wanted, store: Store, decks: Decks, limits: Limits, now: Moment) -> Lined:
    """The cards of a sitting; PLAN and MINUTES keep to the day's limits."""
    match wanted.scope:
        case Scope.PLAN | Scope.MINUTES:
            return planned(wanted, store, limits, now).lined
        case Scope.FIVE_MORE:
            return Lined(new=five_more(wanted.decks, store, now))
        case Scope.GO_OVER:
            every = [card for deck in wanted.decks for card in store.all_cards(deck)]
            return _over(every, store, now)
        case Scope.CARDS:
            chosen = [c for key in wanted.cards if (c := _found(key, store, decks))]
            return replace(_over(chosen, store, now), once=True)


def planned(wanted: Wanted, store: Store, limits: Limits, now: Moment) -> Planned:
    """What the day's limits leave, or as much of it as fits in the minutes wanted."""
    answered = store.answered_on(now.day)
    pace = pace_of(store, answered or store.answered_on(now.day - 1))
    done = store.done_on(now.day)
    done = replace(done, seconds=done.seconds + done.answers * pace.looking)
    if wanted.scope is Scope.MINUTES:
        limits = replace(limits, minutes=wanted.minutes)
        done = DayDone(done.new, 0, 0.0, 0)
    steps, due = _due(wanted.decks, store, now)
    asked = _questions(row.card for row in answered)
    asked |= _questions(card.state.key for card in steps)
    due = _apart(_by_gain(due, store, pace, now), asked)
    seen = asked | _questions(card.state.key for card in due)
    may_begin = max(0, limits.new - done.new)
    new = _begin(wanted.decks, store, now, may_begin, seen) if may_begin else ()
    found = plan(
        len(steps) + len(due),
        len(new),
        done,
        limits,
        pace.mean((*steps, *due)),
        pace.mean(new),
    )
    fits = max(0, found.due - len(steps))
    if wanted.scope is Scope.MINUTES:
        steps = steps[: found.due]  # the day's plan asks them all, however many there are
    return Planned(Lined(steps, due[:fits], new[: found.new]), found)


def five_more(decks: Sequence[str], store: Store, now: Moment) -> tuple[CardPlace, ...]:
    """Up to five new cards past the day's limits, none of a question seen today or in learning."""
    steps, _ = _due(decks, store, now)
    seen = _questions(row.card for row in store.answered_on(now.day))
    seen |= _questions(card.state.key for card in steps)
    return _begin(decks, store, now, FIVE, seen)


def begin_minutes(questions: Sequence[Question]) -> float:
    """How long a first sitting with these questions takes."""
    pace = Pace({})
    costs = [pace.seconds(question, CardState(question.id or "")) for question in questions]
    return NEW_ASKINGS * sum(costs) / 60.0


def _due(
    decks: Sequence[str],
    store: Store,
    now: Moment,
) -> tuple[tuple[CardPlace, ...], tuple[CardPlace, ...]]:
    """(in learning, whether over or waiting; in review and due)."""
    found = store.due(now.day, now.utc_ms + SOON_MS, decks, MOST_DUE)
    steps = tuple(card for card in found if card.state.step >= 0)
    return steps, tuple(card for card in found if card.state.step < 0)


def _begin(
    decks: Sequence[str],
    store: Store,
    now: Moment,
    wanted: int,
    seen: frozenset[str],
) -> tuple[CardPlace, ...]:
    """The next new cards in the decks' order, one of a question."""
    found = store.new(now.day, decks, wanted + SIBLINGS_AHEAD)
    return _apart(found, seen)[:wanted]


def _by_gain(
    due: Iterable[CardPlace],
    store: Store,
    pace: Pace,
    now: Moment,
) -> list[CardPlace]:
    w = store.parameters().w

    def gained(card: CardPlace) -> float:
        return gain(card.state, now.day, pace.seconds(card.question, card.state), w)

    return sorted(due, key=gained, reverse=True)


def _apart(cards: Iterable[CardPlace], seen: frozenset[str]) -> tuple[CardPlace, ...]:
    """One card of a question, and none of a question that was seen today."""
    taken = set(seen)
    kept = []
    for card in cards:
        question = split_key(card.state.key)[0]
        if question not in taken:
            taken.add(question)
            kept.append(card)
    return tuple(kept)


def _over(cards: Sequence[CardPlace], store: Store, now: Moment) -> Lined:
    """All of the cards, the weakest first, those in learning at their time, new ones last."""
    w = store.parameters().w
    there = [card for card in cards if card.state.buried_day != now.day]
    steps = tuple(card for card in there if card.state.step >= 0)
    review = [card for card in there if card.state.step < 0 and not card.state.is_new]
    review.sort(key=lambda card: recall_of(card.state, now.day, w) or 0.0)
    new = tuple(card for card in there if card.state.is_new)
    return Lined(steps, (*review, *new), apart=False)


def _found(key: str, store: Store, decks: Decks) -> CardPlace | None:
    question_id = split_key(key)[0]
    question = decks.question(question_id)
    state = store.card(key)
    if question is None or state.suspended:
        return None
    return CardPlace(state, question, decks.deck_of(question_id), 0)


def _questions(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(split_key(key)[0] for key in keys)
