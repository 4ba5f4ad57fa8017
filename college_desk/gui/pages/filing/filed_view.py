"""What was filed so far: the list, the course, remarks and differences of the chosen version, its forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.filing.course import CourseCard
from college_desk.gui.pages.filing.filed import FiledList
from college_desk.gui.pages.filing.filed_work import FiledWork, KnownFilings
from college_desk.gui.pages.filing.preview import PreviewCard
from college_desk.gui.pages.filing.remarks import RemarksCard
from college_desk.gui.pages.filing.step_dialog import StepDialog, StepTaken
from college_desk.gui.pages.filing.tabs import tab
from college_desk.gui.pages.filing.versions import VersionsCard
from college_desk.gui.widgets.buttons import primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.filing_words import filing_line, state_words
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.records.change import Changed
from college_desk.services.differences import Differences
from college_desk.services.filing_review import Review
from college_desk.services.previewing import FilingPreview, Printed
from college_desk.storage.filings import StoredFiling

COURSE, REMARKS, VERSIONS = range(3)


class FiledView(QWidget):
    """begun: a new filing is to be begun; again(review, freeze): go on with a version, and freeze it as the
    amended one where nothing is in the way; save(filing): its package once more; counted(n): so many versions.
    """

    begun = Signal()
    again = Signal(object, bool)
    save = Signal(object)
    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._loading = 0
        self._wanted: str | None = None
        self._review: Review | None = None
        self._forms: FilingPreview | None = None
        self._lay_out()
        self._connect()

    def open(self, context: DeskContext) -> None:
        """Take the desk."""
        self._context = context
        self._work = FiledWork(context, self)
        context.numbers_shown.connect(lambda _shown: self._show_review())

    @property
    def busy(self) -> bool:
        """Whether something of it is still loading."""
        return self._loading > 0

    def load(self) -> None:
        """Read the list again; the version chosen before stays chosen."""
        self._begin(self._show_filings, self._work.filings)

    def go_to(self, number: str) -> None:
        """Choose the newest version of a number, as soon as the list is there."""
        self._wanted = None if self.list.go_to(number) else number
        self.list.table.setFocus()

    def expect(self, number: str) -> None:
        """Choose the newest version of a number when the list is read next."""
        self._wanted = number

    def take_step(self, stored: StoredFiling, taken: StepTaken) -> None:
        """Write down a step of the course."""

        def done(_changed: Changed) -> None:
            self._context.notices.say(
                _("已登记：{filing}，{state}").format(
                    filing=filing_line(stored), state=state_words(taken.state)
                )
            )

        self._work.advance(stored, taken, done)

    def save_into(self, stored: StoredFiling, out: Path, then: Callable[[Path], None]) -> None:
        """Write the package of a version once more into a folder."""
        self._work.save_package(stored, out, then)

    def show_part(self, part: int) -> None:
        """Show the course, the remarks, or what differs."""
        for number, button in enumerate(self._tabs):
            button.setChecked(number == part)
        self._parts.setCurrentIndex(part)

    def _lay_out(self) -> None:
        whole = column(self)
        self._stack = QStackedWidget()
        begin = primary(_("办理申报"))
        begin.clicked.connect(self.begun)
        self._none = card()
        hint = _("选好事项和期间，校验、说明、定稿锁定之后，每一稿都留在这里，随时可看、可再次取出材料包。")
        column(self._none).addWidget(EmptyState("file-check", _("还没有定稿的申报"), hint, begin))
        self.list = FiledList()
        left = QSplitter(Qt.Orientation.Vertical)
        left.setChildrenCollapsible(False)
        left.setHandleWidth(12)
        left.addWidget(self.list)
        left.addWidget(self._parts_card())
        left.setSizes([250, 330])
        shown = card()
        inside = column(shown, gap=6)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(label(_("定稿的表样"), "heading"))
        self.preview = PreviewCard()
        inside.addWidget(self.preview, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(12)
        self._split.addWidget(left)
        self._split.addWidget(shown)
        self._split.setSizes([800, 370])
        self._split.setStretchFactor(0, 1)
        self._stack.addWidget(self._none)
        self._stack.addWidget(self._split)
        whole.addWidget(self._stack)

    def _parts_card(self) -> QFrame:
        frame = card()
        inside: QVBoxLayout = column(frame, gap=2)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=14)
        head.setContentsMargins(14, 0, 12, 0)
        self._tabs: list[QPushButton] = []
        for number, words in enumerate((_("进度"), _("退回意见"), _("与前一稿比较"))):
            button = tab(words, "tab")
            button.clicked.connect(lambda _checked=False, one=number: self.show_part(one))
            head.addWidget(button)
            self._tabs.append(button)
        head.addStretch(1)
        self._about = label("", "hint")
        head.addWidget(self._about)
        inside.addLayout(head)
        self._parts = QStackedWidget()
        self.course, self.remarks, self.versions = CourseCard(), RemarksCard(), VersionsCard()
        for part in (self.course, self.remarks, self.versions):
            self._parts.addWidget(part)
        inside.addWidget(self._parts, 1)
        self.show_part(COURSE)
        return frame

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.again.connect(lambda _stored: self._go_on(freeze=False))
        self.list.save.connect(self.save)
        self.list.step.connect(self._ask_step)
        self.preview.wanted.connect(self._print)
        self.remarks.opened.connect(lambda code, uid: self._context.go(Place(code, uid=uid)))
        self.remarks.answered.connect(self._answer)
        self.remarks.amend.connect(lambda: self._go_on(freeze=True))
        self.versions.wanted.connect(self._compare)

    def _show_filings(self, found: KnownFilings) -> None:
        filings = found.filings
        self.list.enterprises = found.enterprises
        self._stack.setCurrentWidget(self._split if filings else self._none)
        self.list.show_filings(filings)
        self.counted.emit(len(filings))
        if self._wanted is not None and self.list.go_to(self._wanted):
            self._wanted = None
        stored = self.list.table.current_row()
        if stored is not None and self._review is not None and self._review.filing == stored:
            self._load_review(stored)

    def _choose(self, stored: StoredFiling | None) -> None:
        """Another version is the current one: its course, and its forms where they are not shown yet."""
        before = self._review.filing if self._review is not None else None
        if stored is None:
            self._review = self._forms = None
            self._show_review()
            self.preview.show_filing(None)
            return
        self._load_review(stored)
        if before is None or before.snapshot != stored.snapshot or self._forms is None:

            def show(forms: FilingPreview) -> None:
                if self.list.table.current_row() == stored:
                    self._forms = forms
                    self.preview.show_filing(forms)

            self._begin(show, lambda then: self._work.forms_of(stored, then))

    def _load_review(self, stored: StoredFiling) -> None:
        def show(found: Review) -> None:
            if self.list.table.current_row() == stored:
                before, self._review = self._review, found
                self._show_review()
                if before is None or before.filing != found.filing:
                    back = found.course.state == "returned" and found.latest
                    self.show_part(REMARKS if back else VERSIONS if self._compares(before) else COURSE)

        self._begin(show, lambda then: self._work.review(stored, then))

    def _compares(self, before: Review | None) -> bool:
        """Whether the differences are being looked at, of the same number."""
        now = self._review
        same = before is not None and now is not None and before.filing.number == now.filing.number
        return same and self._parts.currentIndex() == VERSIONS

    def _show_review(self) -> None:
        shown = self._review
        self.versions.reveal = self._context.reveal
        for part in (self.course, self.remarks, self.versions):
            part.show_review(shown)
        tasks = len(shown.tasks) if shown is not None else 0
        left = shown.open_tasks if shown is not None else 0
        self._tabs[REMARKS].setVisible(tasks > 0)
        if not tasks and self._parts.currentIndex() == REMARKS:
            self.show_part(COURSE)
        self._tabs[REMARKS].setText(
            _("退回意见（{left}条待处理）").format(left=left) if left else _("退回意见（已处理完）")
        )
        self._about.setText(filing_line(shown.filing) if shown is not None else "")

    def _compare(self, one: StoredFiling, other: StoredFiling) -> None:
        def show(found: Differences) -> None:
            self.versions.show_differences(one, other, found)

        self._begin(show, lambda then: self._work.compare(one, other, then))

    def _ask_step(self, stored: StoredFiling, state: str) -> None:
        dialog = StepDialog(self, state, filing_line(stored), self._context.today())
        if dialog.exec():
            self.take_step(stored, dialog.taken)
        dialog.deleteLater()

    def _answer(self, place: int, text: str) -> None:
        if self._review is not None:
            self._work.answer(self._review.filing, place, text)

    def _go_on(self, *, freeze: bool) -> None:
        if self._review is not None:
            self.again.emit(self._review, freeze)

    def _print(self, number: int) -> None:
        forms = self._forms
        if forms is None:
            return
        self._loading += 1

        def printed(pages: Printed) -> None:
            self._loading -= 1
            if self._forms is forms and self.preview.forms.currentIndex() == number:
                self.preview.show_pages(pages)

        def refused(error: DeskError) -> None:
            self._loading -= 1
            self._context.notices.say(str(error), "error")

        self._work.print(forms, number, printed, refused)

    def _begin(self, show: Callable[..., None], load: Callable[[Callable[..., None]], None]) -> None:
        """Load something and show it; the page is busy meanwhile."""
        self._loading += 1

        def done(found: object) -> None:
            self._loading -= 1
            show(found)

        load(done)
