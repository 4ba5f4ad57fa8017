"""Where apprentices were, or will be, trained at enterprises besides where they are now."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import COUNT
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.text import TEXT

_PLACE = "企业培养"

_place = partial(column, group=_PLACE)
_papers = partial(column, group="协议与保险")


@register(
    "placement",
    "企业培养段",
    subject="apprenticeship",
    key=("apprentice", "cohort", "start_on"),
    counted="条",
    searched=("name", "apprentice", "enterprise", "position", "mentor"),
    listed=(
        "name",
        "apprentice",
        "kind",
        "enterprise",
        "position",
        "mentor",
        "start_on",
        "end_on",
        "monthly_pay",
    ),
    sheet_titles=words(
        "企业培养段台账 在岗轮岗台账 轮岗安排表 轮岗记录 岗位实习安排表 实习安排表 岗位实习名册 实习学生名册"
    ),
    order=30,
)
@dataclass(frozen=True, kw_only=True)
class Placement(Record):
    """A time that an apprentice spends at an enterprise (企业培养段): earlier, planned, or a rotation."""

    name: str | None = person.name(
        "学生姓名 学徒姓名 学徒 学员姓名 实习生 实习生姓名 实习学生 实习学生姓名"
        " 实习学徒 学徒生姓名 实习人员 实习生名字 实习学徒姓名 实习学员姓名 实习生名单"
    )
    apprentice: str | None = person.person_by_number(
        "apprentice",
        "学生身份证号 学徒身份证号"
        " 学徒证件号码 实习生身份证号 身份证件 居民身份号码 证件号（身份证） 公民证件号码 身份证编码 身份证信息 身份证明号码 有效身份证号",
    )
    cohort: str | None = _place(
        TEXT,
        "学徒班",
        *words(
            "学徒班编号 学徒班名称 试点班 学徒制班级 班级 所在学徒班 班级名称 所属班级"
            " 所属学徒班 试点班级 学徒制班 学徒班级"
        ),
        hint="选择或输入学徒班编号",
        refers_to="cohort",
        wide=16,
    )
    kind: str | None = _place(
        CODE("placement_kind"),
        "培养类型",
        *words("实习类型 培养阶段 类型 实习阶段 实习类别 实习形式 培养环节 类别 实习性质 培养形式 在岗类型"),
        hint="认识实习、岗位实习、企业课程、在岗",
    )
    enterprise: str | None = partner.enterprise(
        "合作企业",
        "企业 企业名称 培养企业 实习单位 实习企业 用工企业 合作单位 单位名称 实习单位名称 实习企业名称 合作企业名称 接收单位 接收企业 培养单位 单位全称"
        " 实习所在企业 岗位实习单位 所在实习单位 实习企业全称",
        group=_PLACE,
    )
    site: str | None = _place(
        TEXT,
        "厂区",
        *words(
            "厂区（车间） 实习地点 工作地点 车间 实习厂区 工作厂区 工作车间 所在车间 生产车间"
            " 实习厂区车间 所在厂区 岗位地点 实习场所 实习厂区（车间） 实习车间"
        ),
        wide=12,
    )
    position: str | None = _place(
        TEXT,
        "学徒岗位",
        *words(
            "岗位 实习岗位 培养岗位 工作岗位 岗位名称 实习岗位名称 从事岗位 岗位（工种） 跟岗岗位"
            " 实习工种 岗位名 实习岗 学习岗位 实习岗位（工种） 所在实习岗位"
        ),
        hint="例：数控车床操作",
        wide=12,
    )
    mentor: str | None = _place(
        PERSON_NAME,
        "企业导师（师傅）",
        *words(
            "师傅 企业导师 企业师傅 带徒师傅 企业指导教师 师傅姓名 导师 企业导师姓名 企业指导老师 企业指导教师姓名 师父 带教师傅"
            " 企业师傅姓名 现场师傅 带岗师傅 指导师傅"
        ),
        hint="从名册选，可输姓名首字母",
        refers_to="mentor",
    )
    start_on: PartialDay | None = partner.start_on(
        "上岗日期 在岗起 实习开始日期 企业培养起 培养开始日期 实习起始日期 在岗开始日期 实习起 轮岗开始日期 培养起始日期 进岗日期"
        " 到岗日期 入厂日期 实习开始时间 进厂时间 轮岗起始日期 实习起始时间 上岗时间 进厂日期 到岗时间",
        group=_PLACE,
    )
    end_on: PartialDay | None = partner.end_on(
        "离岗日期 在岗止 实习结束日期 企业培养止 培养结束日期 实习终止日期 在岗结束日期 实习止 轮岗结束日期 培养终止日期 离岗时间"
        " 出岗日期 离厂日期 实习结束时间 轮岗截止日期 实习终止时间 下岗日期 返校日期",
        group=_PLACE,
    )
    days_per_week: int | None = _place(
        COUNT,
        "每周在岗天数",
        *words("周在岗天数 每周天数 每周到岗天数 周到岗天数 每周实习天数 周实习天数 每周工作天数"),
        hint="例：5",
        wide=7,
    )
    monthly_pay: Decimal | None = _place(
        MONEY,
        "月报酬（元）",
        *words(
            "津贴 学徒津贴 月津贴 实习报酬 实习补贴 月工资 月报酬 岗位津贴 月津贴标准 月补贴 实习工资 津贴标准 每月津贴"
            " 每月报酬 实习津贴标准 实习月薪 月发报酬 实习报酬（元/月） 实习津贴 实习期工资 实习月报酬"
        ),
        hint="实际发给学生本人的金额",
    )
    agreement_number: str | None = partner.agreement_number(
        also_met="实习协议书编号 三方协议书号 协议号 三方协议编号 四方协议编号 实习协议编号 合同编号 三方协议号 实习协议号 协议书编号",
        group="协议与保险",
    )
    policy_number: str | None = _papers(
        IDENTIFIER,
        "保单号",
        *words("保险单号 保单编号 保险单编号 保险号 保单号码 责任险保单号 保单编码"),
        hint="照保单",
        refers_to="insurance_policy",
        wide=18,
    )
    ended_reason: str | None = _papers(
        CODE("placement_end"),
        "结束原因",
        *words("终止原因 离岗原因 变动原因 离岗（结束）原因 离岗缘由 结束情形 终止缘由"),
        hint="期满、换岗、换企业、返校、退出",
    )
