"""The year's progress (年度进展) of a desk: every figure with its rows, the goals, this year against last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from college_desk.base.translation import _
from college_desk.policy import progress as figures
from college_desk.policy.progress import NATURE_WORDS, CityTarget, Figure
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_NUMBERS = ("opening", "added", "removed", "closing", "before", "during", "total", "goal")
_TITLES = ("上年末", "新增", "减少", "年末", "上年同期", "本年发生", "增减", "累计", "目标", "完成率%")


@dataclass(frozen=True)
class YearOfProgress:
    """The figures of a calendar year up to a day, in the order of the annual table; the city's targets by code."""

    year: int
    on: dt.date
    figures: Sequence[Figure]
    targets: Mapping[str, CityTarget]

    def to_json(self) -> dict[str, Any]:
        """The document of `progress --json`; `rows` hold the uids behind each number."""
        return {
            "year": self.year,
            "on": self.on.isoformat(),
            "figures": [
                {
                    "code": each.indicator.code,
                    "title": each.indicator.title,
                    "unit": each.indicator.unit,
                    "nature": NATURE_WORDS[each.indicator.nature],
                    **{name: _number(getattr(each, name)) for name in _NUMBERS},
                    "change": _number(each.change),
                    "rate": None if each.rate is None else f"{each.rate:.2f}",
                    "city_target": _target_json(self.targets.get(each.indicator.target)),
                    "rows": {name: [row.uid for row in rows] for name, rows in each.rows.items()},
                }
                for each in self.figures
            ],
        }


def progress(desk: Desk, year: int, today: dt.date) -> YearOfProgress:
    """The progress of a calendar year: to its end, or to today while it runs."""
    with desk.read() as reader:
        return progress_within(reader, year, today)


def progress_within(reader: Reader, year: int, today: dt.date) -> YearOfProgress:
    """The same inside a transaction that is open already."""
    on = min(today, dt.date(year, 12, 31))
    policy = reader.policy()
    found = figures.progress(reader.facts(), policy, year, on)
    return YearOfProgress(year, on, found, figures.city_targets(policy))


def export_xlsx(year: YearOfProgress, out: Path) -> None:
    """Write the figures as a workbook. Raises UnusableInput when the file cannot be written."""
    from college_desk.files.documents import lists

    heads = [
        lists.ListColumn(_("类别"), 8), lists.ListColumn(_("指标"), 18), lists.ListColumn(_("单位"), 4),
        lists.ListColumn(_("指标性质"), 6), *(lists.ListColumn(_(each), 8, right_aligned=True) for each in _TITLES),
    ]  # fmt: skip
    lists.write_xlsx(out, _("{year}年度进展").format(year=year.year), heads, _lines(year))


def _lines(year: YearOfProgress) -> Iterator[list[str | int | Decimal]]:
    for each in year.figures:
        said = each.indicator
        numbers = (each.opening, each.added, each.removed, each.closing, each.before, each.during, each.change,
                   each.total, each.goal, each.rate)  # fmt: skip
        words = [_(said.group), _(said.title), _(said.unit), _(NATURE_WORDS[said.nature])]
        yield [*words, *("—" if number is None else _cell(number) for number in numbers)]
    yield [_("统计时点：{day}").format(day=year.on)]


def _cell(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def _target_json(target: CityTarget | None) -> dict[str, Any] | None:
    if target is None:
        return None
    return {"value": _number(target.value), "year": target.year, "clause": target.clause}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
