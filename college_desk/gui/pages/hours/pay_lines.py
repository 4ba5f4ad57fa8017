"""The fees of the month: one line a teacher, the total with its capitals, and what is known of the chosen line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QVBoxLayout

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain, quiet
from college_desk.gui.widgets.labels import column, label, row, rule, set_property
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.words import grouped
from college_desk.policy.capitals import capitals
from college_desk.policy.coded import coded
from college_desk.policy.coded import label as label_of
from college_desk.policy.hourly_fee import CENT, periods_of
from college_desk.policy.written_dates import written_day
from college_desk.records.teaching.settlement import Settlement
from college_desk.records.values.month import Month
from college_desk.records.values.number import PERIODS
from college_desk.services.claiming import refusals
from college_desk.services.month_of_fees import Line, MonthOfFees
from college_desk.services.teaching_month import TeacherMonth, TeachingMonth

_SAID_HEIGHT = 57
"""Three lines, so that nothing moves from row to row."""
_PAY_MONTHS = 4
"""The month of the lessons and the three after it can be chosen as the month of payment."""


@dataclass(frozen=True)
class PayRow:
    """A teacher of the month with one line of his pay; None where nothing of his is reckoned yet."""

    teacher: TeacherMonth
    line: Line | None


class PayLines(QFrame):
    """chosen(PayRow or None): another row; opened(PayRow): Enter or a double click; reverse(Line), pay(Line or
    None for the batches of the month): asked for; pay_month(Month): another month of payment was chosen.
    """

    chosen = Signal(object)
    opened = Signal(object)
    reverse = Signal(object)
    pay = Signal(object)
    claim = Signal()
    pay_month = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=6)
        inside.setContentsMargins(1, 10, 1, 10)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("课时费"), "heading"))
        self._count = label("", "quiet")
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(label(_("个税所属月"), "quiet"))
        self.months = QComboBox()
        self.months.setAccessibleName(_("个税所属月"))
        self.months.setFixedWidth(112)
        self.months.activated.connect(lambda _index: self.pay_month.emit(self.months.currentData()))
        head.addWidget(self.months)
        inside.addLayout(head)
        self.rows = ListModel[PayRow](_columns(), parent=self)
        self.table: ListTable[PayRow] = ListTable(self.rows, _("本月课时费"))
        self.table.current.connect(self._choose)
        self.table.opened.connect(self.opened)
        inside.addWidget(self.table, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 0, 12, 0)
        foot.setSpacing(6)
        inside.addLayout(foot)
        foot.addWidget(rule())
        self._totals = _Totals()
        foot.addLayout(self._totals)
        foot.addWidget(rule())
        self._said = label("", "quiet", wrap=True)
        self._said.setMinimumHeight(_SAID_HEIGHT)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._said)
        buttons = row(gap=8)
        self.paying = plain(_("登记发放"))
        self.paying.setToolTip(_("登记已报财务、已发放、退票或已重发"))
        self.paying.clicked.connect(lambda: self.pay.emit(self._line()))
        self.claiming = plain(_("申请补贴"))
        self.claiming.setToolTip(_("把可申请的课时费补贴填到已发放的各笔上"))
        self.claiming.clicked.connect(self.claim)
        self.reversing = quiet(_("冲减"))
        self.reversing.setToolTip(_("已结算的课时确须更正时，在以后的月份冲回这一笔"))
        self.reversing.clicked.connect(lambda: self.reverse.emit(self._line()))
        for each in (self.paying, self.claiming, self.reversing):
            buttons.addWidget(each)
        buttons.addStretch(1)
        foot.addLayout(buttons)

    def show_month(self, found: TeachingMonth, pay_month: Month) -> None:
        """Show the lines of a month; the teacher chosen before stays chosen where he is still there."""
        before = self.table.current_row()
        shown = rows_of(found)
        self.rows.show_rows(shown)
        people = len({each.teacher.who for each in shown})
        self._count.setText(_("{n} 人").format(n=people))
        self._totals.show_fees(found.fees)
        self.months.clear()
        for later in range(_PAY_MONTHS):
            each = found.month.plus(later)
            self.months.addItem(written_day(each), each)
        self.months.setCurrentIndex(max(0, self.months.findData(pay_month)))
        self.months.setEnabled(any(each.line is not None and not each.line.settled for each in shown))
        self.paying.setEnabled(any(each.line is not None and each.line.settled for each in shown))
        self.claiming.setEnabled(found.fees.claimed > 0)
        self.go_to(before.teacher.who if before is not None else None)

    def go_to(self, who: str | None) -> None:
        """Make a teacher's first line the current one; the first of all where he has none."""
        places = [place for place, each in enumerate(self.rows.rows()) if each.teacher.who == who]
        self.table.go_to_row(places[0] if places else 0)
        self._choose(self.table.current_row())

    def _line(self) -> Line | None:
        current = self.table.current_row()
        return None if current is None else current.line

    def _choose(self, chosen: object) -> None:
        current = chosen if isinstance(chosen, PayRow) else None
        line = None if current is None else current.line
        settled = line is not None and line.settled and not line.settlement.reverses
        self.reversing.setEnabled(settled)
        self._said.setText("" if current is None else "\n".join(_told(current)))
        self.chosen.emit(current)


