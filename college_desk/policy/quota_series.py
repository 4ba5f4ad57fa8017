"""The 20% allowance over time: usable and occupied posts by day, the first breach, what-if."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from college_desk.base.translation import _
from college_desk.policy.quota import (
    ACADEMIC_YEAR_BEGINS,
    POST,
    Seat,
    Terms,
    dated,
    periods_of,
    posts_number,
    seats,
    usable_posts,
)
from college_desk.records.college.staffing import Staffing
from college_desk.records.facts import Facts
from college_desk.records.values.month import OPEN_END, first_day

_ONE_DAY = dt.timedelta(days=1)
_DAYS = attrgetter("first", "last")
_MOST_NAMED = 40


class Hire(NamedTuple):
    """People one thinks of hiring, for a what-if (试算): so many, one post each, from a day to a day."""

    people: int
    first: dt.date
    last: dt.date


class Stretch(NamedTuple):
    """Days with the same figures; usable is None where no approved establishment is on record."""

    first: dt.date
    last: dt.date
    usable: int | None
    hundredths: int

    @property
    def occupied(self) -> int | Decimal:
        """The posts occupied, a whole number where it is one."""
        return posts_number(self.hundredths)

    @property
    def over(self) -> int | Decimal:
        """By how many posts the usable ones are exceeded; 0 when they are not, or are unknown."""
        if self.usable is None:
            return 0
        return posts_number(max(0, self.hundredths - self.usable * POST))


def occupied_on(facts: Facts, terms: Terms, day: dt.date) -> Stretch:
    """Usable and occupied posts of one day."""
    return series(facts, terms, day, day)[0]


def series(
    facts: Facts, terms: Terms, first: dt.date, last: dt.date, hires: Sequence[Hire] = ()
) -> list[Stretch]:
    """Usable and occupied posts from `first` to `last`, a new stretch at each change, hires laid over."""
    return reckon(facts, terms, first, last, facts.once(seats), hires)


def reckon(
    facts: Facts,
    terms: Terms,
    first: dt.date,
    last: dt.date,
    taken: Sequence[Seat],
    hires: Sequence[Hire] = (),
    *,
    campus: str | None = None,
) -> list[Stretch]:
    """The series for seats given, instead of those on record; of one campus against its own allotment."""
    if campus is not None:
        taken = [seat for seat in taken if seat.campus == campus]
    changes: dict[dt.date, int] = {first: 0}
    for start, end, hundredths in _fillings(facts, terms, taken, hires):
        if start <= last and end >= first:
            begins = max(start, first)
            changes[begins] = changes.get(begins, 0) + hundredths
            if end < last:
                changes[end + _ONE_DAY] = changes.get(end + _ONE_DAY, 0) - hundredths
    establishments = dated(facts.all(Staffing), campus)
    for staffing in establishments:
        begins = first_day(staffing.effective_from or OPEN_END)
        if first < begins <= last:
            changes.setdefault(begins, 0)
    return _stretches(changes, establishments, terms, last)


def first_breach(stretches: Iterable[Stretch]) -> Stretch | None:
    """The first stretch in which more posts are occupied than usable; None when there is none."""
    return next((each for each in stretches if each.over), None)


def who_counts(taken: Sequence[Seat], day: dt.date) -> str:
    """The names of those who occupy the allowance on a day, as a sentence names them; 无 for nobody."""
    names = list({seat.person: seat.name for seat in taken if seat.covers(day)}.values())
    shown = "、".join(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        return _("{names}等{count}人").format(names=shown, count=len(names))
    return shown or _("无")


Filling = tuple[dt.date, dt.date, int]
"""From a day to a day, both included, so many hundredths of a post."""


def _fillings(facts: Facts, terms: Terms, taken: Sequence[Seat], hires: Sequence[Hire]) -> Iterator[Filling]:
    people = facts.once(_seats_by_person) if taken is facts.once(seats) else _by_person(taken)
    totals = facts.once(periods_of) if terms.mode == "periods" else {}
    for person, held in people.items():
        if terms.mode == "periods":
            yield from _by_periods(held, terms, totals.get(person, {}))
        else:
            yield from _by_head(held)
    for hire in hires:
        yield hire.first, hire.last, hire.people * POST


def _seats_by_person(facts: Facts) -> dict[str, list[Seat]]:
    """The seats on record by person, in order of their days; for `facts.once`."""
    return _by_person(facts.once(seats))


def _by_person(taken: Iterable[Seat]) -> dict[str, list[Seat]]:
    people: dict[str, list[Seat]] = {}
    for seat in taken:
        if seat.first <= seat.last:
            people.setdefault(seat.person, []).append(seat)
    for held in people.values():
        if len(held) > 1:
            held.sort(key=_DAYS)
    return people


def _by_head(held: Sequence[Seat]) -> Iterator[Filling]:
    """One person's posts: on each day the largest of the appointments in force."""
    together: list[Seat] = []
    until = dt.date.min
    for seat in held:
        if together and seat.first > until:
            yield from _largest(together)
            together = []
        together.append(seat)
        until = max(until, seat.last)
    yield from _largest(together)


