"""The major of a class: its level, its catalogue, its name, whether it takes students that year.

Each rule is declared for apprenticeship classes and for order classes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.codes import code_table
from college_desk.records.college.major import Major
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.values.grade import year_of
from college_desk.records.values.major_code import level_of
from college_desk.records.values.month import first_day
from college_desk.rules.rule import Situation, rule

ClassOfMajor = Cohort | OrderClass
_Function = Callable[[ClassOfMajor, Facts, Situation], Iterable[Problem]]

_TAUGHT = {
    "中职": frozenset({"中职"}),
    "技工": frozenset({"技工", "中职"}),
    "高职": frozenset({"高职专科", "职业本科"}),
    "高校": frozenset({"高职专科", "职业本科"}),
}
"""The levels of majors that each level of school teaches."""
_NEW_CATALOGUE = 2021
_CATALOGUE = "《职业教育专业目录（2021年）》（教职成〔2021〕2号）"


def _class_rule(cohort: str, order: str, **told: Any) -> Callable[[_Function], _Function]:
    """Declare a rule for apprenticeship classes and for order classes."""

    def declare(function: _Function) -> _Function:
        def of_cohort(record: Cohort, facts: Facts, situation: Situation) -> Iterator[Problem]:
            yield from function(record, facts, situation)

        def of_order_class(record: OrderClass, facts: Facts, situation: Situation) -> Iterator[Problem]:
            yield from function(record, facts, situation)

        of_cohort.__doc__ = of_order_class.__doc__ = function.__doc__
        rule(cohort, on=Cohort, **told)(of_cohort)
        rule(order, on=OrderClass, **told)(of_order_class)
        return function

    return declare


@_class_rule(
    "COH-014",
    "ORD-001",
    severity="error",
    title="专业代码不是学生的层次",
    intent="中职、高职的专业代码不同，层次填错主管部门系统里查不到。",
    condition="专业代码的层次（2021年目录首位6、7为中职，4、5为高职专科，2、3为职业本科）与学校类型或班级层次不符；看不出层次的不查。",
    fix="按专业目录改正专业代码或层次。",
    passes="高等职业学校，460301机电一体化技术",
    fails="高等职业学校，660301机电技术应用",
    clause=_CATALOGUE,
    checks=(18,),
    reads=(School,),
)
def major_is_of_the_level(record: ClassOfMajor, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A major code of another level than the students'."""
    code = record.major_code
    level = None if code is None else level_of(code, record.catalogue_version)
    if code is None or level is None:
        return
    told = record.level if isinstance(record, OrderClass) else None
    if told is not None:
        wanted = label("school_level", told)
        fits = level == wanted or (level == "技工" and wanted == "中职")
    else:
        wanted, fits = "", True
        for school in facts.all(School):
            entry = code_table("school_type").get(school.school_type) if school.school_type else None
            if entry is not None:
                wanted = entry.label
                fits = level in _TAUGHT.get(str(entry.detail.get("level")), {level})
    if not fits:
        message = _("专业代码{code}是{level}专业，与“{wanted}”不符，请核对。")
        yield Problem(message.format(code=code, level=level, wanted=wanted), "major_code")


