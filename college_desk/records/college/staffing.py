"""The approved establishment and how it is filled."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY, DAY_OR_MONTH
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT
from college_desk.records.values.text import TEXT
from college_desk.records.values.yes_no import YES_NO

_approved = partial(column, group="核定编制")
_filled = partial(column, group="在编情况")
_teachers = partial(column, group="师资情况")
_funding = partial(column, group="经费")


@register(
    "staffing",
    "编制核定情况",
    subject="college",
    key=("effective_from",),
    counted="条",
    searched=("document_number",),
    listed=(
        "effective_from", "approved_posts", "posts_filled", "posts_reserved", "full_time_teachers",
        "internship_instructors", "document_number", "document_on",
    ),
    sheet_titles=words("编制使用情况表 编制情况表 编制核定表 编制使用情况 机构编制情况表"),
    order=40,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class Staffing(Record):
    """The establishment of the college from one day on (编制核定): the basis of the 20% allowance."""

    effective_from: dt.date | None = _approved(
        DAY,
        "执行日期",
        *words(
            "统计时点 统计日期 起始日期 生效日期 数据时点 截止日期 生效时间 统计截止日期 核定日期 执行时间 时点 数据截止日期"
            " 统计截至日期 数据日期 截至日期 统计日期（截止） 截止时间 统计截止时间 数据统计日期"
        ),
        hint="例：20260901",
        wide=11,
    )
    posts_basis: str | None = _approved(
        CODE("posts_basis"),
        "编制类型",
        *words("核定类型 编制性质 编制口径 编制类别"),
        hint="编制、人员控制总量",
    )
    approved_posts: int | None = _approved(
        COUNT,
        "核定编制数",
        *words(
            "核定编制 编制总数 编制员额 核编数 人员控制总量 备案人员总量 核定编制总数 编制数 核定编制（人） 编制核定数 核定数 编制人数 核定编制人数 批准编制数 编制"
            " 编制核定总数 核定总数 编制总额 事业编制数 核定编制总额 核定事业编制数 编制核定总人数"
        ),
        hint="以编办批复和实名制为准",
    )
    document_number: str | None = _approved(
        TEXT,
        "批复文号",
        *words(
            "编制批复文号 批文文号 文号 核定文号 批文号 编制批文号 编制文号 批准文号 核编文号 批文"
            " 编办文号 编制核定文号 核编批文号"
        ),
        hint="例：济编办〔2024〕××号",
        wide=20,
    )
    document_on: PartialDay | None = _approved(
        DAY_OR_MONTH,
        "批复日期",
        *words("编制批复日期 批文日期 批复时间 批准日期 编制批文日期"),
        hint="例：20240315",
        wide=11,
    )
    opinion: str | None = _approved(TEXT, "编办核验意见", *words("编办意见 机构编制部门意见"), wide=16)

    posts_filled: int | None = _filled(
        COUNT,
        "在编实有人数",
        *words(
            "在编实有 实有人数 在职在编 在编人数 在职在编人数 实有在编人数 实有人数（在编） 在编 在编数 实有在编 实有编制人数 在编在岗人数 编内实有人数 现有在编人数"
            " 在编在职人数 在编总人数 实有在编数 在职人数"
        ),
        hint="以编办批复和实名制为准",
    )
    professional_posts_filled: int | None = _filled(
        COUNT,
        "在编专业技术人员数",
        *words(
            "专业技术 专业技术人员 其中专业技术 在编实有/专业技术 专技 专技人员 专业技术人员数 专技岗 专业技术岗 专业技术岗位 专技人数"
            " 专业技术岗人数 专技人员数 专业技术岗位人数"
        ),
        hint="整数",
    )
    management_posts_filled: int | None = _filled(
        COUNT,
        "在编管理人员数",
        *words(
            "管理 管理人员 其中管理 在编实有/管理 管理岗 管理岗位 管理人员数 管理人数"
            " 管理岗位人数 管理岗人数 管理人员（在编）"
        ),
        hint="整数",
    )
    labour_posts_filled: int | None = _filled(
        COUNT,
        "在编工勤人员数",
        *words(
            "工勤 工勤人员 其中工勤 在编实有/工勤 工勤岗 工勤技能 工勤技能岗 工勤人数 工勤技能人员"
            " 工勤岗位人数 工勤岗人员 工勤编人数"
        ),
        hint="整数",
    )
    posts_reserved: int | None = _filled(
        COUNT,
        "已批用编未到岗数",
        *words(
            "已批用编未到岗 用编未到岗 已批未到岗 已批用编未到岗人数 已批未到岗人数 已批用编 用编计划未到岗 已批未用编制"
        ),
        hint="整数",
    )

    full_time_teachers: int | None = _teachers(
        COUNT,
        "专任教师数",
        *words(
            "专任教师 专任教师人数 专任教师总数 专任教师（人） 专职教师数 专任教师数量 专职教师"
            " 专任教师总人数 在职专任教师数 专任教师（在编） 校内专任教师数 专任教师总数（人） 在编专任教师数"
        ),
        hint="与统计报表同一时点",
    )
    internship_instructors: int | None = _teachers(
        COUNT,
        "实习指导教师数",
        *words(
            "实习指导教师 实习指导教师人数 实习指导教师（人） 实习指导 实训指导教师数"
            " 实习指导老师数 实训教师数 实习实训指导教师数 实训指导教师"
        ),
        hint="与统计报表同一时点",
    )
    instructors_included: bool | None = _teachers(
        YES_NO,
        "实习指导教师是否含在专任教师内",
        *words("实习指导教师含在专任教师内 是否含实习指导教师"),
        hint="是/否",
    )
    major_teachers: int | None = _teachers(
        COUNT,
        "专业课教师数",
        *words("专业课教师 专业课教师总数 专业教师数 专业课教师人数 专业教师 专业课老师数 专业课专任教师数"),
        hint="与统计报表同一时点",
    )
    dual_qualified_teachers: int | None = _teachers(
        COUNT,
        "双师型教师数",
        *words(
            "双师型教师 双师型教师人数 双师型 双师型教师总数 双师教师数"
            " 双师人数 双师型教师总人数 双师素质教师数 双师型专任教师数 双师型专业教师数"
        ),
        hint="与统计报表同一时点",
    )

    funding_per_post_yuan: Decimal | None = _funding(
        MONEY, "年人均经费标准（元）", *words("年人均经费 人均经费标准 人均经费"), hint="元/人·年"
    )
    allotted_yuan: Decimal | None = _funding(
        MONEY,
        "财政核拨经费（元）",
        *words("财政核拨经费 核拨经费 财政拨款 核拨资金 财政拨付经费"),
        hint="全年",
    )
    spent_yuan: Decimal | None = _funding(
        MONEY, "已支出经费（元）", *words("已支出 已支出经费 支出经费"), hint="全年"
    )
