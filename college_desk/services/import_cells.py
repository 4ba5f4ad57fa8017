"""The cells of one column as values: each distinct cell is read once, whatever number of rows holds it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.notes import Notes
from college_desk.files.mapping.vocabulary import Target
from college_desk.files.sheets.book import UNCOMPUTED, Book
from college_desk.records.values.day import split_range
from college_desk.records.values.value_type import Cell, Fault, Reading, Surroundings

_DAY_TYPES = frozenset({"day", "day_or_month", "end_day"})
_MONEY_UNITS = frozenset({"元", "千元", "万元"})
_PERIOD_UNITS = frozenset({"节", "课时", "学时"})
_WITHOUT_YEAR = re.compile(r"^\s*(\d{1,2})\s*[月./\-]\s*\d{1,2}\s*[日号]?\s*$")
_EMPTY: Reading[Any] = Reading(None)
_TEXT_OR_EMPTY = frozenset({str, type(None)})

Rewrite = Callable[[Cell], Cell]
"""What somebody has decided a cell to mean (leading zeros, a month); the cell itself where nothing was."""


class ReadColumn(NamedTuple):
    """A column read: by target the values in the rows' order (None: empty or unreadable), and what is wrong.

    faults: [(place of the row, the field, fault)], in the rows' order.
    """

    values: tuple[tuple[Target, list[Any]], ...]
    faults: list[tuple[int, Target, Fault]]


class _Cell(NamedTuple):
    """One cell as read: the value (a list, one for each field, where the column fills several)."""

    value: Any
    faults: tuple[tuple[Target, Fault], ...]


class _Once(dict[Any, Any]):
    """Values by cell, each read when it is first met; what is wrong with them is kept beside."""

    def __init__(self, read: Callable[[Any], _Cell | Reading[Any]]) -> None:
        self._read = read
        self.faults: dict[Any, tuple[tuple[Target, Fault], ...]] = {}
        self[None] = None

    def __missing__(self, key: Any) -> Any:
        found = self._read(key)
        if found.faults and isinstance(found, _Cell):
            self.faults[key] = found.faults
        self[key] = value = found.value
        return value


def surroundings(
    column: Column, notes: Notes, book: Book, synonyms: Mapping[str, Mapping[str, str]]
) -> Surroundings:
    """What the sheet says around the cells of a column: the year, the unit, how days count, the school's words."""
    kind = target_of(column).field.type.code
    units = _MONEY_UNITS if kind == "money" else _PERIOD_UNITS if kind.startswith("periods") else ()
    unit = column.unit
    if unit is None and notes.unit in units:
        unit = notes.unit
    return Surroundings(year=notes.year, unit=unit, date_1904=book.date_1904, synonyms=synonyms)


def target_of(column: Column) -> Target:
    """The field that a column fills. Raises ValueError where it fills none."""
    if column.target is None:
        raise ValueError(f"column {column.source!r} fills no field")
    return column.target


def read_column(
    column: Column, cells: Sequence[Cell], around: Surroundings, notes: Notes, rewrite: Rewrite | None = None
) -> ReadColumn:
    """The values of a column's cells. A range in one cell fills two fields, a combined cell several."""
    targets = column.targets
    read = _reader(column, around, notes, rewrite)
    texts = _Once(read)
    if set(map(type, cells)) <= _TEXT_OR_EMPTY:
        keys: Sequence[Any] = cells
        values = list(map(texts.__getitem__, cells))
        faulty = texts.faults
    else:
        others = _Once(lambda key: read(key[1]))
        keys = [cell if cell is None or type(cell) is str else (type(cell), cell) for cell in cells]
        values = [texts[key] if key is None or type(key) is str else others[key] for key in keys]
        faulty = {**texts.faults, **others.faults}
    faults: list[tuple[int, Target, Fault]] = []
    if faulty:
        for place, key in enumerate(keys):
            if key in faulty:
                faults += [(place, target, fault) for target, fault in faulty[key]]
    if len(targets) == 1:
        return ReadColumn(((targets[0], values),), faults)
    split = [
        (target, [None if each is None else each[part] for each in values])
        for part, target in enumerate(targets)
    ]
    return ReadColumn(tuple(split), faults)


def _reader(
    column: Column, around: Surroundings, notes: Notes, rewrite: Rewrite | None
) -> Callable[[Cell], _Cell | Reading[Any]]:
    """How one cell of the column is read; what is wrong with it comes as the faults of a `_Cell`."""
    targets = column.targets
    first = targets[0]
    kind = first.field.type
    plain = kind.reader(around)
    by_month = kind.code in _DAY_TYPES and notes.year is None and notes.year_of(1) is not None

    def one(cell: Cell) -> _Cell | Reading[Any]:
        if cell == UNCOMPUTED:
            message = _("这一格的公式没有算出结果，请用Excel或WPS打开表格保存一次，再导入。")
            return _Cell(None, ((first, Fault("unreadable", message)),))
        meant = cell if rewrite is None else rewrite(cell)
        reading = kind.read(meant, _with_year(around, meant, notes)) if by_month else plain(meant)
        if not reading.faults:
            return reading
        return _Cell(reading.value, tuple((first, fault) for fault in reading.faults))

    def several(cell: Cell) -> _Cell:
        parts = _parts(column, cell)
        if not parts:
            whole = one(cell)
            faults = whole.faults if isinstance(whole, _Cell) else ()
            return _Cell([whole.value, *[None] * (len(targets) - 1)], faults)
        readings = [
            _EMPTY if part is None else target.field.type.read(part, around)
            for target, part in zip(targets, parts, strict=True)
        ]
        found = (
            (target, each) for target, read in zip(targets, readings, strict=True) for each in read.faults
        )
        return _Cell([each.value for each in readings], tuple(found))

    return one if len(targets) == 1 else several


def _parts(column: Column, cell: Cell) -> Sequence[str | None]:
    """The text of a cell for each field of its column, None where it has none; empty when it does not part."""
    if column.split is not None:
        told = column.split.parts_of(cell)
        return [told.get(name) for name in column.split.targets] if told else []
    ends = split_range(cell) if isinstance(cell, str) else None
    return ends or []


def _with_year(around: Surroundings, cell: Cell, notes: Notes) -> Surroundings:
    """The surroundings of a day written without its year, in a sheet whose lines tell it by the month."""
    text = cell if isinstance(cell, str) else str(cell) if isinstance(cell, float) else ""
    met = _WITHOUT_YEAR.match(text)
    if met is None or not 1 <= int(met.group(1)) <= 12:
        return around
    return dataclasses.replace(around, year=notes.year_of(int(met.group(1))))
