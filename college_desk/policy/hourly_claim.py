"""The claim of what was paid for lessons (课时费补贴申报): which hours of a settled line, how much, what not and why.

Source: 《实施意见》第7条; 申请补贴 is 认定课时 times the standard, never more than was paid. An hour is claimed once
over all batches, periods and filings.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from college_desk.base.translation import _
from college_desk.policy.appointments import appointments_on
from college_desk.policy.claim_limits import (
    EVERYBODY,
    is_allowance_money,
    not_subsidised,
    paid_by_the_allowance,
)
from college_desk.policy.claims import NO_CLAIMS, Claims
from college_desk.policy.coded import coded, label
from college_desk.policy.hourly_fee import academic_year, fee, is_payable, periods_of, whose
from college_desk.policy.pack import Policy
from college_desk.policy.written_dates import written_day
from college_desk.records.college.fee_standard import FeeStandard
from college_desk.records.facts import Facts
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.class_slot import slots_of
from college_desk.records.values.month import Month

_NOTHING = Decimal(0)
_CITY = "全市"
_PAID = ("已发放", "已重发")


@dataclass(frozen=True)
class LeftOut:
    """Periods of a payment that are not claimed, and the sentence that says why."""

    periods: Decimal
    why: str


@dataclass(frozen=True)
class ClaimLine:
    """One settled line as 课时费补贴申报表 and 课时费发放表 have it.

    settlement: as it is kept (name, identity number, course, stretch, gross, tax, net, account, voucher);
    employer, skill_level (short label), certificate_number, phone: the teacher's, None where empty or he is
    not on the roster; title_level: label of the level paid as (对应级别); periods: 认定课时; yuan_per_period:
    补贴标准; paid_yuan: 学校已支付金额, 0 while it is not paid; claimed_yuan: 申请补贴金额, 0 where nothing
    is claimed; left_out: what is not claimed, in the order of the lessons, empty where everything is.
    """

    settlement: Settlement
    employer: str | None
    skill_level: str | None
    certificate_number: str | None
    phone: str | None
    title_level: str | None
    periods: Decimal
    yuan_per_period: Decimal | None
    paid_yuan: Decimal
    claimed_yuan: Decimal
    left_out: tuple[LeftOut, ...]

    @property
    def is_claimed(self) -> bool:
        """Whether the line belongs into 课时费补贴申报表."""
        return self.claimed_yuan > 0


def claim_lines(
    settlements: Sequence[Settlement],
    facts: Facts,
    policy: Policy,
    on: dt.date,
    *,
    claims: Claims = NO_CLAIMS,
    lessons: Iterable[TeachingHours] | None = None,
) -> list[ClaimLine]:
    """What of each settlement can be claimed on a day, in their order.

    claims: what other filings claim already; lessons: at least all of the settlements' months, None for all
    that the facts hold. Where the bureau takes the city's average and it is not entered, nothing is claimed
    and the sentence names its document.
    """
    of = _Claiming(facts, policy, on, claims, facts.all(TeachingHours) if lessons is None else lessons)
    return [of.line(each) for each in settlements]


def total(lines: Iterable[ClaimLine]) -> Decimal:
    """What is claimed together, yuan."""
    return sum((each.claimed_yuan for each in lines), _NOTHING)


def is_paid(settlement: Settlement) -> bool:
    """Whether the money has gone out and did not come back (已发放、已重发)."""
    return settlement.payout_status in {coded("payout_status", each) for each in _PAID}


def lessons_paid(settlement: Settlement, lessons: Iterable[TeachingHours]) -> list[TeachingHours]:
    """Those of a person's lessons that a settlement of his paid: of its batch and month."""
    return [
        each
        for each in lessons
        if each.settled_in == settlement.batch
        and each.taught_on is not None
        and Month(each.taught_on.year, each.taught_on.month) == settlement.month
    ]


