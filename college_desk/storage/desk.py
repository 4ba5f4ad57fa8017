"""The desk: the open database of one workspace, with its reading and writing transactions."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine

from college_desk.base.errors import DeskError
from college_desk.base.translation import _
from college_desk.records.uid import UidMaker
from college_desk.storage import dialect
from college_desk.storage.reader import Reader
from college_desk.storage.record_writer import Occasion
from college_desk.storage.writer import Writer


@dataclass(frozen=True)
class Door:
    """What opens a desk once more, in another process of this program. key: 32 raw bytes, never shown."""

    folder: Path
    key: bytes | None = field(default=None, repr=False)


class Desk:
    """The records of one college, or of one campus; any thread may ask it for transactions of its own."""

    def __init__(
        self,
        folder: Path,
        file: Path,
        engine: Engine,
        *,
        key: bytes | None = None,
        read_only: bool = False,
        randomness: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self.folder = folder
        self.read_only = read_only
        self._file = file
        self.engine = engine
        self._key = key
        self._uids = UidMaker(randomness)

    @property
    def encrypted(self) -> bool:
        """Whether the database is encrypted under a passphrase."""
        return self._key is not None

    @property
    def door(self) -> Door:
        """What opens this desk once more."""
        return Door(self.folder, self._key)

    def close(self) -> None:
        """Close all connections; the desk is of no use afterwards."""
        self.engine.dispose()

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """One consistent read transaction; what others write meanwhile is not seen in it."""
        with dialect.plain_failures(), self.engine.connect() as connection, connection.begin():
            dialect.fix_view(connection)
            yield Reader(connection)

    @contextmanager
    def write(
        self,
        what: str,
        *,
        who: str,
        now: dt.datetime,
        today: dt.date,
        guarded: bool = True,
        reason: str | None = None,
        final: bool = False,
        register: str | None = None,
    ) -> Iterator[Writer]:
        """One writing transaction and one journal step; rolled back on any exception, nothing is kept then.

        what: the step's words in the history; guarded: run the registers' guards (an import is not
        refused); final: the step is not undone but answered; register: the step's main register, else the
        one of most records. `writer.changed` bears the step's number after the block. Raises DeskError
        when another window is writing and does not finish in time.
        """
        if self.read_only:
            raise DeskError(_("学校数据以只读方式打开，不能修改。"))
        occasion = Occasion(what, who, now, today, reason, guarded, final, register)
        with (
            dialect.plain_failures(),
            dialect.writing(self.engine) as connection,
            connection.begin(),
        ):
            writer = Writer(connection, occasion, self._uids.next)
            yield writer
            writer.finish()

    def backup_to(self, file: Path) -> None:
        """Copy the database, live as it is, to a new file, verified before it gets its name.

        A copy of an encrypted desk is encrypted under the same key. Raises DeskError when the copy is
        not whole; a file of that name is replaced.
        """
        unfinished = file.with_name(file.name + ".unfinished")
        unfinished.unlink(missing_ok=True)
        try:
            with dialect.plain_failures():
                dialect.copy(self.engine, unfinished, key=self._key)
                if damage := _damage_of(unfinished, self._key):
                    raise DeskError(_("备份没有通过校验，未保留：{damage}").format(damage=damage[0]))
            unfinished.replace(file)
        finally:
            for each in (unfinished, *(Path(f"{unfinished}{ending}") for ending in ("-wal", "-shm"))):
                each.unlink(missing_ok=True)

    def damage(self) -> list[str]:
        """What the engine's own check finds wrong with the database; empty when it is whole."""
        with dialect.plain_failures(), self.engine.connect() as connection:
            return dialect.damage(connection)


def _damage_of(file: Path, key: bytes | None) -> list[str]:
    engine = dialect.engine(file, key=key, read_only=False)
    try:
        with engine.connect() as connection:
            return dialect.damage(connection)
    finally:
        engine.dispose()
