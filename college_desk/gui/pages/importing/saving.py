"""Files that the import page writes: the clerk's own file with the verdicts in it, a register's blank table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from college_desk.base.translation import _
from college_desk.gui.context import DeskContext
from college_desk.gui.widgets.picker import Pick, Picker
from college_desk.records.register import REGISTERS, Register
from college_desk.services.import_preview import Preview

_WORKBOOK = "Excel 表格 (*.xlsx)"
_WITH_MACROS = "带宏的 Excel 表格 (*.xlsm)"


class Saving:
    """Asks for a place, writes off the window's thread, says where the file lies."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        self._context = context
        self._page = page

    def ask_annotated(self, preview: Preview) -> None:
        """Write the file of a preview with its verdicts where the clerk says."""
        from college_desk.services import annotating

        ending = annotating.ending(preview)
        name = _("{file}-校验结果").format(file=preview.file.stem) + ending
        kind = _WITH_MACROS if ending == ".xlsm" else _WORKBOOK
        out = self._ask(preview.file.parent / name, kind)
        if out is not None:
            self.annotated(preview, out)

    def annotated(self, preview: Preview, out: Path) -> None:
        """Write the file of a preview with its verdicts to `out`."""
        from college_desk.services import annotating

        def done(made: annotating.Annotated) -> None:
            words = _("已存为“{file}”，标了 {rows} 行、{cells} 格；改好后可直接再导入。")
            self._said(words.format(file=out.name, rows=made.rows_marked, cells=made.cells_marked), out)

        self._context.tasks.run(
            lambda _progress: annotating.annotate(preview, out),
            then=done,
            title=_("正在写校验结果表"),
            owner=self._page,
        )

    def pick_blank(self, register: Register | None, button: QWidget) -> Picker | None:
        """Write the blank table of a register; without one it is asked for which, below the button pressed."""
        if register is not None:
            self.ask_blank(register)
            return None
        picks = [Pick(each.code, _(each.title)) for each in REGISTERS if not each.made_by_program]
        picker = Picker(_("哪份台账的空白表"), picks, None, self._page)
        picker.chosen.connect(lambda code: self.ask_blank(REGISTERS[code]))
        picker.open_at(button.mapToGlobal(QPoint(0, button.height() + 2)))
        return picker

    def ask_blank(self, register: Register) -> None:
        """Write the blank table of a register where the clerk says."""
        from college_desk.services import blank_templates

        folder = Path(str(self._context.memory.get("import_folder", str(Path.home()))))
        out = self._ask(folder / blank_templates.file_name(register), _WORKBOOK)
        if out is not None:
            self.blank(register, out)

    def blank(self, register: Register, out: Path) -> None:
        """Write the blank table of a register to `out`."""
        from college_desk.services import blank_templates

        desk = self._context.desk
        self._context.tasks.run(
            lambda _progress: blank_templates.write(desk, register, out),
            then=lambda _made: self._said(_("已存为“{file}”，填好后可直接导入。").format(file=out.name), out),
            title=_("正在写空白表"),
            owner=self._page,
        )

    def ask_tray(self, register: Register) -> None:
        """Write the waiting rows of a register where the clerk says."""
        folder = Path(str(self._context.memory.get("import_folder", str(Path.home()))))
        name = _("{register}-待处理数据").format(register=_(register.title)) + ".xlsx"
        out = self._ask(folder / name, _WORKBOOK)
        if out is not None:
            self.tray(register, out)

    def tray(self, register: Register, out: Path) -> None:
        """Write the waiting rows of a register to `out`."""
        from college_desk.services import pending_export

        desk = self._context.desk

        def done(rows: int) -> None:
            words = _("{n} 行已存为“{file}”，改好后导入，入库的行就从这里移走。")
            self._said(words.format(n=rows, file=out.name), out)

        self._context.tasks.run(
            lambda _progress: pending_export.export(desk, register, out),
            then=done,
            title=_("正在导出"),
            owner=self._page,
        )

    def _ask(self, proposed: Path, kind: str) -> Path | None:
        chosen, _kind = QFileDialog.getSaveFileName(self._page, _("保存"), str(proposed), _(kind))
        return Path(chosen) if chosen else None

    def _said(self, sentence: str, out: Path) -> None:
        self._context.notices.say(sentence, action=_("打开"), act=_opens(out))


def _opens(out: Path) -> Callable[[], None]:
    def open_it() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(out)))

    return open_it
