"""The rows of an import that wait are laid into the tray, and those that come right in it are taken out.

The same rows come again in the same file or in the annotated copy of it.

The copy has another name, a csv's has a sheet where the csv had none, and an office often sends back only the
rows that were wrong. So a waiting row is known by its place and its people, else by its whole key.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.files.sheets.book import cell_text
from college_desk.records.change import PendingRow
from college_desk.records.register import Field, Register
from college_desk.records.values.value_type import NOWHERE
from college_desk.services.import_findings import SheetFinding, sheet_name
from college_desk.services.import_plan import Plan, PlannedRow
from college_desk.services.import_rows import ReadRow
from college_desk.services.import_tray import (
    ABOVE_THE_TABLE,
    LEFT_OUT,
    NUMBER,
    NamesOfSheets,
    meant_by,
    pending_row,
    unmended,
)
from college_desk.storage.reader import Reader
from college_desk.storage.writer import Writer

_ROWS_A_STEP = 2000
"""Between so many rows somebody may cancel."""

Judged = Mapping[int, Sequence[SheetFinding]]
"""The findings of a row, by the `id` of the row as read."""

Cells = Mapping[str, str]


def hold(reader: Reader, register: Register, rows: Sequence[ReadRow]) -> None:
    """Hold back rows of a sheet that the tray was written out as, where what made them wait was not written anew."""
    numbers = _Numbers()
    numbered = {number: row for row in rows if (number := numbers.of(row)) is not None}
    if not numbered:
        return
    names = NamesOfSheets(register)
    for number, waiting in reader.pending_rows(list(numbered)).items():
        row = numbered[number]
        left = list(unmended(waiting, row, names.of(row.layout).cells(row)))
        if left and waiting.register == register.code:
            row.findings = [*row.findings, *left]
            row.held_back = True


def lay_in(
    writer: Writer, register: Register, file: str, plan: Plan, judged: Judged, progress: Progress = SILENT
) -> None:
    """Lay the plan's pending rows into the tray; what lies there already of the same rows is not laid twice.

    A row that lay there and has come right since, or stands there otherwise, is taken out. Raises Cancelled by
    progress.
    """
    tray = _Tray(register, file, writer.pending(register.code))
    new: list[PendingRow] = []
    settled: list[int] = []
    names = NamesOfSheets(register)
    for place, planned in enumerate(plan.rows):
        if place % _ROWS_A_STEP == 0:
            progress.step(_("存入待处理数据"), place, len(plan.rows))
        if not planned.pending and not tray.may_hold(planned):
            continue
        findings = judged.get(id(planned.read), ())
        row = pending_row(register, file, planned, findings, names=names.of(planned.read.layout))
        same = tray.numbered(planned)
        if same:
            row = _as_it_lay(row, same[0])
        else:
            same = tray.at_place(planned, row.cells)
        if planned.pending and any(each.cells == row.cells for each in same):
            continue
        settled += [each.id for each in same]
        if planned.pending:
            new.append(row)
    for planned in plan.rows if tray else ():
        if not planned.pending and planned.outcome != "unchanged" and tray.holds_elsewhere(planned):
            cells = names.of(planned.read.layout).cells(planned.read)
            settled += [each.id for each in tray.elsewhere(planned, cells)]
    if settled:
        writer.take_pending(settled)
    for start in range(0, len(new), _ROWS_A_STEP):
        progress.step(_("存入待处理数据"), start, len(new))
        writer.keep_pending(new[start : start + _ROWS_A_STEP])


class _Numbers:
    """The numbers of waiting rows that stand beside the cells of a sheet that the tray was written out as."""

    def __init__(self) -> None:
        self._columns: dict[int, int | None] = {}

    def of(self, row: ReadRow) -> int | None:
        """The number that a row bears; None for rows of other sheets."""
        layout = row.layout
        if id(layout) not in self._columns:
            bearing = (each.index for each in layout.columns if each.source == NUMBER and each.target is None)
            self._columns[id(layout)] = next(bearing, None)
        column = self._columns[id(layout)]
        text = "" if column is None else cell_text(row.cells[column])
        return int(text) if text.isdecimal() else None


def _as_it_lay(row: PendingRow, waiting: PendingRow) -> PendingRow:
    """A row of the written-out tray under its old place, with what was not written out."""
    cells = {name: text for name, text in row.cells.items() if name != NUMBER}
    kept = {name: text for name, text in waiting.cells.items() if name.startswith(LEFT_OUT)}
    return dataclasses.replace(
        row, file=waiting.file, sheet=waiting.sheet, row=waiting.row, cells={**cells, **kept}
    )


class _Named(NamedTuple):
    """Whom a row is about: its key's values, empty ones None, and its name."""

    key: tuple[Any, ...]
    name: Any

    def shares_with(self, other: _Named) -> bool:
        """Whether the two have a first key value or a name in common."""
        return (self.key[:1] == other.key[:1] and self.key[:1] != (None,)) or (
            self.name is not None and self.name == other.name
        )


