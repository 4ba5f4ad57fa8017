"""Facts over the database: what one transaction sees, read once and kept for its run."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from college_desk.records.facts import Facts
from college_desk.records.lookups import Index, index
from college_desk.records.register import Record, register_of

if TYPE_CHECKING:
    from college_desk.storage.reader import Reader

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class DeskFacts:
    """Facts of one transaction; links to merged records lead to the ones that stay."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._records: dict[type[Record], tuple[Any, ...]] = {}
        self._indexes: dict[tuple[type[Record], tuple[str, ...]], Index] = {}
        self._computed: dict[Callable[[Facts], Any], Any] = {}

    def all(self, kind: type[R]) -> Sequence[R]:
        """Every live record of a register, in order of uid."""
        if kind not in self._records:
            self._records[kind] = tuple(self._reader.all(kind))
        return cast("Sequence[R]", self._records[kind])

    def by(self, kind: type[R], *fields: str) -> Mapping[Hashable, Sequence[R]]:
        """The live records by the value of a field, or by the tuple of several; uid reads through merges."""
        if (kind, fields) not in self._indexes:
            made = index(self.all(kind), fields)
            if fields == ("uid",):
                stays = self._reader.union(register_of(kind)).stays
                made.update((uid, made[other]) for uid, other in stays.items() if other in made)
            self._indexes[kind, fields] = made
        return self._indexes[kind, fields]

    def once(self, compute: Callable[[Facts], T]) -> T:
        """What a module-level function makes of these facts, computed once."""
        if compute not in self._computed:
            self._computed[compute] = compute(self)
        return cast("T", self._computed[compute])

    @property
    def asked(self) -> frozenset[str]:
        """The codes of the registers that were asked for."""
        return frozenset(register_of(kind).code for kind in self._records)
