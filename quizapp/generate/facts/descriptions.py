"""What an article calls its people: "the butcher", "the head of the grid operator"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.generate.antecedents import introduced
from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NounPhrase
from quizapp.generate.language.token import SentenceKind
from quizapp.generate.language.word_list import row_of
from quizapp.generate.language.world import How, world
from quizapp.generate.stem import Stem
from quizapp.generate.subject_names import defendant

_AGED = re.compile(r"\b[\w-]+-year-old (?=\w)")
_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "ee", "smith", "grapher", "ologer")
_NOBODY = row_of(
    "minister river tower paper order number father mother brother sister son daughter wife "
    "husband widow grandmother grandfather friend neighbour neighbor man woman boy girl person "
    "victim survivor one"
) - {"minister"}
"""They say nothing of who somebody is; kinship needs somebody else's name."""
_OF_SOMETHING = row_of(
    "head member director leader chair chairman chairwoman chief secretary boss owner founder "
    "president manager captain commander spokesman spokeswoman author editor co-author governor "
    "mayor chancellor rector dean keeper executive"
)
"""What one is of something: "the head of the grid operator"."""
_OF_A_STATE = row_of("minister president premier chancellor senator")
_MOST_CORE, _MOST_BEHIND = 5, 9
_HONOURS = row_of("kc qc obe mbe cbe md phd mp msp")
_PASSED = row_of("former outgoing ousted acting deputy retired late then")
_PRESENT = row_of("present current new regional")
_OF_RANK = row_of(
    "mr mrs ms dr prof professor sir dame lord lady justice president judge rev coun"
)


@dataclass(frozen=True, slots=True)
class Description:
    """Who somebody is, as a question says it.

    Attributes:
        words: "the butcher", "the head of the grid operator".
        behind: it stands behind the name, between commas.
    """

    words: str
    behind: bool

    def of(self, name: str) -> str:
        """A name with who that is."""
        return f"{name}, {self.words}," if self.behind else f"{self.words} {name}"


def descriptions(discourse: Discourse) -> dict[str, Description]:
    """Who each person is by the first words that tell, by full name."""
    return discourse.kept(("descriptions",), lambda: _all(discourse))


def _all(discourse: Discourse) -> dict[str, Description]:
    found: dict[str, Description] = {}
    for parse in discourse.parses:
        if parse.sentence.kind in (SentenceKind.OTHER, SentenceKind.HEADLINE):
            continue
        for phrase in parse.phrases:
            meant = _in_lead(discourse, parse, phrase)
            if meant is not None:
                found.setdefault(*meant)
            entity = discourse.entity(parse.sentence.index, phrase)
            if entity is None or entity.kind is not EntityKind.PERSON or entity.name in found:
                continue
            told = _told(discourse, parse, phrase, entity)
            if told is not None:
                found[entity.name] = told
    return found


def _in_lead(
    discourse: Discourse, parse: Parse, phrase: NounPhrase
) -> tuple[str, Description] | None:
    """As in "A Bristol landlord was found guilty", where the next sentence names him."""
    if parse.low(phrase.first) not in ("a", "an"):
        return None
    index, chunk = parse.sentence.index, parse.chunk(phrase, wide=False)
    entity = introduced(discourse, index, chunk) or defendant(discourse, index, chunk)
    lemma = parse.tokens[phrase.head].lemma
    if entity is None or not _calling(lemma):
        return None
    words = discourse.words(index, phrase.first + 1, phrase.end)
    made = _plain(discourse, words, lemma, entity)
    return (entity.name, made) if made is not None else None


def _told(
    discourse: Discourse, parse: Parse, phrase: NounPhrase, entity: Entity
) -> Description | None:
    start = _start(parse, phrase, entity)
    if entity.name.split()[0].lower().rstrip(".") in _OF_RANK:
        return None
    for first, end, head in _places(parse, phrase, start):
        made = _made(discourse, parse, NounPhrase(first, end, head), entity)
        if made is not None:
            return made
    return None


def _start(parse: Parse, phrase: NounPhrase, entity: Entity) -> int:
    """Index of the token with which the name begins."""
    last = parse.tokens[phrase.head].end
    begun = next((m.start for m in entity.mentions if m.end == last), None)
    start = phrase.head
    while begun is not None and start > phrase.first and parse.tokens[start - 1].start >= begun:
        start -= 1
    return start


def _places(parse: Parse, phrase: NounPhrase, start: int) -> Iterator[tuple[int, int, int]]:
    """Where words may stand that say who somebody is: before the name, then behind it."""
    joined = parse.low(phrase.first - 1) == "and"
    if start > phrase.first and parse.tag(start - 1) == "NN" and not joined:
        yield phrase.first, start, start - 1
    before = parse.phrase_by_end.get(phrase.first - 1)
    alone = parse.low(phrase.first - 1) == "," and before is not None
    if alone and before is not None and parse.tag(before.head) in ("NN", "NNP"):
        above = parse.phrase_by_end.get(before.first - 1)
        if parse.low(before.first - 1) == "of" and above is not None:
            yield above.first, before.end, above.head
        yield before.first, before.end, before.head
    at = phrase.end
    if parse.low(at) in _HONOURS:
        at += 1
    if parse.low(at) not in (",", "–", "—", "("):
        return
    at += 1
    if parse.tag(at) == "CD" and parse.low(at + 1) == ",":
        at += 2
    after = parse.phrase_by_first.get(at)
    if after is not None and parse.low(at) in ("a", "an", "the"):
        chunk = parse.chunk(after, wide=False)
        wide = parse.chunk(after)
        for end in dict.fromkeys((wide.end, chunk.end, after.end)):
            yield after.first, end, after.head


