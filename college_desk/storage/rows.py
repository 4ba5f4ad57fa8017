"""Records to rows and back, for each register, fast enough for a hundred thousand."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, Table

from college_desk.records.making import changed
from college_desk.records.register import REGISTERS, Field, Record, Register, Source, register_of
from college_desk.records.values.cell_type import TextType
from college_desk.storage.pinyin import search_words
from college_desk.storage.tables import (
    OWN_COLUMNS,
    SEARCH_WORDS,
    link_column,
    named_fields,
    references,
    schema,
)

R = TypeVar("R", bound=Record)

Stored = str | int | bool
Row = dict[str, Stored]
"""The filled journaled columns of one record: its fields and OWN_COLUMNS, without uid and revision."""

_REMEMBERED = 20_000
_NO_LINKS: Mapping[str, str] = MappingProxyType({})


class _Restoring(dict[Stored, Any]):
    """Values by what is stored of them, each made once while there is room; values are immutable."""

    def __init__(self, restore: Callable[[Stored], Any]) -> None:
        self._restore = restore

    def __missing__(self, stored: Stored) -> Any:
        value = self._restore(stored)
        if len(self) < _REMEMBERED:
            self[stored] = value
        return value


class Storing(dict[Any, Stored]):
    """What is stored of values, each made once while there is room."""

    def __init__(self, store: Callable[[Any], Stored]) -> None:
        self._store = store

    def __missing__(self, value: Any) -> Stored:
        stored = self._store(value)
        if len(self) < _REMEMBERED:
            self[value] = stored
        return stored


@dataclass(frozen=True, eq=False)
class RowForm(Generic[R]):
    """How the records of one register lie in its table.

    valued: the journaled columns, in the table's order; readable: the columns that `record` expects.
    """

    register: Register
    table: Table
    valued: tuple[str, ...]
    readable: tuple[str, ...]
    written: tuple[str, ...]
    links: tuple[Field, ...]
    named: tuple[Field, ...]
    _plan: tuple[tuple[int, str, _Restoring], ...]
    _link_plan: tuple[tuple[int, str], ...]
    _empty: Mapping[str, Any]

    def columns(self) -> list[Column[Any]]:
        """The table's columns that `record` expects, in its order."""
        return [self.table.c[name] for name in self.readable]

    def record(self, row: Sequence[Any]) -> R:
        """The record of a row that holds `columns()`.

        It is put together without the dataclass's own constructor, whose checks of forty arguments
        would take most of the time of a long list.
        """
        values = dict(self._empty)
        values["uid"], values["revision"], values["ended"] = row[0], row[1], bool(row[2])
        values["same_as"] = row[3]
        if row[4] is not None:
            values["source"] = Source(row[4], row[5], row[6])
        for place, name, restoring in self._plan:
            stored = row[place]
            if stored is not None:
                values[name] = restoring[stored]
        links = {name: row[place] for place, name in self._link_plan if row[place] is not None}
        if links:
            values["links"] = MappingProxyType(links)
        record: R = object.__new__(self.register.record)  # type: ignore[assignment]
        record.__dict__.update(values)
        return record

    def row(self, record: Record) -> Row:
        """What the table keeps of a record, as Row."""
        kept: Row = {"ended": record.ended}
        if record.same_as is not None:
            kept["same_as"] = record.same_as
        if record.source is not None:
            kept["source_file"] = record.source.file
            if record.source.sheet is not None:
                kept["source_sheet"] = record.source.sheet
            if record.source.row is not None:
                kept["source_row"] = record.source.row
        names = self._field_names
        values = self._pick(record.__dict__)
        kept.update({name: value for name, value in zip(names, values, strict=True) if value is not None})
        for name, storing in self._storing:
            if name in kept:
                kept[name] = storing[kept[name]]
        return kept

    def row_of(self, row: Sequence[Any]) -> Row:
        """The Row of a row that holds `columns()`."""
        kept = {
            name: value
            for name, value in zip(self.readable, row, strict=True)
            if value is not None and name in self._valued_names
        }
        for name in self._booleans:
            if name in kept:
                kept[name] = bool(kept[name])
        return kept

    def words(self, row: Mapping[str, Stored]) -> str | None:
        """The search words of a Row, None where the register keeps none or the names are empty."""
        if not self.named:
            return None
        return search_words(str(row[each.name]) for each in self.named if each.name in row) or None

    @functools.cached_property
    def _field_names(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.register.fields)

    @functools.cached_property
    def _pick(self) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
        return itemgetter(*self._field_names)

    @functools.cached_property
    def stored_by(self) -> Mapping[str, Storing | None]:
        """What is stored of each field's values, by its name; None where they are stored as they are."""
        return {
            each.name: None if type(each.type).store is TextType.store else Storing(each.type.store)
            for each in self.register.fields
        }

    @functools.cached_property
    def _storing(self) -> tuple[tuple[str, Storing], ...]:
        """The fields whose values are not stored as they are."""
        return tuple((name, storing) for name, storing in self.stored_by.items() if storing is not None)

    @functools.cached_property
    def _valued_names(self) -> frozenset[str]:
        return frozenset(self.valued)

    @functools.cached_property
    def _booleans(self) -> tuple[str, ...]:
        fields = [each.name for each in self.register.fields if each.type.stored_as == "boolean"]
        return ("ended", *fields)


def row_form(register: Register) -> RowForm[Any]:
    """The row form of a register, made once."""
    return _row_form(register.code)


@functools.cache
def _row_form(code: str) -> RowForm[Any]:
    register = REGISTERS[code]
    links = references(register)
    named = named_fields(register)
    fields = [each.name for each in register.fields]
    link_names = [link_column(each.name) for each in links]
    readable = ("uid", "revision", *OWN_COLUMNS, *fields, *link_names)
    places = {name: place for place, name in enumerate(readable)}
    plan = tuple((places[each.name], each.name, _Restoring(_restorer(each))) for each in register.fields)
    return RowForm(
        register,
        schema().registers[register.code],
        (*OWN_COLUMNS, *fields),
        readable,
        readable + ((SEARCH_WORDS,) if named else ()),
        links,
        named,
        plan,
        tuple((places[link_column(each.name)], each.name) for each in links),
        MappingProxyType({**dict.fromkeys(fields), "source": None, "links": _NO_LINKS}),
    )


def form_of(kind: type[R] | R) -> RowForm[R]:
    """The row form of a record or a record class."""
    return row_form(register_of(kind))


def with_uid(record: R, uid: str) -> R:
    """The record under a uid; quicker than `dataclasses.replace` by twenty times."""
    return changed(record, {"uid": uid})


def _restorer(declared: Field) -> Callable[[Stored], Any]:
    if declared.type.stored_as == "boolean":
        return lambda stored: declared.type.restore(bool(stored))
    return declared.type.restore
