"""Tables written down in one line for each, so that a revision's tables can be read at a glance.

    name: column column:integer! column:text* ... ; (column column) ...

A column is text unless a type follows its colon; `!` means never empty, `*` part of the primary key,
`>table.column` a reference. In brackets after the semicolon stand the columns of each index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, Text

_TYPES = {"text": Text, "integer": Integer, "boolean": Boolean, "bytes": LargeBinary}
_COLUMN = re.compile(r"(?P<name>\w+)(?::(?P<type>\w+))?(?P<mark>[*!]?)(?:>(?P<to>\w+\.\w+))?")


def create_tables(described: str) -> None:
    """Create the tables of a description, with their indexes."""
    for name, columns, indexes in _tables(described):
        op.create_table(name, *(_column(each) for each in columns))
        for each in indexes:
            op.create_index(index_name(name, each), name, each)


def describe(metadata: MetaData) -> Iterator[str]:
    """The description of tables, one line for each, in order of name."""
    for table in sorted(metadata.tables.values(), key=lambda each: each.name):
        indexes = sorted(tuple(c.name for c in each.columns) for each in table.indexes)
        yield (
            f"{table.name}: {' '.join(_described(each) for each in table.columns)} ; "
            + " ".join(f"({' '.join(each)})" for each in indexes)
        ).rstrip()


def index_name(table: str, columns: list[str] | tuple[str, ...]) -> str:
    """The name of an index on these columns."""
    return f"ix_{table}_{'_'.join(columns)}"


def _tables(described: str) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    for line in re.split(r"\n(?=\w+:\s)", described.strip()):
        name, _colon, rest = line.partition(":")
        columns, _semicolon, indexes = rest.partition(" ;")
        yield name, columns.split(), [each.split() for each in re.findall(r"\(([^)]*)\)", indexes)]


def _column(described: str) -> Column[object]:
    met = _COLUMN.fullmatch(described)
    if met is None:
        raise ValueError(f"not a column: {described!r}")
    reference = [ForeignKey(met["to"])] if met["to"] else []
    is_key = met["mark"] == "*"
    return Column(
        met["name"],
        _TYPES[met["type"] or "text"],
        *reference,
        primary_key=is_key,
        nullable=not met["mark"],
        autoincrement=False,
    )


def _described(column: Column[object]) -> str:
    kind = next(name for name, made in _TYPES.items() if type(column.type) is made)
    mark = "*" if column.primary_key else "" if column.nullable else "!"
    to = "".join(f">{each.target_fullname}" for each in column.foreign_keys)
    return column.name + ("" if kind == "text" else f":{kind}") + mark + to
