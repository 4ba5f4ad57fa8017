"""Cases of the rules about the contract of an appointment."""

from __future__ import annotations

import datetime as dt

from college_desk.policy.pack import ParameterValue
from college_desk.records.values.month import OPEN_END, Month
from tests import make
from tests.rules.case import fires, passes

appointment = make.appointment
teacher = make.part_time_teacher
DAY = dt.date

# APT-001 the same appointment twice
fires(
    "APT-001",
    "the same under another number",
    appointment(uid="b", contract_number="JZ-2"),
    appointment(uid="a"),
    field="contract_number",
)
passes(
    "APT-001",
    "another class",
    appointment(uid="b", contract_number="JZ-2", class_name="2025级机电2班"),
    appointment(uid="a"),
    alike=True,
)
passes(
    "APT-001",
    "another course",
    appointment(uid="b", contract_number="JZ-2", course="电工"),
    appointment(uid="a"),
    alike=True,
)
passes(
    "APT-001",
    "another term",
    appointment(uid="b", contract_number="JZ-2", end_on="2027-07-16"),
    appointment(uid="a"),
    edge=True,
)
passes(
    "APT-001",
    "told on the later one only",
    appointment(uid="a"),
    appointment(uid="b", contract_number="JZ-2"),
)
passes(
    "APT-001",
    "somebody else",
    appointment(uid="b", contract_number="JZ-2", teacher=make.MENTOR_ID),
    appointment(uid="a"),
    alike=True,
)

# APT-016 length of the term
fires(
    "APT-016",
    "a day over three years",
    appointment(start_on="2026-09-01", end_on="2029-09-01"),
    field="end_on",
    edge=True,
)
fires("APT-016", "without an end", appointment(end_on=OPEN_END), field="end_on")
passes("APT-016", "three years", appointment(start_on="2026-09-01", end_on="2029-08-31"), edge=True)
passes(
    "APT-016",
    "three years by months",
    appointment(start_on=Month(2026, 9), end_on=Month(2029, 9)),
    alike=True,
)
passes("APT-016", "the end is not known", appointment(end_on=None), alike=True)

# APT-017 overlapping terms; this one begins on 2026-09-01
LAST_TERM = {"uid": "a", "contract_number": "JZ-1", "start_on": "2026-02-01"}
fires(
    "APT-017",
    "by one day",
    appointment(uid="b"),
    appointment(**LAST_TERM, end_on="2026-09-01"),
    field="start_on",
    edge=True,
)
fires(
    "APT-017",
    "two at once",
    appointment(uid="b"),
    appointment(uid="a", contract_number="JZ-1"),
    field="start_on",
)
passes(
    "APT-017",
    "one after the other",
    appointment(uid="b"),
    appointment(**LAST_TERM, end_on="2026-08-31"),
    edge=True,
)
passes(
    "APT-017",
    "told on the later one only",
    appointment(**LAST_TERM, end_on="2026-09-01"),
    appointment(uid="b"),
)
passes(
    "APT-017",
    "the other was ended early",
    appointment(uid="b"),
    appointment(**LAST_TERM, end_on="2026-12-31", status="解聘"),
    alike=True,
)
passes(
    "APT-017",
    "somebody else",
    appointment(uid="b"),
    appointment(**LAST_TERM, end_on="2026-12-31", teacher=make.MENTOR_ID),
    alike=True,
)

# APT-018 begun before it was approved
fires("APT-018", "a day before", appointment(decided_on="2026-09-02"), field="decided_on", edge=True)
passes("APT-018", "on the day", appointment(decided_on="2026-09-01"), edge=True)
passes(
    "APT-018", "in the same month", appointment(decided_on="2026-09-20", start_on=Month(2026, 9)), alike=True
)

# APT-019 certificates later than the term's beginning
fires(
    "APT-019",
    "a skill certificate",
    appointment(),
    teacher(skill_certified_on="2026-09-02"),
    field="teacher",
    edge=True,
)
fires(
    "APT-019",
    "an honour",
    appointment(),
    teacher(honour="全国技术能手", honour_on="2026-10-01"),
    field="teacher",
)
fires(
    "APT-019",
    "a title of the next month",
    appointment(),
    teacher(title_granted_on=Month(2026, 10)),
    field="teacher",
)
passes("APT-019", "on the day", appointment(), teacher(skill_certified_on="2026-09-01"), edge=True)
passes(
    "APT-019",
    "the month of the beginning",
    appointment(),
    teacher(skill_certified_on=Month(2026, 9)),
    alike=True,
)

