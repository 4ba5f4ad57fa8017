"""To whom the college sends each filing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.text import TEXTS

_route = partial(column, group="报送去向")


@register(
    "recipient",
    "主送机关",
    subject="college",
    key=("filing",),
    counted="条",
    searched=("recipient", "first_reviewer"),
    listed=("filing", "recipient", "paper_kind", "first_reviewer", "copy_to"),
    sheet_titles=words("主送机关一览表 报送去向"),
    order=70,
)
@dataclass(frozen=True, kw_only=True)
class Recipient(Record):
    """The authority that receives a filing of the college (主送机关), with the kind of covering paper."""

    filing: str | None = _route(
        CODE("filing"),
        "申报（备案）事项",
        *words("申报事项 备案事项 事项"),
        hint="例：兼职教师聘任备案",
        wide=22,
    )
    recipient: str | None = _route(ORGANISATION_NAME, "主送机关", hint="例：济宁市教育局", wide=18)
    paper_kind: str | None = _route(CODE("paper_kind"), "文种", "公文种类", hint="报告、请示、函", wide=8)
    first_reviewer: str | None = _route(
        ORGANISATION_NAME,
        "初审机关",
        *words("县级初审机关 县级主管部门"),
        hint="例：任城区教育和体育局",
        wide=18,
    )
    copy_to: tuple[str, ...] | None = _route(TEXTS, "抄送", "抄送机关", hint="可填多个，用顿号隔开", wide=18)
