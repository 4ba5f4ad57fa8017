"""The pending tray (待处理数据): rows that were not stored, mended cell by cell, stored or thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSplitter, QStackedWidget, QWidget

from college_desk.base.translation import _
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.finding_words import without_numbers
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.records.change import PendingRow
from college_desk.records.register import REGISTERS
from college_desk.services import import_tray
from college_desk.services.import_tray import ABOVE_THE_TABLE

_CELLS_IN_LIST = 2


class TrayCell(NamedTuple):
    """One cell of a waiting row: its header, its text as mended so far, what is wrong with it."""

    header: str
    text: str
    fault: str
    tone: str


class Tray(QWidget):
    """store(row, cells): a row is to be stored with these cells written anew; discard(rows)."""

    store = Signal(object, object)
    discard = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.reveal = False
        self._rows: Sequence[PendingRow] = ()
        self._typed: dict[int, dict[str, str]] = {}
        self._shown: PendingRow | None = None
        whole = column(self, gap=0)
        self._stack = QStackedWidget()
        none = EmptyState(
            "inbox", _("没有待处理的数据"), _("导入时读不懂的行会留在这里，改好后再入库，一行也不会丢。")
        )
        self._none = card()
        column(self._none).addWidget(none)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(12)
        self._split.addWidget(self._list_card())
        self._split.addWidget(self._row_card())
        self._split.setSizes([560, 590])
        self._stack.addWidget(self._none)
        self._stack.addWidget(self._split)
        whole.addWidget(self._stack)

    def show_rows(self, rows: Sequence[PendingRow]) -> None:
        """Show the rows that wait now; what was typed into others is forgotten."""
        self._rows = tuple(rows)
        self._typed = {each.id: self._typed[each.id] for each in rows if each.id in self._typed}
        chosen = self._register.currentData()
        self._register.blockSignals(True)
        self._register.clear()
        self._register.addItem(_("全部台账（{n}行）").format(n=len(rows)), "")
        for code in dict.fromkeys(each.register for each in rows):
            number = sum(each.register == code for each in rows)
            self._register.addItem(_("{register}（{n}行）").format(register=_title(code), n=number), code)
        self._register.setCurrentIndex(max(0, self._register.findData(chosen)))
        self._register.blockSignals(False)
        self._stack.setCurrentWidget(self._split if rows else self._none)
        self._list_rows()

    def focus_row(self) -> None:
        """Put the keys into the cells of the current row."""
        if self._rows:
            self._go_to_fault()

    def _list_card(self) -> QFrame:
        frame = card()
        inside = column(frame, gap=6)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("待处理数据"), "heading"))
        head.addStretch(1)
        self._register = QComboBox()
        self._register.setAccessibleName(_("台账"))
        self._register.setMinimumWidth(220)
        self._register.currentIndexChanged.connect(lambda _index: self._list_rows())
        head.addWidget(self._register)
        inside.addLayout(head)
        self._list = ListModel[PendingRow](
            [
                ListColumn(_("来自"), _place, 150, hint=lambda each: each.file),
                ListColumn(_("内容"), self._summary, 170),
                ListColumn(_("问题"), self._first_fault, tone=lambda _each: "error"),
            ],
            parent=self,
        )
        self.table: ListTable[PendingRow] = ListTable(self._list, _("待处理数据"))
        self.table.current.connect(self._show_row)
        self.table.opened.connect(lambda _row: self._go_to_fault())
        inside.addWidget(self.table, 1)
        return frame

    def _row_card(self) -> QFrame:
        frame = card()
        inside = column(frame, gap=6)
        inside.setContentsMargins(1, 8, 1, 1)
        inside.addLayout(self._row_head())
        self._told = label("", "quiet", wrap=True)
        self._told.setContentsMargins(14, 0, 14, 0)
        inside.addWidget(self._told)
        self._cells = ListModel[TrayCell](
            [
                ListColumn(_("列"), lambda each: each.header, 150, tone=lambda _each: "quiet"),
                ListColumn(
                    _("内容"), lambda each: each.text, 200, edit=self._type, tone=lambda each: each.tone
                ),
                ListColumn(_("问题"), lambda each: each.fault, tone=lambda each: each.tone),
            ],
            parent=self,
        )
        self.cells: ListTable[TrayCell] = ListTable(self._cells, _("这一行的各格"))
        self.cells.opened.connect(lambda _cell: self._edit_cell())
        inside.addWidget(self.cells, 1)
        return frame

    def _row_head(self) -> QHBoxLayout:
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        self._heading = label("", "heading")
        head.addWidget(self._heading)
        head.addStretch(1)
        self._drop = plain(_("删去"))
        self._drop.setToolTip(_("不要所选的行，可以撤销"))
        self._drop.clicked.connect(self._discard)
        self.put_in = primary(_("入库"))
        self.put_in.setToolTip(_("改好后入库（Ctrl+Enter）"))
        self.put_in.clicked.connect(self._store)
        head.addWidget(self._drop)
        head.addWidget(self.put_in)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._store)
        return head

    def _list_rows(self) -> None:
        code = self._register.currentData()
        place = self.table.currentIndex().row()
        shown = [each for each in self._rows if not code or each.register == code]
        kept = next((at for at, each in enumerate(shown) if self._shown and each.id == self._shown.id), None)
        self._list.show_rows(shown)
        if shown:
            self.table.go_to_row(kept if kept is not None else min(max(place, 0), len(shown) - 1))
        else:
            self._show_row(None)

    def _show_row(self, chosen: object) -> None:
        self._shown = chosen if isinstance(chosen, PendingRow) else None
        if self._shown is None:
            self._cells.show_rows([])
            self._heading.setText("")
            return
        self._heading.setText(
            _("{register} · {place}").format(register=_title(self._shown.register), place=_place(self._shown))
        )
        loose = [message for header, _field, _severity, message in self._shown.faults if header is None]
        self._told.setText("\n".join(loose))
        self._told.setVisible(bool(loose))
        self._cells.show_rows(_cells_of(self._shown, self._typed.get(self._shown.id, {})))
        self._go_to_fault(focus=False)

    def _go_to_fault(self, *, focus: bool = True) -> None:
        place = next((at for at, each in enumerate(self._cells.rows()) if each.tone == "error"), 0)
        self.cells.setCurrentIndex(self._cells.index(place, 1))
        if focus:
            self.cells.setFocus()

    def _edit_cell(self) -> None:
        index = self._cells.index(self.cells.currentIndex().row(), 1)
        if index.isValid():
            self.cells.setCurrentIndex(index)
            self.cells.edit(index)

    def _type(self, cell: TrayCell, text: str) -> None:
        if self._shown is None:
            return
        self._typed.setdefault(self._shown.id, {})[cell.header] = text
        place = self.cells.currentIndex().row()
        self._cells.show_rows(_cells_of(self._shown, self._typed[self._shown.id]))
        self.cells.setCurrentIndex(self._cells.index(place, 1))

    def _store(self) -> None:
        if self._shown is not None:
            self.store.emit(self._shown, dict(self._typed.get(self._shown.id, {})))

    def _discard(self) -> None:
        chosen = self.table.selected_rows() or ([self._shown] if self._shown is not None else [])
        if chosen:
            self.discard.emit(chosen)

    def _summary(self, waiting: PendingRow) -> str:
        return without_numbers(" · ".join(_naming_texts(waiting)), reveal=self.reveal)

    def _first_fault(self, waiting: PendingRow) -> str:
        wrong = [message for _header, _field, severity, message in waiting.faults if severity != "warning"]
        shown = wrong or [message for _header, _field, _severity, message in waiting.faults]
        return without_numbers(shown[0], reveal=self.reveal) if shown else ""


def _cells_of(waiting: PendingRow, typed: dict[str, str]) -> list[TrayCell]:
    faults: dict[str, tuple[str, str]] = {}
    for header, _field, severity, message in waiting.faults:
        if header is not None and (header not in faults or severity != "warning"):
            faults[header] = (message, "wait" if severity == "warning" else "error")
    cells = []
    for header, text in waiting.cells.items():
        if header == ABOVE_THE_TABLE:
            continue
        message, tone = faults.get(header, ("", ""))
        if header in typed and typed[header] != text:
            message, tone = _("已改，点“入库”后重新校验"), "info"
        cells.append(TrayCell(header, typed.get(header, text), message, tone))
    missing = {header: told for header, told in faults.items() if header not in waiting.cells}
    cells += [TrayCell(header, typed.get(header, ""), *told) for header, told in missing.items()]
    return cells


def _naming_texts(waiting: PendingRow) -> list[str]:
    """The cells by which a clerk knows the row: those of the fields that the register is searched by."""
    register, words = REGISTERS[waiting.register], vocabulary(waiting.register)
    texts: dict[str, str] = {}
    for header, text in waiting.cells.items():
        target = import_tray.meant_by(header, words) if text.strip() else None
        if target is not None and target.own:
            texts[target.field.name] = text.strip()
    wanted = dict.fromkeys(
        register.by_name[each].name for each in ("name", *register.searched) if each in register.by_name
    )
    found = [texts[name] for name in wanted if name in texts]
    return found[:_CELLS_IN_LIST]


def _place(waiting: PendingRow) -> str:
    return _("{file} 第{n}行").format(file=waiting.sheet or waiting.file, n=waiting.row)


def _title(code: str) -> str:
    return _(REGISTERS[code].title) if code in REGISTERS else code
