"""Whether a student's pay at an enterprise is enough (实习报酬), by the wording in force when he was placed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from college_desk.policy.pack import Policy

_WITH_LOWEST_GRADE = "最低档"


class PayVerdict(Enum):
    """enough; low: allowed only because it is not below the lowest grade, or that is unknown; short: too little."""

    ENOUGH = "enough"
    LOW = "low"
    SHORT = "short"


def pay_verdict(
    pay: Decimal, same_post: Decimal, lowest_grade: Decimal | None, *, policy: Policy, on: dt.date
) -> PayVerdict:
    """Judge a month's pay in yuan against the wage of the same post and the enterprise's lowest grade.

    same_post: the wage of the post, under the wording of 2016 that of the trial period; lowest_grade: None
    where it is not known; on: the day of the agreement, which chooses the wording.
    """
    share = Fraction(str(policy.require("internship.pay_share", on)))
    if Fraction(pay) >= share * Fraction(same_post):
        return PayVerdict.ENOUGH
    if _WITH_LOWEST_GRADE not in str(policy.get("internship.pay_basis", on)):
        return PayVerdict.SHORT
    if lowest_grade is not None and pay < lowest_grade:
        return PayVerdict.SHORT
    return PayVerdict.LOW
