"""Rosters compared: files against registers and against each other, by number or by name and class."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from college_desk.base.errors import UnusableInput
from college_desk.records.register import REGISTERS
from college_desk.services import comparing, comparing_lists
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
    with pytest.raises(UnusableInput, match="没有证件号、姓名等共同的项目"):
        comparing.compare(desk, "apprentice", "enterprise", today=DAY)


def test_two_registers_are_compared_in_what_both_have(desk: Desk) -> None:
    with desk.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        writer.add(make.order_student(id_number=LI, name="李明", phone="13900001234", class_name="1班"))
        writer.add(make.order_student(id_number=ZHAO, name="赵刚"))

    found = comparing.compare(desk, "apprentice", "order_student", today=DAY)

    assert [each.name for each in found.only_a] == ["王强"]
    assert [each.name for each in found.only_b] == ["赵刚"]
    told = {each.field.name: (each.a, each.b) for each in found.different[0].differences}
    assert told["phone"] == ("13800001234", "13900001234")
    assert "class_name" not in told
    assert (found.of_a, found.of_b) == (REGISTERS["apprentice"], REGISTERS["order_student"])


def test_a_register_that_calls_the_number_otherwise_is_still_compared_by_it(desk: Desk) -> None:
    with desk.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        writer.add(make.part_time_teacher(id_number=LI, name="李明"))
        writer.add(make.part_time_teacher(id_number=WANG, name="王强"))
        for slot in ("1-2", "3-4"):
            writer.add(make.teaching_hours(teacher=LI, name="李明", slot=slot, taught_on="2026-10-12"))

    found = comparing.compare(desk, "teaching_hours", "part_time_teacher", today=DAY)

    assert [each.title for each in found.by] == ["身份证件号"]
    assert [each.name for each in found.only_b] == ["王强"]
    assert (found.same, len(found.twice_a)) == (1, 1)


def test_lines_tell_list_after_list_and_name_also_who_has_no_number(desk: Desk, tmp_path: Path) -> None:
    file = roster(tmp_path / "名单.xlsx", ["姓名", "身份证号", "联系电话"], ["李明", LI, "13900001234"],
                  ["赵刚", ZHAO, None], ["李明", LI, None], ["孙丽", None, None])  # fmt: skip

    found = comparing.compare(desk, file, "apprentice", today=DAY)
    told = [(each.kind, each.name, each.field_name, each.at_a) for each in comparing_lists.lines(found)]

    assert told == [
        ("only_a", "赵刚", None, 3), ("only_b", "王强", None, None), ("different", "李明", "phone", 2),
        ("twice", "李明", None, 4), ("unnamed", "孙丽", None, 5),
    ]  # fmt: skip
    assert comparing_lists.counts(found) == {
        "only_a": 1, "only_b": 1, "different": 1, "twice": 1, "unnamed": 1,
    }  # fmt: skip


def test_the_text_for_the_chat_never_tells_a_whole_number(desk: Desk, tmp_path: Path) -> None:
    with desk.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        writer.add(make.insured_person(id_number=ZHAO, name=None, policy_number="P"))
        writer.add(make.insured_person(id_number=LI, name="李明", policy_number="P"))

    text = comparing_lists.as_text(comparing.compare(desk, "insured_person", "apprentice", today=DAY))

    assert f"尾号{ZHAO[-4:]}" in text
    assert not [each for each in (LI, WANG, ZHAO) if each in text]


def test_the_workbook_has_a_line_for_everything_found(desk: Desk, tmp_path: Path) -> None:
    file = roster(tmp_path / "名单.xlsx", ["姓名", "身份证号"], ["李鸣", LI], ["赵刚", ZHAO])

    comparing_lists.export_xlsx(comparing.compare(desk, file, "apprentice", today=DAY), tmp_path / "o.xlsx")

    rows = list(openpyxl.load_workbook(tmp_path / "o.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[0][:4] == ("结果", "姓名（名称）", "身份证件号", "项目")
    assert [each[:2] for each in rows[1:]] == [
        ("只在左表", "赵刚"),
        ("只在右表", "王强"),
        ("信息不一致", "李鸣"),
    ]
    assert rows[3][3:7] == ("姓名", "李鸣", "李明", 2)
