"""Hourly fees (课时费) of a month: verified lessons to amounts, line by line, with the tax of the month of payment."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.policy import coefficients, withholding
from college_desk.policy.capitals import capitals
from college_desk.policy.coded import coded, label
from college_desk.policy.hourly_fee import (
    Level,
    academic_year,
    fee,
    is_payable,
    level_of,
    periods_of,
    standard_of,
)
from college_desk.policy.pack import Policy
from college_desk.records.facts import Facts
from college_desk.records.query import Condition, Query
from college_desk.records.register import register_of
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_NOTHING = Decimal(0)
_EMPTY_BATCH = Condition("settled_in", "empty")
_VERIFIED = Condition("verified", "is", True)
_RESIDENT_PAPERS = frozenset({"1", "B", "C", "6", "7", "8", None})
"""Identity papers of residents; the withholding of others is another table, which finance reckons."""


@dataclass(frozen=True)
class Line:
    """One teacher's lessons of one month.

    settlement: as it is kept (settled) or as it would be; weighted: weighted periods beside the raw ones;
    lessons: uids of what it pays, empty for a reversal; settled: whether it is locked.
    """

    settlement: Settlement
    weighted: Decimal
    lessons: tuple[str, ...]
    settled: bool

    def to_json(self) -> dict[str, Any]:
        """The line as `subsidy --json` shows it."""
        kept = self.settlement
        return {
            "teacher": kept.name,
            "id_number": kept.teacher,
            "title_level": None if kept.title_level is None else label("title_level", kept.title_level),
            "level_basis": kept.level_basis,
            "periods": _number(kept.periods),
            "weighted_periods": _number(self.weighted),
            "yuan_per_period": _yuan(kept.yuan_per_period),
            "gross": _yuan(kept.gross),
            "tax": _yuan(kept.tax),
            "net": _yuan(kept.net),
            "month": str(kept.month),
            "pay_month": str(kept.pay_month),
            "batch": kept.batch if self.settled else None,
            "settled": self.settled,
        }


@dataclass(frozen=True)
class NotPaid:
    """Lessons of somebody that are not reckoned, and why."""

    name: str
    id_number: str | None
    periods: Decimal
    why: str


@dataclass(frozen=True)
class MonthOfFees:
    """The hourly fees of a month, or of the months of a term.

    lines: settled ones first, then in order of name; not_paid: verified lessons left out; unverified: how
    many lessons 教务 has not verified; budget, spent: of the calendar year, None without a budget.
    """

    first: Month
    last: Month
    lines: tuple[Line, ...]
    not_paid: tuple[NotPaid, ...]
    unverified: int
    budget: Decimal | None
    spent: Decimal

    def total(self, name: str) -> Decimal:
        """The sum of a money or periods field of the settlements; lines without a value count nothing."""
        return sum((getattr(each.settlement, name) or _NOTHING for each in self.lines), _NOTHING)

    @property
    def taxed(self) -> bool:
        """Whether the program reckons the tax of every line."""
        return all(each.settlement.tax is not None for each in self.lines)

    def to_json(self) -> dict[str, Any]:
        """The document of `subsidy --json`."""
        gross = self.total("gross")
        return {
            "month": str(self.last),
            "from": str(self.first),
            "lines": [each.to_json() for each in self.lines],
            "total": {
                "periods": _number(self.total("periods")),
                "gross": _yuan(gross),
                "tax": _yuan(self.total("tax")) if self.taxed else None,
                "net": _yuan(self.total("net")) if self.taxed else None,
                "capitals": capitals(gross),
            },
            "not_paid": [
                {"teacher": each.name, "id_number": each.id_number, "periods": _number(each.periods), "why": each.why}
                for each in self.not_paid
            ],
            "unverified": self.unverified,
            "budget": {"yuan": _yuan(self.budget), "spent": _yuan(self.spent),
                       "left": None if self.budget is None else _yuan(self.budget - self.spent)},
        }  # fmt: skip


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
        lessons = list(self._lessons())
        not_paid: list[NotPaid] = []
        fresh = [line for line in (self._line(some, not_paid) for some in _by_teacher(lessons)) if line]
        if self._missing:
            raise DeskError("".join(self._missing))
        settled = [self._settled(each) for each in self._settlements if self._concerns(each)]
        lines = (*sorted(settled, key=_by_name), *self._taxed(sorted(fresh, key=_by_name)))
        budget = self._policy.get("hourly_subsidy.budget_yuan", self._day)
        return MonthOfFees(
            self._first,
            self._last,
            lines,
            tuple(not_paid),
            sum(not each.verified for each in self._of_these_months),
            None if budget is None else Decimal(str(budget)),
            self._spent(),
        )

    def _lessons(self) -> Iterator[TeachingHours]:
        """Payable lessons not settled yet: of these months, and late ones of months that were settled before."""
        done = {each.month for each in self._settlements}
        for each in self._of_these_months:
            if each.settled_in is None and is_payable(each):
                yield each
        if not done:
            return
        for each in self._chosen(_before(self._first.first_day), _EMPTY_BATCH, _VERIFIED):
            if is_payable(each) and each.taught_on is not None and _month(each.taught_on) in done:
                yield each

    @functools.cached_property
    def _of_these_months(self) -> list[TeachingHours]:
        return self._chosen(
            Condition("taught_on", "at_least", self._first.first_day), _before(self._last.plus(1).first_day)
        )

    def _chosen(self, *conditions: Condition) -> list[TeachingHours]:
        register = register_of(TeachingHours)
        return self._reader.records(TeachingHours, self._reader.uids(register, Query(where=conditions)))

    def _concerns(self, settlement: Settlement) -> bool:
        return settlement.month is not None and self._first <= settlement.month <= self._last

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
            return None
        weights = sum((coefficients.weighted(each, self._coefficients) for each in lessons), _NOTHING)
        made = self._settlement(person, level, lessons, yuan)
        return Line(made, weights, tuple(each.uid for each in lessons), settled=False)

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
        )

    def _taxed(self, lines: Sequence[Line]) -> Iterator[Line]:
        """The lines with their tax: that of all payments of the month less what was withheld already."""
        if self._policy.get("tax.by_finance", self._day):
            yield from lines
            return
        scale = withholding.scale(self._policy, self._pay_month.last_day)
        paid: dict[str | None, Decimal] = {}
        for each in self._settlements:
            if each.pay_month == self._pay_month and each.gross:
                paid[each.teacher] = paid.get(each.teacher, _NOTHING) + each.gross
                if each.other_income_yuan:
                    paid[each.teacher] += each.other_income_yuan
        for line in lines:
            made = line.settlement
            if made.income_kind != coded("income_kind", "劳务报酬"):
                yield line
                continue
            other = self._other_income.get(made.teacher or "") if made.teacher not in paid else None
            before = paid.get(made.teacher, other or _NOTHING)
            gross = made.gross or _NOTHING
            tax = withholding.withheld([before, gross], scale).tax - withholding.withheld([before], scale).tax
            paid[made.teacher] = before + gross
            yield replace(line, settlement=replace(made, tax=tax, net=gross - tax, other_income_yuan=other))

    def _settled(self, kept: Settlement) -> Line:
        lessons = [
            each
            for each in self._chosen(Condition("settled_in", "is", kept.batch))
            if each.teacher == kept.teacher and each.taught_on and _month(each.taught_on) == kept.month
        ]
        weights = sum((coefficients.weighted(each, self._coefficients) for each in lessons), _NOTHING)
        return Line(kept, weights, tuple(each.uid for each in lessons), settled=True)

    def _person(self, lesson: TeachingHours) -> PartTimeTeacher | None:
        linked = self._facts.by(PartTimeTeacher, "uid")[lesson.links.get("teacher", "")]
        found = linked or (
            self._facts.by(PartTimeTeacher, "id_number")[lesson.teacher] if lesson.teacher else ()
        )
        return found[0] if found else None

    def _why_not(self, person: PartTimeTeacher | None) -> str | None:
        if person is None:
            return _("不在兼职教师台账，无法确定级别")
        if person.teacher_kind in (coded("teacher_kind", "校内专任"), coded("teacher_kind", "校内兼课")):
            return _("本校教职工，课时费并入工资薪金，不按劳务报酬计算")
        return None

    def _spent(self) -> Decimal:
        year = self._last.year
        mine = (each.gross for each in self._settlements if each.pay_month and each.pay_month.year == year)
        return sum((each for each in mine if each), _NOTHING)


def _before(day: dt.date) -> Condition:
    return Condition("taught_on", "at_most", day - dt.timedelta(days=1))


def _by_teacher(lessons: Sequence[TeachingHours]) -> list[list[TeachingHours]]:
    """Lessons of one teacher in one month together."""
    together: dict[tuple[str, Month], list[TeachingHours]] = {}
    for each in lessons:
        if each.taught_on is not None:
            who = each.links.get("teacher") or each.teacher or each.name or ""
            together.setdefault((who, _month(each.taught_on)), []).append(each)
    return list(together.values())


def _by_name(line: Line) -> tuple[str, str, str]:
    kept = line.settlement
    return kept.name or "", kept.teacher or "", str(kept.month)


def _month(day: dt.date) -> Month:
    return Month(day.year, day.month)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _yuan(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"
