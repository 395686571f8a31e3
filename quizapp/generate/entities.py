"""Who and what an article speaks of, found by capitals, titles, tables and the words around."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quizapp.generate.article import Article, Span
from quizapp.generate.entity import Entities, Entity, EntityKind, folded
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.times import MONTHS, WEEKDAYS
from quizapp.generate.language.token import Sentence, SentenceKind, Token
from quizapp.generate.language.world import world

NAME_TAGS = frozenset(("NNP", "NNPS"))
_SMALL_LINKS = frozenset("of for and the de del della la le van von der den bin al & du dos da".split())
_TITLES = frozenset(
    "mr. mrs. ms. dr. prof. mr mrs ms dr prof sir dame lord lady judge justice pope king queen "
    "prince princess saint st. sheikh imam rabbi rev. fr. sgt. sgt lt. capt. gen. col. maj. "
    "gov. sen. rep. cmdr.".split()
)
_HEADS = {
    EntityKind.ORGANISATION: frozenset(
        "ministry department council committee commission agency office bureau authority board "
        "court tribunal parliament assembly senate congress house cabinet government party union "
        "federation association alliance league confederation coalition front movement bank fund "
        "company corporation corp corp. inc inc. ltd ltd. plc group holdings industries airlines "
        "university college school institute institution academy hospital museum gallery library "
        "foundation trust society club team police army navy force forces guard service services "
        "network news times post press journal tribune herald gazette observatory laboratory lab "
        "centre center organization organisation initiative campaign brigade company partners "
        "systems technologies energy motors steel foods pharma labs records studios survey "
        "secretariat chamber consortium cooperative watch".split()
    ),
    EntityKind.PLACE: frozenset(
        "river lake sea ocean bay gulf strait island islands mountain mountains mount hill valley "
        "desert forest street road avenue square bridge county province district region state "
        "city town village park airport station port harbour harbor dam canal peninsula coast "
        "tower building palace castle church cathedral mosque temple stadium prison border".split()
    ),
    EntityKind.EVENT: frozenset(
        "war games olympics cup championship summit festival revolution crisis day week earthquake "
        "hurricane storm cyclone typhoon election elections referendum conference".split()
    ),
    EntityKind.WORK: frozenset(
        "treaty act law accord accords agreement convention protocol declaration charter "
        "constitution pact prize award bill plan programme program mission project".split()
    ),
}  # fmt: skip
_PLACE_WORDS = frozenset("in at near from into across outside around through".split())


@dataclass
class _Name:
    """A run of words with capitals, as found."""

    words: str
    span: Span
    kind: EntityKind | None
    titled: bool
    before: str
    after: str
    role: str = ""
    gender: str = ""
    known: str = ""
    aliases: set[str] = field(default_factory=set)


def entities_of(article: Article, sentences: Sequence[Sentence]) -> Entities:
    """The entities of an article, each once, the most named first."""
    names: list[_Name] = []
    for sentence in sentences:
        if sentence.kind != SentenceKind.OTHER:
            names += _names(article.text, sentence)
    return Entities(_merged(names))


def _names(text: str, sentence: Sentence) -> Iterable[_Name]:
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        if tokens[i].tag not in NAME_TAGS:
            yield from _adjective(tokens, i)
            i += 1
            continue
        end = run_end(tokens, i)
        if end > i + 1 or tokens[i].low.rstrip(".") not in {*MONTHS, *WEEKDAYS}:
            yield from _parts(text, tokens, i, end)
        i = end


def _adjective(tokens: Sequence[Token], i: int) -> Iterable[_Name]:
    """ "Serbian" and "Serbs" name Serbia and its people."""
    token = tokens[i]
    if token.text[:1].isupper() and token.tag in ("JJ", "NNS", "NN"):
        country = world().country(token.text)
        if country is not None:
            yield _country_name(token.text, Span(token.start, token.end), "", "")


def run_end(tokens: Sequence[Token], start: int) -> int:
    """Index after a run of names: small words join it where a name goes on behind them."""
    i = start + 1
    while i < len(tokens):
        if tokens[i].tag in NAME_TAGS or (
            tokens[i].tag == "CD" and tokens[i - 1].low in ("article", "group", "apollo", "resolution")
        ):
            i += 1
            continue
        j = i
        while j < len(tokens) and tokens[j].low in _SMALL_LINKS and j - i < 2:
            j += 1
        if j == i or j >= len(tokens) or tokens[j].tag not in NAME_TAGS:
            break
        if not _links(tokens, start, i, j):
            break
        i = j + 1
    return i


def _links(tokens: Sequence[Token], start: int, i: int, j: int) -> bool:
    """Whether the small words at i..j join two halves of one name."""
    small = [token.low for token in tokens[i:j]]
    first = tokens[start].low
    head = tokens[i - 1].low
    whole = " ".join(t.text for t in tokens[start : j + 1])
    if world().organisation(whole) or world().place(whole) or world().country(whole):
        return True
    if small[0] in ("of", "for"):
        heads = _HEADS[EntityKind.ORGANISATION] | {"bank", "republic", "kingdom", "house", "bill",
            "church", "isle", "gulf", "bay", "cape", "city", "treaty", "declaration"}
        return (head in heads or first in heads) and head not in ("president", "minister", "king")
    if small[0] in ("and", "&"):
        inside = {t.low for t in tokens[start:i]}
        return small[0] == "&" or bool(inside & {"ministry", "department"}) and "of" in inside
    return small[0] not in ("the", "la", "le") and small[0] in _SMALL_LINKS


def office_in(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Where an office stands in a run of words, the longest first, or None."""
    for size in (4, 3, 2, 1):
        for i in range(start, end - size + 1):
            office = world().office(" ".join(t.text for t in tokens[i : i + size]))
            if office is not None and len(office.title.split()) == size:
                return i, i + size
    return None


