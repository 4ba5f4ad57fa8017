"""The ledger of bases and studios."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY_OR_MONTH
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT, YEAR
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.text import TEXT

_platform = partial(column, group="平台")
_money = partial(column, group="经费")
_work = partial(column, group="年度绩效")


@register(
    "platform",
    "平台（基地、工作室）台账",
    subject="achievements",
    key=("name", "platform_kind", "year"),
    counted="个",
    names=("name",),
    searched=("name", "leader", "host", "document_number"),
    listed=(
        "name", "platform_kind", "honour_level", "leader", "host", "approved_on", "received_yuan", "spent_yuan", "year",
    ),
    sheet_titles=words("平台台账 平台年度绩效表 基地台账 工作室台账 技能大师工作室台账 实训基地台账 平台一览表 培训基地台账"),
    order=40,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class Platform(Record):
    """A training base, public practice base, contest base or master's studio (平台) in one year."""

    name: str | None = _platform(
        TEXT,
        "平台名称",
        *words(
            "基地名称 工作室名称 名称 工作站名称 基地（工作室）名称 平台（基地）名称 项目名称 平台全称"
            " 平台（工作室）名称 基地全称 大师工作室名称 项目（平台）名称 平台项目名称 平台（基地）全称 基地平台名称 工作室全称 平台名称（全称）"
        ),
        hint="照批文",
        wide=22,
    )
    platform_kind: str | None = _platform(
        CODE("platform_kind"),
        "平台类型",
        *words(
            "类型 基地类型 平台类别 类别 平台种类 基地（平台）类型 基地类别 工作室类型"
            " 平台性质 平台类别名称 项目类型 基地种类 平台（基地）类型 平台项目类型 基地（工作室）类型 平台分类"
        ),
        hint="例：技能大师工作室",
        wide=16,
    )
    honour_level: str | None = _platform(
        CODE("honour_level"),
        "平台级别",
        *words(
            "级别 基地级别 平台等级 等级 平台层级 层级 认定级别 批准级别 建设级别 立项级别 获批级别 项目级别"
        ),
        hint="国家、省、市",
    )
    leader: str | None = _platform(
        PERSON_NAME,
        "领办人",
        *words(
            "带头人 领衔人 工作室领办人 领办人姓名 工作室带头人 带头人姓名 工作室领衔人 负责人 主持人 领衔人姓名"
            " 领办大师 平台负责人 基地负责人 工作室主持人 技能大师 领办人（带头人） 工作室负责人 技能大师姓名 平台带头人 主持人姓名"
        ),
        hint="填姓名",
    )
    leader_id_number: str | None = _platform(
        IDENTITY_NUMBER,
        "领办人身份证件号",
        *words("领办人身份证号 带头人身份证号 领办人证件号 负责人身份证号 领衔人身份证号"),
        hint="18位，末位X大写",
        wide=20,
    )
    host: str | None = _platform(
        ORGANISATION_NAME,
        "依托单位",
        *words(
            "建设单位 设站单位 单位名称 所在单位 依托单位名称 所属企业 依托企业 建设主体 承建单位"
            " 承担单位 依托学校 建设学校 承办单位 建站单位 依托单位（学校） 依托建设单位 所依托单位 申报单位"
        ),
        hint="与公章一致的全称",
        wide=20,
    )
    host_uscc: str | None = partner.uscc(
        "依托单位信用代码", "统一社会信用代码 信用代码 社会信用代码", group="平台", hint="18位"
    )
    document_number: str | None = _platform(
        TEXT,
        "批准文号",
        *words(
            "批文 文号 批复文号 认定文号 批文文号 批文号 批准文件号 认定文件号 批准文件文号 立项文号"
            " 批准文件 认定批文 设立文号 立项文件号"
        ),
        hint="照批文",
        wide=20,
    )
    approved_on: PartialDay | None = _platform(
        DAY_OR_MONTH,
        "批准日期",
        *words(
            "批复日期 认定时间 批准时间 设立时间 认定日期 获批时间 获批日期 立项时间 成立时间 挂牌时间"
            " 批准年月 获批年月 批复时间 命名时间 批准设立时间 认定年月 批准文件日期"
        ),
        hint="照批文",
        wide=11,
    )

    funder: str | None = _money(
        TEXT,
        "资助方",
        *words("资助单位 资金来源单位 资助部门 出资方 出资单位 拨款单位"),
        hint="例：市总工会",
        wide=14,
    )
    fund_source: str | None = partner.fund_source(group="经费")
    granted_yuan: Decimal | None = _money(
        MONEY,
        "补助金额（元）",
        *words(
            "补助 资助金额 经费资助 补助标准 奖补金额 补助资金 补助经费 资助资金 资助经费 奖补资金 扶持资金 财政补助 专项补助"
            " 下拨资金 财政补助资金 补助额 拨付金额 专项资金 补助金额（万元） 财政补助金额 资助金额（万元） 补助经费额"
        ),
        hint="照批文",
    )
    received_yuan: Decimal | None = _money(
        MONEY,
        "到账金额（元）",
        *words(
            "到账 到账经费 到位资金 到账资金 已到账金额 实际到账 资金到账 到账数"
            " 到位金额 资金到位 到账额 实到资金 到账金额（万元） 实到金额 经费到账 已到账资金 到账经费额"
        ),
        hint="到账数",
    )
    spent_yuan: Decimal | None = _money(
        MONEY,
        "支出金额（元）",
        *words(
            "支出 已支出 支出经费 使用金额 支出资金 已支出金额 支出数 已使用资金 实际支出 支出合计 使用资金"
            " 经费支出 支出额 累计支出 资金支出 已用金额 支出金额（万元） 经费支出额 已支出资金 支出总额 使用经费"
        ),
        hint="不超过到账数",
    )

    year: int | None = _work(
        YEAR,
        "年度",
        *words("年份 绩效年度 统计年度 考核年度 绩效考核年度 所属年度 考核年份 绩效评价年度 统计年份"),
        hint="例：2026",
        wide=7,
    )
    trained_apprentices: int | None = _work(
        COUNT,
        "带徒人数",
        *words(
            "带徒数 培养徒弟人数 带徒数量 培养学徒数 带徒弟人数 授徒人数"
            " 带徒人数（人） 培养徒弟数 收徒人数 带教人数"
        ),
        hint="整数",
        wide=8,
    )
    projects: int | None = _work(
        COUNT,
        "攻关项目数",
        *words("攻关项目 技术攻关项目数 技术攻关数 技术攻关 攻关项目数量 技术攻关课题数 技术革新项目数"),
        hint="整数",
        wide=8,
    )
    workstations: int | None = _work(
        COUNT,
        "工位数",
        *words(
            "实训工位数 工位 工位数量 实训工位 设备工位数 实训工位数量 工位（个） 工位总数 实训设备工位数"
        ),
        hint="整数",
        wide=8,
    )
    equipment_yuan: Decimal | None = _work(
        MONEY,
        "设备总值（元）",
        *words(
            "设备总值 设备值 设备总值（万元） 仪器设备总值 设备价值 实训设备总值 设备资产总值 设备原值"
            " 设备总额 设备资产值 设备总价值 仪器设备值 设备总值金额 教学仪器设备总值 实训设备值 设备价值总额"
        ),
        hint="照固定资产账",
    )
    person_hours: int | None = _work(
        COUNT,
        "年接待人时数",
        *words(
            "年接待人时 人时数 人时 年实训人时 年实训人时数 接待人时 实训人时 年接待人时（人时）"
            " 实训人时数 接待实训人时 年实训总人时"
        ),
        hint="人数×学时之和",
        wide=8,
    )
    person_times: int | None = _work(
        COUNT,
        "年培训人次",
        *words(
            "培训人次 年接待人次 年培训人数（人次） 培训总人次 年接待培训人次"
            " 培训人次数 年度培训人次 培训总量（人次） 年培训量"
        ),
        hint="人次，不是人数",
        wide=8,
    )
