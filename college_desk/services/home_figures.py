"""The figures of the home page: lessons of the month, apprentices, order students, classes at a glance."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from college_desk.records.codes import code_table
from college_desk.records.query import Condition, Query
from college_desk.records.register import REGISTERS
from college_desk.records.values.month import Month, PartialDay, first_day, last_day
from college_desk.records.values.organisation_name import comparable
from college_desk.storage.reader import Reader


@dataclass(frozen=True)
class Rows:
    """The rows behind a number: a register and what to choose of it."""

    register: str
    query: Query


@dataclass(frozen=True)
class Hours:
    """The lessons given this month, cancelled ones (停课) left out.

    periods: the sum of their periods; people: who gave them; unverified: lessons that 教务 has not verified.
    """

    month: Month
    periods: Decimal
    people: int
    unverified: int
    rows: Rows
    unverified_rows: Rows


@dataclass(frozen=True)
class InTraining:
    """Apprentices in training (在培): people, and the classes they are in."""

    people: int
    classes: int
    rows: Rows


@dataclass(frozen=True)
class Orders:
    """Order students who graduated (毕业), and those of them at work at the ordering enterprise (到岗)."""

    graduated: int
    arrived: int
    graduated_rows: Rows
    arrived_rows: Rows


@dataclass(frozen=True)
class ClassAtAGlance:
    """One class: its name, who trains it, people now, people planned, and the rows behind the people."""

    uid: str
    name: str
    enterprise: str
    people: int
    planned: int | None
    rows: Rows


class Apprentice(NamedTuple):
    """What the figures need of an apprentice in training."""

    uid: str
    person: str
    cohort: str | None


class OrderStudent(NamedTuple):
    """What the figures need of an order student; arrived: at work at the enterprise that ordered the class."""

    uid: str
    person: str
    order_class: str | None
    agreement: str | None
    graduated: bool
    arrived: bool


def of_campus(campus: str | None) -> tuple[Condition, ...]:
    """The condition that narrows a list to a campus; none for the whole college."""
    return () if campus is None else (Condition("campus", "is", campus),)


def hours_of_month(reader: Reader, today: dt.date, campus: str | None) -> Hours:
    """The lessons of the month that a day lies in."""
    month = Month(today.year, today.month)
    within = (
        Condition("taught_on", "at_least", month.first_day),
        Condition("taught_on", "at_most", month.last_day),
        *of_campus(campus),
    )
    register = REGISTERS["teaching_hours"]
    cancelled = code_table("lesson_kind").find("停课")
    names = ("uid", "teacher", "name", "periods", "verified", "lesson_kind")
    held = [
        row
        for row in reader.values(register, names, Query(where=within))
        if cancelled is None or row[5] != cancelled.code
    ]
    unverified = frozenset(row[0] for row in held if not row[4])
    return Hours(
        month,
        sum((row[3] for row in held if row[3] is not None), Decimal(0)),
        len({row[1] or row[2] or row[0] for row in held}),
        len(unverified),
        Rows(register.code, Query(where=within)),
        Rows(register.code, Query(uids=unverified)),
    )


def read_apprentices(reader: Reader, today: dt.date, campus: str | None) -> list[Apprentice]:
    """Those in training: status 在培, or no status and an end that has not come yet."""
    training = code_table("apprentice_status").find("在培")
    code = training.code if training else ""
    names = ("uid", "id_number", "cohort", "status", "end_on")
    found = reader.values(REGISTERS["apprentice"], names, Query(where=of_campus(campus)))
    return [
        Apprentice(uid, person or uid, cohort)
        for uid, person, cohort, status, end_on in found
        if status == code or (status is None and (end_on is None or last_day(end_on) >= today))
    ]


def in_training(apprentices: Sequence[Apprentice]) -> InTraining:
    """People in training, each counted once, and how many classes they are in."""
    return InTraining(
        len({each.person for each in apprentices}),
        len({each.cohort for each in apprentices if each.cohort}),
        _chosen("apprentice", (each.uid for each in apprentices)),
    )


def cohorts(
    reader: Reader, apprentices: Iterable[Apprentice], today: dt.date, campus: str | None
) -> tuple[ClassAtAGlance, ...]:
    """The cohorts that run on a day, the largest first."""
    members: dict[str, list[str]] = {}
    for each in apprentices:
        if each.cohort:
            members.setdefault(each.cohort, []).append(each.uid)
    names = ("uid", "cohort_code", "name", "enterprises", "planned_size", "start_on", "end_on")
    made = []
    found = reader.values(REGISTERS["cohort"], names, Query(where=of_campus(campus)))
    for uid, code, name, enterprises, planned, start, end in found:
        uids = [*members.get(code or "", ()), *(members.get(name or "", ()) if name != code else ())]
        if _runs(start, end, today):
            shown = "、".join(enterprises or ())
            rows = _chosen("apprentice", uids)
            made.append(ClassAtAGlance(uid, name or code or "", shown, len(uids), planned, rows))
    return tuple(sorted(made, key=lambda each: (-each.people, each.name)))


def read_order_students(reader: Reader, today: dt.date, campus: str | None) -> list[OrderStudent]:
    """All order students with what became of them by a day."""
    names = ("uid", "id_number", "order_class", "order_agreement", "enterprise")
    found = reader.values(REGISTERS["order_student"], names, Query(where=of_campus(campus)))
    outcomes = _outcomes(reader, today)
    same = _bodies(reader)
    students = []
    for uid, person, order_class, agreement, enterprise in found:
        outcome = outcomes.get(person)
        at_work = outcome is not None and enterprise is not None and outcome.employed
        ordered = same.get(comparable(enterprise or ""), comparable(enterprise or ""))
        arrived = at_work and outcome is not None and ordered in {
            same.get(each, each) for each in outcome.employers
        }  # fmt: skip
        students.append(
            OrderStudent(uid, person or uid, order_class, agreement, outcome is not None, arrived)
        )
    return students


def orders(students: Sequence[OrderStudent]) -> Orders:
    """How many order students graduated and how many of them arrived, people counted once."""
    graduated = [each for each in students if each.graduated]
    arrived = [each for each in students if each.arrived]
    return Orders(
        len({each.person for each in graduated}),
        len({each.person for each in arrived}),
        _chosen("order_student", (each.uid for each in graduated)),
        _chosen("order_student", (each.uid for each in arrived)),
    )


def order_classes(
    reader: Reader, students: Iterable[OrderStudent], campus: str | None
) -> tuple[ClassAtAGlance, ...]:
    """The order classes, the largest first; a student belongs by the agreement's number, else by name."""
    by_agreement: dict[str, list[OrderStudent]] = {}
    for each in students:
        by_agreement.setdefault(each.agreement or "", []).append(each)
    names = ("uid", "name", "agreement_number", "enterprise", "planned_size")
    found = reader.values(REGISTERS["order_class"], names, Query(where=of_campus(campus)))
    shared = Counter(row[2] for row in found)
    made = []
    for uid, name, agreement, enterprise, planned in found:
        members = by_agreement.get(agreement or "", [])
        if shared[agreement] > 1 or not agreement:
            members = [each for each in members if each.order_class == name]
        rows = _chosen("order_student", (each.uid for each in members))
        shown = name or agreement or ""
        made.append(ClassAtAGlance(uid, shown, enterprise or "", len(members), planned, rows))
    return tuple(sorted(made, key=lambda each: (-each.people, each.name)))


