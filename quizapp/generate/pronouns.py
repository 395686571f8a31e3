"""What "it", "her" and "they" mean where they stand in an article."""

from __future__ import annotations

from functools import cached_property

from quizapp.generate.entity import Entity, EntityKind
from quizapp.generate.language.clause import Chunk, Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import NAMES, NounPhrase
from quizapp.generate.language.token import SentenceKind
from quizapp.generate.language.word_list import row_of
from quizapp.generate.read_through import Mention, ReadThrough

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
US = row_of("i me my mine we us our ours you your yours myself ourselves")
_PURPOSED = row_of(
    "designed built made used forced trained allowed set meant asked ordered due ready able "
    "likely supposed bound obliged required told invited"
)
"""What is said of a thing, so that "it" before them means one."""
_GROUPS = row_of(
    "jury team council committee crew couple cabinet panel board parliament government police "
    "opposition family gang party duo band squad"
)
"""Who acts as several."""
_ONE_OF_ITS_KIND = row_of("jury government parliament cabinet opposition")
"""What a question can name without saying whose."""
_PASSED = row_of(
    "back approve pass adopt reject oppose propose draft table delay amend sign veto repeal "
    "welcome criticise criticize condemn"
)
"""What is done to a measure, and not to those who decide on it."""
_MEASURES = row_of(
    "measure bill law plan proposal amendment motion act budget deal treaty agreement resolution "
    "scheme ban tax reform decision"
)
_ISSUED = row_of("release publish print circulate issue")
"""What is done to a paper."""
_PAPERS = row_of(
    "report study survey statement letter document book article verdict ruling finding review"
)
_RAISING = row_of("expected scheduled believed thought going said planned estimated")
"""What something is to do, so that "it" before these is the thing itself."""


_KIN = row_of("mother father sister brother wife husband son daughter aunt uncle cousin widow")


