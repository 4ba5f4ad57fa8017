"""Figures in cells: thousands separated, signs, units behind them, full-width digits."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from college_desk.records.values.cell_text import code_text
from college_desk.records.values.value_type import Cell

_PLAIN = re.compile(r"\d{1,12}(?:\.\d{1,2})?", re.ASCII)
_FIGURE = re.compile(
    r"(?P<sign>[+\-−]?)(?:[¥￥]|RMB|CNY|人民币)?(?P<sign2>[+\-−]?)"
    r"(?P<figure>\d{1,3}(?:[,，']\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)(?P<unit>\D.*)?",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)
_IN_BRACKETS = re.compile(r"\((.+)\)")


class Figure(NamedTuple):
    """A figure and what stands behind it (元, 万元, %, 节), empty when nothing does."""

    number: Decimal
    unit: str


def figure_in(cell: Cell) -> Figure | None:
    """The figure of a cell, or None when it holds none, or more than one."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return Figure(Decimal(cell), "")
    if isinstance(cell, float):
        return Figure(Decimal(format(cell, ".15g")), "")
    if not isinstance(cell, str):
        return None
    if _PLAIN.fullmatch(cell):
        return Figure(Decimal(cell), "")
    text = code_text(cell)
    negative = False
    if found := _IN_BRACKETS.fullmatch(text):
        text, negative = found[1], True
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    unit = found["unit"] or ""
    if any(character.isdigit() for character in unit):
        return None
    number = Decimal(re.sub(r"[,，']", "", found["figure"]))
    minus = negative or (found["sign"] or found["sign2"]) in {"-", "−"}
    return Figure(-number if minus else number, unit)
