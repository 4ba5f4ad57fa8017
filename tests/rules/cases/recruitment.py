"""Cases of the rules about how a teacher was recruited."""

from __future__ import annotations

from typing import Any

from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from tests import make
from tests.rules.case import fires, passes

appointment = make.appointment
teacher = make.part_time_teacher

# APT-005 honours that open relaxed terms
RELAXED = appointment(relaxed_terms=True, recruitment_method="直接考察")


def _honoured(honour: str | None, **given: object) -> PartTimeTeacher:
    return teacher(**{"honour": honour, "skill_level": "高级技师", **given})


CLOSED: list[tuple[str | None, dict[str, Any]]] = [
    ("济宁首席技师", {}),
    ("市级技能大师工作室带头人", {}),
    ("五一劳动奖章", {}),
    ("齐鲁工匠", {}),
    ("市级劳动模范", {}),
    ("优秀员工", {}),
    (None, {}),
    ("国家级技能大师工作室", {"honour_role": "成员"}),
    ("国家级技能大师工作室带头人", {"honour_role": "成员"}),
    ("国家级一类职业技能大赛", {"honour_rank": 21}),
    ("国家级二类职业技能竞赛", {"honour_rank": 16}),
    ("省级一类职业技能大赛", {"honour_rank": 6}),
    ("省级二类职业技能大赛", {"honour_rank": 4}),
    ("全国职业院校技能大赛三等奖", {}),
    ("全国职业院校技能大赛", {"honour_rank": 3}),
    ("全省职业院校技能大赛二等奖", {}),
    ("世界职业院校技能大赛铜奖", {}),
    ("全国技术能手", {"skill_level": "中级工"}),
    ("全国技术能手", {"skill_level": None}),
    ("省部级以上劳动模范", {"honour_level": "市"}),
]
for honour, given in CLOSED:
    fires(
        "APT-005",
        f"{honour} {given}",
        RELAXED,
        _honoured(honour, **given),
        field="relaxed_terms",
        edge=bool(given),
    )
TO_BE_EXPLAINED: list[tuple[str | None, dict[str, Any]]] = [
    ("国家级技能大师工作室", {}),
    ("齐鲁技能大师特色工作站领办人", {}),
    ("全国先进工作者", {}),
    ("世界职业院校技能大赛金奖", {}),
    ("国家级一类职业技能大赛", {}),
    ("国家级一类职业技能大赛", {"honour_rank": 3, "honour_role": "成员"}),
    ("全国职业院校技能大赛", {}),
]
for honour, given in TO_BE_EXPLAINED:
    fires(
        "APT-005", f"to be explained: {honour} {given}", RELAXED, _honoured(honour, **given),
        field="relaxed_terms", severity="warning",
    )  # fmt: skip
OPENING: list[tuple[str | None, dict[str, Any]]] = [
    ("全国技术能手", {}),
    ("全国技术能手", {"skill_level": "高级工"}),
    ("齐鲁首席技师", {}),
    ("享受省政府特殊津贴", {}),
    ("国家级技能大师工作室带头人", {"honour_role": "带头人"}),
    ("省级技能大师工作室", {"honour_role": "带头人"}),
    ("山东省劳动模范", {"honour_level": "省"}),
    ("国家级一类职业技能大赛", {"honour_rank": 20}),
    ("国家级二类职业技能竞赛", {"honour_rank": 15}),
    ("省级一类职业技能大赛", {"honour_rank": 5}),
    ("省级二类职业技能大赛", {"honour_rank": 3}),
    ("全国职业院校技能大赛二等奖", {"skill_level": None}),
    ("全国职业院校技能大赛", {"honour_rank": 2}),
    ("全省职业院校技能大赛一等奖", {}),
    ("世界技能大赛国家集训选手", {"skill_level": None}),
]
for honour, given in OPENING:
    passes("APT-005", f"opens: {honour} {given}", RELAXED, _honoured(honour, **given), edge=bool(given))
passes("APT-005", "a city honour without relaxed terms", appointment(), _honoured("济宁首席技师"), alike=True)
fires(
    "APT-005", "the renamed contest where the authority refused it", RELAXED, _honoured("世界职业院校技能大赛金奖"),
    field="relaxed_terms", parameters={"honour.world_vocational_counts": False},
)  # fmt: skip

# APT-006 the record of the assessment
for method in ("试讲", "技能操作", "专家评议", "直接考察"):
    fires("APT-006", method, appointment(recruitment_method=method, assessed_on=None), field="assessed_on")
passes("APT-006", "with its record", appointment(recruitment_method="试讲"))
passes("APT-006", "the ordinary way", appointment(recruitment_method="普通", assessed_on=None), alike=True)
passes("APT-006", "no method told", appointment(recruitment_method=None, assessed_on=None), alike=True)

# APT-007 education
LESS = teacher(education="大学专科", honour="全国技术能手")
fires(
    "APT-007",
    "less than required",
    appointment(relaxed_terms=True, required_education="大学本科"),
    LESS,
    field="post_kind",
    edge=True,
)
fires(
    "APT-007",
    "not known",
    appointment(relaxed_terms=True, required_education=None),
    LESS,
    field="required_education",
    severity="warning",
)
passes(
    "APT-007", "as required", appointment(relaxed_terms=True, required_education="大学专科"), LESS, edge=True
)
passes("APT-007", "more than required", appointment(relaxed_terms=True, required_education="中等职业"), LESS)
passes(
    "APT-007",
    "as an instructor",
    appointment(relaxed_terms=True, required_education="大学本科", post_kind="实习指导教师"),
    LESS,
    alike=True,
)
passes(
    "APT-007",
    "without relaxed terms there is no floor",
    appointment(required_education="大学本科"),
    LESS,
    alike=True,
)
passes(
    "APT-007",
    "vocational and general secondary are level",
    appointment(relaxed_terms=True, required_education="普通高中"),
    teacher(education="中等职业"),
    edge=True,
)

# APT-008 special appointments
fires("APT-008", "no document", appointment(special_appointment=True), field="special_document")
passes("APT-008", "documented", appointment(special_appointment=True, special_document="济人社特〔2026〕3号"))
passes("APT-008", "not special", appointment(special_document=None), alike=True)
