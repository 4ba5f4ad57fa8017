"""The page that brings spreadsheets in (导入表格), and the tray of rows that wait (待处理数据)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.importing.choosing import DropPlace
from college_desk.gui.pages.importing.result import ResultCard
from college_desk.gui.pages.importing.sheet_view import SheetView
from college_desk.gui.pages.importing.tray import Tray
from college_desk.gui.pages.importing.work import ImportWork, Read
from college_desk.gui.pages.page import Page, page
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.gui.widgets.ask import ask_text, ask_yes
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.labels import label, row
from college_desk.gui.words import grouped
from college_desk.records.change import Changed, PendingRow
from college_desk.records.query import Query
from college_desk.records.register import REGISTERS, Register
from college_desk.services.home_matters import PENDING_PART
from college_desk.services.import_preview import ImportOptions, ImportResult, Preview
from college_desk.services.pending import Mended

FILES = "表格 (*.xlsx *.xls *.xlsm *.xlsb *.ods *.csv *.txt);;所有文件 (*)"


@page("import", "导入表格", section="foot", icon="upload", order=30, words=("数据交换", "待处理数据", "收表"))
class ImportPage(Page):
    """File, preview, mapping, result: nothing is kept before 确认入库, and nothing is lost after it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.setAcceptDrops(True)
        self.preview: Preview | None = None
        self._counts: Mapping[str, int] = {}
        self._options = ImportOptions()
        self._file: Path | None = None
        self._files_left: list[Path] = []
        self._result: ImportResult | None = None
        self._storing = False
        self._loading = 0
        self._lay_out()

    def open(self, context: DeskContext) -> None:
        """Take the desk and read the tray."""
        self.context = context
        self.work = ImportWork(context, self)
        self.tray.reveal = context.reveal
        context.numbers_shown.connect(self._reveal)
        self._show_part("")
        self._read_tray()

    def arrive(self, place: Place) -> None:
        """Begin with a register or a file, or show the tray (`part`)."""
        if place.part == PENDING_PART:
            self._show_part(PENDING_PART)
            return
        if place.path is not None:
            self.take([Path(place.path)], register=place.register or "")
        elif place.register is not None:
            self._begin_with(place.register)

    def changed(self, changed: Changed) -> None:
        """Read the tray again; a preview that is open is made anew, records may have changed under it."""
        self._read_tray()
        if self.preview is not None and not self._storing and self._shown_is(self._view):
            self._read()

    @property
    def busy(self) -> bool:
        """Whether a file or the tray is being read."""
        return self._loading > 0 or self.work.reading or self._storing

    def take(self, files: list[Path], *, register: str | None = None) -> None:
        """Take files, one after the other, for a register; without one for that chosen before the first file.

        An empty code lets each file tell its register by itself.
        """
        if not files:
            return
        if register is not None or not self._shown_is(self._drop):
            self._choose_register(register or "")
        self._files_left = files[1:]
        self._file = files[0]
        self._options = ImportOptions()
        self.preview = None
        self._show_part("")
        self._read(fit=True)

    def confirm(self) -> None:
        """Store what the preview shows."""
        if self.preview is None or self._storing or self.work.reading:
            return
        self._storing = True
        self._confirm.setEnabled(False)
        self.work.store(self.preview, self._stored, self._not_stored)

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that hang over the page."""
        if any(each.isLocalFile() for each in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop.show_hovered(True)

    @guarded(None)
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went away again."""
        self._drop.show_hovered(False)

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files dropped here."""
        self._drop.show_hovered(False)
        self.take([Path(each.toLocalFile()) for each in event.mimeData().urls() if each.isLocalFile()])

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 14, MARGIN, 14)
        whole.setSpacing(GAP)
        whole.addLayout(self._head())
        self._stack = QStackedWidget()
        self._drop, self._result_card, self.tray = DropPlace(), ResultCard(), Tray()
        self._view = SheetView()
        for each in (self._drop, self._view, self._result_card, self.tray):
            self._stack.addWidget(each)
        whole.addWidget(self._stack, 1)
        self._drop.wanted.connect(self._ask_file)
        self._view.decided.connect(self._decide)
        self._view.header_wanted.connect(self._ask_header)
        self._view.column_wanted.connect(self._ask_column)
        self._result_card.rows_wanted.connect(self._show_stored)
        self._result_card.tray_wanted.connect(lambda: self._show_part(PENDING_PART))
        self._result_card.undo_wanted.connect(self._undo)
        self._result_card.next_wanted.connect(self._next_file)
        self.tray.store.connect(self._mend)
        self.tray.discard.connect(self._discard)

    def _head(self) -> QHBoxLayout:
        head = row(gap=12)
        self._tab_import, self._tab_tray = _tab(_("导入表格")), _tab(_("待处理数据"))
        self._tab_import.clicked.connect(lambda: self._show_part(""))
        self._tab_tray.clicked.connect(lambda: self._show_part(PENDING_PART))
        head.addWidget(self._tab_import)
        head.addWidget(self._tab_tray)
        self._said = label("", "quiet")
        head.addWidget(self._said, 1)
        self._register = QComboBox()
        self._register.setAccessibleName(_("导入到哪份台账"))
        self._register.setMinimumWidth(190)
        self._register.setMaxVisibleItems(24)
        self._register.addItem(_("自动辨认台账"), "")
        for each in REGISTERS:
            if not each.made_by_program:
                self._register.addItem(_(each.title), each.code)
        self._register.activated.connect(lambda _index: self._register_chosen())
        self._other = plain(_("换一个文件"))
        self._other.clicked.connect(self._ask_file)
        self._confirm = primary(_("确认入库"))
        self._confirm.clicked.connect(self.confirm)
        for widget in (self._register, self._other, self._confirm):
            head.addWidget(widget)
        return head

    def _show_part(self, part: str) -> None:
        tray = part == PENDING_PART
        self._tab_import.setChecked(not tray)
        self._tab_tray.setChecked(tray)
        if tray:
            self._stack.setCurrentWidget(self.tray)
        elif self._result is not None:
            self._stack.setCurrentWidget(self._result_card)
        else:
            self._stack.setCurrentWidget(self._view if self.preview is not None else self._drop)
        self._show_actions()

    def _show_actions(self) -> None:
        reading = self._shown_is(self._view)
        self._register.setVisible(reading or self._shown_is(self._drop))
        self._other.setVisible(reading)
        self._confirm.setVisible(reading)
        if not reading:
            self._said.setText("")
        elif self.preview is not None:
            self._say(self.preview)

    def _shown_is(self, widget: object) -> bool:
        return self._stack.currentWidget() is widget

    def _read(self, *, fit: bool = False) -> None:
        if self._file is None:
            return
        code = self._register.currentData()
        register: Register | None = REGISTERS[code] if code else None
        self._result = None
        self._drop.show_trouble("")
        self._confirm.setEnabled(False)
        self.work.read(
            self._file, register, self._options, lambda read: self._show(read, fit=fit), self._not_read
        )

    def _show(self, read: Read, *, fit: bool) -> None:
        found = self.preview = read.preview
        self._counts = read.counts
        self._choose_register(found.register.code)
        self._view.show_preview(found, self._options, read.counts, fit=fit)
        if self._tab_import.isChecked():
            self._show_part("")
        self._show_actions()

    def _say(self, found: Preview) -> None:
        others = [_("工作表“{name}”").format(name=each.name) for each in found.sheets if each.name]
        parts = [found.book.file, "、".join(others)]
        if found.hidden_sheets:
            parts.append(_("另有 {n} 个隐藏工作表未导入").format(n=len(found.hidden_sheets)))
        said = " · ".join(each for each in parts if each)
        self._said.setText(said)
        self._said.setToolTip("\n".join([said, *found.notices]))
        counts = self._counts
        stored, waiting = counts.get("new", 0) + counts.get("changed", 0), counts.get("pending", 0)
        if stored:
            words = _("确认入库 {n} 行").format(n=grouped(stored))
        elif waiting:
            words = _("{n} 行放入待处理数据").format(n=grouped(waiting))
        else:
            words = _("没有要入库的行")
        self._confirm.setText(words)
        self._confirm.setEnabled(stored + waiting > 0)

    def _not_read(self, error: DeskError) -> None:
        if self.preview is not None and self.preview.file == self._file:
            self._options = self.preview.options
            self._choose_register(self.preview.register.code)
            self._say(self.preview)
            self.context.notices.say(str(error), "error")
            return
        self.preview = None
        self._show_part("")
        self._drop.show_trouble(str(error))

    def _decide(self, options: ImportOptions) -> None:
        self._options = options
        self._read()

    def _ask_header(self, name: str, number: int) -> None:
        text = ask_text(self, _("表头在第几行"), _("写最下面一行表头的行号。"), str(number), needed=True)
        if text and text.isdigit() and int(text) > 0:
            self._decide(replace(self._options, header_rows={**self._options.header_rows, name: int(text)}))

    def _ask_column(self, column: int, where: QPoint) -> None:
        menu = self._view.menu_of(column, self._options)
        if menu is not None:
            menu.exec(where)
            menu.deleteLater()

    def _begin_with(self, code: str) -> None:
        """Wait for a file of a register, unless one is being looked at."""
        if self.preview is None:
            self._result = None
            self._choose_register(code)
            self._drop.show_trouble("")
        self._show_part("")

    def _register_chosen(self) -> None:
        if self._file is not None and self._shown_is(self._view):
            self._options = ImportOptions(mended=self._options.mended, left_out=self._options.left_out)
            self._read(fit=True)
        elif self._file is not None and self._drop.trouble:
            self._read(fit=True)

    def _choose_register(self, code: str) -> None:
        self._register.setCurrentIndex(max(0, self._register.findData(code)))

    def _ask_file(self) -> None:
        folder = str(self.context.memory.get("import_folder", str(Path.home())))
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("选择表格文件"), folder, _(FILES))
        if chosen:
            self.context.memory.put("import_folder", str(Path(chosen[0]).parent))
            self.take([Path(each) for each in chosen])

    def _stored(self, result: ImportResult) -> None:
        self._storing = False
        self.preview, self._result = None, result
        self._result_card.show_result(result, len(self._files_left))
        self._show_part("")
        self._result_card.rows.setFocus()

    def _not_stored(self, error: DeskError) -> None:
        self._storing = False
        self._confirm.setEnabled(True)
        self.context.notices.say(str(error), "error")

    def _show_stored(self) -> None:
        if self._result is not None:
            code = self._result.preview.register.code
            uids = frozenset(self._result.changed.records.get(code, ()))
            self.context.go(Place(code, query=Query(uids=uids)))

    def _undo(self) -> None:
        if self._result is not None and self._result.changed.step is not None:
            self.work.undo(self._result.changed.step, self._undone)

    def _undone(self, _changed: Changed) -> None:
        self.context.notices.say(_("已撤销这次导入。"))
        self._result = None
        if self._file is not None:
            self._read(fit=True)

    def _next_file(self) -> None:
        self._result = None
        self._choose_register("")
        if self._files_left:
            self.take(self._files_left)
        else:
            self._file = None
            self._show_part("")
            self._drop.choose.setFocus()

    def _read_tray(self) -> None:
        self._loading += 1
        self.work.waiting(self._show_tray)

    def _show_tray(self, rows: list[PendingRow]) -> None:
        self._loading -= 1
        self.tray.show_rows(rows)
        words = _("待处理数据（{n}）").format(n=grouped(len(rows))) if rows else _("待处理数据")
        self._tab_tray.setText(words)

    def _mend(self, waiting: PendingRow, cells: dict[str, str]) -> None:
        self.work.mend(waiting, cells, self._mended)

    def _mended(self, mended: Mended) -> None:
        if mended.row is None:
            self.context.notices.say(_("已入库。"))
            return
        told = next((each.message for each in mended.findings if each.severity == "error"), "")
        self.context.notices.say(_("还不能入库：{why}").format(why=told or _("请先改正标红的格。")), "wait")
        self.tray.focus_row()

    def _discard(self, rows: list[PendingRow]) -> None:
        title, sentence = _("删去待处理数据"), _("不要这 {n} 行了？可按 Ctrl+Z 撤销。").format(n=len(rows))
        if ask_yes(self, title, sentence, _("删去")):
            said = _("已删去 {n} 行待处理数据，可按 Ctrl+Z 撤销").format(n=len(rows))
            self.work.discard(rows, lambda _changed: self.context.notices.say(said))

    def _reveal(self, shown: bool) -> None:
        self.tray.reveal = shown
        self._read_tray()


def _tab(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", "page_tab")
    button.setCheckable(True)
    return button
