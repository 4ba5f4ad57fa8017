"""What is done to a month of fees: settled, paid out, taken back, claimed; each asked for once."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.pages.hours.payout import PayoutDialog
from college_desk.gui.widgets.ask import ask_yes
from college_desk.gui.words import grouped
from college_desk.policy.written_dates import written_day
from college_desk.records.values.month import Month
from college_desk.services.month_of_fees import Line
from college_desk.services.teaching_month import TeachingMonth


class PayActs:
    """The acts on the month that is shown (`found`); each is one step of the history."""

    def __init__(self, parent: QWidget, context: DeskContext) -> None:
        self._parent = parent
        self._context = context
        self.found: TeachingMonth | None = None

    def settle(self, pay_month: Month | None) -> None:
        """Ask once, then settle what is not settled yet."""
        if self.found is None:
            return
        fresh = [each for each in self.found.fees.lines if not each.settled]
        gross = sum((each.settlement.gross or Decimal(0) for each in fresh), Decimal(0))
        waits = self.found.fees.unverified
        sentence = _(
            "结算{month}课时费{n}笔，应发{gross}元。结算后这些课时锁定，更正须在以后的月份冲减。"
        ).format(month=written_day(self.found.month), n=len(fresh), gross=grouped(gross))
        if waits:
            sentence += _("另有{n}条课时未经教务核验，这次不结算。").format(n=waits)
        if not fresh or not ask_yes(self._parent, _("结算"), sentence, _("结算")):
            return
        from college_desk.services import settling

        desk, month = self._context.desk, self.found.month
        kept = self._signature()
        self._context.change(
            lambda _progress: settling.settle(desk, month, pay_month=pay_month, **kept)[1],
            then=lambda _changed: self._say(_("已结算{month}课时费").format(month=written_day(month))),
            title=_("结算"),
            owner=self._parent,
        )

    def pay(self, line: object) -> None:
        """Ask what became of a batch and write it down."""
        if self.found is None:
            return
        settled = [each.settlement for each in self.found.fees.lines if each.settled]
        batches = list(dict.fromkeys(each.batch for each in settled if each.batch))
        if not batches:
            return
        chosen = line.settlement if isinstance(line, Line) and line.settled else None
        teacher = (chosen.name or "", chosen.teacher or chosen.name or "") if chosen is not None else None
        dialog = PayoutDialog(
            self._parent,
            batches,
            batch=chosen.batch if chosen else batches[-1],
            teacher=teacher,
            today=self._context.today(),
        )
        if not dialog.exec() or (payout := dialog.payout) is None:
            return
        from college_desk.services import settling

        desk, kept = self._context.desk, self._signature()
        self._context.change(
            lambda _progress: settling.pay(
                desk, payout.batch, payout.status, payout.on,
                voucher_number=payout.voucher_number, teacher=payout.teacher, **kept,
            )[1],
            then=lambda _changed: self._say(_("已登记{batch}：{status}").format(batch=payout.batch, status=payout.status)),
            owner=self._parent,
        )  # fmt: skip

    def reverse(self, line: object) -> None:
        """Ask once, then take a settled line back in the month after it, or in this one if that is later."""
        if not isinstance(line, Line) or line.settlement.month is None:
            return
        kept_line, today = line.settlement, self._context.today()
        month = max(line.settlement.month.plus(1), Month(today.year, today.month))
        sentence = _(
            "把“{name}”{batch}的{gross}元记入{month}冲减；所付的课时重新开放，改正后可再结算。"
        ).format(
            name=kept_line.name, batch=kept_line.batch, gross=grouped(kept_line.gross or 0), month=written_day(month)
        )  # fmt: skip
        if not ask_yes(self._parent, _("冲减"), sentence, _("冲减")):
            return
        from college_desk.services import settling

        desk, kept = self._context.desk, self._signature()
        whom, batch = kept_line.teacher or kept_line.name or "", kept_line.batch or ""
        self._context.change(
            lambda _progress: settling.reverse(desk, whom, batch, month, **kept)[1],
            then=lambda _changed: self._say(_("已冲减，记入{month}").format(month=written_day(month))),
            owner=self._parent,
        )

    def claim(self) -> None:
        """Write what can be claimed on the lines that are paid."""
        if self.found is None:
            return
        from college_desk.services import claiming

        desk, month, kept = self._context.desk, self.found.month, self._signature()
        self._context.change(
            lambda _progress: claiming.put_in(desk, month, **kept)[1],
            then=lambda changed: self._say(_("已填写申请补贴金额{n}笔").format(n=len(changed.records))),
            owner=self._parent,
        )

    def _signature(self) -> dict[str, Any]:
        return {"who": self._context.who, "now": self._context.now(), "today": self._context.today()}

    def _say(self, sentence: str) -> None:
        self._context.notices.say(sentence)
