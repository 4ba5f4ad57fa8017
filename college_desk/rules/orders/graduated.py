"""For whom the rules about graduates speak: those who work where they were ordered, or are being claimed."""

from __future__ import annotations

from college_desk.policy import ordered
from college_desk.policy.claims import ORDER_SUBSIDY
from college_desk.records.facts import Facts
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_student import OrderStudent
from college_desk.rules.rule import Situation


def put_forward(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> OrderStudent | None:
    """The order class for which a graduate counts in a situation; all who work are, where he is claimed for."""
    return ordered.put_forward(outcome, facts, situation.day, claimed=situation.filing == ORDER_SUBSIDY)
