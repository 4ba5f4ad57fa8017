"""From school data to a package for the bureau, on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from college_desk.records.register import register_of
from tests import make
from tests.cli.running import Line
from tests.journeys.test_every_register import words_of

FILING = ("part-time-appointments", "--period", "2026-2027-1")
NEEDED = (
    "school",
    "recipient",
    "staffing",
    "term",
    "part_time_teacher",
    "appointment",
    "assignment",
    "enterprise",
)


@pytest.fixture
def college(bare: Line) -> Line:
    """A small college whose appointments of the term can be filed at once."""
    bare.done("init", "WS", "--name", make.SCHOOL)
    for record in make.everything():
        register = register_of(record).code
        if register in NEEDED:
            bare.done("set", "WS", register, *words_of(record))
    return bare


def teacher_of(line: Line) -> dict[str, Any]:
    (teacher,) = line.done("records", "WS", "part_time_teacher", "--json").json["records"]
    return dict(teacher)


def test_a_filing_without_faults_becomes_a_package_that_verifies(college: Line, tmp_path: Path) -> None:
    checked = college.done("check", "WS", *FILING, "--json").json
    assert (checked["filing"], checked["errors"], checked["warnings"]) == ("part-time-appointments", 0, 0)
    filed = college.done("file", "WS", *FILING, "--out", tmp_path / "out", "--json").json
    assert filed["number"] == "part-time-appointments-2026-2027-1-01"
    assert filed["version"] == 1
    assert filed["packages"][0]["package"] == filed["package"]
    assert Path(filed["package"]).is_file()
    for package in (Path(filed["package"]), Path(filed["package"]).with_suffix("")):
        verified = college.done("verify", package, "--json").json
        assert verified["ok"] is True
        assert (verified["number"], verified["version"]) == (filed["number"], 1)
        assert verified["problems"] == []


def test_the_same_content_is_the_same_version_and_the_same_bytes(college: Line, tmp_path: Path) -> None:
    first = college.done("file", "WS", *FILING, "--out", tmp_path / "one", "--json").json
    again = college.done("file", "WS", *FILING, "--out", tmp_path / "two", "--json").json
    assert (again["version"], again["sha256"]) == (1, first["sha256"])
    assert Path(again["package"]).read_bytes() == Path(first["package"]).read_bytes()
    college.done("set", "WS", "part_time_teacher", teacher_of(college)["uid"], "employer_post=首席工艺师")
    changed = college.done("file", "WS", *FILING, "--out", tmp_path / "two", "--json").json
    assert (changed["number"], changed["version"]) == (first["number"], 2)
    assert changed["sha256"] != first["sha256"]


def test_a_changed_byte_is_found_and_named(college: Line, tmp_path: Path) -> None:
    filed = college.done("file", "WS", *FILING, "--out", tmp_path / "out", "--json").json
    folder = Path(filed["package"]).with_suffix("")
    form = folder / "data" / filed["forms"][0]
    content = bytearray(form.read_bytes())
    content[len(content) // 2] ^= 1
    form.write_bytes(content)
    said = college("verify", folder, "--json")
    assert said.status == 1
    assert said.json["ok"] is False
    assert any(filed["forms"][0] in each["file"] for each in said.json["problems"])
    assert college("verify", folder).status == 1


def test_an_error_stops_the_filing_and_the_draft_still_prints(college: Line, tmp_path: Path) -> None:
    teacher = teacher_of(college)
    college.done("set", "WS", "part_time_teacher", teacher["uid"], "phone=138000")
    checked = college("check", "WS", *FILING, "--json")
    assert checked.status == 1
    assert checked.json["errors"] >= 1
    assert {each["field"] for each in checked.json["findings"] if each["severity"] == "error"} == {"phone"}
    refused = college("file", "WS", *FILING, "--out", tmp_path / "out", "--json")
    assert refused.status == 1
    assert refused.json["packages"] == []
    assert [refused.json[name] for name in ("number", "version", "package", "sha256")] == [None] * 4
    assert not list(tmp_path.rglob("*.zip"))
    plain = college("file", "WS", *FILING, "--out", tmp_path / "out", "--draft")
    assert plain.status == 1
    assert "送审稿" in plain.out
    assert list((tmp_path / "out").rglob("*.docx"))
    assert not list(tmp_path.rglob("*.zip"))


def test_a_warning_passes_once_it_is_explained(college: Line, tmp_path: Path) -> None:
    teacher = teacher_of(college)
    last = "1" if teacher["bank_account"][-1] == "0" else "0"
    college.done(
        "set", "WS", "part_time_teacher", teacher["uid"], f"bank_account={teacher['bank_account'][:-1]}{last}"
    )
    checked = college("check", "WS", *FILING, "--json")
    assert checked.status == 1
    (warning,) = [each for each in checked.json["findings"] if each["severity"] == "warning"]
    assert warning["explanation"] is None
    assert college("file", "WS", *FILING, "--out", tmp_path / "out").status == 1
    before = college.done("digest", "WS").out
    college.done("explain", "WS", warning["id"], "--text", "已与本人核对，卡号无误", "--who", "王芳")
    checked = college.done("check", "WS", *FILING, "--json")
    assert checked.json["explained"] == 1
    assert college.done("digest", "WS").out == before
    filed = college.done("file", "WS", *FILING, "--out", tmp_path / "out", "--json").json
    assert filed["findings"] == {"errors": 0, "warnings": 0, "explained": 1}
    college.done("verify", filed["package"])


def test_an_error_cannot_be_explained_away(college: Line) -> None:
    college.done("set", "WS", "part_time_teacher", teacher_of(college)["uid"], "phone=138000")
    findings = college("check", "WS", *FILING, "--json").json["findings"]
    error = next(each for each in findings if each["severity"] == "error")
    assert college("explain", "WS", error["id"], "--text", "就是这样", "--who", "王芳").status == 1
    assert college("explain", "WS", "VAL-001-nosuch00", "--text", "就是这样", "--who", "王芳").status == 2


class TestQuota:
    def test_it_tells_what_is_usable_and_what_if(self, college: Line) -> None:
        college.done(
            "set", "WS", "staffing", "effective_from=2026-09-01", "approved_posts=20", "posts_filled=17"
        )
        shown = college.done("quota", "WS", "--on", "2026-09-30", "--json").json
        assert (shown["allowance"], shown["usable"], shown["breach"]) == (4, 3, None)
        assert college.done("quota", "WS", "--add", "3@2026-10-01..2027-01-31").status == 0
        said = college("quota", "WS", "--add", "4@2026-10-01..2027-01-31", "--json")
        assert said.status == 1
        assert said.json["breach"] == {"on": "2026-10-01", "over": 1}
        assert "2026年10月1日起超出1名" in college("quota", "WS", "--add", "4@2026-10-01..2027-01-31").out

    def test_a_hire_that_breaks_it_is_refused_unless_it_has_an_approval(self, college: Line) -> None:
        college.done(
            "set", "WS", "staffing", "effective_from=2026-09-01", "approved_posts=5", "posts_filled=4"
        )

        def hire(serial: int, *more: str) -> int:
            number = make.id_number(serial=serial)
            words = [
                f"teacher={number}",
                "start_on=2026-10-01",
                "end_on=2027-01-31",
                "counts_in_quota=是",
                *more,
            ]
            said = college("set", "WS", "appointment", *words)
            assert said.err == "" or said.err.count("\n") == 1
            return said.status

        assert hire(11) == 0
        before = college.done("digest", "WS").out
        assert hire(12) == 1
        assert college.done("digest", "WS").out == before
        assert hire(12, "approval_number=济编办〔2026〕5号") == 0
        said = college("quota", "WS", "--on", "2026-10-01")
        assert said.status == 1
