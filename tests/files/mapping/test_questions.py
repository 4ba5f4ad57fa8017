"""What a column leaves open is asked once, with what is taken until somebody answers."""

from __future__ import annotations

from typing import Any

import pytest

from college_desk.files.mapping.layout import Choices, Layout
from tests.files.mapping.laying import ID, OTHER_ID, whole

THIRD_ID = "34052419800101001X"
NAMES = ["李明", "王芳", "赵强", "孙丽", "周杰"]
NUMBERS = [ID, OTHER_ID, THIRD_ID, ID, OTHER_ID]
PHONES = [f"1586363240{last}" for last in range(5)]


def roster(headers: list[str], *columns: list[Any], register: str = "apprentice", **more: Any) -> Layout:
    return whole(register, headers, *[list(row) for row in zip(*columns, strict=True)], **more)


def asked(made: Layout) -> dict[str, str]:
    """What is taken, by the question's id."""
    return {each.id: each.taken for each in made.questions}


def test_a_plain_roster_asks_nothing() -> None:
    assert roster(["姓名", "身份证号", "联系电话"], NAMES, NUMBERS, PHONES).questions == ()


def test_a_word_of_several_meanings_is_asked_once_and_taken_for_nothing() -> None:
    made = roster(["姓名", "身份证号", "时间"], NAMES, NUMBERS, ["2026-09-01"] * 5)
    (question,) = made.questions
    assert (question.kind, question.id, question.column) == ("column", "column:名册:时间", 2)
    assert (question.taken, question.answered, question.rows) == ("", False, 5)
    codes = [each.code for each in question.answers]
    assert {"start_on", "agreement_signed_on"} <= set(codes) and codes[-1] == ""
    assert made.columns[2].target is None


def test_an_answer_settles_it() -> None:
    answers = {"column:名册:时间": "agreement_signed_on"}
    made = roster(
        ["姓名", "身份证号", "时间"], NAMES, NUMBERS, ["2026-09-01"] * 5, choices=Choices(answers=answers)
    )
    assert made.columns[2].field == "agreement_signed_on"
    assert [(each.taken, each.answered) for each in made.questions] in ([], [("agreement_signed_on", True)])


def test_values_settle_what_a_word_leaves_open() -> None:
    made = roster(["姓名", "编号", "电话"], NAMES, NUMBERS, PHONES)
    assert made.columns[1].field == "id_number"
    assert made.questions == ()


def test_a_column_that_only_counts_is_no_field_and_no_question() -> None:
    made = roster(["编号", "姓名", "身份证号"], [1.0, 2.0, 3.0, 4.0, 5.0], NAMES, NUMBERS)
    assert made.columns[0].target is None and made.questions == ()


def test_columns_whose_contents_were_swapped_are_read_as_their_contents() -> None:
    made = roster(["姓名", "联系电话", "身份证号"], NAMES, NUMBERS, PHONES)
    assert [column.field for column in made.columns] == ["name", "id_number", "phone"]
    assert asked(made) == {"shifted:名册:联系电话": "id_number", "shifted:名册:身份证号": "phone"}


def test_a_header_that_its_values_can_be_is_believed_and_the_doubt_is_told() -> None:
    made = roster(["姓名", "学号", "班级"], NAMES, NUMBERS, ["机电1班"] * 5)
    assert made.columns[1].field == "student_number"
    assert asked(made) == {"shifted:名册:学号": "student_number"}


def test_numbers_that_have_their_own_column_are_no_doubt_about_another() -> None:
    made = roster(["姓名", "身份证号", "学号"], NAMES, NUMBERS, NUMBERS)
    assert made.columns[2].field == "student_number" and made.questions == ()


@pytest.mark.parametrize(("answer", "fields"), [("phone", ("phone",)), ("", ())])
def test_what_somebody_answers_about_a_shifted_column_holds(answer: str, fields: tuple[str, ...]) -> None:
    answers = {"shifted:名册:联系电话": answer}
    made = roster(["姓名", "联系电话", "班级"], NAMES, NUMBERS, ["甲"] * 5, choices=Choices(answers=answers))
    assert tuple(each.name for each in made.columns[1].targets) == fields


def test_a_split_is_proposed_taken_and_can_be_refused() -> None:
    headers, values = ["姓名", "身份证号", "性别/民族"], ["男/汉族", "女/回族", "男/汉", "女/满族", "男/汉族"]
    made = roster(headers, NAMES, NUMBERS, values)
    assert [each.name for each in made.columns[2].targets] == ["gender", "ethnicity"]
    assert asked(made) == {"split:名册:性别/民族": "parts"}
    answers = {"split:名册:性别/民族": ""}
    made = roster(headers, NAMES, NUMBERS, values, choices=Choices(answers=answers))
    assert made.columns[2].split is None
    assert [(each.taken, each.answered) for each in made.questions] == [("", True)]


def test_nothing_is_split_whose_parts_have_columns_of_their_own() -> None:
    headers = ["姓名", "身份证号", "性别", "性别/民族"]
    made = roster(headers, NAMES, NUMBERS, ["男"] * 5, ["男/汉族"] * 5)
    assert made.columns[3].split is None
