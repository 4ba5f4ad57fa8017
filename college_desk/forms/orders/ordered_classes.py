"""What one form of order training is about: an order class with its agreement and its students."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from college_desk.forms import selecting
from college_desk.policy.coded import coded
from college_desk.policy.named import enterprise_of, named
from college_desk.policy.order_chain import class_of
from college_desk.records.facts import Facts
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.period import Period
from college_desk.records.values.month import PartialDay, first_day, last_day


@dataclass(frozen=True)
class Order:
    """An order class with its agreement, or an order agreement that has no class on the ledger yet.

    own: the class, else the agreement; students: all of its roster, in order of their own class and student
    number, those who left too.
    """

    own: OrderClass | Agreement
    agreement: Agreement | None
    order_class: OrderClass | None
    enterprise: Enterprise | None
    students: tuple[OrderStudent, ...]

    @property
    def name(self) -> str:
        """What it is called: the class's name, else the agreement's number."""
        called = self.order_class.name if self.order_class else None
        return called or self.number

    @property
    def number(self) -> str:
        """The agreement's number, empty where neither says it."""
        told = self.agreement.agreement_number if self.agreement else None
        return told or (self.order_class.agreement_number if self.order_class else None) or ""

    @property
    def enterprise_name(self) -> str:
        """The ordering enterprise's name as on the ledger, else as given."""
        if self.enterprise is not None and self.enterprise.name:
            return self.enterprise.name
        given = self.order_class.enterprise if self.order_class else None
        return given or (self.agreement.enterprise if self.agreement else None) or ""

    @property
    def agreed(self) -> int | None:
        """How many were agreed upon (协议人数): the class's own number, else the agreement's."""
        own = self.order_class.planned_size if self.order_class else None
        return own if own is not None else self.agreement.planned_size if self.agreement else None

    @property
    def hire_percent(self) -> Decimal | None:
        """Of the graduates those whom the enterprise promised to hire, in per cent: the class's own, else agreed."""
        own = self.order_class.hire_percent if self.order_class else None
        return own if own is not None else self.agreement.hire_percent if self.agreement else None

    @property
    def starting_pay(self) -> Decimal | None:
        """The promised pay in yuan a month: the class's own, else the agreement's."""
        own = self.order_class.starting_pay if self.order_class else None
        return own if own is not None else self.agreement.starting_pay if self.agreement else None

    @property
    def numbered(self) -> OrderClass | Agreement:
        """Which of class and agreement bears the filing's number (备案号)."""
        return self.own if self.own.filing_number is not None else self.agreement or self.own

    @property
    def days(self) -> tuple[PartialDay | None, PartialDay | None]:
        """From when to when it trains: the class's days, where it has none the agreement's."""
        own, agreed = self.order_class, self.agreement
        start = (own.start_on or own.formed_on) if own else None
        start = start or ((agreed.start_on or agreed.signed_on) if agreed else None)
        return start, (own.end_on if own else None) or (agreed.end_on if agreed else None)

    def on_roster(self, day: dt.date) -> tuple[OrderStudent, ...]:
        """Its students on a day (实有人数): those who have joined and have not left."""
        return tuple(each for each in self.students if is_on_roster(each, day))

    def is_within(self, period: Period) -> bool:
        """Whether it is in force on a day of the period: by the class's days, else by the agreement's."""
        return selecting.within(period, *self.days)

    @property
    def stands(self) -> bool:
        """Whether its agreement was not ended (终止)."""
        return self.agreement is None or self.agreement.status != coded("agreement_status", "终止")


def is_on_roster(student: OrderStudent, day: dt.date) -> bool:
    """Whether a student has joined and has not left on a day; without a day of joining he has."""
    if student.joined_on is not None and first_day(student.joined_on) > day:
        return False
    return student.left_on is None or first_day(student.left_on) > day


def was_on_roster(student: OrderStudent, period: Period) -> bool:
    """Whether a student stood on the roster on a day of the period."""
    joined = None if student.joined_on is None else first_day(student.joined_on)
    return period.overlaps(joined, None if student.left_on is None else last_day(student.left_on))


def orders(facts: Facts) -> list[Order]:
    """Every order class, and every order agreement without one, in order of agreement and name."""
    of_class: dict[str, list[OrderStudent]] = {}
    of_agreement: dict[str, list[OrderStudent]] = {}
    for each in facts.all(OrderStudent):
        found = class_of(each, facts)
        if found is not None:
            of_class.setdefault(found.uid, []).append(each)
        elif (agreed := named(each, "order_agreement", Agreement, facts)) is not None:
            of_agreement.setdefault(agreed.uid, []).append(each)
    made = []
    taken: set[str] = set()
    for order_class in facts.all(OrderClass):
        agreement = named(order_class, "agreement_number", Agreement, facts)
        if agreement is not None:
            taken.add(agreement.uid)
        enterprise = enterprise_of(order_class, facts) or _partner(agreement, facts)
        students = sorted(of_class.get(order_class.uid, ()), key=_by_class)
        made.append(Order(order_class, agreement, order_class, enterprise, tuple(students)))
    for agreement in facts.all(Agreement):
        students = sorted(of_agreement.get(agreement.uid, ()), key=_by_class)
        if students or (agreement.uid not in taken and _orders_of_itself(agreement)):
            made.append(Order(agreement, agreement, None, _partner(agreement, facts), tuple(students)))
    return sorted(made, key=lambda each: (each.number, each.name, each.own.uid))


def _partner(agreement: Agreement | None, facts: Facts) -> Enterprise | None:
    return None if agreement is None else enterprise_of(agreement, facts)


def _orders_of_itself(agreement: Agreement) -> bool:
    """Whether an agreement orders a class by itself: an order agreement that is no supplement and no ending."""
    subordinate = (coded("agreement_relation", "补充协议"), coded("agreement_relation", "解除"))
    ordering = agreement.agreement_type == coded("agreement_type", "订单培养")
    return ordering and agreement.relation not in subordinate


def _by_class(student: OrderStudent) -> tuple[str, ...]:
    return student.class_name or "", student.student_number or "", student.name or "", student.uid
