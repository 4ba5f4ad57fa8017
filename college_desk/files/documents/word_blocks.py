"""The blocks of a form as WordprocessingML, the XML inside a Word document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from college_desk.files.documents.grid import (
    GridCell,
    fitted_widths,
    grid_cells,
    printed,
    signature_groups,
    span_width,
    stays_with_signature,
)
from college_desk.files.documents.measure import MM_PER_POINT, OTHER_TYPEFACE, clean, fitting_size, width
from college_desk.files.documents.word_parts import HEI, TITLE
from college_desk.files.documents.word_text import TWIPS_PER_MM, Setting, paragraph
from college_desk.records.page import (
    Block,
    FilledForm,
    Line,
    PageBreak,
    Paragraph,
    Seals,
    Table,
    Title,
)

LETTER_PITCH = 578
"""Twentieths of a point from line to line of a letter: 22 lines on a page."""
LEAST_ROW = 0.55
"""Height of a table's row in millimetres for each point of its type size."""
CELL_PADDING = 2.0
"""Millimetres that a cell keeps free at its left and right together."""
EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def body(form: FilledForm) -> str:
    """All blocks of the form, in order."""
    groups = dict(signature_groups(form))
    parts = []
    skip_to = -1
    for number, block in enumerate(form.blocks):
        if number <= skip_to:
            continue
        if number in groups:
            skip_to = groups[number]
            parts.append(_signature(form.blocks[number : skip_to + 1], form))
        else:
            parts.append(_block(form, number, block))
    if isinstance(form.blocks[-1], Table | Seals):
        parts.append(paragraph("", Setting(1)))
    return "".join(parts)


def _block(form: FilledForm, number: int, block: Block) -> str:
    following = form.blocks[number + 1] if number + 1 < len(form.blocks) else None
    match block:
        case Title():
            return _title(block, form)
        case Line():
            return _line(block, form, keep=isinstance(following, Table | Line | Seals))
        case Paragraph():
            return _paragraph(block, form, keep=stays_with_signature(form, number))
        case Table():
            apart = number > 0 and isinstance(form.blocks[number - 1], Table)
            table = _table(block, form, keep_last=_seals_follow(form.blocks[number + 1 :]))
            return paragraph("", Setting(4)) + table if apart else table
        case Seals():
            return _seals(block, form)
        case PageBreak():
            return (
                '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
                '<w:r><w:br w:type="page"/></w:r></w:p>'
            )


def _seals_follow(blocks: Sequence[Block]) -> bool:
    for block in blocks:
        if not isinstance(block, Line):
            return isinstance(block, Seals)
    return False


def _title(block: Title, form: FilledForm) -> str:
    size = 22.0 if form.letter else 18.0
    after = 22.0 if form.letter and not block.subtitle else 6.0
    pitch = round(size * 1.4 * 20)
    title = paragraph(clean(block.text), Setting(size, TITLE, "center", after=after, pitch=pitch, keep=True))
    if not block.subtitle:
        return title
    under = Setting(
        16.0 if form.letter else 12.0, align="center", after=22.0 if form.letter else 4.0, keep=True
    )
    return title + paragraph(clean(block.subtitle), under)


def _line(block: Line, form: FilledForm, *, keep: bool) -> str:
    """The parts on one line at its left, middle and right; each on a line of its own where they do not fit."""
    size, total = 10.5, form.text_width
    parts = [clean(part) for part in (block.left, block.middle, block.right)]
    how = Setting(size, before=3, after=3, keep=keep)
    if sum(width(part) + 1 for part in parts) * size * MM_PER_POINT > total:
        return "".join(paragraph(part, how) for part in parts if part)
    left, middle, right = parts
    text, stops = left, []
    if middle:
        text += "\t" + middle
        stops.append(("center", total / 2))
    if right:
        text += "\t" + right
        stops.append(("right", total))
    return paragraph(text, replace(how, stops=tuple(stops)))


def _bare_cell(content: str, millimetres: float) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{round(millimetres * TWIPS_PER_MM)}" w:type="dxa"/>'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def _paragraph(block: Paragraph, form: FilledForm, *, keep: bool) -> str:
    size, pitch = (16.0, LETTER_PITCH) if form.letter else (12.0, 400)
    text = "\t".join(clean(part) for part in block.text.split("\t"))
    match block.style:
        case "body":
            how = Setting(size, align="both", first=2, pitch=pitch, keep=keep)
        case "heading":
            how = Setting(size, HEI, first=2, pitch=pitch, keep=True)
        case "small":
            how = Setting(9, before=3)
        case "letterhead":
            how = Setting(34, TITLE, "center", colour="FF0000", after=30)
        case "number_line":
            headed = any(isinstance(each, Paragraph) and each.style == "letterhead" for each in form.blocks)
            how = Setting(size, align="center", after=30, rule=headed)
            if "\t" in text:
                edge = form.text_width - size * MM_PER_POINT
                how = replace(how, align="left", first=1, stops=(("right", edge),))
        case _:
            how = Setting(size, align="both", pitch=pitch)
    return paragraph(text, how)


