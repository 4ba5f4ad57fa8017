"""What a register's list is narrowed by: words, conditions, the day as of which, findings."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.theme.icons import icon
from college_desk.gui.widgets.buttons import chip, icon_button, plain, quiet
from college_desk.gui.widgets.calendar import calendar_on
from college_desk.gui.widgets.filter_popup import FilterPopup
from college_desk.gui.widgets.flow import FlowLayout
from college_desk.gui.widgets.labels import column, label, row
from college_desk.records.query import Condition, Query
from college_desk.records.register import Register
from college_desk.services.query_words import condition_words

PAUSE_MS = 160


class FilterBar(QWidget):
    """changed: the list is wanted anew; stepped(+1 or -1): the next or previous finding is wanted."""

    changed = Signal()
    stepped = Signal(int)

    def __init__(self, register: Register, context: DeskContext, *, findings: bool = True) -> None:
        super().__init__()
        self._register = register
        self._context = context
        self._by_findings = findings
        self._conditions: list[Condition] = []
        self._on: dt.date | None = None
        self._tone = ""
        self._uids: frozenset[str] | None = None
        self._order: tuple[tuple[str, bool], ...] = ()
        self._ended = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._lay_out()

    def chosen(self) -> Query:
        """What was chosen here, without the campus of the title bar and without the findings."""
        where = tuple(self._conditions)
        return Query(self.search.text(), where, self._on, self._uids, self._order, self._ended)

    def query(self) -> Query:
        """What is wanted now."""
        where = list(self._conditions)
        if self._context.campus is not None and self._register.subject != "college":
            where.append(Condition("campus", "is", self._context.campus))
        uids = self._uids
        if self._tone:
            found = self._context.findings.uids(self._register.code, _SEVERITIES[self._tone])
            uids = found if uids is None else uids & found
        return Query(self.search.text(), tuple(where), self._on, uids, self._order, self._ended)

    @property
    def narrowed(self) -> bool:
        """Whether not everything is shown."""
        return replace(self.query(), order=()) != Query()

    def show_query(self, query: Query) -> None:
        """Take the selection that another page asks for, without announcing it."""
        self.search.setText(query.search)
        self._pause.stop()
        self._conditions = list(query.where)
        self._on, self._uids, self._ended = query.on, query.uids, query.ended
        self._order = query.order or self._order
        self._tone = ""
        self._show_chips()

    def sort_by(self, name: str, descending: bool) -> None:
        """Order the list by a field."""
        self._order = ((name, descending),)
        self.changed.emit()

    def show_tone(self, tone: str) -> None:
        """Show only the records with errors or warnings; empty for all."""
        self._tone = "" if tone == self._tone else tone
        self._show_chips()
        self.changed.emit()

    def clear(self) -> None:
        """Show everything again."""
        self.show_query(Query())
        self.changed.emit()

    def show_findings(self) -> None:
        """Show how many errors and warnings the register has."""
        findings, code = self._context.findings, self._register.code
        errors = findings.errors_of(code) if self._by_findings else 0
        warnings = findings.warnings_of(code) if self._by_findings else 0
        self._errors.setText(_("必须改正 {n}").format(n=errors))
        self._warnings.setText(_("需核实说明 {n}").format(n=warnings))
        self._errors.setVisible(errors > 0)
        self._warnings.setVisible(warnings > 0)
        for each in (self._back, self._forth):
            each.setVisible(errors + warnings > 0)

    def _lay_out(self) -> None:
        line = row(self, gap=8)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self._hint())
        self.search.setAccessibleName(_("在本台账内查找"))
        self._wipe = self.search.addAction(icon("x", "ink_3"), QLineEdit.ActionPosition.TrailingPosition)
        self._wipe.setToolTip(_("清空"))
        self._wipe.triggered.connect(self.search.clear)
        self._wipe.setVisible(False)
        self.search.addAction(icon("search", "ink_3"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setFixedWidth(270)
        self.search.textChanged.connect(self._typed)
        line.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        self._chips = FlowLayout(holder, gap=8)
        line.addWidget(holder, 1)
        self._add = quiet(_("筛选"), "plus")
        self._add.clicked.connect(self._open_filter)
        self._errors, self._warnings = chip("", "error"), chip("", "wait")
        self._errors.clicked.connect(lambda: self.show_tone("error"))
        self._warnings.clicked.connect(lambda: self.show_tone("wait"))
        self._back = icon_button("chevron-up", _("上一处问题（Shift+F8）"))
        self._forth = icon_button("chevron-down", _("下一处问题（F8）"))
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._forth.clicked.connect(lambda: self.stepped.emit(1))
        self._day = quiet(_("统计时点"), "calendar")
        self._day.clicked.connect(self._open_day)
        self._day.setVisible({"start_on", "end_on"} <= set(self._register.by_name))
        for each in (self._errors, self._warnings, self._back, self._forth, self._day):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        self.show_findings()
        self._show_chips()

    def _typed(self, text: str) -> None:
        self._wipe.setVisible(bool(text))
        self._pause.start()

    def _hint(self) -> str:
        names = [_(self._register.by_name[name].title) for name in self._register.searched[:2]]
        return _("{fields}、拼音首字母…").format(fields="、".join(names))

    def _show_chips(self) -> None:
        self._chips.clear(keep=self._add)
        for condition in self._conditions:
            words = condition_words(self._register, condition)
            self._chip(words, lambda each=condition: self._drop(each))
        if self._uids is not None:
            self._chip(
                _("选定的{n}{counted}").format(n=len(self._uids), counted=_(self._register.counted)),
                self._drop_uids,
            )
        if self._ended:
            self._chip(_("已停用"), self._drop_ended)
        self._chips.addWidget(self._add)
        self._day.setText(_("统计时点 {day}").format(day=self._on) if self._on else _("统计时点"))
        self._errors.setCheckable(True)
        self._warnings.setCheckable(True)
        self._errors.setChecked(self._tone == "error")
        self._warnings.setChecked(self._tone == "wait")

    def _chip(self, words: str, drop: object) -> None:
        made = chip(f"{words} ✕")
        made.setToolTip(_("去掉这个筛选条件"))
        made.clicked.connect(drop)
        self._chips.addWidget(made)

    def _drop(self, condition: Condition) -> None:
        self._conditions.remove(condition)
        self._renew()

    def _drop_uids(self) -> None:
        self._uids = None
        self._renew()

    def _drop_ended(self) -> None:
        self._ended = False
        self._renew()

    def _renew(self) -> None:
        self._show_chips()
        self.changed.emit()

    def _open_filter(self) -> None:
        popup = FilterPopup(self._register, self._context, self)
        popup.made.connect(self._add_condition)
        popup.ended_wanted.connect(self._show_ended)
        popup.open_below(self._add)

    def _add_condition(self, condition: Condition) -> None:
        if condition not in self._conditions:
            self._conditions.append(condition)
        self._renew()

    def _show_ended(self) -> None:
        self._ended = True
        self._renew()

    def _open_day(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("panel", "card")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = column(popup, 8, 8)
        calendar = calendar_on(self._on or self._context.today())
        inside.addWidget(label(_("只看这一天在期内的记录"), "quiet"))
        inside.addWidget(calendar)
        buttons = row()
        whole = plain(_("不限"))
        today = plain(_("今天"))
        whole.clicked.connect(lambda: self._choose_day(None, popup))
        today.clicked.connect(lambda: self._choose_day(self._context.today(), popup))
        calendar.clicked.connect(lambda chosen: self._choose_day(chosen.toPython(), popup))
        calendar.activated.connect(lambda chosen: self._choose_day(chosen.toPython(), popup))
        buttons.addWidget(whole)
        buttons.addWidget(today)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        popup.adjustSize()
        popup.move(self._day.mapToGlobal(QPoint(self._day.width() - popup.width(), self._day.height() + 2)))
        popup.show()
        calendar.setFocus()

    def _choose_day(self, day: dt.date | None, popup: QFrame) -> None:
        popup.close()
        if day != self._on:
            self._on = day
            self._renew()


_SEVERITIES = {"error": "error", "wait": "warning"}
