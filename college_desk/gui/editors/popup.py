"""The list of choices below an editor; it never takes the focus, the editor keeps the keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

ROW = 27
MOST_ROWS = 9


@dataclass(frozen=True)
class Choice:
    """One thing to choose. text: what the editor takes; words: what the list shows, empty: the text."""

    text: str
    words: str = ""


class ChoicePopup(QListWidget):
    """chosen(text): a choice was clicked."""

    chosen = Signal(str)

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))

    def offer(self, choices: Sequence[Choice], current: str) -> None:
        """Show these choices, the one of this text marked; nothing to choose closes the list."""
        self.clear()
        for each in choices:
            item = QListWidgetItem(each.words or each.text)
            item.setData(Qt.ItemDataRole.UserRole, each.text)
            self.addItem(item)
            if each.text == current:
                self.setCurrentItem(item)
        if not choices:
            self.hide()
            return
        if self.currentRow() < 0 and current:
            self.setCurrentRow(0)
        self._place(choices)
        self.show()

    def step(self, by: int) -> None:
        """Mark the next or the previous choice."""
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())

    def marked(self) -> str | None:
        """The text of the marked choice."""
        item = self.currentItem()
        return None if item is None or self.isHidden() else str(item.data(Qt.ItemDataRole.UserRole))

    def _place(self, choices: Sequence[Choice]) -> None:
        widest = max(self.fontMetrics().horizontalAdvance(each.words or each.text) for each in choices)
        width = max(self._editor.width(), min(widest + 52, 460))
        height = min(len(choices), MOST_ROWS) * ROW + 10
        corner = self._editor.mapToGlobal(QPoint(0, self._editor.height() + 1))
        screen = QGuiApplication.screenAt(corner) or self._editor.screen()
        room = screen.availableGeometry()
        if corner.y() + height > room.bottom():
            corner = self._editor.mapToGlobal(QPoint(0, -height - 1))
        corner.setX(max(room.left(), min(corner.x(), room.right() - width)))
        self.setGeometry(QRect(corner, self.size()).adjusted(0, 0, 0, 0))
        self.setFixedSize(width, height)
