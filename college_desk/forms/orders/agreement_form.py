"""The form for one order agreement (C10 订单培养协议备案表): one for each class, A4 portrait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from college_desk.forms.filing import ORDER_AGREEMENTS
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import safe, school_name, school_of
from college_desk.forms.orders.agreements import filed_orders
from college_desk.forms.orders.ordered_classes import Order
from college_desk.forms.wording import (
    day_in_words,
    figure,
    label,
    opinion,
    pair,
    said,
    source_of,
    stretch_in_words,
)
from college_desk.records.college.school import School
from college_desk.records.page import FilledForm, FormCell, Line, Table, Title

TITLE = "订单培养协议备案表"
WIDTHS = (24.0, 29.0, 22.0, 34.0, 21.0, 40.0)
"""Millimetres; 170 in all, the type area between margins of 20."""

OPINION_HEIGHT = 24.0

Row = tuple[FormCell, ...]


@form("order-agreement-form", TITLE, filings=(ORDER_AGREEMENTS,), order=30)
def agreement_forms(frozen: Frozen) -> Iterable[FilledForm]:
    """One form for each class filed, or for an agreement without one."""
    for number, each in enumerate(filed_orders(frozen, whole=True), start=1):
        yield FilledForm(
            code="order-agreement-form",
            title=f"{TITLE}（{each.name}）",
            name=safe(f"{number:02d}_{each.name}_{TITLE}"),
            folder="03-备案表",
            medium="docx",
            blocks=(
                Title(TITLE),
                Line(
                    left=f"填报单位（盖章）：{school_name(frozen)}",
                    middle="金额单位：元",
                    right=f"填报日期：{day_in_words(frozen.snapshot.day)}",
                ),
                Table(WIDTHS, tuple(_rows(each, school_of(frozen), frozen.snapshot.day)), size=9.5),
            ),
        )


def _rows(order: Order, school: School | None, day: dt.date) -> list[Row]:
    return [
        *_parties(order, school),
        *_agreed(order),
        *_class(order, day),
        *_promised(order),
        *_opinions(),
    ]


def _parties(order: Order, school: School | None) -> list[Row]:
    enterprise = order.enterprise
    given = order.order_class or order.agreement
    coded = pair("信用代码", enterprise, "uscc") if enterprise else pair("信用代码", given, "enterprise_uscc")
    return [
        (*pair("学校名称", school, "name", 3), *pair("学校代码", school, "school_code")),
        (*said("订单企业", order.enterprise_name, 3), *coded),
        (
            *pair("法定代表人", enterprise, "legal_representative"),
            *pair("所属县区", enterprise, "region_code"),
            *pair("企业规模", enterprise, "size"),
        ),
        (
            *pair("所属行业", enterprise, "industry"),
            *pair("联系人", enterprise, "contact"),
            *pair("联系电话", enterprise, "phone"),
        ),
    ]


def _agreed(order: Order) -> list[Row]:
    agreement = order.agreement
    term = stretch_in_words(agreement.start_on, agreement.end_on) if agreement else ""
    return [
        (
            *said("协议编号", order.number),
            *pair("签订日期", agreement, "signed_on"),
            *pair("协议关系", agreement, "relation"),
        ),
        (*said("协议起止", term, 3), *pair("备案号", order.numbered, "filing_number")),
    ]


def _class(order: Order, day: dt.date) -> list[Row]:
    own = order.order_class
    majors = pair("专业名称", own, "major_name", 3) if own else pair("专业名称", order.agreement, "majors", 3)
    return [
        (*pair("订单班名称", own, "name", 3), *pair("组班方式", own, "forming")),
        (*majors, *pair("专业代码", own, "major_code")),
        (
            *pair("培养层次", own, "level"),
            *pair("年级", own, "grade"),
            *pair("遴选方式", own, "selection"),
        ),
        (
            label("协议人数"),
            figure(order.agreed, source=_agreed_source(order)),
            label("实有人数"),
            figure(len(order.on_roster(day)), source="count:order_student"),
            label("时长（月）"),
            figure(own.training_months if own else None),
        ),
        (*said("培养起止", stretch_in_words(*order.days), 3), *pair("组班日期", own, "formed_on")),
        pair("培养岗位", own, "positions", 5),
        pair("企业课程", own, "courses", 5),
        (
            label("校内学时"),
            figure(own.school_periods if own else None),
            label("企业学时"),
            figure(own.enterprise_periods if own else None),
            *said("双方盖章", _sealed(order)),
        ),
    ]


def _promised(order: Order) -> list[Row]:
    own = order.order_class
    return [
        (
            label("录用比例%"),
            figure(order.hire_percent),
            label("月起薪"),
            _yuan(order.starting_pay),
            label("企业投入"),
            _yuan(own.enterprise_investment_yuan if own else None),
        ),
        (
            label("奖助学金"),
            _yuan(own.scholarship_yuan if own else None),
            label("设备投入"),
            _yuan(own.equipment_yuan if own else None),
            label("师资投入"),
            _yuan(own.teaching_yuan if own else None),
        ),
        (
            label("违约责任"),
            FormCell((own.breach_terms if own else None) or "", across=5, align="left", tall=11.0),
        ),
    ]


def _opinions() -> list[Row]:
    return [
        (label(f"{who}意见"), opinion("负责人", sealed=True, tall=OPINION_HEIGHT, across=5))
        for who in ("学校", "企业", "教育部门", "人社部门")
    ]


def _sealed(order: Order) -> str:
    agreement = order.agreement
    if agreement is None:
        return ""
    parts = (("校", agreement.school_sealed), ("企", agreement.enterprise_sealed))
    return "、".join(f"{who}{'已' if sealed else '未'}盖" for who, sealed in parts if sealed is not None)


def _agreed_source(order: Order) -> str:
    own = order.order_class
    if own is not None and own.planned_size is not None:
        return source_of(own, "planned_size")
    return source_of(order.agreement, "planned_size") if order.agreement is not None else ""


def _yuan(amount: Decimal | None) -> FormCell:
    return figure(amount, places=2)
