"""Searching the help: sections that hold the typed words, best first, each with a snippet."""

from __future__ import annotations

import bisect
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from quizapp.words.help_pages import CODES, Help, Section

_WORD = re.compile(r"\w+")
_LINE_OF_CODE = re.compile(r"^E\d{3}: .*$", re.MULTILINE)  # in the list of the checks' codes
_TITLE, _ALSO, _HEADING, _BODY, _CODE = 6.0, 6.0, 6.0, 1.0, 0.3
"""Worth of a word, by where it stands."""
_OF_CODES = 0.15  # of that on a page about a code: who looks for a word seldom means the checks
_WHOLE, _OF_ONE_STEM, _BEGUN, _SLIPPED = 1.0, 0.9, 0.5, 0.3  # by how much of it was typed
_SHORT_SLIP, _LONG_SLIP = 5, 8  # letters from which one slip of the keys, or two, are overlooked
_IDLE = frozenset(
    _WORD.findall("a an and at by can do for how i in is it my of on the to what where")
)
"""Words that say little about what is looked for."""
_PLURALS = (("sses", "ss", 1), ("ies", "y", 2), ("ss", "ss", 1), ("us", "us", 1), ("s", "", 3))
_ENDINGS = (("ing", "", 3), ("ied", "y", 2), ("ed", "", 3))
"""An ending, what stands in its place, and how many letters must be left."""
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
        self._stems: dict[str, list[str]] = {}
        for page in pages.pages.values():
            much = _OF_CODES if page.name.startswith(f"{CODES}/") else 1.0
            for section in page.sections:
                self._post_section(page.name, page.title, section, much)
        self._known = sorted(self._posted)
        for word in self._known:
            self._stems.setdefault(stem(word), []).append(word)

    def search(self, typed: str, most: int = 30) -> tuple[Found, ...]:
        """The sections that fit best; where none has every word, those that have most of them.

        The beginning of a word is enough; its other forms, and a slip of the keys in it, are found
        too. Words such as "how" and "the" are left out where others were typed.

        Args:
            typed: words.
            most: how many to find at most.
        """
        wanted = list(dict.fromkeys(words(typed)))
        telling = [word for word in wanted if word not in _IDLE]
        hits: dict[int, tuple[int, float]] = {}
        stood: dict[int, set[str]] = {}
        for word in telling or wanted:
            for at, (worth, forms) in self._look_up(word).items():
                count, total = hits.get(at, (0, 0.0))
                hits[at] = (count + 1, total + worth)
                stood.setdefault(at, set()).update(forms)
        if not hits:
            return ()
        fullest = max(count for count, _worth in hits.values())
        ranked = sorted(
            (at for at, (count, _worth) in hits.items() if count == fullest),
            key=lambda at: (-hits[at][1], at),
        )
        return tuple(self._found(at, stood[at]) for at in self._spread(ranked, most))

    def _post_section(self, name: str, title: str, section: Section, much: float) -> None:
        at = len(self._places)
        self._places.append(_Place(name, title, section.heading, section.anchor, section.text))
        first = not section.anchor
        self._post(at, words(name), _TITLE if first else 0.0)
        self._post(at, words(title), much * (_TITLE if first else _BODY))
        self._post(at, words(section.heading), much * (0.0 if first else _HEADING))
        self._post(at, words(section.also), _ALSO)  # put there on purpose, on any page
        self._post(at, words(_LINE_OF_CODE.sub("", section.text)), much * _BODY)
        self._post(at, words(section.code), much * _CODE)

    def _post(self, at: int, found: list[str], worth: float) -> None:
        if not worth:
            return
        for word, count in Counter(found).items():
            known = self._posted.setdefault(word, {})
            known[at] = known.get(at, 0.0) + worth * (1 + math.log(count))

    def _look_up(self, word: str) -> dict[int, tuple[float, set[str]]]:
        """The places of a word and of its other forms, with what each is worth."""
        forms = dict.fromkeys(self._beginning(word), _BEGUN)
        forms |= dict.fromkeys(self._stems.get(stem(word), ()), _OF_ONE_STEM)
        if word in self._posted:
            forms[word] = _WHOLE
        if not forms:
            forms = dict.fromkeys(self._nearly(word), _SLIPPED)
        found: dict[int, tuple[float, set[str]]] = {}
        for form, worth in forms.items():
            posted = self._posted[form]
            much = worth * math.log(1 + len(self._places) / len(posted))
            for at, times in posted.items():
                best, seen = found.get(at, (0.0, set()))
                found[at] = (max(best, much * times), seen | {form})
        return found

    def _beginning(self, word: str) -> list[str]:
        first = bisect.bisect_left(self._known, word)
        last = bisect.bisect_left(self._known, word + "\U0010ffff")
        return self._known[first:last]

    def _nearly(self, word: str) -> list[str]:
        """Words that a slip of the keys away is the one that was typed."""
        slips = 2 if len(word) >= _LONG_SLIP else 1 if len(word) >= _SHORT_SLIP else 0
        if not slips:
            return []
        far = {known: OSA.distance(word, known, score_cutoff=slips) for known in self._known}
        least = min(far.values(), default=slips + 1)
        return [known for known, slip in far.items() if slip == least <= slips]

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


def stem(word: str) -> str:
    """A word without the endings that English puts to it; a rough one, for looking words up."""
    for endings in (_PLURALS, _ENDINGS):
        for ending, put, least in endings:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word.removesuffix(ending) + put
                break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls":  # planned, plan
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


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
