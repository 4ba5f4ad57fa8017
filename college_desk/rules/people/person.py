"""What the rules about people ask of a record: whose number stands on it, when he was born."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any, NamedTuple

from college_desk.policy.written_dates import full_years
from college_desk.records.register import Record, register_of
from college_desk.records.values.identity_number import birth_date_of, is_valid
from college_desk.records.values.month import Month, PartialDay, last_day

_DAYS_OR_MONTHS = (dt.date, Month)
_NEARBY = 256
"""Several rules ask for the age of one person in turn."""


class PersonFields(NamedTuple):
    """The fields of a register that say who somebody is.

    number: the identity number's; name: the person's; refers: the register that the number names, where
    the person is registered elsewhere.
    """

    number: str
    name: str | None
    refers: str | None


def person_fields(kind: type[Record]) -> PersonFields | None:
    """The fields by which a register names a person; None where it names none."""
    hashable: Any = kind  # mypy takes an unhashable record's class for unhashable
    return _person_fields(hashable)


def number_of(record: Record) -> str | None:
    """The identity number on a record, where it is right in itself; else None."""
    kind: Any = type(record)
    fields = _person_fields(kind)
    number = getattr(record, fields.number) if fields else None
    return number if number is not None and is_valid(number) else None


def born(record: Record) -> PartialDay | None:
    """When the person was born: by the identity number, else by the birth date given."""
    number = number_of(record)
    if number is not None:
        return birth_date_of(number)
    given = getattr(record, "birth_date", None)
    return given if isinstance(given, _DAYS_OR_MONTHS) else None


def age_on(record: Record, day: dt.date) -> int | None:
    """The person's full years (周岁) on a day; None when the birth date is unknown.

    Someone of whom only the month is known counts from the month's last day.
    """
    number = number_of(record)
    if number is not None:
        return _age_by_number(number, day)
    birth = born(record)
    return None if birth is None else full_years(last_day(birth), day)


@functools.lru_cache(maxsize=_NEARBY)
def _age_by_number(number: str, day: dt.date) -> int | None:
    birth = birth_date_of(number)
    return None if birth is None else full_years(birth, day)


@functools.cache
def _person_fields(kind: Any) -> PersonFields | None:
    register = register_of(kind)
    number = register.field("id_number")
    if number is None:
        return None
    name = register.field("name")
    is_person = name is not None and name.type.code == "person_name"
    return PersonFields(number.name, name.name if name and is_person else None, number.refers_to)
