"""Whether the apprentice is a student, and nothing else at the same time: roll, schemes, order classes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label
from college_desk.policy.named import enterprise_key, key_of_name
from college_desk.policy.written_dates import months_later, written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.apprenticeship.status_change import StatusChange
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.rules.apprenticeship.training import (
    INTERNSHIP_RULES,
    MODERN_SCHEME,
    NEW_SCHEME,
    cohort_of,
    enrolled,
    in_training,
    is_of_the_new_scheme,
    time_in_class,
)
from college_desk.rules.rule import Situation, rule

_STUDYING = frozenset({None, "01", "04", "05", "06", "08"})
"""在读, 复学, 转专业, 转入, 留级, or not told: the states of one who is at school."""
_AWAY = frozenset({"1", "3", "6", "8", "9"})
"""休学, 保留学籍, 转出, 退学, 退出学徒班: changes after which he is not in the class."""
_BACK = frozenset({"2", "5"})
"""复学, 转入: changes after which he is."""


def latest_change(id_number: str, facts: Facts, day: dt.date) -> StatusChange | None:
    """The latest change on or before a day that says whether somebody is at school or away."""
    dated = [
        (each.changed_on, each.uid, each)
        for each in facts.by(StatusChange, "id_number")[id_number]
        if each.changed_on is not None and each.changed_on <= day and each.kind in _AWAY | _BACK
    ]
    return max(dated, key=lambda each: each[:2])[2] if dated else None


@rule(
    "APP-025",
    on=Apprentice,
    severity="error",
    title="在培学徒不在读",
    intent="休学、退学、转出、参军的学生仍列在名册里，属于虚报人数。",
    condition="学徒状态是在培（或未填），而学籍状态不是在读（复学、转专业、转入、留级算在读），或填报当日最近一次异动是休学、保留学籍、转出、退学、退出学徒班。",
    fix="照学籍系统改正学徒状态并填变动日期、原因；已复学的补登异动。",
    passes="10月12日休学，次年9月1日复学，次年9月30日填报",
    fails="10月12日休学，10月31日填报仍在培",
    clause="报送前校验要点：虚报人数",
    checks=(6,),
    reads=(StatusChange,),
)
def is_at_school(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An apprentice in training who is not at school on the day."""
    if not in_training(apprentice):
        return
    if apprentice.student_status not in _STUDYING:
        message = _("学籍状态是“{status}”，不能列为在培学徒，请核对。")
        shown = label("student_status", apprentice.student_status or "")
        yield Problem(message.format(status=shown), "student_status")
        return
    if apprentice.id_number is None:
        return
    change = latest_change(apprentice.id_number, facts, situation.day)
    if change is not None and change.kind in _AWAY and change.changed_on is not None:
        message = _("{day}已{kind}，不能列为在培学徒，请改正学徒状态。")
        kind = label("status_change_kind", change.kind or "")
        yield Problem(message.format(day=written_day(change.changed_on), kind=kind), "status")


