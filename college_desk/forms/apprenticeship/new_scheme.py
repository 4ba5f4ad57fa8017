"""The filing of 企业新型学徒制 (备案与补贴材料), in an enterprise's name, the college as trainer: what is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from college_desk.forms import selecting
from college_desk.forms.apprenticeship.cohorts import members, mentors_of
from college_desk.forms.filing import ENTERPRISE_APPRENTICESHIP, Scope, Selection, filing
from college_desk.forms.form import Frozen
from college_desk.forms.naming import applicant_name, school_name
from college_desk.forms.paper.summary import summary
from college_desk.forms.selecting import filed
from college_desk.policy.apprentice_subsidy import Claim, is_new_scheme, reckon, trainees_of
from college_desk.policy.capitals import capitals
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.college.recipient import Recipient
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.filings.notice import Notice
from college_desk.records.page import Block, Paragraph
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.partners.mentor import Mentor
from college_desk.records.period import Period
from college_desk.records.register import Record
from college_desk.records.values.organisation_name import comparable


def claimed_amount(frozen: Frozen) -> Decimal:
    """What is claimed now for the cohorts that have finished, yuan. Raises MissingParameter naming the document."""
    return sum((each.remaining for _cohort, each in claims(frozen)), Decimal(0))


def employers(facts: Facts, period: Period, day: dt.date, scope: Scope) -> Sequence[Record]:
    """The enterprises whose employees are trained within the period, by name."""
    found: dict[str, Enterprise] = {}
    for cohort in _running(facts, period, scope):
        for each in facts.all(Enterprise):
            if _is_of(cohort, each) and selecting.is_chosen(each, scope):
                found.setdefault(each.uid, each)
    return sorted(found.values(), key=lambda each: (each.name or "", each.uid))


@filing(
    ENTERPRISE_APPRENTICESHIP,
    "企业新型学徒制备案与补贴材料",
    periods=("term", "academic_year"),
    subject="企业新型学徒制备案与补贴材料",
    registers=(School, Recipient, Cohort, Apprentice, Agreement, Enterprise, FormerName, Mentor),
    enterprises=employers,
    amount=claimed_amount,
    first="请先在“学徒班”里录入企业新型学徒制学徒班及其合作企业，企业须在合作企业台账里。",
)
def trainees_filed(facts: Facts, period: Period, day: dt.date, scope: Scope) -> Selection:
    """The cohorts of 企业新型学徒制 of an enterprise that run within the period, and everybody on their rosters."""
    enterprise = next((each for each in facts.all(Enterprise) if each.uid == scope.enterprise), None)
    running = [
        each for each in _running(facts, period, scope) if enterprise is None or _is_of(each, enterprise)
    ]
    cohorts, aside = selecting.divided(running, _without_enterprises(scope), _by_code)
    rosters = [apprentice for each in cohorts for apprentice in members(facts, each)]
    people = [each for each in rosters if not selecting.is_left_out(each, scope)]
    set_aside = [each for each in rosters if selecting.is_left_out(each, scope)]
    partners = tuple(_partners(facts, cohorts, people))
    schools = tuple(facts.all(School))
    notices = [each for each in facts.all(Notice) if each.filing == ENTERPRISE_APPRENTICESHIP]
    return Selection(
        filed=(*cohorts, *people),
        companions=selecting.once(
            (*schools, *facts.all(Recipient), *partners, *facts.all(FormerName)), (*cohorts, *people)
        ),
        left_out=(*aside, *set_aside),
        about=(*schools, *cohorts, *people, *partners, *notices),
    )


def claims(frozen: Frozen) -> list[tuple[Cohort, Claim]]:
    """The claim of each cohort in which somebody has finished; none before that.

    Raises MissingParameter where the yuan of a level are not entered.
    """
    taken = {each.uid for each in filed(frozen, Apprentice)}
    found = []
    for cohort in filed(frozen, Cohort):
        if not any(each.certificate_number for each in members(frozen.facts, cohort) if each.uid in taken):
            continue
        day = frozen.snapshot.day
        trainees = [
            each for each in trainees_of(frozen.facts, cohort, frozen.policy, day) if each.uid in taken
        ]
        found.append((cohort, reckon(trainees, cohort.prepaid_yuan or Decimal(0), frozen.policy, day)))
    return found


@summary(ENTERPRISE_APPRENTICESHIP)
def trainees_summary(frozen: Frozen) -> Iterable[Block]:
    """What the cover paper says: the cohorts, the people, and what is claimed where somebody has finished."""
    cohorts, people = filed(frozen, Cohort), filed(frozen, Apprentice)
    number = len({each.id_number or each.uid for each in people})
    yield Paragraph(
        f"一、{applicant_name(frozen)}与培训机构{school_name(frozen)}联合开设企业新型学徒班{len(cohorts)}个，培养学徒{number}人。"
    )
    reckoned = claims(frozen)
    if reckoned:
        amount = sum((each.remaining for _cohort, each in reckoned), Decimal(0))
        yield Paragraph(
            f"二、已结业学徒班{len(reckoned)}个，本次申请补贴{amount:.2f}元（{capitals(amount)}）。"
        )
    else:
        yield Paragraph("二、学徒班尚在培养期内，现申请备案。")


def _running(facts: Facts, period: Period, scope: Scope) -> list[Cohort]:
    return [
        each
        for each in facts.all(Cohort)
        if is_new_scheme(each)
        and selecting.within(period, each.start_on, each.end_on)
        and selecting.is_of_kind(each, scope, stands=True)
    ]


def _is_of(cohort: Cohort, enterprise: Enterprise) -> bool:
    """Whether a cohort names an enterprise among its partners, in any spelling of its name."""
    names = {comparable(each) for each in cohort.enterprises or ()}
    return enterprise.name is not None and comparable(enterprise.name) in names


def _without_enterprises(scope: Scope) -> Scope:
    """The scope for cohorts: they name enterprises in words, which is looked at already."""
    return replace(scope, only={code: uids for code, uids in scope.only.items() if code != "enterprise"})


def _partners(facts: Facts, cohorts: Sequence[Cohort], people: Sequence[Apprentice]) -> Iterable[Record]:
    numbers = {each.agreement_number for each in cohorts if each.agreement_number}
    yield from (each for each in facts.all(Agreement) if each.agreement_number in numbers)
    yield from (each for each in facts.all(Enterprise) if any(_is_of(cohort, each) for cohort in cohorts))
    yield from mentors_of(facts, people)


def _by_code(cohort: Cohort) -> tuple[str, ...]:
    return cohort.cohort_code or "", cohort.name or "", cohort.uid
