"""subsidy, tax: hourly fees of a month, and what is withheld from one month's payments to one person."""

from __future__ import annotations

import argparse
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli import texts, workspace
from college_desk.cli.command import command
from college_desk.cli.context import Context
from college_desk.records.values.day import MONTH
from college_desk.records.values.money import MONEY
from college_desk.records.values.month import Month
from college_desk.records.values.number import PERIODS
from college_desk.records.values.value_type import Surroundings

if TYPE_CHECKING:
    from college_desk.policy.withholding import Withheld
    from college_desk.services.month_of_fees import MonthOfFees

_PACK = "jining-2022"


def _subsidy_arguments(parser: argparse.ArgumentParser) -> None:
    workspace.add_workspace(parser)
    parser.add_argument("--month", required=True)
    parser.add_argument("--from", dest="first")
    parser.add_argument("--pay-month")
    parser.add_argument("--other-income", action="append", default=[])
    parser.add_argument("--settle", action="store_true")
    parser.add_argument("--reverse", metavar=_("教师=批次"))
    parser.add_argument("--paid", metavar=_("批次=状态"))
    parser.add_argument("--teacher")
    parser.add_argument("--on")
    parser.add_argument("--voucher")
    parser.add_argument("--claim", action="store_true")
    parser.add_argument("--json", action="store_true")


@command(
    "subsidy",
    "WS --month YYYY-MM [--from YYYY-MM] [--settle] [--pay-month YYYY-MM] [--other-income ID=YUAN]..."
    " [--reverse TEACHER=BATCH] [--paid BATCH=STATUS [--teacher TEACHER] [--on DATE] [--voucher N]] [--claim] [--json]",
    "课时费：课时到金额，逐笔结算",
    _subsidy_arguments,
    order=70,
)
def subsidy(given: argparse.Namespace, context: Context) -> int:
    """Hours to amounts, line by line; `--settle` locks the month."""
    from college_desk.services import claiming, fees, settling

    month = _month(given.month)
    first = None if given.first is None else _month(given.first)
    pay_month = None if given.pay_month is None else _month(given.pay_month)
    other = {
        name: _yuan(text) for name, text in texts.pairs(given.other_income, option="--other-income").items()
    }
    done: dict[str, Any] = {"who": context.who, "now": context.now, "today": context.today}
    with workspace.opened(given.ws) as desk:
        if given.reverse is not None:
            teacher, batch = texts.pair(given.reverse, option="--reverse")
            settling.reverse(desk, teacher, batch, month, **done)
        if given.paid is not None:
            batch, status = texts.pair(given.paid, option="--paid")
            on = texts.optional_day(given.on, today=context.today) or context.today
            settling.pay(desk, batch, status, on, voucher_number=given.voucher, teacher=given.teacher, **done)
        if given.settle:
            shown, _changed = settling.settle(
                desk, month, first=first, pay_month=pay_month, other_income=other, **done
            )
        if given.claim:
            shown, _changed = claiming.put_in(desk, month, first=first, **done)
        elif not given.settle:
            shown = fees.fees(desk, month, first=first, pay_month=pay_month, other_income=other)
    if given.json:
        context.say_json(shown.to_json())
    else:
        _print_fees(shown, context)
    return 0


def _print_fees(shown: MonthOfFees, context: Context) -> None:
    document = shown.to_json()
    heads = [_("姓名"), _("级别"), _("课时"), _("标准"), _("应发"), _("代扣个税"), _("实发"), _("批次")]
    rows = [
        [
            str(each[name] if each[name] is not None else "—")
            for name in (
                "teacher",
                "title_level",
                "periods",
                "yuan_per_period",
                "gross",
                "tax",
                "net",
                "batch",
            )
        ]
        for each in document["lines"]
    ]
    context.say(texts.table(heads, rows))
    total = document["total"]
    context.say(
        _("合计{periods}课时，应发{gross}元（{capitals}）").format(
            periods=total["periods"], gross=total["gross"], capitals=total["capitals"]
        )
    )
    _print_claim(shown, context)
    for each in shown.not_paid:
        context.say(
            _("未计：{name}{periods}课时，{why}").format(name=each.name, periods=each.periods, why=each.why)
        )
    if shown.unverified:
        context.say(_("另有{count}条课时未经教务核验，未计。").format(count=shown.unverified))


def _print_claim(shown: MonthOfFees, context: Context) -> None:
    if shown.claimed:
        context.say(_("可申请课时费补贴{yuan}元").format(yuan=f"{shown.claimed:.2f}"))
    reasons: dict[str, list[str]] = {}
    for line in shown.lines:
        for each in line.claim.left_out if line.claim is not None else ():
            reasons.setdefault(each.why, []).append(f"{line.settlement.name}{PERIODS.show(each.periods)}")
    for why, people in reasons.items():
        context.say(_("不申请补贴：{why}（课时：{people}）").format(why=why, people="、".join(people)))


def _month(text: str) -> Month:
    found = MONTH.read(text).value
    if found is None:
        raise UnusableInput(_("“{text}”不是月份，请写成 2026-10。").format(text=text))
    return found


def _tax_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("amounts", nargs="+", metavar=_("金额"))
    parser.add_argument("--net", action="store_true")
    parser.add_argument("--json", action="store_true")


@command(
    "tax",
    "AMOUNT... [--net] [--json]",
    "劳务报酬代扣个税试算（同一人同一个月合并）",
    _tax_arguments,
    order=71,
)
def tax(given: argparse.Namespace, context: Context) -> int:
    """What is withheld from the payments of one month to one person; with `--net` they are after tax."""
    from college_desk.policy import withholding
    from college_desk.policy.pack import load_pack

    payments = [_yuan(each) for each in given.amounts]
    scale = withholding.scale(load_pack(_PACK), context.today)
    if given.net:
        found = withholding.grossed_up(sum(payments, Decimal(0)), scale)
    else:
        found = withholding.withheld(payments, scale)
    if given.json:
        context.say_json(_document(found))
    else:
        context.say(
            _("税前{gross}元，应纳税所得额{base}元，预计代扣个税{tax}元，实发{net}元（以财务处为准）").format(
                **_document(found)
            )
        )
    return 0


def _yuan(text: str) -> Decimal:
    reading = MONEY.read(text, Surroundings())
    if reading.value is None or reading.value < 0:
        raise UnusableInput(_("“{text}”不是金额，请写成如 3000 或 3000.50 的数。").format(text=text))
    return reading.value


def _document(found: Withheld) -> dict[str, str]:
    from college_desk.policy.withholding import CENT

    base = found.base.quantize(CENT, ROUND_HALF_UP)
    amounts = {"gross": found.gross, "base": base, "tax": found.tax, "net": found.net}
    shown = {name: f"{amount:.2f}" for name, amount in amounts.items()}
    return shown | {"rate": f"{found.rate:.2f}", "deduction": f"{found.deduction:.2f}"}
