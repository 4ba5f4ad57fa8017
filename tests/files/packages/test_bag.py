"""Packages: written whole or not at all, always with the same bytes, readable by other programs."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
import stat
import subprocess
import warnings
import zipfile
from pathlib import Path

import pytest

from college_desk.base.errors import DeskError
from college_desk.files.packages.bag import BagFile, bag_contents, write_bag
from college_desk.files.packages.checking import check_bag
from tests.files.packages.sample_bag import FILES, INFO, NAME, written


def test_the_folder_is_named_as_the_offices_do() -> None:
    assert NAME == "济宁示例职业学院-兼职教师聘任备案-2026-2027-1-01-20260930-v1"


def test_a_written_package_is_whole_as_folder_and_as_zip(tmp_path: Path) -> None:
    bag = written(tmp_path / "packages")
    assert check_bag(bag.folder) == []
    assert check_bag(bag.zip) == []
    assert bag.zip.parent == bag.folder.parent
    assert bag.sha256 == hashlib.sha256(bag.zip.read_bytes()).hexdigest()
    assert sorted(each.name for each in (bag.folder / "data").iterdir()) == [
        "01-报告",
        "02-汇总表",
        "03-备案表",
        "06-数据",
    ]


def test_nothing_temporary_is_left_beside_the_package(tmp_path: Path) -> None:
    bag = written(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {bag.folder.name, bag.zip.name}


def test_another_bagit_program_finds_it_valid(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import bagit

    opened = bagit.Bag(str(written(tmp_path).folder))
    opened.validate()
    assert opened.info["External-Identifier"] == INFO.number
    assert opened.info["Bagging-Date"] == "2026-09-30"


def test_zip_programs_read_it_with_its_chinese_names(tmp_path: Path) -> None:
    bag = written(tmp_path)
    with zipfile.ZipFile(bag.zip) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(2026, 9, 30, 0, 0, 0)}
        assert all(info.flag_bits & 0x800 for info in archive.infolist() if not info.filename.isascii())
        assert f"{NAME}/data/02-汇总表/花名册.xlsx" in archive.namelist()
    if shutil.which("7z"):
        answer = subprocess.run(["7z", "t", str(bag.zip)], capture_output=True, text=True, check=False)
        assert answer.returncode == 0, answer.stdout


def test_the_same_content_gives_the_same_bytes_whatever_its_order(tmp_path: Path) -> None:
    first = written(tmp_path / "a")
    second = write_bag(tmp_path / "b", NAME, tuple(reversed(FILES)), INFO)
    assert first.zip.read_bytes() == second.zip.read_bytes()
    assert first.sha256 == second.sha256


def test_an_identical_package_may_be_there_already(tmp_path: Path) -> None:
    first = written(tmp_path)
    before = first.zip.stat().st_mtime_ns
    assert written(tmp_path) == first
    assert first.zip.stat().st_mtime_ns == before


def test_a_lost_zip_is_written_again_beside_its_folder(tmp_path: Path) -> None:
    first = written(tmp_path)
    first.zip.unlink()
    assert written(tmp_path) == first
    assert check_bag(first.zip) == []


def test_another_package_of_the_name_is_never_overwritten(tmp_path: Path) -> None:
    first = written(tmp_path)
    before = first.zip.read_bytes()
    other = (BagFile("02-汇总表/花名册.xlsx", b"changed"), *FILES[2:])
    with pytest.raises(DeskError, match="已经存在"):
        write_bag(tmp_path, NAME, other, INFO)
    assert first.zip.read_bytes() == before
    assert check_bag(first.folder) == []


def test_what_an_interrupted_attempt_left_does_not_disturb(tmp_path: Path) -> None:
    (tmp_path / f".{NAME}.writing" / "data").mkdir(parents=True)
    (tmp_path / f".{NAME}.zip.writing").write_bytes(b"half")
    bag = written(tmp_path)
    assert check_bag(bag.folder) == check_bag(bag.zip) == []
    assert {each.name for each in tmp_path.iterdir()} == {bag.folder.name, bag.zip.name}


def test_a_file_in_the_folders_place_is_one_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "packages").write_bytes(b"")
    with pytest.raises(DeskError, match="材料包没有写成"):
        written(tmp_path / "packages")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder this user may not write to")
def test_a_folder_without_permission_is_one_plain_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(DeskError, match="没有写入权限"):
            written(tmp_path)
    finally:
        tmp_path.chmod(stat.S_IRWXU)


@pytest.mark.parametrize(
    "path",
    ["../outside", "02-汇总表/a:b.xlsx", "02-汇总表/con.xlsx", "02-汇总表/trailing.", "x" * 120, "a//b"],
)
def test_an_unsafe_name_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="unsafe"):
        bag_contents((BagFile(path, b""),), INFO)


def test_two_names_that_windows_takes_for_one_are_refused() -> None:
    with pytest.raises(ValueError, match="repeated"):
        bag_contents((BagFile("a/x.docx", b"1"), BagFile("a/X.docx", b"2")), INFO)


def test_the_version_is_part_of_the_bytes() -> None:
    later = dataclasses.replace(INFO, version=2)
    assert bag_contents(FILES, INFO) != bag_contents(FILES, later)
