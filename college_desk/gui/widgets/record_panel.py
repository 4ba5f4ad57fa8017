"""The record beside the grid: its fields by group, its findings, its history."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.widgets.buttons import icon_button, link
from college_desk.gui.widgets.labels import card, column, empty, label, row, set_property, tag
from college_desk.gui.widgets.record_fields import TONES, RecordFields
from college_desk.gui.widgets.standing_list import StandingList
from college_desk.gui.words import masked
from college_desk.records.change import ChangeLine
from college_desk.records.finding import SEVERITY_WORDS, Finding
from college_desk.records.register import Field, Record, Register
from college_desk.services.filing_life import Standing
from college_desk.services.naming import name_of

WIDTH = 312

STANDING = 3
"""The tab of the filings in which the record stands."""


class RecordPanel(QFrame):
    """One record, or a draft. typed(field, text): a field was changed; explain(finding): 写说明 was asked for;
    left: the keys go back to the grid."""

    typed = Signal(str, str)
    explain = Signal(object)
    end_wanted = Signal()
    draft_dropped = Signal()
    left = Signal()

    def __init__(self, register: Register, context: DeskContext) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setFixedWidth(WIDTH)
        self.register = register
        self._context = context
        self._uid: str | None = None
        self._record: Record | None = None
        self._findings: Sequence[Finding] = ()
        self._fields: RecordFields | None = None
        inside = column(self, 0, 0)
        inside.addWidget(self._head())
        self._stack = QStackedWidget()
        inside.addWidget(self._stack, 1)
        self._nothing = label(_("选中一行，这里显示它的资料"), "hint", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._finding_list, findings = _scrolling()
        self._history_list, history = _scrolling()
        self._field_area, fields = _scrolling()
        self.standing = StandingList(register, context)
        for each in (self._nothing, fields, findings, history, self.standing):
            self._stack.addWidget(each)
        self._show_tab(0)

    def show_record(self, record: Record | None, position: str, unread: Mapping[str, str]) -> None:
        """Show a stored record; unread: texts that could not be read, by field."""
        self._record = record
        self._uid = None if record is None else record.uid
        if record is None:
            self._show_nothing()
            return
        self._name.setText(name_of(record) or _(self.register.title))
        self._position.setText(position)
        self._beside.setText(self._line_beside(record))
        self._menu.show()
        texts = {each.name: self.register.show(record, each.name) for each in self.register.fields}
        self._show_texts({**texts, **unread})
        self._show_status(record)

    def show_draft(self, cells: Mapping[str, str], needed: str) -> None:
        """Show a row that is not stored yet; needed: what is still missing, in words."""
        self._record, self._uid = None, None
        self._name.setText(_("新的一条"))
        self._position.setText("")
        self._status.hide()
        self._menu.hide()
        self._beside.setText(needed)
        self.show_findings(())
        self._show_texts({each.name: cells.get(each.name, "") for each in self.register.fields})

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found on the record."""
        self._findings = findings
        open_ones = sum(1 for each in findings if each.blocks)
        self._tabs[1].setText(_("问题 {n}").format(n=open_ones) if open_ones else _("问题"))
        if self._fields is not None:
            self._fields.mark(findings)
        if self._stack.currentIndex() == 2:
            self._fill_findings()

    def show_history(self, lines: Sequence[ChangeLine]) -> None:
        """Show the changes of the record, newest first."""
        empty(self._history_list)
        for line in reversed(lines):
            self._history_list.addWidget(self._change(line))
        if not lines:
            self._history_list.addWidget(label(_("还没有修改记录"), "hint"))
        self._history_list.addStretch(1)

    def show_standing(self, found: Sequence[Standing]) -> None:
        """Show in which filings the record stands."""
        if self._record is not None:
            self.standing.show_standing(self._record, found)

    def focus_field(self, name: str | None = None) -> None:
        """Put the keys into a field, the first when none is named."""
        self._show_tab(0)
        if self._fields is not None:
            self._fields.focus(name or self.register.listed[0])

    def keep_editing(self) -> bool:
        """Whether a field here has the keys."""
        return self._fields is not None and self._fields.edited() is not None

    def hideEvent(self, event: QHideEvent) -> None:
        """A panel that goes away keeps what was typed."""
        edited = self._fields.edited() if self._fields is not None else None
        if edited is not None:
            edited.commit()
        super().hideEvent(event)

    history_wanted = Signal(str)
    standing_wanted = Signal(str)

    def _head(self) -> QWidget:
        head = QWidget()
        inside = column(head, 0, 4)
        inside.setContentsMargins(16, 12, 10, 0)
        first = row(gap=8)
        self._name = label("", "title")
        self._name.setSizePolicy(self._name.sizePolicy().Policy.Ignored, self._name.sizePolicy().Policy.Fixed)
        self._status = tag("", "right")
        self._status.hide()
        self._position = label("", "quiet")
        self._menu = icon_button("archive", _("停用这条记录"))
        self._menu.clicked.connect(self.end_wanted)
        first.addWidget(self._name, 1)
        for each in (self._status, self._position, self._menu):
            first.addWidget(each)
        inside.addLayout(first)
        self._beside = label("", "quiet")
        self._beside.setSizePolicy(
            self._beside.sizePolicy().Policy.Ignored, self._beside.sizePolicy().Policy.Fixed
        )
        inside.addWidget(self._beside)
        tabs = row(gap=16)
        group = QButtonGroup(self)
        self._tabs: list[QPushButton] = []
        for index, words in enumerate((_("资料"), _("问题"), _("修改记录"), _("报送"))):
            button = QPushButton(words)
            button.setProperty("kind", "tab")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, index=index: self._show_tab(index))
            group.addButton(button)
            tabs.addWidget(button)
            self._tabs.append(button)
        tabs.addStretch(1)
        inside.addLayout(tabs)
        self._head_line = card("line")
        outer = QWidget()
        whole = column(outer, 0, 0)
        whole.addWidget(head)
        whole.addWidget(self._head_line)
        return outer

    def _show_tab(self, index: int) -> None:
        self._tabs[index].setChecked(True)
        if self._fields is None:
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentIndex(index + 1)
        if index == 1:
            self._fill_findings()
        elif index == 2 and self._uid is not None:
            self.history_wanted.emit(self._uid)
        elif index == STANDING:
            self.standing.clear()
            if self._uid is not None:
                self.standing_wanted.emit(self._uid)

    def _show_nothing(self) -> None:
        self._name.setText("")
        self._beside.setText("")
        self._position.setText("")
        self._status.hide()
        self._menu.hide()
        self._tabs[1].setText(_("问题"))
        self._stack.setCurrentIndex(0)

    def _show_texts(self, texts: Mapping[str, str]) -> None:
        if self._fields is None:
            self._fields = RecordFields(self.register, self._context, self.typed.emit, self.left.emit)
            self._field_area.addWidget(self._fields)
            self._field_area.addStretch(1)
        self._fields.show_texts(texts)
        index = next(number for number, tab in enumerate(self._tabs) if tab.isChecked())
        self._show_tab(index)

    def _line_beside(self, record: Record) -> str:
        parts: list[str] = []
        name = name_of(record)
        for declared in (self.register.by_name[each] for each in self.register.listed):
            text = self.register.show(record, declared.name)
            if text and text != name and not declared.sensitive and not declared.type.right_aligned:
                parts.append(text)
        return " · ".join(parts[:2])

    def _show_status(self, record: Record) -> None:
        declared = self.register.by_name.get("status")
        text = (_("已合并") if record.same_as else _("已停用")) if record.ended else ""
        if not text and declared is not None:
            text = self.register.show(record, "status")
        self._status.setVisible(bool(text))
        self._status.setText(text)
        set_property(self._status, "tag", "plain" if record.ended else "right")

    def _fill_findings(self) -> None:
        empty(self._finding_list)
        for each in self._findings:
            self._finding_list.addWidget(self._finding(each))
        if not self._findings:
            self._finding_list.addWidget(label(_("没有发现问题"), "hint"))
        self._finding_list.addStretch(1)

    def _finding(self, found: Finding) -> QFrame:
        tone = TONES[found.severity] if found.explanation is None else "right"
        frame = card(tone)
        inside = column(frame, 10, 4)
        words = _("已说明") if found.explanation is not None else _(SEVERITY_WORDS[found.severity])
        role = {"info": ""}.get(tone, tone)
        inside.addWidget(label(f"{words}　{_(found.title)}", role, wrap=True))
        inside.addWidget(label(found.message, wrap=True))
        if found.suggestion:
            inside.addWidget(label(_("建议：{text}").format(text=found.suggestion), "quiet", wrap=True))
        if found.clause:
            inside.addWidget(label(_("依据：{clause}").format(clause=found.clause), "small", wrap=True))
        if found.explanation is not None:
            told = found.explanation
            inside.addWidget(
                label(_("{who} {on}：{text}").format(who=told.who, on=told.on, text=told.text), wrap=True)
            )
        actions = row(gap=4)
        if found.field is not None and self._fields is not None and self._fields.has(found.field):
            mend = link(_("去改"))
            mend.clicked.connect(lambda: self.focus_field(found.field))
            actions.addWidget(mend)
        if found.severity == "warning":
            write = link(_("写情况说明") if found.explanation is None else _("修改说明"))
            write.clicked.connect(lambda: self.explain.emit(found))
            actions.addWidget(write)
        if actions.count():
            actions.addStretch(1)
            inside.addLayout(actions)
        return frame

    def _change(self, line: ChangeLine) -> QWidget:
        holder = QWidget()
        inside = column(holder, 0, 1)
        declared = self.register.by_name.get(line.field or "")
        inside.addWidget(label(f"{line.when.astimezone():%Y-%m-%d %H:%M}　{line.who}", "small"))
        if declared is None:
            inside.addWidget(label(line.what, wrap=True))
        else:
            before, after = (self._old(declared, text) for text in (line.before, line.after))
            words = _("{field}：{before} → {after}").format(
                field=_(declared.title), before=before, after=after
            )
            inside.addWidget(label(words, wrap=True))
        if line.reason:
            inside.addWidget(label(_("原因：{text}").format(text=line.reason), "quiet", wrap=True))
        return holder

    def _old(self, declared: Field, stored: str | None) -> str:
        """A value of the journal as the screen shows it."""
        text = journal_text(declared, stored)
        if not text:
            return _("（空）")
        return masked(text) if declared.sensitive and not self._context.reveal else text


def journal_text(declared: Field, stored: str | None) -> str:
    """A value as the journal keeps it (JSON text), as text for the screen; empty for none."""
    if stored is None:
        return ""
    try:
        value = json.loads(stored)
        return "" if value is None else declared.type.show(declared.type.from_json(value))
    except ValueError:
        return stored


def _scrolling() -> tuple[QVBoxLayout | QHBoxLayout, QScrollArea]:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    layout = column(inside, 0, 8)
    layout.setContentsMargins(16, 10, 8, 12)
    area.setWidget(inside)
    return layout, area
