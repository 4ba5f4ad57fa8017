"""Verifying a package: each change is named by its file, figures are compared with the data."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.services.verifying import verify
from tests.services.filed_college import college, filed


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filed")
    with college(folder) as desk:
        return filed(desk, folder / "out").packages[0].path


@pytest.fixture
def opened(package: Path, tmp_path: Path) -> Path:
    copy = tmp_path / package.stem
    shutil.copytree(package.with_suffix(""), copy)
    return copy


def seal_again(folder: Path) -> None:
    """Recompute both manifests and the size, as somebody would who wants a changed package to look whole."""
    payload = sorted(path for path in (folder / "data").rglob("*") if path.is_file())
    octets = sum(path.stat().st_size for path in payload)
    info = (folder / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    info = [f"Payload-Oxum: {octets}.{len(payload)}" if "Oxum" in line else line for line in info]
    (folder / "bag-info.txt").write_text("\n".join(info) + "\n", encoding="utf-8")
    (folder / "manifest-sha256.txt").write_text(lines_of(folder, payload), encoding="utf-8")
    tags = [folder / name for name in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")]
    (folder / "tagmanifest-sha256.txt").write_text(lines_of(folder, tags), encoding="utf-8")


def lines_of(folder: Path, paths: list[Path]) -> str:
    named = sorted((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in named)


def replace_in_zip(path: Path, inside: str, change: Callable[[str], str]) -> None:
    with zipfile.ZipFile(path) as archive:
        entries = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for info, content in entries:
            archive.writestr(info, change(content.decode()).encode() if info.filename == inside else content)


def named(folder: Path) -> set[str]:
    return {Path(each.file).name for each in verify(folder).problems}


def test_a_sealed_again_copy_without_a_change_is_whole(opened: Path) -> None:
    seal_again(opened)
    assert verify(opened).ok


def test_a_figure_changed_in_a_sheet_is_found_although_every_hash_fits(opened: Path) -> None:
    sheet = next(opened.rglob("*编制使用情况表.xlsx"))
    replace_in_zip(sheet, "xl/worksheets/sheet1.xml", lambda text: text.replace("<v>37</v>", "<v>38</v>", 1))
    seal_again(opened)
    result = verify(opened)
    assert [Path(each.file).name for each in result.problems] == [sheet.name]
    assert "38" in result.problems[0].problem


def test_a_name_changed_in_a_persons_form_is_found(opened: Path) -> None:
    form = next(opened.rglob("*李明*备案表.docx"))
    replace_in_zip(form, "word/document.xml", lambda text: text.replace("李明", "李鸣"))
    seal_again(opened)
    assert named(opened) == {form.name}


def test_data_changed_behind_the_forms_is_found(opened: Path) -> None:
    data = opened / "data" / "06-数据" / "报送定稿.json"
    data.write_text(data.read_text(encoding="utf-8").replace("李明", "李鸣"), encoding="utf-8")
    seal_again(opened)
    assert any(name.endswith("备案表.docx") for name in named(opened))


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"filing": 1}', b"\xff\xfe"])
def test_an_unreadable_snapshot_is_named_and_no_traceback_comes(opened: Path, content: bytes) -> None:
    (opened / "data" / "06-数据" / "报送定稿.json").write_bytes(content)
    seal_again(opened)
    result = verify(opened)
    assert not result.ok
    assert named(opened) == {"报送定稿.json"}


def test_each_of_many_changed_bytes_is_named_by_its_file(package: Path, tmp_path: Path) -> None:
    chance = random.Random(20261120)
    source = package.with_suffix("")
    files = sorted(path.relative_to(source) for path in source.rglob("*") if path.is_file())
    copy = tmp_path / package.stem
    shutil.copytree(source, copy)
    for _turn in range(40):
        name = chance.choice(files)
        content = bytearray((source / name).read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        (copy / name).write_bytes(content)
        assert name.as_posix() in {each.file for each in verify(copy).problems}, name
        (copy / name).write_bytes((source / name).read_bytes())
    assert verify(copy).ok


def test_added_missing_and_renamed_files_are_named(opened: Path) -> None:
    form = next(opened.rglob("*李明*备案表.docx"))
    form.rename(form.with_name("别的名称.docx"))
    (opened / "data" / "05-佐证").mkdir()
    (opened / "data" / "05-佐证" / "照片.txt").write_text("x", encoding="utf-8")
    assert {form.name, "别的名称.docx", "照片.txt"} <= named(opened)


def test_a_zip_cut_short_fails_and_what_is_no_package_is_unusable(package: Path, tmp_path: Path) -> None:
    cut = tmp_path / package.name
    cut.write_bytes(package.read_bytes()[:5000])
    result = verify(cut)
    assert [each.file for each in result.problems] == [package.name]
    letter = tmp_path / "便条.txt"
    letter.write_text("不是材料包", encoding="utf-8")
    with pytest.raises(UnusableInput):
        verify(letter)
    with pytest.raises(UnusableInput):
        verify(tmp_path / "没有.zip")


def test_the_json_is_the_contracts(package: Path) -> None:
    told = json.loads(json.dumps(verify(package).to_json()))
    assert set(told) == {"ok", "filing", "number", "version", "files", "problems"}
    assert told["ok"] is True
    assert told["filing"] == "part-time-appointments"
