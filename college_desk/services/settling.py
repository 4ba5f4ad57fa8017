"""Settling hourly fees (课时费结算): a month settled once and locked, reversed in a later month, paid out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.translation import _
from college_desk.policy import withholding
from college_desk.policy.coded import coded
from college_desk.policy.written_dates import written_day
from college_desk.records.change import Changed
from college_desk.records.codes import code_table
from college_desk.records.query import Condition, Query
from college_desk.records.register import register_of
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month
from college_desk.services.fees import Fees, MonthOfFees, next_batch
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

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
) -> tuple[Settlement, Changed]:
    """Take a teacher's line of a batch back by a line of a later month (冲减); its lessons can be settled anew.

    teacher: identity number or name. Raises UnusableInput where there is no such line, or the month is not
    later; DeskError where it is reversed already.
    """
    what = _("冲减{batch}").format(batch=batch)
    with desk.write(what, who=who, now=now, today=today) as writer:
        kept = [
            each
            for each in writer.all(Settlement)
            if teacher in (each.teacher, each.name) and each.batch == batch
        ]
        if not kept or kept[0].month is None:
            raise UnusableInput(_("“{batch}”里没有“{teacher}”的结算。").format(batch=batch, teacher=teacher))
        original = kept[0]
        if month <= kept[0].month:
            raise UnusableInput(_("冲减要记在“{month}”之后的月份。").format(month=written_day(kept[0].month)))
        if any(
            each.reverses == batch and each.teacher == original.teacher for each in writer.all(Settlement)
        ):
            raise DeskError(
                _("“{batch}”里“{teacher}”的结算已经冲减过。").format(batch=batch, teacher=teacher)
            )
        made = writer.add(_reversal(original, month, next_batch(writer, month)))
        found = writer.uids(register_of(TeachingHours), Query(where=(Condition("settled_in", "is", batch),)))
        lessons = [each for each in writer.records(TeachingHours, found) if each.teacher == original.teacher]
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

    status: 已报财务, 已发放, 退票 or 已重发. Pay that goes out is taxed with all that went out in that calendar
    month; what is sent again after a return keeps its tax. Raises UnusableInput for a batch or status that
    is none.
    """
    entry = code_table("payout_status").find(status)
    if entry is None:
        raise UnusableInput(
            _("发放状态“{status}”看不懂，请填已报财务、已发放、退票或已重发。").format(status=status)
        )
    what = _("登记{batch}{status}").format(batch=batch, status=entry.label)
    with desk.write(what, who=who, now=now, today=today) as writer:
        kept = [
            each
            for each in writer.all(Settlement)
            if each.batch == batch and teacher in (None, each.teacher, each.name)
        ]
        if not kept:
            raise UnusableInput(_("没有“{batch}”这个发放批次。").format(batch=batch))
        paid = [_with_payout(writer, each, entry.code, on, voucher_number) for each in kept]
        writer.change_many(paid)
    return paid, writer.changed


def _with_payout(
    reader: Reader, line: Settlement, status: str, on: dt.date, voucher_number: str | None
) -> Settlement:
    changed = replace(line, payout_status=status, voucher_number=voucher_number or line.voucher_number)
    if status not in _PAID:
        return replace(changed, paid_on=None) if status == coded("payout_status", "退票") else changed
    month = Month(on.year, on.month)
    sent_again = status == coded("payout_status", "已重发")
    changed = replace(changed, paid_on=on, pay_month=line.pay_month if sent_again else month)
    if line.tax is None or sent_again:
        return changed
    before = sum(
        (
            (each.gross or Decimal(0)) + (each.other_income_yuan or Decimal(0))
            for each in reader.all(Settlement)
            if each.teacher == line.teacher
            and each.uid != line.uid
            and each.pay_month == month
            and each.payout_status in _PAID
        ),
        line.other_income_yuan or Decimal(0),
    )
    gross = line.gross or Decimal(0)
    scale = withholding.scale(reader.policy(), on)
    tax = withholding.withheld([before, gross], scale).tax - withholding.withheld([before], scale).tax
    return replace(changed, tax=tax, net=gross - tax)


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
