"""The quota as the office asks for it: on a day, over a span, what-if; refused hires on a real desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.policy.guard import Refused
from college_desk.policy.pack import MissingParameter
from college_desk.services import checking, editing, policies
from college_desk.services import quota as reckoning
from college_desk.storage.desk import Desk
from tests import make
from tests.policy.test_quota import seat, seats
from tests.services.occasions import SITTING, TODAY, new_desk, put
from tests.services.test_checking import keep

SEPTEMBER = dt.date(2026, 9, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def college(desk: Desk) -> Desk:
    """E=186, 152 in post, 31 hired: three posts are left."""
    keep(desk, make.staffing(approved_posts=186, posts_filled=152), *seats(31))
    return desk


def report(desk: Desk, **asked: Any) -> dict[str, Any]:
    return reckoning.quota(desk, today=TODAY, **asked).to_json()


def test_the_document_has_the_contracts_shape(college: Desk) -> None:
    shown = report(college)
    contract = {"on", "approved", "filled", "ratio", "allowance", "usable", "occupied", "remaining", "mode",
                "appointments", "series", "breach"}  # fmt: skip
    assert contract <= set(shown)
    figures = {name: shown[name] for name in contract - {"appointments", "series"}}
    assert figures == {
        "on": "2026-09-30", "approved": 186, "filled": 152, "ratio": "0.20", "allowance": 37, "usable": 34,
        "occupied": 31, "remaining": 3, "mode": "head", "breach": None,
    }  # fmt: skip
    assert len(shown["appointments"]) == 31
    assert set(shown["appointments"][0]) == {"uid", "teacher", "name", "start_on", "end_on", "posts"}
    assert shown["series"] == [{"from": "2026-09-30", "to": "2026-09-30", "usable": 34, "occupied": 31}]


@pytest.mark.parametrize(("people", "over"), [(3, None), (4, 1)])
def test_what_if_says_from_which_day_it_is_too_much(college: Desk, people: int, over: int | None) -> None:
    shown = report(college, add=[(people, dt.date(2026, 10, 8), dt.date(2027, 1, 31))])
    assert shown["breach"] == (over and {"on": "2026-10-08", "over": over})
    assert shown["occupied"] == 31
    assert shown["series"][-1] == {
        "from": "2026-10-08",
        "to": "2027-01-31",
        "usable": 34,
        "occupied": 31 + people,
    }
    assert len(shown["appointments"]) == 31


def test_what_if_on_a_day_counts_the_hires_of_that_day(college: Desk) -> None:
    shown = report(college, on=dt.date(2026, 10, 8), add=[(4, dt.date(2026, 10, 8), dt.date(2027, 1, 31))])
    assert (shown["on"], shown["occupied"], shown["remaining"]) == ("2026-10-08", 35, -1)


def test_a_span_shows_every_change(college: Desk) -> None:
    shown = report(college, first=dt.date(2026, 8, 1), last=dt.date(2027, 8, 31))
    assert [(each["from"], each["occupied"]) for each in shown["series"]] == [
        ("2026-08-01", 0),
        ("2026-09-01", 31),
        ("2027-07-16", 0),
    ]
    assert shown["on"] == "2026-09-30"


def test_the_day_of_the_figures_lies_within_the_span(college: Desk) -> None:
    assert report(college, first=dt.date(2027, 1, 1), last=dt.date(2027, 2, 1))["on"] == "2027-01-01"
    assert report(college, first=dt.date(2026, 1, 1), last=dt.date(2026, 2, 1))["on"] == "2026-02-01"


def test_a_span_that_ends_before_it_begins_is_unusable(college: Desk) -> None:
    with pytest.raises(UnusableInput):
        report(college, first=dt.date(2026, 9, 2), last=SEPTEMBER)
    with pytest.raises(UnusableInput):
        report(college, add=[(1, dt.date(2026, 9, 2), SEPTEMBER)])


def test_without_an_establishment_the_figures_are_unknown(desk: Desk) -> None:
    keep(desk, seat(1))
    shown = report(desk)
    unknown = ("approved", "filled", "allowance", "usable", "remaining", "breach")
    assert [shown[name] for name in unknown] == [None] * 6
    assert shown["occupied"] == 1


def test_someone_may_fill_more_than_one_post(college: Desk) -> None:
    keep(college, seat(50, posts_used=2))
    shown = report(college)
    assert (shown["occupied"], shown["remaining"]) == (33, 1)
    assert {each["posts"] for each in shown["appointments"]} == {1, 2}


class TestByPeriods:
    def test_the_standard_must_be_known(self, college: Desk) -> None:
        policies.set_parameters(college, {"quota.mode": "按课时折算"}, **SITTING)
        with pytest.raises(MissingParameter, match="折算"):
            report(college)
        assert "QUO-008" in [each.rule for each in checking.check(college, day=TODAY).findings]

    def test_periods_are_divided_by_it(self, desk: Desk) -> None:
        keep(desk, make.staffing(), seat(1), make.assignment(contract_number="JZ-1", total_periods=200))
        policies.set_parameters(desk, {"quota.mode": "periods", "quota.periods_per_post": "160"}, **SITTING)
        shown = report(desk)
        assert (shown["mode"], shown["periods_per_post"], shown["occupied"]) == ("periods", 160, 1.25)


class TestRefusedHires:
    """What `set` and the window meet: the guard, inside the writing transaction."""

    HIRE = {"start_on": "2026-09-01", "end_on": "2027-01-31", "counts_in_quota": "是"}

    def hire(self, desk: Desk, serial: int, **given: str) -> editing.Saved:
        birth = dt.date(1975, 1, 1) + dt.timedelta(days=serial)
        number = make.id_number(birth)
        return put(
            desk, "appointment", teacher=number, contract_number=f"X-{serial}", **{**self.HIRE, **given}
        )

    def test_three_are_taken_and_the_fourth_is_refused(self, college: Desk) -> None:
        for serial in range(3):
            self.hire(college, serial)
        with pytest.raises(Refused, match="自2026年9月1日起将占用20%编制员额35名"):
            self.hire(college, 3)
        assert report(college)["occupied"] == 34

    def test_an_approved_one_is_taken_and_counts(self, college: Desk) -> None:
        for serial in range(3):
            self.hire(college, serial)
        self.hire(college, 3, approval_number="济编办〔2026〕9号")
        assert report(college)["breach"] == {"on": "2026-09-30", "over": 1}

    def test_letting_one_count_later_is_refused_too(self, college: Desk) -> None:
        for serial in range(3):
            self.hire(college, serial)
        self.hire(college, 3, counts_in_quota="否")
        with pytest.raises(DeskError):
            put(college, "appointment", "X-3", counts_in_quota="是")

    def test_an_imported_one_is_stored_and_found(self, college: Desk) -> None:
        keep(college, *[seat(each) for each in range(40, 44)])
        assert report(college)["breach"] == {"on": "2026-09-30", "over": 1}
        assert "QUO-001" in [each.rule for each in checking.check(college, day=TODAY).findings]

    def test_one_that_has_already_ended_is_stored(self, college: Desk) -> None:
        keep(college, *[seat(each, start_on="2026-02-01", end_on="2026-07-01") for each in range(100, 134)])
        self.hire(college, 3, start_on="2026-03-01", end_on="2026-06-30")
        found = [each for each in checking.check(college, day=TODAY).findings if each.rule == "QUO-001"]
        assert "自2026年3月1日起" in found[0].message
