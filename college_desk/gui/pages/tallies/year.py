"""The tab 年度进展: stocks that balance, flows against last year, goals; each number opens its rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QVBoxLayout

from college_desk.base.progress import Progress
from college_desk.base.translation import _
from college_desk.gui.context import DeskContext, Place
from college_desk.gui.pages.tallies.part import TallyPart
from college_desk.gui.theme.tokens import GAP
from college_desk.gui.widgets.buttons import link, primary
from college_desk.gui.widgets.figure_table import EMPTY, FigureCell, FigureColumn, FigureTable
from college_desk.gui.widgets.labels import card, column, label, row
from college_desk.gui.words import grouped
from college_desk.policy.progress import CityTarget, Figure, RowRef
from college_desk.policy.written_dates import written_day
from college_desk.records.change import Changed
from college_desk.records.query import Query
from college_desk.services import progress
from college_desk.services.progress import YearOfProgress

_YEARS_BACK = 5
_NUMBERS = (
    ("opening", "上年末"), ("added", "新增"), ("removed", "减少"), ("closing", "年末"),
    ("before", "上年同期"), ("during", "本年发生"), ("change", "增减"), ("total", "累计"), ("goal", "目标"),
)  # fmt: skip
_TITLE_WIDE, _UNIT_WIDE, _RATE_WIDE, _LEAST_WIDE = 196, 52, 150, 74


class YearPart(TallyPart):
    """The annual table on the screen, to the end of the year or to today while it runs."""

    code = "year"
    title = "年度进展"

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._read: YearOfProgress | None = None
        self.export_button = primary(_("导出"))
        self.export_button.clicked.connect(self._export)
        self.buttons = (self.export_button,)
        this_year = context.today().year
        self.year = QComboBox()
        self.year.setAccessibleName(_("年度"))
        self.year.setFixedWidth(110)
        for year in range(this_year, this_year - _YEARS_BACK - 1, -1):
            self.year.addItem(_("{year}年").format(year=year), year)
        self.year.currentIndexChanged.connect(lambda _index: self.load())
        self._lay_out()

    def arrive(self, place: Place) -> None:
        """Reckon the year anew."""
        self.load()

    def changed(self, changed: Changed) -> None:
        """Reckon the year anew."""
        self.load()

    def load(self) -> None:
        """Reckon the chosen year."""
        self.loading += 1
        desk, year, today = self.context.desk, int(self.year.currentData()), self.context.today()

        def work(_progress: Progress) -> YearOfProgress:
            return progress.progress(desk, year, today)

        self.context.tasks.run(work, then=self._show, title=_("正在统计"), owner=self)

    def _show(self, read: YearOfProgress) -> None:
        self.loading -= 1
        if read.year != self.year.currentData():
            return
        self._read = read
        self._until.setText(_("统计到{day}").format(day=written_day(read.on)))
        self._goals.setVisible(any(each.indicator.target and not each.goal for each in read.figures))
        self.figures.show_figures(_columns(read), _rows(read))

    def _open(self, rows: object) -> None:
        if isinstance(rows, tuple) and rows:
            first: RowRef = rows[0]
            uids = frozenset(each.uid for each in rows if each.register == first.register)
            self.context.go(Place(first.register, query=Query(uids=uids)))

    def _export(self) -> None:
        read = self._read
        if read is None:
            return
        out = self.export_file(_("{year}年度进展").format(year=read.year))
        if out is not None:
            self.write(lambda where: progress.export_xlsx(read, where), out)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        line = row(gap=10)
        line.addWidget(self.year)
        self._until = label("", "quiet")
        line.addWidget(self._until)
        line.addStretch(1)
        self._goals = link(_("录入本校承担的目标数"))
        self._goals.setToolTip(_("主管部门分解到本校的任务数，录入后这里给出完成率"))
        self._goals.clicked.connect(lambda: self.context.go(Place("system", field="政策参数")))
        line.addWidget(self._goals)
        whole.addLayout(line)
        frame = card()
        inside = column(frame, 1, 0)
        self.figures = FigureTable(_("年度进展"))
        self.figures.opened.connect(self._open)
        inside.addWidget(self.figures, 1)
        foot = row()
        foot.setContentsMargins(13, 6, 13, 6)
        foot.addWidget(
            label(_("时点数：年末＝上年末＋新增－减少，一人只计一次；时期数不结转，与上年同一天比。"), "hint")
        )
        foot.addStretch(1)
        foot.addWidget(label(_("双击或按回车打开这个数的名单"), "hint"))
        inside.addLayout(foot)
        whole.addWidget(frame, 1)


def _columns(read: YearOfProgress) -> Sequence[FigureColumn]:
    numbers = [FigureColumn(_(title), _wide(read.figures, name)) for name, title in _NUMBERS]
    return [
        FigureColumn(_("指标"), _TITLE_WIDE, right=False),
        FigureColumn(_("单位"), _UNIT_WIDE, right=False),
        *numbers,
        FigureColumn(_("完成率（%）"), _RATE_WIDE, stretch=True),
    ]


def _wide(figures: Sequence[Figure], name: str) -> int:
    """The width in pixels of a column of numbers, by its longest."""
    longest = max((len(_number(getattr(each, name))) for each in figures), default=0)
    return max(_LEAST_WIDE, longest * 8 + 18)


def _rows(read: YearOfProgress) -> list[list[FigureCell]]:
    made: list[list[FigureCell]] = []
    group = ""
    for each in read.figures:
        if each.indicator.group != group:
            group = each.indicator.group
            made.append([FigureCell(_(group), bold=True)])
        made.append(_row(each, read.targets.get(each.indicator.target)))
    return made


def _row(figure: Figure, target: CityTarget | None) -> list[FigureCell]:
    said = figure.indicator
    hint = _(said.title) if not said.department else f"{_(said.title)} · {_(said.department)}"
    cells = [FigureCell(_(said.title), hint=hint), FigureCell(_(said.unit), tone="quiet")]
    for name, title in _NUMBERS:
        number: Decimal | None = getattr(figure, name)
        if name == "goal":
            cells.append(FigureCell(_number(number), hint=_target_words(target)))
            continue
        if number is None:
            cells.append(EMPTY)
            continue
        rows = figure.rows.get(name, ())
        tone = "" if number else "hint"
        words = _number(number)
        cells.append(
            FigureCell(
                words, rows or None, tone=tone, hint=f"{_(said.title)} · {_(title)}：{words} {_(said.unit)}"
            )
        )
    return [*cells, _rate(figure)]


def _target_words(target: CityTarget | None) -> str:
    if target is None:
        return ""
    return _("全市目标：{year}年 {value} {unit}（{clause}），本校承担数另行分解").format(
        year=target.year, value=grouped(int(target.value)), unit=_(target.unit), clause=target.clause
    )


def _rate(figure: Figure) -> FigureCell:
    if figure.rate is None:
        return FigureCell("—" if figure.indicator.target else "", tone="hint")
    return FigureCell(f"{figure.rate:.2f}", share=float(figure.rate) / 100)


def _number(number: Decimal | None) -> str:
    if number is None:
        return ""
    return grouped(int(number)) if number == number.to_integral_value() else grouped(number)
