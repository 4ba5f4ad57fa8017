"""Sheets without a header: accepted only where valid numbers beside names tell whose rows they are."""

from __future__ import annotations

from collections.abc import Sequence

from college_desk.files.mapping.evidence import NEARLY_ALL, are_bodies, are_people, share_valid
from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.header_row import Header, labelled
from college_desk.files.mapping.vocabulary import Vocabulary
from college_desk.files.sheets.book import Sheet
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.records.values.value_type import Cell, ValueType

_SEARCHED_ROWS, _SAMPLE = 30, 60
_FEWEST_ROWS = 3
_LIKE_A_NUMBER = 18


def find(sheet: Sheet, words: Vocabulary) -> Header | None:
    """A header without texts over the first row of data; None unless the values leave no doubt."""
    key = words.register.key[:1]
    declared = words.register.field(key[0]) if key else None
    if declared is None:
        return None
    for kind, are_named in ((IDENTITY_NUMBER, are_people), (CREDIT_CODE, are_bodies)):
        if type(declared.type) is not type(kind):
            continue
        place = _first_number(sheet, kind)
        if place is None:
            return None
        first, column = place
        rows = sheet.rows[first : first + _SAMPLE]
        width = max(len(row) for row in rows)
        numbers = _column(rows, column)
        others = (_column(rows, index) for index in range(width) if index != column)
        if (
            len(numbers) >= _FEWEST_ROWS
            and share_valid(kind, numbers) >= NEARLY_ALL
            and any(len(cells) >= len(rows) * NEARLY_ALL and are_named(cells) for cells in others)
        ):
            cells = tuple(labelled([HeaderCell(index, "") for index in range(width)]))
            return Header(first - 1, first, cells, 2, 0, written=False)
    return None


def _first_number(sheet: Sheet, kind: ValueType[str]) -> tuple[int, int] | None:
    """The row and column of the first valid number, all 0-based."""
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        for index, cell in enumerate(row):
            if type(cell) is str and len(cell.strip()) == _LIKE_A_NUMBER and share_valid(kind, [cell]) == 1:
                return number, index
    return None


def _column(rows: Sequence[Sequence[Cell]], index: int) -> list[Cell]:
    return [row[index] for row in rows if index < len(row) and row[index] is not None]
