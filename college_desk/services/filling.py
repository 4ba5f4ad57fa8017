"""What one field of a record fills in another: an identity number tells sex and birth date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from college_desk.records.register import Record, register_of
from college_desk.records.values import identity_number


def filled(record: Record, given: Mapping[str, Any]) -> Record:
    """The record with its empty sex and birth date filled from an identity number among the given values."""
    register = register_of(record)
    for name in given:
        field = register.field(name)
        if field is None or field.type is not identity_number.IDENTITY_NUMBER:
            continue
        number = getattr(record, field.name)
        if number is not None and identity_number.is_valid(number):
            return _from_number(record, number)
    return record


def _from_number(record: Record, number: str) -> Record:
    told: dict[str, Callable[[str], Any]] = {
        "gender": identity_number.gender_of,
        "birth_date": identity_number.birth_date_of,
    }
    register = register_of(record)
    values: dict[str, Any] = {
        name: reckon(number)
        for name, reckon in told.items()
        if register.field(name) is not None and getattr(record, name) is None
    }
    return replace(record, **values) if values else record
