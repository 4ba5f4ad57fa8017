"""Records in, records out."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from college_desk.records.register import REGISTERS, Record, Register, Source
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import OPEN_END, Month
from college_desk.storage.desk import Desk
from college_desk.storage.record_writer import Stale
from college_desk.storage.workspace import create
from tests.storage.occasion import ID, OTHER_ID, add, appointment, change, hours, newest, teacher, writing
from tests.storage.values import pool, records_of


@pytest.fixture(scope="module")
def shared_desk() -> Iterator[Desk]:
    with TemporaryDirectory() as folder, create(Path(folder) / "school") as desk:
        yield desk


@pytest.mark.parametrize("register", list(REGISTERS), ids=lambda each: each.code)
def test_every_register_gives_back_what_was_stored(register: Register, shared_desk: Desk) -> None:
    @settings(max_examples=12, deadline=None, database=None)
    @given(st.lists(records_of(register), min_size=1, max_size=4))
    def round_trip(records: list[Record]) -> None:
        stored = add(shared_desk, *records)
        with shared_desk.read() as reader:
            found = reader.records(register.record, [each.uid for each in stored])
        assert found == stored
        assert [dataclasses.replace(each, uid="", revision=0) for each in found] == records

    round_trip()


@pytest.mark.parametrize("register", list(REGISTERS), ids=lambda each: each.code)
def test_every_field_of_every_register_is_tried_with_some_value(register: Register) -> None:
    untried = [each.name for each in register.fields if not pool(register.code, each.name)]
    assert untried == []


def test_an_encrypted_desk_gives_back_what_was_stored(either_desk: Desk) -> None:
    stored = add(either_desk, teacher(source=Source("名册.xlsx", "一系", 4)), appointment(end_on=OPEN_END))
    with either_desk.read() as reader:
        assert reader.all(PartTimeTeacher) == [stored[0]]
        assert reader.all(Appointment) == [stored[1]]


def test_a_field_that_was_cleared_is_empty_whatever_its_default(desk: Desk) -> None:
    stored = add(desk, appointment(counts_in_quota=None))[0]
    assert stored.counts_in_quota is None


def test_a_new_record_gets_a_uid_and_its_first_revision(desk: Desk) -> None:
    first, second = add(desk, teacher(), teacher("张伟", OTHER_ID))
    assert first.uid < second.uid
    assert (first.revision, second.revision) == (1, 1)


def test_a_uid_that_is_given_is_kept(desk: Desk) -> None:
    uid = "01890000-0000-7000-8000-000000000000"
    assert add(desk, teacher(uid=uid))[0].uid == uid


def test_records_come_in_the_order_asked_for(desk: Desk) -> None:
    first, second = add(desk, teacher(), teacher("张伟", OTHER_ID))
    with desk.read() as reader:
        assert reader.records(PartTimeTeacher, [second.uid, "unknown", first.uid]) == [second, first]
        assert reader.get(PartTimeTeacher, "unknown") is None


def test_an_edit_counts_a_revision_and_one_without_a_difference_does_not(desk: Desk) -> None:
    stored = add(desk, teacher())[0]
    edited = change(desk, dataclasses.replace(stored, phone="13805371234"))
    assert (edited.revision, edited.phone) == (2, "13805371234")
    step = newest(desk)
    assert change(desk, edited) == edited
    assert newest(desk) == step


def test_an_edit_of_a_record_that_was_changed_since_is_refused_naming_who(desk: Desk) -> None:
    stored = add(desk, teacher())[0]
    change(desk, dataclasses.replace(stored, phone="13805371234"), who="张主任")
    with pytest.raises(Stale, match="张主任"):
        change(desk, dataclasses.replace(stored, phone="13900000000"))


def test_an_edit_of_a_record_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(Stale, match="不在了"):
        change(desk, teacher(uid="gone", revision=1))


def test_an_ended_record_leaves_the_lists_and_comes_back(desk: Desk) -> None:
    stored = add(desk, teacher())[0]
    with writing(desk) as writer:
        ended = writer.end(PartTimeTeacher, stored.uid)
    with desk.read() as reader:
        assert reader.all(PartTimeTeacher) == []
        assert reader.all(PartTimeTeacher, ended=True) == [ended] == [reader.get(PartTimeTeacher, stored.uid)]
        assert reader.find(PartTimeTeacher, (ID,)) == []
    with writing(desk) as writer:
        writer.reopen(PartTimeTeacher, stored.uid)
    with desk.read() as reader:
        assert [each.uid for each in reader.find(PartTimeTeacher, (ID,))] == [stored.uid]


def test_two_records_of_one_key_are_both_kept(desk: Desk) -> None:
    stored = add(desk, teacher(), teacher("李敏"))
    with desk.read() as reader:
        assert reader.find(PartTimeTeacher, (ID,)) == stored


def test_an_empty_part_of_a_key_compares_as_empty(desk: Desk) -> None:
    day = dt.date(2026, 9, 15)
    without, with_slot = add(desk, hours(day, course="电工"), hours(day, course="电工", slot="1-2"))
    with desk.read() as reader:
        assert reader.find(TeachingHours, (ID, day, None, "电工", None)) == [without]
        assert reader.find(TeachingHours, (ID, day, "1-2", "电工", None)) == [with_slot]
        assert reader.find(TeachingHours, (ID, day, "3-4", "电工", None)) == []


def test_fewer_parts_than_the_key_has_compare_only_those(desk: Desk) -> None:
    stored = add(desk, hours(dt.date(2026, 9, 15)), hours(dt.date(2026, 9, 16)))
    with desk.read() as reader:
        assert reader.find(TeachingHours, (ID,)) == stored


def test_a_key_whose_first_part_is_empty_finds_nothing(desk: Desk) -> None:
    add(desk, PartTimeTeacher(name="李明"))
    with desk.read() as reader:
        assert reader.find(PartTimeTeacher, (None,)) == []
        assert reader.find(PartTimeTeacher, ()) == []


def test_an_appointment_is_found_by_number_else_by_teacher_and_start(desk: Desk) -> None:
    numbered, plain = add(desk, appointment(contract_number="2026-008"), appointment())
    with desk.read() as reader:
        assert reader.find(Appointment, ("2026-008",)) == [numbered]
        assert reader.find(Appointment, (ID, dt.date(2026, 9, 1))) == [plain, numbered]
        assert reader.find(Appointment, (ID, Month(2026, 9))) == []
        assert reader.find(Appointment, (ID, None)) == []
    undated = add(desk, appointment(start_on=None))
    with desk.read() as reader:
        assert reader.find(Appointment, (ID, None)) == undated


def test_many_keys_are_found_as_each_alone_is(desk: Desk) -> None:
    stored = add(
        desk,
        *(teacher(f"李{n}", f"37081119850101{n:04d}") for n in range(1200)),
        appointment(),
        appointment(contract_number="2026-008"),
    )
    keys = [(each.id_number,) for each in stored[:1200:7]] + [("nobody",), (None,)]
    with desk.read() as reader:
        together = reader.find_many(PartTimeTeacher, keys)
        assert together == {key: found for key in keys if (found := reader.find(PartTimeTeacher, key))}
        mixed = reader.find_many(Appointment, [("2026-008",), (ID, dt.date(2026, 9, 1))])
        assert [len(found) for found in mixed.values()] == [1, 2]


def test_changed_tells_the_step_and_the_records(desk: Desk) -> None:
    with writing(desk) as writer:
        stored = writer.add(teacher())
    assert writer.changed.step == newest(desk)
    assert writer.changed.records == {"part_time_teacher": {stored.uid}}


def test_a_step_that_changes_nothing_is_none(desk: Desk) -> None:
    with writing(desk) as writer:
        pass
    assert writer.changed.step is None
    with desk.read() as reader:
        assert reader.steps() == []
