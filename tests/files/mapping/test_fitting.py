"""How well a sheet fits a register is told by its columns and by the titles over it."""

from __future__ import annotations

from typing import Any

import pytest

from college_desk.files.mapping.fitting import fit
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.records.register import REGISTERS
from tests.files.mapping.laying import ID
from tests.files.workbooks import sheet


def likeliest(*rows: Any, name: str = "Sheet1") -> str:
    """The register that fits best."""
    made = sheet(*rows, name=name)
    scores = {
        each.code: found.score
        for each in REGISTERS
        if not each.made_by_program and (found := fit(made, vocabulary(each.code))) is not None
    }
    return max(scores, key=lambda code: scores[code])


@pytest.mark.parametrize(
    ("headers", "register"),
    [
        (["姓名", "身份证号", "学号", "合作企业", "企业导师", "学徒岗位", "三方协议编号"], "apprentice"),
        (["教师姓名", "身份证号", "日期", "节次", "授课课程", "上课班级", "课时数"], "teaching_hours"),
        (["企业名称", "统一社会信用代码", "法定代表人", "所属行业", "企业规模"], "enterprise"),
        (["姓名", "身份证号", "订单班名称", "入班日期", "订单企业", "学号"], "order_student"),
        (
            ["姓名", "身份证号", "工作单位", "职称", "任教课程", "聘期起", "聘期止", "学历"],
            "part_time_teacher",
        ),
    ],
)
def test_columns_tell_the_register(headers: list[str], register: str) -> None:
    row = [ID if each == "身份证号" else "x" for each in headers]
    assert likeliest(headers, row, row, row) == register


def test_a_title_tells_what_columns_leave_open() -> None:
    header, row = ["姓名", "身份证号", "联系电话"], ["李明", ID, "15863632401"]
    assert likeliest(["企业导师名册"], header, row, row, row) == "mentor"
    assert likeliest(header, row, row, row, name="学徒花名册") == "apprentice"


def test_a_sheet_without_a_header_fits_nothing() -> None:
    assert fit(sheet(["说明"], ["请认真填写"]), vocabulary("apprentice")) is None
