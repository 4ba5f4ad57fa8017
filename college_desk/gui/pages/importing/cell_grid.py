"""A grid of cells as they stand in a file: red and amber ones, mended in place, by the keys of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
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

from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.theme.tokens import GRID_ROW

Index = QModelIndex | QPersistentModelIndex

TONE = Qt.ItemDataRole.UserRole + 1
"""error, wait, info (written anew, not read again yet) or empty."""
QUIET = Qt.ItemDataRole.UserRole + 2
"""Whether a cell's row is none that is imported."""
PADDING = 8

_GROUNDS = {"error": "error_ground", "wait": "wait_ground", "info": "accent_ground"}
_INKS = {"error": "error", "info": "accent_ink"}


class CellGrid(QTableView):
    """The table of a model that answers TONE and QUIET beside the texts."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(GRID_ROW)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        down.setHighlightSections(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Tab to the right, Delete clears what is selected."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at_rest():
            self._go_down()
        elif event.key() == Qt.Key.Key_Delete and self.at_rest():
            self.clear_selected()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after Enter in a cell."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def clear_selected(self) -> None:
        """Empty the selected cells."""
        for index in self.selectedIndexes():
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.model().setData(index, "")

    def at_rest(self) -> bool:
        """Whether there is a current cell and nobody types into it."""
        return self.state() != QAbstractItemView.State.EditingState and self.currentIndex().isValid()

    def _go_down(self) -> None:
        index = self.currentIndex()
        below = self.model().index(index.row() + 1, index.column())
        if below.isValid():
            self.setCurrentIndex(below)


class _CellDelegate(QStyledItemDelegate):
    """Cells with a hairline; coloured grounds; rows that are no data quiet; a frame round the current cell."""

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
        painter.fillRect(rect, colours.colour(_GROUNDS.get(tone, "accent_ground" if selected else "card")))
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if tone == "error":
            painter.setPen(colours.colour("error_line"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setFont(self._font)
        painter.setPen(colours.colour(_INKS.get(tone, "ink_3" if index.data(QUIET) else "ink")))
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        text = str(index.data() or "").replace("\n", " ")
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(colours.colour("error" if tone == "error" else "accent_ink"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        elif selected and tone:
            painter.setPen(colours.colour("accent_ink"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    @guarded(None)
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """One line of text."""
        edit = QLineEdit(parent)
        edit.setProperty("kind", "cell")
        edit.setAccessibleName(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        return edit
