"""Order classes: filed before they begin, large enough, of the agreement's enterprise, their money adding up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.policy.named import enterprise_key
from college_desk.policy.written_dates import written_day
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.values.month import OPEN_END, first_day, last_day
from college_desk.rules.agreed import agreement_named, first_uncovered
from college_desk.rules.rule import Situation, rule

_CLAUSE = "《实施意见》第5条"


@rule(
    "ORD-005",
    on=OrderClass,
    severity="error",
    title="订单班没有备案或开班后备案",
    intent="订单协议须先备案后开班，未备案的不予补助。",
    condition="没有备案日期（所指协议也没有），或备案日期晚于组班（开班）日期；同日不算，只填到月的按整月看。",
    fix="照备案回执补填备案日期；确未备案的先备案。",
    passes="8月15日备案，9月1日组班",
    fails="9月2日备案，9月1日组班",
    clause=_CLAUSE + "；报送前校验要点：未备案不予补助",
    checks=(95,),
    reads=(Agreement,),
)
def class_is_filed_first(order: OrderClass, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An order class that was not filed, or only after it had begun."""
    agreement = agreement_named(order, "agreement_number", facts)
    filed = order.filed_on or (agreement.filed_on if agreement else None)
    begins = order.formed_on or order.start_on
    if filed is None:
        yield Problem(_("没有备案日期，未备案的订单班不予补助，请补填。"), "filed_on")
    elif begins is not None and filed > last_day(begins):
        message = _("{filed}备案，晚于组班{begins}，须先备案后开班。")
        yield Problem(message.format(filed=written_day(filed), begins=written_day(begins)), "filed_on")


