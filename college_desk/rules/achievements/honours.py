"""Honours (荣誉): documented, of their level, with the money and conditions of clause 17."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label, rank
from college_desk.policy.levels import level_named
from college_desk.records.achievements.honour import Honour
from college_desk.records.codes import code_table
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.rules.rule import Situation, rule

_CLAUSE = "《实施意见》第17条"
_CHIEF, _EXPERT, _PRIZE, _MASTER = "N10", "N11", "N12", "N13"
"""济宁首席技师, 济宁市技术能手, 济宁技能大奖, 济宁市技术技能大师: entries of the code table of honours."""


def _entry(honour: Honour) -> str | None:
    found = code_table("honour").exactly(honour.honour) if honour.honour else None
    return None if found is None else found.code


@rule(
    "HON-001",
    on=Honour,
    severity="error",
    title="技术技能大师条件不全",
    intent="济宁市技术技能大师须同时具有高级专业技术职称和高级技师等级。",
    condition="荣誉是济宁市技术技能大师，职称级别不是正高级、副高级，或职业技能等级低于高级技师（未填也算）；特级技师、首席技师也可以。",
    fix="补填职称级别和职业技能等级；确不具备的核对荣誉名称。",
    passes="副高级，高级技师",
    fails="副高级，技师",
    clause=_CLAUSE,
)
def master_has_title_and_skill(honour: Honour, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A city's master without a senior title or without the skill level."""
    if _entry(honour) != _MASTER:
        return
    title = rank("title_level", level_named(honour.title_level, honour.professional_title))
    if title is None or title < (rank("title_level", coded("title_level", "副高级")) or 0):
        yield Problem(_("技术技能大师须有副高级以上职称，请补填或核对。"), "title_level")
    skill = rank("skill_level", honour.skill_level)
    if skill is None or skill < (rank("skill_level", coded("skill_level", "高级技师")) or 0):
        yield Problem(_("技术技能大师须有高级技师以上等级，请补填或核对。"), "skill_level")


