"""The deck's own fields, its sources and its pictures: what a step makes of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from quizapp.author.desk_home import head_of, source_of
from quizapp.author.desk_state import Part, State, Thing
from quizapp.author.field_reading import UnfinishedError
from quizapp.author.field_values import Troubles, date_of, line_of, rows_of, text_of
from quizapp.author.told import HeadFields, NewSource
from quizapp.content.deck import Deck, Source
from quizapp.content.deck_editing import change_head, change_source
from quizapp.content.deck_text import with_blocks
from quizapp.content.format_key import PATTERNS, Holds
from quizapp.content.images import IMAGE_LIMIT, image_type
from quizapp.content.named_files import FileRefusedError
from quizapp.content.whole_write import write_whole

_LANGUAGE = re.compile(PATTERNS[Holds.LANGUAGE])
_LONGEST_NAME = 48
_HEAD_BYTES = 4096
_ENDINGS = {"jpeg": "jpg"}


def with_head(state: State, deck: Deck, fields: HeadFields) -> dict[str, Thing]:
    """The part with the deck's own fields as they were typed; nothing where nobody touched it.

    Raises:
        UnfinishedError: there is no title, or the language is none.
    """
    troubles = Troubles()
    title = line_of(fields.title, deck.title)
    language = line_of(fields.language, deck.language)
    if not title:
        troubles.add("title", "no-title")
    if not _LANGUAGE.fullmatch(language):
        troubles.add("language", "language-tag", text=language)
    _raise(troubles)
    new = replace(
        deck,
        title=title,
        language=language,
        description=text_of(fields.description, deck.description),
        license=line_of(fields.license, deck.license),
        authors=tuple(row for _at, row in rows_of(fields.authors, deck.authors)),
        sources=(),
        questions=(),
    )
    token = head_of(state) or next(iter(state.parts()))[0]
    part = state.part(token)
    text = change_head(part.text, new, deck)
    return (
        {} if text == part.text else {token: Part(part.kind, text, part.content, fresh=part.fresh)}
    )


def with_source(
    state: State, deck: Deck, source: NewSource, folder: Path
) -> tuple[dict[str, Thing], list[str]]:
    """A new source behind the others, with its text, and the order with it.

    Raises:
        UnfinishedError: there is no title, or the date or address is none.
    """
    made = _read(source, Source("", ""))
    taken = {each.id for each in deck.sources}
    name = free_name(slug(made.title, "source"), taken)
    made = replace(made, id=name)
    content: bytes | None = None
    if source.text.strip():
        content = source.text.encode("utf-8", "replace")
        made = _with_file(made, deck, content, folder)
    token, part, order = placed_source(state, made, state.order, content)
    return {token: part}, order


def placed_source(
    state: State, source: Source, order: Sequence[str], content: bytes | None = None
) -> tuple[str, Part, list[str]]:
    """A new source: its token, the part, and the order with it behind the other sources."""
    text = with_blocks("", (source,), ()).lstrip("\n").replace("\n", state.line_end)
    token, at = state.new_token(), _place(state, order)
    part = Part("source", text, content, fresh=True)
    return token, part, [*order[:at], token, *order[at:]]


def _place(state: State, order: Sequence[str]) -> int:
    """Behind the last source, else behind what stands before the first question."""
    at = 0
    for i, token in enumerate(order):
        if token[0] != "#":
            break
        at = i + 1
    last = [i for i, token in enumerate(order) if _is_source(state, token)]
    return last[-1] + 1 if last else at


def _is_source(state: State, token: str) -> bool:
    thing = state.things.get(token)
    return isinstance(thing, Part) and thing.kind == "source"


def with_changed_source(
    state: State, deck: Deck, source_id: str, source: NewSource, text: str, folder: Path
) -> tuple[dict[str, Thing], dict[str, Part]]:
    """A source with other words, or another text.

    Args:
        state: the desk.
        deck: its head and sources.
        source_id: which one.
        source: as typed.
        text: the text that it has now, or "".
        folder: the deck's.

    Returns:
        What stands for it now, and what stood for it, with the text that undoing brings back.

    Raises:
        KeyError: there is no such source.
        UnfinishedError: there is no title, or the date or address is none.
    """
    token = source_of(state, source_id)
    before = next((each for each in deck.sources if each.id == source_id), None)
    if token is None or before is None:
        raise KeyError(source_id)
    part = state.part(token)
    made, content = _read(source, before), part.content
    if source.text != text:
        if source.text.strip():
            content = source.text.encode("utf-8", "replace")
            made = _with_file(made, deck, content, folder)
        else:
            made, content = replace(made, file="", sha256=""), None
    new = change_source(part.text, 0, made, before)
    if new == part.text and content == part.content:
        return {}, {}
    if content != part.content and part.content is None and before.file:
        with suppress(OSError):
            part = Part(
                part.kind, part.text, (folder / before.file).read_bytes(), fresh=part.fresh
            )
    return {token: Part(part.kind, new, content, fresh=part.fresh)}, {token: part}


def _read(source: NewSource, before: Source) -> Source:
    troubles = Troubles()
    title = line_of(source.title, before.title)
    if not title:
        troubles.add("title", "no-title")
    published = before.published
    if source.published.strip() != (str(published) if published else ""):
        typed = source.published
        published = date_of(typed, "published", troubles) if typed.strip() else None
    url = line_of(source.url, before.url)
    if url and not is_address(url):
        troubles.add("url", "url-form", text=url)
    _raise(troubles)
    publisher = line_of(source.publisher, before.publisher)
    return replace(before, title=title, publisher=publisher, published=published, url=url)


def is_address(url: str) -> bool:
    """Whether a text is an address on the web."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
    return good and url.isprintable() and " " not in url


