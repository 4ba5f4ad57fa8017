"""Graduates and the orders that they were trained to: whose order, who employs them, what is known on a day."""

from __future__ import annotations

import datetime as dt

from college_desk.policy.named import enterprise_of
from college_desk.records.codes import code_table
from college_desk.records.facts import Facts
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.enterprise import Enterprise


def is_in_force(outcome: GraduateOutcome, facts: Facts, day: dt.date) -> bool:
    """Whether it is what is known of the graduate on a day: the latest recorded on or before it."""
    if outcome.recorded_on is not None and outcome.recorded_on > day:
        return False
    own = (outcome.recorded_on or dt.date.min, outcome.uid)
    others = facts.by(GraduateOutcome, "id_number")[outcome.id_number]
    return not any(
        each is not outcome
        and each.graduated_month == outcome.graduated_month
        and (each.recorded_on or dt.date.min) <= day
        and (each.recorded_on or dt.date.min, each.uid) > own
        for each in others
    )


def is_employed(outcome: GraduateOutcome) -> bool:
    """Whether he went to work for somebody: by his destination, else because a workplace is told."""
    entry = code_table("destination").get(outcome.destination) if outcome.destination else None
    if entry is not None:
        return bool(entry.detail.get("employed"))
    return outcome.enterprise is not None or outcome.employed_on is not None


def order_of(outcome: GraduateOutcome, facts: Facts, day: dt.date) -> OrderStudent | None:
    """The order class that a graduate belonged to, where the outcome in force says that he went to work."""
    if outcome.id_number is None or not is_employed(outcome):
        return None
    known = [each for each in facts.by(OrderStudent, "id_number")[outcome.id_number] if each.left_on is None]
    return known[-1] if known and is_in_force(outcome, facts, day) else None


def put_forward(
    outcome: GraduateOutcome, facts: Facts, day: dt.date, *, claimed: bool = False
) -> OrderStudent | None:
    """The order class for which a graduate counts: he works where he was ordered, or is being claimed.

    None for everybody else, so that a graduate who simply went elsewhere is no fault of the ledger.
    """
    order = order_of(outcome, facts, day)
    if order is None or claimed:
        return order
    ordering, employer = ordered_by(order, facts), employed_by(outcome, facts)
    if ordering is not None and employer is not None and same_group(ordering, employer):
        return order
    return order if outcome.enterprise in (None, order.enterprise) else None


def ordered_by(order: OrderStudent, facts: Facts) -> Enterprise | None:
    """The enterprise that ordered the student, where it is on the ledger."""
    return enterprise_of(order, facts)


def employed_by(outcome: GraduateOutcome, facts: Facts) -> Enterprise | None:
    """The graduate's employer, where it is on the ledger."""
    return enterprise_of(outcome, facts, code="employer_uscc")


def same_group(one: Enterprise, other: Enterprise) -> bool:
    """Whether two enterprises are one, or one is the other's parent or successor."""
    mine, theirs = _codes(one), _codes(other)
    return one is other or bool(mine & theirs)


def _codes(enterprise: Enterprise) -> set[str]:
    given = (enterprise.uscc, enterprise.parent_uscc, enterprise.successor_uscc)
    return {each for each in given if each is not None}
