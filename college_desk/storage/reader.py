"""What can be asked of the desk within one transaction."""

from __future__ import annotations

import functools
import heapq
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from college_desk.policy.pack import Parameter, Policy, load_pack, parse_pack, with_entered
from college_desk.records.change import ChangeLine, PendingRow, Step
from college_desk.records.filing_course import OPEN, Course
from college_desk.records.finding import Explanation
from college_desk.records.query import EVERYTHING, Query
from college_desk.records.register import REGISTERS, Record, Register, register_of
from college_desk.storage import entries, filings, journal, links, pending, selection
from college_desk.storage.dialect import chunks
from college_desk.storage.digest import digest
from college_desk.storage.facts import DeskFacts
from college_desk.storage.keys import KeyForm, key_form, matching
from college_desk.storage.rows import RowForm, form_of
from college_desk.storage.union import Union, linked_through

R = TypeVar("R", bound=Record)
Key = tuple[Any, ...]

DEFAULT_POLICY = "jining-2022"
"""The pack of a desk that names none."""


class Reader:
    """One consistent view of everything; belongs to one thread and ends with its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._facts: DeskFacts | None = None
        self._unions: dict[str, Union] = {}

    def get(self, kind: type[R], uid: str) -> R | None:
        """The record of that uid, ended or not, or None."""
        found = self.records(kind, [uid])
        return found[0] if found else None

    def find(self, kind: type[R], key: Key) -> list[R]:
        """The live records of a key, in order of uid.

        key: the key's values as `Register.key_of` gives them, the first one filled; empty parts compare
        as empty; fewer parts than the key has compare only those; as many as `else_key` has compare with
        that one, whatever the key itself holds (records that lack it first). Nothing for an empty key.
        """
        return self.find_many(kind, [key]).get(key, [])

    def find_many(self, kind: type[R], keys: Iterable[Key]) -> dict[Key, list[R]]:
        """As `find` for many keys at once, with few queries; keys without records are left out."""
        form = form_of(kind)
        by_form: dict[KeyForm, list[Key]] = {}
        for key in dict.fromkeys(keys):
            met = key_form(form.register, key)
            if met is not None:
                by_form.setdefault(met, []).append(key)
        found: dict[Key, list[R]] = {}
        for met, some in by_form.items():
            found.update(matching(self._connection, form, met, some))
        return {key: self._through(form, records) for key, records in found.items()}

    def all(self, kind: type[R], *, ended: bool = False) -> list[R]:
        """The live records of a register (or the ended ones), in order of uid."""
        form = form_of(kind)
        asked = select(*form.columns()).where(form.table.c.ended.is_(ended)).order_by(form.table.c.uid)
        return self._through(form, [form.record(row) for row in self._connection.execute(asked)])

    def records(self, kind: type[R], uids: Sequence[str]) -> list[R]:
        """The records of these uids, in that order; uids that are not there are left out."""
        form = form_of(kind)
        found = {row[0]: row for row in self._rows(form, uids)}
        return self._through(form, [form.record(found[uid]) for uid in uids if uid in found])

    def uids(self, register: Register, query: Query = EVERYTHING) -> list[str]:
        """The uids that a query selects, in its order; searched, filtered and sorted by the database."""
        return list(self._connection.scalars(selection.uids_of(register, query)))

    def values(
        self, register: Register, names: Sequence[str], query: Query = EVERYTHING
    ) -> list[tuple[Any, ...]]:
        """Some fields of the records that a query selects, in order of uid; quicker than whole records.

        names: fields, or `uid`; each value as the record would have it, None where it is empty.
        """
        declared = [register.by_name.get(name) for name in names]
        restore = [_as_stored if each is None else each.type.restore for each in declared]
        found = self._connection.execute(selection.values_of(register, names, query))
        return [
            tuple(None if value is None else make(value) for make, value in zip(restore, row, strict=True))
            for row in found
        ]

    def count(self, register: Register, query: Query = EVERYTHING) -> int:
        """How many records a query selects."""
        return self._connection.scalar(selection.count_of(register, query)) or 0

    def facts(self) -> DeskFacts:
        """Facts over this transaction, the same object until something is written."""
        if self._facts is None:
            self._facts = DeskFacts(self)
        return self._facts

    def policy(self) -> Policy:
        """The policy pack of this college with its own values laid over it, the latest start first."""
        return with_entered(self.pack(self.meta("policy") or DEFAULT_POLICY), self.entered_parameters())

    def entered_parameters(self) -> tuple[Parameter, ...]:
        """The values that the college entered itself, the latest start first."""
        kept = entries.all_of(self._connection, "parameter").values()
        entered = (entries.parameter_of(each) for each in kept)
        return tuple(sorted(entered, key=lambda each: each.since, reverse=True))

    def pack(self, code: str) -> Policy:
        """The pack of a code: one that this college was given, else one that comes with the program."""
        kept = entries.one(self._connection, "pack", code)
        return load_pack(code) if kept is None else kept_pack(code, kept)

    def packs_given(self) -> list[str]:
        """The codes of the packs that this college was given."""
        return list(entries.all_of(self._connection, "pack"))

    def meta(self, name: str) -> str | None:
        """A fact about this desk: name, school_code, policy, here …; None where it was never set."""
        kept = entries.one(self._connection, "meta", name)
        return None if kept is None else str(json.loads(kept))

    def metas(self) -> dict[str, str]:
        """All facts about this desk by name."""
        return {name: str(value) for name, value in entries.all_of(self._connection, "meta").items()}

    def pending(self, register: str | None = None) -> list[PendingRow]:
        """The rows in the pending tray, in the order in which they came."""
        return pending.all_rows(self._connection, register)

    def pending_rows(self, numbers: Sequence[int]) -> dict[int, PendingRow]:
        """Rows in the pending tray by id; those that are not there are left out."""
        return pending.rows_of(self._connection, numbers)

    def pending_counts(self) -> dict[str, int]:
        """How many rows wait in the pending tray, by register code."""
        return dict(pending.counts(self._connection))

    def explanations(self) -> dict[str, Explanation]:
        """The explanations of warnings by finding id."""
        kept = entries.all_of(self._connection, "explanation")
        return {name: entries.explanation_of(value) for name, value in kept.items()}

    def synonyms(self) -> dict[str, dict[str, str]]:
        """The school's own words: {code table: {text as met: entry code}}."""
        found: dict[str, dict[str, str]] = {}
        for name, code in entries.all_of(self._connection, "synonym").items():
            table, _slash, text = name.partition("/")
            found.setdefault(table, {})[text] = str(code)
        return found

    def layout(self, name: str) -> Any:
        """What was remembered of a sheet's layout (列对应) under a hash of its header, JSON; or None."""
        kept = entries.one(self._connection, "layout", name)
        return None if kept is None else json.loads(kept)

    def layouts(self) -> dict[str, Any]:
        """Everything remembered of sheets' layouts, by the hash of the header."""
        return entries.all_of(self._connection, "layout")

    def tallies(self) -> dict[str, Any]:
        """The cross tables that were kept, JSON, by name."""
        return entries.all_of(self._connection, "tally")

    def steps(self, limit: int | None = None) -> list[Step]:
        """The journal's steps, newest first."""
        return journal.steps(self._connection, limit)

    def head(self) -> str:
        """The chain of the journal's newest step; the same as long as nothing was written."""
        return journal.head(self._connection)

    def lines_of(self, uid: str) -> list[ChangeLine]:
        """The changes of one record and of those that were merged into it, oldest first."""
        merged = [each for each, stays in self.survivors().items() if stays == uid]
        histories = (journal.changes(self._connection, uid=each) for each in (uid, *merged))
        return list(heapq.merge(*histories, key=lambda line: line.step))

    def lines_of_step(self, step: int) -> list[ChangeLine]:
        """The changes that one step made to records."""
        return list(journal.changes(self._connection, step=step))

    def next_undo(self) -> Step | None:
        """The step that undo takes back next, None when there is none."""
        return journal.next_to_undo(self._connection)

    def next_redo(self) -> Step | None:
        """The undoing step that redo reverses next, None when there is none."""
        return journal.next_to_redo(self._connection)

    def broken_steps(self) -> list[int]:
        """The numbers of journal steps that were tampered with or damaged."""
        return journal.broken_steps(self._connection)

    def filings(self) -> list[filings.StoredFiling]:
        """All versions of all filings, by number and version, each in the state that it has reached."""
        courses = entries.all_of(self._connection, "course")
        return [
            filings.in_course(each, Course.from_json(courses[name]))
            if (name := f"{each.number}/{each.version}") in courses
            else each
            for each in filings.all_filings(self._connection)
        ]

    def locked(self) -> dict[str, str]:
        """The records that stand in a filing as it was frozen (定稿锁定): {uid: the filing's number}.

        Of each number the latest version counts, and only while it has not come back.
        """
        newest = {each.number: each for each in self.filings()}
        return {
            uid: each.number
            for each in newest.values()
            if each.state not in OPEN
            for uid in filings.filed_uids(self._connection, each.snapshot)
        }

    def course(self, number: str, version: int) -> Course:
        """The course of a version of a filing since it was frozen."""
        kept = entries.one(self._connection, "course", f"{number}/{version}")
        return Course() if kept is None else Course.from_json(json.loads(kept))

    def snapshot(self, sha: str) -> bytes:
        """The canonical bytes of a snapshot. Raises KeyError when there is none of that name."""
        content = filings.snapshot(self._connection, sha)
        if content is None:
            raise KeyError(sha)
        return content

    def survivors(self) -> Mapping[str, str]:
        """The records that were merged into another: {uid: uid of the one that stays}."""
        return links.survivors(self._connection)

    def union(self, register: Register) -> Union:
        """What was merged in one register, read once a transaction until something is written."""
        if register.code not in self._unions:
            self._unions[register.code] = Union(self._connection, register)
        return self._unions[register.code]

    def united(self, kind: type[R], key: Key) -> R | None:
        """The live record into which the one of that key was merged; None where no merged record had the key.

        key: all parts of the register's key or of its other one; empty ones fit any.
        """
        uid = self.union(register_of(kind)).stays_of_key(key)
        found = None if uid is None else self.get(kind, uid)
        return None if found is None or found.ended else found

    def set_aside(self, kind: type[R]) -> list[R]:
        """The records of a register that were merged into another, in order of uid."""
        return self.records(kind, sorted(self.union(register_of(kind)).stays))

    def apart(self, register: Register) -> frozenset[tuple[str, str]]:
        """The pairs of records, the smaller uid first, that somebody has said are two (是两个人)."""
        pairs = (name.split("/") for name in entries.all_of(self._connection, "apart"))
        return frozenset((one, other) for code, one, other in pairs if code == register.code)

    def digest(self) -> str:
        """The SHA-256 of everything that all records say."""
        return digest(self._connection)

    def last_change(self, record: Record) -> tuple[str, str] | None:
        """Who changed a record last, and when (ISO); None when the journal does not know it."""
        return journal.last_change(self._connection, register_of(record).code, record.uid)

    def _through(self, form: RowForm[R], records: list[R]) -> list[R]:
        """The records with links to merged records leading to those that stay."""
        for field in form.links:
            stays = self.union(REGISTERS[field.refers_to or ""]).stays
            if stays:
                records = [linked_through(each, stays) for each in records]
        return records

    def _rows(self, form: RowForm[Any], uids: Sequence[str]) -> Iterable[Sequence[Any]]:
        columns, uid = form.columns(), form.table.c.uid
        for some in chunks(uids):
            yield from self._connection.execute(select(*columns).where(uid.in_(some)))


def _as_stored(value: Any) -> Any:
    return value


@functools.lru_cache(maxsize=8)
def kept_pack(code: str, content: str) -> Policy:
    """A pack from the JSON text under which a desk keeps it; the same text is parsed once."""
    return parse_pack(code, json.loads(content))
