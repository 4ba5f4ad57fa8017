"""Records as JSON: the command line's, the snapshot's and the digest's one form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from college_desk.records.register import Record, Register, register_of
from college_desk.records.values.value_type import Json


def fields_json(record: Record) -> dict[str, Json]:
    """Every declared field by name, absent ones as None."""
    result: dict[str, Json] = {}
    for each in register_of(record).fields:
        value = getattr(record, each.name)
        result[each.name] = None if value is None else each.type.to_json(value)
    return result


def public_json(record: Record) -> dict[str, Json]:
    """The record as `records --json` shows it: fields, their other names, links, uid, source_row."""
    result = fields_json(record)
    for each in register_of(record).fields:
        for name in each.also:
            result[name] = result[each.name]
        if each.refers_to is not None and each.name in record.links:
            result[f"{each.name}_uid"] = record.links[each.name]
    result["uid"] = record.uid
    result["revision"] = record.revision
    result["ended"] = record.ended
    result["same_as"] = record.same_as
    result["source_row"] = record.source.row if record.source else None
    return result


def frozen_json(record: Record) -> dict[str, Json]:
    """The record as a snapshot keeps it: what it says and links to, not where it came from."""
    result: dict[str, Json] = {
        name: value for name, value in fields_json(record).items() if value is not None
    }
    result["uid"] = record.uid
    if record.links:
        result["links"] = dict(sorted(record.links.items()))
    return result


def from_frozen_json(register: Register, stored: Mapping[str, Any]) -> Record:
    """The record that `frozen_json` wrote. Raises KeyError for a field that this program does not know."""
    values: dict[str, Any] = {}
    for name, value in stored.items():
        if name == "uid":
            values["uid"] = value
        elif name == "links":
            values["links"] = MappingProxyType(dict(value))
        else:
            values[name] = register.by_name[name].type.from_json(value)
    return register.record(**values)
