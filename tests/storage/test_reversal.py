"""Undo and redo, from the journal alone."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from college_desk.base.errors import DeskError
from college_desk.policy.pack import Parameter
from college_desk.records.change import PendingRow
from college_desk.records.finding import Explanation
from college_desk.records.register import REGISTERS, Record
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.storage.desk import Desk
from college_desk.storage.workspace import create, open_desk
from college_desk.storage.writer import Writer
from tests.storage.occasion import (
    OTHER_ID,
    TODAY,
    add,
    appointment,
    apprentice,
    change,
    digest,
    enterprise,
    newest,
    reverse,
    teacher,
    writing,
)
from tests.storage.values import any_records, values_of

EMPTY_ROW = PendingRow(0, "apprentice", "名册.xls", None, 7, {"姓 名": "", "学号": "3.7E+17"}, ())


def state(desk: Desk) -> dict[str, Any]:
    """Everything that undo has to bring back."""
    with desk.read() as reader:
        return {
            "digest": reader.digest(),
            "pending": reader.pending(),
            "explanations": reader.explanations(),
            "metas": reader.metas(),
            "parameters": list(reader.policy()),
            "synonyms": reader.synonyms(),
        }


@pytest.fixture(scope="module")
def shared_desk() -> Iterator[Desk]:
    with TemporaryDirectory() as folder, create(Path(folder) / "school") as desk:
        yield desk


@settings(max_examples=40, deadline=None, database=None)
@given(data=st.data())
def test_undo_brings_the_digest_back_and_redo_the_later_one(shared_desk: Desk, data: st.DataObject) -> None:
    before = digest(shared_desk)
    with writing(shared_desk) as writer:
        stored = writer.add_many(data.draw(st.lists(any_records(), min_size=1, max_size=3)))
        for each in stored if data.draw(st.booleans()) else ():
            writer.change(data.draw(edits(each)))
    step, after = newest(shared_desk), digest(shared_desk)
    reverse(shared_desk, step)
    assert digest(shared_desk) == before
    reverse(shared_desk, newest(shared_desk))
    assert digest(shared_desk) == after


def edits(record: Record) -> st.SearchStrategy[Record]:
    """The record with some fields changed."""
    register = next(each for each in REGISTERS if each.record is type(record))
    fields = st.fixed_dictionaries({each.name: values_of(register, each) for each in register.fields[:6]})
    return fields.map(lambda values: dataclasses.replace(record, **values))


CHANGES: dict[str, Callable[[Writer, Any], object]] = {
    "added": lambda writer, stored: writer.add(enterprise()),
    "edited": lambda writer, stored: writer.change(
        dataclasses.replace(stored, phone="13805371234", name="李鸣")
    ),
    "cleared": lambda writer, stored: writer.change(dataclasses.replace(stored, name=None)),
    "ended": lambda writer, stored: writer.end(PartTimeTeacher, stored.uid),
    "edited twice": lambda writer, stored: writer.change(
        dataclasses.replace(
            writer.change(dataclasses.replace(stored, phone="13805371234")), phone="13900000000"
        )
    ),
    "laid in": lambda writer, stored: writer.keep_pending([EMPTY_ROW, EMPTY_ROW]),
    "taken": lambda writer, stored: writer.take_pending([1]),
    "laid in and taken": lambda writer, stored: writer.take_pending(writer.keep_pending([EMPTY_ROW])),
    "explained": lambda writer, stored: writer.explain("APT-1", Explanation("已核对原件", "王老师", TODAY)),
    "meta": lambda writer, stored: writer.set_meta("name", "济宁示例职业学院"),
    "parameter": lambda writer, stored: writer.set_parameter(
        Parameter("quota.mode", "计算方式", Decimal("0.20"), since=dt.date(2026, 1, 1))
    ),
    "synonym": lambda writer, stored: writer.learn_synonym("gender", "汉子", "1"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_kind_of_change_is_undone_and_redone_also_after_a_restart(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "school"
    with create(folder) as desk:
        with writing(desk, final=True) as writer:
            writer.set_meta("name", "旧名")
            stored = writer.add(teacher())
            writer.keep_pending([EMPTY_ROW])
        before = state(desk)
        with writing(desk, name) as writer:
            CHANGES[name](writer, stored)
        after = state(desk)
        assert name == "laid in and taken" or after != before
    for expected, following in ((before, "redo"), (after, "undo"), (before, "redo"), (after, "undo")):
        with open_desk(folder) as desk:
            with writing(desk, "撤销") as writer:
                step = writer.next_undo() if following == "redo" else writer.next_redo()
                assert step is not None
                writer.reverse(step.id)
            assert state(desk) == expected
    with open_desk(folder) as desk, desk.read() as reader:
        assert reader.broken_steps() == []


def test_several_steps_are_taken_back_in_turn_and_brought_back_in_turn(desk: Desk) -> None:
    digests = [digest(desk)]
    stored = add(desk, teacher())[0]
    digests.append(digest(desk))
    for phone in ("13805371234", "13900000000"):
        stored = change(desk, dataclasses.replace(stored, phone=phone))
        digests.append(digest(desk))
    for expected in digests[-2::-1]:
        with writing(desk) as writer:
            step = writer.next_undo()
            assert step is not None
            writer.reverse(step.id)
        assert digest(desk) == expected
    with desk.read() as reader:
        assert reader.next_undo() is None
        assert [each.undone for each in reader.steps() if each.reverses is None] == [True] * 3
    for expected in digests[1:]:
        with writing(desk) as writer:
            step = writer.next_redo()
            assert step is not None
            writer.reverse(step.id)
        assert digest(desk) == expected
    with desk.read() as reader:
        assert reader.next_redo() is None


def test_nothing_is_left_to_redo_after_something_new(desk: Desk) -> None:
    add(desk, teacher())
    reverse(desk, newest(desk))
    with desk.read() as reader:
        assert reader.next_redo() is not None
    add(desk, enterprise())
    with desk.read() as reader:
        assert reader.next_redo() is None


def test_a_step_whose_field_was_changed_since_is_refused_naming_who_and_when(desk: Desk) -> None:
    stored = change(desk, dataclasses.replace(add(desk, teacher())[0], phone="13805371234"))
    step = newest(desk)
    change(desk, dataclasses.replace(stored, phone="13900000000"), who="张主任")
    before = digest(desk)
    with pytest.raises(DeskError, match=r"张主任在2026-09-30 10:32"):
        reverse(desk, step)
    assert digest(desk) == before


def test_a_step_is_undone_although_another_field_was_changed_since(desk: Desk) -> None:
    stored = change(desk, dataclasses.replace(add(desk, teacher())[0], phone="13805371234"))
    step = newest(desk)
    change(desk, dataclasses.replace(stored, note="联系不上"))
    reverse(desk, step)
    with desk.read() as reader:
        found = reader.all(PartTimeTeacher)[0]
    assert (found.phone, found.note) == (None, "联系不上")


def test_an_addition_is_not_undone_when_the_record_was_edited_since(desk: Desk) -> None:
    stored = add(desk, teacher())[0]
    step = newest(desk)
    change(desk, dataclasses.replace(stored, phone="13900000000"), who="张主任")
    with pytest.raises(DeskError, match="张主任"):
        reverse(desk, step)


def test_a_pending_row_that_was_taken_since_is_refused(desk: Desk) -> None:
    with writing(desk) as writer:
        numbers = writer.keep_pending([EMPTY_ROW])
    step = newest(desk)
    with writing(desk, who="张主任") as writer:
        writer.take_pending(numbers)
    with pytest.raises(DeskError, match="张主任"):
        reverse(desk, step)


def test_a_step_is_not_undone_twice(desk: Desk) -> None:
    add(desk, teacher())
    step = newest(desk)
    reverse(desk, step)
    with pytest.raises(DeskError, match="已经撤销过"):
        reverse(desk, step)


def test_a_step_that_is_answered_is_not_undone(desk: Desk) -> None:
    with writing(desk, "结算9月课时费", final=True) as writer:
        writer.add(teacher())
    with pytest.raises(DeskError, match="结算9月课时费"):
        reverse(desk, newest(desk))
    with desk.read() as reader:
        assert reader.next_undo() is None


def test_an_unknown_step_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskError, match="第99步"):
        reverse(desk, 99)


def test_undo_of_a_bulk_import_is_one_step(desk: Desk) -> None:
    before = digest(desk)
    many = [apprentice(f"学{n}", f"{n:018d}", enterprise="济宁如意纺织有限公司") for n in range(1500)]
    add(desk, enterprise(), appointment(), teacher("张伟", OTHER_ID), *many)
    with desk.read() as reader:
        assert reader.steps(1)[0].records == 1503
        assert reader.steps(1)[0].register == "apprentice"
    reverse(desk, newest(desk))
    assert digest(desk) == before


def test_ids_of_pending_rows_are_never_given_twice(desk: Desk) -> None:
    with writing(desk) as writer:
        first = writer.keep_pending([EMPTY_ROW, EMPTY_ROW])
    reverse(desk, newest(desk))
    with writing(desk) as writer:
        second = writer.keep_pending([EMPTY_ROW])
    assert set(first).isdisjoint(second)
