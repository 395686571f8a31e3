"""Writes the schema and the reference of format 1 from the table of its keys.

Run it after a change of the table: `python tests/make_format.py`.
"""

from __future__ import annotations

from pathlib import Path

from format_reference import reference_text
from format_schema import schema_text

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


def made() -> dict[Path, str]:
    """Every file that is made, with its text."""
    return {
        RESOURCES / "deck.schema.json": schema_text(),
        RESOURCES / "help" / "format-1.md": reference_text(),
    }


if __name__ == "__main__":
    for path, text in made().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path)
