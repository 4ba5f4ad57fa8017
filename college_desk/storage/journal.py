"""The journal (修改记录): steps, their lines, and the chain of digests that shows any tampering."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

import orjson
from sqlalchemy import Connection, desc, func, select
from sqlalchemy import Row as DatabaseRow

from college_desk.records.change import ChangeLine, Step
from college_desk.records.register import REGISTERS
from college_desk.storage.dialect import insert_columns
from college_desk.storage.rows import Stored
from college_desk.storage.tables import schema

Act = Literal["add", "edit", "remove", "entry", "pending", "filing"]
_STEP_DIGEST_PARTS = (
    "id",
    "made_at",
    "who",
    "what",
    "reason",
    "register",
    "records",
    "reverses",
    "guarded",
    "final",
)
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_LINES_AT_ONCE = 5000
"""So many lines of an unfinished step lie in memory."""
_HIDDEN = ("source_file", "source_sheet", "source_row")


class Line(NamedTuple):
    """One line as the journal keeps it, before and after as JSON text of what the columns hold.

    act: add and remove carry all columns of a record, edit one (`field`), entry a value of `desk_entry`
    (register: its kind, uid: its name), pending a row laid in or taken out (uid: its id), filing a
    version of a filing.
    """

    act: Act
    register: str
    uid: str
    field: str | None
    before: str | None
    after: str | None


def text_of(value: Any) -> str:
    """A stored value, or a dict of them, as the journal's JSON text."""
    return _ENCODER.encode(value)


def text_of_row(row: Mapping[str, Stored]) -> str:
    """The JSON text of a record's columns, as `text_of` writes it, five times quicker."""
    try:
        return orjson.dumps(row, option=orjson.OPT_SORT_KEYS).decode("utf-8")
    except orjson.JSONEncodeError:  # half a surrogate pair, or a number of more than 64 bits
        return text_of(row)


def line_digest(step: int, place: int, line: Line) -> str:
    """The SHA-256 of what one line says: of the JSON text of its parts in a list."""
    try:
        said = orjson.dumps([step, place, *line])
    except orjson.JSONEncodeError:  # half a surrogate pair, which only the slower one writes
        said = text_of([step, place, *line]).encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()


class JournalWriter:
    """Collects the lines of one step and writes them with it; belongs to one transaction.

    Of a step of very many lines some are written before it is finished, so that they do not all lie in
    memory.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lines: list[Line] = []
        self._digests: list[str] = []
        self._place: tuple[int, str] | None = None

    def add(
        self, act: Act, register: str, uid: str, field: str | None, before: str | None, after: str | None
    ) -> None:
        """Note one line."""
        self._lines.append(Line(act, register, uid, field, before, after))
        if len(self._lines) >= _LINES_AT_ONCE:
            self._write_lines()

    def add_records(self, register: str, uids: Sequence[str], texts: Sequence[str]) -> None:
        """Note that these records were added, each with the JSON text of its columns."""
        self._lines += [
            Line("add", register, uid, None, None, text) for uid, text in zip(uids, texts, strict=True)
        ]
        if len(self._lines) >= _LINES_AT_ONCE:
            self._write_lines()

    def __len__(self) -> int:
        return len(self._digests) + len(self._lines)

    def write(self, step: dict[str, Any]) -> int:
        """Write the step with its lines and give its number; `step` holds the columns but id and chain."""
        number, previous = self._begun()
        self._write_lines()
        table = schema().steps
        numbered = {**step, "id": number}
        numbered["chain"] = _chain(previous, numbered, self._digests)
        self._connection.execute(table.update().where(table.c.id == number).values(numbered))
        return number

    def _begun(self) -> tuple[int, str]:
        """The step's number and the chain before it; at the first call its row is made, to be filled by `write`."""
        if self._place is None:
            table = schema().steps
            newest = self._connection.execute(
                select(table.c.id, table.c.chain).order_by(desc(table.c.id)).limit(1)
            ).first()
            self._place = (newest.id + 1, newest.chain) if newest else (1, "")
            unfinished = dict.fromkeys(("made_at", "who", "what", "chain"), "")
            self._connection.execute(
                table.insert().values(id=self._place[0], records=0, guarded=False, final=False, **unfinished)
            )
        return self._place

    def _write_lines(self) -> None:
        number, _previous = self._begun()
        lines, first = self._lines, len(self._digests)
        if not lines:
            return
        digests = [line_digest(number, place, line) for place, line in enumerate(lines, first)]
        told = dict(zip(Line._fields, map(list, zip(*lines, strict=True)), strict=True))
        places = list(range(first, first + len(lines)))
        columns = {"step": [number] * len(lines), "place": places, **told, "digest": digests}
        insert_columns(self._connection, schema().lines, columns)
        self._digests += digests
        lines.clear()


def _chain(previous: str, step: dict[str, Any], digests: Sequence[str]) -> str:
    said = text_of([previous, *(step[name] for name in _STEP_DIGEST_PARTS), len(digests)])
    made = hashlib.sha256(said.encode("utf-8"))
    for digest in digests:
        made.update(digest.encode("ascii"))
    return made.hexdigest()


def head(connection: Connection) -> str:
    """The newest step's digest in the chain; empty before the first."""
    table = schema().steps
    found: str | None = connection.scalar(select(table.c.chain).order_by(desc(table.c.id)).limit(1))
    return found or ""


