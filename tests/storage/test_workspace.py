"""Making and opening school data, and every way in which it cannot be opened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.storage import dialect
from college_desk.storage.workspace import DATABASE, DESCRIPTION, create, needs_passphrase, open_desk
from tests.storage.occasion import add, teacher, writing

PASSPHRASE = "杏坛-2026"


def made(folder: Path, passphrase: str | None = None) -> Path:
    with create(folder, passphrase=passphrase) as desk:
        add(desk, teacher())
    return folder


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    with open_desk(made(tmp_path / "school")) as desk, desk.read() as reader:
        assert [each.name for each in reader.all(PartTimeTeacher)] == ["李明"]
        assert not desk.encrypted


def test_an_encrypted_one_opens_with_its_passphrase_alone(tmp_path: Path) -> None:
    folder = made(tmp_path / "school", PASSPHRASE)
    with open_desk(folder, passphrase=PASSPHRASE) as desk, desk.read() as reader:
        assert len(reader.all(PartTimeTeacher)) == 1
        assert desk.encrypted
    for passphrase, sentence in (("杏坛", "口令不对"), (None, "请输入口令"), ("", "请输入口令")):
        with pytest.raises(UnusableInput, match=sentence):
            open_desk(folder, passphrase=passphrase)
    assert needs_passphrase(folder)


def test_the_passphrase_is_the_same_however_its_characters_are_composed(tmp_path: Path) -> None:
    folder = made(tmp_path / "school", "caf\u00e9")
    open_desk(folder, passphrase="cafe\u0301").close()


def test_a_passphrase_that_is_not_needed_is_ignored(tmp_path: Path) -> None:
    folder = made(tmp_path / "school")
    open_desk(folder, passphrase=PASSPHRASE).close()
    assert not needs_passphrase(folder)


def test_nothing_readable_stands_in_an_encrypted_one(tmp_path: Path) -> None:
    with create(tmp_path / "school", passphrase=PASSPHRASE) as desk:
        add(desk, teacher())
        held = b"".join(each.read_bytes() for each in (tmp_path / "school").iterdir() if each.is_file())
    assert "李明".encode() not in held
    assert b"SQLite format" not in held
    plain = (made(tmp_path / "plain") / DATABASE).read_bytes()
    assert "李明".encode() in plain


def test_a_folder_that_holds_something_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "名册.xlsx").write_text("x")
    with pytest.raises(UnusableInput, match="已有文件"):
        create(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["名册.xlsx"]
    with pytest.raises(UnusableInput, match="已有文件"):
        create(made(tmp_path / "school"))


def test_an_empty_folder_and_what_an_interrupted_start_left_are_used(tmp_path: Path) -> None:
    folder = tmp_path / "school"
    (folder / "attachments").mkdir(parents=True)
    (folder / f"{DATABASE}.new").write_bytes(b"half")
    create(folder).close()
    open_desk(folder).close()


def test_a_place_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "school").write_text("x")
    with pytest.raises(UnusableInput, match="不能写入"):
        create(tmp_path / "school")


def damage_database(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"not a database" * 1000)


def damage_pages(folder: Path) -> None:
    content = bytearray((folder / DATABASE).read_bytes())
    content[100:4096] = os.urandom(3996)
    (folder / DATABASE).write_bytes(bytes(content))


def cut_short(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"")


UNUSABLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "no description": (lambda folder: (folder / DESCRIPTION).unlink(), "不是学校数据"),
    "no database": (lambda folder: (folder / DATABASE).unlink(), "不见了"),
    "another file": (damage_database, "已损坏"),
    "damaged": (damage_pages, "已损坏"),
    "empty": (cut_short, "已损坏"),
    "description damaged": (lambda folder: (folder / DESCRIPTION).write_text("{"), "已损坏"),
    "description of another kind": (lambda folder: (folder / DESCRIPTION).write_text("[]"), "已损坏"),
    "newer format": (
        lambda folder: (folder / DESCRIPTION).write_text(
            json.dumps({"format": 2, "needs": "3.1", "key": None})
        ),
        "3.1",
    ),
}


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
@pytest.mark.parametrize("what", UNUSABLE)
def test_what_cannot_be_opened_is_told_in_one_sentence(
    tmp_path: Path, what: str, passphrase: str | None
) -> None:
    folder = made(tmp_path / "school", passphrase)
    spoil, words = UNUSABLE[what]
    spoil(folder)
    before = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    with pytest.raises(UnusableInput, match=words) as refusal:
        open_desk(folder, passphrase=passphrase)
    assert str(refusal.value).endswith("。")
    assert "\n" not in str(refusal.value)
    assert {name: (folder / name).read_bytes() for name in before} == before


def test_a_folder_that_is_not_there_is_no_school_data(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="不是学校数据"):
        open_desk(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_newer_tables_are_refused_naming_the_program_that_is_needed(tmp_path: Path) -> None:
    folder = made(tmp_path / "school")
    with open_desk(folder) as desk:
        with writing(desk) as writer:
            writer.set_meta("needs_program", "2.4.0")
        with dialect.writing(desk.engine) as connection, connection.begin():
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UnusableInput, match=r"2\.4\.0"):
        open_desk(folder)


def test_one_opened_for_reading_is_read_and_not_written(tmp_path: Path) -> None:
    folder = made(tmp_path / "school")
    with open_desk(folder, read_only=True) as desk:
        with desk.read() as reader:
            assert len(reader.all(PartTimeTeacher)) == 1
        with pytest.raises(DeskError, match="只读"), writing(desk):
            raise AssertionError("never reached")


@pytest.mark.skipif(os.name != "posix", reason="file modes")
def test_one_in_a_place_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    folder = made(tmp_path / "school")
    folder.chmod(0o500)
    try:
        with open_desk(folder, read_only=True) as desk, desk.read() as reader:
            assert len(reader.all(PartTimeTeacher)) == 1
    finally:
        folder.chmod(0o700)


def test_making_and_opening_one_imports_nothing_slow(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from college_desk.storage.workspace import create, open_desk\n"
        f"folder = pathlib.Path({str(tmp_path / 'school')!r})\n"
        "create(folder).close()\n"
        "open_desk(folder).close()\n"
        "print(sorted({'alembic', 'pypinyin', 'argon2', 'openpyxl'} & set(sys.modules)))\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"
