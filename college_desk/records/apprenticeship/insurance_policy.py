"""Insurance policies that cover apprentices."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY_OR_MONTH, END_DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.text import TEXT

_policy = partial(column, group="保险单")
_sums = partial(column, group="保额与保费")


@register(
    "insurance_policy",
    "保险单",
    subject="apprenticeship",
    key=("policy_number",),
    counted="份",
    names=("policy_number",),
    searched=("policy_number", "insurer", "policyholder"),
    listed=("policy_number", "kind", "insurer", "policyholder", "insured_from", "insured_to", "head_count"),
    sheet_titles=words("保险单台账 保单台账 保险台账 实习保险台账"),
    order=50,
)
@dataclass(frozen=True, kw_only=True)
class InsurancePolicy(Record):
    """An insurance policy (保险单) that covers apprentices or interns."""

    policy_number: str | None = _policy(
        IDENTIFIER,
        "保单号",
        *words("保险单号 保单编号 保险单编号 保单编码 保险单据号"),
        hint="照保单",
        wide=20,
    )
    kind: str | None = _policy(
        CODE("insurance_policy_kind"),
        "保险类型",
        *words("险种 保险种类 保险险种"),
        hint="实习责任险、校方责任险、工伤保险等",
        wide=12,
    )
    insurer: str | None = _policy(
        ORGANISATION_NAME,
        "保险公司",
        *words("承保公司 保险人 承保单位 保险公司名称 承保机构 承保人 承保保险公司 保险承保方"),
        hint="照保单",
        wide=18,
    )
    policyholder: str | None = _policy(
        ORGANISATION_NAME, "投保人", *words("投保单位"), hint="照保单", wide=18
    )
    payer: str | None = _policy(
        TEXT,
        "保费承担方",
        *words("缴费方 保费支付方 缴费单位 保费缴纳方 保费出资方 保费承担单位 出资方"),
        hint="学校或企业，不得由学生承担",
        wide=14,
    )
    insured_from: PartialDay | None = _policy(
        DAY_OR_MONTH,
        "保险起期",
        *words(
            "保险起 保险开始日期 保险起始日期 生效日期 起保日期 起保时间 投保起期 保险起始时间 保险责任起期"
            " 起保年月日 保险责任开始日"
        ),
        hint="必须覆盖在岗期间",
        wide=11,
    )
    insured_to: PartialDay | None = _policy(
        END_DAY,
        "保险止期",
        *words(
            "保险止 保险结束日期 保险终止日期 到期日期 终保日期 终保时间 投保止期 保险终止时间 保险责任止期 满期日期"
            " 保险到期日 保险截止日期"
        ),
        hint="必须覆盖在岗期间",
        wide=11,
    )
    sum_per_person_yuan: Decimal | None = _sums(
        MONEY,
        "每人保额（元）",
        *words(
            "每人保额 保额 保险金额 每人保险金额 每人赔偿限额 人均保额 每人责任限额 单人保额"
            " 每人保险额 人均保险金额 个人保额"
        ),
        hint="照保单",
    )
    premium_yuan: Decimal | None = _sums(
        MONEY,
        "保费（元）",
        *words(
            "保费 保险费 保费合计 保险费用 总保费 保险费总额 保费总额 保费金额"
            " 保费总额（元） 保险费合计 缴纳保费"
        ),
        hint="照保单",
    )
    head_count: int | None = _sums(
        COUNT,
        "参保人数",
        *words(
            "人数 投保人数 被保险人数 投保人员数 参保总人数 被保险人人数 承保人数"
            " 投保人员人数 投保总人数 保险人数"
        ),
        hint="照保单",
        wide=8,
    )
