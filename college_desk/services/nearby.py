"""Facts for judging one record: large registers are asked for the few records that it has to do with."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from college_desk.records.facts import Facts
from college_desk.records.query import Condition, Query
from college_desk.records.register import Record, register_of
from college_desk.storage.reader import Reader

R = TypeVar("R", bound=Record)
T = TypeVar("T")

FEW = 500
"""A register of no more records is read whole, which is quicker than asking."""


class NearbyFacts:
    """Facts over one transaction that answer as `reader.facts()` does, without reading large registers whole.

    What is asked of all records (`all`) is read whole as ever.
    """

    def __init__(self, reader: Reader, *, few: int = FEW) -> None:
        self._reader = reader
        self._whole = reader.facts()
        self._few = few
        self._is_small: dict[type[Record], bool] = {}
        self._computed: dict[Callable[[Facts], Any], Any] = {}
        self._asked: dict[tuple[type[Record], tuple[str, ...]], Mapping[Hashable, Sequence[Any]]] = {}
        self._has_merged = bool(reader.survivors())

    def all(self, kind: type[R]) -> Sequence[R]:
        """Every live record of a register, in order of uid."""
        return self._whole.all(kind)

    def by(self, kind: type[R], *fields: str) -> Mapping[Hashable, Sequence[R]]:
        """The live records by the value of a field, or by the tuple of several, each looked up when asked for."""
        if self._has_merged or self._small(kind):
            return self._whole.by(kind, *fields)
        if (kind, fields) not in self._asked:
            self._asked[kind, fields] = _LookedUp(self._reader, kind, fields)
        return cast("Mapping[Hashable, Sequence[R]]", self._asked[kind, fields])

    def once(self, compute: Callable[[Facts], T]) -> T:
        """What a module-level function makes of these facts, computed once."""
        if compute not in self._computed:
            self._computed[compute] = compute(self)
        return cast("T", self._computed[compute])

    @property
    def asked(self) -> frozenset[str]:
        """The codes of the registers that were asked for."""
        return self._whole.asked | {register_of(kind).code for kind, _fields in self._asked}

    def _small(self, kind: type[Record]) -> bool:
        if kind not in self._is_small:
            self._is_small[kind] = self._reader.count(register_of(kind)) <= self._few
        return self._is_small[kind]


class _LookedUp(Mapping[Hashable, Sequence[Any]]):
    """Records by key, each key looked up in the database when it is asked for; it cannot be walked."""

    def __init__(self, reader: Reader, kind: type[Record], fields: tuple[str, ...]) -> None:
        self._reader = reader
        self._kind = kind
        self._fields = fields
        self._found: dict[Hashable, Sequence[Any]] = {}

    def __getitem__(self, key: Hashable) -> Sequence[Any]:
        if key not in self._found:
            self._found[key] = tuple(self._reader.records(self._kind, self._uids(key)))
        return self._found[key]

    def __contains__(self, key: object) -> bool:
        return bool(self[key])

    def __iter__(self) -> Iterator[Hashable]:
        raise TypeError("these records are looked up by key, not walked")

    def __len__(self) -> int:
        raise TypeError("these records are looked up by key, not counted")

    def _uids(self, key: Hashable) -> list[str]:
        values = cast("tuple[Any, ...]", key) if len(self._fields) > 1 else (key,)
        register = register_of(self._kind)
        if all(value is None for value in values):
            return []
        if self._fields == ("uid",):
            return self._reader.uids(register, Query(uids=frozenset({str(values[0])})))
        where = tuple(
            Condition(field, "empty") if value is None else Condition(field, "is", value)
            for field, value in zip(self._fields, values, strict=True)
        )
        return self._reader.uids(register, Query(where=where))
