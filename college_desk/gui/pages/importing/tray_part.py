"""The tray at work: it shows the rows that wait, and carries out what is decided about them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.pages.importing.tray import Tray
from college_desk.gui.pages.importing.work import ImportWork
from college_desk.gui.widgets.ask import ask_yes
from college_desk.gui.words import grouped
from college_desk.records.change import PendingRow
from college_desk.services.pending import MendedRows


class TrayPart(QObject):
    """counted(n): so many rows wait."""

    counted = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.view = Tray()
        self._loading = 0
        self.view.store.connect(self._mend)
        self.view.discard.connect(self._discard)

    def follow(self, context: DeskContext, work: ImportWork) -> None:
        """Work on this desk; said once."""
        self._context, self._work = context, work
        self.view.reveal = context.reveal
        context.numbers_shown.connect(self._reveal)

    @property
    def busy(self) -> bool:
        """Whether the tray is being read."""
        return self._loading > 0

    def read(self) -> None:
        """Read what waits."""
        self._loading += 1
        self._work.waiting(self._show)

    def _show(self, rows: list[PendingRow]) -> None:
        self._loading -= 1
        self.view.show_rows(rows)
        self.counted.emit(len(rows))

    def _mend(self, cells: Mapping[int, Mapping[str, str]]) -> None:
        self._work.mend(cells, self._mended)

    def _mended(self, mended: MendedRows) -> None:
        stored = sum(each.row is None for each in mended.rows.values())
        left = len(mended.rows) - stored
        if not left:
            self._context.notices.say(_("{n} 行已入库。").format(n=grouped(stored)))
            return
        if stored:
            words = _("{n} 行已入库，还有 {left} 行没有改好。")
            self._context.notices.say(words.format(n=grouped(stored), left=grouped(left)), "wait")
        else:
            self._context.notices.say(_("还不能入库：{why}").format(why=_why(mended)), "wait")
        self.view.focus_fault()

    def _discard(self, rows: list[PendingRow]) -> None:
        title, sentence = _("删去待处理数据"), _("不要这 {n} 行了？可按 Ctrl+Z 撤销。").format(n=len(rows))
        if ask_yes(self.view, title, sentence, _("删去")):
            said = _("已删去 {n} 行待处理数据，可按 Ctrl+Z 撤销").format(n=len(rows))
            self._work.discard(rows, lambda _changed: self._context.notices.say(said))

    def _reveal(self, shown: bool) -> None:
        self.view.reveal = shown
        self.read()


def _why(mended: MendedRows) -> str:
    """The first thing that keeps a row waiting."""
    for each in mended.rows.values():
        for finding in each.findings:
            if finding.severity == "error":
                return finding.message
    return _("请先改正标红的格。")
