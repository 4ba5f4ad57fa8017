"""Typing in: records added, changed, ended and brought back, one journal step a call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.records.change import Changed
from college_desk.records.finding import Finding
from college_desk.records.register import Record, Register, differences, register_of
from college_desk.records.values.value_type import Cell, Fault, Surroundings
from college_desk.services import keys, uniting
from college_desk.services.filling import filled
from college_desk.services.listing import surroundings
from college_desk.services.naming import step_title
from college_desk.services.typed_values import read_changes, readable
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader
from college_desk.storage.writer import Writer


@dataclass(frozen=True)
class Saved:
    """What became of an edit.

    record: as it is kept now; changed: what the step touched, empty when everything was so already;
    findings: what the rules find on the record now; faults: [(field name, fault)] of the values given,
    an unreadable one was not kept.
    """

    record: Record
    changed: Changed
    findings: tuple[Finding, ...] = ()
    faults: tuple[tuple[str, Fault], ...] = ()


@dataclass(frozen=True)
class SavedMany:
    """What became of a block of cells: as Saved; faults: [(uid, field name, fault)]."""

    records: tuple[Record, ...]
    changed: Changed
    faults: tuple[tuple[str, str, Fault], ...] = ()


def set_record(
    desk: Desk,
    register: Register,
    key: str | None,
    changes: Mapping[str, Cell],
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
    reason: str | None = None,
    fill: bool = False,
) -> Saved:
    """Add or edit one record by its key, as `set` does.

    key: a uid or key values joined by `/`; None: the key among the changes decides. changes: {field name,
    other name or label: cell}, an empty cell clears; `ended` ends or brings back. Readable values are kept
    whatever the rules say. fill: an identity number fills an empty sex and birth date.
    Raises UnusableInput for an unknown record or field, a value that cannot be read, a missing key;
    Refused when a guard refuses.
    """
    if register.made_by_program:
        raise UnusableInput(_("{register}由程序生成，不能录入。").format(register=_(register.title)))
    with desk.read() as reader:
        around = surroundings(reader, today)
        typed = read_changes(register, changes, around)
        before = _before(reader, register, key, typed.values, around)
        new = before or replace(register.record(), campus=_campus_here(reader, register))
        named = keys.same_named(reader, register, before, typed.values) if before else frozenset[str]()
        if before is not None and key is None:
            named |= keys.once_named(reader, register, before, typed.values)
    values = {name: value for name, value in typed.values.items() if name not in named}
    after = replace(new, **values)
    after = filled(after, values) if fill else after
    if before is not None and not differences(before, after) and typed.ended in (None, before.ended):
        return Saved(before, Changed(), _findings(desk, before, today), typed.faults)
    title = step_title(_verb(before, typed.ended), register, [after])
    with desk.write(title, who=who, now=now, today=today, reason=reason) as writer:
        record = _write(writer, register, before, after, typed.ended)
    return Saved(record, writer.changed, _findings(desk, record, today), typed.faults)


def change_field(
    desk: Desk,
    register: Register,
    uid: str,
    field: str,
    cell: Cell,
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
    reason: str | None = None,
    fill: bool = True,
) -> Saved:
    """Change one field of one record from what was typed into its cell.

    An unreadable text changes nothing and comes back as a fault. Raises UnusableInput for an unknown
    record or field, Refused when a guard refuses.
    """
    many = change_cells(
        desk, register, {uid: {field: cell}}, who=who, now=now, today=today, reason=reason, fill=fill
    )
    record = many.records[0]
    faults = tuple((name, fault) for _uid, name, fault in many.faults)
    return Saved(record, many.changed, _findings(desk, record, today), faults)


def change_cells(
    desk: Desk,
    register: Register,
    cells: Mapping[str, Mapping[str, Cell]],
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
    reason: str | None = None,
    fill: bool = True,
) -> SavedMany:
    """Change a block of cells in one step: paste, fill down, clear. cells: {uid: {field: cell}}.

    Cells that cannot be read are left as they were and come back as faults; the others are kept.
    Raises UnusableInput for an unknown record or field, Refused when a guard refuses (then nothing is kept).
    """
    with desk.read() as reader:
        around = surroundings(reader, today)
        befores = {each.uid: each for each in reader.records(register.record, list(cells))}
    afters: list[Record] = []
    faults: list[tuple[str, str, Fault]] = []
    for uid, given in cells.items():
        before = befores.get(uid)
        if before is None:
            raise UnusableInput(_("这条记录已不在{register}中。").format(register=_(register.title)))
        values, row_faults = readable(register, given, around)
        faults += [(uid, name, fault) for name, fault in row_faults]
        after = replace(before, **values)
        afters.append(filled(after, values) if fill else after)
    touched = [each for each in afters if differences(befores[each.uid], each)]
    if not touched:
        return SavedMany(tuple(afters), Changed(), tuple(faults))
    title = step_title(_("修改"), register, touched)
    with desk.write(title, who=who, now=now, today=today, reason=reason) as writer:
        kept = {each.uid: each for each in writer.change_many(touched)}
    return SavedMany(tuple(kept.get(each.uid, each) for each in afters), writer.changed, tuple(faults))


def add(
    desk: Desk,
    record: Record,
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
    reason: str | None = None,
    fill: bool = True,
) -> Saved:
    """Add a record as it stands; its campus is this desk's where it has none. Raises as set_record does."""
    register = register_of(record)
    new = (
        filled(record, {each.name: getattr(record, each.name) for each in register.fields})
        if fill
        else record
    )
    if register.key and all(getattr(new, names[0]) is None for names in keys.key_choices(register)):
        raise UnusableInput(_first_key_missing(register))
    title = step_title(_("新增"), register, [new])
    with desk.write(title, who=who, now=now, today=today, reason=reason) as writer:
        if new.campus is None:
            new = replace(new, campus=_campus_here(writer, register))
        kept = writer.add(new)
    return Saved(kept, writer.changed, _findings(desk, kept, today))


