"""A book goes from the child to its parent and comes out as it was; a damaged document is told."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from college_desk.files.sheets import transport
from college_desk.files.sheets.book import Book, Merge, Sheet

CELLS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**15) + 1, 10**15 - 1)
    | st.floats(allow_nan=False).filter(lambda number: not number.is_integer() or abs(number) >= 1e15)
    | st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: not text.isspace())
    | st.dates()
    | st.datetimes().filter(lambda moment: moment.time() != dt.time())
    | st.times()
)
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=8)


def there_and_back(book: Book) -> Book:
    arrived = transport.unpacked(transport.packed(book), book.file)
    assert isinstance(arrived, Book)
    return arrived


def trimmed(rows: list[list[object]]) -> list[list[object]]:
    kept = [list(row) for row in rows]
    for row in kept:
        while row and row[-1] is None:
            row.pop()
    while kept and not kept[-1]:
        kept.pop()
    return kept


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, max_size=3))
def test_every_cell_arrives_as_it_was(tables: list[list[list[object]]]) -> None:
    sheets = tuple(Sheet(f"表{number}", rows) for number, rows in enumerate(tables))  # type: ignore[arg-type]
    arrived = there_and_back(Book("a.xlsx", "xlsx", sheets))
    for rows, sheet in zip(tables, arrived.sheets, strict=True):
        wanted = trimmed(rows)
        assert sheet.rows == wanted
        assert [[type(cell) for cell in row] for row in sheet.rows] == [
            [type(cell) for cell in row] for row in wanted
        ]
        assert sheet.cells_read == sum(cell is not None for row in wanted for cell in row)


def test_what_belongs_to_book_and_sheet_arrives() -> None:
    sheet = Sheet("名册", [["a"]], (Merge(0, 0, 1, 2),), False, 3, 4, 5, True, 6, 1)
    book = Book("a.xls", "xls", (sheet,), True, "gb18030", (), True)
    assert there_and_back(book) == book


def test_true_and_one_and_a_whole_float_stay_what_they_are() -> None:
    arrived = there_and_back(Book("a", "xlsx", (Sheet("", [[1, True, 1.0, 0, False, 1e16, " "]]),)))
    row = arrived.sheets[0].rows[0]
    assert [type(cell) for cell in row] == [int, bool, int, int, bool, float]


def test_a_refusal_arrives_as_its_sentence() -> None:
    assert transport.unpacked(transport.refusal("“a”读不出来。"), "a") == "“a”读不出来。"


def test_every_cut_document_is_told() -> None:
    whole = transport.packed(Book("a", "xlsx", (Sheet("表", [["a", 1, None, "b"], ["a"]]),)))
    for end in range(len(whole)):
        with pytest.raises(transport.MalformedDocument):
            transport.unpacked(whole[:end], "a")


@pytest.mark.parametrize("values", [["a"], [{"x": "y"}, "b"], [{"d": "2026-13-01"}, "b"], 7, None])
def test_a_document_that_contradicts_itself_is_told(values: object) -> None:
    whole = transport.packed(Book("a", "xlsx", (Sheet("表", [["a", "b"]]),)))
    length = int.from_bytes(whole[:8], "little")
    header = json.loads(whole[8 : 8 + length])
    header["values"] = values
    changed = json.dumps(header).encode()
    document = len(changed).to_bytes(8, "little") + changed + whole[8 + length :]
    with pytest.raises(transport.MalformedDocument):
        transport.unpacked(document, "a")
