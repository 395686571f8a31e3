"""Where the names of a sentence begin and end, and which part of a run is title, office, name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quizapp.generate.article import Span
from quizapp.generate.entity import EntityKind
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import How, world
from quizapp.generate.name_runs import NAME_TAGS, OPENING, run_end
from quizapp.generate.name_words import (
    DAYS,
    FEASTS,
    KEPT_TITLES,
    POSTS,
    SMALL_LINKS,
    TITLES,
)

_FUNCTION = row_of("DT IN CC TO MD PRP PRP$ WP WDT WRB EX UH RB RBR RBS JJR VB VBP VBD VBZ PDT CD")
_BODY_ENDS = row_of("court office department council school college hospital house institute")
_CUT_ENDS = row_of(
    "based born led backed style owned era age run made built funded bound trained "
    "occupied wide held speaking"
)
_LEFT = row_of(
    "South North East West Northern Southern Eastern Western New First Second Central "
    "United Old Great Upper Lower Three"
)


@dataclass(slots=True)
class Name:
    """A name as found on one place.

    Attributes:
        words: as a question should give them.
        span: where it stands; its end is the end of the last token.
        first: index of its first token in the sentence.
        end: index after its last.
        kind: where its words or a title leave no doubt.
        votes: how much the words and what stands around speak for each kind.
        known: the name by which the tables know it, or "".
        the: "the" stands right before it; None where nothing could stand there.
        noun: what the article calls it: "village", "company", or "".
    """

    words: str
    span: Span
    first: int
    end: int
    kind: EntityKind | None = None
    votes: Counter[EntityKind] = field(default_factory=Counter)
    titled: bool = False
    role: str = ""
    gender: str = ""
    known: str = ""
    noun: str = ""
    the: bool | None = None
    aliases: set[str] = field(default_factory=set)


def names_in(text: str, tokens: Sequence[Token]) -> Iterable[Name]:
    """The names of a sentence from left to right, without what they name."""
    i = 0
    while i < len(tokens):
        if tokens[i].tag not in NAME_TAGS:
            yield from _nation(text, tokens, i)
            i += 1
            continue
        start, end = _widened(text, tokens, i), run_end(tokens, i)
        first, last = _trimmed(tokens, start, end)
        if first < last:
            yield from _parts(text, tokens, first, last)
        i = end


def _nation(text: str, tokens: Sequence[Token], i: int) -> Iterable[Name]:
    """A nation named by an adjective or its people: "Serbian", "Serbs"."""
    token = tokens[i]
    if token.text[:1].isupper() and token.tag in ("JJ", "NNS", "NN"):
        found = world().country(token.text)
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if (
            following is not None
            and following.tag in NAME_TAGS
            and (world().country(f"{token.text} {following.text}") or token.text in _LEFT)
        ):
            return
        if found is not None:
            yield _name(text, tokens, i, i + 1)


def _widened(text: str, tokens: Sequence[Token], i: int) -> int:
    """An earlier beginning where the word before is read as an adjective: South Sudan."""
    before = tokens[i - 1] if i else None
    if before is None or before.text not in _LEFT:
        return i
    whole = text[before.start : tokens[run_end(tokens, i) - 1].end]
    listed = world().country(whole) or world().organisation(whole) or world().place(whole)
    inside = i > 1 and tokens[i - 2].text.islower() and before.tag != "CD"
    named = before.text in ("First", "Second") and tokens[i].low == "world"
    return i - 1 if listed or inside or named else i


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """A run without the days, function words and posts that a capital drew in."""
    words = [t.low for t in tokens[start:end]]
    if " ".join(words) in FEASTS or all(low in DAYS for low in words):
        return start, start
    while end - start > 1 and tokens[end - 1].low in DAYS and tokens[start].low not in (
        "black", "good", "bloody", "super", "ash",
    ):  # fmt: skip
        end -= 1
    if (
        tokens[start].low in DAYS
        and end - start > 1
        and (tokens[start + 1].low in TITLES or world().given_name(tokens[start + 1].text))
    ):
        start += 1
    while end - start > 1 and _cut_off(tokens[start]):
        start += 1  # "the Scottish-born American steelmaker"
    if opens(tokens, start):
        while start < end and _no_name(tokens, start, end):
            start += 1
    if end - start == 1 and _describing(tokens, start):
        return start, start
    return start, end


def opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital here may be that of a sentence's first word."""
    return i == 0 or tokens[i - 1].tag in OPENING or tokens[i - 1].text in "“‘\"'"


