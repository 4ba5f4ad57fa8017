"""One sheet of a file as a table: its cells as they stand, what is wrong with them, what becomes of each row."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.importing.cell_grid import QUIET, TONE
from college_desk.gui.pages.importing.column_header import hint_of
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_preview import GridRow, SheetPreview

Index = QModelIndex | QPersistentModelIndex
Shown = Literal["", "new", "changed", "unchanged", "pending", "skipped"]
"""Which rows are shown: all below the header, or those of one outcome."""

_PAGE = 100
_MOST_KEPT = 4000
_WORDS = {"new": "新增", "changed": "有变化", "unchanged": "无变化", "pending": "待修正"}


class SheetModel(QAbstractTableModel):
    """mended([(row number, column, text)]): cells were written anew."""

    mended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: SheetPreview | None = None
        self._numbers: Sequence[int] = ()
        self._kept: dict[int, GridRow] = {}
        self._typed: dict[tuple[int, int], str] = {}

    def show_sheet(self, sheet: SheetPreview | None, shown: Shown = "") -> None:
        """Show a sheet's rows, all or those of one outcome."""
        self.beginResetModel()
        self.sheet = sheet
        self._kept.clear()
        self._typed.clear()
        self._numbers = () if sheet is None else _numbers(sheet, shown)
        self.endResetModel()

    def number_of(self, row: int) -> int:
        """The sheet's own number of a row of the table."""
        return self._numbers[row]

    def place_of(self, number: int) -> int | None:
        """The row of the table in which a sheet's row stands, None where it is not shown."""
        place = bisect.bisect_left(self._numbers, number)
        return place if place < len(self._numbers) and self._numbers[place] == number else None

    def findings_at(self, index: Index) -> list[SheetFinding]:
        """What is wrong with a cell, and with its row as a whole."""
        if not index.isValid() or index.row() >= len(self._numbers):
            return []
        return [
            each for each in self.cells(index.row()).findings if each.column_index in (index.column(), None)
        ]

    def cells(self, row: int) -> GridRow:
        """The cells and findings of a row of the table."""
        number = self._numbers[row]
        if number not in self._kept and self.sheet is not None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            first = (number - 1) // _PAGE * _PAGE + 1
            self._kept.update((each.row, each) for each in self.sheet.grid(first, _PAGE))
        return self._kept[number]

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._numbers)

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """As many as the header has."""
        return 0 if parent.isValid() or self.sheet is None else len(self.sheet.columns)

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, its tone, and what is wrong with it."""
        if not index.isValid() or index.row() >= len(self._numbers):
            return None
        row, column = self.cells(index.row()), index.column()
        typed = self._typed.get((row.row, column)) if self._typed else None
        if typed is not None:
            return _of_typed(typed, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.cells[column].strip() if column < len(row.cells) else ""
        if role == TONE:
            found = _worst(row, column)
            return "" if found is None else "error" if found.severity == "error" else "wait"
        if role == QUIET:
            return row.outcome is None
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                "\n".join(each.message for each in row.findings if each.column_index == column)
                or row.why
                or None
            )
        return None

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Row numbers down the side, with what becomes of the row."""
        if orientation == Qt.Orientation.Horizontal:
            return self._header(section, role)
        if section >= len(self._numbers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self._numbers[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self.cells(section)
            told = [each.message for each in row.findings if each.column_index is None]
            if row.outcome is None:
                return _("跳过：{why}").format(why=row.why) if row.why else _("这一行不导入")
            return "\n".join([_(_WORDS[row.outcome]), *told])
        return None

    def _header(self, section: int, role: int) -> str | None:
        """A column's header, and what is said of its field."""
        if self.sheet is None or section >= len(self.sheet.columns):
            return None
        column = self.sheet.columns[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return hint_of(column)
        return column.label if role == Qt.ItemDataRole.DisplayRole else None

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Data rows can be mended."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if self.cells(index.row()).outcome is not None:
            return usual | Qt.ItemFlag.ItemIsEditable
        return usual

    @guarded(False)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed; the sheet is read again with it."""
        if role != Qt.ItemDataRole.EditRole or str(value) == index.data(Qt.ItemDataRole.EditRole):
            return False
        self._hand_on([(index.row(), index.column(), str(value))])
        return True

    def clear_cells(self, indexes: Sequence[QModelIndex]) -> None:
        """Hand on that these cells are to be empty; rows that are no data stay as they are."""
        cells = [
            (index.row(), index.column(), "")
            for index in indexes
            if index.data() and index.flags() & Qt.ItemFlag.ItemIsEditable
        ]
        if cells:
            self._hand_on(cells)

    def forget_typed(self) -> None:
        """Show the cells as they were read; what was typed since has been refused."""
        self._typed.clear()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _hand_on(self, cells: Sequence[tuple[int, int, str]]) -> None:
        """Show texts at once, in another colour until the sheet is read again with them, and hand them on."""
        for row, column, text in cells:
            self._typed[self._numbers[row], column] = text
            self.dataChanged.emit(self.index(row, column), self.index(row, column))
        self.mended.emit([(self._numbers[row], column, text) for row, column, text in cells])


def _of_typed(text: str, role: int) -> Any:
    """What a cell shows that was typed and is not read again yet."""
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
        return text
    return {TONE: "info", QUIET: False, Qt.ItemDataRole.ToolTipRole: _("已改，正在重新校验")}.get(role)


def _numbers(sheet: SheetPreview, shown: Shown) -> Sequence[int]:
    """The numbers of the rows shown, rising."""
    if shown == "skipped":
        return [each.row for each in sheet.skipped]
    if shown:
        return [each.read.row for each in sheet.rows if each.outcome == shown]
    return range(sheet.header_row + 1, sheet.height + 1)


def _worst(row: GridRow, column: int) -> SheetFinding | None:
    """The gravest finding that stands in a column of a row."""
    found = [each for each in row.findings if each.column_index == column]
    return next((each for each in found if each.severity == "error"), found[0] if found else None)
