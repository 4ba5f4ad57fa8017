"""The roster of the appointments filed (C6 兼职教师花名册): A4 landscape, one row for each appointment."""

from __future__ import annotations

from collections.abc import Iterable

from college_desk.forms.filing import PART_TIME_APPOINTMENTS
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import period_title, safe, school_name
from college_desk.forms.selecting import filed
from college_desk.forms.teaching.appointments import teacher_of
from college_desk.forms.wording import cell_of, day_in_words, figure, label, short_day, source_of
from college_desk.records.facts import Facts
from college_desk.records.page import FilledForm, FormCell, Line, Table, Title
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.values.month import first_day

TITLE = "兼职教师花名册"

COLUMNS = (
    ("序号", 8.0), ("姓名", 15.0), ("性别", 7.0), ("出生日期", 15.0), ("身份证件号", 29.0), ("最高学历", 12.0),
    ("工作单位", 27.0), ("职务（岗位）", 15.0), ("专业技术职务", 14.0), ("技能等级", 12.0), ("职业（工种）", 13.0),
    ("从业年限", 8.0), ("拟聘岗位", 14.0), ("任教课程", 20.0), ("周课时", 8.0), ("新聘/续聘", 9.0),
    ("协议编号", 17.0), ("聘期", 18.0), ("占用20%员额", 11.0),
)  # fmt: skip
"""Titles and widths in millimetres."""


@form("part-time-roster", TITLE, filings=(PART_TIME_APPOINTMENTS,), order=20)
def roster(frozen: Frozen) -> Iterable[FilledForm]:
    """The one roster of the filing, its last row counting people (人) and appointments (人次)."""
    appointments = filed(frozen, Appointment)
    rows = [_row(number, each, frozen.facts) for number, each in enumerate(appointments, start=1)]
    people = len({each.teacher for each in appointments})
    head = tuple(label(title) for title, _width in COLUMNS)
    posts = sum((each.posts_used or 1) for each in appointments if each.counts_in_quota)
    total = (
        label("合计", across=2),
        FormCell(f"{people}人，{len(appointments)}人次", across=len(COLUMNS) - 3, align="left"),
        figure(posts, source="sum:posts_used"),
    )
    yield FilledForm(
        code="part-time-roster",
        title=TITLE,
        name=safe(f"{school_name(frozen)}_{TITLE}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet="花名册",
        blocks=(
            Title(TITLE, subtitle=f"（{period_title(frozen)}）"),
            Line(
                left=f"填报单位（盖章）：{school_name(frozen)}",
                right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
            ),
            Table(tuple(width for _title, width in COLUMNS), (head, *rows, total), header_rows=1, size=8.0),
            Line(
                left="制表人（签字）：",
                middle="审核人（签字）：",
                right="单位负责人（签字）：　　　　　　　　",
            ),
        ),
    )


def is_renewal(facts: Facts, appointment: Appointment) -> bool:
    """Whether the teacher was appointed here before (续聘): a named earlier contract or an earlier start."""
    if appointment.renewed_from:
        return True
    if appointment.start_on is None:
        return False
    start = first_day(appointment.start_on)
    others = facts.by(Appointment, "teacher").get(appointment.teacher, ())
    return any(each.start_on is not None and first_day(each.start_on) < start for each in others)


def _row(number: int, appointment: Appointment, facts: Facts) -> tuple[FormCell, ...]:
    teacher = teacher_of(facts, appointment)
    term = f"{short_day(appointment.start_on)}—{short_day(appointment.end_on)}"
    posts = (appointment.posts_used or 1) if appointment.counts_in_quota else None
    return (
        FormCell(str(number), number=number),
        cell_of(teacher, "name") if teacher else cell_of(appointment, "name"),
        cell_of(teacher, "gender"),
        FormCell(short_day(teacher.birth_date if teacher else None)),
        FormCell(appointment.teacher or "", source=source_of(appointment, "teacher")),
        cell_of(teacher, "education"),
        cell_of(teacher, "employer", align="left"),
        cell_of(teacher, "employer_post"),
        cell_of(teacher, "professional_title"),
        cell_of(teacher, "skill_level"),
        cell_of(teacher, "trade"),
        figure(teacher.years_in_trade if teacher else None),
        cell_of(appointment, "post_kind"),
        cell_of(appointment, "course", align="left"),
        figure(appointment.weekly_periods, source=source_of(appointment, "weekly_periods")),
        FormCell("续聘" if is_renewal(facts, appointment) else "新聘"),
        cell_of(appointment, "contract_number"),
        FormCell(term),
        figure(posts, source=source_of(appointment, "posts_used")) if posts is not None else FormCell("否"),
    )
