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
