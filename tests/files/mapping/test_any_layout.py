"""However a sheet is laid out, the same columns are found: order, aliases, titles and blanks do not matter."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from college_desk.records.register import REGISTERS
from tests.files.mapping.laying import ID, OTHER_ID, USCC, whole

VALUES: dict[str, dict[str, Any]] = {
    "apprentice": {
        "name": "李明", "id_number": ID, "gender": "女", "ethnicity": "汉族", "phone": "15863632401",
        "student_number": "2024010101", "class_name": "机电2401班", "major_code": "660301", "enterprise": "某某机械有限公司",
        "mentor": "王强", "agreement_number": "XT-2026-001", "agreement_signed_on": "2026-09-01", "start_on": "2026-09-10",
        "end_on": "2027-07-10", "monthly_pay": 1800.0, "guardian_name": "李强", "guardian_phone": "13800138000",
    },
    "part_time_teacher": {
        "name": "李明", "id_number": OTHER_ID, "employer": "某某机械有限公司", "employer_post": "总工程师", "education": "大学本科",
        "skill_level": "高级工", "professional_title": "工程师", "years_in_trade": 12.0, "bank_name": "中国银行济宁分行",
        "bank_account": "6226090000000048", "phone": "15863632401",
    },
    "enterprise": {
        "name": "某某机械有限公司", "uscc": USCC, "legal_representative": "王强", "contact": "李明", "phone": "15863632401",
        "address": "济宁市任城区建设路1号", "employees": 300.0, "size": "中型",
    },
}  # fmt: skip
TITLES: list[list[Any]] = [
    ["学校2026年汇总表"],
    ["填报单位：某学校", None, "填报日期：2026年9月20日"],
    [],
    ["单位：元"],
]
AROUND = st.sampled_from(["{}", " {}", "*{}", "{}（必填）", "{}：", "★{}", "{}\n"])


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, list[str], list[str], list[list[Any]]]:
    """A register, its fields in some order, a header for each, and what stands above them."""
    code = draw(st.sampled_from(sorted(VALUES)))
    names = draw(st.permutations(sorted(VALUES[code])))
    headers = []
    for name in names:
        declared = REGISTERS[code].by_name[name]
        alias = draw(st.sampled_from([declared.title, *declared.aliases]))
        headers.append(draw(AROUND).format(alias))
    above = draw(st.lists(st.sampled_from(TITLES), max_size=5))
    return code, list(names), headers, above


@settings(max_examples=60, deadline=None)
@given(layouts())
def test_the_columns_found_do_not_depend_on_the_layout(
    laid: tuple[str, list[str], list[str], list[list[Any]]],
) -> None:
    code, names, headers, above = laid
    row = [VALUES[code][name] for name in names]
    made = whole(code, *above, headers, row, row, row)
    assert made.header_row == len(above) + 1
    assert [column.field for column in made.columns] == names
    assert [number for number, _cells in made.data] == [made.header_row + each for each in (1, 2, 3)]


@settings(max_examples=60, deadline=None)
@given(layouts(), st.integers(1, 4))
def test_nothing_is_lost_between_data_and_skipped_rows(
    laid: tuple[str, list[str], list[str], list[list[Any]]], repeated: int
) -> None:
    code, names, headers, above = laid
    row = [VALUES[code][name] for name in names]
    rows = [*above, headers, row, row, ["合计"], *[[], headers, row] * repeated]
    made = whole(code, *rows)
    counted = sorted([*(row for row, _cells in made.data), *(each.row for each in made.skipped)])
    assert counted == [number for number in range(1, len(rows) + 1) if number != made.header_row]
