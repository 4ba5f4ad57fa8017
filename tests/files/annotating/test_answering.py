"""A workbook answered: everything else of it stays as it was, in whatever spelling it came."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from college_desk.base.errors import UnusableInput
from college_desk.files.annotating import parts
from college_desk.files.annotating.answering import answer
from college_desk.files.annotating.marks import RowMark, SheetMark, Verdict, sheet_mark
from college_desk.files.sheets import reading
from tests.files import workbooks
from tests.files.annotating import packages
from tests.files.annotating.packages import TRANSITIONAL, cell

RED, AMBER = "FFFFC7CE", "FFFFEB9C"
WRONG = RowMark(Verdict.WRONG, ("身份证号：校验位不对。",), wrong=frozenset({1}))
DOUBTFUL = RowMark(Verdict.DOUBTFUL, ("合作企业：不在台账里。",), doubtful=frozenset({0}))
PASSED = RowMark(Verdict.PASSED)


def answered(source: Path, rows: dict[int, RowMark], *, header: int = 1, out: str = "out.xlsx") -> Path:
    """The file answered, its first sheet marked."""
    book = reading.read(source)
    mark = sheet_mark(book.sheets[0], [header], rows)
    answer(book, source, source.parent / out, [mark])
    return source.parent / out


def changed_parts(before: Path, after: Path) -> list[str]:
    """The entries that differ; all names are there, in their order, and nothing is damaged."""
    with zipfile.ZipFile(before) as one, zipfile.ZipFile(after) as other:
        assert one.namelist() == other.namelist()
        assert other.testzip() is None
        assert one.comment == other.comment
        return [name for name in one.namelist() if one.read(name) != other.read(name)]


def fill(sheet: Any, ref: str) -> str | None:
    """The colour of a cell, None where it has none."""
    found = sheet[ref].fill
    return str(found.fgColor.rgb) if found.fill_type == "solid" else None


def office_workbook(path: Path) -> Path:
    """A sheet as an office keeps it, with all that must survive."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名册"
    rows: Sequence[Sequence[Any]] = [
        ["兼职教师花名册", None, None],
        ["姓名", "身份证号", "聘期起"],
        ["李明", "37081119800101001X", "2026-09-01"],
        ["王芳", "370811198503151226", "2026-09-01"],
        ["合计", None, 2],
    ]
    for row in rows:
        sheet.append(list(row))
    thin = Side(style="thin")
    box = Border(left=thin, right=thin, top=thin, bottom=thin)
    for row in sheet["A2:C5"]:
        for each in row:
            each.border = box
    sheet["B3"].font = Font(name="仿宋_GB2312", size=12, bold=True)
    sheet["B3"].number_format = "@"
    sheet["A4"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet.merge_cells("A1:C1")
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = "A2:C4"
    sheet.print_area = "A1:C5"
    sheet.column_dimensions["B"].width = 22
    sheet.row_dimensions[3].height = 27
    choices = DataValidation(type="list", formula1='"是,否"')
    choices.add("C3:C9")
    sheet.add_data_validation(choices)
    sheet.conditional_formatting.add("C3:C9", Rule("expression", formula=["C3=1"]))
    sheet["A3"].comment = Comment("已核对", "教务处")
    other = book.create_sheet("说明")
    other["A1"] = "=1+1"
    book.save(path)
    return path


def test_everything_but_the_marked_sheet_and_the_formats_stays_byte_for_byte(tmp_path: Path) -> None:
    source = office_workbook(tmp_path / "表.xlsx")
    out = answered(source, {3: WRONG, 4: DOUBTFUL}, header=2)
    assert sorted(changed_parts(source, out)) == ["xl/styles.xml", "xl/worksheets/sheet1.xml"]


def test_entries_that_stay_keep_their_packed_bytes_and_times(tmp_path: Path) -> None:
    source = office_workbook(tmp_path / "表.xlsx")
    out = answered(source, {3: WRONG}, header=2)
    with zipfile.ZipFile(source) as one, zipfile.ZipFile(out) as other:
        for before, after in zip(one.infolist(), other.infolist(), strict=True):
            assert (before.date_time, before.external_attr) == (after.date_time, after.external_attr)
            if before.filename not in ("xl/styles.xml", "xl/worksheets/sheet1.xml"):
                assert (before.compress_size, before.CRC) == (after.compress_size, after.CRC)


def test_formats_are_only_added_at_the_end(tmp_path: Path) -> None:
    source = office_workbook(tmp_path / "表.xlsx")
    out = answered(source, {3: WRONG, 4: DOUBTFUL}, header=2)
    before, after = openpyxl.load_workbook(source), openpyxl.load_workbook(out)
    kept, now = before._cell_styles, after._cell_styles  # type: ignore[attr-defined]  # the table of formats
    assert list(now)[: len(kept)] == list(kept)
    assert len(now) > len(kept)


def test_wrong_cells_are_red_and_doubtful_ones_amber_and_else_as_they_were(tmp_path: Path) -> None:
    source = office_workbook(tmp_path / "表.xlsx")
    sheet: Any = openpyxl.load_workbook(answered(source, {3: WRONG, 4: DOUBTFUL}, header=2))["名册"]
    assert (fill(sheet, "B3"), fill(sheet, "A4")) == (RED, AMBER)
    assert (fill(sheet, "A3"), fill(sheet, "B4")) == (None, None)
    assert (sheet["B3"].value, sheet["B3"].number_format) == ("37081119800101001X", "@")
    assert (sheet["B3"].font.name, sheet["B3"].font.bold) == ("仿宋_GB2312", True)
    assert sheet["B3"].border.left.style == "thin"


def test_the_sheet_keeps_its_ranges_widths_and_lists(tmp_path: Path) -> None:
    source = office_workbook(tmp_path / "表.xlsx")
    sheet: Any = openpyxl.load_workbook(answered(source, {3: WRONG, 4: PASSED}, header=2))["名册"]
    assert [str(each) for each in sheet.merged_cells.ranges] == ["A1:C1"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_area) == (
        "A3",
        "A2:C4",
        "'名册'!$A$1:$C$5",
    )
    assert (sheet.column_dimensions["B"].width, sheet.row_dimensions[3].height) == (22, 27)
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["C3:C9"]
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["C3:C9"]
    assert sheet["A3"].comment.text == "已核对"


def test_verdict_and_reasons_stand_right_of_the_header_and_rows_without_answer_have_none(
    tmp_path: Path,
) -> None:
    source = office_workbook(tmp_path / "表.xlsx")
    waiting = RowMark(Verdict.WAITING, ("甲。", "乙。"))
    sheet: Any = openpyxl.load_workbook(answered(source, {3: waiting, 4: PASSED}, header=2))["名册"]
    assert [[each.value for each in row] for row in sheet["D1:E5"]] == [
        [None, None],
        ["校验结果", "错误说明"],
        ["未入库", "甲。乙。"],
        ["通过", None],
        [None, None],
    ]
    assert (fill(sheet, "D3"), fill(sheet, "D4"), fill(sheet, "E3")) == (RED, None, None)
    assert sheet["D2"].border.left.style == "thin"
    assert sheet.column_dimensions["E"].width > sheet.column_dimensions["D"].width


def test_macros_stay(tmp_path: Path) -> None:
    source = packages.written(
        tmp_path / "表.xlsm",
        f'<worksheet xmlns="{TRANSITIONAL}"><sheetData><row r="1">{cell("A1", "姓名")}{cell("B1", "学号")}</row>'
        f'<row r="2">{cell("A2", "李明")}</row></sheetData></worksheet>',
        extra={"xl/vbaProject.bin": bytes(range(256)) * 40},
    )
    out = answered(source, {2: DOUBTFUL}, out="out.xlsm")
    assert changed_parts(source, out) == ["xl/worksheets/sheet1.xml", "xl/styles.xml"]


def plain_sheet(*, main: str = TRANSITIONAL, p: str = "") -> str:
    """A sheet of a header and two rows, its elements with a prefix or without."""
    space = f'xmlns:{p[:-1]}="{main}"' if p else f'xmlns="{main}"'
    rows = [("姓名", "证件"), ("李明", "1"), ("王芳", "2")]
    data = "".join(
        f'<{p}row r="{number}" spans="1:2">{cell(f"A{number}", name, prefix=p)}{cell(f"B{number}", text, prefix=p)}'
        f"</{p}row>"
        for number, (name, text) in enumerate(rows, start=1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{p}worksheet {space}><{p}dimension ref="A1:B3"/>'
        f"<{p}sheetData>{data}</{p}sheetData></{p}worksheet>"
    )


def texts(path: Path) -> list[list[Any]]:
    """The cells of the first sheet, as the program itself reads them."""
    return [list(row) for row in reading.read(path).sheets[0].rows]


ANSWERED = [
    ["姓名", "证件", "校验结果", "错误说明"],
    ["李明", "1", "必须改正", "身份证号：校验位不对。"],
    ["王芳", "2", "通过"],
]


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: packages.written(path, plain_sheet()), id="plain"),
        pytest.param(lambda path: packages.written(path, plain_sheet(p="x:")), id="prefix"),
        pytest.param(lambda path: packages.written(path, plain_sheet(), styles=False), id="without formats"),
        pytest.param(lambda path: packages.written(path, plain_sheet(), streamed=True), id="streamed"),
        pytest.param(
            lambda path: packages.written(
                path, plain_sheet().replace("<sheetData>", '<!-- <row r="9"> --><sheetData>')
            ),
            id="comment",
        ),
        pytest.param(
            lambda path: packages.written(path, plain_sheet().replace('<row r="2" spans="1:2">', "<row>")),
            id="unnumbered",
        ),
    ],
)
def test_any_spelling_of_a_package_is_answered(tmp_path: Path, make: Any) -> None:
    out = answered(make(tmp_path / "表.xlsx"), {2: WRONG, 3: PASSED})
    assert texts(out) == ANSWERED
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert (fill(sheet, "B2"), fill(sheet, "B3")) == (RED, None)


