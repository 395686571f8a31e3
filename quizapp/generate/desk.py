"""The desk: one article on the table, what is proposed of it, and what the author decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from quizapp.content.question import Kind, PartialDate, Question
from quizapp.generate.article import Article, Span
from quizapp.generate.candidate import (
    Candidate,
    Finding,
    Light,
    Mend,
    Origin,
    stable_id,
)
from quizapp.generate.draft_company import Company, by_itself, seat_of
from quizapp.generate.draft_engine import Engine
from quizapp.generate.draft_errors import (
    DraftNotWrittenError,
    NothingSelectedError,
    SeveralSentencesError,
)
from quizapp.generate.draft_items import Counts, Item, Keeper, SentenceState
from quizapp.generate.draft_language import EnglishOnly
from quizapp.generate.draft_layout import (
    Placed,
    fresh_id,
    laid_out,
    named,
    origins_of,
    redated,
    sentences_in,
    span_of,
    trimmed,
)
from quizapp.generate.draft_offers import Check, checks
from quizapp.generate.draft_steps import Code, Details, Log, Record, State, Step, told_anew
from quizapp.generate.ground import Ground

__all__ = ["Counts", "Desk", "Details", "Item", "Keeper", "SentenceState", "State"]


class Desk:
    """One article, its questions and every decision on them; each change is kept at once.

    Making one, telling a date and undoing that read the article anew, which may take seconds:
    a window does those three in a thread of its own, and nothing else meanwhile.

    Attributes:
        show_red: whether `items` has the red ones that nobody decided on.
        on_change: called after each change, the window's own to set.
        trouble: why the last change is not on disk yet, or None; it is tried again with the next
            change and by `write`.
        undone: ids of the questions that the last undo changed.
    """

    def __init__(
        self,
        article: Article,
        engine: Engine,
        clock: Callable[[], int],
        *,
        writer: str = "",
        log: Log | None = None,
        keeper: Keeper | None = None,
        known: Mapping[str, str] | None = None,
    ) -> None:
        """Lay an article out.

        Args:
            article: as read.
            engine: the rules.
            clock: milliseconds since 1970, UTC.
            writer: a name that no other opening of this draft has.
            log: what was decided before.
            keeper: where decisions are kept; None keeps them in memory.
            known: id of each question in the user's decks, and the deck's id.
        """
        self.show_red = False
        self.on_change: Callable[[], None] | None = None
        self.trouble: DraftNotWrittenError | None = None
        self.undone: tuple[str, ...] = ()
        self._opened = article
        self._engine = EnglishOnly(engine)
        self._clock = clock
        self._writer = writer
        self._number = 0
        self._log = log or Log()
        self._keeper = keeper
        self._known = dict(known or {})
        self._stands: dict[str, str] = {}
        self._proposed: dict[tuple[str, PartialDate | None], tuple[Candidate, ...]] = {}
        self._judged: dict[str, tuple[Question, tuple[Finding, ...]]] = {}
        self._company = Company(self._engine)
        self._shown: tuple[bool, tuple[Item, ...]] | None = None
        self._lay_out()

    @property
    def article(self) -> Article:
        """The article with the details told."""
        return self._ground.article

    @property
    def ground(self) -> Ground:
        """The article as read by the rules."""
        return self._ground

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions, the best first; their order does not change with decisions."""
        if self._shown is None or self._shown[0] != self.show_red:
            shown = tuple(item for item in self._items.values() if self._is_shown(item))
            self._shown = self.show_red, shown
        return self._shown[1]

    @property
    def damaged(self) -> Path | None:
        """Where a draft of this article lies that could not be read whole, or None."""
        return self._keeper.aside if self._keeper is not None else None

    def item(self, item_id: str) -> Item:
        """One question, shown or not.

        Raises:
            KeyError: there is none with that id.
        """
        return self._items[item_id]

    @property
    def counts(self) -> Counts:
        """How many questions are open, kept and refused."""
        states = [item.state for item in self.items]
        return Counts(*(states.count(state) for state in State))

    @property
    def decks(self) -> dict[str, int]:
        """How many of the kept questions stand in which of the user's decks, by its id."""
        kept = (item for item in self._items.values() if item.state is State.KEPT)
        return dict(Counter(item.saved_in for item in kept if item.saved_in))

    def sentences(self) -> tuple[tuple[Span, SentenceState], ...]:
        """Each sentence of the article, in order, and what it has given so far."""
        found = {each.span: SentenceState.NOTHING for each in self._ground.sentences}
        items = self.items
        for state, gives in ((State.OPEN, SentenceState.ASKED), (State.KEPT, SentenceState.KEPT)):
            for item in items:
                if item.state is state:
                    for sentence in self._ground.sentences_at(item.candidate.span):
                        found[sentence.span] = gives
        return tuple(found.items())

    def keep(self, item_id: str) -> None:
        """Decide that a question goes into a deck."""
        self._decide(item_id, State.KEPT, Code.KEPT)

    def refuse(self, item_id: str, reason: str = "") -> None:
        """Decide that a question is not asked, with a reason if the author likes."""
        self._decide(item_id, State.REFUSED, Code.REFUSED, reason)

    def reopen(self, item_id: str) -> None:
        """Leave a question undecided again."""
        self._decide(item_id, State.OPEN, Code.REOPENED)

    def edit(self, item_id: str, question: Question) -> Item:
        """Change a question; it is judged again and keeps its id, its state and its place.

        Wrong options that stay keep their origin, new ones are the author's.
        """
        return self._change(item_id, question, Origin.AUTHOR)

    def mend(self, item_id: str, mend: Mend) -> Item:
        """Take a proposed mend, as an edit."""
        return self._change(item_id, mend.question, None)

    def judge(self, question: Question) -> tuple[Finding, ...]:
        """What the gates hold against a question as it is being typed; nothing is changed.

        Its company is every other question that is kept or open.
        """
        found = self._engine.judge(question, self._ground)
        return found + self._company.repeats(question, self._ground)

    def checks(self, item_id: str) -> tuple[Check, ...]:
        """What is held against a question, and what can be done about it."""
        item = self._items[item_id]
        return checks(item.question, item.findings, self.judge)

    def green_open(self) -> int:
        """How many questions `keep_green` would keep."""
        return len(self._green())

    def keep_green(self) -> int:
        """Keep every open question that passes all gates, in one step; how many."""
        records = tuple(self._record(item, State.KEPT) for item in self._green())
        if records:
            self._add(Code.KEPT_GREEN, records)
        return len(records)

    def ask(self, span: Span, kind: Kind = Kind.SHORT) -> Item:
        """A question that has the words selected in the article as its answer, left open.

        Where the same question stands there already, it is that one.

        Raises:
            NothingSelectedError: the place holds no words of a sentence.
            SeveralSentencesError: it holds words of more than one.
        """
        span = trimmed(self.article.text, span)
        sentences = sentences_in(span, self._ground)
        if not sentences:
            raise NothingSelectedError("nothing-selected")
        if len(sentences) > 1:
            raise SeveralSentencesError("several-sentences", n=str(len(sentences)))
        candidate = self._engine.ask(self._ground, span, kind)
        if not candidate.question.id:
            named = replace(candidate.question, id=stable_id(candidate.question))
            candidate = replace(candidate, question=named)
        item_id = candidate.question.id or ""
        there = self._items.get(item_id)
        if there is None or not self._is_shown(there) or there.state is State.REFUSED:
            stands = there.candidate if there else candidate
            edited = there is not None and there.edited
            record = Record(stands, State.OPEN, edited=edited, own=True)
            self._add(Code.ASKED, (record,))
        return self._items[item_id]

    def undo(self) -> str | None:
        """Take the last step back, also one of an earlier sitting.

        Returns:
            What was undone: "kept", "refused", "reopened", "edited", "asked", "kept-green",
            "dated" or "described"; None where nothing is left to undo.
        """
        before, (log, code) = self._log.live, self._log.without_last()
        self.undone = ()
        if code is not None:
            self.undone = tuple(record.id for record in before[-1].records)
            self._take(log)
        return code

    def set_details(self, **told: Unpack[Details]) -> None:
        """Tell what the article is; a new date or title proposes anew and holds all decisions.

        Args:
            told: any of title, published, publisher, author and url. What is as it was before
                is no change.
        """
        details = told_anew(self.article, told)
        if not details:
            return
        changed = replace(self.article, **dict(details))  # type: ignore[arg-type]
        if "published" in dict(details):
            placed = laid_out(self._proposals(changed), self._log.records)
            before, dates = self._placed, (self.article.published, changed.published)
            self._add(Code.DATED, redated(before, placed, *dates), details)
        else:
            self._add(Code.DESCRIBED, (), details)

    def write(self) -> None:
        """Write the draft if it is not on disk yet, and take in what another window decided."""
        self._take(self._log)

    def know(self, known: Mapping[str, str]) -> None:
        """Take in which questions stand in which of the user's decks now."""
        self._known = dict(known)
        self._stands.clear()
        self._take(self._log)

    def to_save(self, again: bool = False) -> tuple[Item, ...]:
        """The kept questions in the order of the article, for a deck.

        Args:
            again: those too that stand in one of the user's decks already.
        """
        kept = (item for item in self._items.values() if item.state is State.KEPT)
        wanted = [item for item in kept if again or not item.saved_in]
        return tuple(sorted(wanted, key=lambda item: item.candidate.span))

    def stands_in(self, item_id: str) -> str:
        """Id of the deck that has a question, by its own id or by the one it got there, or ""."""
        if item_id not in self._stands:
            decks = dict.fromkeys(self._known.values())
            elsewhere = (d for d in decks if self._known.get(fresh_id(item_id, d)) == d)
            self._stands[item_id] = self._known.get(item_id) or next(elsewhere, "")
        return self._stands[item_id]

    def saved(self, item_ids: Mapping[str, str]) -> None:
        """Take in that questions were saved just now: their ids here, and the deck's id."""
        self.know(self._known | dict(item_ids))

    def _is_shown(self, item: Item) -> bool:
        decided = item.state is not State.OPEN or item.edited or item.own
        if self.show_red or decided or item.light is not Light.RED:
            return True
        proposed = self._placed[item.id].proposed  # what was in sight stays there
        return proposed is not None and proposed.light is not Light.RED

    def _decide(self, item_id: str, state: State, code: Code, reason: str = "") -> None:
        item = self._items[item_id]
        if (item.state, item.reason) == (state, reason):
            return
        self._add(code, (self._record(item, state, reason),))

    def _record(self, item: Item, state: State, reason: str = "") -> Record:
        return Record(replace(item.candidate, findings=()), state, reason, item.edited, item.own)

    def _change(self, item_id: str, question: Question, otherwise: Origin | None) -> Item:
        item = self._items[item_id]
        question = replace(question, id=item_id, line=0)
        if question == item.question:
            return item
        before, proposed = item.candidate, self._placed[item_id].proposed
        origins = origins_of(question, before, otherwise, self.article.text)
        span = span_of(question, before.span, self._ground)
        candidate = replace(before, question=question, span=span, origins=origins, findings=())
        edited = proposed is None or proposed.question != question
        self._add(Code.EDITED, (Record(candidate, item.state, item.reason, edited, item.own),))
        return self._items[item_id]

    def _green(self) -> list[Item]:
        return [i for i in self.items if i.state is State.OPEN and i.light is Light.GREEN]

    def _proposals(self, article: Article) -> tuple[Candidate, ...]:
        key = article.title, article.published
        if key not in self._proposed:
            self._proposed[key] = named(self._engine.propose(article))
        return self._proposed[key]

    def _add(
        self,
        code: Code,
        records: tuple[Record, ...],
        details: tuple[tuple[str, str | PartialDate | None], ...] = (),
    ) -> None:
        self._number += 1
        at = max(self._clock(), self._log.newest + 1)
        step = Step(at, self._writer, self._number, code, records, details)
        self._take(self._log.with_step(step))

    def _take(self, log: Log) -> None:
        """Go by a log: lay it out, keep it, and lay out again what another writer added."""
        self._log = log
        self._lay_out()
        if self._keeper is not None:
            try:
                kept = self._keeper.keep(self._opened, log, self.counts, self.decks)
            except DraftNotWrittenError as error:
                self.trouble = error
            else:
                self.trouble = None
                if kept != log:
                    self._log = kept
                    self._lay_out()
        self._tell()

    def _tell(self) -> None:
        if self.on_change is not None:
            self.on_change()

    def _lay_out(self) -> None:
        article = replace(self._opened, **self._log.details)
        self._read(article)
        placed = laid_out(self._proposals(article), self._log.records)
        self._placed: dict[str, Placed] = {p.candidate.question.id or "": p for p in placed}
        alone = {name: self._alone(name, each) for name, each in self._placed.items()}
        seats = [
            seat_of(each, self._state(name, each), alone[name])
            for name, each in self._placed.items()
        ]
        repeats = self._company.seat(self._ground, seats)
        self._shown = None
        self._items: dict[str, Item] = {
            name: self._item(name, each, alone[name] + repeats.get(name, ()))
            for name, each in self._placed.items()
        }

    def _read(self, article: Article) -> None:
        before: Ground | None = getattr(self, "_ground", None)
        if before is not None and before.article == article:
            return
        self._judged.clear()  # what dates and names say may hold now
        if before is None or before.article.title != article.title:
            self._ground = self._engine.ground(article)
        else:
            self._ground = replace(before, article=article)

    def _item(self, item_id: str, placed: Placed, findings: tuple[Finding, ...]) -> Item:
        record, state = placed.record, self._state(item_id, placed)
        candidate = placed.candidate
        if candidate.findings != findings:
            candidate = replace(candidate, findings=findings)
        saved_in = self.stands_in(item_id)
        if record is None:
            return Item(item_id, candidate, state, saved_in=saved_in)
        return Item(item_id, candidate, state, record.reason, record.edited, record.own, saved_in)

    def _state(self, item_id: str, placed: Placed) -> State:
        if placed.record is not None:
            return placed.record.state
        return State.KEPT if self.stands_in(item_id) else State.OPEN

    def _alone(self, item_id: str, placed: Placed) -> tuple[Finding, ...]:
        """What is held against a question whatever else is asked."""
        question = placed.candidate.question
        if placed.proposed is not None and not placed.changed:
            return by_itself(placed.proposed.findings)
        judged = self._judged.get(item_id)
        if judged is None or judged[0] != question:
            found = self._engine.judge(question, self._ground)
            self._judged[item_id] = judged = question, found
        return judged[1]
