"""What a file is: told by its first bytes, and by its name where they leave it open."""

from __future__ import annotations

import re
from enum import StrEnum

from quizapp.generate.reading.outcome import ReadingError, Reason


class Form(StrEnum):
    """How an article is written down."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"


_PAGE = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_BEFORE_PAGE = ((b"<!--", b"-->"), (b"<?xml", b"?>"))
_SUFFIXES = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".mdown": Form.MARKDOWN,
    ".htm": Form.HTML,
    ".html": Form.HTML,
    ".xhtml": Form.HTML,
    ".pdf": Form.PDF,
}
_OTHERS = (
    (b"PK\x03\x04", "archive"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"bplist", "webarchive"),
)
_OFFICE_SUFFIXES = {".docx", ".odt", ".pages", ".doc", ".epub"}
_ARCHIVE_PAGE = re.compile(
    rb"(?:From:|MIME-Version:|Snapshot-Content-Location:)[^\n]{0,300}\n", re.IGNORECASE
)


def form_of(data: bytes, suffix: str = "") -> Form:
    """Tell the form.

    Args:
        data: the file, or at least its beginning.
        suffix: of its name, in lower case, or "".

    Raises:
        ReadingError: it is a document of a kind that is not read.
    """
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return Form.PDF
    for beginning, kind in _OTHERS:
        if head.startswith(beginning):
            office = kind == "archive" and suffix in _OFFICE_SUFFIXES
            raise ReadingError(Reason.OTHER_KIND, kind="office" if office else kind)
    if _ARCHIVE_PAGE.match(head) and (
        suffix in {".mht", ".mhtml"} or b"multipart/related" in head
    ):
        raise ReadingError(Reason.OTHER_KIND, kind="webarchive")
    if _is_page(head):
        return Form.HTML
    if suffix == ".pdf":
        raise ReadingError(Reason.PDF_DAMAGED)
    return _SUFFIXES.get(suffix, Form.PLAIN)


def _is_page(head: bytes) -> bool:
    """Whether HTML begins here, behind comments and a declaration of XML."""
    rest = head.lstrip()
    while not _PAGE.match(rest):
        end = next((end for start, end in _BEFORE_PAGE if rest.startswith(start)), b"")
        if not end or end not in rest:
            return False
        rest = rest.partition(end)[2].lstrip()
    return True
