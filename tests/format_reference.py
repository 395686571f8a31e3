"""The reference of format 1 as a page of the help, made from the table of its keys."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from quizapp.content.format_key import Key, KindKeys
from quizapp.content.format_table import COMMON, DECK, EVIDENCE, KINDS, SOURCE

_HEAD = """\
# A deck file, key by key

This is the whole of format 1. [Decks as text](deck-file.md) shows how a file is put together, and
[Checking a deck](checking.md) what finds its faults.

A deck is a text file in UTF-8, written in TOML, whose name ends in `.toml`. A key that does not
stand on this page is an error, and Quizapp names the line and the key that you may have meant.

Texts stand in quotes. Numbers, whole dates, `true` and `false` do not. A list stands in square
brackets. What follows `#` is a remark of yours; it stays where it is when Quizapp writes into the
file.

A file begins with the format:

```toml
format = 1
```
"""

_KINDS = """\
## The eleven kinds

A question of each kind has these keys besides. A key of another kind is an error.
"""


def reference_text() -> str:
    """The page as it stands in its file."""
    blocks = [
        _HEAD,
        _table(
            "The deck",
            "Once, below the format. It is one block in single brackets.",
            "[deck]",
            DECK,
        ),
        _table(
            "Sources",
            "A text that questions rest on, as many as you like, each in a block of its own.",
            "[[source]]",
            SOURCE,
        ),
        _table(
            "Every question",
            "Each question is a block of its own. Whatever its kind, it may have these keys.",
            "[[question]]",
            COMMON,
        ),
        _table(
            "Evidence",
            "The last block of a question, if it has one.",
            "[question.evidence]",
            EVIDENCE,
        ),
        _KINDS,
        *(_kind(part) for part in KINDS),
    ]
    return "\n".join(blocks)


def _table(heading: str, about: str, header: str, keys: tuple[Key, ...]) -> str:
    lines = [header, *(key.example for key in keys if key.example[0] != "[")]
    return f"## {heading}\n\n{about}\n\n{_code(lines)}\n{_keys(keys)}"


def _kind(part: KindKeys) -> str:
    kind = f'kind = "{part.kind}"'
    default = " It is what a question is where no kind is told." if part.kind == "short" else ""
    lines = ["[[question]]", kind, *(key.example for key in part.keys)]
    return f"### {part.kind}\n\n{part.asked}{default}\n\n{_code(lines)}\n{_keys(part.keys)}"


def _code(lines: Iterable[str]) -> str:
    return "```toml\n" + "".join(f"{line}\n" for line in lines) + "```\n"


def _keys(keys: tuple[Key, ...]) -> str:
    return "".join(f"{_wrapped(_key(key))}\n" for key in keys)


def _key(key: Key) -> str:
    told = [key.holds.value]
    if key.required:
        told.append("required")
    if key.least > 1:
        told.append(f"{key.least} at least")
    left_out = f" Left out: {key.default}." if key.default else ""
    return f"`{key.name}` ({', '.join(told)}). {key.meaning}{left_out}"


def _wrapped(text: str) -> str:
    return textwrap.fill(
        text,
        width=96,
        initial_indent="- ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
