"""The page 统计: cross tables of any register, the year's progress against its goals, rosters compared."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.page import Page, page
from college_desk.gui.pages.tallies.comparing import ComparingPart
from college_desk.gui.pages.tallies.cross import CrossPart
from college_desk.gui.pages.tallies.part import TallyPart
from college_desk.gui.pages.tallies.year import YearPart
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.gui.widgets.labels import label, row
from college_desk.records.change import Changed

PARTS: tuple[type[TallyPart], ...] = (CrossPart, YearPart, ComparingPart)


@page(
    "tallies",
    "统计",
    icon="table",
    order=40,
    words=("统计表", "年度进展", "名单比对", "完成率", "人次", "目标"),
)
class TalliesPage(Page):
    """One tab at a time, each with its own actions at the right of the head; `part` of a place names a tab."""

    def open(self, context: DeskContext) -> None:
        """Lay out the tabs."""
        self.context = context
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 14, MARGIN, 14)
        whole.setSpacing(GAP)
        head = row(gap=18)
        head.addWidget(label(_("统计"), "title"))
        self._stack = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self.parts = [kind(context) for kind in PARTS]
        for number, part in enumerate(self.parts):
            tab = QPushButton(_(part.title))
            tab.setProperty("kind", "tab")
            tab.setCheckable(True)
            self._tabs.addButton(tab, number)
            head.addWidget(tab)
            self._stack.addWidget(part)
        head.addStretch(1)
        actions = row(gap=8)
        for part in self.parts:
            for button in part.buttons:
                actions.addWidget(button)
        head.addLayout(actions)
        self._tabs.idClicked.connect(self._clicked)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        self._choose(0)

    def arrive(self, place: Place) -> None:
        """Show the tab that the place names, else the one shown last."""
        codes = [each.code for each in self.parts]
        if place.part in codes:
            self._choose(codes.index(place.part))
        self.part.arrive(place)

    def changed(self, changed: Changed) -> None:
        """Read the shown tab again; the others are read when they are shown."""
        if self.isVisible():
            self.part.changed(changed)

    @property
    def part(self) -> TallyPart:
        """The tab that is shown."""
        return self.parts[self._stack.currentIndex()]

    @property
    def busy(self) -> bool:
        """Whether the shown tab loads."""
        return self.part.loading > 0

    def _clicked(self, number: int) -> None:
        self._choose(number)
        self.part.arrive(Place(self.code))

    def _choose(self, number: int) -> None:
        tab = self._tabs.button(number)
        tab.setChecked(True)
        self._stack.setCurrentIndex(number)
        for each in self.parts:
            for button in each.buttons:
                button.setVisible(each is self.parts[number])
