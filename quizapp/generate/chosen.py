"""Words that an author selected become a question with those words as the answer."""

from __future__ import annotations

import re
from dataclasses import replace
from unicodedata import east_asian_width

from quizapp.content.question import Cloze, Evidence, Kind, PartialDate, Question, Short
from quizapp.generate.article import Span
from quizapp.generate.candidate import SOURCE, Candidate, FactKind, Origin, stable_id
from quizapp.generate.compose import candidates
from quizapp.generate.discourse import Discourse
from quizapp.generate.distractors import ENOUGH, distractors
from quizapp.generate.entity import folded
from quizapp.generate.fact import Fact
from quizapp.generate.facts.statements import Statement, statement_with_gap
from quizapp.generate.ground import Ground
from quizapp.generate.hanging import HangingError
from quizapp.generate.language.token import Sentence
from quizapp.generate.reading.english import is_english

_WIDE = frozenset("WF")
_GAP = re.compile(r"\{\{.*?\}\}")
_SIGNS = " \t\n,.;:!?“”\"'‘’()[]–—-"


class NothingChosenError(Exception):
    """The selection holds no word of a sentence."""


def chosen(
    ground: Ground, discourse: Discourse, facts: tuple[Fact, ...], span: Span, kind: Kind
) -> Candidate:
    """A question for selected words, unjudged.

    A question that the rules know for these words in this sentence is taken first; else the
    clause they stand in with a gap in their place; else the sentence as it is with that gap. Of
    a text that is not English, of which the rules know nothing, it is the sentence at once.

    Args:
        ground: the article.
        discourse: the same, taken apart.
        facts: what the rules found in it.
        span: the selection; signs and spaces at its ends do not count.
        kind: CLOZE wants the gap at once.

    Raises:
        NothingChosenError: no word of a sentence is selected.
    """
    span = _trimmed(ground.article.text, span)
    sentence = next(iter(ground.sentences_at(span)), None)
    if sentence is None or not len(span):
        raise NothingChosenError
    span = Span(span.start, min(span.end, sentence.span.end))
    words = span.of(ground.article.text)
    if not is_english(ground.article.text):
        whole = _whole(ground, sentence, span)
        return _candidate(ground, sentence, whole, words, (), None)
    if kind is not Kind.CLOZE:
        known = _known(ground, facts, sentence, words)
        if known is not None:
            return known
    statement = _gap(discourse, sentence, span)
    text = statement.text if statement else _whole(ground, sentence, span)
    options: tuple[tuple[str, Origin], ...] = ()
    if kind is not Kind.CLOZE:
        options = _options(ground, sentence, words)
    return _candidate(ground, sentence, text, words, options, statement)


def _trimmed(text: str, span: Span) -> Span:
    start, end = max(0, span.start), min(len(text), span.end)
    while start < end and text[start] in _SIGNS:
        start += 1
    while start < end and text[end - 1] in _SIGNS:
        end -= 1
    # half a word counts as the whole
    while 0 < start < end and _in_word(text[start - 1 : start + 1]):
        start -= 1
    while start < end < len(text) and _in_word(text[end - 1 : end + 1]):
        end += 1
    return Span(start, end)


def _in_word(pair: str) -> bool:
    """Whether two letters stand in one word, in writings that put spaces between words."""
    return all(c.isalnum() and east_asian_width(c) not in _WIDE for c in pair)


def _known(
    ground: Ground, facts: tuple[Fact, ...], sentence: Sentence, words: str
) -> Candidate | None:
    best: Candidate | None = None
    for fact in facts:
        if fact.sentence != sentence.index or len(fact.answers) != 1:
            continue
        if not _same(ground, fact, words):
            continue
        for candidate in candidates(fact, ground):
            if best is None or candidate.score > best.score:
                best = replace(candidate, fact=FactKind.CHOSEN)
    return best


def _same(ground: Ground, fact: Fact, words: str) -> bool:
    answer = fact.answers[0]
    if folded(answer) == folded(words) or ground.entities.same(answer, words):
        return True
    return fact.count is not None and folded(words) in folded(answer).split()


def _gap(discourse: Discourse, sentence: Sentence, span: Span) -> Statement | None:
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.start < span.end and t.end > span.start]
    if not inside:
        return None
    first, end = inside[0], inside[-1] + 1
    parse = discourse.parses[sentence.index]
    for clause in parse.clauses:
        start = clause.subject.first if clause.subject else clause.verb.first
        if start <= first and end <= clause.end:
            try:
                return statement_with_gap(discourse, sentence.index, clause, first, end)
            except HangingError:
                continue
    return None


def _whole(ground: Ground, sentence: Sentence, span: Span) -> str:
    text = ground.article.text
    before = text[sentence.span.start : span.start].replace("{", "(").replace("}", ")")
    after = text[span.end : sentence.span.end].replace("{", "(").replace("}", ")")
    hidden = span.of(text).replace("{", "(").replace("}", ")")
    return " ".join(f"{before}{{{{{hidden}}}}}{after}".split())


def _options(ground: Ground, sentence: Sentence, words: str) -> tuple[tuple[str, Origin], ...]:
    entity = ground.entities.find(words)
    if entity is None:
        return ()
    fact = Fact(FactKind.CHOSEN, sentence.index, (), (words,), entity.kind)
    return distractors(fact, ground, "")


def _candidate(
    ground: Ground,
    sentence: Sentence,
    text: str,
    words: str,
    options: tuple[tuple[str, Origin], ...],
    statement: Statement | None,
) -> Candidate:
    """A cloze; or, where there are options to choose from, the same gap as a question."""
    body: Cloze | Short = Cloze(text)
    chosen_from = options[:ENOUGH] if len(options) > 1 else ()
    if chosen_from:
        shown = _GAP.sub("___", text).rstrip(".")
        body = Short(
            f"What is missing here: “{shown}”?", words, (), tuple(w for w, _ in chosen_from)
        )
    published = ground.article.published
    dated = statement is not None and statement.ages and published is not None
    question = Question(
        None,
        body,
        as_of=PartialDate(published.year, published.month) if dated and published else None,
        attribution=statement.speaker if statement else "",
        evidence=Evidence(SOURCE, sentence.span.of(ground.article.text)),
    )
    question = replace(question, id=stable_id(question))
    return Candidate(
        question, sentence.span, FactKind.CHOSEN, tuple(origin for _, origin in chosen_from),
        options[ENOUGH:], score=1.0,
    )  # fmt: skip
