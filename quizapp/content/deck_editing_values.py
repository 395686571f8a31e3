"""A value written anew in the manner of the old one: its quotes, its lines, its comments."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher

from quizapp.content import hidden_signs
from quizapp.content.deck_text import Value, value_text
from quizapp.content.toml_text import comments, items

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_RAW = re.compile(rf"[\r\u2028\u2029{hidden_signs.ALL}]")
_COMMA = re.compile(r"((?:[ \t\r\n]|#[^\n]*\n)*),")
_FENCE_LIKE = re.compile(r'(?<="")"|"\Z')
_LINE_END = re.compile(r"[ \t]*\r?\n")
_SIDE_COMMENT = re.compile(r"[ \t]*#[^\n]*?(?=\r?\n)")


def value_like(raw: str, value: Value, line_end: str = "\n") -> str:
    """A value's text in the manner of the text that it takes the place of.

    Args:
        raw: the old value's text.
        value: the new value.
        line_end: of the file.

    Raises:
        ValueError: a text holds half of a surrogate pair, which no file can.
    """
    if isinstance(value, str):
        return _text_like(raw, value, line_end)
    if isinstance(value, list) and raw.startswith("["):
        return _array_like(raw, value, line_end)
    return value_text(value)


def _text_like(raw: str, text: str, line_end: str) -> str:
    basic = value_text(text)
    if _DAY.fullmatch(raw) and _DAY.fullmatch(text):
        return text
    if _NOT_RAW.search(text):
        return basic
    fence = raw[:3] if raw[:3] in ('"""', "'''") else raw[:1]
    if fence == "'" and "'" not in text and "\n" not in text:
        return f"'{text}'"
    if len(fence) != 3:
        return basic
    start = line_end if raw[3:5].startswith(("\n", "\r\n")) or text.startswith("\n") else ""
    if fence == "'''" and "'''" not in text and not text.endswith("'"):
        inner = text
    else:
        fence = '"""'
        inner = _FENCE_LIKE.sub('\\\\"', text.replace("\\", "\\\\"))
    return fence + start + inner.replace("\n", line_end) + fence


@dataclass
class _Cell:
    """An item of an array, or what is left where one was, with the text around it.

    Attributes:
        lead: spaces, lines and comments before it.
        item: its own text.
        mid: what stands between it and its comma.
        side: a comment beside it, behind the comma.
        gone: it is taken out.
        fresh: it is new.
    """

    lead: str
    item: str
    mid: str = ""
    side: str = ""
    gone: bool = False
    fresh: bool = False


def _array_like(raw: str, value: list[Value], line_end: str) -> str:
    """An array in which only the items that differ are written anew, and no comment is lost."""
    old: list[Value] = tomllib.loads(f"v = {raw}", parse_float=Decimal)["v"]
    cells, tail, trailing = _cells(raw)
    if not cells:
        return f"[{tail}{', '.join(map(value_text, value))}]"
    breaks = [cell.lead for cell in cells if "\n" in cell.lead]
    between = line_end + breaks[-1].rpartition("\n")[2] if breaks else " "
    matcher = SequenceMatcher(None, [*map(repr, old)], [*map(repr, value)], autojunk=False)
    kept: list[_Cell] = []
    for code, i1, i2, j1, j2 in matcher.get_opcodes():
        if code == "equal":
            kept += cells[i1:i2]
            continue
        both = min(i2 - i1, j2 - j1)
        for cell, new in zip(cells[i1 : i1 + both], value[j1 : j1 + both], strict=True):
            if cell.item.startswith("[") and not isinstance(new, list):
                kept += [replace(cell, gone=True), _Cell(between, value_text(new))]
            else:
                kept.append(replace(cell, item=value_like(cell.item, new, line_end)))
        kept += [_Cell(between, value_text(new), fresh=True) for new in value[j1 + both : j2]]
        kept += [replace(cell, gone=True) for cell in cells[i1 + both : i2]]
    kept = _with_moved(kept)
    if not breaks:
        _tidy(kept, cells[0].lead)
    return f"[{_joined(kept, tail, between, trailing, line_end)}]"


def _with_moved(cells: list[_Cell]) -> list[_Cell]:
    """An item that only moved takes its comments along."""
    new = {cell.item: at for at, cell in enumerate(cells) if cell.fresh and not cell.gone}
    found = [*cells]
    for cell in cells:
        at = new.get(_plain(cell.item)) if cell.gone else None
        if at is not None:
            found[at] = replace(cell, gone=False)
            found.remove(cell)
            return _with_moved(found)
    return found


def _cells(raw: str) -> tuple[list[_Cell], str, str]:
    """The items of an array; what stands before its bracket; the comma behind its last item."""
    cells: list[_Cell] = []
    trailing, done = "", 1
    for start, end in items(raw, 0):
        cells.append(_Cell(raw[done:start], raw[start:end]))
        comma = _COMMA.match(raw, end)
        trailing = "," if comma else ""
        if comma:
            cells[-1].mid = comma[1]
        done = comma.end() if comma else end
        side = _SIDE_COMMENT.match(raw, done)
        if side:
            cells[-1].side = side[0]
            done = side.end()
    return cells, raw[done:-1], trailing


def _tidy(cells: list[_Cell], lead: str) -> None:
    """Items on one line: the first stands at the bracket, the others behind a space."""
    for at, cell in enumerate(cell for cell in cells if not cell.gone):
        cell.lead = lead if at == 0 else cell.lead or " "


def _plain(item: str) -> str:
    """An item in the writer's own manner, on one line."""
    return value_text(tomllib.loads(f"v = {item}", parse_float=Decimal)["v"])


def _left(cell: _Cell) -> list[str]:
    """The comments of an item that is taken out; it stays among them, or they speak of another."""
    above = comments(cell.lead, 0, len(cell.lead))
    rest = cell.item + cell.mid + cell.side
    beside = comments(rest, 0, len(rest))
    if not above and not beside:
        return []
    item = _plain(cell.item) if "\n" in cell.item else cell.item
    return [*above, "  ".join([f"# {item},", *beside])]


def _joined(cells: list[_Cell], tail: str, between: str, trailing: str, line_end: str) -> str:
    """The text between the brackets; where a comment ends, its line does."""
    last = max((at for at, cell in enumerate(cells) if not cell.gone), default=-1)
    text, commented = "", False
    for at, cell in enumerate(cells):
        if not cell.gone:
            comma = "," if at < last else trailing
            piece, comment = cell.lead + cell.item + cell.mid + comma, cell.side
        else:
            piece, comment = "", "".join(between + line for line in _left(cell))
        for part in (piece, comment):
            if commented and part and not _LINE_END.match(part):
                text += line_end
            text += part
            commented = part is comment if part else commented
    if commented and not _LINE_END.match(tail):
        text += line_end
    return text + tail