class _Tray:
    """The waiting rows of a register while a file is brought in; those that were settled are no longer in it."""

    def __init__(self, register: Register, file: str, rows: Sequence[PendingRow]) -> None:
        self._register = register
        self._file = file
        self._key = tuple(register.by_name[name] for name in register.key)
        self._name = register.field("name")
        self._numbered = bool(self._key) and self._key[0].refers_to is None and self._name is not None
        self._numbers = _Numbers()
        self._left = {row.id: row for row in rows}
        self._at: dict[int, list[PendingRow]] = {}
        self._by_key: dict[tuple[Any, ...], list[PendingRow]] = {}
        self._by_name: dict[Any, list[PendingRow]] = {}
        self._indexed = False
        self._fields: dict[str, str | None] = {}
        self._named: dict[int, _Named] = {}
        for row in rows:
            self._at.setdefault(row.row, []).append(row)

    def __bool__(self) -> bool:
        return bool(self._left)

    def may_hold(self, planned: PlannedRow) -> bool:
        """Whether a row waits in this row's place, or under the number that it bears."""
        return planned.read.row in self._at or self._numbers.of(planned.read) in self._left

    def numbered(self, planned: PlannedRow) -> list[PendingRow]:
        """The waiting row whose number the row bears; none, or one."""
        found = self._left.pop(self._numbers.of(planned.read) or 0, None)
        return [] if found is None else [found]

    def at_place(self, planned: PlannedRow, cells: Cells) -> list[PendingRow]:
        """The waiting rows that are this row, perhaps mended: in its place, half of what is filled agreeing.

        Those of another file must besides be about the same one, and not lie in a sheet of another name.
        """
        found = []
        sheet = sheet_name(planned.read.layout)
        for row in self._at.get(planned.read.row, ()):
            if row.id not in self._left or not _agree(row.cells, cells, share=0.5):
                continue
            if (row.file == self._file and row.sheet == sheet) or (
                (row.sheet == sheet or None in (row.sheet, sheet))
                and self._of_waiting(row).shares_with(self._of_planned(planned))
            ):
                found.append(row)
        for row in found:
            del self._left[row.id]
        return found

    def holds_elsewhere(self, planned: PlannedRow) -> bool:
        """Whether a row of the same key or name may wait in another place; asked when all places are looked at."""
        if not self._indexed:
            self._index()
        named = self._of_planned(planned)
        return named.key in self._by_key or (self._numbered and named.name in self._by_name)

    def elsewhere(self, planned: PlannedRow, cells: Cells) -> list[PendingRow]:
        """The waiting rows of other places that a row which is stored now has mended.

        Known by the whole key, half of what is filled agreeing; or, where the key was what was wrong, by the
        name, nearly all agreeing.
        """
        named = self._of_planned(planned)
        found = [row for row in self._by_key.get(named.key, ()) if _agree(row.cells, cells, share=0.5)]
        if self._numbered and named.name is not None:
            alike = self._by_name.get(named.name, ())
            found += [row for row in alike if _agree(row.cells, cells, share=0.8, but=2)]
        settled = list({row.id: row for row in found if row.id in self._left}.values())
        for row in settled:
            del self._left[row.id]
        return settled

    def _index(self) -> None:
        self._indexed = True
        for row in self._left.values():
            named = self._of_waiting(row)
            if named.key and named.key[0] is not None:
                self._by_key.setdefault(named.key, []).append(row)
            if named.name is not None:
                self._by_name.setdefault(named.name, []).append(row)

    def _of_planned(self, planned: PlannedRow) -> _Named:
        own = planned.read.values[self._register.code]
        key = tuple(own.get(each.name) for each in self._key)
        return _Named(key, own.get(self._name.name) if self._name else None)

    def _of_waiting(self, row: PendingRow) -> _Named:
        known = self._named.get(row.id)
        if known is None:
            texts = {self._field(header): text for header, text in row.cells.items()}
            key = tuple(_read(each, texts.get(each.name)) for each in self._key)
            name = _read(self._name, texts.get(self._name.name)) if self._name else None
            known = self._named[row.id] = _Named(key, name)
        return known

    def _field(self, header: str) -> str | None:
        """The name of the register's field that a header of the tray leads to."""
        if header not in self._fields:
            target = meant_by(header, vocabulary(self._register.code))
            self._fields[header] = target.field.name if target is not None and target.own else None
        return self._fields[header]


def _agree(kept: Cells, now: Cells, *, share: float, but: int | None = None) -> bool:
    """Whether that share of what is filled in a waiting row stands in another row too, all but at most `but`."""
    filled = [name for name, text in kept.items() if text and name != ABOVE_THE_TABLE]
    agreeing = sum(1 for name in filled if now.get(name) == kept[name])
    return agreeing >= len(filled) * share and (but is None or len(filled) - agreeing <= but)


def _read(field: Field, text: str | None) -> Any:
    """The value of a waiting cell, None where it is empty or cannot be read."""
    return None if not text else field.type.read(text, NOWHERE).value
