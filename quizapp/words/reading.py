"""What came of reading an article in words: why it could not be read, or what to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quizapp.words import N_, _
from quizapp.words.troubles import Said


class Coded(Protocol):
    """What an error of reading, or a note, must tell to be worded."""

    @property
    def code(self) -> str:
        """Which wording."""

    @property
    def facts(self) -> Sequence[tuple[str, str]]:
        """Name and value of each fact."""


_FILE_SAFE = N_("The file was not changed.")
_NOTHING_KEPT = N_("Nothing was kept of it.")
_PASTE = N_("Open the page in your browser, select the article, copy it and paste it here.")

ERRORS: dict[str, tuple[str, str, str]] = {
    # Files.
    "missing": (
        N_("There is no such file: {path}"),
        "",
        N_("Look whether it was moved or renamed, then choose it again."),
    ),
    "folder": (
        N_("This is a folder: {path}"),
        _FILE_SAFE,
        N_("Choose one file in it: text, Markdown, a saved web page or a PDF."),
    ),
    "not-a-file": (
        N_("This is a device or a pipe, not a file: {path}"),
        "",
        N_("Choose an ordinary file."),
    ),
    "no-permission": (
        N_("You may not read this file: {path}"),
        _FILE_SAFE,
        N_("Allow reading it, or copy it to a folder of your own."),
    ),
    "unreadable": (
        N_("The file cannot be read ({reason}): {path}"),
        _FILE_SAFE,
        N_("Look whether the disk is in order, then try again."),
    ),
    "too-large": (
        N_("It is larger than {most} MB, which is more than any article."),
        _FILE_SAFE,
        N_("Copy the part you want, and paste it here."),
    ),
    "not-text": (
        N_("This file holds no text that can be read."),
        _FILE_SAFE,
        N_("Choose text, Markdown, a saved web page or a PDF."),
    ),
    "other-kind": (
        N_("Files of this kind cannot be read: {kind}."),
        _FILE_SAFE,
        N_("Save it as text, as a web page or as a PDF, or copy its words and paste them here."),
    ),
    "empty": (
        N_("There is no text in it."),
        "",
        N_("Choose another file, or copy the words and paste them here."),
    ),
    "no-words": (
        N_("There are no words in it, only signs and figures."),
        "",
        N_("Choose another article."),
    ),
    "wall": (
        "{wall}",
        _NOTHING_KEPT,
        _PASTE,
    ),
    "pdf-protected": (
        N_("The PDF is protected, so its text cannot be read."),
        _FILE_SAFE,
        N_("Open it with its password, select the article, copy it and paste it here."),
    ),
    "pdf-scanned": (
        N_("The PDF holds pictures of pages, and no text."),
        _FILE_SAFE,
        N_("Make its text readable with a program for scans, or type the words you need."),
    ),
    "pdf-damaged": (
        N_("The PDF is damaged and cannot be read."),
        _FILE_SAFE,
        N_("Load or save it anew, then try again."),
    ),
    # Reading in a process of its own.
    "extra-missing": (
        N_("Web pages and PDFs need a part of Quizapp that is not installed."),
        "",
        N_(
            "Install it with: pip install 'quizapp[articles]'. Until then, copy the article and "
            "paste it here."
        ),
    ),
    "too-long": (
        N_("Reading it took longer than {seconds} seconds, so it was stopped."),
        _NOTHING_KEPT,
        N_("Copy the article and paste it here."),
    ),
    "too-much-memory": (
        N_("Reading it took too much memory, so it was stopped."),
        _NOTHING_KEPT,
        N_("Copy the article and paste it here."),
    ),
    "failed": (
        N_("It is built in a way that cannot be read."),
        _NOTHING_KEPT,
        N_("Copy the article and paste it here."),
    ),
    # Addresses.
    "address-form": (
        N_("This is no web address: {address}"),
        "",
        N_("Copy it whole from your browser, beginning with https://."),
    ),
    "address-scheme": (
        N_("An address that begins with {scheme}: cannot be read."),
        "",
        N_("Give one that begins with https:// or http://, or choose the file itself."),
    ),
    "address-password": (
        N_("The address holds a name or a password before an @, so it was not opened."),
        N_("Nothing was sent."),
        N_("Give the address without it."),
    ),
    "address-private": (
        N_("{host} is this machine or one of your own network, not a page of the web."),
        N_("Nothing was read from it."),
        N_("Open the page in your browser, save it, and choose the saved file here."),
    ),
    "address-unknown": (
        N_("There is no machine with the name {host}, or you are not online."),
        "",
        N_("Look at the spelling and at your connection, then try again."),
    ),
    "address-unreachable": (
        N_("{host} does not answer as a web page should."),
        "",
        N_("Look at your connection and try again later, or paste the article here."),
    ),
    "address-tls": (
        N_("The connection to {host} is not safe: its certificate does not hold ({reason})."),
        N_("Nothing was read from it."),
        N_("Look at the address and at the clock of your machine."),
    ),
    "address-slow": (
        N_("{host} took too long to answer."),
        _NOTHING_KEPT,
        N_("Try again later, or open the page in your browser, copy the article and paste it."),
    ),
    "address-redirects": (
        N_("The address sends on to another more than {most} times."),
        _NOTHING_KEPT,
        _PASTE,
    ),
    "address-large": (
        N_("What stands at the address is larger than {most} MB, more than any article."),
        _NOTHING_KEPT,
        _PASTE,
    ),
    "address-kind": (
        N_("What stands at the address is no text but {kind}."),
        _NOTHING_KEPT,
        N_("Give the address of the article itself."),
    ),
    "address-gone": (
        N_("{host} has no page at this address ({status})."),
        "",
        N_("Look at the address: copy it whole from your browser."),
    ),
    "address-refused": (
        N_("{host} does not give this page to programs or without signing in ({status})."),
        "",
        _PASTE,
    ),
    "address-broken": (
        N_("{host} has a fault of its own at the moment ({status})."),
        "",
        N_("Try again later."),
    ),
    "address-status": (
        N_("{host} did not give the page ({status})."),
        "",
        _PASTE,
    ),
}

_WALLS = {
    "login": N_("The page asks to sign in before it shows the article."),
    "paywall": N_("The page shows the article to its subscribers only."),
    "cookies": N_("The page asks about cookies before it shows the article."),
    "script": N_("The page shows the article in a browser only."),
}

_KINDS = {
    "archive": N_("a packed archive"),
    "office": N_("a document of a word processor, or an e-book"),
    "rtf": N_("rich text (RTF)"),
    "picture": N_("a picture"),
    "webarchive": N_("a web archive"),
}

NOTES: dict[str, str] = {
    "not-english": N_(
        "This does not look like English. The rules that find questions are for English; you can "
        "select words and ask about them yourself."
    ),
    "encoding-guessed": N_(
        "The file does not say how its letters are written; {encoding} was taken. Look whether "
        "accents and quotation marks are right."
    ),
    "no-title": N_("No title was found. Write one."),
    "no-date": N_("It is not said when this was published. Give the date if you know it."),
    "cut-short": N_("The page may show a part of the article only."),
    "pages-without-text": N_("These pages of the PDF hold no text: {pages}."),
}


def describe_error(error: Coded) -> Said:
    """Why nothing could be read, in the current language.

    Raises:
        KeyError: no wording is known for the code, or a fact that it names is not told.
    """
    facts = dict(error.facts)
    if error.code == "wall":
        facts["wall"] = _(_WALLS[facts["kind"]])
    elif error.code == "other-kind":
        facts["kind"] = _(_KINDS[facts["kind"]])
    what, safe, do = (part and _(part).format(**facts) for part in ERRORS[error.code])
    return Said(what, safe, do)


def describe_note(note: Coded) -> str:
    """What to know of an article that was read, in the current language.

    Raises:
        KeyError: no wording is known for the code, or a fact that it names is not told.
    """
    return _(NOTES[note.code]).format(**dict(note.facts))
