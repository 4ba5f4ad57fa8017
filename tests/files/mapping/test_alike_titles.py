"""Titles no list has are known by interchangeable parts, likeness and values; foreign columns stay no field."""

from __future__ import annotations

import pytest

from tests.files.mapping.laying import ID, whole


def only(register: str, header: str, value: object) -> str | None:
    """The field of one more column beside the usual ones."""
    known = (
        ["企业名称", "统一社会信用代码", "法定代表人"] if register == "enterprise" else ["姓名", "身份证号"]
    )
    row = ["某某公司", "91370000166122374N", "李明"] if register == "enterprise" else ["李明", ID]
    return whole(register, [*known, header], *[[*row, value]] * 5).columns[-1].field


@pytest.mark.parametrize(
    ("register", "header", "value", "field"),
    [
        ("apprentice", "签约的时间", "2026-09-01", "agreement_signed_on"),
        ("apprentice", "预期技能等级", "高级工", "target_skill_level"),
        ("graduate_outcome", "就业职位", "钳工", "position"),
        ("graduate_outcome", "平均月薪", "4200", "starting_pay"),
        ("enterprise", "联络人", "李明", "contact"),
        ("part_time_teacher", "文化程度情况", "大学本科", "education"),
    ],
)
def test_another_wording_of_a_title_is_known(register: str, header: str, value: str, field: str) -> None:
    assert only(register, header, value) == field


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("毕业中学", "某中学"), ("服装尺码", "XL"), ("住宿情况", "住校"), ("核对情况", "已核对"), ("微信号", "abc123456"),
        ("班主任电话", "15863632401"), ("毕业日期", "2027-07-01"), ("审核意见", "同意"), ("婚姻状况", "未婚"),
    ],
)  # fmt: skip
def test_a_column_of_other_things_is_no_field(header: str, value: str) -> None:
    made = whole(
        "apprentice", ["姓名", "身份证号", "联系电话", header], *[["李明", ID, "13800138000", value]] * 5
    )
    assert made.columns[-1].field is None


def test_what_several_fields_share_is_left_open() -> None:
    assert only("apprentice", "签字日", "见附件") is None
