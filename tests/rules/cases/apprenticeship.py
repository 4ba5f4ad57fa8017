"""Cases of the rules about the roll, classes, mentors, insurance policies and the enterprises' own scheme."""

from __future__ import annotations

import datetime as dt
from typing import Any

from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.register import Record
from tests import make
from tests.rules.case import fires, passes

apprentice, cohort, mentor = make.apprentice, make.cohort, make.mentor
DAY = dt.date
APPRENTICE, COHORT, MENTOR = apprentice(), cohort(), mentor()
OTHER = "邹城宏河电子有限公司"
OUT_CODE = "XX2026-01"
NEW = cohort(scheme="企业新型学徒制")
NEW_BESIDE = cohort(cohort_code=OUT_CODE, name="企业新型学徒班", scheme="企业新型学徒制")


def people(count: int, **given: Any) -> list[Record]:
    """So many apprentices of the class."""
    numbers = [make.id_number(DAY(2007, 1, 1), serial=each) for each in range(count)]
    return [apprentice(uid=f"p{place}", id_number=number, **given) for place, number in enumerate(numbers)]


def change(kind: str, on: str, **given: Any) -> Record:
    """A change of the apprentice's."""
    return make.status_change(kind=kind, changed_on=on, id_number=make.APPRENTICE_ID, **given)


# APP-025 at school; the day is 2026-09-30
fires("APP-025", "on leave", apprentice(student_status="休学"), field="student_status")
fires("APP-025", "left on the day", apprentice(), change("退学", "2026-09-30"), field="status", edge=True)
passes("APP-025", "leaves the day after", apprentice(), change("退学", "2026-10-01"), edge=True)
passes("APP-025", "at school", apprentice(student_status="在读"))
passes(
    "APP-025",
    "back again",
    apprentice(),
    change("休学", "2025-03-01"),
    change("复学", "2026-03-01"),
    alike=True,
)
passes("APP-025", "another major", apprentice(), change("转专业", "2026-03-01"), alike=True)
passes("APP-025", "told to have left", apprentice(status="退出"), change("退学", "2026-03-01"), alike=True)
fires("APP-025", "called up", apprentice(), change("保留学籍", "2026-09-10"), field="status")

# APP-026 one scheme; the class's days are 2026-09-01 to 2027-06-30
BOTH = {"cohort": OUT_CODE, "uid": "z"}
fires(
    "APP-026", "both at once", apprentice(uid="a"), apprentice(**BOTH, start_on="2027-06-30"), COHORT, NEW_BESIDE,
    field="cohort", edge=True,
)  # fmt: skip
passes(
    "APP-026", "one after the other", apprentice(uid="a"), apprentice(**BOTH, start_on="2027-07-01", end_on="长期"),
    COHORT, NEW_BESIDE, edge=True,
)  # fmt: skip
passes(
    "APP-026", "left the one", apprentice(uid="a", status="退出", status_on="2026-12-31"),
    apprentice(**BOTH, start_on="2027-01-01"), COHORT, NEW_BESIDE, alike=True,
)  # fmt: skip
passes(
    "APP-026", "two student classes", apprentice(uid="a"), apprentice(cohort="B", uid="z"), COHORT, alike=True
)

# APP-027 ordered by another enterprise
ORDERED = {"id_number": make.APPRENTICE_ID, "enterprise": OTHER}
fires("APP-027", "by another", apprentice(), make.order_student(**ORDERED), COHORT, field="enterprise")
passes(
    "APP-027",
    "by the same",
    apprentice(),
    make.order_student(**ORDERED | {"enterprise": make.ENTERPRISE}),
    COHORT,
)
fires(
    "APP-027", "left on the first day", apprentice(), make.order_student(**ORDERED, left_on="2026-09-01"), COHORT,
    field="enterprise", edge=True,
)  # fmt: skip
passes(
    "APP-027",
    "left the day before",
    apprentice(),
    make.order_student(**ORDERED, left_on="2026-08-31"),
    COHORT,
    edge=True,
)
passes(
    "APP-027", "a former name", apprentice(), make.order_student(**ORDERED | {"enterprise": "济宁海达机械厂"}),
    make.enterprise(), make.former_name(), alike=True,
)  # fmt: skip

