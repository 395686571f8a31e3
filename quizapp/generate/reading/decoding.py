"""The bytes of a text become characters: which encoding it is in, and whether that was a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from quizapp.generate.reading.outcome import ReadingError, Reason

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, which begins alike
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.01
_PROBE = 65536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was told.

    Attributes:
        text: without a byte order mark.
        encoding: the name of the encoding.
        guessed: nothing said so, and it is not UTF-8.
    """

    text: str
    encoding: str
    guessed: bool


def decoded(data: bytes, *, declared: str = "", page: bool = False) -> Decoded:
    """Turn bytes into text: by their mark, as declared, as UTF-8, or as Western Windows text.

    Args:
        data: the file as it is.
        declared: the encoding that came with it, or "".
        page: it is HTML, and may name its encoding in its head.

    Raises:
        ReadingError: it is no text.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(
                data.decode(name, "replace").removeprefix("\ufeff"), name, guessed=False
            )
    if not declared and page and (found := _META.search(data[:4096])):
        declared = found[1].decode("ascii", "replace")
    known = _codec(declared)
    if known:
        text = data.decode(known, "replace")
        if text.count("\ufffd") * 50 <= len(text):
            return Decoded(text, known, guessed=False)
    wide = _wide(data[:_PROBE])
    if wide:
        return Decoded(data.decode(wide, "replace"), wide, guessed=True)
    if _is_binary(data):
        raise ReadingError(Reason.NOT_TEXT)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(data.decode("cp1252"), "cp1252", guessed=True)
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1", guessed=True)


def _codec(name: str) -> str:
    """Python's name for an encoding of text, or "" where it is none."""
    try:
        found = codecs.lookup(name.strip())
        found.decode(b"")
    except (LookupError, ValueError, UnicodeError, TypeError):
        return ""
    is_text: bool = getattr(found, "_is_text_encoding", True)
    if not is_text or found.name in {"idna", "punycode", "raw_unicode_escape", "unicode_escape"}:
        return ""
    return {"iso8859-1": "cp1252", "ascii": ""}.get(found.name, found.name)


def _wide(probe: bytes) -> str:
    """UTF-16 without a mark shows in every second byte being nought."""
    pairs = len(probe) // 2
    if pairs < 4:
        return ""
    even, odd = probe[0::2].count(0), probe[1::2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.7 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return ""


def _is_binary(data: bytes) -> bool:
    probe = data[:_PROBE]
    return 0 in probe or len(probe) - len(probe.translate(None, _CONTROLS)) > (
        _MOST_CONTROLS * len(probe)
    )
