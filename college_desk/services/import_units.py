"""Yuan or ten thousand yuan (元、万元): asked of a column of amounts whose header names no unit, where they do not fit.

They do not fit where the total below them, or what the desk keeps, is ten thousand times more or less, or where they
are amounts that no office writes in that unit. As long as nobody answers they are read as the sheet says, else in
yuan.
"""

from __future__ import annotations

import dataclasses
import itertools
import statistics
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.layout import Layout
from college_desk.files.mapping.questions import Answer, Question
from college_desk.files.mapping.vocabulary import Target
from college_desk.files.sheets.book import cell_text
from college_desk.records.register import REGISTERS
from college_desk.records.values.amount_text import figure_in
from college_desk.records.values.money import factor_of
from college_desk.records.values.value_type import Cell
from college_desk.services.import_findings import sheet_name
from college_desk.storage.reader import Reader

YUAN, TEN_THOUSAND = "元", "万元"

_OTHER = {YUAN: TEN_THOUSAND, TEN_THOUSAND: YUAN}
_STEP = 10_000
_NEARLY = 5
"""Amounts of two years differ by up to so many times, and are still of one unit."""
_LOOKED_AT, _FEWEST, _KEPT_ENOUGH = 400, 3, 5
_LEAST_YUAN, _MOST_YUAN = 10, 1_000_000_000
"""Hardly a column of an office's amounts lies below or above them."""
_SHARE_FINER_THAN_FEN = 0.5
_SAMPLES = 3


class Units(NamedTuple):
    """The tables of a file with the units that were answered, and what was asked."""

    layouts: list[Layout]
    questions: list[Question]


def settle(reader: Reader, layouts: Sequence[Layout], answers: Mapping[str, str]) -> Units:
    """Ask for the units of amounts that do not fit; an answer is laid on its column."""
    questions: list[Question] = []
    settled = []
    for each in layouts:
        units: dict[int, str] = {}
        for column in each.columns:
            question = _asked(reader, each, column, answers)
            if question is not None:
                questions.append(question)
                if question.answered:
                    units[column.index] = question.taken
        settled.append(_with_units(each, units) if units else each)
    return Units(settled, questions)


def _with_units(layout: Layout, units: Mapping[int, str]) -> Layout:
    columns = (
        dataclasses.replace(each, unit=units[each.index]) if each.index in units else each
        for each in layout.columns
    )
    return dataclasses.replace(layout, columns=tuple(columns))


def _asked(reader: Reader, layout: Layout, column: Column, answers: Mapping[str, str]) -> Question | None:
    """The question about one column; None where its unit is told, or fits."""
    if len(column.targets) != 1 or column.targets[0].field.type.code != "money" or column.unit is not None:
        return None
    now = layout.notes.unit if layout.notes.unit in _OTHER else YUAN
    cells = _amounts(layout, column)
    if not cells or not _does_not_fit(reader, layout, column, now, cells):
        return None
    asked = f"unit:{layout.sheet.name}:{column.label}"
    given = answers.get(asked)
    taken = given if given in _OTHER else now
    other = _OTHER[now]
    sentence = _(
        "“{header}”列没有写单位，“{sample}”这样的数更像是以{other}为单位，现按{now}读入，请选定单位。"
    )
    samples = tuple(cell_text(each) for each in cells[:_SAMPLES])
    return Question(
        asked,
        "unit",
        sheet_name(layout),
        column.index,
        sentence.format(header=column.source, sample=samples[0], other=_(other), now=_(now)),
        (
            Answer(other, _("单位是{unit}").format(unit=_(other))),
            Answer(now, _("单位是{unit}").format(unit=_(now))),
        ),
        taken,
        given in _OTHER,
        sum(1 for _number, row in layout.data if row[column.index] is not None),
        samples,
        proposed=other,
    )


def _amounts(layout: Layout, column: Column) -> list[Cell]:
    """The first distinct cells of a column that hold an amount without a unit of its own."""
    first = itertools.islice(layout.data, _LOOKED_AT)
    distinct = dict.fromkeys(row[column.index] for _number, row in first)
    return [each for each in distinct if (figure := figure_in(each)) and not figure.unit and figure.number]


def _does_not_fit(reader: Reader, layout: Layout, column: Column, now: str, cells: Sequence[Cell]) -> bool:
    """Whether something speaks for the other unit."""
    wanted = _STEP if now == YUAN else 1 / _STEP
    for total in layout.totals:
        if (
            total.column == column.index
            and total.summed
            and _is_near(total.written / total.summed, wanted, 1.01)
        ):
            return True
    numbers = [abs(figure.number) for each in cells if (figure := figure_in(each)) is not None]
    typical = float(statistics.median(numbers)) * (factor_of(now) or 1)
    kept = _kept(reader, column.targets[0])
    if kept is not None:
        return _is_near(kept / typical, wanted, _NEARLY)
    if len(numbers) < _FEWEST:
        return False
    if now == TEN_THOUSAND:
        return typical >= _MOST_YUAN
    return typical < _LEAST_YUAN or _are_finer_than_fen(numbers)


def _is_near(ratio: float, wanted: float, times: float) -> bool:
    return wanted / times <= ratio <= wanted * times


def _kept(reader: Reader, target: Target) -> float | None:
    """The amount in the middle of those that the desk keeps of a field; None where it keeps too few."""
    kept = reader.values(REGISTERS[target.register], [target.field.name])
    amounts = [abs(value) for (value,) in kept if value]
    return float(statistics.median(amounts)) if len(amounts) >= _KEPT_ENOUGH else None


def _are_finer_than_fen(numbers: Sequence[Decimal]) -> bool:
    """Whether most of the numbers have more decimals than an amount in yuan can have."""
    finer = sum(1 for each in numbers if each != round(each, 2))
    return finer >= len(numbers) * _SHARE_FINER_THAN_FEN
