"""How offices write one and the same value: dates, numbers and yes or no in every shape."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Cell = Any
"""What a spreadsheet's cell can hold: text, a number, a day, nothing."""
Shape = Callable[[Any, random.Random], Cell]


@dataclass(frozen=True)
class Raw:
    """A cell that stands as it is: somebody's mistake."""

    value: Cell


def plain(value: Any, rng: random.Random) -> Cell:
    """As it is."""
    return value


def day(*usual: str, strays: tuple[str, ...] = ()) -> Shape:
    """A day as the office usually writes it, now and then otherwise.

    The ways: cell (a real date), dots, dashes, slashes, packed, packed_number, words, serial, short (9.15).
    """

    def shape(value: Any, rng: random.Random) -> Cell:
        if not isinstance(value, dt.date):
            return value
        way = rng.choice(strays) if strays and rng.random() < 0.12 else rng.choice(usual)
        return _DAYS[way](value)

    return shape


_DAYS: dict[str, Callable[[dt.date], Cell]] = {
    "cell": lambda on: on,
    "dots": lambda on: f"{on.year}.{on.month}.{on.day}",
    "dashes": lambda on: on.isoformat(),
    "slashes": lambda on: f"{on.year}/{on.month}/{on.day}",
    "packed": lambda on: f"{on:%Y%m%d}",
    "packed_number": lambda on: int(f"{on:%Y%m%d}"),
    "words": lambda on: f"{on.year}年{on.month}月{on.day}日",
    "serial": lambda on: (on - dt.date(1899, 12, 30)).days,
    "short": lambda on: f"{on.month}.{on.day}",
    "short_words": lambda on: f"{on.month}月{on.day}日",
    "month": lambda on: f"{on.year}年{on.month}月",
    "month_dots": lambda on: f"{on.year}.{on.month:02d}",
    "month_dashes": lambda on: f"{on.year}-{on.month:02d}",
}


def span(value: Any, rng: random.Random) -> Cell:
    """Two days in one cell: 2026.9.1-2027.1.31."""
    if not isinstance(value, tuple):
        return value
    first, last = value
    mark = rng.choice(("-", "至", "—", "～"))
    return f"{_DAYS['dots'](first)}{mark}{_DAYS['dots'](last)}"


def identity(value: Any, rng: random.Random) -> Cell:
    """An identity number as text: now and then with spaces, full-width, an apostrophe, a small x."""
    if not isinstance(value, str):
        return value
    chance = rng.random()
    if chance < 0.06:
        return f"{value[:6]} {value[6:14]} {value[14:]}"
    if chance < 0.10:
        return "".join(chr(ord(character) + 0xFEE0) for character in value)
    if chance < 0.14:
        return f"'{value}"
    return value.lower() if chance < 0.30 else value


def phone(value: Any, rng: random.Random) -> Cell:
    """A mobile number: text, a number, or in groups."""
    if not isinstance(value, str) or len(value) != 11 or not value.isdigit():
        return value
    chance = rng.random()
    if chance < 0.35:
        return int(value)
    return f"{value[:3]}-{value[3:7]}-{value[7:]}" if chance < 0.45 else value


def name(value: Any, rng: random.Random) -> Cell:
    """A name: short ones are stretched over the column, the dot of long ones is any dot."""
    if not isinstance(value, str):
        return value
    if "·" in value:
        return value.replace("·", rng.choice(("·", ".", "•", "・")))
    if len(value) == 2 and rng.random() < 0.5:
        return value[0] + rng.choice((" ", "　", "  ")) + value[1]
    return value


def yes_no(yes: str, no: str | None) -> Shape:
    """True and False in the office's own words; an empty cell for no where `no` is None."""
    return lambda value, rng: {True: yes, False: no}.get(value, value) if isinstance(value, bool) else value


def money(value: Any, rng: random.Random) -> Cell:
    """Yuan: a number, a number with 元, with a comma for the thousands."""
    if not isinstance(value, int | float):
        return value
    chance = rng.random()
    if chance < 0.08:
        return f"{value:,.2f}"
    return f"{value}元" if chance < 0.14 else value


def ethnicity(value: Any, rng: random.Random) -> Cell:
    """汉族 or 汉."""
    return value.removesuffix("族") if isinstance(value, str) and rng.random() < 0.3 else value


def either(*spellings: tuple[str, tuple[str, ...]]) -> Shape:
    """A value in one of the spellings that are in use for it: ("大学本科", ("本科", "大学本科"))."""
    known = dict(spellings)
    return lambda value, rng: rng.choice(known[value]) if isinstance(value, str) and value in known else value


EDUCATION = either(
    ("大学本科", ("大学本科", "本科", "大本")),
    ("大学专科", ("大学专科", "大专", "专科")),
    ("硕士研究生", ("硕士研究生", "研究生（硕士）", "硕士研究生")),
    ("中等职业", ("中专", "中等职业")),
)
SKILL = either(
    ("高级工", ("高级工", "三级/高级工", "三级")),
    ("技师", ("技师", "二级/技师", "二级")),
    ("高级技师", ("高级技师", "一级/高级技师", "一级")),
    ("中级工", ("中级工", "四级/中级工", "四级")),
)
POLITICAL = either(
    ("中共党员", ("中共党员", "党员")),
    ("共青团员", ("共青团员", "团员")),
)
