"""A sheet may hold several tables, one below another or side by side, or a table without a header."""

from __future__ import annotations

from typing import Any

import pytest

from college_desk.files.mapping.layout import Layout, layouts
from college_desk.files.mapping.vocabulary import vocabulary
from tests.files.mapping.laying import ID, NO_CHOICES, OTHER_ID, laid
from tests.files.workbooks import sheet

THIRD_ID = "34052419800101001X"
HEADER = ["姓名", "身份证号", "联系电话"]
LI = ["李明", ID, "15863632401"]
WANG = ["王芳", OTHER_ID, "15863632402"]
ZHAO = ["赵强", THIRD_ID, "15863632403"]


def tables(register: str, *rows: Any, name: str = "名册") -> tuple[Layout, ...]:
    return layouts(sheet(*rows, name=name), vocabulary(register), NO_CHOICES)


def accounted(made: tuple[Layout, ...]) -> list[int]:
    """Every row that is data of a table, or skipped by one, in order."""
    return sorted(
        number
        for each in made
        for number in [*(row for row, _cells in each.data), *(skip.row for skip in each.skipped)]
    )


def test_a_second_table_below_has_its_own_columns() -> None:
    below = ["学徒姓名", "性别", "身份证号码", "合作企业"]
    rows = [["机电系学徒"], HEADER, LI, WANG, [], ["汽车系学徒"], below, ["赵强", "男", THIRD_ID, "某公司"]]
    one, two = tables("apprentice", *rows)
    assert (one.header_row, [row for row, _cells in one.data]) == (2, [3, 4])
    assert (two.header_row, [row for row, _cells in two.data]) == (7, [8])
    assert [column.field for column in two.columns] == ["name", "gender", "id_number", "enterprise"]
    assert accounted((one, two)) == [1, 3, 4, 5, 6, 8]
    assert two.notes.lines == ("汽车系学徒",)


def test_the_groups_of_a_second_header_belong_to_it() -> None:
    top = ["学徒姓名", "身份证号码", "监护人", None]
    low = [None, None, "姓名", "电话"]
    one, two = tables("apprentice", HEADER, LI, [], top, low, [*WANG[:2], "王强", "13800138000"])
    assert [row for row, _cells in one.data] == [2]
    assert (two.header_row, [row for row, _cells in two.data]) == (5, [6])
    assert [column.field for column in two.columns][2:] == ["guardian_name", "guardian_phone"]


def test_a_second_table_whose_upper_header_row_is_the_fuller_one_does_not_take_the_firsts_place() -> None:
    top = ["姓名", "身份证号", "联系电话", "性别", "民族", "监护人", None]
    low = [None, None, None, None, None, "姓名", "电话"]
    rows = [
        HEADER,
        LI,
        WANG,
        ["合计：2人"],
        [],
        ["第二部分学徒"],
        top,
        low,
        [*ZHAO, "男", "汉族", "王强", "13800138000"],
    ]
    assert [each.header_row for each in tables("apprentice", *rows)] == [1, 8]


def test_a_wider_second_table_does_not_take_the_firsts_place() -> None:
    wide = ["姓名", "性别", "身份证号", "联系电话", "合作企业", "学徒岗位"]
    made = tables("apprentice", HEADER, LI, WANG, [], wide, ["赵强", "男", THIRD_ID, "x", "y", "z"])
    assert [each.header_row for each in made] == [1, 5]


def test_a_header_that_comes_again_on_each_page_makes_no_second_table() -> None:
    (made,) = tables("apprentice", ["学徒花名册"], HEADER, LI, ["学徒花名册"], HEADER, WANG)
    assert [row for row, _cells in made.data] == [3, 6]


def test_rows_of_a_table_of_another_kind_are_skipped_and_not_lost() -> None:
    counts = ["专业名称", "学制", "年级"]
    (made,) = tables("apprentice", HEADER, LI, WANG, [], counts, ["机电", "3", "2024级"])
    assert [row for row, _cells in made.data] == [2, 3]
    assert [each.row for each in made.skipped] == [4, 5, 6]


def test_tables_side_by_side_are_read_each() -> None:
    rows = [[*HEADER, None, *HEADER], [*LI, None, *WANG], [*ZHAO]]
    one, two = tables("apprentice", *rows)
    assert [cells[one.columns[0].index] for _row, cells in one.data] == ["李明", "赵强"]
    name = two.column_of("apprentice", "name")
    assert name is not None and name.index == 4
    assert [cells[4] for _row, cells in two.data] == ["王芳"]
    assert [each.row for each in two.skipped] == [3]


def test_the_guardian_beside_the_pupil_is_no_table_beside_another() -> None:
    top = ["学生", None, None, "监护人", None, None]
    low = ["姓名", "身份证号", "电话", "姓名", "身份证号", "电话"]
    (made,) = tables("apprentice", top, low, [*LI, *WANG])
    assert [column.field for column in made.columns][:5] == [
        "name", "id_number", "phone", "guardian_name", None,
    ]  # fmt: skip


def test_a_sheet_without_a_header_is_told_by_valid_numbers_beside_names() -> None:
    (made,) = tables("apprentice", LI, WANG, ZHAO)
    assert made.header_row == 0
    assert [column.field for column in made.columns] == ["name", "id_number", "phone"]
    assert [row for row, _cells in made.data] == [1, 2, 3]


@pytest.mark.parametrize(
    "rows",
    [
        (LI, WANG),
        (["李明", "1"], ["王芳", "2"], ["赵强", "3"]),
        (["甲班", ID], ["乙班", OTHER_ID], ["丙班", THIRD_ID]),
    ],
)
def test_a_sheet_without_a_header_that_leaves_a_doubt_is_refused(rows: tuple[list[Any], ...]) -> None:
    assert laid("apprentice", *rows) is None
