"""A cross table laid out as cells: labels, figures with the rows behind them, totals at the right and below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from college_desk.base.translation import _
from college_desk.gui.widgets.figure_table import FigureCell, FigureColumn
from college_desk.gui.words import grouped
from college_desk.services.tallying import Cell, Tally, shown


@dataclass(frozen=True)
class Opened:
    """The rows behind a figure."""

    uids: frozenset[str]


def columns_of(table: Tally) -> list[FigureColumn]:
    """The headings: the rows' field, the labels across, the total."""
    first = FigureColumn(_(table.by.title), right=False)
    if table.across is None:
        return [first, FigureColumn(_(table.counted), wide=100)]
    heads = [FigureColumn(shown(each)) for each in table.columns]
    return [first, *heads, FigureColumn(_("合计（{counted}）").format(counted=_(table.counted)))]


def rows_of(table: Tally) -> list[list[FigureCell]]:
    """A row for each label, and the totals."""
    made = []
    for head in table.heads:
        cells = [FigureCell(shown(head), tone="" if head is not None else "quiet")]
        for across in table.columns:
            hint = " · ".join([shown(head), *([shown(across)] if table.across else [])])
            cells.append(_figure(table, table.count(head, across), table.rows_of(head, across), hint))
        if table.across is not None:
            cells.append(_sum(table, table.total_of_row(head), table.row(head), shown(head)))
        made.append(cells)
    made.append(_totals(table))
    return made


def _totals(table: Tally) -> list[FigureCell]:
    cells = [FigureCell(_("合计"), bold=True)]
    if table.across is not None:
        for across in table.columns:
            words = shown(across)
            cells.append(_sum(table, table.total_of_column(across), table.column(across), words))
    cells.append(_sum(table, table.total, table.cells, _("合计")))
    return cells


def _sum(table: Tally, count: int, cells: Iterable[Cell], hint: str) -> FigureCell:
    uids = frozenset(uid for each in cells for uid in each.rows)
    return FigureCell(grouped(count), Opened(uids), bold=True, hint=_hint(table, count, hint))


def _figure(table: Tally, count: int, uids: Iterable[str], hint: str) -> FigureCell:
    if not count:
        return FigureCell("—", tone="hint", hint=hint)
    return FigureCell(grouped(count), Opened(frozenset(uids)), hint=_hint(table, count, hint))


def _hint(table: Tally, count: int, words: str) -> str:
    return _("{words}：{n} {counted}").format(words=words, n=grouped(count), counted=_(table.counted))
