"""What the first lines of an article say of it: headline, who wrote it, where, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.content.question import PartialDate
from quizapp.generate.reading.dates import date_at, date_of

_FIRST = 7
"""Paragraphs that a byline or a date stands among."""
_TITLE_LONGEST = 180
_ENDS = re.compile(r"[.,;:][\"'”’)\]]*$")
_LETTER = re.compile(r"[^\W\d_]")
_NAME = (
    r"(?!(?:The|This|That|Our|All|Any|A|An|And|With)\b)"
    r"[^\W\d_a-z][\w.'’-]*(?: (?:(?:van|von|de|del|der|den|di|da|la|le|bin|al|ibn|dos|el) )*"
    r"[^\W\d_a-z][\w.'’-]*){1,4}"
)
_BYLINE = re.compile(
    rf"(?:Written by|By|BY|by)[: ] ?(?P<names>{_NAME}(?:(?:,? (?:and|AND|&) |, ){_NAME})*)"
    r"(?:\s*(?:[,|·•–—-]|\bin\b|\bfor\b)\s*(?P<rest>[^.]{1,80}))?"
)
_SHORT_NAMES = """
Reuters AP AFP dpa DPA PA UPI BBC Bloomberg Xinhua ANSA EFE TASS IRNA AAP PTI CNN Tanjug
Bernama Yonhap Kyodo
"""
_AGENCIES = frozenset(_SHORT_NAMES.split()) | {
    "Associated Press",
    "The Associated Press",
    "BBC News",
    "Agence France-Presse",
}
_ROLE = re.compile(
    r"(?i)\b(?:writer|reporter|correspondent|editor|staff|columnist|bureau|desk|chief)$"
)
_PLACE = re.compile(r"(?P<place>[A-Z][\w.'’-]*(?:[ /,]+[A-Z][\w.'’-]*){0,4}),?\s*")
_AGENCY = re.compile(r"\(\s*(?P<name>[A-Z][\w .&'’-]{1,40}?|dpa)\s*\)\s*")
_DASH = re.compile(r"\s*(?:--?|[–—])\s+|\s*[–—]")
_NO_YEAR = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?=[\s(])")


@dataclass(frozen=True, slots=True)
class Opening:
    """What was said unmistakably; the rest is "" or None."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: PartialDate | None = None


def opening_of(parts: Sequence[str]) -> Opening:
    """Read the first paragraphs, and the last for a date that stands alone."""
    title = title_of(parts)
    author = publisher = ""
    published = None
    for part in parts[:_FIRST]:
        if not author and (found := byline(part)):
            author, house = found
            publisher = publisher or house
        published = published or date_of(part)
        if line := dateline(part):
            publisher = publisher or line.publisher
            published = published or line.published
    for part in parts[_FIRST:][-2:]:
        published = published or date_of(part)
    return Opening(title, author, publisher, published)


def title_of(parts: Sequence[str]) -> str:
    """The first paragraph, where it is short, ends in no full stop and something follows it."""
    if len(parts) < 2:
        return ""
    first = parts[0]
    if len(first) > _TITLE_LONGEST or len(first) > len(max(parts[1:], key=len)):
        return ""
    if _ENDS.search(first) or not _LETTER.search(first) or byline(first) or date_of(first):
        return ""
    return "" if dateline(first) else first


def byline(part: str) -> tuple[str, str] | None:
    """The names in a line like "By Jane Doe and John Roe | Reuters", and the agency or ""."""
    if len(part) > 160:
        return None
    found = _BYLINE.fullmatch(part.strip())
    if not found:
        return None
    names = re.sub(r",? (?:and|AND|&) ", ", ", found["names"])
    rest = (found["rest"] or "").strip()
    house = rest if rest in _AGENCIES else ""
    parts = [part for part in names.split(", ") if not _ROLE.search(part)]
    names = ", ".join(parts)
    if len(parts) > 1 and parts[-1] in _AGENCIES:
        house, names = parts[-1], ", ".join(parts[:-1])
    return _cased(names), house


def dateline(part: str) -> Opening | None:
    """Agency and date of an opening like "PRISTINA, March 10, 2022 (Reuters) - "."""
    head = part[:160]
    place = _PLACE.match(head)
    if not place:
        return None
    # The place's pattern takes a month's name too: look for the date from each comma.
    end = place.end()
    published = None
    for comma in re.finditer(r",\s*", head[: end + 1]):
        if dated := date_at(head, comma.end()):
            published, end = dated
            break
        if bare := _NO_YEAR.match(head, comma.end()):
            end = bare.end()
            break
    while head[end : end + 1] in {" ", ","}:
        end += 1
    agency = _AGENCY.match(head, end)
    if agency:
        end = agency.end()
    if not _DASH.match(head, end) or not (agency or published):
        return None
    if agency and agency["name"] not in _AGENCIES and not place["place"].split(",")[0].isupper():
        return None
    return Opening(publisher=agency["name"] if agency else "", published=published)


def _cased(names: str) -> str:
    """Names in capitals are written as names are."""
    return names.title() if names.isupper() else names
