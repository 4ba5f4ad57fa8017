"""The home page (首页): what needs doing today, four meters, the allowance over the year, the classes."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.home.glance import ClassesCard
from college_desk.gui.pages.home.meters import Meter, show_goals, show_quota, shown
from college_desk.gui.pages.page import Page, page
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.gui.widgets.buttons import link, plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.finding_words import without_numbers
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.widgets.quota_chart import QuotaChart
from college_desk.gui.words import grouped
from college_desk.records.change import Changed
from college_desk.records.query import Query
from college_desk.services import home, home_matters
from college_desk.services.home import Overview
from college_desk.services.home_figures import ClassAtAGlance, Rows
from college_desk.services.home_matters import Matter


@page("home", "首页", section="top", icon="house", order=0, words=("今天要办的事",))
class HomePage(Page):
    """What a clerk sees in the morning; every number opens the rows behind it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self._loading = 0
        self._stale = False
        self._said: Overview | None = None
        self._lay_out()

    def open(self, context: DeskContext) -> None:
        """Take the desk and read the overview."""
        self.context = context
        context.scope_changed.connect(self._load)
        self._greet(0)
        self._load()

    def arrive(self, place: Place) -> None:
        """Read again what was changed while another page was shown."""
        if self._stale:
            self._load()

    def changed(self, changed: Changed) -> None:
        """Read the overview again, at once where it is looked at."""
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    def findings_changed(self) -> None:
        """List the findings anew."""
        self._show_matters()

    @property
    def busy(self) -> bool:
        """Whether the overview is being read."""
        return self._loading > 0

    def _load(self) -> None:
        self._loading += 1
        self._stale = False
        desk, today, campus = self.context.desk, self.context.today(), self.context.campus

        def work(_progress: Progress) -> Overview:
            return home.overview(desk, today, campus=campus)

        self.context.tasks.run(work, then=self._show, owner=self)

    def _show(self, said: Overview) -> None:
        self._loading -= 1
        self._said = said
        show_quota(self._quota, said.quota, said.quota_lacks)
        hours = said.hours
        below = _("教务都已核验")
        if hours.unverified:
            below = _("{n}条待教务核验").format(n=grouped(hours.unverified))
        elif not hours.people:
            below = _("{month}月还没有课时记录").format(month=hours.month.month)
        self._hours.show_number(
            shown(hours.periods),
            _("课时 · {n} 人").format(n=grouped(hours.people)),
            below,
            tone="wait" if hours.unverified else "",
        )
        training = said.in_training
        self._training.show_number(
            grouped(training.people),
            _("人 · {n} 班").format(n=training.classes),
            self._training_words(),
        )
        if not self.context.findings.errors_of("apprentice"):
            show_goals(self._training, said.goals)
        orders = said.orders
        below = _("还没有订单班毕业生的就业记录")
        if orders.graduated:
            below = _("到岗占毕业 {n:.1f}%").format(n=orders.arrived * 100 / orders.graduated)
        self._orders.show_number(
            grouped(orders.arrived), _("/ {n} 人毕业").format(n=grouped(orders.graduated)), below
        )
        if orders.graduated:
            self._orders.show_share(orders.arrived, orders.graduated, "right")
        self._show_chart(said)
        self._classes.show_classes(said.cohorts, said.order_classes)
        self._show_matters()

    def _training_words(self) -> str:
        errors = self.context.findings.errors_of("apprentice")
        if errors:
            return _("学徒花名册有{n}处必须改正").format(n=grouped(errors))
        return _("在学徒花名册中在培的人员")

    def _show_chart(self, said: Overview) -> None:
        if said.quota is not None:
            self._chart.show_series(said.quota.series, said.today)
            first, last = said.quota.series[0].first, said.quota.series[-1].last
            self._span.setText(f"{first:%Y-%m} 至 {last:%Y-%m}" if first else "")

    def _show_matters(self) -> None:
        if self._said is None:
            return
        found = home_matters.of_findings(self.context.findings.all)
        matters = home_matters.gravest_first([*self._said.matters, *found])
        self._matters.show_rows(matters)
        self._greet(len(matters))
        for each in self._actions:
            each.setVisible(bool(matters) or not self._said.empty)
        if matters:
            self._list.go_to_row(0)
            self._stack.setCurrentWidget(self._list)
        elif self._said.empty:
            self._stack.setCurrentWidget(self._begin)
        else:
            self._stack.setCurrentWidget(self._nothing if self.context.findings_known else self._checking)

    def _greet(self, number: int) -> None:
        hour = self.context.now().hour
        words = _("晚上好")
        for until, greeting in ((11, _("早上好")), (13, _("中午好")), (18, _("下午好"))):
            if hour < until:
                words = greeting
                break
        if number:
            words = _("{greeting}，今天有 {n} 件事").format(greeting=words, n=number)
        self._title.setText(words)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 14, MARGIN, 14)
        whole.setSpacing(GAP)
        whole.addLayout(self._head())
        whole.addLayout(self._meters())
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addWidget(self._matters_card(), 11)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self._chart_card(), 9)
        self._classes = ClassesCard()
        self._classes.opened.connect(self._open_class)
        self._classes.listed.connect(lambda code: self.context.go(Place(code)))
        right.addWidget(self._classes, 10)
        body.addLayout(right, 10)
        whole.addLayout(body, 1)

    def _head(self) -> QHBoxLayout:
        head = row(gap=8)
        self._title = label("", "title")
        head.addWidget(self._title)
        head.addStretch(1)
        bring_in = plain(_("导入表格"), "upload")
        bring_in.clicked.connect(lambda: self.context.go(Place("import")))
        new = primary(_("新建申报"))
        new.clicked.connect(lambda: self.context.go(Place("filings", new=True)))
        self._actions = (bring_in, new)
        for each in self._actions:
            head.addWidget(each)
        return head

    def _meters(self) -> QHBoxLayout:
        line = row(gap=GAP)
        self._quota = Meter(_("20%兼职员额"))
        self._hours = Meter(_("本月课时"))
        self._training = Meter(_("在培学徒"))
        self._orders = Meter(_("订单生到岗"))
        self._quota.opened.connect(lambda _which: self.context.go(Place("quota")))
        self._hours.opened.connect(self._open_hours)
        self._training.opened.connect(self._open_training)
        self._orders.opened.connect(self._open_orders)
        for each in (self._quota, self._hours, self._training, self._orders):
            line.addWidget(each, 1)
        return line

    def _matters_card(self) -> QFrame:
        frame = card()
        inside = column(frame, gap=4)
        inside.setContentsMargins(1, 10, 1, 6)
        head = row()
        head.setContentsMargins(14, 0, 14, 0)
        head.addWidget(label(_("要办的事"), "heading"))
        head.addStretch(1)
        head.addWidget(label(_("按急缓排列，回车打开"), "hint"))
        inside.addLayout(head)
        self._matters = ListModel[Matter](
            [
                ListColumn("", lambda each: each.badge, 92, tone=lambda each: each.urgency, tag=True),
                ListColumn("", self._sentence),
                ListColumn("", lambda each: f"{each.act} ›", 112, tone=lambda _each: "info", right=True),
            ],
            parent=self,
        )
        self._list: ListTable[Matter] = ListTable(self._matters, _("要办的事"))
        self._list.horizontalHeader().hide()
        self._list.opened.connect(self._open_matter)
        self._list.clicked.connect(self._clicked_matter)
        begin = primary(_("导入表格"))
        begin.clicked.connect(lambda: self.context.go(Place("import")))
        staffing = plain(_("填写编制核定情况"))
        staffing.clicked.connect(lambda: self.context.go(Place("staffing", new=True)))
        self._begin = EmptyState(
            "inbox",
            _("先把手头的表格导入进来"),
            _(
                "花名册、台账、课时表都可以直接导入，有错的行会留在待处理数据里；再填写编制核定情况，就能看到还可聘几名。"
            ),
            staffing,
            begin,
        )
        self._nothing = EmptyState(
            "circle-check", _("今天没有要办的事"), _("校验没有发现问题，30天内也没有到期的协议。")
        )
        self._checking = EmptyState("loader", _("正在校验…"), _("校验完成后在这里列出要办的事。"))
        self._stack = QStackedWidget()
        for each in (self._checking, self._list, self._begin, self._nothing):
            self._stack.addWidget(each)
        inside.addWidget(self._stack, 1)
        return frame

    def _chart_card(self) -> QFrame:
        frame = card()
        inside = column(frame, gap=2)
        inside.setContentsMargins(14, 8, 14, 8)
        head = row()
        open_quota = link(_("20%编制员额占用"))
        open_quota.setProperty("strong", "yes")
        open_quota.clicked.connect(lambda: self.context.go(Place("quota")))
        head.addWidget(open_quota)
        head.addStretch(1)
        self._span = label("", "hint")
        head.addWidget(self._span)
        inside.addLayout(head)
        self._chart = QuotaChart(small=True)
        self._chart.chosen.connect(lambda day: self.context.go(Place("quota", part=day.isoformat())))
        inside.addWidget(self._chart, 1)
        return frame

    def _sentence(self, matter: Matter) -> str:
        return without_numbers(matter.sentence, reveal=self.context.reveal)

    def _clicked_matter(self) -> None:
        if self._list.currentIndex().column() == self._matters.columnCount() - 1:
            self._open_matter(self._list.current_row())

    def _open_matter(self, matter: object) -> None:
        if isinstance(matter, Matter):
            query = matter.rows.query if matter.rows is not None else None
            self.context.go(
                Place(matter.page, query=query, uid=matter.uid, field=matter.field, part=matter.part)
            )

    def _open_hours(self, which: str) -> None:
        if self._said is not None:
            hours = self._said.hours
            self._open_rows(hours.unverified_rows if which == "below" and hours.unverified else hours.rows)

    def _open_training(self, which: str) -> None:
        if self._said is None:
            return
        if which == "below" and self.context.findings.errors_of("apprentice"):
            found = self.context.findings.uids("apprentice", "error")
            rows = self._said.in_training.rows
            self._open_rows(Rows(rows.register, Query(uids=found)))
        elif which == "below" and any(each.rate is not None for each in self._said.goals):
            self.context.go(Place("tallies", part="year"))
        else:
            self._open_rows(self._said.in_training.rows)

    def _open_orders(self, which: str) -> None:
        if self._said is not None:
            orders = self._said.orders
            self._open_rows(orders.graduated_rows if which == "beside" else orders.arrived_rows)

    def _open_class(self, shown_class: ClassAtAGlance) -> None:
        self._open_rows(shown_class.rows)

    def _open_rows(self, rows: Rows) -> None:
        self.context.go(Place(rows.register, query=rows.query))
