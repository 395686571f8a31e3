"""One window for one home: a second start brings the first to the front."""

from __future__ import annotations

import hashlib
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 300
_BUSY_MS = 8_000
"""How long a running window may be busy before it answers, with a locked history for one."""

_HERE = b"here\n"


class First(Enum):
    """What became of the call for the window that has a home."""

    NONE = "none"  # there is none, and the home is ours
    CALLED = "called"  # it came to the front
    SILENT = "silent"  # there is one, and it does not answer


def _name(home: Path) -> str:
    resolved = str(home.resolve()).encode(errors="surrogateescape")
    return "quizapp-" + hashlib.sha256(resolved).hexdigest()[:24]


def lock_of(home: Path) -> QLockFile:
    """The lock that the window of a home holds as long as it runs, and no longer."""
    lock = QLockFile(str(home / "window.lock"))
    lock.setStaleLockTime(0)  # only the end of the program that holds it sets it free
    return lock


def call_first(home: Path, message: str) -> First:
    """Tell the window that has this home to come to the front.

    Args:
        home: the home folder.
        message: path of a deck to show, or "".
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(home))
    if not socket.waitForConnected(_WAIT_MS):
        return First.NONE
    socket.write((message + "\n").encode(errors="surrogateescape"))
    socket.waitForBytesWritten(_WAIT_MS)
    answered = socket.waitForReadyRead(_BUSY_MS)
    socket.disconnectFromServer()
    return First.CALLED if answered else First.SILENT


def become_first(home: Path, message: str, lock: QLockFile) -> First:
    """Take the lock of a home, or call the window that holds it.

    Two starts at one moment both find nobody to call; the lock tells them apart. A home that
    cannot be written has no lock, and is opened all the same.
    """
    for _turn in range(_BUSY_MS // _WAIT_MS):
        called = call_first(home, message)
        if called is not First.NONE:
            return called
        if lock.tryLock(_WAIT_MS) or lock.error() is not QLockFile.LockError.LockFailedError:
            return First.NONE
    return First.SILENT


class FirstInstance(QObject):
    """Listens for later starts with the same home.

    Signals:
        called: path of a deck to show, or "", when a later start asked for the window.
    """

    called = Signal(str)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # Nobody answered `call_first`, so a socket that is left is of a window that was killed.
        QLocalServer.removeServer(_name(home))
        self._server.listen(_name(home))

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._take(socket)

    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            line = bytes(socket.readLine().data()).decode(errors="surrogateescape")
            socket.write(_HERE)
            socket.flush()
            self.called.emit(line.rstrip("\n"))
