"""Periods that filings cover: a month, a term, an academic year, a calendar year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from college_desk.base.errors import UnusableInput
from college_desk.records.values.month import Month

PeriodKind = Literal["month", "term", "academic_year", "calendar_year"]


@dataclass(frozen=True)
class Period:
    """A stretch of days with a code: `2026-10`, `2026-2027-1`, `2026-2027`, `2026`."""

    code: str
    kind: PeriodKind
    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def overlaps(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Whether a stretch of days (None: without that end) has a day in common with the period."""
        return (first is None or first <= self.last) and (last is None or last >= self.first)

    @property
    def title(self) -> str:
        """The period as forms write it: 2026年10月, 2026—2027学年第一学期."""
        if self.kind == "month":
            return f"{self.first.year}年{self.first.month}月"
        if self.kind == "calendar_year":
            return f"{self.first.year}年度"
        years = self.code[:9].replace("-", "—")
        if self.kind == "academic_year":
            return f"{years}学年"
        return f"{years}学年第{'一' if self.code.endswith('1') else '二'}学期"


def period_of(code: str, terms: Mapping[str, tuple[dt.date, dt.date]] | None = None) -> Period:
    """The period of a code; a term's days are those of the school calendar (校历) where it has them.

    terms: {"2026-2027-1": (first, last)}. Without one a term runs 09-01 to 01-31 or 02-01 to 08-31.
    Raises UnusableInput for a code of no known shape.
    """
    if found := re.fullmatch(r"(\d{4})-(\d{4})(?:-([12]))?", code):
        first_year, second_year, term = int(found[1]), int(found[2]), found[3]
        if second_year == first_year + 1:
            return _academic(code, first_year, term, terms or {})
    elif found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", code):
        month = Month(int(found[1]), int(found[2]))
        return Period(code, "month", month.first_day, month.last_day)
    elif re.fullmatch(r"(?:19|20)\d{2}", code):
        return Period(code, "calendar_year", dt.date(int(code), 1, 1), dt.date(int(code), 12, 31))
    raise UnusableInput(f"申报期间“{code}”看不懂，请写成 2026-10、2026-2027-1、2026-2027 或 2026。")


def _academic(code: str, year: int, term: str | None, terms: Mapping[str, tuple[dt.date, dt.date]]) -> Period:
    if term is None:
        return Period(code, "academic_year", dt.date(year, 9, 1), dt.date(year + 1, 8, 31))
    if code in terms:
        return Period(code, "term", *terms[code])
    if term == "1":
        return Period(code, "term", dt.date(year, 9, 1), dt.date(year + 1, 1, 31))
    return Period(code, "term", dt.date(year + 1, 2, 1), dt.date(year + 1, 8, 31))
