"""What a changing service did: told to every page, kept in the journal, carried by bundles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Changed:
    """The records that one step touched.

    step: the journal's number of the step, None when nothing was changed; records: {register code: uids}.
    """

    step: int | None = None
    records: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def registers(self) -> frozenset[str]:
        """The codes of the registers touched."""
        return frozenset(self.records)


@dataclass(frozen=True)
class Step:
    """One step of the journal as history shows it.

    what: a sentence part in the office's words (导入学徒花名册60人); register: the main register's code, or
    None; records: how many it touched; undone: whether a later step reversed it; reverses: the step that
    this one reversed, for undo and redo.
    """

    id: int
    when: dt.datetime
    who: str
    what: str
    register: str | None
    records: int
    undone: bool
    reverses: int | None = None


@dataclass(frozen=True)
class ChangeLine:
    """One line of the journal about one record: before and after as JSON values by field.

    field: None for a record as a whole (added, ended); reason: why the step was done, where one was given.
    """

    step: int
    when: dt.datetime
    who: str
    what: str
    register: str
    uid: str
    field: str | None
    before: str | None
    after: str | None
    reason: str | None = None


@dataclass(frozen=True)
class PendingRow:
    """A row that could not be stored, with its original cells, in the pending tray (待处理数据).

    cells: {header as it stands: text as it stands}; faults: [(header, field, severity, message)].
    """

    id: int
    register: str
    file: str
    sheet: str | None
    row: int
    cells: Mapping[str, str]
    faults: tuple[tuple[str | None, str | None, str, str], ...]
