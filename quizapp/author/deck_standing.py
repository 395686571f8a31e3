"""Looks the author's own decks through: what the checks hold against them, old facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from quizapp.author.drafts_left import DraftsLeft, drafts_left
from quizapp.author.standing import OldFact, Standing
from quizapp.check.checking import check_deck
from quizapp.check.facts_to_check import facts_to_check
from quizapp.content.deck import Severity
from quizapp.content.deck_file import DeckUnreadableError, read_as, text_of
from quizapp.content.marking import answer_text
from quizapp.content.question import Cloze, Flashcard, PartialDate, Question, filled_in, gaps
from quizapp.words.markdown_words import plain_words


class Standings:
    """Looks decks through; a file that did not change is not read again. For one thread at a time.

    Args:
        today: tells the date.
        drafts: the folder in which drafts of decks are kept, None for no look at them.
    """

    def __init__(self, today: Callable[[], date], drafts: Path | None = None) -> None:
        self._today = today
        self._drafts = drafts
        self._known: dict[Path, tuple[object, Standing]] = {}
        self._since: dict[str, PartialDate] = {}

    def old_since(self, question_id: str | None) -> PartialDate | None:
        """When an old fact was last known to be so; None for any other. For any thread."""
        return self._since.get(question_id or "")

    def of(self, paths: Iterable[Path]) -> dict[Path, Standing]:
        """How these decks stand; one that cannot be read is left out."""
        today = self._today()
        found: dict[Path, Standing] = {}
        known: dict[Path, tuple[object, Standing]] = {}
        for path in paths:
            try:
                state = path.stat()
            except OSError:
                continue
            signature = (state.st_ino, state.st_mtime_ns, state.st_size, today)
            kept = self._known.get(path)
            standing = kept[1] if kept and kept[0] == signature else _standing(path, today)
            if standing is not None:
                known[path] = (signature, standing)
                left = drafts_left(self._drafts, path) if self._drafts else DraftsLeft()
                found[path] = replace(standing, drafts=left.questions, conflicts=left.conflicts)
        self._known = known
        facts = [one.fact for standing in found.values() for one in standing.old]
        self._since = {fact.question: fact.as_of or _partial(fact.since) for fact in facts}
        return found


def _standing(path: Path, today: date) -> Standing | None:
    """How a deck stands; None where it is none."""
    try:
        text = text_of(path).removeprefix("\ufeff")
    except (DeckUnreadableError, OSError):
        return None
    read = read_as(path, text, today=today)
    deck = read.deck
    if deck is None:
        return None
    findings = check_deck(read, text, today=today)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    by_id = {question.id: question for question in deck.questions}
    old = tuple(
        OldFact(deck.id, deck.title, path, *_in_words(by_id[fact.question]), fact)
        for fact in facts_to_check(deck, today)
    )
    return Standing(errors, len(findings) - errors, old)


def _partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _in_words(question: Question) -> tuple[str, str]:
    body = question.body
    if isinstance(body, Cloze):
        return filled_in(body.text), ", ".join(gap.answer for gap in gaps(body.text))
    prompt, answer = body.prompt, answer_text(question, None)
    if isinstance(body, Flashcard):
        prompt, answer = plain_words(prompt), plain_words(answer)
    return prompt, answer
