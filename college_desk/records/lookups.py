"""Facts without a database: over a frozen snapshot, and candidates laid over any other facts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from college_desk.records.facts import Facts
from college_desk.records.json_form import from_frozen_json
from college_desk.records.register import Record, register_of
from college_desk.records.snapshot import Snapshot

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class NotInSnapshot(LookupError):
    """A question that the frozen snapshot does not hold; a bug of whoever froze it, never "absent"."""


class Index(dict[Hashable, Sequence[Any]]):
    """Records by key; a key that is not there has none."""

    def __missing__(self, key: Hashable) -> Sequence[Any]:
        return ()


def index(records: Sequence[R], fields: tuple[str, ...]) -> Index:
    """Records by the value of a field, or by the tuple of several; those without any are left out."""
    found: dict[Hashable, list[R]] = {}
    if len(fields) == 1:
        for record in records:
            value = getattr(record, fields[0])
            if value is not None:
                found.setdefault(value, []).append(record)
    else:
        for record in records:
            key = tuple(getattr(record, name) for name in fields)
            if any(part is not None for part in key):
                found.setdefault(key, []).append(record)
    return Index(found)


class _Kept:
    """What all of them share: records by register, indexes and computed things, each made once."""

    def __init__(self) -> None:
        self._records: dict[type[Record], tuple[Any, ...]] = {}
        self._indexes: dict[tuple[type[Record], tuple[str, ...]], Index] = {}
        self._computed: dict[Callable[[Facts], Any], Any] = {}

    def _gather(self, kind: type[Record]) -> Iterable[Record]:
        """The live records of a register, in order."""
        raise NotImplementedError

    def all(self, kind: type[R]) -> Sequence[R]:
        """Every record of a register, in order of uid."""
        if kind not in self._records:
            self._records[kind] = tuple(self._gather(kind))
        return cast("Sequence[R]", self._records[kind])

    def by(self, kind: type[R], *fields: str) -> Mapping[Hashable, Sequence[R]]:
        """The records of a register by the value of a field, or by the tuple of several."""
        if (kind, fields) not in self._indexes:
            self._indexes[kind, fields] = index(self.all(kind), fields)
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


class SnapshotFacts(_Kept):
    """Facts over what a snapshot holds. Raises NotInSnapshot for a register that was not frozen into it."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self._frozen = snapshot.records

    def _gather(self, kind: type[Record]) -> Iterable[Record]:
        register = register_of(kind)
        if register.code not in self._frozen:
            raise NotInSnapshot(f"the snapshot holds nothing of {register.code!r}")
        return sorted((from_frozen_json(register, each) for each in self._frozen[register.code]), key=_uid)


class ListedFacts(_Kept):
    """Facts over records given, for reckonings without a workspace; a register not given has none."""

    def __init__(self, records: Iterable[Record]) -> None:
        super().__init__()
        self._given: dict[type[Record], list[Record]] = {}
        for record in records:
            if not record.ended:
                self._given.setdefault(type(record), []).append(record)

    def _gather(self, kind: type[Record]) -> Iterable[Record]:
        return sorted(self._given.get(kind, ()), key=_uid)


class OverlayFacts(_Kept):
    """Other facts with candidates laid over: rows of a preview, a merge plan, a what-if.

    candidates: {record class: records}; one with a uid stands in the place of the record of that uid (an
    ended one removes it), one without is new and comes last. Registers without candidates are read through.
    """

    def __init__(self, facts: Facts, candidates: Mapping[type[Record], Sequence[Record]]) -> None:
        super().__init__()
        self._beneath = facts
        self._candidates = candidates

    def _gather(self, kind: type[Record]) -> Iterable[Record]:
        laid = self._candidates.get(kind, ())
        replaced = {each.uid for each in laid if each.uid}
        kept = [each for each in self._beneath.all(kind) if each.uid not in replaced]
        kept += [each for each in laid if each.uid and not each.ended]
        return [*sorted(kept, key=_uid), *(each for each in laid if not each.uid and not each.ended)]

    def all(self, kind: type[R]) -> Sequence[R]:
        """Every record of a register as it would be."""
        return super().all(kind) if self._candidates.get(kind) else self._beneath.all(kind)

    def by(self, kind: type[R], *fields: str) -> Mapping[Hashable, Sequence[R]]:
        """The records of a register as it would be, by the value of a field or the tuple of several."""
        if self._candidates.get(kind):
            return super().by(kind, *fields)
        return self._beneath.by(kind, *fields)

    @property
    def asked(self) -> frozenset[str]:
        """The codes of the registers that were asked for, here or beneath."""
        return super().asked | self._beneath.asked


def _uid(record: Record) -> str:
    return record.uid
