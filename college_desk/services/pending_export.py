"""The pending tray out as a workbook: mended there by whoever knows better, and imported back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.annotating.answering import answer
from college_desk.files.annotating.marks import RowMark, SheetMark, Verdict, sheet_mark
from college_desk.files.sheets.book import Book, Sheet
from college_desk.records.change import PendingRow
from college_desk.records.register import Register
from college_desk.records.values.value_type import Cell
from college_desk.services import pending
from college_desk.services.import_tray import ABOVE_THE_TABLE, LEFT_OUT, NUMBER
from college_desk.storage.desk import Desk


def export(desk: Desk, register: Register, out: Path) -> int:
    """Write the waiting rows of a register to an xlsx; returns how many.

    A sheet for each sheet that they came from: what stood above its table, its headers, and beside each row
    its number in the tray and what is wrong with it. Imported back, a row that was mended goes in and leaves
    the tray. Raises UnusableInput where no row waits or the file cannot be written.
    """
    rows = pending.rows(desk, register)
    if not rows:
        raise UnusableInput(_("{register}没有待处理数据。").format(register=_(register.title)))
    groups: dict[tuple[str, str | None, str], list[PendingRow]] = {}
    for row in rows:
        source = (row.file, row.sheet, row.cells.get(ABOVE_THE_TABLE, ""))
        groups.setdefault(source, []).append(row)
    sheets: list[Sheet] = []
    marks: list[SheetMark] = []
    for (file, name, above), some in groups.items():
        sheet, header = _sheet(_free(name or Path(file).stem, sheets), above, some)
        sheets.append(sheet)
        marks.append(sheet_mark(sheet, [header], _marks(some, header, sheet.rows[header - 1])))
    answer(Book(out.name, "csv", tuple(sheets)), out, out, marks)
    return len(rows)


def _free(name: str, sheets: Sequence[Sheet]) -> str:
    """The name, or with a number behind it where another sheet has it."""
    taken = {sheet.name for sheet in sheets}
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}({number})"
    return free


def _sheet(name: str, above: str, rows: Sequence[PendingRow]) -> tuple[Sheet, int]:
    """The rows as a sheet under all the headers that they have, and its header row."""
    headers = [NUMBER, *dict.fromkeys(header for row in rows for header in row.cells if _is_header(header))]
    lines: list[list[Cell]] = [[line] for line in above.split("\n") if line]
    data: list[list[Cell]] = [
        [row.id, *(row.cells.get(header) or None for header in headers[1:])] for row in rows
    ]
    return Sheet(name, [*lines, list(headers), *data]), len(lines) + 1


def _is_header(name: str) -> bool:
    return name != ABOVE_THE_TABLE and not name.startswith(LEFT_OUT)


def _marks(rows: Sequence[PendingRow], header: int, headers: Sequence[Cell]) -> Mapping[int, RowMark]:
    columns = {title: index for index, title in enumerate(headers)}
    marks = {}
    for number, row in enumerate(rows, start=header + 1):
        wrong = {
            columns.get(title) for title, _field, severity, _message in row.faults if severity != "warning"
        }
        doubtful = {
            columns.get(title) for title, _field, severity, _message in row.faults if severity == "warning"
        }
        reasons = [
            message if title is None else f"{title}：{message}"
            for title, _field, _severity, message in row.faults
        ]
        red = frozenset(column for column in wrong if column is not None)
        amber = frozenset(column for column in doubtful if column is not None) - red
        marks[number] = RowMark(Verdict.WAITING, tuple(dict.fromkeys(reasons)), red, amber)
    return marks
