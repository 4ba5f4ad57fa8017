"""Settling hourly fees (课时费结算): a month settled once and locked, reversed in a later month, paid out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.translation import _
from college_desk.policy import withholding
from college_desk.policy.coded import coded
from college_desk.policy.hourly_fee import whose
from college_desk.policy.pack import Policy
from college_desk.policy.written_dates import written_day
from college_desk.records.change import Changed
from college_desk.records.codes import code_table
from college_desk.records.query import Condition, Query
from college_desk.records.register import register_of
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month
from college_desk.services.fees import Fees, next_batch
from college_desk.services.month_of_fees import MonthOfFees
from college_desk.storage.desk import Desk

_PAID = frozenset(coded("payout_status", each) for each in ("已发放", "已重发"))


def settle(
    desk: Desk,
    month: Month,
    *,
    first: Month | None = None,
    pay_month: Month | None = None,
    other_income: Mapping[str, Decimal] | None = None,
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> tuple[MonthOfFees, Changed]:
    """Settle what is not settled yet of a month: locked lines of one batch, one step. Raises DeskError for nothing."""
    what = _("结算{month}课时费").format(month=written_day(month))
    with desk.write(what, who=who, now=now, today=today) as writer:
        shown = Fees(writer, first or month, month, pay_month or month, other_income or {}).all()
        fresh = [each for each in shown.lines if not each.settled]
        if not fresh:
            raise DeskError(
                _("{month}没有待结算的课时：已全部结算，或课时未经教务核验。").format(
                    month=written_day(month)
                )
            )
        writer.add_many([each.settlement for each in fresh])
        batch = {uid: each.settlement.batch for each in fresh for uid in each.lessons}
        lessons = writer.records(TeachingHours, sorted(batch))
        writer.change_many([replace(each, settled_in=batch[each.uid]) for each in lessons])
        settled = Fees(writer, first or month, month, pay_month or month, other_income or {}).all()
    return settled, writer.changed


def reverse(
    desk: Desk, teacher: str, batch: str, month: Month, *, who: str, now: dt.datetime, today: dt.date
) -> tuple[list[Settlement], Changed]:
    """Take what a batch paid a teacher back by lines of a later month (冲减); its lessons can be settled anew.

    teacher: identity number or name. Each line taken back (a batch of a term has one a month) is answered by
    one of a batch of its own. Raises UnusableInput where there is no such line, the name is that of several
    people, or the month is not later; DeskError where all is reversed already.
    """
    what = _("冲减{batch}").format(batch=batch)
    with desk.write(what, who=who, now=now, today=today) as writer:
        settlements = writer.all(Settlement)
        mine = [each for each in _of_batch(settlements, batch, teacher) if not each.reverses]
        if not mine:
            raise UnusableInput(_("“{batch}”里没有“{teacher}”的结算。").format(batch=batch, teacher=teacher))
        latest = max(each.month for each in mine if each.month is not None)
        if month <= latest:
            raise UnusableInput(_("冲减要记在“{month}”之后的月份。").format(month=written_day(latest)))
        person = whose(mine[0])
        if any(each.reverses == batch and whose(each) == person for each in settlements):
            raise DeskError(
                _("“{batch}”里“{teacher}”的结算已经冲减过。").format(batch=batch, teacher=teacher)
            )
        made = [writer.add(_reversal(each, month, next_batch(writer, month))) for each in mine]
        found = writer.uids(register_of(TeachingHours), Query(where=(Condition("settled_in", "is", batch),)))
        lessons = [each for each in writer.records(TeachingHours, found) if whose(each) == person]
        writer.change_many([replace(each, settled_in=None) for each in lessons])
    return made, writer.changed


def pay(
    desk: Desk,
    batch: str,
    status: str,
    on: dt.date,
    *,
    voucher_number: str | None = None,
    teacher: str | None = None,
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> tuple[list[Settlement], Changed]:
    """Write down what became of the payout of a batch, or of one teacher's line of it.

    status: 已报财务, 已发放, 退票 or 已重发 (only of what came back). Pay that goes out is taxed with all that
    went out in that calendar month; what is sent again after a return keeps its tax. Raises UnusableInput for
    a batch or status that is none, and a name that is that of several people.
    """
    entry = code_table("payout_status").find(status)
    if entry is None:
        raise UnusableInput(
            _("发放状态“{status}”看不懂，请填已报财务、已发放、退票或已重发。").format(status=status)
        )
    what = _("登记{batch}{status}").format(batch=batch, status=entry.label)
    with desk.write(what, who=who, now=now, today=today) as writer:
        settlements = {each.uid: each for each in writer.all(Settlement)}
        kept = _of_batch(settlements.values(), batch, teacher)
        if not kept and teacher is not None and _of_batch(settlements.values(), batch, None):
            raise UnusableInput(_("“{batch}”里没有“{teacher}”的结算。").format(batch=batch, teacher=teacher))
        if not kept:
            raise UnusableInput(_("没有“{batch}”这个发放批次。").format(batch=batch))
        of_status = [each for each in kept if _takes(each, entry.code)]
        if not of_status:
            raise DeskError(
                _("“{batch}”里没有可以登记为“{status}”的。").format(batch=batch, status=entry.label)
            )
        for each in of_status:
            settlements[each.uid] = _with_payout(
                each, entry.code, on, voucher_number, settlements.values(), writer.policy()
            )
        paid = [settlements[each.uid] for each in of_status]
        writer.change_many(paid)
    return paid, writer.changed


def _of_batch(settlements: Iterable[Settlement], batch: str, teacher: str | None) -> list[Settlement]:
    """The lines of a batch, all or of one teacher. Raises UnusableInput for a name of several people."""
    found = [each for each in settlements if each.batch == batch]
    if teacher is None:
        return found
    mine = [each for each in found if teacher in (each.teacher, each.name)]
    if len({whose(each) for each in mine}) > 1:
        raise UnusableInput(
            _("“{batch}”里有几位“{teacher}”，请改用身份证件号。").format(batch=batch, teacher=teacher)
        )
    return mine


def _takes(line: Settlement, status: str) -> bool:
    """Whether a line can take a status: only what came back is sent again, and that is not simply paid."""
    returned = coded("payout_status", "退票")
    if status == coded("payout_status", "已重发"):
        return line.payout_status == returned
    if status == coded("payout_status", "已发放"):
        return line.payout_status not in (returned, coded("payout_status", "已重发"))
    return True


def _with_payout(
    line: Settlement,
    status: str,
    on: dt.date,
    voucher_number: str | None,
    settlements: Iterable[Settlement],
    policy: Policy,
) -> Settlement:
    """A line with its new status; what goes out is taxed with what `settlements` say went out in that month."""
    changed = replace(line, payout_status=status, voucher_number=voucher_number or line.voucher_number)
    if status not in _PAID:
        returned = status == coded("payout_status", "退票")
        return replace(changed, paid_on=None, claimed_yuan=None if returned else line.claimed_yuan)
    month = Month(on.year, on.month)
    sent_again = status == coded("payout_status", "已重发")
    changed = replace(changed, paid_on=on, pay_month=line.pay_month if sent_again else month)
    if line.tax is None or sent_again or line.reverses:
        return changed
    of_month = [each for each in settlements if each.teacher == line.teacher and each.uid != line.uid]
    before = sum(
        (
            (each.gross or Decimal(0)) + (each.other_income_yuan or Decimal(0))
            for each in of_month
            if each.pay_month == month and withholding.is_withheld(each) and _went_out(each, of_month)
        ),
        line.other_income_yuan or Decimal(0),
    )
    gross = line.gross or Decimal(0)
    tax = withholding.withheld_of_next(before, gross, withholding.scale(policy, on))
    return replace(changed, tax=tax, net=gross - tax)


def _went_out(line: Settlement, of_person: Iterable[Settlement]) -> bool:
    """Whether a line was paid and taxed, also if it came back; of one that takes another back, whether that was."""
    if line.reverses:
        return any(each.batch == line.reverses and _went_out(each, ()) for each in of_person)
    return line.payout_status in _PAID or line.payout_status == coded("payout_status", "退票")


def _reversal(original: Settlement, month: Month, batch: str) -> Settlement:
    """The line that takes another back; what was withheld stays withheld where the pay went out already."""
    was_paid = original.payout_status in _PAID
    gross = None if original.gross is None else -original.gross
    untaxed = None if original.tax is None else Decimal(0)
    voided = None if original.tax is None else -original.tax
    tax = untaxed if was_paid else voided
    return replace(
        original,
        uid="",
        revision=0,
        source=None,
        month=month,
        batch=batch,
        reverses=original.batch,
        periods=None if original.periods is None else -original.periods,
        gross=gross,
        tax=tax,
        net=None if gross is None or tax is None else gross - tax,
        pay_month=month if was_paid else original.pay_month,
        claimed_yuan=None if original.claimed_yuan is None else -original.claimed_yuan,
        other_income_yuan=None,
        payout_status=coded("payout_status", "待发"),
        paid_on=None,
        voucher_number=None,
    )
