"""The entry in the desktop's menu, and its icon: put in place for the user, and taken away.

The format is that of freedesktop.org's Desktop Entry Specification 1.5.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

NAME = "quizapp"
_RESERVED = re.compile(r"[\s\"'\\><~|&;$*?#()`]")


def data_home(env: Mapping[str, str]) -> Path:
    """Where the user's desktop looks for entries and icons: XDG_DATA_HOME or its default."""
    named = env.get("XDG_DATA_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named)
    return Path(env.get("HOME") or Path.home()) / ".local" / "share"


def places(data: Path) -> tuple[Path, Path]:
    """(the entry, the icon) below a data folder."""
    icon = data / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg"
    return data / "applications" / f"{NAME}.desktop", icon


def quoted(argument: str) -> str:
    """An argument of Exec: quoted where the specification wants it, its % doubled.

    Quoting is undone by the launcher after the escapes of a string value, so a backslash that
    quotes is itself escaped.
    """
    argument = argument.replace("%", "%%")
    if not _RESERVED.search(argument):
        return argument
    inside = re.sub(r"([\"`$\\])", r"\\\1", argument)
    return '"' + inside.replace("\\", "\\\\") + '"'


def entry(command: Sequence[str]) -> str:
    """The text of the desktop entry.

    Args:
        command: the program, as an absolute path, and its arguments.
    """
    line = " ".join(quoted(word) for word in command)
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Version=1.5\n"
        "Name=Quizapp\n"
        "GenericName=Quiz and flashcards\n"
        "Comment=Questions and flashcards that show the sentence they rest on\n"
        f"Exec={line} %f\n"
        f"Icon={NAME}\n"
        "Terminal=false\n"
        "Categories=Education;Qt;\n"
        "Keywords=quiz;flashcards;learn;study;civics;\n"
        "MimeType=application/toml;\n"
        "StartupNotify=true\n"
        f"StartupWMClass={NAME}\n"
    )


def install(data: Path, icon: Path, command: Sequence[str]) -> tuple[Path, Path]:
    """Put entry and icon in place; where they are.

    Raises:
        OSError: a folder cannot be made or written.
    """
    entry_path, icon_path = places(data)
    for path in (entry_path, icon_path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.unlink(missing_ok=True)  # a link that leads nowhere
    shutil.copyfile(icon, icon_path)
    entry_path.write_text(entry(command), encoding="utf-8")
    return entry_path, icon_path


def remove(data: Path) -> list[Path]:
    """Take both away, links that lead nowhere too; those that were there.

    Raises:
        OSError: one cannot be removed.
    """
    gone = [path for path in places(data) if os.path.lexists(path)]
    for path in gone:
        path.unlink()
    return gone
