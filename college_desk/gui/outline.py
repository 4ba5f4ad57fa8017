"""What the bars and the navigation say of a desk, read in one go."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from college_desk.records.period import Period, period_of
from college_desk.records.query import EVERYTHING
from college_desk.records.register import REGISTERS
from college_desk.services import undoing
from college_desk.storage.desk import Desk


@dataclass(frozen=True)
class Outline:
    """The school's name, its campuses, counts by register, what is saved, what undo and redo would do."""

    school: str = ""
    policy: str = ""
    campuses: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    pending: int = 0
    saved: dt.datetime | None = None
    backup: str | None = None
    undo: str | None = None
    redo: str | None = None


def outline(desk: Desk) -> Outline:
    """Read the outline at once."""
    with desk.read() as reader:
        campuses = tuple(each.name for each in reader.all(REGISTERS["campus"].record) if each.name)  # type: ignore[attr-defined]
        counts = {register.code: reader.count(register, EVERYTHING) for register in REGISTERS}
        latest = reader.steps(1)
        said = Outline(
            school=reader.meta("name") or "",
            policy=reader.policy().title,
            campuses=campuses,
            counts=counts,
            pending=sum(reader.pending_counts().values()),
            saved=latest[0].when if latest else None,
            backup=reader.meta("last_backup"),
        )
    next_ones = undoing.reversible(desk)
    return replace(said, undo=next_ones.undo, redo=next_ones.redo)


def term_of(day: dt.date) -> Period:
    """The term that a day lies in, by the usual days of terms."""
    year = day.year if day.month >= 9 else day.year - 1
    term = 1 if day.month >= 9 or day.month == 1 else 2
    return period_of(f"{year}-{year + 1}-{term}")
