"""Rosters compared: files against registers and against each other, by number or by name and class."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from college_desk.base.errors import UnusableInput
from college_desk.records.register import REGISTERS
from college_desk.services import comparing
from college_desk.storage import workspace
from college_desk.storage.desk import Desk
from tests import make

DAY = dt.date(2026, 10, 31)
NOW = dt.datetime(2026, 10, 31, 9, 0, tzinfo=dt.UTC)
LI, WANG, ZHAO = (make.id_number(serial=serial) for serial in (1, 2, 3))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = workspace.create(tmp_path / "desk")
    with made.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        for number, name, phone, group in (
            (LI, "李明", "13800001234", "1班"),
            (WANG, "王强", "13800002234", "2班"),
        ):
            writer.add(make.apprentice(id_number=number, name=name, phone=phone, class_name=group,
                                       enrolled_month="2026-09"))  # fmt: skip
    return made


def roster(file: Path, heads: Sequence[str], *rows: Sequence[object]) -> str:
    book = openpyxl.Workbook()
    for each in (heads, *rows):
        book.worksheets[0].append(list(each))
    book.save(file)
    return str(file)


def test_a_sheet_is_compared_with_the_register_by_identity_number(desk: Desk, tmp_path: Path) -> None:
    file = roster(tmp_path / "名单.xlsx", ["学生姓名", "身份证号", "手机号", "入学时间"],
                  ["李明", LI, "13800001234", "2026-09-01"], ["赵刚", ZHAO, "13800003234", "2026-09-01"])  # fmt: skip

    found = comparing.compare(desk, file, "apprentice", today=DAY)

    assert [each.name for each in found.by] == ["id_number"]
    assert [(each.name, each.where) for each in found.only_a] == [("赵刚", 3)]
    assert [each.name for each in found.only_b] == ["王强"]
    assert (found.same, found.different) == (1, ())


def test_fields_that_differ_are_told_and_those_missing_on_a_side_are_not(desk: Desk, tmp_path: Path) -> None:
    file = roster(tmp_path / "名单.xlsx", ["姓名", "身份证号", "联系电话", "班级"],
                  ["李鸣", LI, "13800001234", None], ["王强", WANG, "13900002234", "2班"])  # fmt: skip

    found = comparing.compare(desk, "学徒花名册", file, today=DAY)

    told = {pair.a.key[0]: [(each.field.name, each.a, each.b) for each in pair.differences]
            for pair in found.different}  # fmt: skip
    assert told == {LI: [("name", "李明", "李鸣")], WANG: [("phone", "13800002234", "13900002234")]}
    assert found.alike is False


def test_without_numbers_name_and_class_tell_people_apart(desk: Desk, tmp_path: Path) -> None:
    one = roster(tmp_path / "a.xlsx", ["姓名", "班级", "联系电话"], ["李明", "1班", "13800001234"],
                 ["李明", "2班", "13800001235"])  # fmt: skip
    two = roster(tmp_path / "b.xlsx", ["学生姓名", "班级名称", "手机"], ["李 明", "2班", "13800001236"],
                 ["李明", "3班", "13800001237"], ["李明", "3班", "13800001237"])  # fmt: skip

    found = comparing.compare(desk, one, two, today=DAY, register=REGISTERS["apprentice"])

    assert [each.name for each in found.by] == ["name", "class_name"]
    assert [each.key for each in found.only_a] == [("李明", "1班")]
    assert [each.key for each in found.only_b] == [("李明", "3班")]
    assert [(each.a.where, each.b.where) for each in found.different] == [(3, 2)]
    assert [each.where for each in found.twice_b] == [4]


def test_the_fields_to_compare_by_can_be_chosen(desk: Desk, tmp_path: Path) -> None:
    file = roster(tmp_path / "名单.xlsx", ["姓名", "身份证号", "联系电话"], ["李小明", ZHAO, "13800001234"])

    found = comparing.compare(desk, file, "apprentice", ["联系电话"], today=DAY)

    assert found.only_a == ()
    assert {each.field.name for each in found.different[0].differences} == {"name", "id_number"}


def test_what_is_neither_a_file_nor_a_register_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="没有这个文件"):
        comparing.compare(desk, str(tmp_path / "nothing.xlsx"), "apprentice", today=DAY)
    with pytest.raises(UnusableInput, match="不是同一种台账"):
        comparing.compare(desk, "apprentice", "mentor", today=DAY)
