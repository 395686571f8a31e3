"""Clauses: a subject, a finite verb and what is said of it, with the places where it can end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.phrases import (
    NAMES,
    NounPhrase,
    VerbGroup,
    noun_phrases,
    verb_groups,
)
from quizapp.generate.language.token import Sentence, Token
from quizapp.generate.language.word_list import row_of

_SUBORDINATORS = row_of(
    "because although though while whereas if unless until when once where after before since "
    "as whether that so lest"
)
WEEKDAYS = row_of("monday tuesday wednesday thursday friday saturday sunday")
MONTH_WORDS = row_of(
    "january february march april may june july august september october november december"
)
_RELATIVES = frozenset(("WDT", "WP", "WP$"))
_OF_WHAT = row_of(
    "convict accuse acquit rob strip deprive inform remind warn assure cure rid relieve"
)
"""Verbs whose "of" says what for: "convicted three men of trafficking"."""
_LINKING = row_of("including according saying adding following during concerning being")
_PLAINLY = row_of(
    "say add write explain argue note claim report recall conclude predict admit insist"
)
"""Verbs that stand before their speaker without a quotation: "…, said Osmani"."""
_END_TAGS = frozenset((".", ":", "``", "''", "("))


class Role(StrEnum):
    """What a clause is in its sentence."""

    MAIN = "main"
    THAT = "that"
    """What somebody says, thinks or finds."""
    RELATIVE = "relative"
    UNDER = "under"
    """Behind "because", "when", "although"."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase with what hangs on it: "the president of the small republic".

    Attributes:
        first: index of its first token.
        end: index after its last.
        head: index of its noun.
    """

    first: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence, by indices of its tokens.

    Attributes:
        subject: None where it is left out or not found.
        object: the noun phrase right behind the verb, or None.
        end: index after the last word that belongs to it.
        cuts: indices, rising, where the predicate may end before that; `end` is the last.
        under: the word that opens it: "because", "that", "who", or "".
        opened: index where it begins, its opening word and fronted phrases included.
        shared: the subject stands before an earlier verb: "signed and left".
    """

    subject: Chunk | None
    verb: VerbGroup
    object: Chunk | None
    end: int
    cuts: tuple[int, ...]
    role: Role
    under: str
    opened: int
    shared: bool = False


