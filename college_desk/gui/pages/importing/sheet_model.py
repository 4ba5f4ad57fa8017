"""One sheet of a file as a table: its cells as they stand, what is wrong with them, what becomes of each row."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_preview import GridRow, SheetPreview

Index = QModelIndex | QPersistentModelIndex
Shown = Literal["", "new", "changed", "unchanged", "pending", "skipped"]
"""Which rows are shown: all below the header, or those of one outcome."""

TONE = Qt.ItemDataRole.UserRole + 1
QUIET = Qt.ItemDataRole.UserRole + 2

_PAGE = 100
_MOST_KEPT = 4000
_WORDS = {"new": "新增", "changed": "有变化", "unchanged": "无变化", "pending": "待修正"}


class SheetModel(QAbstractTableModel):
    """mended(row number, column, text): a cell was written anew."""

    mended = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: SheetPreview | None = None
        self._numbers: list[int] = []
        self._kept: dict[int, GridRow] = {}

    def show_sheet(self, sheet: SheetPreview | None, shown: Shown = "") -> None:
        """Show a sheet's rows, all or those of one outcome."""
        self.beginResetModel()
        self.sheet = sheet
        self._kept.clear()
        self._numbers = [] if sheet is None else _numbers(sheet, shown)
        self.endResetModel()

    def number_of(self, row: int) -> int:
        """The sheet's own number of a row of the table."""
        return self._numbers[row]

    def place_of(self, number: int) -> int | None:
        """The row of the table in which a sheet's row stands, None where it is not shown."""
        return self._numbers.index(number) if number in self._numbers else None

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
            if (
                role == Qt.ItemDataRole.DisplayRole
                and self.sheet is not None
                and section < len(self.sheet.columns)
            ):
                return self.sheet.columns[section].label
            return None
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
        self.mended.emit(self._numbers[index.row()], index.column(), str(value))
        return True


def _numbers(sheet: SheetPreview, shown: Shown) -> list[int]:
    if shown == "skipped":
        return [each.row for each in sheet.skipped]
    if shown:
        return [each.read.row for each in sheet.rows if each.outcome == shown]
    return list(range(sheet.header_row + 1, sheet.height + 1))


def _worst(row: GridRow, column: int) -> SheetFinding | None:
    """The gravest finding that stands in a column of a row."""
    found = [each for each in row.findings if each.column_index == column]
    return next((each for each in found if each.severity == "error"), found[0] if found else None)
