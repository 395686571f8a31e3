"""Sends the reading process on an errand: starts it, listens, and ends it when it must stop."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import quizapp
from quizapp.generate.reading.letter import Errand, errand_line, error_of, found_of
from quizapp.generate.reading.outcome import Found, ReadingError, Reason, Watch

_LOOK = 0.05
"""Seconds between two looks whether to stop."""
_END = b""


def run(errand: Errand, data: bytes, watch: Watch) -> Found:
    """Have something read in a process of its own; it is gone when this returns.

    Args:
        errand: what to read.
        data: the bytes to read; empty for an address.
        watch: told how far it is.

    Raises:
        ReadingError: nothing could be read, or not within the limits.
        Cancelled: it was called off.
    """
    watch.told(0)
    with _started() as process:
        late = threading.Event()
        stage = "fetching" if errand.task == "address" else "reading"

        def end() -> None:
            late.set()
            process.kill()

        alarm = threading.Timer(errand.limits.seconds, end)
        alarm.daemon = True
        alarm.start()
        try:
            for name, value in _heard(process, errand_line(errand) + data, watch):
                if name == "found":
                    return found_of(value)
                if name == "error":
                    raise error_of(value)
                if name == "stage":
                    stage = value
                elif name == "progress":
                    watch.told(float(value))
        finally:
            alarm.cancel()
            alarm.join()
    if late.is_set():
        seconds = f"{errand.limits.seconds:g}"
        if stage == "fetching":
            raise ReadingError(Reason.ADDRESS_SLOW, host=errand.url[:80])
        raise ReadingError(Reason.TOO_LONG, seconds=seconds)
    # It ended without a word: out of memory where no exception could be raised any more.
    raise ReadingError(Reason.FAILED, detail=f"exit {process.returncode}")


@contextmanager
def _started() -> Iterator[subprocess.Popen[bytes]]:
    """The process; killed and buried at the end, whatever happened."""
    root = str(Path(quizapp.__file__).resolve().parent.parent)
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-X", "utf8", "-m", "quizapp.generate.reading.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ReadingError(Reason.FAILED, detail=error.strerror or "start") from None
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _heard(
    process: subprocess.Popen[bytes], letter: bytes, watch: Watch
) -> Iterator[tuple[str, Any]]:
    """What the process says until it ends, while it is looked whether to stop."""
    said: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    works = (partial(_write, process, letter), partial(_listen, process, said))
    threads = [threading.Thread(target=work, daemon=True) for work in works]
    for thread in threads:
        thread.start()
    try:
        while True:
            watch.checked()
            try:
                line = said.get(timeout=_LOOK)
            except queue.Empty:
                continue
            if line == _END:
                return
            yield from _told(line)
    finally:
        process.kill()
        for thread in threads:
            thread.join()


def _write(process: subprocess.Popen[bytes], letter: bytes) -> None:
    """Hand the letter over; a process that ends first does not take it."""
    with suppress(OSError, ValueError):
        if process.stdin is not None:
            process.stdin.write(letter)
            process.stdin.close()


def _listen(process: subprocess.Popen[bytes], said: queue.SimpleQueue[bytes]) -> None:
    """Pass each line on, and say when there are no more."""
    with suppress(OSError, ValueError):
        for line in process.stdout or ():
            said.put(line)
    said.put(_END)


def _told(line: bytes) -> Iterator[tuple[str, Any]]:
    """What a line says: nothing where a library printed it, or the end cut it."""
    with suppress(ValueError):
        told = json.loads(line)
        if isinstance(told, dict):
            yield from told.items()
