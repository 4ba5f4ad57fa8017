"""The ledger of order classes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import student_columns as student
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY, DAY_OR_MONTH
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT, MONTHS, PERCENT, PERIODS
from college_desk.records.values.text import LONG_TEXT, TEXT, TEXTS

_CLASS = "订单班"

_class = partial(column, group=_CLASS)
_training = partial(column, group="培养安排")
_promised = partial(column, group="企业承诺与投入")


@register(
    "order_class",
    "订单班台账",
    subject="orders",
    key=("agreement_number", "name"),
    counted="个",
    names=("name",),
    searched=("name", "agreement_number", "enterprise", "major_name"),
    listed=(
        "name", "enterprise", "agreement_number", "major_name", "forming", "planned_size", "start_on", "end_on",
        "filing_number",
    ),
    sheet_titles=words(
        "订单班一览表 订单班汇总表 订单培养协议备案表 订单班备案表 订单培养班级台账 冠名班一览表 订单培养汇总表 订单班情况表"
    ),
    order=10,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class OrderClass(Record):
    """A class trained to an enterprise's order (订单班), by an agreement filed before it starts."""

    name: str | None = _class(
        TEXT,
        "订单班名称",
        *words(
            "订单班 班级名称 冠名班名称 冠名班 订单班名称（冠名） 班级 定向班名称 企业冠名班 订单班级名称 订单班级 冠名班级"
            " 订单班全称 企业订单班 订单（冠名）班名称 班级名 定向培养班 订单（冠名）班 订单培养班 订单培养班名称 冠名订单班"
        ),
        hint="例：如意班",
        wide=16,
    )
    agreement_number: str | None = partner.agreement_number(
        also_met="对应协议号 协议书编号 校企订单协议编号 协议号 订单协议编号 订单协议号 订单培养协议编号 订单培养协议号 订单班协议号 培养协议编号 合同编号",
        group=_CLASS,
    )
    enterprise: str | None = partner.enterprise(
        "订单企业",
        "企业名称 合作企业 依托单位 合作单位 企业 用人单位 冠名企业 单位名称 订单单位 定向企业 冠名单位 合作订单企业"
        " 订单合作企业 定向培养单位 冠名企业名称 合作方企业 订单培养企业 订单用人单位 合作冠名企业 订单企业名称 冠名企业全称",
        group=_CLASS,
    )
    enterprise_uscc: str | None = partner.uscc(
        "企业信用代码", "统一社会信用代码 社会信用代码 信用代码 订单企业信用代码", group=_CLASS
    )
    major_code: str | None = student.major_code("专业目录编码 教育部专业代码 国家专业代码 专业标准代码")
    major_name: str | None = student.major_name(
        "培养专业 订单专业 学习专业 专业名 学籍专业 在校专业 现学专业"
    )
    catalogue_version: str | None = student.catalogue_version()
    level: str | None = _class(
        CODE("school_level"),
        "层次",
        *words("培养层次 学历层次 办学层次 培养学历层次 学生层次 学历层级 教育层次 培养学段"),
        hint="中职、高职专科",
    )
    forming: str | None = _class(
        CODE("forming"),
        "组班方式",
        *words("组班形式 组建方式 组建形式 组班类型 成班方式 成班形式 组班来源 订单班组建方式"),
        hint="招生冠名、中途组班",
    )
    grade: str | None = student.grade()
    planned_size: int | None = _class(
        COUNT,
        "计划人数",
        *words(
            "协议人数 班级人数 订单人数 计划培养人数 计划数 培养人数 计划招生人数 协议培养人数"
            " 班额 订单培养人数 协议约定人数 计划班额 订单班人数 培养规模 计划订单人数 协议学生数 拟招人数"
        ),
        hint="在册人数由名册自动统计",
        wide=8,
    )
    formed_on: PartialDay | None = _class(
        DAY_OR_MONTH,
        "组班日期",
        *words(
            "建立时间 组班时间 成立日期 成立时间 建班时间 组建日期 组建时间 班级组建时间 开设日期 设班时间"
            " 成班时间 开设时间 订单班成立时间 组成日期 订单班组建日期 订单班组建时间 订单班成立日期 开班成立日期"
        ),
        hint="例：2026.9.1",
        wide=11,
    )
    filed_on: dt.date | None = _class(
        DAY,
        "备案日期",
        *words("备案时间 协议备案日期 上报备案日期 备案年月日 备案提交日期"),
        hint="应早于开班",
        wide=11,
    )
    filing_number: str | None = _class(
        TEXT,
        "备案号",
        *words("备案编号 协议备案号 备案登记号 协议备案编号 备案编码 备案文号 备案登记编号"),
        hint="照备案回执",
        wide=16,
    )

    positions: tuple[str, ...] | None = _training(
        TEXTS,
        "培养岗位",
        *words("就业岗位 岗位 面向岗位 岗位方向 面向的岗位 就业面向岗位 拟就业岗位"),
        hint="可填多个，用顿号隔开",
        wide=16,
    )
    start_on: PartialDay | None = partner.start_on(
        "开班日期 培养起始日期 培养开始日期 开班时间 培养开始时间 培养起始时间 培养起日 订单培养开始日期",
        group="培养安排",
    )
    end_on: PartialDay | None = partner.end_on(
        "结班日期 培养终止日期 培养结束日期 培养结束时间 培养终止时间 结班时间 培养止日 订单培养结束日期",
        group="培养安排",
    )
    training_months: int | None = _training(
        MONTHS, "培养时长（月）", *words("培养时长 培养月数 培养周期（月）"), hint="例：24", wide=8
    )
    courses: tuple[str, ...] | None = _training(
        TEXTS, "企业课程", *words("课程 置换课程 订单课程"), hint="可填多门，用顿号隔开", wide=18
    )
    school_periods: Decimal | None = _training(
        PERIODS, "校内学时", *words("课程学时 校内课时"), hint="与培养方案一致", wide=8
    )
    enterprise_periods: Decimal | None = _training(
        PERIODS, "企业学时", *words("企业课程学时 企业课时"), hint="与培养方案一致", wide=8
    )
    selection: str | None = _training(TEXT, "遴选方式", "选拔方式", hint="例：双向选择", wide=12)

    hire_percent: Decimal | None = _promised(
        PERCENT,
        "录用比例（%）",
        *words("录用比例 录用比例承诺 承诺录用比例 承诺录用率 录用率 拟录用比例"),
        hint="照协议条款",
        wide=8,
    )
    starting_pay: Decimal | None = _promised(
        MONEY,
        "起薪（元/月）",
        *words("起薪 约定起薪 承诺起薪 承诺月薪 约定月薪 起薪标准 承诺薪酬"),
        hint="照协议条款",
    )
    enterprise_investment_yuan: Decimal | None = _promised(
        MONEY,
        "企业投入（元）",
        *words(
            "企业投入 企业投入金额 企业投入总额 企业投入资金 企业投入经费 企业投资"
            " 企业支持经费 企业资金投入 企业投入资金额"
        ),
        hint="到账数",
    )
    scholarship_yuan: Decimal | None = _promised(
        MONEY,
        "其中：奖助学金（元）",
        *words("奖助学金 企业奖助学金 奖学金 奖助学金金额 企业奖学金"),
        hint="到账数",
    )
    equipment_yuan: Decimal | None = _promised(
        MONEY, "其中：设备（元）", *words("设备投入 企业设备投入"), hint="到账数"
    )
    teaching_yuan: Decimal | None = _promised(MONEY, "其中：师资（元）", *words("师资投入"), hint="到账数")
    breach_terms: str | None = _promised(
        LONG_TEXT, "违约责任", *words("违约 违约条款"), hint="照协议条款", wide=20
    )