def end(
    desk: Desk,
    register: Register,
    uids: Sequence[str],
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
    reason: str | None = None,
) -> Changed:
    """Mark records as ended (停用) in one step; they stay, out of sight. Unknown uids: UnusableInput."""
    return _end_or_reopen(desk, register, uids, ended=True, who=who, now=now, today=today, reason=reason)


def reopen(
    desk: Desk,
    register: Register,
    uids: Sequence[str],
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
    reason: str | None = None,
) -> Changed:
    """Bring ended records back in one step; one that was united with another is split from it again."""
    return _end_or_reopen(desk, register, uids, ended=False, who=who, now=now, today=today, reason=reason)


def _end_or_reopen(
    desk: Desk,
    register: Register,
    uids: Sequence[str],
    *,
    ended: bool,
    who: str,
    now: dt.datetime,
    today: dt.date,
    reason: str | None,
) -> Changed:
    with desk.read() as reader:
        found = reader.records(register.record, uids)
    if len(found) != len(set(uids)):
        raise UnusableInput(_("这条记录已不在{register}中。").format(register=_(register.title)))
    touched = [each for each in found if each.ended != ended]
    if not touched:
        return Changed()
    title = step_title(_("停用") if ended else _("恢复"), register, touched)
    with desk.write(title, who=who, now=now, today=today, reason=reason) as writer:
        for each in touched:
            if ended:
                writer.end(register.record, each.uid)
            elif each.same_as is not None:
                writer.change_many(uniting.split(writer, register, each))
            else:
                writer.reopen(register.record, each.uid)
    return writer.changed


def _before(
    reader: Reader, register: Register, key: str | None, values: Mapping[str, Any], around: Surroundings
) -> Record | None:
    """The record to edit, None when it is a new one."""
    if register.one_record:
        return keys.the_only_record(reader, register)
    if key is not None:
        return keys.one_by_key(reader, register, key, around)
    return keys.record_of_fields(reader, register, values)


def _write(
    writer: Writer, register: Register, before: Record | None, after: Record, ended: bool | None
) -> Record:
    if before is None:
        record = writer.add(after)
    elif differences(before, after):
        record = writer.change(after)
    else:
        record = before
    if ended is True and not record.ended:
        record = writer.end(register.record, record.uid)
    elif ended is False and record.ended:
        record = writer.reopen(register.record, record.uid)
    return record


def _verb(before: Record | None, ended: bool | None) -> str:
    if before is None:
        return _("新增")
    if ended is None or ended == before.ended:
        return _("修改")
    return _("停用") if ended else _("恢复")


def _campus_here(reader: Reader, register: Register) -> str | None:
    """The campus that new records belong to; a campus itself and the school belong to none."""
    return None if register.subject == "college" else reader.meta("here")


def _first_key_missing(register: Register) -> str:
    first = " / ".join(_(register.by_name[each[0]].title) for each in keys.key_choices(register))
    return _("请写明“{field}”，没有它就不知道是哪一条。").format(field=first)


def _findings(desk: Desk, record: Record, today: dt.date) -> tuple[Finding, ...]:
    from college_desk.services import checking

    return tuple(checking.findings_of(desk, record, today))
