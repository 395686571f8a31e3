"""The difference between what was typed and what is right, letter by letter."""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import Levenshtein

from quizapp.content.mark import Change, Piece

_LONGEST = 300  # letters
_FAR_TOO_LONG = 2000  # code points; letters need not be told apart
_ALIKE = 0.6  # less than this in common, and letters in common are chance


def difference(typed: str, answer: str) -> tuple[Piece, ...]:
    """The shortest way from `typed` to `answer`, in runs of whole letters with their marks.

    SAME and MISSING pieces joined are the answer; SAME and EXTRA pieces joined are what was
    typed, but for case and Unicode composition. Two texts with little in common, or long ones,
    are given whole: typed as EXTRA, then the answer as MISSING.
    """
    if len(typed) > _FAR_TOO_LONG:
        return Piece(Change.EXTRA, typed.strip()), Piece(Change.MISSING, answer)
    mine, right = _letters(typed.strip()), _letters(answer)
    a, b = [_same(c) for c in mine], [_same(c) for c in right]
    if max(len(a), len(b)) > _LONGEST or Levenshtein.normalized_similarity(a, b) < _ALIKE:
        whole = Piece(Change.EXTRA, "".join(mine)), Piece(Change.MISSING, "".join(right))
        return tuple(piece for piece in whole if piece.text)
    pieces: list[Piece] = []
    for step in Levenshtein.opcodes(a, b):
        extra = "".join(mine[step.src_start : step.src_end])
        kept = "".join(right[step.dest_start : step.dest_end])
        if step.tag == "equal":
            pieces.append(Piece(Change.SAME, kept))
            continue
        if extra:
            pieces.append(Piece(Change.EXTRA, extra))
        if kept:
            pieces.append(Piece(Change.MISSING, kept))
    return tuple(pieces)


def _letters(text: str) -> list[str]:
    """Letters, each with the marks and joiners that belong to it."""
    letters: list[str] = []
    for c in unicodedata.normalize("NFC", text):
        joins = unicodedata.category(c)[0] == "M" or c == "\u200d" or "🏻" <= c <= "🏿"
        if letters and (joins or letters[-1].endswith("\u200d")):
            letters[-1] += c
        else:
            letters.append(c)
    return letters


def _same(letter: str) -> str:
    return letter.casefold()