def _no_name(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a sentence's first word is a common word with a capital."""
    token = tokens[i]
    tags = lexicon().tags(token.low)
    if not tags or world().country(token.text) or world().given_name(token.text):
        return False
    if tags[0] in _FUNCTION and (tags[0] in ("DT", "IN", "CC", "PRP", "WRB") or end - i == 1):
        return token.text.lower() != "will" or end - i == 1
    if end - i > 1:
        return tags[0] == "NNS" and tokens[i + 1].tag in NAME_TAGS and end - i > 2
    if token.text.isupper() and len(token.text) > 2:
        return bool(lexicon().tags(token.low))
    return not world().organisation(token.text) and not world().place(token.text)


def _cut_off(token: Token) -> bool:
    """Whether a word with a hyphen describes: "Kigali-based", "Scottish-born"."""
    return "-" in token.text and token.low.rpartition("-")[2] in _CUT_ENDS


def _describing(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word with a capital describes the noun behind it: "Celtic coins"."""
    token = tokens[i]
    if _cut_off(token):
        return True
    following = tokens[i + 1].tag if i + 1 < len(tokens) else ""
    if token.low in ("x-ray", "roman", "catholic", "christian", "jewish", "islamic", "internet"):
        return True
    if following not in ("NN", "NNS", "JJ") or world().country(token.text):
        return False
    listed = world().organisation(token.text) or world().place(token.text)
    tags = lexicon().tags(token.low)
    if "JJ" in tags and not (listed and tags[0] != "JJ"):
        return True
    return token.low.endswith(("ian", "ean", "ish", "ese", "avic", "ltic", "abic", "rab", "slav"))


def office_in(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Where an office stands in a run of words, the longest first, or None."""
    for size in (4, 3, 2, 1):
        for i in range(start, end - size + 1):
            office = world().office(" ".join(t.text for t in tokens[i : i + size]))
            if office is not None and len(office.title.split()) == size:
                return i, i + size
    return None


def _called_so(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a title is a given name: what somebody does stands before it already."""
    before = tokens[start - 1] if start else None
    called = before is not None and before.tag == "NN"
    return called and end - start == 2 and bool(world().given_name(tokens[start].text))


def _parts(  # noqa: C901 - a shape of words each
    text: str, tokens: Sequence[Token], start: int, end: int
) -> Iterable[Name]:
    """A run parted into country or body, office, and person."""
    whole = _name(text, tokens, start, end)
    if whole.known and end - start > 1:
        yield whole
        return
    if tokens[start].low in TITLES and end - start > 1:
        yield _titled(text, tokens, start, end)
        return
    office = office_in(tokens, start, end)
    if office == (start, end):
        return
    if office and tokens[office[1] - 1].low in ("justice", "general") and office[1] == end:
        office = None
    if office == (start, start + 1) and _called_so(tokens, start, end):
        office = None  # the butcher Dean Marlow is no dean
    if office and office[1] == end - 1 and tokens[end - 1].low in _BODY_ENDS:
        office = None
    if office and office[1] < end and tokens[office[1]].low not in SMALL_LINKS:
        if office[0] > start and not _plain(tokens, start, office[0]):
            yield _name(text, tokens, start, office[0])
        yield from _holder(text, tokens, office, end)
        return
    if office and office[1] == end and office[0] > start:
        yield _name(text, tokens, start, office[0])
        return
    country = _leading_country(text, tokens, start, end)
    if country and end - country > 1 and world().given_name(tokens[country].text):
        yield _name(text, tokens, start, country)
        whole = _name(text, tokens, country, end)
    yield whole


def _titled(text: str, tokens: Sequence[Token], start: int, end: int) -> Name:
    title = tokens[start].low
    keep = title in KEPT_TITLES and end - start == 2
    name = _name(text, tokens, start if keep else start + 1, end, person=True)
    if keep:
        name.aliases.add(_words(text, tokens, start + 1, end))
    name.kind, name.titled, name.gender = EntityKind.PERSON, True, TITLES[title] or name.gender
    return name


def _plain(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a single common noun stands before an office: "Council President"."""
    return (
        end - start == 1
        and bool(lexicon().tags(tokens[start].low))
        and not world().country(tokens[start].text)
    )


def _holder(
    text: str, tokens: Sequence[Token], office: tuple[int, int], end: int
) -> Iterable[Name]:
    """The person behind an office; further ranks are passed over."""
    first = office[1]
    while end - first > 1 and (
        world().office(tokens[first].text) is not None
        or (lexicon().noun_categories(tokens[first].low) & {"office"}
            and not world().given_name(tokens[first].text))
        or tokens[first].low in TITLES
    ):  # fmt: skip
        first += 1
    name = _name(text, tokens, first, end, person=end - first <= 5)
    if end - first <= 5:
        name.kind, name.titled = EntityKind.PERSON, True
        name.role = " ".join(t.text for t in tokens[office[0] : office[1]]).lower()
        found = world().office(name.role)
        name.gender = (found.gender if found else "") or name.gender
    yield name


def _leading_country(text: str, tokens: Sequence[Token], start: int, end: int) -> int:
    """Index after a country at the run's beginning, or 0."""
    for size in (2, 1):
        if end - start > size and world().country(_words(text, tokens, start, start + size)):
            return start + size
    return 0


def _words(text: str, tokens: Sequence[Token], start: int, end: int) -> str:
    return text[tokens[start].start : tokens[end - 1].end]


def _name(
    text: str, tokens: Sequence[Token], start: int, end: int, *, person: bool = False
) -> Name:
    """A name with what the tables know of it; of a person they are not asked."""
    span = Span(tokens[start].start, tokens[end - 1].end)
    last = end
    while last - start > 1 and tokens[last - 1].text.strip(".") in POSTS:
        last -= 1
    words = " ".join(_words(text, tokens, start, last).split())
    name = Name(words, span, start, end)
    if last < end:
        name.aliases.add(_words(text, tokens, start, end))
        name.kind = EntityKind.PERSON
    if person:
        name.gender = (world().given_name(tokens[start].text) or "").replace("b", "")
        return name
    _look_up(name, tokens)
    return name


def _look_up(name: Name, tokens: Sequence[Token]) -> None:
    words = name.words
    found = world().country(words) or world().country(f"former {words}")
    if found is not None:
        country = found.country
        name.kind, name.known = EntityKind.COUNTRY, country.name
        others = {country.name, *country.aliases, *country.adjectives, country.capital}
        name.aliases |= others - {""}
        if found.how is How.PEOPLE:
            name.kind, name.known, name.aliases = EntityKind.PEOPLE, words, {words}
        return
    body = world().organisation(words)
    place = None if body else world().place(words)
    given = name.end - name.first > 1 and world().given_name(tokens[name.first].text)
    if body is not None:
        name.kind, name.known = EntityKind.ORGANISATION, body.name
        name.aliases |= {body.name, *body.aliases}
    elif place is not None and not given:
        name.kind, name.known = EntityKind.PLACE, place.name
        name.aliases |= {place.name, *place.aliases}
