"""The ledger of apprenticeship classes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records import student_columns as student
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT, PERIODS
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.phone import PHONE
from college_desk.records.values.text import LONG_TEXT, TEXT, TEXTS

_basic = partial(column, group=person.BASICS)
_size = partial(column, group="人数与岗位")
_plan = partial(column, group="培养方案")
_people = partial(column, group="项目负责人")
_money = partial(column, group="经费与备案")


@register(
    "cohort",
    "学徒班台账",
    subject="apprenticeship",
    key=("cohort_code",),
    counted="个",
    names=("cohort_code", "name"),
    searched=("cohort_code", "name", "major_name", "enterprises", "agreement_number"),
    listed=(
        "cohort_code", "name", "scheme", "major_name", "enterprises", "planned_size", "enrolled_size",
        "start_on", "end_on",
    ),
    sheet_titles=words(
        "学徒班备案表 学徒班汇总表 学徒班一览表 现代学徒制班级台账 现代学徒制试点班一览表 学徒制班级汇总表 企业新型学徒制班级台账 "
        "试点班汇总表"
    ),
    order=10,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class Cohort(Record):
    """A class of apprentices (学徒班) trained together with one or more enterprises."""

    cohort_code: str | None = _basic(
        IDENTIFIER,
        "学徒班编号",
        *words(
            "班级编号 试点班编号 学徒班代码 班级代码 班级代号 学徒班编码 试点班代码 班号 试点班级编号 开班编号"
            " 试点班代号 学徒班号 学徒制班编号 试点班序号编码 学徒制班级编号 试点班级代码 学徒制班级代码 试点班编码 班级编码"
        ),
        hint="例：XTZ2026-01",
        wide=13,
    )
    name: str | None = _basic(
        TEXT,
        "学徒班名称",
        *words(
            "班级名称 试点班 学徒班 学徒制班级 试点班名称 学徒制班级名称 班级 试点班级名称 学徒班级 班名 学徒班全称"
            " 学徒制班名称 学徒班名 试点项目班名称 班名称 学徒制试点班名称 学徒制试点班级 试点班（学徒班）名称 学徒班（试点班）名称 班级全称"
        ),
        hint="例：2026级机电学徒1班",
        wide=18,
    )
    scheme: str | None = _basic(
        CODE("scheme"),
        "学徒制类型",
        *words("学徒制类别 学徒类型 类型 学徒班类型 学徒制形式 学徒制种类 培养类型 类别 学徒形式 学徒制模式"),
        hint="现代学徒制 / 企业新型学徒制",
        wide=13,
    )
    pilot_level: str | None = _basic(
        CODE("pilot_level"),
        "试点层级",
        *words(
            "试点级别 项目级别 试点等级 试点层次 立项级别 级别 立项层级"
            " 试点级别层次 项目层级 立项等级 试点项目级别"
        ),
        hint="国家级、省级、市级、校级",
    )
    pilot_batch: str | None = _basic(TEXT, "试点批次", "批次", hint="例：第三批")
    document_number: str | None = _basic(
        TEXT,
        "试点文号",
        *words(
            "批准文号 立项文号 文号 批复文号 立项批文 批文号 试点批复文号 立项批准文号"
            " 批准文件号 试点批文号 立项文件号"
        ),
        hint="照立项文件",
        wide=18,
    )
    major_code: str | None = student.major_code("专业目录编码 教育部专业代码 国家专业代码 专业标准代码")
    major_name: str | None = student.major_name(
        "合作专业 试点专业 学习专业 专业名 学籍专业 在校专业 现学专业"
    )
    catalogue_version: str | None = student.catalogue_version()
    major_direction: str | None = student.major_direction()
    schooling: str | None = student.schooling()
    enterprises: tuple[str, ...] | None = _basic(
        TEXTS,
        "合作企业",
        *words(
            "企业名称 培养企业 合作单位 用工企业 企业 合作企业名称 合作企业全称 参与企业 联合培养企业"
            " 参与合作企业 联合企业 共建企业 校企合作单位 合作企业（单位） 合作企业名单 联办企业 校企合作企业"
        ),
        hint="可填多家，用顿号隔开",
        wide=22,
    )
    agreement_number: str | None = partner.agreement_number(
        also_met="合作协议书编号 校企合作协议号 协议号 校企协议编号 合作协议编号 校企协议号 校企合作协议编号 合同编号",
        group=person.BASICS,
    )
    enrolment_mode: str | None = _basic(
        CODE("enrolment_mode"),
        "招生招工方式",
        *words("招生方式 招工方式 招生招工形式 招生与招工方式 招录方式 招工招生方式"),
        hint="先招生后招工 / 先招工后招生 / 招生招工同步",
        wide=12,
    )

    planned_size: int | None = _size(
        COUNT,
        "计划人数",
        *words(
            "计划招生人数 招生计划 计划培养人数 计划数 计划培养规模 计划学徒数 招生计划数"
            " 计划招生数 拟招人数 计划招收人数 班级计划人数 招生计划人数 计划培养学徒数 计划招收数 拟招生人数"
        ),
        hint="在培人数由名册自动统计",
        wide=8,
    )
    enrolled_size: int | None = _size(
        COUNT,
        "实招人数",
        *words(
            "招生人数 实际招生人数 实有人数 录取人数 实际人数 实招数 招收人数 学徒人数 实招生数 录取数 实际招收人数 实际招生数"
            " 实际人数（人） 在班人数 实有学徒数 现有人数 实际学徒数 在册人数 实招学生数 实际招收数 班级人数 在校人数 现有学生数 实有学生数"
        ),
        hint="在培人数由名册自动统计",
        wide=8,
    )
    posts: int | None = _size(
        COUNT,
        "岗位数",
        *words(
            "学徒岗位数 企业岗位数 提供岗位数 企业提供岗位数 提供岗位数量 岗位数量 可提供岗位数"
            " 岗位数量（个） 企业岗位数量 提供学徒岗位数 可供岗位数"
        ),
        hint="应不少于人数",
        wide=8,
    )
    mentor_count: int | None = _size(
        COUNT, "企业导师数", *words("师傅数 企业导师人数 师傅人数 企业导师数量 师傅数量"), wide=8
    )
    skilled_mentor_count: int | None = _size(
        COUNT, "其中技师以上导师数", *words("技师以上导师数 其中技师以上"), wide=8
    )
    school_mentor_count: int | None = _size(
        COUNT, "学校导师数", *words("学校导师人数 校内导师数 学校导师数量 校内指导教师数"), wide=8
    )

    start_on: PartialDay | None = partner.start_on(
        "开班日期 开班时间 培养起始日期 培养开始日期 开始培养时间 培养开始时间 培养起始时间 开班日"
        " 开班时间（年月） 培养开始年月 起始培养时间 开始培养日期",
        group="培养方案",
    )
    end_on: PartialDay | None = partner.end_on(
        "结业日期 结班日期 培养终止日期 培养结束日期 毕业时间 培养结束时间 培养终止时间 结班时间 结业时间"
        " 培养截止日期 结束培养时间 结业年月",
        group="培养方案",
    )
    school_periods: Decimal | None = _plan(
        PERIODS,
        "校内学时",
        *words(
            "学校学时 校内课时 学校课时"
            " 校内课时数 学校教学学时 在校学时 学校学时数 校内教学学时 校内授课学时 在校课时 校内教学课时"
        ),
        hint="与培养方案一致",
        wide=8,
    )
    enterprise_periods: Decimal | None = _plan(
        PERIODS,
        "企业学时",
        *words(
            "企业课时 企业培养学时"
            " 企业教学学时 在企学时 企业学时数 企业实践学时 企业授课学时 企业教学课时 企业岗位学时"
        ),
        hint="与培养方案一致",
        wide=8,
    )
    theory_periods: Decimal | None = _plan(
        PERIODS, "理论课时", *words("理论学时"), hint="与培养计划一致", wide=8
    )
    practice_periods: Decimal | None = _plan(
        PERIODS, "实操课时", *words("实操学时 实训课时 实践课时"), hint="与培养计划一致", wide=8
    )
    plan_reviewed_on: dt.date | None = _plan(
        DAY,
        "培养方案论证日期",
        *words(
            "方案论证日期 论证日期 培养方案论证时间 人才培养方案论证日期 人才培养方案论证时间 方案评审日期 培养方案审定日期 方案论证时间"
            " 方案审议日期 方案论证会日期 人培方案论证日期"
        ),
        hint="应早于开班",
        wide=11,
    )
    plan_version: str | None = _plan(TEXT, "培养方案版本", *words("方案版本"), hint="例：2026版")
    plan_number: str | None = _plan(IDENTIFIER, "培养计划编号", *words("培训计划编号 计划编号"), wide=14)
    alternation: str | None = _plan(
        LONG_TEXT, "工学交替安排", *words("轮岗计划 工学交替 轮岗安排"), hint="例：第3、5学期在企业", wide=20
    )
    trade: str | None = person.trade(
        "培养职业（工种） 培养职业 培养工种 培训职业（工种） 所属工种 对应工种 职业（工种）名称及方向"
    )
    target_skill_level: str | None = _plan(
        CODE("skill_level"),
        "拟取得等级",
        *words("培养等级 目标等级 培训等级 等级 培养目标等级 拟取证等级 拟取得技能等级"),
        hint="例：四级/中级工",
    )

    school_lead: str | None = _people(
        PERSON_NAME,
        "学校项目负责人",
        *words("校方负责人 学校负责人 校方项目负责人 学校方负责人"),
        hint="填姓名",
    )
    school_lead_phone: str | None = _people(
        PHONE,
        "学校项目负责人电话",
        *words("学校负责人电话 校方负责人电话"),
        hint="11位手机号，座机带区号",
        wide=13,
    )
    enterprise_lead: str | None = _people(
        PERSON_NAME,
        "企业项目负责人",
        *words("企业负责人 企方负责人 企业方负责人 企方项目负责人"),
        hint="填姓名",
    )
    enterprise_lead_phone: str | None = _people(
        PHONE,
        "企业项目负责人电话",
        *words("企业负责人电话 企方负责人电话"),
        hint="11位手机号，座机带区号",
        wide=13,
    )

    budget_yuan: Decimal | None = _money(
        MONEY,
        "经费预算（元）",
        *words(
            "经费预算 预算 预算金额 经费预算总额 预算经费 经费预算金额"
            " 预算总额 项目预算 经费预算数 预算资金 经费预算金额（元） 预算经费总额 项目经费预算 总预算"
        ),
        hint="例：120000.00",
    )
    fund_source: str | None = partner.fund_source(
        "经费预算来源 经费来源渠道 资金渠道来源", group="经费与备案"
    )
    prepaid_yuan: Decimal | None = _money(
        MONEY, "预拨金额（元）", *words("已预拨 申请预拨金额 预拨补贴 已预拨金额"), hint="企业新型学徒制填写"
    )
    filed_on: dt.date | None = _money(
        DAY, "备案日期", *words("备案时间 开班备案日期"), hint="照备案回执", wide=11
    )
    filing_number: str | None = _money(
        TEXT, "备案号", *words("备案编号 开班备案号"), hint="照备案回执", wide=16
    )
