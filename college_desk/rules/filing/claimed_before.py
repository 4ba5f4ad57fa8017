"""Nobody and nothing is claimed twice (重复享受): what stands in another filing of money, of whatever year."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.claims import ENTERPRISE_APPRENTICESHIP, HOURLY_SUBSIDY, ORDER_SUBSIDY
from college_desk.policy.named import named
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.teaching.settlement import Settlement
from college_desk.rules.rule import Situation, rule

_CLAUSE = "报送前校验要点：重复享受、重复申报"


@rule(
    "OUT-021",
    on=GraduateOutcome,
    severity="error",
    title="毕业生已在其他申报中列报",
    intent="同一毕业生的培养补助只能申报一次，也不能与企业新型学徒补贴重复。",
    condition="申报订单企业培养补助时，该毕业生已在另一项已定稿的订单企业培养补助申报里，或已结业、取证列入企业新型学徒补贴申报；不论年度，已撤回、不予备案的不算。",
    fix="本次不报；前一项确未报送的先撤回。",
    passes="从未申报；前一项已撤回",
    fails="已在2025年度的订单企业培养补助里",
    clause="《实施意见》第5条；" + _CLAUSE,
    checks=(55,),
    filings=(ORDER_SUBSIDY,),
)
def graduate_claimed_once(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A graduate for whom another filing claims already."""
    had = situation.claimed.training_of(outcome.id_number)
    if had:
        message = _("已在“{number}”申报，同一人不能重复申报，请核对。")
        yield Problem(message.format(number=had[0].number), "id_number")


@rule(
    "NEW-011",
    on=Apprentice,
    severity="error",
    title="学徒已在其他申报中列报",
    intent="同一职业同级及以上的培训补贴只能领一次，也不能与订单企业培养补助重复。",
    condition="申报企业新型学徒补贴时，该学徒已在另一项已定稿的申报里：订单企业培养补助，或已结业、取证的企业新型学徒补贴（同一职业、等级不低于本次，未填的按相同看）；已撤回、不予备案的不算。",
    fix="本次不报；前一项确未报送的先撤回。",
    passes="前一项是中级工，本次是高级工",
    fails="前一项是高级工，本次是高级工",
    clause="人社部门关于企业新型学徒制的文件；" + _CLAUSE,
    checks=(55,),
    filings=(ENTERPRISE_APPRENTICESHIP,),
    reads=(Cohort,),
)
def apprentice_claimed_once(apprentice: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An enterprise's apprentice for whose training another filing claims already."""
    if not situation.claimed.training_of(apprentice.id_number):
        return
    cohort = named(apprentice, "cohort", Cohort, facts)
    trade = apprentice.trade or (cohort.trade if cohort else None)
    level = apprentice.target_skill_level or (cohort.target_skill_level if cohort else None)
    had = situation.claimed.trained(apprentice.id_number, trade, level)
    if had is not None:
        message = _("已在“{number}”申报，不能重复申领，请核对。")
        yield Problem(message.format(number=had.number), "id_number")


@rule(
    "PAY-016",
    on=Settlement,
    severity="error",
    title="课时费已在其他申报中列报",
    intent="同一笔课时费只能申请一次补贴。",
    condition="申报课时费补贴时，这一笔发放已在另一项已定稿的课时费补贴申报里；申请补贴金额为0的、已撤回的、不予备案的不算。",
    fix="本次不报；前一项确未报送的先撤回。",
    passes="10月已报，本次报11月",
    fails="10月已报，又列入本学期申报",
    clause="《实施意见》第7条；" + _CLAUSE,
    checks=(49,),
    filings=(HOURLY_SUBSIDY,),
)
def payment_claimed_once(settlement: Settlement, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A payment that another filing claims already."""
    had = situation.claimed.settled(settlement)
    if had is not None and settlement.claimed_yuan != 0:
        message = _("这笔课时费已在“{number}”申报，不能重复申报，请核对。")
        yield Problem(message.format(number=had.number), "batch")
