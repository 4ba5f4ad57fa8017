"""The cells to mend: where, what stands there, what is wrong; mended here or in the grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.widgets.buttons import plain
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.widgets.rule_card import RuleCard
from college_desk.services.import_findings import SheetFinding


class Faults(QFrame):
    """wanted(finding): its cell; mended([(finding, text)]): the cells are to read so; left_out(findings): their rows."""

    wanted = Signal(object)
    mended = Signal(object)
    left_out = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        inside.addLayout(self._head())
        self._no_data: frozenset[tuple[str | None, int]] = frozenset()
        self._model = ListModel[SheetFinding](
            [
                ListColumn(_("位置"), lambda each: _("第{n}行").format(n=each.row), 78, tone=_tone, tag=True),
                ListColumn(_("列"), lambda each: each.column or "—", 92),
                ListColumn(_("表中内容"), lambda each: each.value or "", 136, edit=self._edit),
                ListColumn(_("问题"), _problem, hint=lambda each: each.message),
            ],
            parent=self,
        )
        self.table = _FaultTable(self._model, _("待修正的格"))
        self.table.opened.connect(self.wanted)
        self.table.current.connect(lambda _row: self._enable())
        self.table.selectionModel().selectionChanged.connect(lambda *_changed: self._enable())
        self._none = EmptyState("circle-check", _("没有待修正的格"), _("可以直接入库。"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self._stack.addWidget(self.table)
        inside.addWidget(self._stack, 1)

    def show_findings(
        self, ordered: Sequence[SheetFinding], errors: int, no_data: frozenset[tuple[str | None, int]]
    ) -> None:
        """Show the findings in their order; errors: how many are errors; no_data: rows that cannot be mended here,
        of totals, each by its sheet and number.
        """
        self._no_data = no_data
        kept = self.table.currentIndex().row()
        self._model.show_rows(ordered)
        words = _("必须改正 {errors} 处，请核对 {warnings} 处").format(
            errors=errors, warnings=len(ordered) - errors
        )
        self._count.setText(words if ordered else "")
        self._stack.setCurrentWidget(self.table if ordered else self._none)
        self.table.go_to_row(min(max(kept, 0), len(ordered) - 1))
        self._enable()

    def step(self, by: int) -> SheetFinding | None:
        """Go on to the next or the previous finding, round at the ends; None where there is none."""
        number = len(self._model.rows())
        if not number:
            return None
        self.table.go_to_row((self.table.currentIndex().row() + by) % number)
        return self.table.current_row()

    def _head(self) -> QHBoxLayout:
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("待修正的格"), "heading"))
        self._count = label("", "quiet")
        self._count.setToolTip(_("回车到格里；“表中内容”一列可直接改；F1看说明；F8到下一处"))
        head.addWidget(self._count)
        head.addStretch(1)
        self._suggestion = plain(_("采用建议"))
        self._suggestion.clicked.connect(self._take_suggestions)
        self._leave = plain(_("所选行不导入"))
        self._leave.clicked.connect(self._leave_out)
        head.addWidget(self._suggestion)
        head.addWidget(self._leave)
        return head

    def _edit(self, finding: SheetFinding, text: str) -> None:
        if self._can_be_mended(finding):
            self.mended.emit([(finding, text)])

    def _take_suggestions(self) -> None:
        able = [each for each in self.table.selected_rows() if each.suggestion and self._can_be_mended(each)]
        if able:
            self.mended.emit([(each, each.suggestion) for each in able])

    def _leave_out(self) -> None:
        if chosen := self.table.selected_rows():
            self.left_out.emit(chosen)

    def _enable(self) -> None:
        chosen = self.table.selected_rows()
        able = any(each.suggestion and self._can_be_mended(each) for each in chosen)
        self._suggestion.setEnabled(able)
        self._leave.setEnabled(any((each.sheet, each.row) not in self._no_data for each in chosen))

    def _can_be_mended(self, finding: SheetFinding) -> bool:
        """Whether it stands in a cell of a data row."""
        return finding.column_index is not None and (finding.sheet, finding.row) not in self._no_data


class _FaultTable(ListTable[SheetFinding]):
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 explains the current finding."""
        finding = self.current_row()
        if event.key() != Qt.Key.Key_F1 or finding is None:
            super().keyPressEvent(event)
            return
        card = RuleCard([(finding.rule, finding.severity, finding.message)], self)
        corner = self.visualRect(self.currentIndex()).bottomLeft()
        card.open_at(self.viewport().mapToGlobal(corner + QPoint(8, 3)))


def _problem(finding: SheetFinding) -> str:
    if not finding.suggestion:
        return finding.message
    return _("{message}（建议：{text}）").format(message=finding.message, text=finding.suggestion)


def _tone(finding: SheetFinding) -> str:
    return "error" if finding.severity == "error" else "wait"
