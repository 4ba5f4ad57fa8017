"""The indicators of the annual table (年度进展统计表), each with the registers that it is counted from.

Stocks count what is in force on the day; a person who stands on several rows is counted once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from college_desk.policy.coded import coded, rank
from college_desk.policy.hourly_fee import is_payable
from college_desk.policy.progress import Amount, Members, flow, stock
from college_desk.policy.quota import seats
from college_desk.records.achievements.certificate import Certificate
from college_desk.records.achievements.competition import Competition
from college_desk.records.achievements.platform import Platform
from college_desk.records.achievements.training_class import TrainingClass
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.codes import code_table
from college_desk.records.facts import Facts
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.orders.order_student import OrderStudent
from college_desk.records.partners.agreement import Agreement
from college_desk.records.partners.mentor import Mentor
from college_desk.records.register import Record
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import PartialDay, first_day, last_day
from college_desk.records.values.organisation_name import comparable

_APPRENTICES, _ORDERS, _TEACHERS, _PARTNERS, _RESULTS = (
    "学徒制",
    "订单培养",
    "兼职教师",
    "校企合作",
    "成果与培训",
)
_MODERN, _NEW = "现代学徒制", "企业新型学徒制"
_ONE = Decimal(1)


def _runs(start: PartialDay | None, end: PartialDay | None, day: dt.date) -> bool:
    """Whether what starts and ends so is in force on a day; without a start it is not."""
    return start is not None and first_day(start) <= day and (end is None or day <= last_day(end))


def _by(records: Iterable[Any], key: Callable[[Any], str | None]) -> Members:
    """Records by what tells them apart, the first of equals; by uid where that is empty."""
    members: dict[str, Record] = {}
    for each in records:
        members.setdefault(key(each) or each.uid, each)
    return members


def _amounts(
    records: Iterable[Any],
    on: Callable[[Any], PartialDay | None],
    amount: Callable[[Any], Decimal | int | None],
) -> Iterator[Amount]:
    """What dated records add; those without a day or an amount add nothing."""
    for each in records:
        day, value = on(each), amount(each)
        if day is not None and value:
            yield Amount(first_day(day), Decimal(value), each)


def _people(each: Any) -> str | None:
    number: str | None = each.id_number
    return number


def _cohorts(facts: Facts, scheme: str) -> dict[str, Cohort]:
    """The cohorts of a scheme by code and by name."""
    code = coded("scheme", scheme)
    found: dict[str, Cohort] = {}
    for each in facts.all(Cohort):
        if each.scheme == code:
            found.update((name, each) for name in (each.name, each.cohort_code) if name)
    return found


def _in_cohorts(facts: Facts, scheme: str, day: dt.date) -> list[Apprentice]:
    """The apprentices of a scheme who are in training on a day."""
    cohorts = _cohorts(facts, scheme)
    return [each for each in facts.all(Apprentice) if each.cohort in cohorts and _trains(each, cohorts, day)]


def _trains(each: Apprentice, cohorts: dict[str, Cohort], day: dt.date) -> bool:
    cohort = cohorts[each.cohort or ""]
    start, end = each.start_on or cohort.start_on, each.end_on or cohort.end_on
    left = each.status not in (None, coded("apprentice_status", "在培")) and each.status_on is not None
    if left and each.status_on is not None and first_day(each.status_on) <= day:
        return False
    return _runs(start, end, day)


@stock("modern_cohorts", "现代学徒制班级数", "班", group=_APPRENTICES, order=10)
def modern_cohorts(facts: Facts, day: dt.date) -> Members:
    """Cohorts of modern apprentices that run."""
    running = [each for each in _cohorts(facts, _MODERN).values() if _runs(each.start_on, each.end_on, day)]
    return _by(running, lambda each: each.uid)


@stock("modern_apprentices", "现代学徒制学生数", "人", group=_APPRENTICES, order=11)
def modern_apprentices(facts: Facts, day: dt.date) -> Members:
    """Modern apprentices in training."""
    return _by(_in_cohorts(facts, _MODERN, day), _people)


@stock("artisan_reserve", "齐鲁工匠后备人才数", "人", group=_APPRENTICES, order=12, target="artisan_reserve")
def artisan_reserve(facts: Facts, day: dt.date) -> Members:
    """Students recognised as 齐鲁工匠后备人才, each counted once over all years."""
    known = [each for each in facts.all(Apprentice) if each.artisan_reserve and _began(each, day)]
    return _by(known, _people)


def _began(each: Apprentice, day: dt.date) -> bool:
    start = each.start_on or each.agreement_signed_on
    return start is None or first_day(start) <= day


@stock("new_cohorts", "企业新型学徒制班级数", "班", group=_APPRENTICES, order=13)
def new_cohorts(facts: Facts, day: dt.date) -> Members:
    """Cohorts of new-type apprentices that run."""
    running = [each for each in _cohorts(facts, _NEW).values() if _runs(each.start_on, each.end_on, day)]
    return _by(running, lambda each: each.uid)


@stock("new_apprentices", "企业新型学徒在培人数", "人", group=_APPRENTICES, order=14)
def new_apprentices(facts: Facts, day: dt.date) -> Members:
    """New-type apprentices in training."""
    return _by(_in_cohorts(facts, _NEW, day), _people)


@flow(
    "new_finished",
    "企业新型学徒结业人数",
    "人",
    group=_APPRENTICES,
    order=15,
    target="enterprise_apprentices",
)
def new_finished(facts: Facts) -> Sequence[Amount]:
    """New-type apprentices who completed their training."""
    cohorts = _cohorts(facts, _NEW)
    done = {coded("apprentice_status", each) for each in ("结业", "留任")}
    finished = [each for each in facts.all(Apprentice) if each.cohort in cohorts and each.status in done]
    return list(_amounts(finished, lambda each: each.status_on or each.end_on, lambda each: _ONE))


@flow("new_certified", "企业新型学徒取证人数", "人", group=_APPRENTICES, order=16)
def new_certified(facts: Facts) -> Sequence[Amount]:
    """New-type apprentices with a certificate of their level."""
    cohorts = _cohorts(facts, _NEW)
    holders = [each for each in facts.all(Apprentice) if each.cohort in cohorts and each.certificate_number]
    return list(_amounts(holders, lambda each: each.status_on or each.end_on, lambda each: _ONE))


@stock("order_classes", "订单班班级数", "个", group=_ORDERS, order=20)
def order_classes(facts: Facts, day: dt.date) -> Members:
    """Order classes that run."""
    running = [
        each for each in facts.all(OrderClass) if _runs(each.start_on or each.formed_on, each.end_on, day)
    ]
    return _by(running, lambda each: each.uid)


@stock("order_students", "订单培养人数", "人", group=_ORDERS, order=21)
def order_students(facts: Facts, day: dt.date) -> Members:
    """Students on the lists of order classes, until they leave or graduate."""
    graduated = {
        each.id_number: first_day(each.graduated_month)
        for each in facts.all(GraduateOutcome)
        if each.graduated_month is not None and each.id_number
    }
    listed = [
        each
        for each in facts.all(OrderStudent)
        if _runs(each.joined_on, each.left_on, day) and graduated.get(each.id_number or "", dt.date.max) > day
    ]
    return _by(listed, _people)


@flow("order_graduates", "订单班毕业人数", "人", group=_ORDERS, order=22)
def order_graduates(facts: Facts) -> Sequence[Amount]:
    """Graduates who were on the list of an order class."""
    return list(_amounts(_ordered_outcomes(facts), lambda each: each.graduated_month, lambda each: _ONE))


@flow("order_arrivals", "订单班毕业生到岗人数", "人", group=_ORDERS, order=23)
def order_arrivals(facts: Facts) -> Sequence[Amount]:
    """Graduates of order classes at work at the ordering enterprise, by the day of employment."""
    ordering = {
        (each.id_number, comparable(each.enterprise)) for each in facts.all(OrderStudent) if each.enterprise
    }
    arrived = [
        each
        for each in _ordered_outcomes(facts)
        if each.enterprise and (each.id_number, comparable(each.enterprise)) in ordering
    ]
    return list(_amounts(arrived, lambda each: each.employed_on or each.graduated_month, lambda each: _ONE))


def _ordered_outcomes(facts: Facts) -> list[GraduateOutcome]:
    """The latest outcome of each graduate of an order class."""
    listed = {each.id_number for each in facts.all(OrderStudent) if each.id_number}
    return [each for each in _latest_outcomes(facts) if each.id_number in listed]


def _latest_outcomes(facts: Facts) -> list[GraduateOutcome]:
    latest: dict[str, GraduateOutcome] = {}
    for each in facts.all(GraduateOutcome):
        key = each.id_number or each.uid
        kept = latest.get(key)
        if kept is None or (kept.recorded_on or dt.date.min) <= (each.recorded_on or dt.date.min):
            latest[key] = each
    return list(latest.values())


@stock("part_time_teachers", "校外兼职教师数", "人", group=_TEACHERS, order=30)
def part_time_teachers(facts: Facts, day: dt.date) -> Members:
    """Part-time teachers from industry in post."""
    return _in_post(facts, day, "校外兼职")


@stock("visiting_teachers", "校外兼课教师数", "人", group=_TEACHERS, order=31)
def visiting_teachers(facts: Facts, day: dt.date) -> Members:
    """Teachers of other schools in post."""
    return _in_post(facts, day, "校外兼课")


def _in_post(facts: Facts, day: dt.date, kind: str) -> Members:
    code = coded("teacher_kind", kind)
    held = (None, coded("appointment_status", "在聘"))
    appointed = {
        each.teacher
        for each in facts.all(Appointment)
        if each.status in held and _runs(each.start_on, each.end_on, day)
    }
    found = [
        each
        for each in facts.all(PartTimeTeacher)
        if each.teacher_kind == code and each.id_number in appointed
    ]
    return _by(found, _people)


@stock("quota_used", "占用20%编制员额人数", "人", group=_TEACHERS, order=32)
def quota_used(facts: Facts, day: dt.date) -> Members:
    """People who hold one of the 20% posts."""
    counted = {seat.uid for seat in facts.once(seats) if seat.covers(day)}
    return _by([each for each in facts.all(Appointment) if each.uid in counted], lambda each: each.teacher)


@flow("taught_periods", "兼职任课总量", "课时", group=_TEACHERS, order=33)
def taught_periods(facts: Facts) -> Sequence[Amount]:
    """Verified periods that part-time teachers gave."""
    given = [each for each in facts.all(TeachingHours) if is_payable(each)]
    return list(_amounts(given, lambda each: each.taught_on, lambda each: each.periods))


@flow("hourly_fees", "课时费", "元", group=_TEACHERS, order=34)
def hourly_fees(facts: Facts) -> Sequence[Amount]:
    """Hourly fees by the month in which they are paid, reversals taken off."""
    return list(
        _amounts(
            facts.all(Settlement),
            lambda each: None if each.pay_month is None else each.pay_month.first_day,
            lambda each: each.gross,
        )
    )


@stock("mentors", "企业导师数", "人", group=_PARTNERS, order=40)
def mentors(facts: Facts, day: dt.date) -> Members:
    """Mentors of enterprises in their term."""
    return _by([each for each in facts.all(Mentor) if _runs(each.start_on, each.end_on, day)], _people)


@stock("partner_enterprises", "合作企业数", "家", group=_PARTNERS, order=41)
def partner_enterprises(facts: Facts, day: dt.date) -> Members:
    """Enterprises with an agreement in force."""
    running = [
        each for each in facts.all(Agreement) if each.enterprise and _runs(each.start_on, each.end_on, day)
    ]
    return _by(running, lambda each: each.enterprise_uscc or comparable(each.enterprise))


@flow("courses_developed", "共同开发课程", "门", group=_PARTNERS, order=42)
def courses_developed(facts: Facts) -> Sequence[Amount]:
    """Courses developed together, in the year of the agreement."""
    return list(_amounts(facts.all(Agreement), _agreed_on, lambda each: each.courses_developed))


@flow("textbooks_developed", "共同开发教材", "种", group=_PARTNERS, order=43)
def textbooks_developed(facts: Facts) -> Sequence[Amount]:
    """Textbooks developed together, in the year of the agreement."""
    return list(_amounts(facts.all(Agreement), _agreed_on, lambda each: each.textbooks_developed))


@flow("interns_received", "接收实习学生", "人次", group=_PARTNERS, order=44)
def interns_received(facts: Facts) -> Sequence[Amount]:
    """Interns that partner enterprises received, in the year of the agreement."""
    return list(_amounts(facts.all(Agreement), _agreed_on, lambda each: each.interns_received))


def _agreed_on(each: Agreement) -> PartialDay | None:
    return each.start_on or each.signed_on


@flow("employed", "毕业生就业人数", "人", group=_RESULTS, order=50)
def employed(facts: Facts) -> Sequence[Amount]:
    """Graduates whose latest destination counts as settled (落实)."""
    destinations = code_table("destination")
    settled = [
        each
        for each in _latest_outcomes(facts)
        if (entry := destinations.get(each.destination or "")) is not None and entry.detail.get("settled")
    ]
    return list(_amounts(settled, lambda each: each.graduated_month, lambda each: _ONE))


@flow("contest_prizes", "竞赛获奖", "项", group=_RESULTS, order=51)
def contest_prizes(facts: Facts) -> Sequence[Amount]:
    """Prizes and ranks won in contests, a team's once."""
    won: dict[tuple[object, ...], Competition] = {}
    for each in facts.all(Competition):
        if each.prize is not None or each.rank is not None:
            key = (
                each.contest,
                each.year,
                each.event,
                each.group,
                each.prize,
                each.rank,
                each.certificate_number,
            )
            won.setdefault(key, each)
    return list(_amounts(won.values(), _held_on, lambda each: _ONE))


