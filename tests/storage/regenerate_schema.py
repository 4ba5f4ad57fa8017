"""Writes the golden schema and, as long as nothing was released, the initial revision.

Run after a field of a register changed: `python -m tests.storage.regenerate_schema`. Once a release is
out the initial revision is closed: then a field needs a revision of its own, and `--golden` alone.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from sqlalchemy import MetaData

from college_desk.storage import dialect, migration
from college_desk.storage.migrations.described_tables import describe
from college_desk.storage.tables import schema

GOLDEN = Path(__file__).parents[1] / "golden" / "schema.sql"
INITIAL = migration.SCRIPTS / "versions" / "r0001_initial.py"

_HEAD = '''"""The tables of the first release."""

from __future__ import annotations

from college_desk.storage.migrations.described_tables import create_tables

revision = "0001"
down_revision = None

_TABLES = """
'''
_TAIL = '''
"""


def upgrade() -> None:
    """Create all tables."""
    create_tables(_TABLES)
'''


def created_schema(file: Path) -> str:
    """The SQL of the tables that the registers make, as the database itself keeps it."""
    engine = dialect.engine(file, key=None, read_only=False)
    with dialect.writing(engine) as connection, connection.begin():
        schema().metadata.create_all(connection)
    engine.dispose()
    return schema_of(file)


def schema_of(file: Path) -> str:
    """The SQL of all tables and indexes of a database file, in order of name."""
    engine = dialect.engine(file, key=None, read_only=False)
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name"
        ).scalars()
        lines = [f"{sql.strip()};" for sql in found]
    engine.dispose()
    return "\n".join("\n".join(line.rstrip() for line in sql.splitlines()) for sql in lines) + "\n"


def initial_revision() -> str:
    """The source of the initial revision that makes these tables."""
    own = MetaData()
    for table in schema().metadata.tables.values():
        if table is not schema().version:
            table.to_metadata(own)
    described = "\n".join(
        textwrap.fill(line, 108, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
        for line in describe(own)
    )
    return _HEAD + described + _TAIL


def main(arguments: list[str]) -> None:
    """Write both files, or the golden one alone."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(created_schema(Path(folder) / "made.sqlite"), encoding="utf-8")
    if "--golden" not in arguments:
        INITIAL.write_text(initial_revision(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
