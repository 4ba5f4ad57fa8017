"""The school's own coefficients: fixed values and linear formulas, both sides of each bound."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.policy.coefficients import coefficient_of, coefficients, weighted
from tests import make


def coefficient(line: str, **given: Any) -> Decimal:
    bare = {
        "coefficient": None,
        "weighted_periods": None,
        "students": 40,
        "slot": "1-2",
        "taught_on": "2026-10-14",
    }
    return coefficient_of(make.teaching_hours(**bare | given), coefficients([line]))


@pytest.mark.parametrize(
    ("line", "given", "value"),
    [
        ("合班:学生>60:0.005N+0.75:1.5", {"students": 60}, "1"),
        ("合班:学生>60:0.005N+0.75:1.5", {"students": 61}, "1.055"),
        ("合班:学生>60:0.005N+0.75:1.5", {"students": 150}, "1.5"),
        ("合班:学生>60:0.005N+0.75:1.5", {"students": 151}, "1.5"),
        ("合班:学生>60:0.02N-0.2", {"students": 70}, "1.2"),
        ("合班:学生>60:0.02N", {"students": 70}, "1.4"),
        ("夜课:节次>=9:1.2", {"slot": "8-9"}, "1"),
        ("夜课:节次>=9:1.2", {"slot": "9-10"}, "1.2"),
        ("周末:星期>=6:1.1", {"taught_on": "2026-10-16"}, "1"),
        ("周末:星期>=6:1.1", {"taught_on": "2026-10-17"}, "1.1"),
        ("实训:课程性质=实训:0.9", {"course_kind": "实训"}, "0.9"),
        ("实训:课程性质=实训:0.9", {"course_kind": "理论"}, "1"),
        ("合班:班级数>=2:1.3", {"class_name": "机电1班"}, "1"),
        ("合班:班级数>=2:1.3", {"class_name": "机电1班、机电2班"}, "1.3"),
        ("合班:学生>60:1.2", {"students": None}, "1"),
        ("合班:学生>60:1.2", {"students": 90, "coefficient": "1.10"}, "1.10"),
    ],
)
def test_a_line_applies_where_its_condition_holds(line: str, given: dict[str, Any], value: str) -> None:
    assert coefficient(line, **given) == Decimal(value)


@pytest.mark.parametrize(
    "line", ["合班", "合班:人数>60:1.2", "合班:学生>多:1.2", "合班:班级数>=两:1.3", "合班:学生>60:", "合班:学生>60:N*N:2",
             "合班:学生>60:0.005N 0.75", "合班:学生>60:1.2:很多", "合班:学生>60:-1"]
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(UnusableInput, match="课时系数"):
        coefficients([line])


def test_several_lines_multiply_and_weigh_to_a_hundredth() -> None:
    lesson = make.teaching_hours(
        periods="3", coefficient=None, weighted_periods=None, students=66, slot="9-11"
    )
    table = coefficients(["合班:学生>60:0.005N+0.75:1.5", "夜课:节次>=9:1.2"])
    assert coefficient_of(lesson, table) == Decimal("1.2960")
    assert weighted(lesson, table) == Decimal("3.89")
