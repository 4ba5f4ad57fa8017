"""What part-time teachers are paid for a month; made by the program and locked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY, MONTH
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import Month
from college_desk.records.values.number import PERIODS
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.text import TEXT

_settled = partial(column, group="结算")
_money = partial(column, group="金额")
_paid = partial(column, group="发放")


@register(
    "settlement",
    "课时费发放台账",
    subject="teaching",
    key=("teacher", "month", "batch"),
    counted="条",
    searched=("name", "teacher", "batch", "voucher_number"),
    listed=(
        "name",
        "month",
        "title_level",
        "periods",
        "yuan_per_period",
        "gross",
        "tax",
        "net",
        "payout_status",
    ),
    sheet_titles=words(
        "课时费发放表 课酬发放表 课时费补贴发放表 讲课费发放表 兼职教师课时费发放表 授课酬金发放表"
    ),
    made_by_program=True,
    order=90,
)
@dataclass(frozen=True, kw_only=True)
class Settlement(Record):
    """One teacher's pay for one month in one batch (课时费结算); a correction is a line of a later month."""

    name: str | None = person.name("教师姓名 领款人")
    teacher: str | None = person.person_by_number("part_time_teacher")
    month: Month | None = _settled(MONTH, "授课月份", *words("月份 结算月份"), hint="例：2026年10月", wide=9)
    batch: str | None = _settled(TEXT, "发放批次", "批次", hint="例：2026年第3批", wide=13)
    taught_from: dt.date | None = _settled(DAY, "授课起", "授课开始日期", wide=11)
    taught_to: dt.date | None = _settled(DAY, "授课止", "授课结束日期", wide=11)
    course: str | None = _settled(
        TEXT, "任教课程", *words("授课专业/课程 课程 授课课程"), hint="与教学任务书一致", wide=16
    )
    employer: str | None = _settled(ORGANISATION_NAME, "工作单位", *words("原单位 所在企业"), wide=20)
    title_level: str | None = _settled(
        CODE("title_level"), "职称级别", *words("对应级别 级别"), hint="例：副高级"
    )
    level_basis: str | None = _settled(
        TEXT, "级别依据", *words("职称/技能等级 对应依据"), hint="例：高级技师", wide=12
    )
    periods: Decimal | None = _settled(
        PERIODS, "课时数", *words("认定课时 课时 节数"), hint="按学校规定，40或45分钟", wide=7
    )
    yuan_per_period: Decimal | None = _settled(
        MONEY, "课时费标准（元/课时）", *words("课时费标准 补贴标准 标准"), hint="例：98.00"
    )
    reverses: str | None = _settled(TEXT, "冲减的结算", hint="例：2026年9月第1批", wide=14)

    gross: Decimal | None = _money(
        MONEY,
        "应发金额（元）",
        *words("应发数 税前金额 课酬 课时津贴 讲课费 授课酬金 应发 学校已支付金额"),
        hint="自动计算，以财务处为准",
    )
    other_income_yuan: Decimal | None = _money(
        MONEY, "本月校内其他劳务（元）", *words("其他劳务 校内其他劳务"), hint="以财务处为准"
    )
    income_kind: str | None = _money(
        CODE("income_kind"), "所得类型", *words("所得项目 税目"), hint="劳务报酬、工资薪金、由财务处核定"
    )
    tax: Decimal | None = _money(
        MONEY,
        "代扣个税（元）",
        *words("扣税 个税 代扣税款 代扣代缴个人所得税"),
        hint="自动计算，以财务处为准",
    )
    net: Decimal | None = _money(
        MONEY, "实发金额（元）", *words("实发数 税后 税后金额 实发"), hint="自动计算，以财务处为准"
    )
    claimed_yuan: Decimal | None = _money(
        MONEY, "申请补贴金额（元）", *words("申请补贴 补贴金额"), hint="不超过学校已支付金额"
    )
    fund_source: str | None = partner.fund_source(group="金额")

    pay_month: Month | None = _paid(
        MONTH, "个税所属月", *words("发放月份 支付月份"), hint="按实际发放月份", wide=9
    )
    account_name: str | None = person.account_name()
    bank_name: str | None = person.bank_name()
    bank_account: str | None = person.bank_account()
    voucher_number: str | None = _paid(
        IDENTIFIER, "支付凭证号", *words("凭证号 支付凭证"), hint="照记账凭证", wide=14
    )
    payout_status: str | None = _paid(
        CODE("payout_status"), "发放状态", "状态", hint="待发、已报财务、已发放、退票、已重发"
    )
    paid_on: dt.date | None = _paid(
        DAY, "发放日期", *words("支付日期 发放时间"), hint="以银行回单为准", wide=11
    )
