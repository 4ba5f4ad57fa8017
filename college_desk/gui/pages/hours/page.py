"""The page of teaching hours (课时): a month of each teacher's lessons, what hinders their pay, settling and paying."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.hours.acts import PayActs
from college_desk.gui.pages.hours.calendar import Legend, MonthCalendar
from college_desk.gui.pages.hours.obstacles import ObstaclesCard, place_of
from college_desk.gui.pages.hours.pay_lines import PayLines, PayRow
from college_desk.gui.pages.page import Page, page
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.gui.widgets.buttons import icon_button, plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.words import grouped
from college_desk.policy.written_dates import written_day
from college_desk.records.change import Changed
from college_desk.records.query import Query
from college_desk.records.values.day import MONTH
from college_desk.records.values.month import Month
from college_desk.services.month_of_fees import Line
from college_desk.services.teaching_month import TeachingMonth, teaching_month

PAUSE_MS = 120
_PAY_WIDTH = 508
_READ_FROM = frozenset(
    {"teaching_hours", "settlement", "part_time_teacher", "appointment", "fee_standard", "term"}
)


@page("hours", "课时", section="foot", icon="clock", order=20, words=("课时费", "结算", "课时管理", "发放"))
class HoursPage(Page):
    """From the verified lesson to the paid fee, month by month."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.acts: PayActs | None = None
        self._loading = 0
        self._stale = False
        self._month: Month | None = None
        self._pay_month: Month | None = None
        self._found: TeachingMonth | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE_MS)
        self._wait.timeout.connect(self._load)
        self._lay_out()

    def open(self, context: DeskContext) -> None:
        """Take the desk and show the last month with lessons."""
        self.context = context
        self.acts = acts = PayActs(self, context)
        self._settle.clicked.connect(self._settle_month)
        self.pay_lines.pay.connect(acts.pay)
        self.pay_lines.reverse.connect(acts.reverse)
        self.pay_lines.claim.connect(acts.claim)
        context.scope_changed.connect(self._load)
        self._load()

    def arrive(self, place: Place) -> None:
        """Show a month (`part`, as YYYY-MM); read again what was changed meanwhile."""
        month = MONTH.read(place.part).value if place.part else None
        if month is not None:
            self._go_to(month)
        elif self._stale:
            self._load()

    def changed(self, changed: Changed) -> None:
        """Read the month again when what it is made from was changed."""
        if changed.registers and not changed.registers & _READ_FROM:
            return
        if self.isVisible():
            self._wait.start()
        else:
            self._stale = True

    @property
    def busy(self) -> bool:
        """Whether the month is being read."""
        return self._loading > 0 or self._wait.isActive()

    @property
    def month(self) -> Month | None:
        """The month that is shown; None before the first was read."""
        return self._month

    def turn(self, months: int) -> None:
        """Show a month so many later, earlier when negative."""
        if self._month is not None:
            self._go_to(self._month.plus(months))

    def _go_to(self, month: Month) -> None:
        self._month, self._pay_month = month, None
        self._name.setText(written_day(month))
        self._wait.start()

    def _load(self) -> None:
        self._loading += 1
        self._stale = False
        desk, today, month = self.context.desk, self.context.today(), self._month
        campus, pay_month = self.context.campus, self._pay_month

        def work(progress: Progress) -> TeachingMonth:
            return teaching_month(
                desk, month, today=today, pay_month=pay_month, campus=campus, progress=progress
            )

        self.context.tasks.run(work, then=partial(self._read, month), failed=self._failed, owner=self)

    def _failed(self, error: DeskError) -> None:
        self._loading -= 1
        self.context.notices.say(str(error), "error")

    def _read(self, asked: Month | None, found: TeachingMonth) -> None:
        """Show what was read, unless another month was asked for since."""
        self._loading -= 1
        if asked != self._month:
            return
        self._found, self._month = found, found.month
        if self.acts is not None:
            self.acts.found = found
        fees = found.fees
        self._name.setText(written_day(found.month))
        self.calendar.show_month(
            found.month,
            today=self.context.today(),
            off=found.days_off,
            outside=found.outside,
            clashing=found.clashing,
        )
        self.pay_lines.show_month(found, self._pay_month or found.month)
        self.obstacles.show_obstacles(found.obstacles)
        fresh = [each for each in fees.lines if not each.settled]
        self._sentence.setText(_state(found, fresh))
        self._settle.setEnabled(bool(fresh) and not fees.missing)
        self._settle.setToolTip("\n".join(fees.missing) or _("锁定本月待结算的课时，一步完成"))
        self._latest.setVisible(bool(found.teachers) and found.latest != found.month)
        nothing = not found.teachers
        self._settle.setHidden(nothing)
        self._stack.setCurrentWidget(
            self._body if not nothing else self._no_lessons if found.latest is None else self._no_month
        )

    def _chosen(self, chosen: object) -> None:
        teacher = chosen.teacher if isinstance(chosen, PayRow) else None
        self._whose.setText("" if teacher is None else teacher.name)
        if teacher is None or self._found is None:
            self._figures.setText("")
            self.calendar.show_lessons(())
            return
        count = _("{n} 条课时").format(n=len(teacher.lessons))
        self._figures.setText(count if teacher.lessons else _("本月没有课时"))
        self.calendar.show_lessons(teacher.lessons)

    def _open_row(self, opened: object) -> None:
        if isinstance(opened, PayRow):
            line = opened.line
            if line is not None and line.settled:
                self.context.go(Place("settlement", uid=line.settlement.uid))
            else:
                uids = frozenset(each.uid for each in opened.teacher.lessons)
                self.context.go(Place("teaching_hours", query=Query(uids=uids)))

    def _open_day(self, day: object) -> None:
        lessons = [each for each in self.calendar.lessons_on(self.calendar.day) if each.taught_on == day]
        if lessons:
            uids = frozenset(each.uid for each in lessons)
            self.context.go(Place("teaching_hours", query=Query(uids=uids), uid=lessons[0].uid))

    def _settle_month(self) -> None:
        if self.acts is not None:
            self.acts.settle(self._pay_month)

    def _choose_pay_month(self, month: object) -> None:
        if isinstance(month, Month) and self._found is not None:
            self._pay_month = None if month == self._found.month else month
            self._load()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 14, MARGIN, 14)
        whole.setSpacing(GAP)
        whole.addLayout(self._head())
        self._stack = QStackedWidget()
        self._body = self._body_widget()
        self._no_lessons = self._empty(
            _("还没有课时记录"),
            _("导入各系部报来的课时记录表，教务核验后按月结算；金额按课时费标准逐笔计算。"),
            _("导入课时记录"),
            lambda: self.context.go(Place("import", register="teaching_hours")),
        )
        self._no_month = self._empty(
            _("这个月没有课时记录"),
            _("用上方的箭头，或按 Alt+PageUp、Alt+PageDown 换月份。"),
            _("到最近有课的月份"),
            self._go_to_latest,
        )
        for each in (self._body, self._no_lessons, self._no_month):
            self._stack.addWidget(each)
        whole.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        head = row(gap=8)
        head.addWidget(label(_("课时"), "title"))
        before, after = icon_button("chevron-left", _("上个月")), icon_button("chevron-right", _("下个月"))
        before.setShortcut("Alt+PgUp")
        after.setShortcut("Alt+PgDown")
        before.clicked.connect(lambda: self.turn(-1))
        after.clicked.connect(lambda: self.turn(1))
        self._name: QLabel = label("", "heading")
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name.setMinimumWidth(92)
        head.addSpacing(6)
        for each in (before, self._name, after):
            head.addWidget(each)
        self._sentence: QLabel = label("", "quiet")
        head.addWidget(self._sentence, 1)
        self._latest = plain(_("最近有课的月份"))
        self._latest.clicked.connect(self._go_to_latest)
        self._latest.hide()
        head.addWidget(self._latest)
        self._settle = primary(_("结算"))
        self._settle.setEnabled(False)
        head.addWidget(self._settle)
        return head

    def _body_widget(self) -> QWidget:
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._calendar_card(), 1)
        self.obstacles = ObstaclesCard()
        self.obstacles.opened.connect(lambda each: self.context.go(place_of(each)))
        self.obstacles.pointed.connect(self._point)
        left.addWidget(self.obstacles)
        across.addLayout(left, 1)
        self.pay_lines = PayLines()
        self.pay_lines.setFixedWidth(_PAY_WIDTH)
        self.pay_lines.chosen.connect(self._chosen)
        self.pay_lines.opened.connect(self._open_row)
        self.pay_lines.pay_month.connect(self._choose_pay_month)
        across.addWidget(self.pay_lines)
        return body

    def _calendar_card(self) -> QFrame:
        frame = card()
        inside = column(frame, gap=4)
        inside.setContentsMargins(1, 10, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        self._whose: QLabel = label("", "heading")
        self._figures: QLabel = label("", "quiet")
        head.addWidget(self._whose)
        head.addWidget(self._figures)
        head.addStretch(1)
        head.addWidget(Legend())
        inside.addLayout(head)
        self.calendar = MonthCalendar()
        self.calendar.opened.connect(self._open_day)
        self.calendar.turned.connect(self.turn)
        inside.addWidget(self.calendar, 1)
        return frame

    def _empty(self, sentence: str, hint: str, action: str, act: Callable[[], None]) -> QFrame:
        frame = card()
        button = primary(action)
        button.clicked.connect(lambda: act())
        column(frame, 0, 0).addWidget(EmptyState("clock", sentence, hint, button))
        return frame

    def _point(self, who: str) -> None:
        self.pay_lines.go_to(who)

    def _go_to_latest(self) -> None:
        if self._found is not None and self._found.latest is not None:
            self._go_to(self._found.latest)


def _state(found: TeachingMonth, fresh: Sequence[Line]) -> str:
    """How far the month is, in one sentence."""
    fees = found.fees
    if fees.missing:
        return _("缺少课时费标准，不能结算")
    if fresh:
        gross = sum((each.settlement.gross or Decimal(0) for each in fresh), Decimal(0))
        return _("待结算 {n} 笔，应发 {gross} 元").format(n=len(fresh), gross=grouped(gross))
    if fees.lines:
        return _("已全部结算并锁定") if not fees.unverified else _("已结算；还有课时未经教务核验")
    return _("没有可以结算的课时")
