"""Two versions side by side (与上一稿比较): people added and gone, money, every field that says something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from college_desk.base.translation import _
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.filing_words import version_title
from college_desk.gui.widgets.labels import column, label, row
from college_desk.gui.widgets.list_table import ListColumn, ListModel, ListTable
from college_desk.gui.words import grouped, masked, masked_beside
from college_desk.records.register import REGISTERS
from college_desk.services.differences import Differences, Person
from college_desk.services.filing_review import Review
from college_desk.storage.filings import StoredFiling


@dataclass(frozen=True)
class DifferenceLine:
    """One line: somebody added or gone, or a field that says something else. tone: right, error, wait."""

    words: str
    tone: str
    name: str
    field: str = ""
    a: str = ""
    b: str = ""


class VersionsCard(QWidget):
    """wanted(one, other): two versions are to be compared."""

    wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: StoredFiling | None = None
        self.reveal = False
        inside = column(self, gap=4)
        head = row(gap=8)
        head.setContentsMargins(14, 4, 12, 0)
        self.other = QComboBox()
        self.other.setAccessibleName(_("与哪一稿比较"))
        self.other.setMinimumWidth(170)
        self.other.currentIndexChanged.connect(lambda _index: self._ask())
        self.summary = label("", "quiet", wrap=True)
        head.addWidget(label(_("比较"), "quiet"))
        head.addWidget(self.other)
        head.addWidget(self.summary, 1)
        inside.addLayout(head)
        self._titles = ["", ""]
        self._model: ListModel[DifferenceLine] = ListModel(
            [
                ListColumn(_("变化"), lambda each: each.words, 72, tone=lambda each: each.tone, tag=True),
                ListColumn(_("姓名（名称）"), lambda each: each.name, 130),
                ListColumn(_("项目"), lambda each: each.field, 130, tone=lambda _each: "quiet"),
                ListColumn(_("前一稿"), lambda each: each.a),
                ListColumn(_("后一稿"), lambda each: each.b),
            ],
            parent=self,
        )
        self.table: ListTable[DifferenceLine] = ListTable(self._model, _("两稿的差异"))
        self._only = EmptyState("file-check", _("只有这一稿"), _("改动后再定稿，两稿的差异就列在这里。"))
        self._same = EmptyState("circle-check", _("两稿内容相同"), _("人员、金额和各项内容都没有变化。"))
        self._stack = QStackedWidget()
        for each in (self.table, self._only, self._same):
            self._stack.addWidget(each)
        inside.addWidget(self._stack, 1)

    def show_review(self, shown: Review | None) -> None:
        """Offer the other versions of the number, the one before at first; the one chosen before stays."""
        kept = self.other.currentData()
        same = (
            shown is not None
            and self._shown is not None
            and (shown.filing.number, shown.filing.version) == (self._shown.number, self._shown.version)
        )
        self._shown = None if shown is None else shown.filing
        others = () if shown is None else shown.others
        self.other.blockSignals(True)
        self.other.clear()
        for each in others:
            self.other.addItem(_("与第{n}稿（{day}）").format(n=each.version, day=each.on.isoformat()), each)
        place = 0
        if shown is not None:
            earlier = [at for at, each in enumerate(others) if each.version < shown.filing.version]
            place = earlier[0] if earlier else len(others) - 1
            again = [at for at, each in enumerate(others) if same and kept and each.version == kept.version]
            place = again[0] if again else place
        self.other.setCurrentIndex(place if others else -1)
        self.other.blockSignals(False)
        self.other.setVisible(bool(others))
        self.summary.setText("")
        self._model.show_rows(())
        self._stack.setCurrentWidget(self.table if others else self._only)
        self._ask()

    def show_differences(self, one: StoredFiling, other: StoredFiling, found: Differences) -> None:
        """Show what differs, the earlier version on the left."""
        if self._shown is None or (one, other) != (self._shown, self.other.currentData()):
            return
        earlier, later = sorted((one, other), key=lambda each: each.version)
        for place, each in ((3, earlier), (4, later)):
            declared = self._model.columns[place]
            self._model.columns[place] = ListColumn(version_title(each), declared.text)
        lines = [*_people(found), *_fields(found, reveal=self.reveal)]
        self._model.show_rows(lines)
        self.table.go_to_row(0)
        self._stack.setCurrentWidget(self.table if lines else self._same)
        self.summary.setText(_summary(found))

    def _ask(self) -> None:
        other = self.other.currentData()
        if self._shown is not None and other is not None:
            self.wanted.emit(self._shown, other)


def _people(found: Differences) -> Iterator[DifferenceLine]:
    for words, tone, people in ((_("新增"), "right", found.added), (_("减少"), "error", found.removed)):
        for each in people:
            yield DifferenceLine(words, tone, _called(each))


def _fields(found: Differences, *, reveal: bool) -> Iterator[DifferenceLine]:
    for each in found.changes:
        declared = REGISTERS[each.register].by_name[each.field]
        a, b = each.a, each.b
        if declared.sensitive and not reveal:
            a, b = masked_beside(a, b), masked_beside(b, a)
        yield DifferenceLine(
            _("修改"), "wait", each.name, _(declared.title), a or _("（空）"), b or _("（空）")
        )


def _called(person: Person) -> str:
    return person.name or masked(person.key)


def _summary(found: Differences) -> str:
    said = _("新增{added}{counted}、减少{removed}{counted}、修改{changed}{counted}").format(
        added=len(found.added),
        removed=len(found.removed),
        changed=len(found.changed),
        counted=_(found.counted),
    )
    if found.money_a is None or found.money_b is None:
        return said
    more = found.money_b - found.money_a
    return said + _("；金额 {a} → {b} 元，相差 {more} 元").format(
        a=grouped(found.money_a), b=grouped(found.money_b), more=f"{'+' if more > 0 else ''}{grouped(more)}"
    )
