"""Cases of the rules about who may be appointed, and who may hold a 20% post."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from tests import make
from tests.rules.case import fires, passes

appointment = make.appointment
teacher = make.part_time_teacher
TEACHER = make.part_time_teacher()

# APT-002 who may use the allowance
for kind in ("校内专任", "校外兼课", "校内兼课", "实习指导教师"):
    fires(
        "APT-002",
        kind,
        appointment(counts_in_quota=True),
        teacher(teacher_kind=kind),
        field="counts_in_quota",
    )
fires(
    "APT-002",
    "from another school",
    appointment(counts_in_quota=True),
    teacher(person_source="其他学校教师"),
    field="counts_in_quota",
)
passes("APT-002", "from outside", appointment(counts_in_quota=True), TEACHER)
passes(
    "APT-002",
    "a teacher of another school who does not count",
    appointment(),
    teacher(teacher_kind="校外兼课"),
    alike=True,
)
passes("APT-002", "class not told", appointment(counts_in_quota=True), teacher(teacher_kind=None), alike=True)

# APT-003 public courses
fires(
    "APT-003",
    "a public course",
    appointment(counts_in_quota=True, course_category="公共基础课"),
    field="course_category",
)
passes("APT-003", "a workshop course", appointment(counts_in_quota=True, course_category="实习实训课"))
passes(
    "APT-003", "a public course that does not count", appointment(course_category="公共基础课"), alike=True
)

# APT-004 qualification
PLAIN = {"title_level": None, "professional_title": None, "skill_level": None}
fires("APT-004", "nothing", appointment(), teacher(**PLAIN), field="teacher")
fires(
    "APT-004",
    "one step short",
    appointment(),
    teacher(**PLAIN | {"skill_level": "中级工", "professional_title": "助理工程师"}),
    field="teacher",
    edge=True,
)
fires("APT-004", "no title", appointment(), teacher(**PLAIN | {"title_level": "未评"}), field="teacher")
passes("APT-004", "a senior worker", appointment(), teacher(**PLAIN | {"skill_level": "高级工"}), edge=True)
passes("APT-004", "a middle title", appointment(), teacher(**PLAIN | {"title_level": "中级"}), edge=True)
passes(
    "APT-004",
    "an engineer by his title",
    appointment(),
    teacher(**PLAIN | {"professional_title": "工程师"}),
    alike=True,
)
passes(
    "APT-004", "一级 is above 五级", appointment(), teacher(**PLAIN | {"skill_level": "高级技师"}), alike=True
)
passes("APT-004", "a special talent", appointment(), teacher(**PLAIN | {"honour": "济宁工匠"}), alike=True)
passes(
    "APT-004",
    "recognised by a document",
    appointment(special_document="济人社特〔2026〕3号"),
    teacher(**PLAIN),
    alike=True,
)
passes(
    "APT-004",
    "a teacher of another school",
    appointment(),
    teacher(**PLAIN | {"teacher_kind": "校外兼课"}),
    alike=True,
)

# APT-020 civil servants
SERVANT = teacher(person_source="公务员及参公人员")
UNPAID = {"pay_method": "不取酬", "yuan_per_period": None}
fires("APT-020", "paid by the period", appointment(), SERVANT, field="yuan_per_period")
fires(
    "APT-020",
    "paid somehow",
    appointment(pay_method="岗位津贴", yuan_per_period=None),
    SERVANT,
    field="pay_method",
)
fires(
    "APT-020",
    "not approved",
    appointment(**UNPAID, employer_consent_on=None),
    SERVANT,
    field="employer_consent_on",
)
passes("APT-020", "unpaid and approved", appointment(**UNPAID), SERVANT, edge=True)
passes("APT-020", "somebody of an enterprise", appointment(), TEACHER, alike=True)
passes("APT-020", "nought yuan", appointment(pay_method=None, yuan_per_period=Decimal(0)), SERVANT, edge=True)

# APT-021 kept twice
fires(
    "APT-021",
    "staff of a public institution",
    appointment(counts_in_quota=True),
    teacher(person_source="事业单位在职"),
    field="counts_in_quota",
)
passes(
    "APT-021", "staff that does not count", appointment(), teacher(person_source="事业单位在职"), alike=True
)
passes(
    "APT-021", "retired", appointment(counts_in_quota=True), teacher(person_source="退休（事业）"), alike=True
)
passes("APT-021", "of an enterprise", appointment(counts_in_quota=True), TEACHER)

# APT-027 where a 20% post is paid from
fires("APT-027", "from the school's own", appointment(counts_in_quota=True), field="fund_source")
passes("APT-027", "from the allowance", appointment(counts_in_quota=True, fund_source="6"))
passes("APT-027", "not told", appointment(counts_in_quota=True, fund_source=None), alike=True)
passes("APT-027", "does not count", appointment(), alike=True)

# APT-029, APT-030 the school's own limits; the teacher was born on 1982-03-15, 18 years in the trade
fires(
    "APT-029",
    "a year over",
    appointment(),
    TEACHER,
    field="teacher",
    edge=True,
    parameters={"part_time.oldest_at_hiring": 43},
)
passes(
    "APT-029",
    "at the limit",
    appointment(),
    TEACHER,
    edge=True,
    parameters={"part_time.oldest_at_hiring": 44},
)
passes(
    "APT-029", "no limit", appointment(), teacher(id_number=make.id_number(dt.date(1950, 1, 1))), alike=True
)
fires(
    "APT-030",
    "a year short",
    appointment(),
    TEACHER,
    field="teacher",
    edge=True,
    parameters={"part_time.least_years_in_trade": 19},
)
passes(
    "APT-030",
    "just enough",
    appointment(),
    TEACHER,
    edge=True,
    parameters={"part_time.least_years_in_trade": 18},
)
passes(
    "APT-030",
    "not told",
    appointment(),
    teacher(years_in_trade=None),
    alike=True,
    parameters={"part_time.least_years_in_trade": 18},
)
