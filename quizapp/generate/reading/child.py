"""The reading process: reads one page, PDF or address within bounds, answers, and ends.

It is started by `quizapp.generate.reading.errands`, is spoken to over its standard input and
output, and once it has what it reads it can neither reach the network nor start a program.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from quizapp.generate.reading.decoding import decoded
from quizapp.generate.reading.form import Form, form_of
from quizapp.generate.reading.letter import (
    Errand,
    answer_line,
    errand_of,
    told_error,
    told_found,
)
from quizapp.generate.reading.outcome import (
    Found,
    Limits,
    Note,
    NoteCode,
    ReadingError,
    Reason,
    Watch,
)

_SEALED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.startfile",
    "os.fork",
    "ctypes.dlopen",
    "webbrowser.",
)

Say = Callable[[str, object], None]


def main(source: BinaryIO, target: BinaryIO) -> None:
    """Do one errand.

    Args:
        source: gives the errand's line, then the bytes to read.
        target: is told the answer, line by line.
    """

    def say(name: str, value: object) -> None:
        target.write(answer_line(name, value))
        target.flush()

    errand = errand_of(source.readline())
    data = source.read()
    try:
        say("found", told_found(read(errand, data, say)))
    except ReadingError as error:
        say("error", told_error(error))
    except ImportError:
        say("error", told_error(ReadingError(Reason.EXTRA_MISSING)))
    except MemoryError:
        say("error", told_error(ReadingError(Reason.TOO_MUCH_MEMORY)))
    except Exception as error:  # noqa: BLE001 - whatever a library meets in a broken file
        failure = ReadingError(Reason.FAILED, detail=type(error).__name__)
        say("error", told_error(failure))


def read(errand: Errand, data: bytes, say: Say) -> Found:
    """Read what the errand names, within its bounds.

    Raises:
        ReadingError: nothing can be read.
        ImportError: a library is missing.
        MemoryError: it takes too much.
    """
    if errand.task == "address":
        from quizapp.generate.reading.fetching import fetched

        page = fetched(errand.url, allow_private=errand.allow_private, limits=errand.limits)
        say("stage", "reading")
        form = form_of(page.data)
        if form is Form.PLAIN and page.kind:
            form = Form(page.kind)  # the server knows better where the first bytes say nothing
        _load(form)
        seal(errand.limits)
        return read_bytes(form, page.data, page.url, say, charset=page.charset)
    if errand.task == "fragment":
        from quizapp.generate.reading.fragment import fragment_text

        seal(errand.limits)
        return fragment_text(data.decode("utf-8", "replace"))
    form = Form(errand.task)
    _load(form)
    seal(errand.limits)
    return read_bytes(form, data, errand.url, say)


def read_bytes(form: Form, data: bytes, url: str, say: Say, *, charset: str = "") -> Found:
    """Read an article of a known form.

    Raises:
        ReadingError: nothing can be read.
        ImportError: a library is missing.
    """
    if form is Form.PDF:
        from quizapp.generate.reading.pdf_text import pdf_text

        return replace(pdf_text(data, lambda share: say("progress", share)), url=url)
    text = decoded(data, declared=charset, page=form is Form.HTML)
    found = _read_text(form, text.text, url)
    if text.guessed:
        note = Note(NoteCode.ENCODING_GUESSED, (("encoding", text.encoding),))
        found = replace(found, notes=(*found.notes, note))
    return found


def _read_text(form: Form, text: str, url: str) -> Found:
    if form is Form.HTML:
        from quizapp.generate.reading.web_page import web_page

        return web_page(text, url)
    if form is Form.MARKDOWN:
        from quizapp.generate.reading.markdown import markdown_text

        found = markdown_text(text, Watch())
    else:
        from quizapp.generate.reading.plain import plain_text

        found = plain_text(text, Watch())
    return replace(found, url=url or found.url)


def _load(form: Form) -> None:
    """Import the library before the bounds are drawn: what it takes itself does not count."""
    if form is Form.PDF:
        import pypdf  # noqa: F401 - only to be there
    elif form is Form.HTML:
        import trafilatura  # noqa: F401 - only to be there


def seal(limits: Limits) -> None:
    """From here on: so much memory and time, no network, no other programs. It holds to the end.

    Memory is bounded where the system tells how much is in use; time is bounded here too, for the
    case that whoever started this is gone.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        seconds = math.ceil(limits.seconds) + 5
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    def refuse(event: str, _details: tuple[object, ...]) -> None:
        if event.startswith(_SEALED):
            raise PermissionError(event)

    sys.addaudithook(refuse)


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
