"""The forms of the hourly subsidy: what is claimed of what was paid, sums in figures and capitals, one sheet a teacher."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from college_desk.forms.filing import FILINGS, HOURLY_SUBSIDY, Scope
from college_desk.forms.form import Frozen, documents_of
from college_desk.forms.hours.hourly_subsidy import claimed_amount
from college_desk.records.lookups import ListedFacts
from college_desk.records.period import period_of
from college_desk.records.register import Record, register_of
from tests import make
from tests.forms.filled import documents, frozen, is_golden, numbered, texts

DAY = dt.date(2026, 11, 20)
MONTH = "2026-10"
BATCH = "2026年第1批"
WANG = make.id_number(dt.date(1979, 4, 2), serial=40)


def paid(
    teacher: str = make.TEACHER_ID, name: str = "李明", *, lessons: int = 4, **given: Any
) -> list[Record]:
    """A line of so many double lessons at 98 yuan, paid out, with its lessons."""
    gross = Decimal(98) * 2 * lessons
    line = {
        "teacher": teacher, "name": name, "month": MONTH, "batch": BATCH, "taught_from": "2026-10-12",
        "taught_to": "2026-10-30", "periods": 2 * lessons, "gross": gross, "tax": Decimal(0), "net": gross,
        "payout_status": "已发放", "paid_on": "2026-11-12", "voucher_number": "JZ-1187", "course": "工业机器人编程",
        "employer": make.ENTERPRISE, **given,
    }  # fmt: skip
    days = [dt.date(2026, 10, 12) + dt.timedelta(days=place) for place in range(lessons)]
    batch = given.get("batch", BATCH)
    taught = [
        make.teaching_hours(teacher=teacher, name=name, taught_on=day, settled_in=batch, verified=True)
        for day in days
    ]
    return [make.settlement(**line), *taught]


def college(*more: Record, **teacher: Any) -> list[Record]:
    return [make.school(), make.part_time_teacher(**teacher), make.appointment(), *more]


def filed(*more: Record, **teacher: Any) -> Frozen:
    return frozen(HOURLY_SUBSIDY, college(*more, **teacher), MONTH, DAY)


def row_of(given: Frozen, form: str, name: str) -> list[str]:
    said = texts(documents(given)[form])
    place = said.index(name)
    return said[place : place + 14]


def test_every_document_is_what_it_was() -> None:
    second = make.part_time_teacher(name="王芳", id_number=WANG, skill_level="高级工", phone="13805370177")
    assert is_golden(filed(*paid(), second, *paid(WANG, "王芳", lessons=2)), "hourly-subsidy")


def test_the_worked_example_is_claimed_in_full() -> None:
    given = filed(*paid(lessons=16))
    other = filed(*paid(lessons=16, tax=Decimal("501.76"), net=Decimal("2634.24")))
    assert claimed_amount(given) == Decimal("3136.00")
    said = texts(documents(given)["hourly-subsidy-claim"])
    assert "3136.00" in said
    assert "人民币叁仟壹佰叁拾陆元整" in said
    assert "501.76" not in texts(documents(other)["hourly-subsidy-claim"])
    assert "501.76" in texts(documents(other)["hourly-fee-pay-list"])


@pytest.mark.parametrize(
    ("line", "teacher", "amount"),
    [
        ({}, {}, "784.00"),
        ({"payout_status": "待发"}, {}, "0"),
        ({"claimed_yuan": "500.00"}, {}, "500.00"),
        ({}, {"skill_level": "高级工"}, "784.00"),
        ({}, {"skill_level": "中级工"}, "0"),
        ({}, {"person_source": "退休（企业）"}, "0"),
        ({"fund_source": "财政编制经费（20%员额）"}, {}, "0"),
    ],
)
def test_what_is_claimed_of_a_payment(line: dict[str, Any], teacher: dict[str, Any], amount: str) -> None:
    given = filed(*paid(**line), **teacher)
    assert claimed_amount(given) == Decimal(amount)
    assert ("李明" in texts(documents(given)["hourly-subsidy-claim"])) is (amount != "0")
    assert "李明" in texts(documents(given)["hourly-fee-pay-list"])
    cover = "".join(texts(documents(given)["cover-paper"]))
    assert ("本次不申请补贴" in cover) is (amount == "0")


def test_lessons_not_recognised_are_told_beside_the_line() -> None:
    line, *lessons = paid()
    given = filed(line, *lessons[:3])
    assert claimed_amount(given) == Decimal("588.00")
    assert "另有2课时不申请" in texts(documents(given)["hourly-subsidy-claim"])


def test_the_tax_columns_are_empty_where_finance_reckons() -> None:
    given = filed(*paid(tax=None, net=None))
    said = texts(documents(given)["hourly-fee-pay-list"])
    assert row_of(given, "hourly-fee-pay-list", "李明")[9:12] == ["784.00", "", ""]
    assert "个税由财务处计算。" in said
    assert "应发人民币柒佰捌拾肆元整" in said


def test_no_sum_of_tax_is_told_while_one_line_has_none() -> None:
    second = make.part_time_teacher(name="王芳", id_number=WANG)
    taxed = paid(tax=Decimal("36.00"), net=Decimal("748.00"))
    said = texts(
        documents(filed(*taxed, second, *paid(WANG, "王芳", tax=None, net=None)))["hourly-fee-pay-list"]
    )
    place = said.index("1568.00")
    assert said[place : place + 3] == ["1568.00", "", ""]


def test_a_reversal_stands_on_the_pay_list_with_what_it_takes_back() -> None:
    back = make.settlement(
        month=MONTH, batch="2026年第2批", reverses=BATCH, periods=None, gross=Decimal("-784.00"),
        tax=Decimal(0), net=Decimal("-784.00"), taught_from="2026-10-12",
    )  # fmt: skip
    given = filed(*paid(), back)
    said = texts(documents(given)["hourly-fee-pay-list"])
    assert f"冲减{BATCH}" in said
    assert "应发人民币零元整；实发人民币零元整" in said
    assert claimed_amount(given) == 0


def test_each_teacher_has_a_sheet_of_his_month_with_one_block_of_signatures() -> None:
    second = make.part_time_teacher(name="王芳", id_number=WANG)
    made = [
        each
        for each in documents_of(filed(*paid(), second, *paid(WANG, "王芳")))
        if each.code == "lesson-record"
    ]
    assert [each.title for each in made] == [
        "课时记录表（李明，2026年10月）",
        "课时记录表（王芳，2026年10月）",
    ]
    assert texts(made[0]).count("签字：") == 1
    assert "8" in texts(made[0])


def test_coefficients_stand_there_only_where_the_school_has_some() -> None:
    line, lesson, *rest = paid()
    weighted = make.teaching_hours(
        taught_on="2026-10-12", settled_in=BATCH, coefficient="1.2", weighted_periods="2.4"
    )
    assert "折算\n课时" not in texts(documents(filed(line, lesson, *rest))["lesson-record"])
    assert "2.4" in texts(documents(filed(line, weighted, *rest))["lesson-record"])


@pytest.mark.parametrize(
    ("period", "count"),
    [("2026-09", 0), ("2026-10", 1), ("2026-11", 0), ("2026-2027-1", 1), ("2026-2027-2", 0)],
)
def test_a_line_is_filed_in_the_period_of_its_lessons(period: str, count: int) -> None:
    facts = ListedFacts(numbered(college(*paid())))
    selection = FILINGS[HOURLY_SUBSIDY].select(facts, period_of(period), DAY, Scope())
    assert [register_of(each).code for each in selection.filed] == ["settlement"] * count
