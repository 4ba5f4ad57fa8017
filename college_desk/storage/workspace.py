"""Workspaces (学校数据): a folder with the database, how its key is made, attachments and backups.

`workspace.json` is written last, so a folder that has it is whole.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from college_desk import __version__
from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.storage import dialect, migration
from college_desk.storage.desk import Desk, Door
from college_desk.storage.key import KeyRecipe, key_of, new_key
from college_desk.storage.tables import schema

DATABASE = "desk.sqlite"
DESCRIPTION = "workspace.json"
FOLDERS = ("attachments", "backups")
FORMAT = 1
"""Of the folder; the tables have a version of their own."""


@dataclass(frozen=True)
class _Description:
    """What `workspace.json` says. needs: the oldest program that knows this format."""

    format: int
    needs: str
    key: KeyRecipe | None


def create(
    folder: Path, *, passphrase: str | None = None, randomness: Callable[[int], bytes] = os.urandom
) -> Desk:
    """A new, empty workspace in a folder that is empty or not there; encrypted where a passphrase is given.

    Raises UnusableInput when the folder holds something or cannot be written.
    """
    unfinished = folder / f"{DATABASE}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder, unfinished)
        for name in FOLDERS:
            (folder / name).mkdir()
        key, recipe = new_key(passphrase, randomness) if passphrase else (None, None)
        _make_database(unfinished, key)
        unfinished.replace(folder / DATABASE)
        _describe(folder / DESCRIPTION, _Description(FORMAT, __version__, recipe))
    except OSError as error:
        raise UnusableInput(_("“{folder}”不能写入，请换一个位置。").format(folder=folder)) from error
    return _desk(folder, key, read_only=False, randomness=randomness)


def _clear(folder: Path, unfinished: Path) -> None:
    """Refuse a folder that holds anything but what an interrupted `create` left."""
    left = {unfinished.name, f"{unfinished.name}-wal", f"{unfinished.name}-shm"}
    for each in folder.iterdir():
        if each.name not in left and not (each.name in FOLDERS and each.is_dir() and not any(each.iterdir())):
            raise UnusableInput(_("“{folder}”里已有文件，请选一个空文件夹。").format(folder=folder))
    for each in list(folder.iterdir()):
        if each.is_dir():
            each.rmdir()
        else:
            each.unlink()


def _make_database(file: Path, key: bytes | None) -> None:
    engine = dialect.engine(file, key=key, read_only=False)
    try:
        with dialect.writing(engine) as connection, connection.begin():
            schema().metadata.create_all(connection)
            connection.execute(schema().version.insert().values(version_num=migration.NEWEST))
    finally:
        engine.dispose()


def _describe(file: Path, description: _Description) -> None:
    said: dict[str, Any] = {
        "format": description.format,
        "needs": description.needs,
        "key": description.key and description.key.to_json(),
    }
    unfinished = file.with_suffix(".new")
    unfinished.write_text(json.dumps(said, indent=1), encoding="utf-8")
    unfinished.replace(file)


def needs_passphrase(folder: Path) -> bool:
    """Whether a workspace opens only with a passphrase. Raises UnusableInput as `open_desk` does."""
    return _description(folder).key is not None


def open_desk(
    folder: Path,
    *,
    passphrase: str | None = None,
    read_only: bool = False,
    randomness: Callable[[int], bytes] = os.urandom,
) -> Desk:
    """The desk of a workspace, its tables brought up to date first (a copy is kept in `backups/`).

    Raises UnusableInput, in one sentence, when the folder is none, is damaged, was made by a newer
    program, or when the passphrase is missing or wrong. A passphrase that is not needed is ignored.
    """
    description = _description(folder)
    key = _key(description, passphrase)
    if not (folder / DATABASE).is_file():
        raise UnusableInput(_("“{folder}”里的学校数据文件不见了，请从备份恢复。").format(folder=folder))
    if (folder / DATABASE).stat().st_size == 0:  # the engine would take it for a new one and fill it
        raise UnusableInput(_("学校数据文件已损坏，请从备份恢复。"))
    desk = _desk(folder, key, read_only=read_only, randomness=randomness)
    with contextlib.ExitStack() as closing:
        closing.callback(desk.close)
        _bring_up_to_date(desk, folder, read_only)
        closing.pop_all()
    return desk


def open_by(door: Door) -> Desk:
    """A desk that this program has open already, once more, to read. Raises UnusableInput as `open_desk` does."""
    desk = _desk(door.folder, door.key, read_only=True, randomness=os.urandom)
    with contextlib.ExitStack() as closing:
        closing.callback(desk.close)
        _bring_up_to_date(desk, door.folder, read_only=True)
        closing.pop_all()
    return desk


def _description(folder: Path) -> _Description:
    file = folder / DESCRIPTION
    if not file.is_file():
        raise UnusableInput(_("“{folder}”不是学校数据文件夹，请重新选择。").format(folder=folder))
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        made_format, needs = int(said["format"]), str(said["needs"])
        if made_format > FORMAT:
            raise newer(needs)
        return _Description(made_format, needs, KeyRecipe.from_json(said["key"]) if said["key"] else None)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnusableInput(
            _("“{folder}”里的学校数据说明文件已损坏，请从备份恢复。").format(folder=folder)
        ) from error


def newer(needs: str) -> UnusableInput:
    """The refusal of a workspace that a newer program made."""
    return UnusableInput(
        _("这份学校数据由较新的程序写成，请先把程序升级到{version}或更高版本。").format(version=needs)
    )


def _key(description: _Description, passphrase: str | None) -> bytes | None:
    if description.key is None:
        return None
    if not passphrase:
        raise UnusableInput(_("这份学校数据设有打开口令，请输入口令。"))
    key = key_of(passphrase, description.key)
    if key is None:
        raise UnusableInput(_("打开口令不对，请核对后再试。"))
    return key


def _desk(folder: Path, key: bytes | None, *, read_only: bool, randomness: Callable[[int], bytes]) -> Desk:
    engine = dialect.engine(folder / DATABASE, key=key, read_only=read_only)
    return Desk(folder, folder / DATABASE, engine, key=key, read_only=read_only, randomness=randomness)


def _bring_up_to_date(desk: Desk, folder: Path, read_only: bool) -> None:
    version = _version(desk.engine)
    if version == migration.NEWEST:
        return
    if version not in migration.OLDER:
        with desk.read() as reader:
            raise newer(reader.meta("needs_program") or __version__)
    if read_only:
        raise UnusableInput(_("这份学校数据由较旧的程序写成，请先以可写方式打开一次。"))
    desk.backup_to(folder / "backups" / f"before-{migration.NEWEST}.sqlite")
    migration.migrate(desk.engine)


def _version(engine: Engine) -> str:
    """The version of the tables. Raises UnusableInput when the file is not a desk's database."""
    try:
        with engine.connect() as connection:
            found = connection.execute(schema().version.select()).scalar()
    except DBAPIError as error:
        raise UnusableInput(_("学校数据文件已损坏，请从备份恢复。")) from error
    if found is None:
        raise UnusableInput(_("学校数据文件已损坏，请从备份恢复。"))
    return str(found)
