"""The tab 修改记录: all steps of the journal, the last ones can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.system.part import SystemPart
from college_desk.gui.widgets.ask import ask_yes
from college_desk.gui.widgets.buttons import plain
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.plain_table import PlainTable, RowsModel
from college_desk.gui.words import grouped
from college_desk.records.change import Changed, Step
from college_desk.records.register import REGISTERS
from college_desk.services import undoing

SHOWN = 2000
"""So many of the newest steps are listed."""


class HistoryPart(SystemPart):
    """Who changed what when, newest first; 撤销到这里 takes back all steps down to the chosen one."""

    title = "修改记录"

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._model = RowsModel(
            (
                (_("时间"), lambda step: f"{cast(Step, step).when.astimezone():%Y-%m-%d %H:%M}", False),
                (_("填报人"), lambda step: cast(Step, step).who, False),
                (_("内容"), lambda step: cast(Step, step).what, False),
                (_("台账"), _register_title, False),
                (_("条数"), lambda step: grouped(cast(Step, step).records), True),
                (_("状态"), lambda step: _("已撤销") if cast(Step, step).undone else "", False),
            ),
            tone=lambda step, _column: "ink_3" if cast(Step, step).undone else "",
            parent=self,
        )
        self.table = PlainTable(self._model, (140, 100, 380, 160, 70, 80), _(self.title), stretch=2)
        self.table.moved.connect(self._moved)
        self.table.chosen.connect(self._go)
        inside = column(self, 0, 10)
        head = row()
        head.addWidget(label(_("每一次修改都在这里，可以从最近的一步起依次撤销。"), "quiet"))
        head.addStretch(1)
        self._undo = plain(_("撤销上一步"), "undo-2")
        self._undo.clicked.connect(lambda: self._take_back(1))
        self._undo_to = plain(_("撤销到所选的一步"), "history")
        self._undo_to.setEnabled(False)
        self._undo_to.clicked.connect(self._undo_to_chosen)
        head.addWidget(self._undo_to)
        head.addWidget(self._undo)
        inside.addLayout(head)
        frame = card()
        column(frame, 1, 0).addWidget(self.table)
        inside.addWidget(frame, 1)

    def load(self) -> None:
        """Read the newest steps."""
        desk = self.context.desk

        def work(_progress: Progress) -> list[Step]:
            return undoing.history(desk, SHOWN)

        self.context.tasks.run(work, then=self._show, owner=self)

    def _show(self, steps: Sequence[Step]) -> None:
        self._model.show_rows(steps)
        self._undo.setEnabled(self._steps_down_to(None) > 0)
        self._undo_to.setEnabled(False)

    def _moved(self, step: object) -> None:
        able = isinstance(step, Step) and not step.undone and step.reverses is None
        self._undo_to.setEnabled(able and self._steps_down_to(cast(Step, step)) > 0)

    def _steps_down_to(self, step: Step | None) -> int:
        """How many steps that still stand there are from the newest down to this one (None: in all).

        The first step made the school data and is never taken back.
        """
        standing = [
            each
            for each in cast(Sequence[Step], self._model.rows)
            if not each.undone and each.reverses is None
        ]
        if step is None:
            return len(standing) - 1 if len(self._model.rows) < SHOWN else len(standing)
        return next((count + 1 for count, each in enumerate(standing) if each.id == step.id), 0)

    def _undo_to_chosen(self) -> None:
        step = self.table.current()
        if not isinstance(step, Step):
            return
        number = self._steps_down_to(step)
        sentence = _("将依次撤销最近的{n}步，直到“{what}”。撤销后仍可恢复。").format(n=number, what=step.what)
        if ask_yes(self, _("撤销多步"), sentence, _("撤销{n}步").format(n=number)):
            self._take_back(number)

    def _take_back(self, number: int) -> None:
        context = self.context

        def work(_progress: Progress) -> Changed:
            return undoing.undo(
                context.desk, number, who=context.who, now=context.now(), today=context.today()
            )

        done = _("已撤销{n}步").format(n=number)
        context.change(work, then=lambda _changed: context.notices.say(done), title=_("正在撤销"), owner=self)

    def _go(self, step: object) -> None:
        if isinstance(step, Step) and step.register is not None and step.register in REGISTERS:
            self.context.go(Place(step.register))


def _register_title(step: object) -> str:
    code = cast(Step, step).register
    register = REGISTERS.get(code) if code is not None else None
    return "" if register is None else _(register.title)
