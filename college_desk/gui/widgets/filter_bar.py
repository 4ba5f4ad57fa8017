"""What a register's list is narrowed by: words, conditions, the day as of which, findings."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QDate, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.editors.catalogue import editor_for
from college_desk.gui.editors.editor import Editor
from college_desk.gui.theme.icons import icon
from college_desk.gui.widgets.buttons import chip, icon_button, plain, primary, quiet
from college_desk.gui.widgets.flow import FlowLayout
from college_desk.gui.widgets.labels import column, label, row
from college_desk.records.query import Comparison, Condition, Query
from college_desk.records.register import Register

PAUSE_MS = 160

COMPARISONS: tuple[tuple[Comparison, str], ...] = (
    ("is", "是"),
    ("contains", "包含"),
    ("at_least", "不小于（不早于）"),
    ("at_most", "不大于（不晚于）"),
    ("empty", "未填"),
    ("filled", "已填"),
)
_ORDERED = frozenset({"day", "day_or_month", "end_day", "month", "money", "count", "integer", "periods", "years", "year",
                      "coefficient", "percent", "ratio"})  # fmt: skip


class FilterBar(QWidget):
    """changed: the list is wanted anew; stepped(+1 or -1): the next or previous finding is wanted."""

    changed = Signal()
    stepped = Signal(int)

    def __init__(self, register: Register, context: DeskContext) -> None:
        super().__init__()
        self._register = register
        self._context = context
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
        self.search.blockSignals(True)
        self.search.setText(query.search)
        self.search.blockSignals(False)
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
        errors, warnings = findings.errors_of(code), findings.warnings_of(code)
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
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "ink_3"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setFixedWidth(270)
        self.search.textChanged.connect(lambda: self._pause.start())
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

    def _hint(self) -> str:
        names = [_(self._register.by_name[name].title) for name in self._register.searched[:2]]
        return _("{fields}、拼音首字母…").format(fields="、".join(names))

    def _show_chips(self) -> None:
        self._chips.clear(keep=self._add)
        for condition in self._conditions:
            self._chip(self._words(condition), lambda each=condition: self._drop(each))
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

    def _words(self, condition: Condition) -> str:
        declared = self._register.by_name[condition.field]
        title = _(declared.title)
        if condition.comparison == "empty":
            return _("{field}未填").format(field=title)
        if condition.comparison == "filled":
            return _("{field}已填").format(field=title)
        value = declared.type.show(condition.value)
        signs = {"is": "：", "contains": _("含"), "at_least": " ≥ ", "at_most": " ≤ "}
        return f"{title}{signs[condition.comparison]}{value}"

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
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self._on or self._context.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
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


class FilterPopup(QFrame):
    """One condition to make: field, comparison, value. made(Condition); ended_wanted: the ended records."""

    made = Signal(object)
    ended_wanted = Signal()

    def __init__(self, register: Register, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("panel", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._register = register
        self._context = context
        self._value: Editor | None = None
        self.setFixedWidth(300)
        inside = column(self, 14, 8)
        self._field = QComboBox()
        self._field.setAccessibleName(_("项目"))
        for each in register.fields:
            self._field.addItem(_(each.title), each.name)
        self._field.setMaxVisibleItems(14)
        self._comparison = QComboBox()
        self._comparison.setAccessibleName(_("怎样比较"))
        self._place = QVBoxLayout()
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        inside.addWidget(label(_("按项目筛选"), "heading"))
        inside.addWidget(self._field)
        inside.addWidget(self._comparison)
        inside.addLayout(self._place)
        inside.addWidget(self._wrong)
        buttons = row()
        ended = quiet(_("看已停用的"))
        ended.clicked.connect(self._want_ended)
        add: QPushButton = primary(_("加上"))
        add.clicked.connect(self._make)
        buttons.addWidget(ended)
        buttons.addStretch(1)
        buttons.addWidget(add)
        inside.addLayout(buttons)
        self._field.currentIndexChanged.connect(self._show_field)
        self._comparison.currentIndexChanged.connect(self._show_value)
        self._show_field()

    def open_below(self, widget: QWidget) -> None:
        """Show below a button."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        self._field.setFocus()

    def _show_field(self) -> None:
        declared = self._register.by_name[self._field.currentData()]
        ordered = declared.type.code in _ORDERED
        textual = declared.type.stored_as == "text" and not declared.type.labels() and not ordered
        wanted = {"is", "empty", "filled"} | ({"contains"} if textual else set())
        wanted |= {"at_least", "at_most"} if ordered else set()
        self._comparison.clear()
        for code, words in COMPARISONS:
            if code in wanted:
                self._comparison.addItem(_(words), code)
        if textual:
            self._comparison.setCurrentIndex(self._comparison.findData("contains"))
        self._show_value()

    def _show_value(self) -> None:
        if self._value is not None:
            self._value.hide()
            self._value.deleteLater()
            self._value = None
        if self._comparison.currentData() in (None, "empty", "filled"):
            return
        declared = self._register.by_name[self._field.currentData()]
        self._value = editor_for(declared, self._context, "", self)
        self._value.entered.connect(self._make)
        self._place.addWidget(self._value)

    def _make(self) -> None:
        name, comparison = self._field.currentData(), self._comparison.currentData()
        if self._value is None:
            self.made.emit(Condition(name, comparison))
            self.close()
            return
        declared = self._register.by_name[name]
        text = self._value.text().strip()
        if comparison == "contains":
            value: object = text or None
        else:
            reading = declared.type.read(text, self._context.around)
            value = reading.value
            if value is None and reading.faults:
                self._wrong.setText(reading.faults[0].message)
        if value is None:
            self._wrong.setText(self._wrong.text() or _("请写明要找的内容。"))
            self._wrong.show()
            return
        several = declared.type.code in ("codes", "texts")
        self.made.emit(Condition(name, "contains" if several else comparison, value))
        self.close()

    def _want_ended(self) -> None:
        self.ended_wanted.emit()
        self.close()


_SEVERITIES = {"error": "error", "wait": "warning"}