class Parse:
    """One sentence taken apart; everything is found on first asking."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens

    @cached_property
    def phrases(self) -> tuple[NounPhrase, ...]:
        """The noun phrases."""
        return noun_phrases(self.tokens)

    @cached_property
    def verbs(self) -> tuple[VerbGroup, ...]:
        """The verb groups."""
        return verb_groups(self.tokens, self.phrases)

    @cached_property
    def _phrase_by_end(self) -> dict[int, NounPhrase]:
        return {phrase.end: phrase for phrase in self.phrases}

    @cached_property
    def _ends(self) -> frozenset[int]:
        """Indices of the last token of each noun phrase."""
        return frozenset(phrase.end - 1 for phrase in self.phrases)

    @cached_property
    def phrase_by_first(self) -> dict[int, NounPhrase]:
        """The noun phrase that begins at an index."""
        return {phrase.first: phrase for phrase in self.phrases}

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, one for each finite verb, in order."""
        found: list[Clause] = []
        for group in self.verbs:
            if group.finite:
                found.append(self._clause(group, found))
        return tuple(found)

    @cached_property
    def reduced(self) -> tuple[Clause, ...]:
        """Participles as clauses: "The museum, founded in 1904 by X, …" says when and by whom."""
        found: list[Clause] = []
        for group in self.verbs:
            if group.finite or group.passive or self.tag(group.first) != "VBN":
                continue
            if group.main != group.first or self.tag(group.end) not in ("IN", "TO"):
                continue
            if group.first == 0:
                subject = self._after_fronted(group)
                if subject is not None:
                    end, cuts = self._predicate(group)
                    verb = VerbGroup(0, group.end, group.main, False, True, False)
                    found.append(Clause(subject, verb, None, end, cuts, Role.RELATIVE, "", 0))
                continue
            comma = self.low(group.first - 1) == ","
            subject = self._apposed(self._chain(group.first - 1 if comma else group.first))
            if subject is None:
                continue
            end, cuts = self._predicate(group)
            verb = VerbGroup(group.first, group.end, group.main, False, True, False)
            found.append(Clause(subject, verb, None, end, cuts, Role.RELATIVE, "", group.first))
        return tuple(found)

    @cached_property
    def trailing(self) -> tuple[Clause, ...]:
        """What the subject did besides: "…, killing 31 people and leaving 12,000 homeless"."""
        found: list[Clause] = []
        for group in self.verbs:
            if group.finite or self.tag(group.first) != "VBG" or group.main != group.first:
                continue
            comma = self.low(group.first - 1) == ","
            joined = self.low(group.first - 1) == "and" and found
            main = next((c for c in reversed(self.clauses) if c.verb.first < group.first), None)
            if not (comma or joined) or main is None or main.subject is None:
                continue
            if main.role not in (Role.MAIN, Role.THAT) or main.verb.end > group.first:
                continue
            if (
                self.tag(main.verb.first) not in ("VBD", "VBZ", "VBP")
                or main.subject.first > group.first
            ):
                continue
            if any(c.subject and c.subject.head == group.first for c in self.clauses):
                continue  # joining NATO was her priority
            past = self.tag(main.verb.first) == "VBD" or self.low(main.verb.first) in (
                "has",
                "have",
            )
            if not past or self.low(group.first) in _LINKING:
                continue
            phrase = self.phrase_by_first.get(group.end)
            target = self.chunk(phrase, wide=False) if phrase else None
            end, cuts = self._predicate(group)
            if target and target.end > end:
                target = None
            found.append(
                Clause(main.subject, group, target, end, cuts, main.role, main.under, main.opened)
            )
        return tuple(found)

    def _after_fronted(self, group: VerbGroup) -> Chunk | None:
        """As in "Built in 1957, the bridge …": the bridge."""
        for i in range(group.end, len(self.tokens)):
            if self.low(i) == ",":
                phrase = self.phrase_by_first.get(i + 1)
                if phrase is None:
                    continue
                chunk = self.chunk(phrase)
                return (
                    chunk if any(g.finite and g.first == chunk.end for g in self.verbs) else None
                )
        return None

    def tag(self, i: int) -> str:
        """The tag at an index; "^" before the sentence, "." behind it."""
        if i < 0:
            return "^"
        return self.tokens[i].tag if i < len(self.tokens) else "."

    def low(self, i: int) -> str:
        """The word at an index in lower case, "" outside the sentence."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def chunk(self, phrase: NounPhrase, *, wide: bool = True) -> Chunk:
        """A noun phrase with its "of" phrases, and with others where `wide`."""
        end = phrase.end
        charged = self.tag(phrase.first - 1) in _VERB_TAGS and (
            self.tokens[phrase.first - 1].lemma in _OF_WHAT
        )
        while not charged:
            tag, low = self.tag(end), self.low(end)
            after = self.phrase_by_first.get(end + 1)
            if after is None:
                break
            takes = low == "of" or (
                wide
                and tag == "IN"
                and low in ("in", "for", "on", "between", "against", "at", "from", "with", "to")
            )
            if not takes or self._time_like(after):
                break
            end = after.end
        return Chunk(phrase.first, end, phrase.head)

    def _time_like(self, phrase: NounPhrase) -> bool:
        token = self.tokens[phrase.head]
        if token.tag == "CD" and token.text.isdigit() and len(token.text) == 4:
            return True
        return "time" in lexicon().noun_categories(token.lemma) or token.low in (
            *WEEKDAYS,
            *MONTH_WORDS,
        )

    # -- one clause ------------------------------------------------------------------------

    def _clause(self, group: VerbGroup, before: Sequence[Clause]) -> Clause:
        subject, shared = self._subject(group, before)
        inner = before[-1] if before else None
        if inner and inner.role == Role.RELATIVE and inner.end == group.first and inner.subject:
            subject, shared = inner.subject, False  # students who live west of it will be bused
        role, under, opened = self._opening(group, subject, before, shared=shared)
        if inner and inner.role == Role.RELATIVE and inner.end == group.first:
            role, under, opened = Role.MAIN, "", subject.first if subject else group.first
        at = group.end
        while (
            self.tag(at) == "RB" and at + 1 < len(self.tokens) and at + 1 in self.phrase_by_first
        ):
            at += 1
        phrase = self.phrase_by_first.get(at)
        target = None
        if (
            phrase
            and self.tag(phrase.first) not in ("EX", "WP", "WDT")
            and not self._finite_after(phrase)
        ):
            target = self.chunk(phrase, wide=False)
        end, cuts = self._predicate(group)
        if target and target.end > end:
            target = Chunk(target.first, end, target.head) if target.head < end else None
        if (
            shared
            and inner
            and inner.verb.passive
            and self.tag(group.first) == "VBD"
            and (
                target is None
                and self.tag(group.end) in ("IN", "TO")
                and lexicon().forms(self.tokens[group.main].lemma).participle
                == self.low(group.main)
            )
        ):
            group = VerbGroup(group.first, group.end, group.main, False, True, group.negative)
        return Clause(subject, group, target, end, cuts, role, under, opened, shared)

    def _finite_after(self, phrase: NounPhrase) -> bool:
        """Whether a phrase behind a verb is the subject of the next: "said Kosovo wants"."""
        i = phrase.end
        while self.low(i) == "of" and i + 1 in self.phrase_by_first:
            i = self.phrase_by_first[i + 1].end
        return any(g.finite and g.first == i for g in self.verbs)

    def _subject(self, group: VerbGroup, before: Sequence[Clause]) -> tuple[Chunk | None, bool]:  # noqa: C901, PLR0911, PLR0912 - a shape of words each
        i = group.first
        while self.tag(i - 1) == "RB" and self.low(i - 1) != "here":
            i -= 1
        if self.tag(i - 1) in _RELATIVES:
            found = self._antecedent(i - 1)
            again = self.low(i - 2) == "and" and before and before[-1].role is Role.RELATIVE
            if again:
                return before[-1].subject, False  # "who has led it since 2016 and who announced"
            return found, False
        if self.tag(i - 1) in ("''", ","):
            behind = self.phrase_by_first.get(group.end)  # "…", said Osmani
            flags = lexicon().verb_flags(self.tokens[group.main].lemma)
            plain = self.tag(i - 1) == "''" or self.tokens[group.main].lemma in _PLAINLY
            if behind is not None and "say" in flags and plain and \
                    self.tag(group.first) in ("VBD", "VBZ"):  # fmt: skip
                ends = self.chunk(behind, wide=False).end
                if self.tag(ends) in (",", ".", ":", "IN", "WP") or ends >= len(self.tokens):
                    return self.chunk(behind, wide=False), False
        if self.tag(i - 1) == "CC" and before:
            return before[-1].subject, True
        if self.low(i - 1) == ",":
            skipped = self._over_parenthesis(i - 1)
            if skipped is not None:
                return self._chain(skipped), False
            if before and self.low(i - 2) != ",":
                return before[-1].subject, True
        if self.tag(i - 1) in (":", ")"):
            skipped = self._over_dashes(i - 1)
            if skipped is not None:
                return self._chain(skipped), False
        if self.tag(i - 1) in ("''", ",", "^", "``"):
            return None, False
        chunk = self._chain(i)
        if chunk is None:
            j = i
            while self.tag(j - 1) in ("NN", "NNP", "NNS", "CD", "DT", "IN", "JJ", "RB"):
                j -= 1
            if self.tag(j - 1) in ("WDT", "WP") and j < i:  # which in October advised
                return self._antecedent(j - 1), False
        return chunk, False

    def _antecedent(self, i: int) -> Chunk | None:
        """The noun phrase before a relative word at i."""
        j = i
        while self.tag(j - 1) in (",", "IN") or self.low(j - 1) in ("and", "–", "-", "—"):
            j -= 1
        if self.low(j) == ",":
            j = self._over_apposition(j)
        return self._apposed(self._nearest(j, who=self.low(i) == "who"))

    def _nearest(self, end: int, *, who: bool) -> Chunk | None:
        """The noun phrase a relative word takes up: with its "of", past the name of a place."""
        phrase = self._phrase_by_end.get(end)
        if phrase is None:
            return self._chain(end)
        first = phrase
        while True:
            link = self.low(first.first - 1)
            earlier = self._phrase_by_end.get(first.first - 1)
            place = self.tag(first.head) in NAMES and link in ("in", "at", "near", "from")
            person = who and bool(
                lexicon().noun_categories(self.tokens[first.head].lemma) & {"person", "office"}
            )
            if earlier is None or not ((link == "of" and not person) or place):
                break
            first = earlier
        listed = self.low(first.first - 1) in ("and", ",") and first is phrase
        chain = self._chain(end) if listed else None
        return chain or Chunk(first.first, end, first.head)

    def _apposed(self, chunk: Chunk | None) -> Chunk | None:
        """From "a nonprofit group" to "the B Team" that stands before it."""
        if chunk is None or self.tag(chunk.head) in NAMES or self.low(chunk.first - 1) != ",":
            return chunk
        named = self._nearest(self._over_apposition(chunk.first - 1), who=False)
        described = self.tag(chunk.first) in ("DT", "PRP$", "NN")
        if named is None or not described:
            return chunk
        holds = any(self.tag(k) in NAMES for k in range(named.first, named.end))
        return named if holds else chunk

    def _over_parenthesis(self, comma: int) -> int | None:
        """Index after the subject where "…, the chief engineer," stands before the verb."""
        for j in range(comma - 1, 0, -1):
            if self.tag(j) in (".", "``", "''"):
                return None
            if self.low(j) == "," and self._aside(j + 1, comma):
                return comma if self._names(j, comma) else self._over_apposition(j)
        return None

    def _names(self, first: int, end: int) -> bool:
        """Whether an aside is the name of what stands before it: "the agency, Jaxa, said"."""
        before, name = self._phrase_by_end.get(first), self.phrase_by_first.get(first + 1)
        if before is None or name is None or self.tag(name.head) not in NAMES:
            return False
        whole = name.end == end or self.tag(name.end) == "("
        return whole and self.tag(before.head) == "NN" and self.tag(before.first) == "DT"

    def _over_apposition(self, comma: int) -> int:
        """From the last of several asides to the first: "Penrose, 58, who chaired …"."""
        while True:
            phrase = self._phrase_by_end.get(comma)
            if phrase is None:
                return comma
            chunk = self._chain(comma)
            start = chunk.first if chunk else phrase.first
            earlier = self._phrase_by_end.get(start - 1)
            if self.low(start - 1) != "," or earlier is None or self._time_like(earlier):
                return comma
            age = self.tag(phrase.head) == "CD" and phrase.end - phrase.first == 1
            described = (
                self.tag(earlier.head) in NAMES
                and self.tag(phrase.head) not in NAMES
                and self.tag(phrase.first) in ("DT", "PRP$", "CD", "NN")
            )
            if not age and not described:
                return comma
            comma = start - 1

    def _aside(self, start: int, end: int) -> bool:
        """Whether the words between two commas are an aside and no list or clause."""
        tag = self.tag(start)
        if tag in _RELATIVES or self.low(start) in ("where", "according", "including", "who"):
            return True
        if self.low(start) == "or" and self.tag(start + 1) in NAMES:
            return True
        finite = [g for g in self.verbs if g.finite and start <= g.first < end]
        if any(not self._relative_before(g, start) for g in finite):
            return self._said_by(start, end, finite)
        return tag in (
            "VBG",
            "VBN",
            "DT",
            "CD",
            "PRP$",
            "IN",
            "RB",
            "JJ",
            "NN",
            "NNP",
            "WRB",
            "NNS",
            "JJR",
            "JJS",
            "VBD",
        )

    def _relative_before(self, group: VerbGroup, start: int) -> bool:
        """Whether "who", "which" or "that" opens the clause of a verb within an aside."""
        for i in range(group.first - 1, start - 1, -1):
            if self.tag(i) in _RELATIVES or self.low(i) in ("where", "that", "when"):
                return True
            if any(g.finite and g.first <= i < g.end for g in self.verbs):
                return self.low(group.first - 1) in ("and", "or")
        return False

    def _said_by(self, start: int, end: int, finite: Sequence[VerbGroup]) -> bool:
        """Whether the aside only says who is speaking: "…, she added, …"."""
        return (
            len(finite) == 1
            and end - start <= 8
            and "say" in lexicon().verb_flags(self.tokens[finite[0].main].lemma)
        )

    def _over_dashes(self, close: int) -> int | None:
        sign = self.low(close)
        opening = "(" if sign == ")" else sign
        for j in range(close - 1, 0, -1):
            if self.low(j) == opening:
                return j
        return None

    def _chain(self, end: int) -> Chunk | None:  # noqa: C901, PLR0912 - a shape of words each
        """The noun phrase that ends at an index, with all that it hangs on."""
        if self.tag(end - 1) == ")":
            end = next((j for j in range(end - 2, -1, -1) if self.tag(j) == "("), end)
        phrase = self._phrase_by_end.get(end)
        if phrase is None:
            return None
        last, first = end, phrase
        while True:
            i = first.first
            link, low = self.tag(i - 1), self.low(i - 1)
            if link in ("IN", "TO") and low not in _SUBORDINATORS:
                earlier = self._phrase_by_end.get(i - 1)
                if (
                    earlier
                    and low in ("on", "in")
                    and first.end == last
                    and self._time_like(first)
                ):
                    last = earlier.end  # Rwanda on Friday declared
                if earlier is None:
                    earlier, participle = self._over_participle(i - 1)
                    if earlier is None or not participle:
                        return None  # behind a preposition at the beginning: no subject
                first = earlier
            elif low in ("and", "or") and self._phrase_by_end.get(i - 1):
                earlier = self._phrase_by_end[i - 1]
                if self._list_head(earlier, first):
                    first = self._first_of_list(earlier)
                else:
                    break
            elif link == "VB" and self.tag(i - 2) == "TO" and i - 2 in self._phrase_by_end:
                first = self._phrase_by_end[i - 2]  # the first craft to reach the moon
            elif link == "VBG" and i - 1 in self._phrase_by_end:
                first = self._phrase_by_end[i - 1]  # people carrying bags
            elif link == "VBG" and i - 2 not in self._ends:
                return Chunk(i - 1, last, i - 1)  # joining NATO was her priority
            else:
                break
        return Chunk(first.first, last, first.head)

    def _over_participle(self, i: int) -> tuple[NounPhrase | None, bool]:
        """As in "troops deployed in Kosovo": from "deployed" to "troops"."""
        j = i
        while self.tag(j - 1) == "RB":
            j -= 1
        if self.tag(j - 1) in ("VBN", "VBG"):
            return self._phrase_by_end.get(j - 1), True
        return None, False

    def _list_head(self, earlier: NounPhrase, later: NounPhrase) -> bool:
        return self.tag(earlier.head) != "PRP" or self.tag(later.head) == "PRP"

    def _first_of_list(self, phrase: NounPhrase) -> NounPhrase:
        first = phrase
        while self.low(first.first - 1) == "," and first.first - 1 in self._phrase_by_end:
            earlier = self._phrase_by_end[first.first - 1]
            if (
                self.tag(earlier.first - 1) in ("IN", "TO")
                and self.low(earlier.first - 1) not in _SUBORDINATORS
            ):
                break
            first = earlier
        return first

    def _opening(  # noqa: C901, PLR0911 - a shape of words each
        self, group: VerbGroup, subject: Chunk | None, before: Sequence[Clause], *, shared: bool
    ) -> tuple[Role, str, int]:
        if shared and before:
            return before[-1].role, before[-1].under, before[-1].opened
        i = group.first
        while self.tag(i - 1) == "RB":
            i -= 1
        if self.tag(i - 1) in _RELATIVES:
            return Role.RELATIVE, self.low(i - 1), i - 1
        start = subject.first if subject and subject.first < group.first else i
        if self.tag(start - 1) in ("WP$", "WDT", "WP"):
            return Role.RELATIVE, self.low(start - 1), start - 1
        opener = self.low(start - 1)
        if opener == "that" and self.tag(start - 1) in ("IN", "WDT"):
            return Role.THAT, "that", start - 1
        if opener in _SUBORDINATORS and self.tag(start - 1) in ("IN", "WRB", "RB"):
            return Role.UNDER, opener, start - 1
        # "said that in the wake of the war, joining was her priority"
        j = start - 1
        while (
            j >= 0
            and self.tag(j) not in (".", "``", "''", ":")
            and not any(g.finite and g.first == j for g in self.verbs)
        ):
            word = self.low(j)
            if word == "that" and self.tag(j) == "IN":
                return Role.THAT, "that", j
            if (
                word in _SUBORDINATORS
                and self.tag(j) in ("IN", "WRB")
                and self.low(start - 1) != ","
            ):
                clause_like = word in ("because", "although", "though", "while", "if", "when")
                if clause_like:
                    return Role.UNDER, word, j
            j -= 1
        if self.tag(start - 1) in _VERB_TAGS or self.tag(start - 1) in ("NNP", "NN", "NNS"):
            governing = next((g for g in self.verbs if g.end == start), None)
            if governing and lexicon().verb_flags(self.tokens[governing.main].lemma) & {
                "say",
                "think",
                "that",
            }:
                return Role.THAT, "", start
        return Role.MAIN, "", j + 1

    # -- where a predicate ends ---------------------------------------------------------------

    def _predicate(self, group: VerbGroup) -> tuple[int, tuple[int, ...]]:  # noqa: C901 - a shape of words each
        tokens, cuts = self.tokens, []
        i = group.end
        says = bool(lexicon().verb_flags(tokens[group.main].lemma) & {"say", "think", "that"})
        seen_relative = False
        relative = self.tag(group.first - 1) in _RELATIVES
        nested = False
        firsts = {g.first for g in self.verbs if g.finite}
        while i < len(tokens):
            tag, low = tokens[i].tag, tokens[i].low
            if i in firsts and relative and not nested:
                break
            nested = (
                nested
                or tag in _RELATIVES
                or (low in _SUBORDINATORS and tag in ("IN", "WRB") and self._opens_clause(i))
            ) and i not in firsts
            if tag == "CC" and self.tag(group.main) == "VBG" and self.tag(i + 1) == "VBG":
                break  # cutting its rate and sending the franc down
            if tag in _RELATIVES and self.tag(group.first) == "VBN" and not group.finite:
                break  # a group based in New York that presses companies
            if tag in _END_TAGS and not (tag in ("``", "''") and self._inner_quote(i, group.end)):
                break
            if tag == "," and self._comma_ends(i):
                break
            if tag == "CC" and self._clause_after(i, seen_relative=seen_relative):
                break
            if tag in _RELATIVES and i > group.end:
                cuts.append(i)
                seen_relative = True
            elif low in _SUBORDINATORS and tag in ("IN", "WRB") and i > group.end:
                if self._opens_clause(i) and not (says and low in ("that", "whether", "if")):
                    cuts.append(i)
            elif (tag in ("IN", "TO") and i > group.end and low != "of") or (
                tag == "RB" and low in ("yesterday", "today") and i > group.end
            ):
                cuts.append(i)
            i += 1
        while i > group.end and tokens[i - 1].tag in (",", "CC", ":"):
            i -= 1
        kept = [c for c in cuts if c < i and (c == group.end or not self._dangles(c))]
        return i, (*kept, i)

    def _dangles(self, cut: int) -> bool:
        """Whether words that end here want more: "bodies that ask", "in order"."""
        return self.tag(cut - 1) in (
            *_VERB_TAGS,
            "MD",
            "TO",
            "IN",
            "DT",
            "PRP$",
            "CC",
            "JJ",
            ",",
        ) or (self.low(cut - 1) == "order")

    def _inner_quote(self, i: int, start: int) -> bool:
        """Whether a few quoted words stand here: a "historic" vote."""
        if self.tag(i) == "``":
            return (
                any(self.tag(j) == "''" for j in range(i + 2, min(i + 9, len(self.tokens))))
                and self.tag(i - 1) != ","
            )
        return any(self.tag(j) == "``" for j in range(max(start, i - 9), i)) and self.tag(
            i - 1
        ) not in (",", ".")

    def _opens_clause(self, i: int) -> bool:
        """Whether a finite verb follows before the next comma."""
        for j in range(i + 1, len(self.tokens)):
            if self.tag(j) in (",", ".", ":", "``", "''"):
                return False
            if any(g.finite and g.first == j for g in self.verbs):
                return True
        return False

    def _comma_ends(self, i: int) -> bool:
        """Whether the clause is over at this comma; it is not inside a list or a date."""
        following, low = self.tag(i + 1), self.low(i + 1)
        before = self.tokens[i - 1]
        year = self.tokens[i + 1].text if i + 1 < len(self.tokens) else ""
        if before.tag == "CD" and year.isdigit() and len(year) == 4:
            return False
        if following == "CD" and before.low.isdigit() and len(self.tokens[i + 1].text) == 4:
            return False
        phrase = self.phrase_by_first.get(i + 1)
        if phrase is not None and i in self._phrase_by_end:
            explains = self.tag(phrase.first) == "DT" and self.tag(phrase.head) not in NAMES
            if explains and before.tag in NAMES:
                return True  # the Ring of Fire, the belt of volcanoes and faults
            return not self._list_goes_on(phrase)
        if following == "CC" and self._in_list(i) and i + 2 in self.phrase_by_first:
            last = self.phrase_by_first[i + 2]
            return any(g.finite and g.first == last.end for g in self.verbs)
        return not (
            following == "NNP" and before.tag in NAMES and low != "and" and self.low(i + 2) == ","
        )

    def _in_list(self, i: int) -> bool:
        j = i - 1
        while j > 0 and i - j < 8:
            if self.low(j) == ",":
                return True
            j -= 1
        return False

    def _list_goes_on(self, phrase: NounPhrase) -> bool:
        """Whether an "and" closes a list before the next finite verb."""
        j, commas = phrase.end, 0
        while j < len(self.tokens) and j - phrase.first < 30:
            tag, low = self.tag(j), self.low(j)
            if tag in (".", ":", "``", "''") or any(g.finite and g.first == j for g in self.verbs):
                return False
            if tag in _RELATIVES:
                return False
            if low in ("and", "or"):
                after = self.phrase_by_first.get(j + 1)
                return after is not None and not any(
                    g.finite and g.first == after.end for g in self.verbs
                )
            if tag == ",":
                commas += 1
            j += 1
        return False

    def _clause_after(self, i: int, *, seen_relative: bool) -> bool:  # noqa: PLR0911 - a shape of words each
        """Whether "and" or "but" opens another clause or another verb of this subject."""
        j = i + 1
        while self.tag(j) == "RB":
            j += 1
        if any(g.finite and g.first == j for g in self.verbs):
            return True
        if self.low(i) in ("but", "yet", "nor"):
            return True
        if any(g.first == j and self.tag(g.main) == "VBN" for g in self.verbs):
            return True
        phrase = self.phrase_by_first.get(j)
        while phrase is not None:
            if any(g.finite and g.first == phrase.end for g in self.verbs):
                return True
            if self.tag(phrase.end) == "RB" and any(
                g.finite and g.first == phrase.end + 1 for g in self.verbs
            ):
                return True
            if self.tag(phrase.end) == "IN" and phrase.end + 1 in self.phrase_by_first:
                phrase = self.phrase_by_first[phrase.end + 1]
            elif self.tag(phrase.end) in _RELATIVES:
                return False
            else:
                return False
        return seen_relative and self.tag(j) in _RELATIVES


_VERB_TAGS = frozenset(("VB", "VBD", "VBZ", "VBP", "VBN", "VBG"))
