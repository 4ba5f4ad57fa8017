"""Two records that are one (合并): the fields chosen, one set aside and read through, all of it one step.

Of the two the smaller uid stays, so that two campuses that unite the same pair get the same record; which
values it bears is chosen field by field. The other one keeps the values that were not chosen: so the number
under which it was known still leads to the record that stays, and nothing that anybody typed is lost.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS
from college_desk.records.change import Changed
from college_desk.records.register import Field, Record, Register, differences, register_of
from college_desk.records.snapshot import Snapshot
from college_desk.records.values.identity_check import birth_date_of, gender_of, is_valid
from college_desk.records.values.identity_number import IDENTITY_NUMBER
from college_desk.services.naming import name_of
from college_desk.storage.desk import Desk
from college_desk.storage.journal import text_of
from college_desk.storage.reader import Reader

Side = Literal["keep", "other"]


class ReasonNeeded(DeskError):
    """One of the records stands in a filing; uniting it needs a reason."""


@dataclass(frozen=True)
class Choice:
    """A field in which two records differ, with the side that is taken unless somebody chooses."""

    field: Field
    side: Side


def choices(keep: Record, other: Record) -> tuple[Choice, ...]:
    """The fields in which two records differ, in their order: what is kept goes first, its gaps are filled."""
    return tuple(
        Choice(each, "other" if getattr(keep, each.name) is None else "keep")
        for each in differences(keep, other)
    )


def suggested(keep: Record, other: Record) -> dict[str, Side]:
    """The side of each field in which two records differ: as `choices`, but rather a value without a fault.

    Sex and birth date follow the identity number that is taken.
    """
    sides = {each.field.name: _sounder(each, keep, other) for each in choices(keep, other)}
    number = next((each.name for each in register_of(keep).fields if each.type is IDENTITY_NUMBER), None)
    taken = None if number is None else getattr(other if sides.get(number) == "other" else keep, number)
    if taken is not None and is_valid(taken):
        told = {"gender": gender_of(taken), "birth_date": birth_date_of(taken)}
        for name in sides.keys() & told.keys():
            sides[name] = "other" if getattr(other, name) == told[name] else sides[name]
            sides[name] = "keep" if getattr(keep, name) == told[name] else sides[name]
    return sides


def _sounder(choice: Choice, keep: Record, other: Record) -> Side:
    kind, name = choice.field.type, choice.field.name
    ours, theirs = getattr(keep, name), getattr(other, name)
    if ours is not None and theirs is not None and kind.faults(ours) and not kind.faults(theirs):
        return "other"
    return choice.side


def unite(
    desk: Desk,
    register: Register,
    keep_uid: str,
    other_uid: str,
    taken: Mapping[str, Side] | None = None,
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
    reason: str | None = None,
) -> Changed:
    """Make two records of a register one; `taken` says whose value a field gets, {field name: side}.

    Where it says nothing, the kept one's value, or the other's where that is empty. Raises UnusableInput for
    records that are not there or are one already, and for an unknown field; ReasonNeeded where a record stands
    in a filing and no reason is given; Refused when a guard refuses.
    """
    chosen = _chosen(register, taken or {})
    with desk.read() as reader:
        keep, other = _two(reader, register, keep_uid, other_uid)
        filed = None if reason and reason.strip() else _filed_in(reader, frozenset({keep.uid, other.uid}))
    if filed is not None:
        message = _("“{name}”已列入{filing}，合并请写明原因。")
        raise ReasonNeeded(message.format(name=name_of(keep), filing=filed))
    title = _("合并{register}：{name}").format(register=_(register.title), name=name_of(keep))
    with desk.write(title, who=who, now=now, today=today, reason=reason, register=register.code) as writer:
        keep, other = _two(writer, register, keep_uid, other_uid)
        stays, goes = united(keep, other, chosen)
        writer.change_many([stays, goes])
    return writer.changed


def united(keep: Record, other: Record, taken: Mapping[str, Side]) -> tuple[Record, Record]:
    """The record that stays and the one that is set aside, as uniting the two makes them."""
    values: dict[str, Any] = {}
    for each in choices(keep, other):
        side = taken.get(each.field.name, each.side)
        values[each.field.name] = getattr(keep if side == "keep" else other, each.field.name)
    stays, goes = sorted((keep, other), key=lambda record: record.uid)
    left = {
        name: getattr(stays, name)
        for name, value in values.items()
        if getattr(stays, name) not in (None, value)
    }
    return (
        dataclasses.replace(stays, **values),
        dataclasses.replace(goes, **left, ended=True, same_as=stays.uid),
    )


def keep_apart(
    desk: Desk,
    register: Register,
    one_uid: str,
    other_uid: str,
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
) -> Changed:
    """Remember that two records, however alike, are two; they are not proposed again. Raises as `unite` does."""
    with desk.read() as reader:
        one, other = _two(reader, register, one_uid, other_uid)
    names = "、".join(dict.fromkeys(name for name in (name_of(one), name_of(other)) if name))
    title = _("不是同一条：{register}：{names}").format(register=_(register.title), names=names)
    with desk.write(title, who=who, now=now, today=today, register=register.code) as writer:
        writer.keep_apart(register, one.uid, other.uid)
    return writer.changed


def separate(
    desk: Desk,
    register: Register,
    uid: str,
    *,
    who: str,
    now: dt.datetime,
    today: dt.date,
    reason: str | None = None,
) -> Changed:
    """Split a record that was set aside from the one it was united with, also long after; both are live again.

    Each gets the values back that uniting exchanged, except where one of the two was changed since: what was
    typed later stays. Raises UnusableInput for a record that was not united.
    """
    with desk.read() as reader:
        goes = _set_aside(reader, register, uid)
    title = _("拆分{register}：{name}").format(register=_(register.title), name=name_of(goes))
    with desk.write(title, who=who, now=now, today=today, reason=reason, register=register.code) as writer:
        writer.change_many(split(writer, register, _set_aside(writer, register, uid)))
    return writer.changed


def split(reader: Reader, register: Register, goes: Record) -> list[Record]:
    """A record that was set aside and the one it was united with (first, where it is there), as two again."""
    stays = reader.get(register.record, goes.same_as or "")
    before = {} if stays is None else _before_uniting(reader, register, stays, goes)
    alone = dataclasses.replace(goes, **before.get(goes.uid, {}), ended=False, same_as=None)
    return [alone] if stays is None else [dataclasses.replace(stays, **before[stays.uid]), alone]


def set_aside_of(reader: Reader, register: Register, stays: Record, named: str) -> Record | None:
    """The record that was united with another, by its uid or its key; None where none of that name was."""
    of_it = [each for each in reader.set_aside(register.record) if each.same_as == stays.uid]
    found = [each for each in of_it if named.strip() in (each.uid, register.key_text(each))]
    return found[0] if len(found) == 1 else None


def _before_uniting(
    reader: Reader, register: Register, stays: Record, goes: Record
) -> dict[str, dict[str, Any]]:
    """What the two bore before the step that united them, of the fields that stand as that step left them."""
    ours = [line for line in reader.lines_of(stays.uid) if line.uid in (stays.uid, goes.uid)]
    step = max((line.step for line in ours if line.uid == goes.uid and line.field == "same_as"), default=0)
    found: dict[str, dict[str, Any]] = {stays.uid: {}, goes.uid: {}}
    for line in ours:
        declared = register.by_name.get(line.field or "")
        if line.step == step and declared is not None:
            record = stays if line.uid == stays.uid else goes
            if _shown(declared, getattr(record, declared.name)) == line.after:
                found[line.uid][declared.name] = _value(declared, line.before)
    return found


def _shown(field: Field, value: Any) -> str | None:
    return None if value is None else text_of(field.type.to_json(value))


def _value(field: Field, kept: str | None) -> Any:
    return None if kept is None else field.type.from_json(json.loads(kept))


def _chosen(register: Register, taken: Mapping[str, Side]) -> dict[str, Side]:
    chosen: dict[str, Side] = {}
    for name, side in taken.items():
        declared = register.field(name)
        if declared is None:
            message = _("{register}没有“{name}”这一项。")
            raise UnusableInput(message.format(register=_(register.title), name=name))
        chosen[declared.name] = side
    return chosen


def _two(reader: Reader, register: Register, keep_uid: str, other_uid: str) -> tuple[Record, Record]:
    """The two live records of a register. Raises UnusableInput where they are not two, or cannot become one."""
    title = _(register.title)
    if register.one_record or register.made_by_program:
        raise UnusableInput(_("{register}里的记录不能合并。").format(register=title))
    found = reader.records(register.record, [keep_uid, other_uid])
    if len(found) < 2 and keep_uid != other_uid:
        raise UnusableInput(_("要合并的记录不在{register}里。").format(register=title))
    if keep_uid == other_uid:
        raise UnusableInput(_("这是同一条记录，不用合并。"))
    for each in found:
        if each.ended and each.same_as is not None:
            raise UnusableInput(_("“{name}”已经合并过了。").format(name=name_of(each)))
        if each.ended:
            raise UnusableInput(_("“{name}”已停用，要合并请先恢复。").format(name=name_of(each)))
    return found[0], found[1]


def _set_aside(reader: Reader, register: Register, uid: str) -> Record:
    record = reader.get(register.record, uid)
    if record is None or not record.ended or record.same_as is None:
        raise UnusableInput(_("这条记录没有合并过，不用拆分。"))
    return record


def _filed_in(reader: Reader, uids: frozenset[str]) -> str | None:
    """The filing whose latest version says something of one of the records, in words; None where none does."""
    latest = {each.number: each for each in reader.filings()}
    for each in latest.values():
        snapshot = Snapshot.read(reader.snapshot(each.snapshot))
        if any(_is_about(record, uids) for record in _filed(snapshot)):
            title = FILINGS[each.filing].title
            return _("{filing}第{version}稿").format(filing=_(title), version=each.version)
    return None


def _filed(snapshot: Snapshot) -> Iterator[Mapping[str, Any]]:
    selected = frozenset(snapshot.selected)
    for records in snapshot.records.values():
        yield from (each for each in records if each["uid"] in selected)


def _is_about(record: Mapping[str, Any], uids: frozenset[str]) -> bool:
    """Whether a frozen record is one of these, or names one."""
    return record["uid"] in uids or any(uid in uids for uid in record.get("links", {}).values())
