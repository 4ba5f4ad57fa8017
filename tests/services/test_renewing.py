"""Renewal of appointments: who goes on, what each must have anew, the quota held to, one step."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.records.college.staffing import Staffing
from college_desk.records.teaching.appointment import Appointment
from college_desk.services import checkup, renewing, undoing
from college_desk.services.renewing import Renewed
from college_desk.storage import workspace
from college_desk.storage.desk import Desk
from tests import make

DAY = dt.date(2027, 1, 20)
NOW = dt.datetime(2027, 1, 20, 9, 0, tzinfo=dt.UTC)
SITTING: dict[str, Any] = {"who": "张", "now": NOW, "today": DAY}
LI, WANG, ZHAO = (make.id_number(serial=serial) for serial in (1, 2, 3))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three teachers appointed in the autumn of 2026, one of them found wanting."""
    made = workspace.create(tmp_path / "desk")
    with made.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        writer.add(
            make.term(academic_year="2026-2027", term_number="2", start_on="2027-02-22", end_on="2027-07-09")
        )
        for number, name, contract, result in (
            (LI, "李明", "P-1", None), (WANG, "王强", "P-2", "不合格"), (ZHAO, "赵刚", "P-3", "合格"),
        ):  # fmt: skip
            writer.add(make.part_time_teacher(id_number=number, name=name, person_source="企业在职"))
            writer.add(make.appointment(
                teacher=number, contract_number=contract, result=result, start_on="2026-09-01", end_on="2027-01-31",
                vetted_on="2026-08-20", health_checked_on="2026-08-01", employer_consent_on="2026-08-10",
                counts_in_quota="是", fund_source="财政编制经费（20%员额）", posts_used="1", course="数控车工",
            ))  # fmt: skip
    return made


def renew(desk: Desk, first: str = "2026-2027-1", then: str = "2026-2027-2", **given: Any) -> Renewed:
    return renewing.renew(desk, first, then, **SITTING, **given)


def test_appointments_go_on_for_the_days_of_the_new_term(desk: Desk) -> None:
    done = renew(desk)

    assert [each.name for each in done.renewals] == ["李明", "赵刚"]
    record = done.renewals[0].record
    assert (record.start_on, record.end_on) == (dt.date(2027, 2, 22), dt.date(2027, 7, 9))
    assert (record.renewed_from, record.contract_number, record.result) == ("P-1", None, None)
    assert (record.course, record.posts_used, record.counts_in_quota) == ("数控车工", 1, True)


def test_who_was_found_wanting_or_is_set_aside_is_left_out_with_the_reason(desk: Desk) -> None:
    done = renew(desk, leave_out={ZHAO: "本人不再续聘"})

    assert [each.name for each in done.renewals] == ["李明"]
    assert {each.name: each.reason for each in done.left_out} == {
        "王强": "上期考核不合格，不得续聘", "赵刚": "本人不再续聘",
    }  # fmt: skip


def test_each_is_told_what_must_be_had_anew(desk: Desk) -> None:
    papers = {each.name: each.papers for each in renew(desk, dry_run=True).renewals}

    assert papers["李明"] == (
        "体检",
        "原单位同意书",
        "聘任协议",
    )  # examined in August, more than 6 months ago


@pytest.mark.parametrize(("examined", "wanted"), [("2026-08-22", False), ("2026-08-21", True)])
def test_an_examination_of_half_a_year_ago_still_counts(desk: Desk, examined: str, wanted: bool) -> None:
    with desk.write("改", who="张", now=NOW, today=DAY, guarded=False) as writer:
        (kept,) = writer.find(Appointment, ("P-1",))
        writer.change(replace(kept, health_checked_on=dt.date.fromisoformat(examined)))

    (li, _zhao) = renew(desk, dry_run=True).renewals

    assert ("体检" in li.papers) is wanted


def test_a_trial_changes_nothing_and_undo_takes_a_renewal_back(desk: Desk) -> None:
    before = checkup.digest(desk)
    assert len(renew(desk, dry_run=True).renewals) == 2
    assert checkup.digest(desk) == before

    renew(desk)
    assert checkup.digest(desk) != before
    undoing.undo(desk, 1, **SITTING)
    assert checkup.digest(desk) == before


