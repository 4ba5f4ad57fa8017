"""Facts that follow edits: they note who asked what, and say whose answers an edit has changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from college_desk.records.facts import Facts
from college_desk.records.lookups import index
from college_desk.records.register import Record, register_of

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Merged = Mapping[type[Record], Mapping[str, str]]
"""By register: {uid of a record set aside: uid of the one that stays}."""

_NOBODY = ""
_MANY = 64
"""Among more askers than these, one who asks again is noted twice, which is quicker than looking for him."""
_Question = tuple["_Source", Hashable]


class LiveFacts:
    """Facts over records given, kept as they are now by `change`.

    Whoever asks says so beforehand: `asker` is for whom (a record's uid), `part` which of his questions it
    is (a rule's code). What a `once` function asks counts as asked by everyone who asks for its result, but
    only when that result comes out otherwise.
    """

    def __init__(self, records: Iterable[Record], merged: Merged | None = None) -> None:
        self.part = _NOBODY
        self._merged = merged or {}
        self._records: dict[type[Record], dict[str, Any]] = {}
        self._all: dict[type[Record], tuple[Any, ...]] = {}
        self._views: dict[tuple[type[Record], tuple[str, ...]], _View] = {}
        self._wholes: dict[type[Record], _Source] = {}
        self._results: dict[Callable[[Facts], Any], _Result] = {}
        self._asked: set[_Question] = set()
        self._askers: dict[_Question, str | list[str]] = {}
        self._seen: set[str] = set()
        for each in sorted(records, key=_uid):
            if not each.ended:
                self._records.setdefault(type(each), {})[each.uid] = each

    def all(self, kind: type[R]) -> Sequence[R]:
        """Every record of a register, in order of uid."""
        self.note_whole(kind)
        if kind not in self._all:
            self._all[kind] = tuple(self._records.get(kind, {}).values())
        return cast("Sequence[R]", self._all[kind])

    def by(self, kind: type[R], *fields: str) -> Mapping[Hashable, Sequence[R]]:
        """The records by the value of a field, or by the tuple of several; uid reads through merges."""
        view = self._views.get((kind, fields))
        if view is None:
            view = self._views[kind, fields] = _View(self, kind, fields)
        view.parts.add(self.part)
        return view

    def once(self, compute: Callable[[Facts], T]) -> T:
        """What a function makes of these facts, computed again only after what it asked has changed."""
        result = self._results.get(compute)
        if result is None:
            result = self._results[compute] = _Result()
        result.parts.add(self.part)
        self._asked.add((result, None))
        if not result.valid:
            outside, self._asked = self._asked, set()
            try:
                result.value = compute(self)
            finally:
                inside, self._asked = self._asked, outside
            result.needs = inside
            result.valid = True
        return cast("T", result.value)

    @property
    def asked(self) -> frozenset[str]:
        """The codes of the registers that were asked for."""
        return frozenset(
            register_of(kind).code for kind in (*self._wholes, *(kind for kind, _ in self._views))
        )

    def get(self, kind: type[R], uid: str) -> R | None:
        """The live record of a uid as it is kept, without a note that anybody asked."""
        return cast("R | None", self._records.get(kind, {}).get(uid))

    def kinds(self) -> list[type[Record]]:
        """The registers that hold anything."""
        return [kind for kind, kept in self._records.items() if kept]

    def of(self, kind: type[R]) -> list[R]:
        """The live records of a register, without a note that anybody asked."""
        return list(self._records.get(kind, {}).values())

    def begin(self) -> None:
        """From here on, questions are those of the next asker."""
        self._asked = set()

    def end(self, asker: str) -> None:
        """All questions since `begin` were his."""
        first = asker not in self._seen
        self._seen.add(asker)
        for question in self._asked:
            before = self._askers.get(question)
            if before is None:
                self._askers[question] = asker
            elif isinstance(before, list):
                if first or len(before) > _MANY or asker not in before:
                    before.append(asker)
            elif before != asker:
                self._askers[question] = [before, asker]
        self._asked = set()

    def change(self, records: Iterable[Record]) -> dict[str, set[str]]:
        """Take records as they are now, ended ones too; the parts to be asked again, by asker.

        The records themselves are not among them unless they looked at themselves or at one another.
        """
        touched: set[_Question] = set()
        says_the_same = True
        for now in records:
            kind = type(now)
            before = self.get(kind, now.uid)
            after = None if now.ended else now
            if before is None and after is None:
                continue
            if before is not None and after is not None and before == after:
                if before.links == after.links:
                    continue
                says_the_same = False
            self._put(kind, now.uid, after)
            touched |= self._questions_about(kind, before, after)
        touched |= self._renew(touched, compares=says_the_same)
        stale: dict[str, set[str]] = {}
        for question in touched:
            askers = self._askers.get(question)
            parts = question[0].parts - {_NOBODY}
            if askers is not None:
                for asker in askers if isinstance(askers, list) else (askers,):
                    stale.setdefault(asker, set()).update(parts)
        return stale

    def note(self, source: _Source, key: Hashable) -> None:
        """Somebody has asked a source for a key."""
        self._asked.add((source, key))

    def stays(self, kind: type[Record]) -> Mapping[str, str]:
        """The records of a register that were merged into others."""
        return self._merged.get(kind, {})

    def note_whole(self, kind: type[Record]) -> None:
        """Somebody has looked at all records of a register."""
        whole = self._wholes.get(kind)
        if whole is None:
            whole = self._wholes[kind] = _Source()
        whole.parts.add(self.part)
        self._asked.add((whole, None))

    def _put(self, kind: type[Record], uid: str, after: Record | None) -> None:
        kept = self._records.setdefault(kind, {})
        self._all.pop(kind, None)
        if after is None:
            kept.pop(uid, None)
        else:
            comes_last = uid in kept or not kept or uid > next(reversed(kept))
            kept[uid] = after
            if not comes_last:
                self._records[kind] = dict(sorted(kept.items()))

    def _questions_about(
        self, kind: type[Record], before: Record | None, after: Record | None
    ) -> set[_Question]:
        """The questions, of all that could have been asked, to which a changed record belongs."""
        found: set[_Question] = set()
        if kind in self._wholes:
            found.add((self._wholes[kind], None))
        for (of, _fields), view in self._views.items():
            if of is kind:
                found |= {(view, key) for key in view.move(before, after)}
        return found

    def _renew(self, touched: set[_Question], *, compares: bool) -> set[_Question]:
        """Compute again what was computed from what was touched; the results that came out otherwise.

        compares: whether equal results are the same; records that differ in their links alone are equal.
        """
        before: dict[_Result, Any] = {}
        reached = set(touched)
        while more := [
            each
            for each in self._results.values()
            if each not in before and each.valid and not each.needs.isdisjoint(reached)
        ]:
            before |= {each: each.value for each in more}
            reached |= {(each, None) for each in more}
        for each in before:
            each.valid = False
        self.part = _NOBODY
        for compute, each in list(self._results.items()):
            if each in before:
                self.begin()
                self.once(compute)
        self.begin()
        return {(each, None) for each, was in before.items() if not compares or each.value != was}


class _Source:
    """What can be asked: a whole register, an index, a computed thing. parts: which parts ever asked it."""

    def __init__(self) -> None:
        self.parts: set[str] = set()


class _Result(_Source):
    """What a `once` function made; needs: what it asked for that."""

    def __init__(self) -> None:
        super().__init__()
        self.valid = False
        self.value: Any = None
        self.needs: set[_Question] = set()


class _View(_Source, Mapping[Hashable, Sequence[Any]]):
    """Records by key; notes each key that is looked up, and the whole register where it is walked."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__

    def __init__(self, facts: LiveFacts, kind: type[Record], fields: tuple[str, ...]) -> None:
        super().__init__()
        self._facts = facts
        self._kind = kind
        self._fields = fields
        self._index = index(facts.of(kind), fields)
        self._others: dict[str, list[str]] = {}
        if fields == ("uid",):
            for uid, other in facts.stays(kind).items():
                self._others.setdefault(other, []).append(uid)
            for other, uids in self._others.items():
                self._lead(uids, self._index.get(other))

    def __getitem__(self, key: Hashable) -> Sequence[Any]:
        self._facts.note(self, key)
        return self._index[key]

    def get(self, key: Hashable, default: Any = None) -> Any:
        """The records of a key; `default` where there are none."""
        self._facts.note(self, key)
        return self._index.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._facts.note(self, key)
        return key in self._index

    def __iter__(self) -> Iterator[Hashable]:
        self._facts.note_whole(self._kind)
        return iter(self._index)

    def __len__(self) -> int:
        self._facts.note_whole(self._kind)
        return len(self._index)

    def move(self, before: Record | None, after: Record | None) -> list[Hashable]:
        """Take a record out of its old place and into its new one; the keys of both."""
        keys: list[Hashable] = []
        old, new = self._key(before), self._key(after)
        if before is not None and old is not None:
            left = [each for each in self._index[old] if each.uid != before.uid]
            self._set(old, left)
            keys.append(old)
        if after is not None and new is not None:
            joined = list(self._index[new])
            joined.insert(bisect_right(joined, after.uid, key=_uid), after)
            self._set(new, joined)
            keys.append(new)
        others = [other for key in keys for other in self._others.get(str(key), ())]
        for key in set(keys):
            self._lead(self._others.get(str(key), ()), self._index.get(key))
        return [*keys, *others]

    def _set(self, key: Hashable, records: list[Any]) -> None:
        if records:
            self._index[key] = records
        else:
            self._index.pop(key, None)

    def _lead(self, uids: Sequence[str], records: Sequence[Any] | None) -> None:
        """Let the uids of records set aside lead to the one that stays."""
        for uid in uids:
            self._set(uid, list(records or ()))

    def _key(self, record: Record | None) -> Hashable:
        """Where a record stands; None where it is left out."""
        if record is None:
            return None
        if len(self._fields) == 1:
            return cast("Hashable", getattr(record, self._fields[0]))
        key = tuple(getattr(record, name) for name in self._fields)
        return key if any(part is not None for part in key) else None


def _uid(record: Record) -> str:
    return record.uid
