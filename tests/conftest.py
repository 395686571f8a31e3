"""What every test stands on: no screen, no bus, and a word about each test that cannot run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
os.environ.pop("QUIZAPP_HOME", None)

settings.register_profile(
    "gate",
    deadline=None,  # a busy machine is no fault of the code
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    print_blob=True,
)
settings.load_profile("gate")

_NEEDS = ("Xvfb", "openbox", "xdotool")


def _no_screen() -> str:
    """Why real-window tests cannot run here, or ""."""
    missing = [program for program in _NEEDS if shutil.which(program) is None]
    return f"{', '.join(missing)} not installed" if missing else ""


def _no_mounts() -> str:
    """Why small and read-only file systems cannot be mounted here, or ""."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "needs root on Linux"
    if shutil.which("mount") is None:
        return "mount not installed"
    with tempfile.TemporaryDirectory() as probe:
        tried = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", probe],
            capture_output=True,
            text=True,
            check=False,
        )
        if tried.returncode:
            return f"mount: {tried.stderr.strip()}"
        subprocess.run(["umount", probe], check=True)
    return ""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, and name, the tests whose needs this machine cannot meet."""
    wanted = {
        mark for item in items for mark in ("screen", "disk") if item.get_closest_marker(mark)
    }
    reasons = {}
    if "screen" in wanted:
        reasons["screen"] = _no_screen()
    if "disk" in wanted:
        reasons["disk"] = _no_mounts()
    left_out: list[pytest.Item] = []
    kept: list[pytest.Item] = []
    for item in items:
        why = [
            reasons[mark] for mark in reasons if item.get_closest_marker(mark) and reasons[mark]
        ]
        if why:
            left_out.append(item)
            _NOT_RUN.append(f"{item.nodeid}: {why[0]}")
        else:
            kept.append(item)
    items[:] = kept
    if left_out:
        config.hook.pytest_deselected(items=left_out)


_NOT_RUN: list[str] = []


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the names to the process that prints, when tests run in several."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["not_run"] = list(_NOT_RUN)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take the names from a process that ended; all of them left out the same."""
    for line in getattr(node, "workeroutput", {}).get("not_run", []):
        if line not in _NOT_RUN:
            _NOT_RUN.append(line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that were not run."""
    if _NOT_RUN:
        terminalreporter.section("not run")
        for line in _NOT_RUN:
            terminalreporter.line(f"not run: {line}")


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the data of whoever runs it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg-data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg-config"))
