"""How far a filing has come (申报进度): each step with its day, who wrote it down, and the note."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.filing_words import state_tone, state_words
from college_desk.gui.widgets.labels import column, label
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.records.filing_course import Event
from college_desk.services.filing_review import Review


class CourseCard(QWidget):
    """The steps of one version, the freeze first."""

    def __init__(self) -> None:
        super().__init__()
        inside = column(self, gap=4)
        self._said = label("", "quiet", wrap=True)
        self._said.setContentsMargins(14, 4, 14, 0)
        inside.addWidget(self._said)
        self._model: ListModel[Event] = ListModel(
            [
                ListColumn(
                    _("进度"), lambda each: state_words(each.state), 96,
                    tone=lambda each: state_tone(each.state), tag=True,
                ),
                ListColumn(_("日期"), lambda each: each.on.isoformat(), 100),
                ListColumn(_("登记人"), lambda each: each.who, 84),
                ListColumn(_("备注"), lambda each: each.note),
            ],
            parent=self,
        )  # fmt: skip
        self.table: ListTable[Event] = ListTable(self._model, _("申报进度"))
        inside.addWidget(self.table, 1)

    def show_review(self, shown: Review | None) -> None:
        """Show a version's course."""
        if shown is None:
            self._model.show_rows(())
            self._said.setText("")
            return
        frozen = Event("frozen", shown.filing.on, shown.filing.who)
        self._model.show_rows([frozen, *shown.course.events])
        self._said.setText(_said(shown))
        self._said.setVisible(bool(self._said.text()))


def _said(shown: Review) -> str:
    parts = []
    if shown.course.filed_number:
        parts.append(_("备案号：{number}").format(number=shown.course.filed_number))
    if shown.of_enterprise:
        parts.append(_("以“{name}”名义申报").format(name=shown.of_enterprise))
    if shown.course.due is not None and shown.course.state == "returned":
        parts.append(_("补正限期：{day}").format(day=shown.course.due.isoformat()))
    if not shown.latest:
        parts.append(_("已有更新的一稿，进度登记在最新一稿上"))
    return "　".join(parts)