def _largest(held: Sequence[Seat]) -> Iterator[Filling]:
    """On each day the largest of one person's appointments that follow on one another without a gap."""
    if len(held) == 1:
        yield held[0].first, held[0].last, held[0].hundredths
        return
    most = held[0].hundredths
    if all(seat.hundredths == most for seat in held):
        yield from ((first, last, most) for first, last in _united(held))
        return
    edges = sorted({seat.first for seat in held} | {_after(seat.last) for seat in held})
    for begins, ends in pairwise(edges):
        largest = max((seat.hundredths for seat in held if seat.covers(begins)), default=0)
        if largest:
            yield begins, ends - _ONE_DAY if ends < OPEN_END else OPEN_END, largest


def _by_periods(held: Sequence[Seat], terms: Terms, totals: dict[str, Decimal]) -> Iterator[Filling]:
    """One person's posts: in each academic year its periods through the standard, to two decimals."""
    standard = terms.periods_per_post or 1
    shares = {
        year: int((periods * POST / standard).quantize(Decimal(1), ROUND_HALF_UP))
        for year, periods in totals.items()
    }
    for begins, ends in _united(held):
        for year, hundredths in shares.items():
            opens = dt.date(int(year[:4]), ACADEMIC_YEAR_BEGINS, 1)
            closes = dt.date(int(year[5:]), ACADEMIC_YEAR_BEGINS, 1) - _ONE_DAY
            if begins <= closes and ends >= opens:
                yield max(begins, opens), min(ends, closes), hundredths


def _united(held: Sequence[Seat]) -> list[tuple[dt.date, dt.date]]:
    """The days on which any of a person's seats (in order of their first day) is in force."""
    united: list[tuple[dt.date, dt.date]] = []
    for seat in held:
        if united and seat.first <= _after(united[-1][1]):
            united[-1] = (united[-1][0], max(united[-1][1], seat.last))
        else:
            united.append((seat.first, seat.last))
    return united


def _after(day: dt.date) -> dt.date:
    return day if day == OPEN_END else day + _ONE_DAY


def _stretches(
    changes: dict[dt.date, int], establishments: Sequence[Staffing], terms: Terms, last: dt.date
) -> list[Stretch]:
    stretches: list[Stretch] = []
    usable: int | None = None
    waiting = list(reversed(establishments))
    hundredths = 0
    days = sorted(changes)
    for begins, ends in zip(days, [*(day - _ONE_DAY for day in days[1:]), last], strict=True):
        while waiting and first_day(waiting[-1].effective_from or OPEN_END) <= begins:
            usable = usable_posts(waiting.pop(), terms)
        hundredths += changes[begins]
        before = stretches[-1] if stretches else None
        if before is not None and before.hundredths == hundredths and before.usable == usable:
            stretches[-1] = Stretch(before.first, ends, usable, hundredths)
        else:
            stretches.append(Stretch(begins, ends, usable, hundredths))
    return stretches
