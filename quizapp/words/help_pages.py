"""The pages of the help: read from a folder, parted at their headings, in their order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

START = "start"
CODES = "codes"
LARGEST = 1_000_000  # bytes of a page; ours have some thousands
_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*\s*")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)\)")
_INSERT = re.compile(r"@([a-z-]+)@")
_MARKS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_LINE_START = re.compile(r"^\s*(?:[-*+]\s+|\d+\.\s+|>\s?)", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[\s|:-]+$")
_FENCE = "```"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading.

    Attributes:
        heading: in plain words.
        anchor: by which a link calls it; "" for the page's own title.
        text: in plain words, a paragraph a line.
        code: lines of code.
    """

    heading: str
    anchor: str
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page.

    Attributes:
        name: by which links call it, "studying" or "codes/E203".
        title: its first heading.
        markdown: its whole text, with what was put in.
        sections: its parts, the first under the title.
    """

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Help:
    """All pages.

    Attributes:
        pages: by name.
        contents: names in the order to read them; the pages on codes are not among them.
    """

    pages: Mapping[str, HelpPage]
    contents: tuple[str, ...]

    def page(self, name: str) -> HelpPage | None:
        """A page, or the first one where there is none of that name; None where there is none."""
        found = self.pages.get(name)
        if found is None and self.contents:
            found = self.pages[self.contents[0]]
        return found


def read_help(folder: Path, inserts: Mapping[str, str] | None = None) -> Help:
    """The help in a folder; a page that cannot be read is left out.

    Args:
        folder: holds a Markdown file for each page, and a folder `codes` with one for each code
            of the checker.
        inserts: what stands in place of `@name@` on the pages. `@codes@` is the list of codes.
    """
    texts = {path.stem: text for path in _files(folder) if (text := _text(path))}
    codes = {
        f"{CODES}/{path.stem}": text for path in _files(folder / CODES) if (text := _text(path))
    }
    pages = {name: _page(name, text) for name, text in sorted(codes.items())}
    put_in = {CODES: _list(pages), **(inserts or {})}
    for name, text in texts.items():
        pages[name] = _page(name, _INSERT.sub(lambda at: put_in.get(at[1], at[0]), text))
    return Help(pages, _order(pages, texts))


def target(link: str, name: str) -> tuple[str, str]:
    """The page and the anchor to which a link on a page leads; ("", "") for one to elsewhere."""
    path, _hash, anchor = link.partition("#")
    if ":" in path or path.startswith("/"):
        return "", ""
    if not path:
        return name, anchor
    if not path.endswith(".md"):
        return "", ""
    parts = [*name.split("/")[:-1]]
    for part in path.removesuffix(".md").split("/"):
        if part == "..":
            if not parts:
                return "", ""
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts), anchor


def links(page: HelpPage) -> tuple[str, ...]:
    """Where the links of a page lead, as written."""
    return tuple(at[2] for at in _LINK.finditer(_without_code(page.markdown)))


def anchor_of(heading: str) -> str:
    """The anchor of a heading: its letters and digits, with hyphens between words."""
    kept = "".join(c for c in heading.casefold() if c.isalnum() or c in " -_")
    return "-".join(kept.split())


def plain(markdown: str) -> str:
    """The words of Markdown without its marks."""
    text = _LINK.sub(r"\1", markdown)
    text = _LINE_START.sub("", text)
    text = _MARKS.sub("", text.replace("`", ""))
    lines = [line for line in text.splitlines() if not _TABLE_RULE.fullmatch(line)]
    return "\n".join(line.strip().strip("|").replace(" | ", ": ").strip() for line in lines)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".md")
    except OSError:
        return []


def _text(path: Path) -> str:
    """The text of a page, "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST)
    except OSError:
        return ""
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    return unicodedata.normalize("NFC", text)


def _page(name: str, text: str) -> HelpPage:
    found: list[tuple[str, list[str], list[str]]] = [("", [], [])]
    in_code = False
    for line in text.splitlines():
        heading = None if in_code else _HEADING.fullmatch(line)
        if line.lstrip().startswith(_FENCE):
            in_code = not in_code
        elif heading is not None:
            found.append((plain(heading[2]), [], []))
        else:
            _heading, lines, code = found[-1]
            (code if in_code else lines).append(line)
    if len(found) > 1 and not "".join((*found[0][1], *found[0][2])).strip():
        del found[0]  # nothing stands over the first heading
    title = found[0][0] or name
    sections = (
        Section(
            heading or title,
            anchor_of(heading) if at else "",
            plain("\n".join(lines)),
            "\n".join(code),
        )
        for at, (heading, lines, code) in enumerate(found)
    )
    return HelpPage(name, title, text, tuple(sections))


def _list(pages: Mapping[str, HelpPage]) -> str:
    return "\n".join(f"- [{page.title}]({name}.md)" for name, page in pages.items())


def _order(pages: Mapping[str, HelpPage], texts: Mapping[str, str]) -> tuple[str, ...]:
    """As the first page names them; what it forgets comes after, by title."""
    named = [START] if START in pages else []
    if named:
        named += [target(link, START)[0] for link in links(pages[START])]
    rest = sorted(texts, key=lambda name: pages[name].title)
    return tuple(dict.fromkeys(name for name in (*named, *rest) if name in texts))


def _without_code(markdown: str) -> str:
    kept, in_code = [], False
    for line in markdown.splitlines():
        if line.lstrip().startswith(_FENCE):
            in_code = not in_code
        elif not in_code:
            kept.append(line)
    return re.sub(r"`[^`]*`", "", "\n".join(kept))
