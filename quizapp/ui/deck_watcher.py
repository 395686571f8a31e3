"""Notices that deck files changed while the program runs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_QUIET_MS = 250
"""Editors save in several steps; a file is looked at when it has been quiet for so long."""


class DeckWatcher(QObject):
    """Watches folders and files.

    Signals:
        changed: something in them is new, gone or different; sent once it is quiet again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.changed)
        self._watcher.fileChanged.connect(self._noticed)
        self._watcher.directoryChanged.connect(self._noticed)

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these and nothing else; those that are not there are left out.

        To be called after every change: a file saved by renaming another over it is a new one.
        """
        wanted = {str(path) for path in paths if path.exists()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))

    def _noticed(self, path: str) -> None:
        del path
        self._quiet.start()
