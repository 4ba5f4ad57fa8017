"""What was filed so far (已有申报): every version with its state, its forms to look at, its package once more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS, KIND_WORDS
from college_desk.gui.pages.filing.preview import PreviewCard
from college_desk.gui.widgets.buttons import plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.records.period import period_of
from college_desk.storage.filings import StoredFiling

STATES = {
    "frozen": ("已定稿", "wait"),
    "submitted": ("已报送", "info"),
    "accepted": ("已备案", "right"),
    "returned": ("退回补正", "error"),
}
"""The words and the tone of a filing's state."""


class FiledList(QWidget):
    """chosen(filing): its forms are wanted; again(filing): go on with it; save(filing): its package once more;
    begun: a new filing is to be begun.
    """

    chosen = Signal(object)
    again = Signal(object)
    save = Signal(object)
    begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        whole = column(self)
        self._stack = QStackedWidget()
        begin = primary(_("办理申报"))
        begin.clicked.connect(self.begun)
        self._none = card()
        hint = _("选好事项和期间，校验、说明、定稿锁定之后，每一稿都留在这里，随时可看、可再次取出材料包。")
        column(self._none).addWidget(EmptyState("file-check", _("还没有定稿的申报"), hint, begin))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(self._list_card())
        shown = card()
        inside = column(shown, gap=6)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(label(_("定稿的表样"), "heading"))
        self.preview = PreviewCard()
        inside.addWidget(self.preview, 1)
        split.addWidget(shown)
        split.setSizes([800, 370])
        self._split = split
        self._stack.addWidget(self._none)
        self._stack.addWidget(split)
        whole.addWidget(self._stack)

    def show_filings(self, filings: Sequence[StoredFiling]) -> None:
        """Show every version, the newest first; the one chosen before stays chosen."""
        before = self.table.current_row()
        same = list(self._model.rows()) == list(filings)
        if same and self._stack.currentWidget() is (self._split if filings else self._none):
            return
        self._model.show_rows(filings)
        self._stack.setCurrentWidget(self._split if filings else self._none)
        keys = [(each.number, each.version) for each in filings]
        place = (
            keys.index((before.number, before.version))
            if before and (before.number, before.version) in keys
            else 0
        )
        self.table.go_to_row(place)

    def go_to(self, number: str) -> None:
        """Choose the newest version of a number."""
        place = next((at for at, each in enumerate(self._model.rows()) if each.number == number), 0)
        self.table.go_to_row(place)
        self.table.setFocus()

    def _list_card(self) -> QWidget:
        frame = card()
        inside = column(frame, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("已有申报"), "heading"))
        head.addStretch(1)
        self._save, self._again = plain(_("取出材料包…"), "package"), plain(_("修改后再报…"))
        self._save.clicked.connect(lambda: self._emit(self.save))
        self._again.clicked.connect(lambda: self._emit(self.again))
        head.addWidget(self._save)
        head.addWidget(self._again)
        inside.addLayout(head)
        self._model: ListModel[StoredFiling] = ListModel(
            [
                ListColumn(
                    _("状态"), lambda each: _state(each)[0], 92, tone=lambda each: _state(each)[1], tag=True
                ),
                ListColumn(_("申报（备案）事项"), filing_title),
                ListColumn(_("期间"), lambda each: period_title(each.period), 178),
                ListColumn(_("批次"), _batch, 132),
                ListColumn(_("稿次"), lambda each: _("第{n}稿").format(n=each.version), 62),
                ListColumn(_("定稿日期"), lambda each: each.on.isoformat(), 96),
                ListColumn(_("填报人"), lambda each: each.who, 76),
            ],
            parent=self,
        )
        self.table: ListTable[StoredFiling] = ListTable(self._model, _("已有申报"))
        self.table.current.connect(lambda each: self.chosen.emit(each) if each is not None else None)
        self.table.opened.connect(self.again)
        inside.addWidget(self.table, 1)
        return frame

    def _emit(self, signal: object) -> None:
        stored = self.table.current_row()
        if stored is not None:
            signal.emit(stored)  # type: ignore[attr-defined]


def filing_title(stored: StoredFiling) -> str:
    """The kind of filing in words."""
    declared = FILINGS.get(stored.filing)
    return _(declared.title) if declared is not None else stored.filing


def period_title(code: str) -> str:
    """A period's code in words, the code itself where it has no known shape."""
    try:
        return period_of(code).title
    except UnusableInput:
        return code


def _state(stored: StoredFiling) -> tuple[str, str]:
    words, tone = STATES.get(stored.state, (stored.state, "plain"))
    return _(words), tone


def _batch(stored: StoredFiling) -> str:
    number = stored.number.rpartition("-")[2].lstrip("0") or "1"
    kind = next((_(words) for code, words in KIND_WORDS.items() if code == stored.kind), "")
    return _("第{n}批 {kind}").format(n=number, kind=kind)
