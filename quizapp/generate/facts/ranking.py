"""What is the largest, oldest or most valuable of its kind, where it has no name of its own."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.generate.candidate import FactKind
from quizapp.generate.discourse import Discourse
from quizapp.generate.fact import Fact
from quizapp.generate.facts.clause_stem import clause_room
from quizapp.generate.facts.doubts import sure
from quizapp.generate.facts.posing import asks, told
from quizapp.generate.facts.speakers import speaker_of, speaker_words
from quizapp.generate.facts.whole import whole
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.clause import Clause, Role
from quizapp.generate.language.clauses import Parse
from quizapp.generate.language.lexicon import lexicon
from quizapp.generate.stem import Stem

_RANKING = frozenset(("JJS", "RBS"))
_BEING = {"is": "is", "was": "was", "are": "are", "were": "were", "remains": "is"}
_LONGEST_ANSWER = 4
_LEAST = 3
"""Words that a rank has beside its noun, so that it holds of one thing only."""


def ranking_facts(discourse: Discourse) -> Iterator[Fact]:
    """Every "salmon is Chile's most valuable export after copper"."""
    for sentence in discourse.prose:
        parse = discourse.parses[sentence.index]
        if not any(token.tag in _RANKING for token in parse.tokens):
            continue
        for clause in parse.clauses:
            try:
                yield from _ranked(discourse, sentence.index, parse, clause)
            except HangingError:
                continue


def _ranked(discourse: Discourse, index: int, parse: Parse, clause: Clause) -> Iterator[Fact]:
    subject, verb = clause.subject, clause.verb
    being = _BEING.get(parse.low(verb.first))
    phrase = parse.phrase_by_first.get(verb.end)
    if subject is None or being is None or phrase is None or clause.role is Role.RELATIVE:
        return
    ranks = any(parse.tag(i) in _RANKING for i in range(phrase.first, phrase.head))
    named = discourse.entity(index, subject) is not None
    if not ranks or named or verb.negative or parse.tag(subject.head) not in ("NN", "NNS"):
        return
    answer = discourse.words(index, subject.first, subject.end)
    answer = answer if parse.tag(subject.first) != "DT" else answer.split(maxsplit=1)[-1]
    kinds = lexicon().noun_categories(parse.tokens[subject.head].lemma)
    if len(answer.split()) > _LONGEST_ANSWER or kinds & {"person", "abstract", "quantity", "time"}:
        return
    sure(discourse, index, clause)
    speaker = speaker_of(discourse, index, clause)
    for cut in reversed(clause.cuts):
        if cut < phrase.end or cut - verb.end > clause_room(speaker):
            continue
        whole(parse, verb.end, cut, "be")
        stem = Stem(discourse, index)
        words = stem.words(verb.end, cut)
        if not stem.named or len(words.split()) < _LEAST:
            return
        small = answer[:1].lower() + answer[1:]
        yield Fact(
            FactKind.APPOSITION,
            index,
            (told(asks(f"What {being} {words}"), speaker),),
            (small,),
            speaker=speaker_words(speaker) if speaker else "",
            ages=being in ("is", "are"),
            predicate=f"ranks {verb.main}",
            weight=0.8,
        )
        return
