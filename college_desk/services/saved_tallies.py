"""Cross tables kept by name (保存的统计表): what is counted of what, to be counted again whenever it is wanted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.records.change import Changed
from college_desk.records.query import EVERYTHING, Comparison, Condition, Query
from college_desk.records.register import REGISTERS, Register
from college_desk.services import listing
from college_desk.services.tallying import Counting, Tally, tally
from college_desk.storage.desk import Desk

_TODAY = "today"
_LONGEST_NAME = 40


@dataclass(frozen=True)
class SavedTally:
    """A cross table as asked for, without its figures.

    query: what is chosen of the register, without uids and order; as_of_today: its day is the day on which
    it is counted, whatever stands in the query.
    """

    name: str
    register: Register
    by: str
    across: str | None = None
    query: Query = EVERYTHING
    counting: Counting | None = None
    as_of_today: bool = False


def saved_tallies(desk: Desk) -> list[SavedTally]:
    """Those that were kept, by name; one whose register or field is no more is left out."""
    with desk.read() as reader:
        kept = reader.tallies()
    found = (_restored(name, value) for name, value in kept.items())
    return [each for each in found if each is not None]


def saved_named(desk: Desk, name: str) -> SavedTally:
    """The one of a name. Raises UnusableInput when there is none."""
    found = next((each for each in saved_tallies(desk) if each.name == name), None)
    if found is None:
        raise UnusableInput(_("没有名为“{name}”的统计表。").format(name=name))
    return found


def save(desk: Desk, saved: SavedTally, *, who: str, now: dt.datetime, today: dt.date) -> Changed:
    """Keep a table under its name, in place of one of that name; undo takes it back.

    Raises UnusableInput for an empty or endless name and for fields that the register does not have.
    """
    name = saved.name.strip()
    if not 0 < len(name) <= _LONGEST_NAME:
        raise UnusableInput(_("请给统计表起一个名称，不超过{n}个字。").format(n=_LONGEST_NAME))
    for each in (saved.by, *([saved.across] if saved.across else [])):
        listing.field_named(saved.register, each)
    what = _("保存统计表“{name}”").format(name=name)
    with desk.write(what, who=who, now=now, today=today, guarded=False) as writer:
        writer.keep_tally(name, _kept(saved))
    return writer.changed


def forget(desk: Desk, name: str, *, who: str, now: dt.datetime, today: dt.date) -> Changed:
    """Drop the table of a name; undo brings it back."""
    what = _("删去统计表“{name}”").format(name=name)
    with desk.write(what, who=who, now=now, today=today, guarded=False) as writer:
        writer.keep_tally(name, None)
    return writer.changed


def run(desk: Desk, saved: SavedTally, *, today: dt.date) -> Tally:
    """Count what was kept anew, from the registers as they are now."""
    return tally(
        desk, saved.register, saved.by, saved.across, query_on(saved, today), counting=saved.counting
    )


def query_on(saved: SavedTally, today: dt.date) -> Query:
    """What a kept table chooses when it is counted on a day."""
    return replace(saved.query, on=today) if saved.as_of_today else saved.query


def moved_on(saved: SavedTally, today: dt.date) -> SavedTally | None:
    """The same table for the same day of a later year, the latest that has come; None where there is none."""
    day = saved.query.on
    if day is None or saved.as_of_today:
        return None
    for year in range(today.year, day.year, -1):
        same = _in_year(day, year)
        if same <= today:
            return replace(saved, query=replace(saved.query, on=same))
    return None


def _in_year(day: dt.date, year: int) -> dt.date:
    """The same day of another year; of 29 February the 28th where the year has none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _kept(saved: SavedTally) -> dict[str, Any]:
    day = saved.query.on
    return {
        "register": saved.register.code,
        "by": saved.by,
        "across": saved.across,
        "counting": saved.counting,
        "on": _TODAY if saved.as_of_today else None if day is None else day.isoformat(),
        "search": saved.query.search,
        "ended": saved.query.ended,
        "where": [_kept_condition(saved.register, each) for each in saved.query.where],
    }


def _kept_condition(register: Register, condition: Condition) -> list[Any]:
    value = condition.value
    if value is not None and not _is_part_of_a_text(condition):
        value = register.by_name[condition.field].type.to_json(value)
    return [condition.field, condition.comparison, value]


def _is_part_of_a_text(condition: Condition) -> bool:
    return condition.comparison == "contains" and isinstance(condition.value, str)


def _restored(name: str, kept: Mapping[str, Any]) -> SavedTally | None:
    register = REGISTERS.get(kept["register"])
    if register is None:
        return None
    fields = [kept["by"], *([kept["across"]] if kept["across"] else []), *(each[0] for each in kept["where"])]
    if any(each not in register.by_name for each in fields):
        return None
    on = kept["on"]
    day = None if on in (None, _TODAY) else dt.date.fromisoformat(on)
    where = tuple(_restored_condition(register, *each) for each in kept["where"])
    query = Query(search=kept["search"], where=where, on=day, ended=kept["ended"])
    return SavedTally(
        name, register, kept["by"], kept["across"], query, kept["counting"], as_of_today=on == _TODAY
    )


def _restored_condition(register: Register, field: str, comparison: Comparison, value: Any) -> Condition:
    if comparison not in get_args(Comparison):
        raise ValueError(f"not written by this program: {comparison!r}")
    if value is None or (comparison == "contains" and isinstance(value, str)):
        return Condition(field, comparison, value)
    return Condition(field, comparison, register.by_name[field].type.from_json(value))
