"""Annual progress (年度进展): indicators that are stocks on a day or flows of a span, each figure with its rows.

A stock (时点数) has 上年末 + 新增 − 减少 = 年末; a flow (时期数) has 上年同期, 本年发生, 增减 and 累计, and no balance.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal, NamedTuple

from college_desk.base.catalogue import Catalogue
from college_desk.policy.pack import Policy
from college_desk.records.facts import Facts
from college_desk.records.register import Record, register_of

Nature = Literal["stock", "flow"]
NATURE_WORDS: Mapping[Nature, str] = {"stock": "时点数", "flow": "时期数"}

_NOTHING = Decimal(0)
_HUNDREDTH = Decimal("0.01")


class RowRef(NamedTuple):
    """A row behind a figure: register code and uid."""

    register: str
    uid: str


class Amount(NamedTuple):
    """What one record adds to a flow, and when."""

    on: dt.date
    amount: Decimal
    record: Record


Members = Mapping[str, Record]
"""What a stock counts, by what tells them apart (an identity number, a credit code, a uid)."""

StockFunction = Callable[[Facts, dt.date], Members]
FlowFunction = Callable[[Facts], Sequence[Amount]]


@dataclass(frozen=True)
class Indicator:
    """One line of the annual table as declared; either a stock or a flow.

    unit: 人, 班, 家, 个, 名 for stocks; 课时, 元, 人次, 人日 … for flows; target: the code of the policy's target
    that it counts towards, empty for none; yearly: that target is set for each year (年培养人数), so that what
    happened in the year counts and not all of it; department: who answers for it (责任部门).
    """

    code: str
    title: str
    unit: str
    group: str
    stock: StockFunction | None = None
    flow: FlowFunction | None = None
    target: str = ""
    department: str = ""
    order: int = 0
    yearly: bool = False

    @property
    def nature(self) -> Nature:
        """Whether it is a stock (时点数) or a flow (时期数)."""
        return "flow" if self.stock is None else "stock"


INDICATORS: Catalogue[Indicator] = Catalogue("indicator", "college_desk.policy")


@dataclass(frozen=True)
class Figure:
    """One line of the annual table with its numbers and the rows behind each.

    A stock has opening, added, removed and closing, a flow before (上年同期), during (本年发生) and total (累计);
    what the other kind has is None. goal: the school's own share of the target, None where none is entered;
    rate: percent of the goal, two decimals, None without one; rows: by the name of the number.
    """

    indicator: Indicator
    opening: Decimal | None = None
    added: Decimal | None = None
    removed: Decimal | None = None
    closing: Decimal | None = None
    before: Decimal | None = None
    during: Decimal | None = None
    total: Decimal | None = None
    goal: Decimal | None = None
    rows: Mapping[str, tuple[RowRef, ...]] = field(default_factory=dict)

    @property
    def change(self) -> Decimal | None:
        """增减: of a flow, this year less last."""
        return None if self.during is None or self.before is None else self.during - self.before

    @property
    def rate(self) -> Decimal | None:
        """完成率 in percent of the goal: what there is at the end, of a flow all of it or the year's (`yearly`)."""
        flows = self.during if self.indicator.yearly else self.total
        reached = self.closing if self.indicator.nature == "stock" else flows
        if reached is None or not self.goal:
            return None
        return (reached / self.goal * 100).quantize(_HUNDREDTH, ROUND_HALF_UP)


def stock(
    code: str, title: str, unit: str, *, group: str, order: int, target: str = "", department: str = ""
) -> Callable[[StockFunction], StockFunction]:
    """Declare the decorated function as what the indicator `code` counts on a day (时点数)."""

    def declare(function: StockFunction) -> StockFunction:
        INDICATORS.add(code, Indicator(code, title, unit, group, function, None, target, department, order))
        return function

    return declare


def flow(
    code: str,
    title: str,
    unit: str,
    *,
    group: str,
    order: int,
    target: str = "",
    department: str = "",
    yearly: bool = False,
) -> Callable[[FlowFunction], FlowFunction]:
    """Declare the decorated function as what the indicator `code` adds up over time (时期数)."""

    def declare(function: FlowFunction) -> FlowFunction:
        made = Indicator(code, title, unit, group, None, function, target, department, order, yearly)
        INDICATORS.add(code, made)
        return function

    return declare


class CityTarget(NamedTuple):
    """A target of the whole city (全市目标), of which a school has its share. clause: of the policy."""

    value: Decimal
    year: int
    unit: str
    clause: str


