"""A clause where something is asked: its words, its room, the date in front of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.generate.discourse import Discourse
from quizapp.generate.entity import EntityKind
from quizapp.generate.facts.asking import LONGEST, predicate
from quizapp.generate.facts.clause_stem import fronted, placed
from quizapp.generate.facts.speakers import Speaker
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.token import Token
from quizapp.generate.language.word_list import row_of
from quizapp.generate.stem import Stem


@dataclass(frozen=True, slots=True)
class At:
    """A clause of a sentence, with who says it.

    Attributes:
        index: of the sentence.
        speaker: None where the article itself says it.
    """

    discourse: Discourse
    index: int
    parse: Parse
    clause: Clause
    speaker: Speaker | None

    def stem(self) -> Stem:
        """A question begun: it holds the speaker's name."""
        stem = Stem(self.discourse, self.index)
        if self.speaker is not None and self.speaker.entity is not None:
            stem.present.add(self.speaker.entity.name)
        return stem

    @property
    def lemma(self) -> str:
        """The verb, as a dictionary lists it."""
        return self.parse.tokens[self.clause.verb.main].lemma

    def room(self, taken: str) -> int:
        """How many words a question still has room for."""
        said = len(self.speaker.name.split()) + 3 if self.speaker else 0
        return LONGEST - said - len(taken.split())


def is_done(at: At) -> bool:
    """Whether the verb tells of something done: "has been fined"."""
    group = at.clause.verb
    has = at.parse.low(group.first) in ("has", "have") and group.main > group.first
    return has and not any(t.low == "since" for t in words_of(at))


def words_of(at: At) -> Sequence[Token]:
    """The words from the clause's beginning to its end."""
    return at.parse.tokens[max(0, at.clause.opened - 1) : at.clause.end]


def front(at: At) -> str:
    """The date in front of the clause, unless another verb stands between."""
    words = low_first(fronted(at.discourse, at.index, at.clause))
    subject = at.clause.subject
    if not words or subject is None:
        return ""
    phrase = next((t for t in at.discourse.times(at.index) if t.end <= subject.first
                   and t.first >= at.clause.opened - 1
                   and at.parse.low(t.first - 1) != "of"), None)  # fmt: skip
    if phrase is None:
        return placed(at.discourse, at.index, at.clause)
    before = at.parse.tag(phrase.first - 1)
    if before not in ("^", ",", ":", "CC", "``") and at.parse.low(phrase.first - 1) != "that":
        return ""
    between = range(phrase.end, subject.first)
    return "" if any(at.parse.tag(i).startswith("VB") for i in between) else words


def low_first(words: str) -> str:
    """Words with a small letter at their beginning."""
    return words[:1].lower() + words[1:]


def tail_of(at: At, stem: Stem, first: int, begun: str) -> str:
    """The rest of a clause behind a quantity, as much as there is room for."""
    if first >= at.clause.end:
        return ""
    tag = at.parse.tag(first)
    if tag == ",":
        return ""
    if tag in ("WP", "WDT", "WP$"):
        stem.loose = True
        return ""
    unit = tag == "DT" and at.parse.low(first) in ("a", "an", "each", "every")
    if tag == "CC" and at.parse.tag(first + 1) in ("CD", "$"):
        return ""
    if tag in ("CC", "NN", "NNS", "NNP", "NNPS", "PRP", "CD", "VB") or (tag == "DT" and not unit):
        raise HangingError("and more")
    if (
        at.parse.low(first) == "to"
        and at.parse.tag(first + 1) == "VB"
        and at.parse.low(first + 2) == ""
    ):
        raise HangingError("to do")
    try:
        return predicate(stem, at.clause, first, room=at.room(begun), least=first)
    except HangingError as error:
        spare = at.parse.low(first) in _SPARE and first in at.clause.cuts
        if error.args == ("too long",) and spare:
            return ""  # what is left says enough
        raise


def _placed_only(at: At) -> bool:
    """Whether nothing but where it is hangs on a subject: "a factory in Singapore"."""
    subject = at.clause.subject
    if subject is None:
        return False
    links = [i for i in range(subject.first, subject.end) if at.parse.tag(i) in ("IN", "TO")]
    name = at.parse.phrase_by_end.get(subject.end)
    entity = at.discourse.entity(at.index, name) if name is not None else None
    there = entity is not None and entity.kind in (EntityKind.PLACE, EntityKind.COUNTRY)
    return there and len(links) == 1 and at.parse.low(links[0]) in ("in", "at", "near", "of")


_SPARE = row_of(
    "over after in on at during because when while since before amid following as despite"
)
"""What opens words that a question can do without."""


def unclear(at: At) -> bool:
    """Whether "…, which" may mean another noun than the one before it."""
    clause, subject = at.clause, at.clause.subject
    if clause.role is not Role.RELATIVE or subject is None or clause.opened == subject.end:
        return False
    if at.discourse.entity(at.index, subject) is not None:
        return False
    inner = range(subject.first, subject.end)
    if clause.opened - subject.end == 1 and _placed_only(at):
        return False  # a second factory in Singapore, which
    return clause.opened - subject.end > 1 or any(at.parse.tag(i) in ("IN", "TO") for i in inner)
