"""The forms of order agreements: whom they count on which day, what they leave out, what goes with them."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from college_desk.forms.filing import FILINGS, ORDER_AGREEMENTS, Scope
from college_desk.forms.orders.ordered_classes import Order, is_on_roster, orders
from college_desk.records.lookups import ListedFacts
from college_desk.records.period import period_of
from college_desk.records.register import Record, register_of
from tests import make
from tests.forms.filled import beside, documents, frozen, is_golden, numbered, texts

DAY = dt.date(2026, 6, 20)
YEAR = "2025-2026"


def student(serial: int, **given: str) -> Record:
    number = make.id_number(dt.date(2007, 9, 3), serial=serial + 20)
    return make.order_student(name="王明", id_number=number, student_number=f"2023460{serial:03d}", **given)


def college(*more: Record) -> list[Record]:
    agreement = make.agreement(
        agreement_number=make.ORDER_AGREEMENT, agreement_type="订单培养", signed_on="2023-06-18",
        start_on="2023-07-01", end_on="2026-08-31", planned_size=45, hire_percent="80%",
    )  # fmt: skip
    return [make.school(), make.enterprise(), agreement, make.order_class(), *more]


def codes(records: list[Record], period: str = YEAR) -> list[str]:
    selection = FILINGS[ORDER_AGREEMENTS].select(
        ListedFacts(numbered(records)), period_of(period), DAY, Scope()
    )
    return sorted(register_of(each).code for each in selection.filed)


def test_every_document_is_what_it_was() -> None:
    assert is_golden(frozen(ORDER_AGREEMENTS, college(student(1), student(2)), YEAR, DAY), "order-agreements")


def test_the_form_counts_as_many_as_the_roster() -> None:
    people = [
        student(1),
        student(2),
        student(3, left_on="2026-06-20", left_reason="参军"),
        student(4, left_on="2026-06-21"),
    ]
    made = documents(frozen(ORDER_AGREEMENTS, college(*people), YEAR, DAY))
    assert beside(made["order-agreement-form"], "协议人数") == "45"
    assert beside(made["order-agreement-form"], "实有人数") == "3"
    assert "名册4人，截至2026年6月20日实有3人，退出2人" in texts(made["order-roster"])
    assert "2026.6.20\n参军" in texts(made["order-roster"])


@pytest.mark.parametrize(
    ("joined", "left", "there"),
    [
        (None, None, True),
        ("2026-06-20", None, True),
        ("2026-06-21", None, False),
        ("2023-09-01", "2026-06-20", False),
        ("2023-09-01", "2026-06-21", True),
    ],
)
def test_who_stands_on_the_roster_of_a_day(joined: str | None, left: str | None, there: bool) -> None:
    assert is_on_roster(make.order_student(joined_on=joined, left_on=left), DAY) is there


@pytest.mark.parametrize(
    ("period", "found"), [("2022-2023", 0), ("2023-2024", 3), ("2025-2026", 3), ("2026-2027", 0)]
)
def test_an_order_is_filed_in_the_periods_in_which_it_trains(period: str, found: int) -> None:
    assert len(codes(college(student(1)), period)) == found


def test_who_left_before_the_period_is_not_on_its_roster() -> None:
    gone = student(1, left_on="2025-08-31")
    assert codes(college(gone, student(2))) == ["agreement", "order_class", "order_student"]
    assert codes(college(student(1, left_on="2025-09-01"), student(2))).count("order_student") == 2


def test_an_order_agreement_without_a_class_has_a_form_of_its_own() -> None:
    records = [each for each in college() if register_of(each).code != "order_class"]
    made = documents(frozen(ORDER_AGREEMENTS, records, YEAR, DAY))
    assert beside(made["order-agreement-form"], "协议编号") == make.ORDER_AGREEMENT
    assert "order-roster" not in made


def test_a_supplement_to_an_agreement_is_no_order_of_itself() -> None:
    supplement = make.agreement(agreement_number="DD-2", agreement_type="订单培养", relation="补充协议")
    assert [each.number for each in _orders(college(supplement))] == [make.ORDER_AGREEMENT]


def test_only_what_was_not_filed_before_is_in_a_supplement() -> None:
    records = [student(1), *college(student(2))]
    before = frozen(ORDER_AGREEMENTS, records[1:], YEAR, DAY).snapshot.selected
    listed = [*numbered(records[1:]), dataclasses.replace(records[0], uid="new")]
    later = frozen(
        ORDER_AGREEMENTS, listed, YEAR, DAY, scope=Scope("supplement", filed_before=frozenset(before))
    )
    assert len(later.snapshot.selected) == 1
    made = documents(later)
    assert "order-agreement-form" not in made
    assert "名册1人，截至2026年6月20日实有1人" in texts(made["order-roster"])


def test_guardians_and_descent_stay_out_of_the_roster() -> None:
    given = student(1, guardian_name="王建军", guardian_phone="13805379999", ethnicity="回族")
    said = "".join(texts(documents(frozen(ORDER_AGREEMENTS, college(given), YEAR, DAY))["order-roster"]))
    assert all(each not in said for each in ("王建军", "13805379999", "回族"))


def test_where_graduates_went_stands_on_the_roster_and_nothing_else_of_it_is_frozen() -> None:
    given = frozen(
        ORDER_AGREEMENTS, college(make.order_student(), make.graduate_outcome()), YEAR, dt.date(2026, 8, 31)
    )
    assert "签劳动合同形式就业" in texts(documents(given)["order-roster"])
    assert "graduate_outcome" not in given.snapshot.records


def _orders(records: list[Record]) -> list[Order]:
    return orders(ListedFacts(numbered(records)))
