"""The roster of part-time teachers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.partner_columns import CREDIT_CODE_HEADERS
from college_desk.records.register import Carried, Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.day import DAY, DAY_OR_MONTH, MONTH
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.month import Month, PartialDay
from college_desk.records.values.number import COUNT
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.text import LONG_TEXT, TEXT
from college_desk.records.values.yes_no import YES_NO

_basic = partial(column, group=person.BASICS)
_work = partial(column, group="工作单位")
_schooling = partial(column, group=person.EDUCATION)
_qualified = partial(column, group=person.QUALIFICATION)
_kinds = partial(column, group="教师类别")


@register(
    "part_time_teacher",
    "兼职教师花名册",
    subject="teaching",
    key=("id_number",),
    counted="人",
    names=("id_number", "staff_number", "name"),
    searched=("name", "id_number", "phone", "staff_number", "employer"),
    listed=(
        "name", "id_number", "gender", "phone", "employer", "employer_post",
        "professional_title", "skill_level", "honour",
    ),
    sheet_titles=words(
        "兼职教师名册 兼职教师一览表 兼职教师汇总表 兼职教师信息表 兼职教师聘任花名册 校外兼职教师花名册 "
        "校外兼职教师基本情况 外聘教师一览表 外聘教师花名册 外聘教师审批表 外聘教师备案表 兼职教师聘用审批表 "
        "兼职教师聘任备案表 聘用登记表"
    ),
    carries=(Carried("appointment", {"teacher": "id_number", "name": "name"}),),
    order=10,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class PartTimeTeacher(Record):
    """A part-time teacher (兼职教师): who teaches for the college without being on its staff."""

    name: str | None = person.name(
        "教师姓名 兼职教师姓名 外聘教师姓名 教师 教师名称 兼职教师 受聘人 受聘人姓名"
        " 教师名字 兼职人员姓名 聘请教师 受聘教师 外聘老师 校外教师姓名 拟聘人员姓名 拟聘教师 校外兼职教师姓名 外聘专家姓名 兼课教师姓名 特聘教师姓名 聘任人姓名 拟聘任人员 拟聘任人员姓名"
    )
    id_type: str | None = person.id_type()
    id_number: str | None = person.id_number("教师身份证号 教师身份证号码 受聘人身份证号 教师证件号")
    gender: str | None = person.gender()
    birth_date: PartialDay | None = person.birth_date()
    ethnicity: str | None = person.ethnicity()
    political_status: str | None = person.political_status()
    phone: str | None = person.phone(
        "手机电话 常用电话 联络电话 联系号码 本人手机 通讯电话 手机联系电话 联系手机号 有效联系电话 联系电话号码"
    )
    photo: str | None = _basic(TEXT, "照片", "近期照片", hint="照片文件名")
    staff_number: str | None = _basic(
        IDENTIFIER,
        "工号",
        *words(
            "教工号 教师工号 教师编号 职工号 人员编号 外聘教师编号 兼职教师编号 兼职教师工号"
            " 教职工号 校内工号"
        ),
        hint="例：W2026001",
    )
    native_place: str | None = person.native_place()
    household_address: str | None = person.household_address()

    teacher_kind: str | None = _kinds(
        CODE("teacher_kind"),
        "教师类别",
        *words(
            "教师类型 兼职教师类别 兼职教师类型 外聘教师类别 外聘教师类型 聘用教师类别"
            " 兼职类型 教师性质 聘用类别 聘任类别"
        ),
        hint="校外兼职、校外兼课等",
    )
    person_source: str | None = _kinds(
        CODE("person_source"),
        "人员来源",
        *words("来源 人员类别 人员来源类别 教师来源 教师来源类别 人才来源 来源类型 来源渠道 聘用来源"),
        hint="例：企业在职",
        wide=12,
    )
    major_teacher: bool | None = _kinds(YES_NO, "是否专业教师", hint="是/否")
    dual_qualified: bool | None = _kinds(
        YES_NO, "是否双师型教师", *words("是否为双师型教师 双师型 双师型教师 是否双师型"), hint="是/否"
    )
    integrated: bool | None = _kinds(YES_NO, "是否一体化教师", *words("一体化教师 一体化"), hint="是/否")
    backbone: bool | None = _kinds(YES_NO, "是否骨干教师", *words("是否为骨干教师 骨干教师"), hint="是/否")
    renowned: bool | None = _kinds(YES_NO, "是否教学名师", *words("教学名师"), hint="是/否")
    home_major_code: str | None = _kinds(
        IDENTIFIER,
        "所属专业代码",
        *words("行政所属专业代码 行政所属专业/专业代码"),
        hint="6位（技工院校4位）",
    )
    home_major_name: str | None = _kinds(
        TEXT,
        "所属专业名称",
        *words("行政所属专业 行政所属专业名称 行政所属专业/专业名称"),
        hint="与专业目录一致",
    )
    talent_card: str | None = _kinds(
        TEXT, "圣地人才一卡通类别", *words("圣地人才一卡通 惠才卡类别 人才卡类别")
    )

    employer: str | None = _work(
        ORGANISATION_NAME,
        "工作单位",
        *words(
            "单位名称 原单位 所在单位 全职工作单位 现工作单位 单位全称 单位全称（按照单位公章） 企业名称 所在企业 原工作单位 "
            "所在单位名称 工作单位名称 单位 现所在单位 工作单位（全称） 所属单位 人事关系所在单位 任职单位 供职单位 现单位 所在企业名称 所在企业（单位） 来源单位 派出单位名称"
            " 所在工作单位 来源企业 所在工作单位（全称） 现所在单位名称 原工作单位名称 从业单位 就职单位 就职企业 任职企业"
        ),
        hint="与公章一致的全称",
        refers_to="enterprise",
        wide=22,
    )
    employer_uscc: str | None = _work(
        CREDIT_CODE,
        "单位信用代码",
        "统一社会信用代码",
        "单位统一社会信用代码",
        *words("所在企业信用代码 企业统一社会信用代码 企业信用代码 工作单位信用代码 所在单位信用代码"),
        *CREDIT_CODE_HEADERS,
        hint="18位",
        wide=20,
    )
    employer_post: str | None = _work(
        TEXT,
        "职务（岗位）",
        *words(
            "职务 现任职务 单位职务 行政职务 工作岗位 岗位名称 岗位 现职务 所任职务 职务/岗位 单位岗位 岗位职务 现任岗位 职务名称 工作职务 职务及岗位 单位现任职务 现工作岗位 工作岗位（职务） 担任职务"
            " 现任职务（岗位） 任职岗位 单位任职 企业岗位 在原单位职务 在企业岗位 单位职务/岗位 任职情况"
        ),
        hint="例：车间主任、装配钳工",
        wide=12,
    )
    employed_since: PartialDay | None = _work(
        DAY_OR_MONTH,
        "参加工作时间",
        *words("参加工作年月 参加工作日期 工作时间"),
        hint="例：2005年7月",
        wide=11,
    )
    related_in_college: bool | None = _work(
        YES_NO, "校内有无近亲属", *words("近亲属回避 是否有近亲属 近亲属关系"), hint="有/无"
    )

    education: str | None = person.education()
    degree: str | None = person.degree()
    graduated_from: str | None = person.graduated_from()
    studied_major: str | None = person.studied_major()
    educated_month: Month | None = person.educated_month()
    first_education: str | None = _schooling(
        CODE("education"), "第一学历", "第一学历/学历", hint="例：大学专科"
    )
    first_degree: str | None = _schooling(CODE("degree"), "第一学位", "第一学历/学位", hint="例：学士")
    first_graduated_from: str | None = _schooling(
        ORGANISATION_NAME, "第一学历毕业院校", "第一学历/毕业院校", hint="填全称，与毕业证一致", wide=20
    )
    first_studied_major: str | None = _schooling(
        TEXT, "第一学历所学专业", *words("第一学历/专业 第一学历专业"), hint="填全称，与毕业证一致", wide=14
    )
    first_educated_month: Month | None = _schooling(
        MONTH, "第一学历毕业时间", "第一学历/毕业时间", hint="例：2008年7月"
    )

    skill_level: str | None = person.skill_level()
    trade: str | None = person.trade("所属工种 对应工种 职业（工种）名称及方向")
    skill_certificate_number: str | None = person.skill_certificate_number()
    skill_certified_on: PartialDay | None = person.skill_certified_on()
    skill_issuer: str | None = person.skill_issuer()
    professional_title: str | None = person.professional_title()
    title_level: str | None = person.title_level()
    title_granted_on: PartialDay | None = person.title_granted_on()
    title_issuer: str | None = person.title_issuer()
    appointed_title: str | None = _qualified(TEXT, "已聘职称", *words("聘任职称 现聘职称"), wide=14)
    years_in_trade: int | None = person.years_in_trade()
    days_in_trade_this_year: int | None = _qualified(
        COUNT,
        "本学年一线工作天数",
        *words("行业、企业一线工作时间/本学年 行业企业一线工作时间/本学年 本学年一线工作时间"),
        hint="整数",
    )
    field_of_work: str | None = _qualified(TEXT, "专业领域", "从事领域", wide=14)
    speciality: str | None = _qualified(TEXT, "专业特长", "特长", wide=14)
    teaching_certificate_number: str | None = _qualified(
        IDENTIFIER,
        "教师资格证书编号",
        *words("教师资格 教师资格证 教师资格证号 教师资格证编号 教师资格证书号 教师资格证书号码"),
        hint="如有",
        wide=20,
    )
    teaching_certified_on: PartialDay | None = _qualified(
        DAY_OR_MONTH, "教师资格证书取得日期", *words("高校教师资格证书/获取日期 教师资格取得时间"), wide=11
    )
    teaching_certificate_issuer: str | None = _qualified(
        ORGANISATION_NAME, "教师资格证书发证单位", *words("高校教师资格证书/发证单位"), wide=18
    )
    main_achievements: str | None = _qualified(
        LONG_TEXT,
        "主要业绩",
        *words("主要工作业绩 工作业绩 主要成果 工作业绩及成果 业绩成果"),
        hint="500字以内",
        wide=30,
    )

    honour: str | None = person.honour()
    honour_level: str | None = person.honour_level()
    honour_rank: int | None = person.honour_rank()
    honour_role: str | None = person.honour_role()
    honour_on: PartialDay | None = person.honour_on()
    honour_document: str | None = person.honour_document()

    certificate_checked_on: dt.date | None = _qualified(
        DAY,
        "证书查询日期",
        *words("联网查询日期 证书联网查询日期 证书查询结果日期"),
        hint="联网查询当日",
        wide=11,
    )
    bank_name: str | None = person.bank_name()
    bank_account: str | None = person.bank_account()
    account_name: str | None = person.account_name()
