"""Combined cells part into the fields that they hold."""

from __future__ import annotations

from typing import Any

import pytest

from college_desk.files.mapping.splitting import class_parts, place_parts, skill_parts, week_parts
from tests.files.mapping.laying import ID, whole


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2023级机电1班", {"grade": "2023级", "major": "机电", "class": "2023级机电1班"}),
        ("23级数控技术应用2班", {"grade": "23级", "major": "数控技术应用", "class": "23级数控技术应用2班"}),
        ("机电技术应用/2024级1班", {"grade": "2024级", "major": "机电技术应用", "class": "2024级1班"}),
        ("机电技术应用 机电2601班", {"major": "机电技术应用", "class": "机电2601班"}),
        ("机电技术应用", {}),
        ("1班", {}),
    ],
)
def test_a_class_tells_its_grade_and_major(text: str, parts: dict[str, str]) -> None:
    assert class_parts(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("高级工(电工)三级 S000037080051663126981",
         {"level": "高级工", "trade": "电工", "number": "S000037080051663126981"}),
        ("钳工高级技师", {"level": "高级技师", "trade": "钳工"}),
        ("二级/技师 证书编号:1815000000301234", {"level": "二级", "number": "1815000000301234"}),
        ("三级/高级工", {}),
        ("高级工程师", {}),
        ("济宁市技师学院", {}),
    ],
)  # fmt: skip
def test_a_certificate_tells_level_trade_and_number(text: str, parts: dict[str, str]) -> None:
    assert skill_parts(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [("第1-18周", {"from": "1", "to": "18"}), ("3周至16周", {"from": "3", "to": "16"}), ("单周", {})],
)
def test_weeks_tell_the_first_and_the_last(text: str, parts: dict[str, str]) -> None:
    assert week_parts(text) == parts


def test_a_place_tells_its_district_and_keeps_the_whole_address() -> None:
    text = "山东省济宁市任城区建设路100号"
    assert place_parts(text) == {"region": "山东省济宁市任城区", "address": text}
    assert place_parts("建设路100号") == {}


@pytest.mark.parametrize(
    ("register", "header", "cell", "told"),
    [
        ("apprentice", "专业班级", "2023级机电1班",
         {"grade": "2023级", "major_name": "机电", "class_name": "2023级机电1班"}),
        ("apprentice", "家长姓名/电话", "李强 13800138000",
         {"guardian_name": "李强", "guardian_phone": "13800138000"}),
        ("apprentice", "家长及联系电话", "李强13800138000",
         {"guardian_name": "李强", "guardian_phone": "13800138000"}),
        ("apprentice", "性别民族", "男汉族", {"gender": "男", "ethnicity": "汉族"}),
        ("part_time_teacher", "开户行/账号", "中国银行济宁分行 6226090000000048",
         {"bank_name": "中国银行济宁分行", "bank_account": "6226090000000048"}),
        ("part_time_teacher", "学历学位", "大学本科、学士", {"education": "大学本科", "degree": "学士"}),
        ("part_time_teacher", "技能等级（工种）证书号", "高级工（电工）三级 S000037080051663126981",
         {"skill_level": "高级工", "trade": "电工", "skill_certificate_number": "S000037080051663126981"}),
    ],
)  # fmt: skip
def test_a_combined_column_fills_several_fields(
    register: str, header: str, cell: str, told: dict[str, Any]
) -> None:
    made = whole(register, ["姓名", "身份证号", "手机号码", header], *[["李明", ID, "15863632401", cell]] * 4)
    split = made.columns[3].split
    assert split is not None
    assert split.parts_of(cell) == told
    assert {each.name for each in made.columns[3].targets} == set(told)
    assert split.parts_of("见附件") == {}


def test_a_column_is_parted_only_where_nearly_all_cells_fit() -> None:
    header = ["姓名", "身份证号", "家长姓名/电话"]
    fit, unfit = ["李明", ID, "李强 13800138000"], ["李明", ID, "见附件"]
    assert whole("apprentice", header, *[fit] * 4, unfit).columns[2].split is not None
    assert whole("apprentice", header, *[fit] * 3, unfit, unfit).columns[2].split is None


@pytest.mark.parametrize("value", ["2026.9-2027.7", "2026年9月至2027年7月", "2026-09-01～2027-07-15"])
def test_ranges_of_days_and_months_fill_two_fields(value: str) -> None:
    made = whole("part_time_teacher", ["姓名", "身份证号", "聘期"], *[["李明", ID, value]] * 3)
    assert [each.field.name for each in made.columns[2].targets] == ["start_on", "end_on"]
    assert made.columns[2].split is None and made.questions == ()
