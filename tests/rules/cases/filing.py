"""Cases of the rules about a filing as a whole."""

from __future__ import annotations

import datetime as dt

from college_desk.policy.pack import ParameterValue
from college_desk.records.values.month import Month
from tests import make
from tests.rules.case import fires, passes

school = make.school
appointment = make.appointment
DAY = dt.date

# FIL-001 papers later than the filing; its newest paper is of 2026-08-25
FILING = "part-time-appointments"
fires(
    "FIL-001",
    "a day earlier",
    appointment(),
    field="trained_on",
    edge=True,
    day=DAY(2026, 8, 24),
    filing=FILING,
)
fires("FIL-001", "signed after it", appointment(signed_on="2026-10-08"), field="signed_on", filing=FILING)
passes("FIL-001", "on the day", appointment(), edge=True, day=DAY(2026, 8, 25), filing=FILING)
passes("FIL-001", "a term may begin later", appointment(start_on="2026-11-01"), alike=True, filing=FILING)
passes("FIL-001", "some day of the month", appointment(signed_on=Month(2026, 9)), alike=True, filing=FILING)

# FIL-002 after the due date, 2026-09-30
fires("FIL-002", "a day late", make.notice(), field="due_on", edge=True, day=DAY(2026, 10, 1), filing=FILING)
passes("FIL-002", "on the day", make.notice(), edge=True, day=DAY(2026, 9, 30), filing=FILING)
passes(
    "FIL-002", "another filing's", make.notice(), alike=True, day=DAY(2026, 10, 1), filing="apprenticeship"
)
passes(
    "FIL-002",
    "handed in long since",
    make.notice(status="已报送"),
    alike=True,
    day=DAY(2026, 10, 1),
    filing=FILING,
)
passes("FIL-002", "no filing under way", make.notice(), alike=True, day=DAY(2026, 10, 1))

# FIL-003 parameters
fires(
    "FIL-003",
    "one is missing",
    school(),
    parameters={"notice.working_days": 5, "part_time.oldest_at_hiring": 65},
)
passes(
    "FIL-003", "all entered", school(),
    parameters={"notice.working_days": 5, "part_time.oldest_at_hiring": 65, "part_time.least_years_in_trade": 3}, edge=True,
)  # fmt: skip
passes("FIL-003", "the quota's standard is asked for elsewhere", school(), parameters={
    "notice.working_days": 5, "part_time.oldest_at_hiring": 65, "part_time.least_years_in_trade": 3, "quota.mode": "periods",
}, alike=True)  # fmt: skip
THREE: dict[str, ParameterValue] = {
    "notice.working_days": 5,
    "part_time.oldest_at_hiring": 65,
    "part_time.least_years_in_trade": 3,
}
CLASS_SIZES: dict[str, ParameterValue] = {
    "apprenticeship.smallest_class": 20, "apprenticeship.largest_class": 50, "apprentice_subsidy.least_class_mentors": 3,
}  # fmt: skip
fires("FIL-003", "one of the classes'", school(), make.cohort(), parameters={**THREE, **CLASS_SIZES})
passes("FIL-003", "no class yet", school(), parameters=THREE, alike=True)
passes(
    "FIL-003",
    "another filing's",
    school(),
    make.cohort(),
    parameters=THREE,
    alike=True,
    filing="part-time-appointments",
)
