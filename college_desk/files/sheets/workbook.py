"""A workbook by calamine, with the marks of what the parser leaves out; runs in the child process only."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from college_desk.files.sheets import marks, refusals
from college_desk.files.sheets.book import Book, Merge, Sheet
from college_desk.files.sheets.mark_search import MarkSearch
from college_desk.files.sheets.text_encoding import is_garbled
from college_desk.files.sheets.transport import Packing

_MOST_CELLS = 40_000_000
_MOST_FILLED = 20_000_000
_TEXTS_LOOKED_AT = 5000


def document_of(path: Path, kind: str) -> bytes:
    """The document of a workbook. Raises UnusableInput; a damaged file may raise anything or end the process."""
    import python_calamine

    looking = MarkSearch(path, kind)
    looking.start()
    packing = Packing()
    try:
        book = _opened(python_calamine, path, kind)
        worksheets = [
            each for each in book.sheets_metadata if each.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
        for number, each in enumerate(worksheets):
            sheet = book.get_sheet_by_name(each.name)
            visible = each.visible == python_calamine.SheetVisibleEnum.Visible
            found = looking.found()
            named = found.names if len(found.names) == len(worksheets) else ()
            _pack(packing, sheet, named[number] if named else each.name, visible, found, path)
    except python_calamine.PasswordError as error:
        raise refusals.encrypted(path) from error
    except python_calamine.CalamineError as error:
        looking.found()
        raise (refusals.too_large if "limit exceeded" in str(error) else refusals.damaged)(path) from error
    if not packing.cells:
        filled = any(each.filled for each in looking.found().sheets.values())
        raise refusals.damaged(path) if filled else refusals.no_cell(path)
    if is_garbled("\n".join(packing.texts(_TEXTS_LOOKED_AT))):
        raise refusals.garbled(path)
    return packing.document(Book(path.name, kind, (), looking.found().date_1904))


def _opened(calamine: Any, path: Path, kind: str) -> Any:
    """The workbook; the parser goes by the file's name, so one that bears another kind's is given by its content."""
    if path.suffix.lower() == f".{kind}":
        return calamine.CalamineWorkbook.from_path(str(path))
    return calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))


def _pack(packing: Packing, sheet: Any, name: str, visible: bool, found: marks.Marks, path: Path) -> None:
    """Add one sheet of the parser, with its marks."""
    if _area(sheet) > _MOST_CELLS or packing.cells > _MOST_FILLED:
        raise refusals.too_large(path)
    marked = found.sheets.get(name, marks.SheetMarks())
    described = Sheet(
        name,
        (),
        tuple(Merge(*start, *end) for start, end in sheet.merged_cell_ranges or ()) or marked.merges,
        visible,
        len(marked.errors),
        marked.hidden_rows,
        _columns_within(sheet, marked.hidden_columns),
        marked.filtered,
        marked.filled,
    )
    packing.add(described, _rows(sheet, {**marked.texts, **marked.errors}), booleans=marked.booleans)


def _rows(sheet: Any, texts: Mapping[tuple[int, int], str]) -> Iterator[list[Any]]:
    """All rows from the sheet's first on, with these texts in their places."""
    by_row: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in texts.items():
        by_row.setdefault(row, []).append((column, text))
    last = -1
    indent = [None] * (sheet.start[1] if sheet.start else 0)
    for last, cells in enumerate(sheet.iter_rows()):
        yield _with(indent + cells, by_row.pop(last, ())) if by_row or indent else cells
    for number in range(last + 1, max(by_row, default=-1) + 1):
        yield _with(list[Any](), by_row.pop(number, ()))


def _with(row: list[Any], texts: Iterable[tuple[int, str]]) -> list[Any]:
    """The row with texts in place of what the parser made of these cells: nothing, or the nought of a formula."""
    for column, text in texts:
        row.extend([None] * (column + 1 - len(row)))
        row[column] = text
    return row


def _area(sheet: Any) -> int:
    return (sheet.end[0] + 1) * (sheet.end[1] + 1) if sheet.end else 0


def _columns_within(sheet: Any, ranges: Iterable[tuple[int, int]]) -> int:
    """How many columns of these ranges lie in the part of the sheet that is filled."""
    last = sheet.end[1] if sheet.end else -1
    return sum(max(0, min(end, last) - start + 1) for start, end in ranges)
