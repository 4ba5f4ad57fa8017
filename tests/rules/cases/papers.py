"""Cases of the rules about papers, the calendar and the standards of a college."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests import make
from tests.rules.case import fires, passes

DAY = dt.date
recipient, notice, staffing, term = make.recipient, make.notice, make.staffing, make.term

# FIL-004, FIL-005 numbers of documents
for wrong in (
    "济教字[2026]5号",
    "济教字（2026）5号",
    "济教字【2026】5号",
    "济教字〔2026〕第5号",
    "济教字〔2026〕05号",
):
    fires("FIL-004", wrong, make.honour(document_number=wrong), field="document_number")
passes("FIL-004", "as it should be", make.honour(document_number="济教字〔2026〕5号"))
passes("FIL-004", "a register's own", make.former_name(), alike=True)
passes("FIL-004", "no number of a year", make.honour(document_number="ZS-2026-005"), alike=True)
passes("FIL-004", "a filing's number", make.order_class(), alike=True)
fires("FIL-005", "repealed", make.cohort(document_number="济人社发〔2016〕66号"), field="document_number")
fires(
    "FIL-005",
    "repealed, in other brackets",
    make.cohort(document_number="济人社发[2016]66号"),
    field="document_number",
)
passes("FIL-005", "in force", make.cohort())
passes("FIL-005", "another of that year", make.cohort(document_number="济人社发〔2016〕67号"), alike=True)

# FIL-006, FIL-007 recipients
TECHNICIANS = make.school(school_type="技师学院")
fires("FIL-006", "technicians to the education bureau", recipient(), TECHNICIANS, field="recipient")
passes("FIL-006", "as usual", recipient(), make.school())
passes(
    "FIL-006",
    "technicians to their own",
    recipient(recipient="济宁市人力资源和社会保障局"),
    TECHNICIANS,
    alike=True,
)
fires(
    "FIL-006",
    "somebody else",
    recipient(recipient="山东省教育厅"),
    make.school(),
    field="recipient",
    severity="info",
)
fires(
    "FIL-006",
    "another kind of paper",
    recipient(paper_kind="函"),
    make.school(),
    field="paper_kind",
    severity="info",
)
COUNTY = make.school(school_type="职业高中学校", authority="任城区教育和体育局")
fires("FIL-006", "no first review", recipient(recipient="任城区教育和体育局"), COUNTY, field="first_reviewer")
TWO = "济宁市教育局、济宁市人力资源和社会保障局"
fires("FIL-007", "two", recipient(recipient=TWO), field="recipient")
passes("FIL-007", "one", recipient())
passes("FIL-007", "one with 和 in its name", recipient(recipient="济宁市人力资源和社会保障局"), alike=True)

# FIL-008 to FIL-010
fires("FIL-008", "the day before", notice(due_on="2026-09-07"), field="due_on", edge=True)
passes("FIL-008", "on the day", notice(due_on="2026-09-08"), edge=True)
FILED: dict[str, Any] = {"filing": "part-time-appointments"}
fires("FIL-009", "a holiday", make.school(), field=None, day=DAY(2026, 10, 1), edge=True, **FILED)
passes("FIL-009", "a Wednesday", make.school(), edge=True, **FILED)
passes("FIL-009", "a Saturday worked instead", make.school(), day=DAY(2026, 10, 10), alike=True, **FILED)
passes("FIL-009", "nothing filed", make.school(), day=DAY(2026, 10, 1), alike=True)
OLD = "第5学期顶岗实习"
fires("FIL-010", "the old name", make.cohort(alternation=OLD), field="alternation")
fires("FIL-010", "on an agreement", make.agreement(note=OLD), field="note")
passes("FIL-010", "the new name", make.cohort(alternation="第5学期岗位实习"))
passes("FIL-010", "signed while it was lawful", make.agreement(note=OLD, signed_on="2021-12-31"), edge=True)
fires("FIL-010", "signed after", make.agreement(note=OLD, signed_on="2022-01-01"), field="note", edge=True)
passes("FIL-010", "somebody's note", make.apprentice(note=OLD), alike=True)

# FIL-011 to FIL-014 papers before the filing; the day is 2026-09-30
for rule, made, field, filing in (
    ("FIL-011", make.apprentice, "consent_on", "apprenticeship"),
    ("FIL-012", make.order_class, "filed_on", "order-agreements"),
    ("FIL-013", make.settlement, "paid_on", "hourly-subsidy"),
    ("FIL-014", make.graduate_outcome, "verified_on", "order-subsidy"),
):
    more = {"taught_to": "2026-09-30"} if rule == "FIL-013" else {}
    fires(rule, "the day after", made(**more, **{field: "2026-10-01"}), field=field, edge=True, filing=filing)
    passes(rule, "on the day", made(**more, **{field: "2026-09-30"}), edge=True, filing=filing)

# QUO-010, QUO-011 standards
ONE = (make.appointment(), make.part_time_teacher())
fires(
    "QUO-010",
    "technicians, over a third",
    staffing(full_time_teachers=1),
    *ONE,
    make.school(school_type="技师学院"),
    field="full_time_teachers",
    edge=True,
)
passes(
    "QUO-010",
    "technicians, a third",
    staffing(full_time_teachers=2),
    *ONE,
    make.school(school_type="技师学院"),
    edge=True,
)
fires(
    "QUO-010",
    "a college, over a quarter",
    staffing(full_time_teachers=3),
    *ONE,
    make.school(),
    field="full_time_teachers",
    edge=True,
)
passes("QUO-010", "a college, a quarter", staffing(full_time_teachers=4), *ONE, make.school(), edge=True)
fires(
    "QUO-010",
    "a middle school, hardly any",
    staffing(full_time_teachers=11),
    *ONE,
    make.school(school_type="中等技术学校"),
    field="full_time_teachers",
    edge=True,
)
passes(
    "QUO-010",
    "a middle school, some",
    staffing(full_time_teachers=10),
    *ONE,
    make.school(school_type="中等技术学校"),
    edge=True,
)
passes("QUO-010", "nobody in post", staffing(full_time_teachers=1), make.school(), alike=True)
fires(
    "QUO-011",
    "one short",
    staffing(major_teachers=100, dual_qualified_teachers=29),
    field="dual_qualified_teachers",
    edge=True,
)
passes("QUO-011", "thirty", staffing(major_teachers=100, dual_qualified_teachers=30), edge=True)
passes("QUO-011", "not told", staffing(), alike=True)

# TRM-001, TRM-002
SPRING = {"uid": "b", "term_number": "2", "end_on": "2027-07-15", "exam_from": None, "exam_to": None}
fires(
    "TRM-001",
    "the last day",
    term(**SPRING, start_on="2027-01-22"),
    term(uid="a"),
    field="start_on",
    edge=True,
)
passes("TRM-001", "the day after", term(**SPRING, start_on="2027-01-23"), term(uid="a"), edge=True)
passes(
    "TRM-001",
    "of another campus",
    term(**SPRING, start_on="2027-01-22", campus="南校区"),
    term(uid="a"),
    alike=True,
)
fires("TRM-002", "a week more", term(teaching_weeks=22), field="teaching_weeks", edge=True)
passes("TRM-002", "every week", term(teaching_weeks=21), edge=True)
fires("TRM-002", "examined after it", term(exam_to="2027-01-23"), field="exam_to", edge=True)
passes("TRM-002", "examined on its last day", term(), edge=True)
