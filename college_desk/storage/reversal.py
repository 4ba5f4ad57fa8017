"""Taking a step back: what it did is undone from its journal lines alone, or refused where it was changed since."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, desc, select

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.records.change import PendingRow
from college_desk.records.register import REGISTERS, Record
from college_desk.storage import entries, pending
from college_desk.storage.dialect import chunks
from college_desk.storage.journal import JournalWriter, Line, lines_of_step, text_of, undone_steps
from college_desk.storage.rows import Row, RowForm, row_form
from college_desk.storage.tables import schema

if TYPE_CHECKING:
    from college_desk.storage.writer import Writer

Writes = list[tuple[Record | None, Record]]
_Place = tuple[str, str]
_State = dict[_Place, Row | None]


def was_guarded(connection: Connection, step: int) -> bool:
    """Whether a step was written under guards; reversing an import or a merge is refused as little as it was."""
    steps = schema().steps
    return bool(connection.scalar(select(steps.c.guarded).where(steps.c.id == step)))


def reason_of(connection: Connection, step: int) -> str | None:
    """Why a step was done; an undoing step has the reason of what it undid."""
    steps = schema().steps
    reason, reverses = connection.execute(
        select(steps.c.reason, steps.c.reverses).where(steps.c.id == step)
    ).one()
    if reason is None and reverses is not None:
        return reason_of(connection, reverses)
    return None if reason is None else str(reason)


def reverse(writer: Writer, connection: Connection, journal: JournalWriter, step: int) -> Writes:
    """Undo what a step did, through the writer; the records before and after, for the guards.

    Raises DeskError as `Writer.reverse` says.
    """
    lines = _reversible(connection, step)
    of_records = [line for line in lines if line.act in ("add", "edit", "remove")]
    now, forms = _current(connection, of_records)
    then = {place: None if row is None else dict(row) for place, row in now.items()}
    for line in reversed(of_records):
        _step_back(connection, step, then, line)
    writes = _apply(writer, connection, journal, forms, now, then)
    _reverse_pending(writer, connection, step, lines)
    for line in reversed([line for line in lines if line.act == "entry"]):
        if entries.one(connection, line.register, line.uid) != line.after:
            raise _changed_since(connection, step, line)
        writer.put_entry(line.register, line.uid, line.before)
    return writes


def _reversible(connection: Connection, step: int) -> list[Line]:
    """The lines of a step that may be reversed. Raises DeskError for one that may not."""
    steps = schema().steps
    found = connection.execute(select(steps).where(steps.c.id == step)).first()
    if found is None:
        raise DeskError(_("修改记录中没有第{step}步。").format(step=step))
    if found.final:
        raise DeskError(_("“{what}”不能撤销，请用补正或冲减更正。").format(what=found.what))
    if step in undone_steps(connection):
        raise DeskError(_("“{what}”已经撤销过了。").format(what=found.what))
    return lines_of_step(connection, step)


def _current(connection: Connection, lines: Iterable[Line]) -> tuple[_State, dict[str, RowForm[Any]]]:
    """The rows, as they are now, of all records that the lines speak of; None where there is none."""
    uids: dict[str, dict[str, None]] = {}
    for line in lines:
        uids.setdefault(line.register, {})[line.uid] = None
    forms = {code: row_form(REGISTERS[code]) for code in uids}
    state: _State = {(code, uid): None for code, some in uids.items() for uid in some}
    for code, some in uids.items():
        form = forms[code]
        for few in chunks(list(some)):
            asked = select(*form.columns()).where(form.table.c.uid.in_(few))
            state.update(((code, row[0]), form.row_of(row)) for row in connection.execute(asked))
    return state, forms


def _step_back(connection: Connection, step: int, state: _State, line: Line) -> None:
    """Undo one line in the state. Raises DeskError when the state is not what the line left."""
    place = (line.register, line.uid)
    row = state[place]
    before, after = (None if text is None else json.loads(text) for text in (line.before, line.after))
    if line.act == "edit":
        assert line.field is not None
        if row is None or row.get(line.field) != after:
            raise _changed_since(connection, step, line)
        if before is None:
            row.pop(line.field, None)
        else:
            row[line.field] = before
        return
    if row != after:
        raise _changed_since(connection, step, line)
    state[place] = before


def _changed_since(connection: Connection, step: int, line: Line) -> DeskError:
    """The refusal, naming who changed the same after that step, and when."""
    heads, lines = schema().steps, schema().lines
    asked = select(heads.c.who, heads.c.made_at).join(lines, lines.c.step == heads.c.id)
    asked = asked.where(lines.c.step > step, lines.c.register == line.register, lines.c.uid == line.uid)
    if line.field is not None:
        asked = asked.where(lines.c.field.is_(None) | (lines.c.field == line.field))
    last = connection.execute(asked.order_by(desc(lines.c.step)).limit(1)).first()
    if last is None:
        return DeskError(_("这一步涉及的数据与修改记录不一致，不能撤销，请先做数据体检。"))
    message = _("{who}在{when}又改过同一处，不能直接撤销，请先撤销后来的修改。")
    return DeskError(message.format(who=last.who, when=shown(last.made_at)))


def shown(when: str) -> str:
    """A time of the journal as a clerk reads it."""
    return dt.datetime.fromisoformat(when).strftime("%Y-%m-%d %H:%M")


def _apply(
    writer: Writer,
    connection: Connection,
    journal: JournalWriter,
    forms: Mapping[str, RowForm[Any]],
    now: _State,
    then: _State,
) -> Writes:
    """Bring the records from one state to the other: removed, added back, edited; each with its lines."""
    writes: Writes = []
    for code, form in forms.items():
        uids = [uid for register, uid in now if register == code]
        kind = form.register.record
        old = {each.uid: each for each in writer.records(kind, uids)}
        gone = [uid for uid in uids if now[code, uid] is not None and then[code, uid] is None]
        _remove(writer, connection, journal, form, {uid: now[code, uid] or {} for uid in gone})
        back = {
            uid: then[code, uid] or {}
            for uid in uids
            if now[code, uid] is None and then[code, uid] is not None
        }
        if back:
            writer.insert(form, back)
            for uid, row in back.items():
                journal.add("add", code, uid, None, None, text_of(row))
        for uid in uids:
            was, will = now[code, uid], then[code, uid]
            if was is not None and will is not None:
                writer.update(form, old[uid], was, will)
        new = {each.uid: each for each in writer.records(kind, uids)}
        writes += [(old[uid], dataclasses.replace(old[uid], ended=True)) for uid in gone]
        writes += [(old.get(uid), new[uid]) for uid in uids if uid in new and old.get(uid) != new[uid]]
    return writes


def _remove(
    writer: Writer,
    connection: Connection,
    journal: JournalWriter,
    form: RowForm[Any],
    rows: Mapping[str, Row],
) -> None:
    """Delete rows that undoing an addition takes away, so that the desk is what it was."""
    uids = list(rows)
    for some in chunks(uids):
        connection.execute(form.table.delete().where(form.table.c.uid.in_(some)))
    for uid, row in rows.items():
        journal.add("remove", form.register.code, uid, None, text_of(row), None)
    if uids:
        writer.forget(form, uids)


def _reverse_pending(writer: Writer, connection: Connection, step: int, lines: Sequence[Line]) -> None:
    """Take out the rows that the step laid into the tray, and lay in those that it took out."""
    moved = [line for line in lines if line.act == "pending"]
    if not moved:
        return
    there = pending.rows_of(connection, [int(line.uid) for line in moved])
    state: dict[int, PendingRow | None] = {int(line.uid): there.get(int(line.uid)) for line in moved}
    for line in reversed(moved):
        number = int(line.uid)
        kept = state[number]
        if (None if kept is None else pending.content_of(kept)) != line.after:
            raise _changed_since(connection, step, line)
        state[number] = None if line.before is None else pending.row_of(number, line.register, line.before)
    writer.take_out([row for number, row in there.items() if state[number] is None])
    writer.lay_in([row for number, row in state.items() if row is not None and number not in there])
