"""The whole way from an article to its questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizapp.generate.article import Article
from quizapp.generate.candidate import Candidate
from quizapp.generate.compose import candidates, role_match
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Fact
from quizapp.generate.facts.clausal import clause_facts
from quizapp.generate.facts.counts import count_facts
from quizapp.generate.facts.members import member_facts
from quizapp.generate.facts.offices import abbreviation_facts, office_facts
from quizapp.generate.facts.speech import speech_facts
from quizapp.generate.gates.company import Company
from quizapp.generate.gates.judging import judge
from quizapp.generate.ground import Ground, ground_of
from quizapp.generate.rank import ranked

_FINDERS = (
    member_facts,
    count_facts,
    office_facts,
    clause_facts,
    speech_facts,
    abbreviation_facts,
)


def facts_of(ground: Ground) -> tuple[Fact, ...]:
    """Every fact the rules find, in the order of kinds and sentences."""
    discourse = Discourse(ground)
    found = tuple(fact for find in _FINDERS for fact in find(discourse))
    matched = role_match(found, ground)
    return (*found, matched) if matched else found


def propose(article: Article) -> tuple[Candidate, ...]:
    """Every question the rules make of an article, judged, best first; the same for the same.

    Red ones are among them; two questions with the same words are one.
    """
    ground = ground_of(article)
    made: dict[str, Candidate] = {}
    predicates: dict[str, str] = {}
    for fact in facts_of(ground):
        for candidate in candidates(fact, ground):
            if candidate.question.prompt not in made:
                made[candidate.question.prompt] = candidate
                predicates[candidate.question.id or ""] = fact.predicate
    return ranked(judged(tuple(made.values()), ground), ground, predicates)


def judged(found: Sequence[Candidate], ground: Ground) -> tuple[Candidate, ...]:
    """The candidates with what the gates hold against them.

    One is judged in the company of those before it, so that of two alike the better stays.
    """
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: -c.score):
        company = Company.of(c.question for c in kept if not any(f.hard for f in c.findings))
        findings = judge(candidate.question, ground, company=company)
        kept.append(replace(candidate, findings=findings))
    return tuple(kept)


def _all(kinds: Iterable[Iterator[Fact]]) -> Iterator[Fact]:
    for found in kinds:
        yield from found
