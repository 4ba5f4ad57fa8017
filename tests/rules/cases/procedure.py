"""Cases of the rules about the steps of the procedure."""

from __future__ import annotations

from college_desk.policy.pack import ParameterValue
from college_desk.records.values.month import Month
from tests import make
from tests.rules.case import fires, passes

appointment = make.appointment

# APT-014 the order of the steps
STEPS = ["announced_on", "reviewed_on", "assessed_on", "notice_from", "notice_to", "signed_on", "start_on"]
fires(
    "APT-014",
    "review before announcement",
    appointment(reviewed_on="2026-05-31"),
    field="reviewed_on",
    edge=True,
)
fires(
    "APT-014",
    "assessment before review",
    appointment(assessed_on="2026-06-07"),
    field="assessed_on",
    edge=True,
)
fires(
    "APT-014",
    "notice before assessment",
    appointment(notice_from="2026-06-09"),
    field="notice_from",
    edge=True,
)
fires(
    "APT-014", "begun before it was signed", appointment(signed_on="2026-09-02"), field="start_on", edge=True
)
fires(
    "APT-014",
    "steps between are missing",
    appointment(reviewed_on=None, assessed_on="2026-05-31"),
    field="assessed_on",
)
fires("APT-014", "vetted before it was allowed", appointment(vetted_on="2026-06-08"), field="vetted_on")
passes("APT-014", "in order", appointment())
passes("APT-014", "all on one day", appointment(**dict.fromkeys(STEPS, "2026-06-18")), edge=True)
passes(
    "APT-014",
    "signed within the month that it begins in",
    appointment(signed_on="2026-09-20", start_on=Month(2026, 9)),
    alike=True,
)
passes(
    "APT-014",
    "a notice after the signature is told elsewhere",
    appointment(notice_to="2026-08-21"),
    alike=True,
)
passes("APT-014", "no steps", appointment(**dict.fromkeys(STEPS)))

# APT-015 working days of the notice; 2026-06-22 is a Monday
FIVE: dict[str, ParameterValue] = {"notice.working_days": 5}
fires(
    "APT-015",
    "four",
    appointment(notice_from="2026-06-22", notice_to="2026-06-25"),
    field="notice_to",
    edge=True,
    parameters=FIVE,
)
fires(
    "APT-015",
    "a weekend between",
    appointment(notice_from="2026-06-26", notice_to="2026-07-01"),
    field="notice_to",
    parameters=FIVE,
)
fires(
    "APT-015",
    "the national holiday",
    appointment(notice_from="2026-09-30", notice_to="2026-10-08"),
    field="notice_to",
    parameters=FIVE,
)
passes(
    "APT-015",
    "five",
    appointment(notice_from="2026-06-22", notice_to="2026-06-26"),
    edge=True,
    parameters=FIVE,
)
passes(
    "APT-015",
    "a Sunday worked instead",
    appointment(notice_from="2026-09-18", notice_to="2026-09-24"),
    alike=True,
    parameters=FIVE,
)
passes(
    "APT-015",
    "reversed is told elsewhere",
    appointment(notice_from="2026-06-30", notice_to="2026-06-22"),
    alike=True,
    parameters=FIVE,
)
passes("APT-015", "no parameter", appointment(notice_from="2026-06-22", notice_to="2026-06-22"), alike=True)
passes("APT-015", "no notice", appointment(notice_from=None, notice_to=None), parameters=FIVE)

# APT-023 decided before it was signed; signed on 2026-08-20
fires(
    "APT-023", "the meeting a day after", appointment(decided_on="2026-08-21"), field="decided_on", edge=True
)
fires("APT-023", "the notice still hung", appointment(notice_to="2026-08-21"), field="notice_to", edge=True)
passes("APT-023", "on the same day", appointment(decided_on="2026-08-20", notice_to="2026-08-20"), edge=True)
passes(
    "APT-023",
    "signed some day of the month",
    appointment(signed_on=Month(2026, 8), decided_on="2026-08-31"),
    alike=True,
)
passes("APT-023", "not signed yet", appointment(signed_on=None))

# APT-024 minutes
fires("APT-024", "no number", appointment(minutes_number=None), field="minutes_number")
fires("APT-024", "no meeting", appointment(decided_on=None), field="decided_on")
passes("APT-024", "both", appointment())
passes(
    "APT-024",
    "a meeting after the signature is told elsewhere",
    appointment(decided_on="2026-08-21"),
    alike=True,
)
