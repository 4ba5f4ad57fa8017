"""Days, days known only by their month, ends that may be open, and months."""

from __future__ import annotations

import datetime as dt
from typing import Generic, TypeVar, cast

from college_desk.base.translation import _
from college_desk.records.values.cell_text import plain_text
from college_desk.records.values.cell_type import CellType, unreadable
from college_desk.records.values.day_text import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    Unclear,
    day_in,
    day_of_number,
    split_range,
)
from college_desk.records.values.month import OPEN_END, Month, PartialDay
from college_desk.records.values.value_type import Cell, Json, Reading, Surroundings

__all__ = ["DAY", "DAY_OR_MONTH", "END_DAY", "MONTH", "split_range"]

P = TypeVar("P", bound=PartialDay)

_OPEN_WORD = "长期"


class _Calendar(CellType[P], Generic[P]):
    """What the types of days and months share: the shapes they are read from and their ISO text."""

    def context(self, around: Surroundings) -> tuple[int | None, bool]:
        """The year and the day count of the sheet."""
        return around.year, around.date_1904

    def parse(self, cell: Cell, context: tuple[int | None, bool]) -> Reading[P]:
        """The day or month of a cell, as far as this type takes it."""
        found = _found(cell, *context)
        if isinstance(found, Unclear):
            return unreadable(found.message, found.suggestion)
        return self.fitting(found, plain_text(cell))

    def fitting(self, found: PartialDay, text: str) -> Reading[P]:
        """The reading of a day or month found in a cell whose text is `text`."""
        raise TypeError(f"{type(self).__name__} does not say what it takes")

    def show(self, value: P) -> str:
        """YYYY-MM-DD or YYYY-MM."""
        return str(value)

    def from_json(self, value: Json) -> P:
        """The inverse of `to_json`."""
        return self.restore(str(value))

    def store(self, value: P) -> str:
        """YYYY-MM-DD or YYYY-MM."""
        return str(value)

    def restore(self, stored: str | int | bool) -> P:
        """The inverse of `store`."""
        text = str(stored)
        found = _month(text) if len(text) == len("2026-09") else dt.date.fromisoformat(text)
        return cast(P, found)  # a column holds only what its type stored


class Day(_Calendar[dt.date]):
    """A day (日期)."""

    code = "day"

    def fitting(self, found: PartialDay, text: str) -> Reading[dt.date]:
        """A day; a month alone is not enough."""
        if isinstance(found, Month):
            return unreadable(_("“{text}”只到月份，请写到日。").format(text=text))
        if found == OPEN_END:
            return unreadable(_("这里不能填“{text}”，请写成2026-09-01这样的日期。").format(text=text))
        return self.judged(found)


class DayOrMonth(_Calendar[PartialDay]):
    """A day, or a month where the paper says no more."""

    code = "day_or_month"

    def fitting(self, found: PartialDay, text: str) -> Reading[PartialDay]:
        """A day or a month."""
        if found == OPEN_END:
            return unreadable(_("这里不能填“{text}”，请写成2026-09-01这样的日期。").format(text=text))
        return self.judged(found)


class EndDay(_Calendar[PartialDay]):
    """The end of a stretch of time: a day, a month, or 长期 for none (OPEN_END)."""

    code = "end_day"

    def fitting(self, found: PartialDay, text: str) -> Reading[PartialDay]:
        """A day, a month or an open end."""
        return self.judged(found)

    def show(self, value: PartialDay) -> str:
        """YYYY-MM-DD, YYYY-MM or 长期."""
        return _OPEN_WORD if value == OPEN_END else str(value)

    def to_json(self, value: PartialDay) -> Json:
        """YYYY-MM-DD or YYYY-MM; an open end is 9999-12-31."""
        return str(value)


class MonthType(_Calendar[Month]):
    """A month of a year (年月); of a whole day the day is left out, 2026级 is its September."""

    code = "month"

    def parse(self, cell: Cell, context: tuple[int | None, bool]) -> Reading[Month]:
        """The month of a cell."""
        text = plain_text(cell)
        if text.endswith("级") and text[:-1].isdigit() and len(text) == len("2026级"):
            return self.judged(Month(int(text[:-1]), _TERM_BEGINS))
        return super().parse(cell, context)

    def fitting(self, found: PartialDay, text: str) -> Reading[Month]:
        """The month, or that of the day."""
        if found == OPEN_END:
            return unreadable(_("这里不能填“{text}”，请写成2026年9月这样的年月。").format(text=text))
        return self.judged(found if isinstance(found, Month) else Month(found.year, found.month))


_TERM_BEGINS = 9
"""The month in which a year's intake begins."""


def _found(cell: Cell, year: int | None, date_1904: bool) -> PartialDay | Unclear:
    if isinstance(cell, str):
        return day_in(cell, year, date_1904)
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    if isinstance(cell, dt.date):
        if cell == OPEN_END or EARLIEST_YEAR <= cell.year <= LATEST_YEAR:
            return cell
        return Unclear(_("日期“{text}”的年份不对，请核对。").format(text=cell))
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return day_of_number(cell, year, date_1904)
    return Unclear(_("“{text}”不是日期，请写成2026-09-01这样。").format(text=plain_text(cell)))


def _month(text: str) -> Month:
    return Month(int(text[:4]), int(text[5:7]))


DAY = Day()
DAY_OR_MONTH = DayOrMonth()
END_DAY = EndDay()
MONTH = MonthType()
