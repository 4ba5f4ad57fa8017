"""Charges that no agreement may lay on students: deposits, fees, shares of their pay, papers kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.partners.agreement import Agreement
from college_desk.rules.rule import Situation, rule

_CLAUSE = "《职业学校学生实习管理规定》（教职成〔2021〕4号）关于不得收费、扣押证件的规定"
_CHARGE = re.compile(
    r"押金|保证金|培训费|实习管理费|管理费|实习材料费|就业服务费|报酬提成|扣押证件|扣留证件|提供担保"
)
_REFUSED = re.compile(r"(?:不得|不准|禁止|严禁|不|免|无需|未)[^，。；;]{0,12}$")


@rule(
    "AGR-014",
    on=Agreement,
    severity="error",
    title="协议约定向学生收费",
    intent="不得向学生收押金、培训费、管理费等，也不得扣证件、要担保。",
    condition="协议的到期处理、备注里写有押金、保证金、培训费、管理费、材料费、就业服务费、报酬提成、扣留证件、担保；前面写着不得、不收、免的不算。",
    fix="删去这项约定，与企业另签补充协议。",
    passes="企业不得向学生收取押金",
    fails="学生上岗前向企业交押金500元",
    clause=_CLAUSE,
)
def agreement_charges_no_student(
    agreement: Agreement, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An agreement that takes money, papers or a guarantee from students."""
    yield from _charges({"on_expiry": agreement.on_expiry, "note": agreement.note})


@rule(
    "ORD-021",
    on=OrderClass,
    severity="error",
    title="订单班约定向学生收费",
    intent="不得向学生收押金、培训费、管理费等，也不得扣证件、要担保。",
    condition="订单班的违约责任、备注里写有押金、保证金、培训费、管理费、材料费、就业服务费、报酬提成、扣留证件、担保；前面写着不得、不收、免的不算。",
    fix="删去这项约定，与企业另签补充协议。",
    passes="学生违约的，退还企业已发的奖学金",
    fails="学生入班时向企业交保证金2000元",
    clause=_CLAUSE,
)
def order_class_charges_no_student(
    order: OrderClass, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An order class that takes money, papers or a guarantee from students."""
    yield from _charges({"breach_terms": order.breach_terms, "note": order.note})


def _charges(texts: dict[str, str | None]) -> Iterator[Problem]:
    for field, text in texts.items():
        for found in _CHARGE.finditer(text or ""):
            if _REFUSED.search((text or "")[: found.start()]) is None:
                message = _("写有“{charge}”，不得向学生收费、扣证件或要担保，请核对协议。")
                yield Problem(message.format(charge=found.group()), field)
                break
