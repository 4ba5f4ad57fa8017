"""What a frozen filing claims, and whom it keeps from being claimed again."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from college_desk.policy.claims import (
    ENTERPRISE_APPRENTICESHIP,
    HOURLY_SUBSIDY,
    ORDER_SUBSIDY,
    claims_of,
    gathered,
)
from college_desk.policy.coded import coded
from tests import make
from tests.policy.frozen import snapshot


def trainee(**given: Any) -> Any:
    return make.apprentice(uid="t", **given)


def test_a_claim_for_graduates_names_those_filed_and_nobody_beside_them() -> None:
    filed, beside = make.graduate_outcome(uid="a"), make.graduate_outcome(uid="b", id_number=make.TEACHER_ID)
    frozen = snapshot(ORDER_SUBSIDY, "order-subsidy-2025-01", [filed], [beside])

    found = list(claims_of(frozen))

    assert [(each.number, each.id_number, each.uid) for each in found] == [
        ("order-subsidy-2025-01", make.ORDER_STUDENT_ID, "a")
    ]


@pytest.mark.parametrize(
    ("given", "claimed"),
    [
        ({}, False), ({"status": "退出"}, False), ({"status": "结业"}, True), ({"status": "留任"}, True),
        ({"certificate_number": "S000037080001000000101"}, True),
    ],
)  # fmt: skip
def test_an_apprentice_is_claimed_for_once_his_training_is_over(given: dict[str, Any], claimed: bool) -> None:
    frozen = snapshot(ENTERPRISE_APPRENTICESHIP, "n", [trainee(**given)])

    assert bool(list(claims_of(frozen))) is claimed


def test_the_class_tells_trade_and_level_where_the_apprentice_does_not() -> None:
    cohort = make.cohort(uid="c", target_skill_level="中级工", trade="钳工")
    frozen = snapshot(
        ENTERPRISE_APPRENTICESHIP, "n", [trainee(status="结业", target_skill_level=None)], [cohort]
    )

    (found,) = claims_of(frozen)

    assert (found.trade, found.level) == ("钳工", coded("skill_level", "中级工"))


def test_a_payment_of_hours_is_claimed_by_itself_and_not_by_the_person() -> None:
    paid = make.settlement(uid="s1")
    known = gathered([snapshot(HOURLY_SUBSIDY, "hourly-subsidy-2026-10-01", [paid])])

    assert known.settled(paid) is not None
    assert known.settled(dataclasses.replace(paid, uid="s2")) is None
    assert known.training_of(paid.teacher) == ()


def test_a_payment_of_which_nothing_was_claimed_is_no_claim() -> None:
    paid = make.settlement(uid="s1", claimed_yuan="0")

    assert list(claims_of(snapshot(HOURLY_SUBSIDY, "n", [paid]))) == []


def test_a_filing_without_money_claims_nothing() -> None:
    assert list(claims_of(snapshot("annual-progress", "n", [make.graduate_outcome(uid="a")]))) == []


def test_several_filings_are_told_in_their_order() -> None:
    filed = make.graduate_outcome(uid="a")
    known = gathered(snapshot(ORDER_SUBSIDY, each, [filed]) for each in ("first", "second"))

    assert [each.number for each in known.training_of(make.ORDER_STUDENT_ID)] == ["first", "second"]
