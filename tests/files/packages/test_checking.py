"""Whatever happens to a package is found and named; nothing hostile is opened."""

from __future__ import annotations

import os
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.files.packages import opening
from college_desk.files.packages.bag import bag_contents
from college_desk.files.packages.bag_texts import (
    MANIFEST_NAME,
    TAG_MANIFEST_NAME,
    manifest_text,
)
from college_desk.files.packages.checking import check_bag
from college_desk.files.packages.opening import open_bag
from college_desk.records.snapshot import sha256
from tests.files.packages.sample_bag import FILES, INFO, NAME, written


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return written(tmp_path / "out").folder


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    return written(tmp_path / "out").zip


def named(path: Path) -> set[str]:
    return {problem.file for problem in check_bag(path)}


def test_each_of_200_flipped_bytes_in_the_folder_is_named_by_its_file(bag: Path) -> None:
    dice = random.Random(8493)
    files = sorted(path for path in bag.rglob("*") if path.is_file())
    for _turn in range(200):
        file = dice.choice(files)
        content = file.read_bytes()
        at = dice.randrange(len(content))
        file.write_bytes(content[:at] + bytes([content[at] ^ (1 << dice.randrange(8))]) + content[at + 1 :])
        assert file.relative_to(bag).as_posix() in named(bag)
        file.write_bytes(content)
    assert check_bag(bag) == []


def test_each_of_200_flipped_bytes_in_the_zip_is_found_and_named(zipped: Path) -> None:
    dice = random.Random(1)
    whole = zipped.read_bytes()
    with zipfile.ZipFile(zipped) as archive:
        starts = [(info.header_offset, info.filename.split("/", 1)[1]) for info in archive.infolist()]
        central = archive.start_dir
    for _turn in range(200):
        at = dice.randrange(len(whole))
        zipped.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << dice.randrange(8))]) + whole[at + 1 :])
        found = named(zipped)
        assert found, at
        if at < central:
            file = [name for start, name in starts if start <= at][-1]
            assert file in found or zipped.name in found, (at, file, found)
    zipped.write_bytes(whole)
    assert check_bag(zipped) == []


def test_every_byte_of_the_zips_directory_is_compared(zipped: Path) -> None:
    whole = zipped.read_bytes()
    with zipfile.ZipFile(zipped) as archive:
        central = archive.start_dir
    for at in range(central, len(whole)):
        zipped.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        assert check_bag(zipped), at


