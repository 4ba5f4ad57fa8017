"""The preview of a file: notices, five numbers, the sheet with its columns' fields, what is to mend or decide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from college_desk.base.translation import _
from college_desk.files.mapping.questions import Question
from college_desk.gui.pages.importing import decisions
from college_desk.gui.pages.importing.beneath import Beneath
from college_desk.gui.pages.importing.counts import Counts
from college_desk.gui.pages.importing.differences import Difference
from college_desk.gui.pages.importing.sheet_card import SheetCard
from college_desk.gui.pages.importing.sheet_model import Shown
from college_desk.gui.pages.importing.skipped import SkippedRow
from college_desk.gui.pages.importing.work import Read
from college_desk.gui.widgets.labels import column
from college_desk.gui.widgets.strip import Strip
from college_desk.services.import_findings import SheetFinding
from college_desk.services.import_preview import ImportOptions, Preview


class SheetView(QWidget):
    """decided(options): the file is to be read so; compared(question): its row is to be shown beside who it may
    be; synonyms_wanted: the school's own words are to be seen.
    """

    decided = Signal(object)
    compared = Signal(object)
    synonyms_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.preview: Preview | None = None
        self._options = ImportOptions()
        whole = column(self, gap=10)
        self.notices = Strip(_("关于这个文件"))
        whole.addWidget(self.notices)
        self.counts = Counts()
        self.counts.chosen.connect(self.show_only)
        whole.addWidget(self.counts)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(12)
        self.card, self.beneath = SheetCard(), Beneath()
        self._split.addWidget(self.card)
        self._split.addWidget(self.beneath)
        self._split.setSizes([310, 240])
        whole.addWidget(self._split, 1)
        self._connect()

    def show_preview(self, read: Read, options: ImportOptions, *, fit: bool) -> None:
        """Show what was read; `fit`: of another file or register, so that columns are measured and all rows shown."""
        self.preview, self._options = read.preview, options
        if fit:
            self.counts.show_chosen("")
        self.counts.show_counts({**read.counts, "skipped": read.preview.skipped})
        self.notices.show_sentences(read.preview.notices)
        self.card.show_preview(read.preview, options, fit=fit)
        self.beneath.show_read(read, "" if fit else self.counts.kind)

    def take_options(self, options: ImportOptions) -> None:
        """Further decisions are made on top of these."""
        self._options = options
        self.card.take_options(options)

    def take_back(self, options: ImportOptions) -> None:
        """What was decided last is not so: go on from these options, cells as they were read."""
        self.take_options(options)
        self.card.model.forget_typed()

    def show_only(self, kind: Shown) -> None:
        """Show the rows of one outcome with the list that goes with them; all rows for an empty one."""
        self.counts.show_chosen(kind)
        self.card.show_only(kind)
        self.beneath.show_only(kind)

    def _connect(self) -> None:
        self.card.decided.connect(self._decide)
        self.card.left_out.connect(self._leave_out)
        faults, beneath = self.beneath.faults, self.beneath
        faults.wanted.connect(self._go_to_finding)
        faults.mended.connect(
            lambda mended: self._decide(decisions.with_findings_mended(self._options, mended))
        )
        faults.left_out.connect(
            lambda findings: self._leave_out({(each.sheet or "", each.row) for each in findings})
        )
        beneath.differences.wanted.connect(self._go_to_row)
        beneath.skipped.wanted.connect(self._go_to_row)
        beneath.questions.answered.connect(
            lambda answers: self._decide(decisions.with_answers(self._options, answers))
        )
        self.card.synonyms_wanted.connect(self.synonyms_wanted)
        beneath.questions.synonyms_wanted.connect(self.synonyms_wanted)
        beneath.questions.current.connect(self._show_question)
        for keys, by in (("F8", 1), ("Shift+F8", -1)):
            self._shortcut(keys).activated.connect(lambda step=by: self._next_fault(step))
        for keys, by in (("F6", 1), ("Shift+F6", -1)):
            self._shortcut(keys).activated.connect(lambda step=by: self._next_part(step))
        self._shortcut("Ctrl+-").activated.connect(self.card.leave_out_selected)

    def _next_part(self, step: int) -> None:
        """Hand the keys on: the sheet, the list beneath it, the questions, the numbers, and round again."""
        parts = [self.card.grid, *self.beneath.tables(), self.counts.first()]
        focused = self.focusWidget()
        inside = (at for at, each in enumerate(parts) if focused is not None and _within(focused, each))
        parts[(next(inside, -1) + step) % len(parts)].setFocus()

    def _show_question(self, question: Question | None) -> None:
        """Show what a question is about: a column, or a row beside the kept records that it may mean."""
        if question is None:
            return
        if question.kind == "person":
            self.compared.emit(question)
        elif question.column is not None:
            self.card.show_column(question.sheet or "", question.column)

    def _shortcut(self, keys: str) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return made

    def _next_fault(self, step: int) -> None:
        finding = self.beneath.faults.step(step)
        if finding is not None:
            self._go_to_finding(finding)

    def _go_to_finding(self, finding: SheetFinding) -> None:
        self._go_to(finding.sheet or "", finding.row, finding.column_index)

    def _go_to_row(self, line: Difference | SkippedRow) -> None:
        self._go_to(line.sheet, line.row, None)

    def _go_to(self, sheet: str, number: int, place: int | None) -> None:
        if not self.card.go_to(sheet, number, place):
            self.show_only("")
            self.card.go_to(sheet, number, place)

    def _leave_out(self, rows: set[tuple[str, int]]) -> None:
        self._decide(decisions.without_rows(self._options, rows))

    def _decide(self, options: ImportOptions) -> None:
        self.take_options(options)
        self.decided.emit(options)


def _within(widget: QWidget, around: QWidget) -> bool:
    return widget is around or around.isAncestorOf(widget) or widget.parentWidget() is around.parentWidget()
