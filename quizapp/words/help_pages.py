"""The pages of the help: read from a folder, parted at their headings, in their order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.words.markdown_words import LINK, plain_words

START = "start"
CODES = "codes"
LARGEST = 1_000_000  # bytes of a page; ours have some thousands
_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*\s*")
_INSERT = re.compile(r"@([a-z-]+)@")
_ALSO = re.compile(r"<!-- also: (.*) -->")
_ALSO_AND_BLANK = re.compile(r"^<!-- also: .* -->\n\n?", re.MULTILINE)
_FENCE = "```"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading.

    Attributes:
        heading: in plain words.
        anchor: by which a link calls it; "" for the page's own title.
        text: in plain words, a paragraph a line.
        code: lines of code.
        also: other words by which a reader may look for it, "backup" for what is called a copy
            here. They stand in a line of their own, `<!-- also: … -->`, and are not shown.
    """

    heading: str
    anchor: str
    text: str
    code: str = ""
    also: str = ""


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


@dataclass(slots=True)
class _Read:
    """A section while it is read."""

    heading: str
    lines: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)


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
    return tuple(at[2] for at in LINK.finditer(_without_code(page.markdown)))


def anchor_of(heading: str) -> str:
    """The anchor of a heading: its letters and digits, with hyphens between words."""
    kept = "".join(c for c in heading.casefold() if c.isalnum() or c in " -_")
    return "-".join(kept.split())


def without_also(text: str) -> str:
    """A page as it is read, without the words by which alone it is to be found."""
    return _ALSO_AND_BLANK.sub("", text)


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
    found = [_Read("")]
    in_code = False
    shown: list[str] = []
    for line in text.splitlines():
        also = None if in_code else _ALSO.fullmatch(line)
        if also is not None:
            found[-1].also.append(also[1])
            continue
        shown.append(line)
        heading = None if in_code else _HEADING.fullmatch(line)
        if line.lstrip().startswith(_FENCE):
            in_code = not in_code
        elif heading is not None:
            found.append(_Read(plain_words(heading[2])))
        else:
            (found[-1].code if in_code else found[-1].lines).append(line)
    if len(found) > 1 and not "".join((*found[0].lines, *found[0].code)).strip():
        del found[0]  # nothing stands over the first heading
    title = found[0].heading or name
    sections = (
        Section(
            one.heading or title,
            anchor_of(one.heading) if at else "",
            plain_words("\n".join(one.lines)),
            "\n".join(one.code),
            ", ".join(one.also),
        )
        for at, one in enumerate(found)
    )
    return HelpPage(name, title, "\n".join(shown) + "\n", tuple(sections))


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
