"""Who may be placed and where: age, grade, post, days a week, the field of his major."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.internship_pay import PayVerdict, pay_verdict
from college_desk.policy.named import named
from college_desk.policy.placements import Stretch
from college_desk.policy.written_dates import full_years, months_later, written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.partners.agreement import Agreement
from college_desk.records.values.identity_number import birth_date_of
from college_desk.records.values.month import OPEN_END, PartialDay, first_day, last_day
from college_desk.rules.apprenticeship.training import (
    INTERNSHIP_RULES,
    cohort_of,
    is_of_the_new_scheme,
    placement_rule,
    second_grade_begins,
)
from college_desk.rules.people.person import born, number_of
from college_desk.rules.rule import Situation

_AT_WORK = frozenset({None, "2", "4"})
"""岗位实习, 在岗, or not told: what the law calls work; 认识实习 and 企业课程 are none."""
_INTERNSHIP = "2"


@placement_rule(
    "APP-001",
    "PLC-001",
    severity="error",
    title="上岗时未满16周岁",
    intent="未满16周岁的学生不得安排上岗，否则属于使用童工。",
    condition="企业培养（岗位实习、在岗或未填类型）开始当日的周岁小于政策参数“岗位实习最低年龄”；认识实习、企业课程不算。",
    fix="推迟上岗日期，或改正证件号、起始日期。",
    passes="2010年9月1日出生，2026年9月1日上岗",
    fails="2010年9月2日出生，2026年9月1日上岗",
    clause=INTERNSHIP_RULES + "；禁止使用童工规定",
    checks=(7,),
)
def old_enough_to_be_placed(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A placement that begins before the student is sixteen."""
    birth = _birth(stretch, apprentice)
    if stretch.first is None or birth is None or stretch.kind not in _AT_WORK:
        return
    least = situation.policy.number("internship.least_age", stretch.first)
    age = full_years(first_day(birth), stretch.first)
    if least is not None and age < least:
        message = _("{start}上岗时只有{age}周岁，未满{least}周岁不得安排上岗。")
        start = written_day(stretch.start_on or stretch.first)
        yield Problem(message.format(start=start, age=age, least=least), "start_on")


