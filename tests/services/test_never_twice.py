"""Nobody is claimed for in two filings of money: the second is refused with a sentence that names the first."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from college_desk.policy.claims import ORDER_SUBSIDY
from college_desk.services import checking, filing_life, order_claims
from college_desk.services.filing import Filed, file
from college_desk.services.preparing import Choice
from college_desk.storage.desk import Desk
from tests import make
from tests.services.occasions import NOW, new_desk
from tests.services.order_college import college_records, lay_in, set_standards, student

SOON, LATER = dt.date(2026, 12, 20), dt.date(2027, 12, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two graduates of 2026; one of them is on the ledger for 2027 again."""
    made = new_desk(tmp_path)
    checked = make.enterprise(status_checked_on="2026-12-10")
    again = make.graduate_outcome(
        **_of(student(1)[1]), graduated_month="2027-06", recorded_on="2027-08-31", insured_from_month="2027-06",
        employed_on="2027-07-06", contract_start_on="2027-07-06", contract_end_on="2030-07-05", verified_on="2027-09-10",
    )  # fmt: skip
    lay_in(made, [make.school(), checked, *college_records()[1:], *student(1), *student(2), again])
    set_standards(made, yuan_per_graduate="1000", insured_months="5")
    return made


def _of(outcome: Any) -> dict[str, Any]:
    names = ("name", "id_number", "phone", "diploma_number", "insured_months")
    return {name: getattr(outcome, name) for name in names}


def filed(desk: Desk, year: str, on: dt.date, out: Path) -> Filed:
    return file(desk, Choice(ORDER_SUBSIDY, year, on=on), out=out, who="王芳", now=NOW, today=on)


def blocking(found: Filed) -> set[str]:
    return {each.rule for each in found.blocking}


def test_a_graduate_of_an_earlier_filing_is_refused_in_a_later_one(desk: Desk, tmp_path: Path) -> None:
    first = filed(desk, "2026", SOON, tmp_path / "out")
    assert [each.number for each in first.packages] == ["order-subsidy-2026-01"], first.blocking

    second = filed(desk, "2027", LATER, tmp_path / "out")

    assert second.packages == ()
    told = [each.message for each in second.blocking if each.rule == "OUT-021"]
    assert told == ["已在“order-subsidy-2026-01”申报，同一人不能重复申报，请核对。"]
    (claim,) = order_claims.claims(desk, 2027, LATER)
    assert (claim.counts()["arrived"], claim.eligible) == (1, 0)
    assert any(
        each.rule == "OUT-021"
        for each in checking.check(desk, filing=ORDER_SUBSIDY, period="2027", day=LATER).findings
    )


def test_the_same_filing_again_refuses_nobody(desk: Desk, tmp_path: Path) -> None:
    filed(desk, "2026", SOON, tmp_path / "out")

    again = filed(desk, "2026", SOON, tmp_path / "again")

    assert again.repeated
    assert "OUT-021" not in blocking(again)


def test_a_filing_that_was_refused_claims_nobody_any_more(desk: Desk, tmp_path: Path) -> None:
    filed(desk, "2026", SOON, tmp_path / "out")
    assert "OUT-021" in blocking(filed(desk, "2027", LATER, tmp_path / "out"))

    filing_life.advance(desk, "order-subsidy-2026-01", "refused", on=SOON, who="王芳", now=NOW, today=SOON)

    assert "OUT-021" not in blocking(filed(desk, "2027", LATER, tmp_path / "out"))


def test_the_whole_desk_is_not_told_of_what_was_claimed_as_it_should_be(desk: Desk, tmp_path: Path) -> None:
    filed(desk, "2026", SOON, tmp_path / "out")

    found = checking.check(desk, day=LATER).findings

    assert not [each for each in found if each.rule in ("OUT-021", "NEW-011", "PAY-016")]
