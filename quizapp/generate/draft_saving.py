"""Kept questions become a deck, or join one: with the article's text beside it, or not at all."""

from __future__ import annotations

import os
import re
import tomllib
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

from quizapp.content import deck_file
from quizapp.content.deck import Deck, DeckRead, Fault, Source
from quizapp.content.question import Evidence, Question
from quizapp.content.whole_write import write_whole
from quizapp.generate.article import Article
from quizapp.generate.candidate import SOURCE
from quizapp.generate.desk import Desk, Item
from quizapp.generate.draft_errors import SavingError, code_of, facts_of
from quizapp.generate.draft_language import language_of
from quizapp.generate.draft_layout import fresh_id

Taken: TypeAlias = Callable[[str], str | None]
"""The id of the user's deck that has a question's id, or None."""

_LONGEST_NAME = 48
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names that Windows keeps for itself."""


@dataclass(frozen=True, slots=True)
class DeckDetails:
    """The head of a new deck, as the author words it; "" for the language is the article's."""

    title: str
    description: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    license: str = ""


def save_new(
    desk: Desk,
    folder: Path,
    details: DeckDetails,
    *,
    taken: Taken,
    used: Collection[str] = (),
    again: bool = False,
) -> Path:
    """Make a deck of the kept questions, in the order of the article.

    The article's text lies beside it, in a folder named by the deck's id. No file that is there
    is touched: the id, made from the title, is one that is free in the folder.

    Args:
        desk: its questions count as saved afterwards.
        folder: where the deck goes; made if it is not there.
        details: the deck's head.
        taken: a question whose id stands in another deck gets one of its own.
        used: ids of decks elsewhere, which the new one must not have.
        again: take those too that stand in one of the user's decks already.

    Returns:
        Where the deck lies.

    Raises:
        SavingError: nothing was saved.
    """
    items = _wanted(desk, again)
    title = " ".join(details.title.split()) or _title(desk.article)
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        deck_id, texts = _reserved(folder, title, used)
    text = texts / f"{_slug(_title(desk.article), 'article')}.md"
    path = folder / f"{deck_id}.toml"
    head = Deck(deck_id, title)
    return _make(desk, path, _headed(head, details, desk.article), text, texts, items, taken)


def save_as(
    desk: Desk,
    path: Path,
    details: DeckDetails,
    *,
    taken: Taken,
    used: Collection[str] = (),
    again: bool = False,
) -> Path:
    """Make a deck of the kept questions in the very file that is named.

    Its id is made from the file's name; the article's text lies beside it as for `save_new`.

    Args:
        desk: its questions count as saved afterwards.
        path: the file, in a folder that is there; nothing lies there yet.
        details: the deck's head.
        taken: a question whose id stands in another deck gets one of its own.
        used: ids of decks elsewhere, which the new one must not have.
        again: take those too that stand in one of the user's decks already.

    Returns:
        Where the deck lies.

    Raises:
        SavingError: nothing was saved.
    """
    items = _wanted(desk, again)
    if os.path.lexists(path):
        raise SavingError("in-the-way", path=str(path))
    deck_id = _free(_slug(path.stem, "deck"), used)
    title = " ".join(details.title.split()) or _title(desk.article)
    text = _free_text(path.parent, deck_id, desk.article)
    fresh = None if text.parent.exists() else text.parent
    with _told(path):
        text.parent.mkdir(exist_ok=True)
    head = _headed(Deck(deck_id, title), details, desk.article)
    return _make(desk, path, head, text, fresh, items, taken)


def _headed(deck: Deck, details: DeckDetails, article: Article) -> Deck:
    return replace(
        deck,
        language=details.language or language_of(article),
        description=details.description.strip(),
        authors=tuple(author for author in details.authors if author.strip()),
        license=details.license.strip(),
    )


def _make(
    desk: Desk,
    path: Path,
    head: Deck,
    text: Path,
    fresh: Path | None,
    items: Sequence[Item],
    taken: Taken,
) -> Path:
    """Write a new deck and its text, or neither; `fresh` is a folder made for the text."""
    with _cleared(text, fresh), _told(path):
        source = _source(desk.article, SOURCE, text, path.parent)
        ids = _ids(items, head.id, taken, set())
        questions = _all_saved(items, ids, source.id)
        deck = replace(head, sources=(source,), questions=questions)
        write_whole(text, desk.article.text.encode())
        words = deck_file.write_text(deck_file.with_labels(deck))
        _hold_back(deck_file.read_as(path, words).faults, ids)
        write_whole(path, words.encode())
    desk.saved(dict.fromkeys(ids, head.id))
    return path


