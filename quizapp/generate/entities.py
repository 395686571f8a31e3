"""Who and what an article speaks of: names that mean one thing brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizapp.generate.article import Article
from quizapp.generate.entity import Entities, Entity, EntityKind, folded
from quizapp.generate.language.token import Sentence, SentenceKind
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import world
from quizapp.generate.name_kinds import weigh
from quizapp.generate.name_runs import NAME_TAGS, run_end
from quizapp.generate.name_words import GENERIC_BODIES, SHORT_BODIES
from quizapp.generate.names import Name, names_in, office_in

__all__ = ["NAME_TAGS", "entities_of", "office_in", "run_end"]

_COMMON_STARTS = row_of(
    "national international united european royal federal new the central american north "
    "south east west world general supreme high first great"
)
_STORMS = row_of("hurricane typhoon cyclone storm")
_FULL = 2
"""Words of a name that tells who is meant without another."""
_LETTERS = 5
"""An abbreviation has no more; a longer word in capitals is shouted."""
_SURE = 2
"""Votes that are needed to call a name anything."""


def entities_of(article: Article, sentences: Sequence[Sentence]) -> Entities:
    """The entities of an article, each once, the most named first."""
    names: list[Name] = []
    found: list[tuple[Sentence, list[Name]]] = []
    for sentence in sentences:
        if sentence.kind == SentenceKind.OTHER:
            continue
        here = list(names_in(article.text, sentence.tokens))
        for name in here:
            weigh(name, sentence.tokens)
        found.append((sentence, here))
        names += here
    _generic(names)
    _surnames(names)
    entities = [_entity(group) for group in _grouped(names)]
    genders = _pronouns(found, {m: e for e in entities for m in e.mentions})
    entities = [_as_common(_with_gender(e, genders), sentences) for e in entities]
    return Entities(sorted(entities, key=lambda e: (-len(e.mentions), e.mentions[0])))


def _as_common(entity: Entity, sentences: Sequence[Sentence]) -> Entity:
    """A thing that has a capital only where a sentence begins, written as it is elsewhere."""
    low = entity.name.lower()
    if entity.kind is not EntityKind.OTHER or " " in low:
        return entity
    small = any(token.text == low for sentence in sentences for token in sentence.tokens)
    return replace(entity, name=low, aliases=entity.aliases | {low}) if small else entity


def _generic(names: Sequence[Name]) -> None:
    """Congress is that of the United States only where these are spoken of."""
    keys = {
        found.country.key for name in names
        if name.kind == EntityKind.COUNTRY and (found := world().country(name.known))
    }  # fmt: skip
    for name in names:
        body = world().organisation(name.words) if name.known else None
        if body and folded(name.words) in GENERIC_BODIES and body.country not in keys:
            name.known, name.aliases = "", set()


def _surnames(names: Sequence[Name]) -> None:
    """A last word used alone later makes its name a person's."""
    alone = {name.words for name in names if " " not in name.words}
    for name in names:
        parts = name.words.split()
        if (
            name.kind is None
            and 1 < len(parts) < 5
            and parts[-1] in alone
            and not any(name.votes[kind] >= 5 for kind in name.votes if kind != EntityKind.PERSON)
        ):
            name.votes[EntityKind.PERSON] += 3


class _Group:
    """Names taken for one entity."""

    def __init__(self, name: Name) -> None:
        self.names = [name]
        self.votes = Counter(name.votes)
        self.fullest = name.words
        self.parts = folded(name.words).split()
        """The words of its longest name, as they are compared."""
        self._kind: EntityKind | None = None

    def add(self, name: Name) -> None:
        self.names.append(name)
        self.votes.update(name.votes)
        self._kind = None

    @property
    def kind(self) -> EntityKind:
        """What is named: what leaves no doubt, else what most speaks for."""
        if self._kind is None:
            self._kind = self._most()
        return self._kind

    def _most(self) -> EntityKind:
        if any(n.titled for n in self.names):
            return EntityKind.PERSON
        sure = Counter(n.kind for n in self.names if n.kind is not None)
        if sure:
            return sure.most_common(1)[0][0]
        best = self.votes.most_common(2)
        if not best or best[0][1] < _SURE or (len(best) > 1 and best[0][1] == best[1][1]):
            return EntityKind.OTHER
        return best[0][0]


