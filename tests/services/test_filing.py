"""Filing: what is in it, what blocks it, its versions, its bytes."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import bagit
import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.records.teaching.appointment import Appointment
from college_desk.services import explaining
from college_desk.services.filing import file
from college_desk.services.preparing import Choice, prepare
from college_desk.services.undoing import undo
from college_desk.services.verifying import verify
from tests import make
from tests.services.filed_college import TODAY, college, filed, lay_in, person
from tests.services.occasions import NOW, SITTING, live, put


def test_a_clean_college_gets_a_package_that_verifies(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        result = filed(desk, tmp_path / "out")
    assert not result.blocking
    package = result.packages[0]
    assert (package.number, package.version) == ("part-time-appointments-2026-2027-1-01", 1)
    assert package.path.name == "济宁示例职业学院-兼职教师聘任备案-2026-2027-1-01-20261120-v1.zip"
    assert verify(package.path).problems == ()
    assert verify(package.path.with_suffix("")).ok


def test_any_bagit_program_accepts_the_folder(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        package = filed(desk, tmp_path / "out").packages[0]
    assert bagit.Bag(str(package.path.with_suffix(""))).validate()


def test_the_package_holds_a_form_for_each_person_and_the_sheets_of_all(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        result = filed(desk, tmp_path / "out")
    by_folder: dict[str, list[str]] = {}
    for each in result.forms:
        folder, _slash, name = each.partition("/")
        by_folder.setdefault(folder, []).append(name)
    assert len(by_folder["03-备案表"]) == 3
    assert any("兼职教师花名册" in name for name in by_folder["02-汇总表"])
    assert any("编制使用情况表" in name for name in by_folder["02-汇总表"])
    assert any(name.endswith("报告.docx") for name in by_folder["01-报告"])
    assert any(name.endswith(".pdf") for name in by_folder["01-报告"])


def test_the_same_desk_filed_again_gives_the_same_version_and_bytes(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        first = filed(desk, tmp_path / "one").packages[0]
        again = filed(desk, tmp_path / "two")
    assert again.repeated
    assert (again.packages[0].version, again.packages[0].sha256) == (first.version, first.sha256)


def test_the_day_after_the_same_content_is_still_the_same_version(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        first = filed(desk, tmp_path / "one").packages[0]
        choice = Choice("part-time-appointments", "2026-2027-1")
        later = {**SITTING, "today": TODAY + dt.timedelta(days=1)}
        again = file(desk, choice, out=tmp_path / "two", **later)
        other_day = filed(desk, tmp_path / "three", on=TODAY + dt.timedelta(days=1))
    assert again.packages[0].sha256 == first.sha256
    assert other_day.packages[0].version == 2


def test_another_process_in_another_time_zone_writes_the_same_bytes(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        first = filed(desk, tmp_path / "one").packages[0]
    code = (
        "from pathlib import Path\n"
        "from college_desk.records.snapshot import Snapshot\n"
        "from college_desk.services.packaging import write_package\n"
        "import sys\n"
        "snapshot = Snapshot.read(Path(sys.argv[1]).read_bytes())\n"
        "print(write_package(snapshot, Path(sys.argv[2])).sha256)\n"
    )
    frozen = first.path.with_suffix("") / "data" / "06-数据" / "报送定稿.json"
    elsewhere = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(frozen), str(tmp_path / "two")],
        env=elsewhere, capture_output=True, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.strip() == first.sha256, done.stderr


def test_changed_content_is_the_next_version_and_keeps_the_number(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        first = filed(desk, tmp_path / "out").packages[0]
        put(desk, "appointment", "HT2026-001", why="课程改名", course="电工电子实训")
        second = filed(desk, tmp_path / "out")
        third = filed(desk, tmp_path / "out")
    assert (second.packages[0].number, second.packages[0].version) == (first.number, 2)
    assert third.packages[0].sha256 == second.packages[0].sha256 != first.sha256
    assert verify(first.path).ok
    assert verify(second.packages[0].path).ok


def test_an_error_blocks_it_and_a_draft_bears_the_watermark(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        put(desk, "appointment", "HT2026-001", vetted_on="")
        result = filed(desk, tmp_path / "out", draft=True)
        without = filed(desk, tmp_path / "other")
    assert {each.field for each in result.blocking} == {"vetted_on"}
    assert result.packages == ()
    assert result.draft is not None
    assert not list((tmp_path / "out").rglob("*.zip"))
    assert list(result.draft.rglob("*.docx"))
    assert not (tmp_path / "other").exists()
    assert without.draft is None
    with zipfile.ZipFile(next(result.draft.rglob("*备案表.docx"))) as archive:
        assert any(
            "送审稿" in archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")
        )


def test_a_warning_blocks_until_it_is_explained_and_the_explanation_travels(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        put(desk, "appointment", "HT2026-001", end_on="2029-12-31")
        blocked = filed(desk, tmp_path / "out")
        ids = [each.id for each in blocked.blocking]
        assert ids
        assert {each.severity for each in blocked.blocking} == {"warning"}
        day = {**SITTING, "today": TODAY}
        explaining.explain(desk, ids=ids, rule=None, filing=None, text="项目周期四年，已报批", **day)
        result = filed(desk, tmp_path / "out")
    assert result.prepared.explained == len(ids)
    folder = result.packages[0].path.with_suffix("") / "data"
    told = json.loads((folder / "06-数据" / "情况说明.json").read_text(encoding="utf-8"))
    assert [each["explanation"] for each in told] == ["项目周期四年，已报批"] * len(ids)
    assert any("情况说明" in each for each in result.forms)


def test_a_quota_overrun_by_one_blocks_and_just_the_allowance_does_not(tmp_path: Path) -> None:
    small = {"approved_posts": "10", "posts_filled": "5"}
    small |= {f"{kind}_posts_filled": "" for kind in ("professional", "management", "labour")}
    with college(tmp_path, people=0) as desk:
        put(desk, "staffing", live(desk, "staffing")[0].uid, **small)
        counting = {"counts_in_quota": True, "fund_source": "6"}
        lay_in(desk, [*person(1, "李明", **counting), *person(2, "王芳", **counting)])
        assert not filed(desk, tmp_path / "out").blocking
        lay_in(desk, person(3, "赵敏", **counting))
        over = filed(desk, tmp_path / "out")
    assert any(each.rule.startswith("QUO") and "1" in each.message for each in over.blocking)


@pytest.mark.parametrize(("due", "late"), [("2026-11-19", True), ("2026-11-20", False)])
def test_a_filing_later_than_its_notice_asks_wants_an_explanation(
    tmp_path: Path, due: str, late: bool
) -> None:
    with college(tmp_path) as desk:
        about = "part-time-appointments"
        lay_in(desk, [make.notice(title="备案通知", filing=about, due_on=due, status="待办")])
        result = filed(desk, tmp_path / "out")
    assert any(each.rule == "FIL-002" for each in result.blocking) is late


def test_people_left_out_are_not_in_the_forms_but_in_the_snapshot_with_their_reason(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        result = filed(desk, tmp_path / "out", leave_out={"HT2026-002": "体检未出结果"})
        with pytest.raises(UnusableInput, match="HT2026-999"):
            filed(desk, tmp_path / "out", leave_out={"HT2026-999": "没有此人"})
    assert len(result.prepared.selection.filed) == 2
    frozen = json.loads(
        (result.packages[0].path.with_suffix("") / "data/06-数据/报送定稿.json").read_text(encoding="utf-8")
    )
    assert [(each["key"], each["reason"]) for each in frozen["left_out"]] == [("HT2026-002", "体检未出结果")]
    assert not any("王芳" in name for name in result.forms)


def test_only_what_is_chosen_is_filed(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        result = filed(desk, tmp_path / "out", only={"appointment": ("HT2026-003",)})
    assert [each.contract_number for each in result.prepared.selection.filed] == ["HT2026-003"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("start", "end", "in_it"),
    [
        ("2026-08-31", "2026-08-31", False),
        ("2026-08-01", "2026-09-01", True),
        ("2027-01-31", "2027-07-15", True),
        ("2027-02-01", "2027-07-15", False),
    ],
)
def test_an_appointment_is_in_the_term_that_it_touches(
    tmp_path: Path, start: str, end: str, in_it: bool
) -> None:
    with college(tmp_path, people=1) as desk:
        put(desk, "term", "2026-2027/1", start_on="2026-09-01", end_on="2027-01-31")
        lay_in(desk, person(9, "赵敏", start_on=start, end_on=end))
        choice = Choice("part-time-appointments", "2026-2027-1")
        selected = prepare(desk, choice, today=TODAY).selection.filed
    assert ("HT2026-009" in {each.contract_number for each in selected}) is in_it  # type: ignore[attr-defined]


def test_nothing_to_file_and_wrong_choices_are_told_in_a_sentence(tmp_path: Path) -> None:
    with college(tmp_path, people=0) as desk:
        with pytest.raises(DeskError, match="没有可以申报的内容"):
            filed(desk, tmp_path / "out")
        with pytest.raises(UnusableInput, match="按学期或学年申报"):
            filed(desk, tmp_path / "out", period="2026-10")
        with pytest.raises(UnusableInput, match="看不懂"):
            filed(desk, tmp_path / "out", period="去年")
        with pytest.raises(UnusableInput, match="没有“kindergarten”这种申报事项"):
            prepare(desk, Choice("kindergarten", "2026-2027-1"), today=TODAY)


def test_after_acceptance_new_content_wants_a_reason_and_a_supplement_lists_only_the_new(
    tmp_path: Path,
) -> None:
    with college(tmp_path, people=2) as desk:
        first = filed(desk, tmp_path / "out")
        with desk.write("受理", who="王芳", now=NOW, today=TODAY, guarded=False) as writer:
            stored = writer.filings()[0]
            writer.keep_filing(dataclasses.replace(stored, state="accepted", filed_number="济教备1号"))
        lay_in(desk, person(3, "赵敏"))
        with pytest.raises(DeskError, match="已经受理"):
            filed(desk, tmp_path / "out")
        amended = filed(desk, tmp_path / "out", reason="补报一人")
        supplement = filed(desk, tmp_path / "out", kind="supplement")
    assert amended.packages[0].version == 2
    assert supplement.packages[0].number.endswith("-02")
    assert first.packages[0].number.endswith("-01")
    assert [each.name for each in supplement.prepared.selection.filed] == ["赵敏"]  # type: ignore[attr-defined]


def test_the_package_tells_nothing_of_teachers_that_are_not_in_it(tmp_path: Path) -> None:
    with college(tmp_path, people=2) as desk:
        stranger = make.part_time_teacher(
            name="钱不在", id_number=make.id_number(dt.date(1980, 1, 1), serial=77)
        )
        lay_in(desk, [stranger])
        package = filed(desk, tmp_path / "out").packages[0]
    for path in package.path.with_suffix("").rglob("*.json"):
        assert "钱不在" not in path.read_text(encoding="utf-8")


def test_filing_is_not_undone_but_answered(tmp_path: Path) -> None:
    with college(tmp_path) as desk:
        filed(desk, tmp_path / "out")
        put(desk, "appointment", "HT2026-001", note="改动")
        undo(desk, **SITTING)
        undo(desk, **SITTING)
        with desk.read() as reader:
            assert [each.version for each in reader.filings()] == [1]
            assert reader.find(Appointment, ("HT2026-001",)) == []
