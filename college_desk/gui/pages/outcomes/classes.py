"""The order classes of a year with what came of them; the first line takes all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from college_desk.base.translation import _
from college_desk.gui.pages.outcomes.choice import count_at
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.words import grouped
from college_desk.services.order_claim import ClassClaim, OrderClaim


@dataclass(frozen=True)
class Line:
    """One line: a class, or all of them. claim: whose it is, None for all of several enterprises."""

    title: str
    enterprise: str
    classes: tuple[ClassClaim, ...]
    claim: OrderClaim | None
    whole: bool = False

    def count(self) -> str:
        """Who arrived of those who graduated."""
        arrived, graduated = count_at(self.classes, "arrived"), count_at(self.classes, "graduated")
        return f"{grouped(arrived)} / {grouped(graduated)}"

    def share(self) -> str:
        """The share of graduates who arrived, in percent."""
        graduated = count_at(self.classes, "graduated")
        return f"{count_at(self.classes, 'arrived') * 100 / graduated:.1f}%" if graduated else "—"

    def tone(self) -> str:
        """Whether a promise to hire was not kept."""
        return "wait" if any(each.chain.keeps_the_promise is False for each in self.classes) else ""


def lines_of(claims: Sequence[OrderClaim]) -> list[Line]:
    """The lines for some claims: all together first, then each class."""
    every = tuple(each for claim in claims for each in claim.classes)
    alone = claims[0] if len(claims) == 1 else None
    title = _("全部订单班") if alone is None else alone.name
    lines = (
        [Line(title, _("{n} 个班").format(n=len(every)), every, alone, whole=True)] if len(every) > 1 else []
    )
    return lines + [
        Line(each.chain.name or each.chain.agreement_number, claim.name, (each,), claim)
        for claim in claims
        for each in claim.classes
    ]


class ClassesCard(QFrame):
    """The list of classes. chosen(Line): another one is looked at."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 10, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 14, 2)
        head.addWidget(label(_("有毕业生的订单班"), "heading"))
        head.addStretch(1)
        inside.addLayout(head)
        self._lines = ListModel[Line](
            [
                ListColumn(_("订单班"), lambda each: each.title, 104),
                ListColumn(_("订单企业"), lambda each: each.enterprise, 0, tone=lambda _each: "quiet"),
                ListColumn(_("到岗/毕业"), Line.count, 100, right=True),
                ListColumn(_("占比"), Line.share, 58, tone=Line.tone, right=True, hint=_promise),
            ],
            bold=lambda each: each.whole,
            parent=self,
        )
        self.table: ListTable[Line] = ListTable(self._lines, _("订单班"))
        self.table.setSelectionMode(ListTable.SelectionMode.SingleSelection)
        self.table.current.connect(lambda line: self.chosen.emit(line) if line is not None else None)
        inside.addWidget(self.table, 1)

    def show_lines(self, lines: Sequence[Line], title: str = "") -> None:
        """Show these lines; the one of that title, else the first, is looked at."""
        self._lines.show_rows(lines)
        titles = [each.title for each in lines]
        self.table.go_to_row(titles.index(title) if title in titles else 0)

    def current(self) -> Line | None:
        """The line that is looked at."""
        return self.table.current_row()

    def lines(self) -> Sequence[Line]:
        """All lines."""
        return self._lines.rows()


def _promise(line: Line) -> str:
    if line.whole or line.classes[0].chain.hire_percent is None:
        return line.share()
    return _("约定录用 {percent}%").format(percent=f"{line.classes[0].chain.hire_percent.normalize():f}")