@_class_rule(
    "COH-015",
    "ORD-002",
    severity="warning",
    title="专业代码是旧目录的",
    intent="2021年起入学的学生应使用2021年目录，旧代码在不同目录里含义不同。",
    condition="专业目录版本是2010、2015年的，或代码以0、1开头，而班级年级（开班年）在2021年及以后；2020年及以前入学的可用旧代码到毕业。",
    fix="按2021年目录改正专业代码和名称。",
    passes="2020级，051300；2021级，660301",
    fails="2021级，051300机电技术应用（2010年目录）",
    clause=_CATALOGUE,
    checks=(18,),
)
def major_is_of_the_new_catalogue(
    record: ClassOfMajor, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A code of an old catalogue for students who came after it was replaced."""
    code, version = record.major_code, record.catalogue_version or ""
    year = _year_of(record)
    old = any(each in version for each in ("2010", "2015")) or (
        code is not None and len(code) == len("051300") and code[0] in "01"
    )
    if code is not None and old and year is not None and year >= _NEW_CATALOGUE:
        message = _("{year}年的班用了旧目录的专业代码{code}，请按2021年目录核对。")
        yield Problem(message.format(year=year, code=code), "major_code")


@_class_rule(
    "COH-016",
    "ORD-003",
    severity="warning",
    title="专业名称与代码不符",
    intent="代码与名称是一对，不符必有一处填错。",
    condition="专业代码在专业台账里是另一个名称（同一目录版本），或专业台账里没有这个代码；专业台账还没有录入的不查。",
    fix="按专业台账改正，或先在专业台账登记。",
    passes="460301，机电一体化技术",
    fails="460301，数控技术",
    clause=_CATALOGUE,
    checks=(18,),
    reads=(Major,),
)
def major_is_named_as_on_the_ledger(
    record: ClassOfMajor, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A major under a name that its code has not, or that the college has not registered."""
    code = record.major_code
    if code is None:
        return
    known = _majors(record, facts)
    if not known:
        if facts.all(Major):
            message = _("专业代码{code}不在专业台账里，请先登记或改正。")
            yield Problem(message.format(code=code), "major_code")
        return
    names = {each.name for each in known if each.name}
    if record.major_name is not None and names and record.major_name not in names:
        message = _("专业代码{code}在专业台账里是“{right}”，这里是“{name}”，请核对。")
        right = "、".join(sorted(names))
        yield Problem(message.format(code=code, right=right, name=record.major_name), "major_name")


@_class_rule(
    "COH-017",
    "ORD-004",
    severity="warning",
    title="专业不在招生或首年招生",
    intent="停招、撤销的专业不能再开班；首年招生的新专业要先备案。",
    condition="专业台账里该专业停招、撤销，或首次招生年份不早于班级年级（开班年）。",
    fix="核对专业台账；新专业已备案的写明备案情况。",
    passes="在招，2019年首次招生，2026年开班",
    fails="停招；或2026年首次招生，2026年开班",
    clause="《实施意见》第6条；报送前校验要点：专业备案",
    checks=(19,),
    reads=(Major,),
)
def major_takes_students(record: ClassOfMajor, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A class of a major that takes no students, or does so for the first time."""
    for major in _majors(record, facts)[:1]:
        if major.status not in (None, coded("major_status", "在招")):
            message = _("专业“{name}”现为{status}，请核对专业台账。")
            status = label("major_status", major.status or "")
            yield Problem(message.format(name=major.name or major.major_code, status=status), "major_code")
        year, first = _year_of(record), major.first_enrolled_year
        if year is not None and first is not None and first >= year:
            message = _("专业“{name}”{first}年首次招生，请写明备案情况。")
            yield Problem(message.format(name=major.name or major.major_code, first=first), "major_code")


@rule(
    "MAJ-001",
    on=Major,
    severity="error",
    title="专业台账的层次与代码不符",
    intent="层次填错，以后按层次统计的人数都会错。",
    condition="专业的层次与专业代码的层次不同；代码看不出层次、层次未填的不查。",
    fix="按专业目录改正层次或代码。",
    passes="460301，高职专科",
    fails="460301，中职",
    clause=_CATALOGUE,
    checks=(18,),
)
def level_of_the_code(major: Major, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A major on another level than its code."""
    if major.major_code is None or major.level is None:
        return
    level, told = level_of(major.major_code, major.catalogue_version), label("school_level", major.level)
    if level not in (None, "技工", told):
        message = _("专业代码{code}是{level}专业，层次填的是“{told}”，请核对。")
        yield Problem(message.format(code=major.major_code, level=level, told=told), "level")


def _majors(record: ClassOfMajor, facts: Facts) -> list[Major]:
    """The majors of a class's code on the ledger, those of its catalogue where it names one."""
    known = list(facts.by(Major, "major_code")[record.major_code]) if record.major_code else []
    same = [each for each in known if each.catalogue_version == record.catalogue_version]
    return same if record.catalogue_version and same else known


def _year_of(record: ClassOfMajor) -> int | None:
    """The year in which a class took its students: by its grade, else by its first day."""
    if isinstance(record, OrderClass) and record.grade is not None:
        return year_of(record.grade)
    begins = record.start_on
    return None if begins is None else first_day(begins).year
