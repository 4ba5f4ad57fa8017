"""A sheet as it is to be written: its cells with their look, widths, heights, page breaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from college_desk.records.page import Align

Face = Literal["song", "title", "hei"]


@dataclass(frozen=True)
class Look:
    """How a cell of the sheet is set."""

    size: float
    face: Face = "song"
    align: Align = "left"
    vertical: Literal["top", "center", "bottom"] = "center"
    ruled: bool = False
    upright: bool = False
    indent: int = 0
    colour: str = "000000"
    number_format: str = "@"


@dataclass(frozen=True)
class Placed:
    """A cell of the sheet; row and column count from 1."""

    row: int
    column: int
    across: int
    down: int
    text: str
    number: Decimal | int | None
    look: Look


@dataclass
class SheetLayout:
    """A sheet as it is to be written: widths in millimetres, heights in points."""

    widths: tuple[float, ...]
    heights: list[float] = field(default_factory=list)
    cells: list[Placed] = field(default_factory=list)
    header: tuple[int, int] | None = None
    """First and last row that every page repeats."""
    breaks: list[int] = field(default_factory=list)
    """Rows after which a new page begins."""
    together: list[tuple[int, int]] = field(default_factory=list)
    """First and last row of what one page must hold."""
