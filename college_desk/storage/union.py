"""Records that became one (合并): which stays for each that was set aside, and the keys those were known by."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from college_desk.records.register import Record, Register
from college_desk.storage import links
from college_desk.storage.dialect import chunks
from college_desk.storage.rows import row_form

R = TypeVar("R", bound=Record)


class Union:
    """What was merged in one register, as one transaction sees it.

    stays: {uid of a record set aside: uid of the one that stays}, chains followed; empty as a rule.
    """

    def __init__(self, connection: Connection, register: Register) -> None:
        self._connection = connection
        self._register = register
        self.stays: Mapping[str, str] = links.survivors(connection, register)

    def stays_of_key(self, key: tuple[Any, ...]) -> str | None:
        """The uid of the record that stays of the one that bore a key; None where none set aside did.

        Empty parts, of the key or of the record, fit any. A key of records that went into different ones
        names none.
        """
        if not self.stays or not key or key[0] is None:
            return None
        stays = {uid for kept, uid in self._by_first.get(key[0], ()) if _fits(kept, key)}
        return next(iter(stays)) if len(stays) == 1 else None

    @functools.cached_property
    def _by_first(self) -> Mapping[Any, list[tuple[tuple[Any, ...], str]]]:
        found: dict[Any, list[tuple[tuple[Any, ...], str]]] = {}
        for record in self._set_aside():
            for names in (self._register.key, self._register.else_key):
                key = tuple(getattr(record, self._register.by_name[name].name) for name in names)
                if key and key[0] is not None:
                    found.setdefault(key[0], []).append((key, self.stays[record.uid]))
        return found

    @functools.cached_property
    def other_names(self) -> Mapping[Any, frozenset[Any]]:
        """For the surest name (number) of each record that was united: the others under which it is known."""
        if not self.stays or not self._register.names:
            return {}
        name = self._register.by_name[self._register.names[0]].name
        known: dict[str, set[Any]] = {}
        for record in (*self._set_aside(), *self._records(sorted(set(self.stays.values())))):
            value = getattr(record, name)
            if value is not None:
                known.setdefault(self.stays.get(record.uid, record.uid), set()).add(value)
        return {value: frozenset(values - {value}) for values in known.values() for value in values}

    def _set_aside(self) -> Iterator[Record]:
        return self._records(sorted(self.stays))

    def _records(self, uids: Sequence[str]) -> Iterator[Record]:
        form = row_form(self._register)
        for some in chunks(uids):
            asked = select(*form.columns()).where(form.table.c.uid.in_(some))
            yield from (form.record(row) for row in self._connection.execute(asked))


def _fits(kept: tuple[Any, ...], key: tuple[Any, ...]) -> bool:
    return len(kept) == len(key) and all(
        one == other or one is None or other is None for one, other in zip(kept, key, strict=True)
    )


def linked_through(record: R, stays: Mapping[str, str]) -> R:
    """The record with its links to records set aside leading to those that stay; itself where none does."""
    through = links.read_through(record, stays)
    if through is None:
        return record
    made: R = object.__new__(type(record))
    made.__dict__.update(record.__dict__)
    made.__dict__["links"] = MappingProxyType(dict(through))
    return made