def test_a_truncated_or_lengthened_zip_is_found(zipped: Path) -> None:
    whole = zipped.read_bytes()
    for content in (whole[:-1], whole[: len(whole) // 2], whole + b"\0", b"\0" + whole, b"", b"PK"):
        zipped.write_bytes(content)
        assert check_bag(zipped), len(content)


def test_every_dropped_file_is_named(bag: Path) -> None:
    for file in sorted(path for path in bag.rglob("*") if path.is_file()):
        content = file.read_bytes()
        file.unlink()
        assert file.relative_to(bag).as_posix() in named(bag)
        file.write_bytes(content)


def test_a_renamed_file_is_named_under_both_names(bag: Path) -> None:
    file = bag / "data/02-汇总表/花名册.xlsx"
    file.rename(file.with_name("名册.xlsx"))
    problems = {problem.file: problem.problem for problem in check_bag(bag)}
    assert "名册.xlsx" in problems["data/02-汇总表/花名册.xlsx"]
    assert "data/02-汇总表/名册.xlsx" in problems


@pytest.mark.parametrize("name", ["data/05-佐证/new.pdf", "notes.txt", "meta/extra.txt"])
def test_an_added_file_is_named(bag: Path, name: str) -> None:
    (bag / name).parent.mkdir(exist_ok=True)
    (bag / name).write_bytes(b"new")
    assert named(bag) == {name}


def test_a_manifests_own_wrong_line_names_the_manifest_too(bag: Path) -> None:
    manifest = bag / MANIFEST_NAME
    lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = "0" * 64 + lines[1][64:]
    manifest.write_text("".join(lines), encoding="utf-8")
    assert {MANIFEST_NAME, lines[1][66:].strip()} <= named(bag)


@pytest.mark.parametrize(
    "change", [lambda text: text.replace("  ", " *"), lambda text: text.upper(), lambda text: text + "\n"]
)
def test_a_tag_manifest_spelt_otherwise_is_named(bag: Path, change: Callable[[str], str]) -> None:
    tag_manifest = bag / TAG_MANIFEST_NAME
    tag_manifest.write_text(change(tag_manifest.read_text(encoding="utf-8")), encoding="utf-8")
    assert TAG_MANIFEST_NAME in named(bag)


def test_a_manifest_in_another_order_is_named_though_its_tag_manifest_agrees(bag: Path) -> None:
    manifest, tag_manifest = bag / MANIFEST_NAME, bag / TAG_MANIFEST_NAME
    lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    manifest.write_text("".join(reversed(lines)), encoding="utf-8")
    tags = ("bagit.txt", "bag-info.txt", MANIFEST_NAME)
    tag_manifest.write_bytes(manifest_text({name: sha256((bag / name).read_bytes()) for name in tags}))
    assert named(bag) == {MANIFEST_NAME}


def test_a_package_zipped_anew_by_another_program_is_still_whole(bag: Path, tmp_path: Path) -> None:
    anew = shutil.make_archive(str(tmp_path / "renamed"), "zip", bag.parent, bag.name)
    assert check_bag(Path(anew)) == []
    inside = shutil.make_archive(str(tmp_path / "inside"), "zip", bag)
    assert check_bag(Path(inside)) == []


def test_a_renamed_zip_is_still_whole(zipped: Path) -> None:
    assert check_bag(zipped.rename(zipped.with_name("附件.zip"))) == []


def test_nothing_at_the_path_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="找不到材料包"):
        check_bag(tmp_path / "none.zip")


def test_an_empty_folder_lacks_its_four_texts(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert named(tmp_path / "empty") == {"bagit.txt", "bag-info.txt", MANIFEST_NAME, TAG_MANIFEST_NAME}


def hostile(path: Path, name: str, content: bytes = b"x", *, link: bool = False) -> Path:
    """A whole package with one more entry in its zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, inner_content in bag_contents(FILES, INFO).items():
            archive.writestr(f"{NAME}/{inner}", inner_content)
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        if link:
            info.create_system = 3
            info.external_attr = 0o120777 << 16
        archive.writestr(info, content)
    return path


@pytest.mark.parametrize(
    "name",
    [
        f"{NAME}/data/../../../outside.txt",
        f"{NAME}//etc/passwd",
        f"{NAME}/data\\..\\outside.txt",
        "../outside.txt",
        "/etc/passwd",
        f"{NAME}/C:/outside.txt",
        f"{NAME}/" + "deep/" * 10 + "file",
    ],
)
def test_an_entry_that_leads_outside_is_named_and_never_opened(tmp_path: Path, name: str) -> None:
    path = hostile(tmp_path / "hostile.zip", name)
    assert check_bag(path)
    with open_bag(path) as bag:
        assert len(bag.paths()) == len(FILES) + 4
    assert [each.name for each in tmp_path.iterdir()] == ["hostile.zip"]


def test_a_link_in_a_zip_is_named_and_never_followed(tmp_path: Path) -> None:
    path = hostile(tmp_path / "hostile.zip", f"{NAME}/data/link", b"/etc/passwd", link=True)
    assert named(path) == {"data/link"}


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_a_link_in_a_folder_is_named_and_never_followed(bag: Path) -> None:
    (bag / "data" / "link").symlink_to("/etc/passwd")
    assert named(bag) == {"data/link"}


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = hostile(tmp_path / "bomb.zip", f"{NAME}/data/bomb.bin", b"\0" * (8 * 2**20))
    assert named(path) == {"data/bomb.bin"}


def test_too_many_files_are_not_opened(zipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_FILES", len(FILES) + 4)
    assert check_bag(zipped) == []
    monkeypatch.setattr(opening, "MOST_FILES", len(FILES) + 3)
    assert named(zipped) == {zipped.name}


def test_too_large_a_package_is_not_opened(zipped: Path, bag: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(len(content) for content in bag_contents(FILES, INFO).values())
    monkeypatch.setattr(opening, "LARGEST_TOTAL", size)
    assert check_bag(zipped) == check_bag(bag) == []
    monkeypatch.setattr(opening, "LARGEST_TOTAL", size - 1)
    assert named(zipped) == {zipped.name}
    assert named(bag) == {bag.name}


def test_the_same_entry_twice_is_named(zipped: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(zipped, "a") as archive:
        archive.writestr(f"{NAME}/bagit.txt", b"other")
    assert "bagit.txt" in named(zipped)
