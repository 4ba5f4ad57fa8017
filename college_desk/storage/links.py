"""Links: which record a reference's text names, kept beside the text and never part of what a record says."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from college_desk.records.register import REGISTERS, Field, Record, Register
from college_desk.records.values.organisation_name import comparable
from college_desk.storage.dialect import chunks
from college_desk.storage.rows import Row
from college_desk.storage.tables import link_column, references, schema

_MANY = 400
_HALF_WIDTH = str.maketrans({"（": "(", "）": ")"})

Relinked = dict[str, set[str]]
"""Uids of records whose links were set anew, by register code."""


@dataclass(frozen=True)
class _Reference:
    """A field of a register that names records of another."""

    register: Register
    field: Field


@functools.cache
def _pointing_at(code: str) -> tuple[_Reference, ...]:
    """All references, of any register, that name records of this one."""
    return tuple(
        _Reference(register, each)
        for register in REGISTERS
        for each in references(register)
        if each.refers_to == code
    )


def resolve(
    connection: Connection, register: Register, rows: Sequence[Mapping[str, object]]
) -> list[dict[str, str]]:
    """The links of rows of one register, by field name, in the rows' order; what names nothing has none."""
    names = [each.name for each in references(register)]
    resolved = resolve_columns(
        connection, register, {name: [row.get(name) for row in rows] for name in names}
    )
    found: list[dict[str, str]] = [{} for _row in rows]
    for name, uids in resolved.items():
        for links, uid in zip(found, uids, strict=True):
            if uid is not None:
                links[name] = uid
    return found


def resolve_columns(
    connection: Connection, register: Register, columns: Mapping[str, Sequence[object]]
) -> dict[str, list[str | None]]:
    """The links of many rows of one register, column by column; columns in which nothing is named are left out."""
    found: dict[str, list[str | None]] = {}
    for each in references(register):
        texts = columns.get(each.name, ())
        distinct = {str(text) for text in set(texts) if text is not None}
        if not distinct or each.refers_to is None or _is_empty(connection, REGISTERS[each.refers_to]):
            continue
        named = _named(connection, REGISTERS[each.refers_to], distinct)
        if named:
            found[each.name] = [None if text is None else named.get(str(text)) for text in texts]
    return found


def _is_empty(connection: Connection, target: Register) -> bool:
    """Whether a register holds nothing that could be named."""
    table = schema().registers[target.code]
    return connection.execute(select(table.c.uid).limit(1)).first() is None


def _named(connection: Connection, target: Register, texts: Iterable[str]) -> dict[str, str]:
    """The uid that each text names in a register: by its surest name first, and only if just one bears it.

    A live record goes before ended ones; of one merged into another, the other is meant.
    """
    table = schema().registers[target.code]
    named: dict[str, str] = {}
    undecided = {text: _forms(text) for text in texts}
    for name in target.names:
        declared = target.by_name[name]
        if declared.type.stored_as != "text" or not undecided:
            continue
        column = table.c[declared.name]
        bearers: dict[str, list[tuple[bool, str, str | None]]] = defaultdict(list)
        spelt = sorted({form for forms in undecided.values() for form in forms})
        for some in chunks(spelt):
            asked = select(column, table.c.ended, table.c.uid, table.c.same_as).where(column.in_(some))
            for text, ended, uid, same_as in connection.execute(asked):
                bearers[comparable(text)].append((ended, uid, same_as))
        for text in list(undecided):
            found = bearers.get(comparable(text))
            if not found:
                continue
            del undecided[text]
            uid = _only(connection, target, found)
            if uid is not None:
                named[text] = uid
    return named


def _only(
    connection: Connection, target: Register, bearers: Sequence[tuple[bool, str, str | None]]
) -> str | None:
    """The one record that bearers of a name are; None where they are several."""
    meant = {uid for ended, uid, _same_as in bearers if not ended}
    if not meant:
        merged = survivors(connection, target) if any(same_as for _ended, _uid, same_as in bearers) else {}
        meant = {merged.get(uid, uid) for _ended, uid, _same_as in bearers}
    return next(iter(meant)) if len(meant) == 1 else None


def _forms(text: str) -> tuple[str, ...]:
    """The spellings under which a name may stand: brackets of either width."""
    wide = comparable(text)
    return tuple(dict.fromkeys((text, wide, wide.translate(_HALF_WIDTH))))


