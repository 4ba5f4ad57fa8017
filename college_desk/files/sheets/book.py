"""A workbook as read: sheets of cells with their addresses, and what could not be read of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from college_desk.records.values.value_type import Cell

ERROR_TEXT = re.compile(r"#(N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")
UNCOMPUTED = "#未计算"
"""Stands in a cell whose formula was never computed (a file written by a program, not by Excel or WPS)."""

_EXACT_IN_A_FLOAT = 1e15


class Merge(NamedTuple):
    """A merged range, 0-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet; `rows[0]` is its first row, empty cells are None, rows may differ in length.

    formula_errors: how many cells hold a formula error or a formula that was never computed; they stand in
    `rows` as `#N/A`, `#未计算` and the like. hidden_rows, hidden_columns: those with something in them that
    are hidden, read all the same; filtered: a filter hides some of the rows. cells_in_file: the filled cells
    as counted in the file's own text, None where that was not possible; cells_read: those in `rows`.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    merges: tuple[Merge, ...] = ()
    visible: bool = True
    formula_errors: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    filtered: bool = False
    cells_in_file: int | None = None
    cells_read: int = 0

    @property
    def width(self) -> int:
        """The number of columns of the longest row."""
        return max((len(row) for row in self.rows), default=0)


@dataclass(frozen=True)
class Book:
    """A file's sheets in their order; a csv has one sheet without a name of its own.

    kind: xlsx, xlsm, xlsb, xls, ods, html, xml or csv, by content and not by the file's name; encoding: of a
    csv or html; encoding_doubtful: it is a guess in which few characters are common Chinese ones.
    """

    file: str
    kind: str
    sheets: tuple[Sheet, ...]
    date_1904: bool = False
    encoding: str | None = None
    notices: tuple[str, ...] = field(default=())
    encoding_doubtful: bool = False


def is_error(cell: Cell) -> bool:
    """Whether a cell holds a formula error (`#N/A`) or a formula that was never computed."""
    return (
        type(cell) is str
        and cell.startswith("#")
        and (cell == UNCOMPUTED or ERROR_TEXT.fullmatch(cell.strip()) is not None)
    )


def cell_text(cell: Cell) -> str:
    """A cell as a clerk sees it: 4 and not 4.0, a day as 2026-09-01; empty for an empty cell.

    A number of more than 15 digits is shown in the form that tells its loss: `3.70832200608209E+17`.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) < _EXACT_IN_A_FLOAT:
            return str(int(cell))
        return f"{cell:.15G}" if abs(cell) >= _EXACT_IN_A_FLOAT else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)
