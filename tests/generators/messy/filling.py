"""The rows of a sheet: values written, defects planted, cells merged downwards, lines in between."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from tests.generators.messy.defects import PLANTERS, Planted, key_of, repeated
from tests.generators.messy.grounds import DEPARTMENTS
from tests.generators.messy.layout import Grid
from tests.generators.messy.model import JOINED, Cell, Column, Facts, Json, TrueRow
from tests.generators.messy.planning import Plan
from tests.generators.messy.shapes import empty, nothing

_BAD_ROWS = 0.09
"""The share of rows with something wrong."""


def rows_of(
    rng: random.Random, plan: Plan, grid: Grid, numbers: bool, facts: Iterator[Facts]
) -> tuple[list[TrueRow], dict[int, float]]:
    by_key = {key_of(column): column for column in plan.columns if column.fields}
    count = rng.randrange(*plan.kind.size)
    rows: list[TrueRow] = []
    sums: dict[int, float] = {}
    earlier: list[Facts] = []
    header = _Header(
        [list(line) for line in grid.lines[grid.header[0] : grid.header[1] + 1]],
        [each for each in grid.merges if each[0] >= grid.header[0]],
    )
    shared = {key: None for key in plan.merged_down if key in by_key}
    runs: dict[str, tuple[int, Cell, Json]] = {}
    for number in range(1, count + 1):
        given = next(facts, None)
        if given is None:
            break
        row_facts = {**_by_key(given, plan.columns), "_missing": plan.kind.missing}
        planted = _planted(rng, plan, row_facts, by_key, earlier)
        if planted is not None:
            row_facts |= planted.facts
        if number == 1 or number % 9 == 1 or number % 7 == 1:
            _close(grid, runs, plan, numbers)
            _between(rng, plan, grid, numbers, number, header)
        line, values = _line(rng, plan, row_facts, planted, sums, numbers)
        place = len(grid.lines)
        for key in shared:
            _run_down(rng, grid, plan, key, line, values, runs, place, numbers)
        if numbers:
            line.insert(0, number)
        if plan.noted and rng.random() < 0.1:
            line += [None, rng.choice(("缺照片", "已核", "待补材料"))]
        grid.lines.append(line)
        grid.data[place] = number
        rows.append(TrueRow(place + 1, values, (planted.defect,) if planted else ()))
        if planted is None:
            earlier.append(row_facts)
        if rng.random() < 0.015:
            _close(grid, runs, plan, numbers)
            grid.lines.append([None] * len(line))
    _close(grid, runs, plan, numbers)
    return rows, {place + numbers: total for place, total in sums.items()}


class _Header(NamedTuple):
    """The header rows of a sheet with their merged cells, for saying them again."""

    lines: list[list[Cell]]
    merges: list[tuple[int, int, int, int]]


def _between(rng: random.Random, plan: Plan, grid: Grid, numbers: bool, number: int, header: _Header) -> None:
    """The lines that stand before a row: a subtotal, a department's name, a new page with its title and header."""
    width = len(plan.columns) + numbers
    if plan.subtotals and number > 1 and number % 7 == 1:
        said = rng.choice(("小计", "本页合计", "平均", "小  计"))
        grid.lines.append([*[None] * rng.choice((0, 0, 1)), said, *[None] * (width - 2)])
    if plan.repeats_header and number > 1 and number % 9 == 1:
        if plan.repeats_title:
            grid.lines.append([f"{plan.title}（续表）", *[None] * (width - 1)])
            grid.merges.append((len(grid.lines) - 1, len(grid.lines) - 1, 0, width - 1))
        shift = len(grid.lines) - grid.header[0]
        grid.merges += [
            (top + shift, bottom + shift, left, right) for top, bottom, left, right in header.merges
        ]
        grid.lines += [list(line) for line in header.lines]
    if plan.sections and (number == 1 or number % 7 == 1):
        place = len(grid.lines)
        grid.lines.append(
            [f"{'一二三四五六七'[number // 7]}、{rng.choice(DEPARTMENTS)}", *[None] * (width - 1)]
        )
        grid.merges.append((place, place, 0, width - 1))


def _run_down(
    rng: random.Random, grid: Grid, plan: Plan, key: str, line: list[Cell], values: dict[str, Json],
    runs: dict[str, tuple[int, Cell, Json]], place: int, numbers: bool,
) -> None:  # fmt: skip
    """Let a merged cell run on over this row, or begin another."""
    index = next(i for i, column in enumerate(plan.columns) if key_of(column) == key)
    field = plan.columns[index].fields[0]
    if key in runs and rng.random() < 0.7:
        line[index] = None
        values[field] = runs[key][2]
        return
    if key in runs:
        _end(grid, runs, key, index + numbers, place - 1)
    if line[index] is not None:
        runs[key] = (place, line[index], values[field])


def _end(grid: Grid, runs: dict[str, tuple[int, Cell, Json]], key: str, column: int, last: int) -> None:
    first = runs.pop(key)[0]
    if last > first:
        grid.merges.append((first, last, column, column))


def _close(grid: Grid, runs: dict[str, tuple[int, Cell, Json]], plan: Plan, numbers: bool) -> None:
    for key in list(runs):
        index = next(i for i, column in enumerate(plan.columns) if key_of(column) == key)
        _end(grid, runs, key, index + numbers, max(grid.data))


def _planted(
    rng: random.Random, plan: Plan, facts: Facts, by_key: Mapping[str, Column], earlier: Sequence[Facts]
) -> Planted | None:
    if rng.random() >= _BAD_ROWS:
        return None
    if earlier and plan.kind.key and rng.random() < 0.1:
        again = repeated(rng.choice(earlier), plan.kind.key, by_key)
        if again is not None:
            return again
    for _ in range(8):
        planter = rng.choice(PLANTERS)
        made = planter(facts, by_key, rng, plan.typed)
        if made is not None and not set(made.cells) & set(plan.merged_down):
            return made
    return None


def _line(
    rng: random.Random,
    plan: Plan,
    facts: Facts,
    planted: Planted | None,
    sums: dict[int, float],
    numbers: bool,
) -> tuple[list[Cell], dict[str, Json]]:
    line: list[Cell] = []
    values: dict[str, Json] = {}
    for place, (column, shape) in enumerate(zip(plan.columns, plan.shapes, strict=True)):
        key = key_of(column)
        if planted is not None and key in planted.cells:
            line.append(planted.cells[key])
            continue
        value = facts.get(key) if column.fields else ""
        if column.fields and empty(value):
            line.append(nothing(column.shape, rng) if column.fields != ("note",) else None)
            values |= dict.fromkeys(column.fields if column.shape in JOINED else column.fields[:1])
            continue
        cell, said = shape(value, rng)
        line.append(cell)
        if column.shape in JOINED:
            values |= dict(zip(column.fields, said, strict=True))
        elif column.fields:
            values[column.fields[0]] = said
        if isinstance(value, int | Decimal) and column.shape in ("money", "wan", "count", "periods"):
            sums[place] = sums.get(place, 0) + float(value) / (10_000 if column.shape == "wan" else 1)
    return line, values


def _by_key(facts: Facts, columns: Sequence[Column]) -> Facts:
    """The facts, with those of columns of several fields under the key of the column."""
    more: Facts = {}
    for each in columns:
        if each.shape in JOINED:
            values = tuple(facts.get(field) for field in each.fields)
            more[key_of(each)] = None if any(empty(value) for value in values) else values
        elif len(each.fields) > 1 and each.fields[0] in facts:
            more[key_of(each)] = facts[each.fields[0]]
    return facts | more
