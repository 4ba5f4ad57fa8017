"""The claim of an enterprise (C13 培养补助申报汇总表): its classes with their chains, the amount, the seals."""

from __future__ import annotations

from collections.abc import Iterable

from college_desk.forms.filing import ORDER_SUBSIDY
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import applicant_name, enterprise_of, safe, school_name
from college_desk.forms.orders.order_subsidy import ClassRow, class_rows, graduates, payee, standard
from college_desk.forms.wording import cell_of, day_in_words, figure, label
from college_desk.policy.capitals import capitals
from college_desk.policy.order_chain import subsidy
from college_desk.records.page import FilledForm, FormCell, Line, SealPlace, Seals, Table, Title

TITLE = "订单企业培养补助申报汇总表"
DATE = "年　　月　　日"
COLUMNS = (
    ("序号", 10.0), ("订单协议编号", 34.0), ("订单班", 34.0), ("专业", 36.0), ("毕业年月", 26.0), ("协议\n人数", 15.0),
    ("名册\n人数", 15.0), ("毕业\n人数", 15.0), ("到岗\n人数", 15.0), ("符合条\n件人数", 16.0), ("补助标准\n（元/人）", 22.0),
    ("申报金额\n（元）", 29.0),
)  # fmt: skip
"""Titles and widths in millimetres."""

_CAPTION, _WIDE = 34.0, 55.0
_COUNTS = ("agreed", "listed", "graduated", "arrived", "eligible")
_NONE = ("", "无", "否", "没有")


@form("order-subsidy-summary", TITLE, filings=(ORDER_SUBSIDY,), order=20)
def subsidy_table(frozen: Frozen) -> Iterable[FilledForm]:
    """The one claim of the enterprise, its last rows adding up in figures and capitals."""
    rows, yuan = class_rows(frozen), standard(frozen)
    amount = subsidy(sum(each.eligible for each in rows), yuan)
    head = tuple(label(title) for title, _width in COLUMNS)
    sums = (
        label("合计", across=5),
        *(figure(_added(rows, name), source=f"sum:{name}") for name in _COUNTS),
        figure(yuan, places=2),
        figure(amount, places=2, source="sum:amount"),
    )
    words = (label("合计大写", across=2), FormCell(capitals(amount), across=len(COLUMNS) - 2, align="left"))
    body = [
        (
            FormCell(str(number), number=number),
            FormCell(each.agreement_number),
            FormCell(each.name),
            FormCell(each.major, align="left"),
            FormCell("、".join(_month(month) for month in each.months)),
            *(figure(getattr(each, name), source=f"figure:{name}") for name in _COUNTS),
            figure(yuan, places=2),
            figure(subsidy(each.eligible, yuan), places=2),
        )
        for number, each in enumerate(rows, start=1)
    ]
    year = frozen.snapshot.period_first.year
    yield FilledForm(
        code="order-subsidy-summary",
        title=TITLE,
        name=safe(f"{applicant_name(frozen)}_{TITLE}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet="补助申报",
        blocks=(
            Title(TITLE, subtitle=f"（{year}年度）"),
            Line(
                left=f"申报企业（盖章）：{applicant_name(frozen)}",
                middle="金额单位：元",
                right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
            ),
            Table((_CAPTION, _WIDE) * 3, tuple(_applicant(frozen)), size=9.0),
            Table(
                tuple(width for _title, width in COLUMNS), (head, *body, sums, words), header_rows=1, size=9.0
            ),
            Seals(
                (
                    SealPlace(("申报企业（盖章）", "法定代表人（签字）：", DATE)),
                    SealPlace((f"学校确认（盖章）：{school_name(frozen)}", "负责人（签字）：", DATE)),
                )
            ),
            Seals(
                (
                    SealPlace(("人社部门意见（盖章）", "负责人（签字）：", DATE)),
                    SealPlace(("教育部门意见（盖章）", "负责人（签字）：", DATE)),
                    SealPlace(("财政部门意见（盖章）", "负责人（签字）：", DATE)),
                )
            ),
        ),
    )


def _applicant(frozen: Frozen) -> Iterable[tuple[FormCell, ...]]:
    """What is told of the enterprise: who it is, its account, whether anything else was had for its people."""
    enterprise, paid = enterprise_of(frozen), payee(frozen)
    yield (
        *_beside("统一社会信用代码", cell_of(enterprise, "uscc")),
        *_beside("所属县（市、区）", cell_of(enterprise, "region_code")),
        *_beside("法定代表人", cell_of(enterprise, "legal_representative")),
    )
    yield (
        *_beside("联系人", cell_of(enterprise, "contact")),
        *_beside("联系电话", cell_of(enterprise, "phone")),
        *_beside("信用查询日期", cell_of(enterprise, "status_checked_on")),
    )
    yield (
        *_beside("户名", cell_of(paid, "account_name")),
        *_beside("开户行", cell_of(paid, "bank_name")),
        *_beside("账号", cell_of(paid, "bank_account")),
    )
    had = dict.fromkeys(
        told for _row, each in graduates(frozen) if (told := each.other_subsidy or "") not in _NONE
    )
    said = "、".join(had) or "无"
    yield label("见习、社保、新型学徒等补贴享受情况", across=2), FormCell(said, across=4, align="left")


def _beside(title: str, cell: FormCell) -> tuple[FormCell, FormCell]:
    return label(title), cell


def _added(rows: Iterable[ClassRow], name: str) -> int | None:
    """The sum of a count; None where a class does not tell it."""
    numbers = [getattr(each, name) for each in rows]
    return None if None in numbers else sum(numbers)


def _month(code: str) -> str:
    year, _dash, month = code.partition("-")
    return f"{year}年{int(month)}月"
