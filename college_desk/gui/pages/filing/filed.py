"""The list of what was filed (已有申报): every version with its state, and what can be done with the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu

from college_desk.base.translation import _
from college_desk.gui.pages.filing.step_dialog import ACTIONS, possible_steps
from college_desk.gui.widgets.buttons import plain
from college_desk.gui.widgets.filing_words import (
    batch_number,
    batch_title,
    filing_title,
    period_title,
    state_tone,
    state_words,
    version_title,
)
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.storage.filings import StoredFiling


class FiledList(QFrame):
    """chosen(filing or None): another version is the current one; again(filing): go on with it; save(filing):
    its package once more; step(filing, state): a step of its course is to be written down.
    """

    chosen = Signal(object)
    again = Signal(object)
    save = Signal(object)
    step = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.enterprises: Mapping[str, str] = {}
        inside = column(self, gap=4)
        inside.setContentsMargins(1, 8, 1, 1)
        head = row(gap=8)
        head.setContentsMargins(14, 0, 12, 0)
        head.addWidget(label(_("已有申报"), "heading"))
        head.addStretch(1)
        self._save, self.redo = plain(_("取出材料包…"), "package"), plain(_("修改后再报…"))
        self.steps = plain(_("登记进度…"))
        self._menu = QMenu(self.steps)
        self.steps.clicked.connect(self._open_menu)
        self._save.clicked.connect(lambda: self._emit(self.save))
        self.redo.clicked.connect(lambda: self._emit(self.again))
        for button in (self._save, self.redo, self.steps):
            head.addWidget(button)
        inside.addLayout(head)
        self._model: ListModel[StoredFiling] = ListModel(
            [
                ListColumn(
                    _("状态"), lambda each: state_words(each.state), 92,
                    tone=lambda each: state_tone(each.state), tag=True,
                ),
                ListColumn(_("事项"), filing_title),
                ListColumn(_("期间"), lambda each: period_title(each.period), 178),
                ListColumn(_("批次"), self._batch, 132),
                ListColumn(_("稿次"), version_title, 62),
                ListColumn(_("定稿日期"), lambda each: each.on.isoformat(), 96),
            ],
            parent=self,
        )  # fmt: skip
        self.table: ListTable[StoredFiling] = ListTable(self._model, _("已有申报"))
        self.table.current.connect(self._moved)
        self.table.opened.connect(self.again)
        inside.addWidget(self.table, 1)

    def show_filings(self, filings: Sequence[StoredFiling]) -> None:
        """Show every version, the newest first; the one chosen before stays chosen."""
        before = self.table.current_row()
        if list(self._model.rows()) == list(filings):
            return
        self._model.show_rows(filings)
        keys = [(each.number, each.version) for each in filings]
        same = (before.number, before.version) if before is not None else ("", 0)
        self.table.go_to_row(keys.index(same) if same in keys else 0)
        if not filings:
            self._moved(None)

    def go_to(self, number: str) -> bool:
        """Choose the newest version of a number; whether it is there."""
        at = [place for place, each in enumerate(self._model.rows()) if each.number == number]
        if at:
            self.table.go_to_row(max(at, key=lambda place: self._model.row_at(place).version))
        return bool(at)

    def offered(self) -> list[str]:
        """The steps that can be written down for the chosen version."""
        return [str(each.data()) for each in self._menu.actions()]

    def is_latest(self, stored: StoredFiling) -> bool:
        """Whether no later version of its number stands in the list."""
        return not any(
            each.number == stored.number and each.version > stored.version for each in self._model.rows()
        )

    def _batch(self, stored: StoredFiling) -> str:
        """The batch; of one that goes out in an enterprise's name, whose it is."""
        name = self.enterprises.get(stored.enterprise or "", "")
        return f"{batch_number(stored)} {name}" if name else batch_title(stored)

    def _moved(self, stored: StoredFiling | None) -> None:
        self._menu.clear()
        latest = stored is not None and self.is_latest(stored)
        for state in possible_steps(stored.state) if stored is not None and latest else ():
            action = self._menu.addAction(_(ACTIONS[state]))
            action.setData(state)
            action.triggered.connect(lambda _checked=False, one=state: self._step(one))
        self.steps.setEnabled(bool(self._menu.actions()))
        self.steps.setToolTip(
            "" if self._menu.actions() else _("这一稿没有可以登记的进度，请选最新的一稿；登记错了可以撤销")
        )
        self.chosen.emit(stored)

    def _open_menu(self) -> None:
        self._menu.popup(self.steps.mapToGlobal(QPoint(0, self.steps.height() + 2)))

    def _step(self, state: str) -> None:
        stored = self.table.current_row()
        if stored is not None:
            self.step.emit(stored, state)

    def _emit(self, signal: object) -> None:
        stored = self.table.current_row()
        if stored is not None:
            signal.emit(stored)  # type: ignore[attr-defined]
