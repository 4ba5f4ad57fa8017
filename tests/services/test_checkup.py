from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from college_desk.services import checkup, self_test
from college_desk.storage.desk import Desk
from tests.services.occasions import LI, SITTING, new_desk, put


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path, campuses=["东校区"]) as desk:
        put(desk, "part_time_teacher", id_number=LI, name="李明", phone="13800001234")
        put(desk, "part_time_teacher", LI, phone="13800001235", note="已核对")
        put(desk, "part_time_teacher", LI, ended="是")
        put(desk, "part_time_teacher", LI, ended="否")
        put(desk, "appointment", teacher=LI, start_on="2026-09-01", course="数控车削")
        yield desk


def broken(desk: Desk) -> list[str]:
    return [each.check for each in checkup.doctor(desk) if not each.ok]


def damage(desk: Desk, statement: str) -> None:
    with desk.engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_sound_data_are_said_to_be_sound(desk: Desk) -> None:
    assert broken(desk) == []


def test_they_are_sound_after_undo_and_redo_too(desk: Desk) -> None:
    from college_desk.services import undoing

    undoing.undo(desk, 4, **SITTING)
    undoing.redo(desk, 2, **SITTING)
    assert broken(desk) == []


@pytest.mark.parametrize(
    ("statement", "check"),
    [
        ("UPDATE part_time_teacher SET phone = '13900000000'", "records"),
        ("UPDATE part_time_teacher SET ended = 1", "records"),
        ("DELETE FROM part_time_teacher", "records"),
        ("UPDATE appointment SET start_on = '2026-99-99'", "records"),
        ("UPDATE appointment SET teacher_uid = 'nosuch'", "links"),
        ("UPDATE desk_step SET who = '别人' WHERE id = 2", "journal"),
        ("DELETE FROM desk_line WHERE step = 2", "journal"),
        ("UPDATE desk_entry SET value = '\"nowhere-1900\"' WHERE name = 'policy'", "policy"),
        ("INSERT INTO desk_pending VALUES (1, 'nosuch', '[\"f\",null,3,[],[]]')", "pending"),
    ],
)
def test_each_kind_of_damage_is_found_and_named(desk: Desk, statement: str, check: str) -> None:
    damage(desk, statement)
    assert check in broken(desk)


def test_a_finding_says_what_to_do(desk: Desk) -> None:
    damage(desk, "UPDATE part_time_teacher SET phone = '13900000000'")
    (found,) = [each for each in checkup.doctor(desk) if not each.ok]
    assert "李明" in found.message
    assert "备份" in found.message
    assert found.to_json() == {"check": "records", "ok": False, "message": f"全部记录：{found.message}"}


def test_the_digest_leaves_out_the_journal_and_sees_every_field(desk: Desk) -> None:
    before = checkup.digest(desk)
    assert len(before) == 64
    damage(desk, "UPDATE desk_step SET who = '别人'")
    assert checkup.digest(desk) == before
    damage(desk, "UPDATE part_time_teacher SET note = '改过'")
    assert checkup.digest(desk) != before


def test_this_copy_of_the_program_passes_its_own_test() -> None:
    assert [each for each in self_test.self_test() if not each.ok] == []


def test_the_catalogues_are_counted() -> None:
    counts = self_test.counts()
    assert counts["registers"] >= 30
    assert counts["rules"] > 0
    assert counts["commands"] > 0
