"""Start here: no words or a deck open the window, anything else is a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WindowWanted:
    """The words of a start that name no command.

    Attributes:
        home: folder named by --home, or None.
        deck: deck file named, or None.
    """

    home: Path | None
    deck: Path | None


def window_wanted(words: Sequence[str]) -> WindowWanted | None:
    """What is meant for the window; None where the words are a command or not clear.

    Looked at by hand, since the parser of commands takes longer to import than Qt.
    """
    home: Path | None = None
    deck: Path | None = None
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--home" and rest:
            named = rest.pop(0)
            if not named:
                return None  # the parser of commands says what is wrong
            home = Path(named)
        elif word.startswith("--home="):
            named = word.removeprefix("--home=")
            if not named:
                return None
            home = Path(named)
        elif deck is None and word.lower().endswith(".toml") and not word.startswith("-"):
            deck = Path(word)
        else:
            return None
    return WindowWanted(home, deck)


def has_display(env: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened; Qt aborts the program where it cannot.

    A display that is named is also knocked at: one that is gone is often still named under ssh,
    tmux or sudo.
    """
    if platform in ("win32", "darwin") or env.get("QT_QPA_PLATFORM"):
        return True
    return any(_answers(address) for address in _addresses(env))


def _addresses(env: Mapping[str, str]) -> Iterator[str | tuple[str, int]]:
    """Where the displays that are named listen: sockets on this machine, or a host and port."""
    if wayland := env.get("WAYLAND_DISPLAY"):
        yield os.path.join(env.get("XDG_RUNTIME_DIR", ""), wayland)  # noqa: PTH118 - early
    if display := env.get("DISPLAY"):
        host, _, rest = display.rpartition(":")
        number = rest.partition(".")[0]
        if not number.isdecimal():
            return
        if host in ("", "unix"):
            yield f"\0/tmp/.X11-unix/X{number}"
            yield f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
        else:
            yield host, 6000 + int(number)


def _answers(address: str | tuple[str, int]) -> bool:
    import socket

    local = isinstance(address, str)
    with socket.socket(socket.AF_UNIX if local else socket.AF_INET) as knock:
        knock.settimeout(1.0)
        try:
            knock.connect(address)
        except (OSError, ValueError, OverflowError):
            return False
    return True


def main() -> int:
    """Open the window, or carry out a command; the exit code."""
    wanted = window_wanted(sys.argv[1:])
    if wanted is None:
        from quizapp import cli

        return cli.run(sys.argv[1:])
    if wanted.deck is not None and not wanted.deck.exists():
        from quizapp import cli

        return cli.no_such_deck(wanted.deck)
    if not has_display(os.environ, sys.platform):
        from quizapp import cli

        return cli.study_without_display(wanted.home, wanted.deck)
    from quizapp import paths

    try:
        home = paths.home(wanted.home, os.environ)
    except paths.NoSuchUserError as error:
        from quizapp import cli

        return cli.no_such_user(error)
    from quizapp import app

    return app.run(home, wanted.deck)


if __name__ == "__main__":
    sys.exit(main())
