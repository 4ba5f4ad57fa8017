"""The hourly fee (课时费): the level of a teacher, the year's standard of that level, what lessons come to.

Source: 《实施意见》第7条 “参照职业院校相应级别教师平均课时费标准”; the equivalence of skill levels is the school's
own (人社部发〔2020〕96号), parameter `hourly_subsidy.equivalence`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.policy.coded import coded, label, rank
from college_desk.policy.levels import title_level
from college_desk.policy.pack import MissingParameter, Policy
from college_desk.records.college.fee_standard import FeeStandard
from college_desk.records.facts import Facts
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours

CENT = Decimal("0.01")
UNTITLED = "9"
_ACADEMIC_YEAR_BEGINS = 9
_CANCELLED = "5"
_OWN_STAFF = ("校内专任", "校内兼课", "实习指导教师")


@dataclass(frozen=True)
class Level:
    """What a teacher is paid as: the code of the level of titles, and the title or skill that it rests on."""

    title_level: str
    basis: str


def level_of(teacher: PartTimeTeacher, policy: Policy, on: dt.date) -> Level:
    """The higher of a teacher's title and of his skill by the school's equivalence; 未评 where he has neither."""
    candidates = []
    by_title = title_level(teacher)
    if by_title is not None:
        candidates.append(Level(by_title, teacher.professional_title or label("title_level", by_title)))
    by_skill = None if teacher.skill_level is None else equivalence(policy, on).get(teacher.skill_level)
    if by_skill is not None and teacher.skill_level is not None:
        candidates.append(Level(by_skill, label("skill_level", teacher.skill_level)))
    if not candidates:
        return Level(UNTITLED, label("title_level", UNTITLED))
    return max(candidates, key=lambda each: rank("title_level", each.title_level) or 0)


def equivalence(policy: Policy, on: dt.date) -> dict[str, str]:
    """{code of a skill level: code of the level of titles that it is paid as}."""
    written = policy.require("hourly_subsidy.equivalence", on)
    pairs = (str(each).partition(":") for each in (written if isinstance(written, tuple) else (written,)))
    return {skill.strip(): level.strip() for skill, _colon, level in pairs}


def academic_year(day: dt.date) -> str:
    """The academic year (学年) that a day lies in, from 1 September: 2026-2027."""
    first = day.year if day.month >= _ACADEMIC_YEAR_BEGINS else day.year - 1
    return f"{first}-{first + 1}"


def average(standard: FeeStandard) -> Decimal | None:
    """What a standard pays for a period, in yuan to the cent: last year's total by its periods, else as entered.

    Raises DeskError where both are given and disagree.
    """
    entered = standard.yuan_per_period
    if not standard.total_paid_yuan or not standard.total_periods:
        return entered
    computed = (standard.total_paid_yuan / standard.total_periods).quantize(CENT, ROUND_HALF_UP)
    if entered is not None and entered != computed:
        message = _(
            "{year}学年“{level}”的课时费标准填的是{entered}元，按上年总额和课时算出来是{computed}元，请核对。"
        )
        raise DeskError(
            message.format(
                year=standard.academic_year,
                level=_level_name(standard.title_level),
                entered=entered,
                computed=computed,
            )
        )
    return computed


def standard_of(facts: Facts, level: str, year: str) -> Decimal:
    """What a period is paid at a level in an academic year, yuan. Raises MissingParameter where nothing is set."""
    for each in facts.by(FeeStandard, "title_level", "academic_year")[level, year]:
        found = average(each)
        if found is not None:
            return found
    raise MissingParameter(
        _("缺少{year}学年“{level}”的课时费标准，请按学校课时费标准文件在“课时费标准”里录入。").format(
            year=year, level=_level_name(level)
        )
    )


def fee(periods: Decimal, yuan_per_period: Decimal) -> Decimal:
    """What periods come to, in yuan, half up to the cent."""
    return (periods * yuan_per_period).quantize(CENT, ROUND_HALF_UP)


def is_cancelled(lesson: TeachingHours) -> bool:
    """Whether a lesson was not given (停课)."""
    return lesson.lesson_kind == _CANCELLED


def is_payable(lesson: TeachingHours) -> bool:
    """Whether a lesson was given and verified (教务核验): cancelled ones (停课) are none."""
    return bool(lesson.verified) and not is_cancelled(lesson) and bool(lesson.periods)


def whose(record: TeachingHours | Settlement) -> str:
    """What tells the teacher of a lesson or a settlement from others: his record, else his number or name."""
    return record.links.get("teacher") or record.teacher or record.name or ""


def is_own_staff(teacher: PartTimeTeacher) -> bool:
    """Whether a teacher is the college's own: what he is paid for lessons is wages (工资薪金)."""
    return teacher.teacher_kind in {coded("teacher_kind", each) for each in _OWN_STAFF}


def periods_of(lessons: Iterable[TeachingHours]) -> Decimal:
    """The periods of lessons as they were given (原始课时)."""
    return sum((each.periods or Decimal(0) for each in lessons), Decimal(0))


def _level_name(level: str | None) -> str:
    return "" if level is None else label("title_level", level)
