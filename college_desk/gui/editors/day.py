"""Editors of days, months and ends: any shape is typed, a calendar opens with Alt+Down."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from college_desk.base.translation import _
from college_desk.gui.editors.editor import Editor
from college_desk.gui.editors.popup import Choice
from college_desk.gui.theme.icons import icon
from college_desk.gui.widgets.calendar import calendar_on
from college_desk.gui.widgets.labels import card, column
from college_desk.records.values.month import Month, first_day
from college_desk.records.values.value_type import Reading


class DayEditor(Editor):
    """A day; says how what was typed is read."""

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]
        self._calendar: QFrame | None = None
        if self.property("kind") != "flat":
            action = self.addAction(icon("calendar", "ink_3"), QLineEdit.ActionPosition.TrailingPosition)
            action.setToolTip(_("打开日历（Alt+↓）"))
            action.triggered.connect(self.open_calendar)

    def helpful(self, reading: Reading[object]) -> str:
        """The day as it will be kept, where it is typed otherwise."""
        if reading.value is None:
            return ""
        kept = self.field.type.show(reading.value)
        return "" if kept == self.text().strip() else f"= {kept}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down and F4 open the calendar."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and self._opens(event):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show a calendar on the day that stands here, else on today."""
        frame = card()
        frame.setParent(self)
        frame.setWindowFlags(Qt.WindowType.Popup)
        value = self.reading().value
        day = first_day(value) if isinstance(value, dt.date | Month) else self.context.today()
        calendar = calendar_on(day)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        column(frame, 6).addWidget(calendar)
        frame.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._calendar = frame
        frame.show()
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
            self._calendar.deleteLater()
            self._calendar = None
        self.setText(day.toString("yyyy-MM-dd"))
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.commit()


class MonthEditor(DayEditor):
    """A month; a day chosen in the calendar gives its month."""


class EndDayEditor(DayEditor):
    """An end: a day, a month, or 长期."""

    def choices(self, typed: str) -> list[Choice]:
        """长期, when its first letters or characters are typed."""
        words = _("长期")
        return (
            [Choice(words)] if typed and (words.startswith(typed) or "cq".startswith(typed.lower())) else []
        )
