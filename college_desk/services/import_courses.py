"""A second course or class of one appointment: an assignment (任课安排), the appointment keeps the first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from college_desk.records.register import Record, Register, register_of
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.assignment import Assignment

_TOLD_BY = ("course", "class_name")
_OF_THE_COURSE = ("course", "class_name", "weekly_periods", "total_periods", "course_kind")
_OF_THE_APPOINTMENT = ("contract_number", "teacher", "name", "start_on", "department", "campus")


def has_courses(register: Register) -> bool:
    """Whether records of a register teach courses, so that a second one is no repetition."""
    return register.record is Appointment


def assignments() -> Register:
    """The register that further courses go to."""
    return register_of(Assignment)


def is_further_course(kept: Record, values: Mapping[str, Any]) -> bool:
    """Whether a row names another course, or another class, than the appointment that it means."""
    return any(
        values.get(name) is not None
        and getattr(kept, name) is not None
        and getattr(kept, name) != values[name]
        for name in _TOLD_BY
    )


def split(kept: Record, values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What of a row's values is the appointment's, and the assignment that the rest makes."""
    fields = {each.name for each in assignments().fields}
    appointment = {name: value for name, value in values.items() if name not in _OF_THE_COURSE}
    course = {name: values[name] for name in _OF_THE_COURSE if name in values and name in fields}
    for name in _OF_THE_APPOINTMENT:
        value = values.get(name, getattr(kept, name))
        if value is not None and name in fields:
            course[name] = value
    return appointment, course