@rule(
    "APP-026",
    on=Apprentice,
    severity="error",
    title="同时是现代学徒和企业新型学徒",
    intent="全日制在读学生不能同时享受企业新型学徒补贴，两处登记视为重复。",
    condition="同一证件号在两种学徒制的班里，且时间有相同的日子；退出的算到退出那天。",
    fix="核对身份；只保留符合条件的一处，另一处改为退出。",
    passes="现代学徒至2026年6月30日，新型学徒2026年7月1日起",
    fails="现代学徒至2027年6月30日，新型学徒2026年7月1日起",
    clause=NEW_SCHEME,
    checks=(14,),
    reads=(Apprentice, Cohort),
)
def of_one_scheme_at_a_time(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """One person as a student apprentice and as an enterprise's apprentice on the same day."""
    if apprentice.id_number is None:
        return
    others = facts.by(Apprentice, "id_number")[apprentice.id_number]
    if len(others) < 2 or (mine := time_in_class(apprentice, facts)) is None:
        return
    new = is_of_the_new_scheme(apprentice, facts)
    for each in others:
        theirs = time_in_class(each, facts)
        if each is apprentice or theirs is None or is_of_the_new_scheme(each, facts) == new:
            continue
        if cohort_of(each, facts) is not None and theirs[0] <= mine[1] and mine[0] <= theirs[1]:
            message = _("同一时间还在“{cohort}”，现代学徒和企业新型学徒不能兼有。")
            yield Problem(message.format(cohort=each.cohort), "cohort")
            return


@rule(
    "APP-027",
    on=Apprentice,
    severity="error",
    title="学徒同时在另一企业的订单班",
    intent="一名学生同时由两家企业培养，人数和补助都会重复。",
    condition="同一证件号在订单班名册里尚未退出，订单企业与学徒的合作企业不同，且时间有相同的日子。",
    fix="核对去向，退出其中一处并填退出日期。",
    passes="订单企业、合作企业都是济宁海达精密制造有限公司",
    fails="订单企业是邹城宏河电子有限公司，合作企业是济宁海达精密制造有限公司",
    clause="报送前校验要点：重复登记",
    checks=(15,),
    reads=(OrderStudent, Enterprise, FormerName, Cohort),
)
def not_ordered_by_another_enterprise(
    apprentice: Apprentice, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An apprentice of one enterprise in an order class of another at the same time."""
    own = enterprise_key(apprentice, facts)
    if own is None or apprentice.id_number is None or not in_training(apprentice):
        return
    for each in facts.by(OrderStudent, "id_number")[apprentice.id_number]:
        other = enterprise_key(each, facts)
        if other is None or other == own:
            continue
        first, last = time_in_class(apprentice, facts) or (situation.day, situation.day)
        joined = first_day(each.joined_on) if each.joined_on else dt.date.min
        left = last_day(each.left_on) if each.left_on else OPEN_END
        if joined <= last and first <= left:
            message = _("同时在“{enterprise}”的订单班，请核对去向。")
            yield Problem(message.format(enterprise=each.enterprise), "enterprise")
            return


@rule(
    "APP-028",
    on=Apprentice,
    severity="warning",
    title="退出没有日期或原因",
    intent="退出学徒班要写明哪天、为什么，人数变动才说得清。",
    condition="学徒状态是退出，变动日期或变动原因未填。",
    fix="照异动审批表补填。",
    passes="退出，2026年10月12日，因病",
    fails="退出，日期、原因未填",
    clause="学徒花名册填写要求",
)
def leaving_is_told(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An apprentice who left, without the day or the reason."""
    if apprentice.status == coded("apprentice_status", "退出"):
        if apprentice.status_on is None:
            yield Problem(_("学徒状态是退出，请补填变动日期。"), "status_on")
        if apprentice.status_reason is None:
            yield Problem(_("学徒状态是退出，请补填变动原因。"), "status_reason")


@rule(
    "APP-029",
    on=Apprentice,
    severity="warning",
    title="后备人才没有认定文号",
    intent="齐鲁工匠后备人才要有认定文件，没有文号的不计入。",
    condition="“齐鲁工匠后备人才”为是，后备人才认定文号未填。",
    fix="补填认定文号，或改为否。",
    passes="是，鲁人社字〔2026〕18号",
    fails="是，文号未填",
    clause="《实施意见》第5条",
)
def reserve_is_documented(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A craftsman of the reserve without the document that says so."""
    if apprentice.artisan_reserve and apprentice.artisan_reserve_document is None:
        yield Problem(_("“齐鲁工匠后备人才”为是，请补填认定文号。"), "artisan_reserve_document")


@rule(
    "APP-030",
    on=Apprentice,
    severity="warning",
    title="企业培养起止超出学制",
    intent="企业培养应在学制以内，超出的多是日期或学制填错。",
    condition="起始早于入学年月，或终止晚于入学年月加学制；学制未填或分段培养的只看起始。企业新型学徒不查。",
    fix="核对起止日期、入学年月和学制；确须如此的写明情况。",
    passes="2024年9月入学，学制3年，至2027年6月30日",
    fails="2024年9月入学，学制3年，至2027年12月31日",
    clause="学徒花名册填写要求",
    reads=(Cohort,),
)
def trained_within_the_schooling(
    apprentice: Apprentice, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A placement before he entered, or after his schooling is over."""
    month = enrolled(apprentice)
    if month is None or apprentice.start_on is None or is_of_the_new_scheme(apprentice, facts):
        return
    entered = {"month": written_day(month)}
    if last_day(apprentice.start_on) < month.first_day:
        message = _("起始{start}早于入学{month}，请核对。")
        yield Problem(message.format(start=written_day(apprentice.start_on), **entered), "start_on")
    years = _years(apprentice.schooling)
    if years is None or apprentice.end_on in (None, OPEN_END):
        return
    over = months_later(month.first_day, round(years * 12))
    if apprentice.end_on is not None and first_day(apprentice.end_on) > over:
        message = _("终止{end}超出学制（{month}入学，{years:g}年），请核对。")
        shown = message.format(end=written_day(apprentice.end_on), years=years, **entered)
        yield Problem(shown, "end_on")


@rule(
    "APP-031",
    on=Apprentice,
    severity="warning",
    title="合作企业不是学徒班的合作企业",
    intent="学徒应在本班的合作企业培养，别家企业须先列入学徒班。",
    condition="学徒的合作企业不在学徒班台账的合作企业之内（曾用名、信用代码相同的算同一家）。",
    fix="改正合作企业，或在学徒班台账里补上这家企业。",
    passes="学徒班合作企业有济宁海达精密制造有限公司",
    fails="学徒班只有济宁海达精密制造有限公司，学徒在邹城宏河电子有限公司",
    clause=MODERN_SCHEME,
    reads=(Cohort, Enterprise, FormerName),
)
def trained_by_a_party_of_the_class(
    apprentice: Apprentice, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An apprentice at an enterprise that is no party of his class."""
    own, cohort = enterprise_key(apprentice, facts), cohort_of(apprentice, facts)
    if own is None or cohort is None or not cohort.enterprises:
        return
    if own not in {key_of_name(each, facts) for each in cohort.enterprises}:
        message = _("“{enterprise}”不是学徒班“{cohort}”的合作企业，请核对。")
        yield Problem(
            message.format(enterprise=apprentice.enterprise, cohort=apprentice.cohort), "enterprise"
        )


@rule(
    "APP-032",
    on=Apprentice,
    severity="error",
    title="上岗时校企协议不在有效期",
    intent="没有在有效期内的校企协议，学徒上岗就没有依据。",
    condition="学徒协议编号所指的校企合作协议，上岗当日尚未生效或已经终止；协议没有起止的不查，台账里没有的不查。",
    fix="续签或补充协议，或改正协议编号、起始日期。",
    passes="协议2026年7月1日生效，9月1日上岗",
    fails="协议2026年10月1日生效，9月1日上岗",
    clause=INTERNSHIP_RULES,
    checks=(20,),
    reads=(Agreement,),
)
def agreement_is_in_force_at_the_start(
    apprentice: Apprentice, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A placement that begins outside the agreement that it names."""
    linked, number, start = (
        apprentice.links.get("agreement_number"),
        apprentice.agreement_number,
        apprentice.start_on,
    )
    if number is None or start is None:
        return
    known = facts.by(Agreement, "uid")[linked] if linked else facts.by(Agreement, "agreement_number")[number]
    if not known or known[0].start_on is None:
        return
    begins, ends = known[0].start_on, known[0].end_on or OPEN_END
    renewed = facts.by(Agreement, "parent_agreement")[known[0].agreement_number]
    if last_day(start) < first_day(begins) or (first_day(start) > last_day(ends) and not renewed):
        message = _("{start}上岗时，协议“{number}”（{begins}至{ends}）不在有效期内。")
        days = {"start": written_day(start), "begins": written_day(begins), "ends": written_day(ends)}
        yield Problem(message.format(number=number, **days), "agreement_number")


def _years(schooling: str | None) -> float | None:
    """The years of a schooling of one piece; None for one of several (3+2) or none."""
    try:
        return None if schooling is None else float(schooling.removesuffix("年"))
    except ValueError:
        return None
