"""Why a text is no TOML: what its author most likely did, by what stands where reading stopped."""

from __future__ import annotations

import re

from quizapp.content.hidden_signs import hidden_signs, named

_BARE_RETURN = re.compile(r"\r(?!\n)")
_VALUE = re.compile(r"=[ \t]*(?P<value>[^\r\n#]*)")
_LEADING_ZERO = re.compile(r"[+-]?0[0-9_]+(?:\.[0-9_]+)?[ \t]*$")
_NO_SUCH_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_NUMBER_OTHERWISE = re.compile(r"[+-]?[0-9]*(?:[0-9][, '][0-9][0-9, '.]*|[0-9]\.|\.[0-9]+)[ \t]*$")
_WRONG_CASE = re.compile(r"(?:true|false)\b", re.IGNORECASE)
_CURLED = "“”„«»‘’‚‛‟"
_SPACES = "\u00a0\u2007\u202f\u3000\u2003\u2009"

_BY_MESSAGE: tuple[tuple[str, str], ...] = (
    ("Illegal character '\\n'", "not-closed"),
    ("Found invalid character '\\n'", "apostrophe-not-closed"),
    ("Unterminated string", "not-closed"),
    ('Expected "\'"', "apostrophe-not-closed"),
    ("Unescaped", "backslash"),
    ("Invalid hex value", "backslash"),
    ("Escaped character is not", "half-character"),
    ("Cannot overwrite a value", "key-twice"),
    ("Cannot declare", "block-twice"),
    ("Expected '=' after a key", "no-equals"),
    ("Invalid statement", "no-statement"),
    ("Unclosed array", "list-not-closed"),
    ("Unclosed inline table", "table-not-closed"),
    ("Invalid initial character for a key part", "table-not-closed"),
    ("Expected ']", "brackets"),
    ("Invalid date", "no-such-date"),
    ("Invalid value", "bare-value"),
    ("Expected newline or end of document", "more-behind"),
)


def cause_of(text: str, message: str, line: int, column: int) -> tuple[str, str]:
    """What an author most likely did, and the sign that did it.

    Args:
        text: that `tomllib` refused.
        message: what it said, without the place.
        line: where it stopped, from 1.
        column: in characters, from 1.

    Returns:
        A cause, "" where none is likely, and a sign as Unicode counts it ("U+0000"), or "".
    """
    at = _offset(text, line) + column - 1
    sign = text[at : at + 1]
    if sign == "\r" and _BARE_RETURN.match(text, at):
        return "bare-return", named(sign)
    if sign and sign not in "\r\n" and any(hidden_signs(sign)):
        return ("zero-bytes" if sign == "\0" else "hidden-sign"), named(sign)
    if sign and sign in _SPACES:
        return "other-space", named(sign)
    if sign and sign in _CURLED:
        return "curled-quotes", named(sign)
    return _in_value(text, message, at) or _by_message(message), ""


def _offset(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at


def _in_value(text: str, message: str, at: int) -> str:
    """What is wrong with a value that was read in part, or not at all."""
    if not message.startswith(("Expected newline or end of document", "Invalid value")):
        return ""
    start = text.rfind("\n", 0, at) + 1
    found = _VALUE.search(text, start)
    value = found["value"].rstrip() if found and found.start() <= at else ""
    causes = (
        (_LEADING_ZERO.match(value), "leading-zero"),
        (_NO_SUCH_DATE.match(value), "no-such-date"),
        (_NUMBER_OTHERWISE.match(value), "number-written-otherwise"),
        (_WRONG_CASE.match(value), "flag-in-capitals"),
        (value.startswith("'") and value.count("'") > 2, "apostrophe-within"),
    )
    return next((cause for is_it, cause in causes if is_it), "")


def _by_message(message: str) -> str:
    return next((cause for said, cause in _BY_MESSAGE if message.startswith(said)), "")
