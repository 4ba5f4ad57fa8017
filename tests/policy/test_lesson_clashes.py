"""One teacher or one class in two places at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from college_desk.policy.lesson_clashes import clashes
from college_desk.records.teaching.teaching_hours import TeachingHours
from tests import make

LI, WANG = make.id_number(serial=1), make.id_number(serial=2)


def lesson(uid: str, **given: Any) -> TeachingHours:
    chosen = {
        "teacher": LI,
        "name": "李明",
        "taught_on": "2026-10-14",
        "slot": "1-2",
        "class_name": "机电1班",
    }
    return replace(make.teaching_hours(**chosen | given), uid=uid)


def found(*lessons: TeachingHours) -> list[tuple[str, str, str]]:
    return [(each.of, each.earlier.uid, each.later.uid) for each in clashes(lessons)]


def test_two_lessons_of_a_teacher_that_share_a_slot_clash_once() -> None:
    assert found(lesson("b", slot="2-3", class_name="数控1班"), lesson("a")) == [("teacher", "a", "b")]
    assert found(lesson("a"), lesson("b")) == [("teacher", "a", "b")]


def test_neighbouring_slots_other_days_and_lessons_not_given_do_not() -> None:
    first = lesson("a")
    for given in ({"slot": "3-4"}, {"taught_on": "2026-10-15"}, {"lesson_kind": "停课"}, {"slot": None}):
        assert found(first, lesson("b", **given)) == []


def test_a_class_with_two_teachers_clashes_unless_it_is_parted_into_groups() -> None:
    other = {"teacher": WANG, "name": "王强"}
    assert found(lesson("a"), lesson("b", **other)) == [("class", "a", "b")]
    assert found(lesson("a", group_name="A组"), lesson("b", group_name="B组", **other)) == []
    assert found(lesson("a", group_name="A组"), lesson("b", group_name="A组", **other)) == [
        ("class", "a", "b")
    ]
    assert found(lesson("a"), lesson("b", class_name="数控1班", **other)) == []
