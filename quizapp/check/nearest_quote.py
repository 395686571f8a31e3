"""A quote that differs from its text in spaces, quotation marks or dashes only: the text's own."""

from __future__ import annotations

import re

from quizapp.content.passages import Passages

_LONGEST = 4_000
_SAME = (
    "'’‘‛ʼ`´",
    '"“”„‟«»',
    "-‐‑‒–—−",
)
_CLASS = {c: f"[{re.escape(each)}]" for each in _SAME for c in each}
_SPACE = re.compile(r"[\s\u00ad\u200b]+")


def the_texts_own(quote: str, text: str) -> str:
    """The words of the text that a quote means, or "" where that is not certain.

    They stand on one place only, and differ from the quote in nothing but spaces, quotation
    marks, dashes and three dots.
    """
    if not text or len(quote) > _LONGEST:
        return ""
    pattern = _pattern(quote)
    if not pattern:
        return ""
    found = list(re.finditer(pattern, text))
    if len(found) != 1:
        return ""
    own = found[0].group()
    return own if own != quote and len(Passages(text).places(own)) == 1 else ""


def _pattern(quote: str) -> str:
    out = []
    for word in _SPACE.split(quote.strip()):
        plain = word.replace("…", "...")
        signs = [_CLASS.get(c) or re.escape(c) for c in plain]
        out.append("".join(signs).replace(r"\.\.\.", r"(?:\.\.\.|…)"))
    return r"[\s\u00ad\u200b]+".join(part for part in out if part)
