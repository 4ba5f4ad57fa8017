"""Figures that are no money: counts, years, periods, coefficients, percentages and ratios."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.amount_text import Figure, figure_in
from college_desk.records.values.cell_text import plain_text
from college_desk.records.values.cell_type import CellType, error, unreadable
from college_desk.records.values.value_type import Cell, Fault, Json, Reading

_LARGEST = 10**12
_MEASURES = frozenset(
    [
        "人", "名", "位", "个", "家", "户", "份", "项", "门", "本", "台", "套", "班", "周", "天", "月",
        "个月", "次", "人次", "人日", "人天", "人月", "节", "课时", "学时", "节次", "小时", "分钟", "篇",
        "件", "条", "所", "期", "工位", "张", "枚", "班次", "场", "节课", "节/周", "课时/周", "学时/周",
    ]
)  # fmt: skip
_YEAR_MEASURES = frozenset({"年", "周年", "岁", "周岁"})


class WholeNumber(CellType[int]):
    """A whole number between two bounds; a measure word behind it is read over.

    code: the editor's; outside the bounds it is stored and reported.
    """

    stored_as = "integer"
    right_aligned = True

    def __init__(
        self, code: str, least: int | None, most: int | None, measures: frozenset[str] = _MEASURES
    ) -> None:
        super().__init__()
        self.code = code
        self.least = least
        self.most = most
        self.measures = measures

    def parse(self, cell: Cell, context: Any) -> Reading[int]:
        """The number of a cell."""
        found = figure_in(cell)
        if found is None or not self._measured(found):
            message = _("“{text}”不是数字，请只填数字。")
            return unreadable(message.format(text=plain_text(cell)))
        number = found.number
        if number != number.to_integral_value() or abs(number) >= _LARGEST:
            return unreadable(_("“{text}”应为整数，请核对。").format(text=plain_text(cell)))
        return self.judged(int(number))

    def _measured(self, found: Figure) -> bool:
        return not found.unit or found.unit in self.measures

    def faults(self, value: int) -> tuple[Fault, ...]:
        """A number outside the bounds."""
        if self.least is not None and value < self.least:
            message = _("“{number}”太小，应不小于{least}，请核对。")
            return (error(message.format(number=value, least=self.least)),)
        if self.most is not None and value > self.most:
            message = _("“{number}”太大，应不大于{most}，请核对。")
            return (error(message.format(number=value, most=self.most)),)
        return ()

    def to_json(self, value: int) -> Json:
        """The number."""
        return value

    def from_json(self, value: Json) -> int:
        """The inverse of `to_json`."""
        if not isinstance(value, int | str):
            raise ValueError(f"not written by this program: {value!r}")
        return int(value)

    def store(self, value: int) -> int:
        """The number."""
        return value

    def restore(self, stored: str | int | bool) -> int:
        """The number."""
        return int(stored)


class DecimalNumber(CellType[Decimal]):
    """A number with up to `places` decimals, kept as a whole number of its last place."""

    stored_as = "integer"
    right_aligned = True
    places = 2

    def parse(self, cell: Cell, context: Any) -> Reading[Decimal]:
        """The number of a cell."""
        found = figure_in(cell)
        if found is None or abs(found.number) >= _LARGEST:
            return unreadable(_("“{text}”不是数字，请只填数字。").format(text=plain_text(cell)))
        number = self.meant(cell, found)
        if isinstance(number, Reading):
            return number
        kept = number.quantize(Decimal(1).scaleb(-self.places), ROUND_HALF_UP)
        if kept != number:
            message = _("“{text}”不止{places}位小数，已按{number}读入，请核对。")
            shown = self.show(kept)
            text = message.format(text=plain_text(cell), places=self.places, number=shown)
            return self.judged(kept, error(text, shown))
        return self.judged(kept)

    def meant(self, cell: Cell, found: Figure) -> Decimal | Reading[Decimal]:
        """What the figure means with what stands behind it."""
        if found.unit and found.unit not in _MEASURES:
            return unreadable(_("“{text}”不是数字，请只填数字。").format(text=plain_text(cell)))
        return found.number

    def show(self, value: Decimal) -> str:
        """The number without needless zeros."""
        return format(value.normalize(), "f") if value else "0"

    def from_json(self, value: Json) -> Decimal:
        """The inverse of `to_json`."""
        return Decimal(str(value)).quantize(Decimal(1).scaleb(-self.places), ROUND_HALF_UP)

    def store(self, value: Decimal) -> int:
        """A whole number of the last place."""
        return int(value.scaleb(self.places))

    def restore(self, stored: str | int | bool) -> Decimal:
        """The inverse of `store`."""
        return Decimal(int(stored)).scaleb(-self.places)


class Periods(DecimalNumber):
    """Teaching periods (课时)."""

    code = "periods"

    def faults(self, value: Decimal) -> tuple[Fault, ...]:
        """A negative number of periods."""
        if value < 0:
            return (error(_("课时“{number}”小于0，请核对。").format(number=self.show(value))),)
        return ()

    def to_json(self, value: Decimal) -> Json:
        """A whole number, or one with decimals."""
        return int(value) if value == value.to_integral_value() else float(value)


class PeriodsOfRow(Periods):
    """The periods of one lesson: above 0, at most 12, in halves."""

    most = 12

    def faults(self, value: Decimal) -> tuple[Fault, ...]:
        """Periods that no lesson has."""
        if not 0 < value <= self.most:
            message = _("课时“{number}”不合理，一次课应大于0、不超过{most}课时，请核对。")
            return (error(message.format(number=self.show(value), most=self.most)),)
        if value * 2 != (value * 2).to_integral_value():
            message = _("课时“{number}”应为0.5的倍数，请核对。")
            return (error(message.format(number=self.show(value))),)
        return ()


class Coefficient(DecimalNumber):
    """A factor of hours (系数), 1.00 as a rule."""

    code = "coefficient"
    places = 4
    most = 10

    def faults(self, value: Decimal) -> tuple[Fault, ...]:
        """A factor that is not above 0 and at most 10."""
        if 0 < value <= self.most:
            return ()
        message = _("系数“{number}”不合理，应大于0、不超过{most}，请核对。")
        return (error(message.format(number=self.show(value), most=self.most)),)

    def show(self, value: Decimal) -> str:
        """The factor with two decimals at least."""
        return two_places_at_least(value)


class Percent(DecimalNumber):
    """A percentage (%), 80 for 80%."""

    code = "percent"

    def meant(self, cell: Cell, found: Figure) -> Decimal | Reading[Decimal]:
        """80, 80% and a spreadsheet's 0.8 are all eighty; 1 alone may be one or a hundred."""
        if found.unit in {"%", "个百分点", "％"}:
            return found.number
        if found.unit:
            message = _("“{text}”不是百分比，请写成80%这样。")
            return unreadable(message.format(text=plain_text(cell)))
        if found.number == 1:
            return unreadable(_("“1”看不出是1%还是100%，请写明百分号。"))
        return found.number * 100 if 0 < found.number < 1 else found.number

    def faults(self, value: Decimal) -> tuple[Fault, ...]:
        """A percentage outside 0 to 100."""
        if 0 <= value <= 100:
            return ()
        message = _("百分比“{number}”应在0至100之间，请核对。")
        return (error(message.format(number=self.show(value))),)

    def show(self, value: Decimal) -> str:
        """The percentage with its sign."""
        return super().show(value) + "%"

    def to_json(self, value: Decimal) -> Json:
        """The percentage as a string without its sign."""
        return super().show(value)


