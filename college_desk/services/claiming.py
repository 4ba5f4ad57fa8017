"""Claiming back what was paid for lessons (课时费补贴): the amount that can be claimed written on each settled line."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.policy.written_dates import written_day
from college_desk.records.change import Changed
from college_desk.records.values.month import Month
from college_desk.services.fees import Fees
from college_desk.services.month_of_fees import Line, MonthOfFees
from college_desk.storage.desk import Desk


def put_in(
    desk: Desk, month: Month, *, first: Month | None = None, who: str, now: dt.datetime, today: dt.date
) -> tuple[MonthOfFees, Changed]:
    """Write what can be claimed on the settled lines of a month (from `first` on, for a term): one step.

    A smaller amount that was typed in stays. Raises DeskError where nothing can be claimed, with the reason of
    the first line; where all of it is written already nothing is changed.
    """
    what = _("填写{month}申请补贴金额").format(month=written_day(month))
    with desk.write(what, who=who, now=now, today=today) as writer:
        shown = Fees(writer, first or month, month, month, {}).shown()
        claimed = [each for each in shown.lines if each.claim is not None and each.claim.is_claimed]
        if not claimed:
            raise DeskError(_nothing(shown, month))
        writer.change_many([
            replace(each.settlement, claimed_yuan=each.claim.claimed_yuan)
            for each in claimed
            if each.claim is not None and each.settlement.claimed_yuan != each.claim.claimed_yuan
        ])  # fmt: skip
        shown = Fees(writer, first or month, month, month, {}).shown()
    return shown, writer.changed


def refusals(line: Line) -> list[str]:
    """Why a settled line, or some periods of it, is not claimed, sentences; none for one not settled."""
    return [] if line.claim is None else [each.why for each in line.claim.left_out]


def _nothing(shown: MonthOfFees, month: Month) -> str:
    why = next((sentence for each in shown.lines for sentence in refusals(each)), None)
    if why is None:
        return _("{month}还没有结算，请先结算、发放，再申请补贴。").format(month=written_day(month))
    return _("{month}没有可以申请补贴的：{why}").format(month=written_day(month), why=why)
