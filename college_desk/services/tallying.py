"""Cross tables (统计表): a register counted by one field, across another, as of a day, each figure with its rows."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.records.query import Query
from college_desk.records.register import Field, Record, Register
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.services import listing
from college_desk.services.query_words import query_words
from college_desk.storage.desk import Desk

PEOPLE, TIMES = "人", "人次"
Counting = Literal["people", "times"]
"""Each person once (人), or every row (人次)."""
_NOTHING = ""
_Value = str | None


@dataclass(frozen=True)
class Cell:
    """One figure: the labels it stands under (None: the field is empty), and the uids of its rows.

    counted: what the figure counts, each once: numbers of people, or uids of rows.
    """

    by: str | None
    across: str | None
    counted: frozenset[str]
    rows: tuple[str, ...]

    @property
    def count(self) -> int:
        """The figure."""
        return len(self.counted)


@dataclass(frozen=True)
class Tally:
    """A cross table; a person who stands in several cells is counted once in every total.

    query: what was chosen of the register; counted: 人 where people are told apart by their numbers, 人次
    where rows about people are counted, else the register's measure word; cells: those that are not 0, in
    the order of the fields' labels.
    """

    register: Register
    by: Field
    across: Field | None
    query: Query
    counted: str
    cells: tuple[Cell, ...]

    @property
    def on(self) -> dt.date | None:
        """The day as of which it is counted (时点)."""
        return self.query.on

    @property
    def total(self) -> int:
        """Of the whole table."""
        return _together(self.cells)

    def total_of_row(self, by: str | None) -> int:
        """Of one row of the table."""
        return _together(self.row(by))

    def total_of_column(self, across: str | None) -> int:
        """Of one column of the table."""
        return _together(self.column(across))

    def row(self, by: str | None) -> Sequence[Cell]:
        """The cells of one row that are not 0."""
        return self._by_head.get(by, ())

    def column(self, across: str | None) -> Sequence[Cell]:
        """The cells of one column that are not 0."""
        return self._by_column.get(across, ())

    @property
    def heads(self) -> tuple[str | None, ...]:
        """The labels of the rows, in order."""
        return tuple(dict.fromkeys(each.by for each in self.cells))

    @property
    def columns(self) -> tuple[str | None, ...]:
        """The labels across, in order; one None where nothing stands across."""
        labels = dict.fromkeys(each.across for each in self.cells)
        return tuple(labels) if self.across is None else tuple(_in_order(self.across, labels))

    def count(self, by: str | None, across: str | None) -> int:
        """The figure under two labels, 0 where there is none."""
        found = self._by_place.get((by, across))
        return 0 if found is None else found.count

    def rows_of(self, by: str | None, across: str | None) -> tuple[str, ...]:
        """The uids behind the figure under two labels."""
        found = self._by_place.get((by, across))
        return () if found is None else found.rows

    @functools.cached_property
    def _by_head(self) -> Mapping[str | None, Sequence[Cell]]:
        return _grouped((each.by, each) for each in self.cells)

    @functools.cached_property
    def _by_column(self) -> Mapping[str | None, Sequence[Cell]]:
        return _grouped((each.across, each) for each in self.cells)

    @functools.cached_property
    def _by_place(self) -> Mapping[tuple[str | None, str | None], Cell]:
        return {(each.by, each.across): each for each in self.cells}

    def to_json(self) -> dict[str, Any]:
        """The document of `tally --json`; `rows` are the uids behind a figure."""
        return {
            "register": self.register.code,
            "by": self.by.name,
            "across": None if self.across is None else self.across.name,
            "on": None if self.on is None else self.on.isoformat(),
            "counted": self.counted,
            "cells": [
                {"by": each.by, "across": each.across, "count": each.count, "rows": list(each.rows)}
                for each in self.cells
            ],
            "total": self.total,
        }


def tally(
    desk: Desk,
    register: Register,
    by: str,
    across: str | None = None,
    query: Query | None = None,
    *,
    counting: Counting | None = None,
) -> Tally:
    """Count the chosen records by a field, across another.

    counting: people or rows where records are about people, by default what the register itself counts.
    A field of several values counts its record under each. Raises UnusableInput for an unknown field, or
    the same field twice.
    """
    one = listing.field_named(register, by)
    other = None if across is None else listing.field_named(register, across)
    if other is not None and other.name == one.name:
        raise UnusableInput(_("行和列都是“{field}”，请换一个项目。").format(field=_(one.title)))
    chosen = query or Query()
    person = _person_field(register)
    people = person is not None and (counting or usual_counting(register)) == "people"
    cells: dict[tuple[_Value, _Value], tuple[set[str], list[str]]] = {}
    for record in listing.records(desk, register, chosen):
        counted = _person(record, person) if people else record.uid
        for row in _labels(one, record):
            for column in (None,) if other is None else _labels(other, record):
                who, rows = cells.setdefault((row, column), (set(), []))
                who.add(counted)
                rows.append(record.uid)
    made = [Cell(*place, frozenset(who), tuple(rows)) for place, (who, rows) in cells.items()]
    ordered = sorted(made, key=lambda each: (_rank(one, each.by), _rank(other, each.across)))
    return Tally(register, one, other, chosen, _measure(register, person, people=people), tuple(ordered))


def usual_counting(register: Register) -> Counting | None:
    """What a register counts unless something else is asked for; None where its records are not about people."""
    if _person_field(register) is None:
        return None
    return "people" if register.counted == PEOPLE else "times"


def export_xlsx(table: Tally, out: Path) -> None:
    """Write a cross table as a workbook with totals of rows and columns. Raises UnusableInput."""
    from college_desk.files.documents import lists

    columns = table.columns
    heads = [lists.ListColumn(_(table.by.title), 18)]
    heads += [
        lists.ListColumn(shown(each) if table.across else table.counted, 10, right_aligned=True)
        for each in columns
    ]
    if table.across is not None:
        heads.append(
            lists.ListColumn(_("合计（{counted}）").format(counted=table.counted), 12, right_aligned=True)
        )
    lists.write_xlsx(
        out, _("{register}统计").format(register=_(table.register.title)), heads, _lines(table, columns)
    )


def _lines(table: Tally, columns: Sequence[str | None]) -> Iterator[list[str | int | Decimal]]:
    for head in table.heads:
        counts = [table.count(head, each) for each in columns]
        yield [shown(head), *counts, *([table.total_of_row(head)] if table.across else [])]
    sums = [table.total_of_column(each) for each in columns] if table.across else []
    yield [_("合计"), *sums, table.total]
    if sum(each.count for each in table.cells) != table.total:
        yield [_("同一人在几格里都有时，合计只计一次。")]
    narrowed = query_words(table.register, table.query)
    if narrowed:
        yield [_("统计范围：{words}").format(words="；".join(narrowed))]


def _grouped(pairs: Iterable[tuple[str | None, Cell]]) -> Mapping[str | None, Sequence[Cell]]:
    found: dict[str | None, list[Cell]] = {}
    for label, cell in pairs:
        found.setdefault(label, []).append(cell)
    return found


def _together(cells: Iterable[Cell]) -> int:
    return len(frozenset[str]().union(*(each.counted for each in cells)))


def _person_field(register: Register) -> Field | None:
    """The field that holds the number of the person whom a record is about."""
    return next((each for each in register.fields if each.type is IDENTITY_NUMBER), None)


def _person(record: Record, person: Field | None) -> str:
    number: str | None = None if person is None else getattr(record, person.name)
    return number or record.uid


def _measure(register: Register, person: Field | None, *, people: bool) -> str:
    if people:
        return PEOPLE
    return register.counted if person is None else TIMES


def _labels(field: Field, record: Record) -> tuple[_Value, ...]:
    """What a record says in a field, as the screen shows it; each of several values by itself."""
    value = getattr(record, field.name)
    if value is None or value == ():
        return (None,)
    if isinstance(value, tuple):
        return tuple(field.type.show((each,)) for each in value)
    return (field.type.show(value),)


def _in_order(field: Field, labels: Sequence[_Value] | dict[_Value, None]) -> list[_Value]:
    return sorted(labels, key=lambda each: _rank(field, each))


def _rank(field: Field | None, label: _Value) -> tuple[int, int, str]:
    """The place of a label: as the field lists its labels, else by its text; the empty one last."""
    if label is None:
        return (2, 0, _NOTHING)
    known = [] if field is None else list(field.type.labels())
    return (0, known.index(label), label) if label in known else (1, 0, label)


def shown(label: str | None) -> str:
    """A label as it stands at the head of a row or column."""
    return _("（未填）") if label is None else label
