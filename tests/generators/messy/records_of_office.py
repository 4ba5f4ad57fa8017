"""Sheets of other offices: establishment, fees, majors, insured students, placements, changes, monthly hours."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from decimal import Decimal

from tests.generators.messy import columns as usual
from tests.generators.messy.columns import ALWAYS, OFTEN, column
from tests.generators.messy.grounds import COURSES, MAJORS, POSTS, between, ground, person_facts
from tests.generators.messy.model import Facts, Kind
from tests.generators.messy.people import person


def _establishment(rng: random.Random) -> Iterator[Facts]:
    year = 2015
    approved = rng.randrange(150, 420)
    while True:
        year += 1
        filled = approved - rng.randrange(5, 60)
        teachers = filled - rng.randrange(10, 30)
        professional = filled - rng.randrange(8, 20)
        management = rng.randrange(2, filled - professional)
        yield {
            "effective_from": dt.date(year, rng.choice((1, 7)), 1),
            "approved_posts": approved,
            "document_number": f"济编〔{year}〕{rng.randrange(2, 60)}号",
            "document_on": between(rng, dt.date(year - 1, 10, 1), dt.date(year - 1, 12, 28)),
            "posts_filled": filled,
            "professional_posts_filled": professional,
            "management_posts_filled": management,
            "labour_posts_filled": filled - professional - management,
            "posts_reserved": rng.randrange(0, 4),
            "full_time_teachers": teachers,
            "internship_instructors": rng.randrange(2, 15),
            "dual_qualified_teachers": teachers // 2,
            "note": "",
        }


STAFFING = Kind(
    "staffing",
    ("编制核定情况表", "编制使用情况统计表", "历年编制核定及实有人数一览表"),
    (
        column("effective_from", "day", "执行日期 生效日期 执行时间", often=ALWAYS),
        column("approved_posts", "count", "核定编制数 核编数 编制总数 编制员额", often=ALWAYS),
        column("document_number", "text", "批复文号 编制批复文号 批文号", under="批复:文号", often=OFTEN),
        column("document_on", "day_or_month", "批复日期 批复时间", under="批复:日期", often=0.6),
        column("posts_filled", "count", "在编实有人数 实有人数 在编人数 在职在编", under="在编实有:合计 实有人数:小计", often=ALWAYS),
        column("professional_posts_filled", "count", "在编专业技术人员数 专业技术人员", under="在编实有:专业技术 实有人数:专技", often=0.5),
        column("management_posts_filled", "count", "在编管理人员数 管理人员", under="在编实有:管理 实有人数:管理", often=0.5),
        column("labour_posts_filled", "count", "在编工勤人员数 工勤人员", under="在编实有:工勤 实有人数:工勤", often=0.5),
        column("posts_reserved", "count", "已批用编未到岗 已批用编未到岗数", often=0.4),
        column("full_time_teachers", "count", "专任教师数 专任教师", often=0.7),
        column("internship_instructors", "count", "实习指导教师数 实习指导教师", often=0.4),
        column("dual_qualified_teachers", "count", "双师型教师数 双师型教师", often=0.3),
        usual.NOTE,
    ),
    _establishment,
    key=("effective_from",),
    missing=("effective_from",),
    size=(3, 9),
)  # fmt: skip


def _fees(rng: random.Random) -> Iterator[Facts]:
    levels = ("正高级", "副高级", "中级", "助理级")
    number = 0
    while True:
        year = 2021 + number // 4
        total = Decimal(rng.randrange(2000, 9000, 10))
        each = Decimal(rng.randrange(40, 130))
        yield {
            "title_level": levels[number % 4],
            "academic_year": f"{year}-{year + 1}",
            "document_number": f"济示院发〔{year}〕{rng.randrange(2, 60)}号",
            "total_periods": total,
            "total_paid_yuan": total * each,
            "yuan_per_period": each,
            "note": "",
        }
        number += 1


FEE_STANDARD = Kind(
    "fee_standard",
    ("课时费标准表", "各级别教师平均课时费测算表", "课酬标准一览表"),
    (
        column("title_level", "code:title_level", "职称级别 级别 教师级别", often=ALWAYS),
        column("academic_year", "academic_year", "执行学年 学年", often=ALWAYS),
        column("total_paid_yuan", "money", "上年课时费总额 课时费总额", unit="元", often=0.6),
        column("total_periods", "periods", "上年课时总数 总课时", often=0.6),
        column("yuan_per_period", "money", "课时费标准 平均课时费", unit="元/课时", often=ALWAYS),
        column("document_number", "text", "批准文号 文号", often=0.5),
        usual.NOTE,
    ),
    _fees,
    key=("title_level", "academic_year"),
    missing=("title_level",),
    size=(4, 13),
)  # fmt: skip


def _majors(rng: random.Random) -> Iterator[Facts]:
    given = list(MAJORS)
    rng.shuffle(given)
    for code, name in given:
        yield {
            "major_code": code,
            "name": name,
            "level": "中职",
            "schooling": "3年",
            "first_enrolled_year": rng.randrange(2005, 2025),
            "status": "在招",
            "key_major": rng.random() < 0.4,
            "note": "",
        }


MAJOR = Kind(
    "major",
    ("专业设置一览表", "专业台账", "开设专业情况统计表"),
    (
        column("major_code", "text", "专业代码 专业编码 代码", often=ALWAYS),
        column("name", "text", "专业名称 专业 开设专业", often=ALWAYS),
        column("level", "code:level", "层次 办学层次 培养层次", often=0.6),
        column("schooling", "code:schooling", "学制 学制（年） 修业年限", often=0.7),
        column("first_enrolled_year", "year", "首次招生年份 首招年份 首次招生年度", often=0.7),
        column("status", "code:major_status", "招生状态 是否在招", often=0.5),
        column("key_major", "yes_no", "是否重点专业 重点专业", often=0.4),
        usual.NOTE,
    ),
    _majors,
    key=("major_code",),
    missing=("major_code",),
    size=(3, 6),
)  # fmt: skip


def _insured(rng: random.Random) -> Iterator[Facts]:
    policy = f"PICC{rng.randrange(10**9, 10**10)}"
    starts = dt.date(2026, 9, 1)
    while True:
        begins = starts + dt.timedelta(days=rng.choice((0, 0, 0, 10)))
        ends = dt.date(2027, 8, 31)
        yield {
            **person_facts(person(rng, 2007, 2009)),
            "policy_number": policy,
            "insured_from": begins,
            "insured_to": ends,
            "endorsement_number": f"PD{rng.randrange(10**5, 10**6)}",
            "note": "",
        }


INSURED_PERSON = Kind(
    "insured_person",
    ("实习责任险参保名单", "学生实习保险投保人员清单", "参保学生花名册"),
    (
        column("policy_number", "text", "保单号 保险单号 保单编号", often=ALWAYS),
        column("name", "name", "姓名 被保险人 学生姓名 被保险人姓名", often=ALWAYS),
        column("id_number", "identity", "身份证号 证件号码 身份证号码 被保险人身份证号", often=ALWAYS),
        column("insured_from", "day_or_month", "保险起期 起保日期 保险开始日期", under="保险期间:起 保险期限:开始", often=0.8),
        column("insured_to", "end_day", "保险止期 终保日期 保险结束日期", under="保险期间:止 保险期限:结束", often=0.8),
        column("insured_from insured_to", "span", "保险期间 保险期限 保险起止日期", often=0.2),
        column("endorsement_number", "text", "批单号 批单编号", often=0.3),
        usual.NOTE,
    ),
    _insured,
    key=("policy_number", "id_number", "insured_from", "insured_to", "insured_from insured_to"),
    missing=("name", "policy_number"),
    merged=("policy_number",),
)  # fmt: skip


def _placements(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    number = 0
    while True:
        number += 1
        enterprise = rng.choice(shared.companies)
        starts = between(rng, dt.date(2026, 2, 20), dt.date(2026, 3, 20))
        ends = between(rng, dt.date(2026, 7, 1), dt.date(2026, 8, 20))
        yield {
            **person_facts(person(rng, 2007, 2008)),
            "cohort": f"机电{shared.year}级学徒班",
            "kind": rng.choice(("岗位实习", "认识实习", "在岗")),
            "enterprise": enterprise[0],
            "position": rng.choice(POSTS),
            "mentor": rng.choice(shared.mentors),
            "start_on": starts,
            "end_on": ends,
            "monthly_pay": Decimal(rng.randrange(1800, 4000, 50)),
            "agreement_number": f"SX2026{number:03d}",
            "policy_number": f"PICC{rng.randrange(10**9, 10**10)}",
            "note": "",
        }


PLACEMENT = Kind(
    "placement",
    ("学徒企业培养段登记表", "学生岗位实习安排表", "学徒轮岗安排一览表"),
    (
        column("name", "name", "姓名 学徒姓名 学生姓名", often=ALWAYS),
        column("id_number apprentice", "identity", "身份证号 身份证号码 证件号码", often=ALWAYS),
        column("cohort", "text", "学徒班 学徒班名称 学徒制班级", often=0.5),
        column("kind", "code:placement_kind", "培养类型 实习类型", often=0.5),
        column("enterprise", "text", "合作企业 实习单位 企业名称 实习企业", often=ALWAYS),
        column("position", "text", "岗位 实习岗位 学徒岗位", often=0.7),
        column("mentor", "name", "企业导师 师傅 企业指导教师", often=0.5),
        column("start_on", "day_or_month", "起始日期 实习开始日期 开始时间 实习开始时间", under="实习时间:起 实习期限:开始", often=OFTEN),
        column("end_on", "end_day", "终止日期 实习结束日期 结束时间 实习结束时间", under="实习时间:止 实习期限:结束", often=OFTEN),
        column("start_on end_on", "span", "实习起止时间 实习时间 起止时间", often=0.2),
        column("monthly_pay", "money", "月报酬 实习报酬 实习补贴", unit="元 元/月", often=0.5),
        column("agreement_number", "text", "协议编号 实习协议编号 三方协议编号", often=0.4),
        column("policy_number", "text", "保单号 保险单号", often=0.3),
        usual.NOTE,
    ),
    _placements,
    key=("id_number apprentice", "cohort", "start_on", "end_on", "start_on end_on"),
    missing=("name", "id_number apprentice"),
    merged=("enterprise",),
)  # fmt: skip


def _changes(rng: random.Random) -> Iterator[Facts]:
    while True:
        kind = rng.choice(("休学", "复学", "退学", "转入"))
        yield {
            **person_facts(person(rng, 2007, 2009)),
            "kind": kind,
            "changed_on": between(rng, dt.date(2026, 2, 20), dt.date(2026, 9, 15)),
            "document_number": f"学籍〔2026〕{rng.randrange(3, 90)}号",
            "reason": rng.choice(("因病", "参军", "家庭原因", "个人申请")),
            "note": "",
        }


STATUS_CHANGE = Kind(
    "status_change",
    ("学籍异动登记表", "学生学籍异动情况汇总表", "学籍变动一览表"),
    (
        column("name", "name", "姓名 学生姓名", often=ALWAYS),
        column("id_number", "identity", "身份证号 身份证号码 身份证件号", often=ALWAYS),
        column("kind", "code:change_kind", "异动类型 异动类别 变动类型", often=ALWAYS),
        column("changed_on", "day", "异动日期 异动时间 变动日期", often=ALWAYS),
        column("document_number", "text", "批准文号 文号", often=0.4),
        column("reason", "text", "异动原因 原因", often=0.7),
        usual.NOTE,
    ),
    _changes,
    key=("id_number", "kind", "changed_on"),
    missing=("name", "id_number"),
)  # fmt: skip


def _months(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    while True:
        yield {
            **person_facts(person(rng, 1968, 1992)),
            "month": dt.date(2026, 9, 1),
            "course": rng.choice(COURSES),
            "class_name": shared.class_of(rng, rng.choice(shared.majors)[1]),
            "periods_reported": Decimal(rng.randrange(4, 40, 2)),
            "confirmed_by": shared.mentors[0],
            "confirmed_on": dt.date(2026, 9, 29),
            "note": "",
        }


MONTHLY_HOURS = Kind(
    "monthly_hours",
    ("月度课时确认单", "外聘教师9月份课时汇总确认表", "课时确认汇总表"),
    (
        column("name", "name", "姓名 教师姓名 任课教师", often=ALWAYS),
        column("id_number teacher", "identity", "身份证号 身份证号码 证件号码", often=ALWAYS),
        column("month", "month", "月份 课时月份 所属月份", often=ALWAYS),
        column("course", "text", "课程 任教课程 课程名称", often=0.8),
        column("class_name", "text", "班级 授课班级 任教班级", often=0.8),
        column("periods_reported", "periods", "确认课时 课时数 本月课时 课时合计", often=ALWAYS),
        column("confirmed_by", "name", "确认人 审核人", often=0.3),
        column("confirmed_on", "day", "确认日期 确认时间", often=0.3),
        usual.NOTE,
    ),
    _months,
    key=("id_number teacher", "month", "course", "class_name"),
    missing=("name",),
)  # fmt: skip