def _grouped(names: Sequence[Name]) -> list[_Group]:
    """One group for all names that mean one entity, the longest names first."""
    groups: list[_Group] = []
    by_key: dict[str, _Group] = {}
    for name in sorted(names, key=lambda n: (-len(n.words.split()), n.span)):
        keys = _keys(name)
        group = None
        if not (name.kind == EntityKind.COUNTRY and _surname_of(name, groups)):
            group = next((by_key[key] for key in keys if key in by_key), None)
        group = group or _by_part(name, groups)
        if group is None:
            group = _Group(name)
            groups.append(group)
        else:
            group.add(name)
        for key in keys:
            by_key.setdefault(key, group)
        if " " in name.words and name.kind in (None, EntityKind.ORGANISATION):
            by_key.setdefault(f"{_initials(name.words)}", group)
    return groups


def _keys(name: Name) -> list[str]:
    keys = [folded(name.known or name.words), *sorted(folded(a) for a in name.aliases)]
    if name.kind == EntityKind.PEOPLE:
        return ["people:" + keys[0]]
    if name.kind == EntityKind.PLACE and name.noun == "city" and name.known == name.words:
        return ["city:" + folded(name.words)]
    return keys


def _surname_of(name: Name, groups: Sequence[_Group]) -> bool:
    """Whether a country's name is the surname of a person the article names in full."""
    return " " not in name.words and any(
        g.parts[-1] == folded(name.words) for g in _persons(groups)
    )


def _persons(groups: Sequence[_Group]) -> Iterable[_Group]:
    return (g for g in groups if " " in g.fullest and g.kind == EntityKind.PERSON)


def _initials(words: str) -> str:
    large = [w for w in words.replace("-", " ").split() if w[:1].isupper()]
    return folded("".join(w[0] for w in large)) if len(large) > _FULL else folded(words)


def _by_part(name: Name, groups: Sequence[_Group]) -> _Group | None:
    """The one person with that surname, or the one body or place with those first words."""
    words = folded(name.words).split()
    persons = [g for g in _persons(groups) if _ends(g.parts, words)]
    if len(persons) == 1 and _maybe_person(name):
        return persons[0]
    if len(words) == 1 and not persons and name.kind is not EntityKind.COUNTRY:
        # who is named in full only later has not been called by the first name before
        given = [g for g in _persons(groups) if g.parts[0] == words[0] and _begun(g, name)]
        inside = [g for g in _persons(groups) if words[0] in g.parts[1:-1]]
        if len(given or inside) == 1 and not name.known:
            return (given or inside)[0]
    if name.known or name.titled or name.kind == EntityKind.COUNTRY:
        return None
    if len(words) == 1 and (words[0] in _COMMON_STARTS or name.votes[EntityKind.PLACE] > _SURE):
        return None
    storms = [
        g for g in groups
        if g.kind == EntityKind.EVENT and g.names[0].noun in _STORMS and _ends(g.parts, words)
    ]  # fmt: skip
    if len(storms) == 1:
        return storms[0]
    bodies = [
        g for g in groups
        if g.kind not in (EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.PEOPLE)
        and not g.names[0].known
        and (g.kind in (EntityKind.ORGANISATION, EntityKind.WORK) or len(words) > 1)
        and g.parts[: len(words)] == words
    ]  # fmt: skip
    return bodies[0] if len(bodies) == 1 else None


def _begun(group: _Group, name: Name) -> bool:
    """Whether somebody's full name stands before a name, so that a part of it may be that."""
    return any(" " in each.words and each.span < name.span for each in group.names)


