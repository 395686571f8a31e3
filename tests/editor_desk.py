"""A deck in work that forgets: what the editor's page asks of a desk, and nothing on disk.

It keeps a whole copy of its state for each step, so undo is the copy before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import study_samples

from quizapp.author.desk_typing import differing, end_of_change, main_field, row_of
from quizapp.author.door import Adding, Checking, Saving
from quizapp.author.field_reading import UnfinishedError, fields_of, nearest_question, question_of
from quizapp.author.fields import Fields, FieldTrouble
from quizapp.author.kind_change import turned
from quizapp.author.standing import OldFact
from quizapp.author.told import (
    Changed,
    Conflict,
    HeadFields,
    KindChange,
    Line,
    NewDeck,
    NewSource,
    Saved,
    SaveState,
    Side,
    State,
    Step,
)
from quizapp.check.facts_to_check import Ageing, FactToCheck
from quizapp.check.finding import Finding, held
from quizapp.content.deck import Deck, Severity, Source
from quizapp.content.question import Evidence, Kind, Number, PartialDate, Question, Short
from quizapp.ui.editor_page import EditorPage
from quizapp.ui.icons import Icons
from quizapp.ui.theme import Theme

HOME = Path("/home/mira/.local/share/quizapp/decks")
TEXT = (
    "Old bridge reopens. The stone bridge over the Drin was reopened on Friday after three years"
    " of work. It was built in 1894 by masons from Korça. The repair cost 2.1 million euros."
)

ROWS = (
    "Capital of Albania\tTirana\tDurrës; Shkodër\n"
    "Capital of Kosovo\tPristina\tPrizren; Peja\n"
    "Capital of Serbia\t\n"
    "Capital of Greece\tAthens\tPatras\n"
)


def _id(number: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    return "q" + "".join(letters[number // 32**place % 32] for place in range(8, -1, -1))


def questions() -> tuple[Question, ...]:
    """Three questions of a teacher's deck."""
    rests = Evidence("bridge", "It was built in 1894 by masons from Korça.")
    return (
        Question(
            _id(1),
            Short("Where did the masons of the old bridge come from?", "Korça"),
            tags=("bridges",),
            evidence=rests,
        ),
        Question(
            _id(2),
            Number("How many years did the work take?", Decimal(3)),
            as_of=PartialDate(2022, 3),
        ),
        Question(
            _id(3),
            Short("Which river does it cross?", "Drin", wrong=("Vjosa", "Shkumbin")),
            tags=("bridges", "rivers"),
        ),
    )


def many(count: int) -> tuple[Question, ...]:
    """Questions by the thousand, each unlike the others in its words."""
    kinds = ("river", "treaty", "minister", "bridge", "court")
    return tuple(
        Question(
            _id(n + 1),
            Short(
                f"Which {kinds[n % 5]} is number {n} of the list that the ministry keeps?",
                f"The {kinds[n % 5]} of {n}",
            ),
            tags=(kinds[n % 5],),
        )
        for n in range(count)
    )


@dataclass(frozen=True)
class _Stand:
    """Everything on the desk at one moment."""

    head: Deck
    order: tuple[str, ...]
    fields: Mapping[str, Fields]
    texts: Mapping[str, str]


@dataclass
class FakeSaving:
    """A save that is done when it is run."""

    wrote: _Stand
    looks: bool = False
    ran: bool = False

    def run(self) -> None:
        """Write nothing."""
        self.ran = True


@dataclass
class FakeChecking:
    """Checks that only say that they ran."""

    ran: bool = False

    def run(self) -> None:
        """Check nothing."""
        self.ran = True


class FakeAdding:
    """Questions that need nothing to be ready."""

    def __init__(self, questions: tuple[Question, ...], after: str) -> None:
        self.questions = questions
        self.after = after
        self.lines: dict[str, Line] = {}

    def run(
        self,
        progress: Callable[[float], None] | None = None,
        stopped: Callable[[], bool] | None = None,
    ) -> None:
        """They are ready."""