class _Totals(QGridLayout):
    """应发, 代扣个税, 实发, the capitals, what can be claimed and what is left of the budget."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(10)
        self.setVerticalSpacing(3)
        self.setColumnStretch(1, 1)
        self.setColumnStretch(3, 1)
        self._values: dict[str, QLabel] = {}
        names = (
            (_("课时合计"), "periods"),
            (_("应发合计"), "gross"),
            (_("代扣个税"), "tax"),
            (_("实发合计"), "net"),
        )
        for place, (words, name) in enumerate(names):
            line, side = divmod(place, 2)
            self.addWidget(label(words, "quiet"), line, side * 2)
            value = self._values[name] = label("", "heading")
            self.addWidget(value, line, side * 2 + 1)
        for line, (words, name) in enumerate(
            ((_("大写"), "capitals"), (_("可申请补贴"), "claimed"), (_("预算余额"), "left"))
        ):
            self.addWidget(label(words, "quiet"), line + 2, 0)
            value = self._values[name] = label("", wrap=name == "capitals")
            self.addWidget(value, line + 2, 1, 1, 3)

    def show_fees(self, fees: MonthOfFees) -> None:
        """Show the sums of a month."""
        gross = fees.total("gross")
        by_finance = _("由财务处计税")
        says = {
            "periods": PERIODS.show(fees.total("periods")),
            "gross": grouped(_cents(gross)),
            "tax": grouped(_cents(fees.total("tax"))) if fees.taxed else by_finance,
            "net": grouped(_cents(fees.total("net"))) if fees.taxed else by_finance,
            "capitals": capitals(gross),
            "claimed": grouped(fees.claimed) if fees.claimed else _("发放以后计算"),
            "left": _("未录入预算") if fees.budget is None else grouped(fees.budget - fees.spent),
        }
        for name, words in says.items():
            self._values[name].setText(words)
        over = fees.budget is not None and fees.spent > fees.budget
        set_property(
            self._values["left"], "role", "error" if over else "quiet" if fees.budget is None else ""
        )
        set_property(self._values["claimed"], "role", "" if fees.claimed else "quiet")


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT)


def rows_of(found: TeachingMonth) -> list[PayRow]:
    """A row for each line; one without a line for who has none."""
    return [PayRow(teacher, line) for teacher in found.teachers for line in (teacher.lines or (None,))]


def _columns() -> Sequence[ListColumn[PayRow]]:
    return (
        ListColumn(_("姓名"), lambda each: each.teacher.name, 0),
        ListColumn(_("课时"), _periods, 56, right=True),
        ListColumn(_("标准"), lambda each: _yuan(each, "yuan_per_period"), 64, right=True),
        ListColumn(_("应发"), lambda each: _yuan(each, "gross"), 92, right=True),
        ListColumn(_("个税"), lambda each: _yuan(each, "tax"), 80, right=True),
        ListColumn(_("状态"), _status, 84, tone=_tone, tag=True),
    )


def _periods(shown: PayRow) -> str:
    if shown.line is None:
        return PERIODS.show(periods_of(shown.teacher.lessons))
    return PERIODS.show(shown.line.settlement.periods or Decimal(0))


def _yuan(shown: PayRow, name: str) -> str:
    amount: Decimal | None = None if shown.line is None else getattr(shown.line.settlement, name)
    return "" if amount is None else grouped(amount)


def _status(shown: PayRow) -> str:
    if shown.line is None:
        return _("未计")
    if not shown.line.settled:
        return _("待结算")
    kept = shown.line.settlement
    if kept.reverses:
        return _("冲减")
    return (
        _("已锁定") if kept.payout_status in (None, _WAITS) else label_of("payout_status", kept.payout_status)
    )


def _tone(shown: PayRow) -> str:
    if shown.line is None:
        return "wait"
    if not shown.line.settled:
        return "info"
    kept = shown.line.settlement
    return "error" if kept.payout_status == _RETURNED else "right" if kept.payout_status in _PAID else "plain"


_WAITS = coded("payout_status", "待发")
_RETURNED = coded("payout_status", "退票")
_PAID = frozenset({coded("payout_status", "已发放"), coded("payout_status", "已重发")})


def _told(shown: PayRow) -> list[str]:
    """What is known of a row besides its numbers, a line or two."""
    if shown.line is None:
        return [each.sentence for each in shown.teacher.obstacles[:2]] or [_("本月没有可以计算的课时。")]
    kept = shown.line.settlement
    level = "" if kept.title_level is None else label_of("title_level", kept.title_level)
    first = [
        _("{name}：按{level}（{basis}）").format(name=kept.name, level=level, basis=kept.level_basis or "")
    ]
    if kept.net is not None:
        first.append(_("实发{net}元").format(net=grouped(kept.net)))
    if kept.month is not None and kept.reverses is None:
        first.append(_("{month}的课时").format(month=written_day(kept.month)))
    if shown.line.settled:
        first.append(kept.batch or "")
        if kept.paid_on is not None:
            first.append(_("{day}发放").format(day=written_day(kept.paid_on)))
    return ["，".join(each for each in first if each), *_of_claim(shown.line, kept)[:1]]


def _of_claim(line: Line, kept: Settlement) -> list[str]:
    if kept.reverses:
        return [_("冲减{batch}").format(batch=kept.reverses)]
    if line.claim is None:
        return []
    if line.claim.is_claimed and not line.claim.left_out:
        return [_("可申请补贴{yuan}元").format(yuan=grouped(line.claim.claimed_yuan))]
    return refusals(line)
