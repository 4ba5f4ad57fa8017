"""The forms of the order subsidy: the chain of counts in figures and capitals, only those claimed for by name."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from college_desk.forms.filing import FILINGS, ORDER_SUBSIDY, Scope
from college_desk.forms.form import Frozen
from college_desk.forms.orders.order_subsidy import claimed_amount, class_rows
from college_desk.policy.pack import MissingParameter
from college_desk.records.lookups import ListedFacts
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.period import period_of
from college_desk.records.register import Record
from tests import make
from tests.forms.filled import documents, frozen, is_golden, numbered, texts
from tests.services import order_college

DAY = dt.date(2026, 12, 31)
YUAN = {"order_subsidy.yuan_per_graduate": "1000"}


def listed(*more: Record) -> list[Record]:
    return numbered([make.school(), *order_college.college_records(), *more])


def claim(records: list[Record], entered: dict[str, str] | None = None, **scope: Any) -> Frozen:
    """The claim of the one enterprise of these records."""
    (enterprise,) = [
        each for each in records if isinstance(each, Enterprise) and each.name == make.ENTERPRISE
    ]
    given = Scope(enterprise=enterprise.uid, **scope)
    return frozen(ORDER_SUBSIDY, records, "2026", DAY, scope=given, entered=YUAN | (entered or {}))


def people(count: int) -> list[Record]:
    return [each for serial in range(count) for each in order_college.student(serial)]


def test_every_document_is_what_it_was() -> None:
    assert is_golden(claim(listed(*people(2), *order_college.elsewhere(7))), "order-subsidy")


def test_the_worked_example_claims_twenty_six_graduates() -> None:
    records = numbered([make.school(), *order_college.worked_example()])
    refused = {order_college.number(serial) for serial in (0, 1, 2, 29, 30, 31)}
    left_out = {each.uid: "不符合条件" for each in records if getattr(each, "id_number", None) in refused}
    given = claim(records, left_out=left_out)
    (row,) = class_rows(given)
    assert (row.agreed, row.listed, row.graduated, row.arrived, row.eligible) == (45, 45, 45, 32, 26)
    assert claimed_amount(given) == Decimal("26000.00")
    said = texts(documents(given)["order-subsidy-summary"])
    assert [each for each in said if each == "26000.00"] == ["26000.00"] * 2
    assert "人民币贰万陆仟元整" in said
    assert "26人" in texts(documents(given)["order-subsidy-people"])


def test_who_went_elsewhere_or_was_set_aside_does_not_travel() -> None:
    records = listed(*people(2), *order_college.elsewhere(7))
    (aside,) = [each for each in records if getattr(each, "id_number", None) == order_college.number(1)
                and hasattr(each, "diploma_number")]  # fmt: skip
    given = claim(records, left_out={aside.uid: "补缴"})
    kept = given.snapshot.canonical().decode()
    assert order_college.number(0) in kept
    assert order_college.number(7) not in kept
    assert [each["uid"] for each in given.snapshot.left_out] == [aside.uid]


def test_the_standard_that_is_missing_is_named_with_its_document() -> None:
    given = claim(listed(*people(1)))
    bare = dataclasses.replace(
        given, policy=dataclasses.replace(given.policy, parameters=_without_standard(given))
    )
    with pytest.raises(MissingParameter, match=r"订单企业培养补助标准.*人社、教育、财政部门"):
        claimed_amount(bare)


def _without_standard(given: Frozen) -> Any:
    return tuple(
        dataclasses.replace(each, value=None) if each.name == "order_subsidy.yuan_per_graduate" else each
        for each in given.policy.parameters
    )


@pytest.mark.parametrize(
    ("graduated", "found"), [("2025-12", 0), ("2026-01", 1), ("2026-12", 1), ("2027-01", 0)]
)
def test_the_graduates_of_the_year_are_claimed_for(graduated: str, found: int) -> None:
    records = listed(*order_college.student(1, graduated_month=graduated))
    selection = FILINGS[ORDER_SUBSIDY].select(ListedFacts(records), period_of("2026"), DAY, Scope())
    assert len(selection.filed) == found


def test_the_college_is_paid_where_the_document_says_so() -> None:
    records = listed(*people(1))
    school = make.school(
        account_name="济宁示例职业学院", bank_account="15450101040099999", bank_name="农行任城支行"
    )
    with_account = [
        dataclasses.replace(school, uid=each.uid) if each.uid == "u0000" else each for each in records
    ]
    paid = texts(documents(claim(with_account, {"order_subsidy.payee": "学校"}))["order-subsidy-summary"])
    assert "15450101040099999" in paid
    assert "15450101040012345" in texts(documents(claim(with_account))["order-subsidy-summary"])


def test_another_subsidy_is_told_on_the_claim() -> None:
    had = order_college.student(1, other_subsidy="见习补贴")
    assert "见习补贴" in texts(documents(claim(listed(*had)))["order-subsidy-summary"])
    assert "无" in texts(documents(claim(listed(*people(1))))["order-subsidy-summary"])


def test_each_ordering_enterprise_is_told_by_name() -> None:
    other = make.enterprise(name="曲阜圣阳电源有限公司", uscc=make.uscc(5))
    agreement = make.agreement(
        agreement_number="DD-9", agreement_type="订单培养", enterprise="曲阜圣阳电源有限公司"
    )
    order = make.order_class(name="圣阳班", agreement_number="DD-9", enterprise="曲阜圣阳电源有限公司")
    employed = {
        "enterprise": "曲阜圣阳电源有限公司",
        "employer_uscc": make.uscc(5),
        "insurance_payer_uscc": make.uscc(5),
    }
    ordered = {
        "student_order_class": "圣阳班",
        "student_order_agreement": "DD-9",
        "student_enterprise": "曲阜圣阳电源有限公司",
    }
    records = listed(*people(1), other, agreement, order, *order_college.student(9, **employed, **ordered))
    facts, enterprises = ListedFacts(records), FILINGS[ORDER_SUBSIDY].enterprises
    assert enterprises is not None
    found = enterprises(facts, period_of("2026"), DAY, Scope())
    assert [each.name for each in found] == ["曲阜圣阳电源有限公司", make.ENTERPRISE]  # type: ignore[attr-defined]
    chosen = Scope(only={"enterprise": frozenset({found[0].uid})})
    assert [each.uid for each in enterprises(facts, period_of("2026"), DAY, chosen)] == [found[0].uid]
    for each in found:
        own = FILINGS[ORDER_SUBSIDY].select(facts, period_of("2026"), DAY, Scope(enterprise=each.uid))
        assert [outcome.enterprise for outcome in own.filed] == [each.name]  # type: ignore[attr-defined]
