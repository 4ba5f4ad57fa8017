"""The annual table: stocks that balance, flows that add up, people counted once, goals and rates."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.policy.pack import load_pack, with_entered
from college_desk.policy.progress import INDICATORS, Figure, city_targets, progress
from college_desk.records.lookups import ListedFacts
from college_desk.records.register import Record
from tests import make

PACK = load_pack("jining-2022")
LI, WANG, ZHAO = (make.id_number(serial=serial) for serial in (1, 2, 3))


def figures(
    records: Sequence[Record], year: int = 2026, day: dt.date | None = None, pack: Any = PACK
) -> dict[str, Figure]:
    numbered = [dataclasses.replace(each, uid=f"u{place:04d}") for place, each in enumerate(records)]
    return {each.indicator.code: each for each in progress(ListedFacts(numbered), pack, year, day)}


def numbers(figure: Figure) -> tuple[int, ...]:
    values = (figure.opening, figure.added, figure.removed, figure.closing)
    return tuple(int(each) for each in values if each is not None)


def cohort(code: str, start: str, end: str, scheme: str = "现代学徒制") -> Record:
    return make.cohort(cohort_code=code, name=code, scheme=scheme, start_on=start, end_on=end)


def apprentice(number: str, cohort_code: str, start: str, end: str, **given: Any) -> Record:
    return make.apprentice(id_number=number, cohort=cohort_code, start_on=start, end_on=end, **given)


def test_stocks_say_who_came_and_who_went() -> None:
    found = figures([
        cohort("A", "2024-09-01", "2026-06-30"), cohort("B", "2026-09-01", "2028-06-30"),
        apprentice(LI, "A", "2024-09-01", "2026-06-30"), apprentice(WANG, "A", "2024-09-01", "2026-06-30"),
        apprentice(WANG, "B", "2026-09-01", "2028-06-30"), apprentice(ZHAO, "B", "2026-09-01", "2028-06-30"),
    ])  # fmt: skip

    assert numbers(found["modern_cohorts"]) == (1, 1, 1, 1)
    assert numbers(found["modern_apprentices"]) == (2, 1, 1, 2)  # 王 is in training before and after
    assert numbers(found["new_apprentices"]) == (0, 0, 0, 0)


@pytest.mark.parametrize(("left_on", "closing"), [("2026-12-31", 0), ("2027-01-01", 1)])
def test_who_left_by_the_last_day_is_no_longer_counted(left_on: str, closing: int) -> None:
    found = figures([cohort("B", "2026-09-01", "2028-06-30"),
                     apprentice(LI, "B", "2026-09-01", "2028-06-30", status="退出", status_on=left_on)])  # fmt: skip

    assert numbers(found["modern_apprentices"])[-1] == closing


def test_a_year_under_way_is_counted_to_the_day() -> None:
    records = [cohort("B", "2026-09-01", "2028-06-30"), apprentice(LI, "B", "2026-09-01", "2028-06-30")]

    assert numbers(figures(records, day=dt.date(2026, 8, 31))["modern_apprentices"]) == (0, 0, 0, 0)
    assert numbers(figures(records, day=dt.date(2026, 9, 1))["modern_apprentices"]) == (0, 1, 0, 1)


def test_flows_compare_the_year_with_the_same_days_of_the_last() -> None:
    def lesson(day: str, periods: str, **given: Any) -> Record:
        return make.teaching_hours(
            taught_on=day, periods=periods, verified=given.pop("verified", "是"), **given
        )

    found = figures([
        lesson("2024-05-06", "2"), lesson("2025-03-03", "4"), lesson("2025-11-03", "2"), lesson("2026-03-02", "6"),
        lesson("2026-10-12", "2"), lesson("2026-03-09", "2", verified="否"), lesson("2026-03-10", "2", lesson_kind="停课"),
    ], day=dt.date(2026, 6, 30))["taught_periods"]  # fmt: skip

    assert [found.before, found.during, found.change, found.total] == [4, 6, 2, 14]
    assert len(found.rows["total"]) == 4


def test_a_rate_is_told_only_where_the_college_knows_its_share() -> None:
    records = [cohort("N", "2025-09-01", "2026-08-31", "企业新型学徒制"),
               *(apprentice(make.id_number(serial=serial), "N", "2025-09-01", "2026-08-31", status="结业",
                            status_on="2026-08-31") for serial in range(1, 4))]  # fmt: skip
    assert figures(records)["new_finished"].rate is None

    share = dataclasses.replace(PACK.parameter("target.enterprise_apprentices", dt.date(2026, 1, 1)), value=7)
    found = figures(records, pack=with_entered(PACK, (share,)))["new_finished"]
    assert [found.total, found.goal, found.rate] == [3, 7, Decimal("42.86")]


def test_a_yearly_goal_is_measured_by_the_year_and_a_person_counts_once() -> None:
    def held(number: str, level: str, day: str) -> Record:
        return make.certificate(id_number=number, skill_level=level, issued_on=day)

    share = dataclasses.replace(PACK.parameter("target.gold_collar", dt.date(2026, 1, 1)), value=4)
    found = figures([
        held(LI, "技师", "2025-06-01"), held(LI, "高级技师", "2026-06-01"),
        held(WANG, "高级技师", "2026-07-01"), held(WANG, "技师", "2026-03-01"), held(ZHAO, "高级工", "2026-05-01"),
    ], pack=with_entered(PACK, (share,)))["gold_collar"]  # fmt: skip

    assert [found.during, found.total, found.rate] == [1, 2, Decimal("25.00")]


def test_the_citys_targets_stand_beside_the_schools_share() -> None:
    found = city_targets(PACK)

    said = found["enterprise_apprentices"]
    assert (said.value, said.year) == (Decimal(6000), 2025)
    assert {each.target for each in INDICATORS if each.target} <= set(found)


def test_a_team_prize_is_one_prize_and_a_reversal_takes_its_fee_off() -> None:
    prize = {"contest": "全省职业院校技能大赛", "year": "2026", "event": "数控", "prize": "一等奖", "rank": None,
             "certificate_number": "C-1", "held_on": "2026-05-01"}  # fmt: skip
    found = figures([
        make.competition(id_number=LI, **prize), make.competition(id_number=WANG, **prize),
        make.settlement(gross="3136", pay_month="2026-09"), make.settlement(gross="-3136", pay_month="2026-10"),
        make.settlement(gross="98", pay_month="2026-10"),
    ])  # fmt: skip

    assert [found["contest_prizes"].during, found["hourly_fees"].during] == [1, 98]


def test_every_figure_of_a_whole_college_opens_to_its_rows() -> None:
    for figure in figures(make.everything()).values():
        for name, rows in figure.rows.items():
            number = getattr(figure, name)
            if figure.indicator.nature == "stock":
                assert number == len(rows)
            else:
                assert (number == 0) == (not rows)


def test_stocks_and_flows_have_units_of_their_own() -> None:
    people = {"人次", "人日", "课时", "元"}
    assert not [each.code for each in INDICATORS if each.nature == "stock" and each.unit in people]
    assert len({each.order for each in INDICATORS}) == len(INDICATORS)


_SPANS = st.lists(
    st.tuples(st.integers(0, 9), st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31)), st.integers(0, 900)),
    max_size=12,
)


@given(_SPANS)
def test_closing_is_opening_and_added_less_removed_and_next_years_opening(
    spans: list[tuple[int, dt.date, int]],
) -> None:
    records = [cohort("A", "2020-01-01", "2030-12-31")]
    for serial, start, days in spans:
        end = start + dt.timedelta(days=days)
        records.append(apprentice(make.id_number(serial=serial), "A", start.isoformat(), end.isoformat()))
    this, then = figures(records)["modern_apprentices"], figures(records, 2027)["modern_apprentices"]

    assert None not in (this.opening, this.added, this.removed)
    assert this.closing == (this.opening or 0) + (this.added or 0) - (this.removed or 0)
    assert then.opening == this.closing
