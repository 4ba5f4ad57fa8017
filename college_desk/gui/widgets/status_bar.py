"""The line at the window's foot: what is saved, what is to mend, what is selected, what runs."""

from __future__ import annotations

import datetime as dt
import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from college_desk.base.translation import _
from college_desk.gui.findings import FindingIndex
from college_desk.gui.tasks import Task
from college_desk.gui.theme.tokens import STATUS_BAR
from college_desk.gui.widgets.buttons import link
from college_desk.gui.widgets.labels import label, row, set_property


class StatusBar(QFrame):
    """What is saved, findings, the selection, long work, the last backup, the policy."""

    errors_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "bottom")
        self.setFixedHeight(STATUS_BAR)
        line = row(self, gap=18)
        line.setContentsMargins(14, 0, 14, 0)
        self._saved = label("", "right")
        self._errors = label("", "quiet")
        self._warnings = label("", "quiet")
        self._selection = label("", "quiet")
        self._work = _Work()
        self._backup = label("", "quiet")
        self._policy = label("", "quiet")
        left: tuple[QWidget, ...] = (self._saved, self._errors, self._warnings, self._selection)
        right: tuple[QWidget, ...] = (self._work, self._backup, self._policy)
        for each in left:
            line.addWidget(each)
        line.addStretch(1)
        for each in right:
            line.addWidget(each)
        for child in self.findChildren(QWidget):
            set_property(child, "at", "foot")

    def show_saved(self, when: dt.datetime | None) -> None:
        """Say when the last change was kept."""
        words = "" if when is None else _("● 已保存 {time}").format(time=f"{when.astimezone():%H:%M}")
        self._saved.setText(words)

    def show_findings(self, findings: FindingIndex) -> None:
        """Say how many findings are open."""
        self._errors.setText(_("必须改正 {n} 处").format(n=findings.errors))
        set_property(self._errors, "role", "error" if findings.errors else "quiet")
        self._warnings.setText(_("需核实说明 {n} 处").format(n=findings.warnings))
        set_property(self._warnings, "role", "wait" if findings.warnings else "quiet")

    def show_selection(self, words: str) -> None:
        """Say what is selected: count, sum, average."""
        self._selection.setText(words)

    def show_backup(self, words: str) -> None:
        """Say when the last backup was made."""
        self._backup.setText(words)

    def show_policy(self, words: str) -> None:
        """Say which policy is applied."""
        self._policy.setText(words)

    def begun(self, task: Task) -> None:
        """Take note of long work that has a title."""
        if task.title:
            self._work.begun(task)

    def stepped(self, task: Task, stage: str, done: int, total: int | None) -> None:
        """Show how far long work is."""
        self._work.stepped(task, stage, done, total)

    def ended(self, task: Task) -> None:
        """Take finished work away."""
        self._work.ended(task)


class _Work(QWidget):
    """One piece of long work: stage, count, time left, a bar, 取消."""

    def __init__(self) -> None:
        super().__init__()
        self._task: Task | None = None
        line = row(self, gap=8)
        self._words = label("", "quiet")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._stop = link(_("取消"))
        self._stop.clicked.connect(self._cancel)
        for each in (self._words, self._bar, self._stop):
            line.addWidget(each)
        self.hide()

    def begun(self, task: Task) -> None:
        """Watch this task from now on."""
        self._task = task
        self._words.setText(_("{title}…").format(title=task.title))
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.show()

    def stepped(self, task: Task, stage: str, done: int, total: int | None) -> None:
        """Show stage, count and the time left."""
        if task is not self._task:
            return
        words = stage or task.title
        if total:
            self._bar.setRange(0, total)
            self._bar.setValue(min(done, total))
            words = _("{stage} {done}/{total}").format(stage=words, done=done, total=total) + left(
                time.monotonic() - task.started, done, total
            )
        else:
            self._bar.setRange(0, 0)
        self._words.setText(words)

    def ended(self, task: Task) -> None:
        """Hide when this was the task shown."""
        if task is self._task:
            self._task = None
            self.hide()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.stop()
            self._stop.setEnabled(False)
            self._words.setText(_("正在取消…"))


def left(spent: float, done: int, total: int) -> str:
    """How long the work may still take, in words; empty while too little is known."""
    if spent < 2 or done <= 0 or done >= total:
        return ""
    seconds = spent / done * (total - done)
    if seconds < 60:
        return _("，约剩{n}秒").format(n=max(1, round(seconds)))
    return _("，约剩{n}分钟").format(n=round(seconds / 60))
