"""Which register a sheet holds: by its title, by its columns, and a plain word where it holds none."""

from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.services.import_guess import guesses
from tests import make
from tests.files import workbooks

PERSON = ["姓名", "身份证号", "联系电话", "性别"]
ROW = ["李明", make.id_number(), "13805370105", "男"]


def guessed(path: Path) -> str:
    return guesses(path)[0].register.code


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("2026级学徒花名册", "apprentice"),
        ("兼职教师花名册", "part_time_teacher"),
        ("订单班学生名册", "order_student"),
    ],
)
def test_the_same_columns_are_told_apart_by_the_title_above_them(
    tmp_path: Path, title: str, code: str
) -> None:
    assert guessed(workbooks.xlsx(tmp_path / "表.xlsx", {"Sheet1": [[title], PERSON, ROW]})) == code
    assert guessed(workbooks.xlsx(tmp_path / f"{title}.xlsx", {"Sheet1": [PERSON, ROW]})) == code


def test_columns_of_its_own_tell_a_register_without_a_title(tmp_path: Path) -> None:
    header = ["姓名", "授课日期", "节次", "课程", "班级", "课时数"]
    row = ["李明", "2026.9.15", "1-2", "数控编程", "2025级机电1班", 2]
    assert guessed(workbooks.xlsx(tmp_path / "表.xlsx", {"Sheet1": [header, row]})) == "teaching_hours"


def test_a_sheet_of_nothing_known_is_refused_with_a_sentence(tmp_path: Path) -> None:
    sheet = workbooks.xlsx(tmp_path / "菜单.xlsx", {"Sheet1": [["周一", "周二"], ["面条", "米饭"]]})
    with pytest.raises(UnusableInput, match="菜单"):
        guesses(sheet)
