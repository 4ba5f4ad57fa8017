"""Names that enterprises bore before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from college_desk.records import partner_columns as partner
from college_desk.records.headers import words
from college_desk.records.register import Record, column, register
from college_desk.records.values.credit_code import CREDIT_CODE
from college_desk.records.values.month import PartialDay
from college_desk.records.values.organisation_name import ORGANISATION_NAME
from college_desk.records.values.text import TEXT

_name = partial(column, group="曾用名")


@register(
    "former_name",
    "企业曾用名",
    subject="partners",
    key=("uscc", "name", "start_on"),
    counted="条",
    searched=("uscc", "name"),
    listed=("uscc", "name", "start_on", "end_on", "change_notice"),
    sheet_titles=words("企业更名情况 企业名称变更记录 曾用名"),
    order=20,
)
@dataclass(frozen=True, kw_only=True)
class FormerName(Record):
    """A name that an enterprise bore before (曾用名): right on papers of its time."""

    uscc: str | None = _name(
        CREDIT_CODE,
        "统一社会信用代码",
        *partner.CREDIT_CODE_HEADERS,
        hint="18位，照营业执照",
        refers_to="enterprise",
        wide=20,
    )
    name: str | None = _name(
        ORGANISATION_NAME,
        "曾用名",
        *words("曾用名称 原名称 原企业名称 变更前名称 原单位名称 更名前名称 原企业名"),
        hint="照变更通知书",
        wide=22,
    )
    start_on: PartialDay | None = partner.start_on("启用日期 使用起始日期", group="曾用名")
    end_on: PartialDay | None = partner.end_on("变更日期 更名日期 停用日期", group="曾用名")
    change_notice: str | None = _name(
        TEXT,
        "变更通知书文号",
        *words("变更通知书 变更通知书编号 准予变更登记通知书"),
        hint="照变更通知书",
        wide=20,
    )