# APP-028 to APP-032
GONE = {"status": "退出", "status_on": "2026-09-20", "status_reason": "因病"}
fires("APP-028", "no day", apprentice(**GONE | {"status_on": None}), field="status_on")
fires("APP-028", "no reason", apprentice(**GONE | {"status_reason": None}), field="status_reason")
passes("APP-028", "told", apprentice(**GONE))
passes("APP-028", "graduated", apprentice(status="结业"), alike=True)
fires("APP-029", "no document", apprentice(artisan_reserve=True), field="artisan_reserve_document")
passes(
    "APP-029", "documented", apprentice(artisan_reserve=True, artisan_reserve_document="鲁人社字〔2026〕18号")
)
passes("APP-029", "is none", apprentice(artisan_reserve=False), alike=True)
fires("APP-030", "before he came", apprentice(start_on="2024-08-31"), field="start_on", edge=True)
passes("APP-030", "when he came", apprentice(start_on="2024-09-01"), edge=True)
fires("APP-030", "too long", apprentice(schooling="3年", end_on="2027-09-02"), field="end_on", edge=True)
passes("APP-030", "to the day", apprentice(schooling="3年", end_on="2027-09-01"), edge=True)
passes("APP-030", "of two schools", apprentice(schooling="3+2", end_on="2029-06-30"), alike=True)
fires("APP-031", "no party", apprentice(enterprise=OTHER), COHORT, field="enterprise")
passes("APP-031", "a party", apprentice(), COHORT)
passes("APP-031", "class unknown", apprentice(enterprise=OTHER), alike=True)
passes(
    "APP-031", "a former name", apprentice(enterprise="济宁海达机械厂"), COHORT, make.enterprise(), make.former_name(),
    alike=True,
)  # fmt: skip
fires(
    "APP-032",
    "a day early",
    apprentice(),
    make.agreement(start_on="2026-09-02"),
    field="agreement_number",
    edge=True,
)
passes("APP-032", "on the day", apprentice(), make.agreement(start_on="2026-09-01"), edge=True)
fires(
    "APP-032", "over", apprentice(), make.agreement(end_on="2026-08-31"), field="agreement_number", edge=True
)
passes(
    "APP-032", "over and renewed", apprentice(), make.agreement(end_on="2026-08-31"),
    make.agreement(agreement_number="X", parent_agreement=make.APPRENTICE_AGREEMENT), alike=True,
)  # fmt: skip

# PER-012, PER-013 a name that changed; one registration
RENAMED = make.part_time_teacher(name="李明远")
fires("PER-012", "told here", make.appointment(note="曾用名李明远"), RENAMED, field="name")
fires(
    "PER-012",
    "told there",
    make.appointment(),
    make.part_time_teacher(name="李明远", note="曾用名李明"),
    field="name",
)
passes("PER-012", "one name", make.appointment(note="曾用名李明远"), make.part_time_teacher())
passes("PER-012", "another name, nothing told", make.appointment(), RENAMED, alike=True)
passes("PER-012", "the note is of something else", make.appointment(note="曾用名王明"), RENAMED, alike=True)
passes("PER-005", "a name that changed", make.appointment(note="曾用名李明远"), RENAMED, alike=True)
G, L = f"G{make.APPRENTICE_ID}", f"L{make.APPRENTICE_ID}"
TWIN = {"id_number": make.APPRENTICE_ID}
fires(
    "PER-013", "two numbers", apprentice(registration_number=G), make.order_student(**TWIN, registration_number=L),
    field="registration_number",
)  # fmt: skip
fires(
    "PER-013", "one number, two people", apprentice(registration_number=G), make.order_student(registration_number=G),
    field="registration_number",
)  # fmt: skip
passes("PER-013", "one", apprentice(registration_number=G), make.order_student(**TWIN, registration_number=G))
passes("PER-013", "not told there", apprentice(registration_number=G), make.order_student(**TWIN), alike=True)

