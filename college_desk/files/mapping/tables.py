"""The tables of a sheet: one below another, each with its own header, and several side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from college_desk.files.mapping import header_row, untitled
from college_desk.files.mapping.header_cell import HeaderCell
from college_desk.files.mapping.header_row import Header, labelled
from college_desk.files.mapping.likeness import likest
from college_desk.files.mapping.paths import meanings
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import Vocabulary
from college_desk.files.sheets.book import Sheet
from college_desk.records.register import REGISTERS
from college_desk.records.values.value_type import Cell

_FEWEST_SIDE_BY_SIDE, _FEWEST_WITH_A_GAP = 3, 2
_SAME_HEADER = 0.6
_LINE = re.compile(r"[：:]")
_NUMBERING = re.compile(r"(?:序号|编次|行号|no)$", re.IGNORECASE)
_FEWEST_TITLES, _FEWEST_AFTER_A_BREAK = 3, 2
_LONGEST_TITLE = 20


@dataclass(frozen=True)
class Table:
    """One table of a sheet; rows are 0-based.

    sheet: the cells of this table alone where others stand beside it, else the sheet itself; above: the first
    row of what stands over its header; last: the row after its last.
    """

    sheet: Sheet
    header: Header
    above: int
    last: int


def tables(sheet: Sheet, words: Vocabulary, header_at: int | None = None) -> Iterator[Table]:
    """The tables of a sheet for a register, from above, those side by side from the left.

    header_at: the 0-based lowest row of the first header, where somebody has named it.
    """
    if header_at is not None:
        header = header_row.at(sheet, header_at, words)
    else:
        header = _first_header(sheet, words) or untitled.find(sheet, words)
    above = 0
    while header is not None:
        following = _next_header(sheet, header, words) if header.written else None
        last = len(sheet.rows) if following is None else _top_of(sheet, following, header)
        yield from _side_by_side(Table(sheet, header, above, last), words)
        header, above = following, last


def _first_header(sheet: Sheet, words: Vocabulary) -> Header | None:
    """The header of the first table: the best one, or one above it that has rows of its own."""
    best = header_row.find(sheet, words)
    while best is not None and best.first > 1:
        above = header_row.find(sheet, words, 0, best.first)
        if (
            above is None
            or not _is_plain(above, _FEWEST_TITLES)
            or not _has_data(sheet.rows[above.row + 1 : best.first])
        ):
            break
        if not any(_names_a_record(cell, words) for cell in above.cells):
            break
        best = above
    return best


def _has_data(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows between two headers are data: filled, and not all of them words."""
    return any(_filled(row) > 1 and any(_is_figure(cell) for cell in row) for row in rows)


def _is_figure(cell: Cell) -> bool:
    return cell is not None and (type(cell) is not str or sum(map(str.isdecimal, cell)) >= 4)


def _top_of(sheet: Sheet, header: Header, before: Header) -> int:
    """The first row that belongs to a header further down: its titles and the blanks above them."""
    row = header.first
    while row - 1 > before.row and _stands_above(sheet.rows[row - 1]):
        row -= 1
    return row


def _stands_above(row: Sequence[Cell]) -> bool:
    """Whether a row is a blank, a title or a line such as 填报单位：… that stands over a table."""
    filled = [cell for cell in row if cell is not None]
    return len(filled) <= 1 or all(type(cell) is str and _LINE.search(cell) for cell in filled)


def _filled(row: Sequence[Cell]) -> int:
    return len(row) - row.count(None)


def _next_header(sheet: Sheet, header: Header, words: Vocabulary) -> Header | None:
    """The header of another table further down; one that repeats the header is none."""
    known = words.known_words()
    after_a_break = False
    for number in range(header.row + 1, len(sheet.rows)):
        row = sheet.rows[number]
        first = next((cell for cell in row if cell is not None), None)
        broken = after_a_break
        looks = broken or (
            type(first) is str
            and len(first) <= _LONGEST_TITLE
            and ("".join(first.split()) in known or first == "序号")
        )
        after_a_break = first is None or (type(first) is str and _filled(row) == 1)
        if not looks or not _all_texts(row):
            continue
        first = number - 1 if broken and _filled(sheet.rows[number - 1]) == 1 else number
        found = header_row.find(sheet, words, first, header_row.MOST_HEADER_ROWS + number - first)
        if found is None or found.top < number or _repeats(found, header):
            continue
        if _is_plain(found, _FEWEST_AFTER_A_BREAK if broken else _FEWEST_TITLES):
            return found
    return None