class _Outcome(NamedTuple):
    recorded: dt.date
    employed: bool
    employers: tuple[str, ...]


def _outcomes(reader: Reader, today: dt.date) -> Mapping[str, _Outcome]:
    """By identity number what a graduate's latest record up to a day says."""
    destinations = code_table("destination")
    names = ("id_number", "graduated_month", "recorded_on", "destination", "enterprise", "employer_uscc")
    latest: dict[str, _Outcome] = {}
    for person, month, recorded, destination, enterprise, uscc in reader.values(
        REGISTERS["graduate_outcome"], names
    ):
        told = recorded or dt.date.min
        if person is None or told > today or (month is not None and first_day(month) > today):
            continue
        if person in latest and latest[person].recorded > told:
            continue
        entry = destinations.get(destination or "")
        employed = entry is not None and bool(entry.detail.get("employed"))
        employers = tuple(comparable(each) for each in (uscc, enterprise) if each)
        latest[person] = _Outcome(told, employed, employers)
    return latest


def _bodies(reader: Reader) -> dict[str, str]:
    """Names, former names and credit codes of enterprises, each to the one credit code or name."""
    same: dict[str, str] = {}
    for name, uscc in reader.values(REGISTERS["enterprise"], ("name", "uscc")):
        one = comparable(uscc or name or "")
        same.update((comparable(each), one) for each in (name, uscc) if each)
    for name, uscc in reader.values(REGISTERS["former_name"], ("name", "uscc")):
        if name and uscc:
            same.setdefault(comparable(name), comparable(uscc))
    return same


def _runs(start: PartialDay | None, end: PartialDay | None, day: dt.date) -> bool:
    return (start is None or first_day(start) <= day) and (end is None or last_day(end) >= day)


def _chosen(register: str, uids: Iterable[str]) -> Rows:
    return Rows(register, Query(uids=frozenset(uids)))