@placement_rule(
    "APP-002",
    "PLC-002",
    severity="error",
    title="一年级安排岗位实习",
    intent="不得安排一年级学生岗位实习。",
    condition="岗位实习开始当日，从入学年月算起还在一年级（未满12个月）；签订协议、定岗、认识实习、企业课程不算。没有起始日期或培养阶段的只作提示。",
    fix="改正起始日期、培养阶段或入学年月；确在一年级的推迟实习。",
    passes="2024年9月入学，2025年9月1日岗位实习",
    fails="2024年9月入学，2025年7月10日岗位实习",
    clause=INTERNSHIP_RULES,
    checks=(9,),
    reads=(Cohort,),
)
def not_in_the_first_grade(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An internship on the job that begins in grade one, or of which that cannot be judged."""
    if apprentice is None or stretch.kind not in (None, _INTERNSHIP):
        return
    if is_of_the_new_scheme(apprentice, facts):
        return
    if stretch.start_on is None:
        yield Problem(_("起始日期未填，无法判断是否一年级上岗。"), "start_on", severity="info")
        return
    least = situation.policy.number("internship.least_grade", first_day(stretch.start_on)) or 1
    allowed = second_grade_begins(apprentice, least)
    if allowed is None:
        if stretch.kind == _INTERNSHIP:
            message = _("入学年月未填，无法判断是否一年级岗位实习。")
            yield Problem(message, "start_on", severity="info")
    elif last_day(stretch.start_on) < allowed:
        start = written_day(stretch.start_on)
        if stretch.kind is None:
            message = _("{start}还在一年级，请填写培养阶段；一年级不得安排岗位实习。")
            field = "placement_kind" if stretch.record is apprentice else "kind"
            yield Problem(message.format(start=start), field, severity="info")
        else:
            message = _("{start}开始岗位实习时还在一年级，{day}以后才可以安排。")
            yield Problem(message.format(start=start, day=written_day(allowed)), "start_on")


@placement_rule(
    "APP-003",
    "PLC-003",
    severity="error",
    title="不得安排的岗位",
    intent="高空、井下、有毒、易燃易爆、强体力劳动和娱乐场所等岗位不得安排实习学生。",
    condition="学徒岗位含有政策包“不得安排的岗位”所列词语；所列例外（如高空作业车装配）不算。企业新型学徒不查。",
    fix="改换岗位；只是名称相近的，把岗位写完整。",
    passes="装配钳工；高空作业车装配",
    fails="井下采掘；KTV服务员",
    clause=INTERNSHIP_RULES,
    reads=(Cohort,),
)
def post_is_not_forbidden(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A post on which no student may be placed."""
    position = stretch.position
    listed = situation.policy.lists.get("posts")
    if position is None or listed is None:
        return
    text = position.upper()
    for harmless in listed["harmless"]:
        text = text.replace(harmless.upper(), "")
    found = next((word for word in listed["forbidden"] if word.upper() in text), None)
    if found is not None and not (apprentice and is_of_the_new_scheme(apprentice, facts)):
        message = _("岗位“{position}”属于不得安排实习学生的岗位（{word}），请改换岗位。")
        yield Problem(message.format(position=position, word=found), "position")


@placement_rule(
    "APP-004",
    "PLC-004",
    severity="error",
    title="每周在岗时间超过规定",
    intent="岗位实习每日不超过8小时、每周不超过40小时，不得安排在休息日上岗。",
    condition="每周在岗天数大于每周时间上限除以每日时间上限（政策参数，40÷8即5天）。企业新型学徒不查。",
    fix="改正每周在岗天数；特殊岗位须先向主管部门备案，经批准才可以安排。",
    passes="每周5天",
    fails="每周6天",
    clause=INTERNSHIP_RULES,
    reads=(Cohort,),
)
def not_too_many_days_a_week(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """More days at work in a week than the law's hours allow."""
    days = stretch.record.days_per_week
    if days is None:
        return
    day = stretch.first or situation.day
    daily = situation.policy.number("internship.daily_hours", day)
    weekly = situation.policy.number("internship.weekly_hours", day)
    if not daily or not weekly or days <= weekly // daily:
        return
    if apprentice is None or not is_of_the_new_scheme(apprentice, facts):
        message = _("每周在岗{days}天，超过{most}天（每日{daily}小时、每周{weekly}小时）。")
        shown = message.format(days=days, most=weekly // daily, daily=daily, weekly=weekly)
        yield Problem(shown, "days_per_week")


@placement_rule(
    "APP-005",
    "PLC-005",
    severity="error",
    title="跨专业大类安排岗位实习",
    intent="岗位实习应与专业相同或相近，不得跨专业大类安排。",
    condition="学徒的专业代码与学徒班的专业代码前两位不同；目录版本不同的不比。企业新型学徒不查。",
    fix="改正专业代码，或转入对口的学徒班。",
    passes="460301机电一体化技术，班级460303智能控制技术",
    fails="530701电子商务，班级460301机电一体化技术",
    clause=INTERNSHIP_RULES,
    reads=(Cohort,),
)
def within_the_field_of_the_major(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A student in a class of another major field."""
    cohort = cohort_of(stretch.record, facts)
    if apprentice is None or cohort is None or stretch.kind not in _AT_WORK:
        return
    mine, theirs = apprentice.major_code, cohort.major_code
    if mine is None or theirs is None or mine[:2] == theirs[:2] or not (mine + theirs).isdigit():
        return
    versions = {each for each in (apprentice.catalogue_version, cohort.catalogue_version) if each}
    if len(versions) > 1 or is_of_the_new_scheme(apprentice, facts):
        return
    message = _("学生专业代码{mine}与学徒班专业代码{theirs}不是同一专业大类。")
    field = "major_code" if stretch.record is apprentice else "cohort"
    yield Problem(message.format(mine=mine, theirs=theirs), field)


@placement_rule(
    "APP-006",
    "PLC-006",
    severity="warning",
    title="岗位实习时间过长",
    intent="岗位实习一般为6个月，明显偏离的要说明。",
    condition="岗位实习起止超过政策参数“岗位实习须说明的时间上限”（12个月）；不在一般时间前后1个月以内的只作提示。",
    fix="核对起止日期；确须如此的写明情况。",
    passes="2026年9月1日至2027年2月28日",
    fails="2026年9月1日至2027年9月1日",
    clause=INTERNSHIP_RULES,
)
def of_the_usual_length(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An internship much shorter or longer than is usual."""
    if stretch.kind != _INTERNSHIP or stretch.start_on is None or stretch.end_on in (None, OPEN_END):
        return
    begins, ends = first_day(stretch.start_on), last_day(stretch.end_on)
    longest = situation.policy.number("internship.longest_months", begins)
    usual = situation.policy.number("internship.usual_months", begins)
    span = {"start": written_day(stretch.start_on), "end": written_day(stretch.end_on)}
    if longest is not None and first_day(stretch.end_on) >= months_later(last_day(stretch.start_on), longest):
        message = _("岗位实习{start}至{end}超过{months}个月，请核对或写明情况。")
        yield Problem(message.format(**span, months=longest), "end_on")
    elif usual is not None and not _nearly(begins, ends, usual):
        message = _("岗位实习{start}至{end}与一般的{months}个月相差较多，请核对。")
        yield Problem(message.format(**span, months=usual), "end_on", severity="info")


@placement_rule(
    "APP-007",
    "PLC-007",
    severity="warning",
    title="月报酬偏低",
    intent="实习报酬应达到规定的比例，明显偏低的会被退回。",
    condition="月报酬低于协议起薪乘以政策参数的比例（80%）。2021年及以前签订的按试用期工资比，为必须改正；以后签订的还可以按最低档工资标准，只作核实。协议没有起薪的不查。",
    fix="核对月报酬；达到本单位最低档工资标准的写明情况。",
    passes="起薪4500.00，月报酬3600.00",
    fails="起薪4500.00，月报酬3300.00",
    clause=INTERNSHIP_RULES + "；2021年及以前按教职成〔2016〕3号",
    reads=(Agreement, Cohort),
)
def paid_as_the_rules_ask(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Pay below the share of what the enterprise pays on the same post."""
    pay, agreement = stretch.record.monthly_pay, named(stretch.record, "agreement_number", Agreement, facts)
    if pay is None or agreement is None or not agreement.starting_pay or stretch.kind not in _AT_WORK:
        return
    if apprentice is not None and is_of_the_new_scheme(apprentice, facts):
        return
    signed = apprentice.agreement_signed_on if stretch.record is apprentice and apprentice else None
    basis = signed or agreement.signed_on or stretch.start_on
    on = situation.day if basis is None else first_day(basis)
    verdict = pay_verdict(pay, agreement.starting_pay, None, policy=situation.policy, on=on)
    shown = {"pay": pay, "wage": agreement.starting_pay}
    if verdict is PayVerdict.SHORT:
        message = _("月报酬{pay}元低于协议起薪{wage}元的规定比例，请核对。")
        yield Problem(message.format(**shown), "monthly_pay", severity="error")
    elif verdict is PayVerdict.LOW:
        message = _("月报酬{pay}元低于协议起薪{wage}元的规定比例，请核对是否不低于本单位最低档工资标准。")
        yield Problem(message.format(**shown), "monthly_pay")


def _nearly(begins: dt.date, ends: dt.date, months: int) -> bool:
    """Whether a span is within a month of so many months, both its days included."""
    after = ends + dt.timedelta(days=1)
    return months_later(begins, months - 1) <= after <= months_later(begins, months + 1)


def _birth(stretch: Stretch, apprentice: Apprentice | None) -> PartialDay | None:
    """When the apprentice was born: by his record, else by the number on the placement."""
    if apprentice is not None:
        return born(apprentice)
    number = number_of(stretch.record)
    return None if number is None else birth_date_of(number)
