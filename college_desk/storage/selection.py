"""A Query as SQL: search words, conditions, the day as of which, order."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, false, func, or_, select

from college_desk.records.query import Condition, Query
from college_desk.records.register import Field, Register
from college_desk.storage.pinyin import spelling
from college_desk.storage.tables import SEARCH_WORDS, named_fields, schema

_CODED = ("code", "codes")
_SEVERAL = ("codes", "texts")
_LATIN = re.compile(r"[A-Za-züÜ'’·\s-]+")
_AFTER_ANY_DAY = "~"
"""Sorts after every digit and hyphen: `2026-09~` is the end of that month among ISO texts."""

Test = ColumnElement[bool]


def uids_of(register: Register, query: Query) -> Select[tuple[str]]:
    """The statement that yields the uids of a query, in its order, uid last."""
    table = schema().registers[register.code]
    statement = select(table.c.uid).where(*_tests(register, table, query))
    for name, descending in query.order:
        column = table.c[_column(register, name)]
        statement = statement.order_by((column.desc() if descending else column.asc()).nulls_last())
    return statement.order_by(table.c.uid)


def values_of(register: Register, names: Sequence[str], query: Query) -> Select[tuple[Any, ...]]:
    """The statement that yields some fields of the records of a query as they are stored, in order of uid."""
    table = schema().registers[register.code]
    chosen = (table.c[_column(register, name)] for name in names)
    return select(*chosen).where(*_tests(register, table, query)).order_by(table.c.uid)


def count_of(register: Register, query: Query) -> Select[int]:
    """The statement that counts the records of a query."""
    table = schema().registers[register.code]
    return select(func.count()).select_from(table).where(*_tests(register, table, query))


def _column(register: Register, name: str) -> str:
    declared = register.by_name.get(name)
    if declared is None and name not in ("uid", "revision", "source_file", "source_row", "same_as"):
        raise ValueError(f"register {register.code!r} has no field {name!r}")
    return name if declared is None else declared.name


def _tests(register: Register, table: Table, query: Query) -> list[Test]:
    tests: list[Test] = [table.c.ended.is_(query.ended)]
    tests += [_found(register, table, query.search)] if query.search.strip() else []
    tests += [_condition(register, table, each) for each in query.where]
    if query.on is not None and "start_on" in table.c and "end_on" in table.c:
        tests += _in_force(table, query.on)
    if query.uids is not None:
        tests.append(_among(table, query.uids))
    return tests


def _among(table: Table, uids: frozenset[str]) -> Test:
    """Whether the uid is one of these, however many they are."""
    ordered = sorted(uids)
    if not ordered:
        return false()
    return or_(*(table.c.uid.in_(ordered[at : at + 500]) for at in range(0, len(ordered), 500)))


def _in_force(table: Table, day: dt.date) -> list[Test]:
    """Started on or before that day and not ended before it; an end that is missing is still to come.

    A month as start begins with its first day, as end it lasts to its last.
    """
    text, month = day.isoformat(), day.isoformat()[:7]
    end = table.c.end_on
    return [table.c.start_on <= text, or_(end.is_(None), end >= text, end == month)]


def _found(register: Register, table: Table, search: str) -> Test:
    """Every word stands in some searched field; Latin letters may also be one name's pinyin with spaces."""
    words = and_(*(_word_found(register, table, word) for word in search.split()))
    if SEARCH_WORDS in table.c and _LATIN.fullmatch(search) and spelling(search):
        return or_(words, _spelt(table, search))
    return words


def _spelt(table: Table, typed: str) -> Test:
    return table.c[SEARCH_WORDS].contains(f" {spelling(typed)}", autoescape=True)


def _word_found(register: Register, table: Table, word: str) -> Test:
    fields = list(dict.fromkeys(register.by_name[name].name for name in register.searched))
    tests: list[Test] = []
    for name in fields:
        declared = register.by_name[name]
        if declared.type.code in _CODED:
            tests.append(_labelled(declared, table, word))
        elif declared.type.stored_as == "text":
            tests.append(_contains(table.c[name], word))
    if named_fields(register) and _LATIN.fullmatch(word) and spelling(word):
        tests.append(_spelt(table, word))
    return or_(false(), *tests)


def _contains(column: ColumnElement[Any], word: str) -> Test:
    if word.upper() == word.lower():
        return column.contains(word, autoescape=True)
    return column.icontains(word, autoescape=True)


def _labelled(declared: Field, table: Table, word: str) -> Test:
    """Whether a field of codes holds one whose label has the word in it."""
    values = [declared.type.read(label).value for label in declared.type.labels() if word in label]
    return or_(
        false(), *(_holds(declared, table.c[declared.name], value) for value in values if value is not None)
    )


def _condition(register: Register, table: Table, condition: Condition) -> Test:
    declared = register.by_name[_column(register, condition.field)]
    column = table.c[declared.name]
    if condition.comparison in ("empty", "filled") or condition.value is None:
        wants_filled = condition.comparison == "filled"
        return column.is_not(None) if wants_filled else column.is_(None)
    if condition.comparison == "contains":
        return _holds(declared, column, condition.value)
    return _COMPARISONS[condition.comparison](column, declared.type.store(condition.value))


def _at_most(column: ColumnElement[Any], stored: Any) -> Test:
    if isinstance(stored, str) and re.fullmatch(r"\d{4}-\d{2}", stored):
        stored += _AFTER_ANY_DAY
    most: Test = column <= stored
    return most


def _holds(declared: Field, column: ColumnElement[Any], value: Any) -> Test:
    """Whether a text has the value in it, or several values have all of these among them (a JSON array)."""
    if isinstance(value, tuple):
        parts = (json.dumps(part, ensure_ascii=False) for part in value)
        return and_(*(column.contains(part, autoescape=True) for part in parts))
    stored = value if isinstance(value, str) else declared.type.store(value)
    if declared.type.code in _SEVERAL:
        return column.contains(json.dumps(stored, ensure_ascii=False), autoescape=True)
    if isinstance(stored, str) and declared.type.code not in _CODED:
        return _contains(column, stored)
    return column == stored


_COMPARISONS: dict[str, Callable[[ColumnElement[Any], Any], Test]] = {
    "is": lambda column, stored: column == stored,
    "at_least": lambda column, stored: column >= stored,
    "at_most": _at_most,
}
