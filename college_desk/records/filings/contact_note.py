"""Talks with enterprises and bureaus."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.day import DAY
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.text import LONG_TEXT, TEXT

_note = partial(column, group="联系")


@register(
    "contact_note",
    "联系记录",
    subject="filings",
    key=("with_whom", "on", "person", "said"),
    counted="条",
    searched=("with_whom", "person", "said"),
    listed=("on", "with_whom", "person", "said", "next_step"),
    sheet_titles=words("联系记录表 沟通记录 走访记录 联系登记表"),
    order=20,
)
@dataclass(frozen=True, kw_only=True)
class ContactNote(Record):
    """What was said with an enterprise or a bureau (联系记录)."""

    with_whom: str | None = _note(
        TEXT, "联系单位", *words("单位 单位名称 企业名称 对方单位 走访单位"), hint="企业或主管部门", wide=20
    )
    person: str | None = _note(PERSON_NAME, "联系对象", *words("联系人 对方人员 对方联系人"), hint="填姓名")
    on: dt.date | None = _note(
        DAY, "联系日期", *words("日期 联系时间 沟通日期 时间"), hint="例：20260901", wide=11
    )
    said: str | None = _note(
        LONG_TEXT, "联系内容", *words("内容 沟通内容 联系事项 事项"), hint="说了什么", wide=36
    )
    next_step: str | None = _note(
        LONG_TEXT, "下一步", *words("下一步工作 后续安排 待办"), hint="下一步做什么", wide=24
    )
