"""How long a month's fees take with a year of 60,000 lessons in the desk, and the hours page made from it.

Run: python -m pytest -m benchmark -s tests/benchmarks/test_hours.py
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from college_desk.records.query import Condition, Query
from college_desk.records.register import Record, register_of
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month
from college_desk.services import settling
from college_desk.services.fees import fees
from college_desk.services.teaching_month import teaching_month
from college_desk.storage.desk import Desk
from tests import make
from tests.benchmarks.table import Ratios, seconds_of, seconds_of_one
from tests.services.occasions import NOW, TODAY, new_desk

TEACHERS, LESSONS_EACH, DAYS = 300, 200, 300
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
_FIRST = dt.date(2026, 9, 1)


def _year() -> Iterator[Record]:
    yield make.fee_standard()
    lesson = make.teaching_hours(verified="是", coefficient=None, weighted_periods=None, name=None)
    days = [_FIRST + dt.timedelta(days=each) for each in range(DAYS)]
    for number in range(TEACHERS):
        person = make.id_number(dt.date(1970, 1, 1) + dt.timedelta(days=number))
        yield make.part_time_teacher(id_number=person, skill_level="高级技师", staff_number=f"W{number:04d}")
        for turn in range(LESSONS_EACH):
            day, slot = days[(turn * 3 + number) % DAYS], ("1-2", "3-4")[turn // 100]
            yield replace(lesson, teacher=person, taught_on=day, slot=slot, class_name=f"2025级{number}班")


def _month_of_records(desk: Desk) -> list[TeachingHours]:
    where = (
        Condition("taught_on", "at_least", OCTOBER.first_day),
        Condition("taught_on", "at_most", OCTOBER.last_day),
    )
    with desk.read() as reader:
        return reader.records(TeachingHours, reader.uids(register_of(TeachingHours), Query(where=where)))


@pytest.mark.benchmark
def test_a_month_of_a_year_of_sixty_thousand_lessons(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        with desk.write("准备", who="王芳", now=NOW, today=TODAY, guarded=False) as writer:
            writer.add_many(list(_year()))
        table = Ratios(
            f"{TEACHERS * LESSONS_EACH} lessons a year, {len(_month_of_records(desk))} in the month"
        )
        read = seconds_of(lambda: _month_of_records(desk))
        table.add(
            "fees of a month", seconds_of(lambda: fees(desk, OCTOBER)), "the month's lessons read", read
        )
        page = seconds_of(lambda: teaching_month(desk, OCTOBER, today=TODAY))
        table.add("the hours page of a month", page, "the month's lessons read", read)
        settle = seconds_of_one(lambda: settling.settle(desk, SEPTEMBER, who="王芳", now=NOW, today=TODAY))
        table.add("settling a month", settle, "the month's lessons read", read)
        after = seconds_of(lambda: fees(desk, SEPTEMBER))
        table.add("fees of a settled month, with the claim", after, "the month's lessons read", read)
        table.print()
