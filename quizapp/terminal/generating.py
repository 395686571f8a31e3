"""`quizapp generate`: an article is read, and its questions are shown, written or decided on."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article
from quizapp.generate.candidate import Candidate, Light
from quizapp.generate.desk import Desk, Item, State
from quizapp.generate.draft import DeckDetails, Drafts
from quizapp.generate.draft_errors import DraftUnreadableError, SavingError
from quizapp.generate.draft_saving import faults_of
from quizapp.generate.parser_spacy import ParserMissingError, ParserUnevenError, Reader
from quizapp.generate.reading.outcome import LIMITS, ArticleRead, NoteCode, ReadingError
from quizapp.generate.reading.read import read_address, read_bytes, read_file
from quizapp.terminal.generating_decisions import Decisions
from quizapp.terminal.generating_deck import ids_in, new_in
from quizapp.terminal.generating_json import as_json
from quizapp.terminal.generating_lines import article_lines, left_out_lines, question_lines
from quizapp.terminal.generating_stop import Stop
from quizapp.words import _, deciding
from quizapp.words import generating as words
from quizapp.words.reading import describe_note

FINE, NOTHING, UNREADABLE = 0, 1, 2
FAILED, INTERRUPTED = 1, 130
STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|www\.", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_SAID_ELSEWHERE = {NoteCode.NO_DATE, NoteCode.NO_TITLE}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed behind `quizapp generate`.

    Attributes:
        article: a file, an address, or "-" for standard input.
        deck: where the ready questions go, or None.
        published: when the article was published, or None.
        parser: a parser is asked besides the rules.
        as_json: candidates are printed for other programs.
        interactive: the author decides one by one.
        allow_private: addresses of this machine and the own network are read too.
    """

    article: str
    deck: Path | None = None
    published: PartialDate | None = None
    parser: bool = False
    as_json: bool = False
    interactive: bool = False
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Doors:
    """What the command stands on, handed in.

    Attributes:
        drafts: opens the user's drafts, with a parser or without.
        say: prints a line on standard output.
        tell: prints a line on standard error.
        fail: prints a line on standard error, as a trouble.
        progress: a bar on standard error, where that is a terminal; told what is done of how
            much.
    """

    drafts: Callable[[Reader | None], AbstractContextManager[Drafts]]
    say: Callable[[str], None]
    tell: Callable[[str], None]
    fail: Callable[[str], None]
    progress: Callable[[str], AbstractContextManager[Callable[[int, int], None]]]


class RefusedError(Exception):
    """The command cannot be carried out as it was typed.

    Attributes:
        code: why, a key of the wording table.
        facts: the values its wording names.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def published_of(text: str) -> PartialDate:
    """A date typed as 2022, 2022-03 or 2022-03-10.

    Raises:
        RefusedError: it is none.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise RefusedError("not-a-date", text=text)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise RefusedError("not-a-date", text=text) from None
    return PartialDate(year or 0, month, day)


def generate(asked: Asked, doors: Doors) -> int:
    """Carry the command out.

    Returns:
        0; 1 where nothing could be asked or written; 2 where the article, or the deck that is
        added to, cannot be read, or the command makes no sense; 130 after Ctrl-C.
    """
    stop = Stop()
    with stop.heard():
        return _carried_out(asked, doors, stop)


def _carried_out(asked: Asked, doors: Doors, stop: Stop) -> int:
    try:
        return _made(asked, doors, stop)
    except ParserUnevenError as error:
        facts = {"words": str(error.words), "read": str(error.read)}
        doors.fail(words.refused("parser-uneven", **facts))
        return UNREADABLE


def _made(asked: Asked, doors: Doors, stop: Stop) -> int:
    try:
        _make_sure(asked)
        reader = _parser() if asked.parser else None
        read = _read(asked, doors)
    except RefusedError as error:
        doors.fail(words.refused(error.code, **error.facts))
        return UNREADABLE
    except ReadingError as error:
        doors.fail(words.unreadable(error))
        return UNREADABLE
    for note in read.notes:
        if note.code not in _SAID_ELSEWHERE:
            doors.tell(describe_note(note))
    article = read.article
    if asked.published is not None:
        article = replace(article, published=asked.published)
    english = all(note.code != NoteCode.NOT_ENGLISH for note in read.notes)
    if asked.as_json and asked.deck is None:
        return _print_json(article, reader, doors, english=english)
    with doors.drafts(reader) as drafts:
        try:
            return _Command(asked, doors, drafts, stop, english=english).run(article)
        except DraftUnreadableError as error:
            doors.fail(str(deciding.describe(error)))
            return FAILED


