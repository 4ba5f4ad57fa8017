"""The waiting rows of one register as a table: a line for each row, a column for each field that any of them has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from college_desk.base.translation import _
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.importing.cell_grid import QUIET, TONE
from college_desk.records.change import PendingRow
from college_desk.records.register import REGISTERS
from college_desk.services.import_tray import ABOVE_THE_TABLE, LEFT_OUT, meant_by

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str]
"""A field's register and name, or empty and a header."""


class TrayColumn(NamedTuple):
    """One column. key: the field, or the header where it leads to none; name: what a text is written under in a
    row that has no such cell; left_out: whether somebody has decided not to import it.
    """

    key: Key
    title: str
    name: str
    left_out: bool


class Told(NamedTuple):
    """What is wrong with a cell, or (header None) with its row."""

    header: str | None
    message: str
    tone: str


class TrayModel(QAbstractTableModel):
    """typed: some cells were written anew, or as they were."""

    typed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[PendingRow] = ()
        self.columns: Sequence[TrayColumn] = ()
        self._headers: Sequence[Mapping[Key, str]] = ()
        self._faults: dict[int, Mapping[str | None, Told]] = {}
        self._name_of: Callable[[PendingRow], str] = lambda _waiting: ""
        self._written: dict[int, dict[str, str]] = {}

    def show_rows(self, rows: Sequence[PendingRow], name_of: Callable[[PendingRow], str]) -> None:
        """Show these rows of one register; name_of: what a row is called. What was written before stays written."""
        self.beginResetModel()
        self.rows, self._name_of = tuple(rows), name_of
        known: dict[tuple[str, ...], Mapping[Key, str]] = {}
        self._headers = [_headers_of(each, known) for each in rows]
        self.columns = _columns(rows, list(known.values()))
        self._faults = {}
        if self._written:
            self._written = _still_written(self._written, rows)
        self.endResetModel()
        self.typed.emit()

    def header_at(self, row: int, column: int) -> str:
        """The header under which a cell stands in its row, or what it would be written under."""
        place = self.columns[column]
        return self._headers[row].get(place.key, place.name)

    def column_of(self, row: int, header: str) -> int | None:
        """The column in which a header's cell of a row stands."""
        several = range(len(self.columns))
        return next((column for column in several if self.header_at(row, column) == header), None)

    def written(self) -> dict[int, dict[str, str]]:
        """The cells written anew, by row and header."""
        return {row: dict(cells) for row, cells in self._written.items()}

    def forget_written(self) -> None:
        """Take back what was written and not stored."""
        self._written.clear()
        self._tell_all()

    def told_of(self, row: int) -> list[Told]:
        """What is wrong with a row, the errors first."""
        return sorted(_told(self.rows[row]), key=lambda each: each.tone != "error")

    def first_fault(self, row: int) -> int:
        """The column of a row's first wrong cell, 0 where its cells are right."""
        faults = self._faults_of(row)
        wrong = [place for place in range(len(self.columns)) if self.header_at(row, place) in faults]
        errors = [place for place in wrong if faults[self.header_at(row, place)].tone == "error"]
        return next(iter([*errors, *wrong]), 0)

    def _faults_of(self, row: int) -> Mapping[str | None, Told]:
        """The gravest fault of each cell of a row, worked out when it is first looked at."""
        if row not in self._faults:
            self._faults[row] = _worst(_told(self.rows[row]))
        return self._faults[row]

    def write(self, cells: Iterable[tuple[int, int, str]]) -> None:
        """Write cells anew: (row, column, text); columns that are left out stay as they are."""
        for row, column, text in cells:
            if self.columns[column].left_out:
                continue
            waiting, header = self.rows[row], self.header_at(row, column)
            kept = self._written.setdefault(waiting.id, {})
            if waiting.cells.get(header, "") == text:
                kept.pop(header, None)
            else:
                kept[header] = text
            if not kept:
                self._written.pop(waiting.id, None)
        self._tell_all()

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many rows wait."""
        return 0 if parent.isValid() else len(self.rows)

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """As many as there are fields."""
        return 0 if parent.isValid() else len(self.columns)

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, its tone, and what is wrong with it."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        waiting, header = self.rows[index.row()], self.header_at(index.row(), index.column())
        written = self._written.get(waiting.id, {}).get(header)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return waiting.cells.get(header, "") if written is None else written
        fault = self._faults_of(index.row()).get(header)
        if role == TONE:
            return "info" if written is not None else fault.tone if fault is not None else ""
        if role == QUIET:
            return self.columns[index.column()].left_out
        if role == Qt.ItemDataRole.ToolTipRole:
            if written is not None:
                return _("已改，点“入库”后重新校验")
            return fault.message if fault is not None else None
        return None

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What the columns hold; the rows' place and name down the side."""
        if orientation == Qt.Orientation.Horizontal:
            known = section < len(self.columns)
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return self.columns[section].title if known and shown else None
        if section >= len(self.rows):
            return None
        waiting = self.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            place = _("第{n}行").format(n=waiting.row)
            return " ".join(each for each in (place, self._name_of(waiting)) if each)
        if role == Qt.ItemDataRole.ToolTipRole:
            told = [each.message for each in self.told_of(section)]
            return "\n".join([" · ".join(each for each in (waiting.file, waiting.sheet) if each), *told])
        return None

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be written anew, but for those of columns that somebody has left out."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        left_out = self.columns[index.column()].left_out
        return usual if left_out else usual | Qt.ItemFlag.ItemIsEditable

    @guarded(False)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write a cell anew."""
        if role != Qt.ItemDataRole.EditRole or str(value) == index.data(Qt.ItemDataRole.EditRole):
            return False
        self.write([(index.row(), index.column(), str(value))])
        return True

    def _tell_all(self) -> None:
        if self.rows and self.columns:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.typed.emit()


def title_of(header: str, code: str) -> str:
    """A header of the tray in words: the file's own, or register and field where it stands under a field's name."""
    target = vocabulary(code).named(header) if "." in header else None
    if target is None:
        return header.replace("\n", " ")
    return f"{_(REGISTERS[target.register].title)}·{_(target.field.title)}"


def _headers_of(waiting: PendingRow, known: dict[tuple[str, ...], Mapping[Key, str]]) -> Mapping[Key, str]:
    """The headers of a row by what they mean, those told of as missing too; none means what another means already.

    known: what was found for rows of the same headers before.
    """
    cells = waiting.cells
    missing = tuple(fault[0] for fault in waiting.faults if fault[0] is not None and fault[0] not in cells)
    headers = (*cells, *missing)
    if headers not in known:
        words = vocabulary(waiting.register)
        found: dict[Key, str] = {}
        for header in headers:
            if header != ABOVE_THE_TABLE:
                target = meant_by(header, words)
                key = target.key if target is not None else ("", header)
                found.setdefault(key if key not in found else ("", header), header)
        known[headers] = found
    return known[headers]


def _still_written(
    written: Mapping[int, Mapping[str, str]], rows: Sequence[PendingRow]
) -> dict[int, dict[str, str]]:
    """What was written into rows that wait on and do not stand so yet."""
    still = {}
    for each in rows:
        cells = {
            name: text for name, text in written.get(each.id, {}).items() if each.cells.get(name, "") != text
        }
        if cells:
            still[each.id] = cells
    return still


def _columns(rows: Sequence[PendingRow], headers: Sequence[Mapping[Key, str]]) -> list[TrayColumn]:
    """A column for each key in the order in which they come, under the header on which all rows agree."""
    spelled: dict[Key, dict[str, None]] = {}
    for each in headers:
        for key, header in each.items():
            spelled.setdefault(key, {})[header] = None
    columns = []
    for key, several in spelled.items():
        first = next(iter(several))
        if len(several) == 1 or not key[0]:
            title = title_of(first, rows[0].register)
        else:
            title = _(REGISTERS[key[0]].by_name[key[1]].title)
        name = ".".join(key) if key[0] else first
        columns.append(TrayColumn(key, title, name, first.startswith(LEFT_OUT)))
    return columns


def _told(waiting: PendingRow) -> list[Told]:
    return [
        Told(header, message, "wait" if severity == "warning" else "error")
        for header, _field, severity, message in waiting.faults
    ]


def _worst(told: Sequence[Told]) -> dict[str | None, Told]:
    """The gravest fault of each cell."""
    worst: dict[str | None, Told] = {}
    for each in told:
        if each.header not in worst or each.tone == "error":
            worst[each.header] = each
    return worst
