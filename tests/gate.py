"""The whole gate: lint, types, walls, tests. Words go to pytest, which then runs alone.

`--spacy` is for the gate itself: the tests with spaCy's own parser are collected too.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

STEPS = {
    "lint": [str(BIN / "ruff"), "check", "."],
    "form": [str(BIN / "ruff"), "format", "--check", "."],
    "types": [str(BIN / "mypy")],
    "walls": [str(BIN / "lint-imports")],
    "tests": [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal"],
}
SPACY = "--spacy"
WITH_SPACY = ["-o", "python_files=test_*.py real_parser.py"]


def main(words: list[str]) -> int:
    """Run every step, also after one has failed, and say which did.

    The tests come last, so that their closing line is the last but one.
    """
    more = WITH_SPACY if SPACY in words else []
    words = [word for word in words if word not in {"test", SPACY}]
    steps = {"tests": [sys.executable, "-m", "pytest", *words]} if words else dict(STEPS)
    steps["tests"] = [*steps["tests"], *more]
    failed = []
    for name, command in steps.items():
        print(f"== {name}", flush=True)
        begun = time.monotonic()
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
        print(f"== {name}: {time.monotonic() - begun:.0f} s", flush=True)
    if failed:
        print(f"The gate is closed: {', '.join(failed)} failed.", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
