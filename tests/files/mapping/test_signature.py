"""Decisions are kept by header path and offered for the next file of that layout, or of one nearly like it."""

from __future__ import annotations

import json
from typing import Any

from college_desk.files.mapping.layout import Choices, Layout
from college_desk.files.mapping.signature import (
    NEAR,
    Decisions,
    choices_of,
    decisions_of,
    from_json,
    likeness,
    signature,
    to_json,
)
from college_desk.files.mapping.vocabulary import vocabulary
from tests.files.mapping.laying import ID, NO_CHOICES, fields, whole

WORDS = vocabulary("apprentice")
HEADER = ["姓名", "身份证号", "负责的人", "性别/民族", "联系电话"]
ROW = ["李明", ID, "王师傅", "女/汉族", "15863632401"]


def laid(header: list[str] = HEADER, row: list[Any] = ROW, choices: Choices = NO_CHOICES) -> Layout:
    return whole("apprentice", header, row, row, row, choices=choices)


def kept() -> Decisions:
    """What is kept after somebody has said who 负责的人 is, and laid a cohort over all rows."""
    decided = laid(choices=Choices(columns={2: WORDS.named("mentor")}, constants={"cohort": "XT-1"}))
    made = from_json(json.loads(json.dumps(to_json(decisions_of(decided)))))
    assert made is not None
    return made


def test_the_signature_sees_the_headers_and_not_the_rows_or_the_spelling() -> None:
    one = laid()
    other = laid(
        ["姓 名", "*身份证号", "负责的人", "性别/民族", "联系电话"], ["王芳", ID, "x", "男/回族", None]
    )
    assert signature(one) == signature(other)
    assert signature(one) != signature(laid([*HEADER[::-1]], ROW[::-1]))
    assert signature(one) != signature(whole("order_student", HEADER, ROW, ROW, ROW))


def test_decisions_come_back_for_the_next_file() -> None:
    fresh = laid()
    assert fields(fresh)["负责的人"] is None
    again = laid(choices=choices_of(kept(), fresh, WORDS))
    assert fields(again) == {
        "姓名": "name", "身份证号": "id_number", "负责的人": "mentor", "性别/民族": "gender", "联系电话": "phone",
    }  # fmt: skip
    assert [each.name for each in again.columns[3].targets] == ["gender", "ethnicity"]
    assert again.constants == {"cohort": "XT-1"}
    assert likeness(kept(), fresh) == 1


def test_one_column_more_or_less_and_another_order_still_apply() -> None:
    header = ["联系电话", "姓名", "学号", "身份证号", "负责的人", "性别/民族"]
    row = ["15863632401", "李明", "001", ID, "王师傅", "女/汉族"]
    fresh = laid(header, row)
    assert likeness(kept(), fresh) >= NEAR
    again = laid(header, row, choices_of(kept(), fresh, WORDS))
    assert fields(again)["负责的人"] == "mentor" and fields(again)["学号"] == "student_number"


def test_another_layout_is_not_near() -> None:
    assert likeness(kept(), laid(["姓名", "身份证号", "学号", "班级", "民族"], ROW)) < NEAR
    assert likeness(kept(), whole("order_student", HEADER, ROW, ROW, ROW)) == 0


def test_a_split_that_somebody_refused_stays_refused() -> None:
    refused = laid(choices=Choices(answers={"split:名册:性别/民族": ""}))
    made = decisions_of(refused)
    assert made.splits == {"性别民族": ""}
    again = laid(choices=choices_of(made, laid(), WORDS))
    assert again.columns[3].split is None


def test_a_document_of_another_format_is_nothing() -> None:
    assert from_json({"format": 99}) is None
