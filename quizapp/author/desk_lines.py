"""The questions of a deck in work as lines of a list: what they ask, how they stand."""

from __future__ import annotations

from quizapp.author.block_reading import shared
from quizapp.author.desk_entry import Entry
from quizapp.author.field_reading import nearest_question
from quizapp.author.fields import Fields
from quizapp.author.told import Line, State
from quizapp.check.finding import Finding
from quizapp.content.deck import Severity
from quizapp.content.question import Cloze, Kind, Question, filled_in, gaps
from quizapp.content.right_answer import answer_text
from quizapp.words.markdown_words import plain_words

_PLAIN = {Kind.SHORT, Kind.CHOICE, Kind.FLASHCARD}


class Lines:
    """The lines that were made, each kept until its question changes."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[Entry, Kind, str, str, tuple[str, ...], str]] = {}

    def take(self, other: Lines) -> None:
        """Keep the lines that were made elsewhere too."""
        self._words.update(other._words)

    def read(self, key: str, entry: Entry) -> None:
        """Make a line ahead.

        Raises:
            tomllib.TOMLDecodeError: the question's block is no TOML.
        """
        self._words[key] = (entry, *_words(entry))

    def line(
        self, key: str, entry: Entry, number: int, findings: tuple[Finding, ...], *, aged: bool
    ) -> Line:
        """The line of a question."""
        kept = self._words.get(key)
        if kept is None or kept[0] is not entry:
            self.read(key, entry)
            kept = self._words[key]
        _entry, kind, prompt, answer, tags, search = kept
        state = state_of(entry, findings)
        return Line(key, kind, prompt, answer, tags, state, len(findings), aged, number, search)


def state_of(entry: Entry, findings: tuple[Finding, ...]) -> State:
    """How a question stands."""
    if entry.wrong:
        return State.UNFINISHED
    worst = {finding.severity for finding in findings}
    if Severity.ERROR in worst or entry.in_error:
        return State.ERROR
    return State.WARNING if worst else State.CLEAN


def _words(entry: Entry) -> tuple[Kind, str, str, tuple[str, ...], str]:
    kind, prompt, answer, tags, more = _plain(entry) or _of_any(entry)
    search = "\n".join((prompt, answer, *tags, *more)).casefold()
    return kind, prompt, answer, tags, search


def _plain(entry: Entry) -> tuple[Kind, str, str, tuple[str, ...], tuple[str, ...]] | None:
    """The words of a usual block, without reading its question: a list shows ten thousand."""
    if entry.typed is not None or entry.made is not None or entry.base is None:
        return None
    table = entry.base.table
    kind, prompt, answer = table.get("kind", Kind.SHORT), table.get("prompt"), table.get("answer")
    if not isinstance(kind, str):
        return None
    if kind == Kind.CLOZE and isinstance(text := table.get("text"), str):
        prompt, answer = _filled(text)
        more: tuple[str, ...] = (str(table.get("id", "")),)
        return Kind.CLOZE, prompt, answer, shared(_texts(table.get("tags"))), more
    if kind not in _PLAIN or not isinstance(prompt, str) or not isinstance(answer, str):
        return None
    wrong = _texts(table.get("wrong"))
    more = (*wrong, str(table.get("id", "")))
    tags = shared(_texts(table.get("tags")))
    if kind == Kind.FLASHCARD:
        prompt, answer = plain_words(prompt), plain_words(answer)
    return Kind(str(kind)), _line(prompt), _line(answer), tags, more


def _filled(text: str) -> tuple[str, str]:
    """A cloze with its gaps filled in, and what stands in them."""
    found = gaps(text)
    answers = "; ".join(gap.answer for gap in found)
    return _line(filled_in(text, found)), answers


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _of_any(entry: Entry) -> tuple[Kind, str, str, tuple[str, ...], tuple[str, ...]]:
    question = entry.question
    if question is not None:
        wrong: tuple[str, ...] = getattr(question.body, "wrong", ())
        more = (*wrong, question.id or "")
        prompt, answer = _asks(question)
        return question.kind, prompt, answer, question.tags, more
    fields: Fields = entry.fields
    shown = nearest_question(fields, entry.valid, "")
    tags = tuple(tag.strip() for tag in fields.tags if tag.strip())
    answer = "; ".join(filter(None, fields.answers))
    if fields.kind is Kind.FLASHCARD:
        answer = _line(plain_words(answer))
    return fields.kind, _asks(shown)[0], answer, tags, ()


def _asks(question: Question) -> tuple[str, str]:
    """The prompt of a question, and its answer in words."""
    if isinstance(question.body, Cloze):
        return _filled(question.body.text)
    prompt, answer = question.prompt, answer_text(question)
    if question.kind is Kind.FLASHCARD:  # no other kind holds Markdown
        prompt, answer = plain_words(prompt), plain_words(answer)
    return _line(prompt), _line(answer)


def _line(text: str) -> str:
    line = " ".join(text.split())
    return text if line == text else line  # most are one line, and need not be held twice
