"""Clauses: a subject, a finite verb and what is said of it, with the places where it can end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from quizapp.generate.language.clause import Chunk, Clause, Role
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.language.parse_words import RELATIVES, SUBORDINATORS, VERB_TAGS
from quizapp.generate.language.phrases import (
    NounPhrase,
    VerbGroup,
)
from quizapp.generate.language.predicates import NOMINATIVE, Predicates
from quizapp.generate.language.subjects import Subjects
from quizapp.generate.language.word_list import row_of

_LINKING = row_of("including according saying adding following during concerning being")
_INTENDING = row_of(
    "plan pledge promise agree vow intend decide want aim propose hope need threaten offer expect "
    "undertake manage have"
)
"""Verbs behind which "to" says what somebody means to do, or has done."""
_FORESEEN = row_of(
    "expect schedule set project forecast order require plan oblige estimate believe design "
    "bind think say know build make use equip train force allow ask"
)
_READY = row_of("due set likely ready able")


class Parse(Subjects, Predicates):
    """One sentence taken apart; everything is found on first asking."""

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
            if self.low(group.main) == "compared":
                continue  # as good as a preposition
            if group.first == 0:
                subject = self.after_fronted(group)
                if subject is not None:
                    end, cuts = self.predicate_of(group)
                    verb = VerbGroup(0, group.end, group.main, False, True, False)
                    found.append(Clause(subject, verb, None, end, cuts, Role.RELATIVE, "", 0))
                continue
            comma = self.low(group.first - 1) == ","
            subject = self.apposed(self.chain_to(group.first - 1 if comma else group.first))
            if subject is None:
                continue
            end, cuts = self.predicate_of(group)
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
            end, cuts = self.predicate_of(group)
            if target and target.end > end:
                target = None
            found.append(
                Clause(main.subject, group, target, end, cuts, main.role, main.under, main.opened)
            )
        return tuple(found)

    @cached_property
    def intended(self) -> tuple[Clause, ...]:
        """What is meant to be, its verbs as one: "plans to raise the wage by 6 percent"."""
        found: list[Clause] = []
        for clause in self.clauses:
            begun = clause.verb
            at = begun.end + (self.low(begun.end) in _READY and self.tag(begun.end) != "TO")
            later = next((g for g in self.verbs if g.first == at and self.tag(at) == "TO"), None)
            lemma = self.tokens[begun.main].lemma
            meant = lemma in (_FORESEEN if begun.passive else _INTENDING)
            if later is None or (at == begun.end and not meant and lemma != "be"):
                continue
            group = VerbGroup(
                begun.first, later.end, later.main, True, later.passive, begun.negative
            )
            phrase = self.phrase_by_first.get(later.end)
            target = self.chunk(phrase, wide=False) if phrase else None
            end, cuts = self.predicate_of(later)
            if target and target.end > end:
                target = None
            found.append(replace(clause, verb=group, object=target, end=end, cuts=cuts))
        return tuple(found)

    def _clause(self, group: VerbGroup, before: Sequence[Clause]) -> Clause:
        subject, shared = self.subject_of(group, before)
        inner = before[-1] if before else None
        contact = self.is_contact(group)
        if inner and inner.role == Role.RELATIVE and inner.end == group.first and inner.subject:
            subject, shared = self._governing(before), False  # students who live here will
        role, under, opened = self._opening(group, subject, before, shared=shared)
        if inner and inner.role == Role.RELATIVE and inner.end == group.first:
            role, under, opened = Role.MAIN, "", subject.first if subject else group.first
        if contact:
            at = group.first - 1
            subject, shared = Chunk(at, at + 1, at), False
            role, under, opened = Role.RELATIVE, "that", at - 1
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
        end, cuts = self.predicate_of(group)
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

    def _governing(self, before: Sequence[Clause]) -> Chunk | None:
        """What the verb behind relative clauses is said of: what the first of them is about."""
        for clause in reversed(before):
            subject = clause.subject
            if subject is None or clause.role is not Role.RELATIVE:
                return subject
            if self.tag(subject.first) == "WP$":
                return self._antecedent(subject.first)
            if self.low(subject.first) not in NOMINATIVE:
                return subject
        return None

    def _finite_after(self, phrase: NounPhrase) -> bool:
        """Whether a phrase behind a verb is the subject of the next: "said Kosovo wants"."""
        i = phrase.end
        while self.low(i) == "of" and i + 1 in self.phrase_by_first:
            i = self.phrase_by_first[i + 1].end
        return any(g.finite and g.first == i for g in self.verbs)

    def _opening(  # noqa: C901, PLR0911, PLR0912 - a shape of words each
        self, group: VerbGroup, subject: Chunk | None, before: Sequence[Clause], *, shared: bool
    ) -> tuple[Role, str, int]:
        if shared and before:
            return before[-1].role, before[-1].under, before[-1].opened
        i = group.first
        while self.tag(i - 1) == "RB":
            i -= 1
        if self.tag(i - 1) in RELATIVES:
            return Role.RELATIVE, self.low(i - 1), i - 1
        start = subject.first if subject and subject.first < group.first else i
        if self.tag(start) == "WP$":
            return Role.RELATIVE, "whose", start
        if self.tag(start - 1) in ("WP$", "WDT", "WP"):
            return Role.RELATIVE, self.low(start - 1), start - 1
        opener = self.low(start - 1)
        if opener == "that" and self.tag(start - 1) in ("IN", "WDT"):
            return Role.THAT, "that", start - 1
        if opener in SUBORDINATORS and self.tag(start - 1) in ("IN", "WRB", "RB"):
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
                word in SUBORDINATORS
                and self.tag(j) in ("IN", "WRB")
                and self.low(start - 1) != ","
            ):
                clause_like = word in ("because", "although", "though", "while", "if", "when")
                if clause_like:
                    return Role.UNDER, word, j
            j -= 1
        if self.tag(start - 1) in VERB_TAGS or self.tag(start - 1) in ("NNP", "NN", "NNS"):
            governing = next((g for g in self.verbs if g.end == start), None)
            if governing and lexicon().verb_flags(self.tokens[governing.main].lemma) & {
                "say",
                "think",
                "that",
            }:
                return Role.THAT, "", start
        return Role.MAIN, "", j + 1
