"""The home page (首页): its figures and lists, read in one transaction, each with the rows behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from college_desk.policy.pack import MissingParameter
from college_desk.policy.progress import Figure, against_goals
from college_desk.policy.quota import terms_on
from college_desk.records.register import REGISTERS
from college_desk.services import home_figures, home_matters
from college_desk.services.home_figures import ClassAtAGlance, Hours, InTraining, Orders
from college_desk.services.home_matters import Matter
from college_desk.services.quota import QuotaReport, report
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_ACADEMIC_YEAR_BEGINS = 9


@dataclass(frozen=True)
class Overview:
    """What the home page says of a desk on a day.

    quota: over the academic year of the day, None where its standard is missing, which `quota_lacks` then
    says; goals: this year's figures for which the school's share of a target is known; matters: gravest first, without the findings of the rules (`home_matters.of_findings`); empty:
    nothing is on record yet but the school itself.
    """

    today: dt.date
    quota: QuotaReport | None
    quota_lacks: str
    hours: Hours
    in_training: InTraining
    orders: Orders
    goals: tuple[Figure, ...]
    cohorts: tuple[ClassAtAGlance, ...]
    order_classes: tuple[ClassAtAGlance, ...]
    matters: tuple[Matter, ...]
    empty: bool


def overview(desk: Desk, today: dt.date, *, campus: str | None = None) -> Overview:
    """Everything that the home page shows; `campus` (its name) narrows all but the college's own figures."""
    with desk.read() as reader:
        quota, lacks = _quota(reader, today)
        apprentices = home_figures.read_apprentices(reader, today, campus)
        students = home_figures.read_order_students(reader, today, campus)
        return Overview(
            today=today,
            quota=quota,
            quota_lacks=lacks,
            hours=home_figures.hours_of_month(reader, today, campus),
            in_training=home_figures.in_training(apprentices),
            orders=home_figures.orders(students),
            goals=tuple(against_goals(reader.facts(), reader.policy(), today.year, today)),
            cohorts=home_figures.cohorts(reader, apprentices, today, campus),
            order_classes=home_figures.order_classes(reader, students, campus),
            matters=tuple(home_matters.of_desk(reader, today, campus)),
            empty=not _holds_anything(reader),
        )


def academic_year_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day of the academic year that a day lies in."""
    year = day.year if day.month >= _ACADEMIC_YEAR_BEGINS else day.year - 1
    return dt.date(year, 9, 1), dt.date(year + 1, 8, 31)


def _quota(reader: Reader, today: dt.date) -> tuple[QuotaReport | None, str]:
    first, last = academic_year_of(today)
    try:
        terms = terms_on(reader.policy(), today)
    except MissingParameter as missing:
        return None, str(missing)
    return report(reader.facts(), terms, on=today, first=first, last=last, today=today), ""


def _holds_anything(reader: Reader) -> bool:
    """Whether something is on record besides what a new desk begins with."""
    return bool(reader.pending_counts()) or any(
        reader.count(register) for register in REGISTERS if register.code not in ("school", "campus")
    )
