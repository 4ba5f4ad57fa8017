"""The dated steps of an appointment's procedure, in their lawful order."""

from __future__ import annotations

from typing import NamedTuple

from college_desk.base.translation import _
from college_desk.records.register import register_of
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.values.month import PartialDay, first_day

STEPS = ("announced_on", "reviewed_on", "assessed_on", "notice_from", "notice_to", "signed_on", "start_on")
VETTING_STEPS = ("vetting_authorised_on", "vetted_on")
_OTHER_PAPERS = ("decided_on", "employer_consent_on", "health_checked_on", "trained_on")


class Step(NamedTuple):
    """One dated step of the procedure."""

    field: str
    title: str
    on: PartialDay


def dated_steps(appointment: Appointment, names: tuple[str, ...]) -> list[Step]:
    """The steps of these fields that have a date, in the order given."""
    titles = register_of(appointment).by_name
    dated = ((name, getattr(appointment, name)) for name in names)
    return [Step(name, _(titles[name].title), on) for name, on in dated if on is not None]


def newest_step(appointment: Appointment) -> Step | None:
    """The appointment's newest paper; None where none is dated. A month counts from its first day."""
    papers = dated_steps(appointment, (*STEPS[:-1], *VETTING_STEPS, *_OTHER_PAPERS))
    newest = max(papers, key=lambda step: first_day(step.on), default=None)
    return None if newest is None else newest._replace(on=first_day(newest.on))
