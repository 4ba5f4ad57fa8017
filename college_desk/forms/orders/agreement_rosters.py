"""What goes with the order agreements: their summary, and the roster of each class (C11 订单班学生名册)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from college_desk.forms.filing import ORDER_AGREEMENTS
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import period_title, safe, school_name
from college_desk.forms.orders.agreements import DESTINATIONS, filed_orders
from college_desk.forms.orders.ordered_classes import Order, is_on_roster
from college_desk.forms.wording import (
    cell_of,
    day_in_words,
    figure,
    label,
    short_day,
    short_stretch,
    source_of,
)
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.page import FilledForm, FormCell, Line, Table, Title

SUMMARY, ROSTER = "订单培养协议汇总表", "订单班学生名册"
_SUMMARY = (
    ("序号", 9.0), ("订单企业", 42.0), ("统一社会信用代码", 35.0), ("协议编号", 23.0), ("签订日期", 18.0), ("订单班", 22.0),
    ("专业", 28.0), ("层次", 15.0), ("组班方式", 16.0), ("培养起止", 34.0), ("协议\n人数", 10.0), ("实有\n人数", 10.0),
    ("录用比\n例（%）", 13.0), ("备案号", 24.0),
)  # fmt: skip
_ROSTER = (
    ("序号", 7.0), ("姓名", 13.0), ("性别", 7.0), ("出生日期", 14.5), ("身份证件号", 30.5), ("联系电话", 18.5),
    ("学号", 17.0), ("学籍号", 28.0), ("学籍\n状态", 8.0), ("原行政班", 20.0), ("专业", 19.0), ("入班日期", 13.5),
    ("退出日期\n及原因", 14.0), ("学生（家长）\n确认书", 15.5), ("奖助金额\n（元）", 13.0), ("实习单位", 14.0),
    ("在学\n徒班", 8.0), ("去向", 12.0),
)  # fmt: skip
"""Titles and widths in millimetres."""


@form("order-agreement-summary", SUMMARY, filings=(ORDER_AGREEMENTS,), order=20)
def agreement_summary(frozen: Frozen) -> Iterable[FilledForm]:
    """The one summary, a line for each class; none where only students are filed in addition."""
    chosen = filed_orders(frozen, whole=True)
    if not chosen:
        return
    day = frozen.snapshot.day
    rows = [_line(number, each, day) for number, each in enumerate(chosen, start=1)]
    total = (
        label("合计", across=2),
        FormCell(
            f"企业{len({each.enterprise_name for each in chosen})}家，协议{len({each.number for each in chosen})}份",
            across=8,
            align="left",
        ),
        figure(sum(each.agreed or 0 for each in chosen), source="sum:planned_size"),
        figure(sum(len(each.on_roster(day)) for each in chosen), source="count:order_student"),
        FormCell(across=2),
    )
    yield _sheet(
        frozen, "order-agreement-summary", SUMMARY, SUMMARY, _SUMMARY, [*rows, total], subtitle="", size=8.5
    )


@form("order-roster", ROSTER, filings=(ORDER_AGREEMENTS,), order=31)
def order_rosters(frozen: Frozen) -> Iterable[FilledForm]:
    """One roster for each class of which students are filed, those who left on it too; the last row counts them."""
    filed = set(frozen.snapshot.selected)
    where: Mapping[str, str] = frozen.snapshot.figures.get(DESTINATIONS, {})
    day = frozen.snapshot.day
    for order in filed_orders(frozen):
        students = [each for each in order.students if each.uid in filed]
        if not students:
            continue
        rows = [_student(number, each, where) for number, each in enumerate(students, start=1)]
        present = sum(is_on_roster(each, day) for each in students)
        left = [each for each in students if each.left_on is not None]
        counted = f"名册{len(students)}人，截至{day_in_words(day)}实有{present}人" + (
            f"，退出{len(left)}人" if left else ""
        )
        total = (label("合计", across=2), FormCell(counted, across=len(_ROSTER) - 2, align="left"))
        yield _sheet(
            frozen,
            "order-roster",
            f"{ROSTER}（{order.name}）",
            f"{order.name}_{ROSTER}",
            _ROSTER,
            [*rows, total],
            subtitle=f"订单企业：{order.enterprise_name}　协议编号：{order.number}　",
            size=7.0,
        )


def _sheet(
    frozen: Frozen,
    code: str,
    title: str,
    name: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[tuple[FormCell, ...]],
    *,
    subtitle: str,
    size: float,
) -> FilledForm:
    """A table across the page, its head repeated, with room for seal and signatures."""
    head = tuple(label(each) for each, _width in columns)
    return FilledForm(
        code=code,
        title=title,
        name=safe(f"{school_name(frozen)}_{name}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet=name.rpartition("_")[2],
        blocks=(
            Title(title, subtitle=f"（{subtitle}{period_title(frozen)}）"),
            Line(
                left=f"填报单位（盖章）：{school_name(frozen)}",
                right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
            ),
            Table(tuple(width for _title, width in columns), (head, *rows), header_rows=1, size=size),
            Line(
                left="制表人（签字）：",
                middle="审核人（签字）：",
                right="单位负责人（签字）：　　　　　　　　",
            ),
        ),
    )


def _line(number: int, order: Order, day: dt.date) -> tuple[FormCell, ...]:
    own, agreement = order.order_class, order.agreement
    return (
        FormCell(str(number), number=number),
        FormCell(order.enterprise_name, align="left"),
        cell_of(order.enterprise, "uscc")
        if order.enterprise
        else cell_of(own or agreement, "enterprise_uscc"),
        FormCell(order.number),
        FormCell(short_day(agreement.signed_on if agreement else None)),
        cell_of(own, "name"),
        cell_of(own, "major_name", align="left") if own else cell_of(agreement, "majors", align="left"),
        cell_of(own, "level"),
        cell_of(own, "forming"),
        FormCell(short_stretch(*order.days)),
        figure(order.agreed),
        figure(len(order.on_roster(day)), source="count:order_student"),
        figure(order.hire_percent),
        cell_of(order.numbered, "filing_number"),
    )


def _student(number: int, student: OrderStudent, where: Mapping[str, str]) -> tuple[FormCell, ...]:
    return (
        FormCell(str(number), number=number),
        cell_of(student, "name"),
        cell_of(student, "gender"),
        FormCell(short_day(student.birth_date)),
        cell_of(student, "id_number"),
        cell_of(student, "phone"),
        cell_of(student, "student_number"),
        cell_of(student, "registration_number"),
        cell_of(student, "student_status"),
        cell_of(student, "class_name"),
        cell_of(student, "major_name", align="left"),
        FormCell(short_day(student.joined_on), source=source_of(student, "joined_on")),
        FormCell(_two_lines(short_day(student.left_on), student.left_reason)),
        FormCell(_two_lines(_confirmed(student), short_day(student.confirmed_on))),
        figure(student.grant_yuan, places=2, source=source_of(student, "grant_yuan")),
        cell_of(student, "internship_employer", align="left"),
        cell_of(student, "also_apprentice"),
        FormCell(where.get(student.uid, "")),
    )


def _confirmed(student: OrderStudent) -> str:
    return "" if student.confirmation is None else "有" if student.confirmation else "无"


def _two_lines(first: str, second: str | None) -> str:
    return "\n".join(each for each in (first, second) if each)
