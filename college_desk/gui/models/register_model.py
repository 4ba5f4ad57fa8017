"""A register as a table: ids in order, pages of records, what is being typed, findings by cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from college_desk.base.translation import _
from college_desk.gui.findings import FindingIndex
from college_desk.gui.models.guarded import guarded
from college_desk.gui.models.row_cache import Fetch, RowCache
from college_desk.gui.words import grouped, masked
from college_desk.records.finding import SEVERITY_WORDS
from college_desk.records.register import Field, Record, Register
from college_desk.records.values.value_type import NOWHERE, Surroundings

Index = QModelIndex | QPersistentModelIndex

_GROUPED_TYPES = frozenset({"money", "count", "integer", "periods"})


class Role(IntEnum):
    """What the grid asks of a cell besides Qt's own roles."""

    UID = Qt.ItemDataRole.UserRole + 1
    FIELD = Qt.ItemDataRole.UserRole + 2
    TONE = Qt.ItemDataRole.UserRole + 3
    DRAFT = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True)
class CellEdit:
    """What was typed into a cell."""

    uid: str
    field: str
    text: str


@dataclass
class Draft:
    """A new row whose key is not there yet: texts as typed, by field name."""

    uid: str
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Typed:
    """A text that stands in a cell beside the value kept: on its way, or unreadable (with why)."""

    text: str
    message: str = ""


