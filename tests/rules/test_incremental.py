"""Findings kept up with edits are those of a full check, whatever is edited; and little is judged again."""

from __future__ import annotations

import dataclasses
import datetime as dt
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from college_desk.policy.pack import load_pack
from college_desk.records.finding import Explanation
from college_desk.records.live_facts import LiveFacts
from college_desk.records.lookups import ListedFacts
from college_desk.records.register import Record, register_of
from college_desk.rules import engine
from college_desk.rules.incremental import KeptFindings
from college_desk.rules.rule import Situation
from tests import make
from tests.benchmarks.large_college import by_register, college

SITUATION = Situation(dt.date(2026, 10, 31), load_pack("jining-2022"))


def linked_college() -> list[Record]:
    """A small college of every register, and a few people of each kind beside."""
    alone = [dataclasses.replace(each, uid=f"one-{register_of(each).code}") for each in make.everything()]
    return [*alone, *(each for each in college(6, 3, 12) if each.uid != "school")]


class Editing(RuleBasedStateMachine):
    """Random edits, with values of other records of the same register; after each the two must agree."""

    def __init__(self) -> None:
        super().__init__()
        self.records = {each.uid: each for each in linked_college()}
        self.kept = KeptFindings(LiveFacts(self.records.values()), SITUATION)
        self.kept.judge_all()
        self.added = 0

    def store(self, record: Record) -> None:
        self.records[record.uid] = record
        self.kept.change([record])

    def pick(self, data: st.DataObject) -> Record:
        kind = data.draw(st.sampled_from(sorted({type(each) for each in self.records.values()}, key=_name)))
        return data.draw(st.sampled_from([each for each in self.records.values() if type(each) is kind]))

    @rule(data=st.data())
    def take_a_value_of_another(self, data: st.DataObject) -> None:
        record = self.pick(data)
        field = data.draw(st.sampled_from(register_of(record).fields))
        others = [getattr(each, field.name) for each in self.records.values() if type(each) is type(record)]
        value = data.draw(st.sampled_from([*others, None]))
        self.store(_revised(record, **{field.name: value}))

    @rule(data=st.data(), days=st.integers(-400, 400))
    def move_a_day(self, data: st.DataObject, days: int) -> None:
        record = self.pick(data)
        names = [
            each.name
            for each in register_of(record).fields
            if isinstance(getattr(record, each.name), dt.date)
        ]
        if names:
            name = data.draw(st.sampled_from(names))
            self.store(_revised(record, **{name: getattr(record, name) + dt.timedelta(days=days)}))

    @rule(data=st.data())
    def end_or_reopen(self, data: st.DataObject) -> None:
        record = self.pick(data)
        self.store(_revised(record, ended=not record.ended))

    @rule(data=st.data())
    def add_a_double(self, data: st.DataObject) -> None:
        self.added += 1
        uid = data.draw(st.sampled_from([f"aaa{self.added}", f"zzz{self.added}"]))
        self.store(dataclasses.replace(self.pick(data), uid=uid))

    @rule(data=st.data())
    def link_elsewhere(self, data: st.DataObject) -> None:
        record = self.pick(data)
        fields = [each for each in register_of(record).fields if each.refers_to]
        if fields:
            field = data.draw(st.sampled_from(fields))
            targets = [u for u, each in self.records.items() if register_of(each).code == field.refers_to]
            links = {**record.links, field.name: data.draw(st.sampled_from(targets))} if targets else {}
            self.store(dataclasses.replace(record, links=MappingProxyType(links)))

    @invariant()
    def the_same_as_a_full_check(self) -> None:
        live = [each for each in self.records.values() if not each.ended]
        assert self.kept.all() == engine.check(by_register(live), ListedFacts(live), SITUATION)


def _run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Editing,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )


def test_whatever_is_edited_the_findings_are_those_of_a_full_check() -> None:
    _run(4, 12)


@pytest.mark.long
def test_whatever_is_edited_the_findings_are_those_of_a_full_check_in_many_runs() -> None:
    _run(100, 30)


def _name(kind: type[Record]) -> str:
    return kind.__name__


def _revised(record: Record, **given: object) -> Record:
    return dataclasses.replace(record, revision=record.revision + 1, **given)  # type: ignore[arg-type]


def test_an_edit_is_judged_by_what_looked_at_it_and_by_nothing_else() -> None:
    records = college(400, 40, 800)
    kept = KeptFindings(LiveFacts(records), SITUATION)
    kept.judge_all()
    apprentice = _of(records, "app000003")
    again = kept.change([_revised(apprentice, phone="139")])
    assert "app000003" in again
    assert len(again) < 10
    assert {each.rule for each in kept.of("app000003")} == {"VAL-004"}


def test_only_the_rules_that_asked_are_called_again() -> None:
    records = college(3, 2, 4)
    facts = LiveFacts(records)
    KeptFindings(facts, SITUATION).judge_all()
    teacher = _of(records, "tea00000")
    again = facts.change([_revised(teacher, phone="139")])
    every = {each.code for each in engine.rules_for(type(_of(records, "apt00000")), SITUATION.day)}
    assert again["apt00000"]
    assert again["apt00000"] & every < every


def test_an_explanation_is_shown_with_its_warning_and_no_other() -> None:
    records = [make.part_time_teacher(uid="t1", bank_account=make.card(1)[:-1] + "0"), make.school(uid="s")]
    kept = KeptFindings(LiveFacts(records), SITUATION)
    kept.judge_all()
    (warning,) = [each for each in kept.of("t1") if each.severity == "warning"]
    written = Explanation("存折", "孙丽", SITUATION.day)
    (told,) = [each for each in kept.of("t1", {warning.id: written}) if each.severity == "warning"]
    assert told.explanation == written
    assert kept.with_ids({warning.id}) == {"t1"}


def _of(records: list[Record], uid: str) -> Record:
    return next(each for each in records if each.uid == uid)
