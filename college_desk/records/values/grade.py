"""The year of entry of a class (年级): 2026级."""

from __future__ import annotations

import re
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import plain_text
from college_desk.records.values.cell_type import EMPTY, TextType, warning
from college_desk.records.values.value_type import Cell, Fault, Reading

_YEAR = re.compile(r"((?:19|20)\d{2})(?:级|年级|年|届)?(?:学生|新生)?", re.ASCII)
_SHORT = re.compile(r"(\d{2})级", re.ASCII)
_SHOWN = re.compile(r"(?:19|20)\d{2}级", re.ASCII)


class Grade(TextType):
    """A grade by its year of entry; other words are kept and reported."""

    code = "grade"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The grade of a cell: 2026, 26级 and 2026级 are one."""
        text = plain_text(cell).replace(" ", "")
        if not text:
            return EMPTY
        if found := _YEAR.fullmatch(text):
            return Reading(f"{found[1]}级")
        if found := _SHORT.fullmatch(text):
            return Reading(f"20{found[1]}级")
        return self.judged(text)

    def faults(self, value: str) -> tuple[Fault, ...]:
        """A grade that does not name its year of entry."""
        if _SHOWN.fullmatch(value):
            return ()
        return (warning(_("年级“{text}”没有写入学年份，请写成2026级这样。").format(text=value)),)


def year_of(grade: str) -> int | None:
    """The year of entry of a grade, or None when it does not say."""
    return int(grade[:4]) if _SHOWN.fullmatch(grade) else None


GRADE = Grade()