def test_of_a_streamed_package_the_sizes_stand_before_the_entries(tmp_path: Path) -> None:
    source = packages.written(tmp_path / "表.xlsx", plain_sheet(), streamed=True)
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(answered(source, {2: WRONG})) as after:
        assert all(info.flag_bits & 0x08 for info in before.infolist())
        assert not any(info.flag_bits & 0x08 for info in after.infolist())


def test_a_strict_workbook_is_answered(tmp_path: Path) -> None:
    source = packages.written(tmp_path / "表.xlsx", plain_sheet(main=packages.STRICT), strict=True)
    out = answered(source, {2: WRONG, 3: PASSED})
    assert texts(out) == ANSWERED
    with zipfile.ZipFile(out) as opened:
        assert RED.encode() in opened.read("xl/styles.xml")
        assert re.search(rb'r="B2"[^>]* s="2"', opened.read("xl/worksheets/sheet1.xml"))


def test_xml_of_another_encoding_is_read(tmp_path: Path) -> None:
    xml = plain_sheet().replace("UTF-8", "UTF-16").encode("utf-16")
    path = packages.written(tmp_path / "表.xlsx", xml)
    with zipfile.ZipFile(path) as opened:
        found = parts.text_of(opened, path, "xl/worksheets/sheet1.xml")
    assert "李明" in found.decode("utf-8")


