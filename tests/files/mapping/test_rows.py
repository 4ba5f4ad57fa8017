"""Below the header: what is data, what is skipped and why, what vertical merges fill."""

from __future__ import annotations

from typing import Any

import pytest

from college_desk.files.sheets.book import Merge
from tests.files.mapping.laying import ID, whole

HEADER = ["序号", "姓名", "身份证号", "合作企业", "联系电话", "备注"]


def row(number: int, name: str = "李明") -> list[Any]:
    return [number, name, ID, "某公司", "15863632401", "x"]


def skipped(*rows: Any) -> list[int]:
    made = whole("apprentice", HEADER, row(1), *rows, row(9))
    assert {number for number, _cells in made.data} | {each.row for each in made.skipped} == set(
        range(2, len(rows) + 4)
    )
    return [each.row for each in made.skipped]


@pytest.mark.parametrize(
    "cells",
    [
        [],
        [None, None],
        ["合计", "共35人"],
        ["合  计", None, None, None, 35],
        [None, "小计", None, None, 3],
        ["本页合计：", 20],
        ["总计（人）", 20],
        ["注：以上信息由系部核对"],
        ["说明：身份证号为文本格式"],
        ["制表人:", None, "审核人:", None, "单位负责人(签字):"],
        ["填表人：李敏", None, "联系电话：2345678"],
        ["填报单位（盖章）："],
        ["单位负责人（签字）：", None, None, "填报日期：  年  月  日"],
        HEADER,
        ["序号", "姓名", "身份证号", None, None, None],
        [10],
        [10, None, "  "],
    ],
)
def test_what_is_no_data_is_skipped(cells: list[Any]) -> None:
    cleaned = [None if isinstance(cell, str) and cell.isspace() else cell for cell in cells]
    assert skipped(cleaned) == [3]


@pytest.mark.parametrize(
    "cells",
    [
        [3, None, ID, "某公司"],
        [3, "王芳", None, "某公司", "15863632401"],
        [None, "王芳"],
        ["合肥", "王芳", ID, "某公司", "15863632401", None],
        ["注册", "王芳", ID, "某公司", "15863632401", None],
    ],
)
def test_what_may_be_data_is_never_dropped(cells: list[Any]) -> None:
    assert skipped(cells) == []


def test_a_row_that_numbers_the_columns_is_skipped_right_below_the_header_only() -> None:
    numbers = [1, 2, 3, 4, 5, 6]
    made = whole("apprentice", HEADER, numbers, row(1), numbers)
    assert [each.row for each in made.skipped] == [2]
    made = whole("apprentice", HEADER, ["甲", "乙", 1, 2, 3, 4], row(1))
    assert [each.row for each in made.skipped] == [2]


def test_an_example_row_is_skipped() -> None:
    made = whole("apprentice", HEADER, ["示例", "张三", ID, "某公司", "15863632401", "x"], row(1))
    assert [each.row for each in made.skipped] == [2]


def test_a_title_repeated_on_each_page_is_skipped() -> None:
    made = whole("apprentice", ["学徒花名册"], HEADER, row(1), ["学徒花名册"], HEADER, row(2))
    assert [each.row for each in made.skipped] == [1, 4, 5]


def test_a_header_of_several_rows_is_skipped_row_by_row_where_it_comes_again() -> None:
    header = [
        ["序号", "姓名", "身份证号", "学习情况", None],
        [None, None, None, "专业", None],
        [None, None, None, "代码", "名称"],
    ]
    data = [1, "李明", ID, "660301", "机电技术应用"]
    made = whole("apprentice", *header, data, *header, data)
    assert [number for number, _cells in made.data] == [4, 8]
    assert [each.row for each in made.skipped][-3:] == [5, 6, 7]


def test_a_department_line_merged_over_the_table_is_skipped() -> None:
    made = whole("apprentice", HEADER, ["机电工程系"], row(1), merges=(Merge(1, 0, 1, 5),))
    assert [each.row for each in made.skipped] == [2]


def test_a_vertical_merge_fills_its_rows_and_a_plain_blank_is_left() -> None:
    one = [1, "李明", ID, "某公司", None, None]
    two = [2, "王芳", ID, None, None, None]
    made = whole("apprentice", HEADER, one, two, two, merges=(Merge(1, 3, 2, 3),))
    assert [cells[3] for _number, cells in made.data] == ["某公司", "某公司", None]


def test_a_vertical_merge_does_not_make_data_of_a_blank_row() -> None:
    made = whole("apprentice", HEADER, row(1), [], row(2), merges=(Merge(1, 3, 3, 3),))
    assert [number for number, _cells in made.data] == [2, 4]
