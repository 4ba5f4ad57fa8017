"""The guard of the 20% allowance: a hire typed in that breaks it is refused, unless its approval is recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from college_desk.base.translation import _
from college_desk.policy.guard import Refused, Write, guard
from college_desk.policy.quota import Seat, Terms, counting, is_missing, terms_on
from college_desk.policy.quota_series import Stretch, reckon, who_counts
from college_desk.policy.written_dates import written_day
from college_desk.records.teaching.appointment import Appointment


@guard("quota")
def within_the_quota(write: Write) -> None:
    """Refuse an appointment that makes more posts occupied than are usable, on any day of its term.

    The college's posts are reckoned, and those allotted to the appointment's campus where there are any.

    Passed are: one that does not count, has an approval number (超员额批复文号), has already ended, or makes
    no day worse than it was; and everything on days without 核定编制, or while its reckoning lacks a
    standard.
    """
    after = write.after
    if not isinstance(after, Appointment) or after.ended or is_missing(write.policy, write.today):
        return
    mine = counting([after])
    if not mine or mine[0].approved or mine[0].last < write.today:
        return
    terms = terms_on(write.policy, write.today)
    others = [each for each in counting(write.facts.all(Appointment)) if each.uid != after.uid]
    before = [*others, *_seats_before(write)]
    for campus in dict.fromkeys((None, after.campus)):
        worse = _first_worse(
            _over_its_term(write, terms, mine[0], [*others, mine[0]], campus),
            _over_its_term(write, terms, mine[0], before, campus),
        )
        if worse is not None:
            free = _headroom(write, terms, worse, before, campus)
            counted = [each for each in others if campus in (None, each.campus)]
            raise Refused(_sentence(worse, free, counted, campus))


def _over_its_term(
    write: Write, terms: Terms, seat: Seat, taken: Sequence[Seat], campus: str | None
) -> list[Stretch]:
    return reckon(write.facts, terms, seat.first, seat.last, taken, campus=campus)


def _seats_before(write: Write) -> list[Seat]:
    before = write.before
    return counting([before]) if isinstance(before, Appointment) and not before.ended else []


def _first_worse(after: Sequence[Stretch], before: Sequence[Stretch]) -> Stretch | None:
    """The first days that are over the usable posts and were less so before."""
    edges = sorted({each.first for each in (*after, *before)})
    for day in edges:
        new, old = _at(after, day), _at(before, day)
        if new.over and new.hundredths > old.hundredths:
            return Stretch(day, new.last, new.usable, new.hundredths)
    return None


def _at(stretches: Sequence[Stretch], day: dt.date) -> Stretch:
    return next(each for each in stretches if each.first <= day <= each.last)


def _headroom(
    write: Write, terms: Terms, worse: Stretch, before: Sequence[Seat], campus: str | None
) -> int | Decimal:
    """How many posts were still free on the day, never below none."""
    stretch = reckon(write.facts, terms, worse.first, worse.first, before, campus=campus)[0]
    return max(0, (stretch.usable or 0) - stretch.occupied)


def _sentence(worse: Stretch, free: int | Decimal, others: Sequence[Seat], campus: str | None) -> str:
    return _(
        "不能保存：自{day}起{campus}将占用20%编制员额{occupied}名，可用{usable}名，超出{over}名（当日还可聘{free}名）。"
        "当日已占用的有：{names}。确须超员额聘用的，请先填写“超员额批复文号”。"
    ).format(
        day=written_day(worse.first),
        campus=campus or "",
        occupied=worse.occupied,
        usable=worse.usable,
        over=worse.over,
        free=free,
        names=who_counts(others, worse.first),
    )