@rule(
    "HON-002",
    on=Honour,
    severity="warning",
    title="首席技师津贴标准不符",
    intent="济宁首席技师管理期内每月津贴是固定的。",
    condition="荣誉是济宁首席技师，管理期津贴不是政策参数的数（1000元/月）；填了津贴而没有管理期起止的也提示。",
    fix="照文件改正津贴，补填管理期起止。",
    passes="1000.00元/月，管理期2026年1月至2027年12月",
    fails="800.00元/月",
    clause=_CLAUSE,
)
def allowance_is_that_of_the_opinion(honour: Honour, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A chief technician's allowance that is not the opinion's, or for no time told."""
    told = honour.monthly_allowance_yuan
    if _entry(honour) != _CHIEF or told is None:
        return
    right = situation.policy.get("honour.chief_technician_yuan_per_month", situation.day)
    if right is not None and told != Decimal(str(right)):
        message = _("津贴{told}元/月，标准是{right}元/月，请核对。")
        yield Problem(message.format(told=told, right=right), "monthly_allowance_yuan")
    if honour.managed_from is None or honour.managed_to is None:
        field = "managed_from" if honour.managed_from is None else "managed_to"
        yield Problem(_("津贴按管理期计发，请补填管理期起止。"), field)


@rule(
    "HON-003",
    on=Honour,
    severity="warning",
    title="技术能手奖励标准不符",
    intent="济宁市技术能手一次性奖励是固定的。",
    condition="荣誉是济宁市技术能手，填了奖励金额而不是政策参数的数（1000元）。",
    fix="照文件改正奖励金额。",
    passes="1000.00元",
    fails="2000.00元",
    clause=_CLAUSE,
)
def reward_is_that_of_the_opinion(honour: Honour, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A city's technical expert with another reward than the opinion's."""
    right = situation.policy.get("honour.city_expert_yuan", situation.day)
    told = honour.award_yuan
    if _entry(honour) == _EXPERT and told is not None and right is not None and told != Decimal(str(right)):
        message = _("奖励{told}元，标准是{right}元，请核对。")
        yield Problem(message.format(told=told, right=right), "award_yuan")


@rule(
    "HON-004",
    on=Honour,
    severity="error",
    title="济宁技能大奖没有文号",
    intent="政策只写“申请设立”济宁技能大奖，要有授予文件才认。",
    condition="荣誉是济宁技能大奖，没有授予文号。",
    fix="照授予文件补填；没有文件的不能采用。",
    passes="有授予文号",
    fails="授予文号未填",
    clause=_CLAUSE,
)
def grand_prize_is_documented(honour: Honour, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """The city's grand prize without the document that grants it."""
    if _entry(honour) == _PRIZE and honour.document_number is None:
        yield Problem(_("济宁技能大奖须有授予文件，请补填授予文号。"), "document_number")


@rule(
    "HON-005",
    on=Honour,
    severity="warning",
    title="荣誉级别与称号不符",
    intent="级别决定能不能用于放宽条件和统计，填错会被退回。",
    condition="荣誉称号在荣誉代码表里有级别，与所填荣誉级别不同。",
    fix="照证书或文件改正荣誉级别。",
    passes="齐鲁首席技师，省",
    fails="济宁首席技师，省",
    clause="《实施意见》第7条、第17条",
)
def level_goes_with_the_honour(honour: Honour, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An honour on another level than its name says."""
    found = code_table("honour").exactly(honour.honour) if honour.honour else None
    right = str(found.detail.get("level") or "") if found else ""
    if honour.honour_level is None or not right:
        return
    if label("honour_level", honour.honour_level) != right:
        message = _("“{honour}”是{right}级荣誉，级别填的是“{told}”，请核对。")
        shown = {"honour": honour.honour, "right": right, "told": label("honour_level", honour.honour_level)}
        yield Problem(message.format(**shown), "honour_level")


@rule(
    "HON-006",
    on=Honour,
    severity="info",
    title="荣誉没有授予文号",
    intent="荣誉要有文件或证书可查。",
    condition="没有授予文号，也没有证书编号。",
    fix="照证书或文件补填。",
    passes="鲁人社字〔2021〕66号",
    fails="（空）",
    clause="荣誉台账填写要求",
)
def honour_can_be_traced(honour: Honour, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An honour with neither document nor certificate."""
    if honour.document_number is None and honour.certificate_number is None and _entry(honour) != _PRIZE:
        yield Problem(_("没有授予文号或证书编号，请补填。"), "document_number")


@rule(
    "HON-007",
    on=Honour,
    severity="error",
    title="称号与学校类型不符",
    intent="技工教育的优质校称号只有技工院校能得。",
    condition="获得者类别是学校，荣誉称号含“技工”和“优质”，而学校类型不是技工学校、高级技工学校、技师学院。",
    fix="核对荣誉称号或学校类型。",
    passes="技师学院，山东省优质技工院校",
    fails="高等职业学校，山东省优质技工院校",
    clause="《实施意见》第8条",
    reads=(School,),
)
def title_goes_with_the_school(honour: Honour, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A title of technician schools held by another school."""
    text = honour.honour or ""
    if honour.holder_kind != coded("holder_kind", "学校") or "技工" not in text or "优质" not in text:
        return
    for school in facts.all(School):
        entry = code_table("school_type").get(school.school_type) if school.school_type else None
        if entry is not None and entry.detail.get("level") != "技工":
            message = _("“{honour}”是技工院校的称号，学校类型是“{kind}”，请核对。")
            yield Problem(message.format(honour=text, kind=entry.label), "honour")


@rule(
    "HON-008",
    on=Honour,
    severity="info",
    title="不能用于第7条放宽条件",
    intent="第7条的荣誉是封闭清单，市级荣誉和清单以外的不能用来放宽招聘条件，先说明白免得误用。",
    condition="个人荣誉不在第7条所列十七项以内，或只是工作室成员。",
    fix="不用改；招聘放宽条件时不要采用。",
    passes="齐鲁首席技师",
    fails="济宁首席技师；省级技能大师工作室成员",
    clause="《实施意见》第7条、第17条",
)
def does_not_open_clause_seven(honour: Honour, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An honour that does not open the relaxed recruitment, with the reason."""
    found = code_table("honour").exactly(honour.honour) if honour.honour else None
    if found is None or honour.holder_kind not in (None, coded("holder_kind", "个人")):
        return
    member = honour.honour_role == coded("honour_role", "成员") and found.detail.get("role") == "带头人"
    if found.detail.get("opens") and not member:
        return
    if member:
        message = _("“{honour}”只有带头人可以放宽条件招聘，成员不能。")
    elif found.detail.get("level") == "市":
        message = _("“{honour}”是市级荣誉，第7条只列国家级、省级的，不能放宽条件招聘。")
    else:
        message = _("“{honour}”不在第7条所列荣誉内，不能放宽条件招聘。")
    yield Problem(message.format(honour=found.label), "honour")
