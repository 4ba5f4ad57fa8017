"""Sheets about students: apprentices, order classes, graduates, their certificates, placements, changes."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from decimal import Decimal

from tests.generators.messy import columns as usual
from tests.generators.messy.columns import ALWAYS, OFTEN, column
from tests.generators.messy.grounds import (
    POSTS,
    TRADES,
    between,
    ethnicity,
    ground,
    person_facts,
    skill_certificate,
)
from tests.generators.messy.model import Facts, Kind
from tests.generators.messy.people import Person, person, person_name, phone


def _student(rng: random.Random, who: Person, number: int, year: int) -> Facts:
    return {
        **person_facts(who),
        "ethnicity": ethnicity(rng, who.name),
        "political_status": rng.choice(("群众", "共青团员", "共青团员")),
        "student_number": f"{year}{number:06d}",
        "enrolled_month": dt.date(year, 9, 1),
        "grade": year,
        "guardian_name": person_name(rng),
        "guardian_phone": phone(rng),
        "guardian_relation": rng.choice(("父亲", "母亲", "祖父", "祖母")),
        "household": rng.choice(("农业家庭户口", "非农业家庭户口", "居民户口")),
        "schooling": rng.choice(("3年", "5年")),
        "note": rng.choice(("", "", "", "班长", "转专业")),
    }


def _apprentices(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    number = rng.randrange(100, 9000)
    start = dt.date(shared.year + 1, 9, 1)
    while True:
        number += 1
        major = rng.choice(shared.majors)
        enterprise = rng.choice(shared.companies)
        begins = start + dt.timedelta(days=rng.choice((0, 0, 0, 7, 14)))
        ends = dt.date(begins.year + 1, 7, rng.choice((10, 15, 31)))
        yield {
            **_student(rng, person(rng, shared.year - 17, shared.year - 16), number, shared.year),
            "class_name": shared.class_of(rng, major[1]),
            "major_code": major[0],
            "major_name": major[1],
            "enterprise": enterprise[0],
            "enterprise_uscc": enterprise[1],
            "position": rng.choice(POSTS),
            "mentor": rng.choice(shared.mentors),
            "school_mentor": rng.choice(shared.mentors),
            "agreement_form": rng.choice(("三方", "四方")),
            "agreement_number": f"XTZ-{shared.year}-{number:04d}",
            "agreement_signed_on": between(rng, start - dt.timedelta(days=40), start - dt.timedelta(days=3)),
            "start_on": begins,
            "end_on": ends,
            "monthly_pay": Decimal(rng.randrange(1800, 4200, 50)) + rng.choice((0, 0, 0, Decimal("0.5"))),
            "insurance_kind": rng.choice(("实习责任险", "工伤保险", "意外险")),
            "policy_number": f"PICC{rng.randrange(10**9, 10**10)}",
            "target_skill_level": rng.choice(("中级工", "高级工")),
            "cohort": f"{major[1][:4]}{shared.year}级现代学徒制班",
            "status": "在培",
        }


APPRENTICE = Kind(
    "apprentice",
    ("现代学徒制学徒花名册", "现代学徒制试点班学生名单", "学徒信息汇总表", "学徒制学员基本情况一览表", "学徒登记表"),
    (
        column("name", "name", "姓名 姓名 学生姓名 学徒姓名 学员姓名 真实姓名", often=ALWAYS),
        usual.ID_NUMBER, usual.GENDER, usual.BIRTH, usual.ETHNICITY, usual.POLITICAL, usual.PHONE,
        usual.STUDENT_NUMBER, usual.REGISTRATION, usual.ENROLLED, usual.GRADE, usual.CLASS, usual.MAJOR_NAME,
        usual.MAJOR_CODE, usual.GUARDIAN_NAME, usual.GUARDIAN_PHONE, usual.GUARDIAN_RELATION,
        column("gender ethnicity", "pair", "性别/民族 性别、民族", often=0.04),
        column("guardian_name guardian_phone", "pair", "监护人姓名及电话 家长姓名/电话", often=0.06),
        column("household", "code:household", "户口性质 户口类别 户籍性质 户口类型", often=0.2),
        column("schooling", "code:schooling", "学制 修业年限 学制（年）", often=0.3),
        column("enterprise", "text", "合作企业 企业名称 培养企业 用工企业 所在企业 合作企业名称 学徒企业 实习单位",
               under="合作企业:名称 企业:名称", often=OFTEN),
        column("position", "text", "学徒岗位 岗位 培养岗位 工作岗位 目标岗位 岗位名称", under="合作企业:岗位 企业:岗位"),
        column("mentor", "name", "企业导师 师傅 企业师傅 师傅姓名 带徒师傅 企业指导教师 带教师傅",
               under="合作企业:师傅 导师:企业导师"),
        column("school_mentor", "name", "学校导师 校内导师 校内指导教师", under="导师:学校导师", often=0.3),
        column("agreement_form", "code:agreement_form", "协议形式 协议类型", often=0.3),
        column("agreement_number", "text", "协议编号 三方协议编号 学徒协议编号 协议书编号 培养协议号", under="学徒协议:编号 协议:编号"),
        column("agreement_signed_on", "day_or_month", "签订日期 协议签订日期 签约日期 签订时间 协议签订时间",
               under="学徒协议:签订日期 协议:签订时间"),
        column("start_on", "day_or_month", "起始日期 在岗开始日期 企业培养起 跟岗开始时间 开始日期 上岗日期",
               under="企业培养期:起 培养起止时间:起 在岗时间:开始 培养期限:开始日期"),
        column("end_on", "end_day", "终止日期 在岗结束日期 企业培养止 跟岗结束时间 结束日期",
               under="企业培养期:止 培养起止时间:止 在岗时间:结束 培养期限:结束日期"),
        column("start_on end_on", "span", "企业培养起止 在岗起止时间 培养起止时间 跟岗时间 企业培养起止时间", often=0.25),
        column("monthly_pay", "money", "月报酬 学徒津贴 津贴 月津贴 学徒工资 月工资", unit="元 元/月"),
        column("insurance_kind", "code:insurance_kind", "保险类型 险种 保险种类", under="保险:类型 保险:险种", often=0.35),
        column("policy_number", "text", "保单号 保险单号 保单编号", under="保险:保单号", often=0.35),
        column("target_skill_level", "code:skill_level", "拟取得等级 目标技能等级 拟取得技能等级 培养目标等级", often=0.3),
        column("cohort", "text", "学徒班 学徒班名称 试点班 学徒制班级", often=0.3),
        column("status", "code:apprentice_status", "学徒状态 状态", often=0.25),
        usual.NOTE,
    ),
    _apprentices,
    key=("id_number", "cohort"),
    missing=("name", "id_number"),
    merged=("enterprise", "class_name", "major_name"),
)  # fmt: skip


def _order_students(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    number = rng.randrange(100, 9000)
    enterprise = rng.choice(shared.companies)
    agreement = f"DD-{shared.year}-{rng.randrange(1, 60):03d}"
    while True:
        number += 1
        major = rng.choice(shared.majors)
        joined = between(rng, dt.date(shared.year, 9, 5), dt.date(shared.year, 10, 20))
        employed = between(rng, dt.date(2026, 7, 1), dt.date(2026, 8, 30))
        yield {
            **_student(rng, person(rng, 2006, 2008), number, shared.year - 1),
            "class_name": shared.class_of(rng, major[1]),
            "major_code": major[0],
            "major_name": major[1],
            "order_class": f"{enterprise[0][2:4]}订单班",
            "order_agreement": agreement,
            "enterprise": enterprise[0],
            "joined_on": joined,
            "grant_yuan": Decimal(rng.randrange(500, 3000, 100)),
            "confirmation": True,
            "employed_on": employed,
            "contract_months": rng.choice((12, 24, 36)),
            "internship_employer": enterprise[0],
        }


ORDER_STUDENT = Kind(
    "order_student",
    ("订单班学生名册", "订单培养学生花名册", "冠名班学生名单", "订单班学员情况表"),
    (
        column("name", "name", "姓名 姓名 学生姓名 学员姓名", often=ALWAYS),
        usual.ID_NUMBER, usual.GENDER, usual.ETHNICITY, usual.POLITICAL, usual.PHONE, usual.STUDENT_NUMBER,
        usual.REGISTRATION, usual.ENROLLED, usual.GRADE,
        column("class_name", "text", "班级 原行政班 行政班 原班级 所在班级", often=0.8),
        usual.MAJOR_NAME, usual.MAJOR_CODE, usual.GUARDIAN_NAME, usual.GUARDIAN_PHONE,
        column("order_class", "text", "订单班 订单班名称 冠名班 冠名班名称"),
        column("order_agreement", "text", "订单协议编号 培养协议编号 订单培养协议号 订单班协议号", often=OFTEN),
        column("enterprise", "text", "订单企业 企业名称 合作企业 冠名企业", often=OFTEN),
        column("joined_on", "day_or_month", "入班日期 入班时间 进班日期"),
        column("grant_yuan", "money", "奖助金额 奖学金 奖助学金", unit="元", often=0.35),
        column("confirmation", "yes_no", "学生（家长）确认书 是否签订确认书 家长确认书", often=0.3),
        column("employed_on", "day_or_month", "入职日期 就业日期 入职时间", often=0.3),
        column("contract_months", "months", "合同期限(月) 劳动合同期限（月）", often=0.25),
        column("internship_employer", "text", "实习单位 实习企业", often=0.2),
        usual.NOTE,
    ),
    _order_students,
    key=("id_number", "order_agreement"),
    missing=("name", "id_number"),
    merged=("order_class", "class_name"),
)  # fmt: skip


def _graduates(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    number = rng.randrange(100, 9000)
    graduated = dt.date(2026, rng.choice((6, 7)), 1)
    while True:
        number += 1
        major = rng.choice(shared.majors)
        enterprise = rng.choice(shared.companies)
        working = rng.random() < 0.8
        begins = between(rng, dt.date(2026, 7, 5), dt.date(2026, 9, 10))
        facts: Facts = {
            **_student(rng, person(rng, 2005, 2008), number, 2023),
            "class_name": f"23{major[1][:2]}{rng.randrange(1, 4)}班",
            "major_code": major[0],
            "major_name": major[1],
            "graduated_month": graduated,
            "diploma_number": f"37{rng.randrange(10**14, 10**15)}",
            "destination": "签劳动合同形式就业"
            if working
            else rng.choice(("境内升学", "应征义务兵", "待就业")),
        }
        if working:
            facts |= {
                "enterprise": enterprise[0],
                "employer_uscc": enterprise[1],
                "employer_industry": "制造业",
                "position": rng.choice(POSTS),
                "matched": rng.random() < 0.8,
                "starting_pay": Decimal(rng.randrange(3000, 7000, 100)),
                "employed_on": begins,
                "contract_kind": "劳动合同",
                "contract_start_on": begins,
                "contract_end_on": dt.date(begins.year + 3, begins.month, 1) - dt.timedelta(days=1),
                "insured_months": rng.randrange(1, 3),
            }
        yield facts


GRADUATE_OUTCOME = Kind(
    "graduate_outcome",
    ("毕业生就业台账", "毕业生就业情况统计表", "毕业生去向登记表", "2026届毕业生就业信息表"),
    (
        column("name", "name", "姓名 姓名 学生姓名 毕业生姓名", often=ALWAYS),
        usual.ID_NUMBER, usual.GENDER, usual.PHONE, usual.STUDENT_NUMBER, usual.CLASS, usual.MAJOR_NAME, usual.MAJOR_CODE,
        column("graduated_month", "month", "毕业年月 毕业时间 毕业日期", often=OFTEN),
        column("diploma_number", "text", "毕业证书号 毕业证书编号 毕业证号"),
        column("destination", "code:destination", "毕业去向 就业去向 去向 毕业去向类别", often=OFTEN),
        column("enterprise", "text", "就业单位 就业单位名称 用人单位 接收单位 实际就业单位 用人单位名称", under="就业单位:名称 用人单位:名称",
               often=OFTEN),
        column("employer_uscc", "uscc", "单位统一社会信用代码 就业单位信用代码 用人单位统一社会信用代码",
               under="就业单位:统一社会信用代码 用人单位:信用代码", often=0.5),
        column("employer_industry", "code:industry", "单位行业 就业单位行业 所属行业", under="就业单位:行业", often=0.3),
        column("position", "text", "岗位 工作岗位 工作岗位名称 就业岗位", under="就业单位:岗位 用人单位:岗位"),
        column("matched", "yes_no", "是否对口 专业对口 是否专业对口", often=0.5),
        column("starting_pay", "money", "起薪 月薪 月工资 起薪线", unit="元 元/月"),
        column("employed_on", "day_or_month", "就业日期 就业时间 入职日期", often=0.5),
        column("contract_kind", "code:contract_kind", "合同类型 合同类别", under="劳动合同:类型", often=0.3),
        column("contract_start_on", "day_or_month", "合同起始日期 合同开始日期 劳动合同起", under="劳动合同:起 劳动合同:起始日期",
               often=0.4),
        column("contract_end_on", "open_end", "合同终止日期 合同结束日期 劳动合同止", under="劳动合同:止 劳动合同:终止日期", often=0.4),
        column("insured_months", "months", "社保累计月数 社保缴纳月数 连续缴纳社保月数", often=0.3),
        usual.NOTE,
    ),
    _graduates,
    key=("id_number", "graduated_month"),
    missing=("name", "id_number"),
)  # fmt: skip


def _certificates(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    issuer = rng.choice(("济宁示例职业学院", "济宁市职业技能鉴定指导中心"))
    trade = rng.choice(TRADES)
    while True:
        major = rng.choice(shared.majors)
        who = person(rng, 2005, 2008)
        yield {
            **_student(rng, who, rng.randrange(100, 9000), shared.year),
            "class_name": shared.class_of(rng, major[1]),
            "certificate_kind": "职业技能等级证书",
            "trade": trade,
            "skill_level": rng.choice(("中级工", "高级工")),
            "certificate_number": skill_certificate(rng),
            "issued_on": between(rng, dt.date(2026, 5, 1), dt.date(2026, 8, 30)),
            "issuer": issuer,
            "score": rng.randrange(60, 98),
        }


CERTIFICATE = Kind(
    "certificate",
    ("职业技能等级证书取证台账", "学生取证情况汇总表", "职业技能等级证书发放登记表", "证书台账"),
    (
        column("name", "name", "姓名 姓名 学生姓名 持证人 考生姓名", often=ALWAYS),
        usual.ID_NUMBER, usual.STUDENT_NUMBER, usual.CLASS,
        column("certificate_kind", "code:certificate_kind", "证书类型 证书类别", often=0.6),
        column("trade", "text", "职业（工种） 职业名称 工种 职业工种 鉴定工种 证书名称", often=OFTEN),
        column("skill_level", "code:skill_level", "等级 技能等级 职业技能等级 证书等级 鉴定等级", often=OFTEN),
        column("certificate_number", "text", "证书编号 证书号 证书号码 技能等级证书编号", often=ALWAYS),
        column("issued_on", "day_or_month", "发证日期 发证时间 取证时间 取证日期 获证日期", often=OFTEN),
        column("issuer", "text", "评价机构 发证机构 发证单位 鉴定机构"),
        usual.NOTE,
    ),
    _certificates,
    key=("certificate_number",),
    missing=("name",),
    merged=("class_name",),
)  # fmt: skip
