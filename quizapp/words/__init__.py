"""Words on screen: gettext, looked up in the catalogue that is current when they are shown."""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "quizapp"


class _Current:
    """The catalogue in use; English as written until another is installed."""

    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def install(locale_dir: Path, languages: list[str] | None = None) -> None:
    """Use the first catalogue found below `locale_dir`.

    Args:
        locale_dir: holds <language>/LC_MESSAGES/quizapp.mo.
        languages: best first; None takes those of the environment. Where none of them has a
            catalogue the words stay English.
    """
    use(gettext.translation(DOMAIN, str(locale_dir), languages, fallback=True))


def use(catalogue: gettext.NullTranslations) -> None:
    """Use a catalogue that is at hand already."""
    _Current.catalogue = catalogue


def _(message: str) -> str:
    """The message in the current language."""
    return _Current.catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message in the current language, in the form that goes with `n`."""
    return _Current.catalogue.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """The message in the current language, told apart from its like by a context."""
    return _Current.catalogue.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name by which Babel finds words in tables
    """The message as it is: marked for extraction, translated when it is shown."""
    return message