# COH-001, MEN-001 apprentices for each mentor
fires("MEN-001", "six", MENTOR, *people(6), field="name", edge=True)
passes("MEN-001", "five", MENTOR, *people(5), edge=True)
passes("MEN-001", "one left", MENTOR, *people(5), apprentice(status="退出"), alike=True)
passes("MEN-001", "of a namesake", MENTOR, mentor(enterprise=OTHER), *people(6, enterprise=OTHER), alike=True)
fires("COH-001", "six for one", COHORT, *people(6), field="mentor_count", edge=True)
passes("COH-001", "five for one", COHORT, *people(5), edge=True)
passes("COH-001", "six for two", COHORT, *people(5), apprentice(mentor="王师傅"), alike=True)
fires("COH-001", "38 for 7", cohort(mentor_count=7), *people(38, mentor=None), field="mentor_count")
passes("COH-001", "38 for 8", cohort(mentor_count=8), *people(38, mentor=None))

# MEN-002 to MEN-005
PLAIN = {"skill_level": None, "title_level": None, "professional_title": None}
fires("MEN-002", "neither", mentor(**PLAIN), field="skill_level")
fires(
    "MEN-002", "one step short", mentor(**PLAIN | {"skill_level": "中级工"}), field="skill_level", edge=True
)
passes("MEN-002", "a senior worker", mentor(**PLAIN | {"skill_level": "高级工"}), edge=True)
passes("MEN-002", "an engineer", mentor(**PLAIN | {"professional_title": "工程师"}), alike=True)
passes("MEN-002", "a craftsman of the city", mentor(**PLAIN, honour="济宁工匠"), alike=True)
BOTH_ROLES = {"id_number": make.MENTOR_ID, "name": "张师傅"}
fires(
    "MEN-003",
    "another phone",
    MENTOR,
    make.part_time_teacher(**BOTH_ROLES, phone="13805370199"),
    field="phone",
)
passes("MEN-003", "the same", MENTOR, make.part_time_teacher(**BOTH_ROLES, phone="13805370102"))
passes("MEN-003", "somebody else", MENTOR, make.part_time_teacher(), alike=True)
NUMBER = "S000037080001000000101"
fires("MEN-004", "two mentors", MENTOR, mentor(id_number=make.TEACHER_ID), field="skill_certificate_number")
passes("MEN-004", "his own", MENTOR, mentor(enterprise=OTHER))
passes(
    "MEN-004", "himself as a teacher", MENTOR, make.part_time_teacher(**BOTH_ROLES, skill_certificate_number=NUMBER),
    alike=True,
)  # fmt: skip
fires("MEN-005", "not found", mentor(certificate_checked="查无此证"), field="certificate_checked")
passes("MEN-005", "agrees", mentor(certificate_checked="一致"))
passes("MEN-005", "not told", MENTOR, alike=True)

# COH-002 to COH-005 sizes
TWO = people(2)
fires("COH-002", "one short", cohort(enrolled_size=2), APPRENTICE, field="enrolled_size", edge=True)
passes("COH-002", "as many", cohort(enrolled_size=2), *TWO, edge=True)
passes(
    "COH-002",
    "one left",
    cohort(enrolled_size=2),
    TWO[0],
    apprentice(status="退出"),
    alike=True,
)
passes("COH-002", "no roster yet", cohort(enrolled_size=38), alike=True)
passes(
    "COH-002",
    "named by its name",
    cohort(enrolled_size=1),
    apprentice(cohort="2024级机电学徒1班"),
    alike=True,
)
fires("COH-003", "one more", cohort(planned_size=40, enrolled_size=41), field="enrolled_size", edge=True)
passes("COH-003", "as planned", cohort(planned_size=40, enrolled_size=40), edge=True)
fires("COH-004", "one short", cohort(posts=1), *TWO, field="posts", edge=True)
passes("COH-004", "enough", cohort(posts=2), *TWO, edge=True)
fires("COH-004", "no roster yet", cohort(posts=37, enrolled_size=38), field="posts")
passes("COH-004", "one left", cohort(posts=1), TWO[0], apprentice(status="退出"), alike=True)
fires("COH-005", "one more", cohort(mentor_count=2), *TWO, field="mentor_count")
passes("COH-005", "as many", cohort(mentor_count=1, school_mentor_count=1), *TWO)
passes("COH-005", "none on the roster", cohort(mentor_count=8), apprentice(mentor=None), alike=True)

