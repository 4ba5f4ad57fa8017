"""What-if (试算): how many more are thought of, from when to when, and the sentence that says what follows."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QSpinBox

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import quiet
from college_desk.gui.widgets.labels import card, column, label, row, set_property
from college_desk.policy.written_dates import written_day
from college_desk.records.values.day import DAY
from college_desk.records.values.value_type import Surroundings
from college_desk.services.quota import QuotaReport

Plan = tuple[int, dt.date, dt.date]
"""So many people, from a day to a day."""


class WhatIf(QFrame):
    """planned(plan or None): what is thought of has changed."""

    planned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._around = Surroundings()
        inside = column(self, gap=8)
        inside.setContentsMargins(14, 10, 14, 12)
        head = row()
        head.addWidget(label(_("试算"), "heading"))
        head.addStretch(1)
        self._clear = quiet(_("不试算"))
        self._clear.clicked.connect(self.clear)
        head.addWidget(self._clear)
        inside.addLayout(head)
        self.people = QSpinBox()
        self.people.setRange(0, 999)
        self.people.setAccessibleName(_("再聘人数"))
        self.people.setFixedWidth(96)
        self.first = self._day(_("起始日期"))
        self.last = self._day(_("终止日期"))
        line, words = row(gap=8), row(gap=8)
        for each in (label(_("再聘")), self.people, label(_("名"))):
            words.addWidget(each)
        words.addStretch(1)
        inside.addLayout(words)
        for part in (label(_("自")), self.first, label(_("至")), self.last):
            line.addWidget(part)
        line.addStretch(1)
        inside.addLayout(line)
        self._answer_frame = card("info")
        self.answer = label("", wrap=True)
        column(self._answer_frame, 10, 0).addWidget(self.answer)
        inside.addWidget(self._answer_frame)
        self.people.valueChanged.connect(lambda _value: self._tell())
        for edit in (self.first, self.last):
            edit.textChanged.connect(lambda _text: self._tell())

    def begin(self, first: dt.date, last: dt.date) -> None:
        """Put the usual days in: from `first` to `last`."""
        self._around = Surroundings(year=first.year)
        for edit, day in ((self.first, first), (self.last, last)):
            edit.blockSignals(True)
            edit.setText(day.isoformat())
            edit.blockSignals(False)
        self._show("", _("填上人数，就能看到会不会超出可用员额；试算不改动任何台账。"))

    def plan(self) -> Plan | None:
        """What is thought of now; None without people or with days that cannot be."""
        first, last = self._read(self.first), self._read(self.last)
        if not self.people.value() or first is None or last is None or last < first:
            return None
        return self.people.value(), first, last

    def clear(self) -> None:
        """Think of nobody."""
        self.people.setValue(0)

    def show_answer(self, report: QuotaReport | None) -> None:
        """Say what follows from the plan as a report has it; None where nothing is thought of."""
        plan = self.plan()
        if plan is None or report is None:
            self._show("", self._hint())
            return
        people, first, last = plan
        said = _("再聘{n}名（{first}至{last}）").format(
            n=people, first=written_day(first), last=written_day(last)
        )
        if report.usable is None:
            self._show("wait", _("{plan}：尚未录入核定编制，无法判断。").format(plan=said))
        elif report.breach is not None:
            over = _("{day}起超出{n}名").format(day=written_day(report.breach.on), n=report.breach.over)
            self._show("error", _("{plan}，{over}。超出的须先取得批复。").format(plan=said, over=over))
        else:
            left = min(
                (each.usable - each.occupied for each in report.series if each.usable is not None and
                 each.first <= last and each.last >= first),
                default=0,
            )  # fmt: skip
            self._show("right", _("{plan}，不超出；其间最少还剩{n}名。").format(plan=said, n=left))

    def _hint(self) -> str:
        first, last = self._read(self.first), self._read(self.last)
        if first is None or last is None:
            return _("日期读不懂，可写成 20260901、2026.9.1。")
        if last < first:
            return _("起止日期颠倒了，终止日期应不早于起始日期。")
        return _("填上人数，就能看到会不会超出可用员额；试算不改动任何台账。")

    def _tell(self) -> None:
        for edit in (self.first, self.last):
            set_property(edit, "state", "" if self._read(edit) is not None else "error")
        self._clear.setEnabled(self.people.value() > 0)
        self.planned.emit(self.plan())

    def _show(self, tone: str, words: str) -> None:
        set_property(self._answer_frame, "panel", tone or "info")
        set_property(self.answer, "role", tone or "quiet")
        self.answer.setText(words)

    def _read(self, edit: QLineEdit) -> dt.date | None:
        return DAY.read(edit.text(), self._around).value

    def _day(self, name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        edit.setPlaceholderText(_("例：20260901"))
        edit.setFixedWidth(126)
        return edit