@dataclass
class FakeDesk:
    """One deck.

    Attributes:
        outcome: what the next save comes to, but for what is unfinished.
        saved: what was written, each time.
        held: findings by question.
    """

    path: Path = HOME / "old-bridge.toml"
    start: Sequence[Question] = field(default_factory=questions)
    title: str = "Old bridge"
    outcome: Saved | None = None
    held: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    aged: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Lay it out."""
        source = Source("bridge", "Old bridge reopens", "Drin Post", PartialDate(2022, 3, 18))
        head = Deck("old-bridge", self.title, sources=(source,) if self.start else ())
        fields = {question.id or "": fields_of(question) for question in self.start}
        self._now = _Stand(head, tuple(fields), fields, {"bridge": TEXT} if self.start else {})
        self._base = {question.id or "": question for question in self.start}
        self._before: list[tuple[_Stand, Step]] = []
        self._after: list[tuple[_Stand, Step]] = []
        self._next = len(self.start)
        self._standing = SaveState.SAVED
        self._conflicts: tuple[Conflict, ...] = ()
        self.saved: list[_Stand] = []
        self.open = ""

    # What there is

    @property
    def deck(self) -> Deck:
        """The deck as it stands."""
        return replace(self._now.head, questions=tuple(map(self.nearest, self._now.order)))

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts of the sources."""
        return self._now.texts

    @property
    def keys(self) -> Sequence[str]:
        """All questions."""
        return self._now.order

    def line(self, key: str) -> Line:
        """A question in the list."""
        fields = self._now.fields[key]
        state = State.CLEAN
        if self.question(key) is None:
            state = State.UNFINISHED
        elif self.held.get(key):
            wrong = any(one.severity is Severity.ERROR for one in self.held[key])
            state = State.ERROR if wrong else State.WARNING
        answer = ", ".join(answer for answer in fields.answers if answer)
        return Line(
            key,
            fields.kind,
            fields.prompt,
            answer,
            fields.tags,
            state,
            len(self.held.get(key, ())),
            key in self.aged,
            self._now.order.index(key) + 1 if len(self._now.order) < 100 else 0,
            f"{fields.prompt} {answer} {' '.join(fields.tags)}".casefold(),
        )

    def fields(self, key: str) -> Fields:
        """A question in the form."""
        return self._now.fields[key]

    def question(self, key: str) -> Question | None:
        """A question as a value."""
        try:
            return question_of(self._now.fields[key], self._base.get(key), key)
        except UnfinishedError:
            return None

    def nearest(self, key: str) -> Question:
        """A question for the preview."""
        return nearest_question(self._now.fields[key], self._base.get(key), key)

    def troubles(self, key: str) -> tuple[FieldTrouble, ...]:
        """Why it is none yet."""
        try:
            question_of(self._now.fields[key], self._base.get(key), key)
        except UnfinishedError as error:
            return error.troubles
        return ()

    def asked_as_before(self, key: str) -> bool:
        """Whether it is unfinished while an older version of it stands in the deck."""
        return key in self._base and self.question(key) is None

    def findings(self, key: str) -> tuple[Finding, ...]:
        """What the checks hold against it."""
        return self.held.get(key, ())

    # Steps

    def change(self, key: str, fields: Fields, *, typing: bool = False) -> Changed:
        """Put what was typed in place."""
        self.open = key if typing else ""
        stand = replace(self._now, fields={**self._now.fields, key: fields})
        return self._step(Step("change"), stand, Changed(frozenset({key})))

    def settle(self, key: str) -> Changed:
        """The field was left."""
        changed = Changed(frozenset({key})) if key == self.open else Changed()
        self.open = ""
        return changed

    def pause(self) -> None:
        """Nothing is joined here."""

    def turned(self, key: str, kind: Kind) -> KindChange:
        """What it would be as another kind."""
        return turned(self._now.fields[key], kind)

    def add(self, kind: Kind, after: str = "") -> Changed:
        """Add an empty question."""
        return self._added({self._new_key(): Fields(kind)}, after, Step("add"))

    def add_questions(self, questions: Sequence[Question], after: str = "") -> Changed:
        """Add finished questions."""
        made = {self._new_key(): fields_of(question) for question in questions}
        return self._added(made, after, Step("add", (("n", str(len(made))),)))

    def begin_add(self, questions: Sequence[Question], after: str = "") -> FakeAdding:
        """Like the above."""
        return FakeAdding(tuple(questions), after)

    def end_add(self, adding: Adding) -> Changed:
        """Add them."""
        assert isinstance(adding, FakeAdding)
        return self.add_questions(adding.questions, adding.after)

    def duplicate(self, keys: Collection[str]) -> Changed:
        """Copy questions."""
        made = {self._new_key(): self._now.fields[key] for key in keys}
        return self._added(made, list(keys)[-1], Step("duplicate"))

    def delete(self, keys: Collection[str]) -> Changed:
        """Take questions out."""
        order = tuple(key for key in self._now.order if key not in keys)
        gone = Changed(frozenset(keys), order=True)
        return self._step(Step("delete"), replace(self._now, order=order), gone)

    def move(self, keys: Collection[str], before: str) -> Changed:
        """Move questions in front of another."""
        rest = [key for key in self._now.order if key not in keys]
        at = rest.index(before) if before else len(rest)
        moved = [key for key in self._now.order if key in keys]
        order = (*rest[:at], *moved, *rest[at:])
        return self._step(Step("move"), replace(self._now, order=order), Changed(order=True))

    def tag(self, keys: Collection[str], tag: str) -> Changed:
        """Add a tag."""
        return self._tagged(keys, tag, Step("tag"), add=True)

    def untag(self, keys: Collection[str], tag: str) -> Changed:
        """Take a tag away."""
        return self._tagged(keys, tag, Step("untag"), add=False)

    def mend(self, key: str, finding: Finding) -> Changed:
        """Take a finding away."""
        self.held[key] = tuple(one for one in self.held.get(key, ()) if one != finding)
        return Changed(frozenset({key}))

    def accept(self, key: str, spelling: str) -> Changed:
        """Take a spelling in."""
        fields = self._now.fields[key]
        return self.change(key, replace(fields, accept=(*fields.accept, (spelling, ""))))

    def confirm(self, key: str, today: date) -> Changed:
        """The fact still holds."""
        self.aged.discard(key)
        return self.change(key, replace(self._now.fields[key], as_of=today.isoformat()))

    def change_head(self, fields: HeadFields) -> Changed:
        """Change the deck's own fields."""
        head = replace(
            self._now.head,
            title=fields.title,
            description=fields.description,
            language=fields.language,
            license=fields.license,
            authors=fields.authors,
        )
        return self._step(Step("head"), replace(self._now, head=head), Changed(head=True))

    def add_source(self, source: NewSource) -> Changed:
        """Add a source."""
        made = Source(f"s{len(self._now.head.sources)}", source.title, source.publisher)
        head = replace(self._now.head, sources=(*self._now.head.sources, made))
        texts = {**self._now.texts, made.id: source.text}
        stand = replace(self._now, head=head, texts=texts)
        return self._step(Step("source"), stand, Changed(head=True))

    def change_source(self, source_id: str, source: NewSource) -> Changed:
        """Change a source."""
        sources = tuple(
            replace(one, title=source.title) if one.id == source_id else one
            for one in self._now.head.sources
        )
        stand = replace(self._now, head=replace(self._now.head, sources=sources))
        return self._step(Step("source"), stand, Changed(head=True))

    def remove_source(self, source_id: str) -> Changed:
        """Remove a source."""
        sources = tuple(one for one in self._now.head.sources if one.id != source_id)
        stand = replace(self._now, head=replace(self._now.head, sources=sources))
        return self._step(Step("source"), stand, Changed(head=True))

    def source(self, source_id: str) -> Source | None:
        """A source by its id."""
        return next((one for one in self._now.head.sources if one.id == source_id), None)

    def add_image(self, key: str, name: str, data: bytes, alt: str) -> Changed:
        """Put a picture before a question."""
        del data
        fields = replace(self._now.fields[key], image=name, image_alt=alt)
        return self.change(key, fields)

    @property
    def undoable(self) -> Step | None:
        """What undo would take back."""
        return self._before[-1][1] if self._before else None

    @property
    def redoable(self) -> Step | None:
        """What redo would do again."""
        return self._after[-1][1] if self._after else None

    def undo(self) -> Changed:
        """Take the last step back."""
        return self._swap(self._before, self._after)

    def redo(self) -> Changed:
        """Do it again."""
        return self._swap(self._after, self._before)

    # The file

    @property
    def state(self) -> SaveState:
        """How the desk stands to its file."""
        return self._standing

    def begin_checks(self) -> Checking:
        """Checks that find what is held already."""
        return FakeChecking()

    def end_checks(self, checking: Checking) -> Changed:
        """Take in what they found."""
        assert isinstance(checking, FakeChecking)
        return Changed(frozenset(self.held) | self.aged if checking.ran else frozenset())

    def begin_save(self, *, anew: bool = False) -> Saving | None:
        """A snapshot."""
        waits = anew or self._standing in {SaveState.WAITING, SaveState.FAILED}
        return FakeSaving(self._now) if waits else None

    def end_save(self, saving: Saving) -> Saved:
        """Take in what came of it."""
        assert isinstance(saving, FakeSaving)
        assert saving.ran
        outcome = self.outcome
        if outcome is None:
            unfinished = any(self.question(key) is None for key in self.keys)
            outcome = Saved(SaveState.UNFINISHED if unfinished else SaveState.SAVED)
        if outcome.state is not SaveState.FAILED and not saving.looks:
            self.saved.append(saving.wrote)
        if saving.wrote is not self._now:
            outcome = replace(outcome, state=SaveState.WAITING)
        self._standing, self._conflicts = outcome.state, outcome.conflicts
        return outcome

    def begin_look(self) -> Saving:
        """A look."""
        return FakeSaving(self._now, looks=True)

    def resolve(self, key: str, side: Side) -> Changed:
        """Settle a conflict."""
        self._conflicts = tuple(one for one in self._conflicts if one.key != key)
        self._standing = SaveState.CONFLICT if self._conflicts else SaveState.WAITING
        self.settled = (key, side)
        return Changed(frozenset({key}))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What is still to be chosen."""
        return self._conflicts

    def _step(self, step: Step, stand: _Stand, changed: Changed) -> Changed:
        self._before.append((self._now, step))
        self._after.clear()
        self._now = stand
        self._standing = SaveState.WAITING
        return changed

    def _swap(self, off: list[tuple[_Stand, Step]], onto: list[tuple[_Stand, Step]]) -> Changed:
        stand, step = off.pop()
        onto.append((self._now, step))
        before, self._now = self._now, stand
        self._standing = SaveState.WAITING
        keys = {key for key in stand.order if stand.fields.get(key) != before.fields.get(key)}
        moved = stand.order != before.order
        came = [key for key in stand.order if key not in before.order]
        shown = next(iter(came), next(iter(keys), ""))
        was, now = before.fields.get(shown), stand.fields.get(shown)
        field = main_field(differing(was, now)) if was is not None and now is not None else ""
        row = row_of(was, now, field) if was is not None and now is not None else -1
        side, end = end_of_change(was, now, field, row) if was and now else (0, -1)
        head = stand.head != before.head
        return Changed(frozenset(keys), moved, head, shown, field, row, side, end)

    def _added(self, made: Mapping[str, Fields], after: str, step: Step) -> Changed:
        order = list(self._now.order)
        at = order.index(after) + 1 if after in order else len(order)
        stand = replace(
            self._now,
            order=(*order[:at], *made, *order[at:]),
            fields={**self._now.fields, **made},
        )
        first = next(iter(made), "")
        return self._step(step, stand, Changed(frozenset(made), order=True, show=first))

    def _tagged(self, keys: Collection[str], tag: str, step: Step, *, add: bool) -> Changed:
        fields = dict(self._now.fields)
        for key in keys:
            tags = tuple(one for one in fields[key].tags if one != tag)
            fields[key] = replace(fields[key], tags=(*tags, tag) if add else tags)
        return self._step(step, replace(self._now, fields=fields), Changed(frozenset(keys)))

    def _new_key(self) -> str:
        self._next += 1
        return _id(self._next)


@dataclass
class FakeEditor:
    """Opens fake desks by their path.

    Attributes:
        desks: those that can be opened.
        did: each call but `open`, in words.
    """

    desks: dict[Path, FakeDesk] = field(default_factory=dict)
    did: list[str] = field(default_factory=list)

    def open(self, path: Path, *, bundled: bool = False) -> FakeDesk:
        """A deck on the desk."""
        del bundled
        return self.desks.setdefault(path, FakeDesk(path))

    def new(self, deck: NewDeck) -> Path:
        """An empty deck."""
        self.did.append(f"new {deck.title}")
        path = HOME / f"{deck.title.casefold().replace(' ', '-')}.toml"
        self.desks[path] = FakeDesk(path, (), deck.title)
        return path

    def duplicate(self, path: Path, title: str) -> Path:
        """A copy as another deck."""
        self.did.append(f"duplicate {path.name} as {title}")
        return HOME / "copy.toml"

    def send(self, desk: FakeDesk, keys: Collection[str], to: Path, *, keep: bool) -> Changed:
        """Move or copy questions."""
        self.did.append(f"{'copy' if keep else 'move'} {len(keys)} to {to.name}")
        return Changed() if keep else desk.delete(keys)

    def delete_deck(self, path: Path) -> Path:
        """Put a deck aside."""
        self.did.append(f"delete {path.name}")
        return HOME.parent / "removed" / path.name


def doubt() -> Finding:
    """A finding that its field explains."""
    return held("E401", "office-now", "as_of", office="minister")


def conflict() -> Conflict:
    """A question that was changed here and outside."""
    block = (
        '[[question]]\nid = "qaaaaaaaab"\nprompt = "{prompt}"\nanswer = "Korça"\n'
        'tags = ["bridges"]\n'
    )
    return Conflict(
        questions()[0].id or "",
        block.format(prompt="Where did the masons of the old bridge come from?"),
        block.format(prompt="From which town came the masons of the old bridge?"),
    )


def old_facts() -> tuple[OldFact, ...]:
    """Two facts that may no longer be true."""
    return tuple(
        OldFact(
            "old-bridge",
            "Old bridge",
            HOME / "old-bridge.toml",
            prompt,
            answer,
            FactToCheck(key, why, date(2024, 4, 1), PartialDate(2022, 3)),
        )
        for key, prompt, answer, why in (
            ("qaaaaaaaab", "Who is minister of culture?", "Elva Margariti", Ageing.OFFICE),
            ("qaaaaaaaac", "How many people cross the bridge each day?", "2100", Ageing.COUNT),
        )
    )


def page(theme: Theme, desk: FakeDesk) -> EditorPage:
    """The editor's page with a desk on it."""
    made = EditorPage(theme, Icons(study_samples.ICONS, theme), lambda: 0.0)
    made.show_desk(desk)
    return made


def content() -> set[str]:
    """Words of the decks here, which no catalogue knows."""
    found = {
        TEXT,
        "Old bridge",
        "Civics, week 9",
        "Old bridge reopens",
        "Drin Post",
        "bridges",
        "rivers",
    }
    for question in questions():
        fields = fields_of(question)
        found |= {fields.prompt, *fields.answers, *fields.wrong}
    found |= {fact.prompt for fact in old_facts()} | {fact.answer for fact in old_facts()}
    return found
