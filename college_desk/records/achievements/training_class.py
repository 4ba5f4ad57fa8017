"""The ledger of training classes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE, CODES
from college_desk.records.values.day import DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT, PERIODS
from college_desk.records.values.text import TEXT
from college_desk.records.values.yes_no import YES_NO

_CLASS = "培训班"

_class = partial(column, group=_CLASS)
_size = partial(column, group="人数与课时")
_money = partial(column, group="备案与经费")


@register(
    "training_class",
    "培训班台账",
    subject="achievements",
    key=("class_number",),
    else_key=("name", "start_on"),
    counted="个",
    names=("class_number", "name"),
    searched=("name", "class_number", "enterprise", "trade"),
    listed=(
        "name", "training_kind", "organised_as", "trade", "start_on", "end_on", "head_count", "attendances",
        "person_days",
    ),
    sheet_titles=words("培训台账 培训班一览表 培训班汇总表 社会培训台账 职业培训台账 培训情况统计表 企业职工培训台账"),
    order=50,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class TrainingClass(Record):
    """A training class that the college gave (培训班): heads, attendances and person-days kept apart."""

    class_number: str | None = _class(
        IDENTIFIER,
        "班次编号",
        *words(
            "班级编号 班号 培训班编号 期次 班次 开班编号 班次编码 培训班编码 培训编号 期次编号"
            " 培训班号 班期 培训期次 开班号 办班编号 班级号 班级代码 培训班编号（期次） 培训班序号编码 开班批次号"
        ),
        hint="例：PX2026-01",
        wide=12,
    )
    name: str | None = _class(
        TEXT,
        "培训班名称",
        *words(
            "班级名称 培训名称 培训项目 培训项目名称 培训班 班次名称 培训班次名称 培训项目（班）名称 培训班次 办班名称"
            " 班名 培训班全称 办班项目 培训项目及班次 培训班名 培训班（项目）名称 培训项目名 培训班项目名称 培训班名称（全称）"
        ),
        hint="例：电工技能提升班",
        wide=20,
    )
    training_kind: str | None = _class(
        CODE("training_kind"),
        "培训类别",
        *words("培训类型 类别 培训性质 培训种类 项目类别 培训项目类别 培训类别名称 培训分类"),
        hint="就业技能、岗位技能提升、创业创新",
        wide=14,
    )
    organised_as: str | None = _class(
        CODE("training_form"),
        "组织形式",
        *words("培训形式 组织方式 办班形式 组织类型 培训组织形式 办班方式 培训组织方式 办班类型"),
        hint="企业自主、市场化、政府补贴",
    )
    trainee_kinds: tuple[str, ...] | None = _class(
        CODES("trainee_kind"),
        "对象类别",
        *words("培训对象 人员类别 培训对象类别 对象 培训人员类别 学员类别 培训人员类型"),
        hint="可多选",
        wide=16,
    )
    enterprise: str | None = partner.enterprise(
        "委托企业",
        "企业名称 委托单位 企业 单位名称 培训企业 送培单位 培训单位 服务企业 委托方 参训单位 参训企业",
        group=_CLASS,
    )
    enterprise_uscc: str | None = partner.uscc(
        "企业信用代码", "统一社会信用代码 社会信用代码 信用代码", group=_CLASS
    )
    high_risk: bool | None = _class(
        YES_NO, "是否高危行业", *words("高危行业 是否高危行业企业 是否为高危行业"), hint="是/否"
    )
    trade: str | None = _class(
        TEXT,
        "职业（工种）",
        *words(
            "培训工种 工种 培训职业（工种） 培训职业 职业工种 工种（职业） 培训工种名称 职业"
            " 培训专业（工种） 所属职业工种 所属工种 对应工种 职业（工种）名称及方向 从事职业"
        ),
        hint="例：电工",
        wide=12,
    )
    skill_level: str | None = _class(
        CODE("skill_level"),
        "培训等级",
        *words(
            "等级 技能等级 职业技能等级 培训级别 级别"
            " 技能培训等级 培训技能等级 技能水平 职业技能等级（级别） 技能等级情况 职业等级水平 职业技能水平"
        ),
        hint="例：三级/高级工",
    )
    place: str | None = _class(TEXT, "培训地点", *words("地点 上课地点 办班地点 授课地点 培训场所"), wide=14)
    start_on: PartialDay | None = partner.start_on(
        "开班日期 开班时间 培训开始日期 培训时间 培训日期"
        " 开课日期 开始培训日期 开训日期 开班时间（年月日） 开班年月 培训起始日期 培训起始时间 培训开始时间",
        group=_CLASS,
    )
    end_on: PartialDay | None = partner.end_on(
        "结业日期 结班日期 培训结束日期"
        " 结训日期 结束培训日期 培训截止日期 结业时间 结班时间 培训结束时间 培训终止日期 结训时间 结业年月",
        group=_CLASS,
    )

    head_count: int | None = _size(
        COUNT,
        "培训人数",
        *words(
            "人数 参训人数 学员人数 培训人数（人） 参加人数 培训学员人数 参加培训人数 学员数 实训人数 培训总人数 参训学员人数"
            " 学员总数 参加培训人员数 培训规模 报名人数 培训人员数 实际参训人数 培训人员人数 参训学员数 培训学员数 参加培训学员数 实际培训人数"
        ),
        hint="人数，不是人次",
        wide=8,
    )
    attendances: int | None = _size(
        COUNT, "培训人次", *words("人次 参训人次 培训人次数 培训总人次 人次数"), hint="人次，不是人数", wide=8
    )
    qualified: int | None = _size(
        COUNT,
        "合格人数",
        *words(
            "结业人数 考核合格人数 结业合格人数 合格学员数 合格数 考核合格数 培训合格人数"
            " 合格学员人数 考试合格人数 通过人数 结业学员数 结业人员数 成绩合格人数 培训合格数"
        ),
        hint="不超过培训人数",
        wide=8,
    )
    certified: int | None = _size(
        COUNT,
        "取证人数",
        *words(
            "获证人数 取得证书人数 取证数 取得证书数 获证数 发证人数"
            " 取得证书数量 拿证人数 领证人数 获得证书人数 取得证书人数（人） 获得证书数 取得合格证书人数 发证数"
        ),
        hint="不超过合格人数",
        wide=8,
    )
    periods: Decimal | None = _size(
        PERIODS,
        "培训课时",
        *words(
            "课时 课时数 学时 培训学时 总课时 总学时 培训时长（学时） 培训总课时 培训总学时 课时总数"
            " 培训学时数 课程学时 总课时数 培训总学时数 培训课时数 培训学时（课时） 课时（学时）数"
        ),
        hint="按学校规定，40或45分钟",
        wide=8,
    )
    safety_periods: Decimal | None = _size(
        PERIODS,
        "安全技能课时",
        *words("安全课时 安全技能学时 其中安全课时 安全培训课时 安全培训学时"),
        hint="高危行业应大于0",
        wide=8,
    )
    person_days: int | None = _size(
        COUNT,
        "培训人日",
        *words(
            "人日 人天 培训人天 培训量（人日） 人日数 培训人日数 人天数 培训总人日"
            " 培训人日量 人天总数 培训人日（人·天） 折合人日"
        ),
        hint="人数×天数",
        wide=8,
    )

    subsidised: bool | None = _money(
        YES_NO,
        "是否补贴性培训",
        *words(
            "补贴性培训 是否享受补贴 是否政府补贴 是否补贴 是否为补贴性培训 是否补贴培训"
            " 补贴与否 是否补贴班 是否财政补贴"
        ),
        hint="填“是”须有备案号",
    )
    filing_number: str | None = _money(
        TEXT,
        "备案号",
        *words("备案编号 开班备案号 培训备案号 开班备案编号 班级备案号 备案文号 审批备案号"),
        hint="照备案回执",
        wide=16,
    )
    filed_on: dt.date | None = _money(DAY, "备案日期", *words("备案时间"), hint="应早于开班", wide=11)
    fund_source: str | None = partner.fund_source(group="备案与经费")
    funds_yuan: Decimal | None = _money(
        MONEY,
        "培训经费（元）",
        *words(
            "培训费 经费 培训经费 补贴金额 培训收入 培训费用 办班经费 培训经费总额 补贴资金"
            " 培训收费 经费金额 培训费总额 办班费用 培训资金 培训经费金额 培训收入金额 培训费总额（元） 补贴资金额"
        ),
        hint="到账数",
    )
