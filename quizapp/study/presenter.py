"""Between a screen and a sitting: what the student does goes in, what is to be seen comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from quizapp.content.mark import Response
from quizapp.content.question import PartialDate, Question, card_keys
from quizapp.schedule.log import Clock, Moment, Rating
from quizapp.schedule.plan import Limits
from quizapp.schedule.store import Decks, Store
from quizapp.study.deck_facts import DeckFacts
from quizapp.study.ending import end_shown
from quizapp.study.lineup import line_up
from quizapp.study.queue import Queue
from quizapp.study.session import Session
from quizapp.study.showing import answer_shown, question_shown
from quizapp.study.sitting import Answered, Asking, Finished, OutOfTurnError
from quizapp.study.view import Notice, QuestionShown, StudyView, Wanted

Step: TypeAlias = Callable[[], Notice | None]
Ageing: TypeAlias = Callable[[Question], PartialDate | None]
"""Of a question whose fact is old on the day it is asked: when it was last known to be so."""


class Presenter:
    """The door of a sitting (`StudyDoor`) before any screen (`StudyView`).

    A step that could not be written is told to the screen by `show_trouble`; the sitting stays
    where it is, and the next `go_on` writes what waits.

    Args:
        limits: the day's limits, as they are when a sitting begins.
        ageing: tells which facts are old; None for nobody who knows.
    """

    def __init__(
        self,
        view: StudyView,
        store: Store,
        decks: Decks,
        clock: Clock,
        limits: Callable[[], Limits],
        ageing: Ageing | None = None,
    ) -> None:
        self._view = view
        self._store = store
        self._decks = decks
        self._clock = clock
        self._limits = limits
        self._ageing = ageing
        self._wanted = Wanted()
        self._facts = DeckFacts(decks)
        self._session: Session | None = None

    def start(self, wanted: Wanted) -> None:
        """Begin a sitting and show its first question, or the end when there is none.

        An answer still on the screen is written first.
        """
        self._take(lambda: self._begin(wanted))

    def respond(self, response: Response) -> None:
        """The student answered."""
        self._take(lambda: self._sitting().respond(response))

    def go_on(self) -> None:
        """Write the answer as it stands, then show what comes next."""
        self._take(lambda: self._sitting().go_on())

    def rate(self, rating: Rating) -> None:
        """Change the rating; after a recall this also goes on."""
        self._take(lambda: self._sitting().rate(rating))

    def hint(self) -> None:
        """The hint was looked at: from now on the answer is one with a hint."""
        try:
            self._sitting().hint()
        except OutOfTurnError:
            self._view.show_notice(Notice.NOT_NOW)

    def guess(self) -> None:
        """Turn "I guessed" on or off."""
        self._take(lambda: self._sitting().guess())

    def overrule(self) -> None:
        """Turn the mark, or turn it back."""
        self._take(lambda: self._sitting().overrule())

    def accept(self) -> None:
        """What was typed is right from now on, for this student."""
        self._take(lambda: self._sitting().accept())

    def undo(self) -> None:
        """Take back the last step of the day and show that card again."""
        self._take(lambda: self._sitting().undo())

    def flag(self, reason: str) -> None:
        """Flag the card with what is wrong; an empty reason takes the flag away."""
        self._take(lambda: self._sitting().flag(reason))

    def suspend(self) -> None:
        """Take the card out until it is wanted again."""
        self._take(lambda: self._sitting().suspend())

    def bury(self) -> None:
        """Leave the question out until tomorrow."""
        self._take(lambda: self._sitting().bury())

    def start_over(self) -> None:
        """The card is new again."""
        self._take(lambda: self._sitting().start_over())

    def reread(self) -> None:
        """The deck was written meanwhile: show the card as it reads now."""
        self._facts = DeckFacts(self._decks)
        self._take(lambda: self._sitting().reread())

    def end(self) -> None:
        """Write what is answered and show the end."""
        self._take(lambda: self._sitting().end())

    def _begin(self, wanted: Wanted) -> Notice | None:
        def make_queue(now: Moment) -> Queue:
            lined = line_up(wanted, self._store, self._decks, self._limits(), now)
            return Queue(self._store, self._decks, lined, now.day)

        if self._session is not None:
            self._session.end()
        session = Session(self._store, self._decks, self._clock, make_queue)
        notice = session.begin()
        self._session, self._wanted = session, wanted
        self._facts = DeckFacts(self._decks)
        return notice

    def _sitting(self) -> Session:
        if self._session is None:
            raise OutOfTurnError
        return self._session

    def _take(self, step: Step) -> None:
        """Take a step, then show where the sitting stands and what there is to say."""
        try:
            notice = step()
            self._show()
        except OutOfTurnError:
            self._view.show_notice(Notice.NOT_NOW)
            return
        except Exception as error:  # noqa: BLE001 - a full disk or a locked file ends no sitting
            self._view.show_trouble(error)
            return
        if notice is not None:
            self._view.show_notice(notice)

    def _show(self) -> None:
        session = self._sitting()
        match session.state:
            case Asking() as asking:
                self._view.show_question(self._question(session, asking))
            case Answered() as answered:
                asked = self._question(session, answered.asking)
                shown = answer_shown(answered, asked, self._store, self._facts, self._to_come)
                old = self._ageing and self._ageing(answered.asking.card.question)
                self._view.show_answer(replace(shown, unchecked_since=old) if old else shown)
            case Finished() as finished:
                self._view.show_finished(
                    end_shown(session.tally, self._store, self._wanted, self._limits(), finished)
                )

    def _question(self, session: Session, asking: Asking) -> QuestionShown:
        number = len(session.tally.asked)
        return question_shown(
            asking, self._facts, number, session.total, can_undo=session.can_undo
        )

    def _to_come(self, question_id: str) -> bool:
        """Whether a question is still to be asked: it is new, or waits in this sitting."""
        question = self._decks.question(question_id)
        keys = tuple(card_keys(question)) if question is not None else ()
        return self._sitting().comes_later(keys) or any(
            self._store.card(key).is_new for key in keys
        )
