"""What the rules about lessons ask: under which appointment, in which term, whether the class was there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from college_desk.policy.appointments import appointments_on as appointments_on
from college_desk.policy.placements import own_stretch, stretch_of
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.placement import Placement
from college_desk.records.college.term import Term
from college_desk.records.facts import Facts
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.rules.apprenticeship.training import in_training

SUSPENDED = "5"
"""停课: a lesson that was not given."""
_AT_WORK = frozenset({None, "2", "4"})


def teacher_by_number(number: str | None, facts: Facts) -> PartTimeTeacher | None:
    """The part-time teacher of an identity number; None while he is not on the roster."""
    found = facts.by(PartTimeTeacher, "id_number")[number] if number is not None else ()
    return found[0] if found else None


def term_on(day: dt.date, facts: Facts) -> Term | None:
    """The term of the school calendar that a day lies in; None for none, or one without its days."""
    for each in facts.all(Term):
        if each.start_on is not None and each.end_on is not None and each.start_on <= day <= each.end_on:
            return each
    return None


def term_code(term: Term) -> str:
    """The code of a term as assignments and timetables name it: 2026-2027-1."""
    return f"{term.academic_year}-{term.term_number}"


def apprentices_of_class(lesson: TeachingHours, facts: Facts) -> Sequence[Apprentice]:
    """The apprentices in training whose class a lesson was given to."""
    if lesson.class_name is None:
        return ()
    return [each for each in facts.by(Apprentice, "class_name")[lesson.class_name] if in_training(each)]


def is_away(apprentice: Apprentice, day: dt.date, facts: Facts) -> bool:
    """Whether an apprentice is at work at his enterprise on a day."""
    own = own_stretch(apprentice)
    if own.kind in _AT_WORK and own.covers(day):
        return True
    return any(
        each.kind in _AT_WORK and stretch_of(each).covers(day)
        for each in facts.by(Placement, "apprentice")[apprentice.id_number]
    )


def given_at_the_enterprise(lesson: TeachingHours) -> bool:
    """Whether a lesson was given where the apprentices work: 实习指导, or a place that says so."""
    place = lesson.place or ""
    return lesson.course_kind == "4" or any(word in place for word in ("企业", "公司", "车间", "厂", "现场"))


def periods_in(lessons: Sequence[TeachingHours]) -> Decimal:
    """The periods of lessons that were given, together."""
    return sum(
        (each.periods for each in lessons if each.periods and each.lesson_kind != SUSPENDED), Decimal(0)
    )
