"""The path of a filing: the steps from choosing to the package, and which of them are done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.widgets.labels import set_property

STEPS = ("选择范围", "报送前校验", "情况说明", "定稿锁定", "表样预览", "材料包")

_MARK, _GAP, _MARGIN = 22, 8, 16


class Path(QFrame):
    """The steps side by side with lines between: done ones green, the one that waits blue, later ones grey."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.current = 0
        self.setFixedHeight(46)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, current: int) -> None:
        """Make step `current` (from 0) the one that waits; beyond the last all are done."""
        self.current = current
        waiting = _(STEPS[current]) if current < len(STEPS) else _("全部完成")
        self.setAccessibleName(_("办理步骤：{step}").format(step=waiting))
        set_property(self, "step", str(current))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(600, 46)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, then marks, words and the lines between them."""
        super().paintEvent(event)
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, bold = text_font(), text_font(bold=True)
        widths = [_MARK + _GAP + QFontMetrics(bold).horizontalAdvance(_(each)) for each in STEPS]
        between = (self.width() - 2 * _MARGIN - sum(widths)) / (len(STEPS) - 1)
        x, middle = float(_MARGIN), self.height() / 2
        for number, (words, width) in enumerate(zip(STEPS, widths, strict=True)):
            waits = number == self.current
            self._paint_mark(painter, colours, QRectF(x, middle - _MARK / 2, _MARK, _MARK), number)
            painter.setFont(bold if waits else font)
            painter.setPen(colours.colour("ink" if number <= self.current else "ink_2"))
            room = QRectF(x + _MARK + _GAP, 0, width, self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), _(words))
            x += width
            if number < len(STEPS) - 1:
                painter.setPen(colours.colour("line"))
                painter.drawLine(int(x + 12), int(middle), int(x + between - 12), int(middle))
                x += between

    def _paint_mark(self, painter: QPainter, colours: tokens.Tokens, room: QRectF, number: int) -> None:
        done, waits = number < self.current, number == self.current
        painter.setPen(colours.colour("line") if not done and not waits else Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("right" if done else "accent" if waits else "card"))
        painter.drawEllipse(room)
        painter.setPen(colours.colour("card" if done else "on_accent" if waits else "ink_2"))
        painter.setFont(text_font(12, bold=True))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), "✓" if done else str(number + 1))
