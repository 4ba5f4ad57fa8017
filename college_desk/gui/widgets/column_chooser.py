"""Which columns the grid shows, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain, quiet
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.words import matches
from college_desk.records.register import Register


class ColumnChooser(QFrame):
    """All fields with ticks; ticked ones are dragged into order. chosen([names])."""

    chosen = Signal(list)

    def __init__(self, register: Register, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("panel", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._register = register
        self.setFixedSize(280, 430)
        inside = column(self, 12, 8)
        inside.addWidget(label(_("显示哪些列（可拖动排序）"), "heading"))
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("查找项目"))
        self._search.setAccessibleName(_("查找项目"))
        self._search.textChanged.connect(self._narrow)
        inside.addWidget(self._search)
        self._list = QListWidget()
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setAccessibleName(_("列"))
        inside.addWidget(self._list, 1)
        self._fill(names)
        buttons = row()
        usual = quiet(_("恢复默认"))
        usual.clicked.connect(lambda: self._fill(self._register.listed))
        done = plain(_("确定"))
        done.clicked.connect(self._choose)
        buttons.addWidget(usual)
        buttons.addStretch(1)
        buttons.addWidget(done)
        inside.addLayout(buttons)

    def open_below(self, widget: QWidget) -> None:
        """Show below a button, its right edge under the button's."""
        self.move(widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 2)))
        self.show()
        self._search.setFocus()

    def ticked(self) -> list[str]:
        """The names of the ticked fields in order."""
        items = [self._list.item(index) for index in range(self._list.count())]
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _fill(self, names: Sequence[str]) -> None:
        self._list.clear()
        others = [each.name for each in self._register.fields if each.name not in names]
        for name in [*names, *others]:
            item = QListWidgetItem(_(self._register.by_name[name].title))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setCheckState(Qt.CheckState.Checked if name in names else Qt.CheckState.Unchecked)
            self._list.addItem(item)

    def _narrow(self, words: str) -> None:
        for index in range(self._list.count()):
            item = self._list.item(index)
            item.setHidden(not matches(words, item.text()))

    def _choose(self) -> None:
        names = self.ticked()
        if names:
            self.chosen.emit(names)
        self.close()