def city_targets(policy: Policy) -> dict[str, CityTarget]:
    """The city's targets by code, the latest year of each."""
    listed: Sequence[Mapping[str, Any]] = policy.lists.get("targets", {}).get("target", ())
    made = sorted(listed, key=lambda each: int(each["year"]))
    return {
        each["code"]: CityTarget(Decimal(each["value"]), each["year"], each["unit"], each["clause"])
        for each in made
    }


def progress(facts: Facts, policy: Policy, year: int, day: dt.date | None = None) -> list[Figure]:
    """All figures of a calendar year with their goals, up to a day of it (its last by default)."""
    last = _last(year, day)
    return [with_goal(each, policy, last) for each in figures(facts, year, last)]


def against_goals(facts: Facts, policy: Policy, year: int, day: dt.date | None = None) -> list[Figure]:
    """Only the figures for which the school's own share of a target is known, in the table's order."""
    last = _last(year, day)
    asked = (
        each for each in sorted(INDICATORS, key=lambda each: each.order) if _has_goal(each, policy, last)
    )
    return [with_goal(_figure(facts, each, year, last), policy, last) for each in asked]


def figures(facts: Facts, year: int, day: dt.date | None = None) -> list[Figure]:
    """All figures of a calendar year without goals, up to a day of it, in the table's order."""
    last = _last(year, day)
    return [_figure(facts, each, year, last) for each in sorted(INDICATORS, key=lambda each: each.order)]


def with_goal(figure: Figure, policy: Policy, on: dt.date) -> Figure:
    """The figure beside the school's own share of the target in force on a day."""
    if not figure.indicator.target:
        return figure
    found = policy.get(f"target.{figure.indicator.target}", on)
    return figure if found is None else replace(figure, goal=Decimal(str(found)))


NUMBERS = ("opening", "added", "removed", "closing", "before", "during", "total")


def numbers_json(figures: Sequence[Figure]) -> dict[str, dict[str, str]]:
    """The numbers of figures as a filing keeps them: {code: {name: number}}, without the rows behind them."""
    return {
        each.indicator.code: {
            name: str(number) for name in NUMBERS if (number := getattr(each, name)) is not None
        }
        for each in figures
    }


def figures_of(stored: Mapping[str, Mapping[str, str]]) -> list[Figure]:
    """The inverse of `numbers_json`, in the table's order; indicators that this program does not know are left out."""
    known = sorted((each for each in INDICATORS if each.code in stored), key=lambda each: each.order)
    return [replace(Figure(each), **_decimals(stored[each.code])) for each in known]


def _decimals(numbers: Mapping[str, str]) -> dict[str, Any]:
    return {name: Decimal(number) for name, number in numbers.items() if name in NUMBERS}


def _has_goal(indicator: Indicator, policy: Policy, on: dt.date) -> bool:
    return bool(indicator.target) and policy.get(f"target.{indicator.target}", on) is not None


def _last(year: int, day: dt.date | None) -> dt.date:
    end = dt.date(year, 12, 31)
    return end if day is None else min(day, end)


def _figure(facts: Facts, asked: Indicator, year: int, last: dt.date) -> Figure:
    if asked.stock is not None:
        opening, closing = asked.stock(facts, dt.date(year - 1, 12, 31)), asked.stock(facts, last)
        return _of_stock(asked, opening, closing)
    amounts = [] if asked.flow is None else [each for each in asked.flow(facts) if each.on <= last]
    during = [each for each in amounts if each.on.year == year]
    until = _a_year_before(last)
    before = [each for each in amounts if each.on.year == year - 1 and each.on <= until]
    named = {"before": before, "during": during, "total": amounts}
    sums: dict[str, Any] = {
        name: sum((each.amount for each in some), _NOTHING) for name, some in named.items()
    }
    rows = {name: tuple(_ref(each.record) for each in some) for name, some in named.items()}
    return Figure(asked, **sums, rows=rows)


def _of_stock(asked: Indicator, opening: Members, closing: Members) -> Figure:
    named: dict[str, Members] = {
        "opening": opening,
        "added": {key: record for key, record in closing.items() if key not in opening},
        "removed": {key: record for key, record in opening.items() if key not in closing},
        "closing": closing,
    }
    counts: dict[str, Any] = {name: Decimal(len(some)) for name, some in named.items()}
    rows = {name: tuple(_ref(each) for each in some.values()) for name, some in named.items()}
    return Figure(asked, **counts, rows=rows)


def _ref(record: Record) -> RowRef:
    return RowRef(register_of(record).code, record.uid)


def _a_year_before(day: dt.date) -> dt.date:
    """The same day of the year before; of 29 February the 28th."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
