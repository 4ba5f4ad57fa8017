"""Which courses and classes an appointment teaches in a term."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.academic_year import TERM
from college_desk.records.values.code import CODE
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import PERIODS
from college_desk.records.values.text import TEXT

_TASK = "任课安排"

_task = partial(column, group=_TASK)


@register(
    "assignment",
    "任课安排",
    subject="teaching",
    key=("contract_number", "course", "class_name", "term"),
    else_key=("teacher", "start_on", "course", "class_name", "term"),
    counted="条",
    searched=("name", "teacher", "contract_number", "course", "class_name"),
    listed=(
        "name",
        "contract_number",
        "course",
        "class_name",
        "term",
        "weekly_periods",
        "total_periods",
        "course_kind",
    ),
    sheet_titles=words("任课安排表 教学任务书 教学任务安排表 任课教师安排表 任课一览表 教学任务表"),
    order=30,
)
@dataclass(frozen=True, kw_only=True)
class Assignment(Record):
    """A course taught to a class under an appointment in one term (任课安排).

    An appointment without a number is named by its teacher and first day.
    """

    contract_number: str | None = _task(
        IDENTIFIER,
        "聘任协议编号",
        *words("协议编号 合同编号 聘任合同编号 聘任协议号 聘用合同编号"),
        hint="一人一期一号",
        refers_to="appointment",
        wide=16,
    )
    name: str | None = person.name(
        "教师姓名 任课教师 授课教师 教师 任课教师姓名 上课教师 主讲教师 授课人 任课老师 授课老师"
    )
    teacher: str | None = person.person_by_number("part_time_teacher", "教师身份证号 教师身份证号码")
    start_on: PartialDay | None = partner.start_on("聘期起 起聘日期 聘用开始日期", group=_TASK)
    course: str | None = _task(
        TEXT,
        "任教课程",
        *words("课程 课程名称 授课课程 任课课程 讲授课程 承担课程 所任课程 任教科目"),
        hint="与教学任务书一致",
        wide=16,
    )
    class_name: str | None = _task(
        TEXT,
        "任教班级",
        *words(
            "班级 授课班级 上课班级 教学班级 任课班级 承担班级 所任班级"
            " 学生班级 就读班级 自然班 班级全称 所属行政班 行政班名称 在读班级 学籍所在班级"
        ),
        hint="例：2026级机电1班",
        wide=14,
    )
    term: str | None = _task(
        TERM, "学期", *words("学年学期 任课学期 开课学期"), hint="例：2026-2027-1", wide=12
    )
    weekly_periods: Decimal | None = _task(
        PERIODS, "周课时", *words("周课时数 周学时 每周课时"), hint="与教学任务书一致", wide=8
    )
    total_periods: Decimal | None = _task(
        PERIODS, "总课时", *words("总课时数 总学时 学期总课时 计划课时"), hint="与教学任务书一致", wide=8
    )
    course_kind: str | None = _task(
        CODE("course_kind"),
        "课程性质",
        *words("课程类型 授课类型 课型"),
        hint="理论、实训、理实一体、实习指导",
    )
