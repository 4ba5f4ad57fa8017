"""What stands beneath the sheet: the list that goes with the rows shown, and what the clerk is to decide."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from college_desk.gui.pages.importing.differences import Differences
from college_desk.gui.pages.importing.faults import Faults
from college_desk.gui.pages.importing.questions import Questions
from college_desk.gui.pages.importing.sheet_model import Shown
from college_desk.gui.pages.importing.side_by_side import Beside, SideBySide
from college_desk.gui.pages.importing.skipped import SkippedRows
from college_desk.gui.pages.importing.work import Read


class Beneath(QSplitter):
    """On the left the faults, or the changes, or the skipped rows; on the right the questions, if there are any."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(12)
        self.faults, self.differences, self.skipped = Faults(), Differences(), SkippedRows()
        self.questions = Questions()
        self._read: Read | None = None
        self._filled: set[QWidget] = set()
        self._lists = QStackedWidget()
        self.side_by_side = SideBySide()
        self.side_by_side.left.connect(lambda: self.show_only(""))
        for each in (self.faults, self.differences, self.skipped, self.side_by_side):
            self._lists.addWidget(each)
        self.addWidget(self._lists)
        self.addWidget(self.questions)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)

    def show_read(self, read: Read, shown: Shown) -> None:
        """Show what belongs to a file as read; lists that are not looked at are filled when they are."""
        self._read = read
        self._filled.clear()
        beside = self._lists.currentWidget() is self.side_by_side
        questions = read.preview.questions
        appearing = bool(questions) and not self.questions.isVisibleTo(self)
        self.questions.show_questions(questions)
        self.questions.setVisible(bool(questions))
        if appearing:
            width = max(self.width(), 1000)
            self.setSizes([width * 11 // 20, width * 9 // 20])
        if beside and any(each.kind == "person" for each in questions):
            self.questions.tell_current()
        else:
            self.show_only(shown)

    def show_beside(self, shown: Beside) -> None:
        """Show a row beside the kept records that it may mean, if its question is still the current one."""
        current = self.questions.current_question()
        if current is None or current.id != shown.question.id:
            return
        self.side_by_side.show_beside(shown)
        self._lists.setCurrentWidget(self.side_by_side)

    def tables(self) -> list[QWidget]:
        """The tables that can be seen, from left to right."""
        several = (self.faults, self.differences, self.skipped, self.side_by_side, self.questions)
        return [each.table for each in several if each.table.isVisibleTo(self)]

    def show_only(self, kind: Shown) -> None:
        """Show the list that goes with the rows of one outcome."""
        chosen = {"changed": self.differences, "skipped": self.skipped}.get(kind, self.faults)
        self._lists.setCurrentWidget(chosen)
        if self._read is None or chosen in self._filled:
            return
        self._filled.add(chosen)
        if chosen is self.faults:
            self.faults.show_findings(self._read.findings, self._read.errors, self._read.no_data)
        elif chosen is self.differences:
            self.differences.show_preview(self._read.preview)
        else:
            self.skipped.show_preview(self._read.preview)
