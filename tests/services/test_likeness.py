"""Who may be kept twice in a register."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from college_desk.records.register import REGISTERS, Record
from college_desk.services import likeness, undoing, uniting
from college_desk.storage.desk import Desk
from tests import make
from tests.services.doubled import roll_with_doubles
from tests.services.occasions import NOW, SITTING, TODAY, new_desk, put

NUMBER = make.id_number(dt.date(1982, 3, 15), serial=7)
SLIPPED = NUMBER[:16] + ("1" if NUMBER[16] != "1" else "2") + NUMBER[17]
TEACHERS = REGISTERS["part_time_teacher"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def keep(desk: Desk, *records: Record) -> list[Record]:
    with desk.write("录入", who="王芳", now=NOW, today=TODAY, guarded=False) as writer:
        return writer.add_many(records)


def found(desk: Desk, register: str) -> list[tuple[str, str, tuple[str, ...]]]:
    pairs = likeness.duplicates(desk, REGISTERS[register])
    return [
        (getattr(each.one, "name", ""), getattr(each.other, "name", ""), each.likeness.reasons)
        for each in pairs
    ]


def teacher(name: str, number: str | None, **given: object) -> Record:
    return make.bare(TEACHERS.record, name=name, id_number=number, **given)


def test_the_likeliest_pairs_come_first_and_the_smaller_uid_in_each(desk: Desk) -> None:
    keep(
        desk,
        teacher("李明", NUMBER),
        teacher("李明", SLIPPED),
        teacher("王芳", None, birth_date=dt.date(1985, 1, 2)),
        teacher("王芳", None, birth_date=dt.date(1985, 1, 2)),
        teacher("赵强", None, birth_date=dt.date(1985, 1, 2)),
    )
    pairs = likeness.duplicates(desk, TEACHERS)
    assert [each.one.name for each in pairs] == ["李明", "王芳"]  # type: ignore[attr-defined]
    assert all(each.one.uid < each.other.uid for each in pairs)
    assert pairs[0].likeness.score > pairs[1].likeness.score
    assert likeness.counts(desk) == {"part_time_teacher": 2}


def test_one_person_on_two_registers_is_no_duplicate(desk: Desk) -> None:
    keep(desk, teacher("李明", NUMBER), make.bare(REGISTERS["mentor"].record, name="李明", id_number=NUMBER))
    assert likeness.counts(desk) == {}


@pytest.mark.parametrize(
    ("register", "field", "one", "other", "number"),
    [
        ("apprentice", "cohort", "A班", "A班", 1),
        ("apprentice", "cohort", "A班", None, 1),
        ("apprentice", "cohort", "A班", "B班", 0),
        ("graduate_outcome", "recorded_on", dt.date(2026, 7, 1), dt.date(2026, 7, 1), 1),
        ("graduate_outcome", "recorded_on", dt.date(2026, 7, 1), dt.date(2026, 12, 1), 0),
    ],
)
def test_records_of_another_class_or_day_are_rightly_two(
    desk: Desk, register: str, field: str, one: object, other: object, number: int
) -> None:
    kind = REGISTERS[register].record
    keep(desk, *(make.bare(kind, name="李明", id_number=NUMBER, **{field: each}) for each in (one, other)))
    assert len(found(desk, register)) == number


def test_a_class_named_in_two_ways_is_one_class(desk: Desk) -> None:
    kind = REGISTERS["apprentice"].record
    keep(desk, make.bare(REGISTERS["cohort"].record, cohort_code="C1", name="数控学徒班"))
    keep(
        desk, *(make.bare(kind, name="李明", id_number=NUMBER, cohort=each) for each in ("C1", "数控学徒班"))
    )
    assert len(found(desk, "apprentice")) == 1


def test_a_phone_that_a_whole_class_gives_is_no_reason(desk: Desk) -> None:
    names = ["李明", "王芳", "赵强", "周涛", "吴勇", "郑洁", "孙丽", "钱伟", "李铭"]
    keep(desk, *(teacher(each, None, phone="13800138000") for each in names))
    assert [pair[:2] for pair in found(desk, "part_time_teacher")] == [("李明", "李铭")]
    with desk.read() as reader:
        how = likeness.compared_in(reader, TEACHERS)
        assert how is not None
        assert len(likeness.Kept(reader, how).candidates()) == 1


def test_ended_records_are_not_compared(desk: Desk) -> None:
    one, _other = keep(desk, teacher("李明", NUMBER), teacher("李明", SLIPPED))
    with desk.write("停用", who="王芳", now=NOW, today=TODAY) as writer:
        writer.end(TEACHERS.record, one.uid)
    assert found(desk, "part_time_teacher") == []


def test_enterprises_are_compared_with_their_former_names(desk: Desk) -> None:
    code = make.uscc(1)
    put(desk, "enterprise", name="山东如意新材料有限公司", uscc=code)
    put(desk, "enterprise", name="济宁老毛纺厂", uscc=make.uscc(2)[:-1] + "A")
    assert found(desk, "enterprise") == []
    put(desk, "former_name", uscc=code, name="济宁老毛纺厂")
    assert found(desk, "enterprise") == [
        ("山东如意新材料有限公司", "济宁老毛纺厂", ("一个是另一个的曾用名",))
    ]


def test_two_people_said_to_be_two_are_not_proposed_again_until_that_is_undone(desk: Desk) -> None:
    one, other = keep(desk, teacher("李明", NUMBER), teacher("李明", SLIPPED))
    uniting.keep_apart(desk, TEACHERS, other.uid, one.uid, **SITTING)
    assert found(desk, "part_time_teacher") == []
    (third,) = keep(desk, dataclasses.replace(teacher("李明", NUMBER)))
    assert {each.other.uid for each in likeness.duplicates(desk, TEACHERS)} == {third.uid}
    undoing.undo(desk, 2, **SITTING)
    assert len(found(desk, "part_time_teacher")) == 1


def test_which_registers_are_compared_follows_from_their_declarations() -> None:
    codes = {each.code for each in likeness.compared_registers()}
    assert {
        "apprentice", "part_time_teacher", "mentor", "order_student", "graduate_outcome", "enterprise",
    } <= codes  # fmt: skip
    assert codes.isdisjoint({"appointment", "teaching_hours", "former_name", "agreement", "school"})


def test_every_double_of_a_roll_is_found_and_few_others(desk: Desk) -> None:
    roll = roll_with_doubles(1500, 12, seed=3)
    keep(desk, *roll.records)
    pairs = likeness.duplicates(desk, REGISTERS["apprentice"])
    assert roll.missed(pairs) == []
    others = [each for each in pairs if not roll.planted(each)]
    assert len(others) <= 5
    assert all(each.likeness.against for each in others)