def add_to(desk: Desk, path: Path, *, taken: Taken, again: bool = False) -> Path:
    """Add the kept questions to the end of a deck; every other byte of it stays.

    What stands in it already, by its id, is passed over and keeps its words there; a source with
    the article's very text is used again, another gets the text beside the deck.

    Args:
        desk: its questions count as saved afterwards.
        path: the deck's file.
        taken: a question whose id stands in another deck gets one of its own.
        again: take those too that stand in another of the user's decks already.

    Returns:
        Where the deck lies.

    Raises:
        SavingError: nothing was saved.
    """
    before, deck, there = _read(path)
    items = _wanted(desk, again, deck.id)
    items = [i for i in items if i.id not in there and fresh_id(i.id, deck.id) not in there]
    if not items:
        raise SavingError("all-there", path=str(path), deck=deck.id)
    ids = _ids(items, deck.id, taken, there)
    texts = dict(deck_file.read_as(path, before).texts)
    source = next((s for s in deck.sources if texts.get(s.id) == desk.article.text), None)
    with _told(path):
        if source is not None:
            _append(path, before, (), _all_saved(items, ids, source.id), ids)
        else:
            text = _free_text(path.parent, deck.id, desk.article)
            name = _free(SOURCE, _source_ids(before))
            new = _source(desk.article, name, text, path.parent)
            with _cleared(text, None if text.parent.exists() else text.parent):
                text.parent.mkdir(exist_ok=True)
                write_whole(text, desk.article.text.encode())
                _append(path, before, (new,), _all_saved(items, ids, name), ids)
    desk.saved(dict.fromkeys(ids, deck.id))
    return path


def faults_of(question: Question) -> tuple[Fault, ...]:
    """What keeps a question out of a deck, whatever the gates say: an empty answer, say."""
    evidence = question.evidence
    if evidence is not None:
        question = replace(question, evidence=replace(evidence, source=SOURCE))
    deck = Deck("deck", "-", sources=(Source(SOURCE, "-"),), questions=(question,))
    try:
        words = deck_file.write_text(deck)
    except ValueError:
        return (Fault("not-utf8", 0, question=question.id or ""),)
    return deck_file.read_as(Path("deck.toml").absolute(), words).faults


def _wanted(desk: Desk, again: bool, deck: str = "") -> list[Item]:
    """The questions to save; those of the deck itself too, so that they are told as there."""
    kept = desk.to_save(again=True)
    if not kept:
        raise SavingError("nothing-kept")
    wanted = [item for item in kept if again or item.saved_in in {"", deck}]
    if not wanted:
        raise SavingError("all-saved", deck=kept[0].saved_in)
    return wanted


def _read(path: Path) -> tuple[str, Deck, set[str]]:
    """A deck's text, the deck, and the ids of its questions, of those with faults too."""
    try:
        text = deck_file.text_of(path)
    except deck_file.DeckUnreadableError as error:
        raise SavingError("deck-unreadable", (error.fault,), path=str(path)) from error
    read = deck_file.read_as(path, text)
    if read.deck is None:
        raise SavingError("deck-unreadable", read.faults, path=str(path))
    blocks = _blocks(text, "question")
    return text, read.deck, {str(block.get("id")) for block in blocks}


def _blocks(text: str, name: str) -> list[dict[str, object]]:
    blocks = tomllib.loads(text.removeprefix("\ufeff")).get(name)
    return [b for b in blocks if isinstance(b, dict)] if isinstance(blocks, list) else []


def _source_ids(text: str) -> set[str]:
    return {str(block.get("id")) for block in _blocks(text, "source")}


def _append(
    path: Path,
    before: str,
    sources: Sequence[Source],
    questions: Sequence[Question],
    ids: Mapping[str, str],
) -> None:
    """Write the deck with blocks at its end, if it stands as it was read."""
    words = deck_file.with_blocks(before, sources, questions)
    old, new = deck_file.read_as(path, before), deck_file.read_as(path, words)
    if new.deck is None:
        raise SavingError("deck-shape", new.faults, path=str(path))
    _hold_back(_added(old, new), ids)
    if deck_file.text_of(path) != before:
        raise SavingError("deck-changed", path=str(path))
    write_whole(path, words.encode())


