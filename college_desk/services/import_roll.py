"""The records that an import meets: those stored, and those that its earlier rows have made."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from college_desk.records.register import Record, Register
from college_desk.storage.reader import Reader


@dataclass
class Item:
    """One record as it is (None: not stored yet) and as it will be.

    rows: the places, in the import's order of rows, of those that claimed it.
    """

    before: Record | None
    after: Record
    rows: list[int] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """Whether the import adds it."""
        return self.before is None

    @property
    def is_changed(self) -> bool:
        """Whether the import edits it."""
        return self.before is not None and self.after is not self.before


class Roll:
    """The records of one register, found by key as the desk finds them.

    A record that agrees in every key part comes first, empty parts comparing as empty; then the one record
    that the given parts fit; then the one whose empty parts they fill.
    """

    def __init__(self, reader: Reader, register: Register, rows: Iterable[Mapping[str, Any]]) -> None:
        self.register = register
        self.items: list[Item] = []
        self._by_uid: dict[str, Item] = {}
        self._by_first: dict[tuple[str, Any], list[Item]] = {}
        self._firsts = tuple(
            register.by_name[names[0]].name for names in (register.key, register.else_key) if names
        )
        if register.one_record:
            self.items = [Item(record, record) for record in reader.all(register.record)[:1]]
        elif register.key:
            self._load(reader, rows)

    def _load(self, reader: Reader, rows: Iterable[Mapping[str, Any]]) -> None:
        key_first = self._firsts[0]
        given = list(rows)
        keys = {(values[key_first],) for values in given if values.get(key_first) is not None}
        for records in reader.find_many(self.register.record, sorted(keys, key=str)).values():
            for record in records:
                self._enter(Item(record, record))
        if len(self._firsts) > 1:
            other = self._firsts[1]
            wanted = {values[other] for values in given if values.get(other) is not None}
            kept = reader.facts().by(self.register.record, other)
            for value in sorted(wanted, key=str):
                for record in kept.get(value, ()):
                    if record.uid not in self._by_uid:
                        self._enter(Item(record, record))

    def add(self, record: Record) -> Item:
        """A record that the import makes."""
        return self._enter(Item(None, record))

    def update(self, item: Item, values: Mapping[str, Any], *, only_empty: bool = False) -> dict[str, Any]:
        """Lay values over a record; only_empty: where it has none yet. Returns those that differ and stayed out."""
        changes: dict[str, Any] = {}
        refused: dict[str, Any] = {}
        for name, value in values.items():
            kept = getattr(item.after, name)
            if kept == value:
                continue
            if only_empty and kept is not None:
                refused[name] = value
            else:
                changes[name] = value
        if changes:
            item.after = dataclasses.replace(item.after, **changes)
            self._index(item)
        return refused

    def match(self, values: Mapping[str, Any]) -> Item | None:
        """The record that a row's values mean; None when it is a new one, or when several fit as well."""
        if self.register.one_record:
            return next(iter(self.items), None)
        names = self.key_names(values)
        if names is None:
            return None
        candidates = self._by_first.get((names[0], values[names[0]]), [])
        if self.register.keeps_equal_rows:
            candidates = [item for item in candidates if not item.rows]
        exact = [
            item
            for item in candidates
            if all(getattr(item.after, name) == values.get(name) for name in names)
        ]
        if exact:
            return exact[0]
        said = [name for name in names if values.get(name) is not None]
        if len(said) < len(names) and not self.register.keeps_equal_rows:
            fits = [
                item for item in candidates if all(getattr(item.after, name) == values[name] for name in said)
            ]
            if len(fits) == 1:
                return fits[0]
        fillable = [
            item
            for item in candidates
            if all(getattr(item.after, name) in (None, values[name]) for name in said)
            and any(getattr(item.after, name) is None for name in said)
        ]
        if len(fillable) == 1:
            return fillable[0]
        return self._kept_without_first(names, values)

    def key_names(self, values: Mapping[str, Any]) -> tuple[str, ...] | None:
        """The names of the key by which these values are found; None when no key's first part is given."""
        for key in (self.register.key, self.register.else_key):
            names = tuple(self.register.by_name[name].name for name in key)
            if names and values.get(names[0]) is not None:
                return names
        return None

    def _kept_without_first(self, names: Sequence[str], values: Mapping[str, Any]) -> Item | None:
        """The one record kept under the other key so far, whose first part (协议编号) comes only now."""
        other = tuple(self.register.by_name[name].name for name in self.register.else_key)
        if not other or tuple(names) == other or any(values.get(name) is None for name in other):
            return None
        found = [
            item
            for item in self._by_first.get((other[0], values[other[0]]), [])
            if getattr(item.after, names[0]) is None
            and all(getattr(item.after, name) == values[name] for name in other)
        ]
        return found[0] if len(found) == 1 else None

    def _enter(self, item: Item) -> Item:
        self.items.append(item)
        if item.after.uid:
            self._by_uid[item.after.uid] = item
        self._index(item)
        return item

    def _index(self, item: Item) -> None:
        for name in self._firsts:
            value = getattr(item.after, name)
            if value is not None:
                items = self._by_first.setdefault((name, value), [])
                if not any(each is item for each in items):
                    items.append(item)
