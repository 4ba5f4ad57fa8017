"""The page that brings spreadsheets in (导入表格), and the tray of rows that wait (待处理数据)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.files.mapping.questions import Question
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.models.guarded import guarded
from college_desk.gui.pages.importing import decisions
from college_desk.gui.pages.importing.choosing import DropPlace
from college_desk.gui.pages.importing.head import PageHead
from college_desk.gui.pages.importing.progress_card import ProgressCard
from college_desk.gui.pages.importing.queue import QueuedFile
from college_desk.gui.pages.importing.queue_run import QueueRun
from college_desk.gui.pages.importing.result import ResultCard
from college_desk.gui.pages.importing.saving import Saving
from college_desk.gui.pages.importing.sheet_view import SheetView
from college_desk.gui.pages.importing.synonyms import open_synonyms
from college_desk.gui.pages.importing.tray_part import TrayPart
from college_desk.gui.pages.importing.work import ImportWork, Read
from college_desk.gui.pages.page import Page, page
from college_desk.gui.tasks import Task
from college_desk.gui.theme.tokens import GAP, MARGIN
from college_desk.records.change import Changed
from college_desk.records.query import Query
from college_desk.records.register import REGISTERS
from college_desk.services.home_matters import PENDING_PART
from college_desk.services.import_preview import ImportOptions, ImportResult, Preview

FILES = "表格 (*.xlsx *.xls *.xlsm *.xlsb *.ods *.et *.csv *.tsv *.txt);;所有文件 (*)"


@page("import", "导入表格", section="foot", icon="upload", order=30, words=("数据交换", "待处理数据", "收表"))
class ImportPage(Page):
    """File, preview, mapping, result: nothing is kept before 确认入库, and nothing is lost after it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.setAcceptDrops(True)
        self.preview: Preview | None = None
        self._counts: dict[str, int] = {}
        self._options = ImportOptions()
        self._file: Path | None = None
        self._queued: QueuedFile | None = None
        self._result: ImportResult | None = None
        self._storing = False
        self._lay_out()
        self._connect()

    def open(self, context: DeskContext) -> None:
        """Take the desk and read the tray."""
        self.context = context
        self.work = ImportWork(context, self)
        self.saving = Saving(context, self)
        self.run.follow(self.work)
        self.tray_part.follow(context, self.work)
        self.progress.follow(context.tasks)
        context.tasks.ended.connect(self._task_ended)
        self._show_part(tray=False)
        self.tray_part.read()

    def arrive(self, place: Place) -> None:
        """Begin with a register or files, or show the tray (`part`)."""
        if place.part == PENDING_PART:
            self._show_part(tray=True)
            return
        if place.path is not None:
            self.take([Path(place.path), *map(Path, place.more)], register=place.register or "")
        elif place.register is not None:
            self._begin_with(place.register)

    def changed(self, changed: Changed) -> None:
        """Read the tray again; a preview that is open is made anew, records may have changed under it."""
        self.tray_part.read()
        if self.preview is not None and not self._storing and self._shown_is(self.view):
            self._read()

    @property
    def busy(self) -> bool:
        """Whether a file or the tray is being read, or something is being stored."""
        return self.tray_part.busy or self.work.reading or self._storing or self.run.busy

    def take(self, files: Sequence[Path], *, register: str | None = None) -> None:
        """Take a file, or several, for a register; without one for that chosen before the first file.

        An empty code lets each file tell its register by itself. Several files, and one that comes while a
        list of files is open, go on the list.
        """
        if not files:
            return
        if register is None:
            chosen = self.head.register if self._shown_is(self._drop) else None
            register = chosen.code if chosen is not None else ""
        if len(files) > 1 or self.run.queue.files:
            self._look_at_nothing()
            self.run.take(files, register)
            self._show_part(tray=False)
            self.run.view.table.setFocus()
        else:
            self._look_at(files[0], register, ImportOptions(), None)

    def confirm(self) -> None:
        """Store what the preview shows."""
        if self.preview is None or self._storing or self.work.reading or not self._shown_is(self.view):
            return
        self._storing = True
        self.head.confirm.setEnabled(False)
        self.progress.watch(self.work.store(self.preview, self._stored, self._not_stored))

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
        self.head = PageHead()
        whole.addWidget(self.head)
        self._stack = QStackedWidget()
        self._drop, self.result_card, self.progress = DropPlace(), ResultCard(), ProgressCard()
        self.view, self.run, self.tray_part = SheetView(), QueueRun(self), TrayPart(self)
        self.tray = self.tray_part.view
        for each in (self._drop, self.run.view, self.progress, self.view, self.result_card, self.tray):
            self._stack.addWidget(each)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        head, card = self.head, self.result_card
        head.part_wanted.connect(lambda tray: self._show_part(tray=tray))
        head.register_chosen.connect(self._register_chosen)
        head.other.clicked.connect(self._ask_file)
        head.back.clicked.connect(self._back_to_list)
        head.confirm.clicked.connect(self.confirm)
        head.annotated.clicked.connect(self._ask_annotated)
        head.blank.clicked.connect(lambda: self.saving.pick_blank(head.register, head.blank))
        self._drop.wanted.connect(self._ask_file)
        self.view.decided.connect(self._decide)
        self.view.compared.connect(self._compare)
        self.view.synonyms_wanted.connect(lambda: open_synonyms(self, self.work))
        self.progress.wanted.connect(self._show_progress)
        self.progress.stopped.connect(self._stopped)
        self.run.opened.connect(self._open_queued)
        self.run.emptied.connect(self._list_done)
        self.run.view.add_wanted.connect(self._ask_file)
        self.tray.export.connect(lambda code: self.saving.ask_tray(REGISTERS[code]))
        self.tray_part.counted.connect(head.show_waiting)
        card.rows_wanted.connect(self._show_stored)
        card.tray_wanted.connect(lambda: self._show_part(tray=True))
        card.undo_wanted.connect(self._undo)
        card.next_wanted.connect(self._list_done)
        card.annotated_wanted.connect(self._ask_annotated)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.confirm)

    def _show_part(self, *, tray: bool) -> None:
        self.head.show_part(tray=tray)
        if tray:
            self._stack.setCurrentWidget(self.tray)
        elif self._result is not None:
            self._stack.setCurrentWidget(self.result_card)
        elif self.preview is not None:
            self._stack.setCurrentWidget(self.view)
        else:
            self._stack.setCurrentWidget(self.run.view if self.run.queue.files else self._drop)
        self._show_actions()

    def _show_actions(self) -> None:
        reading = self._shown_is(self.view)
        choosing = self._shown_is(self._drop)
        self.head.show_actions(choosing=choosing, reading=reading, queue=self._queued is not None)
        if reading and self.preview is not None:
            self._say(self.preview)
        else:
            self.head.say("")

    def _shown_is(self, widget: object) -> bool:
        return self._stack.currentWidget() is widget

    def _look_at(self, file: Path, register: str, options: ImportOptions, queued: QueuedFile | None) -> None:
        """Read a file and show it."""
        self.head.choose_register(register)
        self._file, self._options, self._queued = file, options, queued
        self.preview = self._result = None
        self._show_part(tray=False)
        self._read(fit=True)

    def _look_at_nothing(self) -> None:
        self.work.stop()
        self._file = self._queued = self.preview = self._result = None

    def _read(self, *, fit: bool = False) -> None:
        if self._file is None:
            return
        self._result = None
        self._drop.show_trouble("")
        self.head.confirm.setEnabled(False)
        self.progress.watch(
            self.work.read(
                self._file,
                self.head.register,
                self._options,
                lambda read: self._show(read, fit=fit),
                self._not_read,
            )
        )

    def _show(self, read: Read, *, fit: bool) -> None:
        self.progress.answered()
        found = self.preview = read.preview
        self._options = found.options
        self._counts = dict(read.counts)
        if self._queued is not None:
            self._queued.was_read(read)
        self.head.choose_register(found.register.code)
        self.view.show_preview(read, self._options, fit=fit)
        if self.head.tab_import.isChecked():
            self._show_part(tray=False)
        self._show_actions()
        if fit and self._shown_is(self.view):
            self.view.card.grid.setFocus()

    def _show_progress(self) -> None:
        """Show how far it is, where there is nothing else to look at, or nothing may be changed meanwhile."""
        if self.head.tab_import.isChecked() and (self._storing or self.preview is None):
            self._stack.setCurrentWidget(self.progress)
            self._show_actions()

    def _stopped(self) -> None:
        """Something was given up: what was shown before is shown again."""
        if self._storing:
            self.context.notices.say(_("已取消，什么也没有入库。"), "wait")
        self._storing = False
        if self.preview is not None:
            self._options = self.preview.options
            self.view.take_back(self._options)
        self._show_part(tray=self.head.tab_tray.isChecked())

    def _say(self, found: Preview) -> None:
        others = [_("工作表“{name}”").format(name=each.name) for each in found.sheets if each.name]
        said = " · ".join(each for each in (found.book.file, "、".join(dict.fromkeys(others))) if each)
        self.head.say(said, "\n".join([str(found.file), said]))
        stored = self._counts.get("new", 0) + self._counts.get("changed", 0)
        self.head.show_rows(stored, self._counts.get("pending", 0))

    def _not_read(self, error: DeskError) -> None:
        self.progress.answered()
        if self.preview is not None and self.preview.file == self._file:
            self._options = self.preview.options
            self.view.take_back(self._options)
            self.head.choose_register(self.preview.register.code)
            self._show_part(tray=self.head.tab_tray.isChecked())
            self.context.notices.say(str(error), "error")
            return
        self.preview = None
        if self._queued is not None:
            self._queued.has_failed(str(error))
            self._back_to_list()
            return
        self._show_part(tray=False)
        self._drop.show_trouble(str(error))

    def _decide(self, options: ImportOptions) -> None:
        self._options = options
        self._read()

    def _compare(self, question: Question) -> None:
        if self.preview is not None:
            self.work.compare(self.preview, question, self.view.beneath.show_beside)

    def _begin_with(self, code: str) -> None:
        """Wait for a file of a register, unless one is being looked at."""
        if self.preview is None and not self.run.queue.files:
            self._result = None
            self.head.choose_register(code)
            self._drop.show_trouble("")
        self._show_part(tray=False)

    def _register_chosen(self) -> None:
        if self._file is not None and self._shown_is(self.view):
            self._options = decisions.of_another_register(self._options)
            self._read(fit=True)
        elif self._file is not None and self._drop.trouble:
            self._read(fit=True)

    def _ask_file(self) -> None:
        folder = str(self.context.memory.get("import_folder", str(Path.home())))
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("选择表格文件"), folder, _(FILES))
        if chosen:
            self.context.memory.put("import_folder", str(Path(chosen[0]).parent))
            self.take([Path(each) for each in chosen])

    def _ask_annotated(self) -> None:
        """Save the file that is shown, or was stored just now, with its verdicts."""
        shown = self._result.preview if self._result is not None else self.preview
        if shown is not None:
            self.saving.ask_annotated(shown)

    def _stored(self, result: ImportResult) -> None:
        self.progress.answered()
        self._storing = False
        self.preview = None
        if self._queued is not None:
            self._queued.was_stored(result)
            self._back_to_list()
            return
        self._result = result
        self.result_card.show_result(result)
        self._show_part(tray=False)
        self.result_card.rows.setFocus()

    def _not_stored(self, error: DeskError) -> None:
        self.progress.answered()
        self._storing = False
        self._show_part(tray=False)
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

    def _open_queued(self, file: QueuedFile) -> None:
        self._look_at(file.path, file.register, file.options, file)

    def _back_to_list(self) -> None:
        self._look_at_nothing()
        self.run.show()
        self._show_part(tray=False)
        self.run.view.table.setFocus()

    def _list_done(self) -> None:
        """Wait for another file."""
        self._look_at_nothing()
        self.head.choose_register("")
        self._show_part(tray=False)
        self._drop.choose.setFocus()

    def _task_ended(self, task: Task) -> None:
        self.work.ended(task)
        self.run.ended(task)