def test_rows_and_cells_that_are_not_there_are_put_in_their_place(tmp_path: Path) -> None:
    xml = (
        f'<worksheet xmlns="{TRANSITIONAL}"><cols><col min="2" max="16384" width="9" hidden="1"/></cols><sheetData>'
        f'<row r="1">{cell("A1", "姓名")}{cell("B1", "学号")}</row><row r="2" s="1"/>'
        f'<row r="4">{cell("A4", "王芳")}<c r="D4" s="1"/></row></sheetData></worksheet>'
    )
    source = packages.written(tmp_path / "表.xlsx", xml)
    out = answered(source, {2: WRONG, 3: WRONG, 4: WRONG})
    sheet: Any = openpyxl.load_workbook(out).worksheets[0]
    assert [sheet.cell(row, 3).value for row in range(1, 5)] == [
        "校验结果",
        "必须改正",
        "必须改正",
        "必须改正",
    ]
    assert [fill(sheet, f"B{row}") for row in (2, 3, 4)] == [RED, RED, RED]
    assert sheet["B2"].number_format == "mm-dd-yy"  # as its row
    assert sheet["D4"].value == "身份证号：校验位不对。"
    dimensions = sheet.column_dimensions
    assert (dimensions["B"].hidden, dimensions["C"].hidden, dimensions["E"].hidden) == (True, False, True)


