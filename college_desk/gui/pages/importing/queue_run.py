"""Works through several files: reads each for the list, stores them in turn when that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.gui.pages.importing.files_view import FilesView
from college_desk.gui.pages.importing.queue import FileQueue, QueuedFile
from college_desk.gui.pages.importing.work import ImportWork, Read
from college_desk.gui.tasks import Task
from college_desk.services.import_preview import ImportResult


class QueueRun(QObject):
    """opened(file): it is to be looked at by itself; emptied: no file is left on the list."""

    opened = Signal(object)
    emptied = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.queue = FileQueue()
        self.view = FilesView()
        self._work: ImportWork | None = None
        self._task: Task | None = None
        self._at: QueuedFile | None = None
        self._storing = False
        self.view.opened.connect(self.opened)
        self.view.dropped.connect(self._drop)
        self.view.store_all.connect(self.store_all)
        self.view.finished.connect(self.clear)

    def follow(self, work: ImportWork) -> None:
        """Read and store through this; said once."""
        self._work = work

    @property
    def busy(self) -> bool:
        """Whether a file of the list is being read or stored."""
        return self._task is not None

    @property
    def storing(self) -> bool:
        """Whether all files are being stored."""
        return self._storing

    def take(self, paths: Sequence[Path], register: str) -> None:
        """Put files on the list and read them one by one."""
        self.queue.add(paths, register)
        self.show()
        self._go_on()

    def show(self) -> None:
        """Show the list as it is now."""
        self.view.show_files(self.queue.files, self.queue.rows_to_store, busy=self._storing)

    def clear(self) -> None:
        """Forget the list; nothing that is stored is touched."""
        self._storing = False
        if self._task is not None:
            self._task.stop()
        self.queue.files = []
        self.show()
        self.emptied.emit()

    def store_all(self) -> None:
        """Store the files that have been read, one after the other, each in one step that can be undone."""
        self._storing = True
        self._go_on()

    def ended(self, task: Task) -> None:
        """Stop where the work under way was given up, if it does not answer all the same; what was stored stays."""
        if task is self._task and task.cancel.asked:
            QTimer.singleShot(0, self, lambda: self._give_up(task))

    def _give_up(self, task: Task) -> None:
        if task is not self._task:
            return
        if self._at is not None and not self._storing:
            self._at.has_failed(_("已取消读取，回车再读。"))
        self._storing = False
        self._next()

    def _go_on(self) -> None:
        if self._task is not None or self._work is None:
            return
        reading = self.queue.next_to_read()
        if reading is not None:
            self._at = reading
            self._task = self._work.survey(
                reading.path, reading.register, reading.options, self._read, self._failed
            )
        elif self._storing and (storing := self.queue.next_to_store()) is not None:
            self._at = storing
            self._task = self._work.take_in(
                storing.path, storing.register, storing.options, self._stored, self._failed
            )
        else:
            self._storing = False
        self.show()

    def _read(self, read: Read) -> None:
        if self._at is not None:
            self._at.was_read(read)
        self._next()

    def _stored(self, result: ImportResult) -> None:
        if self._at is not None:
            self._at.was_stored(result)
        self._next()

    def _failed(self, error: DeskError) -> None:
        if self._at is not None:
            self._at.has_failed(str(error))
        self._next()

    def _next(self) -> None:
        self._task = self._at = None
        self._go_on()

    def _drop(self, files: Sequence[QueuedFile]) -> None:
        if self._storing:
            return
        self.queue.remove(files)
        self.show()
        if not self.queue.files:
            self.emptied.emit()
