"""The day of a filing, against the due date and against what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.policy.written_dates import written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.facts import Facts
from college_desk.records.filings.notice import Notice
from college_desk.records.finding import Problem
from college_desk.records.orders.graduate_outcome import GraduateOutcome
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.register import Record, register_of
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.values.month import first_day
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.steps import newest_step


@rule(
    "FIL-001",
    on=Appointment,
    severity="warning",
    title="填报日期早于材料日期",
    intent="填报日期比材料里的日期还早，说明日期倒置。",
    condition="聘任的公布、审查、考核、会议、公示、签订、查询、同意、体检、培训日期中最晚的一个晚于填报日期。",
    fix="改正填报日期或材料日期。",
    passes="填报9月30日，签订9月30日",
    fails="填报9月30日，签订10月8日",
    clause="报送前校验要点：填报日期",
    checks=(68,),
    filings=("part-time-appointments",),
)
def papers_before_the_filing(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A paper of the appointment that is later than the filing's day."""
    newest = newest_step(appointment)
    if newest is not None and first_day(newest.on) > situation.day:
        message = _("“{title}”{on}晚于填报日期{day}，请核对。")
        title = _(register_of(appointment).by_name[newest.field].title)
        on, day = written_day(newest.on), written_day(situation.day)
        yield Problem(message.format(title=title, on=on, day=day), newest.field)


@rule(
    "FIL-002",
    on=Notice,
    severity="warning",
    title="填报日期晚于截止日期",
    intent="过了来文的截止日期报送，主管部门可以不受理。",
    condition="来文对应本申报事项、尚未报送，填报日期晚于截止日期。",
    fix="改正填报日期；确已逾期的写明情况并先与来文单位联系。",
    passes="截止9月30日，填报9月30日",
    fails="截止9月30日，填报10月1日",
    clause="报送前校验要点：填报日期",
    checks=(68,),
)
def filed_in_time(notice: Notice, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A filing later than its notice asks for."""
    done = (coded("notice_status", "已报送"), coded("notice_status", "已办结"))
    if situation.filing is None or notice.filing is None or notice.due_on is None or notice.status in done:
        return
    if notice.filing == situation.filing and situation.day > notice.due_on:
        message = _("来文“{title}”的截止日期是{due}，填报日期{day}已逾期。")
        due, day = written_day(notice.due_on), written_day(situation.day)
        yield Problem(message.format(title=notice.title or "", due=due, day=day), "due_on")


def _newest_rule(
    code: str, on: type[Record], filing: str, fields: tuple[str, ...], passes: str, fails: str
) -> None:
    """Declare that no dated field of a filing's records is later than the filing's day."""

    def later_than_the_filing(record: Record, facts: Facts, situation: Situation) -> Iterator[Problem]:
        """A date of the record that is later than the filing's day."""
        dated = [(first_day(on), name) for name in fields if (on := getattr(record, name)) is not None]
        newest = max(dated, default=None)
        if newest is not None and newest[0] > situation.day:
            message = _("“{title}”{on}晚于填报日期{day}，请核对。")
            title = _(register_of(record).by_name[newest[1]].title)
            on, day = written_day(newest[0]), written_day(situation.day)
            yield Problem(message.format(title=title, on=on, day=day), newest[1])

    titles = register_of(on).by_name
    rule(
        code,
        on=on,
        severity="warning",
        title="填报日期早于材料日期",
        intent="填报日期比材料里的日期还早，说明日期倒置。",
        condition="、".join(titles[name].title for name in fields) + "中最晚的一个晚于填报日期。",
        fix="改正填报日期或材料日期。",
        passes=passes,
        fails=fails,
        clause="报送前校验要点：填报日期",
        checks=(68,),
        filings=(filing,),
    )(later_than_the_filing)


_newest_rule(
    "FIL-011", Apprentice, "apprenticeship", ("agreement_signed_on", "consent_on"),
    "填报9月30日，签订9月30日", "填报9月30日，签订10月8日",
)  # fmt: skip
_newest_rule(
    "FIL-012", OrderClass, "order-agreements", ("filed_on", "formed_on"),
    "填报9月30日，组班9月30日", "填报9月30日，组班10月8日",
)  # fmt: skip
_newest_rule(
    "FIL-013", Settlement, "hourly-subsidy", ("taught_to", "paid_on"),
    "填报10月31日，发放10月31日", "填报10月31日，发放11月12日",
)  # fmt: skip
_newest_rule(
    "FIL-014", GraduateOutcome, "order-subsidy", ("employed_on", "contract_start_on", "verified_on"),
    "填报9月30日，核实9月30日", "填报9月30日，核实10月8日",
)  # fmt: skip
