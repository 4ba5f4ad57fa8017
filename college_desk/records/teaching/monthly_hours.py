"""The month's confirmation of a teacher's periods."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.day import DAY, MONTH
from college_desk.records.values.month import Month
from college_desk.records.values.number import PERIODS
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.text import TEXT

_month = partial(column, group="月度课时")


@register(
    "monthly_hours",
    "月度课时确认单",
    subject="teaching",
    key=("teacher", "month", "course", "class_name"),
    counted="条",
    searched=("name", "teacher", "course", "class_name"),
    listed=(
        "name",
        "teacher",
        "month",
        "course",
        "class_name",
        "periods_reported",
        "confirmed_by",
        "confirmed_on",
    ),
    sheet_titles=words("课时确认单 月度课时确认表 课时确认表 月课时确认单 课时月报表 月度课时统计表"),
    order=60,
)
@dataclass(frozen=True, kw_only=True)
class MonthlyHours(Record):
    """The periods of a teacher, course and class in one month, as a department confirms them (课时确认单)."""

    name: str | None = person.name(
        "教师姓名 任课教师 授课教师 教师 兼职教师 任课教师姓名 上课教师 主讲教师 任课老师 授课老师 外聘教师 外聘教师姓名 兼职教师姓名"
        " 任课老师姓名 授课人员 教师名字"
    )
    teacher: str | None = person.person_by_number(
        "part_time_teacher",
        "教师身份证号 教师身份证号码"
        " 身份证件 居民身份号码 证件号（身份证） 公民证件号码 身份证编码 身份证信息 身份证明号码 有效身份证号",
    )
    month: Month | None = _month(
        MONTH,
        "月份",
        *words(
            "年月 授课月份 所属月份 课时月份 课时所属月份 所属年月 结算月份"
            " 发放月份 所属月 统计月份 核算月份 课时所属月"
        ),
        hint="例：2026年10月",
        wide=9,
    )
    course: str | None = _month(
        TEXT, "任教课程", *words("课程 课程名称 授课课程 讲授课程"), hint="与教学任务书一致", wide=16
    )
    class_name: str | None = _month(
        TEXT,
        "授课班级",
        *words(
            "班级 上课班级 教学班级 任教班级 班级名称 上课班次 任课班级"
            " 学生班级 就读班级 自然班 班级全称 所属行政班 行政班名称 在读班级 学籍所在班级"
        ),
        hint="例：2026级机电1班",
        wide=14,
    )
    periods_reported: Decimal | None = _month(
        PERIODS,
        "确认课时",
        *words(
            "课时 课时数 节数 月课时 合计课时 学时 本月课时 课时合计 认定课时 月课时数 实际课时 实授课时 核定课时 本月确认课时 月授课课时 本月课时数 确认课时数 当月课时"
        ),
        hint="应等于当月课时记录之和",
        wide=8,
    )
    confirmed_by: str | None = _month(
        PERSON_NAME,
        "确认人",
        *words("系部确认人 审核人 确认人签字 系部负责人 确认签字人 核对人"),
        hint="填姓名",
    )
    confirmed_on: dt.date | None = _month(
        DAY, "确认日期", *words("审核日期 确认时间 核对日期"), hint="例：20261031", wide=11
    )
