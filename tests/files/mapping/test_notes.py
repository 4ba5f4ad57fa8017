"""What the lines above the table say about its cells."""

from __future__ import annotations

import pytest

from college_desk.files.mapping.notes import notes_of


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (["单位：万元"], "万元"),
        (["填报单位：某校", "金额单位: 元"], "元"),
        (["捐赠台账（万元）"], "万元"),
        (["填报单位：某校"], None),
        (["单位：节"], "节"),
    ],
)
def test_the_unit_is_found(lines: list[str], unit: str | None) -> None:
    assert notes_of(lines).unit == unit


@pytest.mark.parametrize(
    ("lines", "month", "year"),
    [
        (["2026年兼职教师课时登记表"], 9, 2026),
        (["2026-2027学年第一学期课时表"], 9, 2026),
        (["2026-2027学年第一学期课时表"], 1, 2027),
        (["2026—2027学年课时表", "填报日期：2027年1月"], 8, 2027),
        (["课时登记表", "填报日期：2027年1月5日"], 1, 2027),
        (["课时登记表", "填报日期：2027年1月5日"], 12, 2026),
        (["课时登记表"], 9, None),
    ],
)
def test_the_year_of_a_day_written_without_one(lines: list[str], month: int, year: int | None) -> None:
    assert notes_of(lines).year_of(month) == year


def test_the_sheets_name_tells_the_year_too() -> None:
    assert notes_of([], "2026年10月").year_of(10) == 2026


@pytest.mark.parametrize(
    ("lines", "name", "department"),
    [
        (["系部：机电工程系"], "Sheet1", "机电工程系"),
        (["填报单位：汽车工程系    填报日期：2026年9月20日"], "Sheet1", "汽车工程系"),
        ([], "信息工程系", "信息工程系"),
        ([], "财经商贸系学徒花名册", "财经商贸系"),
        (["填报单位：济宁某职业学院"], "Sheet1", None),
        (["单位：万元"], "学徒名册", None),
        ([], "师生关系", None),
    ],
)
def test_the_department_is_told_by_a_line_or_the_sheets_name(
    lines: list[str], name: str, department: str | None
) -> None:
    assert notes_of(lines, name).department == department


def test_the_school_and_the_day_it_holds_for_are_told() -> None:
    made = notes_of(["填报单位：济宁某职业学院", "统计时点：2026年9月1日", "填报日期：2026.9.20"])
    assert made.school == "济宁某职业学院"
    assert made.as_of is not None and made.as_of.isoformat() == "2026-09-01"
    assert notes_of(["填报日期：2026年13月40日"]).as_of is None
