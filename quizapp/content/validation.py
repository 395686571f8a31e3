"""A deck file's values read critically: every fault in one pass, and the deck that is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from quizapp.content import format_table
from quizapp.content.deck import Deck, Fault, Source
from quizapp.content.format_key import PATTERNS, Holds, names
from quizapp.content.images import check_image
from quizapp.content.named_files import FileRefusedError, locate
from quizapp.content.question import Image, Kind, PartialDate, Question
from quizapp.content.toml_text import Outline, Section
from quizapp.content.validation_evidence import Texts
from quizapp.content.validation_fields import Fields, Table, clip, nearest
from quizapp.content.validation_kinds import OWN_KEYS, RULES

_QUESTION_ID, _ID, _LANGUAGE, _SHA256 = (
    re.compile(PATTERNS[what])
    for what in (Holds.QUESTION_ID, Holds.ID, Holds.LANGUAGE, Holds.SHA256)
)
_TOP, _DECK, _SOURCE, _COMMON = (
    names(keys)
    for keys in (format_table.TOP, format_table.DECK, format_table.SOURCE, format_table.COMMON)
)
_ALLOWED = {kind: rule.keys | _COMMON for kind, rule in RULES.items()}
_ALL_KEYS = OWN_KEYS | _COMMON


@dataclass
class Validation:
    """One pass over a deck file's values.

    Attributes:
        path: of the deck file; its folder holds the files it names, its stem stands in for a
            missing id or title.
        outline: where blocks and keys stand.
        text_root: a second folder in which texts of sources may lie.
        today: faults that depend on the day are found only when it is given.
        faults: what was found, in no order.
    """

    path: Path
    outline: Outline
    text_root: Path | None = None
    today: date | None = None
    faults: list[Fault] = field(default_factory=list)
    texts: Texts = field(init=False)
    _images: dict[str, FileRefusedError | None] = field(default_factory=dict)
    _image_files: list[Path] = field(default_factory=list)
    _source_lines: dict[str, int] = field(default_factory=dict)
    _first_of: dict[str, Fields] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.texts = Texts(self.path.parent, self.text_root)

    @property
    def files(self) -> tuple[Path, ...]:
        """The texts and images that are named and allowed, existing or not."""
        return tuple(dict.fromkeys([*self.texts.files, *self._image_files]))

    def deck(self, table: Table) -> Deck:
        """The deck that can be used; `faults` holds all that is wrong."""
        top = Fields(table, self.outline.plain.place, self.faults)
        top.known(_TOP)
        if "format" not in table:
            top.report("format-missing")
        head = table.get("deck")
        if head is None:
            top.report("deck-missing")
        elif not isinstance(head, dict):
            top.report("deck-shape", "deck")
        known = top.inner("deck", head if isinstance(head, dict) else {})
        sources = tuple(
            source
            for inner, section in self._each(top, "source")
            if (source := self._source(inner, section)) is not None
        )
        questions = tuple(
            question
            for inner, section in self._each(top, "question")
            if (question := self._question(inner, section)) is not None
        )
        if not questions and "question" not in table:
            top.report("no-questions", warning=True)
        stem = self.path.stem
        fallback = _ID.fullmatch(stem)
        if not isinstance(head, dict):
            return Deck(
                fallback[0] if fallback else "deck", stem, "en", "", (), "", sources, questions
            )
        known.known(_DECK)
        return Deck(
            id=self._id(known) or (fallback[0] if fallback else "deck"),
            title=known.text("title", required=True) or stem,
            language=self._language(known),
            description=known.text("description"),
            authors=known.texts("authors"),
            license=known.text("license"),
            sources=sources,
            questions=questions,
        )

    def _each(self, top: Fields, name: str) -> list[tuple[Fields, Section]]:
        """The tables of a name, with where they stand."""
        tables = top.table.get(name)
        if tables is None:
            return []
        sections = self.outline.sections(name)
        if not isinstance(tables, list) or len(tables) != len(sections):
            top.report("blocks-wanted", name)
            return []
        return [
            (Fields(table, section.place, self.faults), section)
            for table, section in zip(tables, sections, strict=True)
        ]

    def _id(self, f: Fields) -> str:
        name = f.text("id", required=True)
        if name and not _ID.fullmatch(name):
            f.report("id-form", "id", value=clip(name))
            return ""
        return name

    def _language(self, f: Fields) -> str:
        tag = f.text("language") or "en"
        if _LANGUAGE.fullmatch(tag):
            return tag
        f.report("language-tag", "language", value=clip(tag))
        return "en"

    def _source(self, f: Fields, section: Section) -> Source | None:
        if not f.table.keys() <= _SOURCE:
            f.known(_SOURCE)
        name = self._id(f)
        line = f.line_of("id")
        first = self._source_lines.setdefault(name, line) if name else line
        if first != line:
            f.report("source-twice", "id", id=name, first=first)
            return None
        published = f.partial_date("published")
        self._not_ahead(f, "published", published)
        file, sha256 = f.text("file"), f.text("sha256")
        if sha256 and not _SHA256.fullmatch(sha256):
            f.report("sha256-shape", "sha256", value=clip(sha256))
            sha256 = ""
        if file and name:
            self.texts.take(f, name, file, sha256)
        elif sha256:
            f.report("sha256-alone", "sha256", warning=True)
        title, publisher = f.text("title", required=True), f.text("publisher")
        url = self._url(f)
        if not name:
            return None
        return Source(name, title or name, publisher, published, url, file, sha256, section.line)

    def _url(self, f: Fields) -> str:
        url = f.text("url")
        if not url:
            return ""
        try:
            parts = urlsplit(url)
            good = parts.scheme in {"http", "https"} and bool(parts.hostname)
        except ValueError:
            good = False
        if good and url.isprintable() and " " not in url:
            return url
        f.report("url-form", "url", value=clip(url))
        return ""

    def _question(self, f: Fields, section: Section) -> Question | None:
        table, line = f.table, section.line
        name = self._question_id(f)
        kind = self._kind(f)
        body = None
        if kind is None:
            f.known(_ALL_KEYS)
        else:
            rule = RULES[kind]
            if not table.keys() <= _ALLOWED[kind]:
                self._stray_keys(f, kind)
            body = rule.read(f)
        question = (
            f.text("hint"),
            f.text("explanation"),
            f.texts("tags"),
            f.partial_date("as_of"),
            f.day("review_by"),
            f.text("attribution"),
            self.texts.evidence(f, self._source_lines.keys()),
            self._image(f),
        )
        f.distinct("tags", question[2], warning=True)
        self._not_ahead(f, "as_of", question[3])
        if self.today and question[4] and question[4] < self.today:
            f.report("review-due", "review_by", warning=True, value=question[4].isoformat())
        if f.failed or body is None:
            return None
        return Question(name, body, *question, line)

    def _question_id(self, f: Fields) -> str | None:
        if "id" not in f.table:
            return None
        name = f.text("id", required=True)
        if not name:
            return None
        f.question = name
        if not _QUESTION_ID.fullmatch(name):
            f.report("question-id-form", "id", value=clip(name))
            return None
        first = self._first_of.setdefault(name, f)
        if first is not f:
            line = first.line_of("id")
            f.report("id-twice", "id", id=name, first=line, second=f.line_of("id"))
        return name

    def _kind(self, f: Fields) -> Kind | None:
        if "kind" not in f.table:
            return Kind.SHORT
        name = f.text("kind", required=True)
        if name in RULES:
            return Kind(name)
        if name:
            known = ", ".join(RULES)
            near = nearest(name, RULES)
            if near:
                f.report("unknown-kind", "kind", value=clip(name), nearest=near)
            else:
                f.report("unknown-kind-far", "kind", value=clip(name), known=known)
        return None

    def _stray_keys(self, f: Fields, kind: Kind) -> None:
        for key in f.table.keys() - _ALLOWED[kind]:
            owners = [other for other, rule in RULES.items() if key in rule.keys]
            if owners:
                f.report("key-of-other-kind", key, kind=kind, kinds=", ".join(owners))
            else:
                f.unknown(key, _ALLOWED[kind])

    def _image(self, f: Fields) -> Image | None:
        name, alt = f.text("image"), f.text("image_alt")
        if not name:
            if alt and "image" not in f.table:
                f.report("image-alt-alone", "image_alt")
            return None
        if name not in self._images:
            self._images[name] = self._refused(name)
        refused = self._images[name]
        if refused is not None:
            code = refused.code if refused.code == "not-an-image" else f"file-{refused.code}"
            f.report(code, "image", path=clip(name), reason=refused.reason)
        if not alt:
            f.missing("image_alt", 'image_alt = "…"')
        return Image(name, alt)

    def _refused(self, name: str) -> FileRefusedError | None:
        try:
            path = locate(self.path.parent, name)
            self._image_files.append(path)
            check_image(path)
        except FileRefusedError as error:
            return error
        return None

    def _not_ahead(self, f: Fields, key: str, when: PartialDate | None) -> None:
        if self.today is None or when is None:
            return
        if date(when.year, when.month or 1, when.day or 1) > self.today:
            f.report("date-ahead", key, warning=True, value=when)
