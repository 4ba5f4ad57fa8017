"""Safety copies of a live desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.base.errors import DeskError
from college_desk.storage import dialect
from college_desk.storage.desk import Desk
from college_desk.storage.workspace import DATABASE, open_desk
from tests.storage.occasion import add, digest, teacher, writing


def test_a_copy_of_a_live_desk_is_whole_and_holds_what_was_finished(
    either_desk: Desk, tmp_path: Path
) -> None:
    add(either_desk, teacher())
    before = digest(either_desk)
    copy = tmp_path / "copy.sqlite"
    with writing(either_desk) as writer:
        writer.add(teacher("张伟", "1"))
        either_desk.backup_to(copy)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.sqlite", "school"]
    add(either_desk, teacher("赵", "2"))
    either_desk.close()
    for ending in ("-wal", "-shm"):
        (either_desk.folder / f"{DATABASE}{ending}").unlink(missing_ok=True)
    copy.replace(either_desk.folder / DATABASE)
    with open_desk(either_desk.folder, passphrase="杏坛-2026") as restored:
        assert digest(restored) == before


def test_a_copy_takes_the_place_of_an_older_one(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(b"older")
    desk.backup_to(copy)
    assert copy.read_bytes().startswith(b"SQLite format 3")


def test_damage_is_found(either_desk: Desk) -> None:
    add(either_desk, *(teacher(f"李{n}", f"{n:018d}") for n in range(2000)))
    assert either_desk.damage() == []
    either_desk.close()
    file = either_desk.folder / DATABASE
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(bytes(content))
    with open_desk(either_desk.folder, passphrase="杏坛-2026") as opened:
        assert opened.damage() != []
        with pytest.raises(DeskError, match="未保留"):
            opened.backup_to(either_desk.folder / "backups" / "copy.sqlite")
    assert list((either_desk.folder / "backups").iterdir()) == []


def test_the_engine_is_free_of_the_known_corruption() -> None:
    version = tuple(int(part) for part in dialect.engine_version().split("."))
    assert version >= (3, 51, 3)
