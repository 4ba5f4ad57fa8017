"""What real files of each kind hide, fail to compute or repeat; filled cells are counted beside those read."""

from __future__ import annotations

import datetime as dt
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt

from college_desk.base.errors import UnusableInput
from college_desk.files.sheets import reading, xls_marks
from college_desk.files.sheets.book import UNCOMPUTED, Merge, Sheet
from tests.files import workbooks
from tests.files.sheets import binaries

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": (
        b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties"
    ),
}


def only_sheet(path: Path) -> Sheet:
    reading._kept.cache_clear()
    (sheet,) = reading.read(path).sheets
    return sheet


def of_parts(folder: Path, sheet: str, **parts: str) -> Sheet:
    return only_sheet(binaries.xlsx_of_parts(folder / "a.xlsx", sheet, **parts))


def made_strict(path: Path) -> Path:
    """The same workbook in the names of Strict Open XML (ISO/IEC 29500), every part of it."""
    with zipfile.ZipFile(path) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            for old, new in STRICT.items():
                content = content.replace(old, new)
            made.writestr(name, content.replace(b"<workbook ", b'<workbook conformance="strict" '))
    return path


def test_a_strict_workbook_is_read_and_counted(tmp_path: Path) -> None:
    day = dt.date(2026, 9, 1)
    path = made_strict(
        workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名", "日期"], ["李明", day]]}, hidden_rows=[2])
    )
    with zipfile.ZipFile(path) as opened:
        assert b"purl.oclc.org/ooxml/spreadsheetml/main" in opened.read("xl/worksheets/sheet1.xml")
    sheet = only_sheet(path)
    assert sheet.rows == [["姓名", "日期"], ["李明", day]]
    assert (sheet.cells_in_file, sheet.cells_read, sheet.hidden_rows) == (4, 4, 1)


def test_hidden_columns_filters_and_errors_of_an_xlsx_are_counted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["姓名", "年龄", "班级", "备注"], ["李明", 17, True, " "], ["王芳", "=B2*2", 1, 0]):
        sheet.append(row)
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions.group("F", "Z", hidden=True)
    sheet.auto_filter.ref = "A1:D3"
    sheet.auto_filter.add_filter_column(0, ["王芳"])
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[9].hidden = True
    book.save(tmp_path / "a.xlsx")
    read = only_sheet(tmp_path / "a.xlsx")
    assert read.rows[1:] == [["李明", 17, True], ["王芳", UNCOMPUTED, 1, 0]]
    assert (read.hidden_rows, read.hidden_columns, read.filtered, read.formula_errors) == (1, 1, True, 1)
    assert read.cells_in_file == read.cells_read == 11


def test_a_filter_that_hides_nothing_is_no_filter(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["姓名"])
    book.active.auto_filter.ref = "A1:A1"
    book.save(tmp_path / "a.xlsx")
    assert not only_sheet(tmp_path / "a.xlsx").filtered


def test_texts_of_every_form_are_read_as_they_are_seen(tmp_path: Path) -> None:
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>张三</t><rPh sb="0" eb="1"><t>チョウ</t></rPh></si>'
        '<si><t xml:space="preserve">  </t></si><si/><si><r><t>李</t></r><r><rPr><b/></rPr><t>四</t></r></si></sst>'
    )
    sheet = of_parts(
        tmp_path,
        '<dimension ref="A1"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        '<c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>'
        '<c r="E1" t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r></is></c>'
        '<c r="F1" t="inlineStr"><is><t></t></is></c><c r="G1" t="inlineStr"><is><t>&#12288;</t></is></c>'
        '<c r="H1" t="str"><f>A1</f><v> </v></c><c r="I1" t="str"><f>A1</f><v>王五</v></c></row>'
        '<row r="3"><c r="B3"><v>5</v></c></row></sheetData>',
        strings=strings,
    )
    assert sheet.rows == [
        ["张三", None, None, "李四", "富文本", None, None, None, "王五"],
        [],
        [None, 5],
    ]
    assert sheet.cells_in_file == sheet.cells_read == 5


def test_a_cell_that_the_parser_leaves_out_is_counted_as_not_read(tmp_path: Path) -> None:
    sheet = of_parts(
        tmp_path,
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>甲</t></is><v>甲</v></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c><c r="A2"><v>3</v></c></row></sheetData>',
    )
    missing = sheet.cells_in_file - sheet.cells_read if sheet.cells_in_file else 0
    assert missing == 4 - sum(cell is not None for row in sheet.rows for cell in row) > 0


def test_days_come_as_days_whatever_their_form(tmp_path: Path) -> None:
    sheet = of_parts(
        tmp_path,
        '<sheetData><row r="1"><c r="A1" t="d"><v>2026-09-01T00:00:00</v></c><c r="B1" t="d"><v>2026-09-01</v></c>'
        '<c r="C1" s="1"><v>46266</v></c><c r="D1"><v>46266</v></c></row></sheetData>',
    )
    day = dt.date(2026, 9, 1)
    assert sheet.rows == [[day, day, day, 46266]]


