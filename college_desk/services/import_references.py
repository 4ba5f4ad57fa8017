"""Whom a sheet names that no register knows yet."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, NamedTuple

from college_desk.base.translation import _
from college_desk.files.mapping.layout import Layout
from college_desk.files.sheets.book import cell_text
from college_desk.records.register import REGISTERS, Field, Register
from college_desk.records.values.organisation_name import comparable
from college_desk.services.import_findings import NOT_REGISTERED, SheetFinding, bare_name, sheet_name
from college_desk.services.import_plan import Plan, PlannedRow
from college_desk.storage.reader import Reader

_made = tuple.__new__
"""Makes a finding from all its parts, three times quicker than its own constructor."""


class _Reference(NamedTuple):
    """A column that names records of a register, with what is said of each value met in it."""

    name: str
    told: _Told
    sheet: str | None
    header: str
    place: int
    reported: str | None


class KnownNames:
    """Whose names the registers bear, those that the import adds among them."""

    def __init__(self, reader: Reader, plan: Plan) -> None:
        self._reader = reader
        self._plan = plan
        self._told: dict[str, _Told] = {}
        self._of_sheet: dict[tuple[int, str], list[_Reference]] = {}

    def tell(self, row: PlannedRow, found: list[SheetFinding]) -> None:
        """Add what is to be said of the names in a row that no register knows."""
        read = row.read
        number, cells = read.row, read.cells
        for code, values in read.values.items():
            for name, told, sheet, header, index, reported in self._references(read.layout, code):
                value = values.get(name)
                if value is None:
                    continue
                message = told[value]
                if message is not None:
                    cell = cells[index]
                    text = cell if type(cell) is str else cell_text(cell) or None
                    parts = (
                        sheet, number, header, index, code, reported, NOT_REGISTERED, "warning", message, text, None, False,
                    )  # fmt: skip
                    found.append(_made(SheetFinding, parts))

    def _references(self, layout: Layout, code: str) -> list[_Reference]:
        """The columns of a sheet that fill references of a register."""
        known = self._of_sheet.get((id(layout), code))
        if known is None:
            known = self._of_sheet[id(layout), code] = []
            for declared, target in _references(code):
                column = layout.column_of(code, declared.name)
                if column is not None:
                    told = self._told_of(target)
                    reported = bare_name(column, declared.name)
                    sheet = sheet_name(layout)
                    known.append(
                        _Reference(declared.name, told, sheet, column.source, column.index, reported)
                    )
        return known

    def _told_of(self, target: Register) -> _Told:
        if target.code not in self._told:
            self._told[target.code] = _Told(target, frozenset(self._gather(target)))
        return self._told[target.code]

    def _gather(self, target: Register) -> Iterator[str]:
        fields = [target.by_name[name].name for name in target.names]
        roll = self._plan.rolls.get(target.code)
        made = [item.after for item in roll.items] if roll is not None else []
        set_aside = self._reader.set_aside(target.record)
        for record in (*self._reader.facts().all(target.record), *set_aside, *made):
            for name in fields:
                value = getattr(record, name)
                if isinstance(value, str):
                    yield value
                    yield comparable(value)


class _Told(dict[Any, str | None]):
    """What to say of a value that names no record of a register; None where all of it is known."""

    def __init__(self, target: Register, names: frozenset[str]) -> None:
        self._names = names
        self._title = _(target.title)
        self._message = _("“{value}”不在{register}里，已按所填文字保留，登记后会自动对上。")

    def __missing__(self, value: Any) -> str | None:
        texts = value if isinstance(value, tuple) else (value,)
        missing = [text for text in texts if isinstance(text, str) and not self._has(text)]
        said = self._message.format(value="、".join(missing), register=self._title) if missing else None
        self[value] = said
        return said

    def _has(self, text: str) -> bool:
        return bool(self._names) and (text in self._names or comparable(text) in self._names)


@functools.cache
def _references(code: str) -> tuple[tuple[Field, Register], ...]:
    return tuple(
        (each, REGISTERS[each.refers_to]) for each in REGISTERS[code].fields if each.refers_to is not None
    )
