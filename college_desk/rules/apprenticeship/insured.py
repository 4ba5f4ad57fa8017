"""Insurance of placements: no day without it, of the right kind, with the student on the list, not at his cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.policy.named import named
from college_desk.policy.placements import Stretch
from college_desk.policy.written_dates import written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.apprenticeship.insurance_policy import InsurancePolicy
from college_desk.records.apprenticeship.insured_person import InsuredPerson
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.values.month import OPEN_END, PartialDay, first_day, last_day
from college_desk.rules.apprenticeship.training import INTERNSHIP_RULES, is_of_the_new_scheme, placement_rule
from college_desk.rules.rule import Situation, rule

_ONE_DAY = dt.timedelta(days=1)
_PAID_BY_STUDENTS = ("学生", "家长", "学徒", "个人", "本人", "监护人")


class Cover(NamedTuple):
    """A stretch of days on which a student is insured, with the kind of insurance (None: not told)."""

    first: dt.date
    last: dt.date
    kind: str | None


@placement_rule(
    "APP-014",
    "PLC-008",
    severity="error",
    title="在岗期间有未参保的日子",
    intent="在岗期间每天都要有实习责任保险，缺一天就是脱保。",
    condition="企业培养起止之间有的日子，本人保险起止和所在的参保名单（批单自其起期算）都不覆盖；没有起始日期的不查，没有终止日期的查到填报当日。企业新型学徒不查。",
    fix="照保单、批单补填保险起止或参保名单；确未投保的立即补保。",
    passes="在岗9月1日至次年6月30日，保险8月25日至次年7月31日",
    fails="在岗9月1日至次年6月30日，保险9月10日至次年7月31日",
    clause=INTERNSHIP_RULES,
    checks=(11,),
    reads=(InsuredPerson, InsurancePolicy, Cohort),
)
def insured_on_every_day(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A placement with a day on which the student stands on no policy."""
    first = stretch.first
    if first is None or apprentice is None or apprentice.id_number is None:
        return
    last = max(first, situation.day) if stretch.last == OPEN_END else stretch.last
    gap = _first_gap(first, last, covers_of(apprentice, stretch, facts))
    if gap is None or is_of_the_new_scheme(apprentice, facts):
        return
    own = stretch.record is apprentice
    span = {"first": written_day(gap[0]), "last": written_day(gap[1])}
    if gap == (first, last):
        message = _("在岗期间{first}至{last}没有参保，请补填保单号和保险起止。")
        yield Problem(message.format(**span), "policy_number")
    else:
        message = _("{first}至{last}在岗而没有参保，请照保单、批单核对。")
        field = "insured_to" if gap[1] == last else "insured_from"
        yield Problem(message.format(**span), field if own else "policy_number")


