"""The school's own coefficients of periods (课时系数): combined classes, workshops, evenings, repeated lessons.

A coefficient is one line of the parameter `hourly_subsidy.coefficients`: name, condition, value and, where
wanted, the most it can be, parted by colons. The value is a number or linear in the students (N):

    合班:学生>60:0.005N+0.75:1.5    夜课:节次>=9:1.2    周末:星期>=6:1.1    实训:课程性质=实训:0.9

Weighted periods stand beside the periods as given; public money is reckoned by the latter (认定课时).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.policy.coded import label
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.class_slot import slots_of

_CONDITION = re.compile(r"(学生|节次|星期|课程性质|上课情况|班级数)(>=|<=|>|<|=)(.+)")
_LINEAR = re.compile(r"(?:(\d+(?:\.\d+)?)\*?[Nn]\s*(?=[+-]|$)\+?\s*)?(-?\s*\d+(?:\.\d+)?)?")
_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "=": operator.eq,
}  # fmt: skip
_HUNDREDTH = Decimal("0.01")
_ONE = Decimal(1)


@dataclass(frozen=True)
class Coefficient:
    """One line: what it is called, when it applies, and a × students + b, at most `most`."""

    name: str
    subject: str
    comparison: str
    bound: str
    slope: Decimal
    constant: Decimal
    most: Decimal | None = None

    def applies(self, lesson: TeachingHours) -> bool:
        """Whether a lesson meets the condition; one that says nothing of it does not."""
        words = _words(lesson, self.subject)
        if words is not None:
            return self.comparison == "=" and words == self.bound
        number = _number(lesson, self.subject)
        return number is not None and _COMPARE[self.comparison](number, Decimal(self.bound))

    def value(self, lesson: TeachingHours) -> Decimal:
        """The coefficient for a lesson, without a limit where none is set."""
        value = self.slope * (lesson.students or 0) + self.constant
        return value if self.most is None else min(value, self.most)


def coefficients(written: Sequence[str]) -> tuple[Coefficient, ...]:
    """The coefficients that these lines set. Raises UnusableInput naming the line that cannot be read."""
    return tuple(map(_coefficient, written))


def coefficient_of(lesson: TeachingHours, table: Sequence[Coefficient]) -> Decimal:
    """The coefficient of a lesson: as given on it, else those that apply multiplied; 1 where none does."""
    if lesson.coefficient is not None:
        return lesson.coefficient
    value = _ONE
    for each in table:
        if each.applies(lesson):
            value *= each.value(lesson)
    return value


def weighted(lesson: TeachingHours, table: Sequence[Coefficient]) -> Decimal:
    """The weighted periods (折算课时) of a lesson, to a hundredth: as given on it, else reckoned."""
    if lesson.weighted_periods is not None:
        return lesson.weighted_periods
    periods = lesson.periods or Decimal(0)
    return (periods * coefficient_of(lesson, table)).quantize(_HUNDREDTH, ROUND_HALF_UP)


def _coefficient(line: str) -> Coefficient:
    parts = [part.strip() for part in re.split("[:：]", line)]
    condition = _CONDITION.fullmatch(parts[1]) if len(parts) in (3, 4) else None
    linear = _LINEAR.fullmatch(parts[2]) if condition else None
    negative = linear is not None and linear[1] is None and (linear[2] or "").startswith("-")
    if condition is None or linear is None or linear.group() == "" or negative:
        raise UnusableInput(
            _("课时系数“{line}”看不懂，请写成“合班:学生>60:0.005N+0.75:1.5”这样。").format(line=line)
        )
    slope, constant = (Decimal((each or "0").replace(" ", "")) for each in linear.groups())
    try:
        most = Decimal(parts[3]) if len(parts) == 4 else None
        if condition[1] in ("学生", "节次", "星期", "班级数"):
            Decimal(condition[3])
    except ArithmeticError as error:
        raise UnusableInput(_("课时系数“{line}”里有不是数的地方。").format(line=line)) from error
    return Coefficient(parts[0], condition[1], condition[2], condition[3].strip(), slope, constant, most)


def _words(lesson: TeachingHours, subject: str) -> str | None:
    if subject == "课程性质":
        return "" if lesson.course_kind is None else label("course_kind", lesson.course_kind)
    if subject == "上课情况":
        return "" if lesson.lesson_kind is None else label("lesson_kind", lesson.lesson_kind)
    return None


def _number(lesson: TeachingHours, subject: str) -> Decimal | None:
    if subject == "学生":
        return None if lesson.students is None else Decimal(lesson.students)
    if subject == "节次":
        slots = slots_of(lesson.slot or "")
        return Decimal(min(slots)) if slots else None
    if subject == "星期":
        return None if lesson.taught_on is None else Decimal(lesson.taught_on.isoweekday())
    names = [each for each in re.split("[、,，;；/和及]", lesson.class_name or "") if each.strip()]
    return Decimal(len(names)) if names else None
