"""Finding records by their key; keys are indexes, several records may have one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from college_desk.records.register import Field, Record, Register
from college_desk.storage.dialect import chunks
from college_desk.storage.rows import RowForm

R = TypeVar("R", bound=Record)
Key = tuple[Any, ...]


@dataclass(frozen=True)
class KeyForm:
    """Which fields a key's parts are values of; lacking: the field that sorts records without it first."""

    fields: tuple[str, ...]
    lacking: str | None = None


def key_form(register: Register, key: Key) -> KeyForm | None:
    """What a key given compares with; None when it names nothing (no parts, or the first one empty)."""
    if not key or key[0] is None or not register.key:
        return None
    names = register.key
    if register.else_key and len(key) == len(register.else_key) != len(register.key):
        return KeyForm(_real(register, register.else_key), register.by_name[names[0]].name)
    if len(key) > len(names):
        raise ValueError(f"register {register.code!r} has a key of {len(names)} parts, not {len(key)}")
    return KeyForm(_real(register, names[: len(key)]))


def matching(
    connection: Connection, form: RowForm[R], met: KeyForm, keys: Sequence[Key]
) -> dict[Key, list[R]]:
    """The live records of keys of one form; for one key by all its parts, for many by the first parts."""
    if len(keys) == 1:
        rows: Iterator[Sequence[Any]] = _rows_of_one(connection, form, met, keys[0])
    else:
        rows = _rows_of_many(connection, form, met, keys)
    wanted = set(keys)
    found: dict[Key, list[R]] = {}
    for row in rows:
        record = form.record(row)
        key = tuple(getattr(record, name) for name in met.fields)
        if key in wanted:
            found.setdefault(key, []).append(record)
    for records in found.values():
        records.sort(key=lambda record: (_filled(record, met.lacking), record.uid))
    return found


def _filled(record: Record, name: str | None) -> bool:
    return name is not None and getattr(record, name) is not None


def _rows_of_one(
    connection: Connection, form: RowForm[Any], met: KeyForm, key: Key
) -> Iterator[Sequence[Any]]:
    asked = select(*form.columns()).where(form.table.c.ended.is_(False))
    for name, value in zip(met.fields, key, strict=True):
        column = form.table.c[name]
        asked = asked.where(column.is_(None) if value is None else column == _store(form, name, value))
    yield from connection.execute(asked)


def _rows_of_many(
    connection: Connection, form: RowForm[Any], met: KeyForm, keys: Sequence[Key]
) -> Iterator[Sequence[Any]]:
    first = form.table.c[met.fields[0]]
    asked = select(*form.columns()).where(form.table.c.ended.is_(False))
    for some in chunks(list(dict.fromkeys(_store(form, met.fields[0], key[0]) for key in keys))):
        yield from connection.execute(asked.where(first.in_(some)))


def _store(form: RowForm[Any], name: str, value: Any) -> Any:
    declared: Field = form.register.by_name[name]
    return declared.type.store(value)


def _real(register: Register, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(register.by_name[name].name for name in names)
