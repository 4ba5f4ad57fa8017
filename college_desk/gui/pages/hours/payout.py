"""登记发放: which batch, what became of it, on which day, by which voucher."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import column, label, row, set_property
from college_desk.records.codes import code_table
from college_desk.records.values.day import DAY
from college_desk.records.values.value_type import Surroundings

_STATUSES = ("已报财务", "已发放", "退票", "已重发")


@dataclass(frozen=True)
class Payout:
    """What became of a batch, or of one teacher's line of it (his identity number, None for all)."""

    batch: str
    teacher: str | None
    status: str
    on: dt.date
    voucher_number: str | None


class PayoutDialog(QDialog):
    """Asks for a payout; `payout` is what was answered."""

    def __init__(
        self,
        parent: QWidget | None,
        batches: Sequence[str],
        *,
        batch: str | None,
        teacher: tuple[str, str] | None,
        today: dt.date,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.setWindowTitle(_("登记发放"))
        self.setMinimumWidth(420)
        inside = column(self, 22, 10)
        inside.addWidget(label(_("登记发放"), "title"))
        words = _("个税按实际发放的月份合并计算；退票重发的金额不再计税。")
        inside.addWidget(label(words, "quiet", wrap=True))
        fields = QFormLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        self.batch = self._choices(_("发放批次"), [(each, each) for each in batches])
        self.batch.setCurrentIndex(max(0, self.batch.findData(batch)))
        whom: list[tuple[str, str | None]] = [(_("这一批的所有人"), None)]
        if teacher is not None:
            whom.append((_("只登记{name}").format(name=teacher[0]), teacher[1]))
        self.whom = self._choices(_("人员"), whom)
        self.status = self._choices(_("发放状态"), [(_(_label(each)), each) for each in _STATUSES])
        self.status.setCurrentIndex(1)
        self.on = QLineEdit(today.isoformat())
        self.on.setPlaceholderText(_("例：20260930"))
        self.voucher = QLineEdit()
        self.voucher.setPlaceholderText(_("照记账凭证"))
        for name, edit in (
            (_("发放批次"), self.batch), (_("人员"), self.whom), (_("发放状态"), self.status),
            (_("日期"), self.on), (_("支付凭证号"), self.voucher),
        ):  # fmt: skip
            edit.setAccessibleName(name)
            fields.addRow(label(name, "quiet"), edit)
        inside.addLayout(fields)
        buttons = row()
        buttons.addStretch(1)
        no, yes = plain(_("取消")), primary(_("登记"))
        no.clicked.connect(self.reject)
        yes.clicked.connect(self.accept)
        yes.setDefault(True)
        buttons.addWidget(no)
        buttons.addWidget(yes)
        inside.addLayout(buttons)

    @property
    def payout(self) -> Payout | None:
        """What was answered; None while the day cannot be read."""
        on = DAY.read(self.on.text(), Surroundings(year=self._today.year)).value
        if on is None:
            return None
        voucher = self.voucher.text().strip() or None
        return Payout(
            self.batch.currentData(), self.whom.currentData(), self.status.currentData(), on, voucher
        )

    def accept(self) -> None:
        """Close with the answer, unless the day cannot be read: it stays red."""
        set_property(self.on, "state", "" if self.payout is not None else "error")
        if self.payout is None:
            self.on.setFocus()
        else:
            super().accept()

    def _choices(self, name: str, entries: Sequence[tuple[str, str | None]]) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        for words, value in entries:
            made.addItem(words, value)
        return made


def _label(status: str) -> str:
    entry = code_table("payout_status").find(status)
    return status if entry is None else entry.label
