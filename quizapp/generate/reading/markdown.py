"""Markdown into an article's parts: its words without the marks.

What is kept: paragraphs on one line each, headings as paragraphs, items of a list each as a
paragraph with "- " or its number before it, cells of a table parted by commas, the words of a
link, the text of code. What is left out: front matter, marks, pictures, addresses of links, HTML
tags, marks of footnotes.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

from quizapp.content.question import PartialDate
from quizapp.generate.reading.dates import date_of
from quizapp.generate.reading.opening import opening_of
from quizapp.generate.reading.outcome import Found, Watch
from quizapp.generate.reading.prose import blocks, clean, clean_long, spaced, whole

_KEY = re.compile(r"([A-Za-z][\w-]{0,30})\s*:(?:\s+(.*))?$")
_FRONT_LONGEST = 200
_TITLES = ("title", "headline")
_DATES = ("date", "published", "publish_date", "publishdate", "created", "day")
_AUTHORS = ("author", "authors", "byline")
_PUBLISHERS = ("publisher", "publication", "newspaper", "site", "sitename", "website")
_URLS = ("url", "source", "link", "canonical", "canonical_url")

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_BULLET = re.compile(r"[ \t]*[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBERED = re.compile(r"[ \t]*(\d{1,9})([.)])[ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S")
_FOOTNOTE_TEXT = re.compile(r" {0,3}\[\^[^\]\n]{1,60}\]:[ \t]*")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_WORDLESS = (_RULE, _TABLE_RULE, _DEFINITION)
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = re.compile("[\ue000\ue001]")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`\n]{1,2000})\1(?!`)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>\n]{0,1000})?/?>")
_LINE_TAG = re.compile(r"<br\s{0,4}/?>", re.IGNORECASE)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_TARGET = r"\((?:[^()\n]|\([^()\n]{0,400}\)){0,2000}\)"
_PICTURE = re.compile(rf"!\[[^\[\]\n]{{0,500}}\](?:{_TARGET}|\[[^\[\]\n]{{0,200}}\])")
_LINK = re.compile(rf"\[((?!\^)[^\[\]\n]{{0,1000}})\](?:{_TARGET}|\[[^\[\]\n]{{0,200}}\])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]{1,60}\]")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)([^*_~\n]{1,3000}?)(?<=\S)\1")
_STAR = re.compile(r"(?<![*\w])(\*{1,3})(?=[^\s*])([^*\n]{1,3000}?)(?<=[^\s*])\1(?!\*)")
_UNDER = re.compile(r"(?<![_\w])(_{1,3})(?=[^\s_])([^_\n]{1,3000}?)(?<=[^\s_])\1(?![_\w])")
_INLINE_STEP = 400
_LONGEST = 100_000
"""Code points of a paragraph above which its marks stay: it is data, and no prose."""


@dataclass(frozen=True, slots=True)
class _Front:
    """What the head of the file tells."""

    title: str = ""
    published: PartialDate | None = None
    publisher: str = ""
    author: str = ""
    url: str = ""


def markdown_text(text: str, watch: Watch) -> Found:
    """Read Markdown; front matter comes before what the text says of itself.

    Raises:
        Cancelled: it is to stop.
    """
    watch.told(0)
    front, body = _front(clean_long(text, watch.part(0, 0.2)))
    body = _COMMENT.sub("", body)
    parts: list[str] = []
    heading = ""
    runs = list(blocks(_without_fences(body), watch.part(0.2, 0.4)))
    for number, run in enumerate(runs):
        if number % _INLINE_STEP == 0:
            watch.told(0.4 + 0.6 * number / len(runs))
        for is_heading, words in _pieces(run):
            kept = [line for line in map(spaced, _words(words).split("\n")) if line]
            parts.extend(kept)
            if is_heading and not heading and kept:
                heading = kept[0]
    opening = opening_of(parts)
    return Found(
        whole(parts),
        front.title or heading or opening.title,
        front.published or opening.published,
        front.publisher or opening.publisher,
        front.author or opening.author,
        front.url,
    )


def _front(text: str) -> tuple[_Front, str]:
    """What the block between two lines "---" at the very start tells, and the rest."""
    lines = text.lstrip("\n").split("\n", _FRONT_LONGEST)
    if lines[0].rstrip() != "---":
        return _Front(), text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), 0)
    if not end:
        return _Front(), text
    told: dict[str, str] = {}
    key = ""
    for line in lines[1:end]:
        if found := _KEY.match(line):
            key = found[1].lower().replace("-", "_")
            told.setdefault(key, _value(found[2] or ""))
        elif key and (item := re.match(r"\s*-\s+(.*)|\s+(.*)", line)):
            more = _value(item[1] or item[2] or "")
            told[key] = ", ".join(part for part in (told[key], more) if part)
        elif line.strip() and not line.lstrip().startswith("#"):
            return _Front(), text  # no front matter: a rule, words, and another rule

    def first(keys: tuple[str, ...]) -> str:
        return next((told[name] for name in keys if told.get(name)), "")

    url = first(_URLS)
    front = _Front(
        first(_TITLES),
        date_of(first(_DATES)),
        first(_PUBLISHERS),
        first(_AUTHORS),
        url if url.startswith(("https://", "http://")) else "",
    )
    if not front.publisher and not front.url and url and " " in url:
        front = replace(front, publisher=url)
    return front, "\n".join(lines[end + 1 :])


def _value(text: str) -> str:
    """A value without its quotes; a list in brackets becomes its items with commas."""
    text = text.strip()
    if text in {"", "|", ">", "|-", ">-", "null", "~"}:
        return ""
    if text[0] == "[" and text[-1] == "]":
        return ", ".join(filter(None, (_value(item) for item in text[1:-1].split(","))))
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        inner = text[1:-1]
        text = inner.replace("''", "'") if text[0] == "'" else inner.replace('\\"', '"')
    return spaced(text.replace("\n", " "))


def _without_fences(text: str) -> str:
    """The text with the lines that open and close blocks of code made empty."""
    if "```" not in text and "~~~" not in text:
        return text
    return "\n".join("" if _FENCE.match(line) else line for line in text.split("\n"))


class _Pieces:
    """The paragraphs of a run of lines: whether each is a heading, and its words with their marks.

    Line ends that are kept, of hard breaks, are still in the words.
    """

    def __init__(self) -> None:
        self.found: list[tuple[bool, str]] = []
        self._current: list[str] = []

    def add(self, line: str) -> None:
        """Take the next line."""
        if quote := _QUOTE.match(line):
            line = line[quote.end() :]
        if self._current and _UNDERLINE.match(line):
            self.close(heading=True)
        elif mark := _HEADING.match(line):
            self._alone(_heading(line[mark.end() :]), heading=True)
        elif _ROW.match(line) and not _TABLE_RULE.match(line):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            self._alone(", ".join(filter(None, cells)))
        elif not line.strip() or any(form.match(line) for form in _WORDLESS):
            self.close()
        else:
            line = self._begun(line)
            hard = line.endswith(("  ", "\\"))
            self._current.append(line.removesuffix("\\").strip())
            self._current.append("\n" if hard else " ")

    def close(self, *, heading: bool = False) -> None:
        """End the paragraph."""
        if self._current:
            self.found.append((heading, "".join(self._current).rstrip(" ")))
            self._current.clear()

    def _alone(self, words: str, *, heading: bool = False) -> None:
        """A line that is a paragraph by itself."""
        self.close()
        self._current.append(words)
        self.close(heading=heading)

    def _begun(self, line: str) -> str:
        """The line, with one kind of mark where an item of a list or a footnote begins."""
        if bullet := _BULLET.match(line):
            line = f"- {line[bullet.end() :]}"
        elif (number := _NUMBERED.match(line)) and _begins_item(number[1], self._current):
            line = f"{number[1]}{number[2]} {line[number.end() :]}"
        elif note := _FOOTNOTE_TEXT.match(line):
            line = line[note.end() :]
        else:
            return line
        self.close()
        return line


def _heading(words: str) -> str:
    """A heading without the marks that may close it."""
    words = words.strip()
    short = words.rstrip("#")
    return short.rstrip() if not short or short[-1] in " \t" else words


def _pieces(run: list[str]) -> list[tuple[bool, str]]:
    pieces = _Pieces()
    for line in run:
        pieces.add(line)
    pieces.close()
    return pieces.found


def _begins_item(number: str, current: list[str]) -> bool:
    """Whether a number at a line's start is an item's: amid a paragraph only "1." begins one."""
    return not current or number == "1" or bool(_NUMBERED.match(current[0]))


def _words(text: str) -> str:
    """A paragraph's words without the marks within it."""
    if len(text) > _LONGEST:
        return text
    held: list[str] = []

    def hold(words: str) -> str:
        held.append(words)
        return f"\ue000{len(held) - 1}\ue001"

    text = _HELD.sub("", text)
    text = _CODE.sub(lambda found: hold(found[2]), text)
    text = _ESCAPE.sub(lambda found: hold(found[1]), text)
    text = _AUTOLINK.sub(lambda found: hold(found[1].removeprefix("mailto:")), text)
    text = _LINE_TAG.sub("\n", text)
    text = _TAG.sub("", text)
    text = _PICTURE.sub("", text)
    for _ in range(2):  # a link may hold a picture, and stand in brackets
        text = _LINK.sub(r"\1", text)
    text = _FOOTNOTE.sub("", text)
    for _ in range(3):  # strong within emphasis within struck out
        text = _UNDER.sub(r"\2", _STAR.sub(r"\2", _STRONG.sub(r"\2", text)))
    if "&" in text:
        text = clean(html.unescape(text))
    return re.sub("\ue000(\\d+)\ue001", lambda found: held[int(found[1])], text)
