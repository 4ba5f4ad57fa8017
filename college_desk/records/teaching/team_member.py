"""Who belongs to a teaching team."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records import person_columns as person
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.text import TEXT

_TEAM = "团队"

_team = partial(column, group=_TEAM)


@register(
    "team_member",
    "教学团队成员名单",
    subject="teaching",
    key=("team", "agreement_number", "id_number"),
    counted="人",
    searched=("name", "id_number", "team"),
    listed=("team", "name", "id_number", "role", "employer_post", "phone"),
    sheet_titles=words("团队成员名单 教学团队成员 团队成员一览表"),
    order=80,
)
@dataclass(frozen=True, kw_only=True)
class TeamMember(Record):
    """A member on the list of the unit that sends the team (团队成员)."""

    team: str | None = _team(
        TEXT,
        "团队名称",
        *words("教学团队 所属团队 团队 教学团队名称"),
        hint="例：智能制造教学团队",
        refers_to="team",
        wide=16,
    )
    agreement_number: str | None = partner.agreement_number(
        also_met="单位协议编号 协议号 团队协议编号 合同编号", group=_TEAM
    )
    name: str | None = person.name("成员姓名 团队成员")
    id_number: str | None = person.id_number("成员身份证号")
    role: str | None = _team(CODE("honour_role"), "团队身份", *words("角色 成员类别"), hint="带头人、成员")
    employer_post: str | None = _team(
        TEXT, "职务（岗位）", *words("职务 岗位 工作岗位"), hint="例：车间主任、装配钳工", wide=12
    )
    phone: str | None = person.phone(
        "手机电话 常用电话 联络电话 联系号码 本人手机 通讯电话 手机联系电话 联系手机号 有效联系电话 联系电话号码"
    )
