"""The commands typed in a terminal, one call each."""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from quizapp import __version__, paths, settings, words
from quizapp.paths import NoSuchUserError
from quizapp.terminal import desktop_entry, streams
from quizapp.terminal.plainly import FAILED, MISUSED, told_plainly
from quizapp.terminal.saying import fail, progress, say, tell
from quizapp.terminal.streams import BROKEN_PIPE, OutputLostError
from quizapp.words import _
from quizapp.words.troubles import describe

if TYPE_CHECKING:
    from quizapp.build import OpenRooms
    from quizapp.content.question import PartialDate
    from quizapp.generate.draft import Drafts
    from quizapp.generate.parser_spacy import Reader


class Engine(StrEnum):
    """What finds questions in an article."""

    RULES = "rules"
    SPACY = "spacy"


_AS_TYPED = {"help_option_names": ["-h", "--help"]}

commands = typer.Typer(
    name="quizapp",
    context_settings=_AS_TYPED,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    add_completion=False,
)


def _home(named: str | None) -> str | None:
    """The data folder as named, if it can be one.

    Raises:
        BadParameter: it cannot.
    """
    if named is None:
        return None
    if not named:
        raise typer.BadParameter(_("It has no name. Name a folder, or leave it out."))
    try:
        root = paths.home(Path(named), {}).root
    except NoSuchUserError as error:
        raise typer.BadParameter(describe(error).what) from None
    if root.is_file():
        raise typer.BadParameter(_("This is a file, not a folder: {path}").format(path=root))
    return named


class _Start:
    """What stands before the command."""

    home: Path | None = None


def run(line: Sequence[str]) -> int:
    """Carry out a command line; the exit code: 0, 1 it failed, 2 it was misused, 130 Ctrl-C."""
    words.install(paths.resources() / "locale")
    streams.make_fit()
    try:
        code = _carry_out(line)
        streams.flush()
    except OutputLostError as lost:
        code = _unsaid(lost)
    finally:
        streams.give_up()
    return code


def _carry_out(line: Sequence[str]) -> int:
    command = typer.main.get_command(commands)
    try:
        command.main(list(line), prog_name="quizapp")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED
    except OSError as error:  # help that cannot be written; commands have words for their own
        if error.filename is not None:
            raise
        raise OutputLostError(error) from error
    return 0


def _unsaid(lost: OutputLostError) -> int:
    if lost.unread:
        return BROKEN_PIPE
    with suppress(OSError):  # there may be nowhere to say even that
        fail(_("What there is to say could not be written: {why}").format(why=lost.reason))
    return FAILED


def study_without_display(home: Path | None, deck: Path | None) -> int:
    """Say that there is no display and study in the terminal."""
    streams.make_fit()
    Console(stderr=True).print(
        _("There is no display for a window, so you study here in the terminal."), markup=False
    )
    start = ["--home", str(home)] if home is not None else []
    return run([*start, "study", *([str(deck)] if deck is not None else [])])


def no_such_deck(deck: Path) -> int:
    """Say that a deck to open is not there; the exit code."""
    streams.make_fit()
    fail(_("There is no deck {path}. Look whether its name is right.").format(path=deck))
    return MISUSED


def no_such_user(error: NoSuchUserError) -> int:
    """Say that a data folder was to lie in the home of nobody; the exit code."""
    streams.make_fit()
    fail(str(describe(error)))
    return MISUSED


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quizapp {__version__}")
        raise typer.Exit


@commands.callback(
    invoke_without_command=True,
    epilog="Example: [bold]quizapp --home ~/school kosovo.toml[/] opens that deck, "
    "with all your data in ~/school.",
)
def start(
    context: typer.Context,
    home: Annotated[
        str | None,
        typer.Option(
            help="Folder for all your data.",
            envvar="QUIZAPP_HOME",
            metavar="DIRECTORY",
            callback=_home,
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", help="Say which version this is.", callback=_version),
    ] = False,
) -> None:
    """Learn what a deck asks, from the sentences it rests on.

    Without a command the window opens; a deck's file as the only word opens it on that deck.
    """
    del version
    _Start.home = None if home is None else Path(home)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@commands.command(epilog="Example: [bold]quizapp study kosovo-nato[/]")
def study(
    deck: Annotated[
        str | None, typer.Argument(help="Id, title or file of a deck; all begun ones without it.")
    ] = None,
) -> None:
    """Study one sitting in the terminal."""
    from quizapp.terminal import one_sitting

    with told_plainly(), _rooms() as rooms:
        raise typer.Exit(one_sitting.study(rooms, deck))


@commands.command(
    epilog="Example: [bold]quizapp generate letter.html -o letter.toml --published 2022-03[/]",
)
def generate(
    article: Annotated[
        str,
        typer.Argument(
            help="A file (text, Markdown, web page, PDF), an address, or - for standard input."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help="Write the ready questions into this deck; one that is there is added to.",
            metavar="DECK.toml",
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(help="When it was published: 2022, 2022-03 or 2022-03-10.", metavar="DATE"),
    ] = None,
    engine: Annotated[
        Engine, typer.Option(help="Rules alone, or a parser besides.")
    ] = Engine.RULES,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print every candidate for other programs.")
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Decide on the questions one by one.")
    ] = False,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Read addresses of your own network too."),
    ] = False,
) -> None:
    """Make questions of a news article, each with the sentence it rests on.

    Without -o it shows what can be asked and leaves a draft for the window.
    """
    from quizapp.terminal import generating

    with told_plainly():
        asked = generating.Asked(
            article,
            output,
            _published(published),
            engine is Engine.SPACY,
            as_json,
            interactive,
            allow_private,
        )
        doors = generating.Doors(_drafts, say, tell, fail, progress)
        raise typer.Exit(generating.generate(asked, doors))


