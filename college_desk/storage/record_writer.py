"""Writing records: each change with its journal lines, its links and its guards, in one transaction."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, bindparam

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.policy.guard import FILED, GUARDS, Write
from college_desk.records.change import Changed
from college_desk.records.register import Record, Register, register_of
from college_desk.storage import links, reversal
from college_desk.storage.columns import Columns, columns_of, columns_of_rows, search_words, texts_of
from college_desk.storage.dialect import insert_columns
from college_desk.storage.journal import JournalWriter, text_of
from college_desk.storage.reader import Reader
from college_desk.storage.rows import Row, RowForm, form_of, with_uid
from college_desk.storage.tables import SEARCH_WORDS, link_column

R = TypeVar("R", bound=Record)

_TO, _OF = "to_", "of_uid"
"""How the places of a statement for many records are named: a column's new value, the record's uid."""


class Stale(DeskError):
    """The record was changed by someone else since it was read."""


@dataclass(frozen=True)
class Occasion:
    """Who writes, when, why, on what day; what: the step's words in the history (导入学徒花名册60人)."""

    what: str
    who: str
    now: dt.datetime
    today: dt.date
    reason: str | None = None
    guarded: bool = True
    final: bool = False
    register: str | None = None


class _Edit(NamedTuple):
    """A record as it is kept, its row as kept and as it will be."""

    form: RowForm[Any]
    kept: Record
    old: Row
    new: Row

    def names(self) -> tuple[str, ...]:
        """The columns that differ."""
        return tuple(name for name in self.form.valued if self.old.get(name) != self.new.get(name))


