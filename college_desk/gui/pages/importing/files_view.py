"""Several files dropped at once: each with its register, its numbers and what became of it; all stored in turn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.importing.queue import QueuedFile
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.words import grouped
from college_desk.records.register import REGISTERS


class FilesView(QFrame):
    """opened(file): it is to be looked at; dropped(files): off the list; store_all; add_wanted: further files;
    finished: the list is done with."""

    opened = Signal(object)
    dropped = Signal(object)
    store_all = Signal()
    add_wanted = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=6)
        inside.setContentsMargins(1, 8, 1, 1)
        inside.addLayout(self._head())
        self._model = ListModel[QueuedFile](
            [
                ListColumn(_("文件"), lambda each: each.path.name, 290, hint=lambda each: str(each.path)),
                ListColumn(_("台账"), _register, 160),
                ListColumn(_("新增"), lambda each: _number(each, "new"), 70, right=True),
                ListColumn(_("有变化"), lambda each: _number(each, "changed"), 76, right=True),
                ListColumn(_("无变化"), lambda each: _number(each, "unchanged"), 76, right=True),
                ListColumn(
                    _("待修正"),
                    lambda each: _number(each, "pending"),
                    76,
                    right=True,
                    tone=lambda each: "error" if each.counts.get("pending") else "",
                ),
                ListColumn(
                    _("要确定"),
                    lambda each: grouped(each.open) if each.open and each.state == "ready" else "",
                    76,
                    right=True,
                    tone=lambda _each: "wait",
                ),
                ListColumn(_("状态"), _state, 96, tone=_tone, tag=True, hint=_state_hint),
                ListColumn(_("说明"), lambda each: each.sentence, tone=lambda _each: "error"),
            ],
            parent=self,
        )
        self.table = _FilesTable(self._model, _("要导入的文件"))
        self.table.opened.connect(self._open)
        self.table.removed.connect(self._drop)
        inside.addWidget(self.table, 1)

    def show_files(self, files: Sequence[QueuedFile], rows: int, *, busy: bool) -> None:
        """Show the files; rows: how many would go in; busy: they are being stored just now."""
        kept = max(0, self.table.currentIndex().row())
        self._model.show_rows(files)
        self.table.go_to_row(min(kept, len(files) - 1))
        stored = [each for each in files if each.state == "stored"]
        words = _("{n} 个文件，已入库 {stored} 个").format(n=len(files), stored=len(stored))
        new = sum(each.counts.get("new", 0) for each in stored)
        changed = sum(each.counts.get("changed", 0) for each in stored)
        if stored:
            words += _("：新增 {new} 行，有变化 {changed} 行").format(
                new=grouped(new), changed=grouped(changed)
            )
        self._count.setText(words)
        ready = any(each.state == "ready" and each.of_use for each in files)
        self.all.setText(_("全部入库 {n} 行").format(n=grouped(rows)) if rows else _("全部入库"))
        self.all.setEnabled(ready and not busy and not any(each.state == "waiting" for each in files))
        over = all(each.state in ("stored", "failed") or not each.of_use for each in files)
        self.all.setVisible(not over)
        self.done.setVisible(over)

    def _head(self) -> QHBoxLayout:
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("要导入的文件"), "heading"))
        self._count = label("", "quiet")
        head.addWidget(self._count)
        head.addWidget(label(_("回车打开一个看，改好后再入库"), "hint"))
        head.addStretch(1)
        away = plain(_("移出列表"))
        away.setToolTip(_("不导入所选的文件（Delete）；文件本身不动"))
        away.clicked.connect(self._drop)
        more = plain(_("再加文件…"))
        more.clicked.connect(self.add_wanted)
        self.all = primary(_("全部入库"))
        self.all.setToolTip(_("逐个入库，没有定的按建议；读不懂的行放入待处理数据"))
        self.all.clicked.connect(self.store_all)
        self.done = primary(_("完成"))
        self.done.clicked.connect(self.finished)
        for button in (away, more, self.all, self.done):
            head.addWidget(button)
        return head

    def _open(self, file: QueuedFile) -> None:
        if file.state in ("ready", "failed"):
            self.opened.emit(file)

    def _drop(self) -> None:
        if chosen := self.table.selected_rows():
            self.dropped.emit(chosen)


class _FilesTable(ListTable[QueuedFile]):
    removed = Signal()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes files off the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


_STATES = {"waiting": "正在读", "ready": "可入库", "stored": "已入库", "failed": "读不了"}


def _state(file: QueuedFile) -> str:
    if file.state == "ready" and not file.of_use:
        return _("没有变化")
    return _(_STATES[file.state])


def _state_hint(file: QueuedFile) -> str:
    return file.sentence or _state(file)


def _tone(file: QueuedFile) -> str:
    if file.state == "ready" and not file.of_use:
        return ""
    return {"waiting": "", "ready": "info", "stored": "right", "failed": "error"}[file.state]


def _number(file: QueuedFile, outcome: str) -> str:
    return grouped(file.counts.get(outcome, 0)) if file.state in ("ready", "stored") else ""


def _register(file: QueuedFile) -> str:
    return _(REGISTERS[file.register].title) if file.register in REGISTERS else "—"