def _calling(lemma: str) -> bool:
    """Whether a noun says what somebody is."""
    if lemma in _NOBODY:
        return False
    return bool(lexicon().noun_categories(lemma) & {"person", "office"}) or (
        lemma.endswith(_AGENTS) and not lexicon().noun_categories(lemma)
    )


def _made(  # noqa: PLR0911 - a shape of words each
    discourse: Discourse, parse: Parse, place: NounPhrase, entity: Entity
) -> Description | None:
    tokens, index = parse.tokens, parse.sentence.index
    head, first = tokens[place.head], tokens[place.first]
    if head.tag == "NNS" or not _calling(head.lemma) or first.tag == "WP$":
        return None
    if any(t.tag in ("CD", ",", "``", "WP", "WDT") for t in tokens[place.first : place.end]):
        return None
    inside = tokens[place.first : place.head]
    owned = any(t.tag in ("POS", "PRP$") for t in inside)
    tailed = place.end > place.head + 1
    if not owned and not tailed:
        bare = place.first + (first.tag == "DT")
        words = discourse.words(index, bare, place.end)
        if bare == 0 and tokens[0].tag != "NNP":
            words = words[:1].lower() + words[1:]
        return _plain(discourse, words, head.lemma, entity)
    if tailed and not owned and head.lemma not in _OF_SOMETHING:
        return None
    stem = Stem(discourse, index)
    stem.asked = entity
    try:
        words = stem.words(place.first, place.end)
    except HangingError:
        return None
    if owned and any(t.tag == "PRP$" for t in inside) and not stem.present - {entity.name}:
        return None
    words = _in_full(discourse, words)
    unsure = words.lower().startswith(("that", "this", "those")) or " members " in words
    if entity.name in words or stem.loose or unsure or len(words.split()) > _MOST_BEHIND:
        return None
    if first.low in ("a", "an"):
        words = f"the {words.split(maxsplit=1)[1]}"
    words = f"the{words[3:]}" if words.startswith("The ") else words
    return Description(words, behind=True)


def _in_full(discourse: Discourse, words: str) -> str:
    """As in "Penhallow's letting agent": whose it is, by the full name."""
    name, mark, rest = words.partition("'s ") if "'s " in words else words.partition("’s ")
    entity = discourse.ground.entities.find(name)
    if not mark or entity is None or entity.kind is not EntityKind.PERSON:
        return words
    return f"{entity.name}’s {rest}"


def _plain(discourse: Discourse, words: str, lemma: str, entity: Entity) -> Description | None:
    told = [w for w in _AGED.sub("", words).split() if w.lower() not in _PRESENT]
    if not told or len(told) > _MOST_CORE or entity.name in words:
        return None
    nation = _nation(discourse)
    if lemma in _OF_A_STATE and not any(w[:1].isupper() for w in told) and nation:
        told.insert(1 if told[0].lower() in _PASSED else 0, nation)
    return Description(f"the {' '.join(told)}", behind=False)


def _nation(discourse: Discourse) -> str:
    """The adjective of the one country that the headline names, or ""."""
    return discourse.kept(("nation",), lambda: _adjective(discourse.ground.article.title))


def _adjective(title: str) -> str:
    words = [w.strip(",.:;!?“”‘’\"'").removesuffix("'s").removesuffix("’s") for w in title.split()]
    plain: dict[str, str] = {}
    told: dict[str, str] = {}
    for first, word in enumerate(words):
        for end in range(first + 1, min(first + 4, len(words) + 1)):
            found = world().country(" ".join(words[first:end])) if word[:1].isupper() else None
            if found is not None and found.country.adjectives:
                named = told if found.how is How.ADJECTIVE else plain
                named[found.country.key] = found.country.adjectives[0]
    either = plain or told
    return next(iter(either.values())) if len(either) == 1 else ""


_TITLED = re.compile(r"\b(?:[A-Z]\w*\.?|[a-z][\w-]*(?:er|or|ist|ian|man|woman|ee)) $")


def described(prompt: str, discourse: Discourse, avoid: str) -> str:
    """A question with who its first unknown person is, where nothing in it tells.

    Args:
        prompt: the question, or the text of a gap.
        discourse: the article.
        avoid: the answer, which no description may give away.
    """
    known = descriptions(discourse)
    title = discourse.ground.article.title
    opened = prompt.rfind("”, ") + 2 if prompt.startswith("In the report “") else 0
    for name, told in known.items():
        at = prompt.find(name, opened)
        if at < 0 or name in title or _quoted(prompt, at) or f"the {name} case" in prompt:
            continue
        behind = prompt[at + len(name) :]
        before = prompt[:at]
        told_here = behind.startswith((" of ", ", a", ", the", " and ", "}}"))
        if _TITLED.search(before) or before.endswith((" and ", "{{")) or told_here:
            continue
        if told.behind and behind.startswith(("’", "'")):
            continue
        if _shared(told.words, avoid) or _shared(told.words, before + behind):
            continue
        made = before + told.of(name) + behind
        return made.replace(",,", ",").replace(",?", "?").replace(",.", ".")
    return prompt


def _quoted(prompt: str, at: int) -> bool:
    return prompt.count("“", 0, at) > prompt.count("”", 0, at)


_SMALL = row_of("the a an of for and in at on’s")


def _shared(words: str, other: str) -> bool:
    """Whether the telling words of a description stand in other words as well."""
    mine = {w.strip(",.’?").removesuffix("’s").lower() for w in words.split()} - _SMALL
    theirs = {w.strip(",.’?{}").removesuffix("’s").lower() for w in other.split()}
    return bool(mine & theirs)