def _with_file(source: Source, deck: Deck, content: bytes, folder: Path) -> Source:
    """The source with its text's file; no other file is written over."""
    sha256 = hashlib.sha256(content).hexdigest()
    if source.file.startswith(f"{deck.id}/"):
        return replace(source, sha256=sha256)
    taken = {each.file for each in deck.sources}
    name, n = f"{deck.id}/{source.id}.md", 2
    while name in taken or (folder / name).exists():
        name, n = f"{deck.id}/{source.id}-{n}.md", n + 1
    return replace(source, file=name, sha256=sha256)


def add_picture(deck: Path, deck_id: str, name: str, data: bytes) -> str:
    """Copy a picture beside a deck; what it is called in the deck.

    Raises:
        FileRefusedError: it is no picture ("not-an-image"), or larger than 20 MB ("too-large").
        OSError: it cannot be written.
    """
    kind = image_type(data[:_HEAD_BYTES])
    if len(data) > IMAGE_LIMIT:
        raise FileRefusedError("too-large")
    if kind is None:
        raise FileRefusedError("not-an-image")
    stem, ending = slug(Path(name).stem, "picture"), _ENDINGS.get(kind, kind)
    folder, n = deck.parent / deck_id, 1
    folder.mkdir(parents=True, exist_ok=True)
    while True:
        path = folder / (f"{stem}.{ending}" if n == 1 else f"{stem}-{n}.{ending}")
        if not path.exists():
            write_whole(path, data)
            break
        if path.is_file() and path.read_bytes() == data:
            break
        n += 1
    return f"{deck_id}/{path.name}"


_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that Windows keeps for itself."""


def slug(words: str, otherwise: str) -> str:
    """A name for a file or an id, made of words: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{name}-1" if _DEVICES.fullmatch(name) else name or otherwise


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name, with a number behind it where it is taken."""
    name, n = wanted, 2
    while name in taken:
        name, n = f"{wanted}-{n}", n + 1
    return name


def _raise(troubles: Troubles) -> None:
    if troubles.found:
        raise UnfinishedError(tuple(troubles.found))