def test_an_earlier_answer_is_written_over_and_its_colours_go(tmp_path: Path) -> None:
    source = packages.written(tmp_path / "表.xlsx", plain_sheet())
    first = answered(source, {2: WRONG, 3: WRONG}, out="一.xlsx")
    second = answered(first, {2: PASSED, 3: DOUBTFUL}, out="二.xlsx")
    assert texts(second) == [
        ["姓名", "证件", "校验结果", "错误说明"],
        ["李明", "1", "通过"],
        ["王芳", "2", "需核实", "合作企业：不在台账里。"],
    ]
    sheet: Any = openpyxl.load_workbook(second).worksheets[0]
    colours = [[fill(sheet, f"{column}{row}") for column in "ABCD"] for row in (2, 3)]
    assert colours == [[None] * 4, [AMBER, None, AMBER, None]]


def test_mended_cells_stand_as_they_were_mended(tmp_path: Path) -> None:
    source = packages.written(tmp_path / "表.xlsx", plain_sheet())
    out = answered(source, {2: RowMark(Verdict.PASSED, texts={1: "0012"}), 3: PASSED})
    assert texts(out)[1] == ["李明", "0012", "通过"]


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-1", "@SUM(A1)", "＝1+1", "\t=1", "_x0041_"])
def test_what_looks_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    source = packages.written(tmp_path / "表.xlsx", plain_sheet())
    out = answered(source, {2: RowMark(Verdict.DOUBTFUL, (text,)), 3: PASSED})
    written: Any = openpyxl.load_workbook(out).worksheets[0]["D2"]
    assert written.data_type == "s"
    assert texts(out)[1][3] == text
    assert written.quotePrefix is (text != "_x0041_")


def test_what_no_cell_can_hold_is_left_out(tmp_path: Path) -> None:
    source = packages.written(tmp_path / "表.xlsx", plain_sheet())
    out = answered(
        source,
        {
            2: RowMark(Verdict.DOUBTFUL, ("甲\x01乙\ufffe<&>",)),
            3: RowMark(Verdict.DOUBTFUL, ("长" * 40_000,)),
        },
    )
    found = texts(out)
    assert found[1][3] == "甲乙<&>"
    assert 30_000 < len(found[2][3]) <= 32_767


def test_a_long_reason_is_not_shown_as_hashes_by_old_programs(tmp_path: Path) -> None:
    source = packages.written(tmp_path / "表.xlsx", plain_sheet())
    out = answered(
        source, {2: RowMark(Verdict.DOUBTFUL, ("长" * 300,)), 3: RowMark(Verdict.DOUBTFUL, ("短",))}
    )
    sheet: Any = openpyxl.load_workbook(out).worksheets[0]
    assert (sheet["D2"].number_format, sheet["D3"].number_format) == ("General", "@")