def lines_of_step(connection: Connection, step: int) -> list[Line]:
    """All lines of a step, in order."""
    lines = schema().lines
    found = connection.execute(select(lines).where(lines.c.step == step).order_by(lines.c.place))
    return [_line(row) for row in found]


def _line(row: DatabaseRow[Any]) -> Line:
    return Line(row.act, row.register, row.uid, row.field, row.before, row.after)


def steps(connection: Connection, limit: int | None = None) -> list[Step]:
    """The steps, newest first."""
    table = schema().steps
    undone = undone_steps(connection)
    found = connection.execute(select(table).order_by(desc(table.c.id)).limit(limit))
    return [_step(row, row.id in undone) for row in found]


def _step(row: DatabaseRow[Any], undone: bool) -> Step:
    when = dt.datetime.fromisoformat(row.made_at)
    return Step(row.id, when, row.who, row.what, row.register, row.records, undone, row.reverses)


def undone_steps(connection: Connection) -> frozenset[int]:
    """The steps that a later step reversed, unless that one was reversed itself."""
    table = schema().steps
    pairs = connection.execute(
        select(table.c.id, table.c.reverses).where(table.c.reverses.is_not(None)).order_by(desc(table.c.id))
    )
    undone: set[int] = set()
    for number, reversed_step in pairs:
        if number not in undone:
            undone.add(reversed_step)
    return frozenset(undone)


def next_to_undo(connection: Connection) -> Step | None:
    """The newest step that stands and can be taken back; None when there is none."""
    table, undone = schema().steps, undone_steps(connection)
    found = connection.execute(
        select(table).where(table.c.reverses.is_(None), table.c.final.is_(False)).order_by(desc(table.c.id))
    )
    return next((_step(row, False) for row in found if row.id not in undone), None)


def next_to_redo(connection: Connection) -> Step | None:
    """The undoing step whose reversal brings back what was undone last; None after anything new was done."""
    table, undone = schema().steps, undone_steps(connection)
    done = connection.scalar(select(func.max(table.c.id)).where(table.c.reverses.is_(None))) or 0
    own = table.alias()
    found = connection.execute(
        select(table)
        .join(own, own.c.id == table.c.reverses)
        .where(table.c.id > done, own.c.reverses.is_(None))
        .order_by(desc(table.c.id))
    )
    return next((_step(row, False) for row in found if row.id not in undone), None)


def changes(
    connection: Connection, *, uid: str | None = None, step: int | None = None
) -> Iterator[ChangeLine]:
    """The lines about one record, or of one step, oldest first, as history shows them."""
    tables = schema()
    lines, heads = tables.lines, tables.steps
    told = (heads.c.made_at, heads.c.who, heads.c.what, heads.c.reason)
    asked = select(lines, *told).join(heads, heads.c.id == lines.c.step)
    asked = asked.where(lines.c.act.in_(("add", "edit", "remove")))
    if uid is not None:
        asked = asked.where(lines.c.uid == uid)
    if step is not None:
        asked = asked.where(lines.c.step == step)
    for row in connection.execute(asked.order_by(lines.c.step, lines.c.place)):
        if row.field in _HIDDEN:
            continue
        when = dt.datetime.fromisoformat(row.made_at)
        field = None if row.field == "ended" else row.field
        before, after = (_as_json(row.register, row.field, kept) for kept in (row.before, row.after))
        yield ChangeLine(
            row.step, when, row.who, row.what, row.register, row.uid, field, before, after, row.reason
        )


def _as_json(register: str, field: str | None, kept: str | None) -> str | None:
    """What a line keeps (columns) as JSON values of the fields."""
    if kept is None:
        return None
    stored = json.loads(kept)
    if stored is None:
        return None
    if field is not None:
        return text_of(_public(register, field, stored))
    return text_of(
        {name: _public(register, name, each) for name, each in stored.items() if name not in _HIDDEN}
    )


def _public(register: str, field: str, stored: Stored | None) -> Any:
    declared = REGISTERS[register].by_name.get(field) if register in REGISTERS else None
    if declared is None or stored is None:
        return stored
    return declared.type.to_json(declared.type.restore(stored))


def last_change(
    connection: Connection, register: str, uid: str, field: str | None = None
) -> tuple[str, str] | None:
    """Who changed a record (one column of it) last, and when (ISO); None when nobody did."""
    tables = schema()
    lines, heads = tables.lines, tables.steps
    asked = select(heads.c.who, heads.c.made_at).join(lines, heads.c.id == lines.c.step)
    asked = asked.where(lines.c.register == register, lines.c.uid == uid)
    if field is not None:
        asked = asked.where(lines.c.field.is_(None) | (lines.c.field == field))
    found = connection.execute(asked.order_by(desc(lines.c.step)).limit(1)).first()
    return (found.who, found.made_at) if found else None


def broken_steps(connection: Connection) -> list[int]:
    """The numbers of steps whose lines or place in the chain are not as they were written; empty when whole."""
    tables = schema()
    broken: list[int] = []
    previous = ""
    expected = 1
    for step in connection.execute(select(tables.steps).order_by(tables.steps.c.id)).mappings():
        digests, whole = [], step["id"] == expected
        rows = connection.execute(
            select(tables.lines).where(tables.lines.c.step == step["id"]).order_by(tables.lines.c.place)
        )
        for row in rows:
            digests.append(row.digest)
            whole = whole and row.digest == line_digest(row.step, row.place, _line(row))
        if not whole or step["chain"] != _chain(previous, dict(step), digests):
            broken.append(step["id"])
        previous, expected = step["chain"], step["id"] + 1
    return broken
