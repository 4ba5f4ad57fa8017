"""The templates that every office has are known, and every column of theirs is decided."""

from __future__ import annotations

import pytest

from college_desk.files.mapping.layout import Choices, Layout
from college_desk.files.mapping.ready_made import ReadyMade, ready_made_mappings
from college_desk.files.mapping.vocabulary import vocabulary
from college_desk.files.sheets.book import Merge
from tests.files.mapping.laying import ID, NO_CHOICES, fields, whole

STUDENTS, TEACHERS = "全国中等职业学校学生信息模板", "教师信息导出表"
EACH = [
    pytest.param(each, code, id=f"{each.title}-{code}")
    for each in ready_made_mappings()
    for code in each.registers
]


def template(title: str) -> ReadyMade:
    return next(each for each in ready_made_mappings() if each.title == title)


def students(register: str, headers: list[str], choices: Choices = NO_CHOICES) -> Layout:
    row = [ID if each == "身份证件号" else "李明" if each == "姓名" else None for each in headers]
    return whole(register, headers, row, row, choices=choices)


def teachers() -> Layout:
    """The export with its two rows of header, groups merged over their leaves."""
    top: list[str | None] = []
    low: list[str | None] = []
    merges: list[Merge] = []
    for path in template(TEACHERS).columns:
        group, _stroke, leaf = path.partition("/")
        first = group not in top
        top.append(group if first else None)
        low.append(leaf or None)
        start = top.index(group)
        if leaf and not first:
            merges = [each for each in merges if each.left != start]
        merges.append(Merge(0, start, 0 if leaf else 1, len(top) - 1))
    return whole("part_time_teacher", top, low, ["机电系"], ["机电系"], merges=tuple(merges))


@pytest.mark.parametrize(("mapping", "code"), EACH)
def test_a_mapping_names_fields_that_there_are_each_once(mapping: ReadyMade, code: str) -> None:
    words = vocabulary(code)
    named = [name for name in mapping.columns.values() if name]
    assert len(set(named)) == len(named)
    unknown = {name for name in named if words.named(name) is None}
    assert len(unknown) <= (0 if code == mapping.registers[0] else 3)


@pytest.mark.parametrize("register", ["apprentice", "order_student"])
def test_the_national_template_is_known_and_leaves_nothing_open(register: str) -> None:
    made = students(register, list(template(STUDENTS).columns))
    assert made.mapping == STUDENTS
    assert made.questions == ()
    told = fields(made)
    assert told["身份证件号"] == "id_number"
    assert told["成员1联系电话"] == "guardian_phone"
    assert told["家庭电话"] is None and told["成员2姓名"] is None and told["招生方式"] is None


def test_the_published_teacher_export_is_known_in_its_two_rows() -> None:
    made = teachers()
    assert (made.header_row, made.mapping) == (2, TEACHERS)
    told = [column.field for column in made.columns]
    assert told == [name or None for name in template(TEACHERS).columns.values()]
    assert told.index("first_education") < told.index("education")


def test_a_few_columns_more_or_less_are_still_the_template_and_half_of_it_is_not() -> None:
    headers = list(template(STUDENTS).columns)
    assert students("apprentice", [*headers[:-8], "住校与否"]).mapping == STUDENTS
    assert students("apprentice", headers[: len(headers) // 2]).mapping is None


def test_what_somebody_decides_goes_before_the_template() -> None:
    headers = list(template(STUDENTS).columns)
    phone = headers.index("联系电话")
    made = students("apprentice", headers, Choices(columns={phone: None}))
    assert made.columns[phone].target is None
    assert students("apprentice", headers, Choices(ready_made=False)).mapping is None
