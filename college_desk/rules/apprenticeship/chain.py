"""An apprentice's placements one after the other: no overlap, no gap, no new enterprise without papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.policy.named import enterprise_key
from college_desk.policy.placements import Stretch, stretches_of
from college_desk.policy.written_dates import written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.insured_person import InsuredPerson
from college_desk.records.apprenticeship.placement import Placement
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.values.month import first_day, last_day
from college_desk.rules.apprenticeship.training import INTERNSHIP_RULES, placement_rule
from college_desk.rules.rule import Situation

_ONE_DAY = dt.timedelta(days=1)
_AT_WORK = frozenset({None, "2", "4"})
_NATURAL_ENDS = ("期满", "返校", "退出")
_CLAUSE = INTERNSHIP_RULES + "；报送前校验要点：脱保、脱岗"


@placement_rule(
    "APP-021",
    "PLC-012",
    severity="error",
    title="企业培养段重叠",
    intent="一人同一天不能在两处培养，重叠说明有一段日期填错。",
    condition="同一学徒两段企业培养有相同的日子；在后开始的一段上提示，只填到月的按整月看。",
    fix="照协议改正起止日期；换岗、换企业的把前一段的终止日期写到前一天。",
    passes="前一段至10月31日，后一段11月1日起",
    fails="前一段至11月1日，后一段11月1日起",
    clause=_CLAUSE,
    checks=(89,),
    reads=(Placement,),
)
def placements_do_not_overlap(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A placement that begins before an earlier one is over."""
    before = _before(stretch, apprentice, facts)
    if before is not None and stretch.first is not None and stretch.first <= before.last:
        message = _("与{start}至{end}的一段重叠，请核对起止日期。")
        start = written_day(before.start_on or stretch.first)
        end = written_day(before.end_on or before.last)
        yield Problem(message.format(start=start, end=end), "start_on")


@placement_rule(
    "APP-022",
    "PLC-013",
    severity="error",
    title="企业培养段之间脱岗",
    intent="换岗、换企业之间空出的日子，学徒不在岗也没有去向。",
    condition="同一学徒前后两段在岗（岗位实习、在岗或未填类型）之间有空档，而前一段不是期满、返校或退出。",
    fix="照实际补上去向：返校的把前一段结束原因填“返校”，换岗的改正日期。",
    passes="前一段至10月31日，后一段11月1日起；或前一段结束原因“返校”",
    fails="前一段至10月31日（换企业），后一段11月10日起",
    clause=_CLAUSE,
    checks=(89,),
    reads=(Placement,),
)
def no_days_between_placements(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Days on which an apprentice who changed his post is nowhere."""
    before = _before(stretch, apprentice, facts)
    if before is None or stretch.start_on is None or before.end_on is None:
        return
    if stretch.kind not in _AT_WORK or before.kind not in _AT_WORK or _ended_naturally(before):
        return
    last, first = last_day(before.end_on), first_day(stretch.start_on)
    if first > last + _ONE_DAY:
        message = _("{last}至{first}之间没有去向，请照实际核对。")
        shown = message.format(last=written_day(last + _ONE_DAY), first=written_day(first - _ONE_DAY))
        yield Problem(shown, "start_on")


@placement_rule(
    "APP-023",
    "PLC-014",
    severity="error",
    title="换企业没有新协议",
    intent="换了培养企业，须与新企业另签协议。",
    condition="前后两段的合作企业不同（曾用名、信用代码相同的算同一家），后一段没有协议编号或与前一段相同。",
    fix="与新企业签订协议，填写新的协议编号。",
    passes="海达XTZ-2026-001，宏河XTZ-2026-007",
    fails="海达XTZ-2026-001，宏河XTZ-2026-001",
    clause=_CLAUSE,
    checks=(89,),
    reads=(Placement, Enterprise, FormerName),
)
def another_enterprise_another_agreement(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Another enterprise under no agreement, or under that with the one before."""
    before = _moved_from(stretch, apprentice, facts)
    if before is not None and stretch.agreement_number in (None, before.agreement_number):
        message = _("由“{before}”换到“{after}”，没有新的协议，请填写新协议编号。")
        yield Problem(message.format(before=before.enterprise, after=stretch.enterprise), "agreement_number")


@placement_rule(
    "APP-024",
    "PLC-015",
    severity="error",
    title="换企业没有保险批单",
    intent="换了培养企业，原保单须办批单或另投，否则出险不赔。",
    condition="前后两段的合作企业不同，后一段的保单号未填或与前一段相同，参保名单里也没有在前一段开始以后起保的批单。",
    fix="办理批单并录入参保名单，或填写新的保单号。",
    passes="换企业后另投PZ2026370800002；或名单里有批单",
    fails="换企业后仍是PZ2026370800001，没有批单",
    clause=_CLAUSE,
    checks=(89,),
    reads=(Placement, InsuredPerson, Enterprise, FormerName),
)
def another_enterprise_another_policy(
    stretch: Stretch, apprentice: Apprentice | None, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Another enterprise under the old policy, without an endorsement."""
    before = _moved_from(stretch, apprentice, facts)
    if before is None or before.start_on is None or apprentice is None:
        return
    if stretch.policy_number is not None and stretch.policy_number != before.policy_number:
        return
    since = first_day(before.start_on)
    endorsed = any(
        each.endorsement_number is not None
        and (each.insured_from is None or last_day(each.insured_from) > since)
        for each in facts.by(InsuredPerson, "id_number")[apprentice.id_number]
    )
    if not endorsed:
        message = _("由“{before}”换到“{after}”，没有新保单或批单，请核对。")
        yield Problem(message.format(before=before.enterprise, after=stretch.enterprise), "policy_number")


def _before(stretch: Stretch, apprentice: Apprentice | None, facts: Facts) -> Stretch | None:
    """The placement before one of the same apprentice; None for the first or one without a beginning."""
    if apprentice is None or stretch.first is None:
        return None
    if not facts.by(Placement, "apprentice")[apprentice.id_number]:
        return None
    before = None
    for each in stretches_of(apprentice, facts):
        if each.record is stretch.record or each == stretch:
            return before
        before = each
    return None


def _moved_from(stretch: Stretch, apprentice: Apprentice | None, facts: Facts) -> Stretch | None:
    """The placement before where both are work and the enterprise is another; else None."""
    before = _before(stretch, apprentice, facts)
    if before is None or stretch.kind not in _AT_WORK or before.kind not in _AT_WORK:
        return None
    old, new = enterprise_key(before.record, facts), enterprise_key(stretch.record, facts)
    return before if old is not None and new is not None and old != new else None


def _ended_naturally(stretch: Stretch) -> bool:
    return stretch.ended_reason in {coded("placement_end", word) for word in _NATURAL_ENDS}
