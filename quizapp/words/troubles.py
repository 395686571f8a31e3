"""What to say when something fails: what happened, what is safe, what to do next.

Errors are told apart by the name of their class, so that this room need not know theirs.
"""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.words import N_, _, faults, ngettext


@dataclass(frozen=True, slots=True)
class Said:
    """An error in words."""

    what: str
    safe: str
    do: str

    def __str__(self) -> str:
        """All three in one paragraph."""
        return " ".join(part for part in (self.what, self.safe, self.do) if part)


_WORDS: dict[str, tuple[str, str, str]] = {
    "DatabaseLocked": (
        N_("Another program holds your learning history and does not let go."),
        N_("Nothing is lost: what you answered before is saved."),
        N_("Close the other program, or wait until it is done, then try again."),
    ),
    "DiskFull": (
        N_("The disk is full, so the last step could not be saved."),
        N_("What was saved before is safe, and your answer is kept on the screen."),
        N_("Free some space, then go on."),
    ),
    "NoRoomToOpen": (
        N_("The disk is full, so your learning history could not be opened."),
        N_("Nothing in it was changed: all that was saved before is there."),
        N_("Free some space, then try again."),
    ),
    "HistoryReplaced": (
        N_("Your learning history was replaced while this was open, so this step was not saved."),
        N_("What was saved before is in the file that lay here then, or in a copy of it."),
        N_("Close this window and start again."),
    ),
    "FolderInPlace": (
        N_("There is a folder where your learning history should be: {path}"),
        N_("Nothing in it was changed."),
        N_("Move that folder away or give it another name, then try again."),
    ),
    "FileInPlace": (
        N_("There is a file where your data folder should be: {path}"),
        N_("It was not touched."),
        N_("Move that file away, or name another folder with --home, then start again."),
    ),
    "ReadOnlyHome": (
        N_("Your data folder cannot be written: {path}"),
        N_("Nothing in it was changed."),
        N_("Allow writing to that folder, or name another with --home, then start again."),
    ),
    "UnusableDatabase": (
        N_("The system does not let the learning history be read or written: {detail}"),
        N_("What was saved before is safe."),
        N_("Look whether the disk is in order, then try again."),
    ),
    "CorruptDatabase": (
        N_("Your learning history is damaged and cannot be read as it is."),
        N_("Nothing was thrown away. The damaged file lies here: {aside}"),
        N_("Restore the newest good backup, or go on with what could be read."),
    ),
    "CorruptDatabase without a backup": (
        N_("Your learning history is damaged and cannot be read as it is."),
        N_("Nothing was thrown away. The damaged file lies here: {aside}"),
        N_("Go on with what could be read; you are told how much that is."),
    ),
    "DamageMet": (
        N_("Your learning history is damaged: a part of it cannot be read or written."),
        N_("Nothing was thrown away. The file stays where it is: {path}"),
        N_("Close the program and start it again: it then looks through all of it and helps."),
    ),
    "CacheDamaged": (
        N_("A part of your learning history is damaged that can be made again from your answers."),
        N_("Your answers are still there. The damaged file lies here: {aside}"),
        N_("Go on with what could be read: everything is made anew from your answers."),
    ),
    "MissingDatabase": (
        N_("Your learning history is gone: {path}"),
        N_("There are copies of it, and none of them was touched."),
        N_("Restore the newest good backup, or start with an empty history."),
    ),
    "MissingDatabase without a backup": (
        N_("Your learning history is gone: {path}"),
        N_("There are copies of it, but none that is whole. They were not touched."),
        N_("Look for the file elsewhere and put it back, or start with an empty history."),
    ),
    "BackupDamaged": (
        N_("This copy of your learning history is damaged: {path}"),
        N_("Your learning history itself stands as it is."),
        N_("Take another copy."),
    ),
    "BackupFailed": (
        N_("The copy of your learning history could not be made or is not whole: {path}"),
        N_("Your learning history itself was not touched."),
        N_("Look whether the disk has room and is in order, then try again."),
    ),
    "NewerDatabase": (
        N_("Your learning history was written by a newer version of Quizapp."),
        N_("It was not touched."),
        N_("Update this program, or start it with another data folder (--home)."),
    ),
    "DeckTaken": (
        N_("{file} was not added: {path} has the same id, “{deck}”."),
        N_("Neither file was changed."),
        N_("Give one of them another id, or take the old one out of its folder first."),
    ),
    "NotADeck": (
        N_("This is not a deck that can be taken in: {path}"),
        N_("Nothing was changed."),
        "{fault}",
    ),
    "DeckUnreadableError": (
        N_("This deck cannot be opened: the file is no deck as a whole."),
        N_("The file was not changed, and what was learned of it is kept."),
        "{fault}",
    ),
    "NoSuchUserError": (
        N_("There is no user on this machine whose folder this could be: {path}"),
        N_("Nothing was read or written."),
        N_("Name your data folder in another way, with --home or QUIZAPP_HOME."),
    ),
    "OSError": (
        N_("A file could not be read or written: {path}"),
        N_("What was saved before is safe."),
        N_("Look whether it is there and whether you may write it, then try again."),
    ),
}
_ELSE = (
    N_("Something went wrong that should not have."),
    N_("What you answered before is saved."),
    N_("Go on, or start the program again. The log file tells more: {log}"),
)

_WITHOUT = {"backup": " without a backup"}
"""What is added to the name of a class that has other words where this is not at hand."""

KNOWN = frozenset(_WORDS)


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def describe(error: BaseException, **facts: str) -> Said:
    """An error in words, by the nearest of its classes that has some.

    Args:
        error: what was raised; its attributes fill the places in the words.
        facts: more values for the places, such as `log`.
    """
    told = {k: v for k, v in vars(error).items() if not k.startswith("_") and v is not None}
    values = _Facts({k: str(v) for k, v in told.items()})
    values.setdefault("aside", values["path"])  # it lies where it did, if it cannot be renamed
    if isinstance(error, OSError) and error.filename is not None:
        values["path"] = str(error.filename)
    fault = getattr(error, "fault", None)
    if fault is not None:
        values["fault"] = faults.describe(fault)
    values.update(facts)
    lacking = [more for name, more in _WITHOUT.items() if name not in told]
    names = [cls.__name__ + more for cls in type(error).__mro__ for more in (*lacking, "")]
    words = next((_WORDS[name] for name in names if name in _WORDS), _ELSE)
    what, safe, do = (_(part).format_map(values).strip().removesuffix(":") for part in words)
    return Said(what, safe, do)


def recovered(from_backup: int, salvaged: int) -> str:
    """How much of a damaged history is back.

    Args:
        from_backup: entries that the backup had.
        salvaged: entries that only the damaged file had.
    """
    said = []
    if from_backup:
        said.append(
            ngettext(
                "{n} entry of your learning history came back from the backup.",
                "{n} entries of your learning history came back from the backup.",
                from_backup,
            ).format(n=from_backup)
        )
    if salvaged:
        said.append(
            ngettext(
                "{n} entry could still be read from the damaged file.",
                "{n} entries could still be read from the damaged file.",
                salvaged,
            ).format(n=salvaged)
        )
    return " ".join(said) or _("Nothing could be read: you begin with an empty history.")
