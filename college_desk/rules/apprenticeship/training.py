"""What the rules about apprentices ask: which class, which scheme, in training or not, in which grade."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from college_desk.policy.coded import coded
from college_desk.policy.named import named
from college_desk.policy.placements import Stretch, apprentice_of, own_stretch, stretch_of
from college_desk.policy.written_dates import months_later
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.apprenticeship.placement import Placement
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.register import Record
from college_desk.records.values.grade import year_of
from college_desk.records.values.month import OPEN_END, Month, first_day, last_day
from college_desk.rules.rule import Situation, rule

INTERNSHIP_RULES = "《职业学校学生实习管理规定》（教职成〔2021〕4号）"
MODERN_SCHEME = "《关于全面推进现代学徒制工作的通知》（教职成厅函〔2019〕12号）"
NEW_SCHEME = "《关于全面推行中国特色企业新型学徒制 加强技能人才培养的指导意见》（人社部发〔2021〕39号）"
_ENTRY_MONTH = 9

StretchFunction = Callable[[Stretch, Apprentice | None, Facts, Situation], Iterable[Problem]]


def cohort_of(record: Apprentice | Placement, facts: Facts) -> Cohort | None:
    """The class of an apprentice or placement; None while it is not on the ledger."""
    return named(record, "cohort", Cohort, facts)


def is_of_the_new_scheme(apprentice: Apprentice, facts: Facts) -> bool:
    """Whether he is an enterprise's employee in a class of 企业新型学徒制, not a student."""
    cohort = cohort_of(apprentice, facts)
    scheme = None if cohort is None else cohort.scheme
    if scheme is None:
        return apprentice.training_mode == coded("training_mode", "企业新型学徒制")
    return scheme == coded("scheme", "企业新型学徒制")


def in_training(apprentice: Apprentice) -> bool:
    """Whether he is on the class's list as being trained: 在培, or nothing said."""
    return apprentice.status in (None, coded("apprentice_status", "在培"))


def time_in_class(apprentice: Apprentice, facts: Facts) -> tuple[dt.date, dt.date] | None:
    """From when to when he is surely in his class: his own days, else the class's; None where neither tells."""
    begins, ends = apprentice.start_on, own_stretch(apprentice).end_on
    cohort = cohort_of(apprentice, facts)
    if begins is None and cohort is not None:
        begins, ends = cohort.start_on, ends or cohort.end_on
    if begins is None:
        return None
    return last_day(begins), OPEN_END if ends is None else first_day(ends)


def enrolled(apprentice: Apprentice) -> Month | None:
    """The month in which he entered the school, by its field, else by his grade (2026级 is September 2026)."""
    if apprentice.enrolled_month is not None or apprentice.grade is None:
        return apprentice.enrolled_month
    year = year_of(apprentice.grade)
    return None if year is None else Month(year, _ENTRY_MONTH)


def second_grade_begins(apprentice: Apprentice, least_grade: int) -> dt.date | None:
    """The first day on which he is in a grade, counted from his month of entry; None when that is unknown."""
    month = enrolled(apprentice)
    return None if month is None else months_later(month.first_day, 12 * (least_grade - 1))


def placement_rule(
    own: str, other: str, *, reads: tuple[type[Record], ...] = (), **told: Any
) -> Callable[[StretchFunction], StretchFunction]:
    """Declare a rule of placements twice: `own` for the present one on the roster, `other` for the others.

    told: the further arguments of `rule`; the function gets the placement and its apprentice, None while he
    is not on the roster.
    """

    def declare(function: StretchFunction) -> StretchFunction:
        def of_apprentice(record: Apprentice, facts: Facts, situation: Situation) -> Iterator[Problem]:
            yield from function(own_stretch(record), record, facts, situation)

        def of_placement(record: Placement, facts: Facts, situation: Situation) -> Iterator[Problem]:
            yield from function(stretch_of(record), apprentice_of(record, facts), facts, situation)

        of_apprentice.__doc__ = of_placement.__doc__ = function.__doc__
        rule(own, on=Apprentice, reads=reads, **told)(of_apprentice)
        rule(
            other,
            on=Placement,
            reads=(Apprentice, *(each for each in reads if each is not Apprentice)),
            **told,
        )(of_placement)
        return function

    return declare
