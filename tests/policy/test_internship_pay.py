"""Pay of students at enterprises by the wording in force (worked example 7 of the domain)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from college_desk.policy.internship_pay import PayVerdict, pay_verdict
from college_desk.policy.pack import load_pack

PACK = load_pack("jining-2022")
SAME_POST, LOWEST = Decimal(4500), Decimal(3200)
NOW, BEFORE = dt.date(2022, 1, 1), dt.date(2021, 12, 31)


@pytest.mark.parametrize(
    ("pay", "verdict"),
    [
        ("3100", PayVerdict.SHORT), ("3199.99", PayVerdict.SHORT), ("3200", PayVerdict.LOW), ("3300", PayVerdict.LOW),
        ("3599.99", PayVerdict.LOW), ("3600", PayVerdict.ENOUGH),
    ],
)  # fmt: skip
def test_the_worked_example_holds(pay: str, verdict: PayVerdict) -> None:
    assert pay_verdict(Decimal(pay), SAME_POST, LOWEST, policy=PACK, on=NOW) is verdict


@pytest.mark.parametrize(("pay", "verdict"), [("3599.99", PayVerdict.SHORT), ("3600", PayVerdict.ENOUGH)])
def test_the_wording_of_2016_knows_no_lowest_grade(pay: str, verdict: PayVerdict) -> None:
    assert pay_verdict(Decimal(pay), SAME_POST, LOWEST, policy=PACK, on=BEFORE) is verdict


def test_where_the_lowest_grade_is_unknown_a_low_pay_is_only_low() -> None:
    assert pay_verdict(Decimal(1), SAME_POST, None, policy=PACK, on=NOW) is PayVerdict.LOW
