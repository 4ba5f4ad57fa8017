"""Where everything of a form stands on a sheet: columns, rows and their heights, page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from college_desk.files.documents.grid import fitted_widths, grid_cells, printed, span_width
from college_desk.files.documents.measure import (
    MM_PER_POINT,
    OTHER_TYPEFACE,
    clean,
    fitting_size,
    lines,
    width,
)
from college_desk.files.documents.sheet_plan import Look, Placed, SheetLayout
from college_desk.records.page import (
    Align,
    Block,
    FilledForm,
    FormCell,
    Line,
    PageBreak,
    Paragraph,
    Seals,
    Table,
    Title,
)

LINE = 1.3
"""Height of a line, in type sizes."""
CELL_PADDING = 1.5
"""Millimetres that a cell of a sheet keeps free at its left and right together."""
TALLEST = 400.0
"""Points; a spreadsheet row cannot be taller than 409."""
TIGHTER = 7.0
"""Millimetres by which a page of LibreOffice or WPS may hold less than its margins leave room for."""

_ROWS_WITH_NAMES = 2
"""The last rows of a table that stand on the page with the lines of names: one entry and the sum."""


def layout(form: FilledForm) -> SheetLayout:
    """The form laid out on one sheet."""
    sheet = SheetLayout(_columns(form))
    for number, block in enumerate(form.blocks):
        match block:
            case Title():
                _title(sheet, block)
            case Line():
                _line(sheet, block)
            case Paragraph():
                _paragraph(sheet, block)
            case Table():
                _table(sheet, block, form)
            case Seals():
                _seals(sheet, block, above=rows_kept_with_next(form.blocks[:number]))
            case PageBreak():
                if sheet.heights:
                    sheet.breaks.append(len(sheet.heights))
    _keep_closing_lines(sheet, form.blocks)
    _break_pages(sheet, (form.text_height - TIGHTER) / MM_PER_POINT)
    return sheet


def _columns(form: FilledForm) -> tuple[float, ...]:
    """Column widths such that every edge of every table is the edge of a column."""
    edges = {0.0}
    for block in form.blocks:
        if isinstance(block, Table):
            at = 0.0
            for each in fitted_widths(block, form):
                at += each
                edges.add(round(at, 1))
    if len(edges) == 1:
        edges.add(form.text_width)
    ordered = sorted(edges)
    kept = [ordered[0]]
    for edge in ordered[1:]:
        if edge - kept[-1] >= 1.0:
            kept.append(edge)
    return tuple(round(right - left, 1) for left, right in pairwise(kept))


def _column_at(sheet: SheetLayout, edge: float) -> int:
    """The number (from 1) of the column that begins nearest to `edge` millimetres."""
    at, best = 0.0, (abs(edge), 1)
    for number, each in enumerate(sheet.widths, start=2):
        at += each
        best = min(best, (abs(edge - at), number))
    return best[1]


def _height(text: str, millimetres: float, size: float) -> float:
    em = max(1.0, (millimetres - CELL_PADDING) / (size * MM_PER_POINT))
    return lines(text, em) * size * LINE


def _row(sheet: SheetLayout, height: float) -> int:
    sheet.heights.append(min(height, TALLEST))
    return len(sheet.heights)


def _whole_row(sheet: SheetLayout, text: str, look: Look, *, extra: float) -> None:
    row = _row(sheet, _height(text, sum(sheet.widths) - look.indent * 3.5, look.size) + extra)
    sheet.cells.append(Placed(row, 1, len(sheet.widths), 1, text, None, look))


def _title(sheet: SheetLayout, block: Title) -> None:
    _whole_row(sheet, clean(block.text), Look(18, "title", "center"), extra=10)
    if block.subtitle:
        _whole_row(sheet, clean(block.subtitle), Look(12, align="center"), extra=4)


def _line(sheet: SheetLayout, block: Line) -> None:
    """The parts share the row by what they need; where the columns do not allow it, they share a cell."""
    size, total, count = 10.5, sum(sheet.widths), len(sheet.widths)
    parts: list[tuple[str, Align]] = [(clean(block.left), "left"), (clean(block.middle), "center")]
    parts = [*parts, (clean(block.right), "right")]
    filled = [(text, align) for text, align in parts if text]
    if not filled:
        _row(sheet, size * LINE)
        return
    if len(filled) > count:
        filled = [("    ".join(text for text, _align in filled), "left")]
    needs = [width(text) + 1 for text, _align in filled]
    starts, at = [1], 0.0
    for number, need in enumerate(needs[:-1], start=1):
        at += total * need / sum(needs)
        wanted = _column_at(sheet, at)
        starts.append(min(max(wanted, starts[-1] + 1), count - len(needs) + number + 1))
    ends = [*(start - 1 for start in starts[1:]), count]
    tallest = 0.0
    row = _row(sheet, 0)
    for (text, align), start, end in zip(filled, starts, ends, strict=True):
        tallest = max(tallest, _height(text, sum(sheet.widths[start - 1 : end]), size))
        sheet.cells.append(Placed(row, start, end - start + 1, 1, text, None, Look(size, align=align)))
    sheet.heights[row - 1] = tallest + 6


def _paragraph(sheet: SheetLayout, block: Paragraph) -> None:
    text = clean(block.text.replace("\t", "        "))
    look = {
        "body": Look(12, vertical="top"),
        "heading": Look(12, "hei"),
        "small": Look(9, vertical="top"),
        "signature": Look(12, align="right", indent=4),
        "number_line": Look(12, align="center"),
        "letterhead": Look(26, "title", "center", colour="FF0000"),
    }.get(block.style, Look(12, vertical="top"))
    if block.style in ("body", "heading"):
        text = "　　" + text
    _whole_row(sheet, text, look, extra=4)


def _table(sheet: SheetLayout, table: Table, form: FilledForm) -> None:
    first = len(sheet.heights) + 1
    widths = fitted_widths(table, form)
    edges = [0.0]
    for each in widths:
        edges.append(edges[-1] + each)
    sheet.heights += [table.size * LINE + 5] * len(table.rows)
    if table.header_rows and sheet.header is None:
        sheet.header = (first, first + table.header_rows - 1)
    spanning = []
    for placed in grid_cells(table):
        cell = placed.cell
        start, end = (_column_at(sheet, edges[c]) for c in (placed.column, placed.column + cell.across))
        room = span_width(placed, widths)
        text = printed(cell)
        look = _cell_look(cell, text, room, table.size)
        row = first + placed.row
        sheet.cells.append(Placed(row, start, end - start, cell.down, text, cell.number, look))
        if cell.upright:
            need = len(text) * look.size * 1.25 + 5
        else:
            need = _height(text, room - (6 if cell.seal else 0), look.size) + 5
        need = max(need, cell.tall / MM_PER_POINT)
        if cell.down == 1:
            sheet.heights[row - 1] = min(TALLEST, max(sheet.heights[row - 1], need))
        else:
            spanning.append((row, cell.down, need))
    for row, down, need in spanning:
        lacking = need - sum(sheet.heights[row - 1 : row - 1 + down])
        if lacking > 0:
            for each in range(row - 1, row - 1 + down):
                sheet.heights[each] = min(TALLEST, sheet.heights[each] + lacking / down)


def _cell_look(cell: FormCell, text: str, room: float, size: float) -> Look:
    if cell.number is not None:
        decimals = "." + "0" * cell.places if cell.places else ""
        number_format = ("#,##0" if cell.grouped else "0") + decimals
    else:
        # Old programs show a text of more than 255 characters as ### in a cell of text format.
        number_format = "@" if len(text) <= 200 else "General"
    vertical: Literal["top", "center", "bottom"] = "center"
    if cell.seal:
        vertical = "bottom"
    elif cell.align == "left" and cell.tall:
        vertical = "top"
    fits = size
    if not cell.upright:
        figure = cell.number is not None
        fits = fitting_size(text, room - CELL_PADDING, size, figure=figure, slack=OTHER_TYPEFACE)
    return Look(
        size=fits,
        align="right" if cell.seal else cell.align,
        vertical=vertical,
        ruled=True,
        upright=cell.upright,
        indent=1 if cell.seal else 0,
        number_format=number_format,
    )


def rows_kept_with_next(blocks: Sequence[Block]) -> int:
    """How many rows at the end of the blocks stay with what follows: lines of names, the last table row."""
    count = 0
    for block in reversed(blocks):
        if isinstance(block, Table):
            return count + 1
        if not isinstance(block, Line):
            return count
        count += 1
    return count


def _seals(sheet: SheetLayout, block: Seals, *, above: int) -> None:
    """The places side by side, on one page with the `above` rows before them."""
    count, total = len(block.places), sum(sheet.widths)
    tallest = max(len(place.lines) for place in block.places)
    first = len(sheet.heights) + 1
    sheet.heights += [36.0] * (tallest - 1) + [20.0]
    starts = [_column_at(sheet, total * number / count) for number in range(count + 1)]
    if len(set(starts)) <= count:
        starts = [1 + number * len(sheet.widths) // count for number in range(count + 1)]
    for place, start, end in zip(block.places, starts[:-1], starts[1:], strict=True):
        for number, text in enumerate(place.lines):
            last = number == len(place.lines) - 1
            look = Look(10.5, align="right" if last else "left", indent=2 if last else 0)
            row = first + tallest - 1 if last else first + number
            sheet.cells.append(Placed(row, start, max(1, end - start), 1, clean(text), None, look))
    sheet.together.append((first - above, first + tallest - 1))


def _keep_closing_lines(sheet: SheetLayout, blocks: Sequence[Block]) -> None:
    """Keep the lines of names at the end of a form (制表人、审核人) on one page with the last rows of its table."""
    count = rows_kept_with_next(blocks) - 1
    if count > 0 and len(blocks) > count and isinstance(blocks[-count - 1], Table):
        last = len(sheet.heights)
        sheet.together.append((max(1, last - count - _ROWS_WITH_NAMES + 1), last))


def _break_pages(sheet: SheetLayout, page: float) -> None:
    """Add a page break where a page is full, before whatever its end would otherwise tear.

    Each break is said, none left to the program that prints: it may scale the sheet and break elsewhere.
    """
    repeated = 0.0
    if sheet.header:
        repeated = sum(sheet.heights[sheet.header[0] - 1 : sheet.header[1]])
    at = 0.0
    starts = dict(sheet.together)
    for row, height in enumerate(sheet.heights, start=1):
        if row - 1 in sheet.breaks:
            at = repeated
        need = sum(sheet.heights[row - 1 : starts[row]]) if row in starts else height
        if at + need > page and at > repeated:
            sheet.breaks.append(row - 1)
            at = repeated
        at += height
