"""A month of a year (年月), for what is known no closer than that."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month; its text is `YYYY-MM`."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> dt.date:
        """The month's first day."""
        return dt.date(self.year, self.month, 1)

    @property
    def last_day(self) -> dt.date:
        """The month's last day."""
        return dt.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def plus(self, months: int) -> Month:
        """The month so many months later (earlier when negative)."""
        index = self.year * 12 + self.month - 1 + months
        return Month(index // 12, index % 12 + 1)


PartialDay = dt.date | Month
"""A day, or a month where the paper says no more."""

OPEN_END = dt.date(9999, 12, 31)
"""The end of what has none (长期)."""


def first_day(value: PartialDay) -> dt.date:
    """The earliest day that a day or month can mean."""
    return value.first_day if isinstance(value, Month) else value


def last_day(value: PartialDay) -> dt.date:
    """The latest day that a day or month can mean."""
    return value.last_day if isinstance(value, Month) else value
