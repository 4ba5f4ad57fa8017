"""The 20% allowance (20%兼职员额) as of a day or over time, and what-if before a hire."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.policy.quota import Seat, Terms, allowance, posts_number, seats, staffing_on, terms_on
from college_desk.policy.quota_series import Hire, Stretch, first_breach, series
from college_desk.records.college.staffing import Staffing
from college_desk.records.facts import Facts
from college_desk.storage.desk import Desk


@dataclass(frozen=True)
class Breach:
    """The first day on which more posts are occupied than usable, and by how many."""

    on: dt.date
    over: int | Decimal


@dataclass(frozen=True)
class QuotaReport:
    """The allowance on a day, and over a span where one was asked for.

    approved, filled, reserved, allowance, usable, remaining: None where no establishment is on record;
    occupied, remaining and series have the hires thought of (试算) in them, appointments has only what is
    on record, in order of name; series: the day alone where no span was asked for.
    """

    on: dt.date
    approved: int | None
    filled: int | None
    reserved: int | None
    terms: Terms
    allowance: int | None
    usable: int | None
    occupied: int | Decimal
    remaining: int | Decimal | None
    appointments: tuple[Seat, ...]
    series: tuple[Stretch, ...]
    breach: Breach | None
    hires: tuple[Hire, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The report as `quota --json` prints it."""
        return {
            "on": self.on.isoformat(),
            "approved": self.approved,
            "filled": self.filled,
            "reserved": self.reserved,
            "ratio": _ratio(self.terms.ratio),
            "allowance": self.allowance,
            "usable": self.usable,
            "occupied": _number(self.occupied),
            "remaining": _number(self.remaining),
            "mode": self.terms.mode,
            "periods_per_post": self.terms.periods_per_post,
            "appointments": [_appointment(seat) for seat in self.appointments],
            "added": [
                {"people": each.people, "start_on": each.first.isoformat(), "end_on": each.last.isoformat()}
                for each in self.hires
            ],
            "series": [
                {
                    "from": each.first.isoformat(),
                    "to": each.last.isoformat(),
                    "usable": each.usable,
                    "occupied": _number(each.occupied),
                }
                for each in self.series
            ],
            "breach": self.breach and {"on": self.breach.on.isoformat(), "over": _number(self.breach.over)},
        }


def quota(
    desk: Desk,
    *,
    on: dt.date | None = None,
    first: dt.date | None = None,
    last: dt.date | None = None,
    add: Sequence[tuple[int, dt.date, dt.date]] = (),
    today: dt.date,
) -> QuotaReport:
    """The allowance of a workspace.

    on: the day of the figures; without one today, or the nearest day of the span. first, last: the span of
    the series, one end alone goes to the day; add: hires thought of, people from a day to a day, which widen
    the series to their days. Raises
    MissingParameter when it is reckoned by periods and the standard is missing, UnusableInput for a span
    that ends before it begins.
    """
    with desk.read() as reader:
        terms = terms_on(reader.policy(), on or today)
        hires = [Hire(*each) for each in add]
        return report(reader.facts(), terms, on=on, first=first, last=last, add=hires, today=today)


def report(
    facts: Facts,
    terms: Terms,
    *,
    on: dt.date | None = None,
    first: dt.date | None = None,
    last: dt.date | None = None,
    add: Sequence[Hire] = (),
    today: dt.date,
) -> QuotaReport:
    """The allowance of any facts; arguments as those of `quota`."""
    day = on or today
    begins, ends = first or last or day, last or first or day
    if first is not None and last is None:
        ends = max(first, day)
    if last is not None and first is None:
        begins = min(last, day)
    if ends < begins or any(each.last < each.first for each in add):
        raise UnusableInput(_("起止日期颠倒了，终止日期应不早于起始日期。"))
    if on is None:
        day = min(max(today, begins), ends)
    if add:
        begins = min(begins, *(each.first for each in add))
        ends = max(ends, *(each.last for each in add))
    stretches = series(facts, terms, begins, ends, add)
    at = series(facts, terms, day, day, add)[0]
    staffing = _in_force(facts, day)
    over = first_breach(stretches)
    held = sorted(
        (seat for seat in facts.once(seats) if seat.covers(day)), key=lambda seat: (seat.name, seat.uid)
    )
    return QuotaReport(
        on=day,
        approved=staffing.approved_posts if staffing else None,
        filled=staffing.posts_filled if staffing else None,
        reserved=staffing.posts_reserved if staffing else None,
        terms=terms,
        allowance=allowance(staffing.approved_posts, terms.ratio)
        if staffing and staffing.approved_posts is not None
        else None,
        usable=at.usable,
        occupied=at.occupied,
        remaining=None if at.usable is None else at.usable - at.occupied,
        appointments=tuple(held),
        series=tuple(stretches),
        breach=None if over is None else Breach(over.first, over.over),
        hires=tuple(add),
    )


def _in_force(facts: Facts, day: dt.date) -> Staffing | None:
    return staffing_on(facts.all(Staffing), day)


def _appointment(seat: Seat) -> dict[str, Any]:
    return {
        "uid": seat.uid,
        "teacher": seat.person,
        "name": seat.name,
        "start_on": seat.first.isoformat(),
        "end_on": seat.last.isoformat(),
        "posts": _number(posts_number(seat.hundredths)),
    }


def _number(value: int | Decimal | None) -> int | float | None:
    """A count of posts as a JSON number, whole where it is one."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _ratio(ratio: Fraction) -> str:
    """The ratio as text with two decimals, more where it needs them: "0.20"."""
    decimal = Decimal(ratio.numerator) / Decimal(ratio.denominator)
    return f"{decimal:.2f}" if decimal == decimal.quantize(Decimal("0.01")) else f"{decimal:.6f}".rstrip("0")
