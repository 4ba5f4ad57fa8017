"""References: what a record names stands on its register."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem, RuleSeverity
from college_desk.records.register import REGISTERS, Field, Record, Register, register_of
from college_desk.rules.rule import Situation, rule

_INDISPENSABLE = frozenset({"appointment.teacher"})
"""References without whose record there is nothing to file."""

_OFTEN_ELSEWHERE = frozenset({
    "appointment.renewed_from", "graduate_outcome.enterprise", "part_time_teacher.employer", "team.unit",
    "training_class.enterprise",
})  # fmt: skip
"""References to what need not be on the college's own registers: any employer, contracts of earlier years."""


@rule(
    "VAL-013",
    on=Record,
    severity="error",
    title="所指的记录已停用",
    intent="企业、教师、协议停用或合并后，仍指着它的记录就没有了依据。",
    condition="记录里所指的企业、人员、协议等在其台账里已停用。",
    fix="改指现用的记录，或恢复被停用的那一条。",
    passes="聘任所指的兼职教师在花名册里",
    fails="聘任所指的兼职教师已停用",
    clause="报送前校验要点：所指记录不存在",
    checks=(69,),
    reads=(Record,),
)
def names_an_ended_record(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A reference to a record that is no longer in use."""
    for field, target in _references(register_of(record).code):
        uid = record.links.get(field.name)
        if uid is not None and not facts.by(target.record, "uid")[uid]:
            message = _("“{title}”所填的“{value}”在{register}里已停用，请改填现用的，或恢复那一条。")
            yield Problem(_filled(message, record, field, target), field.name)


@rule(
    "VAL-014",
    on=Record,
    severity="warning",
    title="所指的记录不在台账里",
    intent="名称对不上台账，人数、协议、企业就不能相互核对。",
    condition="记录里所填的企业、人员、协议等在其台账里找不到；聘任所填的兼职教师找不到为错误，兼职教师的工作单位、毕业生的就业单位等找不到只作提示。",
    fix="先在相应台账登记，或改成与台账一致的名称、编号。",
    passes="合作企业一栏所填的企业在合作企业台账里",
    fails="合作企业一栏所填的企业在合作企业台账里没有",
    clause="报送前校验要点：所指记录不存在",
    checks=(69,),
    reads=(Record,),
)
def names_an_unknown_record(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A reference to what is not on its register (yet)."""
    for field, target in _references(register_of(record).code):
        value = getattr(record, field.name)
        if value is None or field.name in record.links:
            continue
        values = value if isinstance(value, tuple) else (value,)
        unknown = [each for each in values if not _is_registered(each, target, facts)]
        if unknown:
            message = _("“{title}”所填的“{value}”不在{register}里，请先登记，或改成与台账一致的写法。")
            severity = _weight(f"{register_of(record).code}.{field.name}")
            yield Problem(_filled(message, record, field, target), field.name, severity=severity)


def _weight(reference: str) -> RuleSeverity:
    if reference in _INDISPENSABLE:
        return "error"
    return "info" if reference in _OFTEN_ELSEWHERE else "warning"


def _is_registered(text: str, target: Register, facts: Facts) -> bool:
    return any(facts.by(target.record, name)[text] for name in target.names)


def _filled(message: str, record: Record, field: Field, target: Register) -> str:
    value = register_of(record).show(record, field.name)
    return message.format(title=_(field.title), value=value, register=_(target.title))


@functools.cache
def _references(register: str) -> tuple[tuple[Field, Register], ...]:
    return tuple(
        (field, REGISTERS[field.refers_to])
        for field in REGISTERS[register].fields
        if field.refers_to is not None
    )
