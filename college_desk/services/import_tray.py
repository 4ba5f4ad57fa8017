"""Rows of an import that wait: laid into the pending tray with their cells, and taken out once they came right.

A waiting row must be readable again by its headers alone. So a cell stands under its header where that leads
to the field it filled, else under the field's own title; a column that somebody left out is marked so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.layout import Layout
from college_desk.files.mapping.notes import notes_of
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import Target, Vocabulary, vocabulary
from college_desk.files.sheets.book import Sheet, cell_text
from college_desk.records.change import PendingRow
from college_desk.records.register import Register
from college_desk.records.values.day import split_range
from college_desk.services.import_findings import SheetFinding, sheet_name
from college_desk.services.import_plan import Plan, PlannedRow
from college_desk.services.import_rows import ReadRow
from college_desk.storage.writer import Writer

ABOVE_THE_TABLE = "表头上方的说明"
"""Under this name the lines above the table stand beside a row's cells: its unit and year are read from them."""

LEFT_OUT = "不导入："
UNREADABLE, REPEATED = "unreadable", "repeated"

Judged = Mapping[tuple[str, int], Sequence[SheetFinding]]


def lay_in(writer: Writer, register: Register, file: str, plan: Plan, judged: Judged) -> None:
    """Lay the plan's pending rows into the tray; what lies there already of the same rows is not laid twice.

    A row of this file that lay there and has come right since, or stands there otherwise, is taken out.
    """
    waiting: dict[tuple[str | None, int], list[PendingRow]] = {}
    for row in writer.pending(register.code):
        if row.file == file:
            waiting.setdefault((row.sheet, row.row), []).append(row)
    new: list[PendingRow] = []
    settled: list[int] = []
    for planned in plan.rows:
        read = planned.read
        lying = waiting.get((sheet_name(read.layout), read.row), [])
        if not planned.pending and not lying:
            continue
        row = pending_row(register, file, planned, judged.get((read.layout.sheet.name, read.row), ()))
        same = [each for each in lying if _is_same_row(each.cells, row.cells)]
        if planned.pending and any(each.cells == row.cells for each in same):
            continue
        settled += [each.id for each in same]
        if planned.pending:
            new.append(row)
    if settled:
        writer.take_pending(settled)
    if new:
        writer.keep_pending(new)


def pending_row(
    register: Register, file: str, planned: PlannedRow, findings: Sequence[SheetFinding], number: int = 0
) -> PendingRow:
    """The row of the tray that a planned row becomes; without a number it gets its id when it is laid in."""
    read = planned.read
    words = vocabulary(register.code)
    keys = {column.index: key_of(column, words) for column in read.layout.columns}
    faults = tuple(
        (
            keys.get(each.column_index) if each.column_index is not None else None,
            each.field,
            UNREADABLE if each.unreadable else REPEATED if each.repeated else each.severity,
            each.message,
        )
        for each in findings
    )
    cells = cells_of(read, words)
    return PendingRow(number, register.code, file, sheet_name(read.layout), read.row, cells, faults)


def cells_of(read: ReadRow, words: Vocabulary) -> dict[str, str]:
    """A row's cells as text, in the sheet's order; then what is laid over every row, and the lines above."""
    cells: dict[str, str] = {}
    layout = read.layout
    for column in layout.columns:
        text = cell_text(read.cells[column.index])
        if text == "" and column.target is None:
            continue
        cells.update(_spread(column, text, words))
    for name, value in read.values[words.register.code].items():
        if layout.column_of(words.register.code, name) is None:
            declared = words.register.by_name[name]
            cells.setdefault(declared.title, declared.type.show(value))
    if layout.notes.lines:
        cells[ABOVE_THE_TABLE] = "\n".join(layout.notes.lines)
    return cells


def key_of(column: Column, words: Vocabulary) -> str:
    """The name under which a column's cells lie in the tray."""
    meant = meant_by(column.label, words)
    if column.target is None:
        return column.label if meant is None else LEFT_OUT + column.label
    if meant is not None and meant.key == column.target.key:
        return column.label
    return _title_of(column.target, column.unit, words)


def meant_by(header: str, words: Vocabulary) -> Target | None:
    """The field that a header of the tray leads to: by title or alias, or by its name where no title tells it."""
    if header.startswith(LEFT_OUT):
        return None
    read = title(header)
    matches = words.look_up(read.whole) or words.look_up(read.core)
    if matches:
        return matches[0].target
    return words.named(header) if "." in header else None


def layout_of(row: PendingRow, cells: Mapping[str, str], words: Vocabulary) -> Layout:
    """The layout of a waiting row as a sheet of its own, its cells read under their headers."""
    lines = cells.get(ABOVE_THE_TABLE, "").split("\n")
    headers = [header for header in cells if header != ABOVE_THE_TABLE]
    taken: set[tuple[str, str]] = set()
    columns = []
    for index, header in enumerate(headers):
        target = meant_by(header, words)
        if target is not None and target.key in taken:
            target = None
        if target is not None:
            taken.add(target.key)
        confidence = 1.0 if target is not None else 0.0
        columns.append(Column(index, header, header, target, None, confidence, title(header).unit))
    sheet = Sheet(row.sheet or "", ())
    data = ((row.row, [cells[header] or None for header in headers]),)
    notes = notes_of([line for line in lines if line], row.sheet or "")
    return Layout(sheet, 1, tuple(columns), data, (), notes, len(taken))


def _spread(column: Column, text: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """A cell under its name; a range in one cell under the names of its two fields."""
    ends = split_range(text) if column.until is not None else None
    if column.target is None or column.until is None or ends is None:
        yield key_of(column, words), text
        return
    yield _title_of(column.target, None, words), ends[0]
    yield _title_of(column.until, None, words), ends[1]


def _title_of(target: Target, unit: str | None, words: Vocabulary) -> str:
    """The field's own title, with the unit of the sheet; its name where the title leads to another field."""
    shown = f"{title(target.field.title).core}（{unit}）" if unit is not None else target.field.title
    meant = meant_by(shown, words)
    if meant is not None and meant.key == target.key:
        return shown
    return f"{target.register}.{target.field.name}"


def _is_same_row(kept: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Whether two rows in one place are the same one, perhaps mended: half of what is filled agrees."""
    filled = [name for name, text in kept.items() if text and name != ABOVE_THE_TABLE]
    agreeing = sum(1 for name in filled if now.get(name) == kept[name])
    return agreeing * 2 >= len(filled)