# COH-006 covered by the chain of agreements; the class is 2026-09-01 to 2027-06-30
PART = {"end_on": "2026-12-31"}
RENEWAL = {"agreement_number": "X-2", "relation": "续签", "parent_agreement": make.APPRENTICE_AGREEMENT}
fires(
    "COH-006",
    "ends a day early",
    COHORT,
    make.agreement(end_on="2027-06-29"),
    field="agreement_number",
    edge=True,
)
passes("COH-006", "ends on the day", COHORT, make.agreement(end_on="2027-06-30"), edge=True)
passes("COH-006", "renewed", COHORT, make.agreement(**PART), make.agreement(**RENEWAL, start_on="2027-01-01"))
fires(
    "COH-006", "renewed a day late", COHORT, make.agreement(**PART), make.agreement(**RENEWAL, start_on="2027-01-02"),
    field="agreement_number",
)  # fmt: skip
fires(
    "COH-006", "ended", COHORT, make.agreement(), make.agreement(**RENEWAL | {"relation": "解除"}, start_on="2027-01-02"),
    field="agreement_number",
)  # fmt: skip
passes("COH-006", "not on the ledger", COHORT, alike=True)

# COH-007 to COH-013
fires("COH-007", "a day late", cohort(plan_reviewed_on="2026-09-02"), field="plan_reviewed_on", edge=True)
passes("COH-007", "on the day", cohort(plan_reviewed_on="2026-09-01"), edge=True)
passes(
    "COH-007",
    "only the month of the start",
    cohort(plan_reviewed_on="2026-09-20", start_on="2026-09"),
    alike=True,
)
fires("COH-008", "100 short", cohort(theory_periods=700, practice_periods=900), field="school_periods")
passes("COH-008", "adds up", cohort(theory_periods=700, practice_periods=1000))
passes("COH-008", "half told", cohort(theory_periods=700), alike=True)
HALF: dict[str, Any] = {"parameters": {"apprenticeship.least_enterprise_share": "0.50"}}
fires(
    "COH-009",
    "one short",
    cohort(school_periods=801, enterprise_periods=799),
    field="enterprise_periods",
    edge=True,
    **HALF,
)
passes("COH-009", "a half", cohort(school_periods=800, enterprise_periods=800), edge=True, **HALF)
passes("COH-009", "no parameter", cohort(school_periods=1600, enterprise_periods=10), alike=True)
SIZES: dict[str, Any] = {
    "parameters": {"apprenticeship.smallest_class": 20, "apprenticeship.largest_class": 50}
}
fires("COH-010", "one short", cohort(enrolled_size=19), field="enrolled_size", edge=True, **SIZES)
passes("COH-010", "just enough", cohort(enrolled_size=20), edge=True, **SIZES)
fires("COH-010", "one more", cohort(enrolled_size=51), field="enrolled_size", edge=True, **SIZES)
passes("COH-010", "no parameter", cohort(enrolled_size=3), alike=True)
fires("COH-011", "no document", cohort(document_number=None), field="document_number")
passes("COH-011", "documented", COHORT)
passes("COH-011", "the school's own", cohort(document_number=None, pilot_level="校级"), alike=True)
fires("COH-012", "from nowhere", cohort(fund_source=None), field="fund_source")
passes("COH-012", "from somewhere", COHORT)
passes("COH-012", "none", cohort(budget_yuan=None, fund_source=None), alike=True)
fires("COH-013", "over the day before", cohort(end_on="2026-09-29"), APPRENTICE, field="end_on", edge=True)
passes("COH-013", "over on the day", cohort(end_on="2026-09-30"), APPRENTICE, edge=True)
passes("COH-013", "all have finished", cohort(end_on="2026-09-29"), apprentice(status="结业"), alike=True)

# INS-001 to INS-003
policy = make.insurance_policy
fires("INS-001", "by the students", policy(payer="学生本人"), field="payer")
passes("INS-001", "by the school", policy())
passes("INS-001", "their own accident insurance", policy(payer="学生", kind="意外险"), alike=True)
fires("INS-002", "one short", policy(head_count=2), make.insured_person(), field="head_count", edge=True)
passes("INS-002", "as many", policy(head_count=1), make.insured_person(), edge=True)
passes("INS-002", "no list yet", policy(head_count=38), alike=True)
fires(
    "INS-003",
    "a day early",
    make.insured_person(insured_from="2026-06-30"),
    policy(),
    field="insured_from",
    edge=True,
)
passes("INS-003", "on the day", make.insured_person(), policy(), edge=True)
fires(
    "INS-003",
    "too long",
    make.insured_person(insured_to="2027-08-01"),
    policy(),
    field="insured_to",
    edge=True,
)
passes("INS-003", "no policy on record", make.insured_person(insured_from="2020-01-01"), alike=True)

