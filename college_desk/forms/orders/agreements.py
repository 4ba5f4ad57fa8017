"""The filing of order agreements (订单培养协议备案): what is in it, and what its cover paper says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from college_desk.forms import selecting
from college_desk.forms.filing import ORDER_AGREEMENTS, Scope, Selection, filing
from college_desk.forms.form import Frozen
from college_desk.forms.orders.ordered_classes import Order, orders, was_on_roster
from college_desk.forms.paper.summary import summary
from college_desk.forms.wording import day_in_words
from college_desk.policy.coded import label
from college_desk.policy.ordered import is_in_force
from college_desk.records.college.recipient import Recipient
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.filings.notice import Notice
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.page import Block, Paragraph
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.period import Period
from college_desk.records.register import Record

DESTINATIONS = "destinations"
"""The figure that holds where students went (去向): {uid: words}, so that nothing else of them travels."""


@filing(
    ORDER_AGREEMENTS,
    "订单培养协议备案",
    periods=("term", "academic_year"),
    subject="订单培养协议备案材料",
    registers=(School, Recipient, Agreement, OrderClass, OrderStudent, Enterprise, FormerName),
    first="请先在“订单班台账”“校企合作协议台账”里录入本期的订单班和订单培养协议。",
)
def order_agreements_of(facts: Facts, period: Period, day: dt.date, scope: Scope) -> Selection:
    """The order agreements in force within the period with their classes, and the students on their rosters."""
    within = [each for each in orders(facts) if each.is_within(period)]
    filed: dict[str, Record] = {}
    aside: dict[str, Record] = {}
    touched = []
    for order in within:
        of_kind = [
            each for each in _of(order, period) if selecting.is_of_kind(each, scope, stands=order.stands)
        ]
        chosen, left_out = selecting.divided(of_kind, scope, lambda each: ())
        chosen = [each for each in chosen if _is_meant(each, scope)]
        if chosen:
            touched.append(order)
        filed.update((each.uid, each) for each in chosen)
        aside.update((each.uid, each) for each in left_out if _is_meant(each, scope))
    _take_agreements_along(touched, filed)
    colleges = tuple(facts.all(School))
    beside = [*_parties(touched), *facts.all(FormerName), *colleges, *facts.all(Recipient)]
    notices = [each for each in facts.all(Notice) if each.filing == ORDER_AGREEMENTS]
    partners = [each.enterprise for each in touched if each.enterprise is not None]
    return Selection(
        filed=tuple(filed.values()),
        companions=selecting.once(beside, filed.values()),
        left_out=tuple(each for uid, each in aside.items() if uid not in filed),
        about=selecting.once([*filed.values(), *_parties(touched), *partners, *colleges, *notices], ()),
        figures={DESTINATIONS: _destinations(facts, filed, day)},
    )


@summary(ORDER_AGREEMENTS)
def agreements_summary(frozen: Frozen) -> Iterable[Block]:
    """How many agreements, classes and enterprises there are, how many were agreed upon and stand on the rosters."""
    chosen = filed_orders(frozen)
    enterprises = len({each.enterprise_name for each in chosen})
    numbers = len({each.number for each in chosen})
    classes = sum(each.order_class is not None for each in chosen)
    day = frozen.snapshot.day
    listed = sum(len(each.on_roster(day)) for each in chosen)
    agreed = sum(each.agreed or 0 for each in chosen)
    word = "终止" if frozen.snapshot.kind == "ending" else "报备"
    yield Paragraph(
        f"一、本期{word}订单培养协议{numbers}份，订单班{classes}个，涉及企业{enterprises}家，协议人数{agreed}人。"
    )
    yield Paragraph(f"二、截至{day_in_words(day)}，上述订单班名册实有{listed}人，名册附后。")


def filed_orders(frozen: Frozen, *, whole: bool = False) -> list[Order]:
    """The orders of which something is filed, in the order of the forms; whole: more than students of them."""
    filed = set(frozen.snapshot.selected)
    return [
        each
        for each in orders(frozen.facts)
        if each.own.uid in filed or (not whole and any(student.uid in filed for student in each.students))
    ]


def _of(order: Order, period: Period) -> list[Record]:
    """What of an order is filed: its class, or the agreement that has none, and who stood on its roster."""
    return [order.own, *(each for each in order.students if was_on_roster(each, period))]


def _is_meant(record: Record, scope: Scope) -> bool:
    """Whether a choice of students, or of classes, means this too: one of students takes no whole class."""
    if isinstance(record, OrderClass):
        return "order_student" not in scope.only
    if isinstance(record, Agreement):
        return "order_student" not in scope.only and "order_class" not in scope.only
    return True


def _take_agreements_along(touched: Iterable[Order], filed: dict[str, Record]) -> None:
    """Add the agreements of the classes filed: a class is filed with what it rests on."""
    for each in touched:
        if each.agreement is not None and each.order_class is not None and each.order_class.uid in filed:
            filed.setdefault(each.agreement.uid, each.agreement)


def _parties(touched: Iterable[Order]) -> list[Record]:
    """The classes, agreements and enterprises that the forms name."""
    return [
        part
        for each in touched
        for part in (each.order_class, each.agreement, each.enterprise)
        if part is not None
    ]


def _destinations(facts: Facts, filed: dict[str, Record], day: dt.date) -> dict[str, str]:
    found = {}
    for each in filed.values():
        if not isinstance(each, OrderStudent) or each.id_number is None:
            continue
        for outcome in facts.by(GraduateOutcome, "id_number")[each.id_number]:
            if outcome.destination is not None and is_in_force(outcome, facts, day):
                found[each.uid] = label("destination", outcome.destination)
    return found
