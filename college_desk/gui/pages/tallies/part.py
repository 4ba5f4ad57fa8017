"""What every tab of the page 统计 is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.records.change import Changed

_WORKBOOK = "电子表格 (*.xlsx)"


class TallyPart(QWidget):
    """One tab; `buttons` stand at the right of the page's head while it is shown."""

    code = ""
    title = ""

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self.context = context
        self.buttons: Sequence[QPushButton] = ()
        self.loading = 0

    def arrive(self, place: Place) -> None:
        """The tab is shown now."""

    def changed(self, changed: Changed) -> None:
        """Some records were changed while the tab is shown."""

    def export_file(self, name: str) -> Path | None:
        """Ask where a workbook goes; None when the clerk changed her mind."""
        proposed = str(Path.home() / f"{name}{self.context.today():%Y%m%d}.xlsx")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("导出"), proposed, _(_WORKBOOK))
        if not chosen:
            return None
        out = Path(chosen)
        return out if out.suffix.lower() == ".xlsx" else out.with_name(out.name + ".xlsx")

    def write(self, work: Callable[[Path], None], out: Path) -> None:
        """Write a workbook off the window's thread and say so."""

        def done(_nothing: None) -> None:
            self.context.notices.say(_("已导出：{file}").format(file=out.name))

        def run(_progress: Progress) -> None:
            work(out)

        self.context.tasks.run(run, then=done, title=_("正在导出"), owner=self)
