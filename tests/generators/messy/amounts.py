"""How a column writes amounts and numbers: with units, commas, signs of money, as text or as numbers."""

from __future__ import annotations

import random
from decimal import Decimal

from tests.generators.messy.model import Cell, Json, Shape


def money(rng: random.Random) -> Shape:
    """An amount in yuan."""
    usual = rng.choice(("number", "number", "text", "commas", "yen"))

    def write(value: Decimal, rng: random.Random) -> tuple[Cell, Json]:
        said = f"{value:.2f}"
        chance = rng.random()
        if chance < 0.05:
            return f"{value:.0f}元" if value == value.to_integral_value() else f"{said}元", said
        if usual == "commas" or chance < 0.08:
            return f"{value:,.2f}", said
        if chance < 0.10:
            return rng.choice(
                (f"{value:,.2f}元", f"￥{value:,.2f}", f"¥ {said}", f"人民币{said}元", f"{said} ")
            ), said
        if chance < 0.11 and value >= 1000:
            return f"{(value / 10000).normalize():f}万", said
        if usual == "yen":
            return f"￥{said}", said
        if usual == "text":
            return said, said
        return (int(value) if value == value.to_integral_value() else float(value)), said

    return write


def ten_thousands(rng: random.Random) -> Shape:
    """An amount in 万元; the header says so."""

    def write(value: Decimal, rng: random.Random) -> tuple[Cell, Json]:
        tens = value / 10000
        cell: Cell = float(tens) if rng.random() < 0.8 else f"{tens.normalize():f}"
        return cell, f"{value:.2f}"

    return write


def count(rng: random.Random) -> Shape:
    """A number of people or things."""
    unit = rng.choice(("", "", "", "人", "text"))

    def write(value: int, rng: random.Random) -> tuple[Cell, Json]:
        if unit == "text" or (unit and rng.random() < 0.7):
            return (str(value) if unit == "text" else f"{value}{unit}"), value
        return value, value

    return write


def plain_count(rng: random.Random) -> Shape:
    """A number without a unit."""
    as_text = rng.random() < 0.2
    return lambda value, rng: (str(value) if as_text else value, value)


def years(rng: random.Random) -> Shape:
    """Years in the trade."""
    unit = rng.choice(("", "", "年"))
    return lambda value, rng: ((f"{value}{unit}" if unit else value), value)


def months(rng: random.Random) -> Shape:
    """A number of months."""
    unit = rng.choice(("", "", "个月", "月"))
    return lambda value, rng: ((f"{value}{unit}" if unit else value), value)


def periods(rng: random.Random) -> Shape:
    """Teaching periods."""
    unit = rng.choice(("", "", "", "节", "课时", "学时"))

    def write(value: Decimal, rng: random.Random) -> tuple[Cell, Json]:
        whole = value == value.to_integral_value()
        said: Json = int(value) if whole else float(value)
        return (f"{said}{unit}" if unit else said), said

    return write
