"""Columns find their fields by title, alias, group, slip, neighbour and value; no field has two."""

from __future__ import annotations

import pytest

from college_desk.files.mapping.columns import letters
from college_desk.files.mapping.layout import Choices
from college_desk.files.mapping.vocabulary import vocabulary
from tests.files.mapping.laying import ID, OTHER_ID, fields, of_headers, whole


def test_titles_and_aliases_are_known() -> None:
    assert of_headers(
        "part_time_teacher", "序号", "教师姓名", "公民身份号码", "起聘日期", "QQ号", "经办人签字"
    ) == {
        "序号": None,
        "教师姓名": "name",
        "公民身份号码": "id_number",
        "起聘日期": "start_on",
        "QQ号": None,
        "经办人签字": None,
    }


def test_a_register_that_is_carried_gives_way_to_the_imported_one() -> None:
    made = of_headers("order_student", "姓名", "身份证号", "企业名称", "就业单位", "入职日期")
    assert made["企业名称"] == "enterprise"
    assert made["就业单位"] == "graduate_outcome.enterprise"
    assert made["入职日期"] == "employed_on"


def test_a_person_named_by_number_is_reported_as_the_number() -> None:
    assert of_headers("teaching_hours", "教师姓名", "身份证号", "日期")["身份证号"] == "id_number"


def test_no_field_is_filled_by_two_columns() -> None:
    made = of_headers("apprentice", "姓名", "身份证号", "身份证号码", "联系电话", "手机号")
    assert list(made.values()).count("id_number") == 1
    assert list(made.values()).count("phone") == 1


def test_the_surer_of_two_columns_wins_the_field() -> None:
    made = whole("apprentice", ["手机号", "姓名", "身份证号", "联系电话"], ["1", "李明", ID, "2"])
    assert fields(made) == {"手机号": None, "姓名": "name", "身份证号": "id_number", "联系电话": "phone"}
    assert [column.confidence for column in made.columns] == [0.0, 1.0, 0.97, 1.0]


@pytest.mark.parametrize(
    ("register", "header", "value", "field"),
    [
        ("apprentice", "学生本人手机", "15863632401", "phone"),
        ("apprentice", "身份证证号码", ID, "id_number"),
        ("apprentice", "身份证件号嘛", ID, "id_number"),
        ("apprentice", "联系话电", "15863632401", "phone"),
        ("part_time_teacher", "本次聘期起始日", "2026-09-01", "start_on"),
        ("enterprise", "公司法定代表人", "李明", "legal_representative"),
    ],
)
def test_a_word_too_many_or_a_slip_is_read_over(register: str, header: str, value: str, field: str) -> None:
    known = ["单位名称", "联系人"] if register == "enterprise" else ["姓名", "性别"]
    row = ["李明", "女"] if register != "enterprise" else ["某公司", "李明"]
    made = whole(register, [*known, header], *[[*row, value]] * 3)
    assert made.columns[2].field == field
    assert 0 < made.columns[2].confidence < 0.9


@pytest.mark.parametrize("header", ["毕业日期", "协议终止日期", "监护人电话", "法人身份证号", "企业名称"])
def test_what_is_like_a_title_but_means_another_thing_is_not_taken_for_it(header: str) -> None:
    made = of_headers("apprentice", "姓名", "身份证号", header, values=("李明", ID, "x"))
    assert made[header] not in ("start_on", "phone", "id_number", "enrolled_month", "name")


def test_a_slip_needs_values_that_can_be_read() -> None:
    made = of_headers("apprentice", "姓名", "身份证号", "联系话电", values=("李明", ID, "见附件"))
    assert made["联系话电"] is None


def test_a_word_that_says_little_is_read_with_the_header_before_it() -> None:
    made = of_headers("apprentice", "姓名", "电话", "身份证号", "监护人姓名", "电话")
    assert list(made.items())[1] == ("电话", "phone")
    assert made["电话(2)"] == "guardian_phone"


def test_valid_numbers_speak_for_themselves() -> None:
    made = whole("apprentice", ["姓名", "性别", "甲"], *[["李明", "女", ID], ["王芳", "男", OTHER_ID]] * 3)
    assert made.columns[2].field == "id_number"
    guardians = ["姓名", "性别", "监护人证件"]
    made = whole("apprentice", guardians, *[["李明", "女", ID], ["王芳", "男", OTHER_ID]] * 3)
    assert made.columns[2].field is None


def test_a_range_in_one_cell_fills_two_fields() -> None:
    made = whole(
        "part_time_teacher", ["姓名", "身份证号", "聘用起止时间"], *[["李明", ID, "2026.9.1-2027.7.15"]] * 3
    )
    column = made.columns[2]
    assert column.field == "start_on"
    assert column.until is not None
    assert column.until.name == "end_on"


def test_an_empty_column_of_notes_is_no_field_and_a_filled_one_is() -> None:
    assert of_headers("apprentice", "姓名", "身份证号", "备注", values=("李明", ID))["备注"] is None
    assert of_headers("apprentice", "姓名", "身份证号", "备注", values=("李明", ID, "补"))["备注"] == "note"


def test_what_somebody_has_chosen_goes_before_everything() -> None:
    words = vocabulary("apprentice")
    header = ["姓名", "身份证号", "甲", "联系电话"]
    choices = Choices(columns={2: words.named("phone"), 1: None})
    made = whole("apprentice", header, ["李明", ID, "x", "y"], choices=choices)
    assert fields(made) == {"姓名": "name", "身份证号": None, "甲": "phone", "联系电话": None}


@pytest.mark.parametrize("name", ["start_on", "appointment.start_on", "起始日期"])
def test_a_field_is_named_by_its_name_its_register_or_its_title(name: str) -> None:
    target = vocabulary("part_time_teacher").named(name)
    assert target is not None
    assert target.key == ("appointment", "start_on")
    assert vocabulary("part_time_teacher").named("没有") is None


def test_columns_have_letters() -> None:
    assert [letters(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