def test_renewing_twice_adds_nothing_the_second_time(desk: Desk) -> None:
    renew(desk)
    again = renew(desk)

    assert again.renewals == ()
    assert {each.reason for each in again.left_out} == {"上期考核不合格，不得续聘", "新学期已有聘任"}


def test_the_quota_is_held_to_and_nothing_is_kept_of_a_renewal_that_breaks_it(desk: Desk) -> None:
    with desk.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        for each in writer.all(Staffing):
            writer.end(Staffing, each.uid)
        writer.add(
            make.staffing(
                effective_from="2026-01-01", approved_posts="5", posts_filled="1", posts_reserved="0"
            )
        )
    before = checkup.digest(desk)

    with pytest.raises(DeskError, match="员额"):
        renew(desk)

    assert checkup.digest(desk) == before


def test_terms_in_the_wrong_order_and_unknown_people_are_refused(desk: Desk) -> None:
    with pytest.raises(UnusableInput, match="不在"):
        renew(desk, "2026-2027-2", "2026-2027-1")
    with pytest.raises(UnusableInput, match="不是学期"):
        renew(desk, "2026-2027", "2026-2027-2")
    with pytest.raises(UnusableInput, match="没有“孙七”"):
        renew(desk, leave_out={"孙七": "调离"})


@pytest.mark.parametrize(
    ("ends", "begins"), [("2027-02-28", dt.date(2027, 3, 1)), ("2027-02-10", dt.date(2027, 2, 22))]
)
def test_a_contract_that_runs_a_few_days_into_the_new_term_is_renewed_from_the_day_after(
    desk: Desk, ends: str, begins: dt.date
) -> None:
    with desk.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        writer.add(
            make.appointment(
                teacher=LI, contract_number="P-9", start_on="2026-10-01", end_on=ends, course="焊工"
            )
        )

    record = next(each.record for each in renew(desk).renewals if each.old.contract_number == "P-9")

    assert record.start_on == begins


@pytest.mark.parametrize(
    ("ends", "reason"), [("2027-07-09", "聘期到2027-07-09，不用续聘"), (None, "聘期未到期，不用续聘")]
)
def test_a_contract_that_covers_the_new_term_needs_no_renewal(
    desk: Desk, ends: str | None, reason: str
) -> None:
    with desk.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        writer.add(
            make.appointment(
                teacher=LI, contract_number="P-9", start_on="2026-10-01", end_on=ends, course="焊工"
            )
        )

    left = {each.record.contract_number: each.reason for each in renew(desk).left_out}

    assert left["P-9"] == reason


def test_the_reminder_names_each_person_once_with_all_papers(desk: Desk) -> None:
    with desk.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        writer.add(make.appointment(teacher=LI, contract_number="P-9", start_on="2026-10-01", end_on="2027-01-31",
                                    course="焊工"))  # fmt: skip

    lines = renewing.reminder(renew(desk, dry_run=True)).splitlines()

    assert lines[0] == "2026—2027学年第二学期续聘须新办的材料："
    assert [each.partition("：")[0] for each in lines[1:]] == ["李明", "赵刚"]
    assert lines[1].endswith("聘任协议")


@pytest.mark.parametrize(
    ("today", "first", "then"),
    [
        (dt.date(2027, 1, 20), "2026-2027-1", "2026-2027-2"),
        (dt.date(2027, 3, 1), "2026-2027-1", "2026-2027-2"),
        (dt.date(2027, 9, 2), "2026-2027-2", "2027-2028-1"),
    ],
)  # fmt: skip
def test_the_usual_terms_are_those_between_which_appointments_are_due(
    desk: Desk, today: dt.date, first: str, then: str
) -> None:
    offered = renewing.terms_offered(desk, today)

    assert (offered.first.code, offered.then.code) == (first, then)
    assert offered.then in offered.terms


def test_who_has_a_new_contract_that_began_before_the_old_one_ended_is_left_out(desk: Desk) -> None:
    with desk.write("录入", who="张", now=NOW, today=DAY, guarded=False) as writer:
        writer.add(make.appointment(teacher=LI, contract_number="P-9", start_on="2027-01-25", end_on="2027-07-09",
                                    course="数控车工"))  # fmt: skip

    left = {each.record.contract_number: each.reason for each in renew(desk).left_out}

    assert left["P-1"] == "新学期已有聘任"
