"""A month of lessons as the hours page shows it: each teacher's days, what keeps lessons from being paid, the fees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from college_desk.base.progress import SILENT, Progress
from college_desk.base.translation import _
from college_desk.policy.appointments import appointments_on
from college_desk.policy.hourly_fee import is_cancelled, periods_of, whose
from college_desk.policy.lesson_clashes import clashes
from college_desk.policy.teaching_days import DayOff, day_off
from college_desk.policy.written_dates import written_day
from college_desk.records.college.term import Term
from college_desk.records.facts import Facts
from college_desk.records.query import Condition, Query
from college_desk.records.register import register_of
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month
from college_desk.records.values.number import PERIODS
from college_desk.services.fees import Fees, between
from college_desk.services.month_of_fees import Line, MonthOfFees
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

Kind = Literal["clash", "standard", "not_paid", "contract", "unverified", "class"]
_GRAVEST_FIRST: tuple[Kind, ...] = ("standard", "clash", "not_paid", "contract", "unverified", "class")
_STANDARDS = "fee_standard"
_MONTHS_LOOKED_AT, _MONTHS_AHEAD = 24, 1


@dataclass(frozen=True)
class Obstacle:
    """Something to be mended before lessons of the month are paid, and where.

    who: the teacher's key as `whose` gives it, empty for what concerns several; stops: whether nothing of it
    is paid meanwhile; register, uids, field: the records it is about and the cell to begin with; no uids:
    something is missing in that register.
    """

    kind: Kind
    who: str
    name: str
    sentence: str
    stops: bool
    register: str
    uids: tuple[str, ...]
    field: str


@dataclass(frozen=True)
class TeacherMonth:
    """One teacher's month: his lessons by day and slot, the lines of his pay, his obstacles."""

    who: str
    name: str
    id_number: str | None
    lessons: tuple[TeachingHours, ...]
    lines: tuple[Line, ...]
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True)
class TeachingMonth:
    """A month of the whole college, or of one campus.

    teachers: in order of name; days_off: why nothing is taught on days of the month; outside: days in no term
    of the calendar, none where the calendar has no term around; clashing: uids of lessons given twice at
    once; obstacles: the gravest first; latest: the last month that has lessons, None without any.
    """

    month: Month
    teachers: tuple[TeacherMonth, ...]
    fees: MonthOfFees
    days_off: Mapping[dt.date, DayOff]
    outside: frozenset[dt.date]
    clashing: frozenset[str]
    obstacles: tuple[Obstacle, ...]
    latest: Month | None


def teaching_month(
    desk: Desk,
    month: Month | None,
    *,
    today: dt.date,
    pay_month: Month | None = None,
    campus: str | None = None,
    progress: Progress = SILENT,
) -> TeachingMonth:
    """The month (None: this one, or the last before it that has lessons) with everything the page shows.

    pay_month: in which it will be paid, the month itself by default; campus: only this one's lessons are
    shown, the fees are reckoned for all.
    """
    with desk.read() as reader:
        shown = month or _month_with_lessons(reader, today)
        progress.step(_("计算课时费"), 0)
        fees = Fees(reader, shown, shown, pay_month or shown, {})
        reckoned = fees.shown()
        lessons = [each for each in fees.lessons_of_these_months if campus in (None, each.campus)]
        lines = [each for each in reckoned.lines if campus in (None, each.settlement.campus)]
        progress.step(_("核对课时"), 1)
        facts = reader.facts()
        clashing = list(_clashing(lessons))
        obstacles = [*_standards(reckoned), *clashing, *_not_paid(reckoned, lessons),
                     *_out_of_contract(lessons, facts), *_unverified(lessons)]  # fmt: skip
        obstacles.sort(key=lambda each: (_GRAVEST_FIRST.index(each.kind), each.name))
        off, outside = _calendar(shown, facts.all(Term))
        return TeachingMonth(
            shown,
            tuple(_teachers(lessons, lines, obstacles)),
            reckoned,
            off,
            outside,
            frozenset(uid for each in clashing for uid in each.uids),
            tuple(obstacles),
            _latest(reader, max(shown, Month(today.year, today.month)).plus(_MONTHS_AHEAD)),
        )


def _month_with_lessons(reader: Reader, today: dt.date) -> Month:
    """This month, or the last before it that has lessons; this one where none has."""
    now = Month(today.year, today.month)
    return _latest(reader, now) or now


def _latest(reader: Reader, until: Month) -> Month | None:
    """The last month with lessons that is not after another: the last two years month by month, then any."""
    for back in range(_MONTHS_LOOKED_AT):
        month = until.plus(-back)
        if reader.count(register_of(TeachingHours), Query(where=between(month, month))):
            return month
    where = (Condition("taught_on", "at_most", until.last_day),)
    days = reader.values(register_of(TeachingHours), ["taught_on"], Query(where=where))
    latest = max((day for (day,) in days), default=None)
    return None if latest is None else Month(latest.year, latest.month)


