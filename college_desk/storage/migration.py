"""Bringing a workspace's tables up to date; alembic is imported only when there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from college_desk.storage import dialect

NEWEST = "0001"
"""The version of the tables that this program works with."""

OLDER: tuple[str, ...] = ()
"""The versions that this program can bring up to NEWEST, oldest first."""

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Bring the tables to NEWEST in one transaction: killed at any point they are as before or as after."""
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    with dialect.writing(engine) as connection, connection.begin():
        settings.attributes["connection"] = connection
        command.upgrade(settings, NEWEST)
