"""SpreadsheetML 2003: cells at their index, types, merges, what is hidden, what is hostile."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.files.sheets import reading
from college_desk.files.sheets.book import UNCOMPUTED, Book, Merge
from tests.files.sheets import markup


def workbook(folder: Path, text: str, encoding: str = "utf-8") -> Book:
    path = folder / "名册.xls"
    path.write_bytes(text.encode(encoding))
    reading._kept.cache_clear()
    return reading.read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "GBK", "gb18030", "utf-16"])
def test_sheets_are_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    rows: list[list[Any]] = [["姓名", "年龄"], ["李明", 17], ["<王&芳>", 16.5]]
    book = workbook(tmp_path, markup.xml_2003({"花名册": rows, "空": []}, encoding), encoding)
    assert book.kind == "xml"
    assert [(sheet.name, sheet.rows) for sheet in book.sheets] == [("花名册", rows), ("空", [])]
    assert book.sheets[0].cells_in_file == book.sheets[0].cells_read == 6


def test_indexes_merges_types_errors_and_what_is_hidden(tmp_path: Path) -> None:
    book = workbook(
        tmp_path,
        markup.wrapped_2003(
            '<Worksheet ss:Name="名册"><Table><Column ss:Hidden="1"/>'
            '<Row ss:Index="2"><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">标题</Data></Cell>'
            '<Cell><Data ss:Type="Boolean">1</Data></Cell></Row>'
            '<Row ss:Hidden="1" ss:Index="4"><Cell ss:Index="3"><Data ss:Type="DateTime">2026-09-01T00:00:00.000'
            '</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B>体'
            '</ss:Data></Cell><Cell ss:Formula="=1+1"/><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>'
            "</Table></Worksheet><Worksheet ss:Name='藏'><Table/><x:WorksheetOptions><x:Visible>SheetHidden"
            "</x:Visible></x:WorksheetOptions></Worksheet>"
        ),
    )
    sheet = book.sheets[0]
    assert sheet.rows == [
        [],
        ["标题", None, True],
        [],
        [None, None, dt.date(2026, 9, 1), "粗体", UNCOMPUTED, "#N/A"],
    ]
    assert sheet.merges == (Merge(1, 0, 2, 1),)
    assert (sheet.formula_errors, sheet.hidden_rows, sheet.hidden_columns) == (2, 1, 1)
    assert not book.sheets[1].visible


@pytest.mark.parametrize("index", ["99999999999", "-3", "x"])
def test_absurd_indexes_are_damage(tmp_path: Path, index: str) -> None:
    cell = '<Cell><Data ss:Type="String">甲</Data></Cell>'
    row = f'<Row ss:Index="{index}">{cell}</Row>'
    with pytest.raises(UnusableInput, match="损坏"):
        workbook(
            tmp_path,
            markup.wrapped_2003(f'<Worksheet ss:Name="a"><Table><Row>{cell}</Row>{row}</Table></Worksheet>'),
        )


def test_a_cut_off_workbook_is_damaged(tmp_path: Path) -> None:
    whole = markup.xml_2003({"花名册": [["姓名"]] * 50})
    with pytest.raises(UnusableInput, match="损坏"):
        workbook(tmp_path, whole[:1000])
