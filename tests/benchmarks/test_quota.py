"""The 20% allowance of ten years over ten thousand appointments, beside counting single days plainly.

Run: python -m pytest -m benchmark -s tests/benchmarks/test_quota.py
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import random

import pytest

from college_desk.policy.pack import load_pack
from college_desk.policy.quota import Seat, seats, terms_on
from college_desk.policy.quota_series import first_breach, series
from college_desk.records.lookups import ListedFacts
from college_desk.records.register import Record
from tests import make
from tests.benchmarks.table import Ratios, seconds_of

FIRST, LAST = dt.date(2017, 1, 1), dt.date(2026, 12, 31)


def college(appointments: int) -> list[Record]:
    chance = random.Random(2017)
    made = make.appointment(counts_in_quota="是")
    records: list[Record] = []
    for number in range(appointments):
        start = FIRST + dt.timedelta(days=chance.randrange(3600))
        records.append(
            dataclasses.replace(
                made, uid=f"a{number:05d}", teacher=f"t{chance.randrange(3000)}", contract_number=f"c{number}",
                start_on=start, end_on=start + dt.timedelta(days=chance.randrange(60, 400)),
            )
        )  # fmt: skip
    staffing = make.staffing(approved_posts="5000", posts_filled="100")
    return [*records, *(dataclasses.replace(staffing, uid=f"s{year}", effective_from=dt.date(year, 1, 1))
                        for year in range(FIRST.year, LAST.year + 1))]  # fmt: skip


def each_month_by_itself(held: list[Seat]) -> int:
    """The baseline: people in post on the first of each month, counted one by one."""
    days = [dt.date(year, month, 1) for year in range(FIRST.year, LAST.year + 1) for month in range(1, 13)]
    return max(len({seat.person for seat in held if seat.covers(day)}) for day in days)


@pytest.mark.benchmark
def test_ten_years_of_ten_thousand_appointments() -> None:
    facts = ListedFacts(college(10_000))
    terms = terms_on(load_pack("jining-2022"), LAST)
    held = facts.once(seats)
    table = Ratios("20% allowance, 10,000 appointments of ten years")
    table.add(
        "every day of ten years, with the breach",
        seconds_of(lambda: first_breach(series(facts, terms, FIRST, LAST))),
        "the first of 120 months, counted plainly",
        seconds_of(lambda: each_month_by_itself(held)),
    )
    table.print()
