"""Cases of the rules that hold in every register."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from college_desk.records.values.month import OPEN_END, Month
from tests import make
from tests.rules.case import fires, linked, passes

teacher, enterprise, appointment = make.part_time_teacher, make.enterprise, make.appointment


def _other_digit(number: str) -> str:
    """The number with another check character."""
    return number[:-1] + ("1" if number[-1] != "1" else "2")


# VAL-001 identity number
fires("VAL-001", "wrong check digit", teacher(id_number="110105194912310021"), field="id_number")
fires("VAL-001", "on an appointment", appointment(teacher=_other_digit(make.TEACHER_ID)), field="teacher")
fires("VAL-001", "seventeen digits", teacher(id_number="37080019820315001"), field="id_number")
fires("VAL-001", "unknown province", teacher(id_number=make.id_number(area="990000")), field="id_number")
fires(
    "VAL-001",
    "old number of fifteen",
    teacher(id_number="370811820315001"),
    field="id_number",
    severity="warning",
)
passes("VAL-001", "the standard's own sample", teacher(id_number="11010519491231002X"), edge=True)
passes("VAL-001", "a county since retired", teacher(id_number=make.id_number(area="370802")), alike=True)
passes("VAL-001", "a passport", teacher(id_type="A", id_number="E12345678"), alike=True)
passes("VAL-001", "no number", teacher(id_number=None))

# VAL-002 lost digits
fires("VAL-002", "digits lost in a spreadsheet", teacher(id_number="370811198503121000"), field="id_number")
fires(
    "VAL-002",
    "right by chance",
    make.bare(type(teacher()), id_number="370800198203140000"),
    field="id_number",
)
passes("VAL-002", "digits all there", teacher(id_number=make.TEACHER_ID))
passes(
    "VAL-002",
    "zeros elsewhere",
    teacher(id_number=make.id_number(dt.date(2000, 10, 10), area="370800")),
    alike=True,
)

# VAL-003 credit code
fires("VAL-003", "passes modulo 31 only", enterprise(uscc="123456789012345678"), field="uscc")
fires("VAL-003", "a digit off", enterprise(uscc="914403001922038217"), field="uscc")
fires("VAL-003", "an employer's", teacher(employer_uscc="91350200M000000510"), field="employer_uscc")
fires("VAL-003", "the old licence number", enterprise(uscc="370800228012345"), field="uscc")
passes("VAL-003", "a public company's", enterprise(uscc="91370000166122374N"))
passes("VAL-003", "a public institution's", make.school(uscc="121526004609138637"), alike=True)
passes("VAL-003", "none", enterprise(uscc=None))

# VAL-004 phone
fires("VAL-004", "ten digits", teacher(phone="1586363240"), field="phone")
fires("VAL-004", "no area code", enterprise(phone="2212345"), field="phone")
passes("VAL-004", "a mobile", teacher(phone="15863632401"), edge=True)
passes("VAL-004", "a landline", teacher(phone="0537-2212345"), alike=True)

# VAL-005 bank account
fires(
    "VAL-005",
    "a card that fails Luhn",
    teacher(bank_account="6226090000000047"),
    field="bank_account",
    severity="warning",
)
fires(
    "VAL-005",
    "letters in it",
    teacher(bank_account="622609000000004X"),
    field="bank_account",
    severity="error",
)
passes("VAL-005", "a card that passes", teacher(bank_account="6226090000000048"), edge=True)
passes("VAL-005", "a company's account", enterprise(bank_account="15450101040012346"), alike=True)

# VAL-006 days
fires(
    "VAL-006",
    "a year of long ago",
    make.bare(type(appointment()), start_on=dt.date(1026, 9, 1)),
    field="start_on",
)
fires("VAL-006", "too late", appointment(end_on=Month(2101, 1)), field="end_on", edge=True)
passes("VAL-006", "just in time", appointment(end_on=Month(2100, 12)), edge=True)
passes("VAL-006", "a usual day", appointment())
passes("VAL-006", "an open end", appointment(end_on=OPEN_END), alike=True)

# VAL-007 amounts
fires("VAL-007", "less than nothing", appointment(yuan_per_period=Decimal(-98)), field="yuan_per_period")
fires(
    "VAL-007",
    "thirteen periods in a row",
    make.teaching_hours(periods=Decimal(13)),
    field="periods",
    edge=True,
)
passes("VAL-007", "twelve periods in a row", make.teaching_hours(periods=Decimal(12)), edge=True)
passes("VAL-007", "half a period more", make.teaching_hours(periods=Decimal("2.5")), alike=True)
fires("VAL-007", "a fraction of a half", make.teaching_hours(periods=Decimal("2.3")), field="periods")

# VAL-008 names
fires("VAL-008", "a sign no font has", teacher(name="李\ue123"), field="name", severity="warning")
passes("VAL-008", "a name with its dot", teacher(name="买买提·吐尔逊"), alike=True)
passes("VAL-008", "a usual name", teacher())
passes("VAL-008", "a rare character", teacher(name="张𬭚"), alike=True)

# VAL-009 the rest
fires("VAL-009", "a text that goes on", appointment(course="数" * 201), field="course", edge=True)
passes("VAL-009", "a text of 200", appointment(course="数" * 200), edge=True)
passes("VAL-009", "a usual text", appointment())
passes("VAL-009", "a long note", appointment(note="说明。" * 60), alike=True)

# VAL-010 left from a template
SCHOOL = make.school()
fires("VAL-010", "crosses for a name", enterprise(name="××公司"), SCHOOL, field="name")
fires("VAL-010", "one cross is a sign", teacher(trade="××"), SCHOOL, field="trade")
fires("VAL-010", "XXX", appointment(course="XXX"), SCHOOL, field="course")
fires(
    "VAL-010",
    "a number not filled in",
    teacher(honour_document="鲁人社字〔2025〕××号"),
    SCHOOL,
    field="honour_document",
)
fires("VAL-010", "示例", teacher(employer="示例公司"), SCHOOL, field="employer")
fires("VAL-010", "示例 alone", appointment(course="示例"), SCHOOL, field="course", edge=True)
fires("VAL-010", "the instructions", appointment(note="填表说明：一人一行"), SCHOOL, field="note")
fires(
    "VAL-010",
    "beside the college's own name",
    appointment(note="济宁示例职业学院（示例）"),
    SCHOOL,
    field="note",
)
passes("VAL-010", "the college itself", SCHOOL, alike=True)
passes("VAL-010", "a part of the college's name", appointment(note="示例职院机电系"), SCHOOL, edge=True)
passes("VAL-010", "in a longer name", enterprise(name="济宁示例职业学院实训工厂"), SCHOOL, alike=True)
passes(
    "VAL-010", "the name twice over", appointment(note="济宁示例职业学院、示例职业学院"), SCHOOL, alike=True
)
passes("VAL-010", "a product of two", appointment(course="6×9平面设计"), SCHOOL, alike=True)
passes("VAL-010", "letters of a model", appointment(course="XX-50数控系统"), SCHOOL, alike=True)

# VAL-011 twice
fires("VAL-011", "one number, two teachers", teacher(uid="b"), teacher(uid="a"), field="id_number")
fires(
    "VAL-011",
    "one contract number twice",
    appointment(uid="b"),
    appointment(uid="a"),
    field="contract_number",
)
fires(
    "VAL-011",
    "unnumbered, same teacher and day",
    appointment(uid="b", contract_number=None),
    appointment(uid="a", contract_number=None),
    field="teacher",
)
fires(
    "VAL-011",
    "equal lessons",
    make.teaching_hours(uid="b"),
    make.teaching_hours(uid="a"),
    field="class_name",
    severity="warning",
)
passes("VAL-011", "told on the later one only", teacher(uid="a"), teacher(uid="b"), edge=True)
passes("VAL-011", "the same row again", teacher(), alike=True)
passes("VAL-011", "by itself", teacher(uid="a"))
passes(
    "VAL-011",
    "the same teacher under another contract",
    appointment(uid="b", contract_number="JZ-2"),
    appointment(uid="a"),
    alike=True,
)
passes(
    "VAL-011",
    "the next lesson",
    make.teaching_hours(uid="b", slot="3-4"),
    make.teaching_hours(uid="a"),
    alike=True,
)
passes("VAL-011", "an ended one before", teacher(uid="b"), teacher(uid="a", ended=True), alike=True)
passes("VAL-011", "the school", make.school(uid="b"), make.school(uid="a"), alike=True)

# VAL-012 key incomplete
fires("VAL-012", "no first part", teacher(id_number=None), field="id_number", severity="error")
fires("VAL-012", "no later part", make.apprentice(cohort=None), field="cohort", severity="info")
passes("VAL-012", "all parts", make.apprentice())
passes("VAL-012", "known by its other key", appointment(contract_number=None), alike=True)

# VAL-013 ended references
fires(
    "VAL-013",
    "the teacher was ended",
    linked(appointment(), teacher="gone"),
    teacher(uid="other"),
    field="teacher",
)
fires(
    "VAL-013",
    "the enterprise was ended",
    linked(make.agreement(), enterprise="gone"),
    enterprise(uid="gone", ended=True),
    field="enterprise",
)
passes("VAL-013", "the teacher is there", linked(appointment(), teacher="t"), teacher(uid="t"))
passes("VAL-013", "not linked yet", appointment(), alike=True)

# VAL-014 unknown references
fires("VAL-014", "a teacher nobody knows", appointment(), field="teacher", severity="error")
fires("VAL-014", "an enterprise nobody knows", make.mentor(), field="enterprise")
fires(
    "VAL-014", "hours of a teacher nobody knows", make.teaching_hours(), field="teacher", severity="warning"
)
fires("VAL-014", "any employer", teacher(), field="employer", severity="info", edge=True)
passes("VAL-014", "known by number", appointment(), teacher())
passes("VAL-014", "known by name", make.mentor(), enterprise(), alike=True)
passes("VAL-014", "named nothing", appointment(teacher=None, renewed_from=None), alike=True)
passes("VAL-014", "linked", linked(make.mentor(), enterprise="e"), alike=True)

# VAL-015 end before beginning
fires(
    "VAL-015",
    "a day before",
    appointment(start_on="2026-09-01", end_on="2026-08-31"),
    field="end_on",
    edge=True,
)
fires("VAL-015", "a notice", appointment(notice_from="2026-06-30", notice_to="2026-06-22"), field="notice_to")
fires("VAL-015", "by months", appointment(start_on=Month(2026, 9), end_on=Month(2026, 8)), field="end_on")
fires(
    "VAL-015",
    "a policy",
    make.insurance_policy(insured_from="2026-09-01", insured_to="2026-08-31"),
    field="insured_to",
)
passes("VAL-015", "the same day", appointment(start_on="2026-09-01", end_on="2026-09-01"), edge=True)
passes("VAL-015", "the same month", appointment(start_on="2026-09-15", end_on=Month(2026, 9)), alike=True)
passes("VAL-015", "an open end", appointment(end_on=OPEN_END), alike=True)
passes("VAL-015", "no end", appointment(end_on=None))
