"""Sheets about partners and classes: enterprises, agreements, apprentice classes, order classes."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from decimal import Decimal

from tests.generators.messy import columns as usual
from tests.generators.messy.columns import ALWAYS, OFTEN, column
from tests.generators.messy.grounds import BANKS, between, ground
from tests.generators.messy.model import Facts, Kind
from tests.generators.messy.people import company, credit_code, person_name, phone


def _enterprises(rng: random.Random) -> Iterator[Facts]:
    given: set[str] = set()
    while True:
        name = company(rng)
        if name in given:
            continue
        given.add(name)
        employees = rng.randrange(20, 3000)
        desk_phone = f"0537-{rng.randrange(2, 8)}{rng.randrange(10**6):06d}"
        yield {
            "name": name,
            "uscc": credit_code(rng),
            "legal_representative": person_name(rng),
            "contact": person_name(rng),
            "phone": phone(rng) if rng.random() < 0.75 else desk_phone,
            "address": f"济宁市{rng.choice(('任城区', '兖州区', '邹城市'))}{rng.choice(('太白路', '建设路', '工业园路'))}{rng.randrange(1, 300)}号",
            "region_code": rng.choice(("任城区", "兖州区", "邹城市", "曲阜市", "嘉祥县")),
            "industry": rng.choice(("制造业", "信息传输、软件和信息技术服务业", "建筑业", "批发和零售业")),
            "size": rng.choice(("大型", "中型", "小型", "微型")),
            "above_scale": rng.random() < 0.5,
            "self_assessment": rng.random() < 0.2,
            "employees": employees,
            "status": "存续",
            "status_checked_on": between(rng, dt.date(2026, 8, 1), dt.date(2026, 9, 20)),
            "bank_name": rng.choice(BANKS),
            "bank_account": "".join(rng.choice("0123456789") for _ in range(rng.choice((15, 17, 19)))),
            "note": rng.choice(("", "", "链主企业")),
        }


ENTERPRISE = Kind(
    "enterprise",
    ("合作企业台账", "校企合作企业信息表", "合作企业一览表", "校企合作单位基本情况统计表"),
    (
        column("name", "text", "企业名称 合作企业 合作企业名称 公司名称 企业全称 单位名称", often=ALWAYS),
        usual.USCC,
        column("legal_representative", "name", "法定代表人 法人 法人代表 法定代表人姓名", often=OFTEN),
        column("contact", "name", "联系人 企业联系人 联系人姓名", under="联系人:姓名 企业联系人:姓名", often=OFTEN),
        column("phone", "phone", "联系电话 联系人电话 电话 联系方式", under="联系人:电话 企业联系人:联系电话", often=OFTEN),
        column("contact phone", "pair", "联系人及电话 联系人/联系电话 联系人、电话", often=0.08),
        column("address", "text", "地址 企业地址 注册地址 单位地址"),
        column("region_code", "code:region", "所在县区 所属县市区 所在县（市、区） 所在区县", often=0.4),
        column("industry", "code:industry", "所属行业 行业类别 行业"),
        column("size", "code:size", "企业规模 规模 单位规模"),
        column("above_scale", "yes_no", "是否规上 是否规上企业 是否规模以上企业", often=0.5),
        column("self_assessment", "yes_no", "是否自主评价备案 是否自主评价企业", often=0.25),
        column("employees", "count", "职工人数 在岗职工数 员工人数 职工总数", unit="人", often=0.5),
        column("status", "code:enterprise_status", "登记状态 经营状态 企业状态", often=0.3),
        column("status_checked_on", "day", "查询日期 登记状态查询日期", often=0.2),
        column("bank_name", "text", "开户行 开户银行", often=0.3),
        column("bank_account", "account", "银行账号 账号 对公账号 银行帐号", often=0.3),
        usual.NOTE,
    ),
    _enterprises,
    key=("uscc",),
    missing=("name", "uscc"),
)  # fmt: skip


def _agreements(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    number = rng.randrange(1, 200)
    while True:
        number += 1
        enterprise = (company(rng), credit_code(rng))
        signed = between(rng, dt.date(2024, 1, 5), dt.date(2026, 8, 1))
        ends = dt.date(signed.year + 3, signed.month, min(signed.day, 28))
        yield {
            "agreement_number": f"XQ{signed.year}{number:03d}",
            "agreement_type": rng.choice(("现代学徒制", "订单培养", "共建实习基地", "产业学院")),
            "enterprise": enterprise[0],
            "enterprise_uscc": enterprise[1],
            "majors": tuple(each[1] for each in rng.sample(shared.majors, rng.choice((1, 1, 2)))),
            "signed_on": signed,
            "start_on": signed,
            "end_on": ends,
            "planned_size": rng.randrange(20, 60),
            "starting_pay": Decimal(rng.randrange(3000, 6000, 100)),
            "school_sealed": True,
            "enterprise_sealed": True,
            "archive_number": f"DA-{number:04d}",
            "handled_by": person_name(rng),
            "donated_equipment_yuan": Decimal(rng.randrange(1, 90)) * 10000,
            "interns_received": rng.randrange(5, 80),
            "note": "",
        }


AGREEMENT = Kind(
    "agreement",
    ("校企合作协议台账", "校企合作协议一览表", "合作协议登记表", "校企合作签约情况汇总表"),
    (
        column("agreement_number", "text", "协议编号 协议书编号 合同编号 协议号", often=ALWAYS),
        column("agreement_type", "code:agreement_type", "协议类型 合作类型 协议类别", often=OFTEN),
        column("enterprise", "text", "合作企业 企业名称 合作单位 合作企业名称", under="合作企业:名称 合作单位:企业名称", often=ALWAYS),
        column("enterprise_uscc", "uscc", "企业统一社会信用代码 统一社会信用代码 信用代码", under="合作企业:统一社会信用代码 合作单位:信用代码",
               often=0.5),
        column("majors", "texts", "合作专业 涉及专业", often=0.7),
        column("signed_on", "day_or_month", "签订日期 签约日期 签约时间 签订时间", often=OFTEN),
        column("start_on", "day_or_month", "生效日期 合作开始日期 起始日期", under="合作期限:起 协议期限:开始 有效期:起", often=0.6),
        column("end_on", "open_end", "终止日期 合作结束日期 到期日期", under="合作期限:止 协议期限:结束 有效期:止", often=0.6),
        column("start_on end_on", "span", "合作期限 有效期 协议起止时间 协议有效期", often=0.25),
        column("planned_size", "count", "计划人数 计划培养人数", often=0.3),
        column("starting_pay", "money", "起薪 承诺起薪", unit="元/月", often=0.2),
        column("donated_equipment_yuan", "wan", "捐赠设备总值", unit="万元", often=0.3),
        column("interns_received", "count", "接受实习学生数 接收实习生人数", often=0.25),
        column("archive_number", "text", "档案号 归档号", often=0.25),
        column("handled_by", "name", "经办人 经办人姓名", often=0.3),
        usual.NOTE,
    ),
    _agreements,
    key=("agreement_number",),
    missing=("agreement_number",),
    merged=("agreement_type",),
)  # fmt: skip


def _cohorts(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    number = 0
    while True:
        number += 1
        major = rng.choice(shared.majors)
        enterprise = rng.choice(shared.companies)
        starts, ends = dt.date(shared.year, 9, 1), dt.date(shared.year + 3, 7, 10)
        planned = rng.randrange(25, 55)
        yield {
            "cohort_code": f"XTZ{shared.year}-{number:02d}",
            "name": f"{major[1][:4]}{enterprise[0][2:4]}学徒班",
            "scheme": "现代学徒制",
            "pilot_level": rng.choice(("国家级", "省级", "市级", "校级")),
            "document_number": f"鲁教职函〔{shared.year}〕{rng.randrange(3, 40)}号",
            "major_code": major[0],
            "major_name": major[1],
            "enterprises": (enterprise[0],),
            "agreement_number": f"XQ{shared.year}{number:03d}",
            "enrolment_mode": rng.choice(("先招生后招工", "招生招工同步")),
            "planned_size": planned,
            "enrolled_size": planned - rng.randrange(0, 6),
            "start_on": starts,
            "end_on": ends,
            "school_periods": Decimal(rng.randrange(800, 1600, 20)),
            "enterprise_periods": Decimal(rng.randrange(800, 1600, 20)),
            "posts": planned + rng.randrange(0, 10),
            "plan_reviewed_on": between(rng, dt.date(shared.year, 5, 1), dt.date(shared.year, 8, 20)),
            "budget_yuan": Decimal(rng.randrange(3, 40)) * 10000,
            "fund_source": rng.choice(("学校自筹（事业收入）", "企业投入", "专项培训资金")),
            "note": "",
        }


COHORT = Kind(
    "cohort",
    ("现代学徒制学徒班备案汇总表", "学徒班一览表", "现代学徒制试点班级情况统计表"),
    (
        column("cohort_code", "text", "学徒班编号 班级编号 试点班编号", often=ALWAYS),
        column("name", "text", "学徒班名称 班级名称 试点班名称", often=ALWAYS),
        column("scheme", "code:scheme", "学徒制类型 类型", often=0.3),
        column("pilot_level", "code:pilot_level", "试点层级 试点级别", often=0.5),
        column("document_number", "text", "试点文号 批复文号", often=0.4),
        column("major_name", "text", "专业名称 专业", under="专业:名称 专业:专业名称", often=OFTEN),
        column("major_code", "text", "专业代码 专业编码", under="专业:代码 专业:专业代码", often=OFTEN),
        column("enterprises", "texts", "合作企业 企业名称 合作企业名称", often=OFTEN),
        column("agreement_number", "text", "协议编号 校企协议编号 合作协议编号", often=0.4),
        column("enrolment_mode", "code:enrolment_mode", "招生方式 招生招工方式", often=0.4),
        column("planned_size", "count", "计划人数 计划招生人数", under="人数:计划 班级人数:计划人数", often=0.7),
        column("enrolled_size", "count", "实招人数 实际招生人数", under="人数:实招 班级人数:实招人数", often=0.7),
        column("start_on", "day_or_month", "培养起始日期 开始日期 起始日期", under="培养期限:起 培养周期:开始", often=0.6),
        column("end_on", "end_day", "培养终止日期 结束日期 终止日期", under="培养期限:止 培养周期:结束", often=0.6),
        column("start_on end_on", "span", "培养起止 培养期限 培养周期", often=0.2),
        column("school_periods", "periods", "校内学时 学校学时", under="学时:校内 学时:学校", often=0.4),
        column("enterprise_periods", "periods", "企业学时 企业课时", under="学时:企业", often=0.4),
        column("posts", "count", "岗位数 学徒岗位数", often=0.4),
        column("plan_reviewed_on", "day", "培养方案论证日期 方案论证时间", often=0.3),
        column("budget_yuan", "wan", "经费预算", unit="万元", often=0.3),
        column("fund_source", "code:fund_source", "经费来源 资金来源", often=0.3),
        usual.NOTE,
    ),
    _cohorts,
    key=("cohort_code",),
    missing=("cohort_code",),
    merged=("enterprises", "pilot_level"),
    size=(4, 14),
)  # fmt: skip


def _order_classes(rng: random.Random) -> Iterator[Facts]:
    shared = ground(rng)
    number = 0
    while True:
        number += 1
        major = rng.choice(shared.majors)
        enterprise = rng.choice(shared.companies)
        starts = between(rng, dt.date(shared.year, 9, 1), dt.date(shared.year, 9, 28))
        ends = dt.date(2027, 6, 30)
        yield {
            "name": f"{enterprise[0][2:4]}{number}班",
            "agreement_number": f"DD-{shared.year}-{number:03d}",
            "enterprise": enterprise[0],
            "enterprise_uscc": enterprise[1],
            "major_code": major[0],
            "major_name": major[1],
            "level": "中职",
            "forming": rng.choice(("招生冠名", "中途组班")),
            "grade": shared.year,
            "planned_size": rng.randrange(20, 50),
            "formed_on": starts,
            "start_on": starts,
            "end_on": ends,
            "filed_on": starts - dt.timedelta(days=12),
            "filing_number": f"济教备〔{shared.year}〕{number}号",
            "enterprise_investment_yuan": Decimal(rng.randrange(1, 50)) * 10000,
            "starting_pay": Decimal(rng.randrange(3000, 6000, 100)),
            "note": "",
        }


ORDER_CLASS = Kind(
    "order_class",
    ("订单班台账", "订单培养班级一览表", "冠名班情况汇总表", "订单班基本情况统计表"),
    (
        column("name", "text", "订单班名称 冠名班名称 班级名称", often=ALWAYS),
        column("agreement_number", "text", "协议编号 订单协议编号 培养协议编号", often=ALWAYS),
        column("enterprise", "text", "订单企业 合作企业 冠名企业 依托单位", often=OFTEN),
        column("major_name", "text", "专业 专业名称", under="专业:名称", often=OFTEN),
        column("major_code", "text", "专业代码", under="专业:代码", often=0.4),
        column("level", "code:level", "层次 培养层次", often=0.3),
        column("forming", "code:forming", "组班方式 组建方式", often=0.5),
        column("grade", "grade", "年级", often=0.5),
        column("planned_size", "count", "计划人数 协议人数 班级人数", often=0.6),
        column("formed_on", "day_or_month", "组班日期 建立时间 组班时间", often=0.5),
        column("start_on", "day_or_month", "培养开始日期 起始日期", under="培养周期:起 培养期限:开始", often=0.4),
        column("end_on", "end_day", "培养结束日期 终止日期", under="培养周期:止 培养期限:结束", often=0.4),
        column("start_on end_on", "span", "培养周期起止 培养起止时间", often=0.2),
        column("filed_on", "day", "备案日期 备案时间", often=0.4),
        column("filing_number", "text", "备案号 备案编号", often=0.4),
        column("enterprise_investment_yuan", "wan", "企业投入", unit="万元", often=0.3),
        column("starting_pay", "money", "起薪 承诺起薪", unit="元/月", often=0.3),
        usual.NOTE,
    ),
    _order_classes,
    key=("name", "agreement_number"),
    missing=("agreement_number",),
    merged=("enterprise",),
    size=(4, 14),
)  # fmt: skip