def _parts(text: str, tokens: Sequence[Token], start: int, end: int) -> Iterable[_Name]:
    """A run parted into country or body, office, and person."""
    titled = False
    if tokens[start].low in _TITLES and end - start > 1:
        titled, start = True, start + 1
    office = None if titled else office_in(tokens, start, end)
    if office and office[1] < end and world().organisation(_words(text, tokens, start, end)) is None:
        if office[0] > start:
            yield _classified(text, tokens, start, office[0])
        name = _classified(text, tokens, office[1], end)
        if _looks_like_person(tokens, office[1], end):
            name.kind = EntityKind.PERSON
            name.role = " ".join(t.text for t in tokens[office[0] : office[1]]).lower()
            name.titled = True
        yield name
        return
    if office and office[1] == end and office[0] > start:
        yield _classified(text, tokens, start, office[0])
        return
    if office and office == (start, end):
        return
    country = _leading_country(text, tokens, start, end)
    if country and end - country > 1 and world().given_name(tokens[country].text):
        yield _classified(text, tokens, start, country)
        start = country
    name = _classified(text, tokens, start, end)
    if titled:
        name.kind, name.titled = EntityKind.PERSON, True
        name.gender = {"mr.": "m", "mr": "m", "mrs.": "f", "ms.": "f", "mrs": "f", "ms": "f",
                       "sir": "m", "dame": "f", "lady": "f", "lord": "m", "king": "m",
                       "queen": "f", "pope": "m"}.get(tokens[start - 1].low, "")  # fmt: skip
    yield name


def _leading_country(text: str, tokens: Sequence[Token], start: int, end: int) -> int:
    """Index after a country at the run's beginning, or 0."""
    for size in (2, 1):
        if end - start > size and world().country(_words(text, tokens, start, start + size)):
            return start + size
    return 0


def _looks_like_person(tokens: Sequence[Token], start: int, end: int) -> bool:
    return end - start <= 4 and all(
        token.text[0].isupper() or token.low in _SMALL_LINKS for token in tokens[start:end]
    )


def _words(text: str, tokens: Sequence[Token], start: int, end: int) -> str:
    return text[tokens[start].start : tokens[end - 1].end]


