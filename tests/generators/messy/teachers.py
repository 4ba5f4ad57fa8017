"""Sheets about those who teach: part-time teachers, their appointments, lessons, masters at the enterprise."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from decimal import Decimal

from tests.generators.messy import columns as usual
from tests.generators.messy.columns import ALWAYS, OFTEN, column
from tests.generators.messy.grounds import (
    BANKS,
    COURSES,
    HONOURS,
    TITLES,
    TRADES,
    ethnicity,
    ground,
    person_facts,
    skill_certificate,
)
from tests.generators.messy.model import Facts, Kind
from tests.generators.messy.people import Person, person


def _expert(rng: random.Random, who: Person) -> Facts:
    years = min(rng.randrange(6, 30), 2026 - who.birth.year - 20)
    return {
        **person_facts(who),
        "ethnicity": ethnicity(rng, who.name),
        "political_status": rng.choice(("群众", "中共党员")),
        "education": rng.choice(("大学本科", "大学专科", "硕士研究生", "中等职业")),
        "skill_level": rng.choice(("高级工", "技师", "高级技师")),
        "trade": rng.choice(TRADES),
        "skill_certificate_number": skill_certificate(rng),
        "professional_title": rng.choice(TITLES),
        "years_in_trade": years,
        "honour": rng.choice(HONOURS) if rng.random() < 0.2 else None,
        "bank_name": rng.choice(BANKS),
        "account_name": who.name,
        "employer_post": rng.choice(("车间主任", "班组长", "技术总监", "工艺工程师", "高级技师", "设备主管")),
        "note": rng.choice(("", "", "", "技术骨干")),
    }


def _teachers(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    number = rng.randrange(10, 400)
    while True:
        number += 1
        starts = dt.date(2026, rng.choice((2, 9)), rng.choice((1, 1, 5)))
        ends = dt.date(2027, rng.choice((1, 7)), 15)
        major = rng.choice(shared.majors)
        employer = rng.choice(shared.companies)
        graduated = rng.choice(("山东理工大学", "济宁职业技术学院", "济南大学", "青岛科技大学"))
        yield {
            **_expert(rng, person(rng, 1966, 1994)),
            "staff_number": f"W{2026}{number:03d}",
            "employer": employer[0],
            "employer_uscc": employer[1],
            "degree": None,
            "graduated_from": graduated,
            "studied_major": rng.choice(("机械工程", "电气自动化", "车辆工程", "计算机科学与技术")),
            "teacher_kind": "校外兼职",
            "person_source": "企业在职",
            "course": rng.choice(COURSES),
            "course_category": rng.choice(("专业课", "实习实训课")),
            "major": major[1],
            "weekly_periods": Decimal(rng.randrange(2, 13)),
            "recruitment_method": rng.choice(("普通", "试讲", "技能操作", "专家评议")),
            "contract_number": f"JZ2026{number:03d}",
            "start_on": starts,
            "end_on": ends,
            "yuan_per_period": Decimal(rng.randrange(50, 160, 5)),
            "counts_in_quota": rng.random() < 0.4,
        }


_APPOINTED = (
    column("course", "text", "任教课程 授课课程 拟任课程 承担课程 所任课程 担任课程", often=OFTEN),
    column("course_category", "code:course_category", "课程类别 担任课程类别", often=0.25),
    column("major", "text", "任教专业 授课专业 拟任专业", often=0.4),
    column("weekly_periods", "periods", "周课时 周学时 周课时数 每周课时", often=0.4),
    column("recruitment_method", "code:recruitment_method", "考核方式 招聘方式 招聘考核方式", often=0.3),
    column("contract_number", "text", "合同编号 聘任协议编号 协议编号 聘用合同编号 聘任合同编号", often=0.5),
    column("start_on", "day_or_month", "聘期起 聘任起始日期 起聘日期 聘用开始日期 聘期开始",
           under="聘期:起 聘期:开始日期 聘任期限:起 聘用时间:起始", often=0.7),
    column("end_on", "end_day", "聘期止 聘任终止日期 终聘日期 聘用结束日期 聘期结束",
           under="聘期:止 聘期:结束日期 聘任期限:止 聘用时间:终止", often=0.7),
    column("start_on end_on", "span", "聘期起止 聘任起止时间 聘期 聘用期限 聘任期限", often=0.2),
    column("yuan_per_period", "money", "课时费标准 课酬标准 课时津贴标准", unit="元/课时 元/节", often=0.4),
    column("counts_in_quota", "yes_no", "是否占用20%编制员额 是否占用编制员额 是否占编制员额", often=0.3),
)  # fmt: skip

PART_TIME_TEACHER = Kind(
    "part_time_teacher",
    ("兼职教师花名册", "外聘教师一览表", "校外兼职教师基本情况表", "兼职教师信息表", "外聘教师登记表"),
    (
        column("name", "name", "姓名 姓名 教师姓名 兼职教师姓名 外聘教师姓名", often=ALWAYS),
        usual.ID_NUMBER, usual.GENDER, usual.BIRTH, usual.ETHNICITY, usual.POLITICAL, usual.PHONE,
        column("staff_number", "text", "工号 教工号 教师工号 职工号", often=0.3),
        column("employer", "text", "工作单位 所在单位 单位名称 现工作单位 原单位 全职工作单位 所在企业", under="工作单位:名称 所在单位:单位名称",
               often=OFTEN),
        column("employer_post", "text", "职务 单位职务 现任职务 行政职务 职务/岗位", under="工作单位:职务 所在单位:职务", often=0.5),
        usual.EDUCATION,
        column("graduated_from", "text", "毕业院校 毕业学校", under="最高学历:毕业院校", often=0.3),
        column("studied_major", "text", "所学专业 毕业专业", under="最高学历:所学专业", often=0.3),
        usual.SKILL_LEVEL, usual.TRADE, usual.CERTIFICATE, usual.SKILL, usual.TITLE, usual.YEARS,
        column("honour", "text", "荣誉称号 所获荣誉 获得荣誉 荣誉", often=0.35),
        column("teacher_kind", "code:teacher_kind", "教师类别 教师类型", often=0.25),
        column("person_source", "code:person_source", "人员来源 教师来源", often=0.3),
        *_APPOINTED,
        usual.BANK_NAME, usual.BANK_ACCOUNT, usual.BANK,
        column("account_name", "name", "户名 账户名 开户名", often=0.15),
        usual.NOTE,
    ),
    _teachers,
    key=("id_number", "course", "class_name", "contract_number", "start_on", "end_on", "start_on end_on", "major"),
    missing=("name", "id_number"),
    merged=("employer",),
)  # fmt: skip

APPOINTMENT = Kind(
    "appointment",
    ("兼职教师聘任备案汇总表", "兼职教师聘任台账", "外聘教师聘任情况一览表", "聘任合同台账"),
    (
        column("name", "name", "姓名 教师姓名 受聘人 受聘人姓名 兼职教师姓名", often=ALWAYS),
        column("id_number teacher", "identity", "身份证号 身份证号码 证件号码 公民身份号码 身份证件号", often=ALWAYS),
        *_APPOINTED,
        usual.NOTE,
    ),
    _teachers,
    key=("id_number teacher", "course", "contract_number", "start_on", "end_on", "start_on end_on", "major"),
    missing=("name",),
)  # fmt: skip


def _hours(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    people = [person(rng, 1968, 1992) for _ in range(6)]
    number = 0
    while True:
        who = people[number % len(people)]
        major = rng.choice(shared.majors)
        on = dt.date(2026, 9, 1) + dt.timedelta(days=number // 3)
        number += 1
        if on.weekday() == 6:
            on += dt.timedelta(days=1)
        first = rng.choice((1, 3, 5, 7))
        amount = Decimal(rng.choice((2, 2, 2, 1, 4)))
        yield {
            **person_facts(who),
            "taught_on": on,
            "weekday": f"星期{'一二三四五六日'[on.weekday()]}",
            "slot": (first, first + 1),
            "course": rng.choice(COURSES),
            "course_kind": rng.choice(("理论", "实训", "理实一体")),
            "class_name": shared.class_of(rng, major[1]),
            "periods": amount,
            "students": rng.randrange(25, 50),
            "place": rng.choice(("实训楼201", "教学楼305", "机电实训室")),
            "topic": rng.choice(("机器人示教编程", "三相异步电动机控制", "发动机拆装")),
            "lesson_kind": "正常",
            "note": rng.choice(("", "", "调整教室")),
        }


TEACHING_HOURS = Kind(
    "teaching_hours",
    ("兼职教师课时记录表", "外聘教师授课记录", "课时统计表", "兼职教师教学工作量统计表", "9月份课时明细表"),
    (
        column("name", "name", "姓名 教师姓名 授课教师 任课教师 教师", often=ALWAYS),
        column("id_number teacher", "identity", "身份证号 身份证号码 证件号码 教师身份证号", often=ALWAYS),
        column("taught_on", "day", "授课日期 日期 上课日期 上课时间 授课时间", often=ALWAYS),
        column("weekday", "code:weekday", "星期 周几", often=0.3),
        column("slot", "slot", "节次 上课节次 授课节次", often=0.7),
        column("course", "text", "课程名称 任教课程 授课课程 课程 科目", often=ALWAYS),
        column("course_kind", "code:course_kind", "课程性质 授课类型 课程类型", often=0.5),
        column("class_name", "text", "授课班级 班级 上课班级 任课班级", often=OFTEN),
        column("periods", "periods", "课时 课时数 节数 学时 授课课时", often=ALWAYS),
        column("students", "count", "上课人数 学生人数 人数", often=0.25),
        column("place", "text", "上课地点 授课地点 教室", often=0.3),
        column("topic", "text", "授课内容 教学内容", often=0.3),
        column("lesson_kind", "code:lesson_kind", "上课情况 课次类型", often=0.1),
        usual.NOTE,
    ),
    _hours,
    missing=("name",),
    size=(8, 40),
)  # fmt: skip


def _mentors(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    number = rng.randrange(1, 300)
    while True:
        number += 1
        enterprise = rng.choice(shared.companies)
        starts, ends = dt.date(shared.year, 9, 1), dt.date(shared.year + 3, 8, 31)
        major = rng.choice(shared.majors)
        yield {
            **_expert(rng, person(rng, 1968, 1994)),
            "enterprise": enterprise[0],
            "enterprise_uscc": enterprise[1],
            "employer_department": rng.choice(("一车间", "设备部", "装配车间", "质检部")),
            "letter_number": f"PS{shared.year}{number:03d}",
            "start_on": starts,
            "end_on": ends,
            "mentored_majors": (major[1],),
            "allowance_yuan": Decimal(rng.randrange(200, 1500, 50)),
            "result": rng.choice(("优秀", "合格")),
        }


MENTOR = Kind(
    "mentor",
    ("企业导师名册", "企业师傅花名册", "现代学徒制企业导师一览表", "带徒师傅信息表"),
    (
        column("name", "name", "姓名 师傅姓名 导师姓名 企业导师 企业师傅姓名", often=ALWAYS),
        usual.ID_NUMBER, usual.GENDER, usual.BIRTH, usual.PHONE, usual.EDUCATION,
        column("enterprise", "text", "所在企业 工作单位 企业名称 单位名称 所在单位", under="所在企业:名称 工作单位:企业名称", often=ALWAYS),
        column("employer_department", "text", "所在部门 部门 部门（车间）", under="所在企业:部门 工作单位:部门", often=0.4),
        column("employer_post", "text", "职务 岗位 职务（岗位） 现任岗位", under="所在企业:职务 工作单位:职务"),
        usual.SKILL_LEVEL, usual.TRADE, usual.CERTIFICATE, usual.SKILL, usual.TITLE, usual.YEARS,
        column("letter_number", "text", "聘书编号 聘书号", often=0.4),
        column("start_on", "day_or_month", "聘期起 聘任开始日期 聘期开始时间", under="聘期:起 聘期:开始", often=0.5),
        column("end_on", "end_day", "聘期止 聘任结束日期 聘期结束时间", under="聘期:止 聘期:结束", often=0.5),
        column("start_on end_on", "span", "聘期 聘期起止 聘任期限", often=0.2),
        column("mentored_majors", "texts", "带徒专业 指导专业", often=0.3),
        column("allowance_yuan", "money", "导师津贴 带徒津贴 师傅津贴", unit="元/月 元", often=0.4),
        column("result", "code:appraisal", "考核结果 考核等次", often=0.3),
        usual.BANK_NAME, usual.BANK_ACCOUNT, usual.BANK, usual.NOTE,
    ),
    _mentors,
    key=("id_number", "enterprise"),
    missing=("name", "id_number"),
    merged=("enterprise",),
)  # fmt: skip
