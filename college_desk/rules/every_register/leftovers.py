"""Text left over from a template (模板残留文字)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import takewhile

from college_desk.base.translation import _
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.register import REGISTERS, Record, register_of
from college_desk.rules.rule import Situation, rule

_TEXTS = frozenset({"text", "long_text", "texts", "person_name", "organisation_name", "identifier"})
_LEFT_OVER = re.compile(r"[×✕╳]{2,}|[xXｘＸ]{3,}|\*{3,}|示例|填表说明|此处填写")
_SAMPLE = "示例"
_SHORTEST_PART = 3


@rule(
    "VAL-010",
    on=Record,
    severity="error",
    title="留有模板文字",
    intent="“××学校”“XXX”“示例”一类的文字说明表没有填完，一眼就会被退回。",
    condition="文字项目里有连续的×、X，或“示例”“填表说明”；学校自己的名称除外。",
    fix="改成实际内容。",
    passes="济宁市第一职业中等专业学校",
    fails="××学校；XXX；鲁人社字〔2025〕××号",
    clause="报送前校验要点：模板残留文字",
    checks=(70,),
    reads=(School,),
)
def left_over_text(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Text left from a template or from the instructions."""
    for field in _text_fields(register_of(record).code):
        value = getattr(record, field)
        if value is None:
            continue
        for text in value if isinstance(value, tuple) else (value,):
            found = left_over(text, facts.once(school_names)) if not text.isdigit() else None
            if found:
                title = register_of(record).by_name[field].title
                message = _("“{title}”里留有模板文字“{found}”，请改成实际内容。")
                yield Problem(message.format(title=title, found=found), field)
                break


def left_over(text: str, own_names: tuple[str, ...]) -> str | None:
    """The piece of a text that is left over from a template, or None.

    What is part of one of the college's own names is none, be it the name whole or three characters of it.
    """
    if _LEFT_OVER.search(text) is None:
        return None
    for name in own_names:
        text = _without_parts(text, name)
    found = _LEFT_OVER.search(text)
    return found.group() if found else None


def school_names(facts: Facts) -> tuple[str, ...]:
    """The names under which the college is registered; for `facts.once`."""
    return tuple(each.name for each in facts.all(School) if each.name)


def _without_parts(text: str, name: str) -> str:
    """The text without the longest pieces that it shares with a name around each 示例."""
    place = text.find(_SAMPLE)
    while place >= 0:
        first, last = _shared(text, place, name)
        if last - first >= _SHORTEST_PART:
            text = text[:first] + "，" + text[last:]
            place = text.find(_SAMPLE, first)
        else:
            place = text.find(_SAMPLE, place + len(_SAMPLE))
    return text


def _shared(text: str, place: int, name: str) -> tuple[int, int]:
    """Where the longest piece lies that a text shares with a name and that holds the place."""
    best = (place, place)
    for own in (found.start() for found in re.finditer(_SAMPLE, name)):
        before = _common(text[:place][::-1], name[:own][::-1])
        after = _common(text[place:], name[own:])
        best = max(best, (place - before, place + after), key=lambda each: each[1] - each[0])
    return best


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@functools.cache
def _text_fields(register: str) -> tuple[str, ...]:
    return tuple(each.name for each in REGISTERS[register].fields if each.type.code in _TEXTS)
