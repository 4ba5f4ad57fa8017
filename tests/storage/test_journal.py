"""The journal: who, when, what; and the chain that shows tampering."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

import pytest

from college_desk.records.change import PendingRow
from college_desk.records.register import Source
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.storage import dialect
from college_desk.storage.desk import Desk
from college_desk.storage.journal import line_digest, lines_of_step
from tests.storage.occasion import ID, NOW, OTHER_ID, add, appointment, change, reverse, teacher, writing


def test_a_step_tells_who_when_what_and_how_many(desk: Desk) -> None:
    with writing(desk, "导入兼职教师花名册2人", who="张主任") as writer:
        writer.add_many([teacher(), teacher("张伟", OTHER_ID), appointment()])
    with desk.read() as reader:
        step = reader.steps()[0]
    assert (step.who, step.when, step.what) == ("张主任", NOW, "导入兼职教师花名册2人")
    assert (step.register, step.records, step.undone) == ("part_time_teacher", 3, False)


def test_the_main_register_can_be_named(desk: Desk) -> None:
    with writing(desk, register="appointment") as writer:
        writer.add_many([teacher(), teacher("张伟", OTHER_ID), appointment()])
    with desk.read() as reader:
        assert reader.steps()[0].register == "appointment"


def test_steps_come_newest_first_and_only_as_many_as_asked(desk: Desk) -> None:
    for number in range(3):
        add(desk, teacher(f"李{number}", f"{number:018d}"))
    with desk.read() as reader:
        assert [step.id for step in reader.steps()] == [3, 2, 1]
        assert [step.id for step in reader.steps(2)] == [3, 2]


def test_a_record_has_one_line_when_added_and_one_a_field_when_edited(desk: Desk) -> None:
    stored = add(desk, teacher(gender="1", source=Source("名册.xlsx", None, 4)))[0]
    change(desk, dataclasses.replace(stored, phone="13805371234", name=None), who="张主任")
    with writing(desk) as writer:
        writer.end(PartTimeTeacher, stored.uid)
    with desk.read() as reader:
        lines = reader.lines_of(stored.uid)
    assert [(line.field, line.before, line.after) for line in lines[1:]] == [
        ("name", '"李明"', None),
        ("phone", None, '"13805371234"'),
        (None, "false", "true"),
    ]
    assert (lines[0].field, lines[0].before) == (None, None)
    added = json.loads(lines[0].after or "")
    assert added == {"ended": False, "id_number": ID, "name": "李明", "gender": "男"}
    assert [line.who for line in lines] == ["王老师", "张主任", "张主任", "王老师"]


def test_an_undone_addition_has_a_line_that_says_what_was_there(desk: Desk) -> None:
    stored = add(desk, teacher())[0]
    reverse(desk, 1)
    with desk.read() as reader:
        assert reader.get(PartTimeTeacher, stored.uid) is None
        last = reader.lines_of_step(2)[-1]
    assert (last.field, json.loads(last.before or "")["name"], last.after) == (None, "李明", None)


TAMPERED = {
    "a value": "UPDATE desk_line SET after = replace(after, '李明', '李朋') WHERE step = 2",
    "a digest": "UPDATE desk_line SET digest = 'x' WHERE step = 2",
    "a line taken away": "DELETE FROM desk_line WHERE step = 2",
    "who": "UPDATE desk_step SET who = '别人' WHERE id = 2",
    "when": "UPDATE desk_step SET made_at = '2020-01-01T00:00:00+08:00' WHERE id = 2",
}


@pytest.mark.parametrize("what", TAMPERED)
def test_tampering_with_a_step_is_found(desk: Desk, what: str) -> None:
    for record in (teacher("张伟", OTHER_ID), teacher(), appointment()):
        add(desk, record)
    assert broken(desk) == []
    alter(desk, TAMPERED[what])
    assert 2 in broken(desk)


def test_a_value_changed_together_with_its_digest_is_found_by_the_chain(desk: Desk) -> None:
    for record in (teacher("张伟", OTHER_ID), teacher(), appointment()):
        add(desk, record)
    alter(desk, TAMPERED["a value"])
    with desk.engine.connect() as connection:
        forged = line_digest(2, 0, lines_of_step(connection, 2)[0])
    alter(desk, f"UPDATE desk_line SET digest = '{forged}' WHERE step = 2")
    assert broken(desk) == [2]


def test_a_step_taken_away_is_found(desk: Desk) -> None:
    for record in (teacher("张伟", OTHER_ID), teacher(), appointment()):
        add(desk, record)
    alter(desk, "DELETE FROM desk_line WHERE step = 2")
    alter(desk, "DELETE FROM desk_step WHERE id = 2")
    assert broken(desk) == [3]


def broken(desk: Desk) -> list[int]:
    with desk.read() as reader:
        return reader.broken_steps()


def alter(desk: Desk, sql: str) -> None:
    with dialect.writing(desk.engine) as connection, connection.begin():
        assert connection.exec_driver_sql(sql).rowcount > 0


def test_erasing_what_a_line_said_leaves_the_chain_whole(desk: Desk) -> None:
    """The chain runs over the lines' digests: erasing a person breaks that line's own check alone."""
    for record in (teacher(), teacher("张伟", OTHER_ID), appointment()):
        add(desk, record)
    alter(desk, "UPDATE desk_line SET after = NULL WHERE step = 1")
    assert broken(desk) == [1]


@pytest.mark.parametrize(
    "write",
    [
        lambda writer: writer.keep_pending(
            [PendingRow(0, "apprentice", "a.xls", None, 3, {"姓名": "李"}, ())]
        ),
        lambda writer: writer.set_meta("name", "济宁示例职业学院"),
    ],
)
def test_rows_and_entries_make_a_step_without_records(desk: Desk, write: Callable[[object], object]) -> None:
    with writing(desk) as writer:
        write(writer)
    with desk.read() as reader:
        step = reader.steps()[0]
    assert (step.records, step.register) == (0, None)
    assert writer.changed.step == 1


def test_setting_a_meta_to_what_it_is_makes_no_step(desk: Desk) -> None:
    for _time in range(2):
        with writing(desk) as writer:
            writer.set_meta("name", "济宁示例职业学院")
    with desk.read() as reader:
        assert len(reader.steps()) == 1
