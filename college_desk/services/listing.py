"""What a register holds: chosen by words and conditions, counted, paged, written out as files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.records.query import EVERYTHING, Condition, Query
from college_desk.records.register import REGISTERS, Field, Record, Register
from college_desk.records.values.value_type import Surroundings
from college_desk.services import showing
from college_desk.services.keys import other_spellings
from college_desk.storage.desk import Desk
from college_desk.storage.reader import Reader

_PAGE = 1000


def register_named(text: str) -> Register:
    """The register of that code or title. Raises UnusableInput when there is none."""
    found = REGISTERS.get(text)
    if found is None:
        found = next((each for each in REGISTERS if text in (each.title, _(each.title))), None)
    if found is None:
        raise UnusableInput(_("没有名为“{name}”的台账。").format(name=text))
    return found


def field_named(register: Register, text: str) -> Field:
    """The register's field of that name, other name or label. Raises UnusableInput when there is none."""
    found = register.field(text)
    if found is None:
        found = next((each for each in register.fields if text in (each.title, _(each.title))), None)
    if found is None:
        raise UnusableInput(
            _("{register}没有名为“{name}”的项目。").format(register=_(register.title), name=text)
        )
    return found


def parse_query(
    register: Register,
    where: Sequence[str] = (),
    search: str = "",
    on: dt.date | None = None,
    *,
    ended: bool = False,
) -> Query:
    """The query that `FIELD=VALUE` texts, search words and a day spell; `FIELD=` asks for empty ones.

    Values are read as their field is: codes by label, code or alias, days and amounts in any form.
    Raises UnusableInput for an unknown field or a value that cannot be read.
    """
    conditions = tuple(_condition(register, text) for text in where)
    return Query(search=search.strip(), where=conditions, on=on, ended=ended)


def uids(desk: Desk, register: Register, query: Query = EVERYTHING) -> list[str]:
    """The uids of the chosen records, in the query's order."""
    with desk.read() as reader:
        return chosen(reader, register, query)


def page(desk: Desk, register: Register, uids: Sequence[str]) -> list[Record]:
    """The records of those uids, in that order."""
    with desk.read() as reader:
        return reader.records(register.record, uids)


def count(desk: Desk, register: Register, query: Query = EVERYTHING) -> int:
    """How many records the query chooses."""
    with desk.read() as reader:
        return reader.count(register, _resolved(reader, register, query))


def records(desk: Desk, register: Register, query: Query = EVERYTHING) -> list[Record]:
    """The chosen records, in the query's order."""
    with desk.read() as reader:
        return reader.records(register.record, chosen(reader, register, query))


def records_json(desk: Desk, register: Register, query: Query = EVERYTHING) -> dict[str, Any]:
    """The chosen records as `records --json` prints them: {register, count, records}."""
    with desk.read() as reader:
        found = reader.records(register.record, chosen(reader, register, query))
        shown = showing.records_json(reader, register, found)
    return {"register": register.code, "count": len(shown), "records": shown}


def pending_json(desk: Desk, register: Register) -> dict[str, Any]:
    """The register's rows in the pending tray as `records --pending --json` prints them."""
    with desk.read() as reader:
        rows = reader.pending(register.code)
    return {"register": register.code, "count": len(rows), "rows": showing.pending_json(rows)}


def chosen(reader: Reader, register: Register, query: Query) -> list[str]:
    """The uids that the query chooses within a transaction; references match under every spelling."""
    return reader.uids(register, _resolved(reader, register, query))


def in_pages(reader: Reader, register: Register, uids: Sequence[str]) -> Iterator[Record]:
    """The records of those uids, read a page at a time."""
    for start in range(0, len(uids), _PAGE):
        yield from reader.records(register.record, uids[start : start + _PAGE])


def export_csv(
    desk: Desk,
    register: Register,
    query: Query,
    out: Path,
    today: dt.date,
    *,
    columns: Sequence[str] | None = None,
) -> int:
    """Write the chosen records as csv (UTF-8 with its mark, so that Excel and WPS read it); how many.

    columns: names of fields, None for all. Text that a spreadsheet would run as a formula is defused.
    """
    from college_desk.files.documents import lists

    fields = _columns(register, columns)
    with desk.read() as reader:
        found = chosen(reader, register, query)
        rows = (_texts(each, fields) for each in in_pages(reader, register, found))
        lists.write_csv(out, [_(each.title) for each in fields], rows)
    return len(found)


