"""Renewal (续聘): last term's appointments into the new term in one step, with what each must have renewed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.records.change import Changed
from college_desk.records.lookups import OverlayFacts
from college_desk.records.period import Period
from college_desk.records.register import register_of
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.records.values.value_type import Surroundings
from college_desk.rules import engine
from college_desk.rules.rule import Situation
from college_desk.services.keys import records_by_key
from college_desk.services.periods import term_named
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_OF_ITS_OWN_TERM = (
    "contract_number", "signed_on", "announced_on", "reviewed_on", "assessed_on", "decided_on", "minutes_number",
    "notice_from", "notice_to", "employer_consent_on", "approval_number", "pledged_on", "result", "total_periods",
    "note",
)  # fmt: skip
"""What belongs to the appointment that ends and is not taken over."""

PAPERS: Mapping[str, str] = {
    "vetted_on": "准入查询",
    "vetting_authorised_on": "查询授权书",
    "restricted_list_result": "教师资格限制库查询",
    "health_checked_on": "体检",
    "employer_consent_on": "原单位同意书",
}
"""Fields by the paper that must be had anew; the rules say where one is missing or too old."""
_AGREEMENT = "聘任协议"
_A_DAY = dt.timedelta(days=1)
_YEAR_BEGINS = 9
"""The month in which academic years begin."""


@dataclass(frozen=True)
class Renewal:
    """One appointment taken into the new term.

    record: the new one, kept or, in a trial, as it would be; old: the one that it goes on from; name: of the
    teacher; papers: what must be renewed, the agreement always.
    """

    record: Appointment
    old: Appointment
    name: str
    papers: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """An appointment that is not renewed, and why."""

    record: Appointment
    name: str
    reason: str


@dataclass(frozen=True)
class Renewed:
    """What a renewal did, or in a trial would do."""

    first: Period
    then: Period
    renewals: tuple[Renewal, ...]
    left_out: tuple[LeftOut, ...]
    changed: Changed

    def to_json(self) -> dict[str, Any]:
        """The document of `renew --json`."""
        return {
            "from": self.first.code,
            "to": self.then.code,
            "renewed": [
                {
                    "uid": each.record.uid or None,
                    "teacher": each.record.teacher,
                    "name": each.name,
                    "renewed_from": each.record.renewed_from,
                    "start_on": str(each.record.start_on),
                    "end_on": str(each.record.end_on),
                    "renew": list(each.papers),
                }
                for each in self.renewals
            ],
            "left_out": [
                {
                    "uid": each.record.uid,
                    "teacher": each.record.teacher,
                    "name": each.name,
                    "reason": each.reason,
                }
                for each in self.left_out
            ],
            "count": len(self.renewals),
        }


def renew(
    desk: Desk,
    first: str,
    then: str,
    leave_out: Mapping[str, str] | None = None,
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
    dry_run: bool = False,
    reason: str | None = None,
) -> Renewed:
    """Copy the appointments in force in one term into another, all in one step.

    leave_out: {key of a teacher or an appointment: why}. Left out besides: who was appraised 不合格, whose
    appointment was ended, who has one in the new term already. Raises UnusableInput for terms that are
    none or stand in the wrong order and for unknown keys; Refused where the quota does not allow it.
    """
    with desk.read() as reader:
        old, new = term_named(reader, first), term_named(reader, then)
        if new.first <= old.last:
            raise UnusableInput(
                _("新学期“{then}”不在“{first}”之后，请核对两个学期。").format(first=first, then=then)
            )
        plan = _Plan(reader, old, new, _set_aside(reader, leave_out or {}))
        renewals = tuple(plan.renewals(today))
    changed = Changed()
    if renewals and not dry_run:
        what = _("续聘{count}人次到{term}").format(count=len(renewals), term=new.title)
        with desk.write(
            what, who=who, now=now, today=today, reason=reason, register=register_of(Appointment).code
        ) as writer:
            kept = [writer.add(each.record) for each in renewals]
            changed = writer.changed
        renewals = tuple(replace(each, record=record) for each, record in zip(renewals, kept, strict=True))
    return Renewed(old, new, renewals, tuple(plan.left_out), changed)


@dataclass(frozen=True)
class TermsOffered:
    """Terms to renew from and into, the latest first, and which two are the likeliest on the day."""

    terms: tuple[Period, ...]
    first: Period
    then: Period


def terms_offered(desk: Desk, today: dt.date) -> TermsOffered:
    """The terms around a day: from this one into the next, or into this one while nobody is appointed in it."""
    year = today.year if today.month >= _YEAR_BEGINS else today.year - 1
    codes = [f"{each}-{each + 1}-{term}" for each in (year + 1, year, year - 1) for term in (2, 1)]
    with desk.read() as reader:
        terms = tuple(term_named(reader, each) for each in codes)
        running = next((at for at, each in enumerate(terms) if each.first <= today), len(terms) - 1)
        appointed = any(_overlaps(each, terms[running]) for each in reader.all(Appointment))
    place = max(1, running if appointed else min(running + 1, len(terms) - 1))
    return TermsOffered(terms, terms[place], terms[place - 1])


class _Plan:
    """Which appointments go on, worked out in one reading."""

    def __init__(self, reader: Reader, old: Period, new: Period, set_aside: Mapping[str, str]) -> None:
        self._reader = reader
        self._old, self._new = old, new
        self._set_aside = set_aside
        self._all = reader.all(Appointment)
        self._of_the_new = [each for each in self._all if _overlaps(each, new)]
        self._people = {each.uid: each for each in reader.all(PartTimeTeacher)}
        self.left_out: list[LeftOut] = []

    def renewals(self, today: dt.date) -> Iterator[Renewal]:
        """The new appointments with the papers that each needs, in order of name."""
        going_on = [each for each in self._all if _overlaps(each, self._old) and self._goes_on(each)]
        made = [(self._next(each), each) for each in going_on]
        facts = OverlayFacts(self._reader.facts(), {Appointment: [record for record, _old in made]})
        situation = Situation(max(today, self._new.first), self._reader.policy())
        for record, old in sorted(made, key=lambda each: (self._name(each[0]), each[0].teacher or "")):
            found = engine.check_record(record, facts, situation)
            asked = {each.field for each in found}
            papers = [paper for field, paper in PAPERS.items() if field in asked]
            yield Renewal(record, old, self._name(record), (*papers, _AGREEMENT))

    def _goes_on(self, appointment: Appointment) -> bool:
        reason = self._why_not(appointment)
        if reason is not None:
            self.left_out.append(LeftOut(appointment, self._name(appointment), reason))
        return reason is None

    def _why_not(self, appointment: Appointment) -> str | None:
        aside = self._set_aside.get(appointment.uid) or self._set_aside.get(
            appointment.links.get("teacher", "")
        )
        if aside is not None:
            return aside
        if appointment.result == coded("appraisal_result", "不合格"):
            return _("上期考核不合格，不得续聘")
        if appointment.status == coded("appointment_status", "解聘"):
            return _("上期已解聘")
        if (end := _last_day(appointment)) >= _middle(self._new):
            open_end = end == OPEN_END
            return _("聘期未到期，不用续聘") if open_end else _("聘期到{day}，不用续聘").format(day=end)
        if any(self._is_same_post(appointment, each) for each in self._of_the_new):
            return _("新学期已有聘任")
        return None

    def _is_same_post(self, one: Appointment, other: Appointment) -> bool:
        """Whether another appointment is the one that this one would be renewed into."""
        if one.contract_number is not None and other.renewed_from == one.contract_number:
            return True
        covers = one.uid != other.uid and _last_day(other) >= _middle(self._new)
        return covers and (one.teacher, one.course, one.class_name) == (
            other.teacher,
            other.course,
            other.class_name,
        )

    def _next(self, appointment: Appointment) -> Appointment:
        cleared: dict[str, Any] = dict.fromkeys(_OF_ITS_OWN_TERM)
        return replace(
            appointment,
            **cleared,
            uid="",
            revision=0,
            source=None,
            renewed_from=appointment.contract_number,
            start_on=max(self._new.first, _last_day(appointment) + _A_DAY),
            end_on=self._new.last,
            status=coded("appointment_status", "在聘"),
        )

    def _name(self, appointment: Appointment) -> str:
        person = self._people.get(appointment.links.get("teacher", ""))
        return (person.name if person else None) or appointment.name or appointment.teacher or ""


def _overlaps(appointment: Appointment, period: Period) -> bool:
    if appointment.start_on is None:
        return False
    return period.overlaps(first_day(appointment.start_on), _last_day(appointment))


def _last_day(appointment: Appointment) -> dt.date:
    return OPEN_END if appointment.end_on is None else last_day(appointment.end_on)


def _middle(period: Period) -> dt.date:
    """The day in the middle of a term; whose contract runs so far needs none for this term."""
    return period.first + (period.last - period.first) / 2


def _set_aside(reader: Reader, reasons: Mapping[str, str]) -> dict[str, str]:
    """{uid of a teacher or appointment: reason}. Raises UnusableInput for a key that names nothing."""
    found: dict[str, str] = {}
    for key, reason in reasons.items():
        records: Sequence[Any] = [
            record
            for kind in (PartTimeTeacher, Appointment)
            for record in records_by_key(reader, register_of(kind), key, Surroundings())
        ]
        if not records:
            raise UnusableInput(_("没有“{key}”，不知道不续聘的是谁。").format(key=key))
        found.update((each.uid, reason) for each in records)
    return found


def reminder(renewed: Renewed) -> str:
    """Who must have what anew (催办名单), a line a person, as text for the group chat."""
    said = [_("{term}续聘须新办的材料：").format(term=renewed.then.title)]
    papers: dict[tuple[str, str | None], dict[str, None]] = {}
    for each in renewed.renewals:
        papers.setdefault((each.name, each.record.teacher), {}).update(dict.fromkeys(each.papers))
    said += [f"{name}：{'、'.join(_(each) for each in wanted)}" for (name, _number), wanted in papers.items()]
    return "\n".join(said)
