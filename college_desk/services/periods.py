"""Periods named and offered: a term by its code, those that a filing can be made for around a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.forms.filing import Filing
from college_desk.records.period import Period, PeriodKind, period_of
from college_desk.records.values.month import Month
from college_desk.services.checking import usual_period
from college_desk.services.preparing import period_within, term_days
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_MONTHS_BACK, _YEARS_BACK = 12, 2


def offered_periods(desk: Desk, filing: Filing, today: dt.date) -> list[Period]:
    """The usual period of today, then the next one and those before it, of every kind that the filing takes."""
    with desk.read() as reader:
        usual = usual_period(reader, filing, today)
        codes = dict.fromkeys(code for kind in filing.periods for code in _codes(kind, usual.first))
        found = [period_within(reader, filing, code) for code in codes]
    return [usual, *(each for each in found if each.code != usual.code)]


def _codes(kind: PeriodKind, day: dt.date) -> Iterator[str]:
    """Codes of a kind from the one after that of a day backwards."""
    year = day.year if day.month >= 9 else day.year - 1
    if kind == "month":
        month = Month(day.year, day.month)
        yield from (str(month.plus(-back)) for back in range(-1, _MONTHS_BACK))
    elif kind == "calendar_year":
        yield from (str(day.year - back) for back in range(_YEARS_BACK + 1))
    else:
        for first in range(year + 1, year - _YEARS_BACK - 1, -1):
            span = f"{first}-{first + 1}"
            if kind == "academic_year":
                yield span
            else:
                yield from (f"{span}-{term}" for term in (2, 1))


def term_named(reader: Reader, code: str) -> Period:
    """The term of a code (2026-2027-1), its days those of the school calendar. Raises UnusableInput."""
    found = period_of(code, term_days(reader))
    if found.kind != "term":
        raise UnusableInput(_("“{code}”不是学期，请写成 2026-2027-1。").format(code=code))
    return found
