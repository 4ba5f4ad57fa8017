"""The two columns by which the program answers in a clerk's own sheet; when it comes back they are not read."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from college_desk.files.sheets.book import Sheet
from college_desk.records.values.value_type import Cell

VERDICT, EXPLANATION = "校验结果", "错误说明"
"""Titles of the columns; the sheet goes back to its office, so they are Chinese whatever the program speaks."""


def verdict_column(row: Sequence[Cell]) -> int | None:
    """The 0-based column of the verdicts where a row titles them, the explanations stand right of it."""
    if VERDICT not in row:
        return None
    index = row.index(VERDICT)
    return index if index + 1 < len(row) and row[index + 1] == EXPLANATION else None


def without_verdicts(sheet: Sheet) -> Sheet:
    """The sheet as it was before the program answered in it: without the two columns, wherever they stand."""
    columns = {column for row in sheet.rows if (column := verdict_column(row)) is not None}
    if not columns:
        return sheet
    hidden = columns | {column + 1 for column in columns}
    return dataclasses.replace(sheet, rows=[_without(row, hidden) for row in sheet.rows])


def _without(row: Sequence[Cell], columns: set[int]) -> list[Cell]:
    """The row with these columns empty, and without its empty end."""
    kept = [None if index in columns else cell for index, cell in enumerate(row)]
    while kept and kept[-1] is None:
        kept.pop()
    return kept
