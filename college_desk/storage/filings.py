"""Filings (申报) and their frozen snapshots as the database keeps them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import zlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from college_desk.records.filing_course import Course
from college_desk.records.snapshot import sha256
from college_desk.storage.tables import schema


@dataclass(frozen=True)
class StoredFiling:
    """One version of a filing.

    number: FILING-PERIOD-NN, the same through all versions; kind: first, supplement, change, ending;
    state: word of the filing's course (frozen, submitted, accepted, returned …); snapshot: SHA-256 of
    its canonical bytes; package: the package's file name; on: the filing's day; when: of this version;
    enterprise: the uid of the one in whose name it goes out, None for the college's own.
    """

    number: str
    version: int
    filing: str
    period: str
    kind: str
    state: str
    snapshot: str
    content_digest: str
    package: str
    on: dt.date
    who: str
    when: dt.datetime
    filed_number: str | None = None
    enterprise: str | None = None


def in_course(filing: StoredFiling, course: Course) -> StoredFiling:
    """The version in the state that its course has reached."""
    return dataclasses.replace(
        filing, state=course.state, filed_number=course.filed_number or filing.filed_number
    )


def columns_of(filing: StoredFiling) -> dict[str, Any]:
    """A filing as the columns of its table."""
    values = dict(filing.__dict__)
    values["filed_on"] = values.pop("on").isoformat()
    values["made_at"] = values.pop("when").isoformat()
    return values


def all_filings(connection: Connection) -> list[StoredFiling]:
    """All versions of all filings, by number and version."""
    table = schema().filings
    found = connection.execute(select(table).order_by(table.c.number, table.c.version)).mappings()
    return [_filing(dict(row)) for row in found]


def _filing(values: dict[str, Any]) -> StoredFiling:
    values["on"] = dt.date.fromisoformat(values.pop("filed_on"))
    values["when"] = dt.datetime.fromisoformat(values.pop("made_at"))
    return StoredFiling(**values)


def put_filing(connection: Connection, filing: StoredFiling) -> None:
    """Keep a version of a filing in place of what stood under its number and version."""
    table, values = schema().filings, columns_of(filing)
    key = (table.c.number == filing.number, table.c.version == filing.version)
    if connection.execute(table.update().where(*key).values(values)).rowcount == 0:
        connection.execute(table.insert().values(values))


def put_snapshot(connection: Connection, content: bytes) -> str:
    """Keep a snapshot's canonical bytes under their SHA-256; the same content is kept once."""
    table, name = schema().snapshots, sha256(content)
    if connection.scalar(select(table.c.sha256).where(table.c.sha256 == name)) is None:
        connection.execute(table.insert().values(sha256=name, content=zlib.compress(content)))
    return name


def snapshot(connection: Connection, name: str) -> bytes | None:
    """A snapshot's canonical bytes, or None. Raises ValueError when they are not those of that name."""
    table = schema().snapshots
    kept = connection.scalar(select(table.c.content).where(table.c.sha256 == name))
    if kept is None:
        return None
    content = zlib.decompress(kept)
    if sha256(content) != name:
        raise ValueError(f"snapshot {name} is damaged")
    return content


def filed_uids(connection: Connection, name: str) -> frozenset[str]:
    """The uids of what a snapshot files; read once, since a snapshot never changes."""
    if name not in _FILED:
        content = snapshot(connection, name)
        _FILED[name] = frozenset() if content is None else frozenset(json.loads(content)["selected"])
    return _FILED[name]


_FILED: dict[str, frozenset[str]] = {}
