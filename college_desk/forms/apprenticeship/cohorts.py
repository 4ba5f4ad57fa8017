"""The filing of cohorts and apprentices (现代学徒制学徒班与学徒备案): what is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from college_desk.forms import selecting
from college_desk.forms.filing import APPRENTICESHIP, Scope, Selection, filing
from college_desk.policy.coded import coded
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.college.recipient import Recipient
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.filings.notice import Notice
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.mentor import Mentor
from college_desk.records.period import Period
from college_desk.records.register import Record

MODERN, NEW = "现代学徒制", "企业新型学徒制"


@filing(
    APPRENTICESHIP,
    "现代学徒制学徒班与学徒备案",
    periods=("term", "academic_year"),
    subject="现代学徒制学徒班与学徒备案材料",
    registers=(School, Recipient, Cohort, Apprentice, Agreement, Enterprise, Mentor),
)
def cohorts_of(facts: Facts, period: Period, day: dt.date, scope: Scope) -> Selection:
    """The cohorts of 现代学徒制 that run within the period, and everybody on their rosters."""
    running = [
        each
        for each in facts.all(Cohort)
        if each.scheme == coded("scheme", MODERN) and selecting.within(period, each.start_on, each.end_on)
    ]
    of_kind = [each for each in running if selecting.is_of_kind(each, scope, stands=True)]
    cohorts, aside = selecting.divided(of_kind, scope, _by_code)
    rosters = [apprentice for each in cohorts for apprentice in members(facts, each)]
    people = [each for each in rosters if not selecting.is_left_out(each, scope)]
    set_aside = [each for each in rosters if selecting.is_left_out(each, scope)]
    partners = tuple(_partners(facts, cohorts, people))
    schools = tuple(facts.all(School))
    notices = [each for each in facts.all(Notice) if each.filing == APPRENTICESHIP]
    return Selection(
        filed=(*cohorts, *people),
        companions=selecting.once((*schools, *facts.all(Recipient), *partners), (*cohorts, *people)),
        left_out=(*aside, *set_aside),
        about=(*schools, *cohorts, *people, *partners, *notices),
    )


def members(facts: Facts, cohort: Cohort) -> list[Apprentice]:
    """The apprentices on the roster of a cohort, in order of student number and name."""
    names = {each for each in (cohort.cohort_code, cohort.name) if each}
    found = [each for name in sorted(names) for each in facts.by(Apprentice, "cohort")[name]]
    return sorted(found, key=lambda each: (each.student_number or "", each.name or "", each.uid))


def in_training(apprentice: Apprentice) -> bool:
    """Whether an apprentice counts as 在培: his status says so, or nothing."""
    return apprentice.status in (None, coded("apprentice_status", "在培"))


def mentors_of(facts: Facts, apprentices: Iterable[Apprentice]) -> list[Mentor]:
    """The mentors whom apprentices name, each once, in order of enterprise and name."""
    uids = {each.links.get("mentor") for each in apprentices}
    numbers = {each.mentor_id_number for each in apprentices if each.mentor_id_number}
    found = [each for each in facts.all(Mentor) if each.uid in uids or each.id_number in numbers]
    return sorted(found, key=lambda each: (each.enterprise or "", each.name or "", each.uid))


def _partners(facts: Facts, cohorts: Sequence[Cohort], people: Sequence[Apprentice]) -> Iterable[Record]:
    """The agreements, enterprises and mentors of the cohorts."""
    numbers = {each.agreement_number for each in cohorts if each.agreement_number}
    numbers |= {each.agreement_number for each in people if each.agreement_number}
    agreements = [
        each
        for each in facts.all(Agreement)
        if each.agreement_number in numbers or each.parent_agreement in numbers
    ]
    names = {name for each in cohorts for name in each.enterprises or ()}
    linked = {each.links.get("enterprise") for each in (*people, *agreements)}
    yield from agreements
    yield from (each for each in facts.all(Enterprise) if each.uid in linked or each.name in names)
    yield from mentors_of(facts, people)


def _by_code(cohort: Cohort) -> tuple[str, ...]:
    return cohort.cohort_code or "", cohort.name or "", cohort.uid
