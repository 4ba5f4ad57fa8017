"""Facts that follow edits: they answer as others do, and know whose answers an edit has changed."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType

from college_desk.records.facts import Facts
from college_desk.records.live_facts import LiveFacts
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from tests import make

FIRST = make.part_time_teacher(uid="t1")
SECOND = make.part_time_teacher(uid="t2", id_number=make.MENTOR_ID, name="张伟")
THIRD = make.part_time_teacher(uid="t3", id_number=make.APPRENTICE_ID, name="王强")


def names(facts: Facts) -> frozenset[str | None]:
    return frozenset(each.name for each in facts.all(PartTimeTeacher))


def asking(facts: LiveFacts, asker: str = "a", part: str = "X-001", name: str = "李明") -> LiveFacts:
    """The facts after one asker has looked a name up."""
    facts.begin()
    facts.part = part
    facts.by(PartTimeTeacher, "name")[name]
    facts.end(asker)
    return facts


class TestAnswers:
    def test_they_are_those_of_the_records_as_they_are_now(self) -> None:
        facts = LiveFacts([SECOND, FIRST])
        by_name = facts.by(PartTimeTeacher, "name")
        assert list(facts.all(PartTimeTeacher)) == [FIRST, SECOND]
        renamed = dataclasses.replace(FIRST, name="张伟", revision=2)
        facts.change([renamed])
        assert list(by_name["张伟"]) == [renamed, SECOND]
        assert list(by_name["李明"]) == []
        facts.change([THIRD, dataclasses.replace(SECOND, ended=True)])
        assert list(facts.all(PartTimeTeacher)) == [renamed, THIRD]

    def test_one_that_comes_back_stands_in_its_place(self) -> None:
        facts = LiveFacts([FIRST, THIRD])
        facts.change([SECOND])
        assert [each.uid for each in facts.all(PartTimeTeacher)] == ["t1", "t2", "t3"]

    def test_a_record_set_aside_leads_to_the_one_that_stays_as_it_is_now(self) -> None:
        facts = LiveFacts([FIRST], {PartTimeTeacher: {"old": "t1"}})
        by_uid = facts.by(PartTimeTeacher, "uid")
        assert list(by_uid["old"]) == [FIRST]
        renamed = dataclasses.replace(FIRST, name="李朋", revision=2)
        facts.change([renamed])
        assert list(by_uid["old"]) == [renamed]


class TestWhoseAnswersChange:
    def test_who_asked_for_the_old_or_the_new_key_and_nobody_else(self) -> None:
        facts = LiveFacts([FIRST, SECOND])
        asking(facts, "old", "X-001", "李明")
        asking(facts, "new", "X-002", "李朋")
        asking(facts, "other", "X-003", "张伟")
        stale = facts.change([dataclasses.replace(FIRST, name="李朋", revision=2)])
        assert stale.keys() == {"old", "new"}

    def test_who_walked_through_an_index_looked_at_all(self) -> None:
        facts = LiveFacts([FIRST])
        facts.begin()
        list(facts.by(PartTimeTeacher, "name"))
        facts.end("a")
        assert facts.change([SECOND]).keys() == {"a"}
        assert facts.change([make.enterprise(uid="e1")]) == {}

    def test_a_record_that_stays_as_it_is_changes_nothing(self) -> None:
        facts = asking(LiveFacts([FIRST]))
        assert facts.change([FIRST]) == {}

    def test_a_link_alone_is_a_change(self) -> None:
        facts = asking(LiveFacts([FIRST]))
        linked = dataclasses.replace(FIRST, links=MappingProxyType({"employer": "e1"}))
        assert facts.change([linked]).keys() == {"a"}

    def test_only_the_parts_that_asked_there(self) -> None:
        facts = asking(LiveFacts([FIRST]), part="X-001")
        facts.begin()
        facts.part = "X-002"
        facts.by(Enterprise, "name")["甲"]
        facts.end("a")
        assert facts.change([dataclasses.replace(FIRST, phone=None, revision=2)]) == {"a": {"X-001"}}


class TestWhatIsComputedOnce:
    def ask(self, facts: LiveFacts) -> frozenset[str | None]:
        facts.begin()
        facts.part = "X-001"
        found = facts.once(names)
        facts.end("a")
        return found

    def test_whoever_asked_for_it_is_told_when_it_comes_out_otherwise(self) -> None:
        facts = LiveFacts([FIRST, SECOND])
        self.ask(facts)
        assert facts.change([dataclasses.replace(FIRST, name="李朋", revision=2)]) == {"a": {"X-001"}}
        assert self.ask(facts) == {"李朋", "张伟"}

    def test_and_not_when_it_comes_out_the_same(self) -> None:
        facts = LiveFacts([FIRST, SECOND])
        self.ask(facts)
        assert facts.change([dataclasses.replace(FIRST, phone=None, revision=2)]) == {}
        assert facts.change([THIRD]) == {"a": {"X-001"}}
