"""The tab 数据体检: whether the school data are whole, check by check."""

from __future__ import annotations

from collections.abc import Sequence

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.system.part import SystemPart
from college_desk.gui.widgets.buttons import plain
from college_desk.gui.widgets.labels import card, column, empty, label, row, tag
from college_desk.services import checkup


class CheckupPart(SystemPart):
    """Runs when the tab is first shown, and again on demand."""

    title = "数据体检"

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        inside = column(self, 0, 10)
        head = row()
        self._words = label("", "quiet")
        head.addWidget(self._words)
        head.addStretch(1)
        self._again = plain(_("重新体检"), "refresh-cw")
        self._again.clicked.connect(self._run)
        head.addWidget(self._again)
        inside.addLayout(head)
        frame = card()
        self._list = column(frame, 16, 10)
        inside.addWidget(frame)
        inside.addStretch(1)
        self._done = False

    def load(self) -> None:
        """Check once; afterwards only when asked."""
        if not self._done:
            self._run()

    def _run(self) -> None:
        self._done = True
        self._again.setEnabled(False)
        self._words.setText(_("正在体检…"))
        desk = self.context.desk
        self.context.tasks.run(
            lambda progress: checkup.doctor(desk, progress=progress),
            then=self._show,
            title=_("数据体检"),
            owner=self,
        )

    def _show(self, checks: Sequence[checkup.Check]) -> None:
        self._again.setEnabled(True)
        wrong = sum(1 for each in checks if not each.ok)
        day = self.context.now()
        if wrong:
            self._words.setText(_("有{n}项需要处理（{when:%H:%M}）").format(n=wrong, when=day))
        else:
            self._words.setText(_("学校数据完好（{when:%H:%M}）").format(when=day))
        empty(self._list)
        for each in checks:
            line = row()
            sign = tag(_("正常") if each.ok else _("需处理"), "right" if each.ok else "error")
            line.addWidget(sign)
            name = label(_(each.title), "heading")
            name.setFixedWidth(110)
            line.addWidget(name)
            line.addWidget(label(each.message, wrap=True), 1)
            self._list.addLayout(line)