@flow("contest_people", "参赛人次", "人次", group=_RESULTS, order=52, target="contest_people")
def contest_people(facts: Facts) -> Sequence[Amount]:
    """Attendances in contests."""
    return list(_amounts(facts.all(Competition), _held_on, lambda each: each.attendances))


def _held_on(each: Competition) -> PartialDay | None:
    return each.held_on or (None if each.year is None else dt.date(each.year, 1, 1))


@stock("platforms", "平台数", "个", group=_RESULTS, order=53)
def platforms(facts: Facts, day: dt.date) -> Members:
    """Training bases, studios and other platforms that were approved."""
    known = [each for each in facts.all(Platform) if each.approved_on and first_day(each.approved_on) <= day]
    return _by(known, lambda each: each.name)


@flow("training_days", "培训职工量", "人日", group=_RESULTS, order=54)
def training_days(facts: Facts) -> Sequence[Amount]:
    """Person-days of training, in the year in which a class ends."""
    return list(_amounts(facts.all(TrainingClass), _held_until, lambda each: each.person_days))


@flow("trainees", "培训人次", "人次", group=_RESULTS, order=55)
def trainees(facts: Facts) -> Sequence[Amount]:
    """Attendances in training classes."""
    return list(_amounts(facts.all(TrainingClass), _held_until, lambda each: each.attendances))


@flow(
    "gold_collar",
    "高技能人才取证人数",
    "人",
    group=_RESULTS,
    order=56,
    target="gold_collar",
    yearly=True,
)
def gold_collar(facts: Facts) -> Sequence[Amount]:
    """People with a certificate of 技师 or above, each once: by the first of it."""
    least = rank("skill_level", coded("skill_level", "技师")) or 0
    high = [each for each in facts.all(Certificate) if (rank("skill_level", each.skill_level) or -1) >= least]
    issued = sorted((each for each in high if each.issued_on), key=_issued_on)
    return list(_amounts(_by(issued, _people).values(), _issued_on, lambda each: _ONE))


def _issued_on(each: Certificate) -> dt.date:
    return dt.date.max if each.issued_on is None else first_day(each.issued_on)


def _held_until(each: TrainingClass) -> PartialDay | None:
    return each.end_on or each.start_on
