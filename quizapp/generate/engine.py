"""The whole way from an article to its questions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from quizapp.content.question import (
    Kind,
    Question,
    Short,
)
from quizapp.generate.article import Article, Span
from quizapp.generate.candidate import Candidate, Finding, Light
from quizapp.generate.chosen import chosen
from quizapp.generate.clashes import Clashes
from quizapp.generate.compose import candidates, role_match
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Fact
from quizapp.generate.facts.beside import beside_facts
from quizapp.generate.facts.charges import charge_facts
from quizapp.generate.facts.clausal import clause_facts
from quizapp.generate.facts.complements import complement_facts
from quizapp.generate.facts.counts import count_facts
from quizapp.generate.facts.members import member_facts
from quizapp.generate.facts.moments import moment_facts
from quizapp.generate.facts.naming import naming_facts
from quizapp.generate.facts.offices import office_facts
from quizapp.generate.facts.pairs import pair_facts
from quizapp.generate.facts.parts import part_facts
from quizapp.generate.facts.purposes import purpose_facts
from quizapp.generate.facts.ranking import ranking_facts
from quizapp.generate.facts.speech import speech_facts
from quizapp.generate.facts.standing import standing
from quizapp.generate.filling import fillers, fitting
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.judging import first_found, judge
from quizapp.generate.ground import Ground, ground_of
from quizapp.generate.parser_spacy import Reader, reread
from quizapp.generate.rank import ranked

_FINDERS = (
    member_facts,
    count_facts,
    beside_facts,
    office_facts,
    clause_facts,
    complement_facts,
    moment_facts,
    speech_facts,
    naming_facts,
    ranking_facts,
    purpose_facts,
    charge_facts,
    pair_facts,
    part_facts,
)


_KNOWN_ANSWER = 0.3
"""How much less it is worth to ask for what the article is about than for what it does."""
_OFTEN = 3
_REPEATS = ("no-repeat",)


def facts_of(discourse: Discourse) -> tuple[Fact, ...]:
    """Every fact the rules find, in the order of kinds and sentences."""
    found = tuple(fact for find in _FINDERS for fact in find(discourse))
    matched = role_match(found)
    return (*found, matched) if matched else found


def told_of(discourse: Discourse) -> tuple[Fact, ...]:
    """Every fact, with questions that stand alone for somebody who has not read the article."""
    return tuple(standing(discourse, fact) for fact in facts_of(discourse))


def propose(article: Article, reader: Reader | None = None) -> tuple[Candidate, ...]:
    """Every question the rules make of an article, judged, best first; the same for the same.

    Red ones are among them; two questions with the same words are one.

    Args:
        article: what to read.
        reader: a parser whose reading of the sentences adds facts to the rules' own.

    Raises:
        ParserUnevenError: the reader does not give one reading for each word.
    """
    ground = ground_of(article)
    discourse = Discourse(ground)
    predicates: dict[str, str] = {}
    own = _composed(told_of(discourse), ground, predicates)
    asked = judged(tuple(own.values()), ground)
    found = asked
    for group in fillers(asked, discourse):
        fits = tuple(fitting(group, lambda candidate: _if_sound(candidate, ground)))
        for candidate in _in_company(fits, ground, asked):
            if candidate.light is Light.GREEN:
                predicates[candidate.question.id or ""] = "statement"
                found += (candidate,)
    if reader is not None:
        # What the rules ask alone stays as it is, so a parser never takes a question away.
        more = _composed(told_of(Discourse(reread(ground, reader))), ground, predicates)
        there = {c.question.prompt for c in found}
        new = [c for prompt, c in more.items() if prompt not in there]
        found += judged(new, ground, found)
    return ranked(found, ground, predicates)


def _composed(
    facts: Sequence[Fact], ground: Ground, predicates: dict[str, str]
) -> dict[str, Candidate]:
    """Candidates by their prompts, the first of each; what their facts say is noted by id."""
    made: dict[str, Candidate] = {}
    for fact in facts:
        for candidate in candidates(fact, ground):
            if candidate.question.prompt not in made:
                made[candidate.question.prompt] = candidate
                predicates.setdefault(candidate.question.id or "", fact.predicate)
    return made


def judged(
    found: Sequence[Candidate], ground: Ground, before: Sequence[Candidate] = ()
) -> tuple[Candidate, ...]:
    """The candidates with what the gates hold against them.

    One is judged in the company of those before it, so that of two alike the better stays.
    """
    best = sorted(found, key=lambda c: -c.score + _KNOWN_ANSWER * _asks_subject(c, ground))
    return _in_company(tuple(_alone(candidate, ground) for candidate in best), ground, before)


def _alone(candidate: Candidate, ground: Ground) -> Candidate:
    """A candidate with what the gates hold against it alone."""
    return replace(candidate, findings=judge(candidate.question, ground))


def _if_sound(candidate: Candidate, ground: Ground) -> Candidate:
    """A candidate that is kept only without a fault, with its first one."""
    return replace(candidate, findings=first_found(candidate.question, ground))


def _in_company(
    alone: Sequence[Candidate], ground: Ground, before: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Candidates judged alone, with what they repeat of one another and of those before them."""
    company = Company.of(
        c.question for c in (*before, *alone) if not any(f.hard for f in c.findings)
    )
    return tuple(
        replace(c, findings=c.findings + judge(c.question, ground, company=company, only=_REPEATS))
        if not any(f.hard for f in c.findings) else c
        for c in alone
    )  # fmt: skip


def _asks_subject(candidate: Candidate, ground: Ground) -> bool:
    """Whether the answer is what the whole article is about: it would be so of each sentence."""
    body = candidate.question.body
    if not isinstance(body, Short):
        return False
    entity = ground.entities.find(body.answer)
    named = entity is not None and len(entity.mentions) >= _OFTEN
    return named and any(a and a in ground.article.title for a in (body.answer, *body.accept))


class Rules:
    """The rules as a desk asks them; `quizapp.generate.draft_engine.Engine`."""

    def __init__(self, reader: Reader | None = None) -> None:
        self._reader = reader
        self._read: tuple[Ground, Discourse, tuple[Fact, ...]] | None = None
        self._clashing = Clashes()

    def ground(self, article: Article) -> Ground:
        """The article read once."""
        return ground_of(article)

    def propose(self, article: Article) -> tuple[Candidate, ...]:
        """Questions the best first, the red ones too."""
        return propose(article, self._reader)

    def ask(self, ground: Ground, span: Span, kind: Kind) -> Candidate:
        """A question that has the words at `span` as its answer.

        Raises:
            NothingChosenError: no word of a sentence is selected.
        """
        if self._read is None or self._read[0] is not ground:
            discourse = Discourse(ground)
            self._read = (ground, discourse, told_of(discourse))
        _, discourse, facts = self._read
        found = chosen(ground, discourse, facts, span, kind)
        return replace(found, findings=judge(found.question, ground))

    def judge(self, question: Question, ground: Ground) -> tuple[Finding, ...]:
        """What the gates hold against a question by itself."""
        return judge(question, ground)

    def repeats(
        self,
        question: Question,
        ground: Ground,
        others: Sequence[Question],
        among: Collection[str],
    ) -> tuple[Finding, ...]:
        """What a question repeats of those others that count, itself never among them."""
        return self._clashing.first(question, ground, others, among)
