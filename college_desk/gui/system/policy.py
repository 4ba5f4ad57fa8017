"""The tab 政策参数: every parameter with value, validity, source and how sure it is; the college enters its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.system.part import SystemPart
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.plain_table import PlainTable, RowsModel
from college_desk.policy.pack import Parameter
from college_desk.records.change import Changed
from college_desk.records.values.day import DAY
from college_desk.services import policies

_CONFIDENCE = {
    "S": "政策原文",
    "pub": "公开资料",
    "R-H": "惯例，较可靠",
    "R-M": "惯例，待核实",
    "R-L": "把握不大",
    "entered": "学校录入",
}


class PolicyPart(SystemPart):
    """The parameters in force today."""

    title = "政策参数"

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._model = RowsModel(
            (
                (_("参数"), lambda each: _(cast(Parameter, each).title), False),
                (_("现行值"), lambda each: policies.shown_value(cast(Parameter, each)), True),
                (_("生效日期"), lambda each: _validity(cast(Parameter, each)), False),
                (_("依据"), _source, False),
                (_("可靠程度"), lambda each: _(_CONFIDENCE.get(cast(Parameter, each).confidence, "")), False),
            ),
            tone=_tone,
            parent=self,
        )
        self.table = PlainTable(self._model, (280, 110, 170, 300, 110), _(self.title), stretch=3)
        self.table.chosen.connect(self._enter)
        self._button = plain(_("录入…"), "pencil")
        self.table.moved.connect(lambda each: self._button.setEnabled(_settable(each)))
        inside = column(self, 0, 10)
        head = row()
        words = _("文件没有写明的数不猜，请按有关文件录入；录入后从填写的日期起生效。")
        head.addWidget(label(words, "quiet"))
        head.addStretch(1)
        self._button.setEnabled(False)
        self._button.clicked.connect(lambda: self._enter(self.table.current()))
        head.addWidget(self._button)
        inside.addLayout(head)
        frame = card()
        column(frame, 1, 0).addWidget(self.table)
        inside.addWidget(frame, 1)

    def load(self) -> None:
        """Read the parameters in force today."""
        context = self.context

        def work(_progress: Progress) -> list[Parameter]:
            return policies.parameters(context.desk, context.today())

        context.tasks.run(work, then=self._show, owner=self)

    def _show(self, parameters: Sequence[Parameter]) -> None:
        at = self.table.currentIndex().row()
        self._model.show_rows(parameters)
        if at >= 0:
            self.table.selectRow(at)

    def _enter(self, parameter: object) -> None:
        if not isinstance(parameter, Parameter) or not _settable(parameter):
            return
        dialog = _ParameterDialog(parameter, self)
        if not dialog.exec():
            return
        context = self.context
        text, document, since = dialog.entered()

        def work(_progress: Progress) -> Changed:
            return policies.set_parameters(
                context.desk,
                {parameter.name: text},
                document=document or None,
                since=since,
                who=context.who,
                now=context.now(),
                today=context.today(),
            )

        def done(_changed: Changed) -> None:
            context.notices.say(_("已录入：{title}").format(title=_(parameter.title)))
            context.check_soon()
            self.load()

        context.change(work, then=done, owner=self)


class _ParameterDialog(QDialog):
    """A value, the document that sets it, from which day."""

    def __init__(self, parameter: Parameter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("录入政策参数"))
        self.setMinimumWidth(440)
        inside = column(self, 22, 8)
        inside.addWidget(label(_(parameter.title), "title", wrap=True))
        if parameter.needs:
            inside.addWidget(
                label(_("按{document}录入").format(document=_(parameter.needs)), "quiet", wrap=True)
            )
        unit = f"（{_(parameter.unit)}）" if parameter.unit else ""
        self._value = _line(inside, _("数值") + unit, "、".join(parameter.choices))
        self._document = _line(inside, _("依据的文件名称和文号"), _("例：济人社字〔2026〕××号"))
        self._since = _line(inside, _("从哪一天起"), _("不填则替换现行值"))
        self._wrong = label("", "error", wrap=True)
        inside.addWidget(self._wrong)
        buttons = row()
        buttons.addStretch(1)
        no = plain(_("取消"))
        no.clicked.connect(self.reject)
        yes = primary(_("保存"))
        yes.setDefault(True)
        yes.clicked.connect(self._save)
        buttons.addWidget(no)
        buttons.addWidget(yes)
        inside.addLayout(buttons)
        self._value.setFocus()

    def entered(self) -> tuple[str, str, dt.date | None]:
        """The value's text, the document, the first day."""
        return self._value.text().strip(), self._document.text().strip(), DAY.read(self._since.text()).value

    def _save(self) -> None:
        reading = DAY.read(self._since.text())
        if not self._value.text().strip():
            self._wrong.setText(_("请填写数值。"))
        elif reading.faults:
            self._wrong.setText(reading.faults[0].message)
        else:
            self.accept()


def _line(layout: QVBoxLayout, title: str, hint: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setPlaceholderText(hint)
    edit.setAccessibleName(title)
    words = label(title)
    words.setBuddy(edit)
    layout.addWidget(words)
    layout.addWidget(edit)
    return edit


def _settable(each: object) -> bool:
    return isinstance(each, Parameter) and each.settable


def _validity(each: Parameter) -> str:
    since = "" if each.since == dt.date.min else str(each.since)
    until = "" if each.until == dt.date.max else str(each.until)
    if since and until:
        return _("{since} 至 {until}").format(since=since, until=until)
    if until:
        return _("至 {until}").format(until=until)
    return _("{since} 起").format(since=since) if since else ""


def _source(each: object) -> str:
    parameter = cast(Parameter, each)
    if parameter.value is None and parameter.needs:
        return _("请按{document}录入").format(document=_(parameter.needs))
    return _(parameter.source)


def _tone(each: object, column: int) -> str:
    parameter = cast(Parameter, each)
    if parameter.value is None:
        return "wait" if column in (1, 3) else ""
    return "ink_2" if column in (2, 3, 4) else ""
