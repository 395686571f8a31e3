"""What the user prefers: a dataclass, kept as TOML."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

SCHEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences, each with the value a new student starts from.

    Attributes:
        new_per_day: new questions a day, 0 to 999.
        minutes_per_day: minutes of study a day, 1 to 600.
        retention: desired retention, 0.70 to 0.97.
        text_size: percent, 80 to 200.
        scheme: "system", "light" or "dark".
        deck_folders: further folders in which decks are looked for.
        daily_backup: whether a copy of the history is made each day.
    """

    new_per_day: int = 10
    minutes_per_day: int = 20
    retention: float = 0.90
    text_size: int = 100
    scheme: str = "system"
    deck_folders: tuple[str, ...] = ()
    daily_backup: bool = True


@dataclass(frozen=True, slots=True)
class SettingsRead:
    """Settings as read, and what had to be mended.

    Attributes:
        refused: fields whose value was out of range and fell back.
        set_aside: where a file that could not be read was put, or None.
    """

    settings: Settings
    refused: tuple[str, ...] = ()
    set_aside: Path | None = None


_RANGES: dict[str, tuple[float, float]] = {
    "new_per_day": (0, 999),
    "minutes_per_day": (1, 600),
    "retention": (0.70, 0.97),
    "text_size": (80, 200),
}


def _fits(name: str, value: object) -> bool:
    default = getattr(Settings(), name)
    if name == "deck_folders":
        return isinstance(value, list | tuple) and all(
            isinstance(v, str) and "\0" not in v for v in value
        )
    if name == "scheme":
        return value in SCHEMES
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if not isinstance(value, int | float) or (isinstance(default, int) and value != int(value)):
        return False
    low, high = _RANGES[name]
    return low <= value <= high


def from_mapping(data: dict[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Settings of what a file holds, and the names of the fields that fell back."""
    good: dict[str, Any] = {}
    refused: list[str] = []
    for known in fields(Settings):
        if known.name not in data:
            continue
        value = data[known.name]
        try:
            fits = _fits(known.name, value)
        except (ValueError, OverflowError):  # nan and inf have no whole part
            fits = False
        if not fits:
            refused.append(known.name)
            continue
        default = getattr(Settings(), known.name)
        good[known.name] = tuple(value) if known.name == "deck_folders" else type(default)(value)
    return replace(Settings(), **good), tuple(refused)


def load(path: Path) -> SettingsRead:
    """Read the settings; a damaged file is set aside beside itself and never overwritten.

    Raises:
        OSError: the file is there but cannot be opened.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return SettingsRead(Settings())
    try:
        data = tomllib.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):  # no TOML, no UTF-8, numbers or nesting without end
        return SettingsRead(Settings(), set_aside=_set_aside(path))
    settings, refused = from_mapping(data)
    return SettingsRead(settings, refused)


def written(settings: Settings) -> str:
    """The text of the settings' file."""
    return "".join(f"{name} = {_toml(value)}\n" for name, value in asdict(settings).items())


def _toml(value: object) -> str:
    """A number, bool, text or tuple of texts in TOML, which writes these as JSON does.

    All but DEL: JSON leaves it bare and TOML wants it escaped.
    """
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _set_aside(path: Path) -> Path:
    aside = path.with_name(path.name + ".damaged")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{number}")
    path.rename(aside)
    return aside
