"""One sitting as a state machine: asking, answered, finished; refuses a step out of turn."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from quizapp.content.mark import DontKnow, Recalled, Response, Typed
from quizapp.content.question import card_keys
from quizapp.schedule.day import moment
from quizapp.schedule.log import Action, Clock, Moment, Rating, Row
from quizapp.schedule.store import CardPlace, Decks, Store
from quizapp.study.answer_row import answer_of
from quizapp.study.asking import ask, fits
from quizapp.study.judging import Judging
from quizapp.study.queue import Queue
from quizapp.study.record import Record
from quizapp.study.sitting import (
    Answered,
    Asking,
    Done,
    Finished,
    OutOfTurnError,
    State,
    Tally,
)
from quizapp.study.verdict import (
    can_accept,
    can_guess,
    can_overrule,
    rating_in_force,
    ratings_to_choose,
)
from quizapp.study.view import Notice

LONGEST_S = 120.0
"""More than two minutes on one question are a pause, not an answer."""


class Session:
    """One sitting.

    Whatever keeps a row from being read or written is passed on as it is, and the sitting stands
    where it stood: an answer waits until a later step writes it.

    Attributes:
        state: where it stands.
        tally: what was asked and answered in it.

    Args:
        make_queue: lines up what is to be asked, for a moment; called again at a new study day.
    """

    def __init__(
        self,
        store: Store,
        decks: Decks,
        clock: Clock,
        make_queue: Callable[[Moment], Queue],
    ) -> None:
        self._store = store
        self._decks = decks
        self._clock = clock
        self._record = Record(store, clock)
        self._make_queue = make_queue
        now = moment(clock)
        self._queue = make_queue(now)
        self._judging = Judging(store, decks, now)
        self._told_early = False
        self._promised = 0
        self.tally = Tally()
        self.state: State = Finished(now)

    @property
    def total(self) -> int:
        """How many questions the sitting has, those asked included: never fewer than it had."""
        self._promised = max(self._promised, self._counted())
        return self._promised

    @property
    def can_undo(self) -> bool:
        """There is a step of the day to take back."""
        if self.tally.answers or isinstance(self.state, Answered):
            return True
        return self._record.last(moment(self._clock)) is not None

    def comes_later(self, keys: Collection[str]) -> bool:
        """Whether one of these cards still waits in the sitting."""
        return self._queue.waits_for(keys)

    def begin(self) -> Notice | None:
        """Ask the first question."""
        return self._advance()

    def respond(self, response: Response) -> None:
        """Mark what the student answered.

        Raises:
            OutOfTurnError: nothing is asked, or the answer is not of the form asked for.
        """
        asking = self._asking()
        if isinstance(response, Typed) and not any(text.strip() for text in response.texts):
            response = DontKnow()
        if not fits(asking, response):
            raise OutOfTurnError
        now = moment(self._clock)
        seconds = min(max(0.0, self._clock.running_s() - asking.shown_s), LONGEST_S)
        given = None if isinstance(response, Recalled) else self._judging.mark(asking, response)
        answered = Answered(asking, response, now, seconds, given, {})
        self.state = self._judging.scheduled(answered)

    def hint(self) -> None:
        """The hint was looked at.

        Raises:
            OutOfTurnError: nothing is asked, or there is no hint.
        """
        asking = self._asking()
        if not asking.card.question.hint:
            raise OutOfTurnError
        self.state = replace(asking, hinted=True)

    def rate(self, rating: Rating) -> Notice | None:
        """Change the rating; after a recall this also goes on.

        Any rating but Again takes "I guessed" back. Of a wrong answer Again stands.

        Raises:
            OutOfTurnError: nothing is answered, or it is rated up and was not known.
        """
        answered = self._answered()
        if rating not in ratings_to_choose(answered):
            if not can_overrule(answered):
                raise OutOfTurnError
            return Notice.AGAIN_STANDS
        guessed = answered.guessed and rating is Rating.AGAIN
        self.state = self._judging.scheduled(replace(answered, chosen=rating, guessed=guessed))
        return self.go_on() if answered.given is None else None

    def guess(self) -> None:
        """Turn "I guessed" on or off; a rating chosen before comes back when it is off.

        Raises:
            OutOfTurnError: nothing was marked right.
        """
        answered = self._answered()
        if not can_guess(answered):
            raise OutOfTurnError
        self.state = self._judging.scheduled(replace(answered, guessed=not answered.guessed))

    def overrule(self) -> Notice | None:
        """Turn the mark, or turn it back.

        Raises:
            OutOfTurnError: there is no mark to turn.
        """
        answered = self._answered()
        if not can_overrule(answered):
            raise OutOfTurnError
        turned = replace(answered, overruled=not answered.overruled, guessed=False, chosen=None)
        self.state = self._judging.scheduled(turned)
        return Notice.OVERRULED

    def accept(self) -> Notice:
        """What was typed is right from now on: the row is written at once.

        Raises:
            OutOfTurnError: nothing was typed that could be accepted.
        """
        answered = self._answered()
        if not can_accept(answered):
            raise OutOfTurnError
        typed = "".join(answered.response.texts) if isinstance(answered.response, Typed) else ""
        row = self._record.step(Action.ACCEPT, answered.asking.card, typed.strip())
        self.state = self._judging.scheduled(
            replace(
                answered,
                given=self._judging.mark(answered.asking, answered.response),
                accepted=True,
                overruled=False,
                chosen=None,
                rows=(*answered.rows, row.id),
            ),
        )
        return Notice.ACCEPTED

    def go_on(self) -> Notice | None:
        """Write the answer as it stands, then ask what comes next.

        Raises:
            OutOfTurnError: nothing is answered, or a recall is not judged yet.
        """
        answered = self._answered()
        if rating_in_force(answered) is None:
            raise OutOfTurnError
        leech = self._write(answered)
        return self._advance() or leech

    def flag(self, reason: str) -> Notice:
        """Flag the card with what is wrong; an empty reason takes the flag away.

        Raises:
            OutOfTurnError: no card stands on the screen.
        """
        card = self._card()
        reason = reason.strip()
        row = self._record.step(Action.FLAG if reason else Action.UNFLAG, card, reason)
        self._recast(replace(card, state=replace(card.state, flag=reason or None)), row)
        return Notice.FLAGGED if reason else Notice.UNFLAGGED

    def suspend(self) -> Notice:
        """Take the card out until it is wanted again; an answer given is written first.

        Raises:
            OutOfTurnError: no card stands on the screen.
        """
        card = self._card()
        self._write_given()
        self._record.step(Action.SUSPEND, card)
        self._queue.drop(card.state.key)
        self._let_go()
        self._promised = self._counted()
        self._advance()
        return Notice.SUSPENDED

    def bury(self) -> Notice:
        """Leave the question out until tomorrow, all its cards; an answer is written first.

        Raises:
            OutOfTurnError: no card stands on the screen.
        """
        card = self._card()
        self._write_given()
        own = card.state.key
        others = [key for key in card_keys(card.question) if key != own]
        self._record.bury(card, (*others, own))
        self._queue.drop_question(card)
        self._let_go()
        self._promised = self._counted()
        self._advance()
        return Notice.BURIED

    def start_over(self) -> Notice:
        """Make the card new again and ask it anew; an answer is written first.

        Raises:
            OutOfTurnError: no card stands on the screen.
        """
        card = self._card()
        self._write_given()
        self._record.step(Action.START_OVER, card)
        if self._let_go():
            self._queue.put_first(card)
        else:
            self._queue.put_new(card)
        self._advance()
        return Notice.STARTED_OVER

    def undo(self) -> Notice:
        """Take back the last step of the day and show its card again."""
        state = self.state
        now = moment(self._clock)
        last = self._record.last(now)
        if isinstance(state, Answered) and not state.written:
            if last is None or last.id not in state.rows:
                self.state = replace(state.asking, shown_s=self._clock.running_s())
                return Notice.UNDONE
            self._record.take_back(last, now)
            self._taken_back_here(state, last)
            return Notice.UNDONE
        if last is None or self._decks.question(last.question) is None:
            return Notice.NOTHING_TO_UNDO  # or its text is gone, so that nothing can be shown
        self._record.take_back(last, now)
        self.tally.take_back(last.id)
        self._show_again(last)
        return Notice.UNDONE

    def reread(self) -> None:
        """Take the card on the screen as its deck has it now.

        Where something else is asked now, an answer that is not written yet is asked for again;
        where the question is gone, the sitting goes on with the next.
        """
        if isinstance(self.state, Finished) or (
            isinstance(self.state, Answered) and self.state.written
        ):
            return
        card = self._card()
        question = self._decks.question(card.question.id or "")
        if question is None or card.state.key not in tuple(card_keys(question)):
            self._let_go()
            self._advance()
            return
        deck = self._decks.deck_of(question.id or "")
        now = replace(card, question=question, deck=deck)
        if isinstance(self.state, Answered) and question.body == card.question.body:
            self.state = replace(self.state, asking=replace(self.state.asking, card=now))
        else:
            self.state = ask(now, self._store, self._clock.running_s())

    def end(self) -> None:
        """Write what is answered and finish; what was only asked comes first if taken up again."""
        if isinstance(self.state, Finished):
            return
        card = self._card()
        self._write_given()
        if self._let_go():
            self._queue.put_first(card)
        left = self._queue.left()
        self.state = Finished(moment(self._clock), left, early=left > 0)

    def _counted(self) -> int:
        return len(self.tally.asked) + self._queue.left(self.tally.asked)

    def _asking(self) -> Asking:
        if isinstance(self.state, Asking):
            return self.state
        raise OutOfTurnError

    def _answered(self) -> Answered:
        if isinstance(self.state, Answered):
            return self.state
        raise OutOfTurnError

    def _card(self) -> CardPlace:
        match self.state:
            case Asking(card=card) | Answered(asking=Asking(card=card)):
                return card
            case Finished():
                raise OutOfTurnError

    def _advance(self) -> Notice | None:
        """Ask what comes next, or finish."""
        now = moment(self._clock)
        if now.day != self._queue.day:
            self._queue = self._make_queue(now)
            self._judging.look_ahead(now)
            self._promised = 0
        turn = self._queue.next(now)
        if turn is None:
            self.state = Finished(now)
            return None
        self.state = ask(turn.card, self._store, self._clock.running_s())
        self.tally.show(turn.card.state.key)
        if not turn.early or self._told_early:
            return None
        self._told_early = True
        return Notice.STEPS_EARLY

    def _write_given(self) -> None:
        if isinstance(self.state, Answered) and rating_in_force(self.state) is not None:
            self._write(self.state)

    def _write(self, answered: Answered) -> Notice | None:
        """Put the answer's row into the log, once; a notice where it made a leech."""
        if answered.written:
            return None
        asking, before = answered.asking, answered.asking.card.state
        answer = answer_of(answered, self._store.parameters())
        row = self._record.answer(asking.card, answer, answered.moment)
        self.state = replace(answered, written=True)
        self.tally.add(
            Done(row.id, asking.card, asking.gap, answer.right, before.is_new, answer.seconds),
        )
        self._judging.note(answer)
        after = self._store.card(before.key)
        missed = answer.rating is Rating.AGAIN
        self._queue.answered(replace(asking.card, state=after), missed=missed)
        return Notice.LEECH if after.leech and not before.leech else None

    def _let_go(self) -> bool:
        """Count the card on the screen as not asked, unless it was answered; whether so."""
        if isinstance(self.state, Answered) and self.state.written:
            return False
        self.tally.unshow(self._card().state.key)
        return True

    def _recast(self, card: CardPlace, row: Row) -> None:
        """The card on the screen changed, its question did not."""
        if isinstance(self.state, Answered):
            asking = replace(self.state.asking, card=card)
            self.state = replace(self.state, asking=asking, rows=(*self.state.rows, row.id))
        elif isinstance(self.state, Asking):
            self.state = replace(self.state, card=card)

    def _taken_back_here(self, state: Answered, last: Row) -> None:
        """A step made on the answer side was taken back: the answer still stands."""
        asking = state.asking
        asking = replace(
            asking,
            card=replace(asking.card, state=self._store.card(asking.card.state.key)),
        )
        rows = tuple(row for row in state.rows if row != last.id)
        state = replace(state, asking=asking, rows=rows)
        if last.action is Action.ACCEPT:
            given = self._judging.mark(asking, state.response)
            state = replace(state, given=given, accepted=False, chosen=None)
        self.state = self._judging.scheduled(state)

    def _show_again(self, last: Row) -> None:
        """Ask the card of a row that was taken back; what stood on the screen comes after it."""
        if not isinstance(self.state, Finished):
            current = self._card()
            if self._let_go():
                self._queue.put_first(current)
        if last.action is Action.ANSWER:
            self.tally.unshow(last.card)
        question = self._decks.question(last.question)
        if question is not None:
            deck = self._decks.deck_of(last.question)
            self._queue.put_first(CardPlace(self._store.card(last.card), question, deck, 0))
        self._advance()
