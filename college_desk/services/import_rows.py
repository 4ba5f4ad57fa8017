"""A sheet's data rows as values by register and field, read column by column through the value types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from college_desk.base.errors import UnusableInput
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.files.mapping.layout import Layout
from college_desk.files.sheets.book import Book
from college_desk.records.register import REGISTERS, Register
from college_desk.records.values.value_type import Cell, Surroundings
from college_desk.services import import_findings
from college_desk.services.import_cells import read_column, surroundings
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_questions import CellQuestions

_ROWS_A_STEP = 5000


class Meant(NamedTuple):
    """The kept record that a row means, as somebody has decided; corrects: its name and number too are updated."""

    uid: str
    corrects: bool


@dataclass(slots=True)
class ReadRow:
    """One data row as read.

    values: {register code: {field name: value}}, only what is filled and readable; carried registers stand
    there only where the row holds a value of a field of their own; findings: of its cells; held_back: it must
    wait whatever its cells say; means: the record of the imported register that it is, whatever its key.
    """

    layout: Layout
    row: int
    cells: Sequence[Cell]
    values: dict[str, dict[str, Any]]
    findings: Sequence[SheetFinding] = ()
    held_back: bool = False
    means: Meant | None = None

    @property
    def unreadable(self) -> bool:
        """Whether it must wait because something stands in a cell that cannot be read."""
        return self.held_back or any(each.unreadable for each in self.findings)


@dataclass(frozen=True)
class Laid:
    """What is laid over every row besides its cells.

    constants: {register code: {field name: value}} (--department, --cohort); mended: {(row, 0-based column):
    text}; left_out: rows that somebody has left out; asking: what asks about the cells of a column, None where
    nothing is asked.
    """

    constants: Mapping[str, Mapping[str, Any]]
    mended: Mapping[tuple[int, int], str]
    left_out: frozenset[int]
    asking: CellQuestions | None = None


def read_rows(
    layout: Layout,
    book: Book,
    register: Register,
    laid: Laid,
    synonyms: Mapping[str, Mapping[str, str]],
    progress: Progress,
) -> list[ReadRow]:
    """The rows of one sheet in its order; those left out are left out. Raises Cancelled by progress."""
    numbers, cells = _cells(layout, laid)
    filled = [column for column in layout.columns if column.target is not None]
    findings: dict[int, list[SheetFinding]] = {}
    values: dict[str, dict[str, list[Any]]] = {register.code: {}}
    for done, column in enumerate(filled):
        progress.step(_("读取各行"), done, len(filled))
        around = surroundings(column, layout.notes, book, synonyms)
        index = column.index
        of_column = [row[index] for row in cells]
        rewrite = None if laid.asking is None else laid.asking.rewrite(layout, column, of_column, around)
        read = read_column(column, of_column, around, layout.notes, rewrite)
        for target, found in read.values:
            values.setdefault(target.register, {})[target.field.name] = found
        for place, target, fault in read.faults:
            told = import_findings.of_cell(layout, numbers[place], column, cells[place][index], target, fault)
            findings.setdefault(place, []).append(told)
    by_register = [(code, iter(_by_row(columns, len(cells)))) for code, columns in values.items()]
    lay_over = _layer(register, laid.constants)
    rows = []
    for place, number in enumerate(numbers):
        if place % _ROWS_A_STEP == 0:
            progress.step(_("读取各行"), place, len(numbers))
        of_row = {}
        for code, each in by_register:
            told_of = next(each)
            if told_of or code == register.code:
                of_row[code] = told_of
        if lay_over is not None:
            lay_over(of_row)
        rows.append(ReadRow(layout, number, cells[place], of_row, findings.get(place, ())))
    return rows


def _cells(layout: Layout, laid: Laid) -> tuple[list[int], list[Sequence[Cell]]]:
    """The numbers of the data rows that are not left out, and their cells, mended ones as mended."""
    kept = [each for each in layout.data if each[0] not in laid.left_out] if laid.left_out else layout.data
    numbers = [number for number, _row in kept]
    cells = [row for _number, row in kept]
    if laid.mended:
        places = {number: place for place, number in enumerate(numbers)}
        for (number, column), text in laid.mended.items():
            place = places.get(number)
            if place is not None and column < len(cells[place]):
                mended = list(cells[place])
                mended[column] = text
                cells[place] = mended
    return numbers, cells


def _by_row(columns: Mapping[str, list[Any]], count: int) -> Iterator[dict[str, Any]]:
    """What each row holds of a register, by field; only what is filled."""
    if not columns:
        yield from ({} for _row in range(count))
        return
    names = tuple(columns)
    rows = zip(*columns.values(), strict=True)
    if all(None not in column for column in columns.values()):
        yield from (dict(zip(names, row, strict=True)) for row in rows)
        return
    for row in rows:
        yield {name: value for name, value in zip(names, row, strict=True) if value is not None}


def _layer(
    register: Register, constants: Mapping[str, Mapping[str, Any]]
) -> Callable[[dict[str, dict[str, Any]]], None] | None:
    """What lays the constants over a row, and gives carried records what they have from the carrying one.

    None where nothing is laid over.
    """
    carried = [
        (
            each.register,
            [
                (REGISTERS[each.register].by_name[name].name, register.by_name[from_name].name)
                for name, from_name in each.by.items()
            ],
        )
        for each in register.carries
    ]
    if not carried and not constants:
        return None

    def lay_over(values: dict[str, dict[str, Any]]) -> None:
        for code, laid in constants.items():
            if code in values:
                values[code].update(laid)
        own = values[register.code]
        for code, by in carried:
            others = values.get(code)
            if others is None:
                continue
            for name, from_name in by:
                value = own.get(from_name)
                if value is not None:
                    others[name] = value
            for shared in ("department", "campus"):
                if shared in own:
                    others.setdefault(shared, own[shared])

    return lay_over


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