class _Claiming:
    """The claims of one day over one set of facts."""

    def __init__(
        self, facts: Facts, policy: Policy, on: dt.date, claims: Claims, lessons: Iterable[TeachingHours]
    ) -> None:
        self._facts, self._policy, self._on, self._claims = facts, policy, on, claims
        self._lessons: dict[str, list[TeachingHours]] = {}
        for each in lessons:
            if each.settled_in is not None:
                self._lessons.setdefault(whose(each), []).append(each)
        self._first: dict[tuple[str, dt.date, int], str] = {}
        for who, some in self._lessons.items():
            for lesson in sorted(some, key=lambda each: each.uid):
                for hour in _hours(who, lesson):
                    self._first.setdefault(hour, lesson.uid)
        self._reversed = {(whose(each), each.reverses) for each in facts.all(Settlement) if each.reverses}

    def line(self, settlement: Settlement) -> ClaimLine:
        """What of one settlement can be claimed."""
        person = self._person(settlement)
        paid = settlement.gross if is_paid(settlement) and settlement.gross else _NOTHING
        why = self._refusal(settlement, person)
        rate = settlement.yuan_per_period or _NOTHING
        if self._policy.get("hourly_subsidy.average_of", self._on) == _CITY:
            of_city = self._city_rate(settlement)
            rate = of_city or _NOTHING
            why = why or (self._asks_for_city_rate(settlement) if of_city is None else None)
        periods = claimed = _NOTHING
        if why is not None:
            left_out: tuple[LeftOut, ...] = (LeftOut(settlement.periods or _NOTHING, why),)
        else:
            periods, left_out = self._recognised(settlement)
            claimed = min(fee(periods, rate), fee(periods, settlement.yuan_per_period or rate), paid)
            if settlement.claimed_yuan is not None and settlement.claimed_yuan < claimed:
                claimed = settlement.claimed_yuan
        held = (
            None if person is None or person.skill_level is None else label("skill_level", person.skill_level)
        )
        return ClaimLine(
            settlement,
            employer=settlement.employer or (person.employer if person else None),
            skill_level=held,
            certificate_number=person.skill_certificate_number if person else None,
            phone=person.phone if person else None,
            title_level=None if settlement.title_level is None else label("title_level", settlement.title_level),
            periods=periods,
            yuan_per_period=rate or None,
            paid_yuan=paid,
            claimed_yuan=claimed,
            left_out=left_out,
        )  # fmt: skip

    def _refusal(self, settlement: Settlement, person: PartTimeTeacher | None) -> str | None:
        """Why nothing of a settlement can be claimed, a sentence; None where something can."""
        if settlement.reverses:
            return _("这是冲减“{batch}”的一笔，不申请补贴。").format(batch=settlement.reverses)
        if (whose(settlement), settlement.batch) in self._reversed:
            return _("这笔结算已经冲减，不能申请补贴。")
        if (filed := self._claims.settled(settlement)) is not None:
            return _("已在“{number}”申报过补贴，不能重复申报。").format(number=filed.number)
        return self._unpaid(settlement) or self._unfit(settlement, person)

    def _unpaid(self, settlement: Settlement) -> str | None:
        """Why there is no payment to claim, a sentence."""
        if settlement.claimed_yuan is not None and settlement.claimed_yuan <= 0:
            return _("申请补贴金额填的是0，这笔不申请。")
        if not is_paid(settlement):
            status = settlement.payout_status
            shown = _("未填") if status is None else label("payout_status", status)
            return _("发放状态是“{status}”，还没有支付，不能申请补贴。").format(status=shown)
        if not settlement.gross or not settlement.yuan_per_period:
            return _("课时费标准或应发金额未填，无法计算补贴。")
        return None

    def _unfit(self, settlement: Settlement, person: PartTimeTeacher | None) -> str | None:
        """Why clause 7 does not take a payment, a sentence."""
        if is_allowance_money(settlement.fund_source):
            return _("经费来源是财政编制经费（20%员额），不能再申请课时费补贴。")
        if person is not None:
            return not_subsidised(person, self._policy, self._on)
        if self._policy.get("hourly_subsidy.who", self._on) != EVERYBODY:
            return _("不在兼职教师花名册，无法核对补贴对象。")
        return None

    def _recognised(self, settlement: Settlement) -> tuple[Decimal, tuple[LeftOut, ...]]:
        """The periods of a settlement that count (认定课时), and those that do not with their reasons."""
        lessons = lessons_paid(settlement, self._lessons.get(whose(settlement), ()))
        unproved = (settlement.periods or _NOTHING) - periods_of(lessons)
        left_out: dict[str, Decimal] = {}
        if unproved > 0:
            left_out[_("没有对应的课时记录，不能认定。")] = unproved
        earlier = list(self._claimed_and_reversed(settlement))
        counted = []
        for lesson in sorted(lessons, key=lambda each: (each.taught_on or dt.date.min, each.slot or "")):
            why = self._why_not(lesson, earlier)
            if why is None:
                counted.append(lesson)
            else:
                left_out[why] = left_out.get(why, _NOTHING) + periods_of([lesson])
        periods = min(periods_of(counted), settlement.periods or _NOTHING)
        return periods, tuple(LeftOut(number, why) for why, number in left_out.items())

    def _why_not(self, lesson: TeachingHours, earlier: Sequence[tuple[Settlement, str]]) -> str | None:
        """Why a lesson does not count, a sentence."""
        day = lesson.taught_on
        if day is None or not is_payable(lesson):
            return _("没有经教务核验的课时，不能认定。")
        if any(self._first[hour] != lesson.uid for hour in _hours(whose(lesson), lesson)):
            message = _("{day}第{slot}节已经认定过一次，同一课时不能重复申报。")
            return message.format(day=written_day(day), slot=lesson.slot)
        for before, number in earlier:
            if before.taught_from and before.taught_to and before.taught_from <= day <= before.taught_to:
                return _("冲减前已在“{number}”申报过补贴，请在补正稿里更正。").format(number=number)
        if lesson.teacher is not None and paid_by_the_allowance(
            appointments_on(lesson.teacher, day, self._facts)
        ):
            return _("授课期间的聘任由财政编制经费（20%员额）支付，不能再申请课时费补贴。")
        return None

    def _claimed_and_reversed(self, settlement: Settlement) -> Iterator[tuple[Settlement, str]]:
        """The person's settlements that were claimed in a filing and taken back afterwards."""
        for each in self._facts.by(Settlement, "teacher")[settlement.teacher]:
            filed = self._claims.settled(each)
            if filed is not None and (whose(each), each.batch) in self._reversed:
                yield each, filed.number

    def _city_rate(self, settlement: Settlement) -> Decimal | None:
        """The city's average of the level and year, as a document sets it; None while it is not entered."""
        year = "" if settlement.month is None else academic_year(settlement.month.first_day)
        for each in self._facts.by(FeeStandard, "title_level", "academic_year")[settlement.title_level, year]:
            if each.yuan_per_period is not None and not each.total_paid_yuan and each.document_number:
                return each.yuan_per_period
        return None

    def _asks_for_city_rate(self, settlement: Settlement) -> str:
        year = "" if settlement.month is None else academic_year(settlement.month.first_day)
        level = "" if settlement.title_level is None else label("title_level", settlement.title_level)
        return _(
            "缺少{year}学年“{level}”的全市平均课时费标准，请按下发的文件在“课时费标准”里录入标准和文号。"
        ).format(year=year, level=level)

    def _person(self, settlement: Settlement) -> PartTimeTeacher | None:
        linked = self._facts.by(PartTimeTeacher, "uid")[settlement.links.get("teacher", "")]
        found = linked or self._facts.by(PartTimeTeacher, "id_number")[settlement.teacher]
        return found[0] if found else None


def _hours(who: str, lesson: TeachingHours) -> Iterator[tuple[str, dt.date, int]]:
    """The single hours of the clock that a lesson of somebody takes; none where day or slot is empty."""
    if lesson.taught_on is not None and is_payable(lesson):
        for slot in slots_of(lesson.slot or ""):
            yield who, lesson.taught_on, slot
