"""Lessons that cannot both have been given: one teacher, or one class, in two places at once (撞课)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from college_desk.policy.hourly_fee import is_cancelled, whose
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.class_slot import slots_of


@dataclass(frozen=True)
class Clash:
    """Two lessons of one day that share a slot; `later` was registered after `earlier`.

    of: the teacher's own two lessons, or a class that two teachers taught without being parted into groups.
    """

    of: Literal["teacher", "class"]
    earlier: TeachingHours
    later: TeachingHours


def clashes(lessons: Iterable[TeachingHours]) -> Iterator[Clash]:
    """The clashes among lessons, each lesson with the first that it meets, in the order of registration.

    Cancelled lessons and those without a day or slot clash with nothing.
    """
    teachers: dict[tuple[str, dt.date, int], TeachingHours] = {}
    classes: dict[tuple[str, dt.date, int], list[TeachingHours]] = {}
    met: set[tuple[str, str]] = set()
    for lesson in sorted(lessons, key=lambda each: each.uid):
        if lesson.taught_on is None or is_cancelled(lesson):
            continue
        for slot in sorted(slots_of(lesson.slot or "")):
            first = teachers.setdefault((whose(lesson), lesson.taught_on, slot), lesson)
            if first is not lesson and (first.uid, lesson.uid) not in met:
                met.add((first.uid, lesson.uid))
                yield Clash("teacher", first, lesson)
            if lesson.class_name is None:
                continue
            others = classes.setdefault((lesson.class_name, lesson.taught_on, slot), [])
            other = next((each for each in others if _are_at_odds(each, lesson)), None)
            if other is not None and (other.uid, lesson.uid) not in met:
                met.add((other.uid, lesson.uid))
                yield Clash("class", other, lesson)
            others.append(lesson)


def _are_at_odds(one: TeachingHours, other: TeachingHours) -> bool:
    parted = one.group_name is not None and one.group_name != other.group_name
    return whose(one) != whose(other) and not parted
