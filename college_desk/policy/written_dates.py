"""Days and months as sentences and forms write them."""

from __future__ import annotations

import datetime as dt

from college_desk.base.translation import _
from college_desk.records.values.month import OPEN_END, Month, PartialDay


def written_day(day: PartialDay) -> str:
    """2026年9月1日, for a month 2026年9月, for an open end 长期."""
    if isinstance(day, Month):
        return _("{year}年{month}月").format(year=day.year, month=day.month)
    if day == OPEN_END:
        return _("长期")
    return _("{year}年{month}月{day}日").format(year=day.year, month=day.month, day=day.day)


def full_years(first: dt.date, on: dt.date) -> int:
    """The full years from one day to another (周岁, 足年), as the law counts them; negative before it.

    Someone born on 29 February is a year older on 1 March of a common year.
    """
    return on.year - first.year - ((on.month, on.day) < (first.month, first.day))


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later (earlier when negative), the month's last where it has no such day."""
    month = Month(day.year, day.month).plus(months)
    return dt.date(month.year, month.month, min(day.day, month.last_day.day))
