"""Where a predicate ends, and where it may end before that."""

from __future__ import annotations

from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.parse_words import RELATIVES, SUBORDINATORS, VERB_TAGS, ParseWords
from quizapp.generate.language.phrases import (
    NAMES,
    NounPhrase,
    VerbGroup,
)
from quizapp.generate.language.word_list import row_of

_END_TAGS = frozenset((".", ":", "``", "''", "("))
_BRACKETED = 8
_ERRANDS = row_of(
    "order oblige force allow ask tell urge require compel enable permit persuade press encourage "
    "instruct want expect help"
)
"""Verbs behind whose object "to" says what it is to do."""


NOMINATIVE = frozenset(("he", "she", "they", "it", "we", "i"))


class Predicates(ParseWords):
    """Where predicates end, told from the words of a sentence."""

    def is_contact(self, group: VerbGroup) -> bool:
        """As in "who owned a house he had divided was": a relative clause that nothing opens."""
        subject = group.first - 1
        noun = self.phrase_by_end.get(subject)
        if self.low(subject) not in NOMINATIVE or noun is None or self.time_like(noun):
            return False
        return any(self.tag(i) in RELATIVES for i in range(noun.first))

    def predicate_of(self, group: VerbGroup) -> tuple[int, tuple[int, ...]]:  # noqa: C901, PLR0912 - a shape of words each
        """(index after the predicate of a verb, where it may end before that and there)."""
        tokens, cuts = self.tokens, []
        i = group.end
        says = bool(lexicon().verb_flags(tokens[group.main].lemma) & {"say", "think", "that"})
        seen_relative = False
        whose = self.tag(group.first - 2) == "WP$" or self.tag(group.first - 3) == "WP$"
        relative = self.tag(group.first - 1) in RELATIVES or whose or self.is_contact(group)
        nested = False
        firsts = {g.first for g in self.verbs if g.finite}
        while i < len(tokens):
            tag, low = tokens[i].tag, tokens[i].low
            if i in firsts and relative and not nested:
                break
            if relative and not nested and low in NOMINATIVE and i + 1 in firsts:
                break  # a house | he had divided
            nested = (
                nested
                or tag in RELATIVES
                or (low in SUBORDINATORS and tag in ("IN", "WRB") and self._opens_clause(i))
            ) and i not in firsts
            if tag == "CC" and self.tag(group.main) == "VBG" and self.tag(i + 1) == "VBG":
                break  # cutting its rate and sending the franc down
            if tag == "CC" and self.low(i + 2) in ("rest", "remainder"):
                break  # came from the fund and the rest from donors
            if tag == "CC" and self.tag(group.main) == "VB" and self.tag(i + 1) == "TO":
                break  # to raise the wage and to hold a referendum
            if tag in RELATIVES and self.tag(group.first) == "VBN" and not group.finite:
                break  # a group based in New York that presses companies
            if tag == "(" and self._closed(i):
                i = self._closed(i)
                continue
            if tag in _END_TAGS and not (tag in ("``", "''") and self._inner_quote(i, group.end)):
                break
            if tag == "," and self._comma_ends(i):
                break
            if tag == "CC" and self._clause_after(i, seen_relative=seen_relative):
                break
            if tag in RELATIVES and i > group.end:
                cuts.append(i)
                seen_relative = True
            elif low in SUBORDINATORS and tag in ("IN", "WRB") and i > group.end:
                if self._opens_clause(i) and not (says and low in ("that", "whether", "if")):
                    cuts.append(i)
            elif (tag in ("IN", "TO") and i > group.end and low != "of") or (
                tag == "RB" and low in ("yesterday", "today") and i > group.end
            ):
                cuts.append(i)
            i += 1
        i = self._before_half(cuts, firsts, i)
        while i > group.end and tokens[i - 1].tag in (",", "CC", ":"):
            i -= 1
        cuts = self._past_errand(group, cuts, i)
        cuts = [c for c in cuts if not (self.tag(c - 1) == self.tag(c + 1) == "CD")]
        kept = [c for c in cuts if c < i and (c == group.end or not self._dangles(c))]
        return i, (*kept, i)

    def _closed(self, i: int) -> int:
        """Index behind a short aside in brackets: "41.6bn won ($30m)"; 0 where it is none."""
        close = next((k for k in range(i + 1, i + _BRACKETED) if self.tag(k) == ")"), 0)
        acts = any(i < g.first < close for g in self.verbs)
        return 0 if acts or not close else close + 1

    def _before_half(self, cuts: list[int], firsts: set[int], end: int) -> int:
        """Before a clause whose verb is cut off: "as Chinese | and Turkish producers sold"."""
        after = end + 1
        while self.tag(after) == "RB":
            after += 1
        bare, following = self.phrase_by_end.get(end), self.phrase_by_first.get(after)
        if self.tag(end) != "CC" or after in firsts or bare is None or self.time_like(bare):
            return end
        if following is None or self.tag(after) in RELATIVES:
            return end
        for cut in reversed(cuts):
            opens = self.low(cut) in SUBORDINATORS and self._opens_clause(cut)
            if opens and cut < end and not any(cut < first < end for first in firsts):
                return cut
        return end

    def _past_errand(self, group: VerbGroup, cuts: list[int], end: int) -> list[int]:
        """The cuts behind what somebody is ordered to do: without it the order says nothing."""
        if self.tokens[group.main].lemma not in _ERRANDS or group.passive:
            return cuts
        errand = next((i for i in range(group.end, end) if self.tag(i) == "TO"
                       and self.tag(i + 1) == "VB"), -1)  # fmt: skip
        return [cut for cut in cuts if cut > errand + 1]

    def _dangles(self, cut: int) -> bool:
        """Whether words that end here want more: "bodies that ask", "in order"."""
        return self.tag(cut - 1) in (
            *VERB_TAGS,
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
        if phrase is not None and i in self.phrase_by_end:
            explains = self.tag(phrase.first) == "DT" and self.tag(phrase.head) not in NAMES
            if explains and before.tag in NAMES:
                return True  # the Ring of Fire, the belt of volcanoes and faults
            return not self._list_goes_on(phrase)
        if following == "CC" and self._in_list(i) and i + 2 in self.phrase_by_first:
            return self._acts(self.phrase_by_first[i + 2])
        return not (
            following == "NNP" and before.tag in NAMES and low != "and" and self.low(i + 2) == ","
        )

    def _acts(self, phrase: NounPhrase) -> bool:
        """Whether a verb stands behind a noun phrase, or behind the name that explains it."""
        ends = {phrase.end}
        name = self.phrase_by_first.get(phrase.end + 1) if self.low(phrase.end) == "," else None
        if name is not None and self.tag(name.head) in NAMES and self.low(name.end) == ",":
            ends.add(name.end + 1)  # a mechanic, Luis Tapia, was killed
        return any(g.finite and g.first in ends for g in self.verbs)

    def _in_list(self, i: int) -> bool:
        j = i - 1
        while j > 0 and i - j < 8:
            if self.low(j) == ",":
                return True
            j -= 1
        return False

    def _list_goes_on(self, phrase: NounPhrase) -> bool:
        """Whether an "and" closes a list before the next finite verb."""
        j = phrase.end
        while j < len(self.tokens) and j - phrase.first < 30:
            tag, low = self.tag(j), self.low(j)
            if tag in (".", ":", "``", "''") or any(g.finite and g.first == j for g in self.verbs):
                return False
            if tag in RELATIVES:
                return False
            if low in ("and", "or"):
                after = self.phrase_by_first.get(j + 1)
                return after is not None and not any(
                    g.finite and g.first == after.end for g in self.verbs
                )
            j += 1
        return False

    def _clause_after(self, i: int, *, seen_relative: bool) -> bool:  # noqa: PLR0911 - a shape of words each
        """Whether "and" or "but" opens another clause or another verb of this subject."""
        j = i + 1
        if any(self.low(k) == "between" for k in range(max(0, i - 4), i)):
            return False  # between July 18 and July 24 after pilots rejected an offer
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
            if self._acts(phrase):
                return True
            if self.tag(phrase.end) == "RB" and any(
                g.finite and g.first == phrase.end + 1 for g in self.verbs
            ):
                return True
            if self.tag(phrase.end) == "IN" and phrase.end + 1 in self.phrase_by_first:
                phrase = self.phrase_by_first[phrase.end + 1]
            else:
                return False
        return seen_relative and self.tag(j) in RELATIVES
