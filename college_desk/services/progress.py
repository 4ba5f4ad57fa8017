"""The year's progress (年度进展) of a desk: every figure with its rows, the goals, this year against last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from college_desk.policy import progress as figures
from college_desk.policy.progress import NATURE_WORDS, Figure
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_NUMBERS = ("opening", "added", "removed", "closing", "before", "during", "total", "goal")


@dataclass(frozen=True)
class YearOfProgress:
    """The figures of a calendar year up to a day, in the order of the annual table."""

    year: int
    on: dt.date
    figures: Sequence[Figure]

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
    return YearOfProgress(year, on, figures.progress(reader.facts(), reader.policy(), year, on))


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