def _ends(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a longer name ends in these words."""
    return len(parts) > len(words) and parts[-len(words) :] == list(words)


def _maybe_person(name: Name) -> bool:
    if name.titled or name.kind == EntityKind.PERSON:
        return True
    if name.kind == EntityKind.PEOPLE or (name.known and " " in name.words):
        return False
    # "in Jordan" is the country, whoever is called so
    return not name.votes[EntityKind.PLACE] > _SURE


def _entity(group: _Group) -> Entity:
    names = sorted(group.names, key=lambda n: n.span)
    kind = group.kind
    if kind == EntityKind.PERSON:
        names_of = [n for n in names if not n.known]
        aliases = {n.words for n in names} | {a for n in names_of for a in n.aliases}
    else:
        aliases = {n.words for n in names} | {a for n in names for a in n.aliases}
    name = _called(names, kind, aliases)
    genders = Counter(n.gender for n in names if n.gender)
    nouns = Counter(n.noun for n in names if n.noun)
    body = world().organisation(name) if kind == EntityKind.ORGANISATION else None
    return Entity(
        name=name,
        kind=kind,
        aliases=frozenset(aliases),
        mentions=tuple(n.span for n in names),
        gender=genders.most_common(1)[0][0] if genders and kind == EntityKind.PERSON else "",
        role=next((n.role for n in names if n.role), ""),
        plural=body.plural if body else False,
        the=_with_the(names, name),
        noun=nouns.most_common(1)[0][0] if nouns else "",
    )


def _with_the(names: Sequence[Name], called: str) -> bool | None:
    """Whether the article mostly writes "the" before the name that a question gives."""
    if any(n.noun in _STORMS for n in names):
        return False
    told = [n.the for n in names if n.the is not None and n.words == called]
    return 2 * sum(told) > len(told) if told else None


def _called(names: Sequence[Name], kind: EntityKind, aliases: set[str]) -> str:
    """The name that a question gives: the fullest, or letters that everybody knows."""
    known = next((n.known for n in names if n.known), "")
    if kind == EntityKind.COUNTRY and known:
        return known
    if kind == EntityKind.PEOPLE:
        return names[0].words
    short = aliases & SHORT_BODIES
    if short and known and kind == EntityKind.ORGANISATION:
        return min(short)
    forms = Counter(n.words for n in names)

    def fullness(words: str) -> tuple[int, bool, int, int]:
        shouted = words.isupper() and len(words) > _LETTERS
        return len(words.split()), not shouted, forms[words], len(words)

    name = max(forms, key=fullness)
    plain = known and kind != EntityKind.PERSON and " " not in name and not name.isupper()
    return known if plain else name


_TOLD = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}


def _pronouns(
    found: Sequence[tuple[Sentence, list[Name]]], by_span: dict[object, Entity]
) -> dict[str, Counter[str]]:
    """What "she" and "his" tell of the only person in their sentence or the one before."""
    told: dict[str, Counter[str]] = {}
    last: Entity | None = None
    for sentence, names in found:
        here = [e for n in names if (e := by_span.get(n.span)) and e.kind == EntityKind.PERSON]
        opening = sentence.tokens[0].low if sentence.tokens else ""
        if last is not None and opening in _TOLD:
            told.setdefault(last.name, Counter())[_TOLD[opening]] += 1
        only = here[0] if len({e.name for e in here}) == 1 else None
        if only is not None:
            end = only.mentions[0].end if opening in _TOLD else 0
            end = next((n.span.end for n in names if by_span.get(n.span) is only), end)
            for token in sentence.tokens:
                if token.start > end and token.low in _TOLD:
                    told.setdefault(only.name, Counter())[_TOLD[token.low]] += 1
                    break
                if token.tag in ("``", "''") and token.start > end:
                    break
        last = only
    return told


def _with_gender(entity: Entity, told: dict[str, Counter[str]]) -> Entity:
    counted = told.get(entity.name)
    if entity.gender or entity.kind != EntityKind.PERSON or not counted:
        return entity
    gender = counted.most_common(1)[0][0]
    return replace(entity, gender=gender)