def _make_sure(asked: Asked) -> None:
    """Refuse what makes no sense before anything is read."""
    if asked.as_json and asked.interactive:
        raise RefusedError("json-interactive")
    if asked.interactive and asked.article == STANDARD_INPUT:
        raise RefusedError("piped-interactive")
    deck = asked.deck
    if deck is not None:
        if deck.is_dir():
            raise RefusedError("deck-is-folder", path=str(deck))
        if deck.suffix.lower() != ".toml":
            raise RefusedError("deck-ending", path=str(deck))
        if not deck.parent.is_dir():
            raise RefusedError("no-such-folder", path=str(deck.parent))


def _parser() -> Reader:
    from quizapp.generate.parser_spacy import spacy_reader

    try:
        return spacy_reader()
    except ParserMissingError:
        raise RefusedError("no-parser") from None


def _read(asked: Asked, doors: Doors) -> ArticleRead:
    if asked.article == STANDARD_INPUT:
        if sys.stdin.isatty():
            doors.tell(words.paste())
        data = sys.stdin.buffer.read(LIMITS.file + 1)
        with doors.progress(_("Reading the article")) as told:
            return read_bytes(data, progress=_share(told))
    with doors.progress(_("Reading the article")) as told:
        if _ADDRESS.match(asked.article) and not _is_there(asked.article):
            private = asked.allow_private
            return read_address(asked.article, allow_private=private, progress=_share(told))
        return read_file(_path(asked.article), progress=_share(told))


