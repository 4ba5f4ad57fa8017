"""The messy workbooks of one seed: a kind of sheet, a layout, spellings, defects and a format, mixed at random."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tests.generators.messy import layout, sheets_of_kinds
from tests.generators.messy.defects import key_of
from tests.generators.messy.filling import rows_of
from tests.generators.messy.formats import FORMATS, choose
from tests.generators.messy.grounds import DEPARTMENTS
from tests.generators.messy.kept_back import FIRST_SEED
from tests.generators.messy.layout import Grid, Heading
from tests.generators.messy.model import Facts, Kind, MessyFile, TrueColumn, TrueSheet
from tests.generators.messy.planning import Plan, plan_of


def college(seed: int, folder: Path, *, count: int = 25) -> list[MessyFile]:
    """So many messy workbooks of one seed, written into a folder; every kind of sheet comes up in turn."""
    kinds = list(sheets_of_kinds.KINDS)
    order = random.Random(f"messy {seed} order")
    made = []
    for number in range(count):
        if number % len(kinds) == 0:
            order.shuffle(kinds)
        rng = random.Random(f"messy {seed} {number}")
        made.append(
            _file(rng, kinds[number % len(kinds)], folder, f"{seed}-{number:03d}", seed >= FIRST_SEED)
        )
    return made


def _file(rng: random.Random, kind: Kind, folder: Path, name: str, new_words: bool) -> MessyFile:
    format_name = choose(rng)
    extension, write, typed = FORMATS[format_name]
    several = typed and rng.random() < 0.15
    stacked = not several and rng.random() < 0.04
    plan = plan_of(rng, kind, typed, new_words=new_words)
    departments = rng.sample(DEPARTMENTS, 3)[: 2 + (rng.random() < 0.5)] if several else [""]
    facts = kind.rows(rng)
    grids, truth = [], []
    for each in departments:
        grid, sheet = _sheet(rng, plan, each, facts)
        grids.append(grid)
        sheets = [sheet, *_stacked(rng, kind, grid, facts, typed, new_words)] if stacked else [sheet]
        truth += [each if typed else replace(each, name="") for each in sheets]
    if typed:
        extra = layout.decoys(rng)
        grids = [*extra, *grids] if rng.random() < 0.5 else [*grids, *extra]
    path = folder / f"{name}-{kind.titles[0]}.{extension}"
    write(path, grids)
    depth = grids_depth(grids)
    traits = {
        "format": format_name,
        "header rows": str(depth),
        "titles": str(plan.title_rows),
        "sheets": str(len(departments)),
        "tables on a sheet": "2" if stacked else "1",
        "merged": "merged" if plan.merged_header else "unmerged",
        "rows between": "yes" if plan.repeats_header or plan.subtotals or plan.sections else "no",
    }
    return MessyFile(path, kind.register, tuple(truth), traits)


def _stacked(
    rng: random.Random, kind: Kind, grid: Grid, facts: Iterator[Facts], typed: bool, new_words: bool
) -> list[TrueSheet]:
    """Put a second table with other columns under the first; what is true of it."""
    plan = replace(plan_of(rng, kind, typed, new_words=new_words), indent=False)
    under, sheet = _sheet(rng, plan, "", facts)
    if not sheet.rows:
        return []
    down = layout.stack(grid, under)
    rows = tuple(replace(each, row=each.row + down) for each in sheet.rows)
    return [replace(sheet, name=grid.name, header_row=sheet.header_row + down, rows=rows)]


def grids_depth(grids: Sequence[Grid]) -> int:
    """How many rows the header of a file's sheets has."""
    return max(grid.header[1] - grid.header[0] + 1 for grid in grids)


def _sheet(rng: random.Random, plan: Plan, department: str, facts: Iterator[Facts]) -> tuple[Grid, TrueSheet]:
    grid = Grid(department or rng.choice(("Sheet1", "花名册", "汇总", plan.title[:8])))
    numbers = rng.random() < 0.8
    width = len(plan.columns) + numbers
    layout.above(grid, plan.title, width, department, plan.unit, rng, plan.title_rows)
    headings = [Heading(rng.choice(("序号", "序号", "序 号", "No.")))] * numbers + list(plan.headings)
    layout.header(grid, headings, rng, plan.merged_header)
    if plan.counted:
        grid.lines.append(list(range(1, width + 1)))
    rows, sums = rows_of(rng, plan, grid, numbers, facts)
    layout.below(grid, width, sums, rng, len(rows))
    if plan.typed:
        grid.hidden_rows |= {row for row in grid.data if rng.random() < 0.02}
        grid.filtered = rng.random() < 0.1
        grid.ghost = rng.random() < 0.04
        if rng.random() < 0.05:
            grid.hidden_columns.add(width - 1)
    if plan.indent:
        layout.indent(grid)
    columns = tuple(
        TrueColumn(
            place + numbers + plan.indent,
            heading.title.replace("\n", ""),
            column.fields,
            heading.title,
            key_of(column) in plan.kept_back,
        )
        for place, (column, heading) in enumerate(zip(plan.columns, plan.headings, strict=True))
    )
    return grid, TrueSheet(grid.name, grid.header[1] + 1, columns, tuple(rows))
