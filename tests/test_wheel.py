"""The wheel: built, put into an empty environment, and started from there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree, built by the tools that the tests have installed."""
    out = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(out), str(ROOT)])
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel, and sees the libraries but not the checkout."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    site = Path(
        run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip()
    )
    with zipfile.ZipFile(wheel) as archive:  # a wheel of Python alone is installed by unpacking
        archive.extractall(site)
    # The folder's own .pth files are not read from here, so the checkout stays out of sight.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def run(command: Sequence[str], home: Path | None = None, *, screen: bool = False) -> str:
    """Run a command outside the checkout, with no terminal; its output."""
    env = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    if not screen:
        env.pop("QT_QPA_PLATFORM", None)
    if home is not None:
        env["QUIZAPP_HOME"] = str(home)
    done = subprocess.run(
        command,
        env=env,
        cwd="/",
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_decks_and_resources_travel_inside(wheel: Path) -> None:
    """Every deck, article and icon of the tree is in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder in ("decks", "resources"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"quizapp/{path.relative_to(ROOT)}" in names
    assert not any(name.startswith(("tests/", "decks/", "resources/")) for name in names)


def test_it_is_the_installed_program_that_runs(python: Path) -> None:
    """The package and its decks come from the environment, not from the checkout."""
    out = run(
        [str(python), "-c", "from quizapp import paths; print(paths.bundled_decks())"]
    ).strip()
    assert Path(out).is_relative_to(python.parent.parent)
    assert len(list(Path(out).glob("*.toml"))) >= 5


def test_with_no_screen_and_no_terminal_it_says_what_is_due(python: Path, tmp_path: Path) -> None:
    """Started from a pipe it prints what there is to do and ends well."""
    out = run([str(python), "-m", "quizapp"], tmp_path)
    assert out.strip()
    assert (tmp_path / "quizapp.sqlite").exists()


def test_its_window_opens(python: Path, tmp_path: Path) -> None:
    """The window of the installed program shows Today, and closes when asked."""
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QTimer\n"
        "from quizapp import app, paths\n"
        "log = Path(os.environ['QUIZAPP_HOME'], 'quizapp.log')\n"
        "class Watch:\n"
        "    def look(self):\n"
        "        if 'page ready' in log.read_text():\n"
        "            os.kill(os.getpid(), signal.SIGTERM)\n"
        "show = app.Start.show\n"
        "def shown(self):\n"
        "    show(self)\n"
        "    self.watch, self.timer = Watch(), QTimer(self)\n"
        "    self.timer.timeout.connect(self.watch.look)\n"
        "    self.timer.start(50)\n"
        "app.Start.show = shown\n"
        "sys.exit(app.run(paths.home(None, os.environ)))\n"
    )
    run([str(python), "-c", script], tmp_path, screen=True)
    assert "closed" in (tmp_path / "quizapp.log").read_text()
