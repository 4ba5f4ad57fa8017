"""What is to be written into a sheet: for each row a verdict and its reasons, and which cells to colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from college_desk.files.mapping.verdicts import verdict_column
from college_desk.files.sheets.book import Sheet
from college_desk.records.values.value_type import Cell


class Verdict(Enum):
    """What became of a row; the word that stands in its column 校验结果."""

    PASSED = "通过"
    DOUBTFUL = "需核实"
    WRONG = "必须改正"
    WAITING = "未入库"


@dataclass(frozen=True)
class RowMark:
    """One row's answer.

    reasons: whole sentences; wrong, doubtful: 0-based columns of cells to colour red and amber; texts: what
    stands in a cell instead, by column, where somebody has mended it.
    """

    verdict: Verdict
    reasons: tuple[str, ...] = ()
    wrong: frozenset[int] = frozenset()
    doubtful: frozenset[int] = frozenset()
    texts: Mapping[int, str] = field(default_factory=dict)

    def joined(self, other: RowMark) -> RowMark:
        """The answer for both where two tables stand side by side: the graver verdict, all reasons."""
        order = list(Verdict)
        return RowMark(
            max(self.verdict, other.verdict, key=order.index),
            tuple(dict.fromkeys((*self.reasons, *other.reasons))),
            self.wrong | other.wrong,
            self.doubtful | other.doubtful,
            {**self.texts, **other.texts},
        )


@dataclass(frozen=True)
class SheetMark:
    """One sheet's answers; `headers` and the keys of `rows` are the sheet's own row numbers, 1-based.

    column: 0-based, of the verdicts; their reasons stand right of it.
    """

    sheet: str
    headers: frozenset[int]
    column: int
    rows: Mapping[int, RowMark]


def sheet_mark(sheet: Sheet, headers: Iterable[int], rows: Mapping[int, RowMark]) -> SheetMark:
    """The answers with their place: the columns that they had before, else the first free ones right of the header.

    headers: the lowest header row of each table of the sheet, 1-based.
    """
    lowest = frozenset(headers)
    return SheetMark(sheet.name, lowest, _place(sheet, lowest), rows)


def _place(sheet: Sheet, headers: frozenset[int]) -> int:
    titles = [sheet.rows[number - 1] for number in sorted(headers)]
    for row in titles:
        column = verdict_column(row)
        if column is not None:
            return column
    first = min(headers) - 1
    taken: set[int] = set()
    for row in sheet.rows[first:]:
        taken.update(index for index, cell in enumerate(row) if cell is not None)
    for merge in sheet.merges:
        if merge.bottom >= first:
            taken.update(range(merge.left, merge.right + 1))
    column = max((_end(row) for row in titles), default=0)
    while column in taken or column + 1 in taken:
        column += 1
    return column


def _end(row: Sequence[Cell]) -> int:
    """One beyond the last filled cell."""
    return max((index for index, cell in enumerate(row) if cell is not None), default=-1) + 1
