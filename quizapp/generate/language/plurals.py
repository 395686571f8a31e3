"""Whether a noun phrase is of one or of several."""

from __future__ import annotations

from quizapp.generate.language.clauses import Parse


def is_plural(parse: Parse, first: int, head: int) -> bool:
    """Whether a noun phrase takes a plural verb."""
    tag = parse.tokens[head].tag
    if tag in ("NNS", "NNPS"):
        return True
    return any(t.low == "and" for t in parse.tokens[first:head])
