"""Who is on the list of an insurance policy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.day import DAY_OR_MONTH, END_DAY
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.month import PartialDay

_cover = partial(column, group="保险")


@register(
    "insured_person",
    "参保名单",
    subject="apprenticeship",
    key=("policy_number", "id_number", "insured_from"),
    counted="人",
    searched=("name", "id_number", "policy_number"),
    listed=("name", "id_number", "policy_number", "insured_from", "insured_to", "endorsement_number"),
    sheet_titles=words("参保人员名单 被保险人名单 投保名单 保险名单 实习保险名单"),
    order=60,
)
@dataclass(frozen=True, kw_only=True)
class InsuredPerson(Record):
    """A person on the list of an insurance policy (参保人), from one day to another."""

    policy_number: str | None = _cover(
        IDENTIFIER,
        "保单号",
        *words(
            "保险单号 保单编号 保险单编号 保险号 保单号码 所属保单号"
            " 保单编码 责任险保单号 保险单编码 所属保险单号 保险单（保单）号"
        ),
        hint="照保单",
        refers_to="insurance_policy",
        wide=20,
    )
    name: str | None = person.name(
        "被保险人 被保险人姓名 学生姓名 参保人姓名 学徒姓名 投保学生 参保学生 参保学生姓名 被保人 被保人姓名 投保人员"
        " 参保人 被保人员 投保学生姓名 参保学员 投保人员姓名 参保人员姓名 参保人员 参保学徒"
    )
    id_number: str | None = person.id_number("被保险人身份证号 学生身份证号 学徒身份证号 被保险人证件号码")
    insured_from: PartialDay | None = _cover(
        DAY_OR_MONTH,
        "保险起期",
        *words(
            "保险起 保险开始日期 保险起始日期 生效日期 参保日期 起保日期 起保时间 参保起始日期 保险起始时间 投保日期 参保时间 保险生效日期"
            " 保障开始日期 起保 承保起期 保险责任开始日期 保险期限起 保险期间起 保障起期"
        ),
        hint="必须覆盖在岗期间",
        wide=11,
    )
    insured_to: PartialDay | None = _cover(
        END_DAY,
        "保险止期",
        *words(
            "保险止 保险结束日期 保险终止日期 到期日期 退保日期 终保日期 终保时间 参保终止日期 保险终止时间 参保止期 满期日期"
            " 保障结束日期 终保 承保止期 保险责任截止日期 保险期限止 保险期间止 保障止期"
        ),
        hint="必须覆盖在岗期间",
        wide=11,
    )
    endorsement_number: str | None = _cover(
        IDENTIFIER, "批单号", *words("批单编号 批改单号 批改单编号 批单编码"), hint="增减人员时填写", wide=18
    )
