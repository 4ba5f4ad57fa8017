"""The page of graduates' employment (就业): each order class as a funnel, everybody with his state and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.outcomes.choice import EVERYBODY, Choice, Link, count_at, people_of
from college_desk.gui.pages.outcomes.classes import ClassesCard, Line, lines_of
from college_desk.gui.pages.outcomes.funnel import Funnel
from college_desk.gui.pages.outcomes.people import PeopleCard
from college_desk.gui.pages.page import Page, page
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.strip import Strip
from college_desk.gui.words import grouped
from college_desk.policy.written_dates import written_day
from college_desk.records.change import Changed
from college_desk.services import order_claims
from college_desk.services.order_claim import OrderClaim

_READS = {
    "graduate_outcome", "order_student", "order_class", "agreement", "enterprise", "former_name", "apprentice",
    "cohort",
}  # fmt: skip
LEFT = 372
SAID: tuple[Link, ...] = ("graduated", "arrived", "eligible")


@dataclass(frozen=True)
class _Read:
    """The years with graduates, latest first, and the claims of one of them."""

    years: Sequence[int]
    year: int | None
    claims: Sequence[OrderClaim]
    unset: Sequence[str]


@page(
    "outcomes", "就业", section="foot", icon="graduation-cap", order=12,
    words=("毕业生就业", "订单班", "培养补助", "到岗", "录用比例"),
)  # fmt: skip
class OutcomesPage(Page):
    """Where the graduates of order classes went, whom the order subsidy is for, and why not the others."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self._loading = 0
        self._stale = False
        self._claims: Sequence[OrderClaim] = ()
        self._lay_out()

    def open(self, context: DeskContext) -> None:
        """Take the desk and read the latest year with graduates."""
        self.context = context
        context.scope_changed.connect(self._load)
        self._load()

    def arrive(self, place: Place) -> None:
        """Read again what was changed meanwhile."""
        if self._stale:
            self._load()

    def changed(self, changed: Changed) -> None:
        """Reckon anew when what it is reckoned from was changed."""
        if changed.registers and not changed.registers & _READS:
            return
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    @property
    def busy(self) -> bool:
        """Whether the claims are being reckoned."""
        return self._loading > 0

    def _load(self) -> None:
        self._loading += 1
        self._stale = False
        desk, today, campus = self.context.desk, self.context.today(), self.context.campus
        wanted: int | None = self._year.currentData()

        def work(progress: Progress) -> _Read:
            years = order_claims.years_of(desk)
            year = wanted if wanted in years else next(iter(years), None)
            if year is None:
                return _Read(years, None, (), ())
            found = order_claims.claims(desk, year, today, campus=campus, progress=progress)
            for each in found:
                each.counts()
            return _Read(years, year, found, order_claims.unset_conditions(desk, today))

        self.context.tasks.run(work, then=self._show, failed=self._failed, owner=self)

    def _failed(self, error: DeskError) -> None:
        self._loading -= 1
        self.context.notices.say(str(error), "error")

    def _show(self, read: _Read) -> None:
        self._loading -= 1
        self._claims = read.claims
        self._show_years(read)
        self._show_enterprises()
        self._stack.setCurrentWidget(self._body if read.claims else self._nobody)
        self._file.setVisible(bool(read.claims))
        classes = [each for claim in read.claims for each in claim.classes]
        graduated, arrived, eligible = (count_at(classes, link) for link in SAID)
        self._sentence.setText(
            _("截至{day}：订单班毕业 {graduated} 人，到岗 {arrived} 人，符合补助条件 {eligible} 人").format(
                day=written_day(self.context.today()),
                graduated=grouped(graduated),
                arrived=grouped(arrived),
                eligible=grouped(eligible),
            )
            if read.claims
            else ""
        )
        self._strip.show_sentences(
            [_("没有录入标准，未核对：{titles}。").format(titles="、".join(_(each) for each in read.unset))]
            if read.unset and read.claims
            else []
        )
        self._show_lines()

    def _show_years(self, read: _Read) -> None:
        self._year.blockSignals(True)
        self._year.clear()
        for year in read.years:
            self._year.addItem(_("{year}年度毕业").format(year=year), year)
        if read.year is not None:
            self._year.setCurrentIndex(self._year.findData(read.year))
        self._year.blockSignals(False)
        self._year.setVisible(bool(read.years))

    def _show_enterprises(self) -> None:
        chosen = self._enterprise.currentData()
        self._enterprise.blockSignals(True)
        self._enterprise.clear()
        self._enterprise.addItem(_("全部订单企业"), None)
        for each in self._claims:
            self._enterprise.addItem(each.name, each.name)
        self._enterprise.setCurrentIndex(max(0, self._enterprise.findData(chosen)))
        self._enterprise.blockSignals(False)
        self._enterprise.setVisible(len(self._claims) > 1)

    def _show_lines(self) -> None:
        chosen = self._enterprise.currentData()
        before = self._classes.current()
        claims = [each for each in self._claims if chosen in (None, each.name)]
        self._classes.show_lines(lines_of(claims), before.title if before is not None else "")

    def _show_line(self, line: object) -> None:
        if not isinstance(line, Line):
            return
        claim = line.claim or next(iter(self._claims), None)
        title = line.title if line.whole else _("{name}（{enterprise}）").format(
            name=line.title, enterprise=line.enterprise
        )  # fmt: skip
        self._funnel.show_classes(
            title, line.classes, claim.yuan if claim else None, claim.lacking if claim else ""
        )
        self._people.show_people(people_of(line.classes), EVERYBODY)

    def _choose(self, chosen: object) -> None:
        line = self._classes.current()
        if line is not None and isinstance(chosen, Choice):
            self._people.show_people(people_of(line.classes), chosen)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 14, MARGIN, 14)
        whole.setSpacing(GAP)
        whole.addLayout(self._head())
        self._strip = Strip(_("没有核对的条件"))
        whole.addWidget(self._strip)
        self._stack = QStackedWidget()
        self._body = self._body_widget()
        self._nobody = self._nobody_card()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._nobody)
        whole.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        head = row(gap=10)
        head.addWidget(label(_("就业"), "title"))
        self._sentence: QLabel = label("", "quiet")
        head.addWidget(self._sentence)
        head.addStretch(1)
        self._enterprise = QComboBox()
        self._enterprise.setAccessibleName(_("订单企业"))
        self._enterprise.setFixedWidth(220)
        self._enterprise.currentIndexChanged.connect(lambda _index: self._show_lines())
        self._year = QComboBox()
        self._year.setAccessibleName(_("毕业年度"))
        self._year.setMinimumWidth(130)
        self._year.currentIndexChanged.connect(lambda _index: self._load())
        self._file = primary(_("去申报"))
        self._file.setToolTip(_("到申报页面报送订单企业培养补助"))
        self._file.clicked.connect(lambda: self.context.go(Place("filings", new=True)))
        for each in (self._enterprise, self._year, self._file):
            head.addWidget(each)
        return head

    def _body_widget(self) -> QWidget:
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        self._classes = ClassesCard()
        self._classes.setFixedWidth(LEFT)
        self._classes.chosen.connect(self._show_line)
        across.addWidget(self._classes)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        self._funnel = Funnel()
        self._funnel.chosen.connect(self._choose)
        self._people = PeopleCard()
        self._people.opened.connect(lambda place: self.context.go(place))
        self._people.copied.connect(self._copied)
        right.addWidget(self._funnel)
        right.addWidget(self._people, 1)
        across.addLayout(right, 1)
        return body

    def _nobody_card(self) -> QFrame:
        bring_in = plain(_("导入就业台账"), "import")
        bring_in.clicked.connect(lambda: self.context.go(Place("import", register="graduate_outcome")))
        roster = plain(_("导入订单班名册"), "import")
        roster.clicked.connect(lambda: self.context.go(Place("import", register="order_student")))
        frame = card()
        hint = _(
            "导入订单班学生名册和毕业生就业台账以后，这里按订单班列出毕业、到岗、符合补助条件的人和原因。"
        )
        state = EmptyState("graduation-cap", _("还没有订单班毕业生"), hint, roster, bring_in)
        column(frame, 0, 0).addWidget(state)
        return frame

    def _copied(self, lines: int) -> None:
        self.context.notices.say(_("已复制缺件清单 {n} 行").format(n=lines))
