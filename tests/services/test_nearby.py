"""Facts for one record say what the facts of the whole desk say, without reading large registers."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from college_desk.records.college.staffing import Staffing
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.values.month import Month
from college_desk.rules import engine
from college_desk.rules.rule import Situation
from college_desk.services.nearby import NearbyFacts
from college_desk.storage.desk import Desk
from tests import make
from tests.services.occasions import SITTING, TODAY, new_desk
from tests.services.test_checking import keep


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def messy(desk: Desk) -> Desk:
    """A small college with a second, faulty record of most kinds."""
    records = [each for each in make.everything() if type(each).__name__ not in ("School", "Campus")]
    keep(desk, *records)
    keep(desk, *[dataclasses.replace(each, department="别的系") for each in records])
    keep(
        desk,
        make.part_time_teacher(name="李朋", phone="1", id_number=make.MENTOR_ID),
        make.appointment(contract_number=None, start_on=Month(2026, 9), vetted_on=None, renewed_from="JZ-0"),
        make.appointment(contract_number="JZ-9", teacher=make.MENTOR_ID, name="李鹏", signed_on=None),
    )
    return desk


def test_every_record_is_judged_alike(messy: Desk) -> None:
    with messy.read() as reader:
        situation = Situation(TODAY, reader.policy())
        judged = 0
        for record in [each for kept in make.everything() for each in reader.all(type(kept))]:
            near = engine.check_record(record, NearbyFacts(reader, few=0), situation)
            assert near == engine.check_record(record, reader.facts(), situation)
            judged += len(near)
    assert judged > 50


def test_it_answers_by_one_field_several_and_uid(messy: Desk) -> None:
    with messy.read() as reader:
        near, whole = NearbyFacts(reader, few=0), reader.facts()
        unnumbered = (None, make.TEACHER_ID)
        for fields, key in [
            (("teacher",), make.TEACHER_ID),
            (("contract_number", "teacher"), unnumbered),
            (("uid",), reader.all(Appointment)[1].uid),
            (("uid",), "no such"),
            (("teacher",), None),
        ]:
            assert list(near.by(Appointment, *fields)[key]) == list(whole.by(Appointment, *fields)[key])
        assert make.TEACHER_ID in near.by(Appointment, "teacher")
        assert "no such" not in near.by(Appointment, "teacher")
        assert near.asked >= {"appointment"}


def test_an_ended_record_is_not_there(messy: Desk) -> None:
    with messy.write("停用", **SITTING) as writer:
        uid = writer.all(PartTimeTeacher)[0].uid
        writer.end(PartTimeTeacher, uid)
    with messy.read() as reader:
        assert list(NearbyFacts(reader, few=0).by(PartTimeTeacher, "uid")[uid]) == []


def test_it_cannot_be_walked(messy: Desk) -> None:
    with messy.read() as reader:
        looked_up = NearbyFacts(reader, few=0).by(Appointment, "teacher")
        for walk in (iter, len):
            with pytest.raises(TypeError):
                walk(looked_up)


def test_small_registers_are_read_whole(messy: Desk) -> None:
    with messy.read() as reader:
        assert NearbyFacts(reader).by(Staffing, "uid") is reader.facts().by(Staffing, "uid")


def test_a_large_register_is_not_read_for_one_record(desk: Desk) -> None:
    first = dt.date(1970, 1, 1)
    people = [make.id_number(first + dt.timedelta(days=each)) for each in range(600)]
    teachers = [make.part_time_teacher(id_number=each, skill_certificate_number=each) for each in people]
    kept = keep(desk, *teachers, make.enterprise())
    with desk.read() as reader:
        facts = NearbyFacts(reader)
        assert engine.check_record(kept[0], facts, Situation(TODAY, reader.policy())) == []
        assert "part_time_teacher" not in reader.facts().asked