class Ratio(DecimalNumber):
    """A share of one: 0.20 for a fifth."""

    code = "ratio"
    places = 4

    def meant(self, cell: Cell, found: Figure) -> Decimal | Reading[Decimal]:
        """0.2 and 20% are both a fifth."""
        if found.unit in {"%", "％"}:
            return found.number / 100
        return super().meant(cell, found)

    def faults(self, value: Decimal) -> tuple[Fault, ...]:
        """A share outside 0 to 1."""
        if 0 <= value <= 1:
            return ()
        message = _("比例“{number}”应在0至1之间，请核对。")
        return (error(message.format(number=self.show(value))),)

    def show(self, value: Decimal) -> str:
        """The share with two decimals at least."""
        return two_places_at_least(value)


def two_places_at_least(value: Decimal) -> str:
    """A number with its decimals, two at least: 1.00, 0.125."""
    exact = value.normalize()
    exponent = exact.as_tuple().exponent
    places = max(2, -exponent) if isinstance(exponent, int) else 2
    return f"{exact:.{places}f}"


class Months(WholeNumber):
    """A number of months; years are counted as twelve."""

    def parse(self, cell: Cell, context: Any) -> Reading[int]:
        """The number of months of a cell (24, 24个月, 2年)."""
        found = figure_in(cell)
        if found is not None and found.unit in _YEAR_MEASURES:
            months = found.number * 12
            return super().parse(format(months.normalize(), "f"), context)
        return super().parse(cell, context)


COUNT = WholeNumber("count", 0, None)
INTEGER = WholeNumber("integer", None, None)
MONTHS = Months("months", 0, 600)
YEARS = WholeNumber("years", 0, 60, _YEAR_MEASURES)
YEAR = WholeNumber("year", 1900, 2100, frozenset({"年", "年度", "级", "届", "学年"}))
PERIODS = Periods()
PERIODS_OF_ROW = PeriodsOfRow()
COEFFICIENT = Coefficient()
PERCENT = Percent()
RATIO = Ratio()