def _classified(text: str, tokens: Sequence[Token], start: int, end: int) -> _Name:
    words = _words(text, tokens, start, end)
    span = Span(tokens[start].start, tokens[end - 1].end)
    before = tokens[start - 1].low if start else ""
    after = tokens[end].low if end < len(tokens) else ""
    if world().country(words) is not None:
        return _country_name(words, span, before, after)
    name = _Name(words, span, None, titled=False, before=before, after=after)
    organisation = world().organisation(words)
    place = None if organisation else world().place(words)
    if organisation is not None:
        name.kind, name.known = EntityKind.ORGANISATION, organisation.name
        name.aliases |= {organisation.name, *organisation.aliases}
    elif place is not None and not (end - start > 1 and world().given_name(tokens[start].text)):
        name.kind, name.known = EntityKind.PLACE, place.name
        name.aliases |= {place.name, *place.aliases}
    else:
        name.kind = _kind_by_words(tokens, start, end)
    if name.kind in (None, EntityKind.PERSON) and end - start > 1:
        name.gender = (world().given_name(tokens[start].text) or "").replace("b", "")
    if name.kind is None:
        name.kind = _kind_by_place(tokens, start, end)
    bracket = _bracketed(tokens, end)
    if bracket and name.kind not in (EntityKind.PERSON, EntityKind.PLACE):
        name.aliases.add(bracket)
    return name


def _country_name(words: str, span: Span, before: str, after: str) -> _Name:
    found = world().country(words)
    if found is None:
        raise LookupError(words)
    country = found.country
    name = _Name(words, span, EntityKind.COUNTRY, titled=False, before=before, after=after)
    name.known = country.name
    name.aliases |= {country.name, *country.aliases, *country.adjectives, country.capital}
    if found.how == "people":
        name.kind = EntityKind.PEOPLE
        name.known = words
        name.aliases = {words}
    return name


def _bracketed(tokens: Sequence[Token], end: int) -> str:
    """The abbreviation in brackets right behind a name, or ""."""
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        word = tokens[end + 1].text
        if word.isupper() or (word[:1].isupper() and sum(c.isupper() for c in word) > 1):
            return word
    return ""


def _kind_by_words(tokens: Sequence[Token], start: int, end: int) -> EntityKind | None:
    last, first = tokens[end - 1].low, tokens[start].low
    many = end - start > 1
    for kind, heads in _HEADS.items():
        if many and (last in heads or (first in heads and tokens[start + 1].low in ("of", "for"))):
            return kind
        if many and kind == EntityKind.PLACE and first in ("mount", "lake", "port", "river", "cape"):
            return kind
    if many and world().given_name(tokens[start].text) and end - start <= 4:
        return EntityKind.PERSON
    return None


def _kind_by_place(tokens: Sequence[Token], start: int, end: int) -> EntityKind | None:
    """What the words around tell: an age, an apposition with a person's noun, a speech verb."""
    words = end - start
    following = [token.low for token in tokens[end : end + 8]]
    if following[:1] == [","] and len(following) > 2:
        if following[1].isdigit() and following[2] in (",", "."):
            return EntityKind.PERSON
        for token in tokens[end + 1 : end + 8]:
            if token.tag == ",":
                break
            kinds = lexicon().noun_categories(token.lemma or token.low)
            if token.tag in ("NN", "NNP") and kinds & {"person", "office"} and words in (1, 2, 3):
                return EntityKind.PERSON
    if tokens[start].text.isupper() and len(tokens[start].text) > 1 and words == 1:
        return EntityKind.ORGANISATION
    if words >= 2 and end < len(tokens):
        flags = lexicon().verb_flags(tokens[end].lemma) if tokens[end].tag[:2] == "VB" else set()
        if flags & {"say", "think"} and words <= 3:
            return EntityKind.PERSON
    before = tokens[start - 1] if start else None
    if words == 2 and before is not None and before.low in ("said", "says"):
        return EntityKind.PERSON
    if before is not None and before.tag == "NN" and words == 2:
        if lexicon().noun_categories(before.low) & {"person", "office"}:
            return EntityKind.PERSON
    if before is not None and before.low in _PLACE_WORDS and words <= 2:
        return EntityKind.PLACE
    return None