@rule(
    "ORD-006",
    on=OrderClass,
    severity="warning",
    title="订单班没有备案号",
    intent="补助申报要填备案号。",
    condition="有备案日期而没有备案号（所指协议也没有）。",
    fix="照备案回执补填备案号。",
    passes="济人社订〔2023〕07号",
    fails="（空）",
    clause=_CLAUSE,
    checks=(95,),
    reads=(Agreement,),
)
def filing_has_a_number(order: OrderClass, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A filed order class without the filing's number."""
    agreement = agreement_named(order, "agreement_number", facts)
    filed = order.filed_on or (agreement.filed_on if agreement else None)
    number = order.filing_number or (agreement.filing_number if agreement else None)
    if filed is not None and number is None:
        yield Problem(_("没有备案号，请照备案回执补填。"), "filing_number")


@rule(
    "ORD-007",
    on=OrderClass,
    severity="error",
    title="订单班人数不足",
    intent="文件规定了订单班的最少人数，不足的不予补助。",
    condition="订单班学生名册里本班未退出的人数少于政策参数“订单班最少人数”；没有录入该参数、名册里没有的不查。",
    fix="核对名册；确不足的不能申报。",
    passes="参数20，名册20人",
    fails="参数20，名册19人",
    clause=_CLAUSE,
    checks=(95,),
    reads=(OrderStudent,),
)
def class_is_large_enough(order: OrderClass, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An order class smaller than the subsidy asks for."""
    least = situation.policy.number("order_subsidy.smallest_class", situation.day)
    people = students_in(order, facts)
    if least is not None and people and len(people) < least:
        message = _("名册里本班{count}人，少于规定的{least}人，请核对。")
        yield Problem(message.format(count=len(people), least=least), "planned_size")


@rule(
    "ORD-008",
    on=OrderClass,
    severity="warning",
    title="实有人数多于协议人数",
    intent="名册人数一般不超过协议人数。",
    condition="订单班学生名册里本班未退出的人数大于计划人数。",
    fix="核对名册和计划人数；确实扩招的写明情况。",
    passes="协议45人，名册45人",
    fails="协议45人，名册46人",
    clause="报送前校验要点：人数链条",
    checks=(57,),
    reads=(OrderStudent,),
)
def not_more_students_than_agreed(order: OrderClass, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More students than the agreement names."""
    people = students_in(order, facts)
    if order.planned_size is not None and len(people) > order.planned_size:
        message = _("名册里本班{count}人，多于协议{planned}人，请核对。")
        yield Problem(message.format(count=len(people), planned=order.planned_size), "planned_size")


@rule(
    "ORD-009",
    on=OrderClass,
    severity="error",
    title="订单企业与协议的企业不同",
    intent="订单班的企业须是协议的企业，否则不是订单培养。",
    condition="订单班的订单企业与所指协议的合作企业不是一家（曾用名、信用代码相同的算同一家）。",
    fix="照协议改正订单企业或协议编号。",
    passes="协议、订单班都是济宁海达精密制造有限公司",
    fails="协议是济宁海达精密制造有限公司，订单班是邹城宏河电子有限公司",
    clause="报送前校验要点：主体不符",
    checks=(22,),
    reads=(Agreement, Enterprise, FormerName),
)
def ordered_by_the_party_of_the_agreement(
    order: OrderClass, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An order class of another enterprise than its agreement."""
    agreement = agreement_named(order, "agreement_number", facts)
    if agreement is None:
        return
    mine, theirs = enterprise_key(order, facts), enterprise_key(agreement, facts)
    if mine is not None and theirs is not None and mine != theirs:
        message = _("协议“{number}”的企业是“{other}”，订单班填的是“{name}”，请核对。")
        shown = {"number": order.agreement_number, "other": agreement.enterprise, "name": order.enterprise}
        yield Problem(message.format(**shown), "enterprise")


@rule(
    "ORD-010",
    on=OrderClass,
    severity="warning",
    title="企业投入分项与合计不符",
    intent="分项合计应等于企业投入。",
    condition="奖助学金、设备、师资之和大于企业投入，或三项填全而不等于企业投入。",
    fix="照投入凭证改正。",
    passes="奖助学金50000.00，设备120000.00，师资30000.00，投入200000.00",
    fails="三项合计190000.00，投入200000.00",
    clause="订单培养协议备案表填写要求",
)
def investment_adds_up(order: OrderClass, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Parts of an enterprise's investment that do not make up its total."""
    parts = (order.scholarship_yuan, order.equipment_yuan, order.teaching_yuan)
    given = [each for each in parts if each is not None]
    total, whole = sum(given, Decimal(0)), order.enterprise_investment_yuan
    if whole is None or not given:
        return
    if total > whole or (len(given) == len(parts) and total != whole):
        message = _("分项合计{total}元，企业投入{whole}元，请核对。")
        yield Problem(message.format(total=total, whole=whole), "enterprise_investment_yuan")


@rule(
    "ORD-011",
    on=OrderClass,
    severity="error",
    title="订单班没有协议覆盖",
    intent="订单协议及其补充、续签要覆盖整个培养周期。",
    condition="订单班起止之间有的日子不在所指协议及其补充、续签协议的有效期内；协议不在台账、没有起止的不查。",
    fix="续签或补签协议，或改正起止日期。",
    passes="协议至2026年6月30日，培养至2026年6月30日",
    fails="协议至2025年12月31日，培养至2026年6月30日",
    clause="报送前校验要点：协议断档",
    checks=(20,),
    reads=(Agreement,),
)
def class_is_covered_by_an_agreement(
    order: OrderClass, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An order class with a day that no agreement of the chain covers."""
    if order.start_on is None:
        return
    first = last_day(order.start_on)
    last = first if order.end_on in (None, OPEN_END) else first_day(order.end_on or first)
    day = first_uncovered(order, first, max(first, last), facts)
    if day is not None:
        message = _("{day}没有有效的订单培养协议，请续签或核对协议起止。")
        yield Problem(message.format(day=written_day(day)), "agreement_number")


@rule(
    "ORD-012",
    on=OrderClass,
    severity="warning",
    title="订单班的协议不是订单培养协议",
    intent="订单班要有订单培养协议，别的协议不能代替。",
    condition="所指协议的协议类型不是订单培养，合作内容里也没有订单培养；类型未填的不查。",
    fix="改正协议编号或协议类型。",
    passes="协议类型订单培养",
    fails="协议类型共建实习基地",
    clause="订单培养协议备案表填写要求",
    reads=(Agreement,),
)
def under_an_order_agreement(order: OrderClass, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An order class under an agreement of another kind."""
    agreement = agreement_named(order, "agreement_number", facts)
    if agreement is None or agreement.agreement_type in (None, coded("agreement_type", "订单培养")):
        return
    if coded("cooperation_kind", "订单培养") not in (agreement.cooperation_kinds or ()):
        message = _("协议“{number}”不是订单培养协议，请核对。")
        yield Problem(message.format(number=order.agreement_number), "agreement_number")


def students_in(order: OrderClass, facts: Facts) -> list[OrderStudent]:
    """The students of an order class who have not left it."""
    number = order.agreement_number
    if number is None:
        return []
    listed = facts.by(OrderStudent, "order_agreement", "order_class")
    names = dict.fromkeys((None, order.name))
    return [each for name in names for each in listed[number, name] if each.left_on is None]
