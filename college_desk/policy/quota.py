"""The 20% allowance (20%兼职员额): what a college may fill with part-time teachers and what is occupied, by day.

Posts are reckoned in whole hundredths, so that a share of a post adds up exactly; never in floats.
Source: 技能济宁 opinion, clause 7; how a part-timer fills a post is the pack's `quota.mode`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from college_desk.policy.pack import MissingParameter, Policy
from college_desk.records.codes import code_table
from college_desk.records.college.staffing import Staffing
from college_desk.records.college.term import Term
from college_desk.records.facts import Facts
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.assignment import Assignment
from college_desk.records.values.month import OPEN_END, first_day, last_day

Mode = Literal["head", "periods"]

POST = 100
ACADEMIC_YEAR_BEGINS = 9


@dataclass(frozen=True)
class Terms:
    """By what the allowance is reckoned: the pack's `quota.…` parameters in force on a day.

    periods_per_post: the periods of an academic year that make one post; None unless mode is periods.
    """

    ratio: Fraction
    capped_by_vacancies: bool
    mode: Mode
    periods_per_post: int | None


class Seat(NamedTuple):
    """One counting appointment: a person who fills posts from a day to a day, both included.

    person: the identity number, one person may have several seats; hundredths: of a post.
    """

    uid: str
    person: str
    name: str
    first: dt.date
    last: dt.date
    hundredths: int
    approved: bool
    contract_number: str | None
    campus: str | None

    def covers(self, day: dt.date) -> bool:
        """Whether the appointment is in force on a day."""
        return self.first <= day <= self.last


def terms_on(policy: Policy, day: dt.date) -> Terms:
    """The terms in force on a day. Raises MissingParameter where reckoning by periods lacks its standard."""
    mode: Mode = "periods" if policy.get("quota.mode", day) == "periods" else "head"
    return Terms(
        ratio=Fraction(str(policy.require("quota.ratio", day))),
        capped_by_vacancies=policy.get("quota.capped_by_vacancies", day) is True,
        mode=mode,
        periods_per_post=int(str(policy.require("quota.periods_per_post", day)))
        if mode == "periods"
        else None,
    )


def is_missing(policy: Policy, day: dt.date) -> bool:
    """Whether the occupied posts cannot be reckoned because their standard has not been entered."""
    try:
        terms_on(policy, day)
    except MissingParameter:
        return True
    return False


def allowance(approved: int, ratio: Fraction) -> int:
    """The posts that the share of the approved establishment comes to (20%员额数), rounded down."""
    return approved * ratio.numerator // ratio.denominator


def usable_posts(staffing: Staffing, terms: Terms) -> int | None:
    """The posts that may be filled with part-time teachers (可用员额); None without 核定编制数.

    The allowance, and where the terms cap it never more than the vacancies (核定 − 在编实有 − 已批用编未到岗);
    vacancies that are unknown do not cap, an establishment that is overfull leaves none.
    """
    if staffing.approved_posts is None:
        return None
    usable = allowance(staffing.approved_posts, terms.ratio)
    if terms.capped_by_vacancies and staffing.posts_filled is not None:
        vacant = staffing.approved_posts - staffing.posts_filled - (staffing.posts_reserved or 0)
        usable = min(usable, vacant)
    return max(0, usable)


def staffing_on(staffings: Iterable[Staffing], day: dt.date, campus: str | None = None) -> Staffing | None:
    """The establishment in force on a day: the latest that takes effect on or before it.

    campus: of the whole college, or what a campus has been allotted of it.
    """
    known = [each for each in dated(staffings, campus) if first_day(each.effective_from or OPEN_END) <= day]
    return known[-1] if known else None


def counting(appointments: Iterable[Appointment]) -> list[Seat]:
    """The appointments that occupy the allowance, as seats, in the order given.

    Those that say so (占用20%编制员额), whose status is empty or 在聘 and whose first day is known; one
    without a last day goes on; an empty number of posts is one.
    """
    in_post = code_table("appointment_status").find("在聘")
    statuses = (None, in_post.code if in_post else "")
    seats = []
    for each in appointments:
        if each.counts_in_quota and each.start_on is not None and each.status in statuses:
            last = OPEN_END if each.end_on is None else last_day(each.end_on)
            hundredths = POST if each.posts_used is None else int(each.posts_used * POST)
            person = each.teacher or each.uid
            seats.append(
                Seat(
                    each.uid, person, each.name or person, first_day(each.start_on), last, hundredths,
                    bool(each.approval_number), each.contract_number, each.campus,
                )
            )  # fmt: skip
    return seats


def seats(facts: Facts) -> list[Seat]:
    """All seats of the college; for `facts.once`."""
    return counting(facts.all(Appointment))


def posts_number(hundredths: int) -> int | Decimal:
    """Hundredths of a post as posts."""
    whole, rest = divmod(hundredths, POST)
    return Decimal(hundredths) / POST if rest else whole


def academic_year(day: dt.date) -> str:
    """The academic year of a day: `2026-2027` from 1 September to 31 August."""
    year = day.year if day.month >= ACADEMIC_YEAR_BEGINS else day.year - 1
    return f"{year}-{year + 1}"


def periods_of(facts: Facts) -> dict[str, dict[str, Decimal]]:
    """The periods assigned to each person (任课安排课时), {identity number: {academic year: periods}}.

    For `facts.once`.

    An assignment without its total counts its weekly periods for the term's teaching weeks, when both are
    known; it belongs to whoever holds the counting appointment that it names, by number, else by teacher
    and first day.
    """
    weeks = {(each.academic_year, each.term_number): each.teaching_weeks for each in facts.all(Term)}
    numbers = {each.contract_number: each.person for each in facts.once(seats) if each.contract_number}
    unnumbered = {(each.person, each.first): each.person for each in facts.once(seats)}
    totals: dict[str, dict[str, Decimal]] = {}
    for each in facts.all(Assignment):
        if each.contract_number is not None:
            person = numbers.get(each.contract_number)
        else:
            person = unnumbered.get((each.teacher or "", first_day(each.start_on or OPEN_END)))
        if person is None or not each.term:
            continue
        year, number = each.term[:9], each.term[10:]
        periods = each.total_periods
        if periods is None and each.weekly_periods is not None:
            periods = each.weekly_periods * (weeks.get((year, number)) or 0)
        if periods is not None:
            years = totals.setdefault(person, {})
            years[year] = years.get(year, Decimal(0)) + periods
    return totals


def dated(staffings: Iterable[Staffing], campus: str | None = None) -> list[Staffing]:
    """The establishments that say from when they hold, in order of that day; of one day the newest last.

    campus: those of the whole college, or the allotments of one campus. Where no record is of the whole and
    all are of one campus, that campus is the college.
    """
    known = [each for each in staffings if each.effective_from is not None]
    mine = [each for each in known if each.campus == campus]
    if campus is None and not mine and len({each.campus for each in known}) == 1:
        mine = known
    known = mine
    return sorted(known, key=lambda each: (first_day(each.effective_from or OPEN_END), each.uid))