def names_in(register: Register, rows: Iterable[Row | None]) -> set[str]:
    """The names under which these rows may be referred to; empty where nothing refers to the register."""
    if not _pointing_at(register.code):
        return set()
    fields = [register.by_name[name].name for name in register.names]
    return {str(row[name]) for row in rows if row is not None for name in fields if name in row}


def names_in_columns(register: Register, columns: Mapping[str, Sequence[object]]) -> set[str]:
    """The names under which rows, given column by column, may be referred to."""
    if not _pointing_at(register.code):
        return set()
    fields = [register.by_name[name].name for name in register.names]
    return {str(name) for field in fields for name in columns.get(field, ()) if name is not None}


def relink(connection: Connection, register: Register, names: set[str]) -> Relinked:
    """Set the links of all references that bear one of these names of a register's records anew.

    A link that stands stays where its text names no single record any more: the office wrote the text
    when it named that record (a rename, an ended enterprise).
    """
    relinked: Relinked = {}
    for each in _pointing_at(register.code) if names else ():
        texts = _texts_met(connection, each, names)
        if not texts:
            continue
        named = _named(connection, register, texts)
        changed = _set_links(connection, each, named)
        if changed:
            relinked.setdefault(each.register.code, set()).update(changed)
    return relinked


def _texts_met(connection: Connection, reference: _Reference, names: set[str]) -> set[str]:
    """Which of the texts in the reference's column are one of the names."""
    column = schema().registers[reference.register.code].c[reference.field.name]
    asked = select(column).distinct().where(column.is_not(None))
    if len(names) > _MANY:
        texts = [text for (text,) in connection.execute(asked)]
        if not texts:
            return set()
        meant = {form for name in names for form in _forms(name)}
        return {text for text in texts if text in meant}
    spelt = sorted({form for name in names for form in _forms(name)})
    return {text for (text,) in connection.execute(asked.where(column.in_(spelt)))}


def _set_links(connection: Connection, reference: _Reference, named: Mapping[str, str]) -> set[str]:
    """Write the links that differ; the uids of the records that got one."""
    table = schema().registers[reference.register.code]
    text, link = table.c[reference.field.name], table.c[link_column(reference.field.name)]
    changes: list[dict[str, str]] = []
    for some in chunks(sorted(named)):
        asked = select(table.c.uid, text, link).where(text.in_(some))
        changes += [
            {"of": uid, "to": named[written]}
            for uid, written, linked in connection.execute(asked)
            if linked != named[written]
        ]
    if changes:
        statement = table.update().where(table.c.uid == bindparam("of")).values({link: bindparam("to")})
        connection.execute(statement, changes)
    return {each["of"] for each in changes}


def unlink(connection: Connection, register: Register, uids: Sequence[str]) -> Relinked:
    """Clear the links to records that are taken out of the database (undoing what added them)."""
    unlinked: Relinked = {}
    for each in _pointing_at(register.code):
        table = schema().registers[each.register.code]
        link = table.c[link_column(each.field.name)]
        for some in chunks(uids):
            met = [uid for (uid,) in connection.execute(select(table.c.uid).where(link.in_(some)))]
            if met:
                connection.execute(table.update().where(link.in_(some)).values({link: None}))
                unlinked.setdefault(each.register.code, set()).update(met)
    return unlinked


def survivors(connection: Connection, register: Register | None = None) -> dict[str, str]:
    """The records, of one register or all, that were merged into another: {uid: uid of the one that stays}.

    Chains are followed.
    """
    merged: dict[str, str] = {}
    tables = schema().registers
    for table in tables.values() if register is None else (tables[register.code],):
        asked = select(table.c.uid, table.c.same_as).where(
            table.c.ended.is_(True), table.c.same_as.is_not(None)
        )
        merged.update((uid, other) for uid, other in connection.execute(asked))
    followed: dict[str, str] = {}
    for uid in merged:
        met = {uid}
        last = merged[uid]
        while last in merged and last not in met:
            met.add(last)
            last = merged[last]
        followed[uid] = last
    return followed


def read_through(record: Record, merged: Mapping[str, str]) -> Mapping[str, str] | None:
    """A record's links with merged records replaced by those that stay; None where nothing changes."""
    if not any(uid in merged for uid in record.links.values()):
        return None
    return {name: merged.get(uid, uid) for name, uid in record.links.items()}
