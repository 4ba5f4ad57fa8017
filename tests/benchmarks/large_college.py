"""A large college for the benchmarks of checking: apprentices, teachers, appointments, hours; a few of them wrong."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

from college_desk.records.register import Record
from college_desk.records.values.month import Month
from tests import make
from tests.benchmarks.rosters import GIVEN, SURNAMES

R = TypeVar("R", bound=Record)

WRONG = 0.03
"""The share of records with a defect."""

_ENTERPRISES, _CLASS_SIZE = 500, 40
_FIRST_DAY = dt.date(2026, 9, 1)
_WEEK_ONE = dt.date(2026, 8, 31)
_SLOTS = ("1-2", "3-4", "5-6", "7-8")


def college(apprentices: int, teachers: int, hours: int, *, seed: int = 7) -> list[Record]:
    """So many records, linked as storage links them; 3 % of them have one defect of a kind offices make."""
    chance = random.Random(seed)
    firms = [_enterprise(number) for number in range(_ENTERPRISES)]
    agreements = [_agreement(number, firm) for number, firm in enumerate(firms)]
    classes = -(-apprentices // _CLASS_SIZE)
    cohorts = [_cohort(number, firms, agreements) for number in range(classes)]
    mentors = [_mentor(number, firms) for number in range(classes)]
    policy = make.insurance_policy(uid="policy", head_count=apprentices)
    people = [_apprentice(number, cohorts, mentors, firms, agreements) for number in range(apprentices)]
    staff = [_teacher(number, firms) for number in range(teachers)]
    appointments = [_appointment(number, each) for number, each in enumerate(staff)]
    taught = [_lesson(number, staff) for number in range(hours)]
    large = [
        *_spoilt(people, _APPRENTICE_DEFECTS, chance),
        *_spoilt(staff, _TEACHER_DEFECTS, chance),
        *_spoilt(appointments, _APPOINTMENT_DEFECTS, chance),
        *_spoilt(taught, _LESSON_DEFECTS, chance),
    ]
    few = [
        make.school(uid="school"), make.major(uid="major"), make.term(uid="term"), policy,
        make.staffing(uid="staffing", approved_posts=20_000, posts_filled=1_000, professional_posts_filled=900,
                      management_posts_filled=60, labour_posts_filled=40),
    ]  # fmt: skip
    return [*few, *firms, *agreements, *cohorts, *mentors, *large]


def by_register(records: Sequence[Record]) -> dict[type[Record], list[Record]]:
    """The records by their class."""
    found: dict[type[Record], list[Record]] = {}
    for each in records:
        found.setdefault(type(each), []).append(each)
    return found


def person(number: int) -> str:
    """A name, the same for the same number."""
    return SURNAMES[number % 20] + GIVEN[number // 20 % 40] + GIVEN[number // 800 % 40]


def _like(template: R, **given: Any) -> R:
    return dataclasses.replace(template, **given)


def _linked(record: R, **links: str) -> R:
    return dataclasses.replace(record, links=MappingProxyType(links))


_ENTERPRISE = make.enterprise()
_AGREEMENT = make.agreement()
_COHORT = make.cohort()
_MENTOR = make.mentor()
_APPRENTICE = make.apprentice()
_TEACHER = make.part_time_teacher()
_APPOINTMENT = make.appointment()
_LESSON = make.teaching_hours()


def _enterprise(number: int) -> Record:
    name = f"济宁第{number}精密制造有限公司"
    return _like(
        _ENTERPRISE, uid=f"ent{number:05d}", name=name, uscc=make.uscc(1000 + number), account_name=name
    )


def _agreement(number: int, firm: Any) -> Record:
    made = _like(
        _AGREEMENT, uid=f"agr{number:05d}", agreement_number=f"XTZ-2026-{number:05d}", enterprise=firm.name
    )
    return _linked(made, enterprise=firm.uid)


def _cohort(number: int, firms: Sequence[Any], agreements: Sequence[Any]) -> Record:
    at = number % len(firms)
    made = _like(
        _COHORT,
        uid=f"coh{number:05d}",
        cohort_code=f"XTZ2026-{number:04d}",
        name=f"2024级机电学徒{number}班",
        enterprises=(firms[at].name,),
        agreement_number=agreements[at].agreement_number,
        enrolled_size=_CLASS_SIZE,
    )
    return _linked(made, agreement_number=agreements[at].uid)


def _mentor(number: int, firms: Sequence[Any]) -> Record:
    at = number % len(firms)
    born = dt.date(1975, 1, 1) + dt.timedelta(days=number)
    made = _like(
        _MENTOR,
        uid=f"men{number:05d}",
        name=person(number + 50_000),
        id_number=make.id_number(born, serial=9),
        birth_date=born,
        enterprise=firms[at].name,
        skill_certificate_number=f"S1000{number:017d}",
        phone=f"137{number:08d}",
        letter_number=f"2026-企导-{number:04d}",
    )
    return _linked(made, enterprise=firms[at].uid)


def _apprentice(
    number: int,
    cohorts: Sequence[Any],
    mentors: Sequence[Any],
    firms: Sequence[Any],
    agreements: Sequence[Any],
) -> Record:
    group = number // _CLASS_SIZE
    at = group % len(firms)
    born = dt.date(2006, 1, 1) + dt.timedelta(days=number % 900)
    male = number % 2 == 0
    made = _like(
        _APPRENTICE,
        uid=f"app{number:06d}",
        name=person(number),
        id_number=make.id_number(born, male=male, serial=1 + number // 900 % 498),
        gender="1" if male else "2",
        birth_date=born,
        phone=f"138{number:08d}",
        student_number=f"{20240000000 + number}",
        class_name=f"2024级机电{group}班",
        cohort=cohorts[group].cohort_code,
        mentor=mentors[group].name,
        enterprise=firms[at].name,
        agreement_number=agreements[at].agreement_number,
        end_on=dt.date(2027, 2, 28),
        guardian_phone=f"139{number:08d}",
    )
    return _linked(
        made,
        cohort=cohorts[group].uid,
        mentor=mentors[group].uid,
        enterprise=firms[at].uid,
        agreement_number=agreements[at].uid,
    )


def _teacher(number: int, firms: Sequence[Any]) -> Record:
    firm = firms[number % len(firms)]
    born = dt.date(1970, 1, 1) + dt.timedelta(days=number)
    return _like(
        _TEACHER,
        uid=f"tea{number:05d}",
        name=person(number + 30_000),
        id_number=make.id_number(born, serial=7),
        birth_date=born,
        phone=f"136{number:08d}",
        staff_number=f"W2026{number:05d}",
        skill_certificate_number=f"S2000{number:017d}",
        bank_account=make.card(number + 10),
        account_name=person(number + 30_000),
        employer=firm.name,
        employer_uscc=firm.uscc,
    )


def _appointment(number: int, teacher: Any) -> Record:
    made = _like(
        _APPOINTMENT,
        uid=f"apt{number:05d}",
        name=teacher.name,
        teacher=teacher.id_number,
        contract_number=f"JZ-2026-{number:05d}",
        class_name=f"2025级机电{number}班",
        vetting_reply_number=f"济教准入〔2026〕{number}号",
    )
    return _linked(made, teacher=teacher.uid)


def _lesson(number: int, teachers: Sequence[Any]) -> Record:
    teacher = teachers[number % len(teachers)]
    turn = number // len(teachers)
    day = _FIRST_DAY + dt.timedelta(days=turn // len(_SLOTS) * 2)
    made = _like(
        _LESSON,
        uid=f"hrs{number:06d}",
        name=teacher.name,
        teacher=teacher.id_number,
        taught_on=day,
        slot=_SLOTS[turn % len(_SLOTS)],
        week=(day - _WEEK_ONE).days // 7 + 1,
        weekday=str(day.isoweekday()),
        class_name=f"2025级机电{number % len(teachers)}班",
        place=f"实训楼{number % len(teachers)}",
    )
    return _linked(made, teacher=teacher.uid)


Defect = Callable[[Any], Record]

_APPRENTICE_DEFECTS: tuple[Defect, ...] = (
    lambda one: _like(one, id_number=one.id_number[:17] + ("1" if one.id_number[17] == "0" else "0")),
    lambda one: _like(one, phone="1381234"),
    lambda one: _like(one, gender="2" if one.gender == "1" else "1"),
    lambda one: _like(one, start_on=dt.date(2027, 8, 1)),
    lambda one: _like(one, monthly_pay=Decimal("300.00")),
    lambda one: _like(one, consent_on=None),
    lambda one: _like(one, insured_to=dt.date(2027, 1, 31)),
    lambda one: _like(one, days_per_week=7),
)
_TEACHER_DEFECTS: tuple[Defect, ...] = (
    lambda one: _like(one, id_number=one.id_number[:17] + ("1" if one.id_number[17] == "0" else "0")),
    lambda one: _like(one, bank_account=one.bank_account[:-1] + str((int(one.bank_account[-1]) + 1) % 10)),
    lambda one: _like(one, employer=None),
)
_APPOINTMENT_DEFECTS: tuple[Defect, ...] = (
    lambda one: _like(one, vetted_on=None),
    lambda one: _like(one, notice_to=dt.date(2026, 6, 23)),
    lambda one: _like(one, signed_on=dt.date(2026, 9, 20)),
    lambda one: _like(one, end_on=Month(2031, 7)),
)
_LESSON_DEFECTS: tuple[Defect, ...] = (
    lambda one: _like(one, taught_on=dt.date(2026, 10, 1)),
    lambda one: _like(one, periods=Decimal("9")),
    lambda one: _like(one, weekday="7"),
    lambda one: _like(one, verified=True, verified_by=None),
)


def _spoilt(records: Sequence[Record], defects: Sequence[Defect], chance: random.Random) -> list[Record]:
    return [chance.choice(defects)(each) if chance.random() < WRONG else each for each in records]