def _teachers(
    lessons: Iterable[TeachingHours], lines: Iterable[Line], obstacles: Iterable[Obstacle]
) -> Iterator[TeacherMonth]:
    """Everybody who taught or is paid, in order of name."""
    taught: dict[str, list[TeachingHours]] = {}
    paid: dict[str, list[Line]] = {}
    hindered: dict[str, list[Obstacle]] = {}
    names: dict[str, tuple[str, str | None]] = {}
    for lesson in lessons:
        taught.setdefault(whose(lesson), []).append(lesson)
        names.setdefault(whose(lesson), (lesson.name or "", lesson.teacher))
    for line in lines:
        kept = line.settlement
        paid.setdefault(whose(kept), []).append(line)
        names[whose(kept)] = (kept.name or "", kept.teacher)
    for each in obstacles:
        hindered.setdefault(each.who, []).append(each)
    for who in sorted(names, key=lambda one: (names[one][0], one)):
        name, number = names[who]
        own = sorted(taught.get(who, ()), key=lambda each: (each.taught_on or dt.date.min, _first_slot(each)))
        yield TeacherMonth(
            who, name, number, tuple(own), tuple(paid.get(who, ())), tuple(hindered.get(who, ()))
        )


def _first_slot(lesson: TeachingHours) -> tuple[int, str]:
    text = lesson.slot or ""
    digits = text.split("-")[0].split("、")[0]
    return int(digits) if digits.isascii() and digits.isdigit() else 99, text


def _standards(fees: MonthOfFees) -> Iterator[Obstacle]:
    for sentence in fees.missing:
        yield Obstacle("standard", "", "", sentence, True, _STANDARDS, (), "title_level")


def _clashing(lessons: Sequence[TeachingHours]) -> Iterator[Obstacle]:
    for each in clashes(lessons):
        day, uids = each.later.taught_on, (each.earlier.uid, each.later.uid)
        if day is None:
            continue
        shown = {"day": written_day(day), "slot": each.later.slot}
        if each.of == "teacher":
            sentence = _("{day}第{slot}节有两条课时，同一时间只能上一处。").format(**shown)
        else:
            message = _("{day}第{slot}节{class_name}还有{other}的课，请核对或填写实训分组。")
            sentence = message.format(**shown, class_name=each.later.class_name, other=each.earlier.name)
        kind: Kind = "clash" if each.of == "teacher" else "class"
        yield Obstacle(
            kind, whose(each.later), each.later.name or "", sentence, False, "teaching_hours", uids, "slot"
        )


def _not_paid(fees: MonthOfFees, lessons: Sequence[TeachingHours]) -> Iterator[Obstacle]:
    """Lessons that are verified and still not reckoned: strangers, own staff."""
    told = set(fees.missing)
    for each in fees.not_paid:
        if each.why in told:
            continue
        mine = [one for one in lessons if (one.teacher, one.name) == (each.id_number, each.name)]
        sentence = _("{periods}课时未计：{why}。").format(periods=PERIODS.show(each.periods), why=each.why)
        who = whose(mine[0]) if mine else each.id_number or each.name
        yield Obstacle("not_paid", who, each.name, sentence, True, "teaching_hours",
                       tuple(one.uid for one in mine), "teacher")  # fmt: skip


def _out_of_contract(lessons: Iterable[TeachingHours], facts: Facts) -> Iterator[Obstacle]:
    """Lessons on days that no appointment covers, of teachers who have one."""
    outside: dict[str, list[TeachingHours]] = {}
    for each in lessons:
        number, day = each.teacher, each.taught_on
        if number is None or day is None or is_cancelled(each) or each.settled_in is not None:
            continue
        if facts.by(Appointment, "teacher")[number] and not appointments_on(number, day, facts):
            outside.setdefault(whose(each), []).append(each)
    for who, some in outside.items():
        sentence = _("{periods}课时不在聘期内，不能计课时费。").format(periods=PERIODS.show(periods_of(some)))
        uids = tuple(each.uid for each in some)
        yield Obstacle(
            "contract", who, some[0].name or "", sentence, False, "teaching_hours", uids, "taught_on"
        )


def _unverified(lessons: Iterable[TeachingHours]) -> Iterator[Obstacle]:
    """Lessons that 教务 has not verified, told once a teacher."""
    waiting: dict[str, list[TeachingHours]] = {}
    for each in lessons:
        if not each.verified and not is_cancelled(each) and each.settled_in is None:
            waiting.setdefault(whose(each), []).append(each)
    for who, some in waiting.items():
        sentence = _("{count}条课时（{periods}课时）未经教务核验，核验后才能结算。")
        shown = sentence.format(count=len(some), periods=PERIODS.show(periods_of(some)))
        uids = tuple(each.uid for each in some)
        yield Obstacle("unverified", who, some[0].name or "", shown, True, "teaching_hours", uids, "verified")


def _calendar(month: Month, terms: Sequence[Term]) -> tuple[dict[dt.date, DayOff], frozenset[dt.date]]:
    """The days off of a month, and those in no term where a term of the calendar is near."""
    days = [
        month.first_day + dt.timedelta(days=each)
        for each in range((month.last_day - month.first_day).days + 1)
    ]
    spans = [(each, each.start_on, each.end_on) for each in terms if each.start_on and each.end_on]
    off: dict[dt.date, DayOff] = {}
    outside: set[dt.date] = set()
    near = any(first <= month.last_day and month.first_day <= last for _term, first, last in spans)
    for day in days:
        term = next((each for each, first, last in spans if first <= day <= last), None)
        found = day_off(day, term)
        if found is not None:
            off[day] = found
        elif term is None and near:
            outside.add(day)
    return off, frozenset(outside)
