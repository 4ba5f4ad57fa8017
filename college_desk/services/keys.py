"""Finding the records that a clerk names: by uid, by key values, or by the key among given fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.records.query import Condition, Query
from college_desk.records.register import REGISTERS, Field, Record, Register
from college_desk.records.values.value_type import Surroundings
from college_desk.storage.reader import Reader


def records_by_key(reader: Reader, register: Register, text: str, around: Surroundings) -> list[Record]:
    """The records that a KEY names: its uid, or its key values joined by `/`, in the order of the key.

    Fewer values than the key has name every record that they fit (the first alone where it names one).
    Ended records are found by uid, and by key where no live record has it; of one that was united with
    another, the other is meant.
    """
    by_uid = reader.get(register.record, text.strip())
    if by_uid is not None:
        return _standing(reader, register, [by_uid])
    for ended in (False, True):
        for names in key_choices(register):
            for parts in _groupings(text.split("/"), len(names)):
                given = _typed_parts(register, names, parts, around)
                if given is None:
                    continue
                if found := _fitting(reader, register, given, ended=ended):
                    return _standing(reader, register, found) if ended else found
    return []


def _standing(reader: Reader, register: Register, found: Sequence[Record]) -> list[Record]:
    """The records, those that were united with another replaced by the one that stays."""
    stays = reader.union(register).stays
    uids = dict.fromkeys(stays.get(each.uid, each.uid) for each in found)
    return reader.records(register.record, list(uids))


def one_by_key(reader: Reader, register: Register, text: str, around: Surroundings) -> Record:
    """The one record that a KEY names. Raises UnusableInput when there is none or there are several."""
    found = records_by_key(reader, register, text, around)
    if not found:
        raise UnusableInput(_("{register}中没有“{key}”。").format(register=_(register.title), key=text))
    if len(found) > 1:
        raise UnusableInput(
            _("{register}中有{count}{unit}都是“{key}”，请写全：{parts}。").format(
                register=_(register.title),
                count=len(found),
                unit=_(register.counted),
                key=text,
                parts="/".join(_(register.by_name[name].title) for name in register.key),
            )
        )
    return found[0]


def the_only_record(reader: Reader, register: Register) -> Record | None:
    """The record of a register that has exactly one (学校概况), None before it is made."""
    found = reader.all(register.record)
    return found[0] if found else None


def record_of_fields(reader: Reader, register: Register, given: Mapping[str, Any]) -> Record | None:
    """The record whose key stands among the given fields (by name), or None: it is a new one.

    A record that agrees in every key part comes first, parts that are not given compare as empty; then
    the one record that the given parts fit; then the one whose empty parts they fill; then the one that was
    united with the record of that key.
    Raises UnusableInput when nothing of the key is given, or the given parts fit several records.
    """
    if register.one_record:
        return the_only_record(reader, register)
    if not register.key:
        return None
    names = next((each for each in key_choices(register) if given.get(each[0]) is not None), None)
    if names is None:
        first = " / ".join(_(register.by_name[each[0]].title) for each in key_choices(register))
        raise UnusableInput(_("请写明“{field}”，没有它就不知道是哪一条。").format(field=first))
    exact = reader.find(register.record, tuple(given.get(name) for name in names))
    exact = [each for each in exact if _agrees(each, names, given)]
    if exact:
        return _only(register, exact)
    said = {name: given[name] for name in names if name in given}
    candidates = _fitting(reader, register, {names[0]: said[names[0]]}, ended=False)
    if fitting := [each for each in candidates if _fits(reader, register, each, said)]:
        return _only(register, fitting)
    fillable = [each for each in candidates if _fits(reader, register, each, said, or_empty=True)]
    if len(fillable) == 1:
        return fillable[0]
    united = reader.united(register.record, tuple(given.get(name) for name in names))
    return united or _without_first_part(reader, register, names, given)


def same_named(
    reader: Reader, register: Register, record: Record, given: Mapping[str, Any]
) -> frozenset[str]:
    """The given key fields that name what the record links to in other words than it keeps (its credit code)."""
    return frozenset(
        name
        for names in key_choices(register)
        for name in names
        if given.get(name) is not None
        and getattr(record, register.by_name[name].name) not in (None, given[name])
        and _fits(reader, register, record, {name: given[name]})
    )


def once_named(
    reader: Reader, register: Register, record: Record, given: Mapping[str, Any]
) -> frozenset[str]:
    """The given key fields that name the record only by a key of one that was united with it."""
    for names in key_choices(register):
        key = tuple(given.get(name) for name in names)
        other = reader.united(register.record, key)
        if other is not None and other.uid == record.uid and not reader.find(register.record, key):
            return frozenset(register.by_name[name].name for name in names)
    return frozenset()


def key_choices(register: Register) -> tuple[tuple[str, ...], ...]:
    """The register's key, and the other one where it has one."""
    return tuple(each for each in (register.key, register.else_key) if each)


