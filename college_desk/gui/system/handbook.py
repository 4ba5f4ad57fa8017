"""The tab 校验规则: every rule, found by what it says, and beside the list all that the handbook tells of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.system.part import SystemPart
from college_desk.gui.widgets.labels import card, column, empty, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.widgets.rule_card import tell
from college_desk.records.finding import SEVERITY_WORDS
from college_desk.rules.rule import Rule
from college_desk.services import handbook

_BESIDE = 400
_TONES = {"error": "error", "warning": "wait", "info": "info"}


class HandbookPart(SystemPart):
    """The handbook of the checks: a list to search, a rule to read."""

    title = "校验规则"

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._rules: list[Rule] = []
        self._model: ListModel[Rule] = ListModel(
            [
                ListColumn(_("编号"), lambda each: each.code, 90),
                ListColumn(_("规则"), lambda each: _(each.title)),
                ListColumn(_("台账"), handbook.register_title, 170),
                ListColumn(
                    _("程度"),
                    lambda each: _(SEVERITY_WORDS[each.severity]),
                    110,
                    tone=lambda each: _TONES[each.severity],
                    tag=True,
                ),
            ]
        )
        self.table: ListTable[Rule] = ListTable(self._model, _(self.title))
        self.table.current.connect(self._show)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("按编号、标题、条件、依据查找"))
        self.search.setAccessibleName(_("查找规则"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(300)
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(self.table.setFocus)
        self.count = label("", "quiet")
        head = row()
        head.addWidget(self.search)
        head.addWidget(self.count)
        head.addStretch(1)
        inside = column(self, 0, 10)
        inside.addLayout(head)
        both = row()
        frame = card()
        column(frame, 1, 0).addWidget(self.table)
        both.addWidget(frame, 1)
        both.addWidget(self._beside())
        inside.addLayout(both, 1)

    def load(self) -> None:
        """List the rules; they are the program's own and never change while it runs."""
        if not self._rules:
            self._rules = handbook.rules()
            self._list()

    def look_at(self, code: str) -> None:
        """Show one rule."""
        self.load()
        self.search.clear()
        codes = [each.code for each in self._model.rows()]
        if code in codes:
            self.table.go_to_row(codes.index(code))
            self.table.setFocus()

    def _beside(self) -> QWidget:
        frame = card()
        frame.setFixedWidth(_BESIDE)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._told = column(inside, 14, 6)
        area.setWidget(inside)
        column(frame, 1, 0).addWidget(area)
        return frame

    def _list(self) -> None:
        words = self.search.text().casefold().split()
        found = [each for each in self._rules if all(word in _said(each) for word in words)]
        self._model.show_rows(found)
        self.count.setText(_("共{count}条").format(count=len(found)))
        if found:
            self.table.go_to_row(0)
        self._show(found[0] if found else None)

    def _show(self, rule: object) -> None:
        empty(self._told)
        if isinstance(rule, Rule):
            self._told.addWidget(label(f"{rule.code}　{_(rule.title)}", "heading", wrap=True))
            tell(rule, self._told)
        else:
            self._told.addWidget(label(_("没有符合的规则，换几个字试试。"), "hint", wrap=True))
        self._told.addStretch(1)


def _said(rule: Rule) -> str:
    """All words of a rule that a search looks through."""
    return " ".join((rule.code, _(rule.title), *(text for _name, text in handbook.told(rule)))).casefold()