class RecordWriter(Reader):
    """The part of a writing transaction that is about records: stored, edited, ended, linked, guarded."""

    def __init__(
        self, connection: Connection, occasion: Occasion, new_uid: Callable[[dt.datetime], str]
    ) -> None:
        super().__init__(connection)
        self._occasion = occasion
        self._new_uid = new_uid
        self._journal = JournalWriter(connection)
        self._touched: dict[str, set[str]] = {}
        self._relinked: dict[str, set[str]] = {}
        self._reverses: int | None = None
        self._guarded = occasion.guarded
        self._final = occasion.final
        self._step: int | None = None

    @property
    def changed(self) -> Changed:
        """What this step has touched so far; its number is there once it is finished."""
        codes = dict.fromkeys([*self._touched, *self._relinked])
        touched = {
            code: frozenset(self._touched.get(code, set()) | self._relinked.get(code, set()))
            for code in codes
        }
        return Changed(self._step, MappingProxyType(touched))

    def add(self, record: R) -> R:
        """Store a new record; it comes back with its uid, revision 1 and links. A uid it bears is kept."""
        added: R = self.add_many([record])[0]  # type: ignore[assignment]
        return added

    def add_many(self, records: Sequence[Record]) -> list[Record]:
        """Store new records of one register or several; they come back in the same order."""
        now = self._occasion.now
        named = [each if each.uid else with_uid(each, self._new_uid(now)) for each in records]
        by_register: dict[str, list[Record]] = {}
        for each in named:
            by_register.setdefault(register_of(each).code, []).append(each)
        stored: dict[str, Record] = {}
        for some in by_register.values():
            form = form_of(some[0])
            rows = {each.uid: form.row(each) for each in some}
            self.insert(form, rows)
            for uid, row in rows.items():
                self._journal.add("add", form.register.code, uid, None, None, text_of(row))
            for each in self.records(form.register.record, list(rows)):
                stored[each.uid] = each
        result = [stored[each.uid] for each in named]
        self._guard([(None, each) for each in result])
        return result

    def add_all(self, records: Sequence[Record]) -> None:
        """Store new records as `add_many` does, without giving them back: for thousands."""
        if self._guarded:
            self.add_many(records)
            return
        now, new_uid = self._occasion.now, self._new_uid
        by_register: dict[str, list[Record]] = {}
        for each in records:
            by_register.setdefault(register_of(each).code, []).append(each)
        for code, some in by_register.items():
            form = form_of(some[0])
            uids = [each.uid or new_uid(now) for each in some]
            columns = columns_of(form, some)
            self._insert(form, uids, columns)
            self._journal.add_records(code, uids, texts_of(columns))

    def insert(self, form: RowForm[Any], rows: Mapping[str, Row], revision: int = 1) -> None:
        """Insert rows by uid with their links, and link what names them; no journal line, no guard."""
        self._insert(form, list(rows), columns_of_rows(form, list(rows.values())), revision)

    def _insert(self, form: RowForm[Any], uids: Sequence[str], columns: Columns, revision: int = 1) -> None:
        written: dict[str, Sequence[Any]] = {"uid": uids, "revision": [revision] * len(uids), **columns}
        for name, linked in links.resolve_columns(self._connection, form.register, columns).items():
            written[link_column(name)] = linked
        if words := search_words(form, columns):
            written[SEARCH_WORDS] = words
        insert_columns(self._connection, form.table, written)
        self._note(form.register.code, uids)
        names = links.names_in_columns(form.register, columns)
        self._note_links(links.relink(self._connection, form.register, names))

    def change(self, record: R) -> R:
        """Store an edited record; the one stored comes back, the same when no field differs.

        Raises Stale when its revision is not the stored one, or when it is not there any more.
        """
        changed: R = self.change_many([record])[0]  # type: ignore[assignment]
        return changed

    def change_many(self, records: Sequence[Record]) -> list[Record]:
        """Store edited records, as `change` does; all or none."""
        before = self._before(records)
        for each in records:
            form = form_of(each)
            kept = before.get(each.uid)
            if kept is None or kept.revision != each.revision:
                raise self._stale(each)
            self.update(form, kept, form.row(kept), form.row(each))
        after = self._before(records)
        result = [after[each.uid] for each in records]
        edited = [(before[each.uid], each) for each in result if each.revision != before[each.uid].revision]
        self._guard(edited)
        return result

    def change_all(self, records: Sequence[Record]) -> None:
        """Store edited records as `change_many` does, without giving them back: for thousands."""
        if self._guarded:
            self.change_many(records)
            return
        before = self._before(records)
        alike: dict[tuple[str, tuple[str, ...]], list[_Edit]] = {}
        for each in records:
            form = form_of(each)
            kept = before.get(each.uid)
            if kept is None or kept.revision != each.revision:
                raise self._stale(each)
            edit = _Edit(form, kept, form.row(kept), form.row(each))
            if names := edit.names():
                alike.setdefault((form.register.code, names), []).append(edit)
        for (_code, names), edits in alike.items():
            self._update_alike(edits[0].form, names, edits)

    def _update_alike(self, form: RowForm[Any], names: tuple[str, ...], edits: Sequence[_Edit]) -> None:
        """Write the same columns of many records in one statement, one journal line for each of them.

        That none of them is stale was seen in this transaction.
        """
        code, table = form.register.code, form.table
        linked = [each.name for each in form.links if each.name in names]
        resolved: list[dict[str, str]] = [{} for _edit in edits]
        if linked:
            resolved = links.resolve(self._connection, form.register, [each.new for each in edits])
        searched = bool(form.named) and any(each.name in names for each in form.named)
        written = []
        for edit, found in zip(edits, resolved, strict=True):
            values: dict[str, Any] = {_TO + name: edit.new.get(name) for name in names}
            values.update({_TO + link_column(name): found.get(name) for name in linked})
            if searched:
                values[_TO + SEARCH_WORDS] = form.words(edit.new)
            values[_TO + "revision"] = edit.kept.revision + 1
            values[_OF] = edit.kept.uid
            written.append(values)
            for name in names:
                before, after = text_of(edit.old.get(name)), text_of(edit.new.get(name))
                self._journal.add("edit", code, edit.kept.uid, name, before, after)
        columns = [name.removeprefix(_TO) for name in written[0] if name != _OF]
        statement = table.update().where(table.c.uid == bindparam(_OF))
        self._connection.execute(statement.values({name: bindparam(_TO + name) for name in columns}), written)
        self._note(code, [each.kept.uid for each in edits])
        if {"ended", "same_as", *form.register.names}.intersection(names):
            self._link_again(form.register, [row for each in edits for row in (each.old, each.new)])

    def _before(self, records: Sequence[Record]) -> dict[str, Record]:
        by_kind: dict[type[Record], list[str]] = {}
        for each in records:
            by_kind.setdefault(type(each), []).append(each.uid)
        return {each.uid: each for kind, uids in by_kind.items() for each in self.records(kind, uids)}

    def update(self, form: RowForm[Any], kept: Record, old: Row, new: Row) -> bool:
        """Write the columns that differ, one journal line each; whether any did. No guard."""
        names = [name for name in form.valued if old.get(name) != new.get(name)]
        if not names:
            return False
        code, table = form.register.code, form.table
        values: dict[str, Any] = {name: new.get(name) for name in names}
        values.update(self._links_of(form, names, new))
        if form.named and any(each.name in values for each in form.named):
            values[SEARCH_WORDS] = form.words(new)
        values["revision"] = kept.revision + 1
        conditional = table.update().where(table.c.uid == kept.uid, table.c.revision == kept.revision)
        if self._connection.execute(conditional.values(values)).rowcount != 1:
            raise self._stale(kept)
        for name in names:
            self._journal.add("edit", code, kept.uid, name, text_of(old.get(name)), text_of(new.get(name)))
        self._note(code, [kept.uid])
        if {"ended", "same_as", *form.register.names}.intersection(names):
            self._link_again(form.register, (old, new))
        return True

    def _links_of(self, form: RowForm[Any], names: Sequence[str], row: Row) -> dict[str, str | None]:
        """The link columns of the references among the changed columns."""
        changed = [each.name for each in form.links if each.name in names]
        if not changed:
            return {}
        resolved = links.resolve(self._connection, form.register, [row])[0]
        return {link_column(name): resolved.get(name) for name in changed}

    def end(self, kind: type[R], uid: str) -> R:
        """Mark a record as ended (已停用); it leaves every list but stays in the desk."""
        return self.change(dataclasses.replace(self._there(kind, uid), ended=True))

    def reopen(self, kind: type[R], uid: str) -> R:
        """Take the ended mark off a record; one that was merged into another stands for itself again."""
        return self.change(dataclasses.replace(self._there(kind, uid), ended=False, same_as=None))

    def _there(self, kind: type[R], uid: str) -> R:
        record = self.get(kind, uid)
        if record is None:
            raise Stale(_("这条记录已经不在了，请刷新后再看。"))
        return record

    def _stale(self, record: Record) -> Stale:
        last = self.last_change(record)
        if last is None or not self.records(type(record), [record.uid]):
            return Stale(_("这条记录已经不在了，请刷新后再看。"))
        who, when = last
        message = _("“{key}”刚由{who}在{when}改过，请核对新内容后再改。")
        return Stale(
            message.format(key=register_of(record).key_text(record), who=who, when=reversal.shown(when))
        )

    def forget(self, form: RowForm[Any], uids: Sequence[str]) -> None:
        """Note that rows were deleted (by undoing what added them), and clear the links to them."""
        self._note(form.register.code, uids)
        self._note_links(links.unlink(self._connection, form.register, uids))

    def _note(self, code: str, uids: Iterable[str]) -> None:
        self._touched.setdefault(code, set()).update(uids)
        self._facts = None
        self._unions.clear()

    def _link_again(self, register: Register, rows: Iterable[Row | None]) -> None:
        self._note_links(links.relink(self._connection, register, links.names_in(register, rows)))

    def _note_links(self, relinked: links.Relinked) -> None:
        for code, uids in relinked.items():
            self._relinked.setdefault(code, set()).update(uids)

    def _guard(self, writes: Sequence[tuple[Record | None, Record]], *, reason: str | None = None) -> None:
        """Run the guards of the registers on what was written; the facts hold all of it.

        reason: of the step that this one reverses; its own one otherwise.
        """
        if not self._guarded:
            return
        occasion = self._occasion
        why = reason or occasion.reason
        locked = {} if why else self.locked()
        policy = self.policy()
        for before, after in writes:
            filed = [FILED] if before is not None and after.uid in locked else []
            for code in (*filed, *register_of(after).guards):
                number = locked.get(after.uid)
                GUARDS[code](Write(before, after, self.facts(), policy, occasion.today, why, number))
