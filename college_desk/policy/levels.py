"""The level of a teacher (级别): by professional title and by trade skill."""

from __future__ import annotations

from college_desk.records.codes import code_table
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher


def title_level(teacher: PartTimeTeacher) -> str | None:
    """The level of a teacher's title: as given, else the one that the title itself names (工程师 is 中级)."""
    return level_named(teacher.title_level, teacher.professional_title)


def level_named(given: str | None, title: str | None) -> str | None:
    """The level given, else the one that a professional title names; None where neither tells."""
    if given is not None or title is None:
        return given
    entry = code_table("title_level").find(title)
    return entry.code if entry else None
