"""The filing of the hourly subsidy (课时费补贴申报): what was settled for the period, and what of it is claimed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from college_desk.forms import selecting
from college_desk.forms.filing import HOURLY_SUBSIDY, Scope, Selection, filing
from college_desk.forms.form import Frozen
from college_desk.forms.paper.summary import summary
from college_desk.forms.wording import plain
from college_desk.policy.capitals import capitals
from college_desk.policy.hourly_claim import ClaimLine, claim_lines, lessons_paid, total
from college_desk.policy.hourly_fee import whose
from college_desk.records.college.fee_standard import FeeStandard
from college_desk.records.college.recipient import Recipient
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.filings.notice import Notice
from college_desk.records.page import Block, Paragraph
from college_desk.records.period import Period
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours

_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Paid:
    """A settled line with the lessons that it paid; a reversal has none."""

    settlement: Settlement
    lessons: tuple[TeachingHours, ...]


def claimed_amount(frozen: Frozen) -> Decimal:
    """What is claimed together, yuan."""
    return total(claimed(frozen))


@filing(
    HOURLY_SUBSIDY,
    "课时费补贴申报",
    periods=("month", "term"),
    subject="兼职教师课时费补贴申报材料",
    registers=(School, Recipient, Settlement, TeachingHours, PartTimeTeacher, Appointment, FeeStandard),
    amount=claimed_amount,
    first="请先在“课时”页结算本期的课时费（课时须经教务核验），发放并登记支付凭证以后再申报。",
)
def settled_in(facts: Facts, period: Period, day: dt.date, scope: Scope) -> Selection:
    """The settled lines of the period, with the lessons that they paid and the teachers whom they went to."""
    within = [each for each in facts.all(Settlement) if _is_within(each, period)]
    of_kind = [each for each in within if selecting.is_of_kind(each, scope, stands=True)]
    filed, left_out = selecting.divided(of_kind, scope, _by_name)
    by_teacher = _by_teacher(facts.all(TeachingHours))
    paid = [lesson for each in filed for lesson in lessons_paid(each, by_teacher.get(whose(each), ()))]
    named = {whose(each) for each in filed}
    days = {(whose(each), each.taught_on) for each in paid}
    same_days = [each for who in named for each in by_teacher.get(who, ()) if (who, each.taught_on) in days]
    people = [each for each in facts.all(PartTimeTeacher) if named & {each.uid, each.id_number}]
    numbers = {each.id_number for each in people} | {each.teacher for each in filed}
    colleges = tuple(facts.all(School))
    beside = [
        *colleges,
        *facts.all(Recipient),
        *facts.all(FeeStandard),
        *people,
        *(each for each in facts.all(Appointment) if each.teacher in numbers),
        *(each for each in facts.all(Settlement) if each.reverses and whose(each) in named),
        *paid,
        *same_days,
    ]
    notices = [each for each in facts.all(Notice) if each.filing == HOURLY_SUBSIDY]
    return Selection(
        filed=tuple(filed),
        companions=selecting.once(beside, filed),
        left_out=tuple(left_out),
        about=selecting.once([*filed, *paid, *people, *colleges, *notices], ()),
    )


def settled(frozen: Frozen) -> list[Settlement]:
    """The settled lines filed, in order of name, month and batch."""
    return list(selecting.filed(frozen, Settlement))


def lines(frozen: Frozen) -> list[ClaimLine]:
    """What of each settled line filed is claimed, and what not."""
    return claim_lines(settled(frozen), frozen.facts, frozen.policy, frozen.snapshot.day)


def claimed(frozen: Frozen) -> list[ClaimLine]:
    """The lines of 课时费补贴申报表: those of which something is claimed."""
    return [each for each in lines(frozen) if each.is_claimed]


def paid_lessons(frozen: Frozen) -> list[Paid]:
    """The settled lines filed with their lessons in order of day and slot; lines without lessons are left out."""
    by_teacher = _by_teacher(frozen.facts.all(TeachingHours))
    found = []
    for each in settled(frozen):
        lessons = sorted(lessons_paid(each, by_teacher.get(whose(each), ())), key=_by_day)
        if lessons:
            found.append(Paid(each, tuple(lessons)))
    return found


@summary(HOURLY_SUBSIDY)
def subsidy_summary(frozen: Frozen) -> Iterable[Block]:
    """The two paragraphs of the cover paper: what was paid, and what is claimed for whom."""
    every = settled(frozen)
    gross = sum((each.gross or _NOTHING for each in every), _NOTHING)
    periods = sum((each.periods or _NOTHING for each in every), _NOTHING)
    yield Paragraph(
        f"一、本期结算兼职教师{_people(every)}人{plain(periods)}课时，课时费应发{gross:.2f}元（{capitals(gross)}）。"
    )
    asked = claimed(frozen)
    amount = total(asked)
    if not asked:
        yield Paragraph("二、本期暂无符合条件且已经支付的课时费，本次不申请补贴。")
        return
    counted = sum((each.periods for each in asked), _NOTHING)
    who = _people([each.settlement for each in asked])
    yield Paragraph(
        f"二、其中符合补贴条件的{who}人，认定{plain(counted)}课时，"
        f"学校已支付{sum((each.paid_yuan for each in asked), _NOTHING):.2f}元，"
        f"申请课时费补贴{amount:.2f}元（{capitals(amount)}）。"
    )


def _people(settlements: Iterable[Settlement]) -> int:
    return len({whose(each) for each in settlements})


def _is_within(settlement: Settlement, period: Period) -> bool:
    """Whether its lessons begin in the period; without their days whether its month lies in it."""
    if settlement.taught_from is not None:
        return settlement.taught_from in period
    return settlement.month is not None and period.overlaps(
        settlement.month.first_day, settlement.month.last_day
    )


def _by_teacher(lessons: Sequence[TeachingHours]) -> dict[str, list[TeachingHours]]:
    found: dict[str, list[TeachingHours]] = {}
    for each in lessons:
        if each.settled_in is not None:
            found.setdefault(whose(each), []).append(each)
    return found


def _by_name(each: Settlement) -> tuple[str, ...]:
    return each.name or "", each.teacher or "", str(each.month), each.batch or "", each.uid


def _by_day(each: TeachingHours) -> tuple[dt.date, str, str]:
    return each.taught_on or dt.date.min, each.slot or "", each.uid