def _is_there(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def _path(name: str) -> Path:
    path = Path(name)
    try:
        return path.expanduser()
    except RuntimeError:  # the home of nobody
        return path


def _share(told: Callable[[int, int], None]) -> Callable[[float], None]:
    return lambda share: told(round(100 * share), 100)


def _print_json(article: Article, reader: Reader | None, doors: Doors, *, english: bool) -> int:
    from quizapp.generate.engine import propose

    with doors.progress(_("Looking for questions")):
        # What rules for English make of another language passes for a question and is none.
        candidates = propose(article, reader) if english else ()
    _hint_at_date(article, doors)
    doors.say(as_json(article, candidates))
    return FINE if any(_may_be_asked(each) for each in candidates) else NOTHING


def _may_be_asked(candidate: Candidate) -> bool:
    return candidate.light is not Light.RED


def _hint_at_date(article: Article, doors: Doors) -> None:
    if article.published is None:
        doors.tell(words.no_date())


class _Command:
    """An article that was read, and what is to come of it."""

    def __init__(
        self, asked: Asked, doors: Doors, drafts: Drafts, stop: Stop, *, english: bool
    ) -> None:
        self._stop = stop
        self._asked = asked
        self._english = english
        self._doors = doors
        self._drafts = drafts
        # With JSON on standard output, what is for people goes beside it.
        self._say = doors.tell if asked.as_json else doors.say

    def run(self, article: Article) -> int:
        """The exit code."""
        asked = self._asked
        lasting = asked.interactive or asked.deck is None
        with self._doors.progress(_("Looking for questions")):
            desk = (self._drafts.open if lasting else self._drafts.look)(article)
            if asked.published is not None:
                desk.set_details(published=asked.published)
        self._stop.checked()
        if desk.damaged is not None:
            self._doors.tell(words.draft_damaged(str(desk.damaged)))
        _hint_at_date(desk.article, self._doors)
        if asked.interactive:
            return self._decide(desk)
        if asked.deck is not None:
            if asked.as_json:
                candidates = [
                    item.candidate for item in _all(desk) if self._english or _chosen(item)
                ]
                self._doors.say(as_json(desk.article, candidates))
            return self._write(desk, asked.deck)
        return self._show(desk)

    def _show(self, desk: Desk) -> int:
        """Print what was found; its draft is left."""
        for line in article_lines(desk.article):
            self._say(line)
        self._say("")
        green, amber, red = (self._found(desk, light) for light in Light)
        for number, item in enumerate(green, 1):
            for line in question_lines(number, item):
                self._say(line)
            self._say("")
        self._say(_summary(len(green), len(amber), len(red), desk))
        if desk.trouble is not None:
            self._doors.fail(_unwritten(desk))
            return FAILED
        self._say(words.draft_left())
        return FINE if green or amber else NOTHING

    def _found(self, desk: Desk, light: Light) -> list[Item]:
        """The questions of a light that the author may want."""
        return [
            item
            for item in _all(desk)
            if item.light is light
            and item.state is not State.REFUSED
            and (self._english or _chosen(item))
        ]

    def _decide(self, desk: Desk) -> int:
        """The author decides one by one; what was kept goes into the deck that was named."""
        for line in article_lines(desk.article):
            self._say(line)
        if not desk.items:
            self._say(words.nothing(of_doubtful=bool(_all(desk))))
            return NOTHING
        stopped = Decisions(desk, self._say).run()
        if desk.trouble is not None:
            self._doors.fail(_unwritten(desk))
        self._say(deciding.counts(desk.counts))
        if stopped:
            return INTERRUPTED
        if self._asked.deck is not None and desk.counts.kept:
            return self._write_kept(desk, self._asked.deck)
        return FAILED if desk.trouble is not None else FINE

    def _write(self, desk: Desk, path: Path) -> int:
        """Keep what is ready, and write all that is kept."""
        if self._english:
            desk.keep_green()
        for item in desk.to_save(again=True):
            if faults_of(item.question):  # ready by the rules, but no deck could hold it
                desk.refuse(item.id)
        items = _all(desk)
        if desk.counts.kept:
            code = self._write_kept(desk, path)
        else:
            self._doors.fail(words.nothing(of_doubtful=self._english and bool(items)))
            code = NOTHING
        left = [item for item in items if self._english and item.state is State.OPEN]
        refused = sum(item.state is State.REFUSED for item in items)
        for line in left_out_lines(left):
            self._say(line)
        if refused:
            self._say(words.refused_count(refused))
        if any(item.light is Light.AMBER for item in left):
            self._say(words.look_at_them())
        return code

    def _write_kept(self, desk: Desk, path: Path) -> int:
        """Write what is kept; what stands in the deck stays there word for word."""
        kept, before = desk.to_save(again=True), ids_in(path)
        try:
            with self._stop.held():
                if before is None:
                    details = DeckDetails(desk.article.title)
                    self._drafts.save_as(desk, path, details, again=True)
                else:
                    self._drafts.add_to(desk, path, again=True)
        except SavingError as error:
            if error.code != "all-there":
                self._doors.fail(str(deciding.describe_saving(error)))
                return UNREADABLE if error.code in {"deck-unreadable", "deck-shape"} else FAILED
        new = new_in(path, before or set(), desk)
        for number, item in enumerate(new, 1):
            for line in question_lines(number, item, decided=False):
                self._say(line)
            self._say("")
        if new:
            self._say(words.written(len(new), str(path)))
        if len(kept) > len(new):
            self._say(words.there(len(kept) - len(new)))
        return FINE


def _all(desk: Desk) -> tuple[Item, ...]:
    """Every question, the doubtful ones too."""
    before, desk.show_red = desk.show_red, True
    try:
        return desk.items
    finally:
        desk.show_red = before


def _chosen(item: Item) -> bool:
    """Whether the author had a hand in it, so that it is not the rules' alone."""
    return item.own or item.edited or item.state is State.KEPT


def _summary(green: int, amber: int, red: int, desk: Desk) -> str:
    """How many are ready, how many are not, and how many were refused."""
    refused = sum(item.state is State.REFUSED for item in _all(desk))
    parts = [
        words.ready(green) if green else words.nothing(of_doubtful=bool(amber or red)),
        words.not_ready(amber, red),
        words.refused_count(refused) if refused else "",
    ]
    return " ".join(part for part in parts if part)


def _unwritten(desk: Desk) -> str:
    """Why a draft is not on disk; the window's comfort, that it stands open, holds not here."""
    said = deciding.describe(desk.trouble) if desk.trouble is not None else None
    return " ".join(part for part in (said.what, said.do) if part) if said else ""
