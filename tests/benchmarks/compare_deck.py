"""A deck written by hand beside what the rules find in its own article: `compare_deck.py DECK …`.

For each question of the deck: whether a green question rests on the same sentence with the same
answer, rests on the same sentence with another, or none does.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quizapp.content.deck_file import read
from quizapp.content.question import Cloze, Match, Question, gaps
from quizapp.generate.article import Article, Span
from quizapp.generate.candidate import Candidate, Light
from quizapp.generate.engine import propose
from quizapp.generate.entity import Entities, folded
from quizapp.generate.ground import ground_of


def answers_of(question: Question) -> tuple[str, ...]:
    """The right answers in words."""
    body = question.body
    if isinstance(body, Cloze):
        return tuple(gap.answer for gap in gaps(body.text))
    if isinstance(body, Match):
        return tuple(word for pair in body.pairs for word in pair)
    several = tuple(str(a) for a in getattr(body, "answers", ()))
    return several or (str(getattr(body, "answer", "")),)


def same(one: Question, other: Question, entities: Entities) -> bool:
    """Whether two questions have an answer in common."""
    return any(
        folded(a) == folded(b)
        or entities.same(a, b)
        or (len(b) > 4 and folded(b) in folded(a))
        or (len(a) > 4 and folded(a) in folded(b))
        for a in answers_of(one)
        for b in answers_of(other)
    )


def compare(path: Path) -> None:
    """Print one deck's figures and what is not found."""
    root = Path(__file__).resolve().parents[2] / "resources" / "articles"
    deck_read = read(path, text_root=root)
    deck = deck_read.deck
    if deck is None:
        print(path, "cannot be read")
        return
    texts = dict(deck_read.texts)
    count: Counter[str] = Counter()
    for source in deck.sources:
        if source.id not in texts:
            continue
        article = Article(texts[source.id], source.title, source.published)
        ground = ground_of(article)
        green = [c for c in propose(article) if c.light is Light.GREEN]
        for question in deck.questions:
            if question.evidence is None or question.evidence.source != source.id:
                continue
            found = _found(question, green, article, ground.entities)
            count[found] += 1
            if found != "same answer":
                print(f"  {found}: {question.prompt}")
    total = sum(count.values())
    print(f"{path.stem}: {total} questions, " + ", ".join(f"{n} {k}" for k, n in count.items()))


def _found(
    question: Question, green: list[Candidate], article: Article, entities: Entities
) -> str:
    quote = question.evidence.quote if question.evidence else ""
    start = article.text.find(quote)
    span = Span(start, start + len(quote))
    here = [c for c in green if c.span.meets(span)]
    if any(same(question, c.question, entities) for c in here):
        return "same answer"
    return "another answer of the sentence" if here else "sentence not asked"


def main() -> None:
    """Compare each deck named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("decks", nargs="+", type=Path)
    for path in parser.parse_args().decks:
        compare(path)


if __name__ == "__main__":
    main()
