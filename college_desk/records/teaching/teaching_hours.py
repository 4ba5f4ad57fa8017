"""The lessons that part-time teachers gave."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.class_slot import SLOT
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.number import COEFFICIENT, COUNT, PERIODS, PERIODS_OF_ROW
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.text import TEXT
from college_desk.records.values.yes_no import YES_NO

_lesson = partial(column, group="授课情况")
_counted = partial(column, group="课时")
_checked = partial(column, group="签字与核验")


@register(
    "teaching_hours",
    "课时记录",
    subject="teaching",
    key=("teacher", "taught_on", "slot", "course", "class_name"),
    counted="条",
    searched=("name", "teacher", "course", "class_name", "topic"),
    listed=(
        "name",
        "taught_on",
        "slot",
        "course",
        "course_kind",
        "class_name",
        "periods",
        "signed",
        "verified",
    ),
    sheet_titles=words(
        "课时记录表 课时统计表 授课记录 授课记录表 教学日志 工作量统计 工作量统计表 兼职教师课时统计表 课时明细表 课时登记表 "
        "兼职教师授课记录 月课时统计表 课时汇总表"
    ),
    keeps_equal_rows=True,
    guards=("settled",),
    order=50,
)
@dataclass(frozen=True, kw_only=True)
class TeachingHours(Record):
    """One lesson that a part-time teacher gave (课时记录): periods of 40 or 45 minutes."""

    name: str | None = person.name(
        "教师姓名 任课教师 授课教师 教师 兼职教师 兼职教师姓名 外聘教师姓名 任课教师姓名 授课教师姓名 上课教师 主讲教师 授课人 任课老师 授课老师 上课老师 外聘教师 讲课教师 讲课人"
        " 讲授人 教师名 主讲人 任课人 上课人 授课老师姓名 主讲老师 教师（任课）"
    )
    teacher: str | None = person.person_by_number(
        "part_time_teacher",
        "教师身份证号 教师身份证号码"
        " 老师身份证号 任课教师身份证号 授课教师身份证号码 身份证件 居民身份号码 证件号（身份证） 公民证件号码 身份证编码 身份证信息 身份证明号码 有效身份证号",
    )

    taught_on: dt.date | None = _lesson(
        DAY,
        "授课日期",
        *words(
            "日期 上课日期 授课时间 上课时间 教学日期 上课日 任课日期 授课日 授课年月日 上课年月日 实际上课日期"
            " 授课时间（年月日） 课程日期 授课时间（日期） 上课时间（日期） 教学时间"
        ),
        hint="例：9.15",
        wide=11,
    )
    slot: str | None = _lesson(
        SLOT,
        "节次",
        *words(
            "上课节次 授课节次 第几节 节 上课节 课节 授课节 节次（第几节）"
            " 上课节数（第几节） 课次节次 节次（节） 第几节课 课程节次"
        ),
        hint="例：1-2",
        wide=7,
    )
    week: int | None = _lesson(COUNT, "周次", *words("教学周 第几周 教学周次"), hint="例：5", wide=6)
    weekday: str | None = _lesson(
        CODE("weekday"), "星期", *words("周几 星期几 周次星期"), hint="例：星期三", wide=7
    )
    course: str | None = _lesson(
        TEXT,
        "任教课程",
        *words(
            "授课课程 课程 课程名称 讲授课程 教学课程 科目 上课课程 任课课程 授课科目 授课课程名称 讲授内容课程 课程（科目） 开设课程 教学科目"
            " 所授课程名称 课程名 上课课程名称 授课课程名"
        ),
        hint="与教学任务书一致",
        wide=16,
    )
    course_code: str | None = _lesson(IDENTIFIER, "课程代码", *words("课程编号 课程编码"))
    course_kind: str | None = _lesson(
        CODE("course_kind"),
        "课程性质",
        *words(
            "授课类型 课程类型 课型 授课性质 教学类型 课程类别 上课类型 授课形式 课程形式 教学形式 理论/实践"
        ),
        hint="理论、实训、理实一体、实习指导",
    )
    class_name: str | None = _lesson(
        TEXT,
        "授课班级",
        *words(
            "上课班级 班级 教学班级 任教班级 授课对象 班级名称 教学班 任课班级 行政班 上课班次 授课班次 教学对象 学生班级"
            " 班级名 听课班级 上课班级名称 授课班 教学班名称 所授班级 上课班名 就读班级 自然班 班级全称 所属行政班 行政班名称 在读班级 学籍所在班级"
        ),
        hint="例：2026级机电1班",
        also=("class_taught",),
        wide=14,
    )
    group_name: str | None = _lesson(TEXT, "实训分组", *words("分组 组别 实训小组"), hint="例：A组", wide=8)
    students: int | None = _lesson(
        COUNT,
        "上课人数",
        *words(
            "人数 学生人数 实到人数 授课人数 学生数 应到人数 班级人数 上课学生数 授课学生数 听课人数 学员人数"
        ),
        hint="例：42",
        wide=7,
    )
    place: str | None = _lesson(
        TEXT,
        "授课地点",
        *words(
            "上课地点 地点 教室 教室/地点 实训场地 上课教室 场地 教学地点 上课场所 授课场所 实训室 实训地点"
            " 授课教室 上课场地 上课地点（教室） 授课地点（教室） 教室（实训室） 实训场所"
        ),
        hint="例：实训楼302",
        wide=12,
    )
    topic: str | None = _lesson(
        TEXT,
        "授课内容",
        *words(
            "教学内容 上课内容 课题 授课课题 教学课题 授课主题 课堂内容 教学主题 授课题目"
            " 课程内容 授课章节 讲授内容 授课内容（课题）"
        ),
        hint="照教学日志",
        wide=20,
    )
    lesson_kind: str | None = _lesson(
        CODE("lesson_kind"),
        "上课情况",
        *words("调代课 调/代/补课 课务类型 调课情况 课次类型 上课类别 课次性质 是否调课 上课性质 调补课情况"),
        hint="正常、调课、补课、代课、停课",
    )
    replaces_on: dt.date | None = _lesson(
        DAY, "原授课日期", *words("原上课日期 原定日期 原日期 调课前日期"), hint="调课、补课时填写", wide=11
    )
    replaces_teacher: str | None = _lesson(
        PERSON_NAME, "被代课教师", *words("原任课教师 原教师 被代教师"), hint="代课时填写"
    )
    change_slip_number: str | None = _lesson(
        IDENTIFIER,
        "调课单号",
        *words("调课单编号 调代课单号 调停课单号"),
        hint="调课、补课、代课时填写",
        wide=14,
    )

    periods: Decimal | None = _counted(
        PERIODS_OF_ROW,
        "课时数",
        *words(
            "课时 节数 学时 学时数 课次 授课课时 实授课时 实上课时 授课节数 上课节数 实际课时 实上节数 课节数 授课学时 课时量 "
            "上课课时 实际授课课时 授课时数 上课节次数 课时（节） 本次课时 实授学时 授课课时数 节次数 实上课时数 授课学时数"
            " 计课时 授课节数合计"
        ),
        hint="按学校规定，40或45分钟",
        wide=7,
    )
    planned_periods: Decimal | None = _counted(PERIODS, "计划课时", *words("计划课时数 计划学时"), wide=7)
    coefficient: Decimal | None = _counted(
        COEFFICIENT, "系数", *words("课时系数 折算系数"), hint="1.00", wide=6
    )
    weighted_periods: Decimal | None = _counted(
        PERIODS, "折算课时", *words("折算课时数 标准课时 折合课时 折算学时"), hint="自动计算", wide=7
    )

    signed: bool | None = _checked(
        YES_NO, "教师签字", *words("教师是否签字 任课教师签字 教师签名 签字"), hint="是/否", wide=7
    )
    class_signed: bool | None = _checked(
        YES_NO, "班级签字", *words("班级是否签字 班长签字 学生签字 班级签名"), hint="是/否", wide=7
    )
    verified: bool | None = _checked(
        YES_NO, "教务核验", *words("教务审核 教务核对 教务处核验 教务签字 是否核验"), hint="是/否", wide=7
    )
    verified_by: str | None = _checked(
        PERSON_NAME, "核验人", *words("教务核验人 核实人 审核教师"), hint="填姓名"
    )
    verified_on: dt.date | None = _checked(DAY, "核验日期", *words("教务核验日期 核实日期 核验时间"), wide=11)
    settled_in: str | None = _checked(TEXT, "结算批次", hint="结算时自动填写，例：2026年第3批", wide=13)
