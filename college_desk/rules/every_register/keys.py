"""Keys: nothing stands twice, and what identifies a record is there."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.register import Record, register_of
from college_desk.rules.rule import Situation, rule


@rule(
    "VAL-011",
    on=Record,
    severity="error",
    title="重复登记",
    intent="同一人、同一协议登记两次，人数、金额就会重复计算。",
    condition="同一台账里有另一条先登记的记录，编号项目完全相同；同一人任不同课程、不同班级不算重复。课时记录各项相同的作疑似重复核实。",
    fix="核对后停用多余的一条；确是两条的，改正编号项目。",
    passes="同一身份证件号在兼职教师花名册里只有一条",
    fails="同一身份证件号在兼职教师花名册里有两条",
    clause="报送前校验要点：重复登记",
    checks=(3,),
    reads=(Record,),
)
def registered_twice(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A record whose key an earlier one has; told on the later one."""
    register = register_of(record)
    if not register.key:
        return
    names = register.key
    if register.else_key and getattr(record, names[0]) is None:
        names = register.else_key
    values = tuple(getattr(record, name) for name in names)
    if values[0] is None:
        return
    same = facts.by(type(record), *names)[values[0] if len(names) == 1 else values]
    if not same or _is_it(same[0], record):
        return
    key = register.key_text(record)
    if register.keeps_equal_rows:
        message = _("“{key}”疑似重复登记，前面已有一条各项相同的记录，请核对。")
        yield Problem(message.format(key=key), names[-1], severity="warning")
    else:
        message = _("“{key}”重复登记，{register}里前面已有一条，请停用多余的一条或改正编号。")
        yield Problem(message.format(key=key, register=_(register.title)), names[0])


@rule(
    "VAL-012",
    on=Record,
    severity="info",
    title="编号项目未填全",
    intent="编号项目不全时，同一条记录以后可能认不出来。",
    condition="识别一条记录的项目有的未填；第一项未填为错误。",
    fix="补填该项目。",
    passes="学徒记录填了身份证件号和学徒班",
    fails="学徒记录只填了身份证件号",
    clause="报送前校验要点：必填项目",
)
def key_incomplete(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A record of whose key a part is missing."""
    register = register_of(record)
    names = register.key
    if register.else_key and names and getattr(record, names[0]) is None:
        names = register.else_key
    for place, name in enumerate(names):
        if getattr(record, name) is None:
            message = _("“{title}”未填，请补填，否则以后可能认不出这条记录。")
            title = _(register.by_name[name].title)
            yield Problem(message.format(title=title), name, severity="info" if place else "error")


def _is_it(one: Record, record: Record) -> bool:
    """Whether one record is the other, by uid; one that is not stored yet has none."""
    return one.uid == record.uid if record.uid else one == record