def test_cells_are_counted_under_a_prefix_too(tmp_path: Path) -> None:
    sheet = of_parts(
        tmp_path,
        f'<?xml version="1.0"?><x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="1" max="1" hidden="1"/></x:cols>'
        '<x:sheetData><x:row r="1" hidden="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="e"><x:v>#REF!</x:v></x:c>'
        '<x:c r="C1"><x:f>1+1</x:f></x:c><x:c r="D1" t="inlineStr"><x:is><x:t/></x:is></x:c></x:row></x:sheetData>'
        "</x:worksheet>",
    )
    assert sheet.rows == [[1, "#REF!", UNCOMPUTED]]
    assert (sheet.cells_in_file, sheet.cells_read, sheet.hidden_rows, sheet.hidden_columns) == (3, 3, 1, 1)


def test_a_million_formatted_rows_are_no_cells(tmp_path: Path) -> None:
    ghosts = "".join(
        f'<row r="{row}" ht="20"><c r="A{row}" s="1"/><c r="Z{row}" s="1"/></row>'
        for row in range(3, 200_000)
    )
    started = time.monotonic()
    sheet = of_parts(
        tmp_path,
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        f'{ghosts}<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>',
    )
    assert sheet.rows == [[1]]
    assert time.monotonic() - started < reading.LIMITS.seconds


def test_a_cell_at_the_far_corner_is_too_large_and_not_the_end(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="太大"):
        of_parts(
            tmp_path,
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        )


def test_repeated_rows_and_columns_of_an_ods_do_not_explode(tmp_path: Path) -> None:
    repeated = 'table:number-columns-repeated="3"'
    path = binaries.ods(
        tmp_path / "a.ods",
        '<table:table table:name="名&amp;册"><table:table-column table:visibility="collapse" '
        'table:number-columns-repeated="2"/><table:table-row>'
        + binaries.ods_cell("姓名", 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/>"
        + binaries.ods_cell("x", repeated)
        + '</table:table-row><table:table-row table:number-rows-repeated="2" table:visibility="filter">'
        + binaries.ods_cell("李明")
        + '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">'
        "<text:p>#N/A</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>',
    )
    sheet = only_sheet(path)
    assert sheet.name == "名&册"
    assert sheet.rows[0] == ["姓名", None, "x", "x", "x"]
    assert sheet.rows[1] == ["李明", "#N/A"]
    assert len(sheet.rows) == 3
    assert sheet.merges == (Merge(0, 0, 0, 1),)
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.filtered) == (2, 2, True)
    assert sheet.formula_errors == 1


def test_a_filled_row_repeated_a_million_times_is_too_large_and_not_the_end(tmp_path: Path) -> None:
    path = binaries.ods(
        tmp_path / "a.ods",
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">'
        + binaries.ods_cell("x", 'table:number-columns-repeated="16384"')
        + "</table:table-row></table:table>",
    )
    with pytest.raises(UnusableInput, match=r"太大|还没有读完"):
        only_sheet(path)


