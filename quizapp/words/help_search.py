"""Searching the help: sections that hold the typed words, best first, each with a snippet."""

from __future__ import annotations

import bisect
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.words.help_pages import CODES, Help

_WORD = re.compile(r"\w+")
_TITLE, _HEADING, _BODY, _CODE = 6.0, 4.0, 1.0, 0.5  # worth of a word, by where it stands
_OF_CODES = 0.2  # of that on a page about a code: who looks for a word seldom means the checks
_WHOLE, _BEGUN, _SHORTENED = 1.0, 0.6, 0.3  # by how much of it was typed
_SHORTEST = 3  # letters to which a word that stands nowhere is shortened
_A_PAGE = 3  # sections of one page, at most
_LONG = 140  # characters of a snippet
_BEFORE = 40  # of them before the first word found


@dataclass(frozen=True, slots=True)
class Found:
    """A section that was found.

    Attributes:
        page: name of its page.
        title: of its page.
        heading: its own; that of the page where it is the first.
        anchor: by which a link calls it, "" for the top of the page.
        snippet: some of its words, around those that were typed.
    """

    page: str
    title: str
    heading: str
    anchor: str
    snippet: str


@dataclass(frozen=True, slots=True)
class _Place:
    page: str
    title: str
    heading: str
    anchor: str
    text: str


class HelpIndex:
    """The words of all pages, looked up as one types."""

    def __init__(self, pages: Help) -> None:
        self._places: list[_Place] = []
        self._posted: dict[str, dict[int, float]] = {}
        for page in pages.pages.values():
            for section in page.sections:
                at = len(self._places)
                place = _Place(
                    page.name, page.title, section.heading, section.anchor, section.text
                )
                self._places.append(place)
                much = _OF_CODES if page.name.startswith(f"{CODES}/") else 1.0
                first = not section.anchor
                self._post(at, words(page.name), _TITLE if first else 0.0)
                self._post(at, words(page.title), much * (_TITLE if first else _BODY))
                self._post(at, words(section.heading), much * _HEADING)
                self._post(at, words(section.text), much * _BODY)
                self._post(at, words(section.code), much * _CODE)
        self._known = sorted(self._posted)

    def search(self, typed: str, most: int = 30) -> tuple[Found, ...]:
        """The sections that fit best; where none has every word, those that have most of them.

        Args:
            typed: words; the beginning of one is enough.
            most: how many to find at most.
        """
        wanted = list(dict.fromkeys(words(typed)))
        hits: dict[int, tuple[int, float]] = {}
        stood: dict[int, set[str]] = {}
        for word in wanted:
            for at, (worth, form) in self._look_up(word).items():
                count, total = hits.get(at, (0, 0.0))
                hits[at] = (count + 1, total + worth)
                stood.setdefault(at, set()).update(form)
        if not hits:
            return ()
        fullest = max(count for count, _worth in hits.values())
        ranked = sorted(
            (at for at, (count, _worth) in hits.items() if count == fullest),
            key=lambda at: (-hits[at][1], at),
        )
        return tuple(self._found(at, stood[at]) for at in self._spread(ranked, most))

    def _post(self, at: int, found: list[str], worth: float) -> None:
        if not worth:
            return
        for word, count in Counter(found).items():
            known = self._posted.setdefault(word, {})
            known[at] = known.get(at, 0.0) + worth * (1 + math.log(count))

    def _look_up(self, word: str) -> dict[int, tuple[float, set[str]]]:
        """The places of a word, or of words that begin as it does, with what each is worth."""
        begin, worth = word, _BEGUN
        forms = self._beginning(begin)
        while not forms and len(begin) > _SHORTEST:
            begin, worth = begin[:-1], _SHORTENED
            forms = self._beginning(begin)
        found: dict[int, tuple[float, set[str]]] = {}
        for form in forms:
            posted = self._posted[form]
            rare = math.log(1 + len(self._places) / len(posted))
            much = rare * (_WHOLE if form == word else worth)
            for at, times in posted.items():
                best, seen = found.get(at, (0.0, set()))
                found[at] = (max(best, much * times), seen | {form})
        return found

    def _beginning(self, word: str) -> list[str]:
        first = bisect.bisect_left(self._known, word)
        last = bisect.bisect_left(self._known, word + "\U0010ffff")
        return self._known[first:last]

    def _spread(self, ranked: Iterable[int], most: int) -> list[int]:
        """Not more than a few of one page."""
        taken: Counter[str] = Counter()
        kept = []
        for at in ranked:
            page = self._places[at].page
            if taken[page] < _A_PAGE:
                taken[page] += 1
                kept.append(at)
            if len(kept) == most:
                break
        return kept

    def _found(self, at: int, forms: set[str]) -> Found:
        place = self._places[at]
        return Found(
            place.page, place.title, place.heading, place.anchor, _snippet(place.text, forms)
        )


def words(text: str) -> list[str]:
    """The words of a text, without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(c for c in apart if not unicodedata.combining(c)))


def _snippet(text: str, forms: set[str]) -> str:
    """Some words around the first that was looked for, cut between words."""
    text = " ".join(text.split())
    first = next(
        (
            at.start()
            for at in _WORD.finditer(text)
            if words(at[0])[:1] and words(at[0])[0] in forms
        ),
        0,
    )
    start = 0
    if first > _BEFORE:
        start = text.find(" ", first - _BEFORE) + 1 or first
    cut = text[start : start + _LONG]
    if start + _LONG < len(text):
        cut = cut[: cut.rfind(" ")] if " " in cut else cut
        cut += "…"
    return f"…{cut}" if start else cut
