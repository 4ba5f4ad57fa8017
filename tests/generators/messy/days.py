"""How a column writes days, months, years, terms, lessons of a day: every shape that they take in an office."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from tests.generators.messy.model import Cell, Json, Shape

STRAY = 0.12
"""How often somebody writes otherwise than the column does."""
_EXCEL_EPOCH = dt.date(1899, 12, 30)


def full_width(text: str) -> str:
    """Digits and letters as wide as characters."""
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)


_DAYS: dict[str, Callable[[dt.date], Cell]] = {
    "cell": lambda on: on,
    "dots": lambda on: f"{on.year}.{on.month}.{on.day}",
    "padded_dots": lambda on: f"{on:%Y.%m.%d}",
    "dashes": lambda on: on.isoformat(),
    "short_dashes": lambda on: f"{on.year}-{on.month}-{on.day}",
    "slashes": lambda on: f"{on.year}/{on.month}/{on.day}",
    "packed": lambda on: f"{on:%Y%m%d}",
    "packed_number": lambda on: int(f"{on:%Y%m%d}"),
    "words": lambda on: f"{on.year}年{on.month}月{on.day}日",
    "padded_words": lambda on: f"{on:%Y}年{on:%m}月{on:%d}日",
    "serial": lambda on: (on - _EXCEL_EPOCH).days,
    "midnight": lambda on: f"{on.isoformat()} 00:00:00",
    "spaced_dots": lambda on: f"{on.year}. {on.month}. {on.day}",
    "wide": lambda on: full_width(f"{on.year}.{on.month}.{on.day}"),
    "spoken": lambda on: f"{on.year}年{on.month}月{on.day}号",
    "trailing_dot": lambda on: f"{on:%Y.%m.%d}.",
    "gap_after": lambda on: f"{on.year}/{on.month}/{on.day} ",
    "spaced_words": lambda on: f"{on.year} 年 {on.month} 月 {on.day} 日",
    "halt": lambda on: f"{on.year}、{on.month}、{on.day}",
}
_USUAL_DAYS = (
    "cell", "cell", "dots", "padded_dots", "dashes", "short_dashes", "slashes", "packed", "packed_number", "words",
    "padded_words", "serial", "midnight",
)  # fmt: skip
_MONTHS: dict[str, Callable[[dt.date], Cell]] = {
    "words": lambda on: f"{on.year}年{on.month}月",
    "padded_words": lambda on: f"{on:%Y}年{on:%m}月",
    "dots": lambda on: f"{on:%Y.%m}",
    "dashes": lambda on: f"{on:%Y-%m}",
    "packed": lambda on: f"{on:%Y%m}",
    "packed_number": lambda on: int(f"{on:%Y%m}"),
    "slashes": lambda on: f"{on.year}/{on.month}",
}


def day(rng: random.Random) -> Shape:
    """A whole day."""
    usual = rng.choice(_USUAL_DAYS)

    def write(value: dt.date, rng: random.Random) -> tuple[Cell, Json]:
        way = rng.choice(list(_DAYS)) if rng.random() < STRAY else usual
        return _DAYS[way](value), value.isoformat()

    return write


def day_or_month(rng: random.Random) -> Shape:
    """A day, or in some columns only its month."""
    by_month = rng.choice(list(_MONTHS)) if rng.random() < 0.2 else ""
    whole = day(rng)

    def write(value: dt.date, rng: random.Random) -> tuple[Cell, Json]:
        if by_month:
            return _MONTHS[by_month](value), f"{value:%Y-%m}"
        return whole(value, rng)

    return write


def open_end(rng: random.Random) -> Shape:
    """The end of a term that need not have one: a day, a month, now and then 长期."""
    bounded = day_or_month(rng)

    def write(value: dt.date, rng: random.Random) -> tuple[Cell, Json]:
        if rng.random() < 0.03:
            return rng.choice(("长期", "无固定期限")), "9999-12-31"
        return bounded(value, rng)

    return write


def month(rng: random.Random) -> Shape:
    """A month; some offices write its first day."""
    usual = rng.choice((*_MONTHS, "cell"))

    def write(value: dt.date, rng: random.Random) -> tuple[Cell, Json]:
        first = value.replace(day=1)
        return (first if usual == "cell" else _MONTHS[usual](first)), f"{value:%Y-%m}"

    return write


def span(rng: random.Random) -> Shape:
    """Two days in one cell."""
    way = rng.choice(("dots", "padded_dots", "slashes", "words", "dashes"))
    marks = ("至", "～", "—", "~") if way == "dashes" else ("-", "至", "～", "—", "~", "--")
    mark = rng.choice(marks)

    by_month = rng.random() < 0.2
    of_month = rng.choice(("dots", "words", "slashes"))

    def write(value: tuple[dt.date, dt.date], rng: random.Random) -> tuple[Cell, Json]:
        first, last = value
        if by_month:
            texts = _MONTHS[of_month](first), _MONTHS[of_month](last)
            return f"{texts[0]}{mark}{texts[1]}", (f"{first:%Y-%m}", f"{last:%Y-%m}")
        return f"{_DAYS[way](first)}{mark}{_DAYS[way](last)}", (first.isoformat(), last.isoformat())

    return write


def academic_year(rng: random.Random) -> Shape:
    """A year of teaching."""
    way = rng.choice(("{0}-{1}", "{0}-{1}学年", "{0}—{1}", "{0}-{1}学年度"))
    return lambda value, rng: (way.format(*value.split("-")), value)


def calendar_year(rng: random.Random) -> Shape:
    """A year."""
    way = rng.choice(("number", "number", "年", "年度"))
    return lambda value, rng: (value if way == "number" else f"{value}{way}", value)


def grade(rng: random.Random) -> Shape:
    """A year of entry."""
    way = rng.choice(("级", "级", "short", "number"))

    def write(value: int, rng: random.Random) -> tuple[Cell, Json]:
        if way == "number":
            return value, f"{value}级"
        return f"{value % 100 if way == 'short' else value}级", f"{value}级"

    return write


def slot(rng: random.Random) -> Shape:
    """The lessons of a day."""
    way = rng.choice(("{0}-{1}", "{0}-{1}", "第{0}-{1}节", "{0}—{1}", "{0}-{1}节", "{0}～{1}"))
    return lambda value, rng: (way.format(*value), f"{value[0]}-{value[1]}")
