"""Working days (工作日): weekends, statutory holidays and the weekends worked instead, from an editable table."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from college_desk.base import resources

_ONE_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """The holidays and make-up days of the years that have been announced.

    holidays: {day: name}; make_up_days: weekends that are worked (调休); years: those announced; of any
    other year only Saturdays and Sundays are known.
    """

    holidays: dict[dt.date, str]
    make_up_days: frozenset[dt.date]
    years: frozenset[int]

    def is_working_day(self, day: dt.date) -> bool:
        """Whether offices work on a day."""
        if day in self.make_up_days:
            return True
        return day not in self.holidays and day.weekday() < _SATURDAY

    def holiday(self, day: dt.date) -> str | None:
        """The name of the statutory holiday whose days off a day belongs to, or None."""
        return self.holidays.get(day)

    def working_days(self, first: dt.date, last: dt.date) -> int:
        """How many working days there are from `first` to `last`, both included; 0 when `last` is earlier."""
        return sum(self.is_working_day(day) for day in _days(first, last))

    def unannounced(self, first: dt.date, last: dt.date) -> tuple[int, ...]:
        """The years touched by a stretch of days whose holidays are not in the table."""
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.years)


@functools.cache
def calendar() -> Calendar:
    """The table of `resources/calendar/china.toml`."""
    table = tomllib.loads(resources.text("calendar", "china.toml"))
    holidays: dict[dt.date, str] = {}
    make_up_days: set[dt.date] = set()
    for year in table["year"].values():
        make_up_days.update(year.get("workdays", ()))
        for holiday in year.get("holiday", ()):
            holidays.update(dict.fromkeys(_days(holiday["from"], holiday["to"]), holiday["title"]))
    return Calendar(holidays, frozenset(make_up_days), frozenset(int(year) for year in table["year"]))


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    day = first
    while day <= last:
        yield day
        day += _ONE_DAY
