"""Thousands of records at once say the same as one by one, and the journal stays whole."""

from __future__ import annotations

import dataclasses

import pytest

from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.storage.desk import Desk
from college_desk.storage.record_writer import Stale
from tests.storage.occasion import appointment, digest, reverse, teacher, writing

MANY = 5_200
"""More than the journal keeps in memory of a step that is not finished."""


def people(count: int) -> list[PartTimeTeacher]:
    """So many teachers, some of them with things of their own."""
    return [
        teacher(f"李{number}", f"{number:018d}", phone=None if number % 3 else "13805371234")
        for number in range(count)
    ]


def test_a_step_of_many_lines_is_whole_and_is_undone(desk: Desk) -> None:
    empty = digest(desk)
    with writing(desk, guarded=False) as writer:
        writer.add_all(people(MANY))
    with desk.read() as reader:
        assert reader.broken_steps() == []
        (step,) = reader.steps()
        assert (step.records, len(reader.lines_of_step(1))) == (MANY, MANY)
        first = reader.all(PartTimeTeacher)[0]
    assert (first.name, first.phone, first.revision) == ("李0", "13805371234", 1)
    reverse(desk, 1)
    assert digest(desk) == empty


def test_links_are_set_whichever_comes_first(desk: Desk) -> None:
    with writing(desk, guarded=False) as writer:
        writer.add_all([appointment(), teacher()])
    with desk.read() as reader:
        (named,), (naming,) = reader.all(PartTimeTeacher), reader.all(Appointment)
    assert naming.links["teacher"] == named.uid


def test_many_edits_say_the_same_as_one_by_one(desk: Desk) -> None:
    with writing(desk, guarded=False) as writer:
        writer.add_all([*people(40), Enterprise(name="济宁甲机械有限公司")])
    before = digest(desk)
    with desk.read() as reader:
        kept = reader.all(PartTimeTeacher)
    edited = [
        dataclasses.replace(each, phone="13900000000", name=None if place % 2 else f"王{place}")
        if place % 4
        else dataclasses.replace(each, employer="济宁甲机械有限公司")
        for place, each in enumerate(kept)
    ]
    with writing(desk, guarded=False) as writer:
        writer.change_all(edited)
    after = digest(desk)
    with desk.read() as reader:
        found = reader.all(PartTimeTeacher)
        assert reader.broken_steps() == []
        lines = len(reader.lines_of_step(2))
    assert {each.revision for each in found} == {2}
    assert found[1].phone == "13900000000"
    assert found[4].links["employer"] == found[0].links["employer"]
    reverse(desk, 2)
    assert digest(desk) == before
    with desk.read() as reader:
        kept = reader.all(PartTimeTeacher)
    again = [dataclasses.replace(each, revision=kept[place].revision) for place, each in enumerate(edited)]
    with writing(desk, guarded=False) as writer:
        writer.change_many(again)
    assert digest(desk) == after
    with desk.read() as reader:
        assert len(reader.lines_of_step(4)) == lines


def test_a_stale_one_among_many_keeps_all_of_them_out(desk: Desk) -> None:
    with writing(desk, guarded=False) as writer:
        writer.add_all(people(3))
    with desk.read() as reader:
        kept = reader.all(PartTimeTeacher)
    stale = dataclasses.replace(kept[2], revision=7, phone="13900000000")
    with pytest.raises(Stale), writing(desk, guarded=False) as writer:
        writer.change_all([dataclasses.replace(kept[0], phone="13900000000"), stale])
    with desk.read() as reader:
        assert [each.phone for each in reader.all(PartTimeTeacher)] == [each.phone for each in kept]
