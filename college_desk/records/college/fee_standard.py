"""The hourly fee of each level of title, from last year's payments."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.academic_year import ACADEMIC_YEAR
from college_desk.records.values.code import CODE
from college_desk.records.values.money import MONEY
from college_desk.records.values.number import PERIODS
from college_desk.records.values.text import TEXT

_level = partial(column, group="级别与学年")
_average = partial(column, group="上年平均")


@register(
    "fee_standard",
    "课时费标准",
    subject="college",
    key=("title_level", "academic_year"),
    counted="条",
    searched=("academic_year", "document_number"),
    listed=(
        "academic_year",
        "title_level",
        "total_paid_yuan",
        "total_periods",
        "yuan_per_period",
        "document_number",
    ),
    sheet_titles=words("课时费标准表 课时费标准一览表 课时费测算表 平均课时费标准"),
    order=50,
)
@dataclass(frozen=True, kw_only=True)
class FeeStandard(Record):
    """What one period is paid at a level of title in an academic year (课时费标准).

    academic_year is the year it is paid in; total_paid_yuan and total_periods are those of the year before.
    """

    title_level: str | None = _level(
        CODE("title_level"),
        "职称级别",
        *words(
            "级别 职称等级 对应级别 教师级别 职务级别 专业技术职务级别 技术职务级别 职称层级 教师职称级别"
            " 职称层次 适用职称 教师职称 职称等级（级别） 教师职称等级 职称档次"
        ),
        hint="例：副高级",
    )
    academic_year: str | None = _level(
        ACADEMIC_YEAR,
        "执行学年",
        *words("学年 适用学年 发放学年 学年度 所属学年 标准执行学年 适用学年度"),
        hint="例：2026-2027",
        wide=11,
    )
    document_number: str | None = _level(
        TEXT,
        "批准文号",
        *words("文号 标准文号 依据文号 批复文号 审批文号 校发文号 批文 标准依据"),
        hint="照批准文件",
        wide=20,
    )
    total_paid_yuan: Decimal | None = _average(
        MONEY,
        "上年课时费总额（元）",
        *words(
            "课时费总额 上年课时费总额 上年发放总额 课时费合计 上年度课时费总额 上年度发放总额 上年课酬总额 上学年课时费总额 课时费发放总额"
        ),
        hint="同级别教师，取自财务、教务",
    )
    total_periods: Decimal | None = _average(
        PERIODS,
        "上年课时总数",
        *words(
            "课时总数 上年总课时 总课时 课时合计 上年度课时总数 上年度总课时 上学年总课时 上学年课时总数 上年授课总课时"
        ),
        hint="同级别教师，取自财务、教务",
    )
    yuan_per_period: Decimal | None = _average(
        MONEY,
        "课时费标准（元/课时）",
        *words(
            "课时费 平均课时费 课时费标准 标准 平均课时费标准 课酬标准 执行标准 课时标准 课时单价 每课时标准 课酬 课时费标准（元/节） 平均课酬"
            " 每课时金额 课时酬金 单课时标准 每课时费 课时费单价 单位课时费"
        ),
        hint="例：98.00",
    )
