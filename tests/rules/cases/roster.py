"""Cases of the rules about the roster of part-time teachers."""

from __future__ import annotations

import datetime as dt

from tests import make
from tests.rules.case import fires, passes

teacher = make.part_time_teacher
OTHER = make.id_number(dt.date(1979, 1, 2))

# TCH-001 certificates
fires(
    "TCH-001",
    "another teacher's",
    teacher(),
    teacher(uid="x", id_number=OTHER, name="张伟"),
    field="skill_certificate_number",
)
fires(
    "TCH-001",
    "a mentor's",
    teacher(),
    make.mentor(skill_certificate_number=teacher().skill_certificate_number),
    field="skill_certificate_number",
)
fires(
    "TCH-001", "the teaching certificate", teacher(skill_certificate_number=None, teaching_certificate_number="20193700132000001"),
    teacher(uid="x", id_number=OTHER, skill_certificate_number=None, teaching_certificate_number="20193700132000001"),
    field="teaching_certificate_number",
)  # fmt: skip
passes(
    "TCH-001",
    "the same person as a mentor",
    teacher(),
    make.mentor(id_number=make.TEACHER_ID, skill_certificate_number=teacher().skill_certificate_number),
    alike=True,
)
passes(
    "TCH-001",
    "his own",
    teacher(),
    teacher(uid="x", id_number=OTHER, skill_certificate_number="S000037080001000000002"),
    edge=True,
)
passes(
    "TCH-001",
    "none",
    teacher(skill_certificate_number=None),
    teacher(uid="x", id_number=OTHER, skill_certificate_number=None),
)

# TCH-002 the employer's credit code
fires(
    "TCH-002",
    "another name on the register",
    teacher(employer="济宁海达公司"),
    make.enterprise(),
    field="employer",
)
fires(
    "TCH-002", "another name than most give", teacher(uid="c", employer="济宁海达公司"),
    teacher(uid="a", id_number=OTHER), teacher(uid="b", id_number=make.MENTOR_ID), field="employer",
)  # fmt: skip
passes("TCH-002", "as on the register", teacher(), make.enterprise())
passes(
    "TCH-002",
    "a former name",
    teacher(employer="济宁海达机械厂"),
    make.enterprise(),
    make.former_name(),
    alike=True,
)
passes(
    "TCH-002",
    "what most give",
    teacher(uid="a"),
    teacher(uid="b", id_number=OTHER, employer="海达"),
    edge=True,
)
passes(
    "TCH-002",
    "no credit code",
    teacher(employer="济宁海达公司", employer_uscc=None),
    make.enterprise(),
    alike=True,
)

# TCH-003 class and source
fires(
    "TCH-003", "from a school, as from outside", teacher(person_source="其他学校教师"), field="teacher_kind"
)
fires("TCH-003", "from an enterprise, as of a school", teacher(teacher_kind="校外兼课"), field="teacher_kind")
passes("TCH-003", "from a school", teacher(teacher_kind="校外兼课", person_source="其他学校教师"), edge=True)
passes("TCH-003", "from an enterprise", teacher())
passes("TCH-003", "not told", teacher(person_source=None), alike=True)

# TCH-004 a title without its level
fires(
    "TCH-004",
    "which senior level?",
    teacher(professional_title="高级", title_level=None),
    field="title_level",
)
fires(
    "TCH-004",
    "no title of any series",
    teacher(professional_title="行业专家", title_level=None),
    field="title_level",
)
passes(
    "TCH-004", "the title tells it", teacher(professional_title="高级工程师", title_level=None), alike=True
)
passes(
    "TCH-004", "the level is given", teacher(professional_title="行业专家", title_level="副高级"), edge=True
)
passes("TCH-004", "no title", teacher(professional_title=None, title_level=None))

# TCH-005 what must be known of a teacher
fires("TCH-005", "no source", teacher(person_source=None), field="person_source")
fires("TCH-005", "no class", teacher(teacher_kind=None), field="teacher_kind")
passes("TCH-005", "both", teacher())
passes("TCH-005", "of whatever source", teacher(person_source="其他学校教师"), alike=True)
