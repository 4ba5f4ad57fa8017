"""The small form for a step of a filing's course: the day, the number, the bureau's remarks, a note."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import column, label, row, set_property
from college_desk.records.filing_course import NEXT
from college_desk.records.values.day import DAY
from college_desk.records.values.value_type import Surroundings
from college_desk.services.filing_life import remarks_of

ACTIONS = {
    "submitted": "登记报送…",
    "accepted": "登记受理、备案号…",
    "filed": "登记备案号…",
    "returned": "登记退回补正…",
    "withdrawn": "撤回…",
    "sealed": "登记用印…",
    "reviewed": "登记县级初审…",
    "refused": "登记不予备案…",
    "approved": "登记批复…",
    "announced": "登记上级公示…",
    "paid": "登记拨付…",
    "archived": "归档…",
}
"""The steps that a clerk can write down, with their words; the usual ones first."""

_ASKED = {
    "accepted": "上级给了备案号就写在这里，没有可以不填，以后再补登。",
    "filed": "写上级给的备案号。",
    "returned": "把退回意见写在或粘贴在下面，一行一条；每条都成为一项要办的事，并找到它说的那个人。",
    "withdrawn": "撤回以后可以改动，再定稿为下一稿。",
    "archived": "归档以后不再登记进度。",
}


@dataclass(frozen=True)
class StepTaken:
    """What was written down. state: the one reached, `filed` where an acceptance came with its number."""

    state: str
    on: dt.date
    note: str = ""
    filed_number: str | None = None
    remarks: tuple[str, ...] = ()
    due: dt.date | None = None


def possible_steps(state: str) -> list[str]:
    """The steps that may follow a state, the usual ones first; the number is asked with the acceptance."""
    allowed = NEXT.get(state, ())
    return [each for each in ACTIONS if each in allowed and not (each == "filed" and "accepted" in allowed)]


class StepDialog(QDialog):
    """Asks what belongs to one step; `taken` once it was closed with the primary button."""

    def __init__(self, parent: QWidget | None, state: str, about: str, today: dt.date) -> None:
        super().__init__(parent)
        self._state, self._today = state, today
        title = _(ACTIONS[state]).rstrip("…")
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        inside = column(self, 22, 10)
        inside.addWidget(label(title, "title"))
        inside.addWidget(label(about, "quiet", wrap=True))
        if state in _ASKED:
            inside.addWidget(label(_(_ASKED[state]), "hint", wrap=True))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        self.day = self._line(form, _("日期"), today.isoformat())
        self.number = QLineEdit()
        if state in ("accepted", "filed"):
            self.number = self._line(form, _("备案号"))
        self.remarks, self.due = QPlainTextEdit(), QLineEdit()
        if state == "returned":
            self.remarks.setAccessibleName(_("退回意见"))
            self.remarks.setPlaceholderText(_("一行一条，例如：李明的体检日期早于聘期"))
            self.remarks.setTabChangesFocus(True)
            self.remarks.setMinimumHeight(130)
            self.remarks.textChanged.connect(self._enable)
            form.addRow(_("退回意见"), self.remarks)
            self.due = self._line(form, _("补正限期"))
            self.due.setPlaceholderText(_("没有限期可以不填"))
        self.note = self._line(form, _("备注"))
        inside.addLayout(form)
        self._hint = label("", "hint")
        buttons = row()
        no, self.yes = plain(_("取消")), primary(_("确定"))
        no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.yes.setDefault(True)
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(no)
        buttons.addWidget(self.yes)
        inside.addSpacing(4)
        inside.addLayout(buttons)
        (self.remarks if state == "returned" else self.number if state == "filed" else self.day).setFocus()
        self._enable()

    @property
    def taken(self) -> StepTaken:
        """What was written; ask only after the dialog was accepted."""
        number = self.number.text().strip() or None
        state = "filed" if self._state == "accepted" and number else self._state
        return StepTaken(
            state,
            self._read(self.day) or self._today,
            self.note.text().strip(),
            number,
            tuple(remarks_of([self.remarks.toPlainText()])),
            self._read(self.due),
        )

    def _line(self, form: QFormLayout, words: str, text: str = "") -> QLineEdit:
        made = QLineEdit(text)
        made.setAccessibleName(words)
        made.textChanged.connect(self._enable)
        form.addRow(words, made)
        return made

    def _read(self, line: QLineEdit) -> dt.date | None:
        text = line.text().strip()
        return DAY.read(text, Surroundings(year=self._today.year)).value if text else None

    def _enable(self) -> None:
        """The primary button waits for a day that can be read, and for what the step cannot do without."""
        wrong = [each for each in (self.day, self.due) if each.text().strip() and self._read(each) is None]
        for each in (self.day, self.due):
            set_property(each, "state", "error" if each in wrong else "")
        remarks = remarks_of([self.remarks.toPlainText()])
        lacks = (self._state == "filed" and not self.number.text().strip()) or (
            self._state == "returned" and not remarks
        )
        self.yes.setEnabled(not wrong and bool(self.day.text().strip()) and not lacks)
        self._hint.setText(_("{n}条意见").format(n=len(remarks)) if remarks else "")