# NEW-001 to NEW-006 the enterprise's own apprentices
EMPLOYED: dict[str, Any] = {
    "contract_start_on": "2026-09-01", "contract_end_on": "2027-08-31", "student_status": None,
}  # fmt: skip


def employee(**given: Any) -> Apprentice:
    """An apprentice of 企业新型学徒制."""
    return apprentice(**EMPLOYED | given)


fires("NEW-001", "none", employee(contract_start_on=None), NEW, field="contract_start_on")
fires(
    "NEW-001", "a day short", employee(contract_end_on="2027-08-30"), NEW, field="contract_end_on", edge=True
)
passes("NEW-001", "a year", employee(), NEW, edge=True)
passes("NEW-001", "without an end", employee(contract_end_on="长期"), NEW, alike=True)
passes("NEW-001", "a student", employee(contract_start_on=None), COHORT, alike=True)
fires("NEW-002", "at school", employee(student_status="在读"), NEW, field="student_status")
STUDENT = make.order_student(id_number=make.APPRENTICE_ID, student_status="在读")
fires("NEW-002", "at school elsewhere", employee(), NEW, STUDENT, field="id_number")
passes("NEW-002", "graduated", employee(student_status="毕业"), NEW)
passes("NEW-002", "a student apprentice", employee(student_status="在读"), COHORT, alike=True)
fires("NEW-003", "had it", employee(subsidised_before=True), NEW, field="subsidised_before")
passes("NEW-003", "had it not", employee(subsidised_before=False), NEW)
passes("NEW-003", "a student", employee(subsidised_before=True), COHORT, alike=True)
EARLIER = {"uid": "a", "cohort": OUT_CODE, "start_on": "2025-09-01"}
fires(
    "NEW-004", "still in the other", employee(uid="b"), employee(**EARLIER, end_on="2026-09-01"), NEW, NEW_BESIDE,
    field="cohort", edge=True,
)  # fmt: skip
passes(
    "NEW-004",
    "the other is over",
    employee(uid="b"),
    employee(**EARLIER, end_on="2026-08-31"),
    NEW,
    NEW_BESIDE,
    edge=True,
)
passes("NEW-004", "the same row", employee(uid="b"), employee(uid="a"), NEW, alike=True)
fires(
    "NEW-005",
    "no step up",
    employee(current_skill_level="高级工"),
    NEW,
    field="target_skill_level",
    edge=True,
)
passes("NEW-005", "a step up", employee(current_skill_level="中级工"), NEW, edge=True)
fires("NEW-005", "off the scheme", employee(target_skill_level="初级工"), NEW, field="target_skill_level")
passes("NEW-005", "a student", employee(target_skill_level="初级工"), COHORT, alike=True)
fires(
    "NEW-006",
    "a day late",
    employee(contract_start_on="2026-09-02"),
    NEW,
    field="contract_start_on",
    edge=True,
)
passes("NEW-006", "on the day", employee(), NEW, edge=True)
fires("NEW-006", "too short", employee(contract_end_on="2027-06-29"), NEW, field="contract_end_on", edge=True)
passes("NEW-006", "a student", employee(contract_end_on="2026-10-01"), COHORT, alike=True)


def of_scheme(**given: Any) -> Record:
    """A class of 企业新型学徒制."""
    return cohort(scheme="企业新型学徒制", **given)


