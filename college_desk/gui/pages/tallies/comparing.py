"""The tab 名单比对: two rosters beside each other; who stands only in one, and in what the others differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.tallies.asking import registers_in_order
from college_desk.gui.pages.tallies.compared_side import ComparedSide
from college_desk.gui.pages.tallies.part import TallyPart
from college_desk.gui.theme.tokens import GAP
from college_desk.gui.widgets.buttons import chip, plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import card, column, empty, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.words import grouped, masked, masked_beside
from college_desk.records.change import Changed
from college_desk.services import comparing, comparing_lists
from college_desk.services.comparing import Comparison
from college_desk.services.comparing_lists import KINDS, Kind, Line

_TONES: dict[Kind, str] = {
    "only_a": "info", "only_b": "info", "different": "wait", "twice": "wait", "unnamed": "plain",
}  # fmt: skip


class _Told(NamedTuple):
    """A comparison with its lines."""

    found: Comparison
    lines: Sequence[Line]


class ComparingPart(TallyPart):
    """Choose two rosters, see what differs, go to the record, paste the list into the group chat."""

    code = "compare"
    title = "名单比对"

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.found: Comparison | None = None
        self._all: Sequence[Line] = ()
        self._kind: Kind | None = None
        self.copy_button = plain(_("复制文字"), "copy")
        self.copy_button.setToolTip(_("复制比对结果，可直接发群"))
        self.copy_button.clicked.connect(self.copy_text)
        self.export_button = plain(_("导出"), "download")
        self.export_button.clicked.connect(self._export)
        self.compare_button = primary(_("比对"))
        self.compare_button.setToolTip(_("比对（Ctrl+Enter）"))
        self.compare_button.clicked.connect(self.compare)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.compare)
        self.buttons = (self.copy_button, self.export_button, self.compare_button)
        registers = list(registers_in_order())
        self.left = ComparedSide(_("左表"), registers)
        self.right = ComparedSide(_("右表"), registers)
        for side in (self.left, self.right):
            side.changed.connect(self._side_changed)
        self._lay_out()
        context.numbers_shown.connect(lambda _shown: self._show_lines())
        self._side_changed()

    def arrive(self, place: Place) -> None:
        """Take the register (at the right) and the files that the place names."""
        if place.register is not None:
            self.right.take_register(place.register)
        files = [Path(each) for each in (place.path, *place.more) if each]
        for side, file in zip((self.left, self.right), files, strict=False):
            side.take_file(file)

    def changed(self, changed: Changed) -> None:
        """Compare again where a side's register was changed."""
        found = self.found
        sides = () if found is None else (found.of_a, found.of_b)
        if any(each is not None and each.code in changed.registers for each in sides):
            self.compare()

    def compare(self) -> None:
        """Compare the two sides."""
        a, b = self.left.text(), self.right.text()
        if a is None or b is None:
            return
        self.loading += 1
        self.compare_button.setEnabled(False)
        desk, today = self.context.desk, self.context.today()

        def work(progress: Progress) -> _Told:
            found = comparing.compare(desk, a, b, today=today, progress=progress)
            return _Told(found, comparing_lists.lines(found))

        self.context.tasks.run(work, then=self._show, failed=self._failed, title=_("正在比对"), owner=self)

    def copy_text(self) -> None:
        """Put the result on the clipboard as text."""
        if self.found is not None:
            QGuiApplication.clipboard().setText(comparing_lists.as_text(self.found))
            self.context.notices.say(_("已复制，可直接粘贴到群里。"))

    def show_kind(self, kind: Kind | None) -> None:
        """Show one list, or all of them again."""
        self._kind = None if kind == self._kind else kind
        self._show_chips()
        self._show_lines()

    def _show(self, told: _Told) -> None:
        self.loading -= 1
        found = self.found = told.found
        self._all = told.lines
        self._kind = None
        by = "、".join(_(each.title) for each in found.by)
        self._said.setText(
            _("按{by}比对，一致 {n} {counted}").format(
                by=by, n=grouped(found.same), counted=_(found.register.counted)
            )
        )
        self._side_changed()
        self._show_chips()
        self._show_lines()

    def _failed(self, error: DeskError) -> None:
        self.loading -= 1
        self.found = None
        self._side_changed()
        self._stack.setCurrentWidget(self._refused)
        self._refused.sentence.setText(str(error))
        self._said.setText("")
        self._hint.hide()
        empty(self._chips)

    def _side_changed(self) -> None:
        self.compare_button.setEnabled(None not in (self.left.text(), self.right.text()))
        for button in (self.copy_button, self.export_button):
            button.setEnabled(self.found is not None)

    def _show_chips(self) -> None:
        empty(self._chips)
        if self.found is None:
            return
        for kind, count in comparing_lists.counts(self.found).items():
            if not count:
                continue
            button: QPushButton = chip(f"{_(KINDS[kind])} {grouped(count)}")
            button.setCheckable(True)
            button.setChecked(kind == self._kind)
            button.clicked.connect(lambda _checked=False, kind=kind: self.show_kind(kind))
            self._chips.addWidget(button)

    def _show_lines(self) -> None:
        if self.found is None:
            return
        found = self._all
        shown = [each for each in found if self._kind in (None, each.kind)]
        self._lines.show_rows(shown)
        self._hint.setVisible(bool(found))
        self._stack.setCurrentWidget(self.table if found else self._alike)
        if shown:
            self.table.go_to_row(0)

    def _open(self, line: object) -> None:
        """Go to the record that a line is about, on whichever side is a register."""
        if not isinstance(line, Line) or self.found is None:
            return
        for register, at in ((self.found.of_b, line.at_b), (self.found.of_a, line.at_a)):
            if register is not None and isinstance(at, str):
                field = line.field_name if line.field_name in register.by_name else None
                self.context.go(Place(register.code, uid=at, field=field))
                return
        self.context.notices.say(_("这一行只在表格里，台账中没有。"), "wait")

    def _export(self) -> None:
        found = self.found
        if found is None:
            return
        out = self.export_file(_("名单比对"))
        if out is not None:
            self.write(lambda where: comparing_lists.export_xlsx(found, where), out)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        sides = QHBoxLayout()
        sides.setSpacing(GAP)
        sides.addWidget(self.left, 1)
        sides.addWidget(self.right, 1)
        whole.addLayout(sides)
        line = row(gap=8)
        self._said = label("", "quiet")
        self._chips = row(gap=8)
        line.addLayout(self._chips)
        line.addWidget(self._said)
        line.addStretch(1)
        self._hint = label(_("回车打开台账里的记录"), "hint")
        self._hint.hide()
        line.addWidget(self._hint)
        whole.addLayout(line)
        frame = card()
        inside = column(frame, 1, 0)
        self._lines = ListModel[Line](self._columns(), parent=self)
        self.table: ListTable[Line] = ListTable(self._lines, _("比对结果"))
        self.table.opened.connect(self._open)
        begin = EmptyState(
            "users",
            _("选好两份名单后点“比对”"),
            _("表格和台账、表格和表格、两份台账都可以比；有证件号的按证件号，没有的按姓名和班级。"),
        )
        self._alike = EmptyState(
            "circle-check", _("两份名单一致"), _("没有只在一边的人，共有的项目也都一样。")
        )
        self._refused = EmptyState("circle-alert", "", _("换一份表格或台账再比。"))
        self._stack = QStackedWidget()
        for each in (begin, self.table, self._alike, self._refused):
            self._stack.addWidget(each)
        inside.addWidget(self._stack, 1)
        whole.addWidget(frame, 1)

    def _columns(self) -> list[ListColumn[Line]]:
        return [
            ListColumn(_("结果"), lambda each: _(KINDS[each.kind]), 110, tone=_tone, tag=True),
            ListColumn(_("姓名（名称）"), lambda each: each.name, 130),
            ListColumn(_("比对项目"), self._key, 220),
            ListColumn(_("不一致的项目"), lambda each: each.field, 140),
            ListColumn(_("左表"), lambda each: self._text(each, each.a, each.b)),
            ListColumn(_("右表"), lambda each: self._text(each, each.b, each.a)),
            ListColumn(_("表格行号"), _rows, 90, right=True),
        ]

    def _key(self, line: Line) -> str:
        if self.found is None or self.context.reveal:
            return line.key
        sensitive = [each.sensitive for each in self.found.by]
        parts = line.key.split("/") if len(sensitive) > 1 else [line.key]
        return "/".join(
            masked(part) if hidden else part for part, hidden in zip(parts, sensitive, strict=False)
        )

    def _text(self, line: Line, text: str, other: str) -> str:
        if self.found is None or line.field_name is None or self.context.reveal:
            return text
        hidden = self.found.register.by_name[line.field_name].sensitive
        return masked_beside(text, other) if hidden else text


def _tone(line: Line) -> str:
    return _TONES[line.kind]


def _rows(line: Line) -> str:
    return "、".join(str(each) for each in (line.at_a, line.at_b) if isinstance(each, int))
