"""What a messy workbook is made of, and what is true of it."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Cell = str | int | float | dt.date | None
"""What a cell of a spreadsheet can hold."""
Json = Any
Facts = dict[str, Any]
"""What is so of one person, class or paper, by field."""


JOINED = ("span", "pair", "level_trade_number")
"""Shapes of columns that hold several fields in one cell."""


Shape = Callable[[Any, random.Random], tuple[Cell, Json]]
"""A value, as the cell shows it and as JSON has it."""
ShapeMaker = Callable[[random.Random], Shape]
"""Settles how one column of one sheet writes its values."""


@dataclass(frozen=True)
class Column:
    """A column that offices put on a sheet of some register.

    fields: what it fills, none for a column that is no field; several for a combined one; shape: the name of
    the kind of value; headers: how it is titled; under: {group title: leaf} where the header has two rows;
    often: how many of the sheets have it, 1 for all; unit: written in the header's brackets.
    """

    fields: tuple[str, ...]
    shape: str
    headers: tuple[str, ...]
    under: tuple[tuple[str, str], ...] = ()
    often: float = 0.6
    unit: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of sheet: the register it belongs to, its titles, its columns, how its rows come about.

    rows: the facts of one row after another; key: the fields that make a row the same as another; missing:
    fields whose absence is a defect; merged: columns whose cells may run over several rows; size: how many rows.
    """

    register: str
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[random.Random], Iterator[Facts]]
    key: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    size: tuple[int, int] = (6, 26)


@dataclass(frozen=True)
class Defect:
    """One thing wrong in a row: where it must be told, and how it came about."""

    field: str
    kind: str
    also: tuple[str, ...] = ()
    severity: str = "error"


@dataclass(frozen=True)
class TrueColumn:
    """A column of a sheet by its 0-based place, with the fields it fills; new_words: its title was kept back."""

    index: int
    source: str
    fields: tuple[str, ...]
    header: str
    new_words: bool = False


@dataclass(frozen=True)
class TrueRow:
    """A data row by the sheet's own number."""

    row: int
    values: dict[str, Json]
    defects: tuple[Defect, ...] = ()


@dataclass(frozen=True)
class TrueSheet:
    """A sheet that holds the register."""

    name: str
    header_row: int
    columns: tuple[TrueColumn, ...]
    rows: tuple[TrueRow, ...]


@dataclass(frozen=True)
class MessyFile:
    """A file with its truth; traits: what was done to it, for telling where the misses lie."""

    path: Path
    register: str
    truth: tuple[TrueSheet, ...]
    traits: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Json]:
        """The truth as it is kept beside the file."""
        return {
            "register": self.register,
            "file": self.path.name,
            "traits": self.traits,
            "sheets": [
                {
                    "sheet": sheet.name,
                    "header_row": sheet.header_row,
                    "columns": [
                        {"index": each.index, "source": each.source, "fields": list(each.fields)}
                        for each in sheet.columns
                    ],
                    "rows": [
                        {
                            "row": each.row,
                            "values": each.values,
                            "defects": [
                                {"field": defect.field, "kind": defect.kind, "severity": defect.severity}
                                for defect in each.defects
                            ],
                        }
                        for each in sheet.rows
                    ],
                }
                for sheet in self.truth
            ],
        }

    def write_truth(self) -> Path:
        """Write the truth beside the file."""
        beside = self.path.with_name(f"{self.path.name}.truth.json")
        beside.write_text(json.dumps(self.to_json(), ensure_ascii=False, indent=1), encoding="utf-8")
        return beside
