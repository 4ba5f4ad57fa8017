"""Keeping a cross table by name: the question for its name, and the list of those kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QLineEdit, QStackedWidget, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import icon_button, plain, primary
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.services.saved_tallies import SavedTally

_WIDTH = 214


class SaveDialog(QDialog):
    """The name of a table, and whether its day is always that on which it is counted."""

    def __init__(
        self, parent: QWidget, name: str, taken: Sequence[str], on: dt.date | None, *, as_of_today: bool
    ) -> None:
        super().__init__(parent)
        self._taken = frozenset(taken)
        self.setWindowTitle(_("保存统计表"))
        self.setMinimumWidth(420)
        inside = column(self, 22, 10)
        inside.addWidget(label(_("保存统计表"), "title"))
        inside.addWidget(
            label(_("记下台账、行、列、筛选条件和时点；以后打开按当时的数据重新统计。"), "quiet", wrap=True)
        )
        self.name = QLineEdit(name)
        self.name.setPlaceholderText(_("例：各班学徒人数"))
        self.name.setAccessibleName(_("统计表名称"))
        self.name.selectAll()
        inside.addWidget(self.name)
        self.as_of_today = QCheckBox(_("时点不固定在{day}，每次打开按当天统计").format(day=on))
        self.as_of_today.setChecked(as_of_today)
        self.as_of_today.setVisible(on is not None)
        inside.addWidget(self.as_of_today)
        self._replaces = label(_("已有同名的统计表，保存后替换它。"), "wait", wrap=True)
        inside.addWidget(self._replaces)
        inside.addSpacing(6)
        buttons = row()
        buttons.addStretch(1)
        no = plain(_("取消"))
        no.clicked.connect(self.reject)
        self.yes = primary(_("保存"))
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        buttons.addWidget(no)
        buttons.addWidget(self.yes)
        inside.addLayout(buttons)
        self.name.textChanged.connect(lambda _text: self._judge())
        self._judge()

    def _judge(self) -> None:
        name = self.name.text().strip()
        self.yes.setEnabled(bool(name))
        self._replaces.setVisible(name in self._taken)


class SavedList(QFrame):
    """The tables that were kept. wanted(SavedTally): one is to be counted; dropped(SavedTally): one is to go."""

    wanted = Signal(object)
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setFixedWidth(_WIDTH)
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row()
        head.setContentsMargins(13, 0, 6, 0)
        head.addWidget(label(_("保存的统计表"), "heading"))
        head.addStretch(1)
        self._drop = icon_button("trash-2", _("删去所选的统计表（Delete）"))
        self._drop.clicked.connect(self._drop_current)
        head.addWidget(self._drop)
        inside.addLayout(head)
        self.model = ListModel[SavedTally](
            [ListColumn("", lambda each: each.name, hint=lambda each: _(each.register.title))], parent=self
        )
        self.table: ListTable[SavedTally] = ListTable(self.model, _("保存的统计表"))
        self.table.horizontalHeader().hide()
        self.table.opened.connect(self.wanted)
        self.table.clicked.connect(self._clicked)
        shortcut = QShortcut(QKeySequence("Delete"), self.table)
        shortcut.activated.connect(self._drop_current)
        none = QWidget()
        words = column(none, 13, 0)
        words.addWidget(
            label(_("还没有。选好台账、行和列后点“保存…”，明年打开再统计一次。"), "hint", wrap=True)
        )
        words.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(none)
        self._stack.addWidget(self.table)
        inside.addWidget(self._stack, 1)
        self.show_saved([])

    def show_saved(self, saved: Sequence[SavedTally], current: str = "") -> None:
        """List these, the one of a name chosen."""
        self.model.show_rows(saved)
        self._stack.setCurrentIndex(1 if saved else 0)
        self._drop.setVisible(bool(saved))
        names = [each.name for each in saved]
        if current in names:
            self.table.go_to_row(names.index(current))

    def _clicked(self, _index: object) -> None:
        chosen = self.table.current_row()
        if chosen is not None:
            self.wanted.emit(chosen)

    def _drop_current(self) -> None:
        chosen = self.table.current_row()
        if chosen is not None:
            self.dropped.emit(chosen)
