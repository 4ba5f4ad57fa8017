"""Cross tables kept by name: what they ask for comes back whole, is counted anew, and undo takes it back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.records.query import Condition, Query
from college_desk.records.register import REGISTERS
from college_desk.services import saved_tallies, undoing
from college_desk.services.saved_tallies import SavedTally
from college_desk.storage import workspace
from college_desk.storage.desk import Desk
from tests import make

DAY = dt.date(2026, 10, 31)
NOW = dt.datetime(2026, 10, 31, 9, 0, tzinfo=dt.UTC)
SITTING: dict[str, Any] = {"who": "张", "now": NOW, "today": DAY}
APPRENTICE = REGISTERS["apprentice"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = workspace.create(tmp_path / "desk")
    with made.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        for serial, (start, end) in enumerate(
            (("2025-09-01", "2026-06-30"), ("2026-09-01", "2027-06-30")), 1
        ):
            number = make.id_number(male=True, serial=serial)
            writer.add(make.apprentice(id_number=number, class_name="1班", start_on=start, end_on=end))
    return made


def test_everything_asked_for_comes_back(desk: Desk) -> None:
    where = (
        Condition("gender", "is", "1"),
        Condition("monthly_pay", "at_least", Decimal("1000.50")),
        Condition("id_number", "contains", "3708"),
        Condition("start_on", "at_most", dt.date(2026, 9, 1)),
        Condition("mentor", "empty"),
    )
    saved = SavedTally(
        "男学徒", APPRENTICE, "class_name", "cohort", Query(search="张", where=where, on=DAY), "times"
    )

    saved_tallies.save(desk, saved, **SITTING)

    assert saved_tallies.saved_tallies(desk) == [saved]


def test_a_kept_table_is_counted_from_the_registers_as_they_are(desk: Desk) -> None:
    saved_tallies.save(desk, SavedTally("各班", APPRENTICE, "class_name"), **SITTING)
    before = saved_tallies.run(desk, saved_tallies.saved_named(desk, "各班"), today=DAY).total
    with desk.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        writer.add(make.apprentice(id_number=make.id_number(serial=9), class_name="1班"))

    assert before == 2
    assert saved_tallies.run(desk, saved_tallies.saved_named(desk, "各班"), today=DAY).total == 3


@pytest.mark.parametrize(("today", "total"), [(dt.date(2026, 6, 30), 1), (dt.date(2026, 7, 1), 0)])
def test_a_table_as_of_today_follows_the_day(desk: Desk, today: dt.date, total: int) -> None:
    saved = SavedTally("在培", APPRENTICE, "class_name", query=Query(on=DAY), as_of_today=True)
    saved_tallies.save(desk, saved, **SITTING)

    kept = saved_tallies.saved_named(desk, "在培")

    assert saved_tallies.run(desk, kept, today=today).total == total
    assert saved_tallies.moved_on(kept, dt.date(2030, 1, 1)) is None


@pytest.mark.parametrize(
    ("on", "today", "moved"),
    [
        (dt.date(2026, 9, 1), dt.date(2027, 8, 31), None),
        (dt.date(2026, 9, 1), dt.date(2027, 9, 1), dt.date(2027, 9, 1)),
        (dt.date(2026, 9, 1), dt.date(2029, 3, 1), dt.date(2028, 9, 1)),
        (dt.date(2024, 2, 29), dt.date(2025, 3, 1), dt.date(2025, 2, 28)),
        (None, dt.date(2029, 3, 1), None),
    ],
)
def test_a_day_of_an_earlier_year_moves_to_the_latest_year_that_has_come(
    on: dt.date | None, today: dt.date, moved: dt.date | None
) -> None:
    found = saved_tallies.moved_on(SavedTally("各班", APPRENTICE, "class_name", query=Query(on=on)), today)

    assert (None if found is None else found.query.on) == moved


def test_saving_replaces_and_undo_and_forgetting_work(desk: Desk) -> None:
    saved_tallies.save(desk, SavedTally("各班", APPRENTICE, "class_name"), **SITTING)
    saved_tallies.save(desk, SavedTally("各班", APPRENTICE, "gender"), **SITTING)
    assert [each.by for each in saved_tallies.saved_tallies(desk)] == ["gender"]

    undoing.undo(desk, 1, **SITTING)
    assert [each.by for each in saved_tallies.saved_tallies(desk)] == ["class_name"]

    saved_tallies.forget(desk, "各班", **SITTING)
    assert saved_tallies.saved_tallies(desk) == []
    undoing.undo(desk, 1, **SITTING)
    assert [each.name for each in saved_tallies.saved_tallies(desk)] == ["各班"]


def test_a_nameless_table_and_an_unknown_field_or_name_are_refused(desk: Desk) -> None:
    with pytest.raises(UnusableInput, match="名称"):
        saved_tallies.save(desk, SavedTally("  ", APPRENTICE, "class_name"), **SITTING)
    with pytest.raises(UnusableInput, match="身高"):
        saved_tallies.save(desk, SavedTally("各班", APPRENTICE, "身高"), **SITTING)
    with pytest.raises(UnusableInput, match="没有名为“各班”"):
        saved_tallies.saved_named(desk, "各班")


def test_a_table_of_a_field_that_is_no_more_is_left_out(desk: Desk) -> None:
    saved_tallies.save(desk, SavedTally("各班", APPRENTICE, "class_name"), **SITTING)
    with desk.write("旧版", who="张", now=NOW, today=DAY) as writer:
        for name, field in (("旧表", "gone"), ("好表", "class_name")):
            writer.keep_tally(
                name,
                {"register": "apprentice", "by": field, "across": None, "counting": None, "on": None,
                 "search": "", "ended": False, "where": []},
            )  # fmt: skip

    assert [each.name for each in saved_tallies.saved_tallies(desk)] == ["各班", "好表"]
