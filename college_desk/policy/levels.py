"""The level of a teacher (级别): by professional title and by trade skill."""

from __future__ import annotations

from college_desk.records.codes import code_table
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher


def title_level(teacher: PartTimeTeacher) -> str | None:
    """The level of a teacher's title: as given, else the one that the title itself names (工程师 is 中级)."""
    if teacher.title_level is not None or teacher.professional_title is None:
        return teacher.title_level
    entry = code_table("title_level").find(teacher.professional_title)
    return entry.code if entry else None
