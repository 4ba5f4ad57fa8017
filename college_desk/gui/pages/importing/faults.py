"""The cells to mend: where, what stands there, what is wrong; mended here or in the grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.services.import_findings import SheetFinding


class Faults(QFrame):
    """wanted(finding): its cell; mended(finding, text): the cell is to read so; left_out(findings): their rows."""

    wanted = Signal(object)
    mended = Signal(object, str)
    left_out = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("待修正的格"), "heading"))
        self._count = label("", "quiet")
        head.addWidget(self._count)
        head.addWidget(label(_("回车到格里；“表中内容”一列可直接改"), "hint"))
        head.addStretch(1)
        self._suggestion = plain(_("采用建议"))
        self._suggestion.clicked.connect(self._take_suggestions)
        self._leave = plain(_("所选行不导入"))
        self._leave.clicked.connect(self._leave_out)
        head.addWidget(self._suggestion)
        head.addWidget(self._leave)
        inside.addLayout(head)
        self._model = ListModel[SheetFinding](
            [
                ListColumn(_("位置"), lambda each: _("第{n}行").format(n=each.row), 92, tone=_tone, tag=True),
                ListColumn(_("列"), lambda each: each.column or "—", 120),
                ListColumn(_("表中内容"), lambda each: each.value or "", 190, edit=self._edit),
                ListColumn(_("问题"), lambda each: each.message),
                ListColumn(_("建议"), lambda each: each.suggestion or "", 170, tone=lambda _each: "quiet"),
            ],
            parent=self,
        )
        self.table: ListTable[SheetFinding] = ListTable(self._model, _("待修正的格"))
        self.table.opened.connect(self.wanted)
        self.table.current.connect(lambda _row: self._enable())
        self.table.selectionModel().selectionChanged.connect(lambda *_changed: self._enable())
        self._none = EmptyState("circle-check", _("没有待修正的格"), _("可以直接入库。"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self._stack.addWidget(self.table)
        inside.addWidget(self._stack, 1)

    def show_findings(self, findings: Sequence[SheetFinding]) -> None:
        """Show the findings, errors before warnings, each in the order of rows."""
        kept = self.table.currentIndex().row()
        ordered = sorted(findings, key=lambda each: each.severity != "error")
        self._model.show_rows(ordered)
        errors = sum(each.severity == "error" for each in findings)
        words = _("必须改正 {errors} 处，请核对 {warnings} 处").format(
            errors=errors, warnings=len(findings) - errors
        )
        self._count.setText(words if findings else "")
        self._stack.setCurrentWidget(self.table if findings else self._none)
        self.table.go_to_row(min(max(kept, 0), len(ordered) - 1))
        self._enable()

    def _edit(self, finding: SheetFinding, text: str) -> None:
        if finding.column_index is not None:
            self.mended.emit(finding, text)

    def _take_suggestions(self) -> None:
        for each in self.table.selected_rows():
            if each.suggestion and each.column_index is not None:
                self.mended.emit(each, each.suggestion)

    def _leave_out(self) -> None:
        if chosen := self.table.selected_rows():
            self.left_out.emit(chosen)

    def _enable(self) -> None:
        chosen = self.table.selected_rows()
        able = any(each.suggestion and each.column_index is not None for each in chosen)
        self._suggestion.setEnabled(able)
        self._leave.setEnabled(bool(chosen))


def _tone(finding: SheetFinding) -> str:
    return "error" if finding.severity == "error" else "wait"
