"""Papers that go from hand to hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY
from college_desk.records.values.number import COUNT
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.text import TEXT

_movement = partial(column, group="收发")


@register(
    "paper_movement",
    "收发登记",
    subject="filings",
    key=("paper", "direction", "on", "who"),
    counted="条",
    searched=("paper", "who"),
    listed=("on", "paper", "direction", "who", "copies", "returned_on"),
    sheet_titles=words("收发登记表 材料收发登记 用印登记 用印登记表 文件收发登记表 材料交接登记表"),
    order=30,
)
@dataclass(frozen=True, kw_only=True)
class PaperMovement(Record):
    """A paper taken, handed out or sealed (收发、用印)."""

    paper: str | None = _movement(
        TEXT, "材料名称", *words("材料 文件名称 文件 用印材料 文件材料名称"), hint="例：学徒三方协议", wide=26
    )
    direction: str | None = _movement(
        CODE("paper_direction"), "收发类别", *words("收/发 收发 类别 收发类型"), hint="收、发、用印", wide=8
    )
    who: str | None = _movement(
        PERSON_NAME, "经手人", *words("领取人 送交人 经办人 签收人 用印人 交接人"), hint="填姓名"
    )
    on: dt.date | None = _movement(
        DAY, "日期", *words("收发日期 用印日期 时间 领取日期 交接日期"), hint="例：20260901", wide=11
    )
    copies: int | None = _movement(COUNT, "份数", *words("数量 用印份数"), hint="例：3", wide=6)
    returned_on: dt.date | None = _movement(
        DAY, "归还日期", *words("归还时间 退还日期"), hint="借出的材料填写", wide=11
    )