class Pronouns(ReadThrough):
    """An article read through for its pronouns; `Discourse` adds what nouns with "the" mean."""

    def pronoun(self, index: int, i: int) -> Entity | str | None:  # noqa: PLR0911 - a shape of words each
        """What a pronoun means: an entity, or words for a thing without a name, or None."""
        low = self.ground.sentences[index].tokens[i].low
        if low in HE:
            return self._person(index, i, "m")
        if low in SHE:
            return self._person(index, i, "f")
        if low in IT:
            tokens = self.ground.sentences[index].tokens
            acts = any(c.subject and c.subject.head == i for c in self.parses[index].clauses)
            if low == "it" and i and not acts and tokens[i - 1].tag[:2] in ("VB", "IN", "TO"):
                return None  # what is done to it is seldom what acted before
            meant = self._thing(index, i)
            return None if self._voted_on(index, i, meant) else meant
        acting = any(c.subject and c.subject.head == i for c in self.parses[index].clauses)
        if low == "them" or (low == "they" and not acting):
            return None
        if low in THEY:
            return self._several(index, i)
        return None

    def _voted_on(self, index: int, i: int, meant: Entity | str | None) -> bool:
        """Whether a place is said to be lost or carried: that is a motion, and not a place."""
        place = isinstance(meant, Entity) and meant.kind in (EntityKind.PLACE, EntityKind.COUNTRY)
        if not place:
            return False
        clause = next(
            (c for c in self.parses[index].clauses if c.subject and c.subject.head == i), None
        )
        tokens = self.ground.sentences[index].tokens
        verb = tokens[clause.verb.main].lemma if clause is not None else ""
        return verb in _PASSED or verb in ("lose", "carry", "defeat", "win")

    def _person(self, index: int, i: int, gender: str) -> Entity | None:
        other = "f" if gender == "m" else "m"
        for mentions in self.before(index, i, 2):
            people = [
                m for m in mentions
                if m.entity and m.entity.kind == EntityKind.PERSON and m.entity.gender != other
                and not self._is_kin(m)
            ]  # fmt: skip
            if not people:
                if any(self.is_person(m) and m.subject for m in mentions):
                    return None  # a man without a name is meant
                continue
            names = {m.entity.name for m in people if m.entity}
            if len(names) == 1:
                return people[0].entity
            subjects = {m.entity.name: m.entity for m in people if m.subject and m.entity}
            sure = [m.entity for m in people if m.entity and m.entity.gender == gender]
            if len(subjects) == 1:
                return next(iter(subjects.values()))
            if len({e.name for e in sure}) == 1:
                return sure[0]
            return None
        return None

    def _is_kin(self, mention: Mention) -> bool:
        """As in "her mother, Grace": whose mother she is goes on being told of."""
        parse, first = self.parses[mention.sentence], mention.phrase.first
        before = parse.phrase_by_end.get(first - 1) if parse.low(first - 1) == "," else None
        if before is None or parse.tag(before.first) != "PRP$":
            return False
        return parse.tokens[before.head].lemma in _KIN

    def _thing(self, index: int, i: int) -> Entity | str | None:
        taken = self.taken_up(index, i)
        return self._meaning(taken) if isinstance(taken, Mention) else taken

    def taken_up(self, index: int, i: int) -> Mention | Entity | None:  # noqa: C901, PLR0911 - a reading each
        """What "it" or "its" takes up: the mention, or what the whole article is about.

        None where either of two may be meant, or nothing is.
        """
        tokens = self.ground.sentences[index].tokens
        if tokens[i].low == "it" and self.expletive(index, i):
            return None
        owner = self._only_name(index, i) if tokens[i].tag == "PRP$" else None
        if owner is not None:
            return owner
        for mentions in self.before(index, i, 1):
            things = [
                m for m in mentions
                if m.subject and not m.plural and not self.is_person(m)
                and (m.entity or not self._above(m))
                and not (m.entity and m.entity.kind in (EntityKind.PERSON, EntityKind.PEOPLE))
            ]  # fmt: skip
            if mentions and mentions[0].sentence == index:
                begun = {
                    c.subject.head
                    for c in self.parses[index].clauses
                    if c.subject and c.verb.first < i
                }
                things = [m for m in things if m.phrase.head in begun]
            names = {m.entity.name if m.entity else str(m.phrase) for m in things}
            own = tokens[i].tag == "PRP$"
            if len(names) > 1 and mentions[0].sentence == index and not own:
                return None  # either may be meant
            if len(names) > 1 and not own and self._within_said(things):
                return None  # who spoke, or what was spoken of
            decided = self._decided(index, i, mentions) if things else None
            if decided is not None:
                return decided
            if things:
                return things[-1] if mentions and mentions[0].sentence == index else things[0]
            here = bool(mentions) and mentions[0].sentence == index
            if (
                here
                and not own
                and any(
                    not m.subject and not m.plural and m.entity is None and not self.is_person(m)
                    for m in mentions
                )
            ):
                return None  # has lived in the block since it was finished
            if any(m.subject and m.entity for m in mentions) and tokens[i].low == "it":
                continue
        main = self.main_thing
        if main is not None and main.kind in (EntityKind.PLACE, EntityKind.COUNTRY):
            return None  # what happens in Yorkshire does not happen to it
        return main if i == 0 or (i == 1 and tokens[0].low in ("but", "and")) else None

    def _decided(self, index: int, i: int, mentions: list[Mention]) -> Mention | None:
        """As in "The council approved the plan. It was backed by the Greens": the plan."""
        clause = next(
            (c for c in self.parses[index].clauses if c.subject and c.subject.head == i), None
        )
        tokens = self.ground.sentences[index].tokens
        if clause is None or not clause.verb.passive:
            return None
        verb = tokens[clause.verb.main].lemma
        if verb not in _PASSED | _ISSUED:
            return None
        meant = _PAPERS if verb in _ISSUED else _MEASURES
        return next(
            (m for m in mentions if not m.plural and m.entity is None
             and (verb in _ISSUED or not m.subject)
             and self.parses[m.sentence].tokens[m.phrase.head].lemma in meant), None
        )  # fmt: skip

    def _only_name(self, index: int, i: int) -> Entity | None:
        """The one body or place that a sentence names before "its", where nothing else acts."""
        before = [m for m in self.mentions[index] if m.phrase.end <= i]
        begun = {c.subject.head for c in self.parses[index].clauses
                 if c.subject and c.verb.first < i}  # fmt: skip
        acts = any(m.phrase.head in begun and not m.plural and not self.is_person(m)
                   and not (m.entity and m.entity.kind == EntityKind.PERSON)
                   for m in before)  # fmt: skip
        named = {m.entity.name: m.entity for m in before if m.entity and m.entity.kind in (
            EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.COUNTRY, EntityKind.OTHER,
        )}  # fmt: skip
        return next(iter(named.values())) if len(named) == 1 and not acts else None

    def _within_said(self, things: list[Mention]) -> bool:
        """Whether one of them acts in what another said: "Arla said that Bovaer could help"."""
        heads = {m.phrase.head for m in things}
        parse = self.parses[things[0].sentence]
        roles = {c.role for c in parse.clauses if c.subject and c.subject.head in heads}
        return Role.THAT in roles and len(roles) > 1

    @cached_property
    def main_thing(self) -> Entity | None:
        """The one body, place or work that the article is about, or None."""
        kinds = (EntityKind.ORGANISATION, EntityKind.WORK, EntityKind.PLACE, EntityKind.COUNTRY,
                 EntityKind.OTHER)  # fmt: skip
        things = [e for e in self.ground.entities.all if e.kind in kinds]
        above = " ".join(
            [self.ground.article.title]
            + [
                s.span.of(self.text)
                for s in self.ground.sentences
                if s.kind == SentenceKind.HEADLINE
            ]
        )
        titled = [
            e
            for e in things
            if e.kind != EntityKind.OTHER and any(a and a in above for a in e.aliases)
        ]
        if len(titled) == 1 and len(titled[0].mentions) >= 2:
            return titled[0]
        if not things or len(things[0].mentions) < 3:
            return None
        early = [s.span for s in self.ground.sentences if s.kind != SentenceKind.OTHER][:2]
        if not any(span.covers(m) for span in early for m in things[0].mentions):
            return None
        rival = len(things[1].mentions) if len(things) > 1 else 0
        return things[0] if len(things[0].mentions) >= 1.5 * rival else None

    def _meaning(self, mention: Mention) -> Entity | str | None:
        """What a noun phrase means that a pronoun takes up."""
        if mention.entity:
            return mention.entity
        parse = self.parses[mention.sentence]
        name = self._known_as(mention)
        if name is not None:
            return name
        if parse.low(mention.phrase.first) == "the":
            words = self.definite(mention.sentence, mention.phrase, frozenset())
            if words is not None:
                return self.ground.entities.find(words) or words
        return self._described(mention)

    def _above(self, mention: Mention) -> bool:
        """Whether a mention stands in a headline, which leaves out articles."""
        return self.ground.sentences[mention.sentence].kind is SentenceKind.HEADLINE

    def _known_as(self, mention: Mention) -> Entity | None:
        """As in "The neck ring, known as the Ring of Lieto, …": the name that stands behind."""
        parse, end = self.parses[mention.sentence], mention.phrase.end
        if parse.low(end) != "," or parse.low(end + 1) not in ("known", "named", "called"):
            return None
        name = parse.phrase_by_first.get(end + 2 + (parse.low(end + 2) == "as"))
        return self.entity(mention.sentence, parse.chunk(name, wide=False)) if name else None

    def _described(self, mention: Mention, *, loose: bool = False) -> str | None:  # noqa: PLR0911 - a shape of words each
        """Words for a thing without a name, if they stand alone.

        Args:
            mention: where it is first spoken of.
            loose: the question will say where it plays, so the words need no name of their own.
        """
        parse = self.parses[mention.sentence]
        chunk = parse.chunk(mention.phrase)
        if loose and (chunk.end - chunk.first > 7 or not self.specific(mention.sentence, chunk)):
            chunk = Chunk(mention.phrase.first, mention.phrase.end, mention.phrase.head)
            if chunk.end - chunk.first < 3:
                return None
        elif chunk.end - chunk.first > 7:
            return None
        first = parse.tokens[chunk.first]
        if first.tag in ("PRP$", "PRP"):
            return None
        if not loose and not self.specific(mention.sentence, chunk):
            return None
        words = self.words(mention.sentence, chunk.first, chunk.end)
        if first.low in ("a", "an"):
            return "the " + words[len(first.text) :].lstrip()
        if first.tag == "DT":
            return first.low + words[len(first.text) :]
        bare = first.tag not in NAMES and parse.tag(mention.phrase.head) == "NN"
        return f"the {words[:1].lower()}{words[1:]}" if bare else words

    def expletive(self, index: int, i: int) -> bool:
        """As in "It is not clear", "it was expected that"."""
        parse = self.parses[index]
        j = i + 1
        while parse.tag(j) in ("MD", "VBZ", "VBD", "VB", "RB", "VBN"):
            if parse.low(j) in (
                "is",
                "was",
                "be",
                "'s",
                "remains",
                "remained",
                "appears",
                "seems",
            ):
                if parse.low(j + 1) == "to" or parse.low(j + 1) in _PURPOSED:
                    return False  # it is to be built, it was designed to work
                if parse.low(j + 1) in _RAISING and parse.low(j + 2) == "to":
                    return False  # the plant: it is expected to employ 700 people
                tail = [parse.low(k) for k in range(j + 1, j + 6)]
                return "that" in tail or "to" in tail or "if" in tail or "whether" in tail
            j += 1
        return False

    def _several(self, index: int, i: int) -> Entity | str | None:
        for mentions in self.before(index, i, 1):
            many = [m for m in mentions if m.subject and m.plural]
            if many:
                chosen = many[-1] if mentions[0].sentence == index else many[0]
                return self._meaning(chosen)
            if mentions and mentions[0].sentence != index:
                return self._group(mentions)
        return None

    def _group(self, mentions: list[Mention]) -> Entity | str | None:
        """As in "The jury had deliberated for two days. They acquitted him": who acts together.

        None where a plural stands there that may be meant as well.
        """
        acting = [m for m in mentions if m.subject]
        heads = {self.parses[m.sentence].tokens[m.phrase.head].lemma for m in acting}
        others = any(
            m.plural and not m.subject and self._can_act(m) and not self._inside(m, acting)
            for m in mentions
        )
        if len(acting) != 1 or not heads & _GROUPS or others:
            return None
        meant = self._meaning(acting[0])
        if meant is not None:
            return meant
        lemma = next(iter(heads))
        return f"the {lemma}" if lemma in _ONE_OF_ITS_KIND else None

    def _can_act(self, mention: Mention) -> bool:
        """Whether a plural means those who do things: witnesses, and no days."""
        token = self.parses[mention.sentence].tokens[mention.phrase.head]
        kinds = lexicon().noun_categories(token.lemma)
        return bool(kinds & {"person", "office", "group"}) or not kinds

    def _inside(self, mention: Mention, acting: list[Mention]) -> bool:
        """Whether a mention only says of whom a group is made: a jury of seven women."""
        parse = self.parses[mention.sentence]
        return any(
            parse.chunk(a.phrase).first <= mention.phrase.first
            and mention.phrase.end <= parse.chunk(a.phrase).end
            for a in acting
        )

    def definite(self, index: int, phrase: NounPhrase, taken: frozenset[str]) -> str | None:
        """What "the country" means, as words for a stem; None where that is not sure.

        Args:
            index: the sentence.
            phrase: it begins with "the", "this" or the like and has a common noun.
            taken: names that already play another part in the clause.
        """
        raise NotImplementedError
