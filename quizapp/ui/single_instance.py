"""One window for one home: a second start brings the first to the front."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 300
"""How long a running window may take to answer; it answers within one turn of its loop."""


def _name(home: Path) -> str:
    return "quizapp-" + hashlib.sha256(str(home).encode(errors="surrogateescape")).hexdigest()[:24]


def call_first(home: Path, message: str) -> bool:
    """Tell the window that has this home to come to the front; False when there is none.

    Args:
        home: the home folder.
        message: path of a deck to show, or "".
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(home))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write((message + "\n").encode(errors="surrogateescape"))
    socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    return True


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
            self.called.emit(line.rstrip("\n"))
