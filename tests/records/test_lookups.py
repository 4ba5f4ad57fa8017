"""Facts without a database: a frozen snapshot, records given, candidates laid over."""

from __future__ import annotations

import datetime as dt

import pytest

from college_desk.records.facts import Facts
from college_desk.records.json_form import frozen_json
from college_desk.records.lookups import ListedFacts, NotInSnapshot, OverlayFacts, SnapshotFacts
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.register import Record, register_of
from college_desk.records.snapshot import Snapshot
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from tests import make

FIRST = make.part_time_teacher(uid="t1")
SECOND = make.part_time_teacher(uid="t2", id_number=make.MENTOR_ID, name="张伟")


def snapshot(*records: Record, empty: tuple[str, ...] = ()) -> Snapshot:
    kept: dict[str, list[dict[str, object]]] = {code: [] for code in empty}
    for each in records:
        kept.setdefault(register_of(each).code, []).append(dict(frozen_json(each)))
    return Snapshot(
        filing="part-time-appointments", period="2026-2027-1", kind="first", number="N", version=1,
        day=dt.date(2026, 9, 30), program_version="0", policy="jining-2022", records=kept, selected=(), left_out=(),
        findings=(), parameters={}, rules={}, code_tables={}, period_first=dt.date(2026, 9, 1),
        period_last=dt.date(2027, 1, 31),
    )  # fmt: skip


class TestSnapshot:
    def test_it_answers_with_the_records_frozen_in_order_of_uid(self) -> None:
        assert list(SnapshotFacts(snapshot(SECOND, FIRST)).all(PartTimeTeacher)) == [FIRST, SECOND]

    def test_a_register_frozen_without_records_has_none(self) -> None:
        assert list(SnapshotFacts(snapshot(empty=("appointment",))).all(Appointment)) == []

    def test_a_question_beyond_it_is_an_error_and_never_absent(self) -> None:
        facts = SnapshotFacts(snapshot(FIRST))
        with pytest.raises(NotInSnapshot):
            facts.all(Appointment)
        with pytest.raises(NotInSnapshot):
            facts.by(Appointment, "teacher")


class TestLookingUp:
    facts = ListedFacts([SECOND, FIRST, make.part_time_teacher(uid="t3", id_number=None, name=None)])

    def test_by_one_field(self) -> None:
        assert list(self.facts.by(PartTimeTeacher, "id_number")[make.TEACHER_ID]) == [FIRST]

    def test_by_several_fields(self) -> None:
        found = self.facts.by(PartTimeTeacher, "id_number", "name")
        assert list(found[make.MENTOR_ID, "张伟"]) == [SECOND]

    def test_empty_fields_are_left_out_and_a_missing_key_has_no_records(self) -> None:
        assert set(self.facts.by(PartTimeTeacher, "id_number")) == {make.TEACHER_ID, make.MENTOR_ID}
        assert (None, None) not in self.facts.by(PartTimeTeacher, "id_number", "name")
        assert list(self.facts.by(PartTimeTeacher, "id_number")["no such"]) == []

    def test_a_key_empty_in_part_is_kept(self) -> None:
        facts = ListedFacts([make.part_time_teacher(uid="t4", name=None)])
        assert list(facts.by(PartTimeTeacher, "id_number", "name")[make.TEACHER_ID, None])

    def test_ended_records_are_never_there(self) -> None:
        assert list(ListedFacts([make.part_time_teacher(ended=True)]).all(PartTimeTeacher)) == []

    def test_once_computes_once(self) -> None:
        calls = []

        def count(facts: Facts) -> int:
            calls.append(facts)
            return len(facts.all(PartTimeTeacher))

        facts = ListedFacts([FIRST, SECOND])
        assert [facts.once(count), facts.once(count)] == [2, 2]
        assert len(calls) == 1

    def test_it_notes_what_it_was_asked(self) -> None:
        facts = ListedFacts([FIRST])
        assert facts.asked == frozenset()
        facts.by(PartTimeTeacher, "name")
        facts.all(Enterprise)
        assert facts.asked == {"part_time_teacher", "enterprise"}


class TestOverlay:
    beneath = ListedFacts([FIRST, SECOND, make.enterprise(uid="e1")])

    def over(self, *candidates: PartTimeTeacher) -> OverlayFacts:
        return OverlayFacts(self.beneath, {PartTimeTeacher: candidates})

    def test_a_candidate_stands_in_the_place_of_the_record_of_its_uid(self) -> None:
        changed = make.part_time_teacher(uid="t1", name="李朋")
        assert [each.name for each in self.over(changed).all(PartTimeTeacher)] == ["李朋", "张伟"]
        assert [each.name for each in self.over(changed).by(PartTimeTeacher, "name")["李朋"]] == ["李朋"]
        assert list(self.over(changed).by(PartTimeTeacher, "name")["李明"]) == []

    def test_new_ones_come_last_in_the_order_given(self) -> None:
        new = [make.part_time_teacher(name="新一"), make.part_time_teacher(name="新二")]
        assert [each.name for each in self.over(*new).all(PartTimeTeacher)] == [
            "李明",
            "张伟",
            "新一",
            "新二",
        ]

    def test_an_ended_candidate_removes_its_record(self) -> None:
        ended = make.part_time_teacher(uid="t1", ended=True)
        assert [each.uid for each in self.over(ended).all(PartTimeTeacher)] == ["t2"]

    def test_registers_without_candidates_are_read_through(self) -> None:
        facts = self.over(FIRST)
        assert facts.by(Enterprise, "uid") is self.beneath.by(Enterprise, "uid")
        assert list(facts.all(Enterprise)) == list(self.beneath.all(Enterprise))

    def test_what_is_computed_is_of_the_overlay(self) -> None:
        def names(facts: Facts) -> list[str | None]:
            return [each.name for each in facts.all(PartTimeTeacher)]

        assert self.beneath.once(names) == ["李明", "张伟"]
        assert self.over(make.part_time_teacher(uid="t1", name="李朋")).once(names) == ["李朋", "张伟"]

    def test_it_notes_what_it_and_what_lies_beneath_were_asked(self) -> None:
        beneath = ListedFacts([FIRST])
        facts = OverlayFacts(beneath, {PartTimeTeacher: [SECOND]})
        facts.all(PartTimeTeacher)
        facts.all(Enterprise)
        assert facts.asked == {"part_time_teacher", "enterprise"}
