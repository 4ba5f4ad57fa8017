"""References: the text given stays, the record it names is linked."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.register import Record
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.storage.desk import Desk
from tests.storage.occasion import (
    ID,
    OTHER_ID,
    add,
    appointment,
    apprentice,
    change,
    enterprise,
    newest,
    reverse,
    teacher,
    writing,
)

RUYI = "济宁如意纺织有限公司"


def link(desk: Desk, record: Any, field: str) -> str | None:
    with desk.read() as reader:
        found: Record | None = reader.get(type(record), record.uid)
    assert found is not None
    return found.links.get(field)


def test_a_reference_is_linked_to_the_record_it_names(desk: Desk) -> None:
    named = add(desk, teacher())[0]
    referring = add(desk, appointment())[0]
    assert referring.links == {"teacher": named.uid}
    assert referring.teacher == ID


def test_a_reference_is_linked_when_the_record_appears_later(desk: Desk) -> None:
    referring = add(desk, appointment())[0]
    assert referring.links == {}
    with writing(desk) as writer:
        named = writer.add(teacher())
    assert link(desk, referring, "teacher") == named.uid
    assert writer.changed.records["appointment"] == {referring.uid}
    with desk.read() as reader:
        assert reader.steps(1)[0].records == 1
        assert reader.records(Appointment, [referring.uid])[0].revision == 1


def test_records_of_one_step_are_linked_among_themselves_in_any_order(desk: Desk) -> None:
    referring, named = add(desk, appointment(), teacher())
    assert link(desk, referring, "teacher") == named.uid
    later, ahead = add(desk, apprentice(enterprise=RUYI), enterprise())
    assert link(desk, later, "enterprise") == ahead.uid


@pytest.mark.parametrize("written", ["91370811MA3C12345X", RUYI])
def test_an_enterprise_is_named_by_its_credit_code_or_its_name(desk: Desk, written: str) -> None:
    named = add(desk, enterprise(uscc="91370811MA3C12345X"))[0]
    assert link(desk, add(desk, apprentice(enterprise=written))[0], "enterprise") == named.uid


@pytest.mark.parametrize(
    ("registered", "written"),
    [("济宁（任城）机床厂", "济宁(任城)机床厂"), ("济宁(任城)机床厂", "济宁（任城）机床厂")],
)
def test_the_width_of_brackets_makes_no_difference(desk: Desk, registered: str, written: str) -> None:
    before = add(desk, apprentice(enterprise=written))[0]
    named = add(desk, enterprise(registered))[0]
    after = add(desk, apprentice(enterprise=written))[0]
    assert link(desk, before, "enterprise") == link(desk, after, "enterprise") == named.uid


def test_a_name_that_two_bear_names_neither(desk: Desk) -> None:
    add(desk, enterprise(), enterprise())
    assert add(desk, apprentice(enterprise=RUYI))[0].links == {}


def test_an_ended_record_is_named_only_where_no_live_one_is(desk: Desk) -> None:
    ended = add(desk, enterprise(ended=True))[0]
    referring = add(desk, apprentice(enterprise=RUYI))[0]
    assert referring.links == {"enterprise": ended.uid}
    live = add(desk, enterprise())[0]
    assert link(desk, referring, "enterprise") == live.uid


def test_a_changed_reference_is_linked_anew(desk: Desk) -> None:
    one, other = add(desk, enterprise(), enterprise("山东机床厂有限公司"))
    referring = add(desk, apprentice(enterprise=one.name))[0]
    edited = change(desk, dataclasses.replace(referring, enterprise=other.name))
    assert edited.links["enterprise"] == other.uid
    cleared = change(desk, dataclasses.replace(edited, enterprise=None))
    assert "enterprise" not in cleared.links


def test_a_link_stays_when_its_record_is_renamed_and_the_new_name_is_linked_too(desk: Desk) -> None:
    named = add(desk, enterprise())[0]
    old = add(desk, apprentice(enterprise=RUYI))[0]
    new = add(desk, apprentice(enterprise="山东如意集团有限公司"))[0]
    change(desk, dataclasses.replace(named, name="山东如意集团有限公司"))
    assert link(desk, old, "enterprise") == link(desk, new, "enterprise") == named.uid


def test_undoing_an_addition_clears_the_links_to_it_and_redoing_sets_them(desk: Desk) -> None:
    referring = add(desk, apprentice(enterprise=RUYI))[0]
    named = add(desk, enterprise())[0]
    step = newest(desk)
    reverse(desk, step)
    assert link(desk, referring, "enterprise") is None
    reverse(desk, newest(desk))
    assert link(desk, referring, "enterprise") == named.uid


def test_many_records_at_once_are_linked_as_few_are(desk: Desk) -> None:
    stored: list[Record] = add(
        desk,
        *(appointment(f"{n:018d}") for n in range(900)),
        *(teacher(f"李{n}", f"{n:018d}") for n in range(900)),
    )
    with desk.read() as reader:
        by_uid = {each.uid: each for each in reader.all(PartTimeTeacher)}
        for each in reader.records(Appointment, [record.uid for record in stored[:900]]):
            assert by_uid[each.links["teacher"]].id_number == each.teacher


def test_links_are_read_through_a_merged_record(desk: Desk) -> None:
    stays, merged = add(desk, enterprise(), enterprise("如意老厂有限公司"))
    referring = add(desk, apprentice(enterprise="如意老厂有限公司"))[0]
    assert referring.links["enterprise"] == merged.uid
    renamed = change(desk, dataclasses.replace(merged, name="如意新厂有限公司"))
    change(desk, dataclasses.replace(renamed, ended=True, same_as=stays.uid))
    assert link(desk, referring, "enterprise") == stays.uid
    with desk.read() as reader:
        facts = reader.facts()
        assert facts.all(Apprentice)[0].links["enterprise"] == stays.uid
        assert facts.by(Enterprise, "uid")[merged.uid] == [stays]
        assert facts.all(Enterprise) == (stays,)
        assert facts.by(Apprentice, "enterprise")["nobody"] == ()
        assert facts.asked == {"apprentice", "enterprise"}
    assert (
        add(desk, apprentice("钱", OTHER_ID, enterprise="如意新厂有限公司"))[0].links["enterprise"]
        == stays.uid
    )


def test_facts_compute_once_for_a_run(desk: Desk) -> None:
    add(desk, teacher())
    calls: list[int] = []

    def count(facts: Any) -> int:
        calls.append(1)
        return len(facts.all(PartTimeTeacher))

    with desk.read() as reader:
        assert reader.facts().once(count) == reader.facts().once(count) == 1
    assert calls == [1]
