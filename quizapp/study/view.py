"""What a screen is shown of a sitting, and what it may send back; plain data and two protocols."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from quizapp.content.mark import Mark, Response
from quizapp.content.question import Form, Kind, PartialDate
from quizapp.schedule.log import Rating


class Stage(StrEnum):
    """Where a sitting stands."""

    ASKING = "asking"
    ANSWERED = "answered"
    FINISHED = "finished"


class Notice(StrEnum):
    """Something to say in one line, worded by `quizapp.words.study`."""

    UNDONE = "undone"
    NOTHING_TO_UNDO = "nothing-to-undo"
    SUSPENDED = "suspended"
    BURIED = "buried"
    FLAGGED = "flagged"
    UNFLAGGED = "unflagged"
    ACCEPTED = "accepted"  # the spelling is right from now on
    OVERRULED = "overruled"
    LEECH = "leech"  # set aside after too many lapses
    STARTED_OVER = "started-over"
    STEPS_EARLY = "steps-early"  # only waiting steps remain, they are asked at once
    AGAIN_STANDS = "again-stands"  # a wrong answer is rated up: the mark is to be turned first
    NOT_NOW = "not-now"  # the command has no meaning here


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """The question side.

    Attributes:
        number, total: "7 of 24", questions and not showings.
        prompt: plain text; Markdown where `markdown`; a cloze's text with the asked gap as
            `GAP` and the other gaps filled in.
        options: CHOOSE: the options as shown; ORDER: items as shown; MATCH: the right items.
        left: MATCH: the left items.
        several: more than one option may be chosen.
        fields: how many fields to type into.
        unit: written behind a number's field.
        date_precision: "year", "month" or "day" for a date.
        as_of: shown only where it ages and gives nothing away.
        hint: the hint's text, shown when asked for; "" for none.
        can_rate: a recall, where the student judges.
    """

    card: str
    question: str
    deck: str
    deck_title: str
    kind: Kind
    form: Form
    number: int
    total: int
    prompt: str
    language: str = "en"
    markdown: bool = False
    image: Path | None = None
    image_alt: str = ""
    options: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    several: bool = False
    fields: int = 0
    unit: str = ""
    date_precision: str = ""
    as_of: PartialDate | None = None
    hint: str = ""
    flagged: bool = False
    can_undo: bool = False
    is_new: bool = False


GAP = "\u2423\u2423\u2423"
WITHHELD = "…"


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """The sentence it rests on between its neighbours, with where it comes from.

    Attributes:
        before, after: `WITHHELD` where the neighbour tells the answer to a question still to come.
        paragraph: whole, for who asks for it.
    """

    before: str
    sentence: str
    after: str
    paragraph: str
    source_title: str
    publisher: str
    published: str
    url: str
    attribution: str
    as_of: PartialDate | None


@dataclass(frozen=True, slots=True)
class Due:
    """When a rating would ask the card again: minutes inside the sitting, or days."""

    minutes: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """The answer side.

    Attributes:
        mark: None before the student has judged a recall.
        answer: the right answer in words; Markdown where the question's is.
        chosen: indexes of options that the student chose.
        right_options: indexes of options that are right.
        order: ORDER: indexes of the items shown, in the right order; MATCH: for each left item
            the index of the right item.
        changed_from: the answer as the student knew it, where it was changed since; else "".
        rating: the rating in force: proposed, or changed by the student.
        next_due: what each rating would choose; only those ratings that may be chosen now.
        can_accept: what was typed may be accepted from now on.
        can_overrule, can_guess: the command has a meaning here.
        judging: a recall: the four ratings stand instead of "Next".
        hinted: the hint was looked at, so that a right answer is Hard.
        unchecked_since: the fact is old: when it was last known to be so.
    """

    question: QuestionShown
    response: Response
    mark: Mark | None
    answer: str
    explanation: str
    correction: str
    evidence: EvidenceShown | None
    rating: Rating | None
    next_due: Mapping[Rating, Due]
    chosen: tuple[int, ...] = ()
    right_options: tuple[int, ...] = ()
    order: tuple[int, ...] = ()
    changed_from: str = ""
    can_accept: bool = False
    can_overrule: bool = False
    can_guess: bool = False
    guessed: bool = False
    overruled: bool = False
    judging: bool = False
    hinted: bool = False
    unchecked_since: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """A question answered wrongly in the sitting, at least once."""

    card: str
    prompt: str
    answer: str


@dataclass(frozen=True, slots=True)
class EndShown:
    """The end of a sitting, or an empty one.

    Attributes:
        answered: questions answered at least once.
        right: those of them that were right the last time they were asked.
        learned: questions answered for the first time.
        next_day: study day on which something is due again, 0 for never.
        next_minutes: minutes until a learning step is over, 0 for none.
        next_cards: how many are due then.
        more_new: new questions that "five more" could still bring.
        today: the study day the sitting ends on.
        left: questions still to ask: of today's plan, or of another sitting that was ended early.
        early: the student ended the sitting before it was over.
    """

    answered: int
    right: int
    learned: int
    missed: tuple[Missed, ...]
    seconds: float
    next_day: int
    next_minutes: int
    next_cards: int
    more_new: int
    today: int = 0
    left: int = 0
    early: bool = False


class StudyView(Protocol):
    """A screen for one sitting: it shows what it is given and decides nothing."""

    def show_question(self, shown: QuestionShown) -> None:
        """Put the question side up; whatever stood there before goes."""
        ...

    def show_answer(self, shown: AnswerShown) -> None:
        """Put the answer side up, or refresh it after a rating or a mark changed."""
        ...

    def show_finished(self, shown: EndShown) -> None:
        """Put the end up."""
        ...

    def show_notice(self, notice: Notice) -> None:
        """Say one line that goes away by itself."""
        ...

    def show_trouble(self, error: Exception) -> None:
        """An answer could not be written: say so; the sitting stays where it is."""
        ...


class Scope(StrEnum):
    """What a sitting is made of."""

    PLAN = "plan"  # what the day's limits leave
    FIVE_MORE = "five-more"  # five new ones past the limits
    GO_OVER = "go-over"  # every question of one deck, weakest first
    MINUTES = "minutes"  # as much as fits in `minutes`
    CARDS = "cards"  # these cards: the missed ones again


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the student asked to study.

    Attributes:
        decks: deck ids; empty for every begun deck.
    """

    scope: Scope = Scope.PLAN
    decks: tuple[str, ...] = ()
    minutes: float = 0.0
    cards: tuple[str, ...] = ()


