"""The records that an import meets: those stored, and those that its earlier rows have made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from college_desk.records.making import changed
from college_desk.records.register import REGISTERS, Record, Register
from college_desk.storage.reader import Reader

_MANY = 500


@dataclass(slots=True)
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
        self._reader = reader
        self._some_united = bool(reader.union(register).stays)
        self._by_first: dict[tuple[str, Any], list[Item]] = {}
        self._firsts = tuple(
            register.by_name[names[0]].name for names in (register.key, register.else_key) if names
        )
        self._keys = tuple(
            tuple(register.by_name[name].name for name in names)
            for names in (register.key, register.else_key)
            if names
        )
        self._also = {name: _other_names(reader, register, name) for name in self._firsts}
        self._plain = not self._some_united and not any(self._also.values())
        if register.one_record:
            self.items = [Item(record, record) for record in reader.all(register.record)[:1]]
        elif register.key:
            self._load(reader, rows)

    def _load(self, reader: Reader, rows: Iterable[Mapping[str, Any]]) -> None:
        key_first = self._firsts[0]
        given = list(rows)
        keys = {values[key_first] for values in given if values.get(key_first) is not None}
        keys |= {other for key in keys for other in self._also[key_first].get(key, ())}
        for record in self._kept(reader, keys):
            self._enter(Item(record, record))
        if len(self._firsts) > 1:
            other = self._firsts[1]
            wanted = {values[other] for values in given if values.get(other) is not None}
            wanted |= {also for value in wanted for also in self._also[other].get(value, ())}
            kept = reader.facts().by(self.register.record, other)
            for value in sorted(wanted, key=str):
                for record in kept.get(value, ()):
                    if record.uid not in self._by_uid:
                        self._enter(Item(record, record))

    def _kept(self, reader: Reader, keys: set[Any]) -> Iterator[Record]:
        """The live records of these first key values; where they are most of a register it is read as a whole."""
        if len(keys) > _MANY and reader.count(self.register) < len(keys) * 2:
            name = self._firsts[0]
            yield from (each for each in reader.all(self.register.record) if getattr(each, name) in keys)
            return
        wanted = [(key,) for key in sorted(keys, key=str)]
        for records in reader.find_many(self.register.record, wanted).values():
            yield from records

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
            item.after = changed(item.after, changes)
            if not changes.keys().isdisjoint(self._firsts):
                self._index(item)
        return refused

    def meant(self, uid: str) -> Item | None:
        """The live record of a uid, as the import has made it so far; None when there is none."""
        if uid not in self._by_uid:
            kept = self._reader.get(self.register.record, uid)
            if kept is None or kept.ended:
                return None
            self._enter(Item(kept, kept))
        return self._by_uid[uid]

    def known(self, values: Mapping[str, Any]) -> tuple[Item | None, Mapping[str, Any]]:
        """The record that a row's values mean, with what they say of it.

        Where the key is that of a record which was united with another, or names one by its other number, the
        other is meant, and its name and numbers stay as they are kept.
        """
        item = self.match(values)
        if item is not None or self._plain:
            return item, values
        item = self._united(values) or self._of_united(values)
        return item, values if item is None else self.without_names(item, values)

    def _of_united(self, values: Mapping[str, Any]) -> Item | None:
        """The record of a person (his appointment) that is kept under his other number."""
        names = self.key_names(values)
        if names is None:
            return None
        others = sorted(self._also[names[0]].get(values[names[0]], ()))
        found = (self.match({**values, names[0]: other}) for other in others)
        return next((item for item in found if item is not None), None)

    def without_names(self, item: Item, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """The values without those of the name and the numbers that the record has already."""
        names = (*self.register.key[:1], *self.register.else_key[:1], *self.register.names, "name")
        told = {self.register.by_name[name].name for name in names if name in self.register.by_name}
        kept = {name for name in told if getattr(item.after, name) is not None}
        return {name: value for name, value in values.items() if name not in kept}

    def _united(self, values: Mapping[str, Any]) -> Item | None:
        names = self.key_names(values)
        if names is None or self.register.keeps_equal_rows or not self._some_united:
            return None
        stays = self._reader.united(self.register.record, tuple(values.get(name) for name in names))
        return None if stays is None else self.meant(stays.uid)

    def match(self, values: Mapping[str, Any]) -> Item | None:
        """The record that a row's values mean; None when it is a new one, or when several fit as well."""
        if self.register.one_record:
            return next(iter(self.items), None)
        names = self.key_names(values)
        if names is None:
            return None
        candidates = self._by_first.get((names[0], values[names[0]]))
        if candidates is None:
            return self._kept_without_first(names, values) if len(self._keys) > 1 else None
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
        for names in self._keys:
            if values.get(names[0]) is not None:
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
            if value is None:
                continue
            items = self._by_first.get((name, value))
            if items is None:
                self._by_first[name, value] = [item]
            elif not any(each is item for each in items):
                items.append(item)


def _other_names(reader: Reader, register: Register, name: str) -> Mapping[Any, frozenset[Any]]:
    """The other numbers of those that a key's reference names; empty as a rule."""
    target = register.by_name[name].refers_to
    return {} if target is None else reader.union(REGISTERS[target]).other_names
