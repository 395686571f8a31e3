"""spaCy's readings of some articles' sentences, kept as JSON, so that tests need no spaCy.

    python tests/generate/recorded_parses.py

run by a Python that has spaCy with one of the models, records them again; wanted where the
words of a sentence are cut otherwise than before, or an article has changed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quizapp.generate.article import Article
from quizapp.generate.parser_spacy import Reader, spacy_reader

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "tests" / "articles"
RECORDED = ROOT / "tests" / "generate" / "recorded"
NAMES = ("court", "election", "science")


def article_of(name: str) -> Article:
    """One of the articles that tests read, with its headline."""
    text = (ARTICLES / f"{name}.md").read_text(encoding="utf-8")
    return Article(text, text.partition("\n")[0].lstrip("# "))


def recorded_reader(name: str) -> Reader:
    """A reader that answers as spaCy did; it knows the sentences of that article alone."""
    lines = json.loads((RECORDED / f"{name}.json").read_text(encoding="utf-8"))
    known = {tuple(word for word, _, _ in line): line for line in lines}

    def read(words: Sequence[str]) -> list[tuple[str, str]]:
        line = known.get(tuple(words))
        assert line is not None, f"not recorded, see {Path(__file__).name}: {' '.join(words)}"
        return [(tag, lemma) for _, tag, lemma in line]

    return read


def record(name: str, reader: Reader) -> int:
    """Keep what a reader makes of an article; how many sentences it has."""
    from quizapp.generate.ground import ground_of

    lines = []
    for sentence in ground_of(article_of(name)).sentences:
        words = [token.text for token in sentence.tokens]
        readings = reader(words)
        lines.append([[word, *reading] for word, reading in zip(words, readings, strict=True)])
    told = ",\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    RECORDED.mkdir(exist_ok=True)
    (RECORDED / f"{name}.json").write_text(f"[\n{told}\n]\n", encoding="utf-8")
    return len(lines)


if __name__ == "__main__":
    asked = spacy_reader()
    for each in NAMES:
        print(f"{each}: {record(each, asked)} sentences")
