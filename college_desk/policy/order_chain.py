"""The chain of an order class (订单班人数链条): agreed, on the list, graduated, arrived, each person with the reason.

Eligibility, the last link, is for the rules to say; the amount is those eligible times the standard.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from college_desk.base.translation import _
from college_desk.policy import ordered
from college_desk.policy.coded import label
from college_desk.policy.named import by_name, enterprise_of
from college_desk.policy.pack import Policy
from college_desk.policy.written_dates import written_day
from college_desk.records.facts import Facts
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.values.month import first_day, last_day

STANDARD = "order_subsidy.yuan_per_graduate"
CONDITIONS = (
    "order_subsidy.insured_months",
    "order_subsidy.hired_within_months",
    "order_subsidy.listed_months",
    "order_subsidy.smallest_class",
    "order_subsidy.least_contract_months",
)
"""The parameters that the conditions of the subsidy hang on; one without a value is not looked at."""

Step = Literal["left", "listed", "graduated", "arrived"]
"""How far somebody came: left the class (退出), on its list (名册), graduated (毕业), at the ordering enterprise (到岗)."""

_ORDER: tuple[Step, ...] = ("left", "listed", "graduated", "arrived")


@dataclass(frozen=True)
class Ordered:
    """A student of an order class and how far he came.

    outcome: what is known of him on the day, None without a record; why: why he came no further, empty
    where he arrived.
    """

    student: OrderStudent
    outcome: GraduateOutcome | None
    reached: Step
    why: str = ""

    def came_to(self, step: Step) -> bool:
        """Whether he came to a step or beyond."""
        return _ORDER.index(self.reached) >= _ORDER.index(step)


@dataclass(frozen=True)
class OrderChain:
    """The chain of one order class in the year in which its students graduate.

    order_class, enterprise, agreement: None while they are not on the ledger; agreed: 协议人数;
    hire_percent: of the graduates whom the enterprise promised to hire, by the class, else by the agreement; people: in
    order of name, those who left the class too.
    """

    order_class: OrderClass | None
    enterprise: Enterprise | None
    agreement: Agreement | None
    name: str
    enterprise_name: str
    agreement_number: str
    agreed: int | None
    hire_percent: Decimal | None
    people: tuple[Ordered, ...]

    def at(self, step: Step) -> tuple[Ordered, ...]:
        """Those who came to a step or beyond."""
        return tuple(each for each in self.people if each.came_to(step))

    def stopped_at(self, step: Step) -> tuple[Ordered, ...]:
        """Those who came to a step and no further."""
        return tuple(each for each in self.people if each.reached == step)

    @property
    def hired_percent(self) -> Decimal | None:
        """Of its graduates those who arrived, in percent with one decimal; None without graduates."""
        graduates = len(self.at("graduated"))
        share = Decimal(100 * len(self.at("arrived")))
        return (share / graduates).quantize(Decimal("0.1")) if graduates else None

    @property
    def keeps_the_promise(self) -> bool | None:
        """Whether as many were hired as the agreement promises; None where nothing is promised or nobody graduated."""
        graduates = len(self.at("graduated"))
        if self.hire_percent is None or not graduates:
            return None
        return 100 * len(self.at("arrived")) >= self.hire_percent * graduates


def chains(
    facts: Facts, first: dt.date, last: dt.date, day: dt.date, campus: str | None = None
) -> list[OrderChain]:
    """The order classes with graduates of the days given, as known on a day; by enterprise, then class.

    campus: of whose students alone; None for all.
    """
    classes: dict[tuple[str, ...], list[OrderStudent]] = {}
    known: dict[tuple[str, ...], OrderClass | None] = {}
    for student in facts.all(OrderStudent):
        if campus is not None and student.campus != campus:
            continue
        found = class_of(student, facts)
        key: tuple[str, ...] = (
            (found.uid,)
            if found is not None
            else (student.order_agreement or "", student.order_class or "", student.enterprise or "")
        )
        classes.setdefault(key, []).append(student)
        known[key] = found
    made = []
    for key, students in classes.items():
        people = [_ordered(each, facts, first, last, day) for each in students]
        if any(each.came_to("graduated") for each in people):
            made.append(_chain(known[key], people, facts))
    return sorted(made, key=lambda each: (each.enterprise_name, each.agreement_number, each.name))


def class_of(student: OrderStudent, facts: Facts) -> OrderClass | None:
    """The order class of a student: by its link, by agreement and name, by the agreement where it has one class."""
    linked = student.links.get("order_class")
    if linked is not None:
        found = facts.by(OrderClass, "uid")[linked]
        if found:
            return found[0]
    under = facts.by(OrderClass, "agreement_number")[student.order_agreement]
    if student.order_class is None:
        return under[0] if len(under) == 1 else None
    named = [each for each in under if each.name == student.order_class]
    if named or student.order_agreement is not None:
        return named[0] if named else None
    return by_name(student.order_class, OrderClass, facts)


def outcome_of(
    student: OrderStudent, facts: Facts, first: dt.date, last: dt.date, day: dt.date
) -> GraduateOutcome | None:
    """What is known on a day of a student's graduation in the days given, else of any other graduation."""
    if student.id_number is None:
        return None
    recorded = facts.by(GraduateOutcome, "id_number")[student.id_number]
    in_force = [each for each in recorded if ordered.is_in_force(each, facts, day)]
    within = [each for each in in_force if graduated_within(each, first, last)]
    return next(iter(within or in_force), None)


