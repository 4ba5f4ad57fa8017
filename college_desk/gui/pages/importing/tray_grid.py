"""The grid of the pending tray: cells written anew by typing or by pasting a block, the wrong ones red."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from college_desk.base.translation import _
from college_desk.gui.grid.block import Block
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.importing.cell_grid import PADDING, CellGrid
from college_desk.gui.pages.importing.tray_model import TrayModel
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.theme.tokens import GRID_HEADER

_MEASURED = 40
_NARROWEST, _WIDEST = 60, 230
_NAMES_WIDE = 132


class TrayGrid(CellGrid):
    """The waiting rows of one register; Enter down, Tab right, Ctrl+C and Ctrl+V of blocks, Ctrl+D fills down."""

    def __init__(self, model: TrayModel) -> None:
        super().__init__(_("待处理数据"))
        self._rows = model
        self.setModel(model)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setFixedHeight(GRID_HEADER)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setFixedWidth(_NAMES_WIDE)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fit_columns(self) -> None:
        """Give each column the width of its header and first cells."""
        metrics, bold = QFontMetrics(text_font()), QFontMetrics(text_font(bold=True))
        for column, shown in enumerate(self._rows.columns):
            width = bold.horizontalAdvance(shown.title) + 3 * PADDING
            for row in range(min(_MEASURED, self._rows.rowCount())):
                text = str(self._rows.index(row, column).data() or "")
                width = max(width, metrics.horizontalAdvance(text) + 2 * PADDING + 6)
            self.setColumnWidth(column, min(_WIDEST, max(_NARROWEST, width)))

    def go_to(self, row: int, column: int) -> None:
        """Put the keys into a cell."""
        index = self._rows.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.setFocus()

    def go_to_fault(self, row: int) -> None:
        """Put the keys into the first wrong cell of a row."""
        self.go_to(row, self._rows.first_fault(row))

    def selected_rows(self) -> list[int]:
        """The rows in which something is selected."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def clear_selected(self) -> None:
        """Empty the selected cells."""
        self._rows.write((index.row(), index.column(), "") for index in self.selectedIndexes())

    def copy(self) -> None:
        """Put the selected cells on the clipboard as a block."""
        cells = {(index.row(), index.column()): str(index.data() or "") for index in self.selectedIndexes()}
        columns = sorted({column for _row, column in cells})
        lines = [
            "\t".join(_cell(cells.get((row, column), "")) for column in columns)
            for row in self.selected_rows()
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Lay the clipboard's block in from the current cell on; one cell fills all that is selected."""
        block = Block.of_text(QGuiApplication.clipboard().text())
        index = self.currentIndex()
        if not block.rows or not index.isValid():
            return
        if len(block.rows) == 1 and len(block.rows[0]) == 1:
            text = block.rows[0][0].strip()
            self._rows.write((each.row(), each.column(), text) for each in self.selectedIndexes())
            return
        last_row, last_column = self._rows.rowCount(), self._rows.columnCount()
        self._rows.write(
            (index.row() + down, index.column() + right, text.strip())
            for down, line in enumerate(block.rows)
            for right, text in enumerate(line)
            if index.row() + down < last_row and index.column() + right < last_column
        )

    def fill_down(self) -> None:
        """Fill the selected cells with the topmost of their column."""
        cells = self.selectedIndexes()
        tops: dict[int, int] = {}
        for each in cells:
            tops[each.column()] = min(each.row(), tops.get(each.column(), each.row()))
        texts = {column: str(self._rows.index(row, column).data() or "") for column, row in tops.items()}
        self._rows.write((each.row(), each.column(), texts[each.column()]) for each in cells)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste and fill; the rest as in any grid of cells."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.fill_down()
        else:
            super().keyPressEvent(event)


def _cell(text: str) -> str:
    """A cell as spreadsheets put it on the clipboard: in quotes where it has line breaks, tabs or quotes."""
    if any(each in text for each in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text
