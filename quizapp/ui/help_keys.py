"""The keys of the pages as tables of the help, from the lists that the pages themselves show."""

from __future__ import annotations

from quizapp.ui import article_keys, study_keys
from quizapp.ui.command_place import KEYS
from quizapp.ui.editor_commands import keys_told
from quizapp.ui.keys_help import Keys
from quizapp.ui.side_bar import places
from quizapp.words import N_, _

_FORM = (
    ("⏎", N_("Another row, where there are rows; else the next field")),
    ("⌫", N_("In an empty row: take it out")),
    ("Alt+↑ Alt+↓", N_("Move a row, or a question in the list")),
    ("Esc", N_("From the form to the list, and from there back")),
)
_HELP = (
    ("F1", N_("The page that fits where you are")),
    ("Ctrl+F", N_("Search")),
    ("Alt+←", N_("Go back one page")),
    ("Esc", N_("Close the help; you are where you were")),
)


def inserts() -> dict[str, str]:
    """What stands in place of `@name@` on the pages of the help: tables of keys."""
    everywhere = [(place.key, _("Go to {place}").format(place=place.word)) for place in places()]
    everywhere.append((KEYS, _("Everything that can be done here, by its words")))
    everywhere.append(("?", _("The keys of the page")))
    return {
        "keys-everywhere": _table(everywhere),
        "keys-studying": _tables(study_keys.HELP),
        "keys-article": _tables(article_keys.HELP),
        "keys-editor": _table([*keys_told(), *_told(_FORM)]),
        "keys-help": _table(_told(_HELP)),
    }


def _told(keys: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(key, _(does)) for key, does in keys]


def _tables(keys: Keys) -> str:
    return "\n\n".join(
        f"### {_(heading)}\n\n{_table([(_(key), _(does)) for key, does in lines])}"
        for heading, lines in keys
    )


def _table(lines: list[tuple[str, str]]) -> str:
    rows = [(_("Key"), _("What it does")), ("---", "---"), *lines]
    return "\n".join(f"| {_cell(key)} | {_cell(does)} |" for key, does in rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
