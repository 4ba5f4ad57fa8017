"""How far long work is, in the middle of the page: stage, count, time left, and a way to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from college_desk.base.translation import _
from college_desk.gui.tasks import Task, Tasks
from college_desk.gui.widgets.buttons import plain
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.status_bar import left
from college_desk.gui.words import grouped

SHOWN_AFTER_MS = 350
"""Quicker work is not shown: a card that only flashes disturbs."""


class ProgressCard(QFrame):
    """wanted: work has lasted long enough to be shown; stopped: it was given up, nothing of it is kept."""

    wanted = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._task: Task | None = None
        self._given_up = False
        inside = column(self, 24, 10)
        inside.addStretch(2)
        self._title = label("", "heading")
        self._stage = label("", "quiet")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(420)
        self._bar.setTextVisible(False)
        self._stop = plain(_("取消"))
        self._stop.clicked.connect(self._cancel)
        for each in (self._title, self._bar, self._stage, self._stop):
            line = row()
            line.addStretch(1)
            line.addWidget(each)
            line.addStretch(1)
            inside.addLayout(line)
        inside.addStretch(3)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWN_AFTER_MS)
        self._soon.timeout.connect(self.wanted)

    def follow(self, tasks: Tasks) -> None:
        """Hear of the work of the window; said once."""
        tasks.stepped.connect(self._step)
        tasks.ended.connect(self._end)

    def watch(self, task: Task) -> None:
        """Watch this work from now on, in place of any other."""
        self._task = task
        self._title.setText(task.title)
        self._stage.setText("")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self._soon.start()

    def _step(self, task: Task, stage: str, done: int, total: int | None) -> None:
        if task is not self._task:
            return
        if total:
            self._bar.setRange(0, total)
            self._bar.setValue(min(done, total))
            words = _("{stage} {done}/{total}").format(stage=stage, done=grouped(done), total=grouped(total))
            self._stage.setText(words + left(time.monotonic() - task.started, done, total))
        else:
            self._bar.setRange(0, 0)
            self._stage.setText(stage)

    def _end(self, task: Task) -> None:
        if task is not self._task:
            return
        self._task = None
        self._soon.stop()
        if task.cancel.asked:
            self._given_up = True
            QTimer.singleShot(0, self, self._tell)

    def answered(self) -> None:
        """The work has answered all the same: it was done before the wish to stop reached it."""
        self._given_up = False

    def _tell(self) -> None:
        if self._given_up:
            self._given_up = False
            self.stopped.emit()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.stop()
            self._stop.setEnabled(False)
            self._stage.setText(_("正在取消…"))
