"""The line at the top of the import page: its two parts, what is shown, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import label, row
from college_desk.gui.words import grouped
from college_desk.records.register import REGISTERS, Register


class PageHead(QWidget):
    """part_wanted(tray): the import or the tray; register_chosen: another register for the file shown."""

    part_wanted = Signal(bool)
    register_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        line = row(self, gap=10)
        self.tab_import, self.tab_tray = _tab(_("导入表格")), _tab(_("待处理数据"))
        self.tab_import.clicked.connect(lambda: self.part_wanted.emit(False))
        self.tab_tray.clicked.connect(lambda: self.part_wanted.emit(True))
        self._said = label("", "quiet")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back = plain(_("回到文件列表"))
        self.registers = QComboBox()
        self.registers.setAccessibleName(_("导入到哪份台账"))
        self.registers.setMinimumWidth(180)
        self.registers.setMaxVisibleItems(24)
        self.registers.addItem(_("自动辨认台账"), "")
        for each in REGISTERS:
            if not each.made_by_program:
                self.registers.addItem(_(each.title), each.code)
        self.registers.activated.connect(lambda _index: self.register_chosen.emit())
        self.blank = plain(_("空白表"))
        self.blank.setToolTip(_("这份台账的空白表：带下拉选项、填写说明和示例，填好后可直接导入"))
        self.annotated = plain(_("返回校验结果表"))
        self.annotated.setToolTip(_("原表原样，错处标红，加“校验结果”“错误说明”两列，可改好再导入"))
        self.other = plain(_("换一个文件"))
        self.confirm = primary(_("确认入库"))
        self.confirm.setToolTip(_("确认入库（Ctrl+Enter）"))
        line.addWidget(self.tab_import)
        line.addWidget(self.tab_tray)
        line.addWidget(self._said, 1)
        for widget in (self.back, self.registers, self.blank, self.annotated, self.other, self.confirm):
            line.addWidget(widget)

    @property
    def register(self) -> Register | None:
        """The register chosen, None where the file is to tell it."""
        code = self.registers.currentData()
        return REGISTERS[code] if code else None

    def choose_register(self, code: str) -> None:
        """Choose a register by its code, empty for none."""
        self.registers.setCurrentIndex(max(0, self.registers.findData(code)))

    def show_part(self, *, tray: bool) -> None:
        """Mark the part that is shown."""
        self.tab_import.setChecked(not tray)
        self.tab_tray.setChecked(tray)

    def show_actions(self, *, choosing: bool, reading: bool, queue: bool) -> None:
        """Offer what goes with what is shown: a place for files, or a file; queue: one of several files."""
        self.registers.setVisible(choosing or reading)
        self.blank.setVisible(choosing)
        for widget in (self.annotated, self.confirm):
            widget.setVisible(reading)
        self.other.setVisible(reading and not queue)
        self.back.setVisible(reading and queue)

    def say(self, words: str, more: str = "") -> None:
        """Say what is shown."""
        self._said.setText(words)
        self._said.setToolTip(more or words)

    def said(self) -> str:
        """What is said of what is shown."""
        return self._said.text()

    def show_waiting(self, rows: int) -> None:
        """Say how many rows the tray holds."""
        self.tab_tray.setText(_("待处理数据（{n}）").format(n=grouped(rows)) if rows else _("待处理数据"))

    def show_rows(self, stored: int, waiting: int) -> None:
        """Say on the button how many rows it will store, or lay into the tray."""
        if stored:
            words = _("确认入库 {n} 行").format(n=grouped(stored))
        elif waiting:
            words = _("{n} 行放入待处理数据").format(n=grouped(waiting))
        else:
            words = _("没有要入库的行")
        self.confirm.setText(words)
        self.confirm.setEnabled(stored + waiting > 0)


def _tab(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", "page_tab")
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
