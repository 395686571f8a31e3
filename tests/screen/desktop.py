"""A screen of its own for a test: Xvfb, a window manager, keys, and the program in a window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 20.0


def wait_for(condition: Callable[[], object], what: str) -> None:
    """Wait until a condition holds.

    Raises:
        TimeoutError: it did not within 20 seconds.
    """
    end = time.monotonic() + PATIENCE_S
    pause = threading.Event()
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what)
        pause.wait(0.02)


class Desktop:
    """One screen with a window manager.

    Attributes:
        display: its name, for DISPLAY.
    """

    def __init__(self, display: str) -> None:
        self.display = display
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND"))},
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }

    def start(self, home: Path, *words: str) -> Program:
        """Start the program on a home, in a window on this screen."""
        command = [sys.executable, "-P", "-m", "quizapp", "--home", str(home), *words]
        return Program(self, subprocess.Popen(command, env=self.env, stderr=subprocess.PIPE), home)

    def keys(self, *keys: str) -> None:
        """Press keys, by xdotool's names."""
        subprocess.run(["xdotool", "key", "--delay", "25", *keys], env=self.env, check=True)

    def type(self, text: str) -> None:
        """Type text."""
        subprocess.run(["xdotool", "type", "--delay", "15", text], env=self.env, check=True)

    def windows(self) -> list[str]:
        """Visible windows of the program, by id."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Quizapp"],
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def active(self) -> str:
        """The window that has the keys."""
        found = subprocess.run(
            ["xdotool", "getactivewindow"],
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.strip()


class Program:
    """The program, started on a screen."""

    def __init__(self, desktop: Desktop, process: subprocess.Popen[bytes], home: Path) -> None:
        self._desktop = desktop
        self.process = process
        self.home = home

    def log(self) -> str:
        """What it logged so far."""
        path = self.home / "quizapp.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def wait_ready(self) -> None:
        """Wait until Today is filled and the window has the keys."""
        wait_for(lambda: "page ready" in self.log(), "page ready")
        wait_for(self._desktop.windows, "a window")
        wait_for(lambda: self._desktop.active() in self._desktop.windows(), "the keys")

    def ask_to_end(self) -> tuple[int, str]:
        """End it as a session manager would; the exit code and what it wrote to stderr."""
        self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self) -> tuple[int, str]:
        """Wait for its end."""
        _out, err = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, err.decode()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.process.kill()
        self.process.communicate()


@contextmanager
def desktop(size: str = "1280x800x24") -> Iterator[Desktop]:
    """A screen for as long as the block lasts."""
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as number:
            display = f":{number.readline().strip()}"
        made = Desktop(display)
        manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=made.env, stderr=subprocess.DEVNULL
        )
        try:
            yield made
        finally:
            manager.terminate()
            manager.wait()
    finally:
        screen.terminate()
        screen.wait()
