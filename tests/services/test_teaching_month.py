"""A month of lessons as the hours page shows it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from college_desk.records.register import Record
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month
from college_desk.services import settling
from college_desk.services.teaching_month import TeachingMonth, teaching_month
from college_desk.storage import workspace
from college_desk.storage.desk import Desk
from tests import make

TODAY = dt.date(2026, 11, 5)
SITTING: dict[str, Any] = {"who": "张", "now": dt.datetime(2026, 11, 5, 9, tzinfo=dt.UTC), "today": TODAY}
LI, WANG = make.id_number(serial=1), make.id_number(serial=2)
OCTOBER = Month(2026, 10)


def lesson(day: str, **given: Any) -> TeachingHours:
    chosen = {"teacher": LI, "name": "李明", "taught_on": day, "periods": "2", "verified": "是",
              "coefficient": None, "weighted_periods": None}  # fmt: skip
    return make.teaching_hours(**chosen | given)


def put(desk: Desk, *records: Record) -> None:
    with desk.write("录入", guarded=False, **SITTING) as writer:
        writer.add_many(list(records))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = workspace.create(tmp_path / "desk")
    put(made, make.fee_standard(), *(
        make.part_time_teacher(id_number=number, name=name, skill_level="高级技师")
        for number, name in ((LI, "李明"), (WANG, "王强"))
    ))  # fmt: skip
    return made


def shown(desk: Desk, month: Month | None = None, **given: Any) -> TeachingMonth:
    return teaching_month(desk, month, today=TODAY, **given)


def test_the_month_is_this_one_or_the_last_before_it_with_lessons(desk: Desk) -> None:
    assert (shown(desk).month, shown(desk).latest) == (Month(2026, 11), None)
    put(desk, lesson("2023-03-01"))
    assert shown(desk).month == Month(2023, 3)
    put(desk, lesson("2026-10-14"), lesson("2026-12-01"))
    assert (shown(desk).month, shown(desk).latest) == (OCTOBER, Month(2026, 12))


def test_each_teacher_has_his_lessons_by_day_and_slot_and_his_lines(desk: Desk) -> None:
    put(desk, lesson("2026-10-15", slot="3-4"), lesson("2026-10-15", slot="1-2"), lesson("2026-10-14"),
        lesson("2026-10-14", teacher=WANG, name="王强", class_name="数控1班"))  # fmt: skip
    settling.settle(desk, OCTOBER, **SITTING)
    first, second = shown(desk).teachers

    assert [(str(each.taught_on)[-2:], each.slot) for each in first.lessons] == [
        ("14", "1-2"), ("15", "1-2"), ("15", "3-4"),
    ]  # fmt: skip
    assert [(each.settled, each.settlement.name) for each in (*first.lines, *second.lines)] == [
        (True, "李明"),
        (True, "王强"),
    ]


def test_what_hinders_is_told_the_gravest_first(desk: Desk) -> None:
    put(desk, make.appointment(teacher=WANG, name="王强", start_on="2026-09-01", end_on="2026-10-14"),
        lesson("2026-10-14", teacher=WANG, name="王强", class_name="数控1班"),
        lesson("2026-10-15", teacher=WANG, name="王强"), lesson("2026-10-15"),
        lesson("2026-10-16", verified=None), lesson("2026-10-16", class_name="数控2班"))  # fmt: skip
    found = shown(desk).obstacles

    assert [(each.kind, each.name, each.stops) for each in found] == [
        ("clash", "李明", False), ("contract", "王强", False), ("unverified", "李明", True), ("class", "李明", False),
    ]  # fmt: skip
    assert found[1].sentence == "2课时不在聘期内，不能计课时费。"
    assert [(each.register, each.field) for each in found[:3]] == [
        ("teaching_hours", "slot"), ("teaching_hours", "taught_on"), ("teaching_hours", "verified"),
    ]  # fmt: skip
    assert len(shown(desk).clashing) == 4


def test_settled_lessons_hinder_no_more(desk: Desk) -> None:
    put(
        desk,
        make.appointment(teacher=LI, name="李明", start_on="2026-09-01", end_on="2026-10-13"),
        lesson("2026-10-14"),
    )
    assert [each.kind for each in shown(desk).obstacles] == ["contract"]
    settling.settle(desk, OCTOBER, **SITTING)
    assert shown(desk).obstacles == ()


def test_days_off_and_days_outside_the_term_are_known_where_there_is_a_calendar(desk: Desk) -> None:
    put(desk, lesson("2026-10-14"))
    assert sorted(each.day for each in shown(desk).days_off) == [1, 2, 3, 4, 5, 6, 7]
    assert shown(desk).outside == frozenset()
    put(desk, make.term(start_on="2026-09-01", end_on="2026-10-29", holidays="2026-10-22"))
    assert shown(desk).days_off[dt.date(2026, 10, 22)].kind == "school"
    assert sorted(each.day for each in shown(desk).outside) == [30, 31]


def test_one_campus_shows_its_own_lessons_only(desk: Desk) -> None:
    put(
        desk,
        lesson("2026-10-14", campus="北校区"),
        lesson("2026-10-15", teacher=WANG, name="王强", campus="本部"),
    )
    assert [each.name for each in shown(desk, campus="北校区").teachers] == ["李明"]
