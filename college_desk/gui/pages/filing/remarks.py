"""The bureau's remarks as tasks (退回意见): whom each speaks of, what was done, and on to the amended version."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import primary
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.services.filing_review import Review, Task

ANSWER = 3
"""The column in which an answer is written."""


class RemarksCard(QWidget):
    """opened(register, uid): the record that a remark speaks of; answered(place, text): what was done about
    one; amend: the amended version is to be made.
    """

    opened = Signal(str, str)
    answered = Signal(int, str)
    amend = Signal()

    def __init__(self) -> None:
        super().__init__()
        inside = column(self, gap=4)
        self._model: ListModel[Task] = ListModel(
            [
                ListColumn(_("办理"), _done, 80, tone=_tone, tag=True),
                ListColumn(_("退回意见"), lambda each: each.remark.text),
                ListColumn(
                    _("涉及"), lambda each: each.name or _("整份申报"), 110, tone=lambda _each: "quiet"
                ),
                ListColumn(
                    _("处理情况"),
                    lambda each: each.remark.answer,
                    230,
                    edit=self._write,
                    hint=_signed,
                ),
            ],
            parent=self,
        )
        self.table: ListTable[Task] = ListTable(self._model, _("退回意见"))
        self.table.opened.connect(self._open)
        inside.addWidget(self.table, 1)
        foot = row(gap=8)
        foot.setContentsMargins(14, 4, 12, 8)
        self.said = label("", "hint")
        self.make = primary(_("生成补正稿"))
        self.make.clicked.connect(self.amend)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.make)
        inside.addLayout(foot)

    def show_review(self, shown: Review | None) -> None:
        """Show the remarks on a version; the amended one is made once each is answered, overtaken ones stay."""
        place = self.table.currentIndex()
        writes = self._write if shown is not None and shown.latest else None
        self._model.columns[ANSWER] = replace(self._model.columns[ANSWER], edit=writes)
        self._model.show_rows(shown.tasks if shown is not None else ())
        if place.isValid() and place.row() < self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(place.row(), place.column()))
        else:
            self.table.go_to_row(0)
        back = shown is not None and shown.latest and shown.course.state == "returned"
        self.make.setVisible(back)
        if shown is None or not back:
            self.said.setText("")
            return
        left = shown.open_tasks
        self.make.setEnabled(not left)
        due = shown.course.due
        words = (
            _("还有{n}条没有写处理情况；回车到那条记录，在“处理情况”里写怎么改的").format(n=left)
            if left
            else _("全部处理完，可以生成补正稿，修改说明逐条列出")
        )
        self.said.setText(
            _("{words}（限期{day}）").format(words=words, day=due.isoformat()) if due is not None else words
        )

    def _open(self, task: object) -> None:
        """Enter leads into the record; where a remark names none, into its answer."""
        if not isinstance(task, Task):
            return
        if task.remark.register is not None and task.remark.uid is not None:
            self.opened.emit(task.remark.register, task.remark.uid)
        elif self._model.columns[ANSWER].edit is not None:
            index = self._model.index(self.table.currentIndex().row(), ANSWER)
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def _write(self, task: Task, text: str) -> None:
        self.answered.emit(task.place, text.strip())


def _done(task: Task) -> str:
    return _("已处理") if task.remark.answer else _("待处理")


def _tone(task: Task) -> str:
    return "right" if task.remark.answer else "error"


def _signed(task: Task) -> str:
    if not task.remark.answer:
        return _("在这里写这条意见是怎么处理的，写入修改说明")
    return _("{text}（{who}）").format(text=task.remark.answer, who=task.remark.answered_by)
