"""One number, one name: within a register and across them."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from college_desk.base.translation import _
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.register import REGISTERS, Record, Register, register_of
from college_desk.rules.people.person import person_fields
from college_desk.rules.rule import Situation, rule

_RENAMED = ("曾用名", "更名", "改名", "原名")


@rule(
    "PER-004",
    on=Record,
    severity="error",
    title="同一证件号姓名不同",
    intent="同一个证件号在同一台账里有两个姓名，必有一处填错。",
    condition="同一台账里先登记的一条证件号相同而姓名不同；在后登记的一条上提示。",
    fix="核对身份证件，改正姓名或证件号。",
    passes="两条任课记录都是“买买提·吐尔逊”",
    fails="前一条是“张伟”，后一条是“张玮”",
    clause="报送前校验要点：一号一名",
    checks=(3,),
    sheet=True,
    reads=(Record,),
)
def one_name_in_the_register(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A number that an earlier record of the register gives to another name."""
    fields = person_fields(type(record))
    if fields is None or fields.name is None:
        return
    number, name = getattr(record, fields.number), getattr(record, fields.name)
    if number is None or name is None:
        return
    earlier = _first_of(facts.by(type(record), fields.number)[number], fields.name)
    if earlier is not None and name != earlier:
        message = _("证件号“{number}”前面登记的姓名是“{earlier}”，这里是“{name}”，请核对。")
        yield Problem(message.format(number=number, earlier=earlier, name=name), fields.name)


@rule(
    "PER-005",
    on=Record,
    severity="error",
    title="同一证件号在不同台账里姓名不同",
    intent="各台账的姓名不一致，备案表、发放表、学籍就对不上，视为身份不符。",
    condition="证件号相同的人在别的花名册里姓名不同（含错别字、拼音、问号、显示不出的字）；备注里写明曾用名的按更名核实。",
    fix="以身份证件为准，把各台账的姓名改成一致；已更名的，改用现名并在备注里写“曾用名”和原来的姓名。",
    passes="花名册与聘任台账都是“解学峰”",
    fails="花名册是“解学峰”，聘任台账是“谢学峰”",
    clause="报送前校验要点：一号一名",
    checks=(5,),
    reads=(Record,),
)
def one_name_across_registers(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A number that the roster of another register gives to another name.

    Rosters of people are compared with each other; a list that only refers to a person is compared with
    the rosters, and told itself.
    """
    fields = person_fields(type(record))
    if fields is None or fields.name is None:
        return
    number, name = getattr(record, fields.number), getattr(record, fields.name)
    if number is None or name is None or _first_name(record, facts) not in (None, name):
        return
    found = _named_otherwise(record, facts)
    if found is not None and not found.renamed:
        message = _("证件号“{number}”在{register}里的姓名是“{other}”，这里是“{name}”，请核对后改成一致。")
        title = _(found.register.title)
        yield Problem(message.format(number=number, register=title, other=found.name, name=name), fields.name)


@rule(
    "PER-006",
    on=Record,
    severity="error",
    title="姓名未填",
    intent="花名册、备案表每人必须有姓名。",
    condition="有身份证件号的记录没有姓名。",
    fix="照身份证件补填姓名。",
    passes="370811200503151216，李明",
    fails="370811200503151216，（空）",
    clause="报送前校验要点：必填项目",
)
def name_is_given(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A person on a roster without a name."""
    fields = person_fields(type(record))
    if fields is None or fields.name is None or fields.refers is not None:
        return
    if getattr(record, fields.name) is None and getattr(record, fields.number) is not None:
        yield Problem(_("姓名未填，请照身份证件补填。"), fields.name)


@rule(
    "PER-012",
    on=Record,
    severity="warning",
    title="更名须有户籍证明",
    intent="同一人前后姓名不同，须有户籍证明才能证明是同一人。",
    condition="证件号相同的人在别的花名册里姓名不同，而这一条或那一条的备注里写明了曾用名、更名。",
    fix="附户籍证明，写明更名情况；各台账统一改用现名。",
    passes="各台账姓名相同",
    fails="花名册是“张玮”，备注“曾用名张伟”，聘任台账是“张伟”",
    clause="报送前校验要点：身份不一致",
    checks=(104,),
    reads=(Record,),
)
def change_of_name_is_proved(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A person under a former name elsewhere, as the note says."""
    found = _named_otherwise(record, facts)
    if found is not None and found.renamed:
        message = _("在{register}里的姓名是“{other}”，备注写明更名，请附户籍证明。")
        yield Problem(message.format(register=_(found.register.title), other=found.name), found.field)


class _Otherwise(NamedTuple):
    """The other name of a number on another register; renamed: a note says that one is the former."""

    register: Register
    name: str
    field: str
    renamed: bool


def _named_otherwise(record: Record, facts: Facts) -> _Otherwise | None:
    """The first other name that the roster of another register gives to the record's number."""
    kind = type(record)
    fields = person_fields(kind)
    if fields is None or fields.name is None:
        return None
    number, name = getattr(record, fields.number), getattr(record, fields.name)
    if number is None or name is None:
        return None
    for roster in _rosters():
        if roster.register.record is kind:
            continue
        theirs = facts.by(roster.register.record, roster.number)[number]
        other = _first_of(theirs, roster.name) if theirs else None
        if other is None or other == name:
            continue
        if _first_name(record, facts) not in (None, name):
            return None
        notes = [each.note for each in (record, *theirs) if each.note]
        renamed = any(word in note and (other in note or name in note) for note in notes for word in _RENAMED)
        return _Otherwise(roster.register, other, fields.name, renamed)
    return None


def _first_name(record: Record, facts: Facts) -> str | None:
    """The name that the register's first record of the same number gives; None where none has one."""
    fields = person_fields(type(record))
    number = None if fields is None else getattr(record, fields.number)
    return None if number is None else _name_of(number, register_of(record), facts)


def _name_of(number: str, register: Register, facts: Facts) -> str | None:
    """The first name that a register gives to a number, None where it gives none."""
    fields = person_fields(register.record)
    if fields is None or fields.name is None:
        return None
    return _first_of(facts.by(register.record, fields.number)[number], fields.name)


def _first_of(records: Sequence[Record], field: str) -> str | None:
    """The first name that stands in a field of records."""
    for each in records:
        name = getattr(each, field)
        if name is not None:
            return str(name)
    return None


class _Roster(NamedTuple):
    """A register of people, with the fields of its numbers and names."""

    register: Register
    number: str
    name: str


@functools.cache
def _rosters() -> tuple[_Roster, ...]:
    """The registers of people: those that have the identity number as their own, not as a reference."""
    found = ((register, person_fields(register.record)) for register in REGISTERS)
    return tuple(
        _Roster(register, fields.number, fields.name)
        for register, fields in found
        if fields and fields.name and fields.refers is None
    )