def _added(old: DeckRead, new: DeckRead) -> tuple[Fault, ...]:
    """The faults that were not there before; appending moves no line."""
    known = set(old.faults)
    return tuple(fault for fault in new.faults if fault not in known)


def _hold_back(faults: Sequence[Fault], ids: Mapping[str, str]) -> None:
    """Refuse to save what a reader of the deck would find fault with."""
    if faults:
        here = {new: item_id for item_id, new in ids.items()}
        told = (replace(fault, question=here.get(fault.question, "")) for fault in faults)
        raise SavingError("faulty", tuple(told))


def _ids(items: Sequence[Item], deck_id: str, taken: Taken, there: set[str]) -> dict[str, str]:
    """The id that each question has in the deck: its own, unless another deck has that."""
    ids: dict[str, str] = {}
    for item in items:
        name, turn = item.id, 0
        while taken(name) not in {None, "", deck_id} or name in there:
            name, turn = fresh_id(item.id, deck_id, turn), turn + 1
        ids[item.id] = name
    return ids


def _all_saved(items: Sequence[Item], ids: Mapping[str, str], source: str) -> tuple[Question, ...]:
    return tuple(_saved(item, ids[item.id], source) for item in items)


def _saved(item: Item, name: str, source: str) -> Question:
    evidence = item.question.evidence
    if evidence is not None:
        evidence = Evidence(source, evidence.quote)
    return replace(item.question, id=name, evidence=evidence)


def _source(article: Article, name: str, text: Path, folder: Path) -> Source:
    return Source(
        name,
        _title(article),
        " ".join(article.publisher.split()),
        article.published,
        article.url if _is_address(article.url) else "",
        text.relative_to(folder).as_posix(),
        article.sha256,
    )


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        whole = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
    return whole and url.isprintable() and " " not in url


def _title(article: Article) -> str:
    """The article's title; where it has none, its first words."""
    title = " ".join(article.title.split())
    return title or " ".join(article.text.split()[:8]) or "Article"


def _slug(words: str, otherwise: str) -> str:
    """A name for files and decks: small Latin letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’")
    parts = re.findall(r"[a-z0-9]+", plain)
    while len(parts) > 1 and len("-".join(parts)) > _LONGEST_NAME:
        parts.pop()
    name = "-".join(parts)[:_LONGEST_NAME] or otherwise
    return f"{otherwise}-{name}" if _DEVICES.fullmatch(name) else name


def _free(name: str, used: Collection[str]) -> str:
    free, number = name, 1
    while free in used:
        number += 1
        free = f"{name}-{number}"
    return free


def _reserved(folder: Path, title: str, used: Collection[str]) -> tuple[str, Path]:
    """An id that is free, and the folder for its texts: made now, so nobody else takes it."""
    name, passed = _slug(title, "deck"), set(used)
    while True:
        free = _free(name, passed)
        passed.add(free)
        if os.path.lexists(folder / f"{free}.toml"):
            continue
        with suppress(FileExistsError):
            (folder / free).mkdir()
            return free, folder / free


def _free_text(folder: Path, deck_id: str, article: Article) -> Path:
    """Where the article's text can lie beside a deck, with nothing there yet."""
    name, number = _slug(_title(article), "article"), 1
    texts = folder / deck_id
    while texts.exists() and not texts.is_dir():
        number += 1
        texts = folder / f"{deck_id}-{number}"
    text, number = texts / f"{name}.md", 1
    while os.path.lexists(text):
        number += 1
        text = texts / f"{name}-{number}.md"
    return text


@contextmanager
def _cleared(text: Path, folder: Path | None) -> Iterator[None]:
    """Take away a text that was written, and its new folder, when the deck is not."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            text.unlink(missing_ok=True)
            if folder is not None:
                folder.rmdir()
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell a refusal of the system as one of ours."""
    try:
        yield
    except OSError as error:
        raise SavingError(code_of(error), (), **facts_of(error, path)) from error
    except UnicodeEncodeError as error:
        raise SavingError("half-character") from error
    except deck_file.DeckUnreadableError as error:
        raise SavingError("deck-changed", (error.fault,), path=str(path)) from error
