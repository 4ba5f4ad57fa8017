"""Cases of the rules about apprentices: where they are placed, what they signed, how they are insured."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests import make
from tests.rules.case import fires, linked, passes

apprentice, placement = make.apprentice, make.placement
DAY = dt.date
APPRENTICE = make.apprentice()
COHORT = make.cohort()
NEW = make.cohort(scheme="企业新型学徒制")
MENTOR = make.mentor()
OTHER = "邹城宏河电子有限公司"
OTHER_USCC = make.uscc(77, area="370883")


def born(year: int, month: int, day: int) -> dict[str, Any]:
    """The fields of somebody born on a day."""
    return {"id_number": make.id_number(DAY(year, month, day), serial=9)}


def placed(**given: Any) -> Any:
    """A placement of the apprentice on the job."""
    return placement(kind="岗位实习", **given)


# APP-001, PLC-001 sixteen when placed; the placement begins on 2026-09-01
fires("APP-001", "a day too young", apprentice(**born(2010, 9, 2)), field="start_on", edge=True)
passes("APP-001", "sixteen on the day", apprentice(**born(2010, 9, 1)), edge=True)
passes("APP-001", "a visit", apprentice(**born(2010, 9, 2), placement_kind="认识实习"), alike=True)
passes("APP-001", "no first day", apprentice(**born(2012, 9, 2), start_on=None), alike=True)
fires("APP-001", "kind not told", apprentice(**born(2010, 9, 2), placement_kind=None), field="start_on")
YOUNG = make.id_number(DAY(2010, 9, 2), serial=9)
fires(
    "PLC-001", "a day too young", placed(apprentice=YOUNG, start_on="2026-09-01"), field="start_on", edge=True
)
passes("PLC-001", "sixteen on the day", placed(apprentice=YOUNG, start_on="2026-09-02"), edge=True)
passes("PLC-001", "a visit", placement(apprentice=YOUNG, start_on="2026-09-01"), alike=True)

# APP-002, PLC-002 not in grade one
JOB = {"placement_kind": "岗位实习"}
fires(
    "APP-002",
    "the last day of grade one",
    apprentice(**JOB, start_on="2025-08-31"),
    field="start_on",
    edge=True,
)
passes("APP-002", "the first day of grade two", apprentice(**JOB, start_on="2025-09-01"), edge=True)
fires(
    "APP-002", "by the grade", apprentice(**JOB, enrolled_month=None, start_on="2025-07-10"), field="start_on"
)
for kind in ("认识实习", "企业课程"):
    passes(
        "APP-002", f"{kind} in grade one", apprentice(placement_kind=kind, start_on="2024-10-08"), alike=True
    )
passes("APP-002", "signed and named in grade one", apprentice(agreement_signed_on="2024-10-08"), alike=True)
fires("APP-002", "no first day", apprentice(start_on=None), field="start_on", severity="info")
fires(
    "APP-002", "kind not told", apprentice(placement_kind=None, start_on="2024-10-08"), field="placement_kind", severity="info",
)  # fmt: skip
fires(
    "APP-002",
    "entry not told",
    apprentice(**JOB, enrolled_month=None, grade=None),
    field="start_on",
    severity="info",
)
passes("APP-002", "an employee", apprentice(start_on="2024-10-08"), NEW, alike=True)
fires("PLC-002", "grade one", placed(start_on="2025-08-31"), APPRENTICE, field="start_on", edge=True)
passes("PLC-002", "grade two", placed(start_on="2025-09-01"), APPRENTICE, edge=True)
passes("PLC-002", "a visit in grade one", placement(start_on="2024-10-08"), APPRENTICE, alike=True)
passes("PLC-002", "not on the roster", placed(start_on="2024-10-08"), alike=True)

# APP-003, PLC-003 forbidden posts
for make_one, code in ((apprentice, "APP-003"), (placement, "PLC-003")):
    fires(code, "underground", make_one(position="井下采掘"), field="position")
    fires(code, "a bar", make_one(position="KTV服务员"), field="position")
    passes(code, "a fitter", make_one())
    passes(code, "lifting platforms", make_one(position="高空作业车装配"), alike=True)
    passes(code, "explosion-proof", make_one(position="防爆电器装配"), alike=True)
passes("APP-003", "an employee", apprentice(position="井下采掘"), NEW, alike=True)

# APP-004, PLC-004 days a week
for make_one, code in ((apprentice, "APP-004"), (placement, "PLC-004")):
    fires(code, "six days", make_one(days_per_week=6), field="days_per_week", edge=True)
    passes(code, "five days", make_one(days_per_week=5), edge=True)
    passes(code, "not told", make_one(days_per_week=None), alike=True)
passes("APP-004", "an employee", apprentice(days_per_week=6), NEW, alike=True)

# APP-005, PLC-005 the field of the major
fires("APP-005", "commerce among machines", apprentice(major_code="530701"), COHORT, field="major_code")
passes("APP-005", "another major of the field", apprentice(major_code="460303"), COHORT, edge=True)
passes("APP-005", "the same", apprentice(), COHORT)
passes(
    "APP-005",
    "another catalogue",
    apprentice(major_code="560301", catalogue_version="2015年版"),
    COHORT,
    alike=True,
)
passes("APP-005", "of a technician school", apprentice(major_code="0203-3"), COHORT, alike=True)
fires("PLC-005", "commerce", placed(), apprentice(major_code="530701"), COHORT, field="cohort")
passes("PLC-005", "the same", placed(), APPRENTICE, COHORT)
passes("PLC-005", "a visit", placement(), apprentice(major_code="530701"), COHORT, alike=True)

# APP-006, PLC-006 length
SIX = {"start_on": "2026-09-01", "end_on": "2027-02-28"}
fires("APP-006", "a year and a day", apprentice(end_on="2027-09-01"), field="end_on", edge=True)
fires("APP-006", "a year", apprentice(end_on="2027-08-31"), field="end_on", severity="info", edge=True)
fires("APP-006", "short", apprentice(end_on="2027-01-15"), field="end_on", severity="info")
passes("APP-006", "six months", apprentice(**SIX))
passes("APP-006", "seven months", apprentice(end_on="2027-03-31"), edge=True)
passes("APP-006", "an open end", apprentice(end_on="长期"), alike=True)
passes(
    "APP-006",
    "two years in the enterprise",
    apprentice(placement_kind="在岗", end_on="2028-08-31"),
    alike=True,
)
fires("PLC-006", "a year and a day", placed(start_on="2026-09-01", end_on="2027-09-01"), field="end_on")
passes("PLC-006", "six months", placed(**SIX))
passes("PLC-006", "a visit of a month", placement(), alike=True)

# APP-007, PLC-007 pay against the agreement's
PAY = make.agreement(starting_pay="4500")
fires("APP-007", "below four fifths", apprentice(monthly_pay="3599.99"), PAY, field="monthly_pay", edge=True)
passes("APP-007", "four fifths", apprentice(monthly_pay="3600"), PAY, edge=True)
fires(
    "APP-007", "under the wording of 2016", apprentice(monthly_pay="3599.99", agreement_signed_on="2021-12-31"), PAY,
    field="monthly_pay", severity="error",
)  # fmt: skip
passes("APP-007", "no wage on the agreement", apprentice(monthly_pay="1000"), make.agreement(), alike=True)
passes("APP-007", "an employee", apprentice(monthly_pay="1000"), PAY, NEW, alike=True)
passes("APP-007", "a visit", apprentice(monthly_pay="0", placement_kind="认识实习"), PAY, alike=True)
fires("PLC-007", "below four fifths", placed(monthly_pay="3599.99"), PAY, field="monthly_pay", edge=True)
passes("PLC-007", "four fifths", placed(monthly_pay="3600"), PAY, edge=True)

# APP-008 to APP-010 age at signing; signed on 2026-08-20
fires("APP-008", "a day too young", apprentice(**born(2010, 8, 21)), field="agreement_signed_on", edge=True)
passes("APP-008", "sixteen on the day", apprentice(**born(2010, 8, 20)), edge=True)
passes("APP-008", "not signed", apprentice(**born(2010, 8, 21), agreement_signed_on=None), alike=True)
MINOR, ADULT = born(2008, 8, 21), born(2008, 8, 20)
fires("APP-009", "a day before eighteen", apprentice(**MINOR), field="agreement_form", edge=True)
passes("APP-009", "eighteen on the day", apprentice(**ADULT), edge=True)
passes("APP-009", "four parties", apprentice(**MINOR, agreement_form="四方"))
passes("APP-009", "younger than may sign", apprentice(**born(2010, 8, 21)), alike=True)
passes("APP-009", "an employee", apprentice(**MINOR), NEW, alike=True)
fires(
    "APP-009", "not told", apprentice(**MINOR, agreement_form=None), field="agreement_form", severity="info"
)
fires("APP-010", "a minor alone", apprentice(**MINOR, guardian_name=None), field="guardian_name", edge=True)
passes("APP-010", "an adult", apprentice(**ADULT, guardian_name=None), edge=True)
passes("APP-010", "with a guardian", apprentice(**MINOR))

# APP-011 to APP-013 signatures and consent; the placement begins on 2026-09-01
fires(
    "APP-011",
    "a day late",
    apprentice(agreement_signed_on="2026-09-02"),
    field="agreement_signed_on",
    edge=True,
)
passes("APP-011", "on the day", apprentice(agreement_signed_on="2026-09-01"), edge=True)
passes("APP-011", "in the month", apprentice(agreement_signed_on="2026-09"), alike=True)
passes("APP-011", "before", apprentice())
fires("APP-012", "his own", apprentice(guardian_phone="13805370103"), field="guardian_phone")
passes("APP-012", "another", apprentice())
passes("APP-012", "none of both", apprentice(phone=None, guardian_phone=None), alike=True)
fires("APP-013", "a day late", apprentice(consent_on="2026-09-02"), field="consent_on", edge=True)
passes("APP-013", "on the day", apprentice(consent_on="2026-09-01"), edge=True)
fires("APP-013", "none", apprentice(consent_on=None), field="consent_on")
fires(
    "APP-013", "none, kind not told", apprentice(consent_on=None, placement_kind=None), field="consent_on", severity="warning",
)  # fmt: skip
passes("APP-013", "none for a visit", apprentice(consent_on=None, placement_kind="认识实习"), alike=True)
passes("APP-013", "an employee", apprentice(consent_on=None), NEW, alike=True)

# APP-014, PLC-008 insured every day; own columns 2026-07-01 to 2027-07-31, placed 2026-09-01 to 2027-06-30
BARE = {"insured_from": None, "insured_to": None, "policy_number": None}
LISTED = make.insured_person()
POLICY = make.insurance_policy()
fires("APP-014", "begins a day late", apprentice(insured_from="2026-09-02"), field="insured_from", edge=True)
passes("APP-014", "begins on the day", apprentice(insured_from="2026-09-01"), edge=True)
fires("APP-014", "ends a day early", apprentice(insured_to="2027-06-29"), field="insured_to", edge=True)
passes("APP-014", "ends on the day", apprentice(insured_to="2027-06-30"), edge=True)
fires("APP-014", "not at all", apprentice(**BARE), field="policy_number")
passes("APP-014", "by the list", apprentice(**BARE), LISTED, POLICY)
passes("APP-014", "by his policy", apprentice(**BARE | {"policy_number": make.POLICY}), POLICY)
fires(
    "APP-014", "an endorsement counts from its day", apprentice(**BARE), POLICY,
    make.insured_person(endorsement_number="PD-1", insured_from="2026-09-10"), field="insured_from",
)  # fmt: skip
passes(
    "APP-014", "two policies one after the other", apprentice(insured_to="2026-12-31"),
    make.insured_person(insured_from="2027-01-01"), POLICY, alike=True,
)  # fmt: skip
passes(
    "APP-014",
    "left before",
    apprentice(insured_to="2026-10-31", status="退出", status_on="2026-10-31"),
    alike=True,
)
passes("APP-014", "an employee", apprentice(**BARE), NEW, alike=True)
passes("APP-014", "no first day", apprentice(**BARE, start_on=None), alike=True)
fires("PLC-008", "not at all", placement(policy_number=None), apprentice(**BARE), field="policy_number")
passes("PLC-008", "by the roster's columns", placement(), APPRENTICE)
passes(
    "PLC-008",
    "by its own policy",
    placement(policy_number=make.POLICY),
    apprentice(**BARE),
    POLICY,
    edge=True,
)
fires(
    "PLC-008", "its policy begins later", placement(policy_number=make.POLICY), apprentice(**BARE),
    make.insurance_policy(insured_from="2026-07-07"), field="policy_number", edge=True,
)  # fmt: skip
passes("PLC-008", "nobody on the roster", placement(), alike=True)

# APP-015, APP-016 kind of insurance, on the list
fires("APP-015", "accident only", apprentice(insurance_kind="意外险"), field="insurance_kind")
passes("APP-015", "liability", apprentice())
passes(
    "APP-015", "the list is of another kind", apprentice(insurance_kind="意外险"), LISTED, POLICY, alike=True
)
passes("APP-015", "not told", apprentice(insurance_kind=None), alike=True)
ANOTHER = make.insured_person(id_number=make.ORDER_STUDENT_ID, name="赵磊")
fires("APP-016", "not on it", apprentice(), ANOTHER, field="policy_number")
passes("APP-016", "on it", apprentice(), LISTED, ANOTHER)
passes("APP-016", "no list yet", apprentice(), alike=True)

# APP-017 to APP-019, PLC-009 to PLC-011 mentors
for make_one, own, term, place in (
    (apprentice, "APP-017", "APP-018", "APP-019"),
    (placement, "PLC-009", "PLC-010", "PLC-011"),
):
    fires(own, "unknown", make_one(), field="mentor")
    passes(own, "known", make_one(), MENTOR)
    passes(own, "not told", make_one(mentor=None), alike=True)
    passes(
        own,
        "found by the link",
        linked(make_one(mentor="张师付"), mentor="m"),
        make.mentor(uid="m"),
        alike=True,
    )
    passes(term, "in term", make_one(), MENTOR)
    passes(term, "no term on the roster", make_one(), make.mentor(start_on=None, end_on=None), alike=True)
    fires(place, "of another enterprise", make_one(), make.mentor(enterprise=OTHER), field="mentor")
    passes(place, "of the enterprise", make_one(), MENTOR)
    passes(
        place, "of another party of the class", make_one(), make.mentor(enterprise=OTHER),
        make.cohort(enterprises=f"{make.ENTERPRISE}、{OTHER}"), alike=True,
    )  # fmt: skip
    passes(
        place, "under a former name", make_one(), make.mentor(enterprise="济宁海达机械厂"), make.enterprise(),
        make.former_name(), alike=True,
    )  # fmt: skip
fires(
    "APP-018",
    "over the day before",
    apprentice(),
    make.mentor(end_on="2026-09-29"),
    field="mentor",
    edge=True,
)
passes("APP-018", "over on the day", apprentice(), make.mentor(end_on="2026-09-30"), edge=True)
fires("APP-018", "not begun", apprentice(), make.mentor(start_on="2026-10-01"), field="mentor", edge=True)
fires(
    "PLC-010",
    "over before it ended",
    placement(),
    make.mentor(end_on="2026-07-30"),
    field="mentor",
    edge=True,
)
passes("PLC-010", "over when it ended", placement(), make.mentor(end_on="2026-07-31"), edge=True)
passes("APP-018", "two of one name", apprentice(), MENTOR, make.mentor(end_on="2026-01-01"), alike=True)
fires("APP-020", "one person", apprentice(school_mentor="张师傅"), field="school_mentor")
passes("APP-020", "two people", apprentice())
passes("APP-020", "neither", apprentice(mentor=None, school_mentor=None), alike=True)

# APP-021 to APP-024, PLC-012 to PLC-015 one placement after the other; the present one begins on 2026-09-01
BEFORE = {"kind": "岗位实习", "start_on": "2026-07-06", "ended_reason": "换企业"}
fires(
    "APP-021",
    "the same day",
    apprentice(),
    placement(**BEFORE, end_on="2026-09-01"),
    field="start_on",
    edge=True,
)
passes("APP-021", "the day after", apprentice(), placement(**BEFORE, end_on="2026-08-31"), edge=True)
passes("APP-021", "the only one", apprentice())
passes(
    "APP-021",
    "of another class",
    apprentice(),
    placement(**BEFORE, cohort="X", end_on="2026-09-01"),
    alike=True,
)
LATER = {"kind": "岗位实习", "start_on": "2027-07-01", "end_on": "2027-12-31"}
fires(
    "PLC-012",
    "the last day",
    placement(**LATER | {"start_on": "2027-06-30"}),
    APPRENTICE,
    field="start_on",
    edge=True,
)
passes("PLC-012", "the day after", placement(**LATER), APPRENTICE, edge=True)
fires(
    "APP-022",
    "a day between",
    apprentice(),
    placement(**BEFORE, end_on="2026-08-30"),
    field="start_on",
    edge=True,
)
passes("APP-022", "none between", apprentice(), placement(**BEFORE, end_on="2026-08-31"), edge=True)
passes(
    "APP-022",
    "back at school",
    apprentice(),
    placement(**BEFORE | {"ended_reason": "返校"}, end_on="2026-08-01"),
)
passes("APP-022", "after a visit", apprentice(), placement(ended_reason=None), alike=True)
fires(
    "PLC-013",
    "a day between",
    placement(**LATER | {"start_on": "2027-07-02"}),
    APPRENTICE,
    field="start_on",
    edge=True,
)
passes("PLC-013", "none between", placement(**LATER), APPRENTICE, edge=True)
ELSEWHERE = {**BEFORE, "enterprise": OTHER, "end_on": "2026-08-31"}
fires("APP-023", "the old agreement", apprentice(), placement(**ELSEWHERE), field="agreement_number")
fires("APP-023", "none", apprentice(agreement_number=None), placement(**ELSEWHERE), field="agreement_number")
passes("APP-023", "a new one", apprentice(agreement_number="XTZ-2026-007"), placement(**ELSEWHERE))
passes(
    "APP-023", "a former name", apprentice(), placement(**ELSEWHERE | {"enterprise": "济宁海达机械厂"}), make.enterprise(),
    make.former_name(), alike=True,
)  # fmt: skip
MOVED = {**LATER, "enterprise": OTHER}
fires("PLC-014", "the old agreement", placement(**MOVED), APPRENTICE, field="agreement_number")
passes("PLC-014", "a new one", placement(**MOVED, agreement_number="XTZ-2027-001"), APPRENTICE)
passes("PLC-014", "the same enterprise", placement(**LATER), APPRENTICE, alike=True)
fires(
    "APP-024",
    "the old policy",
    apprentice(),
    placement(**ELSEWHERE, policy_number=make.POLICY),
    field="policy_number",
)
passes(
    "APP-024",
    "a new policy",
    apprentice(policy_number="PZ2"),
    placement(**ELSEWHERE, policy_number=make.POLICY),
)
passes(
    "APP-024", "an endorsement", apprentice(), placement(**ELSEWHERE, policy_number=make.POLICY),
    make.insured_person(endorsement_number="PD-1", insured_from="2026-08-31"), alike=True,
)  # fmt: skip
fires(
    "PLC-015",
    "the old policy",
    placement(**MOVED, policy_number=make.POLICY),
    APPRENTICE,
    field="policy_number",
)
passes("PLC-015", "a new policy", placement(**MOVED, policy_number="PZ3"), APPRENTICE)
passes("PLC-015", "the same enterprise", placement(**LATER), APPRENTICE, alike=True)