def export_xlsx(
    desk: Desk,
    register: Register,
    query: Query,
    out: Path,
    today: dt.date,
    *,
    columns: Sequence[str] | None = None,
) -> int:
    """Write the chosen records as a workbook of one sheet; how many. A filtered list says so on its tab."""
    from college_desk.files.documents import lists

    fields = _columns(register, columns)
    filtered = bool(query.search or query.where or query.on or query.uids is not None)
    title = _(register.title) + (_("（筛选）") if filtered else "")
    with desk.read() as reader:
        found = chosen(reader, register, query)
        rows = (_cells(each, fields) for each in in_pages(reader, register, found))
        heads = [
            lists.ListColumn(_(each.title), each.wide, right_aligned=each.type.right_aligned)
            for each in fields
        ]
        lists.write_xlsx(out, title, heads, rows)
    return len(found)


def _columns(register: Register, names: Sequence[str] | None) -> list[Field]:
    if names is None:
        return list(register.fields)
    return [field_named(register, name) for name in names]


def _texts(record: Record, fields: Sequence[Field]) -> list[str]:
    values = [(each, getattr(record, each.name)) for each in fields]
    return ["" if value is None else each.type.show(value) for each, value in values]


def _cells(record: Record, fields: Sequence[Field]) -> list[str | int | Decimal]:
    """The record's cells for a workbook: counts and amounts as numbers, the rest as text."""
    cells: list[str | int | Decimal] = []
    for field in fields:
        value = getattr(record, field.name)
        if value is None:
            cells.append("")
        elif field.type.right_aligned and isinstance(value, int | Decimal):
            cells.append(value)
        else:
            cells.append(field.type.show(value))
    return cells


def _condition(register: Register, text: str) -> Condition:
    name, equals, value = text.partition("=")
    if not equals:
        raise UnusableInput(_("筛选条件“{text}”请写成“项目=内容”。").format(text=text))
    field = field_named(register, name.strip())
    if not value.strip():
        return Condition(field.name, "empty")
    reading = field.type.read(value)
    if reading.value is None:
        message = next((fault.message for fault in reading.faults), _("读不懂。"))
        raise UnusableInput(f"{_(field.title)}：{message}")
    return Condition(field.name, "is", reading.value)


def _resolved(reader: Reader, register: Register, query: Query) -> Query:
    """The query with what SQL cannot ask answered as a set of uids.

    A reference matches under every spelling of what it names, a list of several values when it holds
    those asked for.
    """
    kept: list[Condition] = []
    allowed = query.uids
    for each in query.where:
        found = _uids_beyond_sql(reader, register, each, ended=query.ended)
        if found is None:
            kept.append(each)
        else:
            allowed = found if allowed is None else allowed & found
    return query if allowed is query.uids else replace(query, where=tuple(kept), uids=allowed)


def _uids_beyond_sql(
    reader: Reader, register: Register, condition: Condition, *, ended: bool
) -> frozenset[str] | None:
    """The uids that a condition lets through, None where SQL can ask it."""
    field = register.field(condition.field)
    if field is None or condition.comparison != "is":
        return None
    if isinstance(condition.value, tuple):
        filled = Query(where=(Condition(field.name, "filled"),), ended=ended)
        wanted = set(condition.value)
        holding = in_pages(reader, register, reader.uids(register, filled))
        return frozenset(each.uid for each in holding if wanted <= set(getattr(each, field.name)))
    spellings = other_spellings(reader, field, condition.value)
    if len(spellings) < 2:
        return None
    queries = (Query(where=(Condition(field.name, "is", each),), ended=ended) for each in spellings)
    return frozenset(uid for each in queries for uid in reader.uids(register, each))


def surroundings(reader: Reader, today: dt.date) -> Surroundings:
    """What stands around a value typed in today: the year of days without one, the school's own words."""
    return Surroundings(year=today.year, synonyms=reader.synonyms())
