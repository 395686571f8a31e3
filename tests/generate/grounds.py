"""A source that a test lays down itself: a text, and a table of who is named in it."""

from __future__ import annotations

import re

from quizapp.content.question import PartialDate
from quizapp.generate.article import Article, Span
from quizapp.generate.entity import Entities, Entity, EntityKind
from quizapp.generate.ground import Ground
from quizapp.generate.language.token import Sentence, SentenceKind, Token

Table = dict[str, tuple[EntityKind, str]]
"""Full name: what it is, and its other names with commas between."""

_SENTENCE = re.compile(r"\S[^\n]*?[.!?][”\"’]?(?=\s+[A-Z“\"‘]|\s*\n|\s*$)")
_TOKEN = re.compile(r"['’]s\b|\w+(?:[-.,]\w+)*|\S")


def ground_from(text: str, table: Table, published: str = "", title: str = "") -> Ground:
    """A ground as the readers would make it, without them.

    Args:
        text: paragraphs parted by an empty line; a sentence ends where a capital follows.
        table: the entities.
        published: "2022", "2022-03" or "2022-03-17", or "" where it is not known.
        title: the headline.
    """
    parts = [int(part) for part in published.split("-") if part]
    article = Article(text, title, PartialDate(*parts) if parts else None)
    sentences = tuple(
        Sentence(
            Span(m.start(), m.end()),
            n,
            text.count("\n\n", 0, m.start()),
            SentenceKind.PROSE,
            tuple(_tokens(text, m.start(), m.end())),
        )
        for n, m in enumerate(_SENTENCE.finditer(text))
    )
    entities = Entities(_entity(text, name, *row) for name, row in table.items())
    return Ground(article, sentences, entities)


def _tokens(text: str, start: int, end: int) -> list[Token]:
    found = []
    for m in _TOKEN.finditer(text, start, end):
        tag = "NNP" if m.group()[:1].isupper() and m.start() > start else "NN"
        found.append(Token(m.start(), m.end(), m.group(), tag, m.group().lower()))
    return found


def _entity(text: str, name: str, kind: EntityKind, others: str) -> Entity:
    aliases = {name, *(alias for alias in others.split(", ") if alias)}
    mentions = [
        Span(m.start(), m.end())
        for alias in aliases
        for m in re.finditer(rf"\b{re.escape(alias)}\b", text)
    ]
    return Entity(name, kind, frozenset(aliases), tuple(sorted(mentions)))
