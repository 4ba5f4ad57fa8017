"""Tax withheld from pay for services (劳务报酬代扣个税): one person's payments of one calendar month together.

Source: 国家税务总局公告2018年第61号; every number is a parameter of the policy pack (`tax.*`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from college_desk.policy.coded import coded
from college_desk.policy.pack import Policy
from college_desk.records.teaching.settlement import Settlement

CENT = Decimal("0.01")
_NOTHING = Decimal(0)


class Bracket(NamedTuple):
    """One step of the scale: taxable income up to `most` yuan (None: no limit), rate, quick deduction (速算扣除数)."""

    most: Decimal | None
    rate: Decimal
    deduction: Decimal


@dataclass(frozen=True)
class Withheld:
    """What is withheld (预扣) from one month's payments to one person, in yuan.

    gross: paid together (应发); base: taxable income (应纳税所得额), not rounded; rate, deduction: of the
    scale; tax: to the cent, half up; net: gross less tax.
    """

    gross: Decimal
    base: Decimal
    rate: Decimal
    deduction: Decimal
    tax: Decimal
    net: Decimal


@dataclass(frozen=True)
class Scale:
    """The numbers of the withholding in force on a day; amounts in yuan, shares from 0 to 1."""

    untaxed: Decimal
    fixed_up_to: Decimal
    fixed: Decimal
    share: Decimal
    brackets: tuple[Bracket, ...]

    def base(self, gross: Decimal) -> Decimal:
        """The taxable part of a gross amount, not rounded."""
        if gross <= self.untaxed:
            return _NOTHING
        if gross <= self.fixed_up_to:
            return gross - self.fixed
        return gross * (1 - self.share)

    def bracket(self, base: Decimal) -> Bracket:
        """The step that a taxable income falls into, its upper limit included."""
        return next(each for each in self.brackets if each.most is None or base <= each.most)


def scale(policy: Policy, on: dt.date) -> Scale:
    """The scale in force on a day of payment. Raises MissingParameter where the pack has none."""

    def amount(name: str) -> Decimal:
        return Decimal(str(policy.require(f"tax.{name}", on)))

    steps = policy.require("tax.brackets", on)
    written = steps if isinstance(steps, tuple) else (str(steps),)
    return Scale(
        amount("untaxed_yuan"),
        amount("fixed_deduction_up_to_yuan"),
        amount("fixed_deduction_yuan"),
        amount("deducted_share"),
        tuple(map(_bracket, written)),
    )


def _bracket(written: str) -> Bracket:
    most, rate, deduction = written.split(":")
    return Bracket(Decimal(most) if most else None, Decimal(rate), Decimal(deduction))


def withheld(payments: Sequence[Decimal], scale: Scale) -> Withheld:
    """What is withheld from all payments made to one person in one calendar month."""
    gross = sum(payments, _NOTHING).quantize(CENT, ROUND_HALF_UP)
    base = scale.base(gross)
    step = scale.bracket(base)
    tax = max(_NOTHING, base * step.rate - step.deduction).quantize(CENT, ROUND_HALF_UP)
    return Withheld(gross, base, step.rate, step.deduction, tax, gross - tax)


def withheld_of_next(before: Decimal, gross: Decimal, scale: Scale) -> Decimal:
    """The tax on a further payment of a month in which `before` was paid already: that of both less that of one."""
    return withheld([before, gross], scale).tax - withheld([before], scale).tax


def is_withheld(settlement: Settlement) -> bool:
    """Whether a settlement is pay for services (劳务报酬), and so merged and taxed with the month's others."""
    return settlement.income_kind in (None, coded("income_kind", "劳务报酬"))


def grossed_up(net: Decimal, scale: Scale) -> Withheld:
    """The withholding whose net is the agreed one, the gross rounded half up to the cent."""
    gross = next(_gross_amounts(net, scale)).quantize(CENT, ROUND_HALF_UP)
    return withheld([gross], scale)


def _gross_amounts(net: Decimal, scale: Scale) -> Iterator[Decimal]:
    """The gross amounts that leave that net, piece by piece of the scale; there is always one."""
    if net <= scale.untaxed:
        yield net
        return
    for step in scale.brackets:
        gross = (net - scale.fixed * step.rate - step.deduction) / (1 - step.rate)
        if scale.untaxed < gross <= scale.fixed_up_to and scale.bracket(scale.base(gross)) == step:
            yield gross
    for step in scale.brackets:
        gross = (net - step.deduction) / (1 - (1 - scale.share) * step.rate)
        if gross > scale.fixed_up_to and scale.bracket(scale.base(gross)) == step:
            yield gross
