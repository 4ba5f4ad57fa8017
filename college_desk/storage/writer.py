"""The one door through which anything is written: records, tray, entries; one journal step a transaction."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import Connection

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.policy.guard import GUARDS, Write
from college_desk.policy.pack import Parameter
from college_desk.records.change import Changed, PendingRow
from college_desk.records.finding import Explanation
from college_desk.records.register import Record, Register, register_of
from college_desk.storage import entries, filings, links, pending, reversal
from college_desk.storage.dialect import insert_rows
from college_desk.storage.filings import StoredFiling
from college_desk.storage.journal import JournalWriter, text_of
from college_desk.storage.reader import Reader
from college_desk.storage.rows import Row, RowForm, form_of, with_uid, written_row
from college_desk.storage.tables import SEARCH_WORDS, link_column

R = TypeVar("R", bound=Record)

_PENDING_COUNTER = "pending"


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


class Writer(Reader):
    """A transaction that writes; what it wrote is visible to its own questions at once."""

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

    # --- records

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

    def insert(self, form: RowForm[Any], rows: Mapping[str, Row], revision: int = 1) -> None:
        """Insert rows by uid with their links, and link what names them; no journal line, no guard."""
        resolved = links.resolve(self._connection, form.register, list(rows.values()))
        lists = (
            written_row(form, uid, revision, row, linked)
            for (uid, row), linked in zip(rows.items(), resolved, strict=True)
        )
        insert_rows(self._connection, form.table, form.written, lists)
        self._note(form.register.code, rows)
        self._link_again(form.register, rows.values())

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
        """Take the ended mark off a record."""
        return self.change(dataclasses.replace(self._there(kind, uid), ended=False))

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

    # --- the pending tray

    def keep_pending(self, rows: Sequence[PendingRow]) -> list[int]:
        """Lay rows into the pending tray; each gets a new id, given back in order."""
        kept = entries.one(self._connection, "counter", _PENDING_COUNTER)
        first = int(kept or 0) + 1
        entries.put(self._connection, "counter", _PENDING_COUNTER, str(first + len(rows) - 1))
        numbered = [dataclasses.replace(row, id=first + place) for place, row in enumerate(rows)]
        self.lay_in(numbered)
        return [row.id for row in numbered]

    def take_pending(self, numbers: Sequence[int]) -> list[PendingRow]:
        """Take rows out of the pending tray; those that were there come back."""
        found = self.pending_rows(numbers)
        self.take_out(list(found.values()))
        return [found[number] for number in numbers if number in found]

    def lay_in(self, rows: Sequence[PendingRow]) -> None:
        """Lay rows into the tray under the ids that they bear."""
        pending.lay_in(self._connection, rows)
        for row in rows:
            self._journal.add("pending", row.register, str(row.id), None, None, pending.content_of(row))

    def take_out(self, rows: Sequence[PendingRow]) -> None:
        """Take these rows out of the tray."""
        pending.take_out(self._connection, [row.id for row in rows])
        for row in rows:
            self._journal.add("pending", row.register, str(row.id), None, pending.content_of(row), None)

    # --- entries

    def put_entry(self, kind: str, name: str, value: str | None) -> None:
        """Keep a value (JSON text) under a kind and name, None: none; a line in the journal if it differs."""
        before = entries.one(self._connection, kind, name)
        if before == value:
            return
        entries.put(self._connection, kind, name, value)
        self._journal.add("entry", kind, name, None, before, value)
        self._facts = None

    def set_meta(self, name: str, value: str | None) -> None:
        """Set a fact about this desk; None removes it."""
        self.put_entry("meta", name, None if value is None else text_of(value))

    def explain(self, finding_id: str, explanation: Explanation | None) -> None:
        """Keep the explanation of a warning; None takes it back."""
        self.put_entry("explanation", finding_id, explanation and entries.explanation_text(explanation))

    def set_parameter(self, parameter: Parameter) -> None:
        """Keep a value that the college entered, in place of the one with the same start of validity."""
        self.put_entry("parameter", entries.parameter_name(parameter), entries.parameter_text(parameter))

    def learn_synonym(self, table: str, text: str, code: str | None) -> None:
        """Remember one of the school's own words for an entry of a code table; None forgets it."""
        self.put_entry("synonym", f"{table}/{text}", None if code is None else text_of(code))

    def keep_layout(self, name: str, layout: Any) -> None:
        """Remember a sheet's layout (列对应, JSON values) under a hash of its header."""
        self.put_entry("layout", name, text_of(layout))

    # --- filings

    def keep_snapshot(self, content: bytes) -> str:
        """Keep a snapshot's canonical bytes; their SHA-256 comes back."""
        return filings.put_snapshot(self._connection, content)

    def keep_filing(self, filing: StoredFiling) -> None:
        """Keep a version of a filing, or its new state; such a step is not undone but answered."""
        filings.put_filing(self._connection, filing)
        self._final = True
        said = {name: value for name, value in filings.columns_of(filing).items() if value is not None}
        self._journal.add(
            "filing", filing.filing, f"{filing.number}/{filing.version}", None, None, text_of(said)
        )

    # --- undo

    def reverse(self, step: int) -> None:
        """Take back what a step did (an undoing one too: redo), as the step that this transaction makes.

        Raises DeskError naming who and when, if something that it changed was changed since; for a step
        that is answered, not undone; and for one that is undone already.
        """
        if len(self._journal):
            raise ValueError("a step either reverses another or does something new")
        self._guarded = self._guarded and reversal.was_guarded(self._connection, step)
        done = reversal.reverse(self, self._connection, self._journal, step)
        self._reverses = step
        self._guard(done)

    # --- the end of the step

    def finish(self) -> None:
        """Write the step into the journal, where anything was written; called once by the desk."""
        if not len(self._journal) and self._reverses is None:
            return
        occasion = self._occasion
        main = max(self._touched, key=lambda code: len(self._touched[code])) if self._touched else None
        self._step = self._journal.write(
            {
                "made_at": occasion.now.isoformat(),
                "who": occasion.who,
                "what": occasion.what,
                "reason": occasion.reason,
                "register": occasion.register or main,
                "records": sum(len(uids) for uids in self._touched.values()),
                "reverses": self._reverses,
                "guarded": self._guarded,
                "final": self._final,
            }
        )

    def forget(self, form: RowForm[Any], uids: Sequence[str]) -> None:
        """Note that rows were deleted (by undoing what added them), and clear the links to them."""
        self._note(form.register.code, uids)
        self._note_links(links.unlink(self._connection, form.register, uids))

    def _note(self, code: str, uids: Iterable[str]) -> None:
        self._touched.setdefault(code, set()).update(uids)
        self._facts = None

    def _link_again(self, register: Register, rows: Iterable[Row | None]) -> None:
        self._note_links(links.relink(self._connection, register, links.names_in(register, rows)))

    def _note_links(self, relinked: links.Relinked) -> None:
        for code, uids in relinked.items():
            self._relinked.setdefault(code, set()).update(uids)

    def _guard(self, writes: Sequence[tuple[Record | None, Record]]) -> None:
        """Run the guards of the registers on what was written; the facts hold all of it."""
        if not self._guarded:
            return
        occasion = self._occasion
        for before, after in writes:
            for code in register_of(after).guards:
                made = Write(before, after, self.facts(), self.policy(), occasion.today, occasion.reason)
                GUARDS[code](made)
