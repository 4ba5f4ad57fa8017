"""Paints the cells of a grid and makes their editors."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from college_desk.gui.editors.editor import Editor
from college_desk.gui.models.guarded import guarded
from college_desk.gui.models.register_model import Role
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font

Index = QModelIndex | QPersistentModelIndex

PADDING = 8


class CellDelegate(QStyledItemDelegate):
    """Cells with a hairline below; red and amber grounds for findings; a frame round the current cell.

    make: the editor of a field's name, for a parent widget.
    """

    def __init__(self, view: QTableView, make: Callable[[str, QWidget], Editor], bold: str) -> None:
        super().__init__(view)
        self._view = view
        self._make = make
        self._bold = bold
        self._font = text_font()
        self._bold_font = text_font(bold=True)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, text, hairline and, where it is the current cell, the frame."""
        colours = tokens.current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        current = self._view.currentIndex()
        tone = index.data(Role.TONE)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ground = "card"
        if tone:
            ground = f"{tone}_ground"
        elif selected or index.row() == current.row():
            ground = "accent_ground"
        painter.fillRect(rect, colours.colour(ground))
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if tone == "error":
            painter.setPen(colours.colour("error_line"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        self._paint_text(painter, rect, index, "error" if tone == "error" else "ink")
        if index == current:
            painter.setPen(QPen(colours.colour("error" if tone == "error" else "accent_ink"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @guarded(None)
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of the cell's value type."""
        return self._make(str(index.data(Role.FIELD)), parent)

    @guarded(None)
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Give the editor the whole text; what is being typed is left alone when the cell is painted anew."""
        if isinstance(editor, Editor) and not editor.isModified():
            editor.set_kept(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    @guarded(None)
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand what was typed to the model."""
        if isinstance(editor, Editor):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    @guarded(None)
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the editor cover its cell, wider where the cell is narrow."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        editor.setGeometry(rect.adjusted(0, 0, max(0, 110 - rect.width()), 0))

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the marked choice before Enter or Tab leaves the cell; leave Up and Down to the choices."""
        if (
            isinstance(watched, Editor)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            key = event.key()
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.take_choice()
            elif key == Qt.Key.Key_Escape and watched.choices_shown:
                watched.close_choices()
                return True
        return super().eventFilter(watched, event)

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index, ink: str) -> None:
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not text:
            return
        painter.setFont(self._bold_font if index.data(Role.FIELD) == self._bold else self._font)
        painter.setPen(tokens.current().colour(ink))
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        shown = painter.fontMetrics().elidedText(str(text), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)
