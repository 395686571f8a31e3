"""Which cards a sitting is made of, and in which order, before the first is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.content.question import Form, Kind, Question, split_key
from quizapp.schedule.card import CardState
from quizapp.schedule.fold import recall_of
from quizapp.schedule.gain import gain
from quizapp.schedule.log import Moment
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

LOOKING_S = 4.0
"""What reading the answer side takes on top of answering, seconds; the log has no word of it."""

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
    """Typical seconds of an answer by form, reading the answer side included."""

    by_form: Mapping[str, float]

    def seconds(self, question: Question, state: CardState) -> float:
        """For a card as it would be asked now."""
        form = form_for(state, question)
        usual = self.by_form.get(form.value, USUAL_SECONDS[form])
        return LOOKING_S + usual * (PACE_OF_LIST if question.kind is Kind.LIST else 1.0)

    def mean(self, cards: Sequence[CardPlace]) -> float:
        """Over some cards; that of choosing for none."""
        if not cards:
            return LOOKING_S + self.by_form.get(Form.CHOOSE.value, USUAL_SECONDS[Form.CHOOSE])
        return sum(self.seconds(card.question, card.state) for card in cards) / len(cards)


def pace_of(store: Store) -> Pace:
    """The student's own pace where the log knows it."""
    return Pace(store.seconds_by_form())


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
            steps, _ = _due(wanted.decks, store, now)
            asked = _questions(row.card for row in store.answered_on(now.day))
            return Lined(steps=steps, new=_begin(wanted.decks, store, now, FIVE, asked))
        case Scope.GO_OVER:
            every = [card for deck in wanted.decks for card in store.all_cards(deck)]
            return _over(every, store, now)
        case Scope.CARDS:
            return _over(
                [c for key in wanted.cards if (c := _found(key, store, decks))], store, now
            )


def planned(wanted: Wanted, store: Store, limits: Limits, now: Moment) -> Planned:
    """What the day's limits leave, or as much of it as fits in the minutes wanted."""
    pace = pace_of(store)
    done = store.done_on(now.day)
    done = replace(done, seconds=done.seconds + done.answers * LOOKING_S)
    if wanted.scope is Scope.MINUTES:
        limits = replace(limits, minutes=wanted.minutes)
        done = DayDone(done.new, 0, 0.0, 0)
    asked = _questions(row.card for row in store.answered_on(now.day))
    steps, due = _due(wanted.decks, store, now)
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
    lined = Lined(steps, due[: max(0, found.due - len(steps))], new[: found.new])
    return Planned(lined, found)


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
