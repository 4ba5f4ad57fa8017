"""One side of a comparison: a register, or a spreadsheet chosen or dropped here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain
from college_desk.gui.widgets.labels import column, label, row, set_property
from college_desk.records.register import Register

_SHEETS = "电子表格 (*.xlsx *.xls *.xlsm *.xlsb *.ods *.et *.csv *.txt);;所有文件 (*)"


class ComparedSide(QFrame):
    """changed: another roster was chosen. text() is what the comparison takes: a register's code or a path."""

    changed = Signal()

    def __init__(self, title: str, registers: Sequence[Register]) -> None:
        super().__init__()
        self.setProperty("panel", "drop")
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        self._file: Path | None = None
        inside = column(self, gap=6)
        inside.setContentsMargins(14, 9, 14, 10)
        head = row(gap=8)
        head.addWidget(label(title, "heading"))
        self._hint = label(_("选一份台账，或把表格拖到这里"), "hint")
        head.addWidget(self._hint)
        head.addStretch(1)
        inside.addLayout(head)
        line = row(gap=8)
        self.box = QComboBox()
        self.box.setAccessibleName(title)
        self.box.setMaxVisibleItems(16)
        self.box.addItem(_("请选择"), None)
        for each in registers:
            self.box.addItem(_(each.title), each.code)
        self.box.currentIndexChanged.connect(lambda _index: self._chosen())
        choose = plain(_("选择表格…"), "folder-open")
        choose.clicked.connect(self._choose_file)
        line.addWidget(self.box, 1)
        line.addWidget(choose)
        inside.addLayout(line)

    def text(self) -> str | None:
        """What is chosen; None while nothing is."""
        if self._file is not None:
            return str(self._file)
        code: str | None = self.box.currentData()
        return code

    def take_register(self, code: str) -> None:
        """Choose a register."""
        self.box.setCurrentIndex(self.box.findData(code))

    def take_file(self, file: Path) -> None:
        """Choose a spreadsheet; its name stands as the first choice of the box."""
        self.box.blockSignals(True)
        self.box.setItemText(0, file.name)
        self.box.setCurrentIndex(0)
        self.box.blockSignals(False)
        self.box.setToolTip(str(file))
        self._file = file
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a spreadsheet."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            set_property(self, "over", "yes")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        set_property(self, "over", "")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first spreadsheet that was dropped."""
        set_property(self, "over", "")
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take_file(Path(files[0]))

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, _("选择表格"), str(Path.home()), _(_SHEETS))
        if chosen:
            self.take_file(Path(chosen))

    def _chosen(self) -> None:
        """The choice in the box counts; a file is forgotten when a register is chosen."""
        if self.box.currentIndex() > 0:
            self._file = None
            self.box.setToolTip("")
            self.box.setItemText(0, _("请选择"))
        self.changed.emit()
