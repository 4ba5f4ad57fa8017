"""What was found on a filing: by rule, the gravest first, each rule with its count; and its explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from college_desk.base.translation import _
from college_desk.gui.pages.filing.explanation import ExplanationCard
from college_desk.gui.widgets.buttons import chip
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.finding_words import without_numbers
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.widgets.rule_card import RuleCard, explain_findings
from college_desk.records.finding import SEVERITY_WORDS, Finding
from college_desk.records.register import REGISTERS

_GRAVITY = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True)
class FindingLine:
    """A line of the list: a finding, or the heading of a rule that was met several times.

    several: the findings of the rule under the heading, empty for a finding's own line; inside: whether the
    line stands under a heading.
    """

    finding: Finding
    several: tuple[Finding, ...] = ()
    folded: bool = False
    inside: bool = False


class FindingsCard(QWidget):
    """The findings, gravest first, and the explanation of the chosen ones.

    opened(finding): go into its cell; explained(ids, rule or None, text): keep an explanation;
    offers_wanted(finding): which explanations were written before for its like.
    """

    opened = Signal(object)
    explained = Signal(object, object, str)
    offers_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._reveal = False
        self._findings: tuple[Finding, ...] = ()
        self._unfolded: set[tuple[str, str]] = set()
        self._tone = ""
        self._place = 0
        outside = column(self)
        listed = card()
        inside = column(listed, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        inside.addLayout(self._head())
        self._model: ListModel[FindingLine] = ListModel(self._columns(), bold=lambda each: bool(each.several))
        self.table: ListTable[FindingLine] = ListTable(self._model, _("校验结果"))
        self.table.opened.connect(self._open)
        self.table.spaced.connect(self._fold)
        self.table.current.connect(lambda _line: self._choose())
        self.table.selectionModel().selectionChanged.connect(lambda *_changed: self._choose())
        self._passed = EmptyState(
            "circle-check", _("校验通过，可以定稿"), _("看一看右边的表样，没有问题就点“定稿锁定”。")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._passed)
        inside.addWidget(self._stack, 1)
        self.explanation = ExplanationCard()
        self.explanation.kept.connect(self._keep)
        explain = QShortcut(QKeySequence("F1"), self)
        explain.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        explain.activated.connect(self.explain_current)
        outside.addWidget(listed, 1)
        outside.addWidget(self.explanation)

    def show_findings(self, findings: Sequence[Finding], *, reveal: bool) -> None:
        """Show what was found; rules keep whether they were unfolded, the line chosen before stays chosen."""
        self._reveal = reveal
        self._findings = tuple(findings)
        for button, tone, words in (
            (self._errors, "error", _("必须改正 {n}")),
            (self._warnings, "wait", _("需核实说明 {n}")),
            (self._done, "right", _("已说明 {n}")),
        ):
            number = sum(_tone_of(each) == tone for each in findings)
            button.setText(words.format(n=number))
            button.setVisible(number > 0)
            if not number and self._tone == tone:
                self._tone = ""
        self._list()

    def findings(self) -> tuple[Finding, ...]:
        """All that was found, gravest first."""
        return tuple(sorted(self._findings, key=_gravity))

    def chosen(self) -> list[Finding]:
        """The findings of the selected lines, those under a selected heading among them."""
        found: dict[str, Finding] = {}
        for line in self.table.selected_rows():
            found.update({each.id: each for each in (line.several or (line.finding,))})
        return list(found.values())

    def _head(self) -> QHBoxLayout:
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("校验结果"), "heading"))
        self._errors, self._warnings, self._done = chip("", "error"), chip("", "wait"), chip("", "right")
        for button, tone in ((self._errors, "error"), (self._warnings, "wait"), (self._done, "right")):
            button.setCheckable(True)
            button.setToolTip(_("只看这一类，再按一下看全部"))
            button.clicked.connect(lambda _checked=False, one=tone: self._show_only(one))
            head.addWidget(button)
        head.addStretch(1)
        self._hint = label(_("回车到出错的格，空格展开同类，F1看规则"), "hint")
        head.addWidget(self._hint)
        return head

    def _columns(self) -> list[ListColumn[FindingLine]]:
        return [
            ListColumn(_("类别"), self._kind, 96, tone=_tone, tag=True),
            ListColumn(_("问题"), self._message, tone=lambda each: "" if each.finding.blocks else "quiet"),
            ListColumn(_("项目"), _field, 116, tone=lambda _each: "quiet"),
            ListColumn(_("哪一条"), self._key, 140, tone=lambda _each: "quiet"),
        ]

    def _kind(self, line: FindingLine) -> str:
        if line.finding.explanation is not None:
            return _("已说明")
        return _(SEVERITY_WORDS[line.finding.severity])

    def _message(self, line: FindingLine) -> str:
        if line.several:
            return f"{'▸' if line.folded else '▾'} {_(line.finding.title)}"
        message = without_numbers(line.finding.message, reveal=self._reveal)
        return f"　　{message}" if line.inside else message

    def _key(self, line: FindingLine) -> str:
        if line.several:
            return _("{n}处").format(n=len(line.several))
        return without_numbers(line.finding.key, reveal=self._reveal)

    def _list(self) -> None:
        before = self.table.current_row()
        lines = self._lines()
        self._model.show_rows(lines)
        self._stack.setCurrentWidget(self.table if lines else self._passed)
        self._hint.setVisible(bool(lines))
        self.explanation.setVisible(bool(lines))
        place = 0
        if before is not None:
            same = (at for at, each in enumerate(lines) if _same(each, before))
            place = next(same, min(self._place, len(lines) - 1))
        self.table.go_to_row(max(0, place))
        self._choose()

    def _lines(self) -> list[FindingLine]:
        groups: dict[tuple[str, str], list[Finding]] = {}
        for each in sorted(self._findings, key=_gravity):
            if self._tone in ("", _tone_of(each)):
                groups.setdefault((each.rule, _tone_of(each)), []).append(each)
        lines: list[FindingLine] = []
        for name, found in groups.items():
            if len(found) == 1:
                lines.append(FindingLine(found[0]))
                continue
            folded = name not in self._unfolded
            lines.append(FindingLine(found[0], tuple(found), folded))
            if not folded:
                lines += [FindingLine(each, inside=True) for each in found]
        return lines

    def _show_only(self, tone: str) -> None:
        self._tone = "" if self._tone == tone else tone
        for button, one in ((self._errors, "error"), (self._warnings, "wait"), (self._done, "right")):
            button.setChecked(one == self._tone)
        self._list()

    def _open(self, line: object) -> None:
        if isinstance(line, FindingLine):
            if line.several and line.folded:
                self._fold(line)
            else:
                self.opened.emit(line.finding)

    def explain_current(self) -> RuleCard | None:
        """Say what the current finding is about: its rule as the handbook tells it; nothing without one."""
        line = self.table.current_row()
        if line is None:
            return None
        return explain_findings([line.finding], self.table, reveal=self._reveal)

    def _fold(self, line: object) -> None:
        if not isinstance(line, FindingLine) or not line.several:
            return
        self._unfolded.symmetric_difference_update({(line.finding.rule, _tone_of(line.finding))})
        self._list()

    def _choose(self) -> None:
        """Show the current finding below the list; only warnings can be explained."""
        self._place = max(0, self.table.currentIndex().row())
        line = self.table.current_row()
        chosen = [each for each in self.chosen() if each.severity == "warning"]
        finding = line.finding if line is not None else None
        same_rule = sum(each.rule == finding.rule for each in self._findings) if finding is not None else 0
        self.explanation.show_finding(finding, len(chosen), same_rule, reveal=self._reveal)
        if finding is not None and finding.severity == "warning":
            self.offers_wanted.emit(finding)

    def _keep(self, text: str, whole_rule: bool) -> None:
        line = self.table.current_row()
        if line is None:
            return
        ids = [each.id for each in self.chosen() if each.severity == "warning"] or [line.finding.id]
        self.explained.emit([] if whole_rule else ids, line.finding.rule if whole_rule else None, text)


def _gravity(finding: Finding) -> tuple[bool, int, str]:
    return not finding.blocks, _GRAVITY[finding.severity], finding.rule


def _tone_of(finding: Finding) -> str:
    if finding.explanation is not None:
        return "right"
    return {"error": "error", "warning": "wait", "info": "info"}[finding.severity]


def _tone(line: FindingLine) -> str:
    return _tone_of(line.finding)


def _field(line: FindingLine) -> str:
    register = REGISTERS[line.finding.register]
    declared = register.field(line.finding.field) if line.finding.field else None
    return _(declared.title if declared else register.title)


def _same(one: FindingLine, other: FindingLine) -> bool:
    return one.finding.id == other.finding.id and bool(one.several) == bool(other.several)
