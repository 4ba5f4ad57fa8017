"""The steps of usable and occupied posts over the days of a span, painted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.policy.quota_series import Stretch

_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 12, 24, 22
_ONE_DAY = dt.timedelta(days=1)


class QuotaChart(QWidget):
    """Usable posts as a dashed line, occupied ones as a filled step; today and a chosen day are marked.

    chosen(day): a day was clicked, or gone to with the arrow keys.
    """

    chosen = Signal(object)

    def __init__(self, *, small: bool = False) -> None:
        super().__init__()
        self._series: Sequence[Stretch] = ()
        self._today = dt.date.min
        self._day: dt.date | None = None
        self._small = small
        self.setMinimumHeight(130 if small else 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if small else Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("20%编制员额占用图"))

    def show_series(self, series: Sequence[Stretch], today: dt.date, day: dt.date | None = None) -> None:
        """Show these stretches, one after the other without gaps."""
        self._series, self._today, self._day = tuple(series), today, day
        self.setAccessibleDescription("；".join(_said(each) for each in self._series))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, 170 if self._small else 260)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint axes, steps and marks."""
        if not self._series:
            return
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(11))
        self._paint_axes(painter, colours)
        self._paint_occupied(painter, colours)
        self._paint_usable(painter, colours)
        self._paint_names(painter, colours)
        self._paint_days(painter, colours)
        if self.hasFocus():
            painter.setPen(QPen(colours.colour("accent_ink"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what holds on the day under the pointer."""
        day = self._day_at(event.position().x())
        found = self._on(day)
        if found is not None:
            QToolTip.showText(
                event.globalPosition().toPoint() + QPoint(12, 12), f"{day:%Y-%m-%d} {_figures(found)}"
            )

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        if self._series:
            self._choose(self._day_at(event.position().x()))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to the next day, with Ctrl to the next step."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._series:
            super().keyPressEvent(event)
            return
        day = self._day or self._today
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            starts = [each.first for each in self._series]
            ahead = (
                [each for each in starts if each > day]
                if step > 0
                else [each for each in starts if each < day]
            )
            day = (ahead[0] if step > 0 else ahead[-1]) if ahead else day
        else:
            day += step * _ONE_DAY
        self._choose(min(max(day, self._series[0].first), self._series[-1].last))

    def _choose(self, day: dt.date) -> None:
        self._day = day
        self.update()
        self.chosen.emit(day)

    def _on(self, day: dt.date) -> Stretch | None:
        return next((each for each in self._series if each.first <= day <= each.last), None)

    def _plot(self) -> QRectF:
        return QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)

    def _x(self, day: dt.date) -> float:
        first, last = self._series[0].first, self._series[-1].last
        days = max(1, (last - first).days + 1)
        plot = self._plot()
        return plot.left() + plot.width() * (day - first).days / days

    def _day_at(self, x: float) -> dt.date:
        first, last = self._series[0].first, self._series[-1].last
        plot = self._plot()
        days = (last - first).days + 1
        return first + dt.timedelta(days=min(days - 1, max(0, int((x - plot.left()) / plot.width() * days))))

    def _top(self) -> int:
        """The value at the top of the plot: a round number above everything shown."""
        most = max(max(float(each.occupied), float(each.usable or 0)) for each in self._series)
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if most <= step * 4.5)
        return max(4 * step, step * (int(most / step) + 1))

    def _y(self, value: float) -> float:
        plot = self._plot()
        return plot.bottom() - plot.height() * value / self._top()

    def _paint_axes(self, painter: QPainter, colours: tokens.Tokens) -> None:
        plot, top = self._plot(), self._top()
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if top <= step * 5.5)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in range(0, top + 1, step):
            y = self._y(value)
            painter.setPen(colours.colour("line" if value == 0 else "hairline"))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(colours.colour("ink_2"))
            painter.drawText(QRectF(0, y - 8, _LEFT - 8, 16), int(right), str(value))
        first, last = self._series[0].first, self._series[-1].last
        months = list(_months(first, last))
        every = (
            1
            if plot.width() / max(1, len(months)) >= 34
            else 2
            if plot.width() / max(1, len(months)) >= 17
            else 3
        )
        for place, month in enumerate(months):
            if place % every == 0:
                x = self._x(max(month, first))
                words = _("{month}月").format(month=month.month)
                painter.drawText(
                    QRectF(x + 1, plot.bottom() + 4, 40, 16), int(Qt.AlignmentFlag.AlignLeft), words
                )

    def _paint_occupied(self, painter: QPainter, colours: tokens.Tokens) -> None:
        plot = self._plot()
        line = self._steps(lambda each: float(each.occupied))
        area = QPolygonF([QPointF(line[0].x(), plot.bottom()), *line, QPointF(line[-1].x(), plot.bottom())])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent_ground"))
        painter.drawPolygon(area)
        for each in self._series:
            if each.over:
                self._paint_over(painter, colours, each)
        painter.setPen(QPen(colours.colour("accent_ink"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(line))

    def _paint_over(self, painter: QPainter, colours: tokens.Tokens, stretch: Stretch) -> None:
        """What is occupied above the usable posts, in red."""
        top, bottom = self._y(float(stretch.occupied)), self._y(float(stretch.usable or 0))
        left, right = self._x(stretch.first), self._x(stretch.last + _ONE_DAY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("error_line"))
        painter.drawRect(QRectF(left, top, right - left, bottom - top))

    def _paint_usable(self, painter: QPainter, colours: tokens.Tokens) -> None:
        known = [each for each in self._series if each.usable is not None]
        if not known:
            return
        painter.setPen(QPen(colours.colour("wait"), 1.6, Qt.PenStyle.DashLine))
        for stretch in _runs(self._series):
            points = [
                QPointF(x, self._y(float(each.usable or 0)))
                for each in stretch
                for x in (self._x(each.first), self._x(each.last + _ONE_DAY))
            ]
            painter.drawPolyline(QPolygonF(points))

    def _paint_names(self, painter: QPainter, colours: tokens.Tokens) -> None:
        """Name both lines where they run, the usable posts above theirs, the occupied below theirs."""
        first, last = self._series[0].first, self._series[-1].last
        found = self._on(first + (last - first) * 2 // 3)
        if found is None:
            return
        x = self._plot().left() + self._plot().width() * 2 / 3
        centre = int(Qt.AlignmentFlag.AlignCenter)
        occupied = self._y(float(found.occupied))
        if found.usable is not None:
            usable = self._y(float(found.usable))
            painter.setPen(colours.colour("wait"))
            painter.drawText(
                QRectF(x - 60, min(usable, occupied) - 18, 120, 16),
                centre,
                _("可用 {n}").format(n=found.usable),
            )
        below = max(occupied, self._y(float(found.usable)) if found.over and found.usable is not None else 0)
        if below + 18 < self._plot().bottom():
            painter.setPen(colours.colour("accent_ink"))
            words = _("占用 {n}").format(n=found.occupied)
            painter.drawText(QRectF(x - 60, below + 3, 120, 16), centre, words)

    def _paint_days(self, painter: QPainter, colours: tokens.Tokens) -> None:
        """Mark today, and the chosen day with its figures; where both are near, only the chosen one is named."""
        taken: QRectF | None = None
        if self._day is not None:
            found = self._on(self._day)
            words = f"{self._day:%Y-%m-%d}　{_figures(found)}" if found is not None else ""
            taken = self._paint_mark(painter, colours, self._day, "accent_ink", words, None)
        if self._today != self._day:
            self._paint_mark(painter, colours, self._today, "ink_2", _("今天"), taken)

    def _paint_mark(
        self,
        painter: QPainter,
        colours: tokens.Tokens,
        day: dt.date,
        role: str,
        words: str,
        taken: QRectF | None,
    ) -> QRectF | None:
        """A line down at a day with words at its top, unless their room is taken; the room of the words."""
        found = self._on(day)
        if found is None:
            return None
        plot, x = self._plot(), self._x(day)
        painter.setPen(QPen(colours.colour(role), 1))
        painter.drawLine(QPointF(x, plot.top() - 4), QPointF(x, plot.bottom()))
        painter.setBrush(colours.colour("card"))
        painter.drawEllipse(QPointF(x, self._y(float(found.occupied))), 3.5, 3.5)
        width = painter.fontMetrics().horizontalAdvance(words) + 6
        left = min(max(plot.left(), x - width / 2), plot.right() - width)
        room = QRectF(left, 2, width, 16)
        if taken is None or not taken.intersects(room):
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)
        return room

    def _steps(self, value: Callable[[Stretch], float]) -> list[QPointF]:
        points = []
        for each in self._series:
            y = self._y(value(each))
            points += [QPointF(self._x(each.first), y), QPointF(self._x(each.last + _ONE_DAY), y)]
        return points


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    """The first days of the months that a span touches."""
    found, day = [], first.replace(day=1)
    while day <= last:
        found.append(day)
        day = (day + dt.timedelta(days=32)).replace(day=1)
    return found


def _runs(series: Sequence[Stretch]) -> list[list[Stretch]]:
    """The stretches with a known number of usable posts, in runs without gaps."""
    runs: list[list[Stretch]] = []
    for place, each in enumerate(series):
        if each.usable is None:
            continue
        if runs and place > 0 and series[place - 1].usable is not None:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _figures(stretch: Stretch) -> str:
    if stretch.usable is None:
        return _("占用{occupied}名，未录入核定编制").format(occupied=stretch.occupied)
    words = _("占用{occupied}名，可用{usable}名").format(occupied=stretch.occupied, usable=stretch.usable)
    return words + (_("，超出{n}名").format(n=stretch.over) if stretch.over else "")


def _said(stretch: Stretch) -> str:
    return f"{stretch.first:%Y-%m-%d}—{stretch.last:%Y-%m-%d} {_figures(stretch)}"
