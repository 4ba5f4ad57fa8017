"""The course of a filing (申报进度): its states, the bureau's remarks and what was done about each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

STATES: Mapping[str, str] = {
    "frozen": "已定稿",
    "sealed": "已用印",
    "submitted": "已报送",
    "reviewed": "县级初审",
    "accepted": "已受理",
    "returned": "退回补正",
    "refused": "不予备案",
    "withdrawn": "已撤回",
    "filed": "已备案",
    "approved": "已批复",
    "announced": "上级公示",
    "paid": "已拨付",
    "archived": "已归档",
}
"""The states after the freeze, in their usual order, with their words."""

ACCEPTED = frozenset({"accepted", "filed", "approved", "announced", "paid", "archived"})
"""The bureau has taken it: new content wants a reason."""

OPEN = frozenset({"returned", "withdrawn"})
"""It came back: what it holds can be changed again."""

NEXT: Mapping[str, tuple[str, ...]] = {
    "frozen": ("sealed", "submitted", "reviewed", "accepted", "returned", "refused", "withdrawn", "filed"),
    "sealed": ("submitted", "reviewed", "accepted", "returned", "refused", "withdrawn", "filed"),
    "submitted": ("reviewed", "accepted", "returned", "refused", "withdrawn", "filed"),
    "reviewed": ("accepted", "returned", "refused", "withdrawn", "filed"),
    "accepted": ("filed", "approved", "announced", "paid", "returned", "refused", "archived"),
    "filed": ("approved", "announced", "paid", "archived"),
    "approved": ("announced", "paid", "archived"),
    "announced": ("approved", "paid", "archived"),
    "paid": ("archived",),
    "returned": ("withdrawn", "refused"),
    "refused": ("archived",),
    "withdrawn": ("submitted", "archived"),
    "archived": (),
}
"""What may follow a state: steps that a college or a bureau has not are passed over."""


@dataclass(frozen=True)
class Event:
    """One step of the course: the state reached, the day, who wrote it down, and a note."""

    state: str
    on: dt.date
    who: str
    note: str = ""


@dataclass(frozen=True)
class Remark:
    """One remark of the bureau (退回意见), a task until it is answered.

    register, uid: the record that it speaks of, None for the filing as a whole; answer: what was done.
    """

    text: str
    register: str | None = None
    uid: str | None = None
    answer: str = ""
    answered_by: str = ""


@dataclass(frozen=True)
class Course:
    """The course of one version of a filing. due: until when the bureau wants it mended, None for no word."""

    state: str = "frozen"
    filed_number: str | None = None
    due: dt.date | None = None
    events: tuple[Event, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether it came back and some remark was answered, so that the next version has something to say."""
        return self.state == "returned" and any(each.answer for each in self.remarks)

    def with_event(self, event: Event) -> Course:
        """The course one step further."""
        return replace(self, state=event.state, events=(*self.events, event))

    def to_json(self) -> dict[str, Any]:
        """The course as JSON values."""
        return {
            "state": self.state,
            "filed_number": self.filed_number,
            "due": None if self.due is None else self.due.isoformat(),
            "events": [{**each.__dict__, "on": each.on.isoformat()} for each in self.events],
            "remarks": [dict(each.__dict__) for each in self.remarks],
        }

    @staticmethod
    def from_json(stored: Mapping[str, Any]) -> Course:
        """The inverse of `to_json`."""
        return Course(
            state=stored["state"],
            filed_number=stored["filed_number"],
            due=None if stored["due"] is None else dt.date.fromisoformat(stored["due"]),
            events=tuple(
                Event(**{**each, "on": dt.date.fromisoformat(each["on"])}) for each in stored["events"]
            ),
            remarks=tuple(Remark(**each) for each in stored["remarks"]),
        )
