"""Writing in tests: who, when, on what day; and the records they write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.register import Record
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import PartialDay
from college_desk.storage.desk import Desk
from college_desk.storage.writer import Writer

TODAY = dt.date(2026, 9, 30)
NOW = dt.datetime(2026, 9, 30, 10, 32, tzinfo=dt.timezone(dt.timedelta(hours=8)))
ID = "370811198501011234"
OTHER_ID = "370811199002022345"


def writing(
    desk: Desk, what: str = "录入", *, who: str = "王老师", **more: Any
) -> AbstractContextManager[Writer]:
    """A writing transaction without guards; they are tried where they are the subject."""
    return desk.write(what, who=who, now=NOW, today=TODAY, **{"guarded": False, **more})


def add(desk: Desk, *records: Record) -> list[Any]:
    """Store records in one step."""
    with writing(desk) as writer:
        return list(writer.add_many(records))


def change(desk: Desk, record: Record, *, who: str = "王老师") -> Any:
    """Store an edited record in a step of its own."""
    with writing(desk, "修改", who=who) as writer:
        return writer.change(record)


def reverse(desk: Desk, step: int) -> None:
    """Take one step back."""
    with writing(desk, "撤销") as writer:
        writer.reverse(step)


def digest(desk: Desk) -> str:
    """The digest of all records."""
    with desk.read() as reader:
        return reader.digest()


def newest(desk: Desk) -> int:
    """The number of the newest step."""
    with desk.read() as reader:
        return reader.steps(1)[0].id


def names(desk: Desk, uids: Sequence[str]) -> list[str | None]:
    """The names of part-time teachers by uid."""
    with desk.read() as reader:
        return [each.name for each in reader.records(PartTimeTeacher, uids)]


def teacher(name: str = "李明", id_number: str = ID, **more: Any) -> PartTimeTeacher:
    """A part-time teacher."""
    return PartTimeTeacher(name=name, id_number=id_number, **more)


def appointment(
    teacher: str = ID, start_on: PartialDay | None = dt.date(2026, 9, 1), **more: Any
) -> Appointment:
    """An appointment for one term."""
    return Appointment(teacher=teacher, start_on=start_on, **{"end_on": dt.date(2027, 1, 31), **more})


def enterprise(name: str = "济宁如意纺织有限公司", **more: Any) -> Enterprise:
    """An enterprise."""
    return Enterprise(name=name, **more)


def apprentice(name: str = "赵小燕", id_number: str = OTHER_ID, **more: Any) -> Apprentice:
    """An apprentice."""
    return Apprentice(name=name, id_number=id_number, **{"cohort": "XT2026-01", **more})


def hours(day: dt.date, **more: Any) -> TeachingHours:
    """A lesson taught."""
    return TeachingHours(teacher=ID, taught_on=day, **more)
