"""A sheet's data rows as values by register and field, read through the value types."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.layout import Layout
from college_desk.files.mapping.notes import Notes
from college_desk.files.mapping.vocabulary import Target
from college_desk.files.sheets.book import UNCOMPUTED, Book
from college_desk.records.register import REGISTERS, Register
from college_desk.records.values.day import split_range
from college_desk.records.values.value_type import Cell, Fault, Reading, Surroundings, ValueType
from college_desk.services import import_findings
from college_desk.services.import_findings import SheetFinding

_ROWS_A_STEP = 500
_DAY_TYPES = frozenset({"day", "day_or_month", "end_day"})
_MONEY_UNITS = frozenset({"元", "千元", "万元"})
_PERIOD_UNITS = frozenset({"节", "课时", "学时"})
_WITHOUT_YEAR = re.compile(r"^\s*(\d{1,2})\s*[月./\-]\s*\d{1,2}\s*[日号]?\s*$")


@dataclass
class ReadRow:
    """One data row as read.

    values: {register code: {field name: value}}, only what is filled and readable; carried registers stand
    there only where the row holds a value of a field of their own; findings: of its cells; held_back: it must
    wait whatever its cells say.
    """

    layout: Layout
    row: int
    cells: list[Cell]
    values: dict[str, dict[str, Any]]
    findings: list[SheetFinding] = field(default_factory=list)
    held_back: bool = False

    @property
    def unreadable(self) -> bool:
        """Whether it must wait because something stands in a cell that cannot be read."""
        return self.held_back or any(each.unreadable for each in self.findings)


class _Reader(NamedTuple):
    """How one column is read."""

    place: int
    column: Column
    register: str
    field: str
    type: ValueType[Any]
    around: Surroundings
    by_month: bool
    plain: bool


@dataclass(frozen=True)
class Laid:
    """What is laid over every row besides its cells.

    constants: {register code: {field name: value}} (--department, --cohort); mended: {(row, 0-based column):
    text}; left_out: rows that somebody has left out.
    """

    constants: Mapping[str, Mapping[str, Any]]
    mended: Mapping[tuple[int, int], str]
    left_out: frozenset[int]


def read_rows(
    layout: Layout,
    book: Book,
    register: Register,
    laid: Laid,
    synonyms: Mapping[str, Mapping[str, str]],
    progress: Progress,
) -> Iterator[ReadRow]:
    """The rows of one sheet in its order; those left out are left out. Raises Cancelled by progress."""
    readers = [_reader(column, layout.notes, book, synonyms) for column in layout.columns if column.target]
    total = len(layout.data)
    for done, (number, cells) in enumerate(layout.data):
        if done % _ROWS_A_STEP == 0:
            progress.step(_("读取各行"), done, total)
        if number in laid.left_out:
            continue
        row = ReadRow(layout, number, list(cells), {register.code: {}})
        for (mended, column), text in laid.mended.items() if laid.mended else ():
            if mended == number and column < len(row.cells):
                row.cells[column] = text
        for reader in readers:
            cell = row.cells[reader.place]
            if cell is None:
                continue
            if reader.plain and cell != UNCOMPUTED:
                reading = reader.type.read(cell, reader.around)
            else:
                reading = _with_care(row, reader, cell, layout.notes)
            if reading.value is not None:
                _values_of(row, reader.register)[reader.field] = reading.value
            for fault in reading.faults:
                row.findings.append(import_findings.of_cell(layout, number, reader.column, cell, fault))
        _lay_over(row, register, laid.constants)
        yield row


def _reader(column: Column, notes: Notes, book: Book, synonyms: Mapping[str, Mapping[str, str]]) -> _Reader:
    target = _target(column)
    kind = target.field.type
    unit = column.unit
    units = _MONEY_UNITS if kind.code == "money" else _PERIOD_UNITS if kind.code.startswith("periods") else ()
    if unit is None and notes.unit in units:
        unit = notes.unit
    around = Surroundings(year=notes.year, unit=unit, date_1904=book.date_1904, synonyms=synonyms)
    by_month = kind.code in _DAY_TYPES and notes.year is None and notes.year_of(1) is not None
    plain = not by_month and column.until is None
    return _Reader(column.index, column, target.register, target.field.name, kind, around, by_month, plain)


def _target(column: Column) -> Target:
    if column.target is None:
        raise ValueError(f"column {column.source!r} fills no field")
    return column.target


def _with_care(row: ReadRow, reader: _Reader, cell: Cell, notes: Notes) -> Reading[Any]:
    """The reading of a cell that may be a formula without a result, a range, or a day without its year."""
    if cell == UNCOMPUTED:
        message = _("这一格的公式没有算出结果，请用Excel或WPS打开表格保存一次，再导入。")
        return Reading(None, (Fault("unreadable", message),))
    until = reader.column.until
    ends = split_range(cell) if until is not None and isinstance(cell, str) else None
    if until is not None and ends is not None:
        first = reader.type.read(ends[0], reader.around)
        last = until.field.type.read(ends[1], reader.around)
        if last.value is not None:
            _values_of(row, until.register)[until.field.name] = last.value
        return Reading(first.value, (*first.faults, *last.faults))
    around = _with_year(reader.around, cell, notes) if reader.by_month else reader.around
    return reader.type.read(cell, around)


def _values_of(row: ReadRow, register: str) -> dict[str, Any]:
    """What the row holds of a register, made when its first value comes."""
    values = row.values.get(register)
    if values is None:
        values = row.values[register] = {}
    return values


def _with_year(around: Surroundings, cell: Cell, notes: Notes) -> Surroundings:
    """The surroundings of a day written without its year, in a sheet whose lines tell it by the month."""
    text = cell if isinstance(cell, str) else str(cell) if isinstance(cell, float) else ""
    met = _WITHOUT_YEAR.match(text)
    if met is None or not 1 <= int(met.group(1)) <= 12:
        return around
    return dataclasses.replace(around, year=notes.year_of(int(met.group(1))))


def _lay_over(row: ReadRow, register: Register, constants: Mapping[str, Mapping[str, Any]]) -> None:
    """Lay the constants over the row, and give carried records what they have from the carrying one."""
    for code, laid in constants.items():
        if code in row.values:
            row.values[code].update(laid)
    own = row.values[register.code]
    for carried in register.carries:
        values = row.values.get(carried.register)
        if values is None:
            continue
        other = REGISTERS[carried.register]
        for name, from_name in carried.by.items():
            value = own.get(register.by_name[from_name].name)
            if value is not None:
                values[other.by_name[name].name] = value
        for shared in ("department", "campus"):
            if shared in own:
                values.setdefault(shared, own[shared])


def constants_of(
    register: Register, given: Mapping[str, str | None], synonyms: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, Any]]:
    """The values laid over every row, by register; given: {field name: text or None}.

    A field stands on the register itself, else on one that its sheets carry. Raises UnusableInput where none
    has it, or where the text cannot be read.
    """
    constants: dict[str, dict[str, Any]] = {}
    for name, text in given.items():
        if text is None:
            continue
        holder = _holder(register, name)
        declared = holder.by_name[name]
        reading = declared.type.read(text, Surroundings(synonyms=synonyms))
        if reading.value is None:
            told = reading.faults[0].message if reading.faults else _("没有内容")
            raise UnusableInput(_("“{title}”填写有误：{told}").format(title=_(declared.title), told=told))
        constants.setdefault(holder.code, {})[declared.name] = reading.value
    return constants


def _holder(register: Register, name: str) -> Register:
    candidates: Sequence[Register] = (
        register,
        *(REGISTERS[carried.register] for carried in register.carries),
    )
    for each in candidates:
        if each.field(name) is not None:
            return each
    raise UnusableInput(
        _("{register}没有“{name}”这一项，不能统一填写。").format(register=_(register.title), name=name)
    )