def test_an_xls_of_excel_97_tells_what_it_hides_and_what_failed(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("名册")
    for column, text in enumerate(["姓名", "", "  ", "备注"]):
        sheet.write(0, column, text)
    sheet.write(1, 0, 17)
    sheet.write(1, 1, xlwt.Formula("A2*2"))
    sheet.row(1).write(2, True)
    sheet.row(1).set_cell_error(3, 0x2A)
    sheet.row(1).hidden = True
    sheet.col(1).hidden = True
    book.save(str(tmp_path / "a.xls"))
    content = (tmp_path / "a.xls").read_bytes()
    nothing, on_loading = b"\x03\0\0\0\0\0\xff\xff", b"\2\0"
    assert content.count(nothing + b"\0\0") == 1
    (tmp_path / "a.xls").write_bytes(content.replace(nothing + b"\0\0", nothing + on_loading))
    read = only_sheet(tmp_path / "a.xls")
    assert read.rows == [["姓名", None, None, "备注"], [17, UNCOMPUTED, True, "#N/A"]]
    assert (read.hidden_rows, read.hidden_columns, read.formula_errors) == (1, 1, 2)
    assert read.cells_in_file == read.cells_read == 6


def test_a_long_table_of_texts_of_an_xls_is_counted_right(tmp_path: Path) -> None:
    rows = [
        [f"甲{number}" * (number % 60 + 1), "" if number % 7 else "b" * number, number]
        for number in range(3000)
    ]
    rows[100][0] = "长" * 20000
    sheet = only_sheet(workbooks.xls(tmp_path / "a.xls", {"名册": rows}))
    assert sheet.cells_in_file == sheet.cells_read
    assert len(sheet.rows) == 3000


def test_a_shared_text_may_change_its_width_where_it_is_cut() -> None:
    def head(length: int, wide: int) -> bytes:
        return struct.pack("<HB", length, wide)

    chunks = [
        struct.pack("<II", 9, 9) + head(6, 1) + "甲乙".encode("utf-16-le"),
        b"\0abcd" + head(2, 0) + b"  " + head(3, 8) + struct.pack("<H", 1) + b"xyz" + bytes(4) + head(0, 0),
    ]
    assert xls_marks._blank_strings(chunks) == {1, 3}


@pytest.mark.parametrize(
    "called",
    [
        lambda name: name.replace("sharedStrings", "SharedStrings").replace("sheet1", "Sheet1"),
        lambda name: name.replace("/", "\\"),
        lambda name: name.removeprefix("xl/"),
    ],
    ids=["in capitals", "with backslashes", "without a folder"],
)
def test_parts_are_found_wherever_a_program_puts_them(tmp_path: Path, called: Callable[[str], str]) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"], ["李明"]]}, hidden_rows=[2])
    with zipfile.ZipFile(path) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    flat = called("xl/workbook.xml") == "workbook.xml"
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as made:
        for name, content in parts.items():
            rewritten = content.replace(b'"/xl/', b'"/').replace(b'"xl/', b'"') if flat else content
            made.writestr(called(name), rewritten)
    sheet = only_sheet(tmp_path / "b.xlsx")
    assert sheet.rows == [["姓名"], ["李明"]]
    assert (sheet.cells_in_file, sheet.hidden_rows) == (2, 1)


def test_an_xls_of_excel_95_in_chinese_is_read_under_the_name_of_a_wps_table(tmp_path: Path) -> None:
    sheet = only_sheet(binaries.xls_95(tmp_path / "a.et", "名册", [["姓名", "年龄"], ["李明", 17, "#N/A"]]))
    assert sheet.name == "名册"
    assert sheet.rows == [["姓名", "年龄"], ["李明", 17, "#N/A"]]
    assert (sheet.cells_in_file, sheet.cells_read, sheet.formula_errors) == (5, 5, 1)


def test_an_xlsb_tells_what_it_hides_and_what_failed(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["姓名", "年龄", True], ["李明", 17, "#DIV/0!"], ["  ", None, "x"]]
    sheet = only_sheet(
        binaries.xlsb(tmp_path / "a.xlsb", {"名册": rows}, hidden_rows=[1], hidden_columns=[1])
    )
    assert sheet.rows == [["姓名", "年龄", True], ["李明", 17, "#DIV/0!"], [None, None, "x"]]
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.formula_errors) == (1, 1, 1)
    assert sheet.cells_in_file == sheet.cells_read == 7


def test_a_workbook_with_macros_is_read_without_them(tmp_path: Path) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsm", {"名册": [["姓名"]]})
    with zipfile.ZipFile(path, "a") as opened:
        opened.writestr("xl/vbaProject.bin", b"macros")
    book = reading.read(path)
    assert book.kind == "xlsm"
    assert book.sheets[0].rows == [["姓名"]]


def test_a_workbook_saved_from_garbled_text_is_refused(tmp_path: Path) -> None:
    names = ["张伟", "李娜", "王芳", "刘洋", "陈静"]
    garbled = [[name.encode().decode("gb18030", "replace")] for name in [*names, *names]]
    with pytest.raises(UnusableInput, match="乱码"):
        only_sheet(workbooks.xlsx(tmp_path / "a.xlsx", {"名册": garbled}))
    one_bad = [["备注锟斤拷"], *([f"济宁{number}号机械公司"] for number in range(200))]
    assert len(only_sheet(workbooks.xlsx(tmp_path / "b.xlsx", {"名册": one_bad})).rows) == 201


@pytest.mark.parametrize(
    ("kind", "named"),
    [("xlsx", "xls"), ("xlsx", "et"), ("xlsx", "csv"), ("xls", "xlsx"), ("xls", "et"), ("xls", "ods")],
)
def test_the_content_and_not_the_name_says_what_a_workbook_is(tmp_path: Path, kind: str, named: str) -> None:
    file = tmp_path / f"a.{named}"
    if kind == "xlsx":
        book = openpyxl.Workbook()
        book.worksheets[0].append(["姓名"])
        book.worksheets[0].append(["李明"])
        book.save(file)
    else:
        old = xlwt.Workbook()
        sheet = old.add_sheet("名册")
        sheet.write(0, 0, "姓名")
        sheet.write(1, 0, "李明")
        old.save(str(file))
    assert reading.read(file).kind == kind
    assert only_sheet(file).rows == [["姓名"], ["李明"]]
