"""The page of the 20% allowance (编制与20%兼职员额): meter, steps over the year, who counts, what-if."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.page import Page, page
from college_desk.gui.pages.quota.figures import FiguresCard
from college_desk.gui.pages.quota.what_if import WhatIf
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import card, column, label, row, set_property, tag
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.widgets.quota_chart import QuotaChart
from college_desk.policy.quota import Seat, posts_number
from college_desk.policy.written_dates import written_day
from college_desk.records.change import Changed
from college_desk.records.query import Query
from college_desk.records.values.day import DAY
from college_desk.records.values.month import OPEN_END
from college_desk.records.values.value_type import Surroundings
from college_desk.services import home, quota
from college_desk.services.quota import QuotaReport

PAUSE_MS = 150
_YEARS_BACK, _YEARS_AHEAD = 3, 1


@dataclass(frozen=True)
class _Read:
    """The allowance over the year as it is, and with the plan laid over it where there is one."""

    is_now: QuotaReport
    planned: QuotaReport | None


@page("quota", "编制与20%兼职员额", section="foot", icon="gauge", order=10, words=("员额", "编制", "试算"))
class QuotaPage(Page):
    """How many part-time teachers may still be hired, for any day, in front of the headmaster."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self._loading = 0
        self._stale = False
        self._day = dt.date.min
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE_MS)
        self._wait.timeout.connect(self._load)
        self._lay_out()

    def open(self, context: DeskContext) -> None:
        """Take the desk and read the allowance of this academic year."""
        self.context = context
        self._day = context.today()
        first, _last = home.academic_year_of(self._day)
        for year in range(first.year + _YEARS_AHEAD, first.year - _YEARS_BACK - 1, -1):
            self._year.addItem(_("{first}—{second}学年").format(first=year, second=year + 1), year)
        self._year.setCurrentIndex(_YEARS_AHEAD)
        self._year.currentIndexChanged.connect(lambda _index: self._year_chosen())
        self._day_edit.setText(self._day.isoformat())
        self.what_if.begin(max(self._day, first), self._span()[1])
        self._load()

    def arrive(self, place: Place) -> None:
        """Show a day (`part`, as YYYY-MM-DD); read again what was changed meanwhile."""
        if place.part:
            self._choose_day(dt.date.fromisoformat(place.part))
        elif self._stale:
            self._load()

    def changed(self, changed: Changed) -> None:
        """Reckon anew when what it is reckoned from was changed."""
        of_it = changed.registers & {"staffing", "appointment", "assignment", "part_time_teacher", "term"}
        if changed.registers and not of_it:
            return
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    @property
    def busy(self) -> bool:
        """Whether the allowance is being reckoned."""
        return self._loading > 0 or self._wait.isActive()

    def _span(self) -> tuple[dt.date, dt.date]:
        year = self._year.currentData()
        return (dt.date(year, 9, 1), dt.date(year + 1, 8, 31)) if year else home.academic_year_of(self._day)

    def _load(self) -> None:
        self._loading += 1
        self._stale = False
        desk, today, day, (first, last) = self.context.desk, self.context.today(), self._day, self._span()
        plan = self.what_if.plan()

        def work(_progress: Progress) -> _Read:
            is_now = quota.quota(desk, on=day, first=first, last=last, today=today)
            if plan is None:
                return _Read(is_now, None)
            return _Read(is_now, quota.quota(desk, on=day, first=first, last=last, add=[plan], today=today))

        self.context.tasks.run(work, then=self._show, failed=self._failed, owner=self)

    def _failed(self, error: DeskError) -> None:
        self._loading -= 1
        self._sentence.setText(str(error))
        set_property(self._sentence, "role", "wait")
        self._stack.setCurrentWidget(self._lacking)
        self._lacking_words.setText(str(error))

    def _show(self, read: _Read) -> None:
        self._loading -= 1
        report = read.is_now
        self._show_meter(report)
        self._figures.show_report(report)
        shown = read.planned or report
        self._chart.show_series(shown.series, self.context.today(), self._day)
        self._seats.show_rows(report.appointments)
        self._seats_title.setText(_("{day}占用20%编制员额的人员").format(day=written_day(self._day)))
        self._seats_count.setText(_("{n} 人").format(n=len({each.person for each in report.appointments})))
        self.what_if.show_answer(read.planned)
        if report.appointments:
            self._seats_stack.setCurrentWidget(self._table)
        else:
            self._seats_stack.setCurrentWidget(self._nobody)
        known = report.approved is not None
        self._staffing.setVisible(known)
        self._stack.setCurrentWidget(self._body if known else self._unknown)

    def _show_meter(self, report: QuotaReport) -> None:
        day = written_day(report.on)
        set_property(self._sentence, "role", "quiet")
        if report.usable is None or report.remaining is None:
            self._sentence.setText(
                _("尚未录入核定编制，截至{day}占用{n}名").format(day=day, n=report.occupied)
            )
            self._badge.hide()
            return
        self._sentence.setText(
            _("截至{day}：可用 {usable} 名，已占用 {occupied} 名").format(
                day=day, usable=report.usable, occupied=report.occupied
            )
        )
        over = report.remaining < 0
        words = _("超出 {n} 名") if over else _("还可聘 {n} 名")
        self._badge.setText(words.format(n=abs(report.remaining)))
        set_property(self._badge, "tag", "error" if over else "right" if report.remaining else "wait")
        self._badge.show()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 14, MARGIN, 14)
        whole.setSpacing(GAP)
        whole.addLayout(self._head())
        self._stack = QStackedWidget()
        self._body = self._body_widget()
        self._unknown = self._unknown_card()
        self._lacking = card()
        inside = column(self._lacking, 24)
        inside.addStretch(1)
        self._lacking_words = label("", "heading", wrap=True)
        inside.addWidget(self._lacking_words)
        to_policy = plain(_("录入政策参数"))
        to_policy.clicked.connect(lambda: self.context.go(Place("system")))
        line = row()
        line.addWidget(to_policy)
        line.addStretch(1)
        inside.addLayout(line)
        inside.addStretch(2)
        for each in (self._body, self._unknown, self._lacking):
            self._stack.addWidget(each)
        whole.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        head = row(gap=10)
        head.addWidget(label(_("编制与20%兼职员额"), "title"))
        self._sentence: QLabel = label("", "quiet")
        self._badge = tag("", "right")
        head.addWidget(self._sentence)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        self._year = QComboBox()
        self._year.setAccessibleName(_("学年"))
        self._year.setMinimumWidth(150)
        head.addWidget(self._year)
        self._staffing = primary(_("编制核定情况"))
        self._staffing.setToolTip(_("填写或修改核定编制数、在编实有人数"))
        self._staffing.clicked.connect(lambda: self.context.go(Place("staffing")))
        head.addWidget(self._staffing)
        return head

    def _body_widget(self) -> QWidget:
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._chart_card(), 5)
        left.addWidget(self._seats_card(), 4)
        across.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        self._figures = FiguresCard()
        self.what_if = WhatIf()
        self.what_if.planned.connect(lambda _plan: self._wait.start())
        for each in (self._figures, self.what_if):
            each.setFixedWidth(360)
        right.addWidget(self.what_if)
        right.addWidget(self._figures, 1)
        across.addLayout(right)
        return body

    def _chart_card(self) -> QFrame:
        frame = card()
        inside = column(frame, gap=4)
        inside.setContentsMargins(14, 10, 14, 8)
        head = row(gap=8)
        head.addWidget(label(_("可用与占用"), "heading"))
        head.addWidget(label(_("点图上的日期，或按左右键逐日看"), "hint"))
        head.addStretch(1)
        head.addWidget(label(_("统计时点"), "quiet"))
        self._day_edit = QLineEdit()
        self._day_edit.setAccessibleName(_("统计时点"))
        self._day_edit.setPlaceholderText(_("例：20260930"))
        self._day_edit.setFixedWidth(112)
        self._day_edit.editingFinished.connect(self._day_typed)
        head.addWidget(self._day_edit)
        inside.addLayout(head)
        self._chart = QuotaChart()
        self._chart.chosen.connect(self._choose_day)
        inside.addWidget(self._chart, 1)
        return frame

    def _seats_card(self) -> QFrame:
        frame = card()
        inside = column(frame, gap=4)
        inside.setContentsMargins(1, 10, 1, 1)
        head = row()
        head.setContentsMargins(14, 0, 14, 0)
        self._seats_title = label("", "heading")
        self._seats_count = label("", "quiet")
        head.addWidget(self._seats_title)
        head.addWidget(self._seats_count)
        head.addStretch(1)
        head.addWidget(label(_("回车打开聘任记录"), "hint"))
        inside.addLayout(head)
        self._seats = ListModel[Seat](
            [
                ListColumn(_("姓名"), lambda each: each.name, 110),
                ListColumn(_("聘任协议编号"), lambda each: each.contract_number or "", 0),
                ListColumn(_("聘期起"), lambda each: each.first.isoformat(), 110),
                ListColumn(_("聘期止"), _end, 110),
                ListColumn(_("占用员额数"), lambda each: str(posts_number(each.hundredths)), 100, right=True),
                ListColumn(_("超员额批复"), lambda each: _("有") if each.approved else "", 96),
            ],
            parent=self,
        )
        self._table: ListTable[Seat] = ListTable(self._seats, _("占用20%编制员额的人员"))
        self._table.opened.connect(self._open_seat)
        self._nobody = EmptyState(
            "users",
            _("这一天没有人占用20%编制员额"),
            _("在聘任台账里把“是否占用20%编制员额”填“是”的才计入。"),
        )
        self._seats_stack = QStackedWidget()
        self._seats_stack.addWidget(self._nobody)
        self._seats_stack.addWidget(self._table)
        inside.addWidget(self._seats_stack, 1)
        return frame

    def _unknown_card(self) -> QFrame:
        begin = primary(_("填写编制核定情况"))
        begin.clicked.connect(lambda: self.context.go(Place("staffing", new=True)))
        frame = card()
        hint = _("录入核定编制数、在编实有人数和批复文号后，这里就能看到每一天可用和占用的员额。")
        column(frame, 0, 0).addWidget(EmptyState("gauge", _("还没有这一天的核定编制数"), hint, begin))
        return frame

    def _year_chosen(self) -> None:
        first, last = self._span()
        if not first <= self._day <= last:
            today = self.context.today()
            self._take_day(today if first <= today <= last else first)
        self._load()

    def _day_typed(self) -> None:
        read = DAY.read(self._day_edit.text(), Surroundings(year=self.context.today().year)).value
        if read is None:
            set_property(self._day_edit, "state", "error")
            self.context.notices.say(_("日期读不懂，可写成 20260930、2026.9.30。"), "wait")
        elif read != self._day:
            self._choose_day(read)

    def _choose_day(self, day: dt.date) -> None:
        self._take_day(day)
        first, _last = home.academic_year_of(day)
        place = self._year.findData(first.year)
        if place >= 0 and place != self._year.currentIndex():
            self._year.setCurrentIndex(place)
        self._wait.start()

    def _take_day(self, day: dt.date) -> None:
        self._day = day
        set_property(self._day_edit, "state", "")
        self._day_edit.setText(day.isoformat())

    def _open_seat(self, seat: object) -> None:
        if isinstance(seat, Seat):
            uids = frozenset(each.uid for each in self._seats.rows())
            self.context.go(Place("appointment", query=Query(uids=uids), uid=seat.uid))


def _end(seat: Seat) -> str:
    return _("长期") if seat.last == OPEN_END else seat.last.isoformat()