class RegisterModel(QAbstractTableModel):
    """edited([CellEdit]): cells of stored records were typed into; drafted(uid): a new row was."""

    edited = Signal(object)
    drafted = Signal(str)

    def __init__(self, register: Register, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self.columns: list[Field] = [register.by_name[name] for name in register.listed]
        self.around: Surroundings = NOWHERE
        self.reveal = False
        self._rows = RowCache(fetch)
        self._drafts: list[Draft] = []
        self._typed: dict[tuple[str, str], _Typed] = {}
        self._findings = FindingIndex()
        self._locked = register.made_by_program
        self._draft_number = 0

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows, drafts last."""
        return 0 if parent.isValid() else len(self._rows) + len(self._drafts)

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns are shown."""
        return 0 if parent.isValid() else len(self.columns)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be selected; those of a register that the program makes cannot be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return able if self._locked else able | Qt.ItemFlag.ItemIsEditable

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, holds for editing, or is marked with."""
        if not index.isValid():
            return None
        declared, uid = self.columns[index.column()], self.uid_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index.row(), uid, declared)
        if role == Qt.ItemDataRole.EditRole:
            return self.text(index.row(), declared)
        if role == Role.TONE:
            return self._tone(uid, declared.name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(uid, declared.name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if declared.type.right_aligned else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        others = {Role.UID: uid, Role.FIELD: declared.name, Role.DRAFT: index.row() >= len(self._rows)}
        return others.get(role)  # type: ignore[call-overload]

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Labels of columns; numbers of rows, a star for a row not stored yet."""
        if orientation == Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole:
                return "＊" if section >= len(self._rows) else str(section + 1)
            return None
        if not 0 <= section < len(self.columns):
            return None
        declared = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(declared.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _(declared.hint) if declared.hint else _(declared.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if declared.type.right_aligned else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    @guarded(False)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; it is stored through `edited`, unreadable text stays red in its cell."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        declared, text = self.columns[index.column()], str(value)
        if text == self.text(index.row(), declared):
            return False
        if index.row() >= len(self._rows):
            self.draft_cells(self.uid_at(index.row()), {declared.name: text})
        else:
            self.take([CellEdit(self.uid_at(index.row()), declared.name, text)])
        return True

    def take(self, edits: Sequence[CellEdit]) -> None:
        """Show typed texts at once, and ask for those that can be read to be stored."""
        readable = []
        for each in edits:
            reading = self.register.by_name[each.field].type.read(each.text, self.around)
            if reading.unreadable:
                self._typed[each.uid, each.field] = _Typed(each.text, reading.faults[0].message)
            else:
                self._typed[each.uid, each.field] = _Typed(each.text)
                readable.append(each)
        self._repaint({each.uid for each in edits})
        if readable:
            self.edited.emit(readable)

    def settle(self, edits: Iterable[CellEdit]) -> None:
        """These edits were stored or refused: show what is kept."""
        edits = list(edits)
        for each in edits:
            typed = self._typed.get((each.uid, each.field))
            if typed is not None and not typed.message and typed.text == each.text:
                del self._typed[each.uid, each.field]
        self.refresh({each.uid for each in edits})

    def unread(self) -> Mapping[tuple[str, str], str]:
        """Texts that could not be read, by uid and field."""
        return {at: typed.text for at, typed in self._typed.items() if typed.message}

    def show_rows(self, uids: Sequence[str]) -> None:
        """Show these records, in this order."""
        self.beginResetModel()
        self._rows.show(uids)
        self.endResetModel()

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these fields, in this order."""
        self.beginResetModel()
        self.columns = [self.register.by_name[name] for name in names]
        self.endResetModel()

    def refresh(self, uids: Iterable[str]) -> None:
        """Read these records again."""
        for row in self._rows.forget(uids):
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def show_findings(self, findings: FindingIndex) -> None:
        """Mark cells by these findings."""
        self._findings = findings
        self._all_changed()

    def show_numbers(self, shown: bool) -> None:
        """Show identity and bank numbers whole, or masked."""
        self.reveal = shown
        self._all_changed()

    def record(self, row: int) -> Record | None:
        """The stored record of a row; None for a draft or one that is gone."""
        return self._rows.record(row) if 0 <= row < len(self._rows) else None

    def row(self, uid: str) -> int | None:
        """The row in which a record or draft stands."""
        for number, each in enumerate(self._drafts):
            if each.uid == uid:
                return len(self._rows) + number
        return self._rows.row(uid)

    def uid_at(self, row: int) -> str:
        """The uid of a row's record, or a draft's own mark."""
        stored = len(self._rows)
        return self._rows.uid(row) if row < stored else self._drafts[row - stored].uid

    def stored(self) -> int:
        """How many stored records are shown."""
        return len(self._rows)

    def uids(self) -> Sequence[str]:
        """The uids shown, drafts left out."""
        return self._rows.uids()

    def text(self, row: int, declared: Field) -> str:
        """A cell's text as it is edited: whole, without thin spaces."""
        uid = self.uid_at(row)
        if row >= len(self._rows):
            return self._drafts[row - len(self._rows)].cells.get(declared.name, "")
        typed = self._typed.get((uid, declared.name))
        if typed is not None:
            return typed.text
        record = self._rows.record(row)
        return "" if record is None else self.register.show(record, declared.name)

    def value(self, row: int, declared: Field) -> Any:
        """A cell's value kept; None when it is empty or the row is a draft."""
        record = self.record(row)
        return None if record is None else getattr(record, declared.name)

    def add_draft(self, cells: Mapping[str, str]) -> str:
        """Begin a new row; its mark."""
        self._draft_number += 1
        draft = Draft(f"draft-{self._draft_number}", dict(cells))
        row = self.rowCount()
        self.beginInsertRows(QModelIndex(), row, row)
        self._drafts.append(draft)
        self.endInsertRows()
        return draft.uid

    def draft(self, uid: str) -> Draft | None:
        """The draft of that mark."""
        return next((each for each in self._drafts if each.uid == uid), None)

    def draft_cells(self, uid: str, cells: Mapping[str, str]) -> None:
        """Take what was typed into a draft."""
        draft = self.draft(uid)
        if draft is None:
            return
        draft.cells.update(cells)
        self._repaint({uid})
        self.drafted.emit(uid)

    def drop_draft(self, uid: str) -> None:
        """Take a draft away: stored, or given up."""
        draft = self.draft(uid)
        if draft is None:
            return
        row = len(self._rows) + self._drafts.index(draft)
        self.beginRemoveRows(QModelIndex(), row, row)
        self._drafts.remove(draft)
        self.endRemoveRows()

    def adopt(self, mark: str, uid: str) -> None:
        """A draft was stored as a record: its row stays where it is, so that typing goes on in it."""
        draft = self.draft(mark)
        if draft is None:
            return
        if self._rows.row(uid) is not None or self._drafts[0] is not draft:
            self.drop_draft(mark)
            if self._rows.row(uid) is None:
                self._append_row(uid)
            self.refresh({uid})
            return
        self._drafts.pop(0)
        self._rows.append(uid)
        row = len(self._rows) - 1
        self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)
        self.refresh({uid})

    def _append_row(self, uid: str) -> None:
        row = len(self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.append(uid)
        self.endInsertRows()

    def fault(self, uid: str, name: str) -> str:
        """Why the text in a cell cannot be read; empty when it can."""
        typed = self._typed.get((uid, name))
        if typed is not None:
            return typed.message
        draft = self.draft(uid)
        if draft is not None and draft.cells.get(name):
            reading = self.register.by_name[name].type.read(draft.cells[name], self.around)
            return reading.faults[0].message if reading.unreadable else ""
        return ""

    def _shown(self, row: int, uid: str, declared: Field) -> str:
        if (uid, declared.name) in self._typed or row >= len(self._rows):
            return self.text(row, declared)
        record = self._rows.record(row)
        value = None if record is None else getattr(record, declared.name)
        return "" if value is None else shown(declared, value, reveal=self.reveal)

    def _tone(self, uid: str, name: str) -> str:
        if self.fault(uid, name):
            return "error"
        found = self._findings.at(uid, name)
        if found is None or not found.blocks:
            return ""
        return {"error": "error", "warning": "wait"}.get(found.severity, "")

    def _hint(self, uid: str, name: str) -> str | None:
        if fault := self.fault(uid, name):
            return fault
        found = [each for each in self._findings.of(uid) if each.field == name]
        lines = [f"{_(SEVERITY_WORDS[each.severity])}：{each.message}" for each in found]
        return "\n".join(lines) or None

    def _repaint(self, uids: Iterable[str]) -> None:
        for uid in uids:
            if (row := self.row(uid)) is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def _all_changed(self) -> None:
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def shown(declared: Field, value: Any, *, reveal: bool) -> str:
    """A value as grids show it: masked where sensitive, with thin spaces in long numbers."""
    text = declared.type.show(value)
    if declared.sensitive and not reveal:
        return masked(text)
    if declared.type.code in _GROUPED_TYPES and isinstance(value, int | Decimal):
        return grouped(Decimal(text) if isinstance(value, Decimal) else value)
    return text
