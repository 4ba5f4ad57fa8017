"""What one field of a record fills in another: an identity number tells sex and birth date."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

from college_desk.records.making import changed
from college_desk.records.register import REGISTERS, Record, Register, register_of
from college_desk.records.values import identity_number

_TOLD: dict[str, Callable[[str], Any]] = {
    "gender": identity_number.gender_of,
    "birth_date": identity_number.birth_date_of,
}


def filled(record: Record, given: Mapping[str, Any]) -> Record:
    """The record with its empty sex and birth date filled from an identity number among the given values."""
    told = told_besides(register_of(record), given, lambda name: getattr(record, name))
    return changed(record, told) if told else record


def told_besides(register: Register, given: Mapping[str, Any], kept: Callable[[str], Any]) -> dict[str, Any]:
    """What the given values tell of fields that are empty; kept: the value that a field has."""
    numbers, told_names = _fields(register.code)
    if not told_names:
        return {}
    for name in numbers:
        if name in given:
            number = kept(name)
            empty = [each for each in told_names if kept(each) is None]
            if empty and number is not None and identity_number.is_valid(number):
                return {each: _TOLD[each](number) for each in empty}
    return {}


@functools.cache
def _fields(code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The identity numbers of a register, and the fields that they tell."""
    register = REGISTERS[code]
    numbers = tuple(each.name for each in register.fields if each.type is identity_number.IDENTITY_NUMBER)
    return numbers, tuple(name for name in _TOLD if register.field(name) is not None)
