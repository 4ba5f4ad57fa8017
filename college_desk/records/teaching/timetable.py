"""The timetable of part-time teachers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.academic_year import TERM
from college_desk.records.values.class_slot import SLOT
from college_desk.records.values.code import CODE
from college_desk.records.values.number import COUNT
from college_desk.records.values.text import TEXT

_lesson = partial(column, group="课表")


@register(
    "timetable",
    "课表",
    subject="teaching",
    key=("term", "teacher", "weekday", "slot", "class_name"),
    counted="条",
    searched=("name", "teacher", "course", "class_name", "place"),
    listed=("name", "weekday", "slot", "course", "class_name", "week_from", "week_to", "odd_even", "place"),
    sheet_titles=words("课程表 教师课表 兼职教师课表 学期课表 课程安排表"),
    order=40,
)
@dataclass(frozen=True, kw_only=True)
class Timetable(Record):
    """A weekly lesson of a term (课表)."""

    term: str | None = _lesson(TERM, "学期", *words("学年学期 开课学期"), hint="例：2026-2027-1", wide=12)
    name: str | None = person.name(
        "教师姓名 任课教师 授课教师 教师 任课教师姓名 上课教师 主讲教师 任课老师 授课老师"
    )
    teacher: str | None = person.person_by_number("part_time_teacher", "教师身份证号 教师身份证号码")
    weekday: str | None = _lesson(CODE("weekday"), "星期", *words("周几 星期几"), hint="例：星期三", wide=7)
    slot: str | None = _lesson(SLOT, "节次", *words("上课节次 授课节次 第几节"), hint="例：1-2", wide=7)
    class_name: str | None = _lesson(
        TEXT,
        "授课班级",
        *words(
            "班级 上课班级 教学班级 任教班级 班级名称"
            " 学生班级 就读班级 自然班 班级全称 所属行政班 行政班名称 在读班级 学籍所在班级"
        ),
        hint="例：2026级机电1班",
        wide=14,
    )
    course: str | None = _lesson(
        TEXT, "任教课程", *words("课程 课程名称 授课课程 科目"), hint="与教学任务书一致", wide=16
    )
    week_from: int | None = _lesson(COUNT, "起始周", *words("开始周 起周"), hint="例：1", wide=6)
    week_to: int | None = _lesson(COUNT, "结束周", *words("终止周 止周"), hint="例：18", wide=6)
    odd_even: str | None = _lesson(CODE("odd_even"), "单双周", "单/双周", hint="单周、双周、每周", wide=7)
    place: str | None = _lesson(
        TEXT, "授课地点", *words("上课地点 地点 教室 实训场地 场地"), hint="例：实训楼302", wide=12
    )
