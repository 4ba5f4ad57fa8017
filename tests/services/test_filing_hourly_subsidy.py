"""The hourly subsidy filed after it was settled and paid: whole, the same twice, and what to do first where it was not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.files.documents.reading import contents
from college_desk.forms.filing import HOURLY_SUBSIDY
from college_desk.records.values.month import Month
from college_desk.services import settling
from college_desk.services.differences import of_packages
from college_desk.services.filing import Filed, file
from college_desk.services.preparing import Choice
from college_desk.services.verifying import verify
from college_desk.storage.desk import Desk
from tests import make
from tests.services.filed_college import lay_in, person
from tests.services.occasions import SITTING, new_desk

DAY = dt.date(2026, 11, 20)
NOW: dict[str, Any] = {**SITTING, "today": DAY}
OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
BATCH = "2026年第1批"


def lessons(number: str, name: str, serial: int, days: int) -> list[Any]:
    return [
        make.teaching_hours(name=name, teacher=number, taught_on=dt.date(2026, 10, 12 + place), weekday=None, week=None,
                            slot=f"{2 * serial - 1}-{2 * serial}", class_name=f"2025级机电{serial}班")
        for place in range(days)
    ]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path) as made:
        records: list[Any] = [make.enterprise(), make.staffing(), make.term(), make.fee_standard()]
        for serial, name in ((1, "李明"), (2, "王芳")):
            teacher, appointment = person(serial, name)
            number: str = teacher.id_number  # type: ignore[attr-defined]
            records += [teacher, appointment, *lessons(number, name, serial, 4 + serial)]
        lay_in(made, records)
        yield made


def settled(desk: Desk, *, paid: bool = True) -> None:
    settling.settle(desk, OCTOBER, pay_month=NOVEMBER, **NOW)
    if paid:
        settling.pay(desk, BATCH, "已发放", dt.date(2026, 11, 12), voucher_number="JZ-1187", **NOW)


def filed(desk: Desk, out: Path, period: str = "2026-10", **choice: Any) -> Filed:
    return file(desk, Choice(HOURLY_SUBSIDY, period, on=DAY, **choice), out=out, **NOW)


def test_a_month_is_filed_and_verifies_and_is_the_same_twice(desk: Desk, tmp_path: Path) -> None:
    settled(desk)
    result = filed(desk, tmp_path / "out")
    assert [each.message for each in result.blocking] == []
    package = result.packages[0]
    assert package.number == "hourly-subsidy-2026-10-01"
    assert verify(package.path).problems == ()
    names = " ".join(result.forms)
    assert all(
        each in names for each in ("课时费补贴申报表", "课时费发放表", "李明_2026年10月_课时记录表", "请示")
    )
    assert filed(desk, tmp_path / "again").packages[0].sha256 == package.sha256


def test_the_claim_in_the_workbook_is_what_was_paid(desk: Desk, tmp_path: Path) -> None:
    settled(desk)
    result = filed(desk, tmp_path / "out", "2026-2027-1")
    (claim,) = [each for each in result.forms if "申报表" in each and each.endswith(".xlsx")]
    said = contents(result.packages[0].path.with_suffix("") / "data" / claim)
    assert 2156 in said
    assert "人民币贰仟壹佰伍拾陆元整" in said


def test_before_the_settlement_it_says_what_to_do_first(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="2026年10月没有可以申报的内容。请先在“课时”页结算"):
        filed(desk, tmp_path / "out")
    with pytest.raises(UnusableInput, match="月或学期"):
        filed(desk, tmp_path / "out", "2026-2027")


def test_unpaid_fees_have_their_pay_list_and_claim_nothing(desk: Desk, tmp_path: Path) -> None:
    settled(desk, paid=False)
    result = filed(desk, tmp_path / "out")
    assert verify(result.packages[0].path).ok
    (claim,) = [each for each in result.forms if "申报表" in each and each.endswith(".xlsx")]
    assert "李明" not in contents(result.packages[0].path.with_suffix("") / "data" / claim)


def test_fees_filed_before_they_are_paid_can_still_be_paid_and_are_claimed_in_the_next_version(
    desk: Desk, tmp_path: Path
) -> None:
    settled(desk, paid=False)
    filed(desk, tmp_path / "out")
    settling.pay(desk, BATCH, "已发放", dt.date(2026, 11, 12), voucher_number="JZ-1187", **NOW)
    second = filed(desk, tmp_path / "out").packages[0]
    assert (second.number, second.version) == ("hourly-subsidy-2026-10-01", 2)
    assert verify(second.path).problems == ()


def test_a_teacher_set_aside_is_not_claimed_and_the_money_differs(desk: Desk, tmp_path: Path) -> None:
    settled(desk)
    whole = filed(desk, tmp_path / "out").packages[0]
    number = make.id_number(dt.date(1975, 3, 15), serial=3)
    part = filed(desk, tmp_path / "out", leave_out={number: "凭证未到"}).packages[0]
    found = of_packages(whole.path, part.path)
    assert (found.money_a, found.money_b) == (Decimal("2156.00"), Decimal("1176.00"))
    assert [each.name for each in found.removed] == ["李明"]
