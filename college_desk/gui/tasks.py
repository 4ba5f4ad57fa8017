"""The one door for long work: it runs off the window's thread and answers on it.

Work is a plain function; what it needs to tell how far it is and to stop comes as its argument. Database
writes run one at a time, in the order asked for. The callbacks are given before the work starts, so that
no answer of quick work is lost.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, Signal, Slot

from college_desk.base.errors import Cancelled, DeskError
from college_desk.base.progress import Cancel, Progress

T = TypeVar("T")

MOST_OFTEN = 0.05
"""Seconds between two reports of progress; more often only costs."""


@dataclass(eq=False)
class Task:
    """One piece of long work under way.

    title: words for the screen, empty for work that needs no showing; owner: answers are dropped when it
    is gone; writes: it takes its turn among the writes.
    """

    id: int
    title: str
    then: Callable[[Any], None] | None
    failed: Callable[[DeskError], None] | None
    owner: QObject | None
    writes: bool = False
    cancel: Cancel = field(default_factory=Cancel)
    started: float = field(default_factory=time.monotonic)

    def stop(self) -> None:
        """Ask the work to stop; nothing of it is kept."""
        self.cancel.ask()


class _Reports(QObject):
    """Carries news from the work's thread to the window's."""

    stepped = Signal(int, str, int, object)
    ended = Signal(int, object, object)


class _Watch:
    """The progress handed to work: reports now and then, and meets the wish to stop at every step."""

    def __init__(self, task: Task, reports: _Reports) -> None:
        self._task = task
        self._reports = reports
        self._last = 0.0

    def step(self, stage: str, done: int, total: int | None = None) -> None:
        """Tell how far it is. Raises Cancelled when the user asked to stop."""
        self._task.cancel.meet()
        now = time.monotonic()
        if now - self._last >= MOST_OFTEN or done == total:
            self._last = now
            self._reports.stepped.emit(self._task.id, stage, done, total)


class _Runnable(QRunnable):
    """Runs the work on a pool's thread and hands its result, or what it raised, to the reports."""

    def __init__(self, task: Task, work: Callable[[Progress], Any], reports: _Reports) -> None:
        super().__init__()
        self._task = task
        self._work = work
        self._reports = reports

    def run(self) -> None:
        """Run the work. Every exception is carried to the window's thread: this is the task door."""
        result: Any = None
        trouble: BaseException | None = None
        try:
            self._task.cancel.meet()
            result = self._work(_Watch(self._task, self._reports))
        except Exception as raised:  # noqa: BLE001  the task door
            trouble = raised
        if shiboken6.isValid(self._reports):
            self._reports.ended.emit(self._task.id, result, trouble)


class Tasks(QObject):
    """Runs long work and tells about it: `begun(task)`, `stepped(task, stage, done, total)`, `ended(task)`.

    refused: shows a sentence that no `failed` took; crashed: takes an exception that is a fault of the program.
    """

    begun = Signal(object)
    stepped = Signal(object, str, int, object)
    ended = Signal(object)

    def __init__(
        self,
        parent: QObject | None,
        *,
        refused: Callable[[DeskError], None],
        crashed: Callable[[BaseException], None],
    ) -> None:
        super().__init__(parent)
        self._refused = refused
        self._crashed = crashed
        self._numbers = itertools.count(1)
        self._open: dict[int, Task] = {}
        self._reports = _Reports(self)
        self._reports.stepped.connect(self._step)
        self._reports.ended.connect(self._end)
        self._readers = _pool(self, max(2, QThread.idealThreadCount()))
        self._writer = _pool(self, 1)

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        then: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        title: str = "",
        writes: bool = False,
        owner: QObject | None = None,
    ) -> Task:
        """Start `work(progress)`; `then(result)` or `failed(error)` follows on this thread.

        A DeskError that no `failed` takes is shown as a notice; a cancelled task answers nothing.
        """
        task = Task(next(self._numbers), title, then, failed, owner, writes)
        self._open[task.id] = task
        self.begun.emit(task)
        pool = self._writer if writes else self._readers
        pool.start(_Runnable(task, work, self._reports))
        return task

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._open

    @property
    def writing(self) -> bool:
        """Whether a write is under way or waits for its turn."""
        return any(task.writes for task in self._open.values())

    def close(self) -> None:
        """Finish the edits under way, stop longer work, wait for both; called once, before the desk is closed."""
        for task in list(self._open.values()):
            if task.title or not task.writes:
                task.stop()
        self._readers.waitForDone()
        self._writer.waitForDone()
        self._open.clear()

    @Slot(int, str, int, object)
    def _step(self, number: int, stage: str, done: int, total: int | None) -> None:
        task = self._open.get(number)
        if task is not None:
            self.stepped.emit(task, stage, done, total)

    @Slot(int, object, object)
    def _end(self, number: int, result: Any, trouble: BaseException | None) -> None:
        task = self._open.pop(number, None)
        if task is None:
            return
        self.ended.emit(task)
        if task.owner is not None and not shiboken6.isValid(task.owner):
            return
        self._answer(task, result, trouble)

    def _answer(self, task: Task, result: Any, trouble: BaseException | None) -> None:
        if trouble is None:
            if task.then is not None:
                task.then(result)
        elif isinstance(trouble, DeskError):
            (task.failed or self._refused)(trouble)
        elif not isinstance(trouble, Cancelled):
            self._crashed(trouble)


def _pool(parent: QObject, threads: int) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(threads)
    pool.setExpiryTimeout(-1)
    return pool
