"""What is filed: the matter, the period, the kind, the day (选择范围)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from college_desk.base.translation import _
from college_desk.forms.filing import EVERY, FILINGS, KIND_WORDS, PART_TIME_APPOINTMENTS, Filing, Kind
from college_desk.gui.widgets.buttons import plain
from college_desk.gui.widgets.labels import label, row, set_property
from college_desk.records.period import Period
from college_desk.records.values.day import DAY
from college_desk.records.values.value_type import Surroundings
from college_desk.services.preparing import Choice

Periods = Callable[[Filing], Sequence[Period]]


class Choosing(QWidget):
    """changed: something else was chosen; leave_out_wanted: people are to be set aside."""

    changed = Signal()
    leave_out_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._periods: Periods = lambda _filing: ()
        self._today = dt.date.min
        self.left_out: dict[str, str] = {}
        self._enterprise: str | None = None
        line = row(self, gap=8)
        self.filing, self.period, self.kind = QComboBox(), QComboBox(), QComboBox()
        for words, box, wide in (
            (_("事项"), self.filing, 170),
            (_("期间"), self.period, 200),
            (_("种类"), self.kind, 120),
        ):
            box.setAccessibleName(words)
            box.setMinimumWidth(wide)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            line.addWidget(label(words, "quiet"))
            line.addWidget(box)
        self.day = QLineEdit()
        self.day.setAccessibleName(_("申报日期"))
        self.day.setToolTip(_("年龄、20%编制员额和规则都按这一天；不填用今天与期间末日中较早的一天"))
        self.day.setFixedWidth(108)
        self.day.editingFinished.connect(self._day_typed)
        line.addWidget(label(_("申报日期"), "quiet"))
        line.addWidget(self.day)
        self.leave_out = plain(_("本次不报…"))
        self.leave_out.clicked.connect(self.leave_out_wanted)
        line.addWidget(self.leave_out)
        line.addStretch(1)
        self.state = label("", "hint")
        line.addWidget(self.state)

    def offer(self, periods: Periods, today: dt.date, usual: str = "") -> None:
        """Offer all kinds of filing, with the periods that `periods` gives for each.

        usual: the kind to begin with, as it was chosen last; the appointments where there is no such kind.
        """
        self._periods, self._today = periods, today
        for each in sorted(FILINGS, key=_place):
            self.filing.addItem(_(each.title), each.code)
        for code, words in KIND_WORDS.items():
            self.kind.addItem(_(words), code)
        begin = self.filing.findData(usual)
        self.filing.setCurrentIndex(
            begin if begin >= 0 else max(0, self.filing.findData(PART_TIME_APPOINTMENTS))
        )
        self._offer_periods()
        self.filing.currentIndexChanged.connect(lambda _index: self._filing_chosen())
        for box in (self.period, self.kind):
            box.currentIndexChanged.connect(lambda _index: self._start_anew())

    def choice(self) -> Choice:
        """What is chosen now."""
        return Choice(
            self.filing.currentData(),
            self.period.currentData(),
            kind=self.kind.currentData(),
            only={"enterprise": (self._enterprise,)} if self._enterprise else {},
            leave_out=dict(self.left_out),
            on=self._read_day(),
            enterprise=self._enterprise,
        )

    @property
    def declared(self) -> Filing:
        """The kind of filing that is chosen."""
        return FILINGS[self.filing.currentData()]

    def take(
        self,
        filing: str,
        period: Period,
        kind: Kind,
        *,
        left_out: Mapping[str, str],
        enterprise: str | None = None,
    ) -> None:
        """Choose what was filed before, with those who were set aside in it; enterprise: only its package."""
        for box in (self.filing, self.period, self.kind):
            box.blockSignals(True)
        self.filing.setCurrentIndex(max(0, self.filing.findData(filing)))
        self._offer_periods()
        if self.period.findData(period.code) < 0:
            self.period.addItem(period.title, period.code)
        self.period.setCurrentIndex(self.period.findData(period.code))
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        for box in (self.filing, self.period, self.kind):
            box.blockSignals(False)
        self.day.clear()
        self.left_out, self._enterprise = dict(left_out), enterprise
        self.changed.emit()

    def show_day(self, day: dt.date) -> None:
        """Show the day that is used where none is written."""
        self.day.setPlaceholderText(day.isoformat())

    def show_left_out(self, number: int) -> None:
        """Show how many are set aside."""
        self.leave_out.setText(_("本次不报 {n}…").format(n=number) if number else _("本次不报…"))

    def _filing_chosen(self) -> None:
        self._offer_periods()
        self._start_anew()

    def _offer_periods(self) -> None:
        self.period.blockSignals(True)
        self.period.clear()
        for each in self._periods(self.declared):
            self.period.addItem(each.title, each.code)
        self.period.blockSignals(False)

    def _start_anew(self) -> None:
        self.left_out, self._enterprise = {}, None
        self.changed.emit()

    def _read_day(self) -> dt.date | None:
        text = self.day.text().strip()
        return DAY.read(text, Surroundings(year=self._today.year)).value if text else None

    def _day_typed(self) -> None:
        wrong = bool(self.day.text().strip()) and self._read_day() is None
        set_property(self.day, "state", "error" if wrong else "")
        day = self._read_day()
        if day is not None:
            self.day.setText(day.isoformat())
        if not wrong:
            self.changed.emit()


def _place(filing: Filing) -> tuple[int, str]:
    """The order in which the filings of a year are offered."""
    return EVERY.index(filing.code) if filing.code in EVERY else len(EVERY), filing.code
