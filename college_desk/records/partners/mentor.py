"""The roster of enterprise mentors."""

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
from college_desk.records.values.day import DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import PartialDay
from college_desk.records.values.number import PERIODS
from college_desk.records.values.text import TEXT, TEXTS

_work = partial(column, group="工作单位")
_duty = partial(column, group="聘期与带徒")


@register(
    "mentor",
    "企业导师（师傅）名册",
    subject="partners",
    key=("id_number", "enterprise"),
    counted="人",
    names=("id_number", "name"),
    searched=("name", "id_number", "phone", "enterprise"),
    listed=(
        "name",
        "id_number",
        "enterprise",
        "employer_post",
        "phone",
        "skill_level",
        "trade",
        "start_on",
        "end_on",
    ),
    sheet_titles=words(
        "师傅名册 企业导师名册 企业导师一览表 企业导师花名册 师傅花名册 企业师傅名册 企业导师汇总表 导师名册 企业师傅一览表 "
        "师带徒名册 企业导师信息表 师傅信息表"
    ),
    order=40,
)
@dataclass(frozen=True, kw_only=True)
class Mentor(Record):
    """An enterprise's mentor of apprentices (企业导师、师傅)."""

    name: str | None = person.name(
        "师傅姓名 企业师傅 企业导师 企业指导老师 带教老师 师傅 导师姓名 企业导师姓名 企业师傅姓名 企业指导教师 带徒师傅 师带徒"
        " 师傅名字 带徒师傅姓名 企业导师名字 带教导师 导师名 师傅名 企业指导师傅姓名 企业带教师傅 企业导师（师傅） 师傅（导师）姓名 带教老师姓名 指导师傅姓名"
    )
    id_type: str | None = person.id_type()
    id_number: str | None = person.id_number("师傅身份证号 导师身份证号 企业导师身份证号 师傅身份证号码")
    gender: str | None = person.gender()
    birth_date: PartialDay | None = person.birth_date()
    ethnicity: str | None = person.ethnicity()
    political_status: str | None = person.political_status()
    phone: str | None = person.phone(
        "师傅电话 导师电话 师傅联系电话 导师联系电话"
        " 手机电话 常用电话 联络电话 联系号码 本人手机 通讯电话 手机联系电话 联系手机号 有效联系电话 联系电话号码"
    )

    enterprise: str | None = partner.enterprise(
        "所在企业",
        "企业名称 合作企业 所属企业 工作单位 单位名称 所在单位 企业 公司名称 合作单位 实习单位 单位 任职企业 所属企业名称 所在企业（全称） 现工作单位 工作单位名称"
        " 师傅所在企业 导师所在单位 供职企业 师傅单位 导师所在企业 企业全称 所在公司 工作企业 师傅工作单位 单位（企业）名称",
        group="工作单位",
    )
    enterprise_uscc: str | None = partner.uscc(
        "企业信用代码",
        "统一社会信用代码 社会信用代码 信用代码 企业统一社会信用代码 单位信用代码",
        group="工作单位",
    )
    employer_department: str | None = _work(
        TEXT,
        "所在部门（车间）",
        *words(
            "部门 部门（车间） 所在车间 企业部门 车间 所在车间（部门） 所在部门 工作部门 所属部门 所属车间 车间（部门） 所在班组"
            " 所在科室 车间班组 部门班组 班组 科室"
        ),
        wide=12,
    )
    employer_post: str | None = _work(
        TEXT,
        "职务（岗位）",
        *words(
            "职务 现任职务 单位职务 工作岗位 岗位 岗位名称 企业职务 行政职务 职务/岗位 工作职务 职务及岗位 现任岗位 单位现任职务 现工作岗位 工作岗位（职务） 担任职务 岗位（职务） 所任职务"
            " 现岗位 任职岗位 所在工作岗位 所在岗位"
        ),
        hint="例：车间主任、装配钳工",
        wide=12,
    )

    education: str | None = person.education()
    degree: str | None = person.degree()
    graduated_from: str | None = person.graduated_from()
    studied_major: str | None = person.studied_major()
    skill_level: str | None = person.skill_level()
    trade: str | None = person.trade("所属工种 对应工种 职业（工种）名称及方向")
    skill_certificate_number: str | None = person.skill_certificate_number()
    skill_certified_on: PartialDay | None = person.skill_certified_on()
    skill_issuer: str | None = person.skill_issuer()
    certificate_checked_on: dt.date | None = column(
        DAY, "证书查询日期", *words("联网查询日期 证书联网查询日期"), wide=11, group=person.QUALIFICATION
    )
    certificate_checked: str | None = column(
        TEXT, "证书查询结果", *words("联网查询结果 证书联网查询结果"), group=person.QUALIFICATION
    )
    professional_title: str | None = person.professional_title()
    title_level: str | None = person.title_level()
    years_in_trade: int | None = person.years_in_trade()
    honour: str | None = person.honour()

    letter_number: str | None = _duty(
        IDENTIFIER,
        "聘书编号",
        *words("聘书号 聘任书编号 聘用编号 聘书编码 聘任证书编号 聘任编号 聘书号码 聘请书编号 导师聘书编号"),
        hint="例：2026-企导-012",
        wide=14,
    )
    start_on: PartialDay | None = partner.start_on(
        "聘期起 聘期起始 起聘日期 聘任日期 聘任开始日期 受聘日期 聘用开始日期 聘用日期 聘用期起 聘用起 聘任起 受聘起始日期"
        " 聘任开始时间 带徒开始日期 聘任期起 聘书起始日期 带徒起始日期",
        group="聘期与带徒",
    )
    end_on: PartialDay | None = partner.end_on(
        "聘期止 聘期终止 终聘日期 聘任结束日期 聘任终止日期 聘用结束日期 聘用期止 聘用止 聘任止 受聘终止日期 受聘结束日期"
        " 聘任截止日期 带徒结束日期 聘任期止 聘书终止日期 带徒终止日期",
        group="聘期与带徒",
    )
    apprenticeship_agreement_number: str | None = _duty(
        IDENTIFIER, "带徒协议号", *words("师带徒协议号 带徒协议编号 师徒协议编号"), wide=14
    )
    mentored_majors: tuple[str, ...] | None = _duty(
        TEXTS,
        "带徒专业",
        *words(
            "指导专业 带教专业 所带专业 带徒所属专业 指导学徒专业"
            " 指导专业名称 带徒专业名称 所带学徒专业 负责专业"
        ),
        hint="可填多个，用顿号隔开",
        wide=14,
    )
    mentored_classes: tuple[str, ...] | None = _duty(
        TEXTS,
        "带徒班级",
        *words("指导班级 带教班级 带徒专业/班级 带徒专业班级 所带班级 带徒学徒班 指导学徒班"),
        hint="可填多个，用顿号隔开",
        wide=14,
    )
    yearly_periods: Decimal | None = _duty(
        PERIODS,
        "年授课（指导）课时",
        *words(
            "年授课课时 年指导课时 年授课/指导课时 年课时 年指导（授课）课时 年授课学时 年指导学时 年度授课课时"
        ),
        wide=8,
    )
    allowance_yuan: Decimal | None = _duty(
        MONEY,
        "导师津贴（元）",
        *words(
            "导师津贴标准 师傅津贴 带徒津贴 津贴标准 导师津贴 津贴 导师补贴 师傅补贴 导师津贴（元/月） 带徒补贴 指导津贴 导师补助"
            " 师傅带徒津贴 带教津贴 导师费 带徒津贴标准 师傅补助 带徒补助"
        ),
        hint="例：500.00",
    )
    allowance_unit: str | None = _duty(
        CODE("allowance_unit"), "津贴计发单位", *words("津贴单位 计发单位"), hint="元/月、元/课时"
    )
    allowance_payer: str | None = _duty(
        CODE("allowance_payer"), "津贴发放方", *words("发放方 津贴发放单位"), hint="学校、企业"
    )
    result: str | None = _duty(
        CODE("appraisal_result"),
        "考核结果",
        *words(
            "聘期考核结果 考核等次 年度考核结果 聘期考核等次 考核等级 考核情况 年度考核等次"
            " 年度考核 考核评价 带徒考核结果 考核结论 考核等次（结果）"
        ),
        hint="优秀、合格、基本合格、不合格",
    )

    bank_name: str | None = person.bank_name()
    bank_account: str | None = person.bank_account()
    account_name: str | None = person.account_name()
