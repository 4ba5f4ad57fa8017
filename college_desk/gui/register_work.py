"""What the page of a register asks of the services: lists, edits, new and ended records, files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.gui.context import DeskContext
from college_desk.gui.models.register_model import CellEdit
from college_desk.records.change import Changed, ChangeLine
from college_desk.records.finding import Finding
from college_desk.records.query import Query
from college_desk.records.register import Record, Register
from college_desk.services import editing, filing_life, keys, listing, row_adding, unfinished
from college_desk.services.filing_life import Standing


@dataclass(frozen=True)
class Listed:
    """The records that a query chooses, and how many the register has in all."""

    query: Query
    uids: list[str]
    total: int


class RegisterWork:
    """The services as one page uses them; every call but `fetch` answers later, on the window's thread."""

    def __init__(self, context: DeskContext, register: Register, owner: QObject) -> None:
        self._context = context
        self._register = register
        self._owner = owner

    def fetch(self, uids: Sequence[str]) -> Sequence[Record]:
        """The records of a page of rows; quick enough for the window's thread."""
        return listing.page(self._context.desk, self._register, uids)

    def choose(self, query: Query, then: Callable[[Listed], None]) -> None:
        """Choose by a query."""
        desk, register = self._context.desk, self._register

        def work(_progress: Progress) -> Listed:
            every = Query(ended=query.ended)
            return Listed(query, listing.uids(desk, register, query), listing.count(desk, register, every))

        self._context.tasks.run(work, then=then, owner=self._owner)

    def change_cells(
        self,
        edits: Sequence[CellEdit],
        then: Callable[[editing.SavedMany], None],
        failed: Callable[[DeskError], None],
        *,
        reason: str | None = None,
    ) -> None:
        """Store what was typed into cells, in one step; reason: why, for records that were filed."""
        context, register = self._context, self._register
        cells: dict[str, dict[str, Any]] = {}
        for each in edits:
            cells.setdefault(each.uid, {})[each.field] = each.text
        context.change(
            lambda _progress: editing.change_cells(
                context.desk,
                register,
                cells,
                who=context.who,
                now=context.now(),
                today=context.today(),
                reason=reason,
            ),
            then=then,
            failed=failed,
            owner=self._owner,
        )

    def add(
        self,
        rows: Sequence[Mapping[str, str]],
        then: Callable[[row_adding.AddedRows], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Store new records from typed texts, in one step."""
        context, register = self._context, self._register
        context.change(
            lambda _progress: row_adding.add_rows(
                context.desk, register, rows, who=context.who, now=context.now(), today=context.today()
            ),
            then=then,
            failed=failed,
            owner=self._owner,
        )

    def keep_unfinished(self, rows: Sequence[Mapping[str, str]]) -> None:
        """Lay rows that are not finished into the pending tray."""
        context, register = self._context, self._register
        context.change(
            lambda _progress: unfinished.keep(
                context.desk, register, rows, who=context.who, now=context.now(), today=context.today()
            )
        )

    def end(
        self,
        uids: Sequence[str],
        then: Callable[[Changed], None],
        failed: Callable[[DeskError], None],
        *,
        reason: str | None = None,
    ) -> None:
        """Mark records as ended."""
        self._end_or_reopen(editing.end, uids, then, failed, reason)

    def reopen(
        self,
        uids: Sequence[str],
        then: Callable[[Changed], None],
        failed: Callable[[DeskError], None],
        *,
        reason: str | None = None,
    ) -> None:
        """Bring ended records back."""
        self._end_or_reopen(editing.reopen, uids, then, failed, reason)

    def history(self, uid: str, then: Callable[[str, list[ChangeLine]], None]) -> None:
        """The changes of one record."""
        desk = self._context.desk

        def work(_progress: Progress) -> list[ChangeLine]:
            with desk.read() as reader:
                return reader.lines_of(uid)

        self._context.tasks.run(work, then=lambda lines: then(uid, lines), owner=self._owner)

    def standing(self, uid: str, then: Callable[[str, list[Standing]], None]) -> None:
        """In which filings a record stands, and what it was then."""
        desk = self._context.desk

        def work(_progress: Progress) -> list[Standing]:
            with desk.read() as reader:
                return list(filing_life.filings_holding(reader, uid))

        self._context.tasks.run(work, then=lambda found: then(uid, found), owner=self._owner)

    def explain(self, finding: Finding, text: str, then: Callable[[object], None]) -> None:
        """Write the explanation of a warning."""
        from college_desk.services import explaining

        context = self._context
        context.change(
            lambda _progress: explaining.explain(
                context.desk,
                [finding.id],
                text=text,
                who=context.who,
                now=context.now(),
                today=context.today(),
            ),
            then=then,
            owner=self._owner,
        )

    def export(
        self, query: Query, out: Path, columns: Sequence[str], title: str, then: Callable[[int], None]
    ) -> None:
        """Write the chosen records as a workbook or csv, by the file's ending."""
        context, register = self._context, self._register
        write = listing.export_csv if out.suffix.lower() == ".csv" else listing.export_xlsx
        context.tasks.run(
            lambda _progress: write(context.desk, register, query, out, context.today(), columns=columns),
            then=then,
            title=title,
            owner=self._owner,
        )

    def missing(self, cells: Mapping[str, str]) -> list[str]:
        """The names of the fields that a new record still needs before it can be stored."""
        register = self._register
        known = any(cells.get(names[0], "").strip() for names in keys.key_choices(register))
        missing = [] if known or not register.key else [register.key[0]]
        if "name" in register.by_name and "name" not in missing and not cells.get("name", "").strip():
            missing.append("name")
        return missing

    def _end_or_reopen(
        self,
        service: Callable[..., Changed],
        uids: Sequence[str],
        then: Callable[[Changed], None],
        failed: Callable[[DeskError], None],
        reason: str | None,
    ) -> None:
        context, register = self._context, self._register
        context.change(
            lambda _progress: service(
                context.desk,
                register,
                uids,
                who=context.who,
                now=context.now(),
                today=context.today(),
                reason=reason,
            ),
            then=then,
            failed=failed,
            owner=self._owner,
        )