class StudyDoor(Protocol):
    """The presenter as a screen sees it. A call out of turn is answered by Notice.NOT_NOW."""

    def start(self, wanted: Wanted) -> None:
        """Begin a sitting and show its first question, or the end when there is none."""
        ...

    def respond(self, response: Response) -> None:
        """The student answered."""
        ...

    def go_on(self) -> None:
        """Write the answer as it stands, then show what comes next."""
        ...

    def rate(self, rating: Rating) -> None:
        """Change the rating; after a recall this also goes on."""
        ...

    def hint(self) -> None:
        """The hint was looked at."""
        ...

    def guess(self) -> None:
        """Turn "I guessed" on or off."""
        ...

    def overrule(self) -> None:
        """The mark was wrong: turn it, or turn it back."""
        ...

    def accept(self) -> None:
        """What was typed is right from now on, for this student."""
        ...

    def undo(self) -> None:
        """Take back the last step of the day and show that card again."""
        ...

    def flag(self, reason: str) -> None:
        """Flag the card with what is wrong; an empty reason takes the flag away."""
        ...

    def suspend(self) -> None:
        """Take the card out until it is wanted again."""
        ...

    def bury(self) -> None:
        """Leave the question out until tomorrow."""
        ...

    def start_over(self) -> None:
        """The card is new again."""
        ...

    def reread(self) -> None:
        """The deck was written meanwhile: show the card as it reads now."""
        ...

    def end(self) -> None:
        """Write what is answered and show the end."""
        ...


@dataclass(frozen=True, slots=True)
class DeckToday:
    """One deck's line on Today.

    Attributes:
        due, new: what of it is in today's plan; those of all decks make up the plan's.
        learned, cards: cards ever answered, and all cards; a question may have several.
    """

    id: str
    title: str
    due: int
    new: int
    learned: int
    cards: int
    strong: int = 0


@dataclass(frozen=True, slots=True)
class TodayShown:
    """What Today says.

    Attributes:
        hour: local hour, for the greeting.
        day: the study day, a proleptic ordinal.
        due, new: what the plan still asks today.
        minutes: how long that takes.
        begun: lines of the decks in the plan.
        others: (deck id, title, description, questions) of decks not begun, readable ones only.
        first: no deck was ever begun.
        done: something was studied today and nothing is left in the plan.
        done_answers, done_seconds: today so far.
        suggested: deck id offered on the first launch, "" for none.
        suggested_minutes: reading time of its article, 0 for none.
    """

    hour: int
    day: int
    due: int
    new: int
    minutes: float
    begun: tuple[DeckToday, ...]
    others: tuple[tuple[str, str, str, int], ...]
    first: bool
    done: bool
    next_day: int
    next_cards: int
    more_new: int
    done_answers: int
    done_seconds: float
    suggested: str = ""
    suggested_minutes: int = 0
    unreadable: int = 0
    set_aside: int = 0
