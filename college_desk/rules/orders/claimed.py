"""Graduates put forward for the order subsidy: hired where they were ordered, full-time, insured, claimed once.

A graduate of an order class who went elsewhere is not judged, unless the order subsidy is what is filed.
"""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.ordered import employed_by, order_of, ordered_by, same_group
from college_desk.policy.written_dates import months_later, written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.codes import code_table
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.rules.apprenticeship.training import is_of_the_new_scheme
from college_desk.rules.orders.graduated import put_forward
from college_desk.rules.rule import Situation, rule

_CLAUSE = "《实施意见》第5条；订单企业培养补助申报条件"
_FORWARD = (GraduateOutcome, OrderStudent, Enterprise, FormerName)


@rule(
    "OUT-001",
    on=GraduateOutcome,
    severity="error",
    title="就业单位不是订单企业",
    intent="只有毕业后到订单企业工作的才有补助，信用代码不同就不是到订单企业。",
    condition="申报补助的订单班毕业生，就业单位信用代码与订单企业的不同；是其总公司、合并后单位或同一总公司的作核实。明显在别处就业的平时不提示，申报补助时为错误。",
    fix="照劳动合同核对就业单位和信用代码；确在别处就业的本次不报。",
    passes="就业单位、订单企业信用代码相同",
    fails="就业单位名称是订单企业，信用代码是别家的",
    clause=_CLAUSE,
    checks=(53,),
    reads=_FORWARD,
)
def hired_by_the_ordering_enterprise(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A graduate put forward whose employer is not the enterprise that ordered him."""
    order = put_forward(outcome, facts, situation)
    if order is None:
        return
    ordering, employer = ordered_by(order, facts), employed_by(outcome, facts)
    wanted, given = (ordering.uscc if ordering else None), outcome.employer_uscc
    shown = {"employer": outcome.enterprise or given or "", "ordering": order.enterprise or ""}
    if given is None:
        given = employer.uscc if employer else None
    if wanted is None or given is None:
        if outcome.enterprise not in (None, order.enterprise):
            message = _("就业单位“{employer}”不是订单企业“{ordering}”，请核对。")
            yield Problem(message.format(**shown), "enterprise")
        return
    if given == wanted:
        return
    named = facts.by(Enterprise, "uscc")[given]
    if ordering is not None and named and same_group(ordering, named[0]):
        message = _("就业单位“{employer}”是订单企业“{ordering}”的关联单位，请附关系证明并写明情况。")
        yield Problem(message.format(**shown), "employer_uscc", severity="warning")
    else:
        message = _("就业单位信用代码“{given}”与订单企业“{ordering}”的“{wanted}”不同，请核对。")
        yield Problem(message.format(given=given, wanted=wanted, ordering=shown["ordering"]), "employer_uscc")


@rule(
    "OUT-002",
    on=GraduateOutcome,
    severity="error",
    title="不是全日制劳动合同",
    intent="补助只给毕业后全职到订单企业工作的，派遣、劳务、实习协议、非全日制不算。",
    condition="申报补助的订单班毕业生，合同类型不是劳动合同（全日制）；未填的只作提示。",
    fix="照劳动合同改正合同类型；确不是全职的本次不报。",
    passes="劳动合同",
    fails="劳务派遣；非全日制；实习协议",
    clause=_CLAUSE,
    checks=(54,),
    reads=_FORWARD,
)
def hired_full_time(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A graduate put forward on anything but a full-time labour contract."""
    kind = code_table("contract_kind").get(outcome.contract_kind) if outcome.contract_kind else None
    full_time = kind is not None and kind.detail.get("full_time")
    if full_time or put_forward(outcome, facts, situation) is None:
        return
    if kind is None:
        message = _("合同类型未填，无法判断是否全职。")
        yield Problem(message, "contract_kind", severity="info")
    else:
        message = _("合同类型是“{kind}”，不算全职到订单企业工作。")
        yield Problem(message.format(kind=kind.label), "contract_kind")


@rule(
    "OUT-003",
    on=GraduateOutcome,
    severity="error",
    title="社会保险月数不足",
    intent="文件规定了在订单企业连续缴纳社会保险的最短月数。",
    condition="申报补助的订单班毕业生，毕业当月及以后的连续缴纳月数少于政策参数“订单企业连续缴纳社会保险的最短月数”（未填按0算）；没有录入该参数的不查。",
    fix="照参保证明补填；确不足的待满后再报。",
    passes="参数6，2026年7月起6个月",
    fails="参数6，2026年7月起5个月；或5月起6个月而6月毕业",
    clause=_CLAUSE,
    checks=(54, 56),
    reads=_FORWARD,
)
def insured_long_enough(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A graduate put forward with too few months of insurance since he graduated."""
    least = situation.policy.number("order_subsidy.insured_months", situation.day)
    if least is None:
        return
    months = outcome.insured_months or 0
    begins, graduated = outcome.insured_from_month, outcome.graduated_month
    if begins is not None and graduated is not None and begins < graduated:
        months -= (graduated.year - begins.year) * 12 + graduated.month - begins.month
    if months < least and put_forward(outcome, facts, situation) is not None:
        message = _("毕业以后连续缴纳{months}个月，少于规定的{least}个月。")
        yield Problem(message.format(months=max(0, months), least=least), "insured_months")


@rule(
    "OUT-004",
    on=GraduateOutcome,
    severity="error",
    title="社保不是订单企业缴纳",
    intent="社保由别家缴纳，说明劳动关系不在订单企业。",
    condition="申报补助的订单班毕业生，社保缴纳单位信用代码与订单企业的不同；是关联单位的作核实，未填的不查。",
    fix="照参保证明改正；确由别家缴纳的本次不报。",
    passes="社保缴纳单位、订单企业信用代码相同",
    fails="社保由劳务公司缴纳",
    clause=_CLAUSE,
    checks=(54,),
    reads=_FORWARD,
)
def insured_by_the_enterprise(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A graduate put forward whose insurance somebody else pays."""
    payer = outcome.insurance_payer_uscc
    order = put_forward(outcome, facts, situation) if payer is not None else None
    ordering = None if order is None else ordered_by(order, facts)
    if payer is None or ordering is None or ordering.uscc in (None, payer):
        return
    known = facts.by(Enterprise, "uscc")[payer]
    if known and same_group(ordering, known[0]):
        message = _("社保由订单企业的关联单位“{payer}”缴纳，请附关系证明并写明情况。")
        yield Problem(
            message.format(payer=known[0].name or payer), "insurance_payer_uscc", severity="warning"
        )
    else:
        message = _("社保缴纳单位“{payer}”不是订单企业，请照参保证明核对。")
        yield Problem(message.format(payer=payer), "insurance_payer_uscc")


@rule(
    "OUT-005",
    on=GraduateOutcome,
    severity="error",
    title="已享受其他补贴",
    intent="同一人不能重复享受培训类补贴。",
    condition="申报补助的订单班毕业生，填了已享受的其他补贴，或学徒花名册里是企业新型学徒。",
    fix="核对补贴发放情况；确已享受的本次不报。",
    passes="没有享受其他补贴",
    fails="同一人在企业新型学徒班",
    clause=_CLAUSE + "；报送前校验要点：重复享受",
    checks=(55,),
    reads=(*_FORWARD, Apprentice, Cohort),
)
def not_subsidised_otherwise(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A graduate put forward for whom another subsidy was had."""
    known = facts.by(Apprentice, "id_number")[outcome.id_number]
    if (outcome.other_subsidy is None and not known) or put_forward(outcome, facts, situation) is None:
        return
    if outcome.other_subsidy is not None and outcome.other_subsidy not in ("无", "否", "没有"):
        message = _("已享受“{other}”，不能重复享受，请核对。")
        yield Problem(message.format(other=outcome.other_subsidy), "other_subsidy")
        return
    for each in known:
        if is_of_the_new_scheme(each, facts):
            message = _("同一人在企业新型学徒班“{cohort}”，不能重复享受，请核对。")
            yield Problem(message.format(cohort=each.cohort or ""), "id_number")
            return


@rule(
    "OUT-006",
    on=GraduateOutcome,
    severity="error",
    title="同一人由两家企业申报",
    intent="同一毕业生只能由一家订单企业申报一次。",
    condition="订单班毕业生同时在另一家企业的订单班名册里且没有退出。",
    fix="核对名册，在不是就业单位的那个班填退出日期。",
    passes="只在一个订单班",
    fails="在两家企业的订单班都没有退出",
    clause=_CLAUSE + "；报送前校验要点：重复享受",
    checks=(55,),
    reads=_FORWARD,
)
def claimed_by_one_enterprise(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A graduate whom two enterprises could claim."""
    listed = facts.by(OrderStudent, "id_number")[outcome.id_number]
    if len(listed) < 2:
        return
    ordering = {each.enterprise for each in listed if each.left_on is None and each.enterprise is not None}
    if len(ordering) > 1 and order_of(outcome, facts, situation.day) is not None:
        message = _("同时在{enterprises}的订单班，只能由一家申报，请核对。")
        yield Problem(message.format(enterprises="、".join(sorted(ordering))), "id_number")


@rule(
    "OUT-007",
    on=GraduateOutcome,
    severity="error",
    title="没有毕业证书编号",
    intent="没有毕业证书就不能证明已经毕业。",
    condition="申报补助的订单班毕业生，毕业证书编号未填。",
    fix="照毕业证书补填。",
    passes="413701202606000345",
    fails="（空）",
    clause=_CLAUSE,
    checks=(56,),
    reads=_FORWARD,
)
def has_a_diploma(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A graduate put forward without a diploma."""
    if outcome.diploma_number is None and put_forward(outcome, facts, situation) is not None:
        yield Problem(_("毕业证书编号未填，请照毕业证书补填。"), "diploma_number")


@rule(
    "OUT-008",
    on=GraduateOutcome,
    severity="warning",
    title="劳动合同早于毕业",
    intent="毕业以前签的合同，社保月数只能从毕业当月起算。",
    condition="申报补助的订单班毕业生，合同起始早于毕业年月；毕业当月不算。",
    fix="照劳动合同核对；确在毕业前签订的写明情况。",
    passes="2026年6月毕业，合同2026年6月1日起",
    fails="2026年6月毕业，合同2026年5月31日起",
    clause=_CLAUSE,
    checks=(56,),
    reads=_FORWARD,
)
def contract_after_graduation(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A contract that began before the graduation."""
    begins, graduated = outcome.contract_start_on, outcome.graduated_month
    if begins is None or graduated is None or last_day(begins) >= graduated.first_day:
        return
    if put_forward(outcome, facts, situation) is not None:
        message = _("合同{begins}起，早于毕业{graduated}，社保从毕业当月起算，请核对。")
        days = {"begins": written_day(begins), "graduated": written_day(graduated)}
        yield Problem(message.format(**days), "contract_start_on")


@rule(
    "OUT-009",
    on=GraduateOutcome,
    severity="error",
    title="毕业后过久才到订单企业",
    intent="文件规定了毕业后到订单企业就业的最长月数。",
    condition="申报补助的订单班毕业生，就业（入职、合同起始）日期晚于毕业年月加政策参数的月数；没有录入该参数的不查。",
    fix="照劳动合同核对；确超期的本次不报。",
    passes="参数3，2026年6月毕业，2026年9月30日入职",
    fails="参数3，2026年6月毕业，2026年10月1日入职",
    clause=_CLAUSE,
    checks=(97,),
    reads=_FORWARD,
)
def hired_soon_enough(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A graduate put forward who was hired too long after he graduated."""
    most = situation.policy.number("order_subsidy.hired_within_months", situation.day)
    begins, graduated = outcome.contract_start_on or outcome.employed_on, outcome.graduated_month
    if most is None or begins is None or graduated is None:
        return
    latest = graduated.plus(most).last_day
    if first_day(begins) > latest and put_forward(outcome, facts, situation) is not None:
        message = _("{begins}到订单企业，已超过毕业{graduated}后{months}个月。")
        days = {"begins": written_day(begins), "graduated": written_day(graduated)}
        field = "contract_start_on" if outcome.contract_start_on else "employed_on"
        yield Problem(message.format(**days, months=most), field)


@rule(
    "OUT-010",
    on=GraduateOutcome,
    severity="error",
    title="已经离职",
    intent="申报时已经离职的，不再是到订单企业工作。",
    condition="申报补助的订单班毕业生，离职日期不晚于填报当日；合同终止日期已过而没有续签记录的作核实。",
    fix="照实际更新就业情况；确已离职的本次不报。",
    passes="没有离职",
    fails="2026年9月20日离职，9月30日填报",
    clause=_CLAUSE,
    checks=(97,),
    reads=_FORWARD,
)
def is_still_there(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A graduate put forward who has left."""
    left, ends = outcome.left_on, outcome.contract_end_on
    gone = left is not None and first_day(left) <= situation.day
    over = ends not in (None, OPEN_END) and ends is not None and last_day(ends) < situation.day
    if (not gone and not over) or put_forward(outcome, facts, situation) is None:
        return
    if gone and left is not None:
        message = _("{left}已离职，不能申报补助，请核对。")
        yield Problem(message.format(left=written_day(left)), "left_on")
    elif ends is not None:
        message = _("劳动合同{ends}已到期，请核对是否续签。")
        yield Problem(message.format(ends=written_day(ends)), "contract_end_on", severity="warning")


@rule(
    "OUT-011",
    on=GraduateOutcome,
    severity="error",
    title="社保月数多于实有月数",
    intent="断缴、补缴的月份不能算作连续缴纳。",
    condition="连续缴纳月数多于社保起缴月至填报当月（已离职的至离职当月）的月数。",
    fix="照参保证明改正连续缴纳月数或起缴月，补缴的不算。",
    passes="2026年7月起缴，9月30日填报，3个月",
    fails="2026年7月起缴，9月30日填报，4个月",
    clause="报送前校验要点：断缴、补缴",
    checks=(97,),
)
def months_have_passed(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More months of insurance than there were since it began."""
    begins, months = outcome.insured_from_month, outcome.insured_months
    if begins is None or months is None:
        return
    until = situation.day if outcome.left_on is None else min(situation.day, last_day(outcome.left_on))
    possible = max(0, (until.year - begins.year) * 12 + until.month - begins.month + 1)
    if months > possible:
        message = _("{begins}起缴，至今最多{possible}个月，填的是{months}个月，请照参保证明核对。")
        shown = {"begins": written_day(begins), "possible": possible, "months": months}
        yield Problem(message.format(**shown), "insured_months")


@rule(
    "OUT-012",
    on=GraduateOutcome,
    severity="error",
    title="劳动合同期限不足",
    intent="文件规定了劳动合同的最短期限。",
    condition="申报补助的订单班毕业生，合同期限（月数，或起止）少于政策参数“订单毕业生劳动合同最短期限”；没有录入该参数的不查。",
    fix="照劳动合同核对；确不足的本次不报。",
    passes="参数12，合同12个月",
    fails="参数12，合同11个月",
    clause=_CLAUSE,
    reads=_FORWARD,
)
def contract_is_long_enough(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A graduate put forward on a short contract."""
    least = situation.policy.number("order_subsidy.least_contract_months", situation.day)
    if least is None or put_forward(outcome, facts, situation) is None:
        return
    begins, ends, months = outcome.contract_start_on, outcome.contract_end_on, outcome.contract_months
    if begins is not None and ends is not None and ends != OPEN_END:
        short = last_day(ends).toordinal() + 1 < months_later(first_day(begins), least).toordinal()
    else:
        short = months is not None and months < least
    if short:
        message = _("合同期限不足{least}个月，请照劳动合同核对。")
        field = "contract_months" if ends is None else "contract_end_on"
        yield Problem(message.format(least=least), field)
