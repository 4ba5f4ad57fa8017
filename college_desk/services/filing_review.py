"""A version of a filing as it is looked at again: its course, its remarks as tasks, what differs from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from college_desk.records.filing_course import Course, Remark
from college_desk.records.json_form import from_frozen_json
from college_desk.records.register import REGISTERS
from college_desk.records.snapshot import Snapshot
from college_desk.services.differences import Differences, between
from college_desk.services.filing import versions_of
from college_desk.services.naming import name_of
from college_desk.storage.desk import Desk
from college_desk.storage.filings import StoredFiling


@dataclass(frozen=True)
class Task:
    """A remark of the bureau as a task. place: its number in the course, from 0; name: whom it speaks of."""

    place: int
    remark: Remark
    name: str


@dataclass(frozen=True)
class Review:
    """One version beside its course.

    latest: whether no later version has overtaken it; others: the other versions of its number, the
    latest first; left_out: {uid: reason} of those set aside in it (本次不报); of_enterprise: the name of the
    one in whose name it went out, empty for the college's own.
    """

    filing: StoredFiling
    course: Course
    tasks: tuple[Task, ...]
    latest: bool
    others: tuple[StoredFiling, ...]
    left_out: Mapping[str, str]
    of_enterprise: str = ""

    @property
    def open_tasks(self) -> int:
        """How many remarks nobody has answered yet."""
        return sum(not each.remark.answer for each in self.tasks)


def review(desk: Desk, filing: StoredFiling) -> Review:
    """A version and what has become of it since it was frozen."""
    with desk.read() as reader:
        course = reader.course(filing.number, filing.version)
        versions = versions_of(reader, filing.number)
        snapshot = Snapshot.read(reader.snapshot(filing.snapshot))
    names = _names(snapshot, {each.uid for each in course.remarks if each.uid} | {snapshot.enterprise or ""})
    return Review(
        filing,
        course,
        tuple(Task(at, each, names.get(each.uid or "", "")) for at, each in enumerate(course.remarks)),
        filing.version == versions[-1].version,
        tuple(each for each in reversed(versions) if each.version != filing.version),
        {each["uid"]: each["reason"] for each in snapshot.left_out if each["reason"]},
        names.get(snapshot.enterprise or "", ""),
    )


def compare(desk: Desk, one: StoredFiling, other: StoredFiling) -> Differences:
    """What changed between two versions, the earlier one first whichever is given first."""
    earlier, later = sorted((one, other), key=lambda each: each.version)
    with desk.read() as reader:
        a, b = (Snapshot.read(reader.snapshot(each.snapshot)) for each in (earlier, later))
    return between(a, b)


def _names(snapshot: Snapshot, uids: set[str]) -> dict[str, str]:
    return {
        record["uid"]: name_of(from_frozen_json(REGISTERS[code], record))
        for code, stored in snapshot.records.items()
        for record in stored
        if record["uid"] in uids
    }
