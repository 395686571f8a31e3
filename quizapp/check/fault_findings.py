"""A fault of a deck's file as a finding: its code, its key, and the mend that is safe for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizapp.check.fault_codes import code_of_fault
from quizapp.check.finding import Finding, Mend
from quizapp.check.nearest_quote import the_texts_own
from quizapp.check.placing import QUESTION, SOURCE, BlockAt, Places
from quizapp.content.deck import DeckRead, Fault
from quizapp.content.deck_text import Value
from quizapp.content.validation_fields import clip

_IN_EVIDENCE = frozenset({"quote", "source"})
_NO_LIST_NEEDED = frozenset({"accept", "tags", "wrong"})
_WHOLE_FILE = frozenset({"format", "deck", "source", "question"})


class FaultFindings:
    """The faults of one deck's file, as findings.

    Attributes:
        places: where the blocks of the file stand.
    """

    def __init__(self, read: DeckRead, places: Places) -> None:
        self.places = places
        self._texts: Mapping[str, str] = dict(read.texts)
        self._unsure = {
            source
            for fault in read.faults
            if fault.code.startswith("quote-") and (source := _source_of(fault, places))
        }

    def of(self, fault: Fault) -> Finding:
        """The finding that a fault is."""
        block = self.places.block(fault.line)
        key = dict(fault.facts).get("key", "")
        return Finding(
            code_of_fault(fault),
            fault.code,
            fault.line,
            fault.column,
            _named(key, block),
            fault.question or None,
            fault.facts,
            fault.severity,
            self._mend(fault, key, block),
        )

    def _mend(self, fault: Fault, key: str, block: BlockAt | None) -> Mend | None:
        if fault.code == "format-missing":
            return Mend("write-format")
        if block is None:
            return None
        if fault.code == "text-changed" and block.table.get("id") not in self._unsure:
            return Mend("write-sha256", (), ((("sha256",), dict(fault.facts)["found"]),))
        if block.kind == QUESTION and fault.code in {"quote-near", "quote-not-found"}:
            return self._quote(block)
        mend = _MENDS.get(fault.code) if block.kind == QUESTION else None
        return mend(block, key) if mend is not None and key in block.table else None

    def _quote(self, block: BlockAt) -> Mend | None:
        """The words of the text itself, where only spaces, quotation marks or dashes differ."""
        evidence = block.table.get("evidence")
        if not isinstance(evidence, dict):
            return None
        source, quote = evidence.get("source"), evidence.get("quote")
        if not isinstance(source, str) or not isinstance(quote, str):
            return None
        own = the_texts_own(quote, self._texts.get(source, ""))
        return Mend("take-texts-own", (), ((("evidence", "quote"), own),)) if own else None


def _named(key: str, block: BlockAt | None) -> str:
    if not key or block is None:
        return f"deck.{key}" if key and key not in _WHOLE_FILE else key
    if block.kind == SOURCE:
        return f"source.{key}"
    return f"evidence.{key}" if key in _IN_EVIDENCE else key


def _source_of(fault: Fault, places: Places) -> str:
    """The source whose text a quote was sought in."""
    block = places.block(fault.line)
    evidence = block.table.get("evidence") if block is not None else None
    source = evidence.get("source") if isinstance(evidence, dict) else None
    return source if isinstance(source, str) else ""


def _without_repeated(block: BlockAt, key: str) -> Mend | None:
    """A list whose later like items go."""
    items = block.table[key]
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        return None
    kept: dict[str, Value] = {}
    again: dict[str, str] = {}
    for item in items:
        plain = " ".join(item.split())
        if plain in kept:
            again.setdefault(plain, f"“{clip(plain)}”")
        kept.setdefault(plain, item)
    facts = (("items", ", ".join(again.values())), ("key", key))
    return Mend("drop-repeated", facts, (((key,), list(kept.values())),))


def _without_empty(block: BlockAt, key: str) -> Mend | None:
    items = block.table[key]
    if key not in _NO_LIST_NEEDED or not isinstance(items, list):
        return None
    kept: list[Value] = [item for item in items if not isinstance(item, str) or item.strip()]
    if not all(isinstance(item, str) for item in kept):
        return None
    return Mend("drop-empty", (("key", key),), (((key,), kept or None),))


def _without_key(_block: BlockAt, key: str) -> Mend:
    return Mend("drop-key", (("key", key),), (((key,), None),))


def _in_quotes(block: BlockAt, key: str) -> Mend | None:
    """A whole number that is meant as a text, as it is written."""
    value = block.table[key]
    if not isinstance(value, int) or isinstance(value, bool) or key not in {"answer", "prompt"}:
        return None
    return Mend("put-in-quotes", (("key", key),), (((key,), str(value)),))


def _without_quotes(block: BlockAt, key: str) -> Mend | None:
    """A number in quotes that is nothing but digits."""
    value = block.table[key]
    if not isinstance(value, str) or not value.isascii() or not value.isdigit():
        return None
    plain = value if value == "0" else value.lstrip("0")
    if plain != value or len(value) > 30:
        return None
    return Mend("take-quotes-off", (("key", key),), (((key,), int(value)),))


def _in_brackets(block: BlockAt, key: str) -> Mend | None:
    """One text where a list is wanted."""
    value = block.table[key]
    if not isinstance(value, str) or not value.strip() or key == "pairs":
        return None
    return Mend("put-in-brackets", (("key", key),), (((key,), [value]),))


_MENDS: dict[str, Callable[[BlockAt, str], Mend | None]] = {
    "repeated-item": _without_repeated,
    "empty-item": _without_empty,
    "empty-optional": _without_key,
    "quotes-wanted": _in_quotes,
    "number-quoted": _without_quotes,
    "list-wanted": _in_brackets,
}
