"""The pending tray (待处理数据): rows that were not stored, mended in a grid, stored or thrown away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QStackedWidget, QWidget

from college_desk.base.translation import _
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.gui.pages.importing.tray_grid import TrayGrid
from college_desk.gui.pages.importing.tray_model import Told, TrayModel, title_of
from college_desk.gui.widgets.buttons import link, plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.finding_words import without_numbers
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.words import grouped
from college_desk.records.change import PendingRow
from college_desk.records.register import REGISTERS
from college_desk.services import import_tray


class Tray(QWidget):
    """store({row id: {header: text}}): these rows are to be stored with cells written anew; discard(rows);
    export(register's code): the rows are to go out as a sheet.
    """

    store = Signal(object)
    discard = Signal(object)
    export = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.reveal = False
        self._rows: Sequence[PendingRow] = ()
        whole = column(self, gap=0)
        self._stack = QStackedWidget()
        none = EmptyState(
            "inbox", _("没有待处理的数据"), _("导入时读不懂的行会留在这里，改好后再入库，一行也不会丢。")
        )
        self._none = card()
        column(self._none).addWidget(none)
        self._some = QWidget()
        inside = column(self._some, gap=12)
        self.model = TrayModel(self)
        self.model.typed.connect(self._say)
        self.grid = TrayGrid(self.model)
        inside.addWidget(self._grid_card(), 3)
        inside.addWidget(self._told_card(), 1)
        self._stack.addWidget(self._none)
        self._stack.addWidget(self._some)
        whole.addWidget(self._stack)
        self.grid.selectionModel().currentRowChanged.connect(self._show_told)

    @property
    def empty(self) -> bool:
        """Whether nothing waits."""
        return self._stack.currentWidget() is self._none

    def show_rows(self, rows: Sequence[PendingRow]) -> None:
        """Show the rows that wait now; what was written into others is forgotten."""
        self._rows = tuple(rows)
        chosen = self.registers.currentData()
        self.registers.blockSignals(True)
        self.registers.clear()
        for code, number in Counter(each.register for each in rows).items():
            words = _("{register}（{n}行）").format(register=_title(code), n=number)
            self.registers.addItem(words, code)
        self.registers.setCurrentIndex(max(0, self.registers.findData(chosen)))
        self.registers.blockSignals(False)
        self._stack.setCurrentWidget(self._some if rows else self._none)
        self._list_rows()

    def focus_fault(self) -> None:
        """Put the keys into the first wrong cell of the current row."""
        if self.model.rows:
            self.grid.go_to_fault(max(0, self.grid.currentIndex().row()))

    def _grid_card(self) -> QFrame:
        frame = card()
        inside = column(frame, gap=6)
        inside.setContentsMargins(1, 8, 1, 1)
        inside.addLayout(self._head())
        inside.addWidget(self.grid, 1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._store)
        turn = QShortcut(QKeySequence("F6"), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(lambda: (self.told if self.grid.hasFocus() else self.grid).setFocus())
        return frame

    def _head(self) -> QHBoxLayout:
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        self.registers = QComboBox()
        self.registers.setAccessibleName(_("台账"))
        self.registers.setMinimumWidth(220)
        self.registers.currentIndexChanged.connect(lambda _index: self._list_rows())
        self._written = label("", "quiet")
        self._back = link(_("恢复原样"))
        self._back.clicked.connect(self.model.forget_written)
        self._out = plain(_("导出"), "download")
        self._out.setToolTip(_("把这些行存成表格，可交回填表的人改好再导入"))
        self._out.clicked.connect(lambda: self.export.emit(str(self.registers.currentData())))
        self._drop = plain(_("删去"))
        self._drop.setToolTip(_("不要所选的行，可以撤销"))
        self._drop.clicked.connect(self._discard)
        self.put_in = primary(_("入库"))
        self.put_in.setToolTip(_("改好的行入库，没改好的留在这里（Ctrl+Enter）"))
        self.put_in.clicked.connect(self._store)
        for each in (self.registers, self._written, self._back):
            head.addWidget(each)
        head.addStretch(1)
        for button in (self._out, self._drop, self.put_in):
            head.addWidget(button)
        return head

    def _told_card(self) -> QFrame:
        frame = card()
        inside = column(frame, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        self._place = label("", "heading")
        head.addWidget(self._place)
        head.addWidget(label(_("这一行的问题；回车到格里"), "hint"))
        head.addStretch(1)
        inside.addLayout(head)
        self._told = ListModel[Told](
            [
                ListColumn(_("列"), lambda each: self._title_of(each.header), 180, tone=lambda each: each.tone, tag=True),
                ListColumn(
                    _("问题"), lambda each: without_numbers(each.message, reveal=self.reveal),
                    hint=lambda each: each.message,
                ),
            ],
            parent=self,
        )  # fmt: skip
        self.told: ListTable[Told] = ListTable(self._told, _("这一行的问题"))
        self.told.opened.connect(self._go_to)
        inside.addWidget(self.told, 1)
        return frame

    def _list_rows(self) -> None:
        code = self.registers.currentData()
        place = self.grid.currentIndex().row()
        shown = [each for each in self._rows if each.register == code]
        self.model.show_rows(shown, self._name)
        self.grid.fit_columns()
        if shown:
            at = min(max(place, 0), len(shown) - 1)
            self.grid.setCurrentIndex(self.model.index(at, self.model.first_fault(at)))

    def _say(self) -> None:
        cells = sum(len(each) for each in self.model.written().values())
        self._written.setText(_("已改 {n} 格，还没有入库").format(n=grouped(cells)) if cells else "")
        self._back.setVisible(cells > 0)

    def _show_told(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        if not current.isValid():
            self._told.show_rows([])
            self._place.setText("")
            return
        waiting = self.model.rows[current.row()]
        place = " · ".join(each for each in (waiting.file, waiting.sheet) if each)
        self._place.setText(_("{place} 第{n}行").format(place=place, n=waiting.row))
        self._told.show_rows(self.model.told_of(current.row()))

    def _go_to(self, told: Told) -> None:
        row = self.grid.currentIndex().row()
        column = self.model.column_of(row, told.header) if told.header is not None else None
        if column is not None:
            self.grid.go_to(row, column)

    def _title_of(self, header: str | None) -> str:
        return title_of(header, str(self.registers.currentData())) if header else "—"

    def _store(self) -> None:
        """Ask to store every row shown: those that are right now go in, whether mended here or elsewhere."""
        written = self.model.written()
        if self.model.rows:
            self.store.emit({each.id: written.get(each.id, {}) for each in self.model.rows})

    def _discard(self) -> None:
        if chosen := self.grid.selected_rows():
            self.discard.emit([self.model.rows[place] for place in chosen])

    def _name(self, waiting: PendingRow) -> str:
        return without_numbers(_naming_text(waiting), reveal=self.reveal)


def _naming_text(waiting: PendingRow) -> str:
    """The cell by which a clerk knows the row: that of the first field by which the register is searched."""
    register, words = REGISTERS[waiting.register], vocabulary(waiting.register)
    texts: dict[str, str] = {}
    for header, text in waiting.cells.items():
        target = import_tray.meant_by(header, words) if text.strip() else None
        if target is not None and target.own:
            texts.setdefault(target.field.name, text.strip())
    named = (register.by_name[each].name for each in ("name", *register.searched) if each in register.by_name)
    return next((texts[each] for each in named if each in texts), "")


def _title(code: str) -> str:
    return _(REGISTERS[code].title) if code in REGISTERS else code
