"""A PDF into an article's parts. It stands on pypdf, and is run in a process of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from quizapp.generate.reading.opening import opening_of
from quizapp.generate.reading.outcome import Found, Note, NoteCode, ReadingError, Reason
from quizapp.generate.reading.pdf_lines import Line, headline_of, paragraphs_of
from quizapp.generate.reading.prose import clean, spaced, whole

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_MOST_PAGES = 300
_NO_TITLE = re.compile(r"(?i)^(?:untitled|microsoft word|document\d*$)|\.(?:docx?|pdf|indd|qxp)$")
_TITLE_LONGEST = 250
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pypdf lets fall over the insides of a damaged file, beside its own errors."""


def pdf_text(data: bytes, told: Callable[[float], None]) -> Found:
    """Read a PDF.

    Args:
        data: the file.
        told: is told how much is done, from 0 to 1.

    Raises:
        ReadingError: it is protected, damaged, or holds pictures of text only.
        ImportError: the extra `articles` is not installed.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(Reason.PDF_PROTECTED)
        pages, empty, broken = _pages(reader, told)
        told_title = _title(reader)
    except (DependencyError, FileNotDecryptedError, NotImplementedError):
        raise ReadingError(Reason.PDF_PROTECTED) from None
    except (PyPdfError, *_BROKEN):
        raise ReadingError(Reason.PDF_DAMAGED) from None
    if not any(pages):
        if broken or not pages:
            raise ReadingError(Reason.PDF_DAMAGED)
        raise ReadingError(Reason.PDF_SCANNED, pages=str(len(pages)))
    parts = [spaced(clean(part).replace("\n", " ")) for part in paragraphs_of(pages)]
    parts = [part for part in parts if part]
    opening = opening_of(parts)
    return Found(
        whole(parts),
        headline_of(pages, parts) or told_title or opening.title,
        opening.published,
        opening.publisher,
        opening.author,
        notes=(Note(NoteCode.PAGES_WITHOUT_TEXT, (("pages", ", ".join(empty)),)),)
        if empty
        else (),
    )


def _pages(
    reader: PdfReader, told: Callable[[float], None]
) -> tuple[list[list[Line]], list[str], bool]:
    """The lines of each page, the numbers of those without any, and whether one was broken."""
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    count = min(len(reader.pages), _MOST_PAGES)
    pages: list[list[Line]] = []
    broken = False
    for number in range(count):
        told(number / count)
        try:
            lines = _lines(reader.pages[number])
        except FileNotDecryptedError:
            raise
        except (PyPdfError, *_BROKEN):
            lines, broken = [], True  # the others may still be read
        pages.append(lines)
    empty = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    return pages, empty, broken


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page, in the order the file draws them."""
    found: list[Line] = []

    def visit(text: str, user: Any, matrix: Any, _font: Any, size: float) -> None:  # noqa: ANN401 - pypdf's own kind
        if not text.strip():
            return
        x = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
        y = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
        scale = abs(matrix[3] * user[3]) or abs(matrix[1] * user[2]) or 1.0
        for words in text.split("\n"):
            if not words.strip():
                continue
            last = found[-1] if found else None
            if last and abs(last.y - y) < 1.0 and _meet(last, words, x):
                found[-1] = Line(last.text + words, last.x, last.y, max(last.size, size * scale))
            else:
                found.append(Line(words, x, y, abs(size) * scale))

    page.extract_text(visitor_text=visit)
    return found


def _meet(last: Line, words: str, x: float) -> bool:
    """Whether words on the height of a line go on with it, and are no other column."""
    del words
    return x - (last.x + 0.45 * last.size * len(last.text)) < 3 * max(last.size, 1.0)


def _title(reader: PdfReader) -> str:
    """The title that the file gives itself, unless it is a file's name."""
    try:
        told = reader.metadata.title if reader.metadata else None
    except (ValueError, TypeError, AttributeError, KeyError):
        return ""
    title = spaced(clean(str(told or "")).replace("\n", " "))
    return "" if _NO_TITLE.search(title) or len(title) > _TITLE_LONGEST else title
