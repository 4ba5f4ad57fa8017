from __future__ import annotations

import datetime as dt
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from college_desk.base import resources
from college_desk.base.errors import Cancelled, UnusableInput
from college_desk.base.progress import SILENT
from college_desk.forms.filing import FILINGS
from college_desk.records.register import REGISTERS
from college_desk.services import (
    checking,
    demonstrating,
    demonstrating_mending,
    editing,
    importing,
    listing,
    undoing,
    workspaces,
)
from college_desk.services.demonstrating_place import Mark, cleared
from college_desk.services.demonstrating_script import DemoScript, Explain, Mend, read_script
from college_desk.services.quota import quota
from college_desk.storage.desk import Desk
from tests.generators.demo_college.writing import generate
from tests.services.occasions import NOW, SITTING, TODAY, new_desk, put

MISTAKES_FOUND = {
    "VAL-001", "VAL-002", "VAL-003", "VAL-004", "VAL-005", "VAL-007", "VAL-008", "VAL-010", "VAL-011", "VAL-014",
    "VAL-015", "PER-001", "PER-002", "PER-003", "PER-004", "PER-005", "PER-007", "PER-008", "PER-010", "PER-011",
    "TCH-001", "TCH-002", "TCH-003", "TCH-004", "TCH-005", "QUO-001", "QUO-002", "QUO-004", "QUO-005",
    *(f"APT-{number:03d}" for number in range(1, 31)),
}  # fmt: skip
"""Every rule that a college's spreadsheets can break before anything was ended or entered otherwise."""


@pytest.fixture(scope="module")
def told() -> list[str]:
    """What the demonstration said."""
    return []


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, told: list[str]) -> demonstrating.DemoResult:
    """One demonstration, for all tests that only look at it."""
    return demonstrating.demo(tmp_path_factory.mktemp("demo"), who="测试", now=NOW, say=told.append)


@pytest.fixture
def college(shown: demonstrating.DemoResult) -> Iterator[Desk]:
    with workspaces.open_desk(shown.folder) as desk:
        yield desk


@pytest.fixture
def script() -> DemoScript:
    return read_script()


class TestTheDemonstration:
    def test_every_kind_of_filing_ends_in_whole_packages(self, shown: demonstrating.DemoResult) -> None:
        assert shown.ok
        assert {each.filing for each in shown.packages} == {each.code for each in FILINGS}
        assert [each.verification.problems for each in shown.packages] == [()] * len(shown.packages)

    def test_the_packages_are_the_only_zips_it_leaves(self, shown: demonstrating.DemoResult) -> None:
        folder = shown.folder.parent
        assert sorted(folder.rglob("*.zip")) == sorted(each.path for each in shown.packages)
        assert all(each.path.parent == folder / "packages" for each in shown.packages)

    def test_a_package_bears_the_day_the_spreadsheets_were_written_for(
        self, shown: demonstrating.DemoResult, script: DemoScript
    ) -> None:
        assert all(f"-{script.day:%Y%m%d}-v1" in each.path.name for each in shown.packages)

    def test_every_mistake_is_found_before_anything_is_mended(self, shown: demonstrating.DemoResult) -> None:
        assert MISTAKES_FOUND - shown.before.rules.keys() == set()
        assert shown.before.pending == sum(each.pending for each in shown.imports) > 0

    def test_the_filing_is_blocked_before_and_free_after_the_mending(
        self, shown: demonstrating.DemoResult
    ) -> None:
        before = shown.filings_before["part-time-appointments"]
        after = shown.filings_after["part-time-appointments"]
        assert before.errors > 0
        assert before.unexplained > 0
        assert (after.errors, after.unexplained) == (0, 0)
        assert 0 < after.explained <= shown.mending.explained
        assert {(each.errors, each.unexplained) for each in shown.filings_after.values()} == {(0, 0)}

    def test_nothing_must_be_mended_any_more_and_nothing_waits(self, shown: demonstrating.DemoResult) -> None:
        assert shown.after.errors == 0
        assert shown.after.pending == 0

    def test_the_script_has_a_period_for_every_kind_of_filing(self, script: DemoScript) -> None:
        assert {each.code for each in FILINGS} <= script.periods.keys()

    def test_each_step_is_told(self, shown: demonstrating.DemoResult, told: list[str]) -> None:
        text = "\n".join(told)
        assert all(each.file in text for each in shown.imports)
        assert all(each.path.name in text for each in shown.packages)
        assert f"必须改正{shown.before.errors}条" in text
        assert "必须改正0条" in text
        assert told[-1].strip() == f"示例学校做好了：{shown.folder}"


