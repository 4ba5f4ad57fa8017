"""The tab 统计表: a register counted by rows and columns, as of a day, each figure opening its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.tallies.asking import Asking
from college_desk.gui.pages.tallies.cross_figures import Opened, columns_of, rows_of
from college_desk.gui.pages.tallies.part import TallyPart
from college_desk.gui.pages.tallies.saving import SaveDialog, SavedList
from college_desk.gui.theme.tokens import GAP
from college_desk.gui.widgets.ask import ask_yes
from college_desk.gui.widgets.buttons import link, plain, primary
from college_desk.gui.widgets.empty_state import EmptyState
from college_desk.gui.widgets.figure_table import FigureCell, FigureTable
from college_desk.gui.widgets.filter_bar import FilterBar
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.words import grouped
from college_desk.records.change import Changed
from college_desk.records.query import Query
from college_desk.records.register import Register
from college_desk.services import saved_tallies, tallying
from college_desk.services.saved_tallies import SavedTally
from college_desk.services.tallying import Tally

MOST_COLUMNS, MOST_ROWS = 120, 3000
"""A field with more different values than these is no head of columns or rows."""
_PAUSE_MS = 30


class _LaidOut(NamedTuple):
    """A table with its cells; crowded: the sentence that says why they are not shown, else empty."""

    table: Tally
    crowded: str
    rows: Sequence[Sequence[FigureCell]]


class CrossPart(TallyPart):
    """Choose, look, open the people behind a figure; keep the table by name and count it again next year."""

    code = "cross"
    title = "统计表"

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._saved: list[SavedTally] = []
        self._name = ""
        self._table: Tally | None = None
        self._asked_for = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.load)
        self.save_button = plain(_("保存…"))
        self.save_button.setToolTip(_("按名称保存这张统计表，以后再统计"))
        self.save_button.clicked.connect(self.ask_save)
        self.export_button = primary(_("导出"))
        self.export_button.clicked.connect(self._export)
        self.buttons = (self.save_button, self.export_button)
        self.asking = Asking()
        self.asking.register_chosen.connect(self._register_chosen)
        self.asking.changed.connect(self._changed_by_hand)
        self.asking.show_asked(self.asking.register, None, None, None)
        self._lay_out()
        self._take_register(self.asking.register, Query())
        context.scope_changed.connect(self._soon.start)

    def arrive(self, place: Place) -> None:
        """Count again; a place's register and selection are taken over."""
        if place.register is not None:
            self.asking.what.setCurrentIndex(self.asking.what.findData(place.register))
        if place.query is not None:
            self.filters.show_query(place.query)
        self._read_saved()
        self.load()

    def changed(self, changed: Changed) -> None:
        """Count again where the register was changed; a step without records may have kept a table."""
        if not changed.records:
            self._read_saved()
        elif self.asking.register.code in changed.registers:
            self.load()

    def load(self) -> None:
        """Count what is asked for."""
        self.loading += 1
        self._asked_for += 1
        number = self._asked_for
        desk, register, query = self.context.desk, self.asking.register, self.filters.query()
        by, across, counting = self.asking.asked()

        def work(_progress: Progress) -> _LaidOut:
            table = tallying.tally(desk, register, by, across, query, counting=counting)
            crowded = _crowded(table)
            return _LaidOut(table, crowded, [] if crowded else rows_of(table))

        self.context.tasks.run(
            work,
            then=lambda laid: self._show(laid, number),
            failed=self._failed,
            title=_("正在统计"),
            owner=self,
        )

    def show_saved(self, saved: object) -> None:
        """Ask for what a kept table asks for."""
        if not isinstance(saved, SavedTally):
            return
        self._name = saved.name
        self.asking.show_asked(saved.register, saved.by, saved.across, saved.counting)
        self._take_register(saved.register, saved_tallies.query_on(saved, self.context.today()))
        self._offer_this_year(saved)
        self.load()

    def ask_save(self) -> None:
        """Ask for the name and keep the table."""
        known = next((each for each in self._saved if each.name == self._name), None)
        dialog = SaveDialog(
            self.window(),
            self._name or self._usual_name(),
            [each.name for each in self._saved],
            self.filters.query().on,
            as_of_today=known is not None and known.as_of_today,
        )
        dialog.finished.connect(dialog.deleteLater)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.save(dialog.name.text().strip(), as_of_today=dialog.as_of_today.isChecked())

    def save(self, name: str, *, as_of_today: bool = False) -> None:
        """Keep what is asked for under a name."""
        by, across, counting = self.asking.asked()
        query = replace(self.filters.chosen(), uids=None, order=())
        saved = SavedTally(
            name, self.asking.register, by, across, query, counting,
            as_of_today=as_of_today and query.on is not None,
        )  # fmt: skip
        context = self.context
        self._name = name

        def work(_progress: Progress) -> Changed:
            return saved_tallies.save(
                context.desk, saved, who=context.who, now=context.now(), today=context.today()
            )

        context.change(work, then=lambda _changed: self._said_saved(name), owner=self)

    def _said_saved(self, name: str) -> None:
        self.context.notices.say(_("已保存统计表：{name}").format(name=name))
        self._read_saved()

    def _usual_name(self) -> str:
        by, across, _counting = self.asking.asked()
        fields = self.asking.register.by_name
        heads = "、".join(_(fields[each].title) for each in (by, across) if each is not None)
        return _("{register}按{fields}").format(register=_(self.asking.register.title), fields=heads)

    def _drop_saved(self, saved: object) -> None:
        if not isinstance(saved, SavedTally):
            return
        sentence = _("只删去这张表的设置，台账里的数据不变；删去后可以撤销。")
        if not ask_yes(self.window(), _("删去“{name}”").format(name=saved.name), sentence, _("删去")):
            return
        context = self.context

        def work(_progress: Progress) -> Changed:
            return saved_tallies.forget(
                context.desk, saved.name, who=context.who, now=context.now(), today=context.today()
            )

        context.change(work, then=lambda _changed: self._read_saved(), owner=self)

    def _read_saved(self) -> None:
        self.loading += 1
        desk = self.context.desk
        self.context.tasks.run(
            lambda _progress: saved_tallies.saved_tallies(desk), then=self._show_saved_list, owner=self
        )

    def _show_saved_list(self, saved: list[SavedTally]) -> None:
        self.loading -= 1
        self._saved = saved
        self.kept.show_saved(saved, self._name)

    def _show(self, laid: _LaidOut, number: int) -> None:
        self.loading -= 1
        if number != self._asked_for:
            return
        table = self._table = laid.table
        self.export_button.setEnabled(bool(table.cells))
        if laid.crowded or not table.cells:
            self._say(laid.crowded or _("没有可以统计的记录，换一份台账或去掉筛选条件。"))
            return
        self.figures.show_figures(columns_of(table), laid.rows)
        total = _("合计 {n} {counted}").format(n=grouped(table.total), counted=_(table.counted))
        if sum(each.count for each in table.cells) != table.total:
            total += _("；同一人在几格里都有时，合计只计一次")
        self._total.setText(total)
        self._stack.setCurrentIndex(0)

    def _failed(self, error: DeskError) -> None:
        self.loading -= 1
        self._table = None
        self.export_button.setEnabled(False)
        self._say(str(error))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._stack.setCurrentIndex(1)

    def _register_chosen(self, register: Register) -> None:
        self._name = ""
        self._take_register(register, Query())
        self._again.hide()
        self.load()

    def _changed_by_hand(self) -> None:
        self._again.hide()
        self._soon.start()

    def _take_register(self, register: Register, query: Query) -> None:
        """Put the filters of a register in the place of those of another."""
        bar = FilterBar(register, self.context, findings=False)
        bar.show_query(query)
        bar.changed.connect(self._changed_by_hand)
        old = self._bar_place.takeAt(0)
        if old is not None and (widget := old.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        self.filters = bar
        self._bar_place.addWidget(bar)

    def _offer_this_year(self, saved: SavedTally) -> None:
        """Where a table was for a day of an earlier year, offer the same day of this one."""
        moved = saved_tallies.moved_on(saved, self.context.today())
        self._again.setVisible(moved is not None)
        if moved is not None:
            self._again_words.setText(_("这张表的统计时点是{day}。").format(day=saved.query.on))
            self._again_link.setText(_("改按{day}统计").format(day=moved.query.on))
            self._moved = moved

    def _move_on(self) -> None:
        self.show_saved(self._moved)

    def _open(self, opened: object) -> None:
        if isinstance(opened, Opened) and self._table is not None:
            query = Query(uids=opened.uids, ended=self._table.query.ended)
            self.context.go(Place(self._table.register.code, query=query))

    def _export(self) -> None:
        table = self._table
        if table is None:
            return
        out = self.export_file(self._name or self._usual_name())
        if out is not None:
            self.write(lambda where: tallying.export_xlsx(table, where), out)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self.asking)
        self._bar_place = QVBoxLayout()
        whole.addLayout(self._bar_place)
        self._again = self._again_strip()
        whole.addWidget(self._again)
        body = QHBoxLayout()
        body.setSpacing(GAP)
        self.kept = SavedList()
        self.kept.wanted.connect(self.show_saved)
        self.kept.dropped.connect(self._drop_saved)
        body.addWidget(self.kept)
        body.addWidget(self._table_card(), 1)
        whole.addLayout(body, 1)

    def _again_strip(self) -> QFrame:
        strip = card("sunken")
        line = row(strip, gap=8)
        line.setContentsMargins(14, 5, 10, 5)
        self._again_words = label("", "quiet")
        self._again_link = link("")
        self._again_link.clicked.connect(self._move_on)
        line.addWidget(self._again_words)
        line.addWidget(self._again_link)
        line.addStretch(1)
        strip.hide()
        return strip

    def _table_card(self) -> QFrame:
        frame = card()
        inside = column(frame, 1, 0)
        self.figures = FigureTable(_("统计表"))
        self.figures.opened.connect(self._open)
        inside_stack = QStackedWidget()
        self._stack = inside_stack
        inside_stack.addWidget(self.figures)
        empty = EmptyState("table", "", "")
        self._words = empty.sentence
        inside_stack.addWidget(empty)
        inside.addWidget(inside_stack, 1)
        foot = row()
        foot.setContentsMargins(13, 6, 13, 6)
        self._total = label("", "heading")
        foot.addWidget(self._total)
        foot.addStretch(1)
        foot.addWidget(label(_("双击或按回车打开这一格的名单，Ctrl+C 复制"), "hint"))
        inside.addLayout(foot)
        return frame


def _crowded(table: Tally) -> str:
    """The sentence that says why a table is not shown, empty when it is."""
    sentence = _("“{field}”有{n}种不同的内容，放不下，请换一个项目，或先筛选。")
    if table.across is not None and len(table.columns) > MOST_COLUMNS:
        return sentence.format(field=_(table.across.title), n=grouped(len(table.columns)))
    if len(table.heads) > MOST_ROWS:
        return sentence.format(field=_(table.by.title), n=grouped(len(table.heads)))
    return ""
