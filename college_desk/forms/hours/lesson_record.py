"""The record of lessons (C8 课时记录表): one sheet for each teacher and month, with one block of signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from college_desk.forms.filing import HOURLY_SUBSIDY
from college_desk.forms.form import Frozen, form
from college_desk.forms.hours.hourly_subsidy import Paid, paid_lessons
from college_desk.forms.naming import safe, school_name
from college_desk.forms.wording import cell_of, day_in_words, figure, label, short_day, source_of
from college_desk.policy.hourly_fee import academic_year, periods_of
from college_desk.records.page import FilledForm, FormCell, Line, SealPlace, Seals, Table, Title
from college_desk.records.teaching.teaching_hours import TeachingHours

TITLE = "课时记录表"
DATE = "年　　月　　日"
COLUMNS = (
    ("序号", 9.0), ("周次", 9.0), ("授课日期", 21.0), ("星期", 14.0), ("节次", 13.0), ("课程名称", 34.0), ("课程\n性质", 18.0),
    ("授课班级", 30.0), ("人数", 11.0), ("授课地点", 26.0), ("授课内容", 38.0), ("课时数", 12.0), ("上课\n情况", 13.0),
    ("班级\n签字", 11.0), ("教务\n核验", 11.0),
)  # fmt: skip
WEIGHTED = (("系数", 11.0), ("折算\n课时", 12.0))
"""What stands beside the periods where the school has coefficients; titles and widths in millimetres."""

_WEEKDAYS = "一二三四五六日"
_ONE = Decimal(1)


@form("lesson-record", TITLE, filings=(HOURLY_SUBSIDY,), order=30)
def lesson_records(frozen: Frozen) -> Iterable[FilledForm]:
    """One sheet for each settled line that paid lessons."""
    for number, paid in enumerate(paid_lessons(frozen), start=1):
        kept = paid.settlement
        month = day_in_words(kept.month)
        yield FilledForm(
            code="lesson-record",
            title=f"{TITLE}（{kept.name or ''}，{month}）",
            name=safe(f"{number:02d}_{kept.name or ''}_{month}_{TITLE}"),
            folder="03-备案表",
            medium="xlsx",
            landscape=True,
            sheet=TITLE,
            blocks=(
                Title(TITLE, subtitle=f"（{_when(paid)}）"),
                Line(
                    left=f"填报单位：{school_name(frozen)}",
                    middle=f"教师：{kept.name or ''}",
                    right=f"结算批次：{kept.batch or ''}",
                ),
                _table(paid.lessons),
                Seals(
                    (
                        SealPlace(("授课教师确认", "签字：", DATE)),
                        SealPlace(("开课部门审核", "负责人（签字）：", DATE)),
                        SealPlace(("教务处（盖章）", "核验人（签字）：", DATE)),
                    )
                ),
            ),
        )


def _when(paid: Paid) -> str:
    """2026—2027学年，2026年9月."""
    first = paid.lessons[0].taught_on
    year = "" if first is None else f"{academic_year(first).replace('-', '—')}学年，"
    return f"{year}{day_in_words(paid.settlement.month)}"


def _table(lessons: Sequence[TeachingHours]) -> Table:
    weighted = any(each.coefficient not in (None, _ONE) for each in lessons)
    columns = (*COLUMNS[:12], *(WEIGHTED if weighted else ()), *COLUMNS[12:])
    head = tuple(label(title) for title, _width in columns)
    rows = [_row(number, each, weighted=weighted) for number, each in enumerate(lessons, start=1)]
    total = (
        label("合计", across=2),
        FormCell(f"{len(lessons)}次课", across=9, align="left"),
        figure(periods_of(lessons), source="sum:periods"),
        FormCell(across=len(columns) - 12),
    )
    return Table(tuple(width for _title, width in columns), (head, *rows, total), header_rows=1, size=8.5)


def _row(number: int, lesson: TeachingHours, *, weighted: bool) -> tuple[FormCell, ...]:
    beside = (
        (
            figure(lesson.coefficient, source=source_of(lesson, "coefficient")),
            figure(lesson.weighted_periods, source=source_of(lesson, "weighted_periods")),
        )
        if weighted
        else ()
    )
    return (
        FormCell(str(number), number=number),
        figure(lesson.week, source=source_of(lesson, "week")),
        FormCell(short_day(lesson.taught_on), source=source_of(lesson, "taught_on")),
        FormCell("" if lesson.taught_on is None else f"星期{_WEEKDAYS[lesson.taught_on.weekday()]}"),
        cell_of(lesson, "slot"),
        cell_of(lesson, "course", align="left"),
        cell_of(lesson, "course_kind"),
        cell_of(lesson, "class_name"),
        figure(lesson.students, source=source_of(lesson, "students")),
        cell_of(lesson, "place"),
        cell_of(lesson, "topic", align="left"),
        figure(lesson.periods, source=source_of(lesson, "periods")),
        *beside,
        cell_of(lesson, "lesson_kind"),
        cell_of(lesson, "class_signed"),
        cell_of(lesson, "verified"),
    )
