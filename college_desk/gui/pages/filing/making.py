"""The filing in the making (办理申报): what is chosen, the path, what was found, the forms, the package."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from college_desk.base.translation import _
from college_desk.forms.filing import (
    ANNUAL_PROGRESS,
    APPRENTICESHIP,
    ENTERPRISE_APPRENTICESHIP,
    HOURLY_SUBSIDY,
    ORDER_AGREEMENTS,
    ORDER_SUBSIDY,
    PART_TIME_APPOINTMENTS,
)
from college_desk.gui.pages.filing.choosing import Choosing
from college_desk.gui.pages.filing.findings import FindingsCard
from college_desk.gui.pages.filing.package import PackageCard
from college_desk.gui.pages.filing.path import Path
from college_desk.gui.pages.filing.preview import PreviewCard
from college_desk.gui.pages.filing.tabs import tab
from college_desk.gui.pages.page import PAGES
from college_desk.gui.theme.tokens import GAP
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import card, column, row
from college_desk.records.register import REGISTERS

_BEGINS_WITH = {
    APPRENTICESHIP: "apprentice",
    ENTERPRISE_APPRENTICESHIP: "apprentice",
    PART_TIME_APPOINTMENTS: "appointment",
    HOURLY_SUBSIDY: "teaching_hours",
    ORDER_AGREEMENTS: "order_class",
    ORDER_SUBSIDY: "graduate_outcome",
    ANNUAL_PROGRESS: "agreement",
}
"""The register in which what a filing files is kept first."""

_WORKED_ON = {HOURLY_SUBSIDY: "hours"}
"""The page on which it is made ready, where that is not the register's own."""


class Making(QWidget):
    """page_wanted(code): where what is filed is worked on; import_wanted(code): its register, from a sheet."""

    page_wanted = Signal(str)
    import_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._register = self._page = "appointment"
        lines = column(self, 0, GAP)
        self.choosing, self.path = Choosing(), Path()
        self.findings, self.preview, self.package = FindingsCard(), PreviewCard(), PackageCard()
        lines.addWidget(self.choosing)
        lines.addWidget(self.path)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(12)
        halves.addWidget(self.findings)
        halves.addWidget(self._side())
        halves.setSizes([780, 360])
        halves.setStretchFactor(0, 1)
        self._halves, self._nothing = halves, self._nothing_card()
        self._body = QStackedWidget()
        self._body.addWidget(halves)
        self._body.addWidget(self._nothing)
        lines.addWidget(self._body, 1)

    def show_body(self, *, something: bool) -> None:
        """Show findings and forms, or what to do where there is nothing to file."""
        self._body.setCurrentWidget(self._halves if something else self._nothing)
        if not something and self.choosing.filing.count():
            declared = self.choosing.declared
            self._register = _BEGINS_WITH.get(declared.code, "appointment")
            title = _(REGISTERS[self._register].title)
            self._page = _WORKED_ON.get(declared.code, self._register)
            page = _(PAGES[self._page].title) if self._page in PAGES else title
            self._go.setText(_("打开{register}").format(register=page))
            self._bring_in.setText(_("导入{register}").format(register=title))
            first = _(declared.first) if declared.first else ""
            self._empty.hint.setText(first + _("也可以换一个期间、种类。"))

    def show_side(self, *, package: bool) -> None:
        """Show the package beside the findings, or the forms."""
        self._tab_preview.setChecked(not package)
        self._tab_package.setChecked(package)
        self._side_stack.setCurrentWidget(self.package if package else self.preview)

    def _nothing_card(self) -> QFrame:
        self._go, self._bring_in = primary(""), plain("")
        self._go.clicked.connect(lambda: self.page_wanted.emit(self._page))
        self._bring_in.clicked.connect(lambda: self.import_wanted.emit(self._register))
        frame = card()
        self._empty = EmptyState("file-text", _("这一期没有可以申报的内容"), "", self._bring_in, self._go)
        column(frame).addWidget(self._empty)
        return frame

    def _side(self) -> QFrame:
        side = card()
        inside = column(side, gap=8)
        inside.setContentsMargins(14, 8, 14, 10)
        tabs = row(gap=14)
        self._tab_preview, self._tab_package = tab(_("表样预览"), "tab"), tab(_("材料包"), "tab")
        self._tab_preview.clicked.connect(lambda: self.show_side(package=False))
        self._tab_package.clicked.connect(lambda: self.show_side(package=True))
        tabs.addWidget(self._tab_preview)
        tabs.addWidget(self._tab_package)
        tabs.addStretch(1)
        inside.addLayout(tabs)
        self._side_stack = QStackedWidget()
        self._side_stack.addWidget(self.preview)
        self._side_stack.addWidget(self.package)
        inside.addWidget(self._side_stack, 1)
        self.show_side(package=False)
        return side
