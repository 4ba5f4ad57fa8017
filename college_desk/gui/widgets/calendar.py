"""The calendar as every page shows it: weeks begin on Monday, our icons, no week numbers."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from college_desk.base.translation import _
from college_desk.gui.theme import tokens
from college_desk.gui.theme.icons import icon


def calendar_on(day: dt.date) -> QCalendarWidget:
    """A calendar that shows a day."""
    made = QCalendarWidget()
    made.setGridVisible(False)
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    made.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    made.setSelectedDate(QDate(day.year, day.month, day.day))
    head = QTextCharFormat()
    head.setForeground(tokens.current().colour("ink_2"))
    made.setHeaderTextFormat(head)
    plain = QTextCharFormat()
    plain.setForeground(tokens.current().colour("ink"))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(weekday, plain)
    for name, drawing, words in (
        ("qt_calendar_prevmonth", "chevron-left", _("上个月")),
        ("qt_calendar_nextmonth", "chevron-right", _("下个月")),
    ):
        button = made.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(icon(drawing))
            button.setAccessibleName(words)
            button.setToolTip(words)
    return made
