"""The rows that a sitting writes, and taking them back."""

from __future__ import annotations

from quizapp.content.question import split_key
from quizapp.schedule.day import moment
from quizapp.schedule.log import Action, Answer, Clock, Entry, Moment, Row
from quizapp.schedule.store import CardPlace, Store


class Record:
    """The log, as a sitting writes it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def step(self, action: Action, card: CardPlace, text: str = "") -> Row:
        """Write a step that concerns a card, as of now."""
        return self._store.append(_entry(action, card, moment(self._clock), text))

    def answer(self, card: CardPlace, answer: Answer, at: Moment) -> Row:
        """Write an answer, as of the moment it was given."""
        return self._store.append(_entry(Action.ANSWER, card, at, answer=answer))

    def bury(self, card: CardPlace, keys: tuple[str, ...]) -> None:
        """Bury the cards with these keys, one row each.

        The card on the screen is to come last: taking back begins with it and shows it.
        """
        for key in keys:
            now = moment(self._clock)
            self._store.append(
                Entry(Action.BURY, now, card=key, deck=card.deck, question=split_key(key)[0]),
            )

    def last(self, now: Moment) -> Row | None:
        """The last step of the study day that can be taken back; None for none."""
        return self._store.last_undoable(now.day)

    def take_back(self, row: Row, now: Moment) -> None:
        """Void the last step; of a question buried with its siblings, the siblings' rows too."""
        self._store.undo(now.day, Entry(Action.UNDO, now))
        if row.action is not Action.BURY:
            return
        voided = {row.card}
        while (before := self.last(now)) is not None:
            together = before.action is Action.BURY and before.question == row.question
            if not together or before.card in voided:
                return
            self._store.undo(now.day, Entry(Action.UNDO, now))
            voided.add(before.card)


def _entry(
    action: Action,
    card: CardPlace,
    at: Moment,
    text: str = "",
    answer: Answer | None = None,
) -> Entry:
    key = card.state.key
    return Entry(
        action=action,
        moment=at,
        card=key,
        deck=card.deck,
        question=split_key(key)[0],
        text=text,
        answer=answer,
    )
