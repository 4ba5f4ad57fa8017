"""The quota guard: what it refuses, in which words, and what it lets pass."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from college_desk.policy.guard import GUARDS, Refused, Write
from college_desk.policy.pack import Parameter, load_pack, with_entered
from college_desk.records.lookups import ListedFacts
from college_desk.records.register import REGISTERS, Record
from college_desk.records.teaching.appointment import Appointment
from tests import make
from tests.policy.test_quota import seat, seats

TODAY = dt.date(2026, 9, 10)
STAFFING = make.staffing(approved_posts=186, posts_filled=152)
PACK = load_pack("jining-2022")


def write(
    after: Record, *others: Record, before: Record | None = None, staffing: Record | None = STAFFING
) -> None:
    """Write one record where 34 posts are usable; the others stand beside it. Raises Refused."""
    now = [*others, *([] if after.ended else [after]), *([staffing] if staffing else [])]
    GUARDS["quota"](Write(before, after, ListedFacts(now), PACK, TODAY))


def new(**given: object) -> Appointment:
    return seat(500, name="孙师傅", **given)


def test_the_appointment_register_is_guarded() -> None:
    assert "quota" in REGISTERS["appointment"].guards


def test_the_last_free_post_is_taken() -> None:
    write(new(), *seats(33))


def test_one_more_is_refused_with_day_headroom_and_who_counts() -> None:
    with pytest.raises(Refused) as refusal:
        write(new(), *seats(34))
    said = str(refusal.value)
    assert said.startswith(
        "不能保存：自2026年9月1日起将占用20%编制员额35名，可用34名，超出1名（当日还可聘0名）。"
    )
    assert "李明" in said
    assert "超员额批复文号" in said


def test_the_headroom_is_what_was_free_before() -> None:
    with pytest.raises(Refused, match=r"超出1名（当日还可聘2名）"):
        write(new(posts_used=3), *seats(32))


def test_the_day_is_the_first_on_which_it_is_too_much() -> None:
    others = [*seats(33), seat(90, start_on=dt.date(2027, 3, 1))]
    with pytest.raises(Refused, match="自2027年3月1日起"):
        write(new(), *others)


@pytest.mark.parametrize(
    "given",
    [
        {"counts_in_quota": False},
        {"approval_number": "济编办〔2026〕9号"},
        {"status": "解聘"},
        {"start_on": dt.date(2025, 9, 1), "end_on": dt.date(2026, 9, 9)},
        {"start_on": dt.date(2027, 7, 16), "end_on": dt.date(2027, 12, 31)},
        {"start_on": None},
    ],
    ids=[
        "does not count",
        "approved",
        "not held",
        "ended yesterday",
        "begins after the others",
        "no first day",
    ],
)
def test_these_are_stored_although_the_quota_is_full(given: dict[str, object]) -> None:
    write(new(**given), *seats(34))


def test_one_that_ends_today_is_refused() -> None:
    with pytest.raises(Refused):
        write(new(end_on=TODAY), *seats(34))


def test_an_approved_hire_counts_for_the_next_one() -> None:
    approved = new(approval_number="济编办〔2026〕9号")
    with pytest.raises(Refused, match="占用20%编制员额36名"):
        write(seat(501), approved, *seats(34))


def test_without_an_establishment_nothing_is_refused() -> None:
    write(new(), *seats(50), staffing=None)
    write(new(), *seats(50), staffing=make.staffing(approved_posts=None))


def test_a_campus_is_held_to_its_own_allotment() -> None:
    north = make.staffing(uid="s2", campus="北校区", approved_posts=100, posts_filled=98)
    held = seats(2, campus="北校区")
    write(new(campus="南校区"), *held, north)
    write(new(campus=None), *held, north)
    with pytest.raises(Refused, match="自2026年9月1日起北校区将占用20%编制员额3名，可用2名"):
        write(new(campus="北校区"), *held, north)


def test_days_before_the_establishment_takes_effect_are_not_judged() -> None:
    later = make.staffing(effective_from=dt.date(2026, 10, 1))
    with pytest.raises(Refused, match="自2026年10月1日起"):
        write(new(), *seats(34), staffing=later)
    write(new(end_on=dt.date(2026, 9, 30)), *seats(34), staffing=later)


def test_an_edit_that_makes_no_day_worse_passes_although_the_quota_is_broken() -> None:
    before = new()
    write(dataclasses.replace(before, course="电工"), *seats(40), before=before)
    write(dataclasses.replace(before, end_on=dt.date(2027, 6, 30)), *seats(40), before=before)


@pytest.mark.parametrize(
    "change", [{"end_on": dt.date(2027, 7, 16)}, {"start_on": dt.date(2026, 8, 31)}, {"posts_used": 2}]
)
def test_an_edit_that_makes_a_day_worse_is_refused(change: dict[str, Any]) -> None:
    before = new()
    others = seats(40, start_on=dt.date(2026, 8, 1), end_on=dt.date(2027, 12, 31))
    with pytest.raises(Refused):
        write(dataclasses.replace(before, **change), *others, before=before)


def test_letting_an_appointment_count_is_a_hire() -> None:
    before = new(counts_in_quota=False)
    with pytest.raises(Refused):
        write(dataclasses.replace(before, counts_in_quota=True), *seats(34), before=before)


def test_a_second_appointment_of_someone_who_counts_is_no_new_post() -> None:
    held = seats(34)
    write(new(teacher=held[0].teacher), *held)


def test_ending_is_never_refused_and_reopening_is() -> None:
    held = new()
    write(dataclasses.replace(held, ended=True), *seats(40), before=held)
    with pytest.raises(Refused):
        write(held, *seats(34), before=dataclasses.replace(held, ended=True))


def test_while_the_standard_of_periods_is_missing_nothing_is_refused() -> None:
    policy = with_entered(PACK, (Parameter("quota.mode", "占用员额计算方法", "periods"),))
    after = new()
    facts = ListedFacts([*seats(40), after, STAFFING])
    GUARDS["quota"](Write(None, after, facts, policy, TODAY))


def test_other_records_are_none_of_its_business() -> None:
    write(make.part_time_teacher())
