"""The tables: what the registers declare, what the migrations make, and the file that keeps both honest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.storage import dialect, migration
from college_desk.storage.workspace import DATABASE, create, open_desk
from tests.storage.occasion import add, digest, teacher
from tests.storage.regenerate_schema import GOLDEN, INITIAL, created_schema, initial_revision, schema_of


def test_the_golden_schema_is_what_the_registers_make(tmp_path: Path) -> None:
    """Red when a field changed: write a revision for it, then `python -m tests.storage.regenerate_schema --golden`."""
    assert created_schema(tmp_path / "made.sqlite") == GOLDEN.read_text(encoding="utf-8")


def test_a_database_migrated_from_nothing_has_that_schema(tmp_path: Path) -> None:
    file = tmp_path / "migrated.sqlite"
    engine = dialect.engine(file, key=None, read_only=False)
    migration.migrate(engine)
    engine.dispose()
    assert schema_of(file) == GOLDEN.read_text(encoding="utf-8")


def test_the_newest_revision_is_the_one_that_the_program_works_with() -> None:
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(migration.SCRIPTS))
    assert scripts.get_heads() == [migration.NEWEST]
    older = [each.revision for each in scripts.walk_revisions() if each.revision != migration.NEWEST]
    assert tuple(reversed(older)) == migration.OLDER


def test_the_initial_revision_is_as_it_was_generated() -> None:
    assert initial_revision() == INITIAL.read_text(encoding="utf-8")


_NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"


def upgrade() -> None:
    op.create_table("later", sa.Column("uid", sa.Text, primary_key=True))
    {then}
"""


def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str = "pass") -> None:
    """Let the program be one that has a second revision."""
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    for each in (Path("env.py"), Path("versions") / INITIAL.name):
        (scripts / each).write_text((migration.SCRIPTS / each).read_text(encoding="utf-8"), encoding="utf-8")
    (scripts / "versions" / "r0002_later.py").write_text(_NEXT.format(then=then), encoding="utf-8")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(migration, "SCRIPTS", scripts)
    monkeypatch.setattr(migration, "NEWEST", "0002")
    monkeypatch.setattr(migration, "OLDER", ("0001",))


@pytest.mark.parametrize("passphrase", [None, "杏坛-2026"], ids=["plain", "encrypted"])
def test_an_older_desk_is_copied_and_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str | None
) -> None:
    folder = tmp_path / "school"
    with create(folder, passphrase=passphrase) as desk:
        add(desk, teacher())
        before = digest(desk)
    with monkeypatch.context() as changed:
        newer_program(tmp_path, changed)
        with pytest.raises(UnusableInput, match="可写"):
            open_desk(folder, passphrase=passphrase, read_only=True)
        with open_desk(folder, passphrase=passphrase) as desk:
            assert digest(desk) == before
            with desk.engine.connect() as connection:
                assert connection.exec_driver_sql("SELECT count(*) FROM later").scalar() == 0
        open_desk(folder, passphrase=passphrase).close()
    with pytest.raises(UnusableInput, match="升级"):
        open_desk(folder, passphrase=passphrase)
    copies = list((folder / "backups").iterdir())
    assert [each.name for each in copies] == ["before-0002.sqlite"]
    copies[0].replace(folder / DATABASE)
    with open_desk(folder, passphrase=passphrase) as desk, desk.read() as reader:
        assert len(reader.all(PartTimeTeacher)) == 1


def test_a_migration_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "school"
    with create(folder) as desk:
        add(desk, teacher())
        before = digest(desk)
    with monkeypatch.context() as changed:
        newer_program(tmp_path, changed, then="raise RuntimeError('half way')")
        with pytest.raises(RuntimeError, match="half way"):
            open_desk(folder)
    with open_desk(folder) as desk:
        assert digest(desk) == before
    assert "later" not in schema_of(folder / DATABASE)
