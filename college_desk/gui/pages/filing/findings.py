"""What was found on a filing: grouped by gravity, with the editor of explanations below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.finding_words import without_numbers
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.records.finding import SEVERITY_WORDS, Finding
from college_desk.records.register import REGISTERS

EDITOR_HEIGHT = 58


class FindingsCard(QWidget):
    """The findings, gravest first, and the explanation of the chosen ones.

    opened(finding): go into its cell; explained(ids, rule or None, text): keep an explanation.
    """

    opened = Signal(object)
    explained = Signal(object, object, str)

    def __init__(self) -> None:
        super().__init__()
        self._reveal = False
        outside = column(self)
        listed = card()
        inside = column(listed, 14, 8)
        head = row()
        head.addWidget(label(_("校验结果"), "heading"))
        head.addStretch(1)
        self._counts = label("", "hint")
        head.addWidget(self._counts)
        inside.addLayout(head)
        self._model: ListModel[Finding] = ListModel(self._columns())
        self.table: ListTable[Finding] = ListTable(self._model, _("校验结果"))
        self.table.opened.connect(self.opened.emit)
        self.table.current.connect(self._choose)
        inside.addWidget(self.table, 1)
        outside.addWidget(listed, 1)
        outside.addWidget(self._editor())

    def show_findings(self, findings: Sequence[Finding], *, reveal: bool) -> None:
        """Show what was found; the first that blocks is chosen."""
        self._reveal = reveal
        blocking = [each for each in findings if each.blocks]
        done = [each for each in findings if not each.blocks]
        self._model.show_rows([*blocking, *done])
        errors = sum(each.severity == "error" for each in findings)
        open_ones = len(blocking) - errors
        explained = sum(each.explanation is not None for each in findings)
        self._counts.setText(
            _("必须改正{errors}处，需核实说明{open}处，已说明{explained}处；回车到出错的格").format(
                errors=errors, open=open_ones, explained=explained
            )
        )
        self.table.go_to_row(0)
        self._choose(self.table.current_row())

    def _columns(self) -> list[ListColumn[Finding]]:
        return [
            ListColumn(_("类别"), self._kind, 96, tone=_tone, tag=True),
            ListColumn(_("对象"), lambda each: without_numbers(each.key, reveal=self._reveal), 150),
            ListColumn(_("项目"), _field, 120),
            ListColumn(_("问题"), lambda each: without_numbers(each.message, reveal=self._reveal)),
        ]

    @staticmethod
    def _kind(finding: Finding) -> str:
        return _("已说明") if finding.explanation is not None else _(SEVERITY_WORDS[finding.severity])

    def _editor(self) -> QWidget:
        made = card()
        inside = column(made, 14, 8)
        self._about = label(_("选一条需核实说明的问题，在这里写明原因，随材料报送"), "heading", wrap=True)
        self._clause = label("", "quiet", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("情况说明"))
        self.text.setPlaceholderText(_("请写明原因，将随材料报送"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(EDITOR_HEIGHT)
        buttons = row()
        self.keep = primary(_("保存说明"))
        self.keep.clicked.connect(lambda: self._keep(whole_rule=False))
        self.keep_all = plain(_("同类问题都用这条说明"))
        self.keep_all.clicked.connect(lambda: self._keep(whole_rule=True))
        self._signed = label("", "hint")
        buttons.addWidget(self.keep)
        buttons.addWidget(self.keep_all)
        buttons.addStretch(1)
        buttons.addWidget(self._signed)
        inside.addWidget(self._about)
        inside.addWidget(self._clause)
        inside.addWidget(self.text)
        inside.addLayout(buttons)
        return made

    def _choose(self, finding: Finding | None) -> None:
        """Show a finding below the list; only a warning can be explained."""
        can = finding is not None and finding.severity == "warning"
        for each in (self.text, self.keep, self.keep_all):
            each.setEnabled(can)
        if finding is None:
            self._about.setText(_("没有要改正或说明的问题，可以定稿"))
            self._clause.setText("")
            self._signed.setText("")
            self.text.setPlainText("")
            return
        self._about.setText(_(finding.title))
        message = without_numbers(finding.message, reveal=self._reveal)
        self._clause.setText(_("{message}依据：{clause}").format(message=message, clause=_(finding.clause)))
        written = finding.explanation
        self.text.setPlainText(written.text if written else "")
        self._signed.setText(f"{written.who} · {written.on.isoformat()}" if written else "")

    def _keep(self, *, whole_rule: bool) -> None:
        text = self.text.toPlainText().strip()
        chosen = [each for each in self.table.selected_rows() if each.severity == "warning"]
        current = self.table.current_row()
        if not text or current is None:
            self.text.setFocus()
            return
        ids = [each.id for each in chosen] or [current.id]
        self.explained.emit([] if whole_rule else ids, current.rule if whole_rule else None, text)


def _tone(finding: Finding) -> str:
    if finding.explanation is not None:
        return "right"
    return {"error": "error", "warning": "wait", "info": "info"}[finding.severity]


def _field(finding: Finding) -> str:
    register = REGISTERS[finding.register]
    declared = register.field(finding.field) if finding.field else None
    return _(declared.title if declared else register.title)
