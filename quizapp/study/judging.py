"""The mark of an answer and what each rating would do to its card, with the day's load in mind."""

from __future__ import annotations

from dataclasses import replace

from quizapp.content.mark import Mark, Response
from quizapp.content.marking import Rivals
from quizapp.schedule.log import Answer, Moment
from quizapp.schedule.next_due import days_worth_loading, options
from quizapp.schedule.store import Decks, Store
from quizapp.study.asking import judge
from quizapp.study.sitting import Answered, Asking
from quizapp.study.verdict import final_mark


class Judging:
    """Marks answers and schedules their cards; reads what a deck or a day needs once a sitting."""

    def __init__(self, store: Store, decks: Decks, now: Moment) -> None:
        self._store = store
        self._decks = decks
        self._rivals: dict[str, Rivals] = {}
        self.look_ahead(now)

    def look_ahead(self, now: Moment) -> None:
        """Read how many cards are due on the days that lie ahead."""
        self._load = dict(self._store.load(*days_worth_loading(now)))

    def mark(self, asking: Asking, response: Response) -> Mark:
        """The mark by the rules, and by the spellings that the student accepted."""
        deck = asking.card.deck
        if deck not in self._rivals:
            self._rivals[deck] = Rivals.of(self._decks.answers(deck))
        accepts = self._store.accepted(asking.card.question.id or "")
        return judge(asking, response, self._rivals[deck], accepts)

    def scheduled(self, answered: Answered) -> Answered:
        """The answer with what each rating would do, as its mark now stands."""
        asking = answered.asking
        final = final_mark(answered)
        return replace(
            answered,
            outcomes=options(
                asking.card.state,
                answered.moment,
                self._store.parameters(),
                self._load,
                right=final is None or final.right,
                choices=asking.options.choices,
            ),
        )

    def note(self, answer: Answer) -> None:
        """An answer was written: its day has one card more."""
        if not answer.due_ms:
            self._load[answer.due_day] = self._load.get(answer.due_day, 0) + 1
