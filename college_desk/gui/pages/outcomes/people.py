"""The people behind a number of the chain: where each stands, why, what is lacking; Enter opens the very cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget

from college_desk.base.translation import _
from college_desk.gui.context import Place
from college_desk.gui.pages.outcomes import choice
from college_desk.gui.pages.outcomes.choice import Choice
from college_desk.gui.widgets.buttons import quiet
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.words import grouped
from college_desk.records.query import Query
from college_desk.services.order_claim import Graduate

_PAPERS = 4
"""The column of the papers that are lacking; hidden where nobody lacks one."""


class PeopleCard(QFrame):
    """The list of people. opened(Place): a person's cell is wanted; copied(int): so many lines were copied."""

    opened = Signal(object)
    copied = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 8, 0)
        self._title = label("", "heading")
        self._count = label("", "quiet")
        self._copy = quiet(_("复制缺件清单"), "copy")
        self._copy.setToolTip(_("按人列出所缺材料，可直接发群"))
        self._copy.clicked.connect(self._copy_lacking)
        for each in (self._title, self._count):
            head.addWidget(each)
        head.addStretch(1)
        head.addWidget(label(_("回车打开要改的项目"), "hint"))
        head.addWidget(self._copy)
        inside.addLayout(head)
        self._people = ListModel[Graduate](
            [
                ListColumn(_("姓名"), lambda each: each.ordered.student.name or "", 72),
                ListColumn(_("订单班"), lambda each: each.ordered.student.order_class or "", 88),
                ListColumn(_("状态"), choice.state_word, 92, tone=choice.state_tone, tag=True),
                ListColumn(_("原因"), lambda each: each.why, 0, hint=_every_reason),
                ListColumn(_("缺件"), lambda each: "、".join(each.papers), 150, tone=lambda _each: "wait"),
            ],
            parent=self,
        )
        self.table: ListTable[Graduate] = ListTable(self._people, _("订单班学生"))
        self.table.opened.connect(self._open)
        nobody = EmptyState("users", _("这里没有人"), _("点上面的另一步，或另选一个订单班。"))
        self._stack = QStackedWidget()
        for widget in (nobody, self.table):
            self._stack.addWidget(widget)
        inside.addWidget(self._stack, 1)

    def show_people(self, people: Sequence[Graduate], chosen: Choice) -> None:
        """Show those of the people who are chosen, those who have something to mend first."""
        found = sorted((each for each in people if chosen.takes(each)), key=lambda each: not each.refusals)
        self._people.show_rows(found)
        self._title.setText(chosen.words())
        self._count.setText(_("{n} 人").format(n=grouped(len(found))))
        lacking = any(each.papers for each in found)
        self._copy.setVisible(lacking)
        self.table.setColumnHidden(_PAPERS, not lacking)
        self._stack.setCurrentIndex(1 if found else 0)
        self.table.go_to_row(0)

    def rows(self) -> Sequence[Graduate]:
        """The people shown."""
        return self._people.rows()

    def _open(self, person: object) -> None:
        if isinstance(person, Graduate):
            self.opened.emit(place_of(person, self.rows()))

    def _copy_lacking(self) -> None:
        lines = [lacking_line(each) for each in self.rows() if each.papers]
        QApplication.clipboard().setText("\n".join(lines))
        self.copied.emit(len(lines))


def place_of(person: Graduate, beside: Sequence[Graduate]) -> Place:
    """Where what rules a person out is mended, the others of the list beside him; else his outcome, else his roster line."""
    if person.refusals:
        first = person.refusals[0]
        uids = {each.uid for one in beside for each in one.refusals if each.register == first.register}
        return Place(first.register, query=Query(uids=frozenset(uids)), uid=first.uid, field=first.field)
    outcome, student = person.ordered.outcome, person.ordered.student
    if outcome is not None and person.ordered.reached != "left":
        uids = {one.ordered.outcome.uid for one in beside if one.ordered.outcome is not None}
        return Place(
            "graduate_outcome", query=Query(uids=frozenset(uids)), uid=outcome.uid, field="destination"
        )
    uids = {one.ordered.student.uid for one in beside}
    return Place("order_student", query=Query(uids=frozenset(uids)), uid=student.uid)


def lacking_line(person: Graduate) -> str:
    """One line for the group chat: class, name, what is lacking."""
    student = person.ordered.student
    return _("{order_class} {name}：缺{papers}").format(
        order_class=student.order_class or "", name=student.name or "", papers="、".join(person.papers)
    )


def _every_reason(person: Graduate) -> str:
    return "\n".join(each.message for each in person.refusals) or person.why
