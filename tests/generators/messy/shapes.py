"""How a column writes its values: identity numbers, names, telephones, words, codes, several things in one."""

from __future__ import annotations

import random
from typing import Any

from tests.generators.messy import amounts, days
from tests.generators.messy.days import STRAY, full_width
from tests.generators.messy.model import Cell, Json, Shape, ShapeMaker
from tests.generators.messy.wordings import WORDINGS, YES_NO


def identity(rng: random.Random) -> Shape:
    """An identity number kept as text."""

    def write(value: str, rng: random.Random) -> tuple[Cell, Json]:
        chance = rng.random()
        if chance < 0.05:
            return f"{value[:6]} {value[6:14]} {value[14:]}", value
        if chance < 0.08:
            return full_width(value), value
        if chance < 0.10:
            return f"'{value}", value
        if chance < 0.13:
            return value + rng.choice(("\u00a0", " ", "\u200b", "\t")), value
        if chance < 0.15:
            return f"\ufeff{value}", value
        if chance < 0.17:
            return f"{value[:6]}\u00a0{value[6:]}\n", value
        return (value.lower() if chance < 0.4 else value), value

    return write


def person_name(rng: random.Random) -> Shape:
    """A name, stretched over the column where it is short."""
    gap = rng.choice(("", "", "", " ", "　", "  "))

    def write(value: str, rng: random.Random) -> tuple[Cell, Json]:
        if "·" in value:
            return value.replace("·", rng.choice(("·", ".", "•", "・", "．", "‧"))), value
        if len(value) == 2 and gap:
            return value[0] + gap + value[1], value
        return (value + rng.choice((" ", "\u00a0", "　")) if rng.random() < 0.04 else value), value

    return write


def phone(rng: random.Random) -> Shape:
    """A mobile or office telephone."""
    numeric = rng.random() < 0.4

    def write(value: str, rng: random.Random) -> tuple[Cell, Json]:
        if not value.isdigit() or len(value) != 11:
            return value, value
        chance = rng.random()
        if chance < 0.05:
            return f"{value[:3]}-{value[3:7]}-{value[7:]}", value
        if chance < 0.09:
            return f"{value[:3]} {value[3:7]} {value[7:]}", value
        if chance < 0.11:
            return full_width(value), value
        return (int(value) if numeric else value), value

    return write


def number_text(rng: random.Random) -> Shape:
    """A card or account number: text, now and then in groups of four."""

    def write(value: str, rng: random.Random) -> tuple[Cell, Json]:
        chance = rng.random()
        if chance < 0.08:
            return " ".join(value[place : place + 4] for place in range(0, len(value), 4)), value
        return (f"'{value}" if chance < 0.1 else value), value

    return write


def code_text(rng: random.Random) -> Shape:
    """A credit code."""

    def write(value: str, rng: random.Random) -> tuple[Cell, Json]:
        chance = rng.random()
        if chance < 0.1:
            return value.lower(), value
        if chance < 0.14:
            return full_width(value), value
        return (f"{value} " if chance < 0.18 else value), value

    return write


def pair(rng: random.Random) -> Shape:
    """Two things in one cell: a person and a telephone, a bank and an account."""
    mark = rng.choice(("/", " ", "、", "，", "\n", "："))
    return lambda value, rng: (mark.join(value), value)


def level_trade_number(rng: random.Random) -> Shape:
    """A level with its trade and the number of the certificate, as an office tells them in one breath."""
    marks = {"中级工": "四级", "高级工": "三级", "技师": "二级", "高级技师": "一级"}
    way = rng.choice(("{0}（{1}）{2} {3}", "{0}（{1}）{3}", "{0}({1}) {3}"))
    return lambda value, rng: (way.format(value[0], value[1], marks[value[0]], value[2]), value)


def text(rng: random.Random) -> Shape:
    """Words."""

    def write(value: str, rng: random.Random) -> tuple[Cell, Json]:
        return (value + rng.choice((" ", "\u00a0", "　")) if rng.random() < 0.04 else value), value

    return write


def texts(rng: random.Random) -> Shape:
    """Several words in one cell."""
    mark = rng.choice(("、", "，", ",", "；", "、"))
    return lambda value, rng: (mark.join(value), list(value))


def yes_no(rng: random.Random) -> Shape:
    """Yes or no."""
    yes, no = rng.choice(YES_NO)
    return lambda value, rng: (yes if value else no, bool(value))


def of_table(table: str) -> ShapeMaker:
    """A code in the office's words."""
    known = WORDINGS[table]

    def make(rng: random.Random) -> Shape:
        usual = rng.randrange(12)

        def write(value: str, rng: random.Random) -> tuple[Cell, Json]:
            spellings = known[value]
            place = rng.randrange(12) if rng.random() < STRAY else usual
            return spellings[place % len(spellings)], value

        return write

    return make


SHAPES: dict[str, ShapeMaker] = {
    "identity": identity, "name": person_name, "phone": phone, "card": number_text, "account": number_text,
    "uscc": code_text, "day": days.day, "day_or_month": days.day_or_month, "end_day": days.day_or_month,
    "open_end": days.open_end, "month": days.month, "span": days.span, "year": days.calendar_year,
    "academic_year": days.academic_year, "grade": days.grade, "slot": days.slot, "money": amounts.money,
    "wan": amounts.ten_thousands, "count": amounts.count, "number": amounts.plain_count, "years": amounts.years,
    "months": amounts.months, "periods": amounts.periods, "text": text, "texts": texts, "pair": pair,
    "level_trade_number": level_trade_number, "yes_no": yes_no,
    **{f"code:{table}": of_table(table) for table in WORDINGS},
}  # fmt: skip


def shape_of(name: str, rng: random.Random) -> Shape:
    """One column's way of writing that kind of value."""
    return SHAPES[name](rng)


def nothing(shape: str, rng: random.Random) -> Cell:
    """How somebody writes that there is nothing; among words or yes and no 无 might be one."""
    marks = (
        ("/", "—", "-", "——", " ", "　")
        if shape in ("text", "yes_no")
        else ("/", "—", "无", "-", "——", " ", "　")
    )
    return rng.choice(marks) if rng.random() < 0.5 else None


def empty(value: Any) -> bool:
    """Whether there is nothing to write."""
    return value is None or value == ""
