"""A sheet laid out for import: header, columns, data rows, skipped rows, and what stands above the table."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from college_desk.files.mapping import header_row, rows
from college_desk.files.mapping.columns import Column, columns
from college_desk.files.mapping.notes import Notes, notes_above
from college_desk.files.mapping.vocabulary import SHARED, Target, Vocabulary
from college_desk.files.sheets.book import Sheet
from college_desk.records.register import REGISTERS
from college_desk.records.values.value_type import Cell

_SAMPLE = 60
_SAMPLED_ROWS = 400


@dataclass(frozen=True)
class Choices:
    """What somebody has decided about a sheet instead of leaving it to the program.

    header_row: 1-based, of the lowest header row; columns: by 0-based index the field, None for no field.
    """

    header_row: int | None = None
    columns: Mapping[int, Target | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Layout:
    """One sheet as it will be read.

    header_row, the numbers of `data` and of `skipped` are the sheet's own row numbers, 1-based; data rows
    are as wide as the header, values of vertically merged cells repeated in each of their rows.
    """

    sheet: Sheet
    header_row: int
    columns: tuple[Column, ...]
    data: tuple[tuple[int, Sequence[Cell]], ...]
    skipped: tuple[rows.Skipped, ...]
    notes: Notes
    score: int

    def column_of(self, register: str, name: str) -> Column | None:
        """The column that fills a field of a register, or None."""
        return self._by_field.get((register, name))

    @functools.cached_property
    def _by_field(self) -> Mapping[tuple[str, str], Column]:
        return {
            target.key: column
            for column in self.columns
            for target in (column.target, column.until)
            if target is not None
        }

    @property
    def holds_key(self) -> bool:
        """Whether a column fills the first key field of the register that is imported."""
        return any(column.target is not None and _is_key(column.target) for column in self.columns)


def _is_key(target: Target) -> bool:
    register = REGISTERS[target.register]
    firsts = {names[0] for names in (register.key, register.else_key) if names}
    return target.own and target.field.name in {register.by_name[name].name for name in firsts}


def layout(sheet: Sheet, words: Vocabulary, choices: Choices) -> Layout | None:
    """The layout of a sheet for a register; None when no header is found (or none stands where it was said to)."""
    if choices.header_row is not None:
        header = header_row.at(sheet, choices.header_row - 1, words)
    else:
        header = header_row.find(sheet, words)
    if header is None:
        return None
    sampled: dict[int, Sequence[Cell]] = {}

    def values(index: int) -> Sequence[Cell]:
        if index not in sampled:
            sampled[index] = _sample(sheet, header.row + 1, index)
        return sampled[index]

    made = columns(header, words, values, choices.columns)
    data, skipped = rows.sort(sheet, header, made)
    made = tuple(_without_empty_note(column, data, choices) for column in made)
    notes = notes_above(sheet, header.top)
    return Layout(sheet, header.row + 1, made, data, skipped, notes, header.score)


def _without_empty_note(column: Column, data: rows.Data, choices: Choices) -> Column:
    """The column, but no field where it is one that every register has (备注) and stands empty in all rows."""
    if column.target is None or column.target.field.name not in SHARED or column.index in choices.columns:
        return column
    if any(cells[column.index] is not None for _number, cells in data):
        return column
    return dataclasses.replace(column, target=None, confidence=0.0)


def _sample(sheet: Sheet, first: int, index: int) -> Sequence[Cell]:
    """The first filled cells of a column below the header."""
    found: list[Cell] = []
    for row in sheet.rows[first : first + _SAMPLED_ROWS]:
        if index < len(row) and row[index] is not None:
            found.append(row[index])
            if len(found) >= _SAMPLE:
                break
    return found
