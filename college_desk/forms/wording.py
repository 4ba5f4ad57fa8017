"""How forms write things: days in words, stretches of days, shares, blanks."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from college_desk.records.page import FormCell
from college_desk.records.register import Record, register_of
from college_desk.records.values.month import OPEN_END, Month, PartialDay


def day_in_words(value: PartialDay | None) -> str:
    """2026年9月1日, 2026年9月, 长期; empty for None."""
    if value is None:
        return ""
    if value == OPEN_END:
        return "长期"
    if isinstance(value, Month):
        return f"{value.year}年{value.month}月"
    return f"{value.year}年{value.month}月{value.day}日"


def stretch_in_words(start: PartialDay | None, end: PartialDay | None) -> str:
    """2026年9月1日至2027年7月15日; one of them alone where the other is not known."""
    if start is None and end is None:
        return ""
    if end is None:
        return f"{day_in_words(start)}起"
    if start is None:
        return f"至{day_in_words(end)}"
    return f"{day_in_words(start)}至{day_in_words(end)}"


def short_day(value: PartialDay | None) -> str:
    """2026.9.1 for narrow columns; empty for None."""
    if value is None:
        return ""
    if value == OPEN_END:
        return "长期"
    if isinstance(value, Month):
        return f"{value.year}.{value.month}"
    return f"{value.year}.{value.month}.{value.day}"


def short_stretch(start: PartialDay | None, end: PartialDay | None, *, between: str = "—") -> str:
    """2026.9.1—2027.7.15 for narrow columns; empty where neither is known."""
    if start is None and end is None:
        return ""
    return f"{short_day(start)}{between}{short_day(end)}"


def shown(record: Record | None, field: str) -> str:
    """A field of a record in the words of the forms; empty without record or value."""
    if record is None:
        return ""
    value = getattr(record, field)
    if isinstance(value, dt.date | Month):
        return day_in_words(value)
    return register_of(record).show(record, field)


def percent(part: Decimal | int, whole: Decimal | int) -> str:
    """part ÷ whole in per cent with two decimals, half up; `—` without a whole."""
    if not whole:
        return "—"
    share = Fraction(part) * 100 / Fraction(whole)
    exact = Decimal(share.numerator) / Decimal(share.denominator)
    return f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP)}%"


def plain(number: Decimal | int | None) -> str:
    """A number without superfluous zeros: 12, 0.5; empty for None."""
    if number is None:
        return ""
    text = f"{Decimal(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def label(text: str, *, across: int = 1, down: int = 1, upright: bool = False) -> FormCell:
    """A caption cell."""
    return FormCell(text, across=across, down=down, label=True, upright=upright)


def figure(number: Decimal | int | None, *, source: str = "", places: int | None = None) -> FormCell:
    """A cell that holds a figure; its text has just the decimals that it needs, or `places`."""
    if number is None:
        return FormCell("")
    text = plain(number) if places is None else f"{Decimal(number):.{places}f}"
    decimals = len(text.partition(".")[2])
    return FormCell(text, number=number, places=decimals, source=source)


def source_of(record: Record, field: str) -> str:
    """Where a cell's text comes from, for tracing it to its row: `appointment.<uid>.start_on`."""
    return f"{register_of(record).code}.{record.uid}.{field}"


def cell_of(record: Record | None, field: str, *, across: int = 1, align: str = "center") -> FormCell:
    """A cell that holds a field of a record, in the words of the forms."""
    text = shown(record, field)
    source = "" if record is None else source_of(record, field)
    if align == "left":
        return FormCell(text, across=across, align="left", source=source)
    return FormCell(text, across=across, source=source)


def pair(title: str, record: Record | None, field: str, across: int = 1) -> tuple[FormCell, ...]:
    """A caption and, beside it, a field of a record."""
    return label(title), cell_of(record, field, across=across)


def said(title: str, text: str, across: int = 1) -> tuple[FormCell, ...]:
    """A caption and, beside it, a text made from several fields."""
    return label(title), FormCell(text, across=across)


def counted(title: str, number: int, source: str = "count") -> tuple[FormCell, ...]:
    """A caption and, beside it, how many there are."""
    return label(title), figure(number, source=source)


def opinion(who: str, *, sealed: bool, tall: float, across: int) -> FormCell:
    """A cell for an opinion (意见): room above, then a signature line, the seal's place and 年 月 日."""
    seal = "（盖章）" if sealed else ""
    text = f"{who}（签字）：　　　{seal}\n年　　月　　日"
    return FormCell(text, across=across, tall=tall, seal=True)
