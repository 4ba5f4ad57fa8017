"""Cases of the rules about honours, certificates, contests, platforms and training classes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests import make
from tests.rules.case import fires, passes

honour, certificate, contest = make.honour, make.certificate, make.competition
platform, training = make.platform, make.training_class

# HON-001 a master needs both
MASTER = {"honour": "济宁市技术技能大师", "honour_level": "市"}
fires(
    "HON-001",
    "a step short in skill",
    honour(**MASTER, title_level="副高级", skill_level="技师"),
    field="skill_level",
    edge=True,
)
passes("HON-001", "both", honour(**MASTER, title_level="副高级", skill_level="高级技师"), edge=True)
fires(
    "HON-001",
    "a step short in title",
    honour(**MASTER, title_level="中级", skill_level="高级技师"),
    field="title_level",
    edge=True,
)
passes("HON-001", "above both", honour(**MASTER, title_level="正高级", skill_level="首席技师"), alike=True)
passes("HON-001", "another honour", honour(title_level="中级"), alike=True)

# HON-002 to HON-004 the city's money and papers
CHIEF = {"honour": "济宁首席技师", "honour_level": "市", "managed_from": "2026-01", "managed_to": "2027-12"}
fires(
    "HON-002",
    "less",
    honour(**CHIEF, monthly_allowance_yuan="999.99"),
    field="monthly_allowance_yuan",
    edge=True,
)
passes("HON-002", "a thousand", honour(**CHIEF, monthly_allowance_yuan="1000"), edge=True)
fires(
    "HON-002",
    "for no time",
    honour(**CHIEF | {"managed_to": None}, monthly_allowance_yuan="1000"),
    field="managed_to",
)
passes("HON-002", "of the province", honour(monthly_allowance_yuan="2000"), alike=True)
EXPERT = {"honour": "济宁市技术能手", "honour_level": "市"}
fires("HON-003", "more", honour(**EXPERT, award_yuan="2000"), field="award_yuan")
passes("HON-003", "a thousand", honour(**EXPERT, award_yuan="1000"))
passes("HON-003", "of the province", honour(award_yuan="2000"), alike=True)
PRIZE = {"honour": "济宁技能大奖", "honour_level": "市"}
fires("HON-004", "no document", honour(**PRIZE, document_number=None), field="document_number")
passes("HON-004", "documented", honour(**PRIZE))
passes("HON-004", "another honour", honour(document_number=None), alike=True)

# HON-005 to HON-008
fires(
    "HON-005",
    "the city's as the province's",
    honour(honour="济宁首席技师", honour_level="省"),
    field="honour_level",
)
passes("HON-005", "the province's", honour())
passes("HON-005", "off the list", honour(honour="优秀教师", honour_level="市"), alike=True)
fires("HON-006", "neither", honour(document_number=None), field="document_number")
passes("HON-006", "a document", honour())
passes("HON-006", "a certificate", honour(document_number=None, certificate_number="ZS-1"), alike=True)
SCHOOLS = {"holder_kind": "学校", "honour": "山东省优质技工院校", "id_number": None}
fires("HON-007", "of a college", honour(**SCHOOLS), make.school(), field="honour")
passes("HON-007", "of a technician college", honour(**SCHOOLS), make.school(school_type="技师学院"))
passes("HON-007", "of a person", honour(**SCHOOLS | {"holder_kind": "个人"}), make.school(), alike=True)
for name in (
    "济宁首席技师",
    "济宁市技术能手",
    "济宁技能大奖",
    "济宁市技术技能大师",
    "市级技能大师工作室带头人",
    "齐鲁工匠",
    "大国工匠",
    "五一劳动奖章",
):
    fires("HON-008", name, honour(honour=name, honour_level=None), field="honour")
fires("HON-008", "a member", honour(honour="国家级技能大师工作室", honour_role="成员"), field="honour")
passes("HON-008", "of the province", honour())
passes("HON-008", "the leader", honour(honour="国家级技能大师工作室", honour_role="带头人"), alike=True)
passes("HON-008", "of a school", honour(holder_kind="学校", honour="济宁首席技师"), alike=True)

# CRT-001 to CRT-007
SPECIAL = {"certificate_kind": "专项职业能力证书"}
fires("CRT-001", "with a level", certificate(**SPECIAL), field="skill_level")
passes("CRT-001", "without", certificate(**SPECIAL, skill_level=None))
passes("CRT-001", "of a skill level", certificate(), alike=True)
fires("CRT-002", "a day early", certificate(issuer_filed_from="2026-06-11"), field="issued_on", edge=True)
passes("CRT-002", "on the first day", certificate(issuer_filed_from="2026-06-10"), edge=True)
fires("CRT-002", "a day late", certificate(issuer_filed_to="2026-06-09"), field="issued_on", edge=True)
passes("CRT-002", "without an end", certificate(issuer_filed_to="长期"), alike=True)
SHORT = {"shortage_trade": True, "subsidised": True}
fires("CRT-003", "a step short", certificate(**SHORT), field="skill_level", edge=True)
passes("CRT-003", "a senior worker", certificate(**SHORT, skill_level="高级工"), edge=True)
passes("CRT-003", "not subsidised", certificate(shortage_trade=True), alike=True)
fires(
    "CRT-004",
    "two people",
    certificate(uid="b", id_number=make.TEACHER_ID),
    certificate(uid="a"),
    field="certificate_number",
)
passes("CRT-004", "one person", certificate(uid="b"), certificate(uid="a"))
passes(
    "CRT-004",
    "the first of two",
    certificate(uid="a"),
    certificate(uid="b", id_number=make.TEACHER_ID),
    alike=True,
)
fires(
    "CRT-005",
    "a digit short",
    certificate(certificate_number="S00003708000100000020"),
    field="certificate_number",
    edge=True,
)
passes("CRT-005", "22 characters", certificate(), edge=True)
fires("CRT-005", "of the old kind", certificate(certificate_kind="职业资格证书"), field="certificate_number")
passes(
    "CRT-005",
    "another kind",
    certificate(certificate_kind="特种作业操作证", certificate_number="T1"),
    alike=True,
)
fires("CRT-006", "never", certificate(checked_on=None), field="checked_on")
fires("CRT-006", "the day before", certificate(checked_on="2026-06-09"), field="checked_on", edge=True)
passes("CRT-006", "on the day", certificate(checked_on="2026-06-10"), edge=True)
passes("CRT-006", "no certificate", certificate(certificate_number=None, checked_on=None), alike=True)
HELD = {"certificate_number": "S000037080001000000201"}
fires(
    "CRT-007",
    "another level",
    certificate(),
    make.apprentice(**HELD, skill_level="高级工"),
    field="skill_level",
)
passes("CRT-007", "the same", certificate(), make.apprentice(**HELD, skill_level="中级工"))
passes("CRT-007", "not told there", certificate(), make.apprentice(**HELD), alike=True)

# CMP-001 to CMP-005
PLACED = {"contest_family": "省级一类", "contest": "山东省职业技能大赛", "prize": None}
fires("CMP-001", "a prize for a place", contest(**PLACED | {"prize": "一等奖"}), field="prize")
fires("CMP-001", "a place for a prize", contest(rank=3, prize=None), field="rank")
fires("CMP-001", "both", contest(**PLACED | {"prize": "一等奖"}, rank=3), field="prize")
passes("CMP-001", "a place", contest(**PLACED, rank=3))
passes("CMP-001", "a prize", contest())
passes("CMP-001", "of another family", contest(contest_family="其他", prize=None, rank=3), alike=True)
fires("CMP-002", "nothing", contest(prize=None), field="rank")
passes("CMP-002", "a prize", contest())
passes("CMP-002", "took part", contest(prize=None, document_number=None), alike=True)
CITY = {"contest": "济宁市职业技能大赛", "prize": None}
fires(
    "CMP-003",
    "third of the first class",
    contest(**CITY, contest_family="市级一类", rank=3),
    field="rank",
    edge=True,
)
passes("CMP-003", "fourth of the first class", contest(**CITY, contest_family="市级一类", rank=4), edge=True)
fires(
    "CMP-003",
    "first of the second class",
    contest(**CITY, contest_family="市级二类", rank=1),
    field="rank",
    edge=True,
)
passes("CMP-003", "second of the second class", contest(**CITY, contest_family="市级二类", rank=2), edge=True)
passes("CMP-003", "first of the province", contest(**PLACED, rank=1), alike=True)
fires(
    "CMP-004",
    "two of three",
    contest(team_members="甲一、乙二、丙三", attendances=2),
    field="attendances",
    edge=True,
)
passes("CMP-004", "three", contest(team_members="甲一、乙二、丙三", attendances=3), edge=True)
passes("CMP-004", "not told", contest(), alike=True)
fires("CMP-005", "neither", contest(document_number=None), field="document_number")
passes("CMP-005", "a document", contest())
passes("CMP-005", "nothing won", contest(document_number=None, prize=None), alike=True)

# PLT-001 to PLT-007
fires("PLT-001", "more", platform(granted_yuan="50000.01"), field="granted_yuan", edge=True)
passes("PLT-001", "fifty thousand", platform(), edge=True)
fires("PLT-001", "a craftsman's", platform(platform_kind="工匠创新工作室"), field="granted_yuan")
passes("PLT-001", "of the province", platform(honour_level="省", granted_yuan="100000"), alike=True)
YEAR_BEFORE = platform(uid="a", year=2025)
fires("PLT-002", "in two years", platform(uid="b"), YEAR_BEFORE, field="granted_yuan")
passes("PLT-002", "in one", platform(uid="b"), platform(uid="a", year=2025, granted_yuan=None))
fires(
    "PLT-002",
    "a yuan over",
    platform(uid="b", granted_yuan="1"),
    YEAR_BEFORE,
    field="granted_yuan",
    edge=True,
)
passes(
    "PLT-002",
    "in two parts",
    platform(uid="b", granted_yuan="25000"),
    platform(uid="a", year=2025, granted_yuan="25000"),
    edge=True,
)
passes(
    "PLT-002", "another studio", platform(uid="b"), platform(uid="a", name="张师傅技能大师工作室"), alike=True
)
CRAFT = platform(name="李明工匠创新工作室", platform_kind="工匠创新工作室", granted_yuan="20000")
fires("PLT-003", "both kinds", platform(), CRAFT, field="granted_yuan")
passes("PLT-003", "one kind", platform())
passes(
    "PLT-003",
    "the other has no money",
    platform(),
    platform(platform_kind="工匠创新工作室", granted_yuan=None),
    alike=True,
)
fires("PLT-004", "a cent more", platform(spent_yuan="50000.01"), field="spent_yuan", edge=True)
passes("PLT-004", "all of it", platform(spent_yuan="50000"), edge=True)
fires("PLT-005", "nobody", platform(leader=None), field="leader")
passes("PLT-005", "somebody", platform())
passes("PLT-005", "a base", platform(leader=None, platform_kind="高技能人才培训基地"), alike=True)
fires("PLT-006", "on none", platform(), field="leader")
passes("PLT-006", "a teacher", platform(), make.part_time_teacher())
passes("PLT-006", "a mentor", platform(leader_id_number=make.MENTOR_ID), make.mentor())
passes("PLT-006", "without apprentices", platform(trained_apprentices=0), alike=True)
fires("PLT-007", "five", platform(spent_yuan="99.99"), field="spent_yuan", edge=True)
passes("PLT-007", "a hundred", platform(spent_yuan="100"), edge=True)
passes("PLT-007", "nothing", platform(spent_yuan="0"), alike=True)

# TRN-001 to TRN-007
fires("TRN-001", "subsidised", training(subsidised=True), field="filing_number")
fires("TRN-001", "public", training(organised_as="政府补贴培训"), field="filing_number")
passes("TRN-001", "filed", training(subsidised=True, filing_number="2026-PX-018"))
passes("TRN-001", "not subsidised", training(), alike=True)
fires("TRN-002", "one more passed", training(qualified=41), field="qualified", edge=True)
passes("TRN-002", "all passed", training(qualified=40), edge=True)
fires("TRN-002", "one more certified", training(certified=39), field="certified", edge=True)
passes("TRN-002", "all certified", training(certified=38), edge=True)
fires("TRN-003", "none", training(high_risk=True), field="safety_periods")
passes("TRN-003", "sixteen", training(high_risk=True, safety_periods=16))
passes("TRN-003", "another trade", training(), alike=True)
fires(
    "TRN-004", "fewer attendances", training(attendances=39, person_days=None), field="attendances", edge=True
)
passes("TRN-004", "as many", training(), edge=True)
fires("TRN-004", "too many person-days", training(person_days=481), field="person_days", edge=True)
passes("TRN-004", "every day", training(person_days=480), edge=True)
fires("TRN-005", "a day late", training(filed_on="2026-04-14"), field="filed_on", edge=True)
passes("TRN-005", "on the day", training(filed_on="2026-04-13"), edge=True)
fires("TRN-006", "from nowhere", training(funds_yuan="32000"), field="fund_source")
passes("TRN-006", "from somewhere", training(funds_yuan="32000", fund_source="2"))
passes("TRN-006", "none", training(), alike=True)
PUBLIC: dict[str, Any] = {"organised_as": "政府补贴培训"}
fires("TRN-007", "not subsidised", training(**PUBLIC), field="subsidised")
passes("TRN-007", "subsidised", training(**PUBLIC, subsidised=True))
passes("TRN-007", "not told", training(**PUBLIC, subsidised=None), alike=True)

# PER-009 people of seventeen on lists of both
SEVENTEEN = make.id_number(dt.date(2009, 1, 1))
passes("PER-009", "a certificate at seventeen", certificate(id_number=SEVENTEEN), alike=True)
passes("PER-009", "insured at seventeen", make.insured_person(id_number=SEVENTEEN), alike=True)
fires("PER-009", "a mentor of seventeen", make.mentor(id_number=SEVENTEEN), field="id_number")
fires(
    "PER-009",
    "a certificate at eleven",
    certificate(id_number=make.id_number(dt.date(2014, 11, 1))),
    field="id_number",
)

# further boundaries
passes("CRT-002", "on the last day", certificate(issuer_filed_to="2026-06-10"), edge=True)
passes(
    "PLT-002", "too much in one year is told elsewhere", platform(uid="b", granted_yuan="60000"), alike=True
)
