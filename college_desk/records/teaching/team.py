"""Teams that are hired together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.month import PartialDay
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.text import TEXT

_TEAM = "团队"

_team = partial(column, group=_TEAM)


@register(
    "team",
    "教学团队",
    subject="teaching",
    key=("name", "agreement_number"),
    counted="个",
    names=("name",),
    searched=("name", "unit", "leader", "agreement_number"),
    listed=("name", "unit", "leader", "agreement_number", "start_on", "end_on", "pay_to"),
    sheet_titles=words("教学团队一览表 团队聘请一览表 团队聘请台账"),
    order=70,
)
@dataclass(frozen=True, kw_only=True)
class Team(Record):
    """A teaching team hired as a whole from its unit (教学团队、团队聘请); its members are a list of their own."""

    name: str | None = _team(
        TEXT, "团队名称", *words("教学团队名称 团队 教师团队名称"), hint="例：智能制造教学团队", wide=16
    )
    unit: str | None = partner.enterprise(
        "所属单位", "派出单位 单位名称 企业名称 所在单位 合作单位", group=_TEAM
    )
    unit_uscc: str | None = partner.uscc(
        "单位信用代码", "统一社会信用代码 社会信用代码 信用代码", group=_TEAM, hint="18位"
    )
    leader: str | None = _team(
        PERSON_NAME,
        "带头人",
        *words("团队带头人 负责人 团队负责人 带头人姓名 团队带头人姓名 团队负责人姓名 领衔人"),
        hint="填姓名",
    )
    agreement_number: str | None = partner.agreement_number(
        also_met="单位协议编号 协议号 团队协议编号 合同编号", group=_TEAM
    )
    start_on: PartialDay | None = partner.start_on("聘期起 协议起始日期 聘请开始日期", group=_TEAM)
    end_on: PartialDay | None = partner.end_on("聘期止 协议终止日期 聘请结束日期", group=_TEAM)
    pay_to: str | None = _team(CODE("pay_to"), "报酬支付对象", *words("报酬付给 支付对象"), hint="个人、单位")
