"""The order subsidy: the worked example through records, each refusal with its reason, nobody twice."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from college_desk.policy.capitals import capitals
from college_desk.policy.claims import ORDER_SUBSIDY
from college_desk.services import checking, order_claims
from college_desk.services.claimed import claimed_elsewhere
from college_desk.services.order_claim import OrderClaim
from college_desk.storage.desk import Desk
from tests import make
from tests.policy.frozen import snapshot
from tests.services.occasions import NOW, SITTING, live, new_desk
from tests.services.order_college import (
    DAY,
    college_records,
    keep_filing,
    lay_in,
    set_standards,
    student,
    worked_example,
)


def claim_of(desk: Desk, day: dt.date = DAY) -> OrderClaim:
    (found,) = order_claims.claims(desk, 2026, day)
    return found


def small(folder: Path, people: int = 2) -> Desk:
    """So many graduates, all eligible."""
    desk = new_desk(folder)
    lay_in(desk, [*college_records(), *(each for serial in range(people) for each in student(serial))])
    set_standards(desk, yuan_per_graduate="1000", insured_months="6")
    return desk


def test_the_worked_example_holds_through_records(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    lay_in(desk, worked_example())
    set_standards(desk, yuan_per_graduate="1000", insured_months="6")

    found = claim_of(desk)

    assert found.counts() == {"agreed": 45, "listed": 45, "graduated": 45, "arrived": 32, "eligible": 26}
    assert found.amount == Decimal("26000.00")
    assert capitals(found.amount) == "人民币贰万陆仟元整"
    refused = Counter(each.refusals[0].rule for each in found.classes[0].people if each.refusals)
    assert refused == {"OUT-003": 3, "OUT-002": 1, "OUT-005": 2}
    assert found.to_json()["capitals"] == "人民币贰万陆仟元整"
    assert found.to_json()["classes"][0]["hired_percent"] == "71.1"


def test_without_the_standard_the_chain_stands_and_the_document_is_named(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    lay_in(desk, [*college_records(), *student(1)])

    found = claim_of(desk)

    assert (found.eligible, found.yuan, found.amount) == (1, None, None)
    assert "订单企业培养补助的文件" in found.lacking
    assert len(order_claims.unset_conditions(desk, DAY)) == 5


def test_a_condition_that_is_entered_is_not_called_unset(tmp_path: Path) -> None:
    desk = small(tmp_path)

    assert "订单企业连续缴纳社会保险的最短月数" not in order_claims.unset_conditions(desk, DAY)
    assert len(order_claims.unset_conditions(desk, DAY)) == 4


def test_what_is_wrong_with_the_class_or_the_enterprise_rules_out_everybody(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    enterprise, agreement, _class = college_records()
    late = make.order_class(filed_on="2023-09-02")
    lay_in(desk, [enterprise, agreement, late, *student(1), *student(2)])
    set_standards(desk, yuan_per_graduate="1000")

    found = claim_of(desk)

    assert (found.counts()["arrived"], found.eligible, found.amount) == (2, 0, Decimal("0.00"))
    assert {each.refusals[0].rule for each in found.classes[0].people} == {"ORD-005"}


def test_a_warning_rules_nobody_out(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    lay_in(desk, [*college_records(), *student(1, contract_start_on="2026-05-31")])

    assert claim_of(desk).eligible == 1
    warned = checking.check(desk, day=DAY).findings
    assert "OUT-008" in {each.rule for each in warned if each.severity == "warning"}


@pytest.mark.parametrize(
    ("state", "eligible"),
    [("frozen", 1), ("accepted", 1), ("returned", 1), ("withdrawn", 2), ("refused", 2)],
)
def test_who_stands_in_another_filing_is_not_claimed_for_again(
    tmp_path: Path, state: str, eligible: int
) -> None:
    desk = small(tmp_path)
    first = live(desk, "graduate_outcome")[0]
    with desk.write("定稿", guarded=False, **SITTING) as writer:
        keep_filing(writer, snapshot(ORDER_SUBSIDY, "order-subsidy-2025-01", [first]), state=state)

    found = claim_of(desk)

    assert found.eligible == eligible
    refused = [each for each in found.classes[0].people if each.refusals]
    assert all("order-subsidy-2025-01" in each.why for each in refused)
    assert len(refused) == 2 - eligible


def test_the_years_own_filing_keeps_nobody_from_it(tmp_path: Path) -> None:
    desk = small(tmp_path)
    own = snapshot(ORDER_SUBSIDY, "order-subsidy-2026-01", live(desk, "graduate_outcome"), period="2026")
    with desk.write("定稿", guarded=False, **SITTING) as writer:
        keep_filing(writer, own)

    assert claim_of(desk).eligible == 2
    with desk.read() as reader:
        number = live(desk, "graduate_outcome")[0].id_number
        assert claimed_elsewhere(reader, ORDER_SUBSIDY, "2026").training_of(number) == ()
        assert claimed_elsewhere(reader, ORDER_SUBSIDY, "2026", "change").training_of(number) == ()
        assert claimed_elsewhere(reader, ORDER_SUBSIDY, "2026", "supplement").training_of(number) != ()
        assert claimed_elsewhere(reader, ORDER_SUBSIDY, "2027", "change").training_of(number) != ()
        assert claimed_elsewhere(reader, "annual-progress", "2026").training_of(number) == ()


def test_of_one_number_the_latest_version_claims(tmp_path: Path) -> None:
    desk = small(tmp_path)
    outcomes = live(desk, "graduate_outcome")
    with desk.write("定稿", guarded=False, **SITTING) as writer:
        keep_filing(writer, snapshot(ORDER_SUBSIDY, "order-subsidy-2025-01", outcomes))
        keep_filing(writer, snapshot(ORDER_SUBSIDY, "order-subsidy-2025-01", outcomes[:1], version=2))

    assert claim_of(desk).eligible == 1


def test_each_enterprise_has_a_claim_of_its_own(tmp_path: Path) -> None:
    desk = small(tmp_path)
    other = {"name": "邹城宏河电子有限公司", "uscc": make.uscc(9)}
    own = {"agreement_number": "DD-2", "enterprise": other["name"]}
    order = {
        "student_order_agreement": "DD-2",
        "student_order_class": "宏河班",
        "student_enterprise": other["name"],
    }
    hired = {
        "enterprise": other["name"],
        "employer_uscc": other["uscc"],
        "insurance_payer_uscc": other["uscc"],
    }
    lay_in(
        desk,
        [make.enterprise(**other), make.order_class(name="宏河班", **own), *student(50, **order, **hired)],
    )

    both = order_claims.claims(desk, 2026, DAY)
    uid = next(each.uid for each in live(desk, "enterprise") if each.uscc == other["uscc"])
    alone = order_claims.claims(desk, 2026, DAY, frozenset({uid}))

    assert {each.name: each.counts()["arrived"] for each in both} == {make.ENTERPRISE: 2, other["name"]: 1}
    assert [each.name for each in alone] == [other["name"]]


def test_the_years_with_graduates_are_told_latest_first(tmp_path: Path) -> None:
    desk = small(tmp_path)
    lay_in(desk, student(60, graduated_month="2024-06"))

    assert order_claims.years_of(desk) == [2026, 2024]
    assert order_claims.usual_day(2026, NOW.date()) == NOW.date()
    assert order_claims.usual_day(2025, NOW.date()) == dt.date(2025, 12, 31)
