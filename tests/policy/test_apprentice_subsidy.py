"""The subsidy for new-type apprentices: the worked example through records, to the cent."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from college_desk.policy.apprentice_subsidy import Claim, reckon, trainees_of, years_between
from college_desk.policy.pack import MissingParameter, Parameter, Policy, load_pack, with_entered
from college_desk.records.lookups import ListedFacts
from college_desk.records.values.month import Month
from tests import make

PACK = load_pack("jining-2022")
DAY = dt.date(2026, 12, 1)


def known(**values: str) -> Policy:
    names = {
        "middle": "yuan_per_year.中级工",
        "high": "yuan_per_year.高级工",
        "partly": "share_without_certificate",
    }
    return with_entered(
        PACK,
        tuple(Parameter(f"apprentice_subsidy.{names[name]}", name, value) for name, value in values.items()),
    )


def claim(policy: Policy, prepaid: str = "195000") -> Claim:
    """30 trained for 中级工 over a year, 20 for 高级工 over two; 27 and 19 of them certified."""
    serial = 0
    trainees = []
    for code, level, start, end, people, certified in (
        ("N1", "中级工", "2025-09-01", "2026-08-31", 30, 27), ("N2", "高级工", "2024-09-01", "2026-08-31", 20, 19),
    ):  # fmt: skip
        cohort = make.cohort(cohort_code=code, name=code, scheme="企业新型学徒制", target_skill_level=level,
                             start_on=start, end_on=end)  # fmt: skip
        members = []
        for place in range(people):
            serial += 1
            number = f"S{serial:021d}" if place < certified else None
            member = make.apprentice(id_number=make.id_number(serial=serial), cohort=code, target_skill_level=level,
                                     start_on=start, end_on=end, certificate_number=number, status="结业")  # fmt: skip
            members.append(dataclasses.replace(member, uid=f"u{serial:03d}"))
        trainees += trainees_of(ListedFacts(members), cohort, policy, DAY)
    return reckon(trainees, Decimal(prepaid), policy, DAY)


def test_the_worked_example_holds_with_what_is_recovered_disclosed() -> None:
    found = claim(known(middle="5000.00", high="6000.00"))

    assert (found.planned, found.prepayable) == (Decimal(390_000), Decimal(195_000))
    assert (found.due, found.remaining) == (Decimal(363_000), Decimal(168_000))
    assert (found.recoverable, len(found.dropped)) == (Decimal(13_500), 4)
    assert {level: len(found.of_level(level)) for level in found.levels} == {"4": 30, "3": 20}


def test_who_finished_without_a_certificate_gets_the_share_that_is_set() -> None:
    found = claim(known(middle="5000.00", high="6000.00", partly="0.50"))

    assert found.due == Decimal(363_000) + Decimal(3 * 2500 + 6000)
    assert (found.recoverable, found.dropped) == (Decimal(0), ())


def test_more_prepaid_than_due_goes_back() -> None:
    assert claim(known(middle="5000.00", high="6000.00"), prepaid="390000").remaining == Decimal(-27_000)


def test_without_the_yuan_of_a_level_the_document_is_named() -> None:
    with pytest.raises(MissingParameter, match=r"高级工.*请按人社、财政部门"):
        claim(known(middle="5000.00"))


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (dt.date(2025, 9, 1), dt.date(2026, 8, 31), "1.00"),
        (dt.date(2025, 9, 1), dt.date(2026, 9, 1), "1.08"),
        (Month(2024, 9), Month(2026, 8), "2.00"),
        (dt.date(2020, 9, 1), dt.date(2026, 8, 31), "3.00"),
        (dt.date(2025, 9, 1), None, "0"),
    ],
)
def test_years_are_whole_months_by_twelve(start: dt.date, end: dt.date | None, years: str) -> None:
    assert years_between(start, end, 3) == Decimal(years)
