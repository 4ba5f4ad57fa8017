"""Amounts of money (金额) in yuan, kept as whole 分."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from college_desk.base.translation import _
from college_desk.records.values.amount_text import figure_in
from college_desk.records.values.cell_text import plain_text
from college_desk.records.values.cell_type import CellType, error, unreadable
from college_desk.records.values.value_type import Cell, Fault, Json, Reading, Surroundings

_FEN = Decimal("0.01")
_LARGEST = Decimal(10) ** 12
_FACTORS = {"元": 1, "圆": 1, "块": 1, "块钱": 1, "千元": 1_000, "万": 10_000, "万元": 10_000, "百万元": 1_000_000, "亿": 10**8, "亿元": 10**8}  # fmt: skip
_PER = re.compile(r"(?:人民币)?([^/每整正]*)(?:整|正)?(?:[/每].*)?")


class Money(CellType[Decimal]):
    """An amount in yuan with two decimals; a unit in the cell goes before that of the sheet."""

    code = "money"
    stored_as = "integer"
    right_aligned = True

    def context(self, around: Surroundings) -> str | None:
        """The unit of the column or the sheet."""
        return around.unit

    def parse(self, cell: Cell, context: str | None) -> Reading[Decimal]:
        """The amount in yuan."""
        found = figure_in(cell)
        if found is None:
            message = _("“{text}”不是金额，请填数字，例如3200.50。")
            return unreadable(message.format(text=plain_text(cell)))
        factor = factor_of(found.unit) if found.unit else factor_of(context or "") or 1
        if factor is None:
            message = _("金额“{text}”后面的“{unit}”看不懂，请只填数字，单位为元。")
            return unreadable(message.format(text=plain_text(cell), unit=found.unit))
        yuan = found.number * factor
        if abs(yuan) >= _LARGEST:
            return unreadable(_("金额“{text}”太大，请核对。").format(text=plain_text(cell)))
        amount = yuan.quantize(_FEN, ROUND_HALF_UP)
        if amount != yuan:
            message = _("金额“{text}”不止两位小数，已按{amount}元读入，请核对。")
            return self.judged(
                amount, error(message.format(text=plain_text(cell), amount=amount), str(amount))
            )
        return self.judged(amount)

    def faults(self, value: Decimal) -> tuple[Fault, ...]:
        """A negative amount."""
        if value < 0:
            return (error(_("金额“{amount}”小于0，请核对。").format(amount=value)),)
        return ()

    def show(self, value: Decimal) -> str:
        """The amount with two decimals: 3200.50."""
        return f"{value:.2f}"

    def from_json(self, value: Json) -> Decimal:
        """The inverse of `to_json`."""
        return Decimal(str(value)).quantize(_FEN, ROUND_HALF_UP)

    def store(self, value: Decimal) -> int:
        """Whole 分."""
        return int(value.scaleb(2))

    def restore(self, stored: str | int | bool) -> Decimal:
        """The inverse of `store`."""
        return Decimal(int(stored)).scaleb(-2)


def factor_of(unit: str) -> int | None:
    """How many yuan a unit is (万元 10000); per what it counts (元/月) does not matter. None for others."""
    found = _PER.fullmatch(unit.strip())
    return _FACTORS.get(found[1]) if found else None


MONEY = Money()
