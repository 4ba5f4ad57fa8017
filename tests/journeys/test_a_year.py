"""A year of a college on the command line: hire, teach, settle, file, come back, amend; the sums by hand.

The fee: 1,234,800 yuan over 12,600 periods last year are 98.00 yuan a period for 副高级, as which a 高级技师 is
paid. Three mornings of 4 periods are 12 periods, 12 × 98 = 1,176.00; of that (1,176 − 800) × 20 % = 75.20 are
withheld and 1,100.80 paid out. The claim is what the college paid: 1,176.00.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from college_desk.records.register import register_of
from tests import make
from tests.cli.running import Line
from tests.journeys.test_every_register import words_of
from tests.journeys.test_first_filing import NEEDED

TERM = "2026-2027-1"
APPOINTMENTS = f"part-time-appointments-{TERM}-01"


@pytest.fixture
def college(bare: Line, monkeypatch: pytest.MonkeyPatch) -> Line:
    """The small college in November, its one teacher a 高级技师 from industry."""
    monkeypatch.setenv("COLLEGE_DESK_TODAY", "2026-11-20")
    bare.done("init", "WS", "--name", make.SCHOOL)
    for each in make.everything():
        if register_of(each).code in NEEDED:
            bare.done("set", "WS", register_of(each).code, *words_of(each))
    teacher = teacher_of(bare)
    bare.done("set", "WS", "part_time_teacher", teacher["uid"], "skill_level=高级技师", "professional_title=",
              "title_level=", "person_source=企业在职")  # fmt: skip
    bare.done("set", "WS", "fee_standard", "title_level=副高级", "academic_year=2026-2027", "total_paid_yuan=1234800",
              "total_periods=12600", "document_number=校发〔2026〕8号")  # fmt: skip
    return bare


def teacher_of(line: Line) -> dict[str, Any]:
    (teacher,) = line.done("records", "WS", "part_time_teacher", "--json").json["records"]
    return dict(teacher)


def teach(line: Line, number: str, *days: str) -> None:
    (held,) = line.done("records", "WS", "appointment", "--json").json["records"]
    for day in days:
        line.done("set", "WS", "teaching_hours", f"teacher={number}", f"taught_on={day}", "slot=1-4", "periods=4",
                  f"course={held['course']}", "class_name=2025级机电1班", "lesson_kind=正常", "signed=是", "class_signed=是",
                  "verified=是", "verified_by=孙丽", f"verified_on={day}")  # fmt: skip


def test_hire_teach_settle_file_return_amend(college: Line, tmp_path: Path) -> None:
    number = teacher_of(college)["id_number"]
    before = college.done("quota", "WS", "--on", "2026-10-12", "--json").json
    teach(college, number, "2026-10-12", "2026-10-19", "2026-10-26")

    (line,) = college.done("subsidy", "WS", "--month", "2026-10", "--json").json["lines"]
    assert [line[name] for name in ("title_level", "periods", "yuan_per_period", "gross", "tax", "net")] == [
        "副高级", 12, "98.00", "1176.00", "75.20", "1100.80",
    ]  # fmt: skip
    settled = college.done("subsidy", "WS", "--month", "2026-10", "--settle", "--json").json
    assert settled["total"]["capitals"] == "人民币壹仟壹佰柒拾陆元整"
    batch = settled["lines"][0]["batch"]
    college.done(
        "subsidy",
        "WS",
        "--month",
        "2026-10",
        "--paid",
        f"{batch}=已发放",
        "--on",
        "2026-10-31",
        "--voucher",
        "记-31",
    )
    college.done("subsidy", "WS", "--month", "2026-10", "--claim")

    filed = college.done(
        "file", "WS", "part-time-appointments", "--period", TERM, "--out", tmp_path / "one", "--json"
    ).json
    first = Path(filed["package"])
    assert (filed["number"], filed["version"]) == (APPOINTMENTS, 1)
    assert college.done("quota", "WS", "--on", "2026-10-12", "--json").json["occupied"] == before["occupied"]

    returned = college.done(
        "receipt", "WS", APPOINTMENTS, "returned", "--remark", "李明周课时与任务书不符", "--json"
    ).json
    assert returned["state"] == "returned"
    (held,) = college.done("records", "WS", "appointment", "--json").json["records"]
    college.done("set", "WS", "appointment", held["uid"], f"weekly_periods={held['weekly_periods'] + 2}")
    amended = college.done(
        "file", "WS", "part-time-appointments", "--period", TERM, "--out", tmp_path / "two", "--json"
    ).json
    assert amended["version"] == 2
    assert any("修改说明" in each for each in amended["forms"])
    assert college.done("verify", amended["package"], "--json").json["ok"] is True
    difference = college.done("diff", first, amended["package"], "--json").json
    assert [each["field"] for each in difference["changes"]] == ["weekly_periods"]
    college.done("receipt", "WS", APPOINTMENTS, "accepted", "--filed-number", "济教备〔2026〕31号")
    refused = college("set", "WS", "appointment", held["uid"], "weekly_periods=1")
    assert (refused.status, APPOINTMENTS in refused.err) == (1, True)


def test_the_hourly_subsidy_claims_what_was_paid_and_no_hour_twice(college: Line, tmp_path: Path) -> None:
    number = teacher_of(college)["id_number"]
    teach(college, number, "2026-10-12", "2026-10-19", "2026-10-26")
    batch = college.done("subsidy", "WS", "--month", "2026-10", "--settle", "--json").json["lines"][0][
        "batch"
    ]
    college.done(
        "subsidy",
        "WS",
        "--month",
        "2026-10",
        "--paid",
        f"{batch}=已发放",
        "--on",
        "2026-10-31",
        "--voucher",
        "记-31",
    )
    college.done("subsidy", "WS", "--month", "2026-10", "--claim")

    shown = college(
        "file",
        "WS",
        "hourly-subsidy",
        "--period",
        "2026-10",
        "--on",
        "2026-10-31",
        "--out",
        tmp_path / "out",
        "--json",
    )
    blocked = (
        college.done("check", "WS", "hourly-subsidy", "--period", "2026-10", "--json")
        if shown.status
        else None
    )
    assert blocked is None, blocked.json["findings"]
    assert shown.json["number"] == "hourly-subsidy-2026-10-01"
    assert college.done("verify", shown.json["package"], "--json").json["ok"] is True
    assert college("subsidy", "WS", "--month", "2026-10", "--settle").status == 1
