"""Words on screen: looked up when they are shown, in the catalogue that is current then."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp import words
from quizapp.words import N_, _


class Shouting(gettext.NullTranslations):
    """A pseudo-translation: what passed through it is easy to tell."""

    def gettext(self, message: str) -> str:
        """The message in capitals."""
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form that English would take, in capitals."""
        return (msgid1 if n == 1 else msgid2).upper()

    def pgettext(self, context: str, message: str) -> str:
        """Context and message in capitals."""
        return f"{context}|{message}".upper()


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    """Other tests find the words as they are written."""
    yield
    words.use(gettext.NullTranslations())


def test_a_catalogue_installed_later_is_used_by_names_imported_before() -> None:
    """`_` looks the catalogue up at each call."""
    assert _("due") == "due"
    words.use(Shouting())
    assert _("due") == "DUE"
    assert words.ngettext("card", "cards", 2) == "CARDS"
    assert words.pgettext("noun", "answer") == "NOUN|ANSWER"
    assert N_("due") == "due"


def test_without_a_catalogue_words_stay_english(tmp_path: Path) -> None:
    """A language that is not there is no error."""
    words.use(Shouting())
    words.install(tmp_path, ["xx"])
    assert _("due") == "due"
    assert words.ngettext("card", "cards", 1) == "card"


def test_a_catalogue_on_disk_is_found(tmp_path: Path) -> None:
    """The first language that has one is taken."""
    folder = tmp_path / "sq" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = b"\xde\x12\x04\x95" + b"".join(
        number.to_bytes(4, "little") for number in (0, 1, 28, 36, 0, 0, 3, 44, 5, 48)
    )
    (folder / "quizapp.mo").write_bytes(catalogue + b"due\0" + b"radha"[:5] + b"\0")
    words.install(tmp_path, ["xx", "sq"])
    assert _("due") == "radha"
    assert _("other") == "other"
