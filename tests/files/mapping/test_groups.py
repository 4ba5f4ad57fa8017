"""Groups over the header are paths, merged or not; short leaves take their meaning from them."""

from __future__ import annotations

from typing import Any

import pytest

from college_desk.files.sheets.book import Merge
from tests.files.mapping.laying import ID, whole

START, END = "2026-09-01", "2027-08-31"


def by_place(register: str, top: list[Any], low: list[Any], *, merged: bool, more: int = 0) -> list[Any]:
    """The fields from left to right under a header of two rows, over rows of the same width."""
    merges = []
    for column, text in enumerate(top):
        if merged and text is not None:
            last = column
            while last + 1 < len(top) and top[last + 1] is None:
                last += 1
            bottom = 0 if last > column or low[column] is not None else 1
            merges.append(Merge(0, column, bottom, last))
    row = ["李明", ID, *["x"] * (len(top) - 2)]
    made = whole(register, top, low, row, row, merges=tuple(merges))
    assert made.header_row == 2
    return [column.field for column in made.columns]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    ("register", "group", "leaves", "expected"),
    [
        ("order_student", "合同", ["起", "止"], ["contract_start_on", "contract_end_on"]),
        ("apprentice", "企业培养期", ["起", "止"], ["start_on", "end_on"]),
        ("apprentice", "保险期间", ["开始", "结束"], ["insured_from", "insured_to"]),
        ("part_time_teacher", "公示期", ["起", "止"], ["notice_from", "notice_to"]),
        ("part_time_teacher", "聘期", ["起始日期", "终止日期"], ["start_on", "end_on"]),
        ("apprentice", "监护人", ["姓名", "电话", "关系"],
         ["guardian_name", "guardian_phone", "guardian_relation"]),
        ("apprentice", "监护人", ["家长姓名", "知情同意书日期"], ["guardian_name", "consent_on"]),
        ("apprentice", "专业", ["代码", "名称"], ["major_code", "major_name"]),
        ("apprentice", "学生信息", ["性别", "联系电话"], ["gender", "phone"]),
        ("mentor", "职业技能等级证书", ["等级", "证书编号"], ["skill_level", "skill_certificate_number"]),
    ],
)  # fmt: skip
def test_leaves_under_a_group(
    register: str, group: str, leaves: list[str], expected: list[str], merged: bool
) -> None:
    top = ["姓名", "身份证号", group, *[None] * (len(leaves) - 1), "备注"]
    low = [None, None, *leaves, None]
    assert by_place(register, top, low, merged=merged)[2:-1] == expected


@pytest.mark.parametrize("merged", [True, False])
def test_counts_under_one_group(merged: bool) -> None:
    top = ["学徒班编号", "学徒班名称", "人数", None, None, "学时", None]
    low = [None, None, "计划", "实招", "在培", "校内", "企业"]
    assert by_place("cohort", top, low, merged=merged) == [
        "cohort_code", "name", "planned_size", "enrolled_size", None, "school_periods", "enterprise_periods",
    ]  # fmt: skip


def test_the_first_and_the_last_education_are_told_apart_in_three_rows() -> None:
    top = ["姓名", "身份证号", "学历情况", None, None, None]
    middle = [None, None, "第一学历", None, "最后学历", None]
    low = [None, None, "学历", "毕业院校", "学历", "毕业院校"]
    row = ["李明", ID, "大专", "济宁某校", "大学本科", "山东某校"]
    made = whole("part_time_teacher", top, middle, low, row)
    assert made.header_row == 3
    assert [column.field for column in made.columns][2:] == [
        "first_education", "first_graduated_from", "education", "graduated_from",
    ]  # fmt: skip
    assert made.data[0][0] == 4


def test_another_persons_leaves_never_fill_the_apprentices_own_fields() -> None:
    top = ["姓名", "身份证号", "监护人", None, None]
    low = [None, None, "姓名", "身份证号", "工作单位"]
    assert by_place("apprentice", top, low, merged=True)[3:] == [None, None]


def test_a_colon_behind_a_title_does_not_make_a_line_of_the_row() -> None:
    top = ["姓名：", "身份证号：", "合同", None]
    low = [None, None, "起", "止"]
    assert by_place("order_student", top, low, merged=False)[2:] == ["contract_start_on", "contract_end_on"]


def test_a_title_over_the_table_is_no_group() -> None:
    header = ["姓名", "身份证号", "联系电话"]
    made = whole("apprentice", ["附件1", "某学校学徒花名册"], header, ["李明", ID, "15863632401"])
    assert [column.field for column in made.columns] == ["name", "id_number", "phone"]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("性别 Sex", "gender"),
        ("3 联系电话", "phone"),
        ("（3）联系电话", "phone"),
        ("月报酬/元", "monthly_pay"),
        ("联糸电话", "phone"),
        ("跟岗开始时间", "start_on"),
        ("专叶名称", "major_name"),
    ],
)
def test_what_stands_around_a_title_is_read_over(header: str, field: str) -> None:
    values = {"gender": "女", "phone": "15863632401", "monthly_pay": 1800.0, "start_on": START}
    rows = [["李明", ID, values.get(field, "x")]] * 3
    assert whole("apprentice", ["姓名", "身份证号", header], *rows).columns[2].field == field


def test_a_unit_behind_a_stroke_is_kept() -> None:
    made = whole("apprentice", ["姓名", "身份证号", "月报酬/万元"], *[["李明", ID, 0.18]] * 3)
    assert made.columns[2].unit == "万元"
