"""Hourly fees (课时费) of a month: verified lessons to amounts, line by line, with the tax of the month of payment."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.policy import coefficients, withholding
from college_desk.policy.claims import HOURLY_SUBSIDY
from college_desk.policy.coded import coded
from college_desk.policy.hourly_claim import claim_lines, lessons_paid
from college_desk.policy.hourly_fee import (
    Level,
    academic_year,
    fee,
    is_own_staff,
    is_payable,
    level_of,
    periods_of,
    standard_of,
    whose,
)
from college_desk.policy.pack import Policy
from college_desk.records.facts import Facts
from college_desk.records.query import Condition, Query
from college_desk.records.register import register_of
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month
from college_desk.services.claimed import claimed_elsewhere
from college_desk.services.month_of_fees import Line, MonthOfFees, NotPaid
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_NOTHING = Decimal(0)
_EMPTY_BATCH = Condition("settled_in", "empty")
_VERIFIED = Condition("verified", "is", True)
_RESIDENT_PAPERS = frozenset({"1", "B", "C", "6", "7", "8", None})
"""Identity papers of residents; the withholding of others is another table, which finance reckons."""


def fees(
    desk: Desk,
    month: Month,
    *,
    first: Month | None = None,
    pay_month: Month | None = None,
    other_income: Mapping[str, Decimal] | None = None,
) -> MonthOfFees:
    """The fees of a month (from `first` on, for a term): what is settled, and what settling now would add.

    pay_month: in which they are paid, the month itself by default; tax is reckoned on all payments of it.
    other_income: {identity number: other pay of the college in that month}. Raises DeskError naming each
    level and year without a standard.
    """
    with desk.read() as reader:
        return Fees(reader, first or month, month, pay_month or month, other_income or {}).all()


def next_batch(reader: Reader, month: Month) -> str:
    """The name of the next batch of a calendar year: 2026年第3批."""
    head = f"{month.year}年第"
    numbers = [
        int(each.batch.removeprefix(head).removesuffix("批"))
        for each in reader.all(Settlement)
        if each.batch
        and each.batch.startswith(head)
        and each.batch.removeprefix(head).removesuffix("批").isdigit()
    ]
    return f"{head}{max(numbers, default=0) + 1}批"


def between(first: Month, last: Month) -> tuple[Condition, Condition]:
    """The days from the first of one month to the last of another."""
    return Condition("taught_on", "at_least", first.first_day), Condition(
        "taught_on", "at_most", last.last_day
    )


class Fees:
    """The fees of some months, worked out in one transaction."""

    def __init__(
        self, reader: Reader, first: Month, last: Month, pay_month: Month, other_income: Mapping[str, Decimal]
    ) -> None:
        self._reader = reader
        self._first, self._last, self._pay_month = first, last, pay_month
        self._other_income = other_income
        self._facts: Facts = reader.facts()
        self._policy: Policy = reader.policy()
        self._day = last.last_day
        self._settlements = self._facts.all(Settlement)
        written = self._policy.get("hourly_subsidy.coefficients", self._day)
        self._coefficients = coefficients.coefficients(written if isinstance(written, tuple) else ())
        self._missing: dict[str, None] = {}
        self._batch = next_batch(reader, last)

    def all(self) -> MonthOfFees:
        """Everything. Raises DeskError where standards are missing."""
        found = self.shown()
        if found.missing:
            raise DeskError("".join(found.missing))
        return found

    def shown(self) -> MonthOfFees:
        """Everything that can be reckoned; whose standard is missing stands among those not paid."""
        not_paid: list[NotPaid] = []
        fresh = [
            line for line in (self._line(some, not_paid) for some in _by_teacher(self._lessons())) if line
        ]
        lines = (*self._settled(), *self._taxed(sorted(fresh, key=_by_name)))
        budget = self._policy.get("hourly_subsidy.year_budget_yuan", self._day)
        return MonthOfFees(
            self._first,
            self._last,
            lines,
            tuple(not_paid),
            sum(not each.verified for each in self.lessons_of_these_months),
            None if budget is None else Decimal(str(budget)),
            self._spent(),
            tuple(self._missing),
        )

    @functools.cached_property
    def lessons_of_these_months(self) -> list[TeachingHours]:
        """Every lesson of these months, given or not, in order of uid."""
        return self._chosen(*between(self._first, self._last))

    def _lessons(self) -> Iterator[TeachingHours]:
        """Payable lessons not settled yet: of these months, and late ones of months that were settled before."""
        for each in self.lessons_of_these_months:
            if each.settled_in is None and is_payable(each):
                yield each
        done = {each.month for each in self._settlements if each.month and each.month < self._first}
        for first, last in _stretches(done):
            for each in self._chosen(*between(first, last), _EMPTY_BATCH, _VERIFIED):
                if is_payable(each):
                    yield each

    def _chosen(self, *conditions: Condition) -> list[TeachingHours]:
        register = register_of(TeachingHours)
        return self._reader.records(TeachingHours, self._reader.uids(register, Query(where=conditions)))

    def _line(self, lessons: Sequence[TeachingHours], not_paid: list[NotPaid]) -> Line | None:
        """What settling somebody's lessons of one month would make, without its tax."""
        periods, first = periods_of(lessons), lessons[0]
        person = self._person(first)
        why = self._why_not(person)
        if person is None or why is not None:
            not_paid.append(NotPaid(first.name or "", first.teacher, periods, why or ""))
            return None
        day = first.taught_on or self._day
        level = level_of(person, self._policy, day)
        try:
            yuan = standard_of(self._facts, level.title_level, academic_year(day))
        except DeskError as missing:
            self._missing[str(missing)] = None
            not_paid.append(NotPaid(person.name or "", person.id_number, periods, str(missing)))
            return None
        made = self._settlement(person, level, lessons, yuan)
        return Line(made, self._weighted(lessons), tuple(each.uid for each in lessons), settled=False)

    def _settlement(
        self, person: PartTimeTeacher, level: Level, lessons: Sequence[TeachingHours], yuan: Decimal
    ) -> Settlement:
        days = sorted(each.taught_on for each in lessons if each.taught_on is not None)
        courses = dict.fromkeys(each.course for each in lessons if each.course)
        periods = periods_of(lessons)
        kind = "由财务处核定" if person.id_type not in _RESIDENT_PAPERS else "劳务报酬"
        return Settlement(
            name=person.name,
            teacher=person.id_number,
            department=lessons[0].department,
            campus=lessons[0].campus,
            month=_month(days[0]),
            batch=self._batch,
            taught_from=days[0],
            taught_to=days[-1],
            course="、".join(courses) or None,
            employer=person.employer,
            title_level=level.title_level,
            level_basis=level.basis,
            periods=periods,
            yuan_per_period=yuan,
            gross=fee(periods, yuan),
            income_kind=coded("income_kind", kind),
            pay_month=self._pay_month,
            account_name=person.account_name,
            bank_name=person.bank_name,
            bank_account=person.bank_account,
            payout_status=coded("payout_status", "待发"),
            links=MappingProxyType({"teacher": person.uid}),
        )

    def _taxed(self, lines: Sequence[Line]) -> Iterator[Line]:
        """The lines with their tax: that of all payments of the month less what was withheld already."""
        if self._policy.get("tax.by_finance", self._day):
            yield from lines
            return
        scale = withholding.scale(self._policy, self._pay_month.last_day)
        paid: dict[str | None, Decimal] = {}
        for each in self._settlements:
            if each.pay_month == self._pay_month and each.gross and withholding.is_withheld(each):
                paid[each.teacher] = paid.get(each.teacher, _NOTHING) + each.gross
                if each.other_income_yuan:
                    paid[each.teacher] += each.other_income_yuan
        for line in lines:
            made = line.settlement
            if not withholding.is_withheld(made):
                yield line
                continue
            other = self._other_income.get(made.teacher or "") if made.teacher not in paid else None
            before = paid.get(made.teacher, other or _NOTHING)
            gross = made.gross or _NOTHING
            tax = withholding.withheld_of_next(before, gross, scale)
            paid[made.teacher] = before + gross
            yield replace(line, settlement=replace(made, tax=tax, net=gross - tax, other_income_yuan=other))

    def _settled(self) -> list[Line]:
        """The lines of these months that are locked, in order of name, with what of them can be claimed."""
        kept = [each for each in self._settlements if each.month and self._first <= each.month <= self._last]
        if not kept:
            return []
        claims = claimed_elsewhere(self._reader, HOURLY_SUBSIDY, "")
        locked: dict[str, list[TeachingHours]] = {}
        for lesson in self.lessons_of_these_months:
            if lesson.settled_in is not None:
                locked.setdefault(whose(lesson), []).append(lesson)
        lines = []
        claimed = claim_lines(
            kept, self._facts, self._policy, self._day, claims=claims, lessons=self.lessons_of_these_months
        )
        for each, claim in zip(kept, claimed, strict=True):
            paid = lessons_paid(each, locked.get(whose(each), ()))
            uids = tuple(lesson.uid for lesson in paid)
            lines.append(Line(each, self._weighted(paid), uids, settled=True, claim=claim))
        return sorted(lines, key=_by_name)

    def _weighted(self, lessons: Sequence[TeachingHours]) -> Decimal:
        return sum((coefficients.weighted(each, self._coefficients) for each in lessons), _NOTHING)

    def _person(self, lesson: TeachingHours) -> PartTimeTeacher | None:
        linked = self._facts.by(PartTimeTeacher, "uid")[lesson.links.get("teacher", "")]
        found = linked or (
            self._facts.by(PartTimeTeacher, "id_number")[lesson.teacher] if lesson.teacher else ()
        )
        return found[0] if found else None

    def _why_not(self, person: PartTimeTeacher | None) -> str | None:
        if person is None:
            return _("不在兼职教师台账，无法确定级别")
        if is_own_staff(person):
            return _("本校教职工，课时费并入工资薪金，不按劳务报酬计算")
        return None

    def _spent(self) -> Decimal:
        year = self._last.year
        mine = (each.gross for each in self._settlements if each.pay_month and each.pay_month.year == year)
        return sum((each for each in mine if each), _NOTHING)


def _stretches(months: set[Month]) -> list[tuple[Month, Month]]:
    """Months as stretches of neighbours, in order."""
    found: list[tuple[Month, Month]] = []
    for each in sorted(months):
        if found and found[-1][1].plus(1) == each:
            found[-1] = (found[-1][0], each)
        else:
            found.append((each, each))
    return found


def _by_teacher(lessons: Iterator[TeachingHours]) -> list[list[TeachingHours]]:
    """Lessons of one teacher in one month together."""
    together: dict[tuple[str, Month], list[TeachingHours]] = {}
    for each in lessons:
        if each.taught_on is not None:
            together.setdefault((whose(each), _month(each.taught_on)), []).append(each)
    return list(together.values())


def _by_name(line: Line) -> tuple[str, str, str]:
    kept = line.settlement
    return kept.name or "", kept.teacher or "", str(kept.month)


def _month(day: dt.date) -> Month:
    return Month(day.year, day.month)
