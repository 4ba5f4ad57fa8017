"""How far a lesson is on its way to pay: its look in the calendar, and the words for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from college_desk.base.translation import _
from college_desk.policy.hourly_fee import is_cancelled
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.number import PERIODS


@dataclass(frozen=True)
class Look:
    """Ground, edge and ink by the roles of the tokens; the edge is dashed where something is still wanted."""

    words: str
    ground: str
    edge: str
    ink: str
    dashed: bool = False


VERIFIED = Look("已核验", "accent_ground", "accent_ground", "accent_ink")
WAITING = Look("未核验", "wait_ground", "wait", "wait", dashed=True)
CLASHING = Look("撞课", "error_ground", "error", "error")
SETTLED = Look("已结算", "sunken", "line", "ink_2")
CANCELLED = Look("停课", "card", "line", "ink_3", dashed=True)
LOOKS = (VERIFIED, WAITING, CLASHING, SETTLED, CANCELLED)


def look_of(lesson: TeachingHours, clashing: Collection[str]) -> Look:
    """The look of a lesson; one that clashes shows that first."""
    if lesson.uid in clashing:
        return CLASHING
    if is_cancelled(lesson):
        return CANCELLED
    if lesson.settled_in is not None:
        return SETTLED
    return VERIFIED if lesson.verified else WAITING


def said(lesson: TeachingHours, clashing: Collection[str]) -> str:
    """A lesson in one line: slot, course, class, periods, how far it is."""
    parts = [
        _("第{slot}节").format(slot=lesson.slot) if lesson.slot else "",
        lesson.course or "",
        lesson.class_name or "",
        _("{periods}课时").format(periods=PERIODS.show(lesson.periods)) if lesson.periods else "",
        lesson.settled_in or _(look_of(lesson, clashing).words),
    ]
    return "  ".join(part for part in parts if part)
