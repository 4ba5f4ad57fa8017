"""What the rows of totals say, held against the sums of the rows above them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.rows import Data, Skipped
from college_desk.files.sheets.book import Sheet, cell_text
from college_desk.records.values.value_type import Cell

_SUMMED_TYPES = frozenset({"money", "count", "integer", "periods", "months"})
_NOT_SUMMED = re.compile(
    r"标准|单价|每|均|比例|名次|排名|系数|年限|%|周次|年度|年份|班次|第几|天数|月数|期限"
)
_ITSELF_A_SUM = re.compile(r"累计|平均")
_OF_ALL = re.compile(r"总|全校|全院|共")
_OF_A_SECTION = re.compile(r"小计|本页|班级|各系|系部")
_NUMBER = re.compile(r"[¥￥]?\s*(-?\d[\d,，]*(?:\.\d+)?)\s*(?:元|节|课时|学时|人|个月|个|家|份|条|名|次)?")
_PEOPLE = re.compile(r"(?:共|合计|总计|小计|人数|数)?\s*[:：]?\s*(\d+)\s*(?:人|名|条|家|个|份)(?:次)?")
_CENT = 0.005


@dataclass(frozen=True)
class TotalCheck:
    """A total that is not the sum of its rows: the sheet's own row number, the 0-based column, both numbers."""

    row: int
    column: int
    written: float
    summed: float


class _Total(NamedTuple):
    """A row of totals: the sheet's own number, its first text without blanks, its cells."""

    row: int
    text: str
    cells: Sequence[Cell]


def compare(
    sheet: Sheet, columns: Sequence[Column], data: Data, skipped: Sequence[Skipped]
) -> tuple[TotalCheck, ...]:
    """The totals of a table that its rows do not add up to; those that cannot be added are passed over."""
    parts = [part for part in (_part(sheet, each.row) for each in skipped if each.total) if part is not None]
    if not parts:
        return ()
    summed = {column.index for column in columns if _is_summed(column)}
    found: list[TotalCheck] = []
    earlier = 0
    for part in parts:
        for column, written, of_rows in _written(part, summed):
            section = [cells for number, cells in data if earlier < number < part.row]
            whole = [cells for number, cells in data if number < part.row]
            sums = [
                len(rows) if of_rows else _sum(rows, column) for rows in _spans(part.text, section, whole)
            ]
            if None not in sums and not any(
                total is not None and abs(total - written) < _CENT for total in sums
            ):
                found.append(TotalCheck(part.row, column, written, float(sums[0] or 0)))
        earlier = part.row
    return tuple(found)


def _part(sheet: Sheet, row: int) -> _Total | None:
    """The total in a row; None for averages and for sums carried on from other sheets."""
    cells = sheet.rows[row - 1]
    text = next((cell for cell in cells if isinstance(cell, str)), "")
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return None if _ITSELF_A_SUM.search(plain) else _Total(row, plain, cells)


def _is_summed(column: Column) -> bool:
    target = column.target
    return (
        target is not None
        and column.split is None
        and target.field.type.code in _SUMMED_TYPES
        and not _NOT_SUMMED.search(column.source)
        and not _NOT_SUMMED.search(target.field.title)
    )


def _written(part: _Total, summed: set[int]) -> Iterator[tuple[int, float, bool]]:
    """The numbers of a total: column, number, and whether it counts rows (共60人) instead of adding a column."""
    for column, cell in enumerate(part.cells):
        if cell is None:
            continue
        number = _number(cell) if column in summed else None
        if number is not None:
            yield column, number, False
        elif isinstance(cell, str) and column not in summed:
            met = _PEOPLE.fullmatch(unicodedata.normalize("NFKC", cell).strip())
            if met:
                yield column, float(met[1]), True


def _spans(
    text: str, section: Sequence[Sequence[Cell]], whole: Sequence[Sequence[Cell]]
) -> list[Sequence[Sequence[Cell]]]:
    """The rows that a total may sum up, the likeliest first."""
    if _OF_A_SECTION.search(text):
        return [section]
    if _OF_ALL.search(text) or not section:
        return [whole]
    return [section] if len(section) == len(whole) else [whole, section]


def _sum(rows: Sequence[Sequence[Cell]], column: int) -> float | None:
    """The sum of a column; None where a cell holds something that is no plain number."""
    numbers = []
    for cells in rows:
        number = _number(cells[column])
        if number is None:
            return None
        numbers.append(number)
    return math.fsum(numbers)


def _number(cell: Cell) -> float | None:
    """A cell's number, 0 for an empty one; None for anything that is no plain number."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell)
    if cell is None:
        return 0.0
    text = unicodedata.normalize("NFKC", cell_text(cell)).strip()
    if text in ("", "-", "—", "/", "无"):
        return 0.0
    met = _NUMBER.fullmatch(text)
    return float(re.sub(r"[,，]", "", met[1])) if met else None
