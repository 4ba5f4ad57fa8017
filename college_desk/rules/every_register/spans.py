"""Spans of time: an end is not before its beginning."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.register import REGISTERS, Field, Record, register_of
from college_desk.records.values.month import Month, first_day, last_day
from college_desk.rules.rule import Situation, rule

_PAIRS = (("start_on", "end_on"), ("_from", "_to"), ("joined_on", "left_on"))
_DAYS_OR_MONTHS = (dt.date, Month)
_DAYS = frozenset({"day", "day_or_month", "end_day", "month"})


@rule(
    "VAL-015",
    on=Record,
    severity="error",
    title="终止早于起始",
    intent="起止日期颠倒，聘期、保险期、公示期就不成立。",
    condition="终止日期早于起始日期；同一天不算，只填到月的按整月看。",
    fix="按协议、保单改正日期。",
    passes="2026年9月1日至2027年1月31日",
    fails="2026年9月1日至2026年7月15日",
    clause="报送前校验要点：起止日期",
    sheet=True,
)
def ends_before_it_begins(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A span whose end is before its beginning."""
    for begins, ends in _spans(register_of(record).code):
        start, end = getattr(record, begins.name), getattr(record, ends.name)
        if start is None or end is None or not isinstance(start, _DAYS_OR_MONTHS):
            continue
        if not isinstance(end, _DAYS_OR_MONTHS):
            continue
        if last_day(end) < first_day(start):
            message = _("“{ends}”{end}早于“{begins}”{start}，请核对后改正。")
            yield Problem(
                message.format(
                    ends=_(ends.title),
                    end=ends.type.show(end),
                    begins=_(begins.title),
                    start=begins.type.show(start),
                ),
                ends.name,
            )


@functools.cache
def _spans(register: str) -> tuple[tuple[Field, Field], ...]:
    """The pairs of fields of a register that are the beginning and the end of one span."""
    by_name = REGISTERS[register].by_name
    spans = []
    for field in REGISTERS[register].fields:
        for begins, ends in _PAIRS:
            if field.name.endswith(begins) and field.type.code in _DAYS:
                other = by_name.get(field.name.removesuffix(begins) + ends)
                if other is not None:
                    spans.append((field, other))
    return tuple(spans)
