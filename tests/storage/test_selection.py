"""Lists: searched, filtered, as of a day, in order."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.query import Condition, Query
from college_desk.records.register import Record, register_of
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.values.month import OPEN_END, Month
from college_desk.storage.desk import Desk
from tests.storage.occasion import OTHER_ID, add, appointment, apprentice, change, enterprise, teacher


def found(desk: Desk, kind: type[Record], query: Query) -> list[str]:
    with desk.read() as reader:
        register = register_of(kind)
        uids = reader.uids(register, query)
        assert reader.count(register, query) == len(uids)
        return uids


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("单小", True), ("小明", True), ("张", False),
        ("shan", True), ("shanxiaoming", True), ("Shan Xiaoming", True), ("danxiao", True), ("xiaoming", False),
        ("sxm", True), ("sx", True), ("xm", False),
        ("370811", True), ("1234", True), ("4321", False), ("138053", True),
        ("单 1234", True), ("单 9999", False), ("如意", True), ("ruyi", False), ("jiningruyi", True),
        ("%", False), ("_", False), ("  ", True),
    ],
)  # fmt: skip
def test_search_takes_chinese_pinyin_initials_and_digits(desk: Desk, search: str, expected: bool) -> None:
    stored = add(desk, teacher("单小明", phone="13805371234", employer="济宁如意纺织有限公司"))[0]
    assert found(desk, PartTimeTeacher, Query(search=search)) == ([stored.uid] if expected else [])


def test_search_follows_a_changed_name(desk: Desk) -> None:

    stored = add(desk, teacher("单小明"))[0]
    change(desk, dataclasses.replace(stored, name="王小明"))
    assert found(desk, PartTimeTeacher, Query(search="wang")) == [stored.uid]
    assert found(desk, PartTimeTeacher, Query(search="shan")) == []


def test_the_x_of_an_identity_number_is_found_in_either_case(desk: Desk) -> None:
    stored = add(desk, teacher(id_number="11010519491231002X"))[0]
    assert found(desk, PartTimeTeacher, Query(search="002x")) == [stored.uid]


def test_conditions_must_all_hold(desk: Desk) -> None:
    one, two, three = add(
        desk,
        apprentice("甲", grade="2026级", monthly_pay=None, class_name="机电1班"),
        apprentice("乙", grade="2026级", class_name="机电2班"),
        apprentice("丙", grade="2025级"),
    )

    def where(*conditions: Condition) -> list[str]:
        return found(desk, Apprentice, Query(where=conditions))

    grade = Condition("grade", "is", one.grade)
    assert where(grade) == [one.uid, two.uid]
    assert where(grade, Condition("class_name", "contains", "1")) == [one.uid]
    assert where(Condition("class_name", "empty")) == [three.uid]
    assert where(Condition("class_name", "filled")) == [one.uid, two.uid]
    assert where(Condition("class_name", "is", None)) == [three.uid]


def test_days_compare_with_months_by_the_calendar(desk: Desk) -> None:
    month, day = add(desk, appointment(start_on=Month(2026, 9)), appointment(start_on=dt.date(2026, 9, 15)))

    def where(comparison: str, value: object) -> list[str]:
        return found(desk, Appointment, Query(where=(Condition("start_on", comparison, value),)))  # type: ignore[arg-type]

    assert where("at_most", Month(2026, 9)) == [month.uid, day.uid]
    assert where("at_most", Month(2026, 8)) == []
    assert where("at_least", Month(2026, 9)) == [month.uid, day.uid]
    assert where("at_least", dt.date(2026, 9, 15)) == [day.uid]
    assert where("at_least", dt.date(2026, 9, 16)) == []


def test_several_values_contain_one(desk: Desk) -> None:
    register = register_of(enterprise())
    several = next(each for each in register.fields if each.type.code in ("texts", "codes"))
    value: Any = (
        several.type.read("任城厂区、兖州厂区").value or several.type.read(several.type.labels()[0]).value
    )
    fields: dict[str, Any] = {several.name: value}
    stored = add(desk, enterprise(**fields), enterprise("山东机床厂有限公司"))[0]
    for asked in (value[0], value[:1]):
        query = Query(where=(Condition(several.name, "contains", asked),))
        assert found(desk, type(stored), query) == [stored.uid]
    assert found(desk, type(stored), Query(where=(Condition(several.name, "is", value),))) == [stored.uid]


@pytest.mark.parametrize(
    ("start", "end", "day", "expected"),
    [
        (dt.date(2026, 9, 1), dt.date(2027, 1, 31), dt.date(2026, 8, 31), False),
        (dt.date(2026, 9, 1), dt.date(2027, 1, 31), dt.date(2026, 9, 1), True),
        (dt.date(2026, 9, 1), dt.date(2027, 1, 31), dt.date(2027, 1, 31), True),
        (dt.date(2026, 9, 1), dt.date(2027, 1, 31), dt.date(2027, 2, 1), False),
        (Month(2026, 9), Month(2027, 1), dt.date(2026, 8, 31), False),
        (Month(2026, 9), Month(2027, 1), dt.date(2026, 9, 1), True),
        (Month(2026, 9), Month(2027, 1), dt.date(2027, 1, 31), True),
        (Month(2026, 9), Month(2027, 1), dt.date(2027, 2, 1), False),
        (dt.date(2026, 9, 1), OPEN_END, dt.date(2099, 1, 1), True),
        (dt.date(2026, 9, 1), None, dt.date(2099, 1, 1), True),
        (None, dt.date(2027, 1, 31), dt.date(2026, 10, 1), False),
    ],
)
def test_as_of_a_day(desk: Desk, start: object, end: object, day: dt.date, expected: bool) -> None:
    stored = add(desk, appointment(start_on=start, end_on=end))[0]  # type: ignore[arg-type]
    assert found(desk, Appointment, Query(on=day)) == ([stored.uid] if expected else [])


def test_a_register_without_start_and_end_takes_no_notice_of_the_day(desk: Desk) -> None:
    stored = add(desk, teacher())[0]
    assert found(desk, PartTimeTeacher, Query(on=dt.date(2000, 1, 1))) == [stored.uid]


def test_order_is_by_value_with_empty_ones_last_and_then_by_uid(desk: Desk) -> None:
    ten, nine, none, nine_too = add(
        desk,
        appointment(weekly_periods=Decimal(10)),
        appointment(weekly_periods=Decimal(9)),
        appointment(weekly_periods=None),
        appointment(weekly_periods=Decimal(9)),
    )
    up = found(desk, Appointment, Query(order=(("weekly_periods", False),)))
    down = found(desk, Appointment, Query(order=(("weekly_periods", True),)))
    assert up == [nine.uid, nine_too.uid, ten.uid, none.uid]
    assert down == [ten.uid, nine.uid, nine_too.uid, none.uid]


def test_only_these_uids_however_many(desk: Desk) -> None:
    stored = add(desk, *(teacher(f"李{n}", f"{n:018d}") for n in range(1100)))
    wanted = frozenset(each.uid for each in stored[:1050])
    assert len(found(desk, PartTimeTeacher, Query(uids=wanted))) == 1050
    assert found(desk, PartTimeTeacher, Query(uids=frozenset())) == []


def test_ended_records_alone(desk: Desk) -> None:
    live, ended = add(desk, teacher(), teacher("张伟", OTHER_ID, ended=True))
    assert found(desk, PartTimeTeacher, Query()) == [live.uid]
    assert found(desk, PartTimeTeacher, Query(ended=True)) == [ended.uid]


def test_another_name_of_a_field_serves_too_and_an_unknown_one_is_a_bug(desk: Desk) -> None:
    stored = add(desk, appointment())[0]
    register = register_of(Appointment)
    also = next(
        name for name, each in register.by_name.items() if each.name == "teacher" and name != "teacher"
    )
    assert found(desk, Appointment, Query(order=((also, False),))) == [stored.uid]
    with pytest.raises(ValueError, match="no_such_field"):
        found(desk, Appointment, Query(order=(("no_such_field", False),)))


def test_some_fields_come_as_the_records_have_them(desk: Desk) -> None:
    add(
        desk,
        apprentice("李明", end_on=Month(2026, 9), monthly_pay=Decimal("2600.50"), artisan_reserve=True),
        apprentice("王芳", id_number=OTHER_ID, end_on=OPEN_END, artisan_reserve=False),
    )
    with desk.read() as reader:
        register = register_of(Apprentice)
        names = ("uid", "name", "end_on", "monthly_pay", "artisan_reserve", "cohort")
        whole = [tuple(getattr(each, name) for name in names) for each in reader.all(Apprentice)]
        assert reader.values(register, names) == whole
        only = Query(where=(Condition("name", "is", "王芳"),))
        assert reader.values(register, ("name",), only) == [("王芳",)]
