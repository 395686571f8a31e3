"""Where files live: the user's home folder of the program, and what the program brings along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOT = _PACKAGE.parent if (_PACKAGE.parent / "pyproject.toml").is_file() else _PACKAGE
"""In a checkout decks and resources stand beside the package, in a wheel inside it.

An editable install leaves a stale copy of them in site-packages, so the checkout goes first.
"""


@dataclass(frozen=True, slots=True)
class Home:
    """All data of one user, below one folder."""

    root: Path

    @property
    def database(self) -> Path:
        """The learning history."""
        return self.root / "quizapp.sqlite"

    @property
    def decks(self) -> Path:
        """The user's own decks."""
        return self.root / "decks"

    @property
    def drafts(self) -> Path:
        """Articles that decks are being made of, with what was decided on their questions."""
        return self.root / "drafts"

    @property
    def deck_drafts(self) -> Path:
        """What is typed into decks and is no question yet."""
        return self.drafts / "decks"

    @property
    def removed(self) -> Path:
        """Decks that the user deleted, each in a folder of its own."""
        return self.root / "removed"

    @property
    def backups(self) -> Path:
        """Copies of the learning history."""
        return self.root / "backups"

    @property
    def log(self) -> Path:
        """What the program did, without answers in it."""
        return self.root / "quizapp.log"

    @property
    def settings(self) -> Path:
        """What the user prefers."""
        return self.root / "settings.toml"

    @property
    def window(self) -> Path:
        """Where the window stood, and how large it was."""
        return self.root / "window.toml"


class NoSuchUserError(Exception):
    """A folder was to lie in the home of a user whom this machine does not know.

    Attributes:
        path: the folder, as named.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def home(override: Path | None, env: Mapping[str, str]) -> Home:
    """The home folder: the one named, else QUIZAPP_HOME, else the platform's data folder.

    Raises:
        NoSuchUserError: the folder's name begins with "~" and the name of nobody.
    """
    if override is not None:
        return Home(_absolute(override))
    named = env.get("QUIZAPP_HOME", "")
    if named:
        return Home(_absolute(Path(named)))
    from platformdirs import user_data_path

    return Home(user_data_path("quizapp", appauthor=False))


def _absolute(named: Path) -> Path:
    try:
        path = named.expanduser()
    except RuntimeError:
        raise NoSuchUserError(named) from None
    try:
        return path.absolute()
    except OSError:  # the folder we are in was removed; what is opened below it says so
        return path


def bundled_decks() -> Path:
    """The decks that come with the program."""
    return _ROOT / "decks"


def resources() -> Path:
    """Articles, icons, translations."""
    return _ROOT / "resources"


def articles() -> Path:
    """The texts that the bundled decks rest on."""
    return resources() / "articles"