@rule(
    "APP-015",
    on=Apprentice,
    severity="warning",
    title="只投了意外险",
    intent="应投实习责任保险，只有意外险不能代替。",
    condition="本人保险类型和所在参保名单的保险类型都是意外险。",
    fix="补投实习责任险；另有工伤保险等的补填。",
    passes="实习责任险；意外险和实习责任险",
    fails="意外险",
    clause=INTERNSHIP_RULES,
    checks=(90,),
    reads=(InsuredPerson, InsurancePolicy),
)
def insured_against_liability(
    apprentice: Apprentice, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Nothing but an accident insurance."""
    accident = coded("insurance_kind", "意外险")
    kinds = {apprentice.insurance_kind} if apprentice.insurance_kind else set()
    for listed in facts.by(InsuredPerson, "id_number")[apprentice.id_number]:
        policy = named(listed, "policy_number", InsurancePolicy, facts)
        if policy is not None and policy.kind is not None:
            kinds.add(policy.kind)
    own = named(apprentice, "policy_number", InsurancePolicy, facts)
    if own is not None and own.kind is not None:
        kinds.add(own.kind)
    if kinds == {accident}:
        yield Problem(_("只有意外险，应投实习责任险，请核对保险类型。"), "insurance_kind")


@rule(
    "APP-016",
    on=Apprentice,
    severity="error",
    title="不在保单的参保名单里",
    intent="填了保单号而名单里没有本人，出险时保险公司不赔。",
    condition="所填保单在保险单台账里有参保名单，名单里没有本人的证件号；名单尚未录入的不查。",
    fix="照参保名单核对；漏报的办理批单。",
    passes="保单名单里有本人",
    fails="保单名单里没有本人",
    clause=INTERNSHIP_RULES,
    checks=(90,),
    reads=(InsuredPerson,),
)
def stands_on_the_policys_list(
    apprentice: Apprentice, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An apprentice whose policy has a list without him."""
    number = apprentice.policy_number
    if number is None or apprentice.id_number is None:
        return
    if facts.by(InsuredPerson, "policy_number", "id_number")[number, apprentice.id_number]:
        return
    if facts.by(InsuredPerson, "policy_number")[number]:
        message = _("保单“{number}”的参保名单里没有本人，请核对。")
        yield Problem(message.format(number=number), "policy_number")


@rule(
    "INS-001",
    on=InsurancePolicy,
    severity="error",
    title="保费由学生承担",
    intent="实习责任保险的保费不得向学生收取。",
    condition="实习责任险、校方责任险等保单的保费承担方写的是学生、家长、个人；意外险除外。",
    fix="改由学校或企业承担；填错的改正。",
    passes="学校",
    fails="学生本人",
    clause=INTERNSHIP_RULES,
    checks=(90,),
)
def not_at_the_students_cost(
    policy: InsurancePolicy, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A premium taken from the students."""
    if policy.payer is None or policy.kind == coded("insurance_policy_kind", "意外险"):
        return
    if any(word in policy.payer for word in _PAID_BY_STUDENTS):
        message = _("保费承担方是“{payer}”，实习责任保险不得向学生收取保费。")
        yield Problem(message.format(payer=policy.payer), "payer")


@rule(
    "INS-002",
    on=InsurancePolicy,
    severity="warning",
    title="参保人数与名单不符",
    intent="保单人数与参保名单不一致，出险时要逐人核对。",
    condition="保险单台账的参保人数与参保名单里的人数不同；名单尚未录入的不查。",
    fix="照保单、批单核对。",
    passes="参保38人，名单38人",
    fails="参保38人，名单37人",
    clause="报送前校验要点：参保名单",
    reads=(InsuredPerson,),
)
def list_has_as_many_people(policy: InsurancePolicy, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A policy for more or fewer people than its list has."""
    if policy.head_count is None or policy.policy_number is None:
        return
    listed = {
        each.id_number or each.uid for each in facts.by(InsuredPerson, "policy_number")[policy.policy_number]
    }
    if listed and len(listed) != policy.head_count:
        message = _("保单参保{count}人，参保名单{listed}人，请核对。")
        yield Problem(message.format(count=policy.head_count, listed=len(listed)), "head_count")


@rule(
    "INS-003",
    on=InsuredPerson,
    severity="error",
    title="参保日期超出保单期间",
    intent="名单上的起止超出保单期间的部分不受保障。",
    condition="参保名单的保险起期早于保单起期，或止期晚于保单止期；只填到月的按整月看。",
    fix="照保单、批单改正。",
    passes="保单8月25日起，名单8月25日起",
    fails="保单8月25日起，名单8月24日起",
    clause="报送前校验要点：参保名单",
    reads=(InsurancePolicy,),
)
def listed_within_the_policy(listed: InsuredPerson, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A person on a list from before the policy begins, or until after it ends."""
    policy = named(listed, "policy_number", InsurancePolicy, facts)
    if policy is None:
        return
    if (
        listed.insured_from
        and policy.insured_from
        and last_day(listed.insured_from) < first_day(policy.insured_from)
    ):
        message = _("保险起期{on}早于保单起期{limit}，请核对。")
        shown = {"on": written_day(listed.insured_from), "limit": written_day(policy.insured_from)}
        yield Problem(message.format(**shown), "insured_from")
    if listed.insured_to and policy.insured_to and first_day(listed.insured_to) > last_day(policy.insured_to):
        message = _("保险止期{on}晚于保单止期{limit}，请核对。")
        shown = {"on": written_day(listed.insured_to), "limit": written_day(policy.insured_to)}
        yield Problem(message.format(**shown), "insured_to")


def covers_of(apprentice: Apprentice, stretch: Stretch, facts: Facts) -> list[Cover]:
    """The stretches of days on which an apprentice is insured: his own columns, his policy, every list."""
    covers = []
    policy = named(stretch.record, "policy_number", InsurancePolicy, facts)
    if apprentice.insured_from is not None:
        covers.append(_cover(apprentice.insured_from, apprentice.insured_to, apprentice.insurance_kind))
    told = apprentice.insured_from is not None and stretch.record is apprentice
    if policy is not None and policy.insured_from is not None and not told:
        covers.append(_cover(policy.insured_from, policy.insured_to, policy.kind))
    for listed in facts.by(InsuredPerson, "id_number")[apprentice.id_number]:
        of = named(listed, "policy_number", InsurancePolicy, facts)
        begins = listed.insured_from or (of.insured_from if of else None)
        if begins is not None:
            ends = listed.insured_to or (of.insured_to if of else None)
            covers.append(_cover(begins, ends, of.kind if of else None))
    return covers


def _cover(begins: PartialDay, ends: PartialDay | None, kind: str | None) -> Cover:
    return Cover(first_day(begins), OPEN_END if ends is None else last_day(ends), kind)


def _first_gap(first: dt.date, last: dt.date, covers: list[Cover]) -> tuple[dt.date, dt.date] | None:
    """The first uncovered days between two days, both included; None where every day is covered."""
    day = first
    for cover in sorted(covers, key=lambda each: each.first):
        if cover.first > day:
            break
        if cover.last >= last:
            return None
        day = max(day, cover.last + _ONE_DAY)
    if day > last:
        return None
    later = [cover.first for cover in covers if cover.first > day]
    return day, min([last, *(each - _ONE_DAY for each in later)])
