"""A month of one teacher's lessons, painted: a week a row, each lesson on a ground that says how far it is."""

from __future__ import annotations

import calendar as weeks
import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from college_desk.base.translation import _
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.hours.lesson_words import LOOKS, Look, look_of, said
from college_desk.gui.theme import tokens
from college_desk.gui.theme.fonts import text_font
from college_desk.gui.theme.tokens import Tokens
from college_desk.policy.teaching_days import DayOff
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.month import Month

_HEAD, _DAY, _PILL, _GAP = 24, 20, 18, 2
_ONE_DAY, _ONE_WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
_WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")


class MonthCalendar(QWidget):
    """The days of a month as cells with their lessons, holidays and examination weeks named.

    chosen(day): another day is the current one; opened(day): Enter or a double click on it; turned(months):
    Page Up and Page Down, or an arrow key over the month's edge.
    """

    chosen = Signal(object)
    opened = Signal(object)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._month = Month(2000, 1)
        self._weeks: list[list[dt.date]] = []
        self._lessons: dict[dt.date, list[TeachingHours]] = {}
        self._clashing: Collection[str] = ()
        self._off: Mapping[dt.date, DayOff] = {}
        self._outside: Collection[dt.date] = ()
        self._today = dt.date.min
        self._day = dt.date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_HEAD + 6 * (_DAY + _PILL + _GAP))
        self.setAccessibleName(_("授课日历"))

    @property
    def day(self) -> dt.date:
        """The current day."""
        return self._day

    def show_month(
        self,
        month: Month,
        *,
        today: dt.date,
        off: Mapping[dt.date, DayOff],
        outside: Collection[dt.date],
        clashing: Collection[str],
    ) -> None:
        """Show a month's days; which lessons stand in them comes with `show_lessons`."""
        if month != self._month or not self._weeks:
            self._month = month
            self._weeks = weeks.Calendar().monthdatescalendar(month.year, month.month)
            inside = month.first_day <= today <= month.last_day
            self._day = today if inside else month.first_day
        self._today, self._off, self._outside, self._clashing = today, off, outside, clashing
        self.update()

    def show_lessons(self, lessons: Sequence[TeachingHours]) -> None:
        """Show these lessons, in their order within each day."""
        self._lessons = {}
        for each in lessons:
            if each.taught_on is not None:
                self._lessons.setdefault(each.taught_on, []).append(each)
        self._describe()
        self.update()

    def lessons_on(self, day: dt.date) -> Sequence[TeachingHours]:
        """The lessons shown on a day."""
        return self._lessons.get(day, ())

    def go_to(self, day: dt.date) -> None:
        """Make a day of the month the current one."""
        if self._month.first_day <= day <= self._month.last_day and day != self._day:
            self._day = day
            self._describe()
            self.update()
            self.chosen.emit(day)

    def sizeHint(self) -> QSize:
        """Room for two lessons a day."""
        return QSize(620, _HEAD + 6 * (_DAY + 2 * (_PILL + _GAP) + 4))

    def day_at(self, x: float, y: float) -> dt.date | None:
        """The day of the month at a place of the widget."""
        if not self._weeks or y < _HEAD:
            return None
        column = min(6, max(0, int(x / max(1, self.width() / 7))))
        line = int((y - _HEAD) / max(1, (self.height() - _HEAD) / len(self._weeks)))
        day = self._weeks[min(line, len(self._weeks) - 1)][column]
        return day if day.month == self._month.month else None

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint heads, cells, lessons and the current day."""
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(12))
        painter.setPen(colours.colour("ink_2"))
        for column, name in enumerate(_WEEKDAYS):
            painter.drawText(self._cell(-1, column), int(Qt.AlignmentFlag.AlignCenter), _(name))
        for line, week in enumerate(self._weeks):
            for column, day in enumerate(week):
                self._paint_day(painter, colours, self._cell(line, column), day)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        day = self.day_at(event.position().x(), event.position().y())
        if day is not None:
            self.go_to(day)

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the day under the pointer."""
        day = self.day_at(event.position().x(), event.position().y())
        if day is not None:
            self.opened.emit(day)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from day to day, Page Up and Page Down from month to month, Enter opens the day."""
        steps = {Qt.Key.Key_Left: -_ONE_DAY, Qt.Key.Key_Right: _ONE_DAY,
                 Qt.Key.Key_Up: -_ONE_WEEK, Qt.Key.Key_Down: _ONE_WEEK}  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps:
            day = self._day + steps[key]
            if self._month.first_day <= day <= self._month.last_day:
                self.go_to(day)
            else:
                self.turned.emit(1 if day > self._day else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Home:
            self.go_to(self._month.first_day)
        elif key == Qt.Key.Key_End:
            self.go_to(self._month.last_day)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Say what stands on the day under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.day_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), "" if day is None else self._words(day), self)
            return True
        return super().event(event)

    def _cell(self, line: int, column: int) -> QRect:
        """The room of a cell; line -1 is that of the weekdays' names."""
        left, right = (round(self.width() * each / 7) for each in (column, column + 1))
        if line < 0:
            return QRect(left, 0, right - left, _HEAD)
        room = self.height() - _HEAD
        top, bottom = (_HEAD + round(room * each / max(1, len(self._weeks))) for each in (line, line + 1))
        return QRect(left, top, right - left, bottom - top)

    def _paint_day(self, painter: QPainter, colours: Tokens, cell: QRect, day: dt.date) -> None:
        inside = day.month == self._month.month
        off = self._off.get(day)
        resting = inside and (off is not None or day in self._outside)
        painter.fillRect(cell, colours.colour("card" if inside and not resting else "sunken"))
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(cell.topLeft(), cell.topRight())
        if cell.left() > 0:
            painter.drawLine(cell.topLeft(), cell.bottomLeft())
        if not inside:
            return
        self._paint_number(painter, colours, cell, day, off)
        self._paint_lessons(painter, colours, cell, self._lessons.get(day, []))
        if day == self._day:
            painter.setPen(QPen(colours.colour("accent_ink"), 2 if self.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)

    def _paint_number(
        self, painter: QPainter, colours: Tokens, cell: QRect, day: dt.date, off: DayOff | None
    ) -> None:
        line = QRect(cell.left() + 7, cell.top() + 2, cell.width() - 14, _DAY)
        today = day == self._today
        painter.setFont(text_font(12, bold=today))
        painter.setPen(colours.colour("accent_ink" if today else "ink"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | middle), str(day.day))
        words = _("学期外") if day in self._outside else off_words(off)
        if words:
            painter.setFont(text_font(11))
            painter.setPen(colours.colour("ink_2"))
            room = line.adjusted(20, 0, 0, 0)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | middle), shown)

    def _paint_lessons(
        self, painter: QPainter, colours: Tokens, cell: QRect, lessons: Sequence[TeachingHours]
    ) -> None:
        room = cell.height() - _DAY - 4
        fitting = max(1, room // (_PILL + _GAP))
        shown = lessons if len(lessons) <= fitting else lessons[: max(1, fitting - 1)]
        top = cell.top() + _DAY + 1
        painter.setFont(text_font(11))
        for each in shown:
            pill = QRectF(cell.left() + 5, top, cell.width() - 10, _PILL)
            self._paint_lesson(painter, colours, pill, each)
            top += _PILL + _GAP
        if len(shown) < len(lessons):
            painter.setPen(colours.colour("ink_2"))
            place = QRect(cell.left() + 8, top, cell.width() - 14, _PILL)
            left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(place, left, _("还有 {n} 条").format(n=len(lessons) - len(shown)))

    def _paint_lesson(self, painter: QPainter, colours: Tokens, pill: QRectF, lesson: TeachingHours) -> None:
        look = look_of(lesson, self._clashing)
        paint_ground(painter, colours, pill, look)
        painter.setPen(colours.colour(look.ink))
        words = " ".join(each for each in (lesson.slot, lesson.course) if each)
        room = pill.adjusted(5, 0, -4, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _words(self, day: dt.date) -> str:
        """All that a day says: the holiday and each lesson."""
        words = [f"{day:%Y-%m-%d}", _("学期外") if day in self._outside else off_words(self._off.get(day))]
        lessons = [said(each, self._clashing) for each in self._lessons.get(day, ())]
        return "\n".join(each for each in (*words, *lessons) if each)

    def _describe(self) -> None:
        self.setAccessibleDescription(self._words(self._day).replace("\n", "；"))


class Legend(QWidget):
    """What the grounds of the lessons mean, in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("、".join(_(each.words) for each in LOOKS))

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(sum(self._wide(each) for each in LOOKS), 20)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a small ground and a word for each state."""
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(12))
        left = 0
        for look in LOOKS:
            paint_ground(painter, colours, QRectF(left + 1, 4, 16, 12), look)
            painter.setPen(colours.colour("ink_2"))
            room = QRect(left + 22, 0, self._wide(look), 20)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), _(look.words)
            )
            left += self._wide(look)

    def _wide(self, look: Look) -> int:
        return 22 + 12 * len(_(look.words)) + 14


def paint_ground(painter: QPainter, colours: Tokens, place: QRectF, look: Look) -> None:
    """The ground of a lesson: coloured, with a whole or a dashed edge."""
    edge = QPen(colours.colour(look.edge), 1)
    if look.dashed:
        edge.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(edge)
    painter.setBrush(colours.colour(look.ground))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def off_words(off: DayOff | None) -> str:
    """Why nothing is taught on a day, in a word or two; empty for a teaching day."""
    if off is None:
        return ""
    return off.holiday or (_("放假") if off.kind == "school" else _("考试周"))
