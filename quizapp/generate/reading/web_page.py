"""A web page into an article's parts: the text without menus, and what it says of itself.

It stands on trafilatura, and is run in a process of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizapp.generate.reading.dates import date_of
from quizapp.generate.reading.fragment import fragment_text
from quizapp.generate.reading.outcome import Found, Note, NoteCode, ReadingError, Reason
from quizapp.generate.reading.prose import clean, spaced, whole

if TYPE_CHECKING:
    from trafilatura.settings import Document

_FEW_WORDS = 120
"""A page with fewer may be a wall and no article."""
_WALLS = (
    (
        "login",
        re.compile(
            r"(?i)\b(?:(?:log|sign) ?in (?:to|or|with)|(?:please|must|have to) (?:log|sign) ?in|"
            r"enter your password|create (?:an|your) (?:free )?account)\b"
        ),
    ),
    (
        "paywall",
        re.compile(
            r"(?i)\b(?:subscribe (?:now|today|to (?:continue|read|keep|unlock))|subscribers only|"
            r"already a subscriber|for subscribers|continue reading|free articles|free trial|"
            r"unlock this|become a (?:member|subscriber)|premium (?:content|article))\b"
        ),
    ),
    (
        "cookies",
        re.compile(
            r"(?i)\b(?:(?:uses?|using|accept|reject|manage|allow)(?: all| of| our| the)? cookies|"
            r"cookies? (?:policy|settings|consent|preferences)|we value your privacy|"
            r"our partners)\b"
        ),
    ),
    (
        "script",
        re.compile(
            r"(?i)\b(?:(?:enable|turn on|requires?|without) javascript|verify(?:ing)? (?:that )?"
            r"you are (?:a )?human|not a robot|checking your browser|captcha|unusual traffic)\b"
        ),
    ),
)
_HEADING = re.compile(r"<h1\b[^>]{0,2000}>(.{0,2000}?)</h1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NOT_FREE = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)


def web_page(markup: str, url: str = "") -> Found:
    """Read a page.

    Args:
        markup: its HTML.
        url: where it was found, or "".

    Raises:
        ReadingError: there is no article in it, or only a wall before one.
        ImportError: the extra `articles` is not installed.
    """
    from trafilatura import bare_extraction

    markup = clean(markup)
    document = bare_extraction(
        markup,
        url=url or None,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if document is None or isinstance(document, dict) or not (document.text or "").strip():
        return _fallen_back(markup, url)
    return _of_document(document, markup, url)


def _of_document(document: Document, markup: str, url: str) -> Found:
    parts = [spaced(line) for line in clean(document.text or "").split("\n")]
    parts = [part for part in parts if part]
    title = spaced(clean(document.title or "").replace("\n", " "))
    shown = [_plain(found[1]) for found in _HEADING.finditer(markup)]
    if not title and shown:
        title = shown[0]
    if title in shown and title not in parts[:3]:
        parts.insert(0, title)
    words = sum(len(part.split()) for part in parts)
    kind = wall_of(" ".join(parts)) if words < _FEW_WORDS else ""
    if kind:
        raise ReadingError(Reason.WALL, kind=kind)
    cut = _NOT_FREE.search(markup) or (words < 4 * _FEW_WORDS and wall_of(" ".join(parts[-2:])))
    return Found(
        whole(parts),
        title,
        date_of(document.date or ""),
        _named(document.sitename),
        _named(document.author).replace("; ", ", "),
        url or document.url or "",
        (Note(NoteCode.CUT_SHORT),) if cut else (),
    )


def _fallen_back(markup: str, url: str) -> Found:
    """What stands on a page in which no article was found, unless it is a wall."""
    found = fragment_text(markup)
    kind = wall_of(found.text)
    if kind:
        raise ReadingError(Reason.WALL, kind=kind)
    return Found(found.text, found.title, url=url)


def wall_of(text: str) -> str:
    """What a short page asks for instead of showing an article; "" where it asks for nothing."""
    return next((kind for kind, words in _WALLS if words.search(text)), "")


def _plain(markup: str) -> str:
    return fragment_text(_TAG.sub("", markup)).text.replace("\n", " ")


def _named(name: str | None) -> str:
    return spaced(clean(name or "").replace("\n", " "))[:200]
