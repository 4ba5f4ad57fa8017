"""tax: what is withheld from one month's payments to one person."""

from __future__ import annotations

import argparse
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.cli.command import command
from college_desk.cli.context import Context
from college_desk.records.values.money import MONEY
from college_desk.records.values.value_type import Surroundings

if TYPE_CHECKING:
    from college_desk.policy.withholding import Withheld

_PACK = "jining-2022"


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
