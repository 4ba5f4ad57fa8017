"""The filing in the making (办理申报): what is chosen, the path, what was found, the forms, the package."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSplitter, QStackedWidget, QWidget

from college_desk.base.translation import _
from college_desk.gui.pages.filing.choosing import Choosing
from college_desk.gui.pages.filing.findings import FindingsCard
from college_desk.gui.pages.filing.package import PackageCard
from college_desk.gui.pages.filing.path import Path
from college_desk.gui.pages.filing.preview import PreviewCard
from college_desk.gui.theme.tokens import GAP
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import card, column, row, set_property


class Making(QWidget):
    """add_wanted: an appointment is to be put on record; import_wanted: a sheet of them is to be brought in."""

    add_wanted = Signal()
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
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

    def show_side(self, *, package: bool) -> None:
        """Show the package beside the findings, or the forms."""
        self._tab_preview.setChecked(not package)
        self._tab_package.setChecked(package)
        self._side_stack.setCurrentWidget(self.package if package else self.preview)

    def _nothing_card(self) -> QFrame:
        add, bring_in = primary(_("登记聘任")), plain(_("导入聘任台账"))
        add.clicked.connect(self.add_wanted)
        bring_in.clicked.connect(self.import_wanted)
        hint = _("先登记这一期在聘的兼职教师，或换一个期间、种类。")
        frame = card()
        column(frame).addWidget(EmptyState("file-text", _("这一期没有可以申报的内容"), hint, bring_in, add))
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


def tab(words: str, kind: str) -> QPushButton:
    """A tab: of a page (page_tab) or of a card (tab)."""
    button = QPushButton(words)
    set_property(button, "kind", kind)
    button.setCheckable(True)
    return button
