"""The grid of a sheet: red and amber cells, mended in place, the columns' chips above."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.importing.column_header import ColumnHeader
from college_desk.gui.pages.importing.sheet_model import QUIET, TONE, SheetModel
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.theme.tokens import GRID_ROW

Index = QModelIndex | QPersistentModelIndex

_PADDING = 8
_MEASURED = 30
_NARROWEST, _WIDEST = 56, 230


class SheetGrid(QTableView):
    """column_wanted(column, where): a column's field is to be chosen, the menu to be opened at that place."""

    column_wanted = Signal(int, QPoint)

    def __init__(self, model: SheetModel) -> None:
        super().__init__()
        self._rows = model
        self.columns = ColumnHeader(self)
        self.setHorizontalHeader(self.columns)
        self.setModel(model)
        self.setItemDelegate(_SheetDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("表格内容"))
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(GRID_ROW)
        down.setFixedWidth(46)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        down.setHighlightSections(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.columns.chosen.connect(self._ask_column)

    def fit_columns(self) -> None:
        """Give each column the width of its header, chip and first cells."""
        metrics = QFontMetrics(text_font())
        for column in range(self._rows.columnCount()):
            width = self.columns.width_of(column)
            for row in range(min(_MEASURED, self._rows.rowCount())):
                text = str(self._rows.index(row, column).data() or "")
                width = max(width, metrics.horizontalAdvance(text) + 2 * _PADDING + 6)
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

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down chooses the column's field; Enter goes down, Tab to the right, Delete clears."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if index.isValid():
                self._ask_column(index.column())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at_rest():
            self._go(1, 0)
        elif event.key() == Qt.Key.Key_Delete and self._at_rest():
            self._rows.setData(index, "")
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after Enter in a cell."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go(1, 0)

    def _at_rest(self) -> bool:
        return self.state() != QAbstractItemView.State.EditingState and self.currentIndex().isValid()

    def _go(self, down: int, right: int) -> None:
        index = self.currentIndex()
        next_one = self._rows.index(index.row() + down, index.column() + right)
        if next_one.isValid():
            self.setCurrentIndex(next_one)

    def _ask_column(self, column: int) -> None:
        left = self.columns.sectionViewportPosition(column)
        where = self.columns.viewport().mapToGlobal(QPoint(max(0, left) + 7, self.columns.height() - 4))
        self.column_wanted.emit(column, where)


class _SheetDelegate(QStyledItemDelegate):
    """Cells with a hairline; red and amber grounds; skipped rows quiet; a frame round the current cell."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._font = text_font()

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, text and frame."""
        colours = tokens.current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        tone = str(index.data(TONE) or "")
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(
            rect, colours.colour(f"{tone}_ground" if tone else "accent_ground" if selected else "card")
        )
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if tone == "error":
            painter.setPen(colours.colour("error_line"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setFont(self._font)
        painter.setPen(
            colours.colour("error" if tone == "error" else "ink_3" if index.data(QUIET) else "ink")
        )
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        text = str(index.data() or "").replace("\n", " ")
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(colours.colour("error" if tone == "error" else "accent_ink"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @guarded(None)
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """One line of text."""
        edit = QLineEdit(parent)
        edit.setProperty("kind", "cell")
        edit.setAccessibleName(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        return edit
