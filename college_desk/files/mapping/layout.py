"""A sheet laid out for import: header, columns, data rows, skipped rows, and what stands above the table."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from college_desk.base.translation import _
from college_desk.files.mapping import ready_made, rows, shifted, totals
from college_desk.files.mapping.asking import Asker
from college_desk.files.mapping.columns import Column, Decided, columns
from college_desk.files.mapping.evidence import Values
from college_desk.files.mapping.notes import Notes, notes_above
from college_desk.files.mapping.questions import Question
from college_desk.files.mapping.remapping import remapped, remaps
from college_desk.files.mapping.shifted import ShiftedRow
from college_desk.files.mapping.tables import Table, tables
from college_desk.files.mapping.totals import TotalCheck
from college_desk.files.mapping.vocabulary import SHARED, Target, Vocabulary
from college_desk.files.sheets.book import Sheet
from college_desk.records.register import REGISTERS
from college_desk.records.values.value_type import Cell

__all__ = ["Choices", "Layout", "ShiftedRow", "TotalCheck", "layout", "layouts"]

_SAMPLE = 60
_SAMPLED_ROWS = 400
_FOOT = re.compile(r"[：:]|^\s*[合小总共]\s*计|^注|说明")


@dataclass(frozen=True)
class Choices:
    """What somebody has decided about a sheet instead of leaving it to the program.

    header_row: 1-based, of the lowest header row; columns: by 0-based index the field, None for no field;
    answers: {question id: code}, goes after `columns`; constants: {field: text} for every row; splits: by
    0-based index the code of a split, empty for none; ready_made: whether a template that the program knows
    may decide.
    """

    header_row: int | None = None
    columns: Mapping[int, Target | None] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    splits: Mapping[int, str] = field(default_factory=dict)
    ready_made: bool = True


@dataclass(frozen=True)
class Layout:
    """One table of a sheet as it will be read.

    header_row, the numbers of `data` and of `skipped` are the sheet's own row numbers, 1-based, header_row 0
    where the sheet has no header and its values told; data rows are as wide as the header, values of vertically
    merged cells repeated in each of their rows; mapping: the ready-made mapping that decided the columns; totals:
    sums written below the rows that do not agree with them; shifted_rows: rows whose number stands in another
    column.
    """

    sheet: Sheet
    header_row: int
    columns: tuple[Column, ...]
    data: tuple[tuple[int, Sequence[Cell]], ...]
    skipped: tuple[rows.Skipped, ...]
    notes: Notes
    score: int
    register: str = ""
    choices: Choices = Choices()
    questions: tuple[Question, ...] = ()
    totals: tuple[TotalCheck, ...] = ()
    shifted_rows: tuple[ShiftedRow, ...] = ()
    mapping: str | None = None

    def column_of(self, register: str, name: str) -> Column | None:
        """The column that fills a field of a register, or None."""
        return self._by_field.get((register, name))

    @property
    def constants(self) -> Mapping[str, str]:
        """What is laid over every row, by field as named by whoever decided it."""
        return self.choices.constants

    @functools.cached_property
    def _by_field(self) -> Mapping[tuple[str, str], Column]:
        return {target.key: column for column in self.columns for target in column.targets}

    @property
    def holds_key(self) -> bool:
        """Whether a column fills the first key field of the register that is imported."""
        return any(_is_key(target) for column in self.columns for target in column.targets)


def _is_key(target: Target) -> bool:
    register = REGISTERS[target.register]
    firsts = {names[0] for names in (register.key, register.else_key) if names}
    return target.own and target.field.name in {register.by_name[name].name for name in firsts}


def layout(sheet: Sheet, words: Vocabulary, choices: Choices) -> Layout | None:
    """The first table of a sheet; None when no header is found (or none stands where it was said to)."""
    return next(iter(layouts(sheet, words, choices)), None)


def layouts(sheet: Sheet, words: Vocabulary, choices: Choices) -> tuple[Layout, ...]:
    """The tables of a sheet for a register, from above and from the left; empty when no header is found.

    Where one of them holds the register's key, those that do not are none of its tables: their rows are skipped.
    """
    header_at = None if choices.header_row is None else choices.header_row - 1
    found = [
        _laid(sheet, table, number, words, choices)
        for number, table in enumerate(tables(sheet, words, header_at))
    ]
    if len(found) < 2 or not any(each.holds_key for each in found):
        return tuple(found[:1])
    return tuple(_without_others(found))


def _without_others(found: Sequence[Layout]) -> Iterator[Layout]:
    """The tables that hold the key; the rows of the others are skipped rows of the one before (or after)."""
    kept = [each for each in found if each.holds_key]
    why = _("另一张表的行")
    for layout in kept:
        others = [each for each in found if not each.holds_key and _nearest(each, kept) is layout]
        more = [
            row
            for each in others
            for row in (*each.skipped, *(rows.Skipped(number, why) for number in _row_numbers(each)))
        ]
        skipped = sorted({row.row: row for row in (*layout.skipped, *more)}.values(), key=lambda row: row.row)
        yield dataclasses.replace(layout, skipped=tuple(skipped))


def _row_numbers(other: Layout) -> Iterator[int]:
    yield other.header_row
    yield from (number for number, _cells in other.data)


def _nearest(other: Layout, kept: Sequence[Layout]) -> Layout:
    above = [each for each in kept if each.header_row < other.header_row]
    return above[-1] if above else kept[0]


def _laid(sheet: Sheet, table: Table, number: int, words: Vocabulary, choices: Choices) -> Layout:
    """One table with its columns and rows."""
    header = table.header
    values = _sampler(table)
    name = sheet.name if number == 0 else f"{sheet.name}#{number + 1}"
    asker = Asker(table.sheet, name, words, header.cells, values, choices.answers)
    known = ready_made.recognised(header.cells, words) if choices.ready_made and header.written else None
    given = known.targets(header.cells, words) if known is not None else {}
    decided = asker.decided(Decided(choices.columns if number == 0 else {}, choices.splits, given))
    made = columns(header, words, values, decided)
    found = remaps(made, words, values, {**decided.columns, **decided.ready_made, **decided.splits})
    made = remapped(made, found)
    data, skipped = rows.sort(table.sheet, header, made, table.above, table.last)
    made = tuple(_without_empty_note(column, data, decided) for column in made)
    return Layout(
        sheet,
        header.row + 1 if header.written else 0,
        made,
        data,
        skipped,
        notes_above(sheet, header.top, table.above),
        header.score,
        words.register.code,
        choices,
        asker.questions(made, found, decided, data),
        totals.compare(table.sheet, made, data, skipped),
        shifted.shifted_rows(made, data),
        known.title if known is not None else None,
    )


def _without_empty_note(column: Column, data: rows.Data, decided: Decided) -> Column:
    """The column, but no field where it is one that every register has (备注) and stands empty in all rows."""
    if column.target is None or column.target.field.name not in SHARED or column.index in decided.columns:
        return column
    if any(cells[column.index] is not None for _number, cells in data):
        return column
    return dataclasses.replace(column, target=None, confidence=0.0)


def _is_foot(row: Sequence[Cell]) -> bool:
    """Whether a row looks like totals, a note or signatures, whose cells say nothing of their columns."""
    first = next((cell for cell in row if cell is not None), None)
    return type(first) is str and _FOOT.search(first) is not None


def _sampler(table: Table) -> Values:
    """The first filled cells of a column below the header, each column's looked up once."""
    sampled: dict[int, Sequence[Cell]] = {}
    first = table.header.row + 1
    below = table.sheet.rows[first : min(first + _SAMPLED_ROWS, table.last)]
    several = [row for row in below if not _is_foot(row)]

    def values(index: int) -> Sequence[Cell]:
        if index not in sampled:
            filled = [row[index] for row in several if index < len(row) and row[index] is not None]
            sampled[index] = filled[:_SAMPLE]
        return sampled[index]

    return values
