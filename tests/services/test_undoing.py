from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError
from college_desk.services import checkup, undoing, workspaces
from college_desk.storage.desk import Desk
from tests.services.occasions import LI, SITTING, live, new_desk, put


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path) as desk:
        yield desk


def test_undo_and_redo_bring_back_the_same_digest(desk: Desk) -> None:
    digests = [checkup.digest(desk)]
    put(desk, "part_time_teacher", id_number=LI, name="李明")
    digests.append(checkup.digest(desk))
    put(desk, "part_time_teacher", LI, phone="13800001234")
    digests.append(checkup.digest(desk))
    assert len(set(digests)) == 3
    undoing.undo(desk, **SITTING)
    assert checkup.digest(desk) == digests[1]
    undoing.undo(desk, **SITTING)
    assert checkup.digest(desk) == digests[0]
    undoing.redo(desk, 2, **SITTING)
    assert checkup.digest(desk) == digests[2]


def test_several_steps_are_taken_back_in_one_call(desk: Desk) -> None:
    uid = put(desk, "part_time_teacher", id_number=LI, name="李明").record.uid
    put(desk, "part_time_teacher", LI, phone="13800001234")
    changed = undoing.undo(desk, 2, **SITTING)
    assert changed.records == {"part_time_teacher": frozenset({uid})}
    assert live(desk, "part_time_teacher") == []


def test_more_steps_than_there_are_take_back_all_there_are(desk: Desk) -> None:
    put(desk, "part_time_teacher", id_number=LI, name="李明")
    undoing.undo(desk, 9, **SITTING)
    assert live(desk, "part_time_teacher") == []


def test_with_nothing_to_undo_or_redo_the_desk_says_so(desk: Desk) -> None:
    with pytest.raises(DeskError, match="没有可以撤销"):
        undoing.undo(desk, **SITTING)
    with pytest.raises(DeskError, match="没有可以恢复"):
        undoing.redo(desk, **SITTING)


def test_after_something_new_nothing_can_be_redone(desk: Desk) -> None:
    put(desk, "part_time_teacher", id_number=LI, name="李明")
    undoing.undo(desk, **SITTING)
    put(desk, "school", phone="0537-2212345")
    assert undoing.reversible(desk).redo is None
    with pytest.raises(DeskError):
        undoing.redo(desk, **SITTING)


def test_it_works_after_a_restart(desk: Desk) -> None:
    put(desk, "part_time_teacher", id_number=LI, name="李明")
    with workspaces.open_desk(desk.folder) as again:
        undoing.undo(again, **SITTING)
    with workspaces.open_desk(desk.folder) as again:
        assert live(again, "part_time_teacher") == []
        undoing.redo(again, **SITTING)
        assert len(live(again, "part_time_teacher")) == 1


def test_the_words_of_the_first_step_stay_however_often_it_is_undone(desk: Desk) -> None:
    put(desk, "part_time_teacher", id_number=LI, name="李明")
    for _turn in range(2):
        assert undoing.reversible(desk).undo == "新增兼职教师花名册：李明"
        undoing.undo(desk, **SITTING)
        assert undoing.reversible(desk).redo == "新增兼职教师花名册：李明"
        undoing.redo(desk, **SITTING)
    newest = undoing.history(desk)[0]
    assert newest.what == "恢复操作：新增兼职教师花名册：李明"


def test_history_is_newest_first_and_says_what_was_undone(desk: Desk) -> None:
    put(desk, "part_time_teacher", id_number=LI, name="李明")
    undoing.undo(desk, **SITTING)
    steps = [undoing.step_json(each) for each in undoing.history(desk)]
    assert [each["undone"] for each in steps] == [False, True, False]
    assert set(steps[0]) >= {"id", "when", "who", "what", "register", "records", "undone"}
    assert steps[1]["register"] == "part_time_teacher"
    assert steps[1]["records"] == 1
    assert steps[1]["when"] == "2026-09-30T10:32:00+08:00"