def _published(typed: str | None) -> PartialDate | None:
    """The date that was typed, if it is one.

    Raises:
        BadParameter: it is none.
    """
    from quizapp.terminal.generating import RefusedError, published_of
    from quizapp.words.generating import refused

    try:
        return None if typed is None else published_of(typed)
    except RefusedError as error:
        said = refused(error.code, **error.facts)
        raise typer.BadParameter(said, param_hint="--published") from None


@contextmanager
def _drafts(reader: Reader | None) -> Iterator[Drafts]:
    """The drafts of the home that was named."""
    with _rooms() as rooms:
        yield rooms.drafts(reader)


@commands.command(
    epilog="Example: [bold]quizapp check --fix decks/[/], then "
    "[bold]quizapp check --explain E203[/]",
)
def check(
    paths_typed: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH…]", help="Decks, or folders of them; your own decks without it."
        ),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the findings for other programs.")
    ] = False,
    select: Annotated[
        str | None, typer.Option(help="Tell only these: E2,E304.", metavar="CODES")
    ] = None,
    ignore: Annotated[
        str | None, typer.Option(help="Leave these out: E4,E309.", metavar="CODES")
    ] = None,
    today: Annotated[
        str | None, typer.Option(help="Check as on this day: 2026-11-24.", metavar="DATE")
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(help="Tell what a code means, and how to mend it.", metavar="CODE"),
    ] = None,
) -> None:
    """Read decks critically: what is wrong, why that matters, what mends it.

    It ends with 0 where nothing is found, 1 where something is, 2 where a file cannot be read.
    """
    from quizapp.terminal import checking_line

    with told_plainly():
        if explain is not None:
            raise typer.Exit(checking_line.explain(explain, paths.resources(), say, fail))
        try:
            typed = checking_line.Typed(tuple(paths_typed or ()), fix, as_json, select, ignore)
            day = checking_line.day_of(today, _today)
            home = paths.home(_Start.home, os.environ)
            asked = typed.asked(day, home.decks)
        except checking_line.MisusedError as error:
            raise typer.BadParameter(str(error), param_hint=error.option) from None
        bundled = (paths.bundled_decks(), paths.articles())
        asked = replace(asked, bundled=bundled, drafts=home.deck_drafts)
        raise typer.Exit(checking_line.run(asked, _question_id))


def _today() -> date:
    """The date on the wall; not by way of `build`, which brings the learning history along."""
    return datetime.now(UTC).astimezone().date()


def _question_id() -> str:
    """Ten of a-z2-7, by chance."""
    return base64.b32encode(os.urandom(10))[:10].decode().lower()


@commands.command(epilog="Example: [bold]quizapp rebuild --check[/]")
def rebuild(
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing, only prove that both are equal.")
    ] = False,
) -> None:
    """Make what is remembered of each card anew from the log of all answers."""
    from quizapp.terminal import rebuilding

    with told_plainly(), _rooms() as rooms:
        database = rooms.store.database
        raise typer.Exit(rebuilding.proved(database) if check else rebuilding.rebuilt(database))


@commands.command(epilog="Example: [bold]quizapp backup[/]")
def backup() -> None:
    """Copy the learning history and verify the copy."""
    with told_plainly(), _rooms() as rooms:
        say(_("Copied to {path}").format(path=rooms.back_up()))


@commands.command(
    "install-desktop", epilog="Example: [bold]quizapp install-desktop[/], then look in the menu."
)
def install_desktop(
    remove: Annotated[bool, typer.Option("--remove", help="Take it away again.")] = False,
) -> None:
    """Put Quizapp into the desktop's menu, for you alone."""
    with told_plainly():
        data = desktop_entry.data_home(os.environ)
        if remove:
            gone = desktop_entry.remove(data)
            for path in gone:
                say(_("Removed {path}").format(path=path))
            if not gone:
                say(_("There was nothing to remove."))
            return
        icon = paths.resources() / "icons" / "quizapp.svg"
        for path in desktop_entry.install(data, icon, _program()):
            say(_("Wrote {path}").format(path=path))


def _program() -> list[str]:
    """The command that starts this very program, by absolute paths."""
    script = Path(sys.executable).absolute().with_name("quizapp")
    if script.is_file():
        return [str(script)]
    return [str(Path(sys.executable).absolute()), "-m", "quizapp"]


@contextmanager
def _rooms() -> Iterator[OpenRooms]:
    """The learning history of the home that was named, open; decks that changed are taken up."""
    from quizapp import build

    home = paths.home(_Start.home, os.environ)
    read = settings.load(home.settings)
    if read.set_aside is not None:
        said = _("Your settings could not be read and were set aside: {path}")
        fail(said.format(path=read.set_aside))
    elif read.refused:
        fail(_("Some settings were out of range; they are as at the start."))
    rooms = build.open_rooms(home, read.settings, wait_ms=build.TERMINAL_WAITS_MS)
    try:
        rooms.rescan()
        yield rooms
    finally:
        rooms.close()