def _all_texts(row: Sequence[Cell]) -> bool:
    filled = [cell for cell in row if cell is not None]
    return len(filled) > 1 and all(type(cell) is str and len(cell) <= 2 * _LONGEST_TITLE for cell in filled)


def _is_plain(header: Header, fewest: int) -> bool:
    """Whether most of a header's texts are titles, as in no row of data, and so many of them name fields."""
    filled = sum(1 for cell in header.cells if cell.text and not _NUMBERING.match(cell.title.core))
    return (header.known + header.nearly) * 2 >= filled and header.score >= fewest


def _repeats(found: Header, header: Header) -> bool:
    """Whether a header says again what stands at the same places of another."""
    texts = {cell.index: title(cell.text).whole for cell in header.cells if cell.text}
    filled = [cell for cell in found.cells if cell.text]
    same = sum(1 for cell in filled if texts.get(cell.index) == cell.title.whole)
    return same >= len(filled) * _SAME_HEADER


def _side_by_side(table: Table, words: Vocabulary) -> Iterator[Table]:
    """The table, or the several that one header row titles side by side."""
    starts = _starts(table.header.cells, words)
    if len(starts) < 2:
        yield table
        return
    width = len(table.header.cells)
    for left, right in zip(starts, [*starts[1:], width], strict=True):
        cells = tuple(
            cell if left <= cell.index < right else HeaderCell(cell.index, "") for cell in table.header.cells
        )
        score = sum(1 for cell in cells if cell.text and meanings(cell, words))
        header = replace(table.header, cells=tuple(labelled(cells)), score=score, known=score)
        rows = [
            row
            if number <= header.row
            else [cell if left <= index < right else None for index, cell in enumerate(row)]
            for number, row in enumerate(table.sheet.rows[: table.last])
        ]
        merges = tuple(each for each in table.sheet.merges if left <= each.left < right)
        yield replace(table, sheet=replace(table.sheet, rows=rows, merges=merges), header=header)


def _starts(cells: Sequence[HeaderCell], words: Vocabulary) -> list[int]:
    """Where the tables begin that repeat the same titles from left to right, each with the register's key or names."""
    paths = [(cell.title.whole, cell.parents) if cell.text else None for cell in cells]
    first = next((index for index, path in enumerate(paths) if path is not None), None)
    if first is None:
        return []
    starts = [index for index, path in enumerate(paths) if path == paths[first]]
    if len(starts) < 2:
        return []
    blocks = [
        [path for path in paths[left:right] if path is not None]
        for left, right in zip(starts, [*starts[1:], len(paths)], strict=True)
    ]
    has_gap = all(paths[start - 1] is None for start in starts[1:])
    fewest = _FEWEST_WITH_A_GAP if has_gap else _FEWEST_SIDE_BY_SIDE
    if any(block != blocks[0] for block in blocks[1:]) or len(blocks[0]) < fewest:
        return []
    return starts if any(_names_a_record(cell, words) for cell in cells[first : starts[1]]) else []


def _names_a_record(cell: HeaderCell, words: Vocabulary) -> bool:
    """Whether a column says whose or what the row is."""
    register = REGISTERS[words.register.code]
    firsts = {"name", *(names[0] for names in (register.key, register.else_key) if names)}
    matches = [match.target for match in meanings(cell, words)]
    if cell.text and not matches:
        alike = likest(cell.title.core, words)
        matches = [target for target, share in alike.items() if share >= header_row.LIKE_A_TITLE]
    return any(target.own and firsts & {target.field.name, *target.field.also} for target in matches)