def _signature(blocks: Sequence[Block], form: FilledForm) -> str:
    """The lines centred upon one another, the longest ending four characters from the right edge."""
    size, pitch = (16.0, LETTER_PITCH) if form.letter else (12.0, 400)
    texts = [clean(block.text) for block in blocks if isinstance(block, Paragraph)]
    longest = max(width(text) for text in texts)
    parts = []
    for number, text in enumerate(texts):
        right = 4 + round((longest - width(text)) / 2, 2)
        before = size * 1.8 if number == 0 else 0
        keep = number < len(texts) - 1
        parts.append(
            paragraph(text, Setting(size, align="right", right=right, before=before, pitch=pitch, keep=keep))
        )
    return "".join(parts)


def _table_start(widths: Sequence[float], *, ruled: bool) -> str:
    total, side = round(sum(widths) * TWIPS_PER_MM), round(CELL_PADDING / 2 * TWIPS_PER_MM)
    borders = f"<w:tblBorders>{EDGES}</w:tblBorders>" if ruled else ""
    columns = "".join(f'<w:gridCol w:w="{round(each * TWIPS_PER_MM)}"/>' for each in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/>{borders}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="28" w:type="dxa"/>'
        f'<w:left w:w="{side}" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _table(table: Table, form: FilledForm, *, keep_last: bool) -> str:
    widths = fitted_widths(table, form)
    placed = grid_cells(table)
    covering = {(row, each.column): each for each in placed for row in each.rows()}
    least = [table.size * LEAST_ROW] * len(table.rows)
    for each in placed:
        if each.cell.down == 1:
            least[each.row] = max(least[each.row], each.cell.tall)
    parts = [_table_start(widths, ruled=True)]
    for row, height in enumerate(least):
        header = row < table.header_rows
        keep = header or (keep_last and row == len(table.rows) - 1)
        cells = [
            _cell(covering[row, column], widths, table.size, row=row, keep=keep)
            for column in range(len(widths))
            if (row, column) in covering
        ]
        properties = f'<w:trHeight w:val="{round(height * TWIPS_PER_MM)}" w:hRule="atLeast"/>'
        if header:
            properties += "<w:tblHeader/>"
        parts.append(f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{''.join(cells)}</w:tr>")
    parts.append("</w:tbl>")
    return "".join(parts)


def _cell(placed: GridCell, widths: tuple[float, ...], size: float, *, row: int, keep: bool) -> str:
    cell = placed.cell
    room = span_width(placed, widths)
    properties = [f'<w:tcW w:w="{round(room * TWIPS_PER_MM)}" w:type="dxa"/>']
    if cell.across > 1:
        properties.append(f'<w:gridSpan w:val="{cell.across}"/>')
    if cell.down > 1:
        properties.append('<w:vMerge w:val="restart"/>' if row == placed.row else "<w:vMerge/>")
    if cell.upright:
        properties.append('<w:textDirection w:val="tbRlV"/>')
    vertical = "center"
    if cell.seal:
        vertical = "bottom"
    elif cell.align == "left" and cell.tall:
        vertical = "top"
    properties.append(f'<w:vAlign w:val="{vertical}"/>')
    start = f"<w:tc><w:tcPr>{''.join(properties)}</w:tcPr>"
    if row != placed.row:
        return f"{start}{paragraph('', Setting(size, keep=keep))}</w:tc>"
    text = printed(cell)
    if cell.seal:
        how = Setting(size, align="right", right=1.5, before=1.5, after=2.5, keep=keep)
        return start + "".join(paragraph(line, how) for line in text.split("\n")) + "</w:tc>"
    fits = size
    if not cell.upright:
        figure = cell.number is not None
        fits = fitting_size(text, room - CELL_PADDING, size, figure=figure, slack=OTHER_TYPEFACE)
    return f"{start}{paragraph(text, Setting(fits, align=cell.align, keep=keep))}</w:tc>"


def _seals(block: Seals, form: FilledForm) -> str:
    """The places as a table without rules, kept on one page."""
    size = 16.0 if form.letter else 12.0
    widths = [form.text_width / len(block.places)] * len(block.places)
    tallest = max(len(place.lines) for place in block.places)
    rows = []
    for number in range(tallest):
        last = number == tallest - 1
        cells = []
        for place, wide in zip(block.places, widths, strict=True):
            lines = (*place.lines[:-1], *[""] * (tallest - len(place.lines)), *place.lines[-1:])
            how = Setting(size, align="right" if last else "left", right=1 if last else 0, keep=not last)
            cells.append(_bare_cell(paragraph(clean(lines[number]), how), wide))
        height = round((9 if last else 13) * TWIPS_PER_MM)
        rows.append(
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
            f"{''.join(cells)}</w:tr>"
        )
    gap = paragraph("", Setting(9, keep=True))
    return gap + _table_start(widths, ruled=False) + "".join(rows) + "</w:tbl>"
