"""Cohorts and order classes at a glance: each with its people, planned and present."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QWidget

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.widgets.buttons import link
from college_desk.gui.widgets.labels import column, empty, label, row
from college_desk.gui.words import grouped
from college_desk.services.home_figures import ClassAtAGlance

ROW = 28
_MOST_SHOWN = 200


class ClassRow(QAbstractButton):
    """One class: its name and enterprise, a bar of people against planned, and the number."""

    def __init__(self, shown: ClassAtAGlance) -> None:
        super().__init__()
        self.shown = shown
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{shown.name} {self.words()}")
        self.setToolTip("\n".join(each for each in (shown.name, shown.enterprise) if each))

    def words(self) -> str:
        """How many people, of how many planned."""
        if self.shown.planned:
            words = _("{n} / {planned} 人").format(
                n=grouped(self.shown.people), planned=grouped(self.shown.planned)
            )
        else:
            words = _("{n} 人").format(n=grouped(self.shown.people))
        return words

    def sizeHint(self) -> QSize:
        """As wide as the card."""
        return QSize(260, ROW)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the people."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, enterprise, bar and number."""
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(colours.colour("accent_ink") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        right, bar = 86, max(60, int(self.width() * 0.2))
        painter.setFont(text_font())
        room = QRect(8, 0, self.width() - right - bar - 30, self.height())
        side = Qt.AlignmentFlag.AlignVCenter
        name = painter.fontMetrics().elidedText(self.shown.name, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(colours.colour("ink"))
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignLeft), name)
        used = painter.fontMetrics().horizontalAdvance(name) + 12
        if room.width() - used > 60:
            painter.setPen(colours.colour("ink_2"))
            rest = room.adjusted(used, 0, 0, 0)
            words = painter.fontMetrics().elidedText(
                self.shown.enterprise, Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.drawText(rest, int(side | Qt.AlignmentFlag.AlignLeft), words)
        track = QRectF(self.width() - right - bar - 6, self.height() / 2 - 3, bar, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("hairline"))
        painter.drawRoundedRect(track, 3, 3)
        if self.shown.planned and self.shown.people:
            share = min(1.0, self.shown.people / self.shown.planned)
            painter.setBrush(colours.colour("accent"))
            painter.drawRoundedRect(QRectF(track.left(), track.top(), max(6.0, bar * share), 6), 3, 3)
        painter.setPen(colours.colour("ink_2"))
        number = self.rect().adjusted(0, 0, -8, 0)
        painter.drawText(number, int(side | Qt.AlignmentFlag.AlignRight), self.words())


class ClassesCard(QFrame):
    """Cohorts and order classes, each group under its heading. opened(class): its people are wanted;
    listed(register): the whole register is.
    """

    opened = Signal(object)
    listed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        outer = column(self, gap=0)
        outer.setContentsMargins(1, 8, 1, 8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._list = column(inside, gap=0)
        self._list.setContentsMargins(6, 0, 6, 0)
        area.setWidget(inside)
        outer.addWidget(area)

    def show_classes(self, cohorts: Sequence[ClassAtAGlance], orders: Sequence[ClassAtAGlance]) -> None:
        """Show the classes, the largest first."""
        empty(self._list)
        self._add(_("在办学徒班"), "cohort", cohorts, _("还没有在办的学徒班"))
        self._list.addSpacing(6)
        self._add(_("订单班"), "order_class", orders, _("还没有订单班"))
        self._list.addStretch(1)

    def _add(self, title: str, register: str, classes: Sequence[ClassAtAGlance], none: str) -> None:
        head = row(gap=8)
        head.setContentsMargins(8, 2, 2, 2)
        head.addWidget(label(title, "heading"))
        head.addStretch(1)
        every = link(_("共 {n} 个班").format(n=len(classes)))
        every.clicked.connect(lambda: self.listed.emit(register))
        head.addWidget(every)
        self._list.addLayout(head)
        if not classes:
            hint = label(none, "hint")
            hint.setContentsMargins(8, 2, 0, 4)
            self._list.addWidget(hint)
        for each in classes[:_MOST_SHOWN]:
            line = ClassRow(each)
            line.clicked.connect(lambda _checked=False, one=each: self.opened.emit(one))
            self._list.addWidget(line)
