"""What the pages of registers offer besides what every list can do: buttons at the head, by register."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QPushButton

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.page import PAGES
from college_desk.gui.widgets.buttons import plain
from college_desk.records.register import Register


def actions_of(register: Register, context: DeskContext) -> Sequence[QPushButton]:
    """The buttons for a register's page, each ready to be pressed."""
    made = [_OF_ONE[register.code](context)] if register.code in _OF_ONE else []
    if "tallies" in PAGES and not register.one_record:
        made.append(_compare(register, context))
    return made


def _compare(register: Register, context: DeskContext) -> QPushButton:
    button = plain(_("名单比对"))
    button.setToolTip(_("拿一份表格或另一份台账与本台账比对"))
    button.clicked.connect(lambda: context.go(Place("tallies", register=register.code, part="compare")))
    return button


def _renew(context: DeskContext) -> QPushButton:
    button = plain(_("续聘…"))
    button.setToolTip(_("把上学期的聘任转到新学期"))

    def open_dialog() -> None:
        from college_desk.gui.renewal.dialog import RenewalDialog

        dialog = RenewalDialog(button.window(), context)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    button.clicked.connect(open_dialog)
    return button


_OF_ONE: Mapping[str, Callable[[DeskContext], QPushButton]] = {"appointment": _renew}
"""What single registers offer."""
