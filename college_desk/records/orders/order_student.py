"""The roster of order-class students."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records import student_columns as student
from college_desk.records.headers import words
from college_desk.records.register import Carried, Record, column, register
from college_desk.records.values.day import DAY_OR_MONTH
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import Month, PartialDay
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.text import TEXT
from college_desk.records.values.yes_no import YES_NO

_ORDER = "订单培养"

_order = partial(column, group=_ORDER)


@register(
    "order_student",
    "订单班学生名册",
    subject="orders",
    key=("id_number", "order_agreement"),
    counted="人",
    names=("id_number", "student_number", "name"),
    searched=("name", "id_number", "phone", "student_number", "order_class", "enterprise", "class_name"),
    listed=(
        "name", "id_number", "gender", "student_number", "class_name", "major_name", "order_class",
        "order_agreement", "enterprise",
    ),
    sheet_titles=words(
        "订单班学生花名册 订单班名册 订单班名单 订单班学生名单 订单班学生一览表 订单班花名册 订单培养学生名册 订单学生名册 冠名班学生名册"
    ),
    carries=(Carried("graduate_outcome", {"id_number": "id_number", "name": "name"}),),
    order=20,
)  # fmt: skip
@dataclass(frozen=True, kw_only=True)
class OrderStudent(Record):
    """A student of an order class (订单班学生), who keeps his own class."""

    name: str | None = person.name(
        "学生姓名 学员姓名 学生 学员"
        " 订单生姓名 定向生姓名 订单班学生 学员名字 订单学生姓名 订单班学生姓名 订单培养学生 订单培养学生姓名"
    )
    id_type: str | None = person.id_type()
    id_number: str | None = person.id_number("学生身份证号 学生身份证号码")
    gender: str | None = person.gender()
    birth_date: PartialDay | None = person.birth_date()
    ethnicity: str | None = person.ethnicity()
    political_status: str | None = person.political_status()
    phone: str | None = person.phone(
        "学生电话 学生联系电话 学生手机号"
        " 手机电话 常用电话 联络电话 联系号码 本人手机 通讯电话 手机联系电话 联系手机号 有效联系电话 联系电话号码"
    )
    household: str | None = person.household()

    student_number: str | None = student.student_number()
    registration_number: str | None = student.registration_number()
    enrolled_month: Month | None = student.enrolled_month()
    grade: str | None = student.grade()
    class_name: str | None = student.class_name(
        "班级 原行政班 原班级 在校班级 所在行政班 教学班"
        " 学生班级 就读班级 自然班 班级全称 所属行政班 行政班名称 在读班级 学籍所在班级"
    )
    major_code: str | None = student.major_code("专业目录编码 教育部专业代码 国家专业代码 专业标准代码")
    major_name: str | None = student.major_name(
        "所学专业 原专业 所读专业 专业全称 学习专业 就读专业名称 专业名 学籍专业 在校专业 现学专业"
    )
    catalogue_version: str | None = student.catalogue_version()
    schooling: str | None = student.schooling()
    student_status: str | None = student.student_status()
    guardian_name: str | None = student.guardian_name()
    guardian_phone: str | None = student.guardian_phone()

    order_class: str | None = _order(
        TEXT,
        "订单班",
        *words(
            "订单班名称 冠名班 所在订单班 订单班级 冠名班名称 所属订单班 订单班级名称 冠名班级 定向班 定向班名称 企业冠名班"
            " 订单班名 订单班级名 所属订单（冠名）班 订单（冠名）班 所在订单班名称"
        ),
        hint="例：如意班",
        refers_to="order_class",
        wide=14,
    )
    order_agreement: str | None = partner.agreement_number(
        "订单培养协议编号",
        "培养协议编号 订单班协议号 订单协议编号 订单协议号 协议编号 协议号 订单培养协议号 订单班协议编号 协议书编号 合同编号 培养协议号 订单培养协议 订单班协议 校企协议编号 订单协议书编号 订单培养协议书编号 定向培养协议编号"
        " 对应协议编号 订单协议书号 校企订单协议编号 订单合同编号",
        hint="照协议",
        group=_ORDER,
    )
    enterprise: str | None = partner.enterprise(
        "订单企业",
        "企业名称 合作企业 企业 依托单位 合作单位 培养企业 订单单位 订单企业名称 单位名称 公司名称 冠名企业 合作企业名称 用人单位 订单合作企业 定向企业 订单合作单位 冠名单位 合作订单企业 定向培养企业 订单培养企业 订单培养单位"
        " 订单单位名称 冠名单位名称 用人企业 订单用人单位 冠名企业名称",
        group=_ORDER,
    )
    joined_on: PartialDay | None = _order(
        DAY_OR_MONTH,
        "入班日期",
        *words(
            "入班时间 进班日期 加入日期 入班年月 进入订单班日期 编入日期 入订单班日期 入班（订单班）日期 加入订单班时间 加入订单班日期 编班日期"
            " 进入订单班时间 加入时间 入订单班时间 编班时间 选入日期"
        ),
        hint="例：2026.9.1",
        wide=11,
    )
    left_on: PartialDay | None = _order(
        DAY_OR_MONTH, "退出日期", *words("退班日期 退出时间 离班日期"), hint="例：2026.9.1", wide=11
    )
    left_reason: str | None = _order(TEXT, "退出原因", *words("退班原因 离班原因"), wide=14)
    confirmation: bool | None = _order(
        YES_NO,
        "学生（家长）确认书",
        *words(
            "学生家长确认书 确认书 家长确认书 学生/家长确认书 是否签订确认书 是否签确认书 学生确认书 是否有确认书 家长确认书签订情况 确认书签订"
            " 家长确认 确认书签订情况"
        ),
        hint="有/无",
    )
    confirmed_on: PartialDay | None = _order(
        DAY_OR_MONTH,
        "确认书日期",
        *words("家长确认日期 学生（家长）确认日期 确认日期 确认书签订日期 确认书签字日期"),
        hint="例：2026.9.1",
        wide=11,
    )
    grant_yuan: Decimal | None = _order(
        MONEY,
        "奖助金额（元）",
        *words(
            "奖助金额 奖助学金 奖学金 助学金 企业奖助金额 企业奖助学金 奖助学金金额 企业助学金 奖学金金额 助学金金额 企业奖学金 资助金额 企业资助金额 企业资助"
            " 奖助额 奖助学金额 发放奖助金额 奖助金 企业奖助金 奖助学金额度"
        ),
        hint="到账数",
    )
    internship_employer: str | None = _order(
        ORGANISATION_NAME,
        "实习单位",
        *words(
            "实习企业 岗位实习单位 顶岗实习单位 实习所在单位 岗位实习企业 实习公司 实习接收单位 毕业实习单位"
        ),
        hint="应与订单企业一致",
        wide=22,
    )
    also_apprentice: bool | None = _order(
        YES_NO, "是否同时在学徒班", *words("是否在学徒班 同时在学徒班"), hint="是/否"
    )