def graduated_within(outcome: GraduateOutcome, first: dt.date, last: dt.date) -> bool:
    """Whether somebody graduated in the days given; without 毕业年月 when he was hired, or it was recorded, tells."""
    when = outcome.graduated_month or outcome.employed_on or outcome.contract_start_on or outcome.recorded_on
    return when is not None and first <= last_day(when) and first_day(when) <= last


def unset_conditions(policy: Policy, day: dt.date) -> list[str]:
    """The titles of the conditions whose number is not entered, so that nobody is held to them."""
    known = (policy.parameter(name, day) for name in CONDITIONS)
    return [each.title for each in known if each.value is None]


def yuan_per_graduate(policy: Policy, day: dt.date) -> Decimal:
    """The standard (元/人) in force on a day. Raises MissingParameter naming the document that sets it."""
    return Decimal(str(policy.require(STANDARD, day)))


def subsidy(eligible: int, yuan: Decimal) -> Decimal:
    """What is claimed for so many graduates, in yuan to the cent."""
    return (eligible * yuan).quantize(Decimal("0.01"))


def _ordered(student: OrderStudent, facts: Facts, first: dt.date, last: dt.date, day: dt.date) -> Ordered:
    outcome = outcome_of(student, facts, first, last, day)
    if student.left_on is not None:
        left = _("{day}退出订单班").format(day=written_day(student.left_on))
        return Ordered(
            student, outcome, "left", f"{left}：{student.left_reason}" if student.left_reason else left
        )
    if outcome is None:
        return Ordered(student, None, "listed", _("就业台账里没有毕业记录"))
    if not graduated_within(outcome, first, last):
        month = outcome.graduated_month
        if month is None:
            return Ordered(student, outcome, "listed", _("毕业年月未填，看不出是本年度毕业"))
        why = _("{month}毕业，不属于本年度").format(month=written_day(month))
        return Ordered(student, outcome, "listed", why)
    forward = ordered.put_forward(outcome, facts, day)
    if forward is not None and forward.uid == student.uid:
        return Ordered(student, outcome, "arrived")
    return Ordered(student, outcome, "graduated", _elsewhere(outcome, forward))


def _elsewhere(outcome: GraduateOutcome, forward: OrderStudent | None) -> str:
    """Why a graduate did not arrive at the ordering enterprise."""
    if forward is not None:
        return _("已计入“{name}”").format(name=forward.order_class or forward.order_agreement or "")
    if not ordered.is_employed(outcome):
        if outcome.destination is None:
            return _("毕业去向未填")
        return _("毕业去向是“{where}”").format(where=label("destination", outcome.destination))
    return _("在“{employer}”就业，不是订单企业").format(
        employer=outcome.enterprise or outcome.employer_uscc or ""
    )


def _chain(order: OrderClass | None, people: Iterable[Ordered], facts: Facts) -> OrderChain:
    listed = sorted(people, key=lambda each: (each.student.name or "", each.student.uid))
    student = listed[0].student
    number = (order.agreement_number if order else None) or student.order_agreement
    agreements = facts.by(Agreement, "agreement_number")[number] if number is not None else ()
    agreement = agreements[0] if agreements else None
    enterprise = enterprise_of(order, facts) if order is not None else None
    enterprise = enterprise or ordered.ordered_by(student, facts)
    agreed = order.planned_size if order is not None else None
    percent = order.hire_percent if order is not None else None
    if agreement is not None:
        agreed = agreement.planned_size if agreed is None else agreed
        percent = agreement.hire_percent if percent is None else percent
    named = enterprise.name if enterprise else (order.enterprise if order else None) or student.enterprise
    return OrderChain(
        order, enterprise, agreement, (order.name if order else None) or student.order_class or "", named or "",
        number or "", agreed, percent, tuple(listed),
    )  # fmt: skip
