"""All placements of an apprentice together, in order of their days."""

from __future__ import annotations

import datetime as dt

from college_desk.policy.placements import apprentice_of, own_stretch, stretches_of
from college_desk.records.lookups import ListedFacts
from college_desk.records.values.month import OPEN_END, Month
from tests import make

APPRENTICE = make.apprentice()
BEFORE = make.placement(start_on="2026-07-06", end_on="2026-07-31")
AFTER = make.placement(start_on="2027-07-01", end_on=None)


def test_they_come_in_order_with_the_present_one_among_them() -> None:
    found = stretches_of(APPRENTICE, ListedFacts([AFTER, APPRENTICE, BEFORE]))
    assert [each.record for each in found] == [BEFORE, APPRENTICE, AFTER]
    assert found[-1].last == OPEN_END


def test_one_without_a_beginning_and_one_of_another_class_are_none_of_them() -> None:
    nowhere = make.apprentice(start_on=None)
    facts = ListedFacts([nowhere, BEFORE, make.placement(cohort="X")])
    assert [each.record for each in stretches_of(nowhere, facts)] == [BEFORE]


def test_a_month_leaves_its_ends_open() -> None:
    stretch = own_stretch(make.apprentice(start_on=Month(2026, 9), end_on=Month(2027, 6)))
    assert (stretch.first, stretch.last) == (dt.date(2026, 9, 30), dt.date(2027, 6, 1))
    assert not stretch.covers(dt.date(2026, 9, 29))
    assert stretch.covers(dt.date(2026, 9, 30))


def test_who_left_is_no_longer_placed() -> None:
    left = make.apprentice(status="退出", status_on="2026-10-12")
    assert own_stretch(left).last == dt.date(2026, 10, 12)
    assert own_stretch(make.apprentice(status="结业", status_on="2026-10-12")).last == dt.date(2027, 6, 30)


def test_a_placement_finds_its_apprentice_in_its_class() -> None:
    other = make.apprentice(cohort="X")
    assert apprentice_of(BEFORE, ListedFacts([other, APPRENTICE])) is APPRENTICE
    assert apprentice_of(BEFORE, ListedFacts([other])) is other
    assert apprentice_of(BEFORE, ListedFacts([])) is None