class _Group:
    """Names taken for one entity."""

    def __init__(self, name: _Name) -> None:
        self.names = [name]

    def forms(self) -> Counter[str]:
        return Counter(name.words for name in self.names)


def _merged(names: Sequence[_Name]) -> Iterable[Entity]:
    """One entity for all names that mean it."""
    groups: list[_Group] = []
    by_key: dict[str, _Group] = {}
    for name in sorted(names, key=lambda n: (-len(n.words.split()), n.span)):
        keys = [folded(name.known or name.words), *sorted(folded(a) for a in name.aliases)]
        if name.kind == EntityKind.PEOPLE:
            keys = ["people:" + keys[0]]
        group = next((by_key[key] for key in keys if key in by_key), None)
        group = group or _by_part(name, groups)
        if group is None:
            group = _Group(name)
            groups.append(group)
        else:
            group.names.append(name)
        for key in keys:
            by_key.setdefault(key, group)
        if " " in name.words and name.kind not in (EntityKind.PERSON, EntityKind.PEOPLE):
            by_key.setdefault(_initials(name.words), group)
    found = [_entity(group) for group in groups]
    return sorted(found, key=lambda entity: (-len(entity.mentions), entity.mentions[0]))


def _initials(words: str) -> str:
    large = [w for w in words.replace("-", " ").split() if w[:1].isupper()]
    return folded("".join(w[0] for w in large)) if len(large) > 2 else folded(words)


def _by_part(name: _Name, groups: Sequence[_Group]) -> _Group | None:
    """The one person with that surname, or the one body or place with that first word."""
    words = folded(name.words).split()
    persons = [
        g for g in groups
        if any(n.kind in (EntityKind.PERSON, None) and
               folded(n.words).split()[-len(words):] == words and
               len(n.words.split()) > len(words) for n in g.names)
    ]  # fmt: skip
    if name.kind in (EntityKind.PERSON, EntityKind.PLACE, None) or name.titled:
        if len(persons) == 1 and persons[0].names[0].kind == EntityKind.PERSON:
            return persons[0]
        given = [
            g for g in groups
            if g.names[0].kind == EntityKind.PERSON and folded(g.names[0].words).split()[0] == words[0]
            and len(words) == 1
        ]  # fmt: skip
        if len(given) == 1 and not persons:
            return given[0]
    if name.kind in (EntityKind.ORGANISATION, None) and name.kind != EntityKind.PERSON:
        bodies = [
            g for g in groups
            if g.names[0].kind in (EntityKind.ORGANISATION, EntityKind.WORK)
            and folded(g.names[0].words).split()[: len(words)] == words
        ]  # fmt: skip
        if len(bodies) == 1 and words[0] not in _COMMON_STARTS:
            return bodies[0]
    return None


_COMMON_STARTS = frozenset("national international united european royal federal new".split())


def _entity(group: _Group) -> Entity:
    names = sorted(group.names, key=lambda n: n.span)
    kinds = Counter(n.kind for n in names if n.kind is not None)
    kind = kinds.most_common(1)[0][0] if kinds else EntityKind.OTHER
    if any(n.titled for n in names):
        kind = EntityKind.PERSON
    aliases = {n.words for n in names} | {a for n in names for a in n.aliases}
    forms = group.forms()
    if kind == EntityKind.COUNTRY:
        name = next(n.known for n in names if n.known)
    elif kind == EntityKind.PEOPLE:
        name = names[0].words
    else:
        name = max(forms, key=lambda words: (len(words.split()), forms[words], len(words)))
        known = next((n.known for n in names if n.known), "")
        if known and kind != EntityKind.PERSON and len(name.split()) == 1 and not name.isupper():
            name = known
    genders = Counter(n.gender for n in names if n.gender)
    return Entity(
        name=name,
        kind=kind,
        aliases=frozenset(aliases),
        mentions=tuple(n.span for n in names),
        gender=genders.most_common(1)[0][0] if genders else "",
        role=next((n.role for n in names if n.role), ""),
        plural=False,
    )
