"""The college itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.academic_year import ACADEMIC_YEAR
from college_desk.records.values.code import CODE, OPEN_CODE
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.number import COUNT
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.phone import PHONE
from college_desk.records.values.text import TEXT

_basic = partial(column, group=person.BASICS)
_superior = partial(column, group="主管与行文")
_contact = partial(column, group=person.CONTACT)


@register(
    "school",
    "学校概况",
    subject="college",
    key=(),
    counted="个",
    names=("name", "school_code", "uscc"),
    searched=("name", "school_code", "uscc"),
    listed=("name", "school_code", "school_type", "nature", "authority", "district", "contact", "phone"),
    sheet_titles=words("学校基本情况 学校基本情况表 学校基本信息 学校概况表"),
    one_record=True,
    order=10,
)
@dataclass(frozen=True, kw_only=True)
class School(Record):
    """The college (学校), one record; its name stands on every page and on the seal."""

    name: str | None = _basic(
        ORGANISATION_NAME,
        "学校名称",
        *words("学校 单位名称 填报单位 申报单位 学校（盖章） 学校全称 院校名称"),
        hint="与公章一致的全称",
        wide=20,
    )
    school_code: str | None = _basic(
        IDENTIFIER, "学校代码", *words("学校标识码 院校代码 学校编码 机构标识码"), hint="10位，照统计报表"
    )
    uscc: str | None = _basic(
        CREDIT_CODE,
        "统一社会信用代码",
        *partner.CREDIT_CODE_HEADERS,
        hint="18位，照事业单位法人证书",
        wide=20,
    )
    school_type: str | None = _basic(
        CODE("school_type"), "学校类型", *words("院校类型 办学类型"), hint="例：中等技术学校", wide=14
    )
    nature: str | None = _basic(CODE("nature"), "办学性质", *words("学校性质 举办性质"), hint="公办、民办")
    district: str | None = _basic(
        OPEN_CODE("region"),
        "所属县（市、区）",
        *words("所属县市区 所在县市区 所属县区 所在区县"),
        hint="例：任城区",
    )
    legal_representative: str | None = _basic(
        PERSON_NAME, "法定代表人", *words("法人 法人代表 学校负责人 校长"), hint="照事业单位法人证书"
    )
    academic_year: str | None = _basic(ACADEMIC_YEAR, "当前学年", "学年", hint="例：2026-2027")
    students: int | None = _basic(
        COUNT, "在校生数", *words("在校学生数 在校生人数"), hint="与统计报表同一时点"
    )

    authority: str | None = _superior(
        ORGANISATION_NAME, "主管部门", *words("学校主管部门 上级主管部门"), hint="例：济宁市教育局", wide=16
    )
    document_code: str | None = _superior(
        TEXT, "发文机关代字", *words("发文代字 机关代字"), hint="例：济职院"
    )
    fiscal_body: str | None = _superior(
        ORGANISATION_NAME,
        "财政拨款部门",
        *words("财政部门 经费拨款部门 财政隶属"),
        hint="例：济宁市财政局",
        wide=16,
    )

    address: str | None = _contact(
        TEXT, "地址", *words("学校地址 通讯地址 办公地址"), hint="照事业单位法人证书", wide=26
    )
    contact: str | None = _contact(
        PERSON_NAME, "联系人", *words("经办人 填报人 学校联系人"), hint="经办人姓名"
    )
    phone: str | None = _contact(
        PHONE,
        "联系电话",
        *words(
            "电话 手机 手机号 联系方式 学校电话 办公电话"
            " 手机电话 常用电话 联络电话 联系号码 本人手机 通讯电话 手机联系电话 联系手机号 有效联系电话 联系电话号码"
        ),
        hint="11位手机号，座机带区号",
        wide=13,
    )
    email: str | None = _contact(TEXT, "电子信箱", *words("邮箱 电子邮箱 E-mail"), wide=18)

    account_name: str | None = person.account_name("与单位名称一致")
    bank_name: str | None = person.bank_name()
    bank_account: str | None = partner.company_account(group=person.BANK)