# APT-025, APT-026 renewals
BEFORE = {"uid": "a", "contract_number": "JZ-1", "start_on": "2025-09-01", "end_on": "2026-07-15"}
fires(
    "APT-025",
    "named, unsatisfactory",
    appointment(uid="b", renewed_from="JZ-1"),
    appointment(**BEFORE, result="不合格"),
    field="renewed_from",
)
fires(
    "APT-025",
    "unnamed, unsatisfactory",
    appointment(uid="b"),
    appointment(**BEFORE, result="不合格"),
    field="renewed_from",
)
passes(
    "APT-025",
    "just satisfactory",
    appointment(uid="b", renewed_from="JZ-1"),
    appointment(**BEFORE, result="基本合格"),
    edge=True,
)
passes("APT-025", "new", appointment())
passes(
    "APT-025", "unsatisfactory long before the last one", appointment(uid="c"), appointment(**BEFORE, result="合格"),
    appointment(uid="0", contract_number="JZ-0", start_on="2024-09-01", end_on="2025-07-15", result="不合格"), alike=True,
)  # fmt: skip
passes(
    "APT-025",
    "somebody else",
    appointment(uid="b"),
    appointment(**BEFORE, teacher=make.MENTOR_ID, result="不合格"),
    alike=True,
)
fires(
    "APT-026",
    "never appraised",
    appointment(uid="b", renewed_from="JZ-1"),
    appointment(**BEFORE),
    field="renewed_from",
)
fires(
    "APT-026", "unnamed, never appraised", appointment(uid="b"), appointment(**BEFORE), field="renewed_from"
)
passes(
    "APT-026", "appraised", appointment(uid="b", renewed_from="JZ-1"), appointment(**BEFORE, result="优秀")
)
passes(
    "APT-026",
    "unsatisfactory is told elsewhere",
    appointment(uid="b", renewed_from="JZ-1"),
    appointment(**BEFORE, result="不合格"),
    alike=True,
)
passes("APT-026", "the one before is not on record", appointment(uid="b", renewed_from="JZ-0"), alike=True)
fires(
    "APT-026",
    "a year before",
    appointment(uid="b"),
    appointment(**BEFORE | {"end_on": "2025-09-01"}),
    field="renewed_from",
    edge=True,
)
passes(
    "APT-026",
    "a year and a day before",
    appointment(uid="b"),
    appointment(**BEFORE | {"end_on": "2025-08-31", "start_on": "2025-03-01"}),
    edge=True,
)
passes(
    "APT-026",
    "one that still runs is none before",
    appointment(uid="b"),
    appointment(**BEFORE | {"end_on": "2026-09-01"}),
    edge=True,
)

# APT-028 what a contract must have
for field in ("contract_number", "signed_on", "start_on", "end_on"):
    fires("APT-028", f"without {field}", appointment(**{field: None}), field=field)
fires(
    "APT-028",
    "counts without a first day",
    appointment(counts_in_quota=True, start_on=None),
    field="start_on",
    severity="error",
    edge=True,
)
passes("APT-028", "whole", appointment())
passes("APT-028", "an open end", appointment(end_on=OPEN_END), alike=True)

# APT-031 periods for reckoning by periods
PERIODS: dict[str, ParameterValue] = {"quota.mode": "periods", "quota.periods_per_post": 160}
fires("APT-031", "no task", appointment(counts_in_quota=True), field="total_periods", parameters=PERIODS)
fires(
    "APT-031",
    "a task of another year",
    appointment(counts_in_quota=True),
    make.assignment(term="2025-2026-1"),
    field="total_periods",
    edge=True,
    parameters=PERIODS,
)
passes("APT-031", "a task", appointment(counts_in_quota=True), make.assignment(), parameters=PERIODS)
passes("APT-031", "reckoned by heads", appointment(counts_in_quota=True), alike=True)
passes("APT-031", "does not count", appointment(), alike=True, parameters=PERIODS)
passes(
    "APT-031",
    "not in post on the day",
    appointment(counts_in_quota=True),
    alike=True,
    day=DAY(2027, 7, 16),
    parameters=PERIODS,
)