def test_a_sheet_that_declares_entities_is_refused(tmp_path: Path) -> None:
    source = packages.written(tmp_path / "表.xlsx", plain_sheet())
    book = reading.read(source)
    evil = plain_sheet().replace(
        "<worksheet", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet'
    )
    other = packages.written(tmp_path / "别.xlsx", evil)
    mark = sheet_mark(book.sheets[0], [1], {2: WRONG})
    with pytest.raises(UnusableInput, match="外部内容"):
        answer(book, other, tmp_path / "out.xlsx", [mark])
    assert not (tmp_path / "out.xlsx").exists()


def test_a_damaged_package_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    source = packages.written(tmp_path / "表.xlsx", plain_sheet())
    book = reading.read(source)
    content = bytearray(source.read_bytes())
    at = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[at : at + 20] = bytes(20)
    source.write_bytes(bytes(content))
    with pytest.raises(UnusableInput, match="损坏"):
        answer(book, source, tmp_path / "out.xlsx", [sheet_mark(book.sheets[0], [1], {2: WRONG})])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["表.xlsx"]


def test_what_is_no_xlsx_becomes_one_of_the_same_cells(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes("姓名,证件,金额\n李明,0012,=1+1\n王芳,3.70E+17,-5\n".encode("gb18030"))
    out = answered(path, {2: WRONG, 3: PASSED})
    assert texts(out) == [
        ["姓名", "证件", "金额", "校验结果", "错误说明"],
        ["李明", "0012", "=1+1", "必须改正", "身份证号：校验位不对。"],
        ["王芳", "3.70E+17", "-5", "通过"],
    ]
    sheet: Any = openpyxl.load_workbook(out).worksheets[0]
    assert sheet.title == "表"
    assert (sheet["B2"].number_format, sheet["C2"].data_type, sheet["C2"].quotePrefix) == ("@", "s", True)
    assert fill(sheet, "B2") == RED


def test_the_copy_of_an_xls_has_its_numbers_and_all_its_sheets(tmp_path: Path) -> None:
    path = workbooks.xls(tmp_path / "表.xls", {"名册": [["姓名", "人数"], ["李明", 3.5]], "其他": [["甲"]]})
    out = answered(path, {2: PASSED})
    assert texts(out)[1] == ["李明", 3.5, "通过"]
    assert openpyxl.load_workbook(out).sheetnames == ["名册", "其他"]


def test_merged_ranges_of_a_copy_stay_and_hidden_sheets_stay_hidden(tmp_path: Path) -> None:
    from college_desk.files.sheets.book import Book, Merge, Sheet

    sheet = Sheet("名/册", [["标题", None], ["姓名", "学号"], ["李明", "1"]], (Merge(0, 0, 0, 1),))
    book = Book("表.ods", "ods", (sheet, Sheet("词典", [["男"]], visible=False)))
    answer(book, tmp_path / "表.ods", tmp_path / "out.xlsx", [sheet_mark(sheet, [2], {3: PASSED})])
    made: Any = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert [(each.title, each.sheet_state) for each in made.worksheets] == [
        ("名·册", "visible"),
        ("词典", "hidden"),
    ]
    assert [str(each) for each in made.worksheets[0].merged_cells.ranges] == ["A1:B1"]


def test_the_columns_stand_beyond_what_is_filled_and_merged() -> None:
    def place(*rows: Sequence[Any], merges: Sequence[Any] = (), header: int = 1) -> int:
        mark: SheetMark = sheet_mark(workbooks.sheet(*rows, merges=merges), [header], {})
        return mark.column

    from college_desk.files.sheets.book import Merge

    assert place(["姓名", "学号"], ["李明", "1"]) == 2
    assert place(["姓名", "学号"], ["李明", "1", "注"]) == 3
    assert place(["姓名", "学号"], ["李明", "1", None, "注"]) == 4
    assert place(["姓名", "学号"], ["李明", "1", None, None, "注"]) == 2
    assert place(["标", None, "题"], ["姓名", "学号"], ["李明", "1"], header=2) == 2
    assert place(["姓名", "学号"], ["李明", "1"], merges=[Merge(1, 1, 1, 2)]) == 3
    assert place(["姓名", "校验结果", "错误说明", "学号"], ["李明"]) == 1
