"""What a verb is said of: the noun phrase before it, past asides, appositions and relatives."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.generate.language.clause import Chunk, Clause, Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.parse_words import RELATIVES, SUBORDINATORS, ParseWords
from quizapp.generate.language.phrases import (
    NAMES,
    NounPhrase,
    VerbGroup,
)
from quizapp.generate.language.word_list import row_of

_PLAINLY = row_of(
    "say add write explain argue note claim report recall conclude predict admit insist"
)


_SETTLED = row_of("city town village port hamlet suburb island settlement colony")


_OF_EVENTS = row_of(
    "cause result effect victim survivor aftermath scene site anniversary wake impact consequence "
    "night day morning evening start end favour favor search front"
)
"""What an event has: behind it "that" goes on telling of the event."""


_AROUND = row_of("in at from near on under behind")


class Subjects(ParseWords):
    """What verbs are said of, told from the words of a sentence."""

    def subject_of(self, group: VerbGroup, before: Sequence[Clause]) -> tuple[Chunk | None, bool]:  # noqa: C901, PLR0911, PLR0912 - a shape of words each
        """(subject of a verb or None, whether it is shared with an earlier verb)."""
        i = group.first
        while self.tag(i - 1) == "RB" and self.low(i - 1) != "here":
            i -= 1
        if self.tag(i - 1) in RELATIVES:
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
                return self.chain_to(skipped), False
            if before and self.low(i - 2) != ",":
                return before[-1].subject, True
        if self.tag(i - 1) in (":", ")"):
            skipped = self._over_dashes(i - 1)
            if skipped is not None:
                return self.chain_to(skipped), False
        if self.tag(i - 1) in ("''", ",", "^", "``"):
            return None, False
        chunk = self.chain_to(i)
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
            j = self._offered_by(j) if self.low(i) == "that" else j
        return self.apposed(self._nearest(j, who=self.low(i) == "who"))

    def _offered_by(self, comma: int) -> int:
        """As in "an amendment, offered by Ana Lund, that sets aside": before the participle."""
        for j in range(comma - 1, 0, -1):
            if self.low(j) == ",":
                return j if self.tag(j + 1) == "VBN" else comma
        return comma

    def _nearest(self, end: int, *, who: bool) -> Chunk | None:
        """The noun phrase a relative word takes up: with its "of", past the name of a place."""
        phrase = self.phrase_by_end.get(end)
        if phrase is None:
            return self.chain_to(end)
        if self.time_like(phrase) and self.low(phrase.first - 1) in ("in", "on", "at"):
            return self._nearest(phrase.first - 1, who=who)  # a treaty on Thursday that gives
        first = phrase
        while True:
            link = self.low(first.first - 1)
            earlier = self.phrase_by_end.get(first.first - 1)
            place = self.tag(first.head) in NAMES and link in ("in", "at", "near", "from")
            person = who and bool(
                lexicon().noun_categories(self.tokens[first.head].lemma) & {"person", "office"}
            )
            if earlier is None:
                break
            if who and link in _AROUND and not self._human(first) and self._human(earlier):
                first = earlier  # four girls in year 10, who
                continue
            one = self.low(earlier.first) in ("a", "an") and self.low(earlier.first - 1) == ","
            if who and place and not self._human(earlier):
                break  # in February from Pavel Dvorak, who
            # X, a cousin of the groom who swam
            outcome = self.tokens[earlier.head].lemma in _OF_EVENTS and not who
            if not ((link == "of" and (one or not person)) or place) or outcome:
                break
            first = earlier
        listed = self.low(first.first - 1) in ("and", ",") and first is phrase
        chain = self.chain_to(end) if listed else None
        return chain or Chunk(first.first, end, first.head)

    def _human(self, phrase: NounPhrase) -> bool:
        """Whether a noun phrase may be somebody."""
        kinds = lexicon().noun_categories(self.tokens[phrase.head].lemma)
        somebody = not kinds or bool(kinds & {"person", "office", "group"})
        counted = self.tag(phrase.head) == "CD"
        named = self.tag(phrase.head) in NAMES or (somebody and not counted)
        return named and not self.time_like(phrase)

    def apposed(self, chunk: Chunk | None) -> Chunk | None:
        """From "a nonprofit group" to "the B Team" that stands before it."""
        if chunk is None or self.tag(chunk.head) in NAMES or self.low(chunk.first - 1) != ",":
            return chunk
        named = self._nearest(self._over_apposition(chunk.first - 1), who=False)
        described = self.tag(chunk.first) in ("DT", "PRP$", "NN")
        if named is None or not described:
            return chunk
        last = self.phrase_by_end.get(named.end)
        inner = last is not None and self.tag(last.head) in NAMES and self.tag(named.head) == "NNS"
        if last and (inner or self.tokens[chunk.head].lemma in _SETTLED):
            # the church at Lod, a city founded in 1229; the filters of the Nest, a purifier sold
            named = Chunk(last.first, last.end, last.head)
        holds = any(self.tag(k) in NAMES for k in range(named.first, named.end))
        return named if holds else chunk

    def _over_parenthesis(self, comma: int) -> int | None:
        """Index after the subject where "…, the chief engineer," stands before the verb."""
        for j in range(comma - 1, 0, -1):
            if self.tag(j) in (".", "``", "''"):
                return None
            if self.low(j) == "," and self._aside(j + 1, comma):
                opened = self._participle_before(j, comma)
                return comma if self._names(opened, comma) else self._over_apposition(opened)
        return None

    def _participle_before(self, j: int, comma: int) -> int:
        """The comma that opens an aside with a list in it: "…, made up of A, B and C,"."""
        for k in range(j - 1, 0, -1):
            if self.tag(k) in (".", "``", "''", ":"):
                break
            if self.low(k) == "," and self.tag(k + 1) == "VBN" and self._aside(k + 1, comma):
                return k
        return j

    def _names(self, first: int, end: int) -> bool:
        """Whether an aside is the name of what stands before it: "the agency, Jaxa, said"."""
        before, name = self.phrase_by_end.get(first), self.phrase_by_first.get(first + 1)
        if before is None or name is None or self.tag(name.head) not in NAMES:
            return False
        whole = name.end == end or self.tag(name.end) == "("
        return whole and self.tag(before.head) == "NN" and self.tag(before.first) == "DT"

    def _over_apposition(self, comma: int) -> int:
        """From the last of several asides to the first: "Penrose, 58, who chaired …"."""
        while True:
            phrase = self.phrase_by_end.get(comma)
            if phrase is None:
                return comma
            chunk = self.chain_to(comma)
            start = chunk.first if chunk else phrase.first
            earlier = self.phrase_by_end.get(start - 1)
            if self.low(start - 1) != "," or earlier is None or self.time_like(earlier):
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
        if tag in RELATIVES or self.low(start) in ("where", "according", "including", "who"):
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
            if self.tag(i) in RELATIVES or self.low(i) in ("where", "that", "when"):
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

    def chain_to(self, end: int) -> Chunk | None:  # noqa: C901, PLR0911, PLR0912 - a shape of words each
        """The noun phrase that ends at an index, with all that it hangs on."""
        if self.tag(end - 1) == ")":
            end = next((j for j in range(end - 2, -1, -1) if self.tag(j) == "("), end)
        phrase = self.phrase_by_end.get(end)
        if phrase is None:
            return None
        last, first = end, phrase
        while True:
            i = first.first
            link, low = self.tag(i - 1), self.low(i - 1)
            if link in ("IN", "TO") and low not in SUBORDINATORS:
                earlier = self.phrase_by_end.get(i - 1)
                if earlier and low in ("on", "in") and first.end == last and self.time_like(first):
                    last = earlier.end  # Rwanda on Friday declared
                if earlier and self.time_like(earlier):
                    done = earlier.first - 1 - (self.tag(earlier.first - 1) == "RP")
                    if self.tag(done) == "VBN":
                        earlier = self.phrase_by_end.get(done)  # carried out last month by
                if earlier is None:
                    earlier, participle = self._over_participle(i - 1)
                    if earlier is None or not participle:
                        return None  # behind a preposition at the beginning: no subject
                if self.tag(earlier.head) in RELATIVES:
                    return None  # who in 2023 became
                first = earlier
            elif low in ("and", "or") and self.phrase_by_end.get(i - 1):
                earlier = self.phrase_by_end[i - 1]
                if self._list_head(earlier, first):
                    first = self._first_of_list(earlier)
                else:
                    break
            elif low == "as" and self.tag(i - 2) == "JJ" and self.low(i - 3) == "as":
                earlier = self.phrase_by_end.get(i - 3)
                if earlier is None:
                    return None
                first = earlier  # a channel as wide as the Thames
            elif link == "VB" and self.tag(i - 2) == "TO" and i - 2 in self.phrase_by_end:
                first = self.phrase_by_end[i - 2]  # the first craft to reach the moon
            elif link == "VBG" and i - 1 in self.phrase_by_end:
                first = self.phrase_by_end[i - 1]  # people carrying bags
            elif link == "VBG" and self.tag(i - 2) == "IN" and low != "according":
                earlier = self.phrase_by_end.get(i - 2)
                if earlier is None:
                    return None  # by closing three plants
                first = earlier  # a plant for recycling batteries
            elif link == "VBG" and i - 2 not in self.ends:
                return Chunk(i - 1, last, i - 1)  # joining NATO was her priority
            else:
                break
        return Chunk(first.first, last, first.head)

    def _over_participle(self, i: int) -> tuple[NounPhrase | None, bool]:
        """As in "troops deployed in Kosovo": from "deployed" to "troops"."""
        j = i
        while self.tag(j - 1) in ("RB", "RP"):
            j -= 1
        if self.tag(j - 1) in ("VBN", "VBG"):
            return self.phrase_by_end.get(j - 1), True
        if self.tag(j - 1) == "VB" and self.tag(j - 2) == "TO" and self.tag(j - 3) == "VBN":
            return self.phrase_by_end.get(j - 3), True  # people entitled to vote in Iceland
        return None, False

    def _list_head(self, earlier: NounPhrase, later: NounPhrase) -> bool:
        return self.tag(earlier.head) != "PRP" or self.tag(later.head) == "PRP"

    def _first_of_list(self, phrase: NounPhrase) -> NounPhrase:
        first = phrase
        while self.low(first.first - 1) == "," and first.first - 1 in self.phrase_by_end:
            earlier = self.phrase_by_end[first.first - 1]
            if (
                self.tag(earlier.first - 1) in ("IN", "TO")
                and self.low(earlier.first - 1) not in SUBORDINATORS
            ):
                break
            first = earlier
        return first

    def after_fronted(self, group: VerbGroup) -> Chunk | None:
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