class TestTheSampleCollege:
    @pytest.mark.parametrize(
        ("register", "count"),
        [
            ("campus", 3), ("enterprise", 25), ("cohort", 20), ("apprentice", 600), ("mentor", 120),
            ("part_time_teacher", 45), ("order_class", 8),
        ],
    )  # fmt: skip
    def test_it_is_as_large_as_a_real_one(self, college: Desk, register: str, count: int) -> None:
        with college.read() as reader:
            assert reader.count(REGISTERS[register]) == count

    def test_its_registers_of_every_subject_hold_something(self, college: Desk) -> None:
        with college.read() as reader:
            filled = {each.subject for each in REGISTERS if reader.count(each)}
        assert filled == {each.subject for each in REGISTERS}

    def test_three_of_the_20_percent_posts_are_left(self, college: Desk, script: DemoScript) -> None:
        report = quota(college, on=script.day, today=script.day)
        assert (report.usable, report.occupied, report.remaining) == (34, 31, 3)

    def test_the_journal_bears_the_names_of_those_who_mended(self, college: Desk, script: DemoScript) -> None:
        steps = undoing.history(college)
        assert {each.who for each in script.mends} <= {each.who for each in steps}
        assert len(steps) > len(script.mends) + len(script.sheets)

    def test_its_rare_and_minority_names_are_whole(self, college: Desk) -> None:
        register = REGISTERS["part_time_teacher"]
        for name in ("孟䶮", "买买提·吐尔逊"):
            query = listing.parse_query(register, [f"name={name}"])
            assert listing.count(college, register, query) == 1


class TestTheSpreadsheets:
    def test_the_generator_writes_the_ones_that_come_with_the_program(self, tmp_path: Path) -> None:
        names = generate(tmp_path)
        kept = resources.path("demo")
        assert {each.name for each in kept.iterdir() if each.suffix not in (".toml", ".txt")} == set(names)
        for name in names:
            assert _content(tmp_path / name) == _content(kept / name), name

    def test_each_is_imported_and_named_in_the_readme(self, script: DemoScript) -> None:
        kept = {
            each.name for each in resources.path("demo").iterdir() if each.suffix in (".xlsx", ".xls", ".csv")
        }
        assert {each.file.name for each in script.sheets} == kept
        readme = resources.text("demo", "README.txt")
        assert [name for name in sorted(kept) if name not in readme] == []

    def test_the_same_spreadsheets_again_change_nothing_that_was_not_mended(
        self, college: Desk, script: DemoScript
    ) -> None:
        clean = next(each for each in script.sheets if each.file.name.startswith("19-"))
        again = importing.preview(
            college, REGISTERS[clean.register], clean.file, clean.options, today=script.day
        )
        assert again.count("unchanged") == again.rows > 600


class TestTheMending:
    def test_a_row_that_does_not_wait_stops_it(self, tmp_path: Path, script: DemoScript) -> None:
        other = replace(script, mends=(Mend("王芳", "试", file="没有.xlsx", row=3),))
        with new_desk(tmp_path) as desk, pytest.raises(ValueError, match="no such waiting row"):
            demonstrating_mending.mend(desk, other, now=NOW, progress=SILENT)

    def test_a_row_that_still_waits_stops_it(self, tmp_path: Path, script: DemoScript) -> None:
        file = tmp_path / "学徒.csv"
        file.write_text("姓名,身份证号,性别,民族\n李明,3.7E+17,男,汉族\n", encoding="utf-8")
        other = replace(
            script, mends=(Mend("王芳", "试", file=file.name, row=2, cells={"身份证号": "3.8E+17"}),)
        )
        with new_desk(tmp_path) as desk:
            shown = importing.preview(desk, REGISTERS["apprentice"], file, today=TODAY)
            importing.apply(desk, shown, **SITTING)
            with pytest.raises(ValueError, match="still waiting"):
                demonstrating_mending.mend(desk, other, now=NOW, progress=SILENT)

    def test_an_explanation_without_a_warning_stops_it(self, tmp_path: Path, script: DemoScript) -> None:
        wrong = Explain("王芳", "part-time-appointments", "APT-016", "原因")
        with new_desk(tmp_path) as desk, pytest.raises(ValueError, match="nothing to explain"):
            demonstrating_mending.explain(
                desk, replace(script, explanations=(wrong,)), now=NOW, progress=SILENT
            )


