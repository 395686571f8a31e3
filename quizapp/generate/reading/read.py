"""The doors of this room: a file, an address or words from the clipboard become an article."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from quizapp.generate.article import Article
from quizapp.generate.reading.address import address_of
from quizapp.generate.reading.decoding import decoded
from quizapp.generate.reading.english import is_english
from quizapp.generate.reading.errands import run
from quizapp.generate.reading.form import Form, form_of
from quizapp.generate.reading.letter import Errand
from quizapp.generate.reading.markdown import markdown_text
from quizapp.generate.reading.outcome import (
    LIMITS,
    MEBIBYTE,
    ArticleRead,
    Found,
    Limits,
    Note,
    NoteCode,
    ReadingError,
    Reason,
    Watch,
)
from quizapp.generate.reading.plain import plain_text

_PIECE = 1024 * 1024
_LETTER = re.compile(r"[^\W\d_]")
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)


def _no_progress(share: float) -> None:
    del share


def _never() -> bool:
    return False


def read_file(
    path: Path,
    *,
    limits: Limits = LIMITS,
    progress: Callable[[float], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> ArticleRead:
    """Read a file of plain text, Markdown, HTML or PDF.

    Args:
        path: the file.
        limits: how much it may take.
        progress: told how much is done, from 0 to 1, in the thread of the caller.
        cancelled: asked at least every tenth of a second or so whether to stop.

    Raises:
        ReadingError: nothing could be read; the file is as it was.
        Cancelled: it was called off.
    """
    watch = Watch(progress, cancelled)
    data = _bytes_of(path, limits, watch)
    return _read(_found(data, path.suffix.lower(), limits, watch.part(0.1, 1)), watch)


def read_bytes(
    data: bytes,
    *,
    limits: Limits = LIMITS,
    progress: Callable[[float], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> ArticleRead:
    """Read what came through a pipe: plain text, Markdown, HTML or PDF, known by its beginning.

    Args:
        data: all of it.
        limits: how much it may take.
        progress: told how much is done, from 0 to 1, in the thread of the caller.
        cancelled: asked at least every tenth of a second or so whether to stop.

    Raises:
        ReadingError: nothing could be read.
        Cancelled: it was called off.
    """
    watch = Watch(progress, cancelled)
    if len(data) > limits.file:
        raise ReadingError(Reason.TOO_LARGE, most=str(limits.file // MEBIBYTE))
    if not data:
        raise ReadingError(Reason.EMPTY)
    return _read(_found(data, "", limits, watch), watch)


def _found(data: bytes, suffix: str, limits: Limits, watch: Watch) -> Found:
    """What bytes hold, whatever they are; `suffix` is the end of their file's name."""
    form = form_of(data, suffix)
    if form in {Form.HTML, Form.PDF}:
        return run(Errand(form.value, limits), data, watch)
    text = decoded(data)
    reader = markdown_text if form is Form.MARKDOWN else plain_text
    found = reader(text.text, watch)
    if text.guessed:
        note = Note(NoteCode.ENCODING_GUESSED, (("encoding", text.encoding),))
        found = replace(found, notes=(*found.notes, note))
    return found


def read_address(
    url: str,
    *,
    allow_private: bool = False,
    limits: Limits = LIMITS,
    progress: Callable[[float], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> ArticleRead:
    """Fetch a web address and read what stands there.

    Args:
        url: as typed; without a scheme https is taken.
        allow_private: go to this machine and the own network too.
        limits: how much it may take; its seconds hold from start to end.
        progress: told how much is done, from 0 to 1, in the thread of the caller.
        cancelled: asked at least every tenth of a second or so whether to stop.

    Raises:
        ReadingError: the address is refused, or nothing can be read there; nothing was kept.
        Cancelled: it was called off.
    """
    watch = Watch(progress, cancelled)
    # Looked at here too, so that what is wrong at first sight is said at once.
    address = address_of(url, allow_private=allow_private)
    errand = Errand("address", limits, address.url, allow_private)
    return _read(run(errand, b"", watch), watch)


def read_words(
    words: str,
    *,
    html: bool = False,
    limits: Limits = LIMITS,
    progress: Callable[[float], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> ArticleRead:
    """Read what was pasted.

    Args:
        words: plain text, Markdown, or HTML.
        html: it is HTML copied out of a page, of which all words count; the source of a whole
            page is known by its beginning without this, and only its article is taken.
        limits: how much it may take.
        progress: told how much is done, from 0 to 1, in the thread of the caller.
        cancelled: asked at least every tenth of a second or so whether to stop.

    Raises:
        ReadingError: there is nothing to read.
        Cancelled: it was called off.
    """
    watch = Watch(progress, cancelled)
    data = words.encode("utf-8", "replace")
    if len(data) > limits.file:
        raise ReadingError(Reason.TOO_LARGE, most=str(limits.file // MEBIBYTE))
    if html:
        return _read(run(Errand("fragment", limits), data, watch), watch)
    try:
        form = form_of(data)
    except ReadingError:
        form = Form.PLAIN  # words that begin as another file would
    if form is Form.HTML:
        return _read(run(Errand("html", limits), data, watch), watch)
    marked = words.startswith("---\n") or _HEADING.search(words, 0, 20_000)
    reader = markdown_text if marked else plain_text
    return _read(reader(words, watch), watch)


def _bytes_of(path: Path, limits: Limits, watch: Watch) -> bytes:
    """The bytes of a file."""
    watch.told(0)
    facts = {"path": str(path).encode("utf-8", "replace").decode("utf-8")}
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadingError(Reason.FOLDER, **facts)
        if not stat.S_ISREG(status.st_mode):
            raise ReadingError(Reason.NOT_A_FILE, **facts)
        if status.st_size > limits.file:
            raise ReadingError(Reason.TOO_LARGE, most=str(limits.file // MEBIBYTE))
        data = bytearray()
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                data += piece
                watch.told(0.1 * len(data) / max(status.st_size, len(data)))
                if len(data) > limits.file:
                    raise ReadingError(Reason.TOO_LARGE, most=str(limits.file // MEBIBYTE))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise ReadingError(Reason.MISSING, **facts) from None
    except PermissionError:
        raise ReadingError(Reason.NO_PERMISSION, **facts) from None
    except OSError as error:
        reason = error.strerror or os.strerror(error.errno or 0)
        raise ReadingError(Reason.UNREADABLE, **facts, reason=reason) from None
    if not data:
        raise ReadingError(Reason.EMPTY)
    return bytes(data)


def _read(found: Found, watch: Watch) -> ArticleRead:
    """What was found as an article, with notes on what is missing."""
    if not found.text.strip():
        raise ReadingError(Reason.EMPTY)
    if not _LETTER.search(found.text):
        raise ReadingError(Reason.NO_WORDS)
    article = Article(
        found.text, found.title, found.published, found.publisher, found.author, found.url
    )
    notes = list(found.notes)
    if not is_english(found.text):
        notes.insert(0, Note(NoteCode.NOT_ENGLISH))
    if not article.title:
        notes.append(Note(NoteCode.NO_TITLE))
    if article.published is None:
        notes.append(Note(NoteCode.NO_DATE))
    watch.told(1)
    return ArticleRead(article, tuple(notes))
