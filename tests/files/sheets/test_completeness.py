"""What a clerk is told of a file: hidden, filtered, failed, not read."""

from __future__ import annotations

from college_desk.files.sheets.book import Book, Sheet
from college_desk.files.sheets.completeness import sentences


def told(**sheet: object) -> list[str]:
    made = Sheet("名册", [["a"]], cells_read=10, **sheet)  # type: ignore[arg-type]
    return sentences(Book("a.xlsx", "xlsx", (made,)))


def test_a_complete_sheet_has_nothing_to_tell() -> None:
    assert told(cells_in_file=10) == []
    assert told(cells_in_file=None) == []


def test_cells_that_were_not_read_are_told_with_their_number() -> None:
    assert told(cells_in_file=12) == ["工作表“名册”文件里填有12个格，读出10个，还有2个没有读出，请核对原表。"]


def test_what_is_hidden_filtered_or_failed_is_told() -> None:
    assert told(formula_errors=2) == ["工作表“名册”有2个格的公式出错或没有算出结果。"]
    assert told(hidden_rows=3) == ["工作表“名册”有3行被隐藏或筛选掉，也一并导入。"]
    assert told(hidden_rows=3, filtered=True) == ["工作表“名册”设有筛选，3行没有显示，也一并导入。"]
    assert told(hidden_columns=4) == ["工作表“名册”有4列被隐藏，也一并导入。"]


def test_only_the_sheets_that_matter_speak_and_hidden_ones_are_named() -> None:
    book = Book(
        "a.xlsx",
        "xlsx",
        (
            Sheet("名册", [], hidden_rows=1),
            Sheet("说明", [], hidden_rows=2),
            Sheet("字典", [], hidden_rows=4, visible=False),
        ),
    )
    assert sentences(book, ["名册"]) == [
        "有1个隐藏的工作表没有导入：“字典”。",
        "工作表“名册”有1行被隐藏或筛选掉，也一并导入。",
    ]
    assert len(sentences(book)) == 3