# NEW-007 to NEW-010 the class
fires(
    "NEW-007",
    "three years and a day",
    of_scheme(end_on="2029-09-01"),
    field="end_on",
    severity="error",
    edge=True,
)
fires("NEW-007", "three years", of_scheme(end_on="2029-08-31"), field="end_on", edge=True)
fires("NEW-007", "short", of_scheme(), field="end_on")
passes("NEW-007", "a year", of_scheme(end_on="2027-08-31"), edge=True)
passes("NEW-007", "a class of students", cohort(end_on="2030-08-31"), alike=True)
fires("NEW-008", "a day late", of_scheme(filed_on="2026-09-02"), field="filed_on", edge=True)
passes("NEW-008", "on the day", of_scheme(filed_on="2026-09-01"), edge=True)
fires("NEW-008", "not told", of_scheme(), field="filed_on", severity="info")
passes("NEW-008", "a class of students", COHORT, alike=True)
THREE: dict[str, Any] = {"parameters": {"apprentice_subsidy.least_class_mentors": 3}}
fires("NEW-009", "two", of_scheme(mentor_count=2), field="mentor_count", edge=True, **THREE)
passes("NEW-009", "three", of_scheme(mentor_count=3, skilled_mentor_count=1), edge=True, **THREE)
fires(
    "NEW-009",
    "none skilled",
    of_scheme(mentor_count=3, skilled_mentor_count=0),
    field="skilled_mentor_count",
    **THREE,
)
passes("NEW-009", "no parameter", of_scheme(mentor_count=1), alike=True)
YUAN: dict[str, Any] = {"parameters": {"apprentice_subsidy.yuan_per_year.中级工": "5000.00"}}
YEAR = {"end_on": "2027-08-31", "target_skill_level": "中级工", "enrolled_size": 30}
fires(
    "NEW-010",
    "a cent more",
    of_scheme(**YEAR, prepaid_yuan="75000.01"),
    field="prepaid_yuan",
    edge=True,
    **YUAN,
)
passes("NEW-010", "a half", of_scheme(**YEAR, prepaid_yuan="75000"), edge=True, **YUAN)
passes("NEW-010", "no standard", of_scheme(**YEAR, prepaid_yuan="999999"), alike=True)

# COH-014 to COH-017, ORD-001 to ORD-004, MAJ-001 majors
for made, level, old, name, open_to in (
    (make.cohort, "COH-014", "COH-015", "COH-016", "COH-017"),
    (make.order_class, "ORD-001", "ORD-002", "ORD-003", "ORD-004"),
):
    SCHOOL = make.school()
    fires(level, "of a middle school", made(major_code="660301"), SCHOOL, field="major_code")
    passes(level, "of a college", made(), SCHOOL)
    passes(
        level,
        "of the catalogue of 2015",
        made(major_code="560301", catalogue_version="2015年版"),
        SCHOOL,
        alike=True,
    )
    fires(
        old,
        "of 2010",
        made(major_code="051300", catalogue_version=None, start_on="2021-09-01"),
        field="major_code",
    )
    passes(old, "of 2021", made())
    fires(name, "another name", made(major_name="数控技术"), make.major(), field="major_name")
    fires(name, "not on the ledger", made(major_code="460302"), make.major(), field="major_code")
    passes(name, "as on the ledger", made(), make.major())
    passes(name, "no ledger yet", made(major_name="数控技术"), alike=True)
    fires(open_to, "closed", made(), make.major(status="停招"), field="major_code")
    passes(open_to, "open", made(), make.major())
passes("COH-014", "no school yet", cohort(major_code="660301"), alike=True)
fires(
    "COH-015", "entered in 2021", cohort(major_code="560301", catalogue_version="2015年版", start_on="2021-09-01"),
    field="major_code", edge=True,
)  # fmt: skip
passes(
    "COH-015",
    "entered in 2020",
    cohort(major_code="560301", catalogue_version="2015年版", start_on="2020-09-01"),
    edge=True,
)
OLD = {"major_code": "051300", "catalogue_version": None}
fires("ORD-002", "grade 2021", make.order_class(**OLD, grade="2021级"), field="major_code", edge=True)
passes("ORD-002", "grade 2020", make.order_class(**OLD, grade="2020级"), edge=True)
passes(
    "ORD-001",
    "of the level told",
    make.order_class(major_code="660301", level="中职"),
    make.school(),
    alike=True,
)
fires(
    "COH-017", "the first year", cohort(), make.major(first_enrolled_year=2026), field="major_code", edge=True
)
passes("COH-017", "the second year", cohort(), make.major(first_enrolled_year=2025), edge=True)
fires(
    "ORD-004",
    "the first year",
    make.order_class(),
    make.major(first_enrolled_year=2023),
    field="major_code",
    edge=True,
)
passes("ORD-004", "the second year", make.order_class(), make.major(first_enrolled_year=2022), edge=True)
fires("MAJ-001", "another level", make.major(level="中职"), field="level")
passes("MAJ-001", "its level", make.major())
passes("MAJ-001", "of a technician school", make.major(major_code="0203-3", level="中职"), alike=True)
