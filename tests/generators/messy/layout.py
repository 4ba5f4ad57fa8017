"""One sheet laid out: titles above, the header over one to three rows, the rows, totals and signatures below."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.generators.messy.model import Cell, Column

SCHOOL = "济宁示例职业学院"


@dataclass
class Grid:
    """The cells of a sheet while it is laid out; merges: first row, last row, first column, last column, 0-based."""

    name: str
    lines: list[list[Cell]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    header: tuple[int, int] = (0, 0)
    data: dict[int, int] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False
    ghost: bool = False
    state: str = "visible"


@dataclass(frozen=True)
class Heading:
    """The title of a column and of the group that it stands under."""

    title: str
    group: str = ""
    over: str = ""


def above(
    grid: Grid, title: str, width: int, department: str, unit: str, rng: random.Random, rows: int
) -> None:
    """Up to four lines above the table."""
    whole = f"{SCHOOL}{rng.choice(('', '2026年', '2025—2026学年', department))}{title}"
    lines: list[list[Cell]] = [[whole]]
    filled = f"填报单位：{department if department else SCHOOL}"
    day = rng.choice(("填报日期：2026年9月20日", "日期：2026.9.20", "统计时间：2026年9月"))
    second = rng.choice(("filled", "both", "apart"))
    if second == "filled":
        lines.append([filled])
    elif second == "both":
        lines.append([f"{filled}　　　　{day}"])
    else:
        lines.append([filled, *[None] * max(width - 2, 0), day])
    lines.append(
        [
            f"单位：{unit}"
            if unit == "万元"
            else rng.choice((f"单位：{unit}" if unit else "说明：请如实填写，不得漏项。", None))
        ]
    )
    lines.append([rng.choice(("填表说明：身份证号用文本格式；日期填到日。", "注：本表一式两份。", None))])
    for number, line in enumerate(lines[:rows]):
        grid.lines.append([*line, *[None] * (width - len(line))])
        if len(line) == 1 and line[0] is not None and width > 1 and rng.random() < 0.9:
            grid.merges.append((number, number, 0, width - 1))


def header(grid: Grid, headings: Sequence[Heading], rng: random.Random, merged: bool) -> None:
    """The header rows: groups merged over their columns, single titles merged down (or only written in one)."""
    top = len(grid.lines)
    depth = 1 + any(each.group for each in headings) + any(each.over for each in headings)
    rows: list[list[Cell]] = [[None] * len(headings) for _ in range(depth)]
    low = rng.random() < 0.5
    for place, each in enumerate(headings):
        path = [part for part in (each.over, each.group) if part]
        if not path:
            rows[depth - 1 if low and not merged else 0][place] = each.title
            if merged and depth > 1:
                grid.merges.append((top, top + depth - 1, place, place))
            continue
        rows[depth - 1][place] = each.title
        for level, part in enumerate(path, start=depth - 1 - len(path)):
            before = headings[place - 1] if place else None
            same = before is not None and _part(before, len(path) - (level - (depth - 1 - len(path)))) == part
            if not same:
                rows[level][place] = part
    if merged:
        for level in range(depth - 1):
            _merge_across(grid, rows[level], headings, top + level, level, depth)
    grid.lines += rows
    grid.header = (top, top + depth - 1)


def _part(heading: Heading, up: int) -> str:
    return heading.group if up == 1 else heading.over


def _merge_across(
    grid: Grid, row: list[Cell], headings: Sequence[Heading], number: int, level: int, depth: int
) -> None:
    up = depth - 1 - level
    place = 0
    while place < len(headings):
        part = _part(headings[place], up)
        until = place
        while part and until + 1 < len(headings) and _part(headings[until + 1], up) == part:
            until += 1
        if until > place:
            grid.merges.append((number, number, place, until))
        place = until + 1


def below(grid: Grid, width: int, sums: dict[int, float], rng: random.Random, people: int) -> None:
    """Totals, blank lines and signatures under the table."""
    if sums and rng.random() < 0.5:
        line: list[Cell] = [None] * width
        line[0] = rng.choice(("合计", "总计", "合  计"))
        for place, total in sums.items():
            if place:
                line[place] = int(total) if total == int(total) else round(total, 2)
        grid.lines.append(line)
    elif rng.random() < 0.15:
        grid.lines.append([f"合计：{people}人", *[None] * (width - 1)])
    if rng.random() < 0.3:
        grid.lines.append([None] * width)
    if rng.random() < 0.55:
        signed = rng.choice(
            (
                ["填表人：王芳", "审核人：李强", "负责人（签字）：", "2026年9月20日"],
                ["制表人：王芳　　审核：李强　　单位负责人：张伟"],
                ["经办人（签字）：", "部门负责人：", "（盖章）"],
                ["注：以上信息已经本人核对。"],
            )
        )
        step = max(width // len(signed), 1)
        line = [None] * width
        for number, text in enumerate(signed):
            if number * step < width:
                line[number * step] = text
        grid.lines.append(line)


def stack(grid: Grid, under: Grid) -> int:
    """Put another table under a table, on the same sheet; how many rows it went down."""
    down = len(grid.lines) + 1
    grid.lines += [[None], *under.lines]
    grid.merges += [(top + down, bottom + down, left, right) for top, bottom, left, right in under.merges]
    grid.hidden_rows |= {row + down for row in under.hidden_rows}
    grid.filtered = False
    return down


def indent(grid: Grid) -> None:
    """Leave the first column of the sheet empty."""
    grid.lines = [[None, *line] for line in grid.lines]
    grid.merges = [(top, bottom, left + 1, right + 1) for top, bottom, left, right in grid.merges]
    grid.hidden_columns = {column + 1 for column in grid.hidden_columns}


def decoys(rng: random.Random) -> list[Grid]:
    """Sheets that are no roster: a hidden dictionary, instructions."""
    made = []
    if rng.random() < 0.25:
        words: list[list[Cell]] = [
            ["性别", "民族", "政治面貌"],
            ["男", "汉族", "群众"],
            ["女", "回族", "共青团员"],
            [None, "满族", "中共党员"],
        ]
        made.append(Grid("数据字典", words, state=rng.choice(("hidden", "veryHidden"))))
    if rng.random() < 0.15:
        told: list[list[Cell]] = [["填表说明"], ["1．本表由各系部填写。"], ["2．身份证号须为文本格式。"]]
        made.append(Grid("填表说明", told))
    return made


def unit_of(columns: Sequence[Column]) -> str:
    """The unit that the line above a table names."""
    return "元" if any(each.shape == "money" for each in columns) else ""
