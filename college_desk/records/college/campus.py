"""The campuses of the college."""

from __future__ import annotations

from dataclasses import dataclass

from college_desk.records.headers import words
from college_desk.records.person_columns import BASICS
from college_desk.records.register import Record, column, register
from college_desk.records.values.identifier import IDENTIFIER
from college_desk.records.values.text import TEXT


@register(
    "campus",
    "校区",
    subject="college",
    key=("code",),
    counted="个",
    names=("code", "name"),
    searched=("code", "name", "address"),
    listed=("code", "name", "address"),
    sheet_titles=words("校区一览表 校区情况表 校区名单"),
    order=20,
)
@dataclass(frozen=True, kw_only=True)
class Campus(Record):
    """A campus of the college (校区)."""

    code: str | None = column(
        IDENTIFIER, "校区编号", *words("校区代码 校区号"), hint="例：01", wide=8, group=BASICS
    )
    name: str | None = column(TEXT, "校区名称", hint="例：北校区", wide=14, group=BASICS)
    address: str | None = column(
        TEXT, "地址", *words("校区地址 详细地址 通讯地址"), hint="写到门牌号", wide=26, group=BASICS
    )
