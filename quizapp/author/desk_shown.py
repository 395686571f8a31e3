"""What an author sees of a deck in work: its questions, their state, what the checks hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from quizapp.author.desk_file import DeskFile
from quizapp.author.desk_findings import DeckChecking, DeskFindings
from quizapp.author.desk_lines import Lines
from quizapp.author.desk_state import State, id_of_key
from quizapp.author.desk_view import DeckView
from quizapp.author.door import Checking
from quizapp.author.field_reading import nearest_question
from quizapp.author.fields import Fields, FieldTrouble
from quizapp.author.told import Changed, Line
from quizapp.check.finding import Finding
from quizapp.content.deck import Deck, Source
from quizapp.content.question import Question


class ShownDesk:
    """A deck in work as it is looked at; `quizapp.author.door.Desk` says what each call does."""

    def __init__(
        self,
        file: DeskFile,
        state: State,
        today: date | None,
        lines: Lines | None = None,
        text_root: Path | None = None,
    ) -> None:
        self._file = file
        self._state = state
        self._lines = lines or Lines()
        self._view = DeckView(file.path, state, text_root)
        self._checks = DeskFindings(file.path, today)

    @property
    def path(self) -> Path:
        """The deck's file."""
        return self._file.path

    @property
    def borrowed(self) -> bool:
        """It is not the author's own, and is copied before anything is written."""
        return self._file.home is not None

    @property
    def deck(self) -> Deck:
        """The deck as it stands; until `end_checks` once came, of the questions that were read."""
        return self._view.deck

    def whole_deck(self) -> Deck:
        """The deck with all its questions; the first time it may take half a second."""
        return self._view.whole()

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of each source that has one, by source id."""
        return self._view.texts

    @property
    def keys(self) -> Sequence[str]:
        """All questions in the deck's order."""
        return self._view.keys

    def line(self, key: str) -> Line:
        """A question in the list."""
        entry, findings = self._state.entry(key), self._checks.kept(key)
        aged = id_of_key(key) in self._checks.aged
        return self._lines.line(key, entry, self._view.number(key), findings, aged=aged)

    def fields(self, key: str) -> Fields:
        """A question as it stands in the form."""
        return self._state.entry(key).fields

    def question(self, key: str) -> Question | None:
        """A question as a value; None while it is unfinished."""
        return self._state.entry(key).question

    def nearest(self, key: str) -> Question:
        """A question for the preview: what makes no sense yet stands as it was, or as blanks."""
        entry = self._state.entry(key)
        question = entry.question
        return question or nearest_question(entry.fields, entry.valid, id_of_key(key))

    def troubles(self, key: str) -> tuple[FieldTrouble, ...]:
        """Why it is no question yet; a trouble without a field is one of its block in the file."""
        return self._state.entry(key).troubles

    def asked_as_before(self, key: str) -> bool:
        """Whether it is unfinished while an older version of it stands in the deck."""
        entry = self._state.entry(key)
        return bool(entry.wrong) and entry.valid is not None

    def findings(self, key: str) -> tuple[Finding, ...]:
        """What the checks hold against it; nothing until `end_checks` came the first time."""
        question, block = self._state.entry(key).question, self._state.block(key)
        return self._checks.of(key, question, block, self._view.head, self._view.texts)

    def begin_checks(self) -> Checking:
        """Checks of the whole deck, to be run in another thread."""
        return self._checks.begin(self._state.copy(), self._view.head, self._view.texts)

    def end_checks(self, checking: Checking) -> Changed:
        """Take in what they found."""
        if not isinstance(checking, DeckChecking):
            return Changed()
        changed = self._checks.end(checking)
        self._view.read_all()
        return Changed(frozenset(key for key in changed if key in self._state.things))

    def block(self, key: str) -> str:
        """The text of a question's block, as it stands in the file or will."""
        return self._state.block(key)

    def source(self, source_id: str) -> Source | None:
        """A source by its id."""
        return next((each for each in self._view.head.sources if each.id == source_id), None)
