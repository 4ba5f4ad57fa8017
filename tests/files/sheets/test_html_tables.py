"""Web pages under the name of an xls: tables, spans, encodings; nothing outside the page is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.files.sheets import reading
from college_desk.files.sheets.book import Book, Merge
from tests.files.sheets import markup


def page(folder: Path, text: str, encoding: str = "utf-8") -> Book:
    path = folder / "成绩.xls"
    path.write_bytes(text.encode(encoding))
    reading._kept.cache_clear()
    return reading.read(path)


def test_a_table_is_a_sheet(tmp_path: Path) -> None:
    book = page(tmp_path, markup.html([["姓名", "学号"], ["李明", "00123"], [None, "a<b&c"]]), "gb2312")
    assert book.kind == "html"
    assert book.encoding == "gb18030"
    assert book.sheets[0].rows == [["姓名", "学号"], ["李明", "00123"], [None, "a<b&c"]]
    assert book.sheets[0].name == ""
    assert book.sheets[0].cells_read == 5


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("GBK", "gbk"), ("utf-8", "utf-8"), ("big5", "big5"), ("utf-8", "utf-16")],
)
def test_the_encoding_is_the_marks_or_the_pages_own(tmp_path: Path, declared: str, encoding: str) -> None:
    assert page(tmp_path, markup.html([["姓名"], ["李明"]], declared), encoding).sheets[0].rows[1] == ["李明"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "gb18030"), ("iso-8859-1", "utf-8"), ("gb2312", "utf-8"), ("x-y", "gbk")],
)
def test_a_page_that_declares_a_wrong_encoding_is_read_all_the_same(
    tmp_path: Path, declared: str, encoding: str
) -> None:
    rows = [["姓名"], *([name] for name in ("李明", "王芳", "张伟", "刘洋", "陈静", "杨帆"))]
    assert page(tmp_path, markup.html(rows, declared), encoding).sheets[0].rows == rows


def test_spans_are_merges_and_push_what_follows(tmp_path: Path) -> None:
    book = page(
        tmp_path,
        "<table><tr><th colspan=3>名册</th></tr><tr><td rowspan=2>姓名<td colspan='2'>学历</tr>"
        "<tr><td>第一<td>最后</tr><tr><td>李明<td>本科<td>硕士</tr></table>",
    )
    sheet = book.sheets[0]
    assert sheet.rows == [["名册"], ["姓名", "学历"], [None, "第一", "最后"], ["李明", "本科", "硕士"]]
    assert sheet.merges == (Merge(0, 0, 0, 2), Merge(1, 0, 2, 0), Merge(1, 1, 1, 2))


def test_several_tables_are_several_sheets_and_empty_ones_none(tmp_path: Path) -> None:
    book = page(
        tmp_path,
        "<table><tr><td><table><tr><td>甲</td></tr></table></td></tr></table><table></table>"
        "<table><tbody><tr><td>乙</tbody></table>",
    )
    assert [(sheet.name, sheet.rows) for sheet in book.sheets] == [("1", [["甲"]]), ("2", [["乙"]])]


def test_text_is_what_a_reader_of_the_page_sees(tmp_path: Path) -> None:
    book = page(
        tmp_path,
        "<table><tr><td> 张<b>三</b>\n &lt;组长&gt; <script>x()</script><td>一<br>二<p>三</p>"
        "<td x:num='1234.5'>1,235<td>&#24352;&nbsp;伟<td>  &nbsp; </tr>"
        "<tr style='display:none'><td>藏</tr></table>",
    )
    assert book.sheets[0].rows == [["张三 <组长>", "一\n二\n三", 1234.5, "张\xa0伟"], ["藏"]]
    assert book.sheets[0].hidden_rows == 1


def test_a_page_without_a_table_or_without_a_filled_cell_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="里面没有表格"):
        page(tmp_path, "<html><body>登录超时</body></html>")
    with pytest.raises(UnusableInput, match="一个格也没有填"):
        page(tmp_path, "<table><tr><td></td></tr></table>")


def test_a_garbled_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="乱码"):
        page(tmp_path, markup.html([["锟斤拷", "锟斤拷锟斤拷"]], "utf-8"))


@pytest.mark.parametrize(
    "span", ["rowspan=99999999999", "rowspan=1048576 colspan=16384", "colspan=-3", "colspan=x"]
)
def test_absurd_spans_neither_explode_nor_lose_a_cell(tmp_path: Path, span: str) -> None:
    try:
        book = page(tmp_path, f"<table><tr><td {span}>甲</td></tr><tr><td>乙</tr></table>")
    except UnusableInput as refused:
        assert "太大" in str(refused)
    else:
        assert "乙" in book.sheets[0].rows[1]


def test_a_large_page_is_read(tmp_path: Path) -> None:
    rows = [[f"甲{number}", "乙", number] for number in range(5000)]
    assert len(page(tmp_path, markup.html(rows, "utf-8")).sheets[0].rows) == 5000
