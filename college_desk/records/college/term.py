"""The school calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.academic_year import ACADEMIC_YEAR
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY
from college_desk.records.values.number import COUNT
from college_desk.records.values.text import TEXTS

_term = partial(column, group="学期")
_exam = partial(column, group="考试与放假")


@register(
    "term",
    "校历",
    subject="college",
    key=("academic_year", "term_number"),
    counted="个",
    searched=("academic_year",),
    listed=("academic_year", "term_number", "start_on", "end_on", "teaching_weeks", "exam_from", "exam_to"),
    sheet_titles=words("校历表 教学校历 学校校历"),
    order=60,
)
@dataclass(frozen=True, kw_only=True)
class Term(Record):
    """One term of the school calendar (学期): its days, examination weeks, holidays.

    holidays and make_up_days hold days or spans of days as text (2026-10-01, 2026-10-01至2026-10-07).
    """

    academic_year: str | None = _term(ACADEMIC_YEAR, "学年", hint="例：2026-2027", wide=11)
    term_number: str | None = _term(CODE("term_number"), "学期", "学期序号", hint="1（秋季）、2（春季）")
    start_on: dt.date | None = _term(
        DAY,
        "起始日期",
        *words("开学日期 学期开始日期 开始日期"),
        hint="例：20260901",
        wide=11,
    )
    end_on: dt.date | None = _term(
        DAY, "终止日期", *words("放假日期 学期结束日期 结束日期"), hint="例：20270115", wide=11
    )
    teaching_weeks: int | None = _term(COUNT, "教学周数", *words("教学周 周数 上课周数"), hint="例：18")
    exam_from: dt.date | None = _exam(DAY, "考试起", *words("考试周起 考试开始日期"), wide=11)
    exam_to: dt.date | None = _exam(DAY, "考试止", *words("考试周止 考试结束日期"), wide=11)
    holidays: tuple[str, ...] | None = _exam(
        TEXTS, "放假日", *words("节假日 放假安排 假期"), hint="例：2026-10-01至2026-10-07", wide=24
    )
    make_up_days: tuple[str, ...] | None = _exam(
        TEXTS, "补课日", *words("调休上课日 调休 补班日"), hint="例：2026-10-10", wide=16
    )
