"""The whole college, made once and written out file by file."""

from __future__ import annotations

from pathlib import Path

from tests.generators.demo_college import (
    achievements,
    apprentice_sheets,
    apprenticeship,
    college,
    hours,
    orders,
    partners,
    teacher_sheets,
    teaching,
)
from tests.generators.demo_college.people import Population
from tests.generators.demo_college.sheets import Workbook, write


def workbooks() -> list[Workbook]:
    """Every file in the order of its number."""
    people = Population()
    enterprises = partners.enterprises(people)
    cohorts = apprenticeship.cohorts(people, enterprises)
    teachers = teaching.teachers(people, enterprises, cohorts)
    order_classes = orders.classes(people, enterprises)
    mentors = [mentor for cohort in cohorts for mentor in cohort.mentors]
    agreements = [cohort.agreement for cohort in cohorts]
    agreements += [order_class.agreement for order_class in order_classes]
    return [
        college.workbook(),
        partners.enterprise_workbook(enterprises),
        partners.agreement_workbook(agreements),
        *partners.mentor_workbooks(mentors),
        *apprentice_sheets.workbooks(cohorts),
        *teacher_sheets.workbooks(teachers),
        *hours.workbooks(teachers),
        *orders.workbooks(order_classes, enterprises),
        achievements.workbook(teachers, cohorts),
    ]


def generate(folder: Path) -> list[str]:
    """Write every file into a folder; their names."""
    made = workbooks()
    for each in made:
        write(folder, each)
    return [each.file for each in made]
