from __future__ import annotations

from pathlib import Path

from college_desk.records.register import REGISTERS
from college_desk.services import pending, undoing, unfinished
from tests.services.occasions import LI, SITTING, live, new_desk, put

APPRENTICE = REGISTERS["apprentice"]


def test_a_row_without_its_key_waits_and_becomes_a_record_once_mended(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        unfinished.keep(desk, APPRENTICE, [{"name": "赵新", "position": "钳工"}], **SITTING)
        (row,) = pending.rows(desk)
        assert row.cells == {"姓名": "赵新", "学徒岗位": "钳工"}
        assert "身份证件号" in row.faults[0][3]
        mended = pending.mend(desk, row.id, {"身份证件号": LI}, **SITTING)
        assert mended.record is not None
        (person,) = live(desk, "apprentice")
        assert (person.name, person.position, person.id_number) == ("赵新", "钳工", LI)


def test_an_unreadable_text_waits_beside_the_record_and_changes_it_once_mended(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        put(desk, "apprentice", name="赵新", id_number=LI)
        cells = {"id_number": LI, "name": "赵新", "start_on": "2026.2.30"}
        unfinished.keep(desk, APPRENTICE, [cells], **SITTING)
        (row,) = pending.rows(desk)
        assert "2026.2.30" in row.faults[0][3]
        assert live(desk, "apprentice")[0].start_on is None
        pending.mend(desk, row.id, {"起始日期": "2026.2.28"}, **SITTING)
        (person,) = live(desk, "apprentice")
        assert str(person.start_on) == "2026-02-28"


def test_keeping_unfinished_rows_is_undone_like_any_step(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        unfinished.keep(desk, APPRENTICE, [{"name": "赵新"}, {"name": "钱新"}], **SITTING)
        assert "未填完的2行" in undoing.history(desk)[0].what
        undoing.undo(desk, **SITTING)
        assert pending.rows(desk) == []
