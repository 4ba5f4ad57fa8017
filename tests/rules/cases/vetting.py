"""Cases of the rules about vetting, consent and medical examination."""

from __future__ import annotations

import datetime as dt

from college_desk.records.values.month import Month
from tests import make
from tests.rules.case import fires, linked, passes

appointment = make.appointment
teacher = make.part_time_teacher
TEACHER = make.part_time_teacher()
DAY = dt.date

# APT-009 vetting before hiring; the term begins on 2026-09-01
fires("APT-009", "none", appointment(vetted_on=None), field="vetted_on")
fires("APT-009", "a day late", appointment(vetted_on="2026-09-02"), field="vetted_on", edge=True)
fires("APT-009", "a day over a year old", appointment(vetted_on="2025-08-31"), field="vetted_on", edge=True)
fires(
    "APT-009",
    "the month after",
    appointment(vetted_on="2026-10-01", start_on=Month(2026, 9)),
    field="vetted_on",
    edge=True,
)
passes("APT-009", "on the day", appointment(vetted_on="2026-09-01"), edge=True)
passes("APT-009", "a year old to the day", appointment(vetted_on="2025-09-01"), edge=True)
passes(
    "APT-009",
    "within the month that it begins in",
    appointment(vetted_on="2026-09-30", start_on=Month(2026, 9)),
    alike=True,
)
passes("APT-009", "the first day is not known", appointment(start_on=None), alike=True)
AGAIN = {"start_on": "2025-09-01", "vetting_authorised_on": "2025-06-09"}
fires(
    "APT-009",
    "again when it was due",
    appointment(**AGAIN, vetted_on="2026-08-01"),
    field="vetted_on",
    severity="warning",
    edge=True,
)
fires(
    "APT-009",
    "too early for a repetition",
    appointment(**AGAIN, vetted_on="2026-07-31"),
    field="vetted_on",
    edge=True,
)
passes(
    "APT-009", "good by an earlier appointment's", appointment(uid="b", vetted_on="2026-09-20"),
    appointment(uid="a", contract_number="JZ-1", start_on="2025-09-01", vetted_on="2025-09-01"), edge=True,
)  # fmt: skip
fires(
    "APT-009", "the earlier appointment's is too old", appointment(uid="b", vetted_on="2026-09-20"),
    appointment(uid="a", contract_number="JZ-1", start_on="2025-09-01", vetted_on="2025-08-31"), field="vetted_on", edge=True,
)  # fmt: skip

# APT-010 what a vetting consists of
for field in ("vetting_authorised_on", "vetting_result", "restricted_list_result", "vetting_reply_number"):
    fires("APT-010", f"without {field}", appointment(**{field: None}), field=field)
passes("APT-010", "whole", appointment())
passes("APT-010", "a result that found something is there", appointment(vetting_result="有"), alike=True)

# APT-011 vetting again while in post; vetted on 2026-06-18
NOTE = {"end_on": "2028-07-15"}
fires("APT-011", "a day over a year", appointment(**NOTE), field="vetted_on", edge=True, day=DAY(2027, 6, 19))
passes("APT-011", "a year to the day", appointment(**NOTE), edge=True, day=DAY(2027, 6, 18))
passes("APT-011", "no longer in post", appointment(end_on="2027-06-01"), alike=True, day=DAY(2027, 6, 19))
passes("APT-011", "dismissed", appointment(**NOTE, status="解聘"), alike=True, day=DAY(2027, 6, 19))

# APT-012 what a vetting found
fires("APT-012", "a crime", appointment(vetting_result="有"), field="vetting_result")
fires(
    "APT-012", "the restricted list", appointment(restricted_list_result="有"), field="restricted_list_result"
)
passes("APT-012", "nothing", appointment())
passes("APT-012", "not told", appointment(vetting_result=None), alike=True)

# APT-013 the employer's consent
for source in ("企业在职", "事业单位在职", "国有企业领导人员"):
    fires(
        "APT-013",
        source,
        appointment(employer_consent_on=None),
        teacher(person_source=source),
        field="employer_consent_on",
    )
fires(
    "APT-013",
    "an association",
    appointment(employer_consent_on=None),
    teacher(person_source="3"),
    field="employer_consent_on",
    severity="warning",
)
passes("APT-013", "given", appointment(), TEACHER)
for source in ("退休（企业）", "退休（事业）", "自由职业、个体"):
    passes(
        "APT-013", source, appointment(employer_consent_on=None), teacher(person_source=source), alike=True
    )
passes(
    "APT-013",
    "source not told",
    appointment(employer_consent_on=None),
    teacher(person_source=None),
    alike=True,
)

# a teacher is found by his link also where the number on the ledger is another
fires(
    "APT-013",
    "found by the link",
    linked(appointment(employer_consent_on=None, teacher=make.MENTOR_ID), teacher="t"),
    teacher(uid="t"),
    field="employer_consent_on",
)
# APT-022 medical examination
fires("APT-022", "none", appointment(health_checked_on=None), field="health_checked_on")
fires(
    "APT-022",
    "a day over six months",
    appointment(health_checked_on="2026-02-28"),
    field="health_checked_on",
    edge=True,
)
passes("APT-022", "six months to the day", appointment(health_checked_on="2026-03-01"), edge=True)
passes(
    "APT-022",
    "the first day is not known",
    appointment(health_checked_on="2020-01-01", start_on=None),
    alike=True,
)
passes(
    "APT-009",
    "vetted for another appointment on the first day",
    appointment(uid="b", vetted_on="2026-09-20"),
    appointment(uid="a", contract_number="JZ-1", start_on="2025-09-01", vetted_on="2026-09-01"),
    edge=True,
)
fires(
    "APT-009",
    "vetted for another appointment a day later",
    appointment(uid="b", vetted_on="2026-09-20"),
    appointment(uid="a", contract_number="JZ-1", start_on="2025-09-01", vetted_on="2026-09-02"),
    field="vetted_on",
    edge=True,
)
DUE = {"start_on": "2025-09-01", "vetted_on": "2026-08-01"}
fires(
    "APT-009",
    "authorised on the first day",
    appointment(**DUE, vetting_authorised_on="2025-09-01"),
    field="vetted_on",
    severity="warning",
    edge=True,
)
fires(
    "APT-009",
    "authorised a day later",
    appointment(**DUE, vetting_authorised_on="2025-09-02"),
    field="vetted_on",
    edge=True,
)