class TestAnotherDemonstration:
    def test_it_is_made_anew_and_opened_for_the_window(
        self, tmp_path: Path, shown: demonstrating.DemoResult
    ) -> None:
        folder = tmp_path / "示例学校"
        shutil.copytree(shown.folder.parent, folder)
        old = folder / "packages" / shown.packages[0].path.name
        old.write_bytes(b"changed")
        kept = folder / "packages" / "学校自己的材料.zip"
        kept.write_bytes(b"kept")
        with workspaces.open_desk(folder / "college") as desk:
            put(desk, "contact_note", with_whom="练习", on="2026-09-01", person="王芳", said="练习")
        with demonstrating.sample_college(folder, now=NOW) as desk:
            found = checking.check(desk, day=read_script().day)
            notes = listing.count(desk, REGISTERS["contact_note"])
        assert (found.errors, notes) == (0, 0)
        assert zipfile.is_zipfile(old)
        assert kept.read_bytes() == b"kept"

    def test_one_that_was_stopped_does_not_stand_in_the_way(self, tmp_path: Path) -> None:
        with pytest.raises(Cancelled):
            demonstrating.demo(tmp_path, who="测试", now=NOW, progress=_StopsAt(3))
        assert not any(cleared(tmp_path, read_script().name).parent.rglob("desk.sqlite"))

    def test_a_clerks_data_stay_untouched(self, tmp_path: Path) -> None:
        with new_desk(tmp_path) as desk:
            put(desk, "contact_note", with_whom="企业", on="2026-09-01", person="王芳", said="核对")
        with pytest.raises(UnusableInput, match="不是示例学校"):
            demonstrating.demo(tmp_path, who="测试", now=NOW)
        with workspaces.open_desk(tmp_path / "college") as desk:
            assert listing.count(desk, REGISTERS["contact_note"]) == 1

    def test_a_sample_college_that_became_the_clerks_own_stays_untouched(self, tmp_path: Path) -> None:
        Mark(tmp_path).write()
        with new_desk(tmp_path) as desk:
            editing.set_record(
                desk, REGISTERS["school"], None, {"name": "济宁市第一职业中等专业学校"}, **SITTING
            )
        with pytest.raises(UnusableInput, match="不是示例学校"):
            cleared(tmp_path, "济宁示例职业学院")
        assert (tmp_path / "college" / "desk.sqlite").is_file()

    def test_a_sample_college_that_is_open_stays_untouched(self, tmp_path: Path) -> None:
        Mark(tmp_path).write()
        with new_desk(tmp_path) as desk:
            put(desk, "contact_note", with_whom="企业", on="2026-09-01", person="王芳", said="核对")
            with pytest.raises(UnusableInput, match="正开着"):
                cleared(tmp_path, "济宁示例职业学院")
        assert cleared(tmp_path, "济宁示例职业学院") == tmp_path / "college"
        assert not (tmp_path / "college").exists()

    @pytest.mark.parametrize("name", ["成绩.xlsx", "attachments2"])
    def test_a_folder_with_files_of_ones_own_stays_untouched(self, tmp_path: Path, name: str) -> None:
        Mark(tmp_path).write()
        new_desk(tmp_path).close()
        (tmp_path / "college" / name).write_text("自己的", encoding="utf-8")
        with pytest.raises(UnusableInput, match="不是示例学校"):
            cleared(tmp_path, "济宁示例职业学院")
        assert (tmp_path / "college" / name).read_text(encoding="utf-8") == "自己的"

    def test_an_encrypted_college_stays_untouched(self, tmp_path: Path) -> None:
        Mark(tmp_path).write()
        new_desk(tmp_path, passphrase="一二三四五六七八").close()
        with pytest.raises(UnusableInput, match="不是示例学校"):
            cleared(tmp_path, "济宁示例职业学院")

    def test_a_file_is_no_place_for_it(self, tmp_path: Path) -> None:
        file = tmp_path / "file"
        file.write_text("", encoding="utf-8")
        with pytest.raises(UnusableInput, match="不是文件夹"):
            cleared(file, "济宁示例职业学院")
        with pytest.raises(UnusableInput, match="不能写入"):
            cleared(file / "below", "济宁示例职业学院")

    def test_a_clerks_own_folder_is_no_place_for_it(self, tmp_path: Path) -> None:
        new_desk(tmp_path).close()
        with pytest.raises(UnusableInput, match="本身是学校数据文件夹"):
            cleared(tmp_path / "college", "济宁示例职业学院")
        assert not (tmp_path / "college" / "demo.json").exists()

    def test_a_damaged_mark_is_none(self, tmp_path: Path) -> None:
        for text in ("", "[]", '{"made_by": "somebody"}', '{"made_by": "college-desk demo"}'):
            (tmp_path / "demo.json").write_text(text, encoding="utf-8")
            assert not Mark.lies_in(tmp_path)


class _StopsAt:
    """Progress of somebody who asks to stop at a step."""

    def __init__(self, step: int) -> None:
        self._left = step

    def step(self, stage: str, done: int, total: int | None = None) -> None:
        self._left -= 1
        if self._left <= 0:
            raise Cancelled


def _content(file: Path) -> object:
    """What a file holds; of a workbook its parts, since deflated bytes differ from one zlib to the next."""
    if file.suffix != ".xlsx":
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def test_the_day_of_the_demonstration_is_no_day_of_the_clock(script: DemoScript) -> None:
    assert script.day == dt.date(2026, 11, 20)
