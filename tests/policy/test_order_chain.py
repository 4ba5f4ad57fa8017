"""The chain of an order class: how far each student came, and why no further."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

from college_desk.policy.order_chain import OrderChain, chains, subsidy
from college_desk.records.lookups import ListedFacts
from college_desk.records.register import Record
from college_desk.records.values.month import Month
from tests import make

FIRST, LAST, DAY = dt.date(2026, 1, 1), dt.date(2026, 12, 31), dt.date(2026, 11, 20)
BESIDE = [make.enterprise(uid="e"), make.order_class(uid="c")]


def student(**given: Any) -> Record:
    return make.order_student(**{"uid": "s", **given})


def outcome(**given: Any) -> Record:
    return make.graduate_outcome(**{"uid": "o", **given})


def graduated() -> list[Record]:
    """Another student of the class, who arrived, so that the class is one of the year."""
    number = make.id_number(dt.date(2007, 1, 9), serial=77)
    return [
        make.order_student(uid="s0", name="安宁", id_number=number),
        make.graduate_outcome(uid="o0", name="安宁", id_number=number),
    ]


def chain_of(*records: Record) -> OrderChain:
    (found,) = chains(ListedFacts([*BESIDE, *records]), FIRST, LAST, DAY)
    return found


@pytest.mark.parametrize(
    ("who", "reached", "why"),
    [
        ([student(), outcome()], "arrived", ""),
        ([student()], "listed", "就业台账里没有毕业记录"),
        ([student(), outcome(graduated_month="2025-06")], "listed", "2025年6月毕业" ),
        ([student(left_on="2025-03-01", left_reason="本人申请")], "left", "2025年3月1日退出订单班：本人申请"),
        ([student(left_on="2025-03-01"), outcome()], "left", "2025年3月1日退出订单班"),
        ([student(), outcome(destination="境内升学", enterprise=None)], "graduated", "毕业去向是“境内升学”"),
        ([student(), outcome(destination=None, enterprise=None, employed_on=None)], "graduated", "毕业去向未填"),
        (
            [student(), outcome(enterprise="邹城宏河电子有限公司", employer_uscc=make.uscc(9))],
            "graduated", "在“邹城宏河电子有限公司”就业，不是订单企业",
        ),
    ],
)  # fmt: skip
def test_each_student_stands_where_he_came_to_with_the_reason(
    who: list[Record], reached: str, why: str
) -> None:
    found = chain_of(*graduated(), *who)

    (person,) = [each for each in found.people if each.student.uid == "s"]
    assert person.reached == reached
    assert person.why.startswith(why)
    assert bool(person.why) == (reached != "arrived")


def test_the_steps_are_counted_each_with_those_beyond_it() -> None:
    found = chain_of(*graduated(), student(), outcome(destination="境内升学", enterprise=None))

    assert [len(found.at(step)) for step in ("left", "listed", "graduated", "arrived")] == [2, 2, 2, 1]
    assert [each.student.uid for each in found.stopped_at("graduated")] == ["s"]
    assert (found.agreed, found.hired_percent, found.keeps_the_promise) == (45, Decimal("50.0"), False)


@pytest.mark.parametrize(("percent", "kept"), [("50%", True), ("50.01%", False), (None, None)])
def test_the_promise_is_kept_at_the_very_percentage(percent: str | None, kept: bool | None) -> None:
    beside = [make.enterprise(uid="e"), make.order_class(uid="c", hire_percent=percent)]
    records = [*graduated(), student(), outcome(destination="境内升学", enterprise=None)]
    (found,) = chains(ListedFacts([*beside, *records]), FIRST, LAST, DAY)

    assert found.keeps_the_promise is kept


def test_the_agreement_tells_what_the_class_does_not() -> None:
    agreement = make.agreement(
        agreement_number=make.ORDER_AGREEMENT, planned_size=50, hire_percent="60%", agreement_type="订单培养"
    )
    silent = make.order_class(uid="c", hire_percent=None, planned_size=None)
    (found,) = chains(ListedFacts([make.enterprise(), silent, agreement, *graduated()]), FIRST, LAST, DAY)

    assert (found.hire_percent, found.agreed) == (Decimal(60), 50)
    told = chain_of(*graduated(), agreement)
    assert (told.hire_percent, told.agreed) == (Decimal(80), 45)


def test_a_class_of_another_year_has_no_chain() -> None:
    records = [*BESIDE, student(), outcome(graduated_month="2025-06")]

    assert chains(ListedFacts(records), FIRST, LAST, DAY) == []


@pytest.mark.parametrize(
    ("month", "within"), [("2025-12", 0), ("2026-01", 1), ("2026-12", 1), ("2027-01", 0)]
)
def test_the_month_of_graduation_decides_on_the_year(month: str, within: int) -> None:
    records = [*BESIDE, student(), outcome(graduated_month=month)]

    assert len(chains(ListedFacts(records), FIRST, LAST, dt.date(2027, 6, 1))) == within


def test_what_was_recorded_after_the_day_is_not_known_yet() -> None:
    gone = outcome(uid="o2", recorded_on="2026-11-21", destination="待就业", enterprise=None)
    records = [*BESIDE, student(), outcome(), gone]

    (today,) = chains(ListedFacts(records), FIRST, LAST, DAY)
    (tomorrow,) = chains(ListedFacts(records), FIRST, LAST, DAY + dt.timedelta(days=1))
    assert (today.people[0].reached, tomorrow.people[0].reached) == ("arrived", "graduated")


def test_a_student_of_two_classes_arrives_in_one() -> None:
    other = student(uid="z", order_agreement="DD-2", order_class="另一班")
    found = chains(ListedFacts([*BESIDE, student(), other, outcome()]), FIRST, LAST, DAY)

    assert sorted(each.people[0].reached for each in found) == ["arrived", "graduated"]
    assert any("另一班" in each.people[0].why for each in found)


def test_a_class_that_is_not_on_the_ledger_is_told_by_its_students() -> None:
    (found,) = chains(ListedFacts([make.enterprise(), student(), outcome()]), FIRST, LAST, DAY)

    assert (found.order_class, found.name, found.enterprise_name) == (None, "海达班", make.ENTERPRISE)
    assert (found.agreed, found.agreement_number) == (None, make.ORDER_AGREEMENT)


def test_a_link_finds_the_class_under_its_new_name() -> None:
    renamed = make.order_class(uid="c", name="新海达班")
    linked = dataclasses.replace(student(), links=MappingProxyType({"order_class": "c"}))
    (found,) = chains(ListedFacts([make.enterprise(), renamed, linked, outcome()]), FIRST, LAST, DAY)

    assert found.name == "新海达班"


def test_without_a_month_of_graduation_the_day_of_hiring_tells_the_year() -> None:
    assert chain_of(student(), outcome(graduated_month=None)).people[0].reached == "arrived"
    hired_before = outcome(graduated_month=None, employed_on=Month(2025, 12))
    assert chains(ListedFacts([*BESIDE, student(), hired_before]), FIRST, LAST, DAY) == []


def test_the_amount_is_the_eligible_times_the_standard() -> None:
    assert subsidy(26, Decimal(1000)) == Decimal("26000.00")
    assert subsidy(0, Decimal(1000)) == Decimal("0.00")
