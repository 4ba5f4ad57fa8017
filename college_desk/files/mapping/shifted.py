"""Rows whose cells stand in other columns than the header says: the identity number in the column of phones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.rows import Data
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.records.values.value_type import Cell, ValueType

_LIKE_A_NUMBER = re.compile(r"[0-9A-Z]{17}[0-9A-Zx]")
_KINDS: dict[str, ValueType[str]] = {"identity_number": IDENTITY_NUMBER, "credit_code": CREDIT_CODE}


@dataclass(frozen=True)
class ShiftedRow:
    """A row whose number does not stand where the others' do.

    row: the sheet's own number; column: where it should stand; found_in: where it stands, both 0-based.
    """

    row: int
    column: int
    found_in: int

    @property
    def by(self) -> int:
        """By how many columns, to the right above 0."""
        return self.found_in - self.column


def shifted_rows(columns: Sequence[Column], data: Data) -> tuple[ShiftedRow, ...]:
    """The rows with a valid identity number (or credit code) in a column of another field, and none in its own."""
    for code, kind in _KINDS.items():
        homes = [each.index for each in columns if each.target and each.target.field.type.code == code]
        own = next(
            (
                each.index
                for each in columns
                if each.target is not None and each.target.own and each.target.field.type.code == code
            ),
            None,
        )
        if own is not None:
            return tuple(_strays(kind, own, homes, columns, data))
    return ()


def _strays(
    kind: ValueType[str], own: int, homes: Sequence[int], columns: Sequence[Column], data: Data
) -> list[ShiftedRow]:
    others = [each.index for each in columns if each.target is not None and each.index not in homes]
    found = []
    for number, cells in data:
        if _may_be(cells[own]):
            continue
        for index in others:
            cell = cells[index]
            if _may_be(cell) and _is_valid(kind, cell):
                found.append(ShiftedRow(number, own, index))
                break
    return found


def _may_be(cell: Cell) -> bool:
    return type(cell) is str and len(cell) == 18 and _LIKE_A_NUMBER.fullmatch(cell) is not None


def _is_valid(kind: ValueType[str], cell: Cell) -> bool:
    read = kind.read(cell)
    return read.value is not None and all(fault.severity == "warning" for fault in read.faults)
