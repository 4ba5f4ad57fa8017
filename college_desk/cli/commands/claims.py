"""claims: who is claimed for, who is not and why, and what it comes to, before anything is filed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context

if TYPE_CHECKING:
    from college_desk.services.apprentice_claims import ApprenticeClaim
    from college_desk.services.order_claim import OrderClaim
    from college_desk.storage.desk import Desk

_ORDERS, _APPRENTICES = "order-subsidy", "enterprise-apprenticeship"


def _arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("filing", metavar=f"{_ORDERS}/{_APPRENTICES}")
    parser.add_argument("--period", required=True)
    parser.add_argument("--for", dest="only", action="append", default=[], metavar="enterprise=KEY")
    parser.add_argument("--on")
    parser.add_argument("--json", action="store_true")


@command(
    "claims",
    "WS order-subsidy/enterprise-apprenticeship --period P [--for enterprise=KEY]... [--on DATE] [--json]",
    "补助（补贴）试算：符合条件的、不符合的及原因、金额",
    _arguments,
    order=74,
)
def claims(given: argparse.Namespace, context: Context) -> int:
    """The chain of people with the reason for each, and the amount; 1 where its standard is not entered."""
    with workspace.opened(given.ws) as desk:
        enterprises = _enterprises(desk, given.only)
        if given.filing == _ORDERS:
            return _orders(desk, given, enterprises, context)
        if given.filing == _APPRENTICES:
            return _apprentices(desk, given, enterprises, context)
    raise UnusableInput(
        _("“{filing}”没有可以试算的补助，请写 {known}。").format(
            filing=given.filing, known=f"{_ORDERS} / {_APPRENTICES}"
        )
    )


def _orders(
    desk: Desk, given: argparse.Namespace, enterprises: frozenset[str] | None, context: Context
) -> int:
    from college_desk.records.period import period_of
    from college_desk.services import order_claims

    period = period_of(given.period)
    if period.kind != "calendar_year":
        raise UnusableInput(_("订单企业培养补助按年度核对，不能用“{code}”。").format(code=given.period))
    year = period.first.year
    day = texts.optional_day(given.on, today=context.today) or order_claims.usual_day(year, context.today)
    found = order_claims.claims(desk, year, day, enterprises, progress=context.progress)
    unset = order_claims.unset_conditions(desk, day)
    if given.json:
        context.say_json(
            {"filing": _ORDERS, "period": period.code, "on": day.isoformat(), "unset": unset,
             "claims": [each.to_json() for each in found]}
        )  # fmt: skip
    else:
        _print_orders(found, context)
    return _status([each.lacking for each in found], context)


def _print_orders(found: Sequence[OrderClaim], context: Context) -> None:
    heads = [_("订单企业"), _("协议"), _("名册"), _("毕业"), _("到岗"), _("符合条件"), _("金额（元）")]
    rows = []
    for each in found:
        numbers = ["—" if number is None else str(number) for number in each.counts().values()]
        rows.append([each.name, *numbers, "—" if each.amount is None else f"{each.amount:.2f}"])
    context.say(texts.table(heads, rows))
    for each in found:
        document = each.to_json()
        if document["capitals"] is not None:
            context.say(f"{each.name}：{document['capitals']}")
        for person in (person for of in each.classes for person in of.people if not person.eligible):
            context.say(f"  {person.ordered.student.name or ''}：{person.why}")


def _apprentices(
    desk: Desk, given: argparse.Namespace, enterprises: frozenset[str] | None, context: Context
) -> int:
    from college_desk.services import apprentice_claims

    day = texts.optional_day(given.on, today=context.today) or context.today
    found = apprentice_claims.claims(desk, given.period, day, enterprises, progress=context.progress)
    if given.json:
        context.say_json(
            {"filing": _APPRENTICES, "period": given.period, "on": day.isoformat(),
             "claims": [each.to_json() for each in found]}
        )  # fmt: skip
    else:
        _print_apprentices(found, context)
    return _status([each.lacking for each in found], context)


def _print_apprentices(found: Sequence[ApprenticeClaim], context: Context) -> None:
    heads = [
        _("学徒班"), _("企业"), _("人数"), _("可计"), _("取证"), _("计划补贴"), _("可预拨"), _("已预拨"), _("应补"),
        _("本次申请"), _("其中扣回"),
    ]  # fmt: skip
    names = (
        "people",
        "counted",
        "certified",
        "planned",
        "prepayable",
        "prepaid",
        "due",
        "remaining",
        "recoverable",
    )
    rows = []
    for each in found:
        document = each.to_json()
        numbers = ["—" if document[name] is None else str(document[name]) for name in names]
        rows.append([document["name"] or document["cohort"] or "", each.enterprise_name, *numbers])
    context.say(texts.table(heads, rows))
    for each in found:
        for person in (person for person in each.people if person.refusals):
            context.say(f"  {person.apprentice.name or ''}：{person.refusals[0].message}")


def _status(lacking: Sequence[str], context: Context) -> int:
    """1 with each lacking standard told once, else 0."""
    sentences = list(dict.fromkeys(each for each in lacking if each))
    for sentence in sentences:
        context.note(sentence)
    return 1 if sentences else 0


def _enterprises(desk: Desk, only: Sequence[str]) -> frozenset[str] | None:
    """The uids of the enterprises named, None where none is."""
    from college_desk.policy.named import enterprise_named
    from college_desk.records.register import REGISTERS
    from college_desk.records.values.value_type import Surroundings
    from college_desk.services.keys import records_by_key

    if not only:
        return None
    uids: set[str] = set()
    with desk.read() as reader:
        for given in only:
            register, key = texts.pair(given, option="--for")
            if register != "enterprise":
                raise UnusableInput(_("--for 请写 enterprise=信用代码或名称。"))
            found = records_by_key(reader, REGISTERS["enterprise"], key, Surroundings())
            if not found and (by_name := enterprise_named(key, reader.facts())) is not None:
                found = [by_name]
            if not found:
                raise UnusableInput(_("合作企业台账中没有“{key}”。").format(key=key))
            uids.update(each.uid for each in found)
    return frozenset(uids)
