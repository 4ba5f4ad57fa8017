"""The grid of a sheet, the columns' chips above."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.importing.cell_grid import PADDING, CellGrid
from college_desk.gui.pages.importing.column_header import ColumnHeader
from college_desk.gui.pages.importing.sheet_model import SheetModel
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.widgets.rule_card import RuleCard

_MEASURED = 30
_NARROWEST, _WIDEST = 56, 230
_NUMBERS_WIDE = 52


class SheetGrid(CellGrid):
    """column_wanted(column, where): a column's field is to be chosen, the list to be opened at that place."""

    column_wanted = Signal(int, QPoint)

    def __init__(self, model: SheetModel) -> None:
        super().__init__(_("表格内容"))
        self._rows = model
        self.columns = ColumnHeader(self)
        self.setHorizontalHeader(self.columns)
        self.setModel(model)
        self.verticalHeader().setFixedWidth(_NUMBERS_WIDE)
        self.columns.chosen.connect(self._ask_column)

    def fit_columns(self) -> None:
        """Give each column the width of its header, chip and first cells."""
        metrics = QFontMetrics(text_font())
        for column in range(self._rows.columnCount()):
            width = self.columns.width_of(column)
            for row in range(min(_MEASURED, self._rows.rowCount())):
                text = str(self._rows.index(row, column).data() or "")
                width = max(width, metrics.horizontalAdvance(text) + 2 * PADDING + 6)
            self.setColumnWidth(column, min(_WIDEST, max(_NARROWEST, width)))

    def go_to(self, number: int, column: int | None) -> bool:
        """Go to a cell by the sheet's row number; False where that row is not shown."""
        place = self._rows.place_of(number)
        if place is None:
            return False
        index = self._rows.index(place, column or 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus()
        return True

    def selected_numbers(self) -> frozenset[int]:
        """The sheet's numbers of the rows in which something is selected."""
        return frozenset(self._rows.number_of(index.row()) for index in self.selectedIndexes())

    def ask_current_column(self) -> None:
        """Ask for the field of the current cell's column."""
        if self.currentIndex().isValid():
            self._ask_column(self.currentIndex().column())

    def explain_current(self) -> RuleCard | None:
        """Say what is wrong with the current cell, how it is mended and why; nothing where it is right."""
        index = self.currentIndex()
        found = self._rows.findings_at(index)
        if not found:
            return None
        card = RuleCard([(each.rule, each.severity, each.message) for each in found], self)
        card.open_at(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(0, 3)))
        return card

    def clear_selected(self) -> None:
        """Empty the selected cells in one reading."""
        self._rows.clear_cells(self.selectedIndexes())

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down chooses the column's field; F1 explains; the rest as in any grid of cells."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.ask_current_column()
        elif event.key() == Qt.Key.Key_F1:
            self.explain_current()
        else:
            super().keyPressEvent(event)

    def _ask_column(self, column: int) -> None:
        left = self.columns.sectionViewportPosition(column)
        where = self.columns.viewport().mapToGlobal(QPoint(max(0, left) + 7, self.columns.height() - 4))
        self.column_wanted.emit(column, where)
