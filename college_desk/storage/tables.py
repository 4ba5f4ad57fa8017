"""The tables: one derived from each register's declaration, and those of the desk's own book-keeping."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

from college_desk.records.register import REGISTERS, Field, Register

SEARCH_WORDS = "search_words"
"""The column of pinyin readings and initials, for registers whose search looks through Chinese names."""

OWN_COLUMNS = ("ended", "same_as", "source_file", "source_sheet", "source_row")
"""What a record has besides its fields and is journaled like them."""

_STORED_AS = {"text": Text, "integer": Integer, "boolean": Boolean}
_NAME_TYPES = ("text", "long_text", "person_name", "organisation_name")


@dataclass(frozen=True)
class Schema:
    """All tables. registers: the table of each register, by its code."""

    metadata: MetaData
    registers: Mapping[str, Table]
    steps: Table
    lines: Table
    entries: Table
    pending: Table
    snapshots: Table
    filings: Table
    version: Table


@functools.cache
def schema() -> Schema:
    """The schema that the declared registers make; built at the first call."""
    metadata = MetaData()
    registers = {each.code: _register_table(metadata, each) for each in REGISTERS}
    steps, lines = _journal_tables(metadata)
    snapshots, filings = _filing_tables(metadata)
    entries = Table(
        "desk_entry",
        metadata,
        Column("kind", Text, primary_key=True),
        Column("name", Text, primary_key=True),
        Column("value", Text, nullable=False),
    )
    pending = Table(
        "desk_pending",
        metadata,
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("register", Text, nullable=False, index=True),
        Column("content", Text, nullable=False),
    )
    version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))
    version.primary_key.name = "alembic_version_pkc"
    return Schema(metadata, registers, steps, lines, entries, pending, snapshots, filings, version)


def link_column(name: str) -> str:
    """The column beside a reference that holds the uid of the record it names."""
    return f"{name}_uid"


def references(register: Register) -> tuple[Field, ...]:
    """The fields of a register that name a record of another (or of the same)."""
    return tuple(each for each in register.fields if each.refers_to is not None)


def named_fields(register: Register) -> tuple[Field, ...]:
    """The searched fields that hold Chinese names, found by pinyin too."""
    fields = [register.by_name[name] for name in register.searched]
    return tuple(each for each in fields if each.type.code in _NAME_TYPES and each.type.stored_as == "text")


def _register_table(metadata: MetaData, register: Register) -> Table:
    columns: list[Column[object]] = [
        Column("uid", Text, primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("ended", Boolean, nullable=False),
        Column("same_as", Text),
        Column("source_file", Text),
        Column("source_sheet", Text),
        Column("source_row", Integer),
    ]
    columns += [Column(each.name, _STORED_AS[each.type.stored_as]) for each in register.fields]
    columns += [Column(link_column(each.name), Text) for each in references(register)]
    if named_fields(register):
        columns.append(Column(SEARCH_WORDS, Text))
    table = Table(register.code, metadata, *columns)
    indexed: list[tuple[str, ...]] = [("ended", "uid")]
    indexed += [key for key in (register.key, register.else_key) if key]
    indexed += [(name,) for name in register.names]
    indexed += [(each.name,) for each in references(register)]
    indexed += [(link_column(each.name),) for each in references(register)]
    for names in dict.fromkeys(tuple(names) for names in indexed):
        Index(f"ix_{register.code}_{'_'.join(names)}", *(table.c[_real(register, name)] for name in names))
    return table


def _real(register: Register, name: str) -> str:
    """The column's name of a field that may be given by another of its names."""
    declared = register.by_name.get(name)
    return name if declared is None else declared.name


def _journal_tables(metadata: MetaData) -> tuple[Table, Table]:
    steps = Table(
        "desk_step",
        metadata,
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("made_at", Text, nullable=False),
        Column("who", Text, nullable=False),
        Column("what", Text, nullable=False),
        Column("reason", Text),
        Column("register", Text),
        Column("records", Integer, nullable=False),
        Column("reverses", Integer, ForeignKey("desk_step.id")),
        Column("guarded", Boolean, nullable=False),
        Column("final", Boolean, nullable=False),
        Column("chain", Text, nullable=False),
    )
    lines = Table(
        "desk_line",
        metadata,
        Column("step", Integer, ForeignKey("desk_step.id"), primary_key=True, autoincrement=False),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("act", Text, nullable=False),
        Column("register", Text, nullable=False),
        Column("uid", Text, nullable=False),
        Column("field", Text),
        Column("before", Text),
        Column("after", Text),
        Column("digest", Text, nullable=False),
        Index("ix_desk_line_uid", "uid"),
    )
    return steps, lines


def _filing_tables(metadata: MetaData) -> tuple[Table, Table]:
    snapshots = Table(
        "desk_snapshot",
        metadata,
        Column("sha256", Text, primary_key=True),
        Column("content", LargeBinary, nullable=False),
    )
    filings = Table(
        "desk_filing",
        metadata,
        Column("number", Text, primary_key=True),
        Column("version", Integer, primary_key=True, autoincrement=False),
        Column("filing", Text, nullable=False),
        Column("period", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("state", Text, nullable=False),
        Column("snapshot", Text, ForeignKey("desk_snapshot.sha256"), nullable=False),
        Column("content_digest", Text, nullable=False),
        Column("package", Text, nullable=False),
        Column("filed_on", Text, nullable=False),
        Column("who", Text, nullable=False),
        Column("made_at", Text, nullable=False),
        Column("filed_number", Text),
        Column("enterprise", Text),
    )
    return snapshots, filings
