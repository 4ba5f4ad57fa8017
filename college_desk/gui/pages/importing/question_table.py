"""The table of questions: headings by kind, sentences over samples, answers as chips to press."""

from __future__ import annotations

import bisect
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from college_desk.files.mapping.questions import Question
from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.widgets.list_table import ListModel, ListTable

Index = QModelIndex | QPersistentModelIndex

LINE, HEADING_LINE = 48, 28
"""The heights of a question and of a heading."""


class Line(NamedTuple):
    """A heading, or a question with the words of the answer that holds now."""

    heading: str
    question: Question | None = None
    answer: str = ""
    beside: str = ""


class QuestionTable(ListTable[Line]):
    """asked(line): Enter, the space bar, Alt+Down, or a click on the answer."""

    asked = Signal(object)

    def __init__(self, model: ListModel[Line], name: str) -> None:
        super().__init__(model, name)
        self._lines = model
        self.setItemDelegate(_QuestionDelegate(self, model))
        self.horizontalHeader().hide()
        self.opened.connect(self.asked)
        self.spaced.connect(self.asked)

    def answer_corner(self) -> QPoint:
        """The lower left corner of the current question's answer on the screen."""
        place = self.visualRect(self._lines.index(self.currentIndex().row(), 1))
        return self.viewport().mapToGlobal(place.bottomLeft())

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the answers, as it does in any list of choices."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if (line := self.current_row()) is not None:
                self.asked.emit(line)
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on an answer opens the list."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 1 and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(self._lines.row_at(index.row()))


class _QuestionDelegate(QStyledItemDelegate):
    """The sentence over a few samples; the answer as a chip, amber as long as nobody has decided."""

    def __init__(self, view: QuestionTable, lines: ListModel[Line]) -> None:
        super().__init__(view)
        self._view = view
        self._lines = lines
        self._font, self._bold, self._small = text_font(), text_font(12, bold=True), text_font(12)

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading, the two lines of a question, or its answer."""
        colours = tokens.current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        line = self._lines.row_at(index.row())
        painter.save()
        if line.question is None:
            painter.fillRect(rect, colours.colour("sunken"))
            self._write(painter, rect.adjusted(14, 0, -8, 0), line.heading if not index.column() else "", "ink_2",
                        bold=True)  # fmt: skip
            painter.restore()
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colours.colour("accent_ground" if chosen else "card"))
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == 0:
            self._paint_question(painter, rect, line)
        else:
            self._paint_answer(painter, rect, line, focused=self._is_focused(index))
        painter.restore()

    def _paint_question(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """The sentence over its samples; a long one takes both lines."""
        sentence = line.question.sentence if line.question is not None else ""
        room = rect.adjusted(14, 4, -8, -4)
        painter.setFont(self._font)
        first, rest = _broken(sentence, painter.fontMetrics(), room.width())
        below = QRect(room.left(), room.top() + 20, room.width(), 19)
        self._write(painter, QRect(room.left(), room.top(), room.width(), 20), first, "ink")
        if rest:
            self._write(painter, below, rest, "ink")
        else:
            self._write(painter, below, line.beside, "ink_2", small=True)

    def _is_focused(self, index: Index) -> bool:
        return self._view.hasFocus() and self._view.currentIndex().row() == index.row()

    def _paint_answer(self, painter: QPainter, rect: QRect, line: Line, *, focused: bool) -> None:
        colours = tokens.current()
        decided = line.question is not None and line.question.answered
        tone = "right" if decided else "wait"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(rect.left() + 4, rect.top() + 11, rect.width() - 14, 24)
        painter.setPen(QPen(colours.colour("accent_ink"), 1.5) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour(f"{tone}_ground"))
        painter.drawRoundedRect(ground, 4, 4)
        inner = ground.adjusted(8, 0, -20, 0).toRect()
        self._write(painter, inner, line.answer, tone)
        painter.drawText(ground.adjusted(0, 0, -7, 0), int(_RIGHT), "▾")

    def _write(
        self, painter: QPainter, room: QRect, text: str, role: str, *, bold: bool = False, small: bool = False
    ) -> None:
        painter.setFont(self._bold if bold else self._small if small else self._font)
        painter.setPen(tokens.current().colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_LEFT), shown)


def _broken(text: str, metrics: QFontMetrics, room: int) -> tuple[str, str]:
    """A text in a line that fits and the rest; the rest begins with no punctuation."""
    if metrics.horizontalAdvance(text) <= room:
        return text, ""
    at = (
        bisect.bisect_right(range(len(text)), room, key=lambda end: metrics.horizontalAdvance(text[:end])) - 1
    )
    while at > 1 and (text[at] in _NEVER_FIRST or text[at - 1] in _NEVER_LAST):
        at -= 1
    return text[:at], text[at:]


_NEVER_FIRST, _NEVER_LAST = "，。、；：？！”’）》", "“‘（《"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
