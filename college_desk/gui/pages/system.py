"""The page 系统: the school, policy parameters, history with undo, 数据体检; a tab each."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.page import Page, page
from college_desk.gui.system.checkup import CheckupPart
from college_desk.gui.system.handbook import HandbookPart
from college_desk.gui.system.history import HistoryPart
from college_desk.gui.system.part import SystemPart
from college_desk.gui.system.policy import PolicyPart
from college_desk.gui.system.school import SchoolPart
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.gui.widgets.labels import label, row
from college_desk.records.change import Changed

PARTS: tuple[type[SystemPart], ...] = (SchoolPart, PolicyPart, HandbookPart, HistoryPart, CheckupPart)


@page(
    "system",
    "系统",
    icon="settings",
    order=90,
    words=("校区", "政策参数", "修改记录", "校验规则", "数据体检", "学校"),
)
class SystemPage(Page):
    """One tab at a time; a tab loads when it is shown."""

    def open(self, context: DeskContext) -> None:
        """Lay out the tabs."""
        self.context = context
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 14, MARGIN, 14)
        whole.setSpacing(GAP)
        whole.addWidget(label(_("系统"), "title"))
        tabs = row(gap=18)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        for number, kind in enumerate(PARTS):
            button = QPushButton(_(kind.title))
            button.setProperty("kind", "tab")
            button.setCheckable(True)
            self._group.addButton(button, number)
            tabs.addWidget(button)
            self._stack.addWidget(kind(context))
        tabs.addStretch(1)
        self._group.idClicked.connect(self.show_part)
        whole.addLayout(tabs)
        whole.addWidget(self._stack, 1)
        self._group.button(0).setChecked(True)

    def arrive(self, place: Place) -> None:
        """Show the tab that the place's field names, else the one shown last."""
        titles = [kind.title for kind in PARTS]
        if place.field in titles:
            self.show_part(titles.index(place.field))
        else:
            self._load()
        part = self._stack.currentWidget()
        if place.part is not None and isinstance(part, SystemPart):
            part.look_at(place.part)

    def changed(self, changed: Changed) -> None:
        """Read the shown tab again."""
        if self.isVisible():
            self._load()

    def show_part(self, number: int) -> None:
        """Show a tab."""
        self._group.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        self._load()

    def _load(self) -> None:
        part = self._stack.currentWidget()
        if isinstance(part, SystemPart):
            part.load()
