"""The one door through which anything is written: records, tray, entries; one journal step a transaction."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from college_desk.policy.pack import PackFiles, Parameter
from college_desk.records.change import PendingRow
from college_desk.records.filing_course import Course
from college_desk.records.finding import Explanation
from college_desk.records.register import Register
from college_desk.storage import entries, filings, pending, reversal
from college_desk.storage.filings import StoredFiling
from college_desk.storage.journal import text_of
from college_desk.storage.record_writer import RecordWriter

_PENDING_COUNTER = "pending"


class Writer(RecordWriter):
    """A transaction that writes; what it wrote is visible to its own questions at once."""

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
        text = None if explanation is None else entries.explanation_text(explanation)
        self.put_entry("explanation", finding_id, text)

    def set_parameter(self, parameter: Parameter) -> None:
        """Keep a value that the college entered, in place of the one with the same start of validity."""
        self.put_entry("parameter", entries.parameter_name(parameter), entries.parameter_text(parameter))

    def learn_synonym(self, table: str, text: str, code: str | None) -> None:
        """Remember one of the school's own words for an entry of a code table; None forgets it."""
        self.put_entry("synonym", f"{table}/{text}", None if code is None else text_of(code))

    def keep_apart(self, register: Register, one: str, other: str) -> None:
        """Remember that two records, however alike, are two (是两个人)."""
        first, second = sorted((one, other))
        said = {"who": self._occasion.who, "on": self._occasion.today.isoformat()}
        self.put_entry("apart", f"{register.code}/{first}/{second}", text_of(said))

    def keep_pack(self, code: str, files: PackFiles) -> None:
        """Keep a policy pack that the college was given, in place of one of that code."""
        self.put_entry("pack", code, text_of(dict(files)))

    def keep_layout(self, name: str, layout: Any) -> None:
        """Remember a sheet's layout (列对应, JSON values) under a hash of its header."""
        self.put_entry("layout", name, text_of(layout))

    def keep_tally(self, name: str, tally: Any) -> None:
        """Keep a cross table (JSON values) under a name; None drops it."""
        self.put_entry("tally", name, None if tally is None else text_of(tally))

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

    def keep_course(self, number: str, version: int, course: Course) -> None:
        """Keep how far a version of a filing has come, and the bureau's remarks on it."""
        self.put_entry("course", f"{number}/{version}", text_of(course.to_json()))

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
        self._guard(done, reason=reversal.reason_of(self._connection, step))

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
