"""Two records that are one: united, read through, taken back, split again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.policy.guard import Refused
from college_desk.records.register import REGISTERS, Record
from college_desk.records.values.value_type import Surroundings
from college_desk.services import checking, checkup, editing, undoing, uniting
from college_desk.services.keys import one_by_key
from college_desk.services.uniting import Side
from college_desk.storage.desk import Desk
from tests import make
from tests.services import filed_college
from tests.services.occasions import SITTING, TODAY, live, new_desk, put

NUMBER = make.id_number(dt.date(1982, 3, 15), serial=7)
SLIPPED = NUMBER[:16] + ("1" if NUMBER[16] != "1" else "2") + NUMBER[17]
THIRD = NUMBER[:15] + ("1" if NUMBER[15] != "1" else "2") + NUMBER[16:]
TEACHERS = REGISTERS["part_time_teacher"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def two(desk: Desk) -> tuple[Any, Any]:
    """The wrong number first, so that its record stays; each is named by an appointment."""
    put(desk, "part_time_teacher", name="李明", id_number=SLIPPED, phone="13800138000", note="甲")
    put(desk, "part_time_teacher", name="李鸣", id_number=NUMBER, employer_post="车间主任", note="乙")
    put(desk, "appointment", teacher=SLIPPED, contract_number="J-1")
    put(desk, "appointment", teacher=NUMBER, contract_number="J-2")
    wrong, right = live(desk, "part_time_teacher")
    assert wrong.id_number == SLIPPED
    return wrong, right


def unite(desk: Desk, keep: Record, other: Record, **taken: Side) -> None:
    uniting.unite(desk, TEACHERS, keep.uid, other.uid, taken, **SITTING)


def digest(desk: Desk) -> str:
    with desk.read() as reader:
        return reader.digest()


def linked(desk: Desk) -> list[str]:
    return [each.links["teacher"] for each in live(desk, "appointment")]


def test_the_smaller_uid_stays_with_the_chosen_values(desk: Desk) -> None:
    wrong, right = two(desk)
    unite(desk, right, wrong, name="other")
    (stays,) = live(desk, "part_time_teacher")
    assert stays.uid == min(wrong.uid, right.uid) == wrong.uid
    assert (stays.id_number, stays.name, stays.note) == (NUMBER, "李明", "乙")
    assert (stays.phone, stays.employer_post) == ("13800138000", "车间主任")


def test_the_other_is_set_aside_with_the_values_not_chosen(desk: Desk) -> None:
    wrong, right = two(desk)
    unite(desk, right, wrong)
    with desk.read() as reader:
        aside = reader.get(TEACHERS.record, right.uid)
        assert reader.set_aside(TEACHERS.record) == [aside]
    assert aside is not None
    assert (aside.ended, aside.same_as) == (True, wrong.uid)
    assert (aside.id_number, aside.name, aside.note) == (SLIPPED, "李明", "甲")  # type: ignore[attr-defined]


def test_what_is_suggested_is_sound_and_agrees_with_the_number(desk: Desk) -> None:
    other_day = NUMBER[:6] + "19810315" + NUMBER[14:]
    wrong = make.bare(TEACHERS.record, id_number=other_day, birth_date=dt.date(1981, 3, 15), note="甲")
    right = make.bare(TEACHERS.record, id_number=NUMBER, birth_date=dt.date(1982, 3, 15), name="李明")
    assert uniting.suggested(wrong, right) == {
        "id_number": "other", "birth_date": "other", "name": "other", "note": "keep",
    }  # fmt: skip
    assert uniting.suggested(right, wrong) == {
        "id_number": "keep", "birth_date": "keep", "name": "keep", "note": "other",
    }  # fmt: skip


def test_references_of_both_lead_to_the_one_that_stays(desk: Desk) -> None:
    wrong, right = two(desk)
    assert linked(desk) == [wrong.uid, right.uid]
    unite(desk, right, wrong)
    assert linked(desk) == [wrong.uid, wrong.uid]
    assert [each.teacher for each in live(desk, "appointment")] == [SLIPPED, NUMBER]
    with desk.read() as reader:
        facts = reader.facts()
        assert [each.uid for each in facts.by(TEACHERS.record, "uid")[right.uid]] == [wrong.uid]
    assert all(check.ok for check in checkup.doctor(desk))
    new = put(desk, "appointment", teacher=SLIPPED, contract_number="J-3").record
    assert new.links["teacher"] == wrong.uid


def test_a_link_whose_text_names_nobody_any_more_is_read_through_too(desk: Desk) -> None:
    wrong, right = two(desk)
    put(desk, "part_time_teacher", right.uid, id_number=THIRD)
    unite(desk, wrong, right)
    assert linked(desk) == [wrong.uid, wrong.uid]


def test_it_is_one_step_that_undo_and_redo_take_exactly(desk: Desk) -> None:
    wrong, right = two(desk)
    before, links = digest(desk), linked(desk)
    unite(desk, right, wrong)
    after = digest(desk)
    assert before != after
    undoing.undo(desk, **SITTING)
    assert (digest(desk), linked(desk)) == (before, links)
    undoing.redo(desk, **SITTING)
    assert (digest(desk), linked(desk)) == (after, [wrong.uid, wrong.uid])
    assert undoing.history(desk)[2].what == "合并兼职教师花名册：李鸣"


def test_chains_lead_to_the_last_one(desk: Desk) -> None:
    wrong, right = two(desk)
    last = put(desk, "part_time_teacher", name="李明", id_number=THIRD).record
    put(desk, "appointment", teacher=THIRD, contract_number="J-3")
    unite(desk, right, last)
    unite(desk, wrong, right)
    assert linked(desk) == [wrong.uid] * 3
    for number in (NUMBER, SLIPPED, THIRD):
        with desk.read() as reader:
            assert one_by_key(reader, TEACHERS, number, Surroundings()).uid == wrong.uid
    renewed = put(desk, "appointment", teacher=THIRD, contract_number="J-4").record
    assert renewed.links["teacher"] == wrong.uid


def test_a_number_that_two_set_aside_bore_leads_to_the_one_that_stays(desk: Desk) -> None:
    wrong, right = two(desk)
    last = put(desk, "part_time_teacher", name="李明", id_number=THIRD).record
    put(desk, "part_time_teacher", last.uid, id_number=NUMBER)
    unite(desk, right, last)
    unite(desk, wrong, right)
    new = put(desk, "appointment", teacher=NUMBER, contract_number="J-3").record
    with desk.read() as reader:
        (kept,) = reader.find(REGISTERS["appointment"].record, ("J-3",))
    assert kept.links["teacher"] == new.links["teacher"] == wrong.uid


def test_the_step_that_unites_reads_through_it_at_once(desk: Desk) -> None:
    wrong, right = two(desk)
    put(desk, "part_time_teacher", right.uid, id_number=THIRD)
    kind = REGISTERS["appointment"].record
    with desk.write("合并", **SITTING) as writer:
        assert [each.links["teacher"] for each in writer.all(kind)] == [wrong.uid, right.uid]
        stays, goes = uniting.united(wrong, writer.records(TEACHERS.record, [right.uid])[0], {})
        writer.change_many([stays, goes])
        assert [each.links["teacher"] for each in writer.all(kind)] == [wrong.uid, wrong.uid]


def test_setting_by_the_old_number_edits_the_one_that_stays_and_keeps_its_number(desk: Desk) -> None:
    wrong, right = two(desk)
    unite(desk, right, wrong)
    put(desk, "part_time_teacher", id_number=SLIPPED, phone="13900139000")
    put(desk, "part_time_teacher", SLIPPED, note="丙")
    (stays,) = live(desk, "part_time_teacher")
    assert (stays.id_number, stays.phone, stays.note) == (NUMBER, "13900139000", "丙")
    put(desk, "part_time_teacher", NUMBER, id_number=SLIPPED)
    assert live(desk, "part_time_teacher")[0].id_number == SLIPPED


def test_the_history_of_the_one_that_stays_tells_both(desk: Desk) -> None:
    wrong, right = two(desk)
    put(desk, "part_time_teacher", right.uid, note="丁")
    unite(desk, right, wrong)
    with desk.read() as reader:
        lines = reader.lines_of(wrong.uid)
        assert {line.uid for line in lines} == {wrong.uid, right.uid}
        assert [line.step for line in lines] == sorted(line.step for line in lines)
        assert {line.uid for line in reader.lines_of(right.uid)} == {right.uid}


def test_findings_of_the_one_set_aside_are_gone(desk: Desk) -> None:
    wrong, right = two(desk)
    assert {each.uid for each in checking.check(desk, day=TODAY).findings} & {wrong.uid}
    unite(desk, right, wrong)
    found = [each for each in checking.check(desk, day=TODAY).findings if each.field == "id_number"]
    assert [each.uid for each in found if each.register == "part_time_teacher"] == []


@pytest.mark.parametrize("reopen", [False, True], ids=["split", "brought back"])
def test_split_again_both_are_as_they_were(desk: Desk, reopen: bool) -> None:
    wrong, right = two(desk)
    before = digest(desk)
    unite(desk, right, wrong)
    if reopen:
        editing.reopen(desk, TEACHERS, [right.uid], **SITTING)
    else:
        uniting.separate(desk, TEACHERS, right.uid, **SITTING)
    assert digest(desk) == before
    assert linked(desk) == [wrong.uid, right.uid]


def test_what_came_after_uniting_stays_when_they_are_split(desk: Desk) -> None:
    wrong, right = two(desk)
    unite(desk, right, wrong)
    put(desk, "part_time_teacher", wrong.uid, name="李铭")
    uniting.separate(desk, TEACHERS, right.uid, **SITTING)
    one, other = live(desk, "part_time_teacher")
    assert (one.name, one.id_number, one.note) == ("李铭", SLIPPED, "甲")
    assert (other.name, other.id_number, other.note) == ("李鸣", NUMBER, "乙")
    with pytest.raises(UnusableInput, match="没有合并过"):
        uniting.separate(desk, TEACHERS, right.uid, **SITTING)


def test_what_cannot_be_united_is_refused_in_a_sentence(desk: Desk) -> None:
    wrong, right = two(desk)
    last = put(desk, "part_time_teacher", name="王芳", id_number=THIRD).record
    mentor = put(desk, "mentor", name="李明", id_number=NUMBER).record
    with pytest.raises(UnusableInput, match="同一条记录"):
        unite(desk, wrong, wrong)
    with pytest.raises(UnusableInput, match="不在兼职教师花名册里"):
        unite(desk, wrong, mentor)
    with pytest.raises(UnusableInput, match="没有“shoe_size”这一项"):
        unite(desk, wrong, right, shoe_size="keep")
    editing.end(desk, TEACHERS, [last.uid], **SITTING)
    with pytest.raises(UnusableInput, match="已停用"):
        unite(desk, wrong, last)
    unite(desk, wrong, right)
    with pytest.raises(UnusableInput, match="已经合并过了"):
        unite(desk, wrong, right)


def test_a_guard_may_refuse_and_nothing_is_kept(desk: Desk) -> None:
    put(desk, "staffing", effective_from="2026-01-01", approved_posts="5", posts_filled="0")
    put(desk, "part_time_teacher", name="李明", id_number=NUMBER)
    given = {"start_on": "2026-09-01", "end_on": "2027-07-15", "teacher": NUMBER}
    put(desk, "appointment", contract_number="J-1", counts_in_quota="是", posts_used="1", **given)
    put(desk, "appointment", contract_number="J-2", posts_used="3", **given)
    first, second = live(desk, "appointment")
    before = digest(desk)
    with pytest.raises(Refused):
        uniting.unite(
            desk, REGISTERS["appointment"], first.uid, second.uid, {"posts_used": "other"}, **SITTING
        )
    assert digest(desk) == before


def test_uniting_a_filed_record_needs_a_reason(tmp_path: Path) -> None:
    with filed_college.college(tmp_path, 1) as desk:
        filed_college.filed(desk, tmp_path / "out")
        (kept,) = live(desk, "part_time_teacher")
        again = put(desk, "part_time_teacher", name=kept.name, id_number=SLIPPED).record
        free = put(desk, "part_time_teacher", name=kept.name, id_number=THIRD).record
        with pytest.raises(DeskError, match="已列入兼职教师聘任备案第1稿，合并请写明原因"):
            unite(desk, kept, again)
        assert uniting.unite(desk, TEACHERS, kept.uid, again.uid, reason="同一个人", **SITTING).step
        last = put(desk, "part_time_teacher", name=kept.name, id_number=NUMBER).record
        unite(desk, free, last)
