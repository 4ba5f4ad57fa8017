"""Where graduates went: parts of the record that contradict one another, implausible pay, proof that is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label
from college_desk.policy.written_dates import months_later
from college_desk.records.codes import code_table
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.rules.rule import Situation, rule

_LEDGER = "毕业生就业台账填写要求"
_NATURES = {
    "80": "升学",
    "85": "出国",
    "75": "自主创业",
    "76": "自由职业",
    "Z2": "其他灵活就业",
    "70": "待就业",
}
"""For destinations that are no employment, the word of the employer's nature that goes with each."""


@rule(
    "OUT-013",
    on=GraduateOutcome,
    severity="warning",
    title="未就业却填了就业单位",
    intent="升学、参军、待就业的没有就业单位，填了就前后矛盾。",
    condition="毕业去向是升学、出国、应征义务兵、待就业、暂不就业等，而就业单位、信用代码、起薪、单位行业或单位规模有值。",
    fix="改正毕业去向，或删去就业单位和起薪。",
    passes="境内升学，就业单位空",
    fails="境内升学，就业单位济宁海达精密制造有限公司",
    clause="报送前校验要点：就业台账",
    checks=(58,),
)
def only_the_employed_have_an_employer(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An employer of somebody who went to study, to the army, or nowhere."""
    if outcome.destination not in ("46", "80", "85", "70", "71", "72"):
        return
    for field in ("enterprise", "employer_uscc", "starting_pay", "employer_industry", "employer_size"):
        if getattr(outcome, field):
            message = _("毕业去向是“{destination}”，却填了就业单位或起薪，请核对。")
            yield Problem(message.format(destination=label("destination", outcome.destination)), field)
            return


@rule(
    "OUT-014",
    on=GraduateOutcome,
    severity="warning",
    title="起薪不合常理",
    intent="低于最低工资或过高的起薪，多是单位或小数点错了。",
    condition="起薪低于政策参数“当地月最低工资标准”（没有录入的不查），或高于政策参数“起薪的合理上限”（50000元）。",
    fix="照劳动合同核对；确是如此的写明情况。",
    passes="4800.00；50000.00",
    fails="50000.01；参数2200.00，2199.99",
    clause="报送前校验要点：起薪",
    checks=(58,),
)
def pay_is_plausible(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A pay below the lowest that is lawful, or higher than is plausible."""
    pay = outcome.starting_pay
    if pay is None:
        return
    least = situation.policy.get("wage.minimum_yuan", situation.day)
    most = situation.policy.get("outcome.most_plausible_pay_yuan", situation.day)
    if least is not None and pay < Decimal(str(least)):
        message = _("起薪{pay}元低于当地月最低工资标准{least}元，请核对。")
        yield Problem(message.format(pay=pay, least=least), "starting_pay")
    elif most is not None and pay > Decimal(str(most)):
        message = _("起薪{pay}元高于{most}元，请核对单位和小数点。")
        yield Problem(message.format(pay=pay, most=most), "starting_pay")


@rule(
    "OUT-015",
    on=GraduateOutcome,
    severity="error",
    title="以实习、见习证明当就业",
    intent="不准以实习、见习证明作为就业证明材料。",
    condition="毕业去向是就业，而合同类型是实习协议。",
    fix="照劳动合同、就业协议改正合同类型；只有实习协议的不能算就业。",
    passes="签劳动合同形式就业，劳动合同",
    fails="签劳动合同形式就业，实习协议",
    clause="教育部关于毕业生就业工作“四不准”的要求",
    checks=(98,),
)
def internship_is_no_employment(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An internship passed off as employment."""
    entry = code_table("destination").get(outcome.destination) if outcome.destination else None
    employed = entry is not None and entry.detail.get("employed")
    if employed and outcome.contract_kind == coded("contract_kind", "实习协议"):
        yield Problem(_("实习、见习证明不能作为就业证明，请核对合同类型。"), "contract_kind")


@rule(
    "OUT-016",
    on=GraduateOutcome,
    severity="warning",
    title="多名毕业生同一电话",
    intent="许多毕业生留同一个电话，核查时会被当成虚假就业。",
    condition="同一联系电话在毕业生就业台账里的人数超过政策参数“同一电话的最多毕业生人数”（2人）。",
    fix="核对后改成本人电话；确是家人共用的写明情况。",
    passes="两人同一电话",
    fails="三人同一电话",
    clause="教育部关于毕业生就业工作“四不准”的要求",
    checks=(98,),
    reads=(GraduateOutcome,),
)
def has_a_phone_of_his_own(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A phone number that many graduates share."""
    most = situation.policy.number("outcome.most_people_per_phone", situation.day)
    if outcome.phone is None or most is None:
        return
    people = {each.id_number or each.uid for each in facts.by(GraduateOutcome, "phone")[outcome.phone]}
    if len(people) > most:
        message = _("这个电话有{count}名毕业生在用，请改成本人电话或写明情况。")
        yield Problem(message.format(count=len(people)), "phone")


@rule(
    "OUT-017",
    on=GraduateOutcome,
    severity="warning",
    title="单位性质与毕业去向不符",
    intent="去向与单位性质是一对，不符的上报系统通不过。",
    condition="去向是升学、出国、自主创业、自由职业、灵活就业、待就业而单位性质填了别的，或去向是就业而单位性质是升学、出国、待就业。",
    fix="改正单位性质或毕业去向。",
    passes="境内升学，升学；签劳动合同形式就业，民营企业",
    fails="境内升学，民营企业；签劳动合同形式就业，升学",
    clause=_LEDGER,
)
def nature_goes_with_the_destination(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A nature of the employer that does not go with the destination."""
    nature, destination = outcome.employer_nature, outcome.destination
    if nature is None or destination is None:
        return
    wanted = _NATURES.get(destination)
    entry = code_table("destination").get(destination)
    employed = entry is not None and entry.detail.get("employed")
    if (wanted is not None and nature != wanted) or (employed and nature in ("升学", "出国", "待就业")):
        message = _("毕业去向“{destination}”与单位性质“{nature}”不符，请核对。")
        shown = {"destination": label("destination", destination), "nature": nature}
        yield Problem(message.format(**shown), "employer_nature")


@rule(
    "OUT-018",
    on=GraduateOutcome,
    severity="warning",
    title="就业没有单位",
    intent="就业的要有单位，没有单位无法核查。",
    condition="毕业去向是就业，就业单位和信用代码都未填。",
    fix="照劳动合同补填就业单位。",
    passes="签劳动合同形式就业，济宁海达精密制造有限公司",
    fails="签劳动合同形式就业，就业单位未填",
    clause=_LEDGER,
)
def the_employed_have_an_employer(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Somebody employed by nobody."""
    entry = code_table("destination").get(outcome.destination) if outcome.destination else None
    if entry is None or not entry.detail.get("employed"):
        return
    if outcome.enterprise is None and outcome.employer_uscc is None:
        message = _("毕业去向是“{destination}”，请补填就业单位。")
        yield Problem(message.format(destination=entry.label), "enterprise")


@rule(
    "OUT-019",
    on=GraduateOutcome,
    severity="warning",
    title="合同期限与起止不符",
    intent="期限与起止是同一份合同的两种写法，应一致。",
    condition="合同期限（月）与合同起止相差超过1个月；长期合同不查。",
    fix="照劳动合同改正。",
    passes="2026年7月6日至2029年7月5日，36个月",
    fails="2026年7月6日至2029年7月5日，24个月",
    clause=_LEDGER,
)
def months_as_the_dates(outcome: GraduateOutcome, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A contract of more or fewer months than its dates."""
    begins, ends, months = outcome.contract_start_on, outcome.contract_end_on, outcome.contract_months
    if begins is None or ends is None or months is None or ends == OPEN_END:
        return
    first, after = first_day(begins), last_day(ends) + dt.timedelta(days=1)
    if not months_later(first, months - 1) <= after <= months_later(first, months + 1):
        message = _("合同期限{months}个月与起止日期不符，请照劳动合同核对。")
        yield Problem(message.format(months=months), "contract_months")


@rule(
    "OUT-020",
    on=GraduateOutcome,
    severity="warning",
    title="自主创业、灵活就业与去向不符",
    intent="创业、灵活就业另有统计，与去向矛盾的会重复计算。",
    condition="“是否自主创业”为是而去向不是自主创业，或“是否灵活就业”为是而去向是签协议、签劳动合同就业、升学。",
    fix="改正毕业去向或这两项。",
    passes="自主创业，是否自主创业为是",
    fails="签劳动合同形式就业，是否自主创业为是",
    clause=_LEDGER,
)
def ways_of_work_go_with_the_destination(
    outcome: GraduateOutcome, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Self-employment against the destination."""
    destination = outcome.destination
    if destination is None:
        return
    shown = {"destination": label("destination", destination)}
    if outcome.self_employed and destination != "75":
        message = _("毕业去向是“{destination}”，“是否自主创业”却为是，请核对。")
        yield Problem(message.format(**shown), "self_employed")
    if outcome.flexible and destination in ("10", "11", "80"):
        message = _("毕业去向是“{destination}”，“是否灵活就业”却为是，请核对。")
        yield Problem(message.format(**shown), "flexible")