def _without_first_part(
    reader: Reader, register: Register, names: Sequence[str], given: Mapping[str, Any]
) -> Record | None:
    """The one record kept under the other key so far, whose first key part (协议编号) comes only now."""
    other = register.else_key
    if not other or names == other or any(given.get(name) is None for name in other):
        return None
    said = {name: given[name] for name in other}
    found = [
        each
        for each in _fitting(reader, register, said, ended=False)
        if getattr(each, register.key[0]) is None
    ]
    return found[0] if len(found) == 1 else None


def _only(register: Register, found: Sequence[Record]) -> Record:
    if len(found) > 1:
        raise UnusableInput(
            _("{register}中有{count}{unit}符合，请把{parts}写全。").format(
                register=_(register.title),
                count=len(found),
                unit=_(register.counted),
                parts="、".join(_(register.by_name[name].title) for name in register.key),
            )
        )
    return found[0]


def _agrees(record: Record, names: Sequence[str], given: Mapping[str, Any]) -> bool:
    return all(getattr(record, name) == given.get(name) for name in names)


def _groupings(parts: Sequence[str], count: int) -> Iterator[list[str]]:
    """The ways to read `/`-joined parts as at most `count` values; a value may itself hold a `/`."""
    if len(parts) <= count:
        yield list(parts)
        return
    if count == 1:
        yield ["/".join(parts)]
        return
    for taken in range(1, len(parts) - count + 2):
        for rest in _groupings(parts[taken:], count - 1):
            yield ["/".join(parts[:taken]), *rest]


def _typed_parts(
    register: Register, names: Sequence[str], parts: Sequence[str], around: Surroundings
) -> dict[str, Any] | None:
    """The key values that texts spell, None when one of them cannot be read as its field."""
    given: dict[str, Any] = {}
    for name, text in zip(names, parts, strict=False):
        reading = register.by_name[name].type.read(text, around)
        if reading.unreadable:
            return None
        given[name] = reading.value
    return given if given.get(names[0]) is not None else None


def _fitting(reader: Reader, register: Register, given: Mapping[str, Any], *, ended: bool) -> list[Record]:
    """The records that fit every given key value; the first is looked up in the database."""
    name = next(iter(given))
    field = register.by_name[name]
    uids: dict[str, None] = {}
    for value in other_spellings(reader, field, given[name]):
        where = (Condition(field.name, "is", value),)
        uids.update(dict.fromkeys(reader.uids(register, Query(where=where, ended=ended))))
    records = reader.records(register.record, list(uids))
    return [each for each in records if _fits(reader, register, each, given)]


def _fits(
    reader: Reader,
    register: Register,
    record: Record,
    given: Mapping[str, Any],
    *,
    or_empty: bool = False,
) -> bool:
    for name, value in given.items():
        field = register.by_name[name]
        kept = getattr(record, field.name)
        if kept == value or (or_empty and kept is None):
            continue
        link = record.links.get(field.name)
        if link is None or link not in {each.uid for each in named_records(reader, field, value)}:
            return False
    return True


def named_records(reader: Reader, field: Field, value: Any) -> list[Record]:
    """The record that a reference's text names, alone in a list; empty when there is none or no single one."""
    if field.refers_to is None or not isinstance(value, str):
        return []
    register = REGISTERS[field.refers_to]
    for name in register.names:
        named_by = register.by_name[name]
        reading = named_by.type.read(value)
        if reading.value is None:
            continue
        where = (Condition(named_by.name, "is", reading.value),)
        uids = reader.uids(register, Query(where=where))
        if len(uids) == 1:
            return reader.records(register.record, uids)
    return []


def other_spellings(reader: Reader, field: Field, value: Any) -> list[Any]:
    """The texts under which a reference to the same record may be kept (its credit code, its name).

    The value itself comes first; it is alone where the field refers to nothing, or nothing is of that name.
    """
    found: dict[Any, None] = {value: None}
    for record in named_records(reader, field, value):
        register = REGISTERS[field.refers_to or ""]
        for name in register.names:
            kept = getattr(record, register.by_name[name].name)
            if isinstance(kept, str):
                found[kept] = None
    return list(found)
