"""Letters that come in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from college_desk.records.headers import words
from college_desk.records.person_columns import CONTACT
from college_desk.records.register import Record, column, register
from college_desk.records.values.code import CODE
from college_desk.records.values.day import DAY
from college_desk.records.values.number import COUNT
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.person_name import PERSON_NAME
from college_desk.records.values.phone import PHONE
from college_desk.records.values.text import LONG_TEXT, TEXT, TEXTS

_letter = partial(column, group="来文")
_reply = partial(column, group="报送要求")
_contact = partial(column, group=CONTACT)


@register(
    "notice",
    "来文登记",
    subject="filings",
    key=("issuer", "document_number"),
    else_key=("title",),
    counted="份",
    names=("document_number", "title"),
    searched=("title", "issuer", "document_number", "contact"),
    listed=("title", "issuer", "document_number", "received_on", "due_on", "filing", "status"),
    sheet_titles=words("来文登记表 收文登记 收文登记表 收文台账 来文台账 文件收文登记簿"),
    order=10,
)
@dataclass(frozen=True, kw_only=True)
class Notice(Record):
    """A letter that asks for something (来文、通知), with the day on which it is due."""

    title: str | None = _letter(
        TEXT, "标题", *words("来文标题 文件标题 文件名称 通知名称 文件题名 来文名称"), hint="照原文", wide=30
    )
    issuer: str | None = _letter(
        ORGANISATION_NAME, "来文单位", *words("发文单位 来文机关 发文机关"), hint="例：济宁市教育局", wide=18
    )
    document_number: str | None = _letter(
        TEXT, "来文文号", *words("文号 发文字号 文件号 来文字号"), hint="例：济教字〔2026〕××号", wide=20
    )
    received_on: dt.date | None = _letter(
        DAY, "收文日期", *words("收到日期 来文日期 收文时间 来文时间"), hint="例：20260901", wide=11
    )
    attachments: tuple[str, ...] | None = _letter(TEXTS, "附件", *words("附件名称 附件清单"), wide=20)

    due_on: dt.date | None = _reply(
        DAY,
        "截止日期",
        *words("报送截止日期 办理时限 完成时限 截止时间 报送时间 限办日期"),
        hint="例：20260930",
        wide=11,
    )
    filing: str | None = _reply(
        CODE("filing"),
        "申报（备案）事项",
        *words("申报事项 备案事项 对应事项"),
        hint="例：兼职教师聘任备案",
        wide=22,
    )
    copies: int | None = _reply(COUNT, "份数", *words("报送份数 纸质份数"), hint="例：3", wide=6)
    asked: str | None = _reply(LONG_TEXT, "报送要求", *words("办理要求 报送方式"), hint="照来文", wide=24)
    status: str | None = _reply(
        CODE("notice_status"), "办理状态", *words("状态 办理情况 办结情况"), hint="待办、在办、已报送、已办结"
    )

    contact: str | None = _contact(PERSON_NAME, "联系人", *words("来文联系人 联系人姓名"), hint="照来文")
    phone: str | None = _contact(
        PHONE,
        "联系电话",
        *words(
            "电话 联系方式 联系人电话"
            " 手机电话 常用电话 联络电话 联系号码 本人手机 通讯电话 手机联系电话 联系手机号 有效联系电话 联系电话号码"
        ),
        hint="11位手机号，座机带区号",
        wide=13,
    )
    email: str | None = _contact(
        TEXT, "电子信箱", *words("邮箱 电子邮箱 报送邮箱 E-mail"), hint="照来文", wide=18
    )
