"""What of a period a filing takes: by kind, by choice, set aside; the same for every kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from college_desk.forms.filing import Scope
from college_desk.forms.form import Frozen
from college_desk.records.period import Period
from college_desk.records.register import Record, register_of
from college_desk.records.values.month import PartialDay, first_day, last_day

R = TypeVar("R", bound=Record)


def within(period: Period, start: PartialDay | None, end: PartialDay | None) -> bool:
    """Whether what starts and ends so has a day in the period; without a start it has none."""
    if start is None:
        return False
    return period.overlaps(first_day(start), None if end is None else last_day(end))


def is_of_kind(record: Record, scope: Scope, *, stands: bool) -> bool:
    """Whether the kind of filing takes a record; stands: whether it is in force, an ended one is for 终止."""
    if scope.kind == "ending":
        return not stands
    if not stands:
        return False
    if scope.kind == "supplement":
        return record.uid not in scope.filed_before
    if scope.kind == "change":
        return record.uid in scope.filed_before
    return True


def is_chosen(record: Record, scope: Scope) -> bool:
    """Whether a record is among those chosen: itself, what it names, or nothing was chosen of its kind."""
    code = register_of(record).code
    for chosen, uids in scope.only.items():
        if chosen == code:
            if record.uid not in uids:
                return False
            continue
        named = [each.name for each in register_of(record).fields if each.refers_to == chosen]
        if named and not any(record.links.get(name) in uids for name in named):
            return False
    return True


def is_left_out(record: Record, scope: Scope) -> bool:
    """Whether it, or somebody it names, is set aside (本次不报)."""
    return record.uid in scope.left_out or any(uid in scope.left_out for uid in record.links.values())


def divided(
    records: Iterable[R], scope: Scope, key: Callable[[R], tuple[str, ...]]
) -> tuple[list[R], list[R]]:
    """The records chosen, in the order of the key, and those of them that are set aside."""
    chosen = [each for each in records if is_chosen(each, scope)]
    filed = sorted((each for each in chosen if not is_left_out(each, scope)), key=key)
    return filed, [each for each in chosen if is_left_out(each, scope)]


def once(records: Iterable[Record], taken: Iterable[Record]) -> tuple[Record, ...]:
    """The records, each once, without those taken already."""
    seen = {each.uid for each in taken}
    found = []
    for each in records:
        if each.uid not in seen:
            seen.add(each.uid)
            found.append(each)
    return tuple(found)


def filed(frozen: Frozen, kind: type[R]) -> Sequence[R]:
    """The records of a kind that a frozen filing files, in the order in which they were selected."""
    by_uid = {each.uid: each for each in frozen.facts.all(kind)}
    return [by_uid[uid] for uid in frozen.snapshot.selected if uid in by_uid]
