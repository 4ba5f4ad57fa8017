"""What a record names: the record of another register that a reference means, and which enterprise that is."""

from __future__ import annotations

from typing import TypeVar

from college_desk.records.facts import Facts
from college_desk.records.partners.enterprise import Enterprise
from college_desk.records.partners.former_name import FormerName
from college_desk.records.register import Record, register_of

R = TypeVar("R", bound=Record)


def named(record: Record, field: str, kind: type[R], facts: Facts) -> R | None:
    """The record that a reference names: by its link, else by the text given; None while it is not there."""
    linked = record.links.get(field)
    if linked is not None:
        found = facts.by(kind, "uid")[linked]
        if found:
            return found[0]
    text = getattr(record, field)
    return None if text is None else by_name(text, kind, facts)


def by_name(text: str, kind: type[R], facts: Facts) -> R | None:
    """The first record of a register that a text names, the surest of the register's names first."""
    for name in register_of(kind).names:
        found = facts.by(kind, name)[text]
        if found:
            return found[0]
    return None


def enterprise_named(text: str | None, facts: Facts) -> Enterprise | None:
    """The enterprise of a name, former name or credit code; None while it is not on the ledger."""
    if text is None:
        return None
    found = by_name(text, Enterprise, facts)
    if found is not None:
        return found
    before = facts.by(FormerName, "name")[text]
    same = facts.by(Enterprise, "uscc")[before[0].uscc] if before and before[0].uscc else ()
    return same[0] if same else None


def enterprise_of(
    record: Record, facts: Facts, *, name: str = "enterprise", code: str = ""
) -> Enterprise | None:
    """The enterprise that a record is about: by its link, its credit code, its name or a former one.

    name, code: the fields that hold its name and its credit code.
    """
    linked = record.links.get(name)
    if linked is not None:
        found = facts.by(Enterprise, "uid")[linked]
        if found:
            return found[0]
    uscc = getattr(record, code or f"{name}_uscc", None)
    if uscc is not None:
        found = facts.by(Enterprise, "uscc")[uscc]
        if found:
            return found[0]
    return enterprise_named(getattr(record, name), facts)


def enterprise_key(record: Record, facts: Facts, *, name: str = "enterprise", code: str = "") -> str | None:
    """What tells the enterprise of a record from others: its credit code, else its name; None for none."""
    found = enterprise_of(record, facts, name=name, code=code)
    if found is not None:
        return found.uscc or found.name
    given: str | None = getattr(record, code or f"{name}_uscc", None) or getattr(record, name)
    return given


def key_of_name(text: str | None, facts: Facts) -> str | None:
    """What tells the enterprise of a name from others, as `enterprise_key` does."""
    found = enterprise_named(text, facts)
    return text if found is None else found.uscc or found.name


def is_same(one: Record, other: Record) -> bool:
    """Whether one record is the other, by uid; one that is not stored yet has none."""
    return one.uid == other.uid if other.uid else one is other or one == other
