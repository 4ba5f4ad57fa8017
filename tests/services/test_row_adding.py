from __future__ import annotations

from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.records.register import REGISTERS
from college_desk.services import row_adding, undoing
from tests.services.occasions import LI, SITTING, ZHANG, live, new_desk, put

APPRENTICE = REGISTERS["apprentice"]


def test_rows_become_records_in_one_step_that_one_undo_takes_back(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        rows = [{"name": "李明", "id_number": LI}, {"name": "张敏", "id_number": ZHANG}]
        added = row_adding.add_rows(desk, APPRENTICE, rows, **SITTING)
        assert [each.name for each in live(desk, "apprentice")] == ["李明", "张敏"]
        assert [each.uid for each in added.records] == [each.uid for each in live(desk, "apprentice")]
        assert undoing.history(desk)[0].what == "新增学徒花名册2人"
        undoing.undo(desk, **SITTING)
        assert live(desk, "apprentice") == []


def test_a_row_whose_key_is_known_changes_that_record_and_erases_nothing(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        put(desk, "apprentice", name="李明", id_number=LI, position="钳工")
        rows = [{"name": "李明", "id_number": LI, "phone": "15863632401", "position": ""}]
        row_adding.add_rows(desk, APPRENTICE, rows, **SITTING)
        (person,) = live(desk, "apprentice")
        assert (person.position, person.phone) == ("钳工", "15863632401")


def test_the_same_row_twice_in_a_block_is_one_record(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        rows = [{"name": "李明", "id_number": LI}, {"name": "李明", "id_number": LI, "position": "电工"}]
        row_adding.add_rows(desk, APPRENTICE, rows, **SITTING)
        (person,) = live(desk, "apprentice")
        assert person.position == "电工"


def test_rows_of_a_register_that_the_program_makes_are_refused(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk, pytest.raises(UnusableInput, match="程序生成"):
        row_adding.add_rows(desk, REGISTERS["settlement"], [{"name": "李明"}], **SITTING)
